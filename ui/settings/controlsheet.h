// SPDX-License-Identifier: GPL-3.0-or-later
// All controls in all their states side by side, to see at a glance whether they are of one hand: for whoever
// changes a look. Hidden in the settings until a key shows it. The controls are real ones and can be used.
// GUI thread; nothing fails.
#pragma once

#include <QWidget>

#include <functional>

class QGridLayout;

namespace headway::ui {

class ControlSheet : public QWidget
{
    Q_OBJECT
public:
    explicit ControlSheet(QWidget *parent);
    ~ControlSheet() override;

private:
    enum class State { Normal, Hovered, Focused, Disabled, Wrong, ReadOnly };
    // Makes one sample; null: this control has no such state.
    using Make = std::function<QWidget *(State state)>;

    void addStates();
    void addRow(const QString &name, const Make &make);
    void addFields();
    void addMarks();
    void addBars();
    void addPopups();

    QGridLayout *m_grid;
};

} // namespace headway::ui
