// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/booksettingsform.h"

#include "app/recordedits.h"
#include "domain/currencytable.h"
#include "ui/calmcombobox.h"
#include "ui/chiprow.h"
#include "ui/remarklabel.h"

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

QString daysSentence()
{
    return BookSettingsForm::tr("A follow-up that an outcome suggests falls on one of them.");
}

} // namespace

BookSettingsForm::BookSettingsForm(app::Workspace &workspace, const QLocale &locale, QWidget *parent)
    : SettingsForm(tr("This book"),
                   tr("Kept in the book, for everybody who works with it. Each change can be taken back."),
                   parent),
      m_workspace(workspace), m_currency(new CalmComboBox(this)),
      m_days(new ChipRow(ChipRow::Choose::Many, this))
{
    buildCurrency();
    buildWorkingDays(locale);
    connect(&workspace, &app::Workspace::lookupsChanged, this, &BookSettingsForm::showValues);
    showValues();
}

BookSettingsForm::~BookSettingsForm() = default;

void BookSettingsForm::buildCurrency()
{
    m_currency->setMinimumWidth(choiceWidth);
    m_currency->setMaxVisibleItems(16);
    const QStringList codes = currencyCodes();
    for (const QString &code : codes) {
        const QString symbol = currencySymbol(code).value_or(code);
        m_currency->addItem(symbol == code ? code : u"%1 · %2"_s.arg(code, symbol), code);
    }
    addRow(tr("&Currency"), m_currency);
    m_currencyRemark = addRemark(currencySentence());
    m_currency->installEventFilter(this);
    m_currency->view()->installEventFilter(this);
    connect(m_currency, &QComboBox::activated, this, [this] {
        if (m_isPicked)
            saveCurrency();
    });
}

// Arrows and letters pass many currencies on the way: one picked from the open list is meant at once,
// any other when Enter says so or the focus goes on.
bool BookSettingsForm::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_currency->view()) {
        if (event->type() == QEvent::Hide)
            m_isPicked = true;
        return false;
    }
    if (event->type() == QEvent::FocusOut && !m_currency->view()->isVisible())
        saveCurrency();
    if (event->type() == QEvent::KeyPress) {
        m_isPicked = false;
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            saveCurrency();
            return true;
        }
    }
    return false;
}

void BookSettingsForm::saveCurrency()
{
    const QString chosen = m_currency->currentData().toString();
    if (chosen.isEmpty() || m_currency->currentIndex() == m_shownCurrency)
        return;
    m_shownCurrency = m_currency->currentIndex();
    BookSettings after = m_known;
    after.currency = chosen;
    change(after, m_currencyRemark);
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

// The day that was chosen last keeps the cursor.
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
    const store::Lookups &lookups = m_workspace.lookups();
    m_known = lookups.settings;
    m_shownCurrency = m_currency->findData(lookups.currency);
    m_currency->setCurrentIndex(m_shownCurrency);
    if (m_days->count() == 0 || chosenDays() != lookups.settings.workingDays)
        showDays(lookups.settings.workingDays);
}

// The next change may come before the lists were read again: it goes by what this one makes.
void BookSettingsForm::change(const BookSettings &after, RemarkLabel *remark)
{
    const BookSettings before = std::exchange(m_known, after);
    ++m_underway;
    app::changeBookSettings(m_workspace, this, before, after, [this, remark](const Result<ChangeSet> &set) {
        --m_underway;
        if (set) {
            m_currencyRemark->explain(currencySentence());
            m_daysRemark->explain(daysSentence());
            return;
        }
        showValues();
        remark->refuse(set.error().text);
    });
}

} // namespace headway::ui
