// SPDX-License-Identifier: GPL-3.0-or-later
// The picklists of a book: products, tags, sources, lost reasons; and what makes a book extensible: custom
// fields and identities in other systems.
#pragma once

#include "domain/fields/field.h"

#include <QStringList>

namespace headway {

struct Product {
    ProductId id = {};
    qint64 version = 0;
    QString name = {};
    QString nameKey = {};
    QString code = {};
    QString series = {};
    QString unit = {};
    std::optional<qint64> price = {};
    QString currency = {};
    bool active = true;
    QString description = {};

    bool operator==(const Product &) const = default;
};

struct Tag {
    TagId id = {};
    qint64 version = 0;
    QString name = {};
    QString nameKey = {};
    QString colour = {};

    bool operator==(const Tag &) const = default;
};

struct TagLink {
    Id<EntityKind::TagLink> id = {};
    qint64 version = 0;
    TagId tag = {};
    EntityKind recordKind = EntityKind::Deal;
    qint64 recordId = 0;

    bool operator==(const TagLink &) const = default;
};

struct Source {
    SourceId id = {};
    qint64 version = 0;
    QString name = {};
    QString nameKey = {};
    qint64 position = 0;
    bool active = true;

    bool operator==(const Source &) const = default;
};

struct LostReason {
    LostReasonId id = {};
    qint64 version = 0;
    QString name = {};
    QString nameKey = {};
    bool needsNote = false;
    qint64 position = 0;
    bool active = true;

    bool operator==(const LostReason &) const = default;
};

enum class CustomKind { Text, LongText, Number, Money, Day, YesNo, Choice };
template <>
struct Choices<CustomKind> {
    static constexpr std::array list{
        Choice{"text", Label::tr("Text")},     Choice{"long_text", Label::tr("Long text")},
        Choice{"number", Label::tr("Number")}, Choice{"money", Label::tr("Money")},
        Choice{"day", Label::tr("Day")},       Choice{"yes_no", Label::tr("Yes or no")},
        Choice{"choice", Label::tr("Choice")}};
};

// The definition of a custom field; its values are in the record's `custom` JSON under `name`.
struct CustomField {
    Id<EntityKind::CustomField> id = {};
    qint64 version = 0;
    EntityKind recordKind = EntityKind::Deal;
    QString name = {}; // lower-case key: letters, digits, underscores
    QString label = {};
    CustomKind kind = CustomKind::Text;
    QString choices = {}; // one per line
    bool required = false;
    bool indexed = false;
    qint64 position = 0;

    bool operator==(const CustomField &) const = default;
};

// The field's choices, in their order.
QStringList customChoices(const CustomField &field);
// The type that a value of such a field has. A number is an Integer here, though it may have decimals.
FieldType typeOf(CustomKind kind);

// The id of a record in another system: a vCard UID, a HubSpot id.
struct ExternalRef {
    Id<EntityKind::ExternalRef> id = {};
    qint64 version = 0;
    QString system = {};
    QString key = {};
    EntityKind recordKind = EntityKind::Deal;
    qint64 recordId = 0;

    bool operator==(const ExternalRef &) const = default;
};

template <>
struct Table<Product> {
    static constexpr EntityKind kind = EntityKind::Product;
    static std::span<const Field<Product>> fields();
};
template <>
struct Table<Tag> {
    static constexpr EntityKind kind = EntityKind::Tag;
    static std::span<const Field<Tag>> fields();
};
template <>
struct Table<TagLink> {
    static constexpr EntityKind kind = EntityKind::TagLink;
    static std::span<const Field<TagLink>> fields();
};
template <>
struct Table<Source> {
    static constexpr EntityKind kind = EntityKind::Source;
    static std::span<const Field<Source>> fields();
};
template <>
struct Table<LostReason> {
    static constexpr EntityKind kind = EntityKind::LostReason;
    static std::span<const Field<LostReason>> fields();
};
template <>
struct Table<CustomField> {
    static constexpr EntityKind kind = EntityKind::CustomField;
    static std::span<const Field<CustomField>> fields();
};
template <>
struct Table<ExternalRef> {
    static constexpr EntityKind kind = EntityKind::ExternalRef;
    static std::span<const Field<ExternalRef>> fields();
};

} // namespace headway
