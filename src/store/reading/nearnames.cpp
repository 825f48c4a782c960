// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading/nearnames.h"

#include "domain/query/nametyped.h"
#include "domain/records/record.h"
#include "domain/text/nearest.h"
#include "domain/text/text.h"
#include "store/reading/nameclauses.h"

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

constexpr int mostCompared = 2000;
constexpr qsizetype lettersAlike = 2;

// The names to compare, of records that begin as one of the keys does where the kind may have very many.
Result<QStringList> candidates(sql::Connection &connection, EntityKind kind, const QStringList &keys)
{
    QString where = u" WHERE deleted_at IS NULL"_s;
    sql::Values binds;
    if (!entityInfo(kind).has(KindTrait::IsAtHand)) {
        QStringList alike;
        for (const QString &key : keys) {
            alike += u"name_key LIKE ? ESCAPE '\\'"_s;
            binds.push_back(QString(likeEscaped(beginning(key, lettersAlike)) + u'%'));
        }
        where += u" AND ("_s + alike.join(u" OR "_s) + u')';
    }
    QStringList names;
    HEADWAY_CHECK(connection.each(u"SELECT "_s + titleColumn(kind) + u" FROM "_s + tableName(kind) + where
                                      + u" ORDER BY name_key, id LIMIT "_s + QString::number(mostCompared),
                                  binds, [&names](const sql::RowView &row) -> Result<> {
                                      names += row.text(0);
                                      return {};
                                  }));
    return names;
}

} // namespace

Sentence nearName(sql::Connection &connection, EntityKind kind, const QString &typed)
{
    const QStringList keys = nameKeysOf(kind, typed);
    if (!hasNameKey(kind) || keys.front().isEmpty())
        return {};
    const auto names = candidates(connection, kind, keys);
    return names ? didYouMean(typed, *names) : Sentence();
}

Result<std::optional<FilterError>> unknownName(sql::Connection &connection,
                                               const std::vector<TypedName> &names)
{
    for (const TypedName &each : names) {
        HEADWAY_TRY(found, idsNamed(connection, each.kind, each.name));
        if (found.empty())
            return std::optional(FilterError{each.position, each.length,
                                             Sentence::tr("There is no %1 %2.%3")
                                                 .arg(KindName{each.kind}, Quoted{each.name},
                                                      nearName(connection, each.kind, each.name))});
    }
    return std::optional<FilterError>();
}

} // namespace headway::store
