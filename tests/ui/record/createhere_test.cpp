// SPDX-License-Identifier: GPL-3.0-or-later
// From a company one adds its people and deals; how many keys that takes.
#include "domain/records/contact.h"
#include "domain/records/lead.h"
#include "ui/buttons.h"
#include "ui/fields/recordeditor.h"
#include "ui/record/detailroom.h"
#include "ui/record/relatedlist.h"

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

struct CompanyRoom : DetailRoom {
    int keys = 0; // besides letters

    CompanyRoom() { show({EntityKind::Company, company.value}); }

    void strike(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++keys;
        press(key, modifiers);
    }
    void strikeTab() { strike(Qt::Key_Tab); }
    RecordForm *form() { return pane->findChild<RecordForm *>(); }
    QString typedIn(QStringView field) { return form()->fieldRow(field)->editor()->typed(); }
};

} // namespace

TEST_CASE("A company shows its people, deals and leads, and a + for each, even where there are none", "[ui]")
{
    CompanyRoom room;
    room.pane->choosePart(DetailPane::Part::Related);
    for (const QString &name : {u"Add a contact here"_s, u"Add a deal here"_s, u"Add a lead here"_s}) {
        CAPTURE(name);
        CHECK(findButton(*room.pane, name));
    }
    clickButton(*room.pane, u"Add a contact here"_s);
    CHECK(room.form()->isNew());
    CHECK(room.form()->kind() == EntityKind::Contact);
    CHECK(room.typedIn(u"company_id") == u"Acme"_s);
}

TEST_CASE("A new lead at a company begins with its name", "[ui]")
{
    CompanyRoom room;
    CHECK(room.commands.run(u"record.newLeadHere"));
    CHECK(room.form()->kind() == EntityKind::Lead);
    CHECK(room.typedIn(u"organisation") == u"Acme"_s);
}

TEST_CASE("A person with two numbers and an e-mail address at a company takes eight keys and one form",
          "[ui]")
{
    CompanyRoom room;
    room.strike(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    room.type(u"Anna"_s);
    room.strikeTab();
    room.type(u"Weber"_s);
    room.strikeTab(); // the company is there
    room.strikeTab();
    room.strikeTab();
    room.type(u"anna@acme.example"_s);
    room.strikeTab();
    room.type(u"+49 30 1234, 0171 555"_s);
    room.strike(Qt::Key_Return, Qt::ControlModifier);
    CHECK(room.keys <= 8);
    REQUIRE(await([&] { return room.book.all(EntityKind::Contact).size() == 1; }));
    const Contact anna = as<Contact>(room.book.all(EntityKind::Contact).front());
    CHECK(anna.name == u"Anna Weber"_s);
    CHECK(anna.company == room.company);
    CHECK(anna.email == u"anna@acme.example"_s);
    CHECK(anna.phone == u"+49 30 1234"_s);
    CHECK(room.book.all(EntityKind::ContactPoint).size() == 3);
}

TEST_CASE("A deal with company, contact, amount and day takes seven keys: the contact is the company's",
          "[ui]")
{
    CompanyRoom room;
    const ContactId anna =
        room.book.add(Contact{.firstName = u"Anna"_s, .lastName = u"Weber"_s, .company = room.company});
    room.pane->create(EntityKind::Deal, entityInfo(EntityKind::Deal).defaults);
    room.keys = 1; // Ctrl+N, which the window knows
    room.type(u"Cooling plant"_s);
    room.strikeTab();
    room.type(u"acm"_s);
    REQUIRE(await([&] {
        return !static_cast<RecordEditor *>(room.form()->fieldRow(u"company_id")->editor())->isSearching();
    }));
    room.strikeTab(); // takes what was found
    CHECK(room.typedIn(u"company_id") == u"Acme"_s);
    REQUIRE(await([&] { return room.typedIn(u"contact_id") == u"Anna Weber"_s; }));
    room.strikeTab();
    room.strikeTab(); // the first stage is there
    room.type(u"12k"_s);
    room.strikeTab();
    room.type(u"2027-01-15"_s);
    room.strike(Qt::Key_Return, Qt::ControlModifier);
    CHECK(room.keys <= 7);
    REQUIRE(await([&] { return room.book.all(EntityKind::Deal).size() == 2; }));
    const Deal deal = as<Deal>(room.book.all(EntityKind::Deal).back());
    CHECK(deal.name == u"Cooling plant"_s);
    CHECK(deal.company == room.company);
    CHECK(deal.contact == anna);
    CHECK(deal.amount == 1'200'000);
    CHECK(deal.expectedClose == QDate(2027, 1, 15));
}

TEST_CASE("Of several people of a company none is put in", "[ui]")
{
    CompanyRoom room;
    for (const QString &name : {u"Weber"_s, u"Ito"_s})
        room.book.add(Contact{.firstName = u"Anna"_s, .lastName = name, .company = room.company});
    CHECK(room.commands.run(u"record.newDealHere"));
    auto *contact = static_cast<RecordEditor *>(room.form()->fieldRow(u"contact_id")->editor());
    room.type(u"Plant"_s);
    room.strikeTab();
    room.strikeTab();
    CHECK(contact->typed().isEmpty());
    CHECK(contact->isAncestorOf(QApplication::focusWidget()));
}

TEST_CASE("A contact that belongs to a company is not put in once another company is typed", "[ui]")
{
    CompanyRoom room;
    room.book.add(Contact{.firstName = u"Anna"_s, .lastName = u"Weber"_s, .company = room.company});
    room.pane->create(EntityKind::Deal, entityInfo(EntityKind::Deal).defaults);
    auto *company = static_cast<RecordEditor *>(room.form()->fieldRow(u"company_id")->editor());
    company->choose({EntityKind::Company, room.company.value}, u"Acme"_s); // asks for its contacts
    company->type(u"Initech"_s);
    REQUIRE(
        await([&] { return !company->isSearching(); })); // the answer to the first question was due before
    CHECK(room.typedIn(u"contact_id").isEmpty());

    company->choose({EntityKind::Company, room.company.value}, u"Acme"_s);
    room.pane->create(EntityKind::Deal, entityInfo(EntityKind::Deal).defaults);
    clickButton(*room.form(), u"Discard"_s);
    auto *again = static_cast<RecordEditor *>(room.form()->fieldRow(u"company_id")->editor());
    again->type(u"Initech"_s);
    REQUIRE(await([&] { return !again->isSearching(); }));
    CHECK(room.typedIn(u"contact_id").isEmpty());
}

TEST_CASE("A deal begun at a company waits there, and the one begun before keeps every word", "[ui]")
{
    CompanyRoom room;
    room.pane->create(EntityKind::Deal, entityInfo(EntityKind::Deal).defaults);
    room.type(u"Cooling plant"_s);
    room.press(Qt::Key_Escape);
    REQUIRE(await([&] { return !room.pane->isCreating(); }));

    CHECK(room.commands.run(u"record.newDealHere"));
    CHECK(room.typedIn(u"name").isEmpty());
    room.type(u"Spare parts"_s);
    room.press(Qt::Key_Escape);
    REQUIRE(await([&] { return !room.pane->isCreating(); }));

    room.pane->create(EntityKind::Deal, entityInfo(EntityKind::Deal).defaults);
    CHECK(room.typedIn(u"name") == u"Cooling plant"_s);
    room.press(Qt::Key_Escape);
    REQUIRE(await([&] { return !room.pane->isCreating(); }));
    CHECK(room.commands.run(u"record.newDealHere"));
    CHECK(room.typedIn(u"name") == u"Spare parts"_s);
    CHECK(room.typedIn(u"company_id") == u"Acme"_s);
    clickButton(*room.form(), u"Discard"_s);
    CHECK(room.typedIn(u"name").isEmpty());
    CHECK(room.typedIn(u"company_id") == u"Acme"_s); // it still belongs there
    CHECK(room.drafts.keys().size() == 1);
}

TEST_CASE("A deal begun in one stage of the board does not overwrite the one begun in another", "[ui]")
{
    CompanyRoom room;
    const auto begin = [&room](qint64 stage) {
        Row preset = entityInfo(EntityKind::Deal).defaults;
        preset[size_t(entityInfo(EntityKind::Deal).indexOf(u"stage_id"))] = stage;
        room.pane->create(EntityKind::Deal, preset);
    };
    begin(1);
    room.type(u"Cooling plant"_s);
    room.press(Qt::Key_Escape);
    begin(2);
    CHECK(room.typedIn(u"name").isEmpty());
    room.type(u"Spare parts"_s);
    room.press(Qt::Key_Escape);
    begin(1);
    CHECK(room.typedIn(u"name") == u"Cooling plant"_s);
    begin(2);
    CHECK(room.typedIn(u"name") == u"Spare parts"_s);
}

TEST_CASE("A deal that I began and left is there again, whatever card of the board I stand on", "[ui]")
{
    CompanyRoom room;
    const auto begin = [&room](qint64 stage) {
        const EntityInfo &info = entityInfo(EntityKind::Deal);
        Row preset = info.defaults;
        if (stage) {
            preset[size_t(info.indexOf(u"pipeline_id"))] = qint64(1);
            preset[size_t(info.indexOf(u"stage_id"))] = stage;
        }
        room.pane->create(EntityKind::Deal, preset, DetailPane::StageGiven::AtHand);
    };
    begin(1);
    room.type(u"Cooling plant"_s);
    room.press(Qt::Key_Escape);
    for (const qint64 stage : {2, 0}) { // another card; the list of deals
        begin(stage);
        CHECK(room.typedIn(u"name") == u"Cooling plant"_s);
        room.press(Qt::Key_Escape);
    }
}
