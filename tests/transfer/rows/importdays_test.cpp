// SPDX-License-Identifier: GPL-3.0-or-later
// Whole days, and times that a clock leaves out or shows twice, in files of people who sit elsewhere.
#include "domain/records/activity.h"
#include "support/transfer.h"
#include "transfer/import/importer.h"

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::import;
using transfer::ImportReport;
using transfer::ImportRequest;

namespace {

template <class E>
E only(FreshBook &book)
{
    const auto all = test::all<E>(book);
    REQUIRE(all.size() == 1);
    return all.front();
}

} // namespace

TEST_CASE("A day alone is the whole of that day for whoever looks, wherever the file was written",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const QDate december(2026, 12, 1);
    for (const char *zone : {"America/New_York", "Europe/Berlin", "Pacific/Auckland"}) {
        CAPTURE(zone);
        const ImportRequest request{.kind = EntityKind::Activity, .zone = QTimeZone(zone)};
        for (const QByteArray &file : {QByteArray("Subject,Due Date\nSend,2026-12-01\n"),
                                       QByteArray("Subject,Start Date,All day event\nFair,2026-12-01,True\n"),
                                       QByteArray("Subject,Start Date,Start Time,All day event\n"
                                                  "Fair,2026-12-01,12:00 AM,True\n"),
                                       QByteArray("Subject,Start,All day event\n"
                                                  "Fair,2026-12-01T00:00:00Z,True\n")}) {
            CAPTURE(file);
            CHECK(import(book, request, file).created == 1);
            const Activity activity = only<Activity>(book);
            CHECK(activity.allDay);
            CHECK(activity.day == december);
            CHECK(activity.at.ms == december.startOfDay(QTimeZone(zone)).toMSecsSinceEpoch());
            CHECK(activity.timeZone == QString::fromLatin1(zone));
            book.undo();
        }
    }
}

TEST_CASE("A time that the clocks leave out is not moved: it stays as text, and is said", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const ImportRequest request{.kind = EntityKind::Activity, .zone = QTimeZone("Europe/Berlin")};
    const ImportReport report = import(book, request, "Subject,Date\nHi,2026-03-29 02:30\n");
    CHECK(report.created == 1);
    CHECK(only<Activity>(book).note.contains(u"Date: 2026-03-29 02:30"_s));
    CHECK_FALSE(report.questions.empty());
    book.undo();
    import(book, request, "Subject,Start Date,Start Time\nHi,2026-03-29,02:30\n");
    CHECK(only<Activity>(book).day == QDate(2026, 3, 29));
    CHECK(only<Activity>(book).note == u"Start Time: 02:30"_s);
    book.undo();
    // Two such hours in autumn: the first.
    import(book, request, "Subject,Date\nHi,2026-10-25 02:30\n");
    CHECK(formatInstant(only<Activity>(book).at.ms) == u"2026-10-25T00:30:00Z"_s);
}

TEST_CASE("The same file of another clock changes no whole day that is there", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const auto taken = [&book](const char *zone, const QByteArray &content) {
        return import(book,
                      {.kind = EntityKind::Activity,
                       .match = {u"subject"_s},
                       .existing = transfer::DuplicatePolicy::Overwrite,
                       .zone = QTimeZone(zone)},
                      content);
    };
    CHECK(taken("Europe/Berlin", "Subject,Due Date\nSend,2026-12-01\n").created == 1);
    const Activity task = only<Activity>(book);
    CHECK(taken("America/New_York", "Subject,Due Date\nSend,2026-12-01\n").unchanged == 1);
    CHECK(only<Activity>(book) == task);
    CHECK(taken("America/New_York", "Subject,Due Date\nSend,2026-12-02\n").updated == 1);
    CHECK(only<Activity>(book).day == QDate(2026, 12, 2));
    CHECK(only<Activity>(book).timeZone == u"Europe/Berlin"_s);
}
