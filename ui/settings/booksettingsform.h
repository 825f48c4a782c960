// SPDX-License-Identifier: GPL-3.0-or-later
// Settings of the whole book: its currency, its working days, its fiscal year. Stored in the book, each
// change a step of the history. Part of the settings page; GUI thread; a refusal is shown below the control.
#pragma once

#include "app/workspace/workspace.h"
#include "ui/settings/settingsform.h"

#include <functional>

class QComboBox;
class QVariant;

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
    // A choice from a combo box: `take` puts the chosen value into the settings.
    struct Choice {
        QComboBox *box = nullptr;
        QString sentence = {};
        RemarkLabel *remark = nullptr;
        int shown = -1;
        std::function<void(BookSettings &settings, const QVariant &chosen)> take = {};
    };
    void buildCurrency();
    void buildYear(const QLocale &locale);
    void addChoice(Choice &choice, const QString &name);
    void save(Choice &choice);
    static void show(Choice &choice, const QVariant &value);
    void buildWorkingDays(const QLocale &locale);
    void showValues();
    void showDays(const QString &workingDays);
    void change(const BookSettings &after, RemarkLabel *remark);
    QString chosenDays() const;

    app::Workspace &m_workspace;
    Choice m_currency;
    Choice m_year;
    ChipRow *m_days;
    QStringList m_dayNames; // Monday first
    RemarkLabel *m_daysRemark = nullptr;
    BookSettings m_known;    // the base of the next change
    int m_underway = 0;      // changes that are not committed yet
    int m_lastDay = 1;       // toggled last; Monday is 1
    bool m_isPicked = false; // from the open list
};

} // namespace headway::ui
