// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search/matchtext.h"

#include "domain/text/text.h"

using namespace Qt::StringLiterals;

namespace headway::store {

QString matchText(sql::Engine engine, const QStringList &typed)
{
    QStringList terms;
    for (const QString &text : typed) {
        for (const QString &word : words(text))
            terms += engine == sql::Engine::Sqlite ? QString(u'"' + word + u"\"*"_s)
                                                   : QString(u'\'' + word + u"':*"_s);
    }
    return terms.join(engine == sql::Engine::Sqlite ? u" AND "_s : u" & "_s);
}

} // namespace headway::store
