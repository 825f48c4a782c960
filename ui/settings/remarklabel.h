// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence below a control: quiet where it explains, in the colour of errors where it refuses. Breaks
// into lines; read out when it refuses. GUI thread; nothing fails.
#pragma once

#include <QLabel>

namespace headway::ui {

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
    bool m_isPainting = false; // a palette of our own comes back as an event
};

} // namespace headway::ui
