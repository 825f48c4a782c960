// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cells/codetext.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::exchange {

QString wordsOfCode(const QString &text)
{
    constexpr qsizetype longestShort = 3;
    const QString code = text.trimmed();
    const bool isCode = std::all_of(code.begin(), code.end(), [](QChar c) {
        return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
    });
    if (!isCode || (code.size() <= longestShort && !code.contains(u'_')))
        return text;
    static const QStringList small{u"and"_s, u"or"_s, u"of"_s, u"the"_s, u"for"_s, u"in"_s, u"to"_s};
    QStringList words;
    for (const QString &part : code.split(u'_', Qt::SkipEmptyParts)) {
        QString word = part.toLower();
        if (words.isEmpty() || !small.contains(word))
            word[0] = word[0].toUpper();
        words += word;
    }
    return words.isEmpty() ? text : words.join(u' ');
}

} // namespace headway::exchange
