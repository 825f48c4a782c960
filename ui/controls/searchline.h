// SPDX-License-Identifier: GPL-3.0-or-later
// A line to filter by: with a sign at its beginning, and a button that clears it, as Esc does. GUI thread.
#pragma once

#include <QLineEdit>

namespace headway::ui {

class SearchLine : public QLineEdit
{
    Q_OBJECT
public:
    // `name` is what a screen reader says.
    SearchLine(const QString &name, const QString &placeholder, QWidget *parent = nullptr);
    ~SearchLine() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

// A sign at the beginning of a line that has its accessible name.
void addSign(QLineEdit &line, const QString &iconName);

} // namespace headway::ui
