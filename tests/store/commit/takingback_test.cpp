// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/commit/takingback.h"

#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/inenglish.h"
#include "store/maintenance/check.h"
#include "support/book.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

struct Firm {
    FreshBook book;
    CompanyId id;

    explicit Firm(sql::Engine engine) : book(engine), id(book.add(Company{.name = u"Acme"_s})) {}

    // A step that changes the company.
    qint64 change(const QString &label, const std::function<void(Company &)> &how)
    {
        const Company before = book.load<Company>(id);
        Company after = before;
        how(after);
        return book.commit({Sentence::verbatim(label), {update(before, after)}}).operation.id;
    }
    QStringList inTheWayOf(qint64 step)
    {
        QStringList labels;
        for (const Operation &each : valueOf(store::stepsInTheWay(book.connection(), step)))
            labels += inEnglish(each.label);
        return labels;
    }
};

} // namespace

TEST_CASE("The steps in the way of an old one are those that changed the same", "[store]")
{
    Firm firm(GENERATE(anyEngine()));
    const qint64 first = firm.change(u"Rename"_s, [](Company &c) { c.name = u"Acme Ltd"_s; });
    firm.change(u"Move"_s, [](Company &c) { c.website = u"acme.com"_s; });
    CHECK(firm.inTheWayOf(first).isEmpty()); // another field
    firm.change(u"Rename again"_s, [](Company &c) { c.name = u"Acme plc"_s; });
    CHECK(firm.inTheWayOf(first) == QStringList{u"Rename again"_s});
    firm.book.undo();
    CHECK(firm.inTheWayOf(first).isEmpty()); // it is taken back
    firm.book.redo();
    firm.change(u"Both"_s, [](Company &c) {
        c.name = u"Acme Inc"_s;
        c.website = u"acme.org"_s;
    });
    firm.change(u"Site"_s, [](Company &c) { c.website = u"acme.net"_s; }); // in the way of "Both"
    CHECK(firm.inTheWayOf(first) == QStringList{u"Site"_s, u"Both"_s, u"Rename again"_s});
}

TEST_CASE("An old step and what came later are taken back as one step, which can be undone", "[store]")
{
    Firm firm(GENERATE(anyEngine()));
    const qint64 first = firm.change(u"Rename"_s, [](Company &c) { c.name = u"Acme Ltd"_s; });
    const qint64 second = firm.change(u"Rename again"_s, [](Company &c) { c.name = u"Acme plc"_s; });
    REQUIRE_FALSE(store::revert(firm.book.connection(), first, firm.book.actor()));
    const Edit edit = valueOf(store::editTakingBack(firm.book.connection(), {first, second}));
    CHECK(inEnglish(edit.label) == u"Took back “Rename”, and “Rename again” after it"_s);
    firm.book.commit(edit);
    CHECK(firm.book.load<Company>(firm.id).name == u"Acme"_s);
    CHECK(inEnglish(firm.book.history().front().label)
          == u"Took back “Rename”, and “Rename again” after it"_s); // as the book keeps it
    firm.book.undo();
    CHECK(firm.book.load<Company>(firm.id).name == u"Acme plc"_s);
    CHECK(valueOf(store::checkBook(firm.book.connection(), store::CheckDepth::Thorough, {})).isSound());
}

TEST_CASE("Filling in an empty field of a new address stands in the way of taking the address back",
          "[store]")
{
    Firm firm(GENERATE(anyEngine()));
    const ChangeSet added = firm.book.commit(
        {Sentence::verbatim(u"Add the address"_s),
         {create(Address{.recordKind = EntityKind::Company, .recordId = firm.id.value, .city = u"Ulm"_s})}});
    const auto address = firm.book.load<Address>({added.changes.front().ref.id});
    Address complete = address;
    complete.country = u"DE"_s;
    firm.book.commit({Sentence::verbatim(u"Add the country"_s), {update(address, complete)}});
    CHECK_FALSE(store::revert(firm.book.connection(), added.operation.id, firm.book.actor()));
    CHECK(firm.inTheWayOf(added.operation.id) == QStringList{u"Add the country"_s});
}

TEST_CASE("What a step added is not taken away together with what came later: others may need it", "[store]")
{
    Firm firm(GENERATE(anyEngine()));
    const qint64 added = firm.book.history().front().id; // of Acme
    firm.change(u"Rename"_s, [](Company &c) { c.name = u"Acme Ltd"_s; });
    REQUIRE_FALSE(store::revert(firm.book.connection(), added, firm.book.actor()));
    CHECK(firm.inTheWayOf(added).isEmpty());
}

TEST_CASE("A step that added a record is not taken back along with another", "[store]")
{
    Firm firm(GENERATE(anyEngine()));
    const qint64 first = firm.change(u"Rename"_s, [](Company &c) { c.name = u"Acme Ltd"_s; });
    const Company before = firm.book.load<Company>(firm.id);
    Company after = before;
    after.name = u"Acme plc"_s;
    firm.book.commit(
        {Sentence::verbatim(u"Split"_s), {update(before, after), create(Company{.name = u"New Acme"_s})}});
    CHECK(firm.inTheWayOf(first).isEmpty());
}
