// SPDX-License-Identifier: GPL-3.0-or-later
// A field for text of several lines: it begins at the leading edge of the window, whatever is written in it, and so
// does its hint; Tab leaves it. GUI thread; nothing fails.
#pragma once

#include <QPlainTextEdit>

namespace headway::ui {

class TextArea : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit TextArea(QWidget *parent = nullptr);
    ~TextArea() override;

    // Shown while it is empty.
    void showHint(const QString &hint);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void align();

    QString m_hint;
};

} // namespace headway::ui
