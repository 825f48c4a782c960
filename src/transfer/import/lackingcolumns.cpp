// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/lackingcolumns.h"

#include "domain/text/text.h"

#include <QSet>

#include <algorithm>

namespace headway::transfer {

using About = ImportQuestion::About;
using exchange::RestColumn;

namespace {

constexpr qsizetype longestSample = 60;

exchange::BookWords wordsOf(const Lookups &book)
{
    exchange::BookWords words;
    for (const User &user : book.users) {
        words.users += fold(user.name);
        if (!user.email.isEmpty())
            words.users += fold(user.email);
    }
    for (const Stage &stage : book.stages)
        words.stages += fold(stage.name);
    return words;
}

// The columns that nothing takes, and of which the user has said nothing.
QList<qsizetype> openColumns(const ImportRequest &request, const std::vector<RestColumn> &rest,
                             const std::vector<exchange::Misfit> &misfits)
{
    QSet<QString> said;
    for (const exchange::MapRule &rule : request.map)
        said.insert(fold(rule.column));
    for (const QString &column : request.untold)
        said.remove(fold(column));
    for (const exchange::OwnRule &rule : request.own)
        said.insert(fold(rule.column));
    for (const exchange::Misfit &misfit : misfits)
        said.insert(fold(misfit.column));
    QList<qsizetype> open;
    for (const RestColumn &column : rest) {
        const bool hasField = column.goes == exchange::RestPolicy::Own && !column.isNew;
        if (!hasField && !said.contains(fold(column.column)))
            open += column.index;
    }
    return open;
}

const RestColumn *columnOf(const ImportReport &report, const QString &name)
{
    const auto found = std::find_if(report.rest.begin(), report.rest.end(),
                                    [&](const RestColumn &each) { return each.column == name; });
    return found == report.rest.end() ? nullptr : &*found;
}

// Of the first of its columns.
void nameFirst(ImportQuestion &question, const ImportReport &report)
{
    question.column = question.columns.value(0);
    if (const RestColumn *first = columnOf(report, question.column)) {
        question.text = beginning(first->sample.simplified(), longestSample);
        question.rows = first->rows;
    }
}

} // namespace

void LackingColumns::find(const ImportRequest &request, const ImportReport &report, const Lookups &book,
                          const std::vector<exchange::Misfit> &misfits, const std::vector<QStringList> &rows)
{
    const bool hasDays = request.kind == EntityKind::Deal || request.kind == EntityKind::Activity;
    if (hasDays)
        m_days = exchange::columnsOfDays(report.plan, rows);
    const QList<qsizetype> open = openColumns(request, report.rest, misfits);
    if (open.isEmpty())
        return;
    m_fields = exchange::lackingFields(report.plan, open, rows, wordsOf(book));
    std::erase_if(m_fields, [&](const exchange::LackingField &field) {
        return request.without.contains(field.target);
    });
}

void LackingColumns::ask(ImportReport &report) const
{
    for (ImportQuestion &question : report.questions) {
        if (question.about == About::ClosingDay || question.about == About::ActivityDay)
            question.columns = m_days;
    }
    for (const exchange::LackingField &field : m_fields) {
        ImportQuestion question{.about = About::NoColumn, .target = field.target};
        for (const qsizetype index : field.columns) {
            const QString &name = report.plan.columns[index];
            const RestColumn *column = columnOf(report, name);
            if (column && column->rows > 0)
                question.columns += name;
        }
        nameFirst(question, report);
        if (!question.columns.isEmpty())
            report.questions.push_back(std::move(question));
    }
}

void askOnce(const std::vector<ImportReport *> &reports)
{
    QSet<QString> asked;
    // What the file is about mostly comes last: the others only have what stands beside it.
    for (auto part = reports.rbegin(); part != reports.rend(); ++part) {
        ImportReport &report = **part;
        QStringList ofThis;
        for (ImportQuestion &question : report.questions) {
            if (question.about != About::NoColumn)
                continue;
            question.columns.removeIf([&](const QString &column) {
                const bool isTaken =
                    std::any_of(reports.begin(), reports.end(),
                                [&](const ImportReport *other) { return !columnOf(*other, column); });
                return isTaken || asked.contains(column);
            });
            nameFirst(question, report);
            ofThis += question.columns;
        }
        std::erase_if(report.questions, [](const ImportQuestion &question) {
            return question.about == About::NoColumn && question.columns.isEmpty();
        });
        asked += QSet<QString>(ofThis.begin(), ofThis.end());
    }
}

} // namespace headway::transfer
