// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading/customcells.h"

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

// Most records have no custom values: for them, nothing is taken apart.
QString sqliteCell(const QString &path, CustomKind kind)
{
    const QString types = holdsText(kind) ? u"'text'"_s
        : kind == CustomKind::YesNo       ? u"'true', 'false'"_s
                                          : u"'integer', 'real'"_s;
    return u"CASE WHEN json_valid(r.custom) THEN CASE WHEN json_type(r.custom, "_s + path + u") IN ("_s
        + types + u") THEN json_extract(r.custom, "_s + path + u") END END"_s;
}

// The engine fails at a text that holds a NUL or half a character, whoever wrote it. Whole characters that are written
// as two halves, and backslashes that mean themselves, are no such thing.
const QString postgresReads = uR"((strpos(r.custom, '\u') = 0 OR regexp_replace(r.custom,
 '\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}', ' ', 'g')
 !~ '\\u(0000|[dD][89a-fA-F][0-9a-fA-F]{2})'))"_s;

QString postgresCell(const QString &name, CustomKind kind)
{
    const QString json = u"CAST(r.custom AS json)"_s;
    const QString text = json + u" ->> "_s + name;
    const QString type = holdsText(kind) ? u"string"_s
        : kind == CustomKind::YesNo      ? u"boolean"_s
                                         : u"number"_s;
    const QString value = holdsText(kind) ? text
        : kind == CustomKind::YesNo       ? u"CASE WHEN "_s + text + u" = 'true' THEN 1 ELSE 0 END"_s
                                          : u"CAST("_s + text + u" AS NUMERIC)"_s;
    return u"CASE WHEN r.custom LIKE '{%' AND "_s + postgresReads + u" THEN CASE WHEN json_typeof("_s + json
        + u" -> "_s + name + u") = '"_s + type + u"' THEN "_s + value + u" END END"_s;
}

} // namespace

bool holdsText(CustomKind kind)
{
    return kind != CustomKind::Number && kind != CustomKind::Money && kind != CustomKind::YesNo;
}

QString customCell(sql::Engine engine, const CustomSubject &field)
{
    const QString cell = engine == sql::Engine::Postgres
        ? postgresCell(u'\'' + field.name + u'\'', field.kind)
        : sqliteCell(u"'$.\""_s + field.name + u"\"'"_s, field.kind);
    return u'(' + cell + u')';
}

QString yesOrNo(const QString &cell)
{
    return u"coalesce("_s + cell + u", 0)"_s;
}

} // namespace headway::store
