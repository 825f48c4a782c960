// SPDX-License-Identifier: GPL-3.0-or-later
// Companies by the domain of their website: "https://www.acme.example/en" is found by "acme.example". Read
// once, when first asked; on the writer's thread; fails as the connection fails.
#pragma once

#include "domain/fields/field.h"
#include "domain/result.h"
#include "store/reading/importlookup.h"

#include <QHash>
#include <QStringList>

#include <optional>
#include <vector>

namespace headway::transfer {

// The domain in a web address, or in what looks like one; empty for any other text, and for addresses that many share
// (resources/vocabulary/hosts.tsv).
[[nodiscard]] QString domainIn(const QString &text);
// Several web addresses in one cell, as they are written; the text itself if it is something else.
[[nodiscard]] QStringList websitesIn(const QString &text);
// What two spellings of one web address have in common; empty for one that many share.
[[nodiscard]] QString websiteKey(const QString &text);

class CompanyDomains
{
public:
    explicit CompanyDomains(sql::Connection &connection) : m_connection(connection) {}

    Result<std::vector<qint64>> find(const QString &domain);
    // To be called for each company that the import makes or changes.
    void added(EntityRef ref, const Row &row);

private:
    void insert(qint64 id, const QString &website);

    sql::Connection &m_connection;
    std::optional<QHash<QString, std::vector<qint64>>> m_byDomain = {};
};

} // namespace headway::transfer
