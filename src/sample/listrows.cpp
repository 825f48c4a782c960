// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/rows.h"

#include "domain/records/lists.h"

namespace headway::sample {

namespace {

// When the company began to use this book.
Instant beginning(const Book &book)
{
    return book.calendar.at(book.calendar.first(), 9 * 60);
}

template <class Entity>
Result<> putEntity(const Book &book, qint64 id, const Entity &entity, SampleWriter &writer)
{
    return writer.put(Table<Entity>::kind, id, toRow(entity), beginning(book));
}

} // namespace

Result<> writeDefaults(const Book &book, EntityKind kind, SampleWriter &writer)
{
    for (const store::DefaultRecord &record : store::defaultRecords()) {
        if (record.kind == kind)
            HEADWAY_CHECK(writer.put(kind, record.id, record.row, beginning(book)));
    }
    return {};
}

Result<> writeTeams(const Book &book, SampleWriter &writer)
{
    for (int team = 0; team < book.team.teamCount(); ++team) {
        const Team row{.name = SalesTeam::teamName(team).toString(),
                       .manager = {idOf(book.team.managerOf(team))},
                       .region = SalesTeam::teamRegion(team).toString()};
        HEADWAY_CHECK(putEntity(book, idOf(team), row, writer));
    }
    return {};
}

Result<> writeUsers(const Book &book, SampleWriter &writer)
{
    qint64 id = 0;
    for (const Member &member : book.team.members()) {
        const User row{.name = member.name,
                       .email = member.email,
                       .phone = member.phone,
                       .role = member.role,
                       .team = {idOf(member.team)},
                       .region = SalesTeam::teamRegion(member.team).toString()};
        HEADWAY_CHECK(putEntity(book, ++id, row, writer));
    }
    return {};
}

Result<> writeTags(const Book &book, SampleWriter &writer)
{
    qint64 id = 0;
    for (const KnownTag &tag : knownTags())
        HEADWAY_CHECK(
            putEntity(book, ++id, Tag{.name = tag.name.toString(), .colour = tag.colour.toString()}, writer));
    return {};
}

Result<> writeProducts(const Book &book, SampleWriter &writer)
{
    qint64 id = 0;
    for (const CatalogueItem &item : catalogue()) {
        const Product row{.name = item.name.toString(),
                          .code = item.code.toString(),
                          .series = item.series.toString(),
                          .unit = item.unit.toString(),
                          .price = item.price * 100,
                          .currency = QStringLiteral("EUR"),
                          .description = item.description.toString()};
        HEADWAY_CHECK(putEntity(book, ++id, row, writer));
    }
    return {};
}

Result<> writeTagLinks(const Book &book, SampleWriter &writer)
{
    SampleRow row(EntityKind::TagLink);
    const size_t tag = row.column(u"tag_id");
    const size_t recordKind = row.column(u"record_kind");
    const size_t recordId = row.column(u"record_id");
    const auto put = [&](EntityKind kind, qint64 index, Instant at) {
        Dice dice(book.seed, Stream::DealDetail, kind == EntityKind::Company ? ~index : index);
        if (!dice.chance(17))
            return Result<>();
        row.clear();
        row.set(tag, idOf(dice.skewed(qint64(knownTags().size()))));
        row.set(recordKind, QString(tableName(kind)));
        row.set(recordId, idOf(index));
        return writer.put(row, at);
    };
    for (qint64 i = 0; i < book.scale.companies; ++i)
        HEADWAY_CHECK(put(EntityKind::Company, i, beginning(book)));
    for (qint64 i = 0; i < book.scale.deals; ++i)
        HEADWAY_CHECK(put(EntityKind::Deal, i, book.dealCreatedAt(i)));
    return {};
}

} // namespace headway::sample
