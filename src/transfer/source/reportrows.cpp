// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/source/reportrows.h"

#include "exchange/cells/vocabulary.h"
#include "exchange/csv/figure.h"
#include "transfer/source/sheetrows.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace headway::transfer {

using exchange::isFigure;

namespace {

constexpr qsizetype columnsOfGroups = 8; // reports have their groups in the first ones
constexpr qint64 leastRows = 3;
constexpr int mostWords = 4;           // in a row of sums, with cells of nothing but spaces
constexpr qsizetype longestWord = 200; // with the name of the group

enum class Word { Bare, Sum, Part };

std::optional<Word> wordIn(const QString &text)
{
    static const QRegularExpression count(u"\\s*\\([^()]*\\)$"_s); // "Subtotal (3 records)"
    const exchange::Vocabulary &words = exchange::Vocabulary::own();
    const QString word = text.endsWith(u')') ? QString(text).remove(count) : text;
    if (const auto sum = words.code(u"sum", word))
        return *sum == "bare"_L1 ? Word::Bare : Word::Sum;
    return words.has(u"sum_part", word) ? std::optional(Word::Part) : std::nullopt;
}

// "Prospecting Total", "Subtotal for Prospecting".
bool namesGroup(const QString &text, const QString &group)
{
    if (group.isEmpty() || text.size() <= group.size())
        return false;
    const bool isBefore = text.startsWith(group, Qt::CaseInsensitive);
    if (!isBefore && !text.endsWith(group, Qt::CaseInsensitive))
        return false;
    const QString rest = isBefore ? text.mid(group.size()) : text.chopped(group.size());
    const QChar boundary = isBefore ? rest.front() : rest.back();
    return !boundary.isLetterOrNumber() && wordIn(rest.trimmed());
}

bool hasDigit(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

// Nearly all rows, told before any word is looked up: they have more texts than a row of sums, or a day, a number of a
// telephone, a name with a number; which a row of sums may have in its first cell, the name of the group.
bool isSurelyRecord(const QStringList &cells)
{
    int texts = 0;
    bool isFirst = true;
    for (const QString &cell : cells) {
        const QString text = cell.trimmed();
        if (!hasDigit(text)) {
            texts += cell.isEmpty() ? 0 : 1;
        } else if (!isFirst && !text.endsWith(u')') && (!isFigure(text) || isLikePhone(text))) {
            return true;
        }
        isFirst = isFirst && text.isEmpty();
    }
    return texts > mostWords;
}

} // namespace

SumLine sumLineIn(const QStringList &cells, const QStringList &above)
{
    if (isSurelyRecord(cells))
        return SumLine::None;
    std::vector<Word> words;
    QStringList figures;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const QString text = cells[i].trimmed();
        if (text.isEmpty())
            continue;
        if (text.size() > longestWord)
            return SumLine::None;
        if (words.empty() && figures.isEmpty() && namesGroup(text, above.value(i))) {
            words.push_back(Word::Sum);
            continue;
        }
        if (const auto word = hasDigit(text) && isFigure(text) ? std::nullopt : wordIn(text))
            words.push_back(*word);
        else if (hasDigit(text))
            figures += text; // most rows end with a name
        else
            return SumLine::None;
    }
    const bool areFigures = !figures.isEmpty()
        && std::all_of(figures.begin(), figures.end(),
                       [](const QString &text) { return isFigure(text) && !isLikePhone(text); });
    if (words.empty() || !areFigures)
        return SumLine::None;
    const bool isNobody = std::find(words.begin(), words.end(), Word::Sum) != words.end();
    if (isNobody || (words.size() > 1 && words.front() != Word::Part))
        return SumLine::Whole;
    return words.front() == Word::Part ? SumLine::Part : SumLine::None;
}

void GroupedColumns::noteValue(Column &column, const QString &cell, bool isNewGroup) const
{
    const QString text = cell.trimmed();
    if (text.isEmpty()) {
        ++column.blanks;
        // The first row of all, and that of an outer group, has a value.
        column.mayBe = column.mayBe && m_rows > 0 && !isNewGroup;
        return;
    }
    ++column.values;
    if (!column.mayBe)
        return;
    if (isNewGroup)
        column.seen.clear();
    column.mayBe = !column.seen.contains(text);
    column.seen.insert(text);
    if (!column.mayBe)
        column.seen.clear();
}

void GroupedColumns::note(const QStringList &cells)
{
    if (m_rows == 0)
        m_columns.resize(size_t(cells.size()));
    bool isLeading = true;
    bool isNewGroup = false;
    for (size_t i = 0; i < std::min(m_columns.size(), size_t(cells.size())); ++i) {
        noteValue(m_columns[i], cells[qsizetype(i)], isLeading && isNewGroup);
        isLeading = isLeading && m_columns[i].mayBe && m_columns[i].blanks > 0;
        isNewGroup = isNewGroup || (isLeading && !cells[qsizetype(i)].trimmed().isEmpty());
    }
    ++m_rows;
}

bool GroupedColumns::isGroup(size_t column, bool isLeading) const
{
    const Column &each = m_columns[column];
    if (!each.mayBe || each.blanks == 0 || each.values == 0 || each.values + each.blanks < leastRows)
        return false;
    return isLeading ? 2 * each.blanks >= each.values : each.values > 1 && each.blanks >= each.values;
}

std::vector<qsizetype> GroupedColumns::columns() const
{
    std::vector<qsizetype> leading;
    std::vector<qsizetype> others;
    qsizetype full = 0;
    for (size_t i = 0; i < m_columns.size(); ++i) {
        const bool isLeading = leading.size() == i;
        if (isGroup(i, isLeading))
            (isLeading ? leading : others).push_back(qsizetype(i));
        full += m_columns[i].blanks == 0 ? 1 : 0;
    }
    if (full == 0)
        return {}; // nothing tells rows of a group from those that are nearly empty
    const bool areRestFull = full + qsizetype(leading.size() + others.size()) == qsizetype(m_columns.size());
    if (areRestFull)
        leading.insert(leading.end(), others.begin(), others.end());
    return leading;
}

void RowsAbove::note(const QStringList &cells)
{
    const qsizetype count = std::min(cells.size(), columnsOfGroups);
    while (m_texts.size() < count)
        m_texts += QString();
    for (qsizetype i = 0; i < count; ++i) {
        if (const QString text = cells[i].trimmed(); !text.isEmpty())
            m_texts[i] = text;
    }
}

} // namespace headway::transfer
