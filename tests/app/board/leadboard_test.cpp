// SPDX-License-Identifier: GPL-3.0-or-later
// The board of leads: its columns are the book's statuses.
#include "app/board/boardmodel.h"

#include "domain/records/inenglish.h"
#include "store/actions/actions.h"
#include "store/book/defaults.h"
#include "support/await.h"
#include "support/leadsbook.h"

#include <functional>

using namespace headway;
using namespace headway::app;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

namespace ours = store::defaults;

struct Board {
    LeadsBook book;
    std::shared_ptr<Workspace> workspace = book.open(Threads::None);
    BoardModel model{
        workspace, {QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc()}, EntityKind::Lead};
    QStringList errors;

    Board()
    {
        QObject::connect(&model, &BoardModel::failed, &model,
                         [this](const Error &error) { errors += inEnglish(error.text); });
        model.show({}, {});
        REQUIRE(await([this] { return model.isLoaded(); }));
    }
    int columnOf(LeadStatusId status) const { return model.indexOf(status.value); }
    QStringList names(LeadStatusId status) const
    {
        QStringList names;
        const BoardColumnModel &cards = model.cards(columnOf(status));
        for (int row = 0; row < cards.rowCount(); ++row)
            names += cards.index(row).data().toString();
        return names;
    }
    const Card &card(LeadId lead)
    {
        REQUIRE(await([&] { return model.card(lead) != nullptr; }));
        return *model.card(lead);
    }
};

} // namespace

TEST_CASE("Leads lie by status, those with something to do first, then the newest", "[app]")
{
    Board board;
    QStringList columns;
    for (int i = 0; i < board.model.columnCount(); ++i)
        columns += board.model.column(i).lane.name();
    CHECK(columns
          == QStringList{u"New"_s, u"Attempting"_s, u"Connected"_s, u"Qualified"_s, u"Nurture"_s,
                         u"Disqualified"_s, u"Converted"_s});
    CHECK(board.names(ours::newLead) == QStringList{u"Eva Kern"_s, u"Ida Berg"_s, u"Max Ott"_s});
    CHECK(board.names(ours::attempting) == QStringList{u"Jan Roth"_s});
    const Totals open = board.model.totals(BoardModel::Which::Open);
    CHECK(open.count == 4);
    CHECK(open.sums == std::vector<MoneySum>{{u"EUR"_s, 9'000'00, 9'000'00}});
    SECTION("what is planned for one brings it up")
    {
        const Activity step{.kind = ActivityKind::Call,
                            .state = ActivityState::Planned,
                            .subject = u"Ask"_s,
                            .at = {boardNoon().ms - 86'400'000}};
        board.workspace->submit(
            &board.model,
            [step, lead = board.book.max, actor = board.book.actor()](sql::Connection &connection) {
                return store::logActivityEdit(
                    connection, {.activity = step, .links = {{EntityKind::Lead, lead.value}}}, actor);
            },
            [](const Result<ChangeSet> &set) { CHECK(set); });
        CHECK(await([&] {
            return board.names(ours::newLead) == QStringList{u"Max Ott"_s, u"Eva Kern"_s, u"Ida Berg"_s};
        }));
    }
}

TEST_CASE("A lead's card says who it is, how hot, how much, and for how long it has been there", "[app]")
{
    Board board;
    const Card &card = board.card(board.book.eva);
    CHECK(card.title == u"Eva Kern"_s);
    CHECK(card.customer == u"Kern AG"_s);
    CHECK(card.word == u"Hot"_s);
    CHECK(card.amount == u"€9,000"_s);
    CHECK(card.next == DueState::Today);
    CHECK(card.isOpen);
    CHECK(card.spoken == u"Eva Kern, Kern AG, Hot, €9,000"_s);
    CHECK(card.toolTip.contains(u"Call back"_s));
    CHECK(board.card(board.book.ida).next == DueState::None);
}

TEST_CASE("A lead that is moved is in its new status at once, and back where it was if it cannot be", "[app]")
{
    Board board;
    board.model.move({board.book.max}, board.columnOf(ours::connected), 0, {});
    CHECK(board.names(ours::connected) == QStringList{u"Max Ott"_s});
    CHECK(board.model.column(board.columnOf(ours::newLead)).count == 2);
    CHECK(await([&] { return board.book.load(board.book.max).status == ours::connected; }));

    // without the reason that is asked for
    board.model.move({board.book.ida}, board.columnOf(ours::disqualified), 0, {});
    CHECK(await([&] { return !board.errors.isEmpty(); }));
    CHECK(board.errors == QStringList{u"Say why it is given up."_s});
    CHECK(await([&] { return board.names(ours::newLead).contains(u"Ida Berg"_s); }));
    CHECK(board.book.load(board.book.ida).status == ours::newLead);

    board.model.move({board.book.ida, board.book.jan}, board.columnOf(ours::disqualified), 0,
                     {.lead = {.reason = board.book.price}});
    CHECK(await([&] { return board.book.load(board.book.jan).status == ours::disqualified; }));
    CHECK(board.book.load(board.book.ida).disqualifyReason == board.book.price);
}

TEST_CASE("Within a column leads have no place of their own: they stay in their order", "[app]")
{
    Board board;
    const size_t steps = board.book.book.history().size();
    board.model.move({board.book.max}, board.columnOf(ours::newLead), 0, {});
    CHECK_FALSE(board.model.isMoving(board.book.max));
    CHECK(board.names(ours::newLead) == QStringList{u"Eva Kern"_s, u"Ida Berg"_s, u"Max Ott"_s});
    CHECK(board.book.book.history().size() == steps);
}

TEST_CASE("What is disqualified, converted or asleep stands aside until it is unfolded", "[app]")
{
    Board board;
    board.model.move({board.book.ida}, board.columnOf(ours::nurture), 0,
                     {.lead = {.until = boardDay.addDays(30), .step = u"Ask again"_s}});
    REQUIRE(await([&] { return board.book.load(board.book.ida).status == ours::nurture; }));
    CHECK(board.book.load(board.book.ida).recycleOn == boardDay.addDays(30));
    REQUIRE(await([&] { return board.names(ours::nurture).isEmpty(); }));
    CHECK(board.model.column(board.columnOf(ours::nurture)).count == 1);
    board.model.unfold(board.columnOf(ours::nurture));
    CHECK(await([&] { return board.names(ours::nurture) == QStringList{u"Ida Berg"_s}; }));
}

TEST_CASE("When a column goes or changes its side, the others keep their cards", "[app]")
{
    Board board;
    const auto status = [&board](LeadStatusId id) { return board.book.book.load<LeadStatus>(id); };
    const auto change = [&](LeadStatusId id, const std::function<void(LeadStatus &)> &how) {
        const LeadStatus before = status(id);
        LeadStatus after = before;
        how(after);
        board.workspace->submit({Sentence::verbatim(u"Change"_s), {update(before, after)}});
    };
    const QStringList before = board.names(ours::newLead);
    SECTION("its last lead leaves a status that is out of use")
    {
        change(ours::attempting, [](LeadStatus &each) { each.active = false; });
        REQUIRE(await([&] {
            const int column = board.columnOf(ours::attempting);
            return column >= 0 && !board.model.column(column).lane.takesCards();
        }));
        board.model.move({board.book.jan}, board.columnOf(ours::connected), 0, {});
        CHECK(await([&] { return board.columnOf(ours::attempting) < 0; }));
    }
    SECTION("a status becomes one that stands aside")
    {
        change(ours::attempting, [](LeadStatus &each) { each.type = LeadState::Nurture; });
        CHECK(await([&] { return board.model.column(board.columnOf(ours::attempting)).lane.isAside(); }));
    }
    CHECK(await([&] { return board.names(ours::newLead) == before; }));
}
