// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as values in the change log: it is refused, or what is parsed from it prints and parses to the
// same. In a book, such a change is shown or refused; undoing it is done as a whole or leaves the book as it
// was, and never damages a record. An input is the type of change, the values before and those after, a line
// each (the last with the rest).
#include "domain/changes/change.h"
#include "domain/records/company.h"
#include "domain/records/deal.h"
#include "domain/records/inenglish.h"
#include "fuzz/smallbook.h"
#include "store/commit/changelog.h"
#include "store/commit/commit.h"
#include "store/maintenance/checkparts.h"
#include "store/rows/records.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

using namespace headway;
using namespace Qt::StringLiterals;
using fuzz::need;
using fuzz::require;

namespace {

struct Entry {
    QString kind = {};
    QString before = {};
    QString after = {};
};

Entry entryOf(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    return {text.section(u'\n', 0, 0), text.section(u'\n', 1, 1), text.section(u'\n', 2)};
}

// Two steps that can be undone, and a second connection that writes into the log and watches the file.
class LoggedBook
{
public:
    LoggedBook()
    {
        Deal deal{.name = u"Renewal"_s, .pipeline = {1}, .stage = {1}};
        deal.amount = 1000;
        deal.currency = u"EUR"_s;
        m_records = {add(create(deal)), add(create(Company{.name = u"Acme"_s}))};
        for (const EntityRef ref : m_records)
            m_steps.push_back(rename(ref));
        m_book.keep();
        watch();
    }

    sql::Connection &connection() { return m_book.connection(); }
    const std::vector<EntityRef> &records() const { return m_records; }
    const std::vector<qint64> &steps() const { return m_steps; }
    Actor actor() const { return {UserId{1}, Instant{1'700'000'000'000}}; }

    // False if the engine cannot store the text.
    bool put(const Entry &entry)
    {
        for (const qint64 step : m_steps) {
            const auto done =
                m_other->run(u"UPDATE change SET kind = ?, before = ?, after = ? WHERE operation_id = ?"_s,
                             {entry.kind, entry.before, entry.after, step});
            if (!done)
                return false;
        }
        return true;
    }

    // Differs after any commit by another connection.
    sql::Value state() { return need(m_other->cell(u"PRAGMA data_version"_s)); }

    void restore()
    {
        m_other.reset();
        m_book.restore();
        watch();
    }

private:
    EntityRef add(const Change &change)
    {
        return need(store::commit(connection(), {Sentence::verbatim(u"Add"_s), {change}}, actor()))
            .changes.front()
            .ref;
    }

    qint64 rename(EntityRef ref)
    {
        const Record record = need(store::load(connection(), ref));
        const Change change = setField(record, record.info().indexOf(u"name"), u"Renamed"_s);
        return need(store::commit(connection(), {Sentence::verbatim(u"Rename"_s), {change}}, actor()))
            .operation.id;
    }

    void watch() { m_other = need(sql::openSqlite(m_book.path(), sql::Access::ReadWrite)); }

    fuzz::SmallBook m_book{fuzz::Content::Company};
    std::unique_ptr<sql::Connection> m_other;
    std::vector<EntityRef> m_records;
    std::vector<qint64> m_steps;
};

// Nothing that was parsed gets lost in writing, of the fields that this version has.
void requireNothingLost(EntityKind kind, const Entry &entry, const std::vector<FieldDelta> &fields)
{
    const EntityInfo &info = entityInfo(kind);
    for (const auto &[text, side] :
         {std::pair(entry.before, &FieldDelta::before), {entry.after, &FieldDelta::after}}) {
        const QJsonObject was = QJsonDocument::fromJson(text.toUtf8()).object();
        const QJsonObject is =
            QJsonDocument::fromJson(store::fieldsToJson(kind, fields, side).toUtf8()).object();
        for (auto it = was.begin(); it != was.end(); ++it)
            require(info.indexOf(it.key()) < 0 || is.value(it.key()) == it.value());
    }
}

void tryValues(EntityKind kind, const Entry &entry)
{
    const auto fields = store::fieldsFromJson(kind, entry.before, entry.after);
    if (!fields) {
        require(fields.error().code == ErrorCode::Unreadable && !inEnglish(fields.error().text).isEmpty());
        return;
    }
    QSet<int> seen;
    for (const FieldDelta &delta : *fields) {
        require(delta.field >= 0 && delta.field < int(entityInfo(kind).fields.size()));
        require(!seen.contains(delta.field));
        seen.insert(delta.field);
    }
    requireNothingLost(kind, entry, *fields);
    const auto again = store::fieldsFromJson(kind, store::fieldsToJson(kind, *fields, &FieldDelta::before),
                                             store::fieldsToJson(kind, *fields, &FieldDelta::after));
    require(again && *again == *fields);
}

// The history shows the change, or reports it as damaged.
bool isReadable(LoggedBook &book)
{
    bool readable = true;
    for (size_t i = 0; i < book.steps().size(); ++i) {
        const auto changes = store::changesOf(book.connection(), book.steps()[i], 100);
        const auto past = store::changesOf(book.connection(), book.records()[i], 100);
        require(changes.has_value() == past.has_value());
        require(changes || changes.error().code == ErrorCode::Unreadable);
        readable &= changes.has_value();
    }
    const auto sets = store::changeSetsSince(book.connection(), book.steps().front() - 1, {});
    require(sets.has_value() == readable);
    return readable;
}

void requireCheckNamesDamage(LoggedBook &book, bool readable)
{
    store::FlawList flaws;
    for (const EntityRef ref : book.records())
        need(store::checkLog(book.connection(), ref.kind, flaws));
    require((need(flaws.report(book.connection())).count(store::FlawKind::DamagedLog) == 0) == readable);
}

void requireSound(sql::Connection &connection)
{
    store::FlawList flaws;
    for (const EntityKind kind : allEntityKinds()) {
        need(store::checkRows(connection, kind, flaws));
        need(store::checkDependents(connection, kind, flaws));
        need(store::checkLinks(connection, kind, flaws));
    }
    need(store::checkStages(connection, flaws));
    need(store::checkSearchText(connection, flaws));
    need(store::checkOperations(connection, flaws));
    require(need(flaws.report(connection)).isSound());
}

void tryTakingBack(LoggedBook &book)
{
    for (const qint64 step : book.steps()) {
        const bool readable = store::changesOf(book.connection(), step, 100).has_value();
        const sql::Value before = book.state();
        const auto undone = store::revert(book.connection(), step, book.actor());
        require(readable || !undone);
        require(undone || book.state() == before);
        if (undone)
            need(store::revert(book.connection(), undone->operation.id, book.actor()));
    }
}

} // namespace

HEADWAY_FUZZ_ON(changelog, LoggedBook)
{
    const Entry entry = entryOf(bytes);
    for (const EntityKind kind : allEntityKinds())
        tryValues(kind, entry);
    if (!state.put(entry))
        return;
    const bool readable = isReadable(state);
    require(!readable
            || QStringList({u"create"_s, u"update"_s, u"remove"_s, u"restore"_s}).contains(entry.kind));
    requireCheckNamesDamage(state, readable);
    const sql::Value before = state.state();
    tryTakingBack(state);
    if (state.state() == before)
        return;
    requireSound(state.connection());
    state.restore();
}
