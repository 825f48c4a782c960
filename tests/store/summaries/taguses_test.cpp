// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/summaries/taguses.h"

#include "domain/records/company.h"
#include "domain/records/lists.h"
#include "support/book.h"
#include "support/engines.h"

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::valueOf;

TEST_CASE("It is known on how many records each tag hangs, whatever they are", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    CHECK(valueOf(store::tagUses(book.connection())).empty());
    const TagId often = book.add(Tag{.name = u"Wood"_s});
    const TagId rare = book.add(Tag{.name = u"Metal"_s});
    book.add(Tag{.name = u"Never"_s});
    const CompanyId acme = book.add(Company{.name = u"Acme"_s});
    const CompanyId globex = book.add(Company{.name = u"Globex"_s});
    const auto hang = [&book](TagId tag, CompanyId company) {
        book.add(TagLink{.tag = tag, .recordKind = EntityKind::Company, .recordId = company.value});
    };
    hang(often, acme);
    hang(often, globex);
    hang(rare, acme);
    CHECK(valueOf(store::tagUses(book.connection())) == store::TagUses{{often.value, 2}, {rare.value, 1}});
}
