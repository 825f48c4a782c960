// SPDX-License-Identifier: GPL-3.0-or-later
// A choice in a form or a table: turning the wheel over it scrolls what it stands in. GUI thread.
#pragma once

#include <QComboBox>
#include <QWheelEvent>

namespace headway::ui {

class NoWheelComboBox : public QComboBox
{
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

} // namespace headway::ui
