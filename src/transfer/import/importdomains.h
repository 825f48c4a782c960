// SPDX-License-Identifier: GPL-3.0-or-later
// Companies by the domain of their website: "https://www.acme.example/en" is found by "acme.example". Read
// once, when first asked; on the writer's thread; fails as the connection fails.
#pragma once

#include "domain/fields/field.h"
#include "domain/result.h"
#include "store/reading/importlookup.h"

#include <QHash>

#include <optional>
#include <vector>

namespace headway::transfer {

// The domain in a web address, or in what looks like one; empty for any other text.
[[nodiscard]] QString domainIn(const QString &text);

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
