// SPDX-License-Identifier: GPL-3.0-or-later
// Who asks for many names gets the same answers as who asks for one.
#include "store/reading/importlookup.h"

#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "store/rows/records.h"
#include "support/book.h"

#include <random>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

bool isSame(const store::NameMatches &a, const store::NameMatches &b)
{
    return a.exact == b.exact && a.companies == b.companies;
}

// What a single question finds.
store::NameMatches asked(FreshBook &book, EntityKind kind, const QString &name)
{
    return valueOf(store::NameLookup(book.connection()).find(kind, name));
}

template <class E>
void tell(store::NameLookup &names, FreshBook &book, const E &record)
{
    const EntityRef ref{Table<E>::kind, record.id.value};
    names.added(ref, valueOf(store::load(book.connection(), ref)).row);
}

} // namespace

TEST_CASE("Names that are asked by the hundred are found as the book has them by then", "[store]")
{
    FreshBook book(GENERATE(anyEngine()));
    const QStringList words{u"Acme"_s, u"acme"_s,        u"Acme GmbH"_s, u"Bolt"_s,
                            u"Bölt"_s, u"Cedar, Ltd."_s, u"東京"_s};
    std::mt19937 dice(11);
    const auto any = [&] { return words[qsizetype(dice() % unsigned(words.size()))]; };
    for (int i = 0; i < 60; ++i)
        book.add(Company{.name = any() + u" %1"_s.arg(i % 20)});
    store::NameLookup names(book.connection());
    for (int round = 0; round < 150; ++round) {
        const QString name = any() + u" %1"_s.arg(dice() % 25);
        const auto found = valueOf(names.find(EntityKind::Company, name));
        REQUIRE(isSame(found, asked(book, EntityKind::Company, name)));
        if (found.exact.empty()) {
            const CompanyId made = book.add(Company{.name = name});
            tell(names, book, book.load<Company>(made));
        } else if (dice() % 3 == 0) {
            const Company before = book.load<Company>({found.exact.front()});
            Company after = before;
            after.name = any() + u" %1"_s.arg(dice() % 25);
            if (after.name == before.name)
                continue;
            book.commit({Sentence::verbatim(u"Rename"_s), {update(before, after)}});
            tell(names, book, book.load<Company>(before.id));
        }
    }
}

TEST_CASE("A person is found among many by either order of the names, with the company", "[store]")
{
    FreshBook book(GENERATE(anyEngine()));
    const CompanyId acme = book.add(Company{.name = u"Acme"_s});
    for (int i = 0; i < 60; ++i)
        book.add(Contact{.firstName = u"Ana"_s, .lastName = u"Núñez%1"_s.arg(i), .company = acme});
    store::NameLookup names(book.connection());
    for (int i = 0; i < 60; ++i) {
        for (const QString &typed : {u"Ana Núñez%1"_s, u"Nunez%1, Ana"_s, u"Nobody %1"_s}) {
            const auto found = valueOf(names.find(EntityKind::Contact, typed.arg(i)));
            REQUIRE(isSame(found, asked(book, EntityKind::Contact, typed.arg(i))));
        }
    }
    CHECK(valueOf(names.find(EntityKind::Contact, u"Ana Núñez7"_s)).companies
          == std::vector<qint64>{acme.value});
}
