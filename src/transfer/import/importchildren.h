// SPDX-License-Identifier: GPL-3.0-or-later
// What an imported row brings along for its record: addresses and numbers, tags, products, links. Nothing
// that the record has is ever taken away. Reads only; on the writer's thread; fails as the connection does.
#pragma once

#include "transfer/import/importrow.h"

namespace headway::transfer {

// A change of a belonging, whose owner is -1 until it is made; `named` goes into `field` when its record
// is there.
struct ChildRecord {
    Change change = {};
    int field = -1;
    std::optional<NamedRecord> named = {};
};

// Invalid if one of those that are to be made breaks a rule.
Result<> checkNew(const std::vector<ChildRecord> &children);

class ChildRecords
{
public:
    ChildRecords(const ImportContext &context, sql::Connection &connection);

    // Of a record that is to be made.
    std::vector<ChildRecord> ofNew(const ImportedRecord &imported) const;
    // Those that `owner` does not have yet.
    Result<std::vector<ChildRecord>> missing(const ImportedRecord &imported, EntityRef owner) const;

private:
    Result<> addPoints(const ImportedRecord &imported, EntityRef owner,
                       std::vector<ChildRecord> &result) const;
    Result<> addAddress(const ImportedRecord &imported, EntityRef owner,
                        std::vector<ChildRecord> &result) const;
    Result<> addProduct(const ImportedRecord &imported, EntityRef owner,
                        std::vector<ChildRecord> &result) const;
    Result<> addLinks(const ImportedRecord &imported, EntityRef owner,
                      std::vector<ChildRecord> &result) const;
    ChildRecord newPoint(const ContactPoint &point) const;
    ChildRecord newTag(const NamedRecord &tag) const;
    ChildRecord newLink(const NamedRecord &link) const;
    ChildRecord newProduct(const ImportedRecord &imported) const;
    ChildRecord newExternalRef(const QString &key) const;

    const ImportContext &m_context;
    sql::Connection &m_connection;
};

} // namespace headway::transfer
