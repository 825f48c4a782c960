// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lists/columns.h"
#include "store/reading/lookups.h"

#include "domain/records/loadedrecord.h"
#include "domain/records/lookups.h"
#include "store/reading/lists.h"
#include "support/randombook.h"

#include <QSet>

using namespace headway;
using namespace headway::app;
using namespace Qt::StringLiterals;

namespace {

const std::vector<EntityKind> listed{EntityKind::Deal, EntityKind::Contact,  EntityKind::Company,
                                     EntityKind::Lead, EntityKind::Activity, EntityKind::Product};

struct Rows {
    test::FreshBook book{sql::Engine::Sqlite};
    test::RandomBook sales{book, 51, 40};
    Lookups lookups = test::valueOf(store::loadLookups(book.connection()));
    Display display{QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc()};
    ColumnText text{display, lookups};

    LoadedRecord row(qint64 id)
    {
        return test::valueOf(store::rows(book.connection(), EntityKind::Deal, {id})).front();
    }
    QString cell(const LoadedRecord &row, const QString &column) const
    {
        return text.cell(row, columnsNamed(EntityKind::Deal, {column}).at(0));
    }
    QString toolTip(const LoadedRecord &row, const QString &column) const
    {
        return text.toolTip(row, columnsNamed(EntityKind::Deal, {column}).at(0), {1});
    }
};

} // namespace

TEST_CASE("Each column has a name of its own, a heading, a width and one place in the list", "[app]")
{
    Rows rows;
    for (const EntityKind kind : listed) {
        QSet<QString> ids;
        QSet<QString> headings;
        for (const Column &column : allColumns(kind)) {
            CAPTURE(int(kind), column.id);
            CHECK_FALSE(ids.contains(column.id));
            ids.insert(column.id);
            const QString heading = rows.text.heading(kind, column);
            CHECK_FALSE(heading.isEmpty());
            CHECK_FALSE(headings.contains(heading));
            headings.insert(heading);
            CHECK(widthOf(kind, column) > 0);
            CHECK(columnsNamed(kind, {column.id}) == std::vector<Column>{column});
        }
        for (const Column &column : defaultColumns(kind))
            CHECK(ids.contains(column.id));
        CHECK_FALSE(defaultColumns(kind).empty());
    }
    CHECK(columnsNamed(EntityKind::Deal, {u"name"_s, u"of an older version"_s}).size() == 1);
}

TEST_CASE("A list sorts by every column it can show", "[app]")
{
    Rows rows;
    for (const EntityKind kind : listed) {
        for (const Column &column : allColumns(kind)) {
            const SortKey key = sortKeyOf(column, SortOrder::Descending);
            CAPTURE(int(kind), column.id);
            CHECK(store::ids(rows.book.connection(), {.kind = kind, .order = {key}}, {UserId{1}}, 10));
        }
    }
}

TEST_CASE("The weighted value in a row is that of the rule, and says where its probability is from", "[app]")
{
    Rows rows;
    for (const Deal &deal : rows.sales.deals) {
        const LoadedRecord row = rows.row(deal.id.value);
        const Probability probability = effectiveProbability(deal, rows.sales.stageOf(deal));
        const bool isLost = deal.status == StageType::Lost; // as the stage says; a nought would be noise
        CHECK(rows.cell(row, u"probability"_s)
              == (isLost ? QString() : rows.display.percent(probability.percent)));
        CHECK(rows.cell(row, u"weighted"_s)
              == (deal.amount && !isLost ? rows.display.money(weighted(*deal.amount, probability.percent),
                                                              deal.currency, Display::Decimals::WhenNeeded)
                                         : QString()));
        const QString origin = probability.origin == ProbabilityOrigin::Override ? u", set for this deal"_s
            : probability.origin == ProbabilityOrigin::Stage                     ? u", from its stage"_s
                                                             : u", because it is closed"_s;
        CHECK(rows.toolTip(row, u"probability"_s) == rows.display.percent(probability.percent) + origin);
        const Company *company = rows.sales.companyOf(deal);
        CHECK(rows.cell(row, u"company_id"_s) == (company ? company->name : QString()));
    }
}

TEST_CASE("The mark of what is planned has its colour, and is what the cell begins with", "[app]")
{
    Rows rows;
    const Column step = columnsNamed(EntityKind::Deal, {u"next_step"_s}).at(0);
    int marked = 0;
    for (const Deal &deal : rows.sales.deals) {
        const LoadedRecord row = rows.row(deal.id.value);
        for (const Instant now : {Instant{1}, Instant{1'795'428'000'000}, Instant{3'000'000'000'000}}) {
            const std::optional<DueState> due = rows.text.look(row, step, now).due;
            const QString shown = rows.text.shown(row, step, now);
            CHECK(due.has_value() == !shown.isEmpty());
            CHECK((!due || shown.startsWith(dueSymbol(*due))));
            marked += due ? 1 : 0;
        }
        CHECK_FALSE(rows.text.look(row, columnsNamed(EntityKind::Deal, {u"amount"_s}).at(0), {1}).due);
    }
    CHECK(marked > 0);
}

TEST_CASE("Where a day has little room, it is without its time and without this year", "[app]")
{
    Rows rows;
    LoadedRecord row = rows.row(rows.sales.deals.front().id.value);
    const Column close = columnsNamed(EntityKind::Deal, {u"expected_close"_s}).at(0);
    const Column created = columnsNamed(EntityKind::Deal, {u"created"_s}).at(0);
    const Instant now{1'795'428'000'000}; // 23 November 2026
    row.record.row[size_t(close.field)] = Codec<QDate>::read(QDate(2026, 12, 31));
    row.record.createdAt = now;
    CHECK(rows.text.wordings(row, close, now) == QStringList{u"31 Dec 2026"_s, u"31 Dec"_s});
    CHECK(rows.text.wordings(row, created, now)
          == QStringList{rows.display.moment(now), u"23 Nov 2026"_s, u"23 Nov"_s});
    row.record.row[size_t(close.field)] = Codec<QDate>::read(QDate(2027, 1, 31));
    CHECK(rows.text.wordings(row, close, now) == QStringList{u"31 Jan 2027"_s});
}

TEST_CASE("On paper and in copies, a next step says when it is due", "[app]")
{
    Rows rows;
    constexpr qint64 oneDay = 24 * qint64(3'600'000);
    for (size_t i = 0; i < rows.sales.deals.size(); i += 3) {
        const ActivityId call =
            rows.book.add(Activity{.kind = ActivityKind::Call,
                                   .state = ActivityState::Planned,
                                   .subject = i % 2 == 0 ? u"Ask for the plan"_s : QString(),
                                   .at = {1'795'428'000'000 + qint64(i) * oneDay}});
        rows.book.add(ActivityLink{
            .activity = call, .recordKind = EntityKind::Deal, .recordId = rows.sales.deals[i].id.value});
    }
    int planned = 0;
    for (const Deal &deal : rows.sales.deals) {
        const LoadedRecord row = rows.row(deal.id.value);
        const Instant at{integerOf(row.record.value(u"next_activity"))};
        const QString what = textOf(row.record.value(u"next_step"));
        const QString cell = rows.cell(row, u"next_step"_s);
        if (!at) {
            CHECK(cell.isEmpty());
            continue;
        }
        const QString day = rows.display.day(dayOf(at, QTimeZone::utc()));
        CHECK(cell == (what.isEmpty() ? day : day + u" · "_s + what));
        CHECK(rows.cell(row, u"next_activity"_s) == rows.display.moment(at));
        ++planned;
    }
    CHECK(planned > 0);
}

TEST_CASE("Figures stand at the right, words at the left", "[app]")
{
    const auto alignment = [](const QString &id) {
        return alignmentOf(EntityKind::Deal, columnsNamed(EntityKind::Deal, {id}).at(0))
            & Qt::AlignHorizontal_Mask;
    };
    CHECK(alignment(u"amount"_s) == Qt::AlignRight);
    CHECK(alignment(u"weighted"_s) == Qt::AlignRight);
    CHECK(alignment(u"probability"_s) == Qt::AlignRight);
    CHECK(alignment(u"name"_s) == Qt::AlignLeft);
    CHECK(alignment(u"expected_close"_s) == Qt::AlignLeft);
}

TEST_CASE("A list that was arranged when the status of a lead was a choice shows it still", "[app]")
{
    const std::vector<Column> columns = columnsNamed(EntityKind::Lead, {u"name"_s, u"status"_s, u"gone"_s});
    REQUIRE(columns.size() == 2);
    CHECK(columns[1].id == u"status_id"_s);
}
