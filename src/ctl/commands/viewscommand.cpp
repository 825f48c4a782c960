// SPDX-License-Identifier: GPL-3.0-or-later
// views: the saved views, listed, written as text, and taken from such a text
#include "ctl/commands.h"

#include "ctl/kinds.h"
#include "ctl/step.h"
#include "ctl/table.h"
#include "ctl/words.h"
#include "domain/rules/views.h"
#include "domain/savefile.h"
#include "store/actions/viewactions.h"
#include "store/reading/lookups.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QSaveFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

constexpr qint64 mostBytes = 16 * 1024 * 1024;

QString ownerOf(const Lookups &lookups, const SavedView &view)
{
    const User *owner = lookups.user(view.owner);
    return owner ? owner->name : QString();
}

Result<ExitStatus> listViews(Session &session)
{
    HEADWAY_TRY(book, session.book(sql::Access::Read));
    HEADWAY_TRY(viewer, session.viewer());
    HEADWAY_TRY(lookups, store::loadLookups(*book));
    const app::Display &display = session.display();
    const EntityInfo &info = entityInfo(EntityKind::SavedView);
    const FieldInfo &place = info.field(info.indexOf(u"place"));
    Table table({{Words::tr("View")},
                 {Words::tr("Of")},
                 {Words::tr("As")},
                 {Words::tr("Filter")},
                 {Words::tr("Owner")},
                 {Words::tr("Seen by")}},
                session.output().width());
    QJsonArray array;
    for (const SavedView &view : viewsFor(lookups.views, viewer.user)) {
        const QString shownAs = textOf(Codec<ViewPlace>::read(view.place));
        table.add({view.name, display.kindPlural(view.recordKind), display.choice(place, shownAs),
                   view.filter, ownerOf(lookups, view),
                   view.shared ? Words::tr("everybody") : Words::tr("the owner")});
        array += QJsonObject{
            {u"id"_s, view.id.value},   {u"name"_s, view.name},     {u"kind"_s, wordOf(view.recordKind)},
            {u"place"_s, shownAs},      {u"filter"_s, view.filter}, {u"sort"_s, view.sort},
            {u"shared"_s, view.shared}, {u"pinned"_s, view.pinned}};
    }
    if (session.output().isJson())
        session.output().write(QJsonObject{{u"views"_s, array}});
    else if (array.isEmpty())
        session.output().tell(Sentence::tr("There are no views yet."));
    else
        session.output().write(table.take());
    return ExitStatus::Done;
}

Result<> writeFile(const QString &path, const QString &text)
{
    QSaveFile file(path); // a full disk leaves the one before
    const QByteArray bytes = text.toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !commitWhole(file))
        return failure(ErrorCode::Unreadable,
                       Sentence::tr("%1 cannot be written: %2.").arg(path, file.errorString()));
    return {};
}

Result<ExitStatus> exportViews(Session &session, const Arguments &arguments)
{
    HEADWAY_TRY(book, session.book(sql::Access::Read));
    HEADWAY_TRY(viewer, session.viewer());
    HEADWAY_TRY(views, store::writtenViews(*book, arguments.words().mid(1), viewer.user));
    QStringList texts;
    for (const WrittenView &view : views)
        texts += viewText(view);
    const QString path = arguments.value(u"--output"_s);
    if (path.isEmpty() || path == "-"_L1) {
        session.output().write(texts.join(u'\n'));
        return ExitStatus::Done;
    }
    HEADWAY_CHECK(writeFile(path, texts.join(u'\n')));
    if (session.output().isJson())
        session.output().write(QJsonObject{{u"file"_s, path}, {u"views"_s, qint64(views.size())}});
    session.output().tell(
        Sentence::tr("Wrote %1 to %2.")
            .arg(session.display().counted(qint64(views.size()), EntityKind::SavedView), path));
    return ExitStatus::Done;
}

Result<QString> readFile(const QString &path)
{
    QFile file(path);
    const bool isOpen = path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly)
                                       : (file.setFileName(path), file.open(QIODevice::ReadOnly));
    if (!isOpen)
        return failure(ErrorCode::NotFound,
                       Sentence::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    const QByteArray bytes = file.read(mostBytes + 1);
    if (bytes.size() > mostBytes)
        return failure(ErrorCode::Invalid, Sentence::tr("%1 is too large for a file of views.").arg(path));
    return QString::fromUtf8(bytes);
}

Result<ExitStatus> importViews(Session &session, const Arguments &arguments)
{
    if (arguments.words().size() != 2)
        return failure(ErrorCode::Invalid, Sentence::tr("views import needs one file: views import FILE."));
    const QString path = arguments.word(1);
    HEADWAY_TRY(text, readFile(path));
    HEADWAY_TRY(views, readViews(text));
    HEADWAY_TRY(book, session.book(sql::Access::ReadWrite));
    HEADWAY_TRY(actor, session.actor());
    HEADWAY_TRY(edit, store::importViewsEdit(*book, views, QFileInfo(path).fileName(), actor));
    return commitEdit(session, edit, actor);
}

} // namespace

Result<ExitStatus> runViews(Session &session, const Arguments &arguments)
{
    const QString what = arguments.word(0);
    if (what != "export"_L1 && arguments.has(u"--output"_s))
        return failure(ErrorCode::Invalid, Sentence::tr("%1 belongs to views export.").arg(u"--output"_s));
    if (what == "export"_L1)
        return exportViews(session, arguments);
    if (what == "import"_L1)
        return importViews(session, arguments);
    if (arguments.words().size() > 1)
        return failure(ErrorCode::Invalid, Sentence::tr("views list takes no names."));
    return listViews(session);
}

} // namespace headway::ctl
