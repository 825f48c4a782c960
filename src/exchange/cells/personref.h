// SPDX-License-Identifier: GPL-3.0-or-later
// A person or company that a cell refers to by name and e-mail address: "Ann Lee <ann@x.example>", "Ann Lee
// (ann@x.example)", "\"Lee, Ann\" <ann@x.example>"; several in a cell. Pure; any thread; nothing fails: what has no
// address is a name.
#pragma once

#include <QString>
#include <QStringList>

namespace headway::exchange {

struct PersonRef {
    QString name = {}; // empty: only the address is known
    QString email = {};

    bool operator==(const PersonRef &) const = default;
};
[[nodiscard]] PersonRef personRef(const QString &text);

// The cell cut into one text for each: at semicolons and line breaks, and at commas behind an address.
[[nodiscard]] QStringList personRefs(const QString &cell);

} // namespace headway::exchange
