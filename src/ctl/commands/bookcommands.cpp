// SPDX-License-Identifier: GPL-3.0-or-later
// new, check, backup, restore: the book as a whole
#include "ctl/commands.h"

#include "ctl/kinds.h"
#include "ctl/progressprinter.h"
#include "ctl/recordjson.h"
#include "ctl/words.h"
#include "store/book/newbook.h"
#include "store/book/restore.h"
#include "store/maintenance/backup.h"
#include "store/maintenance/check.h"
#include "store/maintenance/repair.h"
#include "store/schema/schema.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

QDateTime localNow(const Session &session)
{
    return QDateTime::fromMSecsSinceEpoch(session.now().ms, session.zone());
}

Result<> refuseServer(const Session &session, const QString &what)
{
    HEADWAY_TRY(address, session.address());
    if (!store::isServer(address))
        return {};
    return failure(
        ErrorCode::Invalid,
        Sentence::tr(
            "%1 works on book files. The books of a server are kept with its own means: pg_dump, pg_restore.")
            .arg(what));
}

QJsonObject flawJson(const store::Flaw &flaw, const app::Display &display)
{
    return {{u"record"_s, flaw.record.id ? QJsonValue(refJson(flaw.record)) : QJsonValue::Null},
            {u"text"_s, display.words(flaw.text)}};
}

QJsonObject checkJson(const Session &session, const QString &address, const store::CheckReport &report,
                      QJsonObject object)
{
    QJsonArray flaws;
    for (const store::Flaw &flaw : report.flaws)
        flaws += flawJson(flaw, session.display());
    object.insert(u"book"_s, address);
    object.insert(u"sound"_s, report.isSound());
    object.insert(u"flaws"_s, flaws);
    return object;
}

void writeCheck(const Session &session, const QString &address, const store::CheckReport &report)
{
    if (session.output().isJson()) {
        session.output().write(checkJson(session, address, report, {}));
        return;
    }
    for (const Sentence &sentence : report.sentences())
        session.output().write(session.display().words(sentence) + u'\n');
    if (report.isSound())
        session.output().tell(Sentence::tr("%1 is sound.").arg(sql::withoutPassword(address)));
}

Result<ExitStatus> repair(Session &session)
{
    HEADWAY_TRY(address, session.address());
    HEADWAY_TRY(actor, session.actor());
    HEADWAY_TRY(book, session.book(sql::Access::ReadWrite));
    Result<store::RepairReport> report;
    {
        ProgressPrinter line(session.output(), Words::tr("Checked"), Words::tr("parts"));
        report = store::repairBook(*book, actor, line.progress());
    }
    if (!report)
        return failure(report.error());
    if (session.output().isJson()) {
        session.output().write(checkJson(session, address, report->left,
                                         {{u"repaired"_s, sentencesJson(report->done, session.display())}}));
    } else {
        for (const Sentence &sentence : report->done)
            session.output().write(session.display().words(sentence) + u'\n');
        if (!report->left.isSound())
            session.output().write(Words::tr("What cannot be mended without loss:\n"));
        writeCheck(session, address, report->left);
    }
    return report->left.isSound() ? ExitStatus::Done : ExitStatus::Failed;
}

} // namespace

Result<ExitStatus> runNew(Session &session, const Arguments &arguments)
{
    HEADWAY_TRY(address, session.address());
    HEADWAY_TRY(book, session.newBook());
    if (!arguments.has(u"--bare"_s))
        HEADWAY_CHECK(store::fillNewBook(*book, session.nameOfUser(), session.now()));
    if (arguments.has(u"--currency"_s))
        HEADWAY_CHECK(store::setBookValue(*book, u"currency"_s, arguments.value(u"--currency"_s).toUpper()));
    session.rememberBook();
    if (session.output().isJson())
        session.output().write(QJsonObject{{u"book"_s, address}});
    session.output().tell(Sentence::tr("Made the book %1.").arg(sql::withoutPassword(address)));
    return ExitStatus::Done;
}

Result<ExitStatus> runCheck(Session &session, const Arguments &arguments)
{
    if (arguments.has(u"--repair"_s))
        return repair(session);
    HEADWAY_TRY(address, session.address());
    HEADWAY_TRY(book, session.book(sql::Access::Read));
    const store::CheckDepth depth =
        arguments.has(u"--quick"_s) ? store::CheckDepth::Quick : store::CheckDepth::Thorough;
    Result<store::CheckReport> report;
    {
        ProgressPrinter line(session.output(), Words::tr("Checked"), Words::tr("parts"));
        report = store::checkBook(*book, depth, line.progress());
    }
    if (!report)
        return failure(report.error());
    writeCheck(session, address, *report);
    if (!report->isSound())
        return ExitStatus::Failed;
    return ExitStatus::Done;
}

Result<ExitStatus> runBackup(Session &session, const Arguments &arguments)
{
    HEADWAY_CHECK(refuseServer(session, u"backup"_s));
    const QString path = arguments.word(0);
    const store::ExistingFile existing =
        arguments.has(u"--replace"_s) ? store::ExistingFile::Replace : store::ExistingFile::Refuse;
    HEADWAY_TRY(book, session.book(sql::Access::Read));
    {
        ProgressPrinter line(session.output(), Words::tr("Copied"), Words::tr("pages"));
        HEADWAY_CHECK(store::backupBook(*book, path, existing, line.progress()));
    }
    if (session.output().isJson())
        session.output().write(QJsonObject{{u"backup"_s, path}, {u"bytes"_s, QFileInfo(path).size()}});
    session.output().tell(Sentence::tr("Backed up to %1 and checked it.").arg(path));
    return ExitStatus::Done;
}

Result<ExitStatus> runRestore(Session &session, const Arguments &arguments)
{
    HEADWAY_CHECK(refuseServer(session, u"restore"_s));
    HEADWAY_TRY(address, session.address());
    QString aside;
    {
        ProgressPrinter line(session.output(), Words::tr("Copied"), Words::tr("pages"));
        HEADWAY_TRY(moved,
                    store::restoreBook(arguments.word(0), address, localNow(session), line.progress()));
        aside = moved;
    }
    if (session.output().isJson())
        session.output().write(QJsonObject{
            {u"book"_s, address}, {u"former"_s, aside.isEmpty() ? QJsonValue::Null : QJsonValue(aside)}});
    session.output().tell(
        Words::tr("Restored %1.").arg(address)
        + (aside.isEmpty() ? QString() : u' ' + Words::tr("The former book is now %1.").arg(aside)));
    return ExitStatus::Done;
}

} // namespace headway::ctl
