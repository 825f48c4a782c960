// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/timelinemodel.h"

#include "domain/records/deal.h"

#include "app/edits/recordedits.h"
#include "support/await.h"
#include "support/openbook.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace headway;
using namespace headway::app;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hour = 3'600'000;
constexpr qint64 day = 24 * hour;

struct Timeline {
    OpenBook book{OpenBook::Content::Defaults};
    DealId deal = book.add(Deal{.name = u"Renewal"_s, .pipeline = {1}, .stage = {1}, .currency = u"EUR"_s});
    TimelineModel model{book.workspace(),
                        Display(QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc()),
                        TimelineModel::Content::Everything};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    void log(const QString &subject, qint64 ago, ActivityState state = ActivityState::Done)
    {
        log({.kind = ActivityKind::Call, .state = state, .subject = subject, .at = {testNow.ms - ago}});
    }

    void log(const Activity &activity)
    {
        bool isOver = false;
        logActivity(book.workspace(), qApp, {.activity = activity, .links = {{EntityKind::Deal, deal.value}}},
                    [&](const Result<ChangeSet> &set) {
                        CHECK(set);
                        isOver = true;
                    });
        REQUIRE(await([&] { return isOver; }));
    }

    void show()
    {
        model.show({EntityKind::Deal, deal.value});
        REQUIRE(await([&] { return model.isLoaded(); }));
    }

    QStringList texts() const
    {
        QStringList found;
        for (int row = 0; row < model.rowCount(); ++row)
            found += model.index(row).data().toString();
        return found;
    }
};

} // namespace

TEST_CASE("A subject that is cut in the timeline can be read in its tool tip, above the whole time", "[app]")
{
    Timeline t;
    const QString subject = QString(u"Wärmetechnik "_s).repeated(40).left(500).trimmed();
    t.log(subject, 40 * day);
    t.show();
    const int last = t.model.rowCount() - 1;
    const QString tip = t.model.index(last).data(Qt::ToolTipRole).toString();
    CHECK(tip.startsWith(subject + u'\n'));
    CHECK(tip.contains(u"2026"_s));
    CHECK(t.model.index(last - 1).data(Qt::ToolTipRole).toString().isEmpty()); // a heading
}

TEST_CASE("A timeline shows what is planned first, soonest first, then the past, newest first", "[app]")
{
    Timeline t;
    t.log(u"Older"_s, 40 * day);
    t.log(u"Newer"_s, hour);
    t.log(u"Later"_s, -3 * day, ActivityState::Planned);
    t.log(u"Late"_s, 2 * day, ActivityState::Planned);
    t.show();
    CHECK(t.texts()
          == QStringList{u"Planned"_s, u"Late"_s, u"Later"_s, u"Today"_s, u"Created"_s, u"Newer"_s,
                         u"October 2026"_s, u"Older"_s});
    CHECK(t.model.at(1).due == DueState::Overdue);
    CHECK(t.model.at(2).due == DueState::Later);
    CHECK(t.model.sentence(t.model.at(1)).contains(u"overdue"_s));
}

TEST_CASE("A whole day that was entered in Tokyo stands in the timeline on its day, without a time", "[app]")
{
    Timeline t;
    const QDate today = dayOf(testNow, QTimeZone::utc());
    const auto wholeDay = [](const QString &subject, QDate on, ActivityState state) {
        const QTimeZone tokyo("Asia/Tokyo"); // where the day began on the day before, by the clock here
        return Activity{.kind = ActivityKind::Task,
                        .state = state,
                        .subject = subject,
                        .at = {on.startOfDay(tokyo).toMSecsSinceEpoch()},
                        .allDay = true,
                        .timeZone = u"Asia/Tokyo"_s};
    };
    t.log(wholeDay(u"Offer"_s, today, ActivityState::Planned));
    t.log(wholeDay(u"Fair"_s, today.addDays(-1), ActivityState::Done));
    t.show();
    CHECK(t.texts()
          == QStringList{u"Planned"_s, u"Offer"_s, u"Today"_s, u"Created"_s, u"Yesterday"_s, u"Fair"_s});
    CHECK(t.model.at(1).due == DueState::Today);
    CHECK(t.model.sentence(t.model.at(1)).contains(u"today"_s));
    CHECK(t.model.sentence(t.model.at(5)).contains(u"yesterday"_s));
    for (const int row : {1, 5})
        CHECK_FALSE(t.model.index(row).data(Qt::ToolTipRole).toString().contains(u':'));
}

TEST_CASE("Changes of fields stand between the activities, named and in words", "[app]")
{
    Timeline t;
    t.show();
    const int stage = entityInfo(EntityKind::Deal).indexOf(u"stage_id");
    saveFields(t.book.workspace(), qApp, {EntityKind::Deal, t.deal.value}, {{stage, qint64(1), qint64(3)}},
               [](const Result<ChangeSet> &set) { CHECK(set); });
    REQUIRE(await([&] { return t.model.rowCount() == 3; }));
    const TimelineItem &change = t.model.at(1);
    CHECK(change.type == TimelineItem::Type::Change);
    REQUIRE(change.changes.size() == 1);
    CHECK(change.changes.front().startsWith(u"Stage: "_s));
    CHECK(change.changes.front().contains(u" → Offer"_s));
}

TEST_CASE("A step and its undo leave the timeline both, and stand in the history", "[app]")
{
    Timeline t;
    t.show();
    const int amount = entityInfo(EntityKind::Deal).indexOf(u"amount");
    saveFields(t.book.workspace(), qApp, {EntityKind::Deal, t.deal.value}, {{amount, Value(), qint64(1000)}},
               [](const Result<ChangeSet> &set) { CHECK(set); });
    REQUIRE(await([&] { return t.texts().contains(u"Amount: €10"_s); }));
    const QStringList before = t.texts();
    t.book.workspace().undo();
    REQUIRE(await([&] { return !t.texts().contains(u"Amount: €10"_s); }));
    CHECK(t.texts() == QStringList{u"Today"_s, u"Created"_s});
    TimelineModel history(t.book.workspace(), Display(QLocale::c(), QTimeZone::utc()),
                          TimelineModel::Content::Changes);
    history.show({EntityKind::Deal, t.deal.value});
    CHECK(await([&] { return history.rowCount() == 4; })); // a heading, the undo, the change, the creation
    t.book.workspace().redo();
    CHECK(await([&] { return t.texts() == before; }));
}

TEST_CASE("A lost deal reads as a sentence, with the reason and the note", "[app]")
{
    Timeline t;
    t.show();
    const auto stages = t.book.workspace().lookups().stages;
    const auto lost = std::find_if(stages.begin(), stages.end(), [](const Stage &stage) {
        return stage.type == StageType::Lost && stage.pipeline == PipelineId{1};
    });
    REQUIRE(lost != stages.end());
    const auto reasons = t.book.workspace().lookups().lostReasons;
    REQUIRE_FALSE(reasons.empty());
    const auto field = [](QStringView name) { return entityInfo(EntityKind::Deal).indexOf(name); };
    const Deal before = t.book.load<Deal>(t.deal);
    Deal after = before;
    after.stage = lost->id;
    after.lostReason = reasons.front().id;
    after.closeNote = u"Move postponed\nby 18 months"_s;
    after.amount = 700;
    REQUIRE(field(u"close_note") >= 0);
    t.book.workspace().submit({Sentence::verbatim(u"Lose"_s), {update(before, after)}});
    REQUIRE(await([&] { return t.model.rowCount() == 3; }));
    CHECK(t.model.at(1).changes
          == QStringList{u"Lost to %1 – Move postponed by 18 months"_s.arg(reasons.front().name),
                         u"Amount: €7"_s});
}

TEST_CASE("A new activity enters the timeline as one row, without a reset", "[app]")
{
    Timeline t;
    t.log(u"First"_s, 2 * day);
    t.show();
    const QSignalSpy resets(&t.model, &QAbstractItemModel::modelReset);
    const QSignalSpy inserts(&t.model, &QAbstractItemModel::rowsInserted);
    t.log(u"Second"_s, 2 * day - hour);
    REQUIRE(await([&] { return t.texts().contains(u"Second"_s); }));
    CHECK(resets.isEmpty());
    REQUIRE(inserts.size() == 1);
    CHECK(inserts.front().at(1) == inserts.front().at(2)); // one row
}

TEST_CASE("The history shows the steps alone, and which of them are taken back", "[app]")
{
    Timeline t;
    t.log(u"A call"_s, hour);
    TimelineModel history(t.book.workspace(),
                          Display(QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc()),
                          TimelineModel::Content::Changes);
    const QAbstractItemModelTester tester(&history, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const int amount = entityInfo(EntityKind::Deal).indexOf(u"amount");
    saveFields(t.book.workspace(), qApp, {EntityKind::Deal, t.deal.value}, {{amount, Value(), qint64(1000)}},
               [](const Result<ChangeSet> &set) { CHECK(set); });
    history.show({EntityKind::Deal, t.deal.value});
    REQUIRE(await([&] { return history.rowCount() == 3; }));
    CHECK(history.index(1).data().toString() == u"Amount: €10"_s);
    CHECK(!history.at(1).isTakenBack);
    t.book.workspace().revert(history.at(1).id, &t.book.workspace(),
                              [](const Result<ChangeSet> &set) { CHECK(set); });
    REQUIRE(await([&] { return history.rowCount() == 4; }));
    CHECK(history.at(2).isTakenBack);
}

TEST_CASE("A long past is read in pieces, in order over the seam", "[app]")
{
    Timeline t;
    for (int i = 0; i < 90; ++i)
        t.log(u"Call %1"_s.arg(i), (100 - i) * day);
    // Without the model tester, which fetches all rows.
    TimelineModel model(t.book.workspace(), Display(QLocale::c(), QTimeZone::utc()),
                        TimelineModel::Content::Everything);
    model.show({EntityKind::Deal, t.deal.value});
    REQUIRE(await([&] { return model.isLoaded(); }));
    const int before = model.rowCount();
    REQUIRE(await([&] { return model.canFetchMore({}); }));
    model.fetchMore({});
    REQUIRE(await([&] { return model.rowCount() > before; }));
    CHECK(!model.canFetchMore({}));
    Instant last{std::numeric_limits<qint64>::max()};
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.at(row).type == TimelineItem::Type::Heading)
            continue;
        CHECK(model.at(row).at <= last);
        last = model.at(row).at;
    }
}
