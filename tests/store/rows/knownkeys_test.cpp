// SPDX-License-Identifier: GPL-3.0-or-later
// Which names and addresses a book cannot have.
#include "store/rows/knownkeys.h"

#include "domain/changes/derive.h"
#include "domain/records/company.h"
#include "domain/records/record.h"
#include "support/book.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;
using Where = store::KnownKeys::Where;

namespace {

Row named(const QString &name)
{
    return derive(EntityKind::Company, toRow(Company{.name = name}));
}

} // namespace

TEST_CASE("A name that was asked for too late may still be held", "[store]")
{
    FreshBook book(GENERATE(anyEngine()));
    store::KnownKeys keys(book.connection());
    const auto whereIs = [&keys](const QString &name) {
        return valueOf(keys.where(EntityKind::Company, "name_key"_L1, name));
    };
    keys.note(EntityKind::Company, named(u"Acme"_s));
    CHECK(whereIs(u"acme"_s) == Where::Held);
    CHECK(whereIs(u"acme"_s) == Where::Held); // nobody has written it yet
    keys.written();
    CHECK(whereIs(u"acme"_s) != Where::Held);
    keys.note(EntityKind::Company, named(u"Globex"_s));
    CHECK(whereIs(u"globex"_s) == Where::Held);
    CHECK(whereIs(u"acme"_s) != Where::Held);
}

TEST_CASE("Records of another kind keep nobody from looking past them", "[store]")
{
    FreshBook book(GENERATE(anyEngine()));
    store::KnownKeys keys(book.connection());
    keys.note(EntityKind::Company, named(u"Acme"_s));
    CHECK(valueOf(keys.where(EntityKind::Contact, "name_key"_L1, u"acme"_s)) != Where::Held);
}
