// SPDX-License-Identifier: GPL-3.0-or-later
// Conversion between the members of records and Values: one Codec for each type of member. Used by the
// field tables (field.h) and wherever a single cell is converted to its type. Reading a Value of another
// type gives "nothing"; pure, any thread.
#pragma once

#include "domain/fields/ids.h"
#include "domain/fields/value.h"

#include <QDate>
#include <QString>

#include <array>
#include <optional>

namespace headway {

struct Choice {
    const char *code;
    const char *label;
    int number = 0; // by which people call it as well: 11 for November; 0: none
};

// The stored codes of an enum class: specialise with `static constexpr std::array list`, in the order of
// the enumerators.
template <class Enum>
struct Choices;

template <class T>
struct Codec; // the primary template is for enums, see below

template <>
struct Codec<QString> {
    static Value read(const QString &text) { return text.isNull() ? QString::fromLatin1("") : text; }
    static QString write(const Value &value) { return textOf(value); }
};
template <>
struct Codec<qint64> {
    static Value read(qint64 number) { return number; }
    static qint64 write(const Value &value) { return integerOf(value); }
};
template <>
struct Codec<std::optional<qint64>> {
    static Value read(const std::optional<qint64> &number) { return number ? Value(*number) : Value(); }
    static std::optional<qint64> write(const Value &value)
    {
        return isNull(value) ? std::nullopt : std::optional(integerOf(value));
    }
};
template <>
struct Codec<bool> {
    static Value read(bool yes) { return qint64(yes ? 1 : 0); }
    static bool write(const Value &value) { return integerOf(value) != 0; }
};
template <>
struct Codec<QDate> {
    static Value read(QDate day) { return day.isValid() ? Value(day.toString(Qt::ISODate)) : Value(); }
    static QDate write(const Value &value) { return QDate::fromString(textOf(value), Qt::ISODate); }
};
template <>
struct Codec<Instant> {
    static Value read(Instant at) { return at ? Value(at.ms) : Value(); }
    static Instant write(const Value &value) { return {integerOf(value)}; }
};
template <EntityKind K>
struct Codec<Id<K>> {
    static Value read(Id<K> id) { return id ? Value(id.value) : Value(); }
    static Id<K> write(const Value &value) { return {integerOf(value)}; }
};
template <>
struct Codec<EntityKind> {
    static Value read(EntityKind kind) { return QString(tableName(kind)); }
    static EntityKind write(const Value &value)
    {
        return entityKindNamed(textOf(value)).value_or(EntityKind::Deal);
    }
};
template <class Enum>
requires std::is_enum_v<Enum>
struct Codec<Enum> {
    static Value read(Enum choice) { return QString::fromLatin1(Choices<Enum>::list[size_t(choice)].code); }
    static Enum write(const Value &value)
    {
        const QString code = textOf(value);
        for (size_t i = 0; i < Choices<Enum>::list.size(); ++i) {
            if (code == QLatin1StringView(Choices<Enum>::list[i].code))
                return Enum(i);
        }
        return Enum{};
    }
};

} // namespace headway
