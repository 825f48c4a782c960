// SPDX-License-Identifier: GPL-3.0-or-later
// How much text a step holds: a note may have a million characters, so what is held is bounded by bytes as well as by
// number. Pure; any thread.
#pragma once

#include "domain/changes/change.h"
#include "domain/fields/field.h"

#include <QString>

namespace headway::store {

constexpr qint64 mostTextHeld = 16 * 1024 * 1024; // bytes; what is beyond is written

inline qint64 textSize(const QString &text)
{
    return text.size() * qint64(sizeof(QChar));
}

inline qint64 textSize(const Value &value)
{
    const auto *text = std::get_if<QString>(&value);
    return text ? textSize(*text) : 0;
}

inline qint64 textSize(const Row &row)
{
    qint64 size = 0;
    for (const Value &value : row)
        size += textSize(value);
    return size;
}

inline qint64 textSize(const Change &change)
{
    qint64 size = 0;
    for (const FieldDelta &delta : change.fields)
        size += textSize(delta.before) + textSize(delta.after);
    return size;
}

} // namespace headway::store
