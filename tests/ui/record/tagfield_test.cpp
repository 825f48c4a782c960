// SPDX-License-Identifier: GPL-3.0-or-later
// Tags as chips in the details of a record: typed, found, taken away; by keyboard and by mouse.
#include "ui/record/tagfield.h"

#include "domain/records/lists.h"
#include "ui/controls/chipline.h"
#include "ui/controls/removablechip.h"
#include "ui/record/detailroom.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

struct TagRoom : DetailRoom {
    ContactId person;

    TagRoom()
    {
        person = book.add(Contact{.firstName = u"Ana"_s, .lastName = u"Núñez"_s, .company = company});
        show({EntityKind::Contact, person.value});
        pane->choosePart(DetailPane::Part::Details);
    }

    TagField *field() const { return pane->findChild<TagField *>(); }
    ChipLine *chips() const { return field()->chips(); }
    QLineEdit *line() const { return chips()->line(); }
    QAbstractItemView *list() const { return chips()->findChild<QCompleter *>()->popup(); }

    QStringList shown() const
    {
        QStringList texts;
        for (const RemovableChip *chip : chips()->chips())
            texts += chip->shown();
        return texts;
    }
    bool shows(const QStringList &tags) const
    {
        return await([&] { return shown() == tags; });
    }
    QStringList offered() const
    {
        QStringList texts;
        for (int row = 0; list()->isVisible() && row < list()->model()->rowCount(); ++row)
            texts += list()->model()->index(row, 0).data().toString();
        return texts;
    }
    TagId makeTag(const QString &name)
    {
        const TagId tag = book.add(Tag{.name = name});
        REQUIRE(await([&] {
            const std::vector<Tag> &tags = book.workspace().lookups().tags;
            return std::any_of(tags.begin(), tags.end(), [&](const Tag &each) { return each.id == tag; });
        }));
        return tag;
    }
    void hang(TagId tag, EntityRef record)
    {
        book.add(TagLink{.tag = tag, .recordKind = record.kind, .recordId = record.id});
    }
    void hangHere(const QString &name) { hang(makeTag(name), {EntityKind::Contact, person.value}); }
    void focusLine() const
    {
        line()->setFocus();
        REQUIRE(line()->hasFocus());
    }
    // Closes the list, so that Enter takes what is typed.
    void typeAlone(const QString &text)
    {
        focusLine();
        type(text);
        list()->hide();
        window.activateWindow(); // the list may have taken that away
        REQUIRE(await([this] { return line()->hasFocus(); }));
    }
};

} // namespace

TEST_CASE("A tag is found while typing and hung with Enter, as one step", "[ui]")
{
    TagRoom room;
    room.makeTag(u"Trade fair"_s);
    room.makeTag(u"Reference"_s);
    room.focusLine();
    room.type(u"fai"_s);
    REQUIRE(room.offered() == QStringList{u"Trade fair"_s, u"New tag “fai”"_s});
    QTest::keyClick(room.list(), Qt::Key_Return);
    REQUIRE(room.shows({u"Trade fair"_s}));
    CHECK(room.line()->text().isEmpty());
    CHECK(room.line()->hasFocus()); // for the next one
    CHECK(room.book.lastStep() == u"Added “Trade fair” to “Ana Núñez”"_s);
    CHECK(room.book.all(EntityKind::Tag).size() == 2);
    room.book.workspace().undo();
    REQUIRE(room.shows({}));
    CHECK(room.drafts.keys().isEmpty());
}

TEST_CASE("A tag that is not there yet is made in the same step; Backspace in the empty line takes it away",
          "[ui]")
{
    TagRoom room;
    room.typeAlone(u" Großkunde "_s);
    room.press(Qt::Key_Return);
    REQUIRE(room.shows({u"Großkunde"_s}));
    CHECK(room.book.lastStep() == u"Added “Großkunde” to “Ana Núñez”"_s);
    room.typeAlone(u"x"_s);
    room.press(Qt::Key_Backspace); // a letter first
    CHECK(room.shown() == QStringList{u"Großkunde"_s});
    room.press(Qt::Key_Backspace);
    REQUIRE(room.shows({}));
    REQUIRE(await([&] { return room.book.lastStep() == u"Removed “Großkunde” from “Ana Núñez”"_s; }));
    CHECK(room.line()->hasFocus());
    room.book.workspace().undo();
    REQUIRE(room.shows({u"Großkunde"_s}));
    CHECK(room.book.all(EntityKind::Tag).size() == 1);
}

TEST_CASE("Backspace held down stops at the first tag", "[ui]")
{
    TagRoom room;
    room.hangHere(u"VIP"_s);
    REQUIRE(room.shows({u"VIP"_s}));
    room.focusLine();
    QKeyEvent again(QEvent::KeyPress, Qt::Key_Backspace, Qt::NoModifier, QString(), true);
    QApplication::sendEvent(room.line(), &again);
    QApplication::processEvents();
    CHECK(room.shown() == QStringList{u"VIP"_s});
    CHECK(room.book.all(EntityKind::TagLink).size() == 1);
}

TEST_CASE("Two tags are taken away one after the other, however fast", "[ui]")
{
    TagRoom room;
    for (const QString &name : {u"A"_s, u"B"_s, u"C"_s})
        room.hangHere(name);
    REQUIRE(room.shows({u"A"_s, u"B"_s, u"C"_s}));
    room.focusLine();
    room.press(Qt::Key_Backspace);
    room.press(Qt::Key_Backspace);
    CHECK(room.shown() == QStringList{u"A"_s}); // at once
    REQUIRE(await([&] { return room.book.lastStep() == u"Removed “B” from “Ana Núñez”"_s; }));
    CHECK(room.shows({u"A"_s}));
    CHECK(room.stepErrors.isEmpty());
}

TEST_CASE("The tags used most are offered first, without those that are there", "[ui]")
{
    TagRoom room;
    const TagId rare = room.makeTag(u"Automotive"_s);
    const TagId often = room.makeTag(u"Wood"_s);
    const TagId here = room.makeTag(u"Metal"_s);
    room.hang(rare, {EntityKind::Company, room.company.value});
    room.hang(often, {EntityKind::Company, room.company.value});
    room.hang(often, {EntityKind::Deal, room.deal.value});
    room.hang(here, {EntityKind::Contact, room.person.value});
    REQUIRE(room.shows({u"Metal"_s}));
    room.focusLine();
    room.press(Qt::Key_Down);
    REQUIRE(await([&] { return room.offered() == QStringList{u"Wood"_s, u"Automotive"_s}; }));
    room.list()->hide();
    // By mouse, too.
    QTest::mouseClick(room.line(), Qt::LeftButton, {}, QPoint(room.line()->width() / 2, 5));
    REQUIRE(await([&] { return room.offered() == QStringList{u"Wood"_s, u"Automotive"_s}; }));
    QTest::mouseClick(room.list()->viewport(), Qt::LeftButton, {},
                      room.list()->visualRect(room.list()->model()->index(1, 0)).center());
    REQUIRE(room.shows({u"Metal"_s, u"Automotive"_s}));
}

TEST_CASE("A cross takes its tag away, and a key on a chip, too", "[ui]")
{
    TagRoom room;
    for (const QString &name : {u"A"_s, u"B"_s, u"C"_s})
        room.hangHere(name);
    REQUIRE(room.shows({u"A"_s, u"B"_s, u"C"_s}));
    RemovableChip *second = room.chips()->chips()[1];
    QTest::mouseClick(second, Qt::LeftButton, {}, QPoint(4, second->height() / 2));
    CHECK(room.shown().size() == 3); // the word is no cross
    QTest::mouseClick(second, Qt::LeftButton, {}, second->cross().center());
    REQUIRE(room.shows({u"A"_s, u"C"_s}));
    REQUIRE(await([&] { return room.book.lastStep() == u"Removed “B” from “Ana Núñez”"_s; }));

    room.focusLine();
    room.press(Qt::Key_Left);
    room.press(Qt::Key_Left);
    REQUIRE(room.chips()->chips()[0]->hasFocus());
    room.press(Qt::Key_Delete);
    REQUIRE(room.shows({u"C"_s}));
    CHECK(room.chips()->chips()[0]->hasFocus()); // the next one has the keyboard
    room.press(Qt::Key_Right);
    CHECK(room.line()->hasFocus());
}

TEST_CASE("A tag that is there already is refused below the line, which keeps it", "[ui]")
{
    TagRoom room;
    room.hangHere(u"VIP"_s);
    REQUIRE(room.shows({u"VIP"_s}));
    room.typeAlone(u"vip"_s);
    room.press(Qt::Key_Return);
    REQUIRE(await([&] { return room.field()->note().contains(u"already"_s); }));
    CHECK(room.line()->text() == u"vip"_s);
    CHECK(room.book.all(EntityKind::Tag).size() == 1);
    room.press(Qt::Key_Escape);
    CHECK(room.line()->text().isEmpty());
    CHECK(room.field()->note().isEmpty());
    CHECK(room.drafts.keys().isEmpty());
}

TEST_CASE("Leaving half a tag makes none; it waits where it was typed", "[ui]")
{
    TagRoom room;
    room.typeAlone(u"Gro"_s);
    room.show({EntityKind::Deal, room.deal.value});
    CHECK(room.line()->text().isEmpty());
    CHECK(room.book.all(EntityKind::Tag).empty());
    room.show({EntityKind::Contact, room.person.value});
    CHECK(room.line()->text() == u"Gro"_s);
    room.focusLine();
    room.press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(room.shows({u"Gro"_s}));
}

TEST_CASE("The palette's command leads to the line for a tag from anywhere", "[ui]")
{
    TagRoom room;
    room.pane->choosePart(DetailPane::Part::Timeline);
    CHECK(room.commands.run(u"record.addTag"));
    CHECK(room.line()->isVisible());
    CHECK(room.line()->hasFocus());
}

TEST_CASE("Tab goes from chips and line on and back, and stops once for all of them", "[ui]")
{
    TagRoom room;
    for (int i = 0; i < 5; ++i)
        room.hangHere(u"Tag %1"_s.arg(i));
    REQUIRE(await([&] { return room.shown().size() == 5; }));
    room.focusLine();
    room.press(Qt::Key_Backtab);
    QWidget *before = QApplication::focusWidget();
    CHECK_FALSE(room.chips()->isAncestorOf(before));
    room.press(Qt::Key_Tab);
    CHECK(room.line()->hasFocus());
    room.press(Qt::Key_Left);
    REQUIRE(room.chips()->chips().back()->hasFocus());
    room.press(Qt::Key_Backtab);
    CHECK(QApplication::focusWidget() == before);
    room.focusLine();
    room.press(Qt::Key_Left);
    room.press(Qt::Key_Tab);
    CHECK(room.line()->hasFocus());
}

TEST_CASE("Chips and line have names for those who cannot see", "[ui]")
{
    TagRoom room;
    room.hangHere(u"R&D"_s);
    REQUIRE(room.shows({u"R&D"_s}));
    CHECK(room.line()->accessibleName() == u"Add a tag"_s);
    CHECK(room.chips()->chips().front()->accessibleName() == u"R&D"_s);
    CHECK(room.chips()->chips().front()->accessibleDescription().contains(u"Delete"_s));
}

TEST_CASE("What I type while the next record is still being read becomes no tag of anybody's", "[ui]")
{
    TagRoom room;
    room.focusLine();
    REQUIRE(awaitSignal(*room.pane, &DetailPane::shown, [&] {
        room.pane->show({EntityKind::Deal, room.deal.value});
        REQUIRE(room.line()->hasFocus());
        room.type(u"Gro"_s);
        CHECK(room.line()->text().isEmpty()); // nothing is taken that would be lost
        room.press(Qt::Key_Return);
    }));
    CHECK(room.drafts.keys().isEmpty());
    CHECK(room.book.all(EntityKind::TagLink).empty());
    room.focusLine();
    room.type(u"VIP"_s);
    CHECK(room.line()->text() == u"VIP"_s);
}
