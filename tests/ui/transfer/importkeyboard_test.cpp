// SPDX-License-Identifier: GPL-3.0-or-later
// The import assistant without a mouse.
#include "domain/records/contact.h"
#include "domain/records/lead.h"
#include "store/book/defaults.h"
#include "support/importassistant.h"

#include <QAccessible>
#include <QApplication>
#include <QTest>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

// Where a key goes: to a list that is open, else to what has the keyboard.
QWidget *listener()
{
    QWidget *popup = QApplication::activePopupWidget();
    QWidget *inside = popup ? popup->focusWidget() : QApplication::focusWidget();
    QWidget *found = inside ? inside : popup;
    REQUIRE(found);
    return found;
}

// However slow the machine is, letters belong to one word.
class TypingSlowly
{
public:
    TypingSlowly() { QApplication::setKeyboardInputInterval(600'000); }
    ~TypingSlowly() { QApplication::setKeyboardInputInterval(m_before); }

private:
    int m_before = QApplication::keyboardInputInterval();
};

// A person sees what a key did before the next one: windows have come and gone.
void press(Qt::Key key)
{
    QTest::keyClick(listener(), key);
    QApplication::processEvents();
}

void type(const QString &letters)
{
    for (const QChar letter : letters) {
        QTest::keyClick(listener(), letter.toLatin1());
        QApplication::processEvents();
    }
}

QString heard()
{
    if (const auto *choice = qobject_cast<QComboBox *>(listener()))
        return choice->accessibleName(); // on Linux Qt's interface says what is chosen, and a label the name
    QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(listener());
    return heard ? heard->text(QAccessible::Name) : QString();
}

// What Tab comes to on its way there.
QStringList tabTo(const QString &name)
{
    QStringList names{heard()};
    for (int i = 0; i < 80 && names.back() != name; ++i) {
        press(Qt::Key_Tab);
        names += heard();
    }
    INFO(names.join(u", "_s).toStdString());
    REQUIRE(names.back() == name);
    return names;
}

void openActive(Assistant &assistant)
{
    assistant.open();
    assistant.dialog->activateWindow();
    REQUIRE(await([&] { return assistant.dialog->isActiveWindow(); }));
    QComboBox *first = assistant.choice(u"What the file holds"_s);
    first->setFocus();
    REQUIRE(first->hasFocus());
}

} // namespace

TEST_CASE("From the file to the import without the mouse", "[ui]")
{
    const TypingSlowly slowly;
    Assistant leads("Last name,Organisation,Lead Status,Cell no\nOne,Alpha,Sleeping,+49 170 1234567\n",
                    u"leads.csv"_s);
    openActive(leads);
    tabTo(u"Cell no goes into"_s);
    type(u"mobile"_s);
    CHECK(leads.target(3).isEmpty());
    press(Qt::Key_Return); // takes what was found
    REQUIRE(leads.target(3) == u"mobile"_s);
    press(Qt::Key_Return); // imports, but for what is asked
    const QString asked = u"What does “Sleeping” mean in “Lead Status”?"_s;
    REQUIRE(await([&] { return leads.choice(asked) && leads.choice(asked)->hasFocus(); }));
    CHECK(heard() == asked);
    type(u"Nurt"_s);
    CHECK(leads.choice(asked)->currentText() == u"Nurture"_s);
    press(Qt::Key_Return);
    REQUIRE(await([&] { return !leads.dialog; }));
    const std::vector<Record> made = leads.book.all(EntityKind::Lead);
    REQUIRE(made.size() == 1);
    CHECK(as<Lead>(made.front()).status == store::defaults::nurture);
    CHECK(leads.book.all(EntityKind::ContactPoint).size() == 1);
}

TEST_CASE("Tab goes through the window as one reads it, also to what came later", "[ui]")
{
    Assistant leads("Last name,Organisation,Lead Status\nOne,Alpha,Sleeping\n", u"leads.csv"_s);
    openActive(leads);
    const QString kind = u"What the file holds"_s;
    tabTo(kind);
    const QStringList columns = tabTo(u"What tells that a record is there already"_s);
    const qsizetype first = columns.indexOf(u"Last name goes into"_s);
    CHECK(columns.contains(u"Save these answers as…"_s));
    CHECK(first > columns.indexOf(u"Save these answers as…"_s));
    CHECK(columns.indexOf(u"Organisation goes into"_s) == first + 1);
    CHECK(columns.indexOf(u"Lead Status goes into"_s) == first + 2);

    leads.button(u"Check only"_s)->click();
    const QString asked = u"What does “Sleeping” mean in “Lead Status”?"_s;
    REQUIRE(await([&] { return leads.choice(asked) && leads.choice(asked)->hasFocus(); }));
    press(Qt::Key_Tab);
    CHECK(heard() == u"Check only"_s); // the foot is what comes next
    tabTo(kind);
    CHECK(tabTo(asked).contains(u"Lead Status goes into"_s));
}

TEST_CASE("A column further down comes into sight with the keyboard", "[ui]")
{
    QByteArray header("name,stage");
    QByteArray row("\nOak,Offer");
    for (int i = 0; i < 30; ++i) {
        header += ",Column " + QByteArray::number(i);
        row += ",x";
    }
    Assistant sales(header + row + '\n');
    openActive(sales);
    tabTo(u"Column 29 goes into"_s);
    const auto *mapping = sales.dialog->findChild<ui::ImportMapping *>();
    const QComboBox *choice = sales.choice(u"Column 29 goes into"_s);
    const QRect seen = mapping->viewport()->rect();
    CHECK(seen.contains(choice->geometry().center()));
}
