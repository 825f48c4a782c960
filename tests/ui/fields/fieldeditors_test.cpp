// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fields/fieldeditors.h"

#include "app/input/drafts.h"
#include "app/program/settings.h"
#include "domain/records/company.h"
#include "domain/records/deal.h"
#include "domain/records/inenglish.h"
#include "domain/records/user.h"
#include "support/await.h"
#include "support/openbook.h"
#include "ui/controls/elidedlabel.h"
#include "ui/fields/fieldrow.h"
#include "ui/fields/recordeditor.h"
#include "ui/style/colours.h"
#include "ui/style/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QVBoxLayout>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

struct Editors {
    OpenBook book{OpenBook::Content::Defaults};
    app::Drafts drafts{book.folderPath(u"drafts.json"_s)};
    EditorContext around{book.workspace(),
                         drafts,
                         {app::Display(QLocale::c(), QTimeZone::utc()),
                          [this] { return book.workspace().now(); }, DateOrder::DayMonthYear, u"EUR"_s}};
    QWidget window;
    Row row = entityInfo(EntityKind::Deal).defaults;

    Editors()
    {
        window.resize(400, 300);
        window.show();
        window.activateWindow();
        REQUIRE(await([this] { return window.isActiveWindow(); }));
    }

    FieldEditor *make(QStringView name)
    {
        FieldEditor *editor =
            makeFieldEditor({EntityKind::Deal, entityInfo(EntityKind::Deal).indexOf(name)}, around, &window);
        editor->begin(row, {});
        editor->show();
        editor->setFocus();
        return editor;
    }

    // The value of a typed text, or the sentence that says why there is none.
    QString read(QStringView name, const QString &text)
    {
        FieldEditor *editor = make(name);
        editor->type(text);
        const auto values = editor->values();
        if (!values)
            return inEnglish(values.error().text);
        QStringList parts;
        for (const FieldValue &value : *values)
            parts += isNull(value.value)                       ? u"nothing"_s
                : std::holds_alternative<QString>(value.value) ? textOf(value.value)
                                                               : QString::number(integerOf(value.value));
        return parts.join(u' ');
    }
};

// The problem shown while typing.
QString problemOf(const FieldEditor &editor)
{
    const auto understood = editor.understood();
    return understood ? QString() : inEnglish(understood.error().text);
}

} // namespace

TEST_CASE("What is typed is read once for a keystroke, and once to be saved", "[ui]")
{
    Editors e;
    int readings = 0; // of the clock, which a day in words needs, and whether the day may be ahead
    e.around.rules.clock = [&] {
        ++readings;
        return e.book.workspace().now();
    };
    FieldRow fieldRow({EntityKind::Deal, entityInfo(EntityKind::Deal).indexOf(u"expected_close")},
                      FieldRow::Saved::Alone, e.around, &e.window);
    fieldRow.show();
    fieldRow.edit();
    readings = 0;
    QTest::keyClicks(fieldRow.editor()->findChild<QLineEdit *>(), u"fri"_s);
    CHECK(readings == 4); // "fri" is a day
    CHECK(fieldRow.note().contains(u"Friday"_s));
    readings = 0;
    std::vector<FieldDelta> saved;
    QObject::connect(&fieldRow, &FieldRow::saveWanted, &fieldRow,
                     [&saved](const std::vector<FieldDelta> &changes) { saved = changes; });
    fieldRow.save();
    CHECK(readings == 2);
    CHECK(saved == std::vector<FieldDelta>{{fieldRow.field().field(), Value(), u"2026-11-27"_s}});
}

TEST_CASE("A date is typed as one says it, and the editor says what it understood", "[ui]")
{
    Editors e;
    CHECK(e.read(u"expected_close", u"tomorrow"_s) == u"2026-11-24"_s);
    CHECK(e.read(u"expected_close", u"+3d"_s) == u"2026-11-26"_s);
    CHECK(e.read(u"expected_close", u"fri"_s) == u"2026-11-27"_s);
    CHECK(e.read(u"expected_close", u"12.5."_s) == u"2027-05-12"_s);
    CHECK(e.read(u"expected_close", QString()) == u"nothing"_s);
    FieldEditor *editor = e.make(u"expected_close");
    editor->type(u"fri"_s);
    CHECK(valueOf(editor->understood()).contains(u"Friday"_s));
    editor->type(u"31.2.2027"_s);
    CHECK_FALSE(editor->understood());
    CHECK(editor->typed() == u"31.2.2027"_s); // never corrected
}

TEST_CASE("Money brings its currency along when it is typed with one", "[ui]")
{
    Editors e;
    CHECK(e.read(u"amount", u"12,500.50"_s) == u"1250050 EUR"_s);
    CHECK(e.read(u"amount", u"$10k"_s) == u"1000000 USD"_s);
    CHECK(e.read(u"amount", u"EUR 12"_s) == u"1200 EUR"_s);
    CHECK(e.read(u"amount", QString()) == u"nothing"_s);
    CHECK(e.read(u"amount", u"12 EUR or so"_s).contains(u"12 EUR or so"_s));
    e.row[size_t(entityInfo(EntityKind::Deal).indexOf(u"amount"))] = qint64(123456);
    e.row[size_t(entityInfo(EntityKind::Deal).indexOf(u"currency"))] = u"USD"_s;
    FieldEditor *editor = e.make(u"amount");
    CHECK(editor->typed() == u"1,234.56 USD"_s);
    const auto values = editor->values();
    REQUIRE(values);
    CHECK(values->front().value == Value(qint64(123456)));
}

TEST_CASE("A percentage beyond a hundred is refused in words", "[ui]")
{
    Editors e;
    CHECK(e.read(u"probability_override", u"45 %"_s) == u"45"_s);
    CHECK(e.read(u"probability_override", u"120"_s).contains(u"between 0 and 100"_s));
}

TEST_CASE("A required field says that it is missing", "[ui]")
{
    Editors e;
    e.row[0] = u"Renewal"_s;
    FieldEditor *editor = e.make(u"name");
    editor->type({});
    CHECK(problemOf(*editor) == u"Name is missing."_s);
}

TEST_CASE("A page of text pasted into a name is refused, not cut", "[ui]")
{
    Editors e;
    const QString page = QString(u"long "_s).repeated(400);
    FieldEditor *editor = e.make(u"name");
    editor->type(page);
    CHECK(problemOf(*editor).contains(u"at most 500"_s));
    CHECK(editor->typed() == page);
}

TEST_CASE("Stages, owners and reasons are chosen from the book's lists", "[ui]")
{
    Editors e;
    FieldEditor *stage = e.make(u"stage_id");
    const auto *box = stage->findChild<QComboBox *>();
    REQUIRE(box);
    CHECK(box->findText(u"Offer"_s) >= 0);
    stage->type(u"Offer"_s);
    const auto values = stage->values();
    REQUIRE(values);
    CHECK(values->front().value == Value(qint64(3)));
    const auto *reasons = e.make(u"lost_reason_id")->findChild<QComboBox *>();
    CHECK(reasons->itemText(0) == u"–"_s); // it may be left empty
}

TEST_CASE("Among two hundred owners, one is found by any part of the name instead of in a long list", "[ui]")
{
    Editors e;
    std::vector<Change> many;
    for (int i = 0; i < 200; ++i)
        many.push_back(create(User{.name = u"Seller %1 Müller"_s.arg(i, 3, 10, QChar(u'0'))}));
    many.push_back(create(User{.name = u"Zoë Twin"_s}));
    many.push_back(create(User{.name = u"Zoë Twin"_s}));
    e.book.commit({Sentence::verbatim(u"Add"_s), many});
    REQUIRE(await([&] { return e.book.workspace().lookups().users.size() > 200; }));
    CHECK(e.make(u"stage_id")->findChild<QComboBox *>()); // of seven: a list
    FieldEditor *editor = e.make(u"owner_id");
    CHECK_FALSE(editor->findChild<QComboBox *>());
    auto *line = editor->findChild<QLineEdit *>();
    REQUIRE(line);
    auto *found = editor->findChild<QCompleter *>();
    REQUIRE(found);
    QTest::keyClick(line, Qt::Key_Down); // what is there?
    CHECK(found->completionModel()->rowCount() >= 204);
    found->popup()->hide();
    line->clear();
    QTest::keyClicks(line, u"017"_s);
    CHECK(found->completionModel()->rowCount() == 1);
    CHECK(problemOf(*editor).contains(u"Choose a user from the list"_s)); // half a name is nobody's
    QTest::keyClick(found->popup(), Qt::Key_Tab);
    CHECK(editor->typed() == u"Seller 017 Müller"_s);
    const auto values = editor->values();
    REQUIRE(values);
    const EntityRef seller = e.book.find(EntityKind::User, u"name", u"Seller 017 Müller"_s);
    CHECK(values->front().value == Value(seller.id));
    editor->type(u"seller 018 muller"_s); // in full, as one types it
    CHECK(editor->values());
    editor->type(u"Zoë Twin"_s); // there are two
    CHECK(problemOf(*editor).contains(u"Choose a user from the list"_s));
    editor->type(u"nobody"_s);
    CHECK_FALSE(editor->values());
    editor->type({});
    CHECK(editor->values()); // a deal may have no owner
}

TEST_CASE("Another owner, or another company, of the same name is a change, too", "[ui]")
{
    Editors e;
    std::vector<Change> many;
    for (int i = 0; i < 40; ++i)
        many.push_back(create(User{.name = u"Seller %1"_s.arg(i)}));
    e.book.commit({Sentence::verbatim(u"Add"_s), many});
    const UserId one = e.book.add(User{.name = u"Zoë Twin"_s});
    const UserId other = e.book.add(User{.name = u"Zoë Twin"_s});
    REQUIRE(await([&] { return e.book.workspace().lookups().user(other); }));
    e.row[size_t(entityInfo(EntityKind::Deal).indexOf(u"owner_id"))] = one.value;
    FieldEditor *owner = e.make(u"owner_id");
    CHECK(owner->typed() == u"Zoë Twin"_s);
    CHECK_FALSE(owner->isEdited());
    owner->open();
    auto *offered = owner->findChild<QCompleter *>();
    int edits = 0;
    QObject::connect(owner, &FieldEditor::edited, owner, [&edits] { ++edits; });
    for (int row = 0; row < offered->completionModel()->rowCount() && !owner->isEdited(); ++row) {
        const QModelIndex index = offered->completionModel()->index(row, 0);
        if (index.data().toString() == u"Zoë Twin"_s)
            Q_EMIT offered->activated(index);
    }
    offered->popup()->hide();
    CHECK(owner->isEdited());
    CHECK(edits > 0);
    REQUIRE(owner->values());
    CHECK(owner->values()->front().value == Value(other.value));

    const CompanyId acme = e.book.add(Company{.name = u"Acme"_s});
    const CompanyId namesake = e.book.add(Company{.name = u"Acme"_s});
    e.row[size_t(entityInfo(EntityKind::Deal).indexOf(u"company_id"))] = acme.value;
    auto *company = qobject_cast<RecordEditor *>(e.make(u"company_id"));
    company->begin(e.row, u"Acme"_s);
    CHECK_FALSE(company->isEdited());
    company->choose({EntityKind::Company, namesake.value}, u"Acme"_s);
    CHECK(company->isEdited());
    REQUIRE(company->values());
    CHECK(company->values()->front().value == Value(namesake.value));
}

TEST_CASE("A link is found while typing, and only what was found can be linked", "[ui]")
{
    Editors e;
    const CompanyId acme = e.book.add(Company{.name = u"Acme Tools"_s});
    e.book.add(Company{.name = u"Acme Toys"_s});
    auto *editor = qobject_cast<RecordEditor *>(e.make(u"company_id"));
    REQUIRE(editor);
    auto *line = editor->findChild<QLineEdit *>();
    QTest::keyClicks(line, u"acme to"_s);
    CHECK(problemOf(*editor).contains(u"Choose a company"_s));
    QCompleter *completer = editor->findChild<QCompleter *>();
    REQUIRE(await([&] { return completer->completionModel()->rowCount() == 3; })); // two, and "new"
    QTest::keyClicks(line, u"ols"_s);
    REQUIRE(await([&] { return problemOf(*editor).isEmpty(); })); // typed in full: it is the only one
    const auto values = editor->values();
    REQUIRE(values);
    CHECK(values->front().value == Value(acme.value));
    completer->popup()->hide();
}

TEST_CASE("Down in an empty link shows what there is to choose from", "[ui]")
{
    Editors e;
    const CompanyId acme = e.book.add(Company{.name = u"Acme Tools"_s});
    e.book.add(Company{.name = u"Brandt"_s});
    auto *editor = qobject_cast<RecordEditor *>(e.make(u"company_id"));
    auto *line = editor->findChild<QLineEdit *>();
    REQUIRE(await([line] { return line->hasFocus(); }));
    QTest::keyClick(line, Qt::Key_Down);
    QCompleter *completer = editor->findChild<QCompleter *>();
    REQUIRE(await([completer] { return completer->popup()->isVisible(); }));
    CHECK(line->hasFocus()); // and is not in the next field
    CHECK(completer->completionModel()->rowCount() == 2);
    QTest::keyClick(completer->popup(), Qt::Key_Return);
    CHECK(valueOf(editor->values()).front().value == Value(acme.value));
}

TEST_CASE("A form whose look changes meanwhile says what is wrong in the new one's colours", "[ui]")
{
    Editors e;
    applyTheme(*qApp, app::Look::Light);
    FieldRow row({EntityKind::Deal, entityInfo(EntityKind::Deal).indexOf(u"expected_close")},
                 FieldRow::Saved::Together, e.around, &e.window);
    row.show();
    row.edit(u"no day"_s);
    row.showProblem();
    const auto noteColour = [&row] {
        for (const QLabel *label : row.findChildren<QLabel *>()) {
            if (label->text() == row.note())
                return label->palette().color(QPalette::WindowText);
        }
        return QColor();
    };
    const auto isOf = [&noteColour](ColourScheme scheme) { // windows get a new palette as an event
        return await([&] { return noteColour() == colourRoles(scheme).overdue; });
    };
    CHECK(isOf(ColourScheme::Light));
    applyTheme(*qApp, app::Look::Dark);
    CHECK(isOf(ColourScheme::Dark));
    applyTheme(*qApp, app::Look::Light);
    CHECK(isOf(ColourScheme::Light));
}

TEST_CASE("The labels of a form stand in one column, and none is cut", "[ui]")
{
    Editors e;
    std::vector<FieldRow *> rows;
    auto *column = new QVBoxLayout(&e.window);
    for (const QStringView name : {u"name", u"amount", u"expected_close", u"close_note"}) {
        rows.push_back(new FieldRow({EntityKind::Deal, entityInfo(EntityKind::Deal).indexOf(name)},
                                    FieldRow::Saved::Together, e.around, &e.window));
        column->addWidget(rows.back());
        rows.back()->show();
    }
    const auto labelOf = [](const FieldRow *row) { return row->findChild<ElidedLabel *>(); };
    const auto check = [&] {
        column->activate();
        for (const FieldRow *row : rows) {
            row->layout()->activate();
            CAPTURE(labelOf(row)->text());
            CHECK(labelOf(row)->width() >= labelOf(row)->sizeHint().width());
            CHECK(
                row->editor()->mapTo(&e.window, QPoint(row->editor()->width(), 0)).x()
                == rows.front()->editor()->mapTo(&e.window, QPoint(rows.front()->editor()->width(), 0)).x());
        }
    };
    alignLabels(rows);
    check();
    const int left = rows.front()->editor()->mapTo(&e.window, QPoint()).x();
    CHECK(rows.back()->editor()->mapTo(&e.window, QPoint()).x() == left);
    // Where there is no room beside the fields, the longer ones stand above.
    alignLabels(rows, rows.front()->wantedLabelWidth());
    check();
    CHECK(rows.front()->editor()->mapTo(&e.window, QPoint()).x() < left);
    CHECK(labelOf(rows[2])->mapTo(&e.window, QPoint()).y()
          < rows[2]->editor()->mapTo(&e.window, QPoint()).y() - 10);
}

TEST_CASE("A link that does not exist yet can be asked for", "[ui]")
{
    Editors e;
    auto *editor = qobject_cast<RecordEditor *>(e.make(u"company_id"));
    QString wanted;
    QObject::connect(editor, &FieldEditor::recordWanted, &e.window,
                     [&](EntityKind, const QString &name) { wanted = name; });
    QTest::keyClicks(editor->findChild<QLineEdit *>(), u"Initech"_s);
    QCompleter *completer = editor->findChild<QCompleter *>();
    REQUIRE(await([&] { return completer->popup()->isVisible(); }));
    QTest::keyClick(completer->popup(), Qt::Key_Return);
    CHECK(wanted == u"Initech"_s);
}

TEST_CASE("Tab right after another name takes no record that was found for the name before", "[ui]")
{
    Editors e;
    const CompanyId mertens = e.book.add(Company{.name = u"Mertens"_s});
    const CompanyId meyer = e.book.add(Company{.name = u"Meyer"_s});
    auto *editor = qobject_cast<RecordEditor *>(e.make(u"company_id"));
    auto *line = editor->findChild<QLineEdit *>();
    const auto *completer = editor->findChild<QCompleter *>();
    QTest::keyClicks(line, u"Me"_s);
    REQUIRE(await([&] { return completer->popup()->isVisible() && !editor->isSearching(); }));
    const QString first = completer->popup()->currentIndex().data().toString();
    const bool isMeyerFirst = first == u"Meyer"_s;
    REQUIRE((isMeyerFirst || first == u"Mertens"_s));
    const QString other = isMeyerFirst ? u"Mertens"_s : u"Meyer"_s;
    QTest::keyClicks(line, other.mid(2));
    REQUIRE(editor->isSearching());
    QTest::keyClick(line, Qt::Key_Tab);
    CHECK(line->text() == other);
    REQUIRE(await([&] { return !editor->isSearching(); }));
    const CompanyId named = isMeyerFirst ? mertens : meyer;
    CHECK(valueOf(editor->values()).front().value == Value(named.value)); // typed in full
    completer->popup()->hide();
}
