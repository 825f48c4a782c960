// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/views.h"

#include "domain/records/record.h"
#include "domain/rules/viewsettings.h"

#include <QStringList>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

bool isOneLine(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        return c == u'\n' || c == u'\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
    });
}

} // namespace

Arrangement arrangementOf(const SavedView &view)
{
    return {view.filter, view.columns, view.sort, view.groups, view.pipeline, view.settings};
}

SavedView rearranged(SavedView view, const Arrangement &before, const Arrangement &after)
{
    const auto take = [](auto &kept, const auto &old, const auto &now) {
        if (old != now)
            kept = now;
    };
    take(view.filter, before.filter, after.filter);
    take(view.columns, before.columns, after.columns);
    take(view.sort, before.sort, after.sort);
    take(view.groups, before.groups, after.groups);
    take(view.pipeline, before.pipeline, after.pipeline);
    view.settings = withChangedSettings(view.settings, before.settings, after.settings);
    return view;
}

bool isShownTo(const SavedView &view, UserId user)
{
    return view.shared || !view.owner || view.owner == user;
}

std::vector<SavedView> viewsFor(const std::vector<SavedView> &all, UserId user)
{
    std::vector<SavedView> shown;
    std::copy_if(all.begin(), all.end(), std::back_inserter(shown),
                 [user](const SavedView &view) { return isShownTo(view, user); });
    return shown;
}

Result<> checkView(const SavedView &view)
{
    if (view.name.trimmed().isEmpty())
        return failure(ErrorCode::Invalid, Sentence::tr("A view needs a name."));
    if (entityInfo(view.recordKind).importRank == 0) // what has a list of its own can be in a file of its own
        return failure(
            ErrorCode::Invalid,
            Sentence::tr("There are no views of %1.").arg(KindName{view.recordKind, Number::Many}));
    if (view.place == ViewPlace::Board && view.recordKind != EntityKind::Deal
        && view.recordKind != EntityKind::Lead)
        return failure(ErrorCode::Invalid, Sentence::tr("Only deals and leads are shown on a board."));
    struct Line {
        QString text;
        const char *field;
    };
    for (const Line &each :
         {Line{view.name, "name"}, Line{view.filter, "filter"}, Line{view.columns, "columns"},
          Line{view.sort, "sort"}, Line{view.groups, "grouped_by"}}) {
        if (!isOneLine(each.text))
            return failure(ErrorCode::Invalid,
                           Sentence::tr("%1 of a view is one line of text; this has several.")
                               .arg(FieldName{EntityKind::SavedView, QString::fromLatin1(each.field), {}}));
    }
    for (const QString &line : view.settings.split(u'\n', Qt::SkipEmptyParts)) {
        if (line.indexOf(u':') <= 0)
            return failure(ErrorCode::Invalid,
                           Sentence::tr("A setting of a view is written “name: value”; %1 is not.")
                               .arg(Quoted{line.left(80)}));
    }
    return {};
}

} // namespace headway
