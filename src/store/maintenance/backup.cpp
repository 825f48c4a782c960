// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/maintenance/backup.h"

#include "domain/fields/entity.h"
#include "domain/records/inenglish.h"
#include "sql/file.h"
#include "store/maintenance/check.h"
#include "store/schema/schema.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

// A copy that will become `path`; the destructor deletes it if it did not.
class Unfinished
{
public:
    explicit Unfinished(const QString &path) : m_name(path + u".unfinished"_s), m_path(path)
    {
        sql::removeDatabaseFile(m_name); // of a program that crashed
    }
    ~Unfinished() { sql::removeDatabaseFile(m_name); }
    Unfinished(const Unfinished &) = delete;
    Unfinished &operator=(const Unfinished &) = delete;

    const QString &name() const { return m_name; }
    Result<> finish() { return sql::renameDatabaseFile(m_name, m_path); }

private:
    QString m_name;
    QString m_path;
};

// The numbers of rows of each kind, and of steps: a copy has to have the same. An older book lacks the
// newer tables.
Result<sql::Values> countsOf(sql::Connection &connection)
{
    QStringList tables;
    HEADWAY_CHECK(connection.each(u"SELECT name FROM sqlite_schema WHERE type = 'table'"_s, {},
                                  [&tables](const sql::RowView &row) -> Result<> {
                                      tables += row.text(0);
                                      return {};
                                  }));
    QString query = u"SELECT (SELECT coalesce(max(id), 0) FROM change), (SELECT count(*) FROM operation)"_s;
    for (const EntityKind kind : allEntityKinds()) {
        if (tables.contains(tableName(kind)))
            query += u", (SELECT count(*) FROM "_s + tableName(kind) + u')';
    }
    return connection.row(query);
}

Result<> verify(const QString &path, const sql::Values &counts)
{
    HEADWAY_TRY(copy, sql::openSqlite(path, sql::Access::Read));
    HEADWAY_TRY(present, countsOf(*copy));
    if (present != counts)
        return failure(ErrorCode::Unreadable,
                       Sentence::tr("The copy %1 does not hold what the book holds.").arg(path));
    HEADWAY_TRY(isNew, isOfThisVersion(*copy));
    return isNew ? refuseUnlessSound(*copy, path) : Result<>(); // an older book is checked after its upgrade
}

} // namespace

QString asideName(const QString &path, const QString &why)
{
    const QFileInfo file(path);
    const QString ending = file.suffix().isEmpty() ? u"headway"_s : file.suffix();
    return file.absolutePath() + u'/' + file.completeBaseName() + u'.' + why + u'.' + ending;
}

Result<bool> isOfThisVersion(sql::Connection &connection)
{
    HEADWAY_TRY(version, sql::schemaVersion(connection));
    return version == sql::newestNumber(migrations());
}

Result<> refuseUnlessSound(sql::Connection &book, const QString &path)
{
    HEADWAY_TRY(report, checkBook(book, CheckDepth::Quick, {}));
    if (report.isSound())
        return {};
    return failure(ErrorCode::Unreadable,
                   Sentence::tr("%1 is not a sound book: %2").arg(path, report.sentences().front()),
                   linesInEnglish(report.sentences()).join(u' '));
}

Result<> copyBook(sql::Connection &connection, const QString &path, const Progress &progress)
{
    Unfinished target(path);
    sql::Values counts;
    {
        // One state of the book: the copy must neither restart nor mix states when others write meanwhile.
        HEADWAY_TRY(snapshot, sql::Transaction::read(connection));
        HEADWAY_TRY(present, countsOf(connection));
        counts = std::move(present);
        HEADWAY_CHECK(connection.copyTo(target.name(),
                                        [&](int done, int all) { return !progress || progress(done, all); }));
        HEADWAY_CHECK(snapshot.commit());
    }
    HEADWAY_CHECK(sql::settleDatabaseFile(target.name()));
    HEADWAY_CHECK(verify(target.name(), counts));
    return target.finish();
}

Result<> backupBook(sql::Connection &connection, const QString &path, ExistingFile existing,
                    const Progress &progress)
{
    if (connection.engine() == sql::Engine::Postgres)
        return failure(
            ErrorCode::Invalid,
            Sentence::tr("A book on a server is backed up there, with pg_dump, by whoever runs the server."));
    const QFileInfo file(path);
    if (!QFileInfo(file.absolutePath()).isDir())
        return failure(ErrorCode::NotFound,
                       Sentence::tr("The folder %1 does not exist.").arg(file.absolutePath()));
    if (file.exists() && (existing == ExistingFile::Refuse || !file.isFile()))
        return failure(ErrorCode::Conflict, Sentence::tr("The file %1 exists already.").arg(path));
    if (sql::isOpenOn(connection, path))
        return failure(ErrorCode::Conflict,
                       Sentence::tr("%1 is the book itself: choose another name for its copy.").arg(path));
    return copyBook(connection, path, progress);
}

Result<QString> backupBeforeUpgrade(sql::Connection &connection, const QString &path, int version)
{
    const QString aside = asideName(path, u"before-upgrade-v%1"_s.arg(version));
    HEADWAY_CHECK(copyBook(connection, aside, {}));
    return aside;
}

} // namespace headway::store
