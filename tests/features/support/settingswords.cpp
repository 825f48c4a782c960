// SPDX-License-Identifier: GPL-3.0-or-later
// The words of stories on the settings page.
#include "domain/records/deal.h"
#include "features/support/expect.h"
#include "features/support/story.h"
#include "store/reading/booksettings.h"
#include "ui/board/boardcolumnview.h"
#include "ui/board/cardlist.h"
#include "ui/commands/commandactions.h"
#include "ui/controls/remarklabel.h"
#include "ui/fields/fieldrow.h"
#include "ui/settings/picklistview.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/shell.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;

namespace headway::test {

namespace {

QString nameOf(const QWidget &control)
{
    const auto *button = qobject_cast<const QAbstractButton *>(&control);
    return control.accessibleName().isEmpty() && button ? button->text().remove(u'&')
                                                        : control.accessibleName();
}

QWidget *controlNamed(const QWidget &window, const QString &name)
{
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        const bool isControl = qobject_cast<QComboBox *>(widget) || qobject_cast<QLineEdit *>(widget)
            || qobject_cast<QAbstractButton *>(widget);
        if (isControl && widget->isVisible() && nameOf(*widget) == name)
            return widget;
    }
    return nullptr;
}

QString shownIn(QWidget *control)
{
    if (const auto *box = qobject_cast<QComboBox *>(control))
        return box->currentText();
    if (const auto *line = qobject_cast<QLineEdit *>(control))
        return line->text();
    if (const auto *button = qobject_cast<QAbstractButton *>(control))
        return button->isChecked() ? u"yes"_s : u"no"_s;
    return {};
}

} // namespace

void When::I_open_the_settings(const QString &part)
{
    I_open_the_book();
    REQUIRE(await([&] { return story.shell().actions().find(u"page.settings") != nullptr; }));
    I_press(u"Ctrl+,"_s);
    REQUIRE(await([&] { return story.shell().place().page == u"settings"_s; }));
    const auto *page = story.shell().findChild<ui::SettingsPage *>();
    const auto here = [page] { return page->nameOf(page->currentPart()); };
    for (int tries = 0; tries < 20 && here() != part; ++tries)
        I_press(u"Down"_s);
    REQUIRE(here() == part);
}

void When::I_tab_to(const QString &control)
{
    QCoreApplication::processEvents(); // the new layout becomes visible
    QStringList passed;
    for (int tries = 0; tries < 60; ++tries) {
        const QWidget *focus = QApplication::focusWidget();
        REQUIRE(focus);
        if (nameOf(*focus) == control)
            return;
        passed += nameOf(*focus);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    FAIL("no way to " << control.toStdString() << " by Tab, only " << passed.join(u" | "_s).toStdString());
}

void When::I_answer(ui::Answer answer)
{
    story.m_dialogs.answerNextConfirm(answer);
}

void When::I_put_into_the_line(const QString &text)
{
    auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    REQUIRE(line);
    line->selectAll();
    line->insert(text);
}

void Then::the_control_shows(const QString &control, const QString &text) const
{
    const auto shown = [&] { return shownIn(controlNamed(story.shell(), control)); };
    expect([&] { return shown() == text; }, text, shown);
}

void Then::the_page_remarks(const QString &text) const
{
    const auto remarks = [&] {
        QStringList texts;
        for (const ui::RemarkLabel *label : story.shell().findChildren<ui::RemarkLabel *>()) {
            if (label->isVisible())
                texts += label->text();
        }
        return texts.join(u'\n');
    };
    expect([&] { return remarks().contains(text); }, text, remarks);
}

void Then::the_values_end_with(const QString &name) const
{
    const auto last = [&] {
        for (const ui::PicklistView *list : story.shell().findChildren<ui::PicklistView *>()) {
            if (list->isVisible())
                return list->model()->index(list->model()->rowCount() - 1, 0).data().toString();
        }
        return u"no list"_s;
    };
    expect([&] { return last() == name; }, name, last);
}

void Then::the_values_begin_with(const QStringList &spoken) const
{
    const auto first = [&] {
        QStringList texts;
        for (const ui::PicklistView *list : story.shell().findChildren<ui::PicklistView *>()) {
            for (int row = 0; list->isVisible() && row < int(spoken.size()); ++row)
                texts += list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        }
        return texts;
    };
    expect([&] { return first() == spoken; }, spoken.join(u" | "_s), [&] { return first().join(u" | "_s); });
}

void Then::the_field_notes(const QString &text) const
{
    const auto notes = [&] {
        QStringList texts;
        for (const ui::FieldRow *fieldRow : story.shell().findChildren<ui::FieldRow *>()) {
            if (fieldRow->isVisible() && !fieldRow->note().isEmpty())
                texts += fieldRow->note();
        }
        return texts.join(u'\n');
    };
    expect([&] { return notes().contains(text); }, text, notes);
}

void Then::the_board_has(const QString &column) const
{
    const auto columns = [&] {
        QStringList names;
        for (const ui::CardList *list : story.shell().findChildren<ui::CardList *>())
            names += list->accessibleName();
        return names;
    };
    expect([&] { return columns().contains(column); }, column, [&] { return columns().join(u" | "_s); });
}

void Then::the_board_explains(const QString &text) const
{
    const auto tips = [&] {
        QStringList all;
        for (const ui::BoardColumnView *column : story.shell().findChildren<ui::BoardColumnView *>()) {
            for (const QWidget *part : column->findChildren<QWidget *>())
                all += part->toolTip();
        }
        return all.join(u'\n');
    };
    expect([&] { return tips().contains(text); }, text, tips);
}

void Then::the_last_outcome_was(const QString &outcome)
{
    const auto seen = [&] {
        for (const Activity &activity : valueOf(store::loadAll<Activity>(
                 story.book(), {u"outcome_id IS NOT NULL"_s, {}, u"id DESC LIMIT 1"_s})))
            return valueOf(store::titleOf(story.book(), {EntityKind::Outcome, activity.outcome.value}));
        return u"none"_s;
    };
    expect([&] { return seen() == outcome; }, outcome, seen);
}

void Then::the_reason_was(const QString &name, const QString &reason)
{
    const auto seen = [&] {
        for (const Deal &deal : valueOf(store::loadAll<Deal>(story.book(), {u"name = ?"_s, {name}, {}})))
            return valueOf(store::titleOf(story.book(), {EntityKind::LostReason, deal.lostReason.value}));
        return u"no deal"_s;
    };
    expect([&] { return seen() == reason; }, reason, seen);
}

void Then::the_working_days_are(const QString &codes)
{
    const auto seen = [&] { return valueOf(store::loadBookSettings(story.book())).workingDays; };
    expect([&] { return seen() == codes; }, codes, seen);
}

void Then::the_key_of(const QString &command, const QString &keys) const
{
    const auto shown = [&] {
        const QAction *action = story.shell().actions().find(command);
        return action ? action->shortcut().toString() : u"no such command"_s;
    };
    expect([&] { return shown() == keys; }, keys, shown);
}

} // namespace headway::test
