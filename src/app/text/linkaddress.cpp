// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/linkaddress.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

// Digits of any script; marks for people, like brackets, are left out. An extension is not dialled with the number
// (RFC 3966, 3: ";ext=").
QString phoneAddress(const QString &text)
{
    static const QRegularExpression extension(u"[\\s,;]*\\bext\\.?\\s*(\\d{1,8})\\s*$"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = extension.match(text);
    const QString inner = match.hasMatch() ? QString(u";ext="_s + match.captured(1)) : QString();
    const QStringView outer =
        match.hasMatch() ? QStringView(text).left(match.capturedStart()) : QStringView(text);
    QString number;
    bool hasDigit = false;
    for (const QChar c : outer) {
        if (c.isDigit())
            number += QChar(u'0' + char16_t(c.digitValue()));
        else if (u"+*#,;"_s.contains(c))
            number += c;
        hasDigit = hasDigit || c.isDigit();
    }
    return hasDigit ? u"tel:"_s + number + inner : QString();
}

// Encoded, so that nothing after a "?" adds a subject, a copy or a file.
QString mailAddress(const QString &text)
{
    return text.isEmpty() ? QString()
                          : u"mailto:"_s + QString::fromLatin1(QUrl::toPercentEncoding(text, "@+"));
}

QString pageAddress(const QString &text)
{
    const bool isWhole = text.contains("://"_L1);
    const QUrl url(isWhole ? text : u"https://"_s + text);
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!url.isValid() || !isWeb || url.host().isEmpty())
        return {};
    // "info@acme.example" and "tel:123" are no pages
    if (!isWhole && (!url.userInfo().isEmpty() || !url.host().contains(u'.')))
        return {};
    return url.toString(QUrl::FullyEncoded);
}

} // namespace

QString linkAddress(ContactPointType by, const QString &text)
{
    switch (by) {
    case ContactPointType::Phone: return phoneAddress(text);
    case ContactPointType::Email: return mailAddress(text.trimmed());
    case ContactPointType::Website: break;
    }
    return pageAddress(text.trimmed());
}

} // namespace headway::app
