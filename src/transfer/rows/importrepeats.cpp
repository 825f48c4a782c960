// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/rows/importrepeats.h"

#include "domain/records/record.h"
#include "domain/text/quoted.h"
#include "domain/text/text.h"
#include "transfer/rows/importmatch.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

constexpr qsizetype mostRemembered = 1'000'000; // rows; those behind are compared with these only
constexpr qsizetype longestShown = 60;
constexpr QChar separator(u'\x1f');

size_t hashOf(const QString &key)
{
    return qHash(key, 0);
}

bool isWanted(const ImportContext &context)
{
    return context.fidelity == Fidelity::Sensible && context.request.repeats != ImportRequest::Repeats::Each;
}

} // namespace

Sentence sentenceOf(const RepeatedRow &row)
{
    const QString line = QString::number(row.line);
    const QString earlier = QString::number(row.earlier);
    if (row.differences.empty())
        return Sentence::tr("Line %1 says the same as line %2.").arg(line, earlier);
    const RepeatedRow::Difference &first = row.differences.front();
    if (row.differences.size() == 1)
        return Sentence::tr("Line %1 repeats line %2, but %3 is %4 instead of %5.")
            .arg(line, earlier, Quoted{first.column}, Quoted{first.text}, Quoted{first.earlier});
    QStringList columns;
    for (const RepeatedRow::Difference &difference : row.differences)
        columns += difference.column;
    return Sentence::tr("Line %1 repeats line %2, but %3 is %4 instead of %5; different are %6.")
        .arg(line, earlier, Quoted{first.column}, Quoted{first.text}, Quoted{first.earlier},
             columns.join(u", "_s));
}

QString RowRepeats::keyOf(const SourceRow &row, const ImportedRecord &imported) const
{
    if (!imported.externalId.isEmpty())
        return u"#"_s + imported.externalId;
    const EntityInfo &info = entityInfo(m_context.kind());
    if (!info.has(KindTrait::Person) && *info.recognisedBy) {
        const Value *own = imported.value(info.indexOf(QString::fromLatin1(info.recognisedBy)));
        if (own && !isBlank(*own))
            return u"="_s + fold(textOf(*own));
    }
    return row.cells.join(separator);
}

QString RowRepeats::addressOf(const ImportedRecord &imported) const
{
    if (!imported.externalId.isEmpty() || !entityInfo(m_context.kind()).has(KindTrait::Person))
        return {};
    const auto mail =
        std::find_if(imported.points.begin(), imported.points.end(), [](const ContactPoint &point) {
            return point.by == ContactPointType::Email && !point.invalid;
        });
    return mail == imported.points.end() ? QString() : mail->value;
}

Result<QString> RowRepeats::keyOfPerson(const QString &address, const ImportedRecord &imported) const
{
    const QString key = u"@"_s + fold(address);
    const auto known = m_rows.constFind(hashOf(key));
    if (known == m_rows.cend())
        return key;
    HEADWAY_TRY(same, ofThatName(m_connection, m_references, m_context.kind(), {known->record}, imported));
    return same.empty() ? key + separator + fold(titleOf(m_context.kind(), imported)) : key;
}

Result<std::optional<RowRepeats::Earlier>> RowRepeats::earlier(const SourceRow &row,
                                                               const ImportedRecord &imported)
{
    if (!isWanted(m_context))
        return std::optional<Earlier>();
    QString key = keyOf(row, imported);
    if (const QString address = addressOf(imported); !address.isEmpty()) {
        HEADWAY_TRY(person, keyOfPerson(address, imported));
        key = person;
    }
    m_current = {hashOf(key), row.line, {}};
    const auto known = m_rows.constFind(m_current.key);
    if (known == m_rows.cend())
        return std::optional<Earlier>();
    m_current.repeat = Repeat{row.line, known->line, row.cells};
    return std::optional(*known);
}

void RowRepeats::written(qint64 record)
{
    if (!isWanted(m_context))
        return;
    if (m_current.repeat) {
        if (m_first.size() < repeatedRowsReported)
            m_first.push_back(*m_current.repeat);
        ++m_repeated;
    } else if (m_rows.size() < mostRemembered) {
        m_rows.insert(m_current.key, {m_current.line, record});
    }
}

Result<> RowRepeats::report(RowSource &source, ImportReport &report) const
{
    report.repeated = m_repeated;
    if (m_first.empty())
        return {};
    QHash<qint64, QStringList> cells;
    qint64 last = 0;
    for (const Repeat &repeat : m_first) {
        cells.insert(repeat.earlier, {});
        last = std::max(last, repeat.earlier);
    }
    HEADWAY_CHECK(source.begin());
    while (true) {
        HEADWAY_TRY(item, source.next());
        auto *row = item ? std::get_if<SourceRow>(&*item) : nullptr;
        if (!item || (row && row->line > last))
            break;
        if (!row || !cells.contains(row->line))
            continue;
        row->writeNumbers(m_context.style.number.decimalMark);
        cells.insert(row->line, row->cells);
    }
    const QStringList &columns = report.plan.columns;
    for (const Repeat &repeat : m_first) {
        const QStringList &before = cells[repeat.earlier];
        RepeatedRow told{repeat.line, repeat.earlier, {}};
        for (qsizetype i = 0; i < std::min(columns.size(), before.size()); ++i) {
            const QString was = before[i].simplified();
            const QString is = repeat.cells[i].simplified();
            if (was != is)
                told.differences.push_back(
                    {columns[i], beginning(was, longestShown), beginning(is, longestShown)});
        }
        report.firstRepeated.push_back(std::move(told));
    }
    return {};
}

} // namespace headway::transfer
