// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/targetchoice.h"

#include "ui/controls/slimscrollbar.h"
#include "ui/style/theme.h"
#include "ui/transfer/targetlist.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QListView>

#include <algorithm>

namespace headway::ui {

namespace {

constexpr int rowsInSight = 16;
constexpr int mostWidth = 480; // pixels, unless the choice is wider

// Finds any part of a name, where Qt's own list knows only beginnings.
class SearchedList : public QListView
{
public:
    using QListView::QListView;

    void keyboardSearch(const QString &typed) override
    {
        const bool goesOn = m_since.isValid() && m_since.elapsed() < QApplication::keyboardInputInterval();
        m_since.restart();
        m_typed = goesOn ? m_typed + typed : typed;
        if (m_typed.isEmpty())
            return;
        const int current = currentIndex().row();
        // What is typed on may still mean the row that was found; a letter by itself goes on to the next one.
        int row = rowTyped(*model(), m_typed, goesOn ? current - 1 : current);
        if (row < 0 && m_typed.count(m_typed.front()) == m_typed.size()) // a letter again, and again
            row = rowTyped(*model(), m_typed.left(1), current);
        if (row < 0)
            return;
        setCurrentIndex(model()->index(row, 0));
        scrollTo(currentIndex());
    }

private:
    QString m_typed;
    QElapsedTimer m_since;
};

bool isTyping(const QKeyEvent &event)
{
    const bool isCommand =
        event.modifiers().testAnyFlags(Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    const QString text = event.text();
    return !isCommand && !text.isEmpty() && text.front().isPrint() && !text.front().isSpace();
}

} // namespace

TargetChoice::TargetChoice(TargetList &list, QWidget *parent) : NoWheelComboBox(parent), m_list(list)
{
    setFrame(false);
    setMaxVisibleItems(rowsInSight);
    setModel(&list);
}

TargetChoice::~TargetChoice() = default;

QString TargetChoice::target() const
{
    return currentData().toString();
}

bool TargetChoice::showTarget(const QString &target)
{
    const int row = m_list.rowOf(target);
    if (row >= 0)
        setCurrentIndex(row);
    return row >= 0;
}

// Only for a list that is looked at: a file may have thousands of columns.
void TargetChoice::makeView()
{
    if (m_hasView)
        return;
    m_hasView = true;
    auto *list = new SearchedList;
    list->setAccessibleName(accessibleName());
    list->setVerticalScrollBar(new SlimScrollBar(Qt::Vertical, list));
    setView(list);
}

void TargetChoice::showPopup()
{
    makeView();
    view()->setMinimumWidth(
        std::max(width(), std::min(mostWidth, view()->sizeHintForColumn(0) + space::huge)));
    NoWheelComboBox::showPopup();
}

void TargetChoice::keyPressEvent(QKeyEvent *event)
{
    if (!isTyping(*event)) {
        NoWheelComboBox::keyPressEvent(event);
        return;
    }
    showPopup();
    view()->keyboardSearch(event->text());
}

void TargetChoice::focusInEvent(QFocusEvent *event)
{
    NoWheelComboBox::focusInEvent(event);
    Q_EMIT focused();
}

} // namespace headway::ui
