// SPDX-License-Identifier: GPL-3.0-or-later
// The first row of the log form: when it was or is to be, as chips with a key each, and a line for any other day and
// time that tells how it is understood. Shows an app::ActivityTime and changes it. GUI thread; what is wrong with
// the text is told when the form is saved.
#pragma once

#include "app/input/activitytime.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace headway::ui {

class ChipRow;
struct Chip;

class WhenRow : public QWidget
{
    Q_OBJECT
public:
    // Both outlive it.
    WhenRow(app::ActivityTime &time, const app::InputRules &rules, QWidget *parent);
    ~WhenRow() override;

    void showTime(); // as it has begun, or was changed elsewhere
    // The chip with this key; false if there is none.
    bool press(const QString &key);
    void takeFocus(); // for a text that cannot be read

Q_SIGNALS:
    void changed();
    void entered(); // Enter in the line

private:
    Chip chipOf(app::ActivityTime::Choice choice) const;
    void pick(int chip);
    void showLine();

    app::ActivityTime &m_time;
    const app::InputRules &m_rules;
    std::vector<app::ActivityTime::Choice> m_choices; // one for each chip
    ChipRow *m_chips;
    QLineEdit *m_line;
    QLabel *m_echo;
};

} // namespace headway::ui
