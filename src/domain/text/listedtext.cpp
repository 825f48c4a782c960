// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/listedtext.h"

using namespace Qt::StringLiterals;

namespace headway {

QString listedText(const QString &text)
{
    const bool isOne = !text.contains(u',') && !text.contains(u'"') && text == text.trimmed();
    return isOne ? text : u'"' + QString(text).replace(u'"', u"\"\""_s) + u'"';
}

QStringList textsListed(QStringView line)
{
    QStringList texts{QString()};
    qsizetype kept = 0; // of the last text: up to its last letter, or the end of its quotation marks
    bool isQuoted = false;
    const auto end = [&] { texts.back().truncate(kept); };
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == u'"' && !(isQuoted && i + 1 < line.size() && line[i + 1] == u'"')) {
            isQuoted = !isQuoted;
        } else if (c == u',' && !isQuoted) {
            end();
            texts += QString();
            kept = 0;
        } else if (isQuoted || !c.isSpace() || !texts.back().isEmpty()) {
            i += c == u'"' ? 1 : 0; // doubled
            texts.back() += c;
            if (isQuoted || !c.isSpace())
                kept = texts.back().size();
        }
    }
    end();
    texts.removeAll(QString());
    return texts;
}

} // namespace headway
