// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/booksettingsform.h"

#include "app/edits/recordedits.h"
#include "app/text/display.h"
#include "domain/records/lookups.h"
#include "domain/text/currencytable.h"
#include "ui/controls/chiprow.h"
#include "ui/controls/nowheelcombobox.h"
#include "ui/controls/remarklabel.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

constexpr int choiceWidth = 220;
constexpr int daysWidth = 400;
constexpr int daysOfAWeek = 7;

QString currencySentence()
{
    return BookSettingsForm::tr("Of amounts that are typed without one. What is in the book keeps its own.");
}

QString yearSentence()
{
    return BookSettingsForm::tr(
        "Filters and reports count quarters and years from it: this-quarter, fy2027.");
}

QString daysSentence()
{
    return BookSettingsForm::tr("A follow-up that an outcome suggests falls on one of them.");
}

} // namespace

BookSettingsForm::BookSettingsForm(app::Workspace &workspace, const QLocale &locale, QWidget *parent)
    : SettingsForm(tr("This book"),
                   tr("Kept in the book, for everybody who works with it. Each change can be taken back."),
                   parent),
      m_workspace(workspace), m_days(new ChipRow(ChipRow::Choose::Many, this))
{
    buildCurrency();
    buildWorkingDays(locale);
    buildYear(locale);
    connect(&workspace, &app::Workspace::lookupsChanged, this, &BookSettingsForm::showValues);
    showValues();
}

BookSettingsForm::~BookSettingsForm() = default;

void BookSettingsForm::buildCurrency()
{
    m_currency = {.box = new NoWheelComboBox(this),
                  .sentence = currencySentence(),
                  .take = [](BookSettings &settings, const QVariant &chosen) {
                      settings.currency = chosen.toString();
                  }};
    const QStringList codes = currencyCodes();
    for (const QString &code : codes) {
        const QString symbol = currencySymbol(code).value_or(code);
        m_currency.box->addItem(symbol == code ? code : u"%1 · %2"_s.arg(code, symbol), code);
    }
    addChoice(m_currency, tr("&Currency"));
}

void BookSettingsForm::buildYear(const QLocale &locale)
{
    m_year = {.box = new NoWheelComboBox(this),
              .sentence = yearSentence(),
              .take = [](BookSettings &settings, const QVariant &chosen) {
                  settings.yearBegins = Month(chosen.toInt());
              }};
    for (int month = 0; month < int(Choices<Month>::list.size()); ++month)
        m_year.box->addItem(locale.standaloneMonthName(month + 1), month);
    addChoice(m_year, tr("&Fiscal year begins in"));
}

void BookSettingsForm::addChoice(Choice &choice, const QString &name)
{
    choice.box->setMinimumWidth(choiceWidth);
    choice.box->setMaxVisibleItems(16);
    addRow(name, choice.box);
    choice.remark = addRemark(choice.sentence);
    choice.box->installEventFilter(this);
    choice.box->view()->installEventFilter(this);
    connect(choice.box, &QComboBox::activated, this, [this, &choice] {
        if (m_isPicked)
            save(choice);
    });
}

// Arrow keys and letters pass through other choices: one picked from the open list is saved at once, any
// other on Enter or when the focus leaves.
bool BookSettingsForm::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_currency.box && watched != m_year.box) { // one of their pop-up lists
        if (event->type() == QEvent::Hide)
            m_isPicked = true;
        return false;
    }
    Choice &choice = watched == m_currency.box ? m_currency : m_year;
    if (event->type() == QEvent::FocusOut && !choice.box->view()->isVisible())
        save(choice);
    if (event->type() == QEvent::KeyPress) {
        m_isPicked = false;
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            save(choice);
            return true;
        }
    }
    return false;
}

void BookSettingsForm::save(Choice &choice)
{
    if (choice.box->currentIndex() < 0 || choice.box->currentIndex() == choice.shown)
        return;
    choice.shown = choice.box->currentIndex();
    BookSettings after = m_known;
    choice.take(after, choice.box->currentData());
    change(after, choice.remark);
}

void BookSettingsForm::show(Choice &choice, const QVariant &value)
{
    choice.shown = choice.box->findData(value);
    choice.box->setCurrentIndex(choice.shown);
}

void BookSettingsForm::buildWorkingDays(const QLocale &locale)
{
    for (int day = 1; day <= daysOfAWeek; ++day)
        m_dayNames += locale.standaloneDayName(day, QLocale::ShortFormat);
    m_days->setMinimumWidth(daysWidth);
    addRow(tr("&Working days"), m_days);
    m_daysRemark = addRemark(daysSentence());
    connect(m_days, &ChipRow::chosen, this, [this](int chip) {
        m_lastDay = chip + 1;
        BookSettings after = m_known;
        after.workingDays = chosenDays();
        change(after, m_daysRemark);
    });
}

// The cursor stays on the day that was toggled last.
void BookSettingsForm::showDays(const QString &workingDays)
{
    std::vector<Chip> chips;
    for (const QString &name : std::as_const(m_dayNames))
        chips.push_back({name});
    m_days->showChips(chips);
    const QStringList codes = workingDays.split(u' ');
    for (int day = daysOfAWeek; day >= 1; --day) {
        if (codes.contains(codeOfWeekday(day)))
            m_days->choose(day - 1);
    }
    if (codes.contains(codeOfWeekday(m_lastDay)))
        m_days->choose(m_lastDay - 1);
}

QString BookSettingsForm::chosenDays() const
{
    QStringList codes;
    for (int day = 1; day <= daysOfAWeek; ++day) {
        if (m_days->isChosen(day - 1))
            codes += codeOfWeekday(day);
    }
    return codes.join(u' ');
}

void BookSettingsForm::showValues()
{
    if (m_underway > 0)
        return;
    const Lookups &lookups = m_workspace.lookups();
    m_known = lookups.settings;
    show(m_currency, lookups.currency);
    show(m_year, int(lookups.settings.yearBegins));
    if (m_days->count() == 0 || chosenDays() != lookups.settings.workingDays)
        showDays(lookups.settings.workingDays);
}

// The next change may come before the settings are read again: it starts from the result of this one.
void BookSettingsForm::change(const BookSettings &after, RemarkLabel *remark)
{
    const BookSettings before = std::exchange(m_known, after);
    ++m_underway;
    app::changeBookSettings(m_workspace, this, before, after, [this, remark](const Result<ChangeSet> &set) {
        --m_underway;
        if (set) {
            for (const Choice *choice : {&m_currency, &m_year})
                choice->remark->explain(choice->sentence);
            m_daysRemark->explain(daysSentence());
            return;
        }
        showValues();
        remark->refuse(app::Display(locale(), m_workspace.zone()).words(set.error().text));
    });
}

} // namespace headway::ui
