// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/postgresaddress.h"

#include "sql/connection.h"

#include <QHash>

#include <libpq-fe.h>

using namespace Qt::StringLiterals;

namespace headway::sql {

Result<QByteArray> keywordsOf(const QString &url)
{
    char *words = nullptr;
    PQconninfoOption *options = PQconninfoParse(url.toUtf8().constData(), &words);
    if (!options) {
        const QString detail = QString::fromUtf8(words ? words : "");
        PQfreemem(words);
        return failure(
            ErrorCode::Invalid,
            Sentence::tr("“%1” is not the address of a PostgreSQL server.").arg(withoutPassword(url)),
            detail);
    }
    // A network that drops all packets is noticed within half a minute, not a quarter of an hour.
    QHash<QString, QString> wanted{{u"connect_timeout"_s, u"5"_s},
                                   {u"tcp_user_timeout"_s, u"20000"_s},
                                   {u"keepalives_idle"_s, u"10"_s},
                                   {u"keepalives_interval"_s, u"5"_s},
                                   {u"keepalives_count"_s, u"4"_s}};
    for (const PQconninfoOption *o = options; o->keyword; ++o) {
        if (!o->val)
            continue;
        wanted.insert(QString::fromUtf8(o->keyword), QString::fromUtf8(o->val));
    }
    PQconninfoFree(options);
    wanted.insert(u"client_encoding"_s, u"UTF8"_s);
    QString keywords;
    for (auto it = wanted.begin(); it != wanted.end(); ++it)
        keywords +=
            u' ' + it.key() + u"='"_s + it.value().replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) + u'\'';
    return keywords.toUtf8();
}

} // namespace headway::sql
