// SPDX-License-Identifier: GPL-3.0-or-later
// Files that tell when deals entered their stages, of deals that are there already.
#include "support/dealstages.h"
#include "support/flaws.h"
#include "support/transfer.h"

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::import;
using test::stagesOf;
using transfer::DuplicatePolicy;
using transfer::ImportRequest;

TEST_CASE("Deals that came without their history get it by a second file", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    import(book, test::dealsRequest(),
           "Deal ID,Deal name,Stage,Created\n1,Towers,Offer,2023-01-02\n2,Cranes,Offer,2023-01-02\n");
    REQUIRE(stagesOf(book, u"Towers"_s) == u"Offer 2023-01-02"_s);
    const QByteArray before = test::exportedWhole(book);
    const QByteArray file = "Deal ID,Deal name,Stage,Date entered Qualified,Date entered Offer\n"
                            "1,Towers,Offer,2023-01-04,2023-02-01\n"
                            "2,Cranes,Qualified,2023-01-05,2023-02-02\n";
    const DuplicatePolicy policy = GENERATE(DuplicatePolicy::Fill, DuplicatePolicy::Overwrite);
    const bool isFill = policy == DuplicatePolicy::Fill;
    CHECK(import(book, test::dealsAgain(policy), file).updated == (isFill ? 1 : 2));
    CHECK(stagesOf(book, u"Towers"_s) == u"Qualified 2023-01-04 | Offer 2023-02-01"_s);
    // The file has this one in another stage than the book, which keeps its own unless it is to be overwritten.
    if (isFill)
        CHECK(stagesOf(book, u"Cranes"_s) == u"Offer 2023-01-02"_s);
    else
        CHECK(stagesOf(book, u"Cranes"_s)
                  .startsWith(u"Qualified 2023-01-05 | Offer 2023-02-02 | Qualified 2023-11-14"_s));
    CHECK(test::flawsIn(book.connection()) == test::none);
    CHECK(import(book, test::dealsAgain(policy), file).unchanged == 2);
    book.undo();
    CHECK(test::exportedWhole(book) == before);
    CHECK(test::flawsIn(book.connection()) == test::none);
}

TEST_CASE("What was moved in the book since the first import is not forgotten by the second", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const QByteArray file = "Deal ID,Deal name,Stage,Date entered Qualified,Date entered Offer,Closed on\n"
                            "1,Towers,Qualified,2023-01-04,,\n";
    const QByteArray later = "Deal ID,Deal name,Stage,Date entered Qualified,Date entered Offer,Closed on\n"
                             "1,Towers,Won,2023-01-04,2023-02-01,2023-03-01\n";
    import(book, test::dealsAgain(DuplicatePolicy::Fill), file);
    import(book, test::dealsAgain(DuplicatePolicy::Overwrite),
           "Deal ID,Deal name,Stage\n1,Towers,Offer\n"); // moved today
    const QString here = stagesOf(book, u"Towers"_s);
    REQUIRE(here.startsWith(u"Qualified 2023-01-04 | Offer 2023-11-14"_s));
    CHECK(import(book, test::dealsAgain(DuplicatePolicy::Fill), file).unchanged == 1);
    CHECK(stagesOf(book, u"Towers"_s) == here);
    CHECK(import(book, test::dealsAgain(DuplicatePolicy::Overwrite), later).updated == 1);
    const QString all = stagesOf(book, u"Towers"_s);
    CHECK(all == u"Qualified 2023-01-04 | Offer 2023-02-01 | Won 2023-03-01"_s);
    CHECK(test::flawsIn(book.connection()) == test::none);
}

TEST_CASE("A file without a column of the stage does not move deals, but tells where they were", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    import(book, test::dealsRequest(), "Deal ID,Deal name,Stage,Created\n1,Towers,Offer,2023-01-02\n");
    CHECK(import(book, test::dealsAgain(DuplicatePolicy::Overwrite),
                 "Deal ID,Date entered Qualified,Date entered Offer\n1,2023-01-04,2023-02-01\n")
              .updated
          == 1);
    CHECK(stagesOf(book, u"Towers"_s) == u"Qualified 2023-01-04 | Offer 2023-02-01"_s);
}

TEST_CASE("The last change of stage alone takes no earlier stage away", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    import(book, test::dealsRequest(),
           "Deal ID,Deal name,Stage,Date entered Qualified,Date entered Offer\n"
           "1,Towers,Offer,2023-01-04,2023-02-01\n");
    const ImportRequest request = test::dealsAgain(DuplicatePolicy::Overwrite);
    const QByteArray header = "Deal ID,Deal name,Stage,Status,Last stage change,Won time\n";
    SECTION("of a deal that is where it was")
    {
        import(book, request, header + "1,Towers,Offer,Open,2023-02-03 09:00,\n");
        CHECK(stagesOf(book, u"Towers"_s) == u"Qualified 2023-01-04 | Offer 2023-02-03T09:00"_s);
    }
    SECTION("of one whose last change lies before what is known")
    {
        CHECK(import(book, request, header + "1,Towers,Offer,Open,2023-01-02,\n").unchanged == 1);
    }
    SECTION("of one that was won in its stage meanwhile")
    {
        import(book, request, header + "1,Towers,Offer,Won,2023-02-01,2023-03-01 17:30\n");
        CHECK(stagesOf(book, u"Towers"_s)
              == u"Qualified 2023-01-04 | Offer 2023-02-01 | Won 2023-03-01T17:30"_s);
    }
    CHECK(test::flawsIn(book.connection()) == test::none);
}
