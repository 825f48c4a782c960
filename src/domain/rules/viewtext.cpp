// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/viewtext.h"

#include "domain/records/record.h"
#include "domain/rules/views.h"
#include "domain/text/choicetext.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

Result<bool> readYesNo(const QString &value)
{
    if (value == "yes"_L1 || value == "no"_L1)
        return value == "yes"_L1;
    return failure(ErrorCode::Invalid, Sentence::tr("%1 is neither yes nor no.").arg(Quoted{value}));
}

Result<> readPlace(const QString &value, SavedView &view)
{
    if (const Choice *place = choiceCalled(Choices<ViewPlace>::list, value)) {
        view.place = ViewPlace(place - Choices<ViewPlace>::list.data());
        return {};
    }
    return failure(ErrorCode::Invalid,
                   Sentence::tr("A view is a list or a board, not %1.").arg(Quoted{value}));
}

Result<> readLine(const QString &line, WrittenView &written)
{
    SavedView &view = written.view;
    const qsizetype colon = line.indexOf(u':');
    if (colon <= 0)
        return failure(ErrorCode::Invalid,
                       Sentence::tr("%1 is not “name: value”.").arg(Quoted{line.left(80)}));
    const QString name = line.left(colon).trimmed();
    const QString value = line.mid(colon + 1).trimmed();
    struct Text {
        QLatin1StringView name;
        QString &into;
    };
    for (const Text &each :
         {Text{"pipeline"_L1, written.pipeline}, Text{"filter"_L1, view.filter},
          Text{"columns"_L1, view.columns}, Text{"sort"_L1, view.sort}, Text{"grouped_by"_L1, view.groups}}) {
        if (name == each.name) {
            each.into = value;
            return {};
        }
    }
    if (name == "kind"_L1) {
        const auto kind = kindCalled(value);
        if (!kind)
            return failure(ErrorCode::Invalid, noSuchKind(value));
        view.recordKind = *kind;
    } else if (name == "place"_L1) {
        return readPlace(value, view);
    } else if (name == "shared"_L1 || name == "pinned"_L1) {
        HEADWAY_TRY(yes, readYesNo(value));
        (name == "shared"_L1 ? view.shared : view.pinned) = yes;
    } else {
        view.settings += (view.settings.isEmpty() ? QString() : u"\n"_s) + name + u": "_s + value;
    }
    return {};
}

} // namespace

QString viewText(const WrittenView &written)
{
    const SavedView &view = written.view;
    QString text = u'[' + view.name + u"]\n"_s;
    const auto add = [&text](QLatin1StringView name, const QString &value) {
        if (!value.isEmpty())
            text += name + u": "_s + value + u'\n';
    };
    add("kind"_L1, tableName(view.recordKind));
    if (view.place != ViewPlace::List)
        add("place"_L1, textOf(Codec<ViewPlace>::read(view.place)));
    add("pipeline"_L1, written.pipeline);
    add("filter"_L1, view.filter);
    add("columns"_L1, view.columns);
    add("sort"_L1, view.sort);
    add("grouped_by"_L1, view.groups);
    if (view.shared)
        add("shared"_L1, u"yes"_s);
    if (!view.pinned)
        add("pinned"_L1, u"no"_s);
    for (const QString &line : view.settings.split(u'\n', Qt::SkipEmptyParts))
        text += line + u'\n';
    return text;
}

Result<std::vector<WrittenView>> readViews(const QString &text)
{
    std::vector<WrittenView> views;
    int number = 0;
    const auto fault = [&number](const Sentence &what) {
        return failure(ErrorCode::Invalid, Sentence::tr("Line %1: %2").arg(number).arg(what));
    };
    for (const QString &each : text.split(u'\n')) {
        ++number;
        const QString line = each.trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        if (line.startsWith(u'[') && line.endsWith(u']')) {
            views.emplace_back().view.name = line.mid(1, line.size() - 2).trimmed();
            if (views.back().view.name.isEmpty())
                return fault(Sentence::tr("A view needs a name."));
            continue;
        }
        if (views.empty())
            return fault(Sentence::tr("A view begins with its name in brackets: [My open deals]."));
        if (const Result<> read = readLine(line, views.back()); !read)
            return fault(read.error().text);
    }
    return views;
}

} // namespace headway
