// SPDX-License-Identifier: GPL-3.0-or-later
// The names of records in a filter's text, each with its place: whether there are such records, only the book can say.
// Pure; nothing fails; any thread.
#pragma once

#include "domain/query/filter.h"

namespace headway {

struct TypedName {
    EntityKind kind = EntityKind::Deal; // of what is named
    QString name = {};                  // as it was typed
    qsizetype position = 0;             // of the condition
    qsizetype length = 0;

    bool operator==(const TypedName &) const = default;
};

// In the order of the text, up to a fault in it. The user at work, `me`, is no name.
std::vector<TypedName> typedNames(EntityKind kind, QStringView text,
                                  const std::vector<CustomField> &custom = {});

} // namespace headway
