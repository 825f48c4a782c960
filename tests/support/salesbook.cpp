// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/salesbook.h"

#include "store/summaries/board.h"

using namespace Qt::StringLiterals;

namespace headway::test {

namespace {

constexpr Instant monday{1'795'428'000'000}; // 23 November 2026

} // namespace

SalesBook::SalesBook(sql::Engine engine) : FreshBook(engine, monday)
{
    north = add(Team{.name = u"North"_s});
    south = add(Team{.name = u"South"_s});
    ana = add(User{.name = u"Ana Núñez"_s, .team = north});
    ben = add(User{.name = u"Ben Okri"_s, .team = south});
    pipeline = add(Pipeline{.name = u"Sales"_s});
    const auto stage = [&](const QString &name, qint64 position, StageType type, qint64 probability) {
        return add(Stage{.pipeline = pipeline,
                         .name = name,
                         .position = position,
                         .type = type,
                         .probability = probability});
    };
    offer = stage(u"Offer"_s, 1, StageType::Open, 50);
    negotiation = stage(u"Negotiation"_s, 2, StageType::Open, 75);
    paused = stage(u"Paused"_s, 3, StageType::OnHold, 10);
    won = stage(u"Won"_s, 4, StageType::Won, 100);
    lost = stage(u"Lost"_s, 5, StageType::Lost, 0);
    acme = add(Company{.name = u"Acme"_s, .sector = u"Retail"_s});
    bolt = add(Company{.name = u"Bolt"_s});
    cara = add(Contact{.firstName = u"Cara"_s, .lastName = u"Diaz"_s, .company = acme});
    fair = add(Source{.name = u"Trade fair"_s});
    price = add(LostReason{.name = u"Price"_s});
    drill = add(Product{.name = u"Drill"_s});
}

DealId SalesBook::deal(Deal deal)
{
    const Edit edit = valueOf(store::createDealEdit(connection(), std::move(deal), actor()));
    return {commit(edit).changes.front().ref.id};
}

DealId SalesBook::deal(const QString &name, StageId stage, std::optional<qint64> amount,
                       const QString &currency)
{
    Deal made{.name = name, .stage = stage, .amount = amount, .currency = currency};
    if (stage == won || stage == lost) {
        made.closedOn = QDate(2026, 3, 1);
        made.lostReason = stage == lost ? price : LostReasonId{};
    }
    return deal(made);
}

ChangeSet SalesBook::move(DealId deal, const store::CardPlace &to, const StageTransition &entry)
{
    return commit(valueOf(store::moveDealEdit(connection(), deal, to, entry, actor())));
}

QStringList SalesBook::column(StageId stage)
{
    QStringList names;
    for (const qint64 id : valueOf(store::columnIds(connection(), Stage{.id = stage}, {}, {}, 0)))
        names += load<Deal>({id}).name;
    return names;
}

} // namespace headway::test
