// SPDX-License-Identifier: GPL-3.0-or-later
// A line of plain text that shrinks: cut with "…" where there is no room, whole in its tool tip and for
// screen readers. GUI thread; nothing fails.
#pragma once

#include <QLabel>

namespace headway::ui {

class ElidedLabel : public QLabel
{
    Q_OBJECT
public:
    enum class Tone { Normal, Quiet, Error };

    explicit ElidedLabel(QWidget *parent = nullptr);
    ~ElidedLabel() override;

    void showText(const QString &text, Tone tone);
    // Shows the first text that fits, of several wordings, the longest first; text() is the longest.
    void showFitting(const QStringList &texts, Tone tone);
    // How many letters stay visible at least; 8 by default.
    void keepLetters(int letters);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void describe();
    QString shownText() const;

    Tone m_tone = Tone::Normal;
    int m_letters = 8;
    QStringList m_shorter; // shorter wordings of text()
};

} // namespace headway::ui
