// SPDX-License-Identifier: GPL-3.0-or-later
// Where the detail pane is: beside the pages, in their splitter; or over them at their end, with a shadow at its
// edge, where a page needs the room. Part of the shell, which decides; GUI thread; nothing fails.
#pragma once

#include <QObject>
#include <QPointer>

class QSplitter;
class QWidget;

namespace headway::ui {

class SidePane : public QObject
{
    Q_OBJECT
public:
    enum class Way { Beside, Over };

    // `splitter` has the pages, and outlives this.
    explicit SidePane(QSplitter &splitter);
    ~SidePane() override;

    // Takes the pane, hidden and beside the pages, with the widths of an earlier state() if there is one.
    void take(QWidget *pane, const QByteArray &state);
    QWidget *pane() const { return m_pane; }
    QByteArray state() const; // of the splitter with both of them

    // Shows it this way, or moves it there; what has the keyboard in it keeps it.
    void show(Way way);
    void hide();
    // The same at somebody's wish: seen sliding in or out, where things may move.
    void slideIn(Way way);
    void slideOut();
    bool isShown() const;
    bool isOver() const { return m_way == Way::Over && isShown(); }

Q_SIGNALS:
    // So many pixels at the end of the pages lie under the pane; 0: it is beside them, or hidden.
    void covers(int width);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Frame;

    void move(Way way);
    void place();
    void tellCovered();
    QRect placeOfPane() const; // in the splitter's parent, with its shadow; while it is shown
    bool isSeen() const;       // what happens to it

    QSplitter &m_splitter;
    QPointer<QWidget> m_pane;
    QPointer<Frame> m_frame; // around the pane while it is over the pages; made when first needed
    Way m_way = Way::Beside;
    QByteArray m_state; // while the pane is not in the splitter
    int m_width;        // of the pane over the pages, pixels
};

} // namespace headway::ui
