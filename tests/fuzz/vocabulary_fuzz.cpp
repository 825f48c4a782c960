// SPDX-License-Identifier: GPL-3.0-or-later
// A file of words, as anybody may have written it: it is refused in a sentence, or each word means one thing.
#include "fuzz/fuzz.h"

#include "domain/text/text.h"
#include "exchange/cells/vocabulary.h"

using namespace headway;
using namespace headway::exchange;
using namespace headway::fuzz;
using namespace Qt::StringLiterals;

HEADWAY_FUZZ(vocabulary)
{
    const QString text = QString::fromUtf8(bytes);
    Vocabulary words;
    const auto added = words.add(text);
    if (!added) {
        require(added.error().code == ErrorCode::Invalid && !added.error().text.isEmpty());
        return;
    }
    for (const QString &line : text.split(u'\n')) {
        if (line.startsWith(u'#') || line.trimmed().isEmpty())
            continue;
        const QStringList parts = line.split(u'\t');
        require(words.lists().contains(parts[0]) && words.codes(parts[0]).contains(parts[1]));
        for (const QString &word : parts[3].trimmed().split(u'|'))
            require(words.code(parts[0], word) == parts[1]);
    }
    require(words.add(text).has_value()); // the same again contradicts nothing
}
