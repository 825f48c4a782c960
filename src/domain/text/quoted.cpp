// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/quoted.h"

using namespace Qt::StringLiterals;

namespace headway {

QString shortened(QStringView text)
{
    constexpr qsizetype longest = 40;
    QString shown;
    for (const QChar character : text.left(longest)) {
        const bool invisible =
            character.category() == QChar::Other_Control || character.category() == QChar::Other_Format;
        shown += invisible ? QChar(u' ') : character;
    }
    if (!shown.isEmpty() && shown.back().isHighSurrogate())
        shown.chop(1);
    if (text.size() > longest)
        shown += u'…';
    return shown;
}

QString quoted(QStringView text)
{
    return u'“' + shortened(text) + u'”';
}

} // namespace headway
