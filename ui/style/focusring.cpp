// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/focusring.h"

#include "ui/style/colours.h"
#include "ui/style/theme.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPointer>

#include <utility>

namespace headway::ui {

namespace {

constexpr char shownFocused[] = "headwayShownFocused";
constexpr double ringWidth = 1.5;

bool g_isKeyboardUsed = true;

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_AltGr
        || key == Qt::Key_Meta;
}

// The ring belongs to one widget, and that has to be painted anew.
void note(bool isKeyboard)
{
    if (std::exchange(g_isKeyboardUsed, isKeyboard) == isKeyboard)
        return;
    QWidget *focused = QApplication::focusWidget();
    if (!focused)
        return;
    focused->update();
    if (const auto *area = qobject_cast<QAbstractScrollArea *>(focused))
        area->viewport()->update();
}

class InputWatch : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *, QEvent *event) override
    {
        switch (event->type()) {
        case QEvent::MouseButtonPress:
        case QEvent::TabletPress:
        case QEvent::TouchBegin: note(false); break;
        case QEvent::KeyPress:
        case QEvent::Shortcut:
            // Ctrl and a click is a click
            if (event->type() == QEvent::Shortcut || !isModifier(static_cast<QKeyEvent *>(event)->key()))
                note(true);
            break;
        default: break;
        }
        return false;
    }
};

} // namespace

bool isKeyboardUsed()
{
    return g_isKeyboardUsed;
}

void forgetInput()
{
    note(true);
}

void followInput(QCoreApplication &application)
{
    static QPointer<InputWatch> watch;
    if (watch)
        return;
    watch = new InputWatch(&application);
    application.installEventFilter(watch);
}

bool looksFocused(const QWidget &widget)
{
    return widget.hasFocus() || widget.property(shownFocused).toBool();
}

bool showsRing(const QWidget &widget)
{
    return (widget.hasFocus() && isKeyboardUsed()) || widget.property(shownFocused).toBool();
}

void showAsFocused(QWidget &widget)
{
    widget.setProperty(shownFocused, true);
    widget.update();
}

void paintFocusRing(QPainter &painter, const QRectF &rect, const ColourRoles &colourRoles)
{
    if (isKeyboardUsed())
        paintRing(painter, rect, colourRoles.accent);
}

void paintRing(QPainter &painter, const QRectF &rect, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, ringWidth));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), cornerRadius, cornerRadius);
    painter.restore();
}

} // namespace headway::ui
