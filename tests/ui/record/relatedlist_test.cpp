// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/relatedlist.h"

#include "domain/records/lead.h"
#include "ui/controls/flatbutton.h"
#include "ui/fields/recordeditor.h"
#include "ui/record/detailroom.h"
#include "ui/record/relatedform.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

struct PersonRoom : DetailRoom {
    ContactId person;

    PersonRoom()
    {
        person = book.add(Contact{.firstName = u"Ana"_s, .lastName = u"Núñez"_s, .company = company});
        show({EntityKind::Contact, person.value});
        pane->choosePart(DetailPane::Part::Details);
    }

    Contact contact() { return book.load<Contact>(person); }

    RelatedList *list(DetailPane::Part part = DetailPane::Part::Details) const
    {
        const auto lists = pane->findChildren<RelatedList *>();
        for (RelatedList *each : lists) {
            const bool isBelowFields = sheet()->isAncestorOf(each);
            if (isBelowFields == (part == DetailPane::Part::Details))
                return each;
        }
        return nullptr;
    }
    QStringList rows(DetailPane::Part part = DetailPane::Part::Details) const
    {
        QStringList texts;
        for (const LinkRow *row : list(part)->findChildren<LinkRow *>()) {
            if (row->isVisible())
                texts += row->link().text;
        }
        return texts;
    }
    LinkRow *row(const QString &text, DetailPane::Part part = DetailPane::Part::Details) const
    {
        LinkRow *found = nullptr;
        REQUIRE(await([&] {
            for (LinkRow *row : list(part)->findChildren<LinkRow *>()) {
                if (row->isVisible() && row->link().text == text)
                    found = row;
            }
            return found != nullptr;
        }));
        return found;
    }
    // Presses the button in the title of a group, by keyboard.
    RelatedForm *add(const QString &accessibleName, DetailPane::Part part = DetailPane::Part::Details)
    {
        for (FlatButton *button : list(part)->findChildren<FlatButton *>()) {
            if (button->isVisible() && button->accessibleName() == accessibleName) {
                button->setFocus();
                press(Qt::Key_Return);
                REQUIRE(list(part)->form());
                return list(part)->form();
            }
        }
        FAIL("no such button");
        return nullptr;
    }
    RelatedForm *addPoint() { return add(u"Add an e-mail address, phone number or web page"_s); }
    bool isSaved(DetailPane::Part part = DetailPane::Part::Details) const
    {
        return await([&] { return !list(part)->form(); });
    }
};

} // namespace

TEST_CASE("Where a phone number is missing, typing one there is all it takes", "[ui]")
{
    PersonRoom room;
    CHECK(room.fieldRow(u"phone")->shownText() == u"–"_s);
    FieldRow *phone = room.fieldRow(u"phone");
    phone->setFocus();
    room.press(Qt::Key_Return);
    REQUIRE(phone->isEditing());
    room.type(u"+49 30 1234"_s);
    room.press(Qt::Key_Return);
    REQUIRE(await([&] { return phone->shownText() == u"+49 30 1234"_s; }));
    CHECK(room.contact().phone == u"+49 30 1234"_s);

    FieldRow *mail = room.fieldRow(u"email");
    QTest::mouseClick(mail, Qt::LeftButton, {}, mail->rect().center());
    REQUIRE(mail->isEditing());
    room.type(u"ana at acme"_s);
    room.press(Qt::Key_Return);
    CHECK(mail->note().contains(u"name@company.com"_s));
    CHECK(mail->editor()->typed() == u"ana at acme"_s);
    mail->editor()->type(u"ana@acme.example"_s);
    room.press(Qt::Key_Return);
    REQUIRE(await([&] { return mail->shownText() == u"ana@acme.example"_s; }));
    CHECK(room.book.all(EntityKind::ContactPoint).size() == 2);
    room.book.workspace().undo();
    REQUIRE(await([&] { return mail->shownText() == u"–"_s; }));
}

TEST_CASE("A further number is added below, and its sort is read from what is typed", "[ui]")
{
    PersonRoom room;
    room.book.add(ContactPoint{.recordId = room.person.value,
                               .by = ContactPointType::Phone,
                               .value = u"+49 30 1"_s,
                               .primary = true});
    RelatedForm *form = room.addPoint();
    room.type(u"+49 171 555"_s);
    CHECK(form->fieldRow(u"reach_by")->editor()->typed() == u"Phone"_s);
    form->fieldRow(u"place")->editor()->type(u"Mobile"_s);
    room.press(Qt::Key_Return);
    REQUIRE(room.isSaved());
    REQUIRE(await([&] { return room.rows() == QStringList{u"+49 171 555"_s}; }));
    CHECK(room.row(u"+49 171 555"_s)->link().figure == u"Mobile"_s);
    CHECK(room.contact().phone == u"+49 30 1"_s);
    CHECK(room.book.lastStep() == u"Added “+49 171 555” to “Ana Núñez”"_s);
    CHECK(room.drafts.keys().isEmpty());

    room.book.workspace().undo();
    REQUIRE(await([&] { return room.rows().isEmpty(); }));
}

TEST_CASE("A further number is edited in place and made the primary one", "[ui]")
{
    PersonRoom room;
    for (const auto &[value, primary] : {std::pair{u"+49 30 111"_s, true}, std::pair{u"+49 30 222"_s, false}})
        room.book.add(ContactPoint{.recordId = room.person.value,
                                   .by = ContactPointType::Phone,
                                   .value = value,
                                   .primary = primary});
    REQUIRE(await([&] { return room.rows() == QStringList{u"+49 30 222"_s}; }));
    room.row(u"+49 30 222"_s)->setFocus();
    room.press(Qt::Key_F2);
    RelatedForm *form = room.list()->form();
    REQUIRE(form);
    CHECK(form->fieldRow(u"value")->editor()->typed() == u"+49 30 222"_s);
    form->fieldRow(u"value")->editor()->type(u"+49 30 333"_s);
    form->fieldRow(u"is_primary")->editor()->type(u"1"_s);
    room.press(Qt::Key_Return);
    REQUIRE(room.isSaved());
    REQUIRE(await([&] { return room.fieldRow(u"phone")->shownText() == u"+49 30 333"_s; }));
    CHECK(await([&] {
        return room.rows() == QStringList{u"+49 30 111"_s};
    })); // the former primary is among the others now
    room.book.workspace().undo();
    REQUIRE(await([&] { return room.fieldRow(u"phone")->shownText() == u"+49 30 111"_s; }));
    REQUIRE(await([&] { return room.rows() == QStringList{u"+49 30 222"_s}; }));
    Q_EMIT room.row(u"+49 30 222"_s)->primaryWanted();
    REQUIRE(await([&] { return room.fieldRow(u"phone")->shownText() == u"+49 30 222"_s; }));
    CHECK(room.book.lastStep() == u"Made “+49 30 222” the primary one of “Ana Núñez”"_s);
}

TEST_CASE("What cannot be a number stays as it was typed, with the reason beside it, and waits", "[ui]")
{
    PersonRoom room;
    RelatedForm *form = room.addPoint();
    form->fieldRow(u"reach_by")->editor()->type(u"Phone"_s);
    Q_EMIT form->fieldRow(u"reach_by")->editor()->edited();
    room.type(u"no idea"_s);
    room.press(Qt::Key_Return);
    REQUIRE(room.list()->form() == form);
    CHECK(form->fieldRow(u"value")->note().contains(u"three digits"_s));
    room.fieldRow(u"job_title")->setFocus();
    CHECK(room.list()->form() == form);
    room.show({EntityKind::Company, room.company.value});
    CHECK(!room.list()->form());
    room.show({EntityKind::Contact, room.person.value});
    REQUIRE(room.list()->form());
    CHECK(room.list()->form()->fieldRow(u"value")->editor()->typed() == u"no idea"_s);
    CHECK(room.list()->form()->fieldRow(u"reach_by")->editor()->typed() == u"Phone"_s);
    room.list()->form()->begin();
    room.press(Qt::Key_Escape);
    CHECK(!room.list()->form());
    CHECK(room.drafts.keys().isEmpty());
    CHECK(room.book.all(EntityKind::ContactPoint).empty());
}

TEST_CASE("A number that is there already is refused with the rule's sentence", "[ui]")
{
    PersonRoom room;
    room.book.add(
        ContactPoint{.recordId = room.person.value, .by = ContactPointType::Phone, .value = u"4711"_s});
    RelatedForm *form = room.addPoint();
    room.type(u"47-11"_s);
    room.press(Qt::Key_Return);
    REQUIRE(await([&] { return form->fieldRow(u"value")->note().contains(u"already"_s); }));
    CHECK(form->fieldRow(u"value")->editor()->typed() == u"47-11"_s);
}

TEST_CASE("What was typed to be added waits for Add: leaving keeps it, Esc gives it up from every part",
          "[ui]")
{
    PersonRoom room;
    room.addPoint();
    room.type(u"ana@acme.example"_s);
    room.fieldRow(u"job_title")->setFocus();
    room.show({EntityKind::Company, room.company.value});
    CHECK(room.book.all(EntityKind::ContactPoint).empty());
    room.show({EntityKind::Contact, room.person.value});
    RelatedForm *form = room.list()->form();
    REQUIRE(form); // it is there as it was typed
    CHECK(form->fieldRow(u"value")->editor()->typed() == u"ana@acme.example"_s);

    for (QAbstractButton *button : form->findChildren<QAbstractButton *>()) {
        if (button->text() == u"Add"_s)
            button->setFocus();
    }
    room.press(Qt::Key_Escape);
    CHECK_FALSE(room.list()->form());
    CHECK(room.drafts.keys().isEmpty());
    room.show({EntityKind::Company, room.company.value});
    CHECK(room.book.all(EntityKind::ContactPoint).empty());
}

TEST_CASE("A changed number is saved by leaving its form", "[ui]")
{
    PersonRoom room;
    room.book.add(ContactPoint{.recordId = room.person.value,
                               .by = ContactPointType::Phone,
                               .value = u"+49 30 1"_s,
                               .primary = true});
    room.book.add(
        ContactPoint{.recordId = room.person.value, .by = ContactPointType::Phone, .value = u"+49 30 2"_s});
    room.show({EntityKind::Company, room.company.value});
    room.show({EntityKind::Contact, room.person.value});
    room.row(u"+49 30 2"_s)->setFocus();
    room.press(Qt::Key_F2);
    REQUIRE(room.list()->form());
    room.list()->form()->fieldRow(u"value")->editor()->setFocus();
    room.press(Qt::Key_A, Qt::ControlModifier);
    room.type(u"+49 30 3"_s);
    room.fieldRow(u"job_title")->setFocus();
    REQUIRE(room.isSaved());
    CHECK(room.fieldRow(u"job_title")->hasFocus());
    CHECK(await([&] { return room.rows() == QStringList{u"+49 30 3"_s}; }));
}

TEST_CASE("The palette's command opens the form for another number from anywhere", "[ui]")
{
    PersonRoom room;
    room.pane->choosePart(DetailPane::Part::Timeline);
    CHECK(room.commands.run(u"record.addPoint"));
    REQUIRE(room.list()->form());
    CHECK(room.list()->form()->isVisible());
    room.type(u"0171"_s);
    CHECK(room.list()->form()->fieldRow(u"value")->editor()->typed() == u"0171"_s);
    room.show({EntityKind::Deal, room.deal.value});
    CHECK(!room.commands.run(u"record.addPoint"));
}

TEST_CASE("Companies and leads take further numbers as well, deals do not", "[ui]")
{
    PersonRoom room;
    const LeadId lead = room.book.add(Lead{.lastName = u"Rossi"_s});
    for (const EntityRef record :
         {EntityRef{EntityKind::Company, room.company.value}, EntityRef{EntityKind::Lead, lead.value}}) {
        room.show(record);
        room.pane->choosePart(DetailPane::Part::Details);
        room.addPoint();
        room.type(u"+49 30 4711"_s);
        room.press(Qt::Key_Return);
        REQUIRE(room.isSaved());
        REQUIRE(await([&] { return room.fieldRow(u"phone")->shownText() == u"+49 30 4711"_s; }));
    }
    room.show({EntityKind::Deal, room.deal.value});
    for (const FlatButton *button : room.list()->findChildren<FlatButton *>())
        CHECK((!button->isVisible() || !button->accessibleName().contains(u"e-mail"_s)));
}

TEST_CASE("By mouse, the button at the edge of a line edits it, and its form takes it away", "[ui]")
{
    PersonRoom room;
    room.book.add(
        ContactPoint{.recordId = room.person.value, .by = ContactPointType::Phone, .value = u"111"_s});
    room.book.add(
        ContactPoint{.recordId = room.person.value, .by = ContactPointType::Phone, .value = u"222"_s});
    const auto press = [](LinkRow *row) {
        QTest::mouseClick(row, Qt::LeftButton, {}, QPoint(row->width() - 6, row->height() / 2));
    };
    press(room.row(u"222"_s));
    REQUIRE(room.list()->form());
    for (FlatButton *button : room.list()->form()->findChildren<FlatButton *>()) {
        if (button->text() != u"Remove"_s)
            continue;
        REQUIRE(await([button] { return button->height() > 0; })); // the form has its place
        QTest::mouseClick(button, Qt::LeftButton);
    }
    REQUIRE(await([&] { return room.book.lastStep() == u"Removed “222” from “Ana Núñez”"_s; }));
    REQUIRE(await([&] { return room.rows().isEmpty(); }));
    CHECK(room.book.all(EntityKind::ContactPoint).size() == 1);
}

TEST_CASE("An address is added in a small form, changed by a click, and shows among the fields", "[ui]")
{
    PersonRoom room;
    RelatedForm *form = room.add(u"Add an address"_s);
    CHECK(form->fieldRow(u"street")->editor()->isAncestorOf(QApplication::focusWidget()));
    room.type(u"Calle Mayor 5"_s);
    form->fieldRow(u"city")->editor()->type(u"Madrid"_s);
    form->fieldRow(u"country")->editor()->type(u"Spain"_s);
    room.press(Qt::Key_Return);
    REQUIRE(room.isSaved());
    REQUIRE(await([&] { return room.rows() == QStringList{u"Calle Mayor 5"_s}; }));
    CHECK(room.fieldRow(u"city")->shownText() == u"Madrid"_s);
    CHECK(room.book.lastStep() == u"Added “Calle Mayor 5” to “Ana Núñez”"_s);

    QTest::mouseClick(room.row(u"Calle Mayor 5"_s), Qt::LeftButton);
    form = room.list()->form();
    REQUIRE(form);
    CHECK(form->fieldRow(u"city")->editor()->typed() == u"Madrid"_s);
    form->fieldRow(u"city")->editor()->type(u"Sevilla"_s);
    form->fieldRow(u"street")->editor()->setFocus();
    room.press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(room.isSaved());
    REQUIRE(await([&] { return room.fieldRow(u"city")->shownText() == u"Sevilla"_s; }));
    CHECK(room.row(u"Calle Mayor 5"_s)->link().detail == u"Sevilla, Spain"_s);
    room.book.workspace().undo();
    REQUIRE(await([&] { return room.fieldRow(u"city")->shownText() == u"Madrid"_s; }));
}

TEST_CASE("An address of blanks is refused and kept as it was typed", "[ui]")
{
    PersonRoom room;
    RelatedForm *form = room.add(u"Add an address"_s);
    form->fieldRow(u"place")->editor()->type(u"Home"_s);
    room.press(Qt::Key_Return);
    const auto isSaid = [&] {
        const auto fieldRows = form->findChildren<FieldRow *>();
        return std::any_of(fieldRows.begin(), fieldRows.end(), [](const FieldRow *fieldRow) {
            return fieldRow->note().contains(u"at least a street"_s);
        });
    };
    REQUIRE(await(isSaid));
    CHECK(form->fieldRow(u"place")->editor()->typed() == u"Home"_s);
    CHECK(room.book.all(EntityKind::Address).empty());
}

TEST_CASE("Half an address and half a number wait side by side", "[ui]")
{
    PersonRoom room;
    RelatedForm *form = room.add(u"Add an address"_s);
    form->fieldRow(u"place")->editor()->type(u"Home"_s);
    Q_EMIT form->edited();
    RelatedForm *other = room.addPoint();
    REQUIRE(other != form);
    other->fieldRow(u"value")->editor()->type(u"xyz"_s);
    Q_EMIT other->edited();
    form = room.add(u"Add an address"_s);
    CHECK(await([&] { return form->fieldRow(u"place")->editor()->typed() == u"Home"_s; })); // refused by then
    other = room.addPoint();
    CHECK(await([&] { return other->fieldRow(u"value")->editor()->typed() == u"xyz"_s; }));
}

TEST_CASE("A form whose line somebody else changes shows the change, and keeps what is typed", "[ui]")
{
    PersonRoom room;
    const auto id = room.book.add(Address{.recordId = room.person.value, .city = u"Lima"_s});
    REQUIRE(await([&] { return room.rows() == QStringList{u"Lima"_s}; }));
    room.list()->edit({EntityKind::Address, id.value});
    RelatedForm *form = room.list()->form();
    REQUIRE(form);
    form->fieldRow(u"street")->editor()->type(u"Mine 1"_s);
    const Address before = room.book.load<Address>(id);
    Address after = before;
    after.city = u"Cusco"_s;
    room.book.commit({Sentence::verbatim(u"Change"_s), {update(before, after)}});
    REQUIRE(await([&] { return form->fieldRow(u"city")->editor()->typed() == u"Cusco"_s; }));
    CHECK(form->fieldRow(u"street")->editor()->typed() == u"Mine 1"_s);
    room.press(Qt::Key_Return);
    form->save();
    REQUIRE(room.isSaved());
    CHECK(room.book.load<Address>(id).street == u"Mine 1"_s);
    CHECK(room.book.load<Address>(id).city == u"Cusco"_s);
}

TEST_CASE("A contact is found while typing and gets a role in the deal", "[ui]")
{
    PersonRoom room;
    const auto related = DetailPane::Part::Related;
    room.show({EntityKind::Deal, room.deal.value});
    room.pane->choosePart(related);
    RelatedForm *form = room.add(u"Add a contact in a role"_s, related);
    auto *editor = form->findChild<RecordEditor *>();
    REQUIRE(editor);
    QTest::keyClicks(editor->findChild<QLineEdit *>(), u"nune"_s);
    QAbstractItemView *popup = editor->findChild<QCompleter *>()->popup();
    REQUIRE(await([&] { return !editor->isSearching() && popup->isVisible(); }));
    QTest::keyClick(popup, Qt::Key_Return);
    CHECK(editor->typed() == u"Ana Núñez"_s);
    // The focus moves on to the role.
    REQUIRE(
        await([&] { return form->fieldRow(u"role")->editor()->isAncestorOf(QApplication::focusWidget()); }));
    form->fieldRow(u"role")->editor()->type(u"Champion"_s);
    room.press(Qt::Key_Return);
    REQUIRE(room.isSaved(related));
    CHECK(room.row(u"Ana Núñez"_s, related)->link().detail == u"Champion"_s);
    CHECK(room.book.lastStep() == u"Added “Ana Núñez” to “Renewal”"_s);

    room.row(u"Ana Núñez"_s, related)->setFocus();
    room.press(Qt::Key_F2);
    form = room.list(related)->form();
    REQUIRE(form);
    CHECK(form->fieldRow(u"contact_id")->editor()->typed() == u"Ana Núñez"_s);
    form->fieldRow(u"role")->editor()->type(u"Blocker"_s);
    room.press(Qt::Key_Return);
    REQUIRE(room.isSaved(related));
    REQUIRE(await([&] { return room.row(u"Ana Núñez"_s, related)->link().detail == u"Blocker"_s; }));
    room.row(u"Ana Núñez"_s, related)->setFocus();
    room.press(Qt::Key_Delete);
    REQUIRE(await([&] { return room.rows(related).isEmpty(); }));
    room.book.workspace().undo();
    REQUIRE(await([&] { return room.rows(related).size() == 1; }));
}

TEST_CASE("A contact gets a role at another company, even one that is new", "[ui]")
{
    PersonRoom room;
    const auto related = DetailPane::Part::Related;
    room.pane->choosePart(related);
    RelatedForm *form = room.add(u"Add a role at a company"_s, related);
    auto *editor = form->findChild<RecordEditor *>();
    QTest::keyClicks(editor->findChild<QLineEdit *>(), u"Globex"_s);
    QAbstractItemView *popup = editor->findChild<QCompleter *>()->popup();
    REQUIRE(await([&] { return !editor->isSearching() && popup->isVisible(); }));
    CHECK(popup->model()->index(0, 0).data().toString() == u"New company “Globex”"_s);
    QTest::keyClick(popup, Qt::Key_Return);
    REQUIRE(await([&] { return room.book.lastStep() == u"Added “Globex”"_s; }));
    REQUIRE(
        await([&] { return form->fieldRow(u"role")->editor()->isAncestorOf(QApplication::focusWidget()); }));
    room.type(u"Adviser"_s);
    form->fieldRow(u"from_day")->editor()->type(u"2026-03-04"_s);
    room.press(Qt::Key_Return);
    REQUIRE(room.isSaved(related));
    CHECK(room.row(u"Globex"_s, related)->link().detail == u"Adviser · from 4 Mar 2026"_s);
    CHECK(room.book.lastStep() == u"Added “Ana Núñez” to “Globex”"_s);

    // The company shows it, too.
    room.show(room.row(u"Globex"_s, related)->link().record);
    room.pane->choosePart(related);
    CHECK(room.row(u"Ana Núñez"_s, related)->link().detail == u"Adviser · from 4 Mar 2026"_s);
}

TEST_CASE("Whoever works for the deal's company is offered before namesakes elsewhere", "[ui]")
{
    PersonRoom room;
    const CompanyId other = room.book.add(Company{.name = u"Globex"_s});
    for (int i = 0; i < 12; ++i)
        room.book.add(Contact{.firstName = u"Bert"_s, .lastName = u"Adler %1"_s.arg(i), .company = other});
    room.book.add(Contact{.firstName = u"Bert"_s, .lastName = u"Zimmer"_s, .company = room.company});
    room.show({EntityKind::Deal, room.deal.value});

    const auto firstFound = [](RecordEditor *editor) {
        REQUIRE(editor);
        QTest::keyClicks(editor->findChild<QLineEdit *>(), u"bert"_s);
        QAbstractItemView *popup = editor->findChild<QCompleter *>()->popup();
        REQUIRE(await([&] { return !editor->isSearching() && popup->isVisible(); }));
        const QString first = popup->model()->index(0, 0).data().toString();
        popup->hide();
        return first;
    };
    room.pane->choosePart(DetailPane::Part::Related);
    RelatedForm *form = room.add(u"Add a contact in a role"_s, DetailPane::Part::Related);
    CHECK(firstFound(form->findChild<RecordEditor *>()).startsWith(u"Bert Zimmer"_s));
    room.press(Qt::Key_Escape);
    FieldRow *contact = room.edit(u"contact_id");
    CHECK(firstFound(qobject_cast<RecordEditor *>(contact->editor())).startsWith(u"Bert Zimmer"_s));
}

TEST_CASE("A product line of a deal shows what it comes to, and how, in the deal's currency", "[ui]")
{
    PersonRoom room;
    const auto add = [&](const QString &what, std::optional<qint64> price, qint64 discount) {
        room.book.add(LineItem{.deal = room.deal,
                               .description = what,
                               .quantityMilli = 4000,
                               .unitPrice = price,
                               .discountPercent = discount});
    };
    add(u"Arc 20"_s, 24'500, 10);
    add(u"Service"_s, std::nullopt, 0);
    room.show({EntityKind::Deal, room.deal.value});
    room.pane->choosePart(DetailPane::Part::Related);
    const Link arc = room.row(u"Arc 20"_s, DetailPane::Part::Related)->link();
    CHECK(arc.figure == u"€882"_s);
    CHECK(arc.detail.startsWith(u"4 × €245 · 10"_s));
    const Link service = room.row(u"Service"_s, DetailPane::Part::Related)->link();
    CHECK(service.figure.isEmpty()); // nobody knows yet what it costs
    CHECK(service.detail == u"4 ×"_s);
}

TEST_CASE("The primary contact of a deal shows its role in one line", "[ui]")
{
    PersonRoom room;
    const Deal before = room.theDeal();
    Deal after = before;
    after.contact = room.person;
    room.book.commit({Sentence::verbatim(u"Change"_s), {update(before, after)}});
    room.book.add(DealContact{.deal = room.deal, .contact = room.person, .role = DealRole::Champion});
    room.show({EntityKind::Deal, room.deal.value});
    room.pane->choosePart(DetailPane::Part::Related);
    CHECK(room.row(u"Ana Núñez"_s, DetailPane::Part::Related)->link().detail
          == u"Primary contact · Champion"_s);
    CHECK(room.rows(DetailPane::Part::Related).size() == 1);
}

TEST_CASE("What can be pressed in the lists and their forms has a name for those who cannot see", "[ui]")
{
    PersonRoom room;
    room.addPoint();
    room.pane->choosePart(DetailPane::Part::Related);
    room.add(u"Add a role in a deal"_s, DetailPane::Part::Related);
    for (const DetailPane::Part part : {DetailPane::Part::Details, DetailPane::Part::Related}) {
        room.pane->choosePart(part);
        for (const QWidget *widget : room.list(part)->findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy()
                || widget->window() != &room.window)
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            CAPTURE(QString::fromLatin1(widget->metaObject()->className()));
            CHECK((!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty())));
        }
    }
}
