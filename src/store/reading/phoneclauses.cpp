// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading/phoneclauses.h"

#include "domain/records/record.h"
#include "domain/text/phonenumber.h"
#include "domain/text/phonetext.h"
#include "store/reading/nameclauses.h"
#include "store/search/matchnumber.h"

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

// The digits of a column: without the marks of a number, and the zero that is not dialled from abroad.
QString digitsOf(QString column)
{
    for (const QLatin1StringView mark : {"(0)"_L1, " "_L1, "-"_L1, "/"_L1, "."_L1, "("_L1, ")"_L1})
        column = u"replace("_s + column + u", '"_s + mark + u"', '')"_s;
    return column;
}

// That the digits of the column hold one of these, or that its key begins with one of those.
Clause anyOf(const QString &column, const QStringList &forms, const QString &key, const QStringList &heads)
{
    QStringList terms;
    Clause clause;
    const auto add = [&](const QString &expression, const QString &pattern) {
        terms += expression + u" LIKE ?"_s;
        clause.binds.push_back(pattern);
    };
    for (const QString &form : forms)
        add(digitsOf(column), u'%' + form + u'%');
    for (const QString &head : heads) // none where there is no key
        add(key, head + u'%');
    clause.text = u'(' + terms.join(u" OR "_s) + u')';
    return clause;
}

// The index of words finds the few records that may be meant; of these the numbers themselves are looked at, as a name
// may hold such digits, too.
Clause numberClause(sql::Engine engine, EntityKind kind, const QString &column, const QString &typed)
{
    const PhoneNumber number = readPhoneNumber(typed);
    const QStringList forms = phoneForms(number);
    if (forms.isEmpty())
        return {};
    const EntityInfo &info = entityInfo(kind);
    if (!info.has(KindTrait::HasContactPoints) || !info.has(KindTrait::IsSearched))
        return anyOf(column, forms, {}, {});
    Clause clause = matchClause(engine, kind, matchNumber(engine, typed));
    const Clause point = anyOf(u"p.value"_s, forms, u"p.value_key"_s, phoneKeyHeads(number));
    clause.text = u'(' + clause.text + u" AND EXISTS (SELECT 1 FROM contact_point p WHERE p.record_kind = '"_s
        + tableName(kind)
        + u"' AND p.record_id = r.id AND p.reach_by = 'phone' AND p.deleted_at IS NULL AND "_s + point.text
        + u"))"_s;
    clause.binds.insert(clause.binds.end(), point.binds.begin(), point.binds.end());
    return clause;
}

// "030": the beginning of a number as it is dialled within its country, by the index of numbers. The kind and the type
// are compared as expressions: as columns they would make SQLite walk all points of a kind.
Clause areaClause(EntityKind kind, const QString &typed)
{
    constexpr qsizetype least = 2;
    const PhoneNumber number = readPhoneNumber(typed);
    const QString area = phoneKey(typed);
    if (!number.country.isEmpty() || !number.national.startsWith(u'0') || area.size() < least
        || !isWrittenAsPhone(typed) || !entityInfo(kind).has(KindTrait::HasContactPoints))
        return {};
    return {u"r.id IN (SELECT p.record_id FROM contact_point p WHERE p.value_key >= ? AND p.value_key < ?"
            " AND coalesce(p.record_kind, '') = '"_s
                + tableName(kind) + u"' AND coalesce(p.reach_by, '') = 'phone' AND p.deleted_at IS NULL)"_s,
            {area, QString(area + u':')}}; // the sign after the digits
}

} // namespace

Clause phoneClause(sql::Engine engine, EntityKind kind, const QString &column, const QStringList &typed,
                   const Clause &asText)
{
    QStringList texts{asText.text};
    sql::Values binds = asText.binds;
    for (const QString &value : typed) {
        Clause number = numberClause(engine, kind, column, value);
        if (number.text.isEmpty())
            number = areaClause(kind, value);
        if (number.text.isEmpty())
            continue;
        texts += number.text;
        binds.insert(binds.end(), number.binds.begin(), number.binds.end());
    }
    return {u'(' + texts.join(u" OR "_s) + u')', binds};
}

} // namespace headway::store
