// SPDX-License-Identifier: GPL-3.0-or-later
// A value as text: one line cut with "…", or a paragraph of a few lines. Part of a FieldRow; GUI thread;
// nothing fails.
#pragma once

#include <QWidget>

namespace headway::ui {

class FieldDisplay : public QWidget
{
    Q_OBJECT
public:
    enum class Tone { Normal, Empty, Link, Overdue };

    explicit FieldDisplay(QWidget *parent);
    ~FieldDisplay() override;

    void showText(const QString &text, Tone tone);
    void allowLines(int most);
    const QString &text() const { return m_text; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return m_mostLines > 1; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QString m_text;
    Tone m_tone = Tone::Normal;
    int m_mostLines = 1;
};

} // namespace headway::ui
