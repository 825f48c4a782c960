// SPDX-License-Identifier: GPL-3.0-or-later
// Records as lists, forms and the detail pane show them. Values; any thread; nothing fails.
#pragma once

#include "domain/records/record.h"

#include <QString>

#include <map>
#include <utility>
#include <vector>

namespace headway {

// A record that an activity is about, and its name.
struct LinkedRecord {
    EntityRef record = {};
    QString title = {};

    bool operator==(const LinkedRecord &) const = default;
};

// A record with the titles of the records it refers to.
struct LoadedRecord {
    Record record = {};
    std::vector<std::pair<int, QString>> titles = {}; // with their field indexes; references only
    std::vector<LinkedRecord> linked = {};            // of an activity; the closest to a sale first

    QString titleOf(int field) const
    {
        for (const auto &[index, title] : titles) {
            if (index == field)
                return title;
        }
        return {};
    }
};

// Each list is filled only if the kind has such records: the newest or first ones, without deleted ones.
// For an activity, also the records it is linked to.
struct RelatedRecords {
    // By kind: those that refer to it (Trait::Listed) and, for an activity, those it is linked to.
    std::map<EntityKind, std::vector<LoadedRecord>> records = {};
    std::vector<LoadedRecord> dealContacts = {}; // roles in a deal
    std::vector<LoadedRecord> lineItems = {};
    std::vector<LoadedRecord> affiliations = {};
    std::vector<LoadedRecord> contactPoints = {};
    std::vector<LoadedRecord> addresses = {};
    std::vector<LoadedRecord> tagLinks = {};
    std::vector<LoadedRecord> externalRefs = {}; // what other systems call it

    const std::vector<LoadedRecord> &of(EntityKind kind) const;
};

} // namespace headway
