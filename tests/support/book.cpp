// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/book.h"

#include "domain/records/inenglish.h"
#include "store/book/book.h"
#include "store/book/defaults.h"
#include "store/commit/changelog.h"

namespace headway::test {

FreshBook::FreshBook(sql::Engine engine, Instant now) : m_database(engine), m_now(now.ms)
{
    auto opened = store::createBook(m_database.place());
    REQUIRE(opened);
    m_connection = *std::move(opened);
}

void FreshBook::addLeadStatuses()
{
    Edit edit{.label = Sentence::verbatim(QStringLiteral("Add the statuses")), .origin = Origin::Generated};
    for (const store::DefaultRecord &record : store::defaultRecords()) {
        if (record.kind == EntityKind::LeadStatus)
            edit.changes.push_back(createRow(record.kind, record.row, record.id));
    }
    commit(edit);
}

Actor FreshBook::actor()
{
    m_now += 1000;
    return {UserId{1}, Instant{m_now}};
}

ChangeSet FreshBook::commit(const Edit &edit)
{
    auto set = store::commit(*m_connection, edit, actor());
    INFO((set ? QString() : inEnglish(set.error().text) + QStringLiteral(" ") + set.error().detail)
             .toStdString());
    REQUIRE(set);
    return *set;
}

Record FreshBook::record(EntityRef ref)
{
    auto found = store::load(*m_connection, ref);
    REQUIRE(found);
    return *found;
}

QString FreshBook::take(const std::optional<Operation> &operation)
{
    if (!operation)
        return {};
    const auto set = store::revert(*m_connection, operation->id, actor());
    REQUIRE(set);
    return inEnglish(set->operation.label);
}

QString FreshBook::undo()
{
    return take(store::undoable(*m_connection, UserId{1}).value());
}

QString FreshBook::redo()
{
    return take(store::redoable(*m_connection, UserId{1}).value());
}

std::vector<Operation> FreshBook::history()
{
    return store::operations(*m_connection, 0, 1000).value();
}

int FreshBook::count(EntityKind kind)
{
    return int(store::loadAll(*m_connection, kind).value().size());
}

} // namespace headway::test
