// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a task is done, where a column says only that.
#include "domain/records/activity.h"
#include "support/transfer.h"

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::import;
using transfer::ImportQuestion;
using transfer::ImportReport;

namespace {

// The words that were asked about.
QStringList unknown(const ImportReport &report)
{
    QStringList words;
    for (const ImportQuestion &question : report.questions) {
        if (question.about == ImportQuestion::About::Word)
            words += question.text;
    }
    return words;
}

} // namespace

TEST_CASE("A task that was ticked off elsewhere is done, the others are still to do", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const ImportReport report = import(book, {.kind = EntityKind::Activity},
                                       "Type,Subject,Due Date,Completed\n"
                                       "Task,True,2026-11-01,TRUE\nTask,Cross,2026-11-01,x\n"
                                       "Task,Tick,2026-11-01,\xE2\x9C\x93\nTask,One,2026-11-01,1\n"
                                       "Task,Ja,2026-11-01,Ja\nTask,False,2026-11-01,FALSE\n"
                                       "Task,Zero,2026-11-01,0\nTask,Nothing,2026-11-01,\n"
                                       "Task,Half,2026-11-01,half\n");
    CHECK(report.created == 9);
    for (const Activity &activity : test::all<Activity>(book)) {
        CAPTURE(activity.subject);
        const bool isDone =
            QStringList{u"True"_s, u"Cross"_s, u"Tick"_s, u"One"_s, u"Ja"_s}.contains(activity.subject);
        CHECK(activity.state == (isDone ? ActivityState::Done : ActivityState::Planned));
    }
    CHECK(unknown(report) == QStringList{u"half"_s});
}

TEST_CASE("The days of a column Completed are when the task was done", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    import(book, {.kind = EntityKind::Activity},
           "Type,Subject,Due Date,Completed\nTask,Ring,2026-11-01,2026-11-03\nTask,Write,2026-11-02,\n");
    for (const Activity &activity : test::all<Activity>(book)) {
        const bool isRing = activity.subject == u"Ring"_s;
        CHECK(bool(activity.doneAt) == isRing);
        CHECK(activity.state == (isRing ? ActivityState::Done : ActivityState::Planned));
    }
}

TEST_CASE("A figure under Status is no yes, and is asked", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const ImportReport report = import(book, {.kind = EntityKind::Activity},
                                       "Type,Subject,Due Date,Status\nTask,Ring,2026-11-01,1\n");
    CHECK(unknown(report) == QStringList{u"1"_s});
}
