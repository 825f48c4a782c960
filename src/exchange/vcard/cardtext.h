// SPDX-License-Identifier: GPL-3.0-or-later
// The texts within a property of a card: what is escaped in which version, lists and components, quoted-printable,
// character sets. Pure; any thread; nothing fails.
#pragma once

#include "exchange/csv/textencoding.h"
#include "exchange/vcard/card.h"

#include <optional>

namespace headway::exchange {

// The pieces between marks that are not escaped; themselves still escaped.
[[nodiscard]] QList<QStringView> cutAt(QStringView value, QChar mark);
// "Lund\; Co\nParis" in words. In 2.1 a backslash means something before ; and , only.
[[nodiscard]] QString unescaped(QStringView value, CardVersion version);
// For 3.0 and 4.0.
[[nodiscard]] QString escaped(const QString &text);
// A value of any version as 3.0 and 4.0 write it, whatever its marks mean.
[[nodiscard]] QString inNewForm(const QString &value, CardVersion version);
// The components of N, ADR and ORG in words; several values of a component, which 2.1 does not have, joined.
[[nodiscard]] QStringList componentsIn(QStringView value, CardVersion version, const QString &between);
// The values of a list, as of CATEGORIES.
[[nodiscard]] QStringList listIn(QStringView value, CardVersion version);

[[nodiscard]] QByteArray fromQuotedPrintable(QByteArrayView bytes);

// The encoding that CHARSET names; none if nobody knows it. US-ASCII is UTF-8, ISO 8859-1 is Windows-1252.
[[nodiscard]] std::optional<TextEncoding> encodingCalled(QByteArrayView charset);

struct CardText {
    QString text = {};
    bool isAsSaid = true; // it is written in the character set that it names
};
// Bytes in the encoding that is named for them, else in UTF-8, else in `otherwise`.
[[nodiscard]] CardText decodedValue(QByteArrayView bytes, std::optional<TextEncoding> named,
                                    TextEncoding otherwise);

} // namespace headway::exchange
