// SPDX-License-Identifier: GPL-3.0-or-later
#include "features/support/walk.h"

#include "ui/controls/elidedlabel.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QMenuBar>
#include <QScrollBar>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace headway::test {

namespace {

QString described(const QWidget &widget)
{
    QString text = QString::fromLatin1(widget.metaObject()->className()).section(u"::"_s, -1);
    if (!widget.objectName().isEmpty())
        text += u" #"_s + widget.objectName();
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        text += u" “%1”"_s.arg(label->text());
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        text += u" “%1”"_s.arg(button->text());
    if (const QWidget *parent = widget.parentWidget())
        text += u" in "_s + QString::fromLatin1(parent->metaObject()->className()).section(u"::"_s, -1);
    return text;
}

// A part that is not checked on its own: the line of a combo box, the inside of a scroll area.
bool isPart(const QWidget &widget)
{
    const QWidget *parent = widget.parentWidget();
    return qobject_cast<const QScrollBar *>(&widget) || qobject_cast<const QComboBox *>(parent)
        || widget.objectName().startsWith(u"qt_"_s) || qobject_cast<const QMenuBar *>(&widget)
        || qobject_cast<const QMenuBar *>(parent);
}

bool scrolls(const QWidget &widget)
{
    for (const QWidget *each = widget.parentWidget(); each; each = each->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea *>(each))
            return true;
    }
    return false;
}

template <class Visit>
void forAllVisible(const QWidget &window, const Visit &visit)
{
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->isVisibleTo(&window) && widget->window() == window.window() && !isPart(*widget))
            visit(*widget);
    }
}

// A widget that passes the focus on is never visited by a screen reader.
bool isUsed(const QWidget &widget)
{
    if (widget.focusProxy())
        return false;
    return widget.focusPolicy() != Qt::NoFocus || qobject_cast<const QAbstractButton *>(&widget);
}

bool isCut(const QLabel &label)
{
    if (label.text().isEmpty() || qobject_cast<const ui::ElidedLabel *>(&label))
        return false;
    if (label.wordWrap())
        return label.heightForWidth(label.width()) > label.height() + 1;
    return label.sizeHint().width() > label.width() + 1 || label.sizeHint().height() > label.height() + 1;
}

bool isCut(const QAbstractButton &button)
{
    if (button.text().isEmpty())
        return false;
    if (button.sizePolicy().hasHeightForWidth()) // it wraps
        return false;
    const bool isElided = !button.toolTip().isEmpty(); // which has the whole text
    return !isElided && button.sizeHint().width() > button.width() + 1;
}

} // namespace

QString nameHeard(QWidget &widget)
{
    QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(&widget);
    return heard ? heard->text(QAccessible::Name).trimmed() : QString();
}

QStringList unnamed(const QWidget &window)
{
    QStringList complaints;
    forAllVisible(window, [&](QWidget &widget) {
        if (isUsed(widget) && nameHeard(widget).isEmpty())
            complaints += u"no name: "_s + described(widget);
    });
    return complaints;
}

QStringList unreachable(QWidget &window)
{
    QSet<QWidget *> reached;
    QWidget *first = QApplication::focusWidget();
    if (!first)
        return {u"nothing has the keyboard"_s};
    QStringList complaints;
    QWidget *now = first;
    constexpr int most = 500;
    for (int i = 0; i < most && !reached.contains(now); ++i) {
        reached.insert(now);
        QTest::keyClick(now, Qt::Key_Tab);
        if (QApplication::focusWidget() == now)
            break;
        now = QApplication::focusWidget();
        if (!now)
            return {u"Tab leads nowhere"_s};
    }
    forAllVisible(window, [&](QWidget &widget) {
        if (widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) && !widget.focusProxy()
            && !reached.contains(&widget))
            complaints += u"Tab does not come to "_s + described(widget);
    });
    first->setFocus();
    return complaints;
}

QStringList cut(const QWidget &window)
{
    QStringList complaints;
    forAllVisible(window, [&](QWidget &widget) {
        const auto *label = qobject_cast<const QLabel *>(&widget);
        const auto *button = qobject_cast<const QAbstractButton *>(&widget);
        const bool isScroll = qobject_cast<const QAbstractScrollArea *>(&widget) != nullptr;
        const bool wraps = !label && !isScroll && !widget.layout() && widget.sizePolicy().hasHeightForWidth();
        const bool lacksLines = wraps && widget.heightForWidth(widget.width()) > widget.height() + 1;
        if ((label && isCut(*label)) || (button && isCut(*button)) || lacksLines)
            complaints += u"cut off: %1 (%2 × %3, needs %4 × %5)"_s.arg(described(widget))
                              .arg(widget.width())
                              .arg(widget.height())
                              .arg(widget.sizeHint().width())
                              .arg(widget.sizeHint().height());
        const QWidget *parent = widget.parentWidget();
        if (parent && !scrolls(widget) && !parent->rect().contains(widget.geometry())
            && !widget.size().isEmpty())
            complaints += u"outside of its place: "_s + described(widget);
    });
    return complaints;
}

} // namespace headway::test
