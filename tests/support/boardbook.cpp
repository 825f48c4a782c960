// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/boardbook.h"

#include "domain/records/company.h"
#include "domain/records/lists.h"
#include "domain/records/totals.h"
#include "domain/records/user.h"
#include "domain/rules/deals.h"
#include "sample/samplebook.h"
#include "store/summaries/board.h"
#include "support/await.h"

namespace headway::test {

using namespace Qt::StringLiterals;

Instant boardNoon()
{
    return {QDateTime(boardDay, QTime(12, 0), Qt::UTC).toMSecsSinceEpoch()};
}

BoardBook::BoardBook()
{
    ana = book.add(User{.name = u"Ana Kovač"_s});
    pipeline = book.add(Pipeline{.name = u"New business"_s});
    const auto stage = [this](const QString &name, StageType type, qint64 percent, qint64 position) {
        Stage one{
            .pipeline = pipeline, .name = name, .position = position, .type = type, .probability = percent};
        if (name == u"Offer"_s) {
            one.softLimit = 2;
            one.rotDays = 14;
        }
        return book.add(one);
    };
    qualified = stage(u"Qualified"_s, StageType::Open, 10, 1);
    offer = stage(u"Offer"_s, StageType::Open, 50, 2);
    negotiation = stage(u"Negotiation"_s, StageType::Open, 70, 3);
    won = stage(u"Won"_s, StageType::Won, 100, 4);
    lost = stage(u"Lost"_s, StageType::Lost, 0, 5);
    price = book.add(LostReason{.name = u"Price"_s, .position = 1});
    other = book.add(LostReason{.name = u"Other"_s, .needsNote = true, .position = 2});
    const CompanyId acme = book.add(Company{.name = u"Acme"_s});
    renewal = addDeal(u"Renewal"_s, qualified, 12'500'00, acme);
    pump = addDeal(u"Pump"_s, qualified, 800'00, {});
    fans = addDeal(u"Fans"_s, qualified, std::nullopt, {});
    filters = addDeal(u"Filters"_s, offer, 30'000'00, acme);
    ducts = addDeal(u"Ducts"_s, offer, 7'001'00, {});
    oldOrder = addDeal(u"Old order"_s, won, 5'000'00, acme);
    Deal byHand = loadDeal(filters);
    const Deal before = byHand;
    byHand.probabilityOverride = 60;
    book.commit({Sentence::verbatim(u"By hand"_s), {update(before, byHand)}});
}

Deal BoardBook::loadDeal(DealId id)
{
    return as<Deal>(book.record({EntityKind::Deal, id.value}));
}

DealId BoardBook::addDeal(const QString &name, StageId stage, std::optional<qint64> amount, CompanyId company)
{
    static qint64 rank = 0;
    Deal deal{.name = name, .company = company, .amount = amount};
    deal.currency = u"EUR"_s;
    deal.owner = ana;
    deal.expectedClose = boardDay.addDays(name == u"Pump"_s ? -5 : 20);
    deal.rank = rank += rankGap;
    if (stage == won)
        deal.closedOn = boardDay.addDays(-40);
    const Stage there = as<Stage>(book.record({EntityKind::Stage, stage.value}));
    const ChangeSet set =
        book.commit({Sentence::verbatim(u"Add"_s),
                     createDeal(deal, there, ana, {boardNoon().ms - qint64(86'400'000) * 20}, -1)});
    return {set.changes.front().ref.id};
}

std::shared_ptr<app::Workspace> openWorkspace(const QString &address, app::Threads threads)
{
    static QObject context;
    std::shared_ptr<app::Workspace> workspace;
    app::Workspace::open(
        &context, {.address = address, .clock = boardNoon, .threads = threads},
        [&](Result<std::shared_ptr<app::Workspace>> opened) { workspace = valueOf(opened); });
    REQUIRE(await([&] { return workspace != nullptr; }));
    return workspace;
}

std::shared_ptr<app::Workspace> BoardBook::open(app::Threads threads) const
{
    return openWorkspace(book.place(), threads);
}

QStringList BoardBook::totals(const Filter &filter)
{
    QStringList lines;
    const auto columns = valueOf(
        store::boardColumns(book.connection(), {.pipeline = pipeline}, filter, {ana, QTimeZone::utc()}));
    for (const store::BoardColumn &column : columns) {
        QString line = column.lane.name() + u' ' + QString::number(column.count);
        for (const MoneySum &sum : column.sums)
            line += u" %1 %2/%3"_s.arg(sum.currency).arg(sum.minor).arg(sum.weighted);
        lines += line;
    }
    return lines;
}

QStringList BoardBook::names(StageId stage)
{
    QStringList names;
    for (const qint64 id :
         valueOf(store::columnIds(book.connection(), Stage{.id = stage}, {}, {ana, QTimeZone::utc()}, 0)))
        names += loadDeal({id}).name;
    return names;
}

QString writeSampleBook(const QString &file)
{
    valueOf(sample::makeSampleBook(file, sample::SampleScale::small(), 1, boardDay, {}));
    return file;
}

} // namespace headway::test
