// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for the whole book: its currency, its working days. Kept in the book, a step of the history
// each. Part of the settings page; GUI thread; what is refused is said below the control.
#pragma once

#include "app/workspace.h"
#include "ui/settingsform.h"

class QComboBox;

namespace headway::ui {

class ChipRow;

class BookSettingsForm : public SettingsForm
{
    Q_OBJECT
public:
    BookSettingsForm(app::Workspace &workspace, const QLocale &locale, QWidget *parent);
    ~BookSettingsForm() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildCurrency();
    void saveCurrency();
    void buildWorkingDays(const QLocale &locale);
    void showValues();
    void showDays(const QString &workingDays);
    void change(const BookSettings &after, RemarkLabel *remark);
    QString chosenDays() const;

    app::Workspace &m_workspace;
    QComboBox *m_currency;
    ChipRow *m_days;
    QStringList m_dayNames; // Monday first
    RemarkLabel *m_currencyRemark = nullptr;
    RemarkLabel *m_daysRemark = nullptr;
    BookSettings m_known; // what the next change begins with
    int m_underway = 0;   // changes that are not in the book yet
    int m_shownCurrency = -1;
    int m_lastDay = 1;       // chosen or taken away last; Monday is 1
    bool m_isPicked = false; // from the open list of currencies
};

} // namespace headway::ui
