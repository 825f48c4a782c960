// SPDX-License-Identifier: GPL-3.0-or-later
// Cut, copy, paste and select all, for whatever has the keyboard. Text fields know these keys themselves; here
// they are seen in the menu; elsewhere copying takes the rows of a list, and pasting brings a table in.
#include "ui/shell/shell.h"

#include <QApplication>
#include <QMetaObject>
#include <QWidget>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

// Text fields and lists have it by the same name, but from no class in common.
bool can(const char *slot)
{
    const QWidget *focus = QApplication::focusWidget();
    const QByteArray signature = QByteArray(slot).append("()");
    return focus && focus->metaObject()->indexOfSlot(signature.constData()) >= 0;
}

void doIt(const char *slot)
{
    QMetaObject::invokeMethod(QApplication::focusWidget(), slot);
}

} // namespace

void Shell::addEditCommands()
{
    constexpr int section = 10;
    struct Choice {
        QString id;
        QString text;
        QString icon;
        QKeySequence::StandardKey key;
        const char *slot;
        QString otherwise = {}; // the command it is where there is no text to edit
    };
    for (const Choice &each :
         {Choice{u"edit.cut"_s, tr("Cu&t"), u"edit-cut"_s, QKeySequence::Cut, "cut"},
          Choice{u"edit.copy"_s, tr("&Copy"), u"edit-copy"_s, QKeySequence::Copy, "copy", u"list.copy"_s},
          Choice{u"edit.paste"_s, tr("&Paste"), u"edit-paste"_s, QKeySequence::Paste, "paste",
                 u"book.pasteTable"_s},
          Choice{u"edit.selectAll"_s, tr("Select &all"), u"edit-select-all"_s, QKeySequence::SelectAll,
                 "selectAll"}}) {
        const auto otherwise = [this, id = each.otherwise] {
            return id.isEmpty() ? nullptr : m_commands.find(id);
        };
        m_commands.add(
            {.id = each.id,
             .text = each.text,
             .iconName = each.icon,
             .shortcuts = {QKeySequence(each.key)},
             .menu = {tr("&Edit")},
             .section = section,
             .isEnabled = [slot = each.slot,
                           otherwise] { return can(slot) || (otherwise() && app::isEnabled(*otherwise())); },
             .run =
                 [this, slot = each.slot, id = each.otherwise] {
                     if (can(slot))
                         doIt(slot);
                     else
                         m_commands.run(id);
                 }});
    }
}

} // namespace headway::ui
