// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/linkaddress.h"

#include "domain/text/phonenumber.h"
#include "domain/text/phonetext.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

// Without the "(0)" behind the code of a country, which is dialled only within it; but in Italy and some others always.
QString withoutZeroOfHome(QString text)
{
    static const QRegularExpression pattern(
        u"^\\s*\\(?(?:\\+|00)\\s*(\\d{1,3})\\)?[\\s./-]*(\\(\\s*0\\s*\\))"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    if (match.hasMatch() && !isZeroDialledTo(match.captured(1)))
        text.remove(match.capturedStart(2), match.capturedLength(2));
    return text;
}

// What of a text is dialled: letters only where they stand for digits ("1-800-FLOWERS"), never those of a remark.
QString dialled(const QString &text)
{
    const bool hasLetters = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
    if (!hasLetters)
        return text;
    const QString letters = dialledLetters(text);
    return letters.isEmpty() ? withoutZeroOfHome(phoneTextIn(text).number) : letters;
}

// Digits of any script; marks for people, like brackets, are left out. An extension is not dialled with the number
// (RFC 3966, 3: ";ext=").
QString phoneAddress(const QString &typed)
{
    const QString text = withoutZeroOfHome(withPlainDigits(typed));
    const auto extension = extensionIn(text);
    const QString inner = extension ? QString(u";ext="_s + extension->digits) : QString();
    const QString outer = dialled(extension ? text.left(extension->start) : text);
    QString number;
    bool hasDigit = false;
    for (const QChar c : outer) {
        if (c.isDigit() || u"+*#,;"_s.contains(c))
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

// A host within a company has no dot, but then a port or a path shows that a page is meant: "crm:8080",
// "intranet/wiki". One letter is a drive, or "n/a".
bool isOnOwnNetwork(const QString &text)
{
    static const QRegularExpression host(u"^(\\p{L}[\\p{L}\\p{N}-]+)(?::\\d{1,5}(?:[/?#]\\S*)?|/\\S*)$"_s);
    static const QRegularExpression called(u"^(?:callto|fax|sips?|skype|sms|tel):"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return host.match(text).hasMatch() && !called.match(text).hasMatch();
}

QString pageAddress(const QString &text)
{
    static const QRegularExpression scheme(u"^[a-z][a-z0-9+.-]*://"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const bool isWhole = scheme.match(text).hasMatch();
    const QUrl url(isWhole ? text : u"https://"_s + text);
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!url.isValid() || !isWeb || url.host().isEmpty())
        return {};
    // "info@acme.example" and "tel:123" are no pages
    if (!isWhole && (!url.userInfo().isEmpty() || !(url.host().contains(u'.') || isOnOwnNetwork(text))))
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

QString fromTheLeft(const QString &address, Qt::LayoutDirection among)
{
    return among == Qt::RightToLeft ? u"\u2066"_s + address + u"\u2069"_s : address;
}

} // namespace headway::app
