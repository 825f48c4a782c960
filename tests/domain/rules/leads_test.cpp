// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/leads.h"

#include "domain/records/inenglish.h"
#include "support/english.h"

#include <catch2/catch.hpp>

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

// "new" and what follows, as in a new book, with others of the user's between.
std::vector<LeadStatus> statuses()
{
    std::vector<LeadStatus> all;
    for (size_t i = 0; i < firstLeadStatuses.size(); ++i)
        all.push_back({.id = {qint64(i) + 1}, .type = firstLeadStatuses[i].type});
    all.insert(all.begin() + 2, {.id = {20}, .name = u"Demo promised"_s, .type = LeadState::Working});
    return all;
}

void retire(std::vector<LeadStatus> &all, qint64 id)
{
    for (LeadStatus &status : all) {
        if (status.id.value == id)
            status.active = false;
    }
}

} // namespace

TEST_CASE("A new lead begins in the first open status that is in use", "[domain]")
{
    std::vector<LeadStatus> all = statuses();
    CHECK(beginningStatus(all) == LeadStatusId{1});
    all.insert(all.begin() + 1, {.id = {21}, .type = LeadState::Open});
    retire(all, 1);
    CHECK(beginningStatus(all) == LeadStatusId{21});
    CHECK(beginningStatus({}) == LeadStatusId{});
}

TEST_CASE("A word of another system leads to the status of that name, or to another of its meaning",
          "[domain]")
{
    std::vector<LeadStatus> all = statuses();
    REQUIRE(leadStatusCoded(u"connected", all));
    CHECK(leadStatusCoded(u"connected", all)->id == LeadStatusId{3});
    retire(all, 3);
    CHECK(leadStatusCoded(u"connected", all)->id == LeadStatusId{2});
    CHECK(leadStatusCoded(u"dancing", all) == nullptr);
    CHECK(leadStatusCoded(u"connected", {}) == nullptr);
}

TEST_CASE("A book keeps a status for each state that the program puts leads into", "[domain]")
{
    CHECK(checkLeadStatuses(statuses()));
    const std::vector<std::pair<qint64, QString>> needed{
        {1, u"New leads need an active status of the type open."_s},
        {5, u"Leads that sleep need an active status of the type nurture."_s},
        {6, u"Leads that do not fit need an active status of the type disqualified."_s},
        {7, u"Leads that became customers need an active status of the type converted."_s}};
    for (const auto &[id, why] : needed) {
        std::vector<LeadStatus> all = statuses();
        retire(all, id);
        const auto checked = checkLeadStatuses(all);
        REQUIRE(!checked);
        CHECK(inEnglish(checked.error().text) == why);
    }
    std::vector<LeadStatus> all = statuses();
    retire(all, 4); // nobody is put into Qualified but by hand
    CHECK(checkLeadStatuses(all));
}

TEST_CASE("A status may plan what comes next for those who get there", "[domain]")
{
    const QTimeZone berlin("Europe/Berlin");
    const Instant late{QDateTime(QDate(2026, 11, 30), QTime(23, 30), berlin).toMSecsSinceEpoch()};
    const LeadStatus status{
        .plannedStep = u" Call again "_s, .plannedKind = ActivityKind::Call, .plannedDays = 2};
    const TypedStep step = stepOnEntry(status, late, berlin);
    CHECK(step.text == u"Call again"_s);
    CHECK(step.kind == ActivityKind::Call);
    REQUIRE(step.at);
    CHECK(QDateTime::fromMSecsSinceEpoch(step.at->ms, berlin).date() == QDate(2026, 12, 2));
    CHECK(stepOnEntry(LeadStatus{.plannedDays = 2}, late, berlin).isEmpty());
}

TEST_CASE("A lead that is given up stays in the status of that kind it is in", "[domain]")
{
    const LeadStatus usual{.id = {6}, .type = LeadState::Disqualified};
    const Lead elsewhere{.id = {1}, .status = {30}, .state = LeadState::Disqualified};
    const auto statusAfter = [&](const Lead &lead) {
        const Edit edit = disqualify(lead, usual, {.id = {2}}, {}, {});
        return fromRow<Lead>(rowAfter(toRow(lead), edit.changes.front().fields)).status;
    };
    CHECK(statusAfter(elsewhere) == LeadStatusId{30});
    CHECK(statusAfter({.id = {1}, .status = {1}}) == LeadStatusId{6});
}

TEST_CASE("A call moves a lead forward as its outcome says, never back, and none that is closed", "[domain]")
{
    std::vector<LeadStatus> all = statuses();
    const auto after = [&](LeadStatusId from, LeadState state, qint64 to) {
        const LeadStatus *status = statusAfter({.status = from, .state = state}, {.leadStatus = {to}}, all);
        return status ? status->id.value : 0;
    };
    CHECK(after({1}, LeadState::Open, 3) == 3);
    CHECK(after({1}, LeadState::Open, 1) == 0);
    CHECK(after({3}, LeadState::Working, 2) == 0);
    CHECK(after({2}, LeadState::Working, 20) == 20); // their own stands behind Attempting
    CHECK(after({6}, LeadState::Disqualified, 7) == 0);
    CHECK(after({1}, LeadState::Open, 0) == 0); // an outcome that says nothing of leads
    CHECK(after({1}, LeadState::Open, 99) == 0);
    CHECK(after({}, LeadState::Open, 2) == 2);
    retire(all, 3);
    CHECK(after({1}, LeadState::Open, 3) == 0);
}

TEST_CASE("A lead rots where it stands longer than its status allows, unless nobody works on it any more",
          "[domain]")
{
    const QTimeZone berlin("Europe/Berlin");
    const auto at = [&berlin](int day) {
        return Instant{QDateTime(QDate(2026, 11, day), QTime(10, 0), berlin).toMSecsSinceEpoch()};
    };
    const LeadStatus week{.rotDays = 7};
    const Lead moved{.status = {2}, .state = LeadState::Working, .statusEnteredAt = at(10)};
    CHECK(stayOf(moved, at(1), week, at(17), berlin).days == 7);
    CHECK_FALSE(stayOf(moved, at(1), week, at(17), berlin).isRotten);
    CHECK(stayOf(moved, at(1), week, at(18), berlin).isRotten);
    CHECK(stayOf({.status = {1}}, at(1), week, at(17), berlin).days == 16); // never moved
    CHECK_FALSE(stayOf(moved, at(1), LeadStatus{}, at(30), berlin).isRotten);
    Lead planned = moved;
    planned.nextActivity = at(29);
    CHECK_FALSE(stayOf(planned, at(1), week, at(28), berlin).isRotten);
    CHECK(stayOf(planned, at(1), week, at(30), berlin).isRotten); // it was not done
    Lead closed = moved;
    closed.state = LeadState::Disqualified;
    CHECK_FALSE(stayOf(closed, at(1), week, at(30), berlin).isRotten);
}

TEST_CASE("A lead is asked about where it is given up or put to sleep, and nowhere else", "[domain]")
{
    const auto asks = [](LeadState to, LeadState from) { return asksOnEntry({.type = to}, from); };
    CHECK(asks(LeadState::Disqualified, LeadState::Open));
    CHECK(asks(LeadState::Nurture, LeadState::Disqualified));
    CHECK_FALSE(asks(LeadState::Nurture, LeadState::Nurture));
    CHECK_FALSE(asks(LeadState::Qualified, LeadState::Open));
}
