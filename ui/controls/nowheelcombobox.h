// SPDX-License-Identifier: GPL-3.0-or-later
// A combo box for forms and tables: the wheel over it scrolls the form or table instead. GUI thread.
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
