// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cells/personref.h"

#include "domain/text/emailtext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

constexpr qsizetype longestRef = 400; // what is longer is a text

// Without quotes, and the marks that are left of what stood between name and address.
QString bareName(const QString &text)
{
    static const QRegularExpression marks(uR"(^[\s"'<>()\[\]:;|,-]+|[\s"'<>()\[\]:;|,-]+$)"_s);
    return QString(text).remove(marks).simplified();
}

} // namespace

PersonRef personRef(const QString &text)
{
    static const QRegularExpression address(
        uR"((?:mailto:|smtp:)?(?<mail>[^\s<>()\[\],;:"|]+@[^\s<>()\[\],;:"|]+))"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (!text.contains(u'@') || text.size() > longestRef)
        return {text.trimmed(), {}};
    const QRegularExpressionMatch match = address.match(text);
    if (!match.hasMatch() || !isEmailAddress(match.captured(u"mail"_s)))
        return {text.trimmed(), {}};
    const QString before = bareName(text.left(match.capturedStart()));
    const QString behind = bareName(text.mid(match.capturedEnd()));
    // A name on both sides, or a second address, is something else.
    if ((!before.isEmpty() && !behind.isEmpty()) || before.contains(u'@') || behind.contains(u'@'))
        return {text.trimmed(), {}};
    return {before.isEmpty() ? behind : before, match.captured(u"mail"_s)};
}

QStringList personRefs(const QString &cell)
{
    QStringList refs;
    QString last;
    const auto end = [&] {
        if (const QString ref = last.trimmed(); !ref.isEmpty() && !refs.contains(ref))
            refs += ref;
        last.clear();
    };
    bool isQuoted = false;
    for (const QChar c : cell) {
        if (c == u'"')
            isQuoted = !isQuoted;
        const bool isEnd = c == u';' || c == u'\n' || c == u'\r' || (c == u',' && last.contains(u'@'));
        if (isEnd && !isQuoted)
            end();
        else
            last += c;
    }
    end();
    return refs;
}

} // namespace headway::exchange
