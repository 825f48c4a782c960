// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/addresstext.h"

#include "domain/text/emailtext.h"
#include "domain/text/phonenumber.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

constexpr qsizetype leastDigits = 3; // of a phone number: 112

bool isPhoneNumber(QStringView text)
{
    return readPhoneNumber(text).written.size() >= leastDigits;
}

bool isWebAddress(QStringView text)
{
    const QUrl url = QUrl::fromUserInput(text.toString());
    return url.isValid() && !text.contains(u' ') && url.host().contains(u'.');
}

// What stands behind the @ of an e-mail address is one, too.
QUrl pageOf(const QString &address)
{
    const QString text = address.trimmed();
    return QUrl::fromUserInput(text.mid(text.lastIndexOf(u'@') + 1));
}

// "/company/acme"
QString pathOf(const QString &address)
{
    QString path = pageOf(address).path().toLower();
    while (path.endsWith(u'/'))
        path.chop(1);
    return path;
}

} // namespace

Sentence addressProblem(FieldType type, QStringView text)
{
    const QStringView typed = text.trimmed();
    if (typed.isEmpty())
        return {};
    if (type == FieldType::Email && !isEmailAddress(typed))
        return Sentence::tr("An e-mail address looks like name@company.com.");
    if (type == FieldType::Phone && !isPhoneNumber(typed))
        return Sentence::tr("A phone number has at least three digits.");
    if (type == FieldType::Url && !isWebAddress(typed))
        return Sentence::tr("A web address looks like www.company.com.");
    return {};
}

QString siteOf(const QString &address)
{
    QString host = pageOf(address).host().toLower();
    if (host.startsWith("www."_L1))
        host = host.mid(4);
    return host.contains(u'.') ? host : QString();
}

bool isSameSite(const QString &a, const QString &b)
{
    const QString site = siteOf(a);
    if (site.isEmpty() || site != siteOf(b))
        return false;
    const QString first = pathOf(a);
    const QString second = pathOf(b);
    return first.isEmpty() || second.isEmpty() || first == second;
}

} // namespace headway
