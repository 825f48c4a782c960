// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/commands/importrest.h"

#include "ctl/words.h"
#include "domain/text/quoted.h"
#include "domain/text/text.h"
#include "transfer/import/importkeys.h"

#include <QHash>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace headway::ctl {

using exchange::RestColumn;
using exchange::RestPolicy;

namespace {

constexpr qsizetype mostNamed = 100; // in one line
constexpr qsizetype mostTold = 40;   // each in a line of its own
constexpr qsizetype longestSample = 60;

QString codeOf(CustomKind kind)
{
    return QString::fromLatin1(Choices<CustomKind>::list[size_t(kind)].code);
}

QStringList choicesOf(const CustomField &field)
{
    return field.choices.split(u'\n', Qt::SkipEmptyParts);
}

// "Region (new, choice: North, South)"
QString ownText(const RestColumn &column)
{
    QString type = codeOf(column.field.kind);
    if (column.field.kind == CustomKind::Choice)
        type += u": "_s + choicesOf(column.field).join(u", "_s);
    const QString text =
        column.field.label == column.column ? column.column : column.column + u" → "_s + column.field.label;
    return text + u" ("_s + (column.isNew ? Words::tr("new, %1").arg(type) : type) + u')';
}

// "  not imported: Moon, in 2 rows: “3”"
void tellLeftColumn(const Session &session, const RestColumn &column)
{
    session.output().tell((column.rows == 1 ? Sentence::tr("  not imported: %1, in %2 row: %3")
                                            : Sentence::tr("  not imported: %1, in %2 rows: %3"))
                              .arg(column.column, session.display().number(column.rows),
                                   Quoted{beginning(column.sample.simplified(), longestSample)}));
}

QString listed(const Session &session, const QStringList &names)
{
    return names.mid(0, mostNamed).join(u", "_s)
        + (names.size() > mostNamed
               ? Words::tr(" … and %1 more").arg(session.display().number(names.size() - mostNamed))
               : QString());
}

} // namespace

Result<> readRest(const Arguments &arguments, transfer::ImportRequest &request)
{
    if (const QString word = arguments.value(u"--rest"_s); !word.isEmpty()) {
        HEADWAY_TRY(rest, exchange::restNamed(word));
        request.rest = rest;
    }
    for (const QString &text : arguments.values(u"--own"_s)) {
        HEADWAY_TRY(rule, exchange::parseOwnRule(text));
        std::erase_if(request.own,
                      [&](const exchange::OwnRule &other) { return other.column == rule.column; });
        request.own.push_back(rule);
    }
    return {};
}

void tellRest(const Session &session, const transfer::ImportReport &report)
{
    QStringList own;
    QStringList noted;
    bool canBeOwn = false;
    for (const RestColumn &column : report.rest) {
        if (column.goes == RestPolicy::Own)
            own += ownText(column);
        else if (column.goes == RestPolicy::Note)
            noted += column.column;
        else
            canBeOwn = canBeOwn || column.rows > 0;
    }
    if (!own.isEmpty())
        session.output().tell(u"  "_s + Words::tr("own fields: ") + own.join(u"; "_s));
    if (!noted.isEmpty())
        session.output().tell(u"  "_s + Words::tr("in the note: ") + noted.join(u", "_s));
    tellLeft(session, report.plan.notImported, report.rest);
    const bool isToldHere =
        !report.plan.notImported.isEmpty(); // import auto tells it for all parts of a file
    if (isToldHere && canBeOwn && exchange::canHaveOwnFields(report.plan.kind))
        tellHowToKeep(session);
}

void tellLeft(const Session &session, const QStringList &left, const std::vector<RestColumn> &rest)
{
    QStringList empty;
    QStringList unknown; // of a file of ours, whose values nobody looks at
    QStringList more;
    QHash<QString, const RestColumn *> known;
    for (const RestColumn &column : rest)
        known.insert(column.column, &column);
    qsizetype told = 0;
    for (const QString &name : left) {
        const RestColumn *column = known.value(name);
        if (!column)
            unknown += name;
        else if (column->rows == 0)
            empty += name;
        else if (told++ < mostTold)
            tellLeftColumn(session, *column);
        else
            more += name;
    }
    for (const QStringList &names : {more, unknown}) {
        if (!names.isEmpty())
            session.output().tell(u"  "_s + Words::tr("not imported: ") + listed(session, names));
    }
    if (!empty.isEmpty())
        session.output().tell(u"  "_s + Words::tr("not imported, since they are empty: ")
                              + listed(session, empty));
}

void tellHowToKeep(const Session &session)
{
    session.output().tell(Sentence::tr(
        "    --rest own makes own fields of those columns, --rest note puts them into the note."));
}

QJsonArray restJson(const transfer::ImportReport &report)
{
    QJsonArray array;
    for (const RestColumn &column : report.rest) {
        QJsonObject json{{u"column"_s, column.column},
                         {u"goes"_s, QString(exchange::nameOf(column.goes))},
                         {u"sample"_s, column.sample},
                         {u"rows"_s, column.rows}};
        if (column.goes != RestPolicy::Note) {
            json.insert(u"field"_s, column.field.name);
            json.insert(u"label"_s, column.field.label);
            json.insert(u"type"_s, codeOf(column.field.kind));
            json.insert(u"choices"_s, QJsonArray::fromStringList(choicesOf(column.field)));
            json.insert(u"new"_s, !column.field.id);
        }
        array += json;
    }
    return array;
}

void tellEarlier(const Session &session, const transfer::ImportReport &report)
{
    if (report.earlier)
        session.output().tell(u"  "_s
                              + session.display().words(transfer::sentenceOfEarlier(report, report.match)));
}

} // namespace headway::ctl
