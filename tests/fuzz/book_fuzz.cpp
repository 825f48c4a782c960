// SPDX-License-Identifier: GPL-3.0-or-later
// A book from an untrusted source: whatever the file contains, it is opened or refused, read and written to
// with Results. A refused or only read file keeps every byte; a step writes what it says and nothing else. An
// input is a whole file; or "sql" and a line with SQL that is run on a sound book; or patches of a sound
// book: three bytes for the place, one for the length, and the bytes.
#include "domain/records/company.h"
#include "domain/records/deal.h"
#include "domain/records/inenglish.h"
#include "fuzz/smallbook.h"
#include "store/actions/actions.h"
#include "store/book/book.h"
#include "store/commit/changelog.h"
#include "store/maintenance/check.h"
#include "store/maintenance/repair.h"
#include "store/reading/lists.h"
#include "store/reading/lookups.h"
#include "store/reading/related.h"
#include "store/search/search.h"
#include "store/summaries/board.h"
#include "store/summaries/reports.h"
#include "store/summaries/timeline.h"
#include "store/summaries/today.h"

#include <QFile>
#include <QHash>

#include <algorithm>
#include <cstring>
#include <sqlite3.h>

using namespace headway;
using namespace Qt::StringLiterals;
using fuzz::require;

namespace {

const store::Viewer viewer{UserId{1}, QTimeZone("Europe/Berlin")};
const Actor actor{UserId{1}, Instant{1'795'428'000'000}};

// ---- changes to the file -----------------------------------------------------------------------

struct Close {
    void operator()(sqlite3 *handle) const { sqlite3_close_v2(handle); }
};
using Raw = std::unique_ptr<sqlite3, Close>;

Raw openRaw(const QString &path)
{
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &handle, SQLITE_OPEN_READWRITE, nullptr);
    require(code == SQLITE_OK);
    return Raw(handle);
}

// Attackers can change the file, but not attach others.
int permit(void *, int action, const char *first, const char *, const char *, const char *)
{
    if (action == SQLITE_ATTACH || action == SQLITE_DETACH)
        return SQLITE_DENY;
    if (action != SQLITE_PRAGMA)
        return SQLITE_OK;
    for (const char *harmless : {"application_id", "user_version", "writable_schema", "foreign_keys",
                                 "ignore_check_constraints", "encoding"}) {
        if (std::strcmp(first, harmless) == 0)
            return SQLITE_OK;
    }
    return SQLITE_DENY;
}

void runAsStranger(const QString &path, const QByteArray &statements)
{
    const Raw handle = openRaw(path);
    sqlite3_set_authorizer(handle.get(), permit, nullptr);
    sqlite3_limit(handle.get(), SQLITE_LIMIT_LENGTH, 1'000'000);
    sqlite3_db_config(handle.get(), SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    int rounds = 0;
    const auto isEnough = [](void *count) { return int(++*static_cast<int *>(count) > 200); };
    sqlite3_progress_handler(handle.get(), 1000, isEnough, &rounds);
    sqlite3_exec(handle.get(), statements.constData(), nullptr, nullptr, nullptr);
    sqlite3_exec(handle.get(), "COMMIT", nullptr, nullptr, nullptr); // a transaction left open
}

QByteArray patched(QByteArray book, const QByteArray &patches)
{
    const auto byte = [&](qsizetype at) { return qsizetype(quint8(patches[at])); };
    for (qsizetype at = 0; at + 4 < patches.size();) {
        const qsizetype place = (byte(at) | byte(at + 1) << 8 | byte(at + 2) << 16) % book.size();
        const QByteArray bytes = patches.mid(at + 4, byte(at + 3)).left(book.size() - place);
        book.replace(place, bytes.size(), bytes);
        at += 4 + byte(at + 3);
    }
    return book;
}

class Gift
{
public:
    Gift()
    {
        fuzz::SmallBook book(fuzz::Content::Company);
        book.close();
        fuzz::putFile(path(), book.bytes());
        // Small pages: less to write for each input, and patches reach more of them.
        for (const char *statement : {"PRAGMA journal_mode = DELETE", "PRAGMA page_size = 1024", "VACUUM",
                                      "PRAGMA journal_mode = WAL"})
            require(sqlite3_exec(openRaw(path()).get(), statement, nullptr, nullptr, nullptr) == SQLITE_OK);
        m_sound = bytes();
    }

    QString path() const { return m_folder.filePath(u"gift.headway"_s); }

    QByteArray bytes() const
    {
        QFile file(path());
        require(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }

    // True if only SQL was run on the sound book.
    bool prepare(const QByteArray &input)
    {
        m_folder.clear();
        const bool isSql = input.startsWith("sql\n");
        const bool isFile = input.startsWith("SQLite format 3");
        fuzz::putFile(path(), isFile ? input : isSql ? m_sound : patched(m_sound, input));
        if (isSql)
            runAsStranger(path(), input.mid(4));
        return isSql;
    }

private:
    fuzz::Folder m_folder;
    QByteArray m_sound;
};

// ---- actions of a user -------------------------------------------------------------------------

template <class T>
bool told(const Result<T> &result)
{
    require(result || !inEnglish(result.error().text).isEmpty());
    return result.has_value();
}

void readLists(sql::Connection &book)
{
    for (const EntityKind kind : allEntityKinds()) {
        const auto ids = store::ids(book, {kind, {}, {}}, viewer, 0);
        if (told(ids))
            told(store::rows(book, kind, *ids));
        told(store::totals(book, {kind, {}, {}}, viewer));
    }
    told(store::search(book, u"a r"_s, 20));
}

void readBoards(sql::Connection &book)
{
    const auto lookups = store::loadLookups(book);
    if (!told(lookups))
        return;
    for (const Pipeline &pipeline : lookups->pipelines)
        told(store::boardColumns(book, {.pipeline = pipeline.id}, {}, viewer));
    for (const Stage &stage : lookups->stages)
        told(store::columnIds(book, stage, {}, viewer, 0));
    told(store::today(book, {Whose::Everyone, QDate(2026, 11, 23), 100}, viewer));
    for (const store::ReportBy by :
         {store::ReportBy::Owner, store::ReportBy::Month, store::ReportBy::Quarter})
        told(store::report(book, {store::ReportOf::Open, by}, viewer));
}

void readRecords(sql::Connection &book)
{
    for (const EntityKind kind : {EntityKind::Deal, EntityKind::Company, EntityKind::Activity}) {
        told(store::timeline(book, {kind, 1}, 100));
        told(store::relatedTo(book, {kind, 1}, 100));
        told(store::changesOf(book, {kind, 1}, 100));
    }
    const auto steps = store::operations(book, 0, 100);
    for (size_t i = 0; told(steps) && i < std::min(steps->size(), size_t(10)); ++i)
        told(store::changesOf(book, (*steps)[i].id, 100));
    told(store::changeSetsSince(book, 0, {}));
    told(store::undoable(book, viewer.user));
    told(store::redoable(book, viewer.user));
}

bool isEdit(const Result<Edit> &edit)
{
    return told(edit) && !edit->isEmpty();
}

void work(sql::Connection &book)
{
    if (const auto edit = store::createDealEdit(book, {.name = u"New"_s}, actor); isEdit(edit))
        told(store::commit(book, *edit, actor));
    for (const qint64 stage : {2, 1, 3}) {
        const auto edit = store::moveDealEdit(book, {1}, {{stage}, {}}, {}, actor);
        if (isEdit(edit))
            told(store::commit(book, *edit, actor));
    }
    if (const auto edit = store::moveDealEdit(book, {1}, {{1}, {2}}, {}, actor); isEdit(edit))
        told(store::commit(book, *edit, actor));
    const int name = entityInfo(EntityKind::Contact).indexOf(u"last_name");
    const auto renamed = store::setFieldsEdit(book, {EntityKind::Contact, 1}, {{name, u"Other"_s}}, actor);
    if (isEdit(renamed))
        told(store::commit(book, *renamed, actor));
    if (const auto edit = store::deleteEdit(book, {{EntityKind::Deal, 2}}); isEdit(edit))
        told(store::commit(book, *edit, actor));
    for (int i = 0; i < 3; ++i) {
        const auto step = store::undoable(book, actor.user);
        if (told(step) && *step)
            told(store::revert(book, (*step)->id, actor));
    }
    for (const qint64 step : {1, 2, 3})
        told(store::revert(book, step, actor));
}

// ---- no other changes --------------------------------------------------------------------------

// The number of rows in each table of records, read from the file directly.
QHash<QString, qint64> rowCounts(const QString &path)
{
    QHash<QString, qint64> counts;
    const Raw handle = openRaw(path);
    for (const EntityKind kind : allEntityKinds()) {
        const QString table = tableName(kind);
        const auto keep = [](void *count, int, char **cells, char **) {
            *static_cast<qint64 *>(count) = QByteArray(cells[0]).toLongLong();
            return 0;
        };
        const QByteArray query = "SELECT count(*) FROM " + table.toUtf8() + " NOT INDEXED";
        sqlite3_exec(handle.get(), query.constData(), keep, &counts[table], nullptr);
    }
    return counts;
}

// Adds one company and checks that nothing else was changed, for example by a trigger.
void requireOneMore(const Gift &gift, sql::Connection &book)
{
    QHash<QString, qint64> before = rowCounts(gift.path());
    const Edit edit{Sentence::verbatim(u"Add"_s), {create(Company{.name = u"Harmless"_s})}};
    if (!told(store::commit(book, edit, actor)))
        return;
    ++before[tableName(EntityKind::Company)];
    require(rowCounts(gift.path()) == before);
}

// Returns whether the check found damage.
bool readAll(const Gift &gift)
{
    const auto book = store::openBook(gift.path(), sql::Access::Read);
    if (!told(book))
        return false;
    const QByteArray before = gift.bytes(); // after opening, since an older book is upgraded then
    readLists(**book);
    readBoards(**book);
    readRecords(**book);
    const auto report = store::checkBook(**book, store::CheckDepth::Thorough, {});
    require(gift.bytes() == before);
    return told(report) && !report->isSound();
}

} // namespace

HEADWAY_FUZZ_ON(book, Gift)
{
    const bool isWhole = state.prepare(bytes);
    const QByteArray before = state.bytes();
    if (!told(store::openBookAsItIs(state.path()))) {
        require(!told(store::openBook(state.path(), sql::Access::ReadWrite)));
        require(state.bytes() == before);
        return;
    }
    const bool isFlawed = readAll(state);
    const auto book = store::openBook(state.path(), sql::Access::ReadWrite);
    if (!told(book))
        return;
    if (isWhole)
        requireOneMore(state, **book);
    work(**book);
    if (isFlawed)
        told(store::repairBook(**book, actor, {}));
}
