// SPDX-License-Identifier: GPL-3.0-or-later
// The manual: the user pages of docs/, compiled into the program. A window of its own, so that it can be read
// while working. GUI thread; nothing fails.
#pragma once

#include <QDialog>

namespace headway::ui {

class ManualWindow : public QDialog
{
    Q_OBJECT
public:
    // Opens the first page.
    explicit ManualWindow(QWidget *parent);
    ~ManualWindow() override;

private:
    class Text;

    Text *m_text;
};

} // namespace headway::ui
