// SPDX-License-Identifier: GPL-3.0-or-later
// What the program brings up to date in an older book, while the database fails.
#include "store/book/renewal.h"

#include "domain/records/activity.h"
#include "domain/records/contact.h"
#include "store/book/searchwords.h"
#include "store/book/wholedays.h"
#include "support/everystatement.h"

#include <QTimeZone>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

// Ana has a number, and something to do for her that takes the whole day.
void addAna(FreshBook &book)
{
    const QDate december(2026, 12, 1);
    const QTimeZone berlin("Europe/Berlin");
    book.commit({Sentence::verbatim(u"Add"_s),
                 {create(Contact{.firstName = u"Ana"_s, .lastName = u"Berg"_s}, 1),
                  create(ContactPoint{.recordKind = EntityKind::Contact,
                                      .recordId = 1,
                                      .by = ContactPointType::Phone,
                                      .value = u"+49 (0)30 5550155"_s}),
                  create(Activity{.kind = ActivityKind::Task,
                                  .state = ActivityState::Planned,
                                  .subject = u"Send the offer"_s,
                                  .at = {december.startOfDay(berlin).toMSecsSinceEpoch()},
                                  .allDay = true,
                                  .timeZone = u"Europe/Berlin"_s},
                         1),
                  create(ActivityLink{.activity = {1}, .recordKind = EntityKind::Contact, .recordId = 1})}});
}

// As before there were these rules.
void makeOlder(sql::Connection &book)
{
    for (const QString &statement :
         {u"UPDATE contact_point SET value_key = '490305550155'"_s, u"UPDATE search_doc SET body = 'ana'"_s,
          u"UPDATE activity SET day = NULL"_s, u"UPDATE contact SET next_day = NULL"_s,
          u"DELETE FROM book WHERE name IN ('search_words', 'whole_days')"_s})
        valueOf(book.run(statement));
}

} // namespace

TEST_CASE("Whichever statement of a renewal fails, the book is as it was, and renewed the next time",
          "[store]")
{
    FreshBook book(GENERATE(anyEngine()));
    CAPTURE(book.connection().engine());
    addAna(book);
    makeOlder(book.connection());
    const store::Renewal *first = &store::searchWordsRenewal;
    const store::Renewal *second = &store::wholeDaysRenewal;
    if (GENERATE(false, true))
        std::swap(first, second);
    CAPTURE(QString(second->name));
    valueOf(store::renewIfDue(book.connection(), *first));
    CHECK(failEveryStatement(book, [&] { return store::renewIfDue(book.connection(), *second); }) > 5);
    CHECK_FALSE(valueOf(store::isDue(book.connection(), *first)));
    CHECK_FALSE(valueOf(store::isDue(book.connection(), *second)));
}
