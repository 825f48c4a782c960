// SPDX-License-Identifier: GPL-3.0-or-later
// Where one column of an imported file goes, chosen from a TargetList that it shares with the other columns. Typing opens
// the list and searches it for any part of a name, and nothing is chosen before Enter. GUI thread; nothing fails.
#pragma once

#include "ui/controls/nowheelcombobox.h"

namespace headway::ui {

class TargetList;

class TargetChoice : public NoWheelComboBox
{
    Q_OBJECT
public:
    // `list` outlives it, or is replaced together with it.
    explicit TargetChoice(TargetList &list, QWidget *parent = nullptr);
    ~TargetChoice() override;

    QString target() const;
    // Whether there is such a target.
    bool showTarget(const QString &target);
    void showPopup() override;

Q_SIGNALS:
    void focused();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void makeView();

    TargetList &m_list;
    bool m_hasView = false;
};

} // namespace headway::ui
