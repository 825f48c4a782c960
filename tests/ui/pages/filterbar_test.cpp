// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/filterbar.h"

#include "app/text/display.h"
#include "support/await.h"
#include "support/openbook.h"
#include "ui/controls/flatbutton.h"

#include <QLayout>
#include <QLineEdit>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

struct Bar {
    OpenBook book{OpenBook::Content::Defaults};
    app::Display display;
    FilterBar bar;

    explicit Bar(EntityKind kind,
                 const app::Display &shown = app::Display(QLocale(QLocale::English, QLocale::UnitedKingdom),
                                                          QTimeZone::utc()))
        : display(shown), bar(kind, book.workspace(), display)
    {
    }
    void press(const QString &chip)
    {
        for (FlatButton *button : bar.findChildren<FlatButton *>()) {
            if (button->text() == chip)
                button->click();
        }
    }
    bool isOn(const QString &chip) const
    {
        for (const FlatButton *button : bar.findChildren<FlatButton *>()) {
            if (button->text() == chip)
                return button->isChecked();
        }
        return false;
    }
    QString hint() const { return bar.findChild<QLineEdit *>()->placeholderText(); }
};

} // namespace

TEST_CASE("A chip writes what it says: this month stays this month", "[ui]")
{
    Bar deals(EntityKind::Deal);
    deals.press(u"Closing this month"_s);
    CHECK(deals.bar.text() == u"close:this-month"_s);
    CHECK(deals.isOn(u"Closing this month"_s));
    deals.press(u"Open"_s);
    CHECK(deals.bar.text() == u"close:this-month status:open"_s);
    deals.press(u"Closing this month"_s);
    CHECK(deals.bar.text() == u"status:open"_s);
    CHECK_FALSE(deals.isOn(u"Closing this month"_s));
    deals.bar.setText(u"amount:>10k status:Open"_s); // in other words
    CHECK(deals.isOn(u"Open"_s));
    deals.press(u"Open"_s);
    CHECK_FALSE(deals.isOn(u"Open"_s));
    CHECK(deals.bar.text() == u"value:>10000"_s);
    deals.bar.setText(u"name:\"a status:open b\""_s); // the chip's words within another's
    deals.press(u"Open"_s);
    CHECK(deals.isOn(u"Open"_s));
    CHECK(deals.bar.text().contains(u"a status:open b"_s));
}

TEST_CASE("The filter's hint names only what can be filtered by", "[ui]")
{
    for (const EntityKind kind : {EntityKind::Deal, EntityKind::Lead, EntityKind::Contact,
                                  EntityKind::Company, EntityKind::Activity}) {
        Bar bar(kind);
        const QString hint = bar.hint();
        CAPTURE(hint);
        CHECK(hint.contains(u"owner:me"_s));
        const QString examples = hint.section(u"words, "_s, 1).section(u" …"_s, 0, 0);
        for (const QString &example : examples.split(u", "_s))
            CHECK(parseFilter(kind, example, bar.book.workspace().calendar()).has_value());
    }
}

TEST_CASE("In a narrow bar the hint has fewer examples, and none is cut", "[ui]")
{
    Bar deals(EntityKind::Deal);
    auto *line = deals.bar.findChild<QLineEdit *>();
    const int least = deals.bar.minimumSizeHint().width();
    deals.bar.show();
    QStringList seen;
    for (const int width : {least + 800, least + 120, least + 60, least}) {
        deals.bar.resize(width, 60);
        REQUIRE(await([&] { return deals.bar.width() == width; }));
        deals.bar.layout()->activate();
        CAPTURE(width, line->width(), deals.hint());
        seen += deals.hint();
        CHECK(line->fontMetrics().horizontalAdvance(deals.hint()) < line->width() - 40); // icon and edge
    }
    CHECK(seen.constFirst().count(u':') == 4); // the word before them, and three examples
    CHECK(seen.constLast().count(u':') < 4);
    seen.removeDuplicates();
    CHECK(seen.size() > 1);
}

TEST_CASE("A page is called by its filter in words, never by its syntax", "[ui]")
{
    Bar deals(EntityKind::Deal);
    CHECK(deals.bar.trail().isEmpty());
    deals.bar.setText(u"status:open amount:>10k"_s);
    CHECK(deals.bar.trail() == QStringList{u"open, amount over 10,000"_s});
}

TEST_CASE("The days in a filter are written as the settings say", "[ui]")
{
    app::Display display(QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc());
    display.writeDays(DateOrder::YearMonthDay);
    Bar deals(EntityKind::Deal, display);
    deals.bar.setText(u"close:2026-03-04"_s);
    const QStringList yearFirst = deals.bar.trail();
    REQUIRE(yearFirst.size() == 1);
    CHECK(yearFirst.front().contains(display.day(QDate(2026, 3, 4))));
    display.writeDays(DateOrder::MonthDayYear);
    Bar others(EntityKind::Deal, display);
    others.bar.setText(u"close:2026-03-04"_s);
    CHECK(others.bar.trail() != yearFirst);
}

TEST_CASE("A view of before means the days that it always meant, with the day first", "[ui]")
{
    Bar deals(EntityKind::Deal);
    deals.book.workspace().readDaysAs(DateOrder::MonthDayYear);
    deals.bar.setSavedText(u"close:<3/4/2027"_s);
    CHECK(deals.bar.text() == u"close:<2027-04-03"_s);
    CHECK(filterText(EntityKind::Deal, deals.bar.filter()) == u"close:<2027-04-03"_s);
}

TEST_CASE("The filter of a view holds as far as it can be read, until somebody types", "[ui]")
{
    Bar deals(EntityKind::Deal);
    deals.bar.setSavedText(u"status:open horsepower:>200"_s);
    CHECK(filterText(EntityKind::Deal, deals.bar.filter()) == u"status:open"_s);
    CHECK(deals.bar.text() == u"status:open horsepower:>200"_s);
    deals.bar.findChild<QLineEdit *>()->setText(u"horsepower:>300"_s); // a mistake like any other
    CHECK(filterText(EntityKind::Deal, deals.bar.filter()) == u"status:open"_s);
    deals.bar.setText(u"status:open horsepower:>200"_s); // no view's any more
    CHECK(filterText(EntityKind::Deal, deals.bar.filter()) == u"status:open"_s);
    deals.bar.setText({});
    CHECK(deals.bar.filter().isEmpty());
}
