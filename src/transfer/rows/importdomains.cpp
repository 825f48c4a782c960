// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/rows/importdomains.h"

#include "domain/records/record.h"
#include "domain/text/text.h"
#include "exchange/cells/vocabulary.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

QString hostIn(const QString &text)
{
    static const QRegularExpression address(
        u"^(?:[a-z]+://)?(?:www\\.)?((?:[\\w-]+\\.)+[^\\W\\d_]{2,})(?:[:/?#]\\S*)?$"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const auto match = address.match(text.trimmed());
    return match.hasMatch() ? match.captured(1).toLower() : QString();
}

} // namespace

QString domainIn(const QString &text)
{
    const QString host = hostIn(text);
    return exchange::sharedHost(host) ? QString() : host; // of facebook.com/acme it says nothing
}

QStringList websitesIn(const QString &text)
{
    static const QRegularExpression separator(u"[;,|\\s]+"_s);
    const QStringList pieces = text.split(separator, Qt::SkipEmptyParts);
    QStringList websites;
    for (const QString &piece : pieces) {
        if (hostIn(piece).isEmpty())
            return {text};
        if (!websites.contains(piece, Qt::CaseInsensitive))
            websites += piece;
    }
    return websites.isEmpty() ? QStringList{text} : websites;
}

QString websiteKey(const QString &text)
{
    static const QRegularExpression frame(u"^[a-z]+://|^www\\.|/+$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    const QString first = websitesIn(text).value(0);
    QString key = fold(first).remove(frame);
    key.remove(frame); // "www." behind "https://"
    return key == hostIn(first) && exchange::sharedHost(key) ? QString() : key;
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
    for (const QString &each : websitesIn(website)) {
        const QString domain = domainIn(each);
        if (domain.isEmpty())
            continue;
        std::vector<qint64> &ids = (*m_byDomain)[domain];
        if (std::find(ids.begin(), ids.end(), id) == ids.end())
            ids.push_back(id);
    }
}

} // namespace headway::transfer
