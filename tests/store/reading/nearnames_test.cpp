// SPDX-License-Identifier: GPL-3.0-or-later
// Names in a filter that no record has.
#include "store/reading/nearnames.h"

#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/inenglish.h"
#include "domain/records/lists.h"
#include "support/book.h"
#include "support/transfer.h"

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::valueOf;

namespace {

// The sentence, with the part of the filter that it is about.
QString said(FreshBook &book, const QString &filter, EntityKind kind = EntityKind::Deal)
{
    const auto unknown = valueOf(store::unknownName(book.connection(), typedNames(kind, filter)));
    return unknown
        ? QString(filter.mid(unknown->position, unknown->length) + u": "_s + inEnglish(unknown->text))
        : QString();
}

} // namespace

TEST_CASE("A stage, a tag or a colleague that nobody knows is told with the near name", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    book.add(Tag{.name = u"vip"_s});
    CHECK(said(book, u"amount:>5 stage:Ofer"_s)
          == u"stage:Ofer: There is no stage “Ofer”. Did you mean “Offer”?"_s);
    CHECK(said(book, u"-tag:vpi"_s) == u"-tag:vpi: There is no tag “vpi”. Did you mean “vip”?"_s);
    CHECK(said(book, u"(pipeline:Slaes or stage:Offer)"_s)
          == u"pipeline:Slaes: There is no pipeline “Slaes”. Did you mean “Sales”?"_s);
    CHECK(said(book, u"owner:zebediah"_s) == u"owner:zebediah: There is no user “zebediah”."_s);
    CHECK(said(book, u"stage:Offer,Wno"_s)
          == u"stage:Offer,Wno: There is no stage “Wno”. Did you mean “Won”?"_s);
    CHECK(said(book, u"team:North"_s) == u"team:North: There is no team “North”."_s);
}

TEST_CASE("A name that means something is not told: in part, in any case, without its marks", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    book.add(Company{.name = u"Łąka Odlewy"_s});
    for (const QString &filter : {u"stage:off"_s, u"stage:OFFER,won"_s, u"owner:me"_s, u"company:laka"_s,
                                  u"company:odl"_s, u"stage:"_s, u"-tag:"_s, u"status:open x"_s, u""_s}) {
        CAPTURE(filter);
        CHECK(said(book, filter).isEmpty());
    }
}

TEST_CASE("A company or a person is near that begins alike", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    book.add(Company{.name = u"Acme Trading"_s});
    book.add(Company{.name = u"O'Neill"_s});
    book.add(Contact{.firstName = u"Anna"_s, .lastName = u"Bergström"_s});
    CHECK(said(book, u"company:\"Acme Tradign\""_s).endsWith(u"Did you mean “Acme Trading”?"_s));
    CHECK(said(book, u"company:Acmee"_s).endsWith(u"Did you mean “Acme Trading”?"_s));
    CHECK(said(book, u"contact:\"Anna Bergstrom\""_s).isEmpty());
    CHECK(said(book, u"contact:Bergstrem"_s)
          == u"contact:Bergstrem: There is no contact “Bergstrem”. Did you mean “Anna Bergström”?"_s);
    // An apostrophe, and what means something in SQL, is a name like any other.
    CHECK(said(book, u"company:'"_s) == u"company:': There is no company “'”."_s);
    CHECK(said(book, u"company:%"_s) == u"company:%: There is no company “%”."_s);
    CHECK(said(book, u"company:o'"_s).isEmpty());
}
