// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/importdomains.h"

#include "domain/records/record.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

QString domainIn(const QString &text)
{
    static const QRegularExpression address(
        u"^(?:[a-z]+://)?(?:www\\.)?((?:[\\w-]+\\.)+[^\\W\\d_]{2,})(?:[:/?#]\\S*)?$"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const auto match = address.match(text.trimmed());
    return match.hasMatch() ? match.captured(1).toLower() : QString();
}

Result<std::vector<qint64>> CompanyDomains::find(const QString &domain)
{
    if (!m_byDomain) {
        m_byDomain.emplace();
        HEADWAY_CHECK(store::eachValue(m_connection, EntityKind::Company,
                                       entityInfo(EntityKind::Company).indexOf(u"website"),
                                       [&](qint64 id, const Value &value) { insert(id, textOf(value)); }));
    }
    return m_byDomain->value(domain);
}

void CompanyDomains::added(EntityRef ref, const Row &row)
{
    if (ref.kind == EntityKind::Company && m_byDomain)
        insert(ref.id, textOf(row[size_t(entityInfo(EntityKind::Company).indexOf(u"website"))]));
}

void CompanyDomains::insert(qint64 id, const QString &website)
{
    const QString domain = domainIn(website);
    if (domain.isEmpty())
        return;
    std::vector<qint64> &ids = (*m_byDomain)[domain];
    if (std::find(ids.begin(), ids.end(), id) == ids.end())
        ids.push_back(id);
}

} // namespace headway::transfer
