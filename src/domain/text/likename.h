// SPDX-License-Identifier: GPL-3.0-or-later
// Whether two names may be of one person or organisation. Pure; any thread; nothing fails.
#pragma once

#include <QString>
#include <QStringList>

namespace headway {

// The folded words of a name in alphabetical order, without the forms of companies: "Möbel-Werke GmbH & Co. KG" →
// "mobel", "werke". A name of nothing but those keeps them.
QStringList comparedWords(QStringView name);

enum class NameLikeness { Different, Similar, Same };
// Same: of the same compared words, "Berg, Anna" and "anna berg". Similar: a letter or two of them differ, are missing
// or swapped, fewer in short names.
NameLikeness likenessOf(QStringView a, QStringView b);

} // namespace headway
