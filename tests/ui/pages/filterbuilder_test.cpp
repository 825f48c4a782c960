// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/filterbuilder.h"

#include "support/await.h"
#include "support/openbook.h"
#include "ui/buttons.h"

#include <QComboBox>
#include <QSignalSpy>
#include <QTest>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

struct Builder {
    OpenBook book{OpenBook::Content::Defaults};
    QWidget page;
    app::Display display{QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc()};
    FilterBuilder panel{EntityKind::Deal, book.workspace(), display, &page};
    QSignalSpy chosen{&panel, &FilterBuilder::chosen};

    Builder()
    {
        page.resize(1000, 700);
        page.show();
    }

    void press(const QString &name) const { clickButton(panel, name); }

    // The boxes of this name, in the order of the rows.
    std::vector<QComboBox *> boxes(const QString &name) const
    {
        std::vector<QComboBox *> found;
        for (QComboBox *box : panel.findChildren<QComboBox *>()) {
            if (box->isVisible() && box->accessibleName() == name)
                found.push_back(box);
        }
        return found;
    }

    static void pick(QComboBox *box, const QString &text)
    {
        box->setCurrentIndex(box->findText(text));
        REQUIRE(box->currentText() == text);
        Q_EMIT box->activated(box->currentIndex());
    }

    static QStringList choices(const QComboBox *box)
    {
        QStringList texts;
        for (int i = 0; i < box->count(); ++i)
            texts += box->itemText(i);
        return texts;
    }
};

} // namespace

TEST_CASE("A filter is put together without knowing its language, and stands below as it is written", "[ui]")
{
    Builder builder;
    builder.panel.ask({});
    CHECK(builder.boxes(u"Field"_s).front()->currentText() == u"Owner"_s);
    Builder::pick(builder.boxes(u"Field"_s).front(), u"Stage"_s);
    CHECK(Builder::choices(builder.boxes(u"Value"_s).front()).contains(u"Offer"_s));
    builder.boxes(u"Value"_s).front()->setEditText(u"Offer, Needs analysis"_s);
    builder.press(u"+ Condition"_s);
    Builder::pick(builder.boxes(u"Field"_s)[1], u"Amount"_s);
    Builder::pick(builder.boxes(u"Comparison"_s)[1], u"at least"_s);
    builder.boxes(u"Value"_s)[1]->setEditText(u"10k"_s);
    CHECK(builder.panel.text() == u"stage:Offer,\"Needs analysis\" value:>=10k"_s);
    CHECK(builder.panel.said() == builder.panel.text());
    QTest::keyClick(builder.boxes(u"Value"_s)[1], Qt::Key_Return);
    REQUIRE(builder.chosen.size() == 1);
    CHECK(builder.chosen.front().front().toString() == builder.panel.text());
    CHECK_FALSE(builder.panel.isVisible());
}

TEST_CASE("A custom field has a row as any field: under its label, with its choices", "[ui]")
{
    Builder builder;
    builder.book.add(CustomField{.recordKind = EntityKind::Deal,
                                 .name = u"contract"_s,
                                 .label = u"Contract type"_s,
                                 .kind = CustomKind::Choice,
                                 .choices = u"Monthly\nEvery year"_s});
    builder.book.add(CustomField{.recordKind = EntityKind::Deal,
                                 .name = u"seats"_s,
                                 .label = u"Seats"_s,
                                 .kind = CustomKind::Number,
                                 .position = 1});
    REQUIRE(await([&] { return builder.book.workspace().lookups().customFields.size() == 2; }));
    builder.panel.ask({});
    Builder::pick(builder.boxes(u"Field"_s).front(), u"Contract type"_s);
    CHECK(Builder::choices(builder.boxes(u"Value"_s).front()) == QStringList{u"Monthly"_s, u"Every year"_s});
    builder.boxes(u"Value"_s).front()->setEditText(u"Every year"_s);
    builder.press(u"+ Condition"_s);
    Builder::pick(builder.boxes(u"Field"_s)[1], u"Seats"_s);
    Builder::pick(builder.boxes(u"Comparison"_s)[1], u"at least"_s);
    builder.boxes(u"Value"_s)[1]->setEditText(u"2.5"_s);
    CHECK(builder.panel.text() == u"contract:\"Every year\" seats:>=2.5"_s);
    CHECK(builder.panel.said() == builder.panel.text());
    // Typed by its label, it goes on being called so.
    builder.panel.ask(u"-\"Contract type\":Monthly"_s);
    CHECK(builder.boxes(u"Field"_s).front()->currentText() == u"Contract type"_s);
    CHECK(builder.panel.text() == u"-\"Contract type\":Monthly"_s);
}

TEST_CASE("One of several, none of several, and what has no value", "[ui]")
{
    Builder builder;
    builder.panel.ask(u"-(tag:vip or stage:Offer) close:this-month -contact:"_s);
    CHECK(builder.panel.text() == u"close:this-month -contact: -(tag:vip or stage:Offer)"_s);
    CHECK(builder.boxes(u"Comparison"_s)[1]->currentText() == u"is filled"_s);
    CHECK_FALSE(builder.boxes(u"Value"_s)[1]->isEnabled());
    Builder::pick(builder.boxes(u"What the brackets mean"_s).front(), u"one of these"_s);
    builder.press(u"+ Or"_s);
    builder.boxes(u"Value"_s).back()->setEditText(u"renewal"_s); // any text
    CHECK(builder.panel.text() == u"close:this-month -contact: (tag:vip or stage:Offer or renewal)"_s);
    builder.press(u"Remove these brackets and what is in them"_s);
    builder.press(u"Remove this condition"_s);
    CHECK(builder.panel.text() == u"-contact:"_s);
}

TEST_CASE("A value that cannot be meant is told below, and is not taken", "[ui]")
{
    Builder builder;
    builder.panel.ask(u"amount:>10k"_s);
    builder.boxes(u"Value"_s).front()->setEditText(u"much"_s);
    CHECK(builder.panel.said().contains(u"much"_s));
    QTest::keyClick(builder.boxes(u"Value"_s).front(), Qt::Key_Return);
    CHECK(builder.chosen.isEmpty());
    CHECK(builder.panel.isVisible());
    QTest::keyClick(builder.boxes(u"Value"_s).front(), Qt::Key_Escape);
    CHECK_FALSE(builder.panel.isVisible());
    CHECK(builder.chosen.isEmpty());
}

TEST_CASE("A condition on a field that is not known stays as it is written", "[ui]")
{
    Builder builder;
    builder.panel.ask(u"colour:red renewal"_s);
    CHECK(builder.panel.text() == u"colour:red renewal"_s);
    CHECK_FALSE(builder.panel.said().isEmpty());
}
