// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence below a control: quiet if it explains, in the colour of errors if it refuses. Wraps; a refusal
// is announced to screen readers. GUI thread; nothing fails.
#pragma once

#include <QLabel>

namespace headway::ui {

// A refusal with its sign before it, for those who do not see its colour. Empty stays empty.
QString signedRefusal(const QString &text);

class RemarkLabel : public QLabel
{
    Q_OBJECT
public:
    explicit RemarkLabel(QWidget *parent);
    ~RemarkLabel() override;

    void explain(const QString &text); // empty: takes no room
    void refuse(const QString &text);
    bool isRefusal() const { return m_isRefusal; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintIn(bool isRefusal);

    bool m_isRefusal = false;
    bool m_isPainting = false; // setting our own palette causes a change event
};

} // namespace headway::ui
