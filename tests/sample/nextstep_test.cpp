// SPDX-License-Identifier: GPL-3.0-or-later
// One next step: whoever shows a deal of the sample company shows the same.
#include "app/board/card.h"
#include "app/text/nextsteptext.h"
#include "domain/rules/today.h"
#include "sample/samplebook.h"
#include "store/book/book.h"
#include "store/reading/lists.h"
#include "store/reading/lookups.h"
#include "store/summaries/timeline.h"
#include "store/summaries/today.h"
#include "support/engines.h"

#include <QDateTime>
#include <QSet>

#include <map>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

TEST_CASE("Today, the board, lists and the pane agree on the next step of every deal of the sample company",
          "[sample]")
{
    // slow: a company is written
    const QDate day(2026, 11, 23);
    const QTimeZone zone = QTimeZone::utc();
    const Instant now{QDateTime(day, QTime(10, 0), zone).toMSecsSinceEpoch()};
    const FreshDatabase database(GENERATE(anyEngine()));
    CAPTURE(database.engine());
    valueOf(sample::makeSampleBook(database.place(), sample::SampleScale::ofDeals(150), 1, day, {}));
    const auto book = valueOf(store::openBook(database.place(), sql::Access::Read));
    const app::Display display(QLocale(QLocale::English, QLocale::UnitedKingdom), zone);
    const Lookups lookups = valueOf(store::loadLookups(*book));
    const store::Viewer viewer{{1}, zone};
    const store::Today today =
        valueOf(store::today(*book, {.whose = Whose::Everyone, .today = day, .most = 100'000}, viewer));
    QSet<qint64> withoutStep;
    for (const LoadedRecord &row : today.unplanned)
        withoutStep.insert(row.record.ref.id);
    // The deals of each part of the page, by what it shows of them.
    std::map<qint64, DueState> onPage; // the earliest
    for (const auto &[part, state] :
         {std::pair(&today.overdue, DueState::Overdue), std::pair(&today.today, DueState::Today),
          std::pair(&today.next, DueState::Later)}) {
        for (const LoadedRecord &planned : part->rows) {
            for (const LinkedRecord &linked : planned.linked) {
                if (linked.record.kind == EntityKind::Deal)
                    onPage.emplace(linked.record.id, state);
            }
        }
    }
    const auto ids = valueOf(store::ids(*book, {.kind = EntityKind::Deal}, viewer, 0));
    REQUIRE(ids.size() == 150);
    int marked = 0;
    for (const LoadedRecord &row : valueOf(store::rows(*book, EntityKind::Deal, ids))) {
        const Deal deal = as<Deal>(row.record);
        CAPTURE(deal.name);
        const auto mark = nextStepMark(row.record, now, zone);
        const auto timeline = valueOf(store::timeline(*book, row.record.ref, 1));
        REQUIRE(timeline.planned.empty() == !deal.nextActivity);
        CHECK(withoutStep.contains(row.record.ref.id) == (mark == DueState::None));
        const app::Card card = app::cardOf(row, *lookups.stage(deal.stage), display, now);
        CHECK(card.next == mark.value_or(DueState::None));
        CHECK(app::nextStepText(row.record, display, now).mark == mark);
        if (!timeline.planned.empty()) { // what the pane shows
            const Activity next = as<Activity>(timeline.planned.front().record);
            CHECK(dueMark(next, now, zone) == mark);
            CHECK(next.subject == deal.nextStep);
            ++marked;
        }
        if (const auto shown = onPage.find(row.record.ref.id); shown != onPage.end())
            CHECK(shown->second == mark);
        else
            CHECK(mark != DueState::Overdue);
    }
    CHECK(marked > 10);
    CHECK(withoutStep.size() > 3);
}
