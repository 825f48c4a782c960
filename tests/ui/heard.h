// SPDX-License-Identifier: GPL-3.0-or-later
// The names and descriptions of all that a screen reader comes to.
#pragma once

#include <QAccessible>
#include <QStringList>

#include <vector>

namespace headway::test {

// From `object` down.
inline QStringList heardIn(QObject *object)
{
    QStringList texts;
    std::vector<QAccessibleInterface *> all{QAccessible::queryAccessibleInterface(object)};
    while (!all.empty()) {
        QAccessibleInterface *each = all.back();
        all.pop_back();
        if (!each || each->state().invisible)
            continue;
        texts += each->text(QAccessible::Name);
        texts += each->text(QAccessible::Description);
        for (int i = 0; i < each->childCount(); ++i)
            all.push_back(each->child(i));
    }
    return texts;
}

} // namespace headway::test
