// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/keycapture.h"

#include <QKeyEvent>

namespace headway::ui {

namespace {

bool isModifier(int key)
{
    switch (key) {
    case Qt::Key_Control:
    case Qt::Key_Shift:
    case Qt::Key_Alt:
    case Qt::Key_AltGr:
    case Qt::Key_Meta:
    case Qt::Key_CapsLock:
    case Qt::Key_NumLock:
    case Qt::Key_unknown: return true;
    default: return false;
    }
}

// "?" needs Shift on most keyboards; that Shift is not part of the shortcut.
bool isShiftForSymbol(const QKeyEvent &event)
{
    const QString text = event.text();
    return !text.isEmpty() && text[0].isPrint() && !text[0].isLetterOrNumber() && !text[0].isSpace();
}

} // namespace

KeyCapture::KeyCapture(QWidget *parent) : QLineEdit(parent)
{
    setReadOnly(true);
    setContextMenuPolicy(Qt::NoContextMenu);
    setPlaceholderText(tr("Press the keys"));
    setAccessibleName(tr("Press the new keys"));
}

KeyCapture::~KeyCapture() = default;

// Receives keys that are shortcuts elsewhere, too.
bool KeyCapture::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() != Qt::Key_Tab && key->key() != Qt::Key_Backtab) {
            keyPressEvent(key);
            return true;
        }
    }
    return QLineEdit::event(event);
}

void KeyCapture::keyPressEvent(QKeyEvent *event)
{
    event->accept();
    if (isModifier(event->key()))
        return;
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::NoModifier && event->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return;
    }
    if (modifiers == Qt::NoModifier && event->key() == Qt::Key_Backspace) {
        Q_EMIT captured({});
        return;
    }
    const Qt::KeyboardModifiers counted =
        isShiftForSymbol(*event) ? modifiers & ~Qt::ShiftModifier : modifiers;
    Q_EMIT captured(QKeySequence(QKeyCombination(counted, Qt::Key(event->key()))));
}

} // namespace headway::ui
