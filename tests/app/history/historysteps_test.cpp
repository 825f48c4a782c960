// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/historysteps.h"

#include "app/history/historylines.h"
#include "domain/records/inenglish.h"
#include "support/salesbook.h"

using namespace headway;
using namespace headway::app;
using namespace headway::test;
using namespace Qt::StringLiterals;

TEST_CASE("A page of the history costs two statements, however many steps it has", "[app]")
{
    SalesBook book(GENERATE(anyEngine()));
    for (int i = 0; i < 120; ++i)
        book.add(User{.name = u"Colleague %1"_s.arg(i)});
    QStringList statements;
    book.connection().setProbe([&statements](const QString &statement, const sql::Values &) {
        statements += statement;
        return Result<>();
    });
    const auto page = historySteps(book.connection(), {}, 0, 100);
    const auto next =
        historySteps(book.connection(), {.actor = book.ana}, valueOf(page).back().operation.id, 5);
    const auto none = historySteps(book.connection(), {.actor = book.ben}, 0, 100);
    book.connection().setProbe({});
    CAPTURE(statements);
    CHECK(statements.size() == 5); // where there are no steps, their changes are not asked for
    REQUIRE(valueOf(page).size() == 100);
    REQUIRE(valueOf(next).size() == 5);
    CHECK(valueOf(none).empty());
    CHECK(page->back().operation.id > next->front().operation.id);
}

TEST_CASE("Each step of a page has its own number of changes, of a huge one only that they are many", "[app]")
{
    SalesBook book(GENERATE(anyEngine()));
    const auto hire = [&book](const QString &from, int count) {
        Edit edit{Sentence::verbatim(u"Hire from "_s + from), {}};
        for (int i = 0; i < count; ++i)
            edit.changes.push_back(create(User{.name = u"%1 %2"_s.arg(from).arg(i)}));
        return book.commit(edit);
    };
    hire(u"Acme"_s, 2);
    hire(u"a whole town"_s, mostHistoryLines + 1); // slow, as it is the least that is too much
    const int ofOne = countLines(hire(u"Bolt"_s, 1).changes.front());
    REQUIRE(ofOne > 0);
    const auto steps = valueOf(historySteps(book.connection(), {}, 0, 3));
    REQUIRE(steps.size() == 3);
    CHECK(inEnglish(steps[0].operation.label) == u"Hire from Bolt"_s);
    CHECK(steps[0].lines == ofOne);
    CHECK(steps[1].lines == mostHistoryLines + 1);
    CHECK(steps[2].lines == 2 * ofOne);
}
