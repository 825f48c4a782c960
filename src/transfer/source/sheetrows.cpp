// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/source/sheetrows.h"

#include "exchange/cells/vocabulary.h"
#include "exchange/csv/csvheader.h"
#include "exchange/csv/figure.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace headway::transfer {

using exchange::isFigure;
using exchange::Vocabulary;

namespace {

bool isMinus(QChar c)
{
    return c == u'-' || c == u'\u2212' || c == u'\u2013';
}

// "(1,000)", "$(5)"; not "(030) 123".
bool isInBrackets(const QString &cell)
{
    const auto isDigit = [](QChar c) { return c.isDigit(); };
    const auto *const open = std::find(cell.begin(), cell.end(), u'(');
    const auto *const close = std::find(open, cell.end(), u')');
    return close != cell.end() && std::none_of(cell.begin(), open, isDigit)
        && std::none_of(close, cell.end(), isDigit);
}

// Generous: only compared with what was read in the same way. What is below nothing is written as amounts are: "-5",
// "5-", "(5)".
std::optional<double> figureIn(const QString &cell)
{
    QString digits;
    qsizetype mark = -1;
    bool isNegative = isInBrackets(cell);
    bool isOver = false;
    for (const QChar c : cell) {
        if (c.isDigit()) {
            if (isOver)
                return std::nullopt; // a day
            digits += QChar(char16_t(u'0' + c.digitValue()));
        } else if (c == u'.' || c == u',') {
            mark = digits.size();
        } else if (isMinus(c)) {
            isOver = !digits.isEmpty();
            isNegative = isNegative || !isOver || mark != digits.size(); // "1.200,-" has no cents
        }
    }
    // A mark with one or two digits behind it is that of decimals.
    const qsizetype decimals = mark < 0 ? 0 : digits.size() - mark;
    bool isNumber = false;
    double value = digits.toDouble(&isNumber);
    if (decimals == 1 || decimals == 2)
        value /= std::pow(10.0, double(decimals));
    return isNumber ? std::optional(isNegative ? -value : value) : std::nullopt;
}

} // namespace

bool isLikePhone(const QString &cell)
{
    static const QRegularExpression phone(u"^(?:\\+|00?[1-9])[\\d\\s()/.-]{5,}$"_s);
    return phone.match(cell.trimmed()).hasMatch();
}

qsizetype filledCells(const QStringList &cells)
{
    return std::count_if(cells.begin(), cells.end(),
                         [](const QString &cell) { return !cell.trimmed().isEmpty(); });
}

bool hasOnlyFirst(const QStringList &cells)
{
    return !cells.isEmpty() && !cells.front().trimmed().isEmpty() && filledCells(cells) == 1;
}

bool isLikeTitle(const QString &text)
{
    static const QRegularExpression framed(u"^[-=#*–—_>•]+|:$"_s);
    static const QRegularExpression boundary(u"[^\\p{L}\\d]+"_s);
    static const QRegularExpression span(u"^(?:[QqHhTt][1-4]|FY\\d*|KW\\d+|(?:19|20)\\d\\d)$"_s);
    const QString whole = text.trimmed();
    if (framed.match(whole).hasMatch())
        return true;
    const QStringList words = whole.split(boundary, Qt::SkipEmptyParts);
    return std::any_of(words.begin(), words.end(), [](const QString &word) {
        return span.match(word).hasMatch() || Vocabulary::own().has(u"section", word);
    });
}

namespace {

bool areFigures(QStringList::const_iterator begin, QStringList::const_iterator end)
{
    return std::all_of(begin, end,
                       [](const QString &cell) { return cell.trimmed().isEmpty() || isFigure(cell); });
}

QStringList::const_iterator firstFilled(const QStringList &cells)
{
    return std::find_if(cells.begin(), cells.end(),
                        [](const QString &cell) { return !cell.trimmed().isEmpty(); });
}

} // namespace

bool areFiguresBehind(const QStringList &cells)
{
    const auto first = firstFilled(cells);
    return cells.size() > 1 && first != cells.end() && areFigures(first + 1, cells.end());
}

bool isSumRow(const QStringList &cells)
{
    if (cells.size() < 2)
        return false;
    const bool isNamed = !cells.front().trimmed().isEmpty();
    if (isNamed && exchange::isFooter(cells))
        return true;
    return areFigures(cells.begin() + 1, cells.end()) && filledCells(cells) >= 1
        && (!isNamed || Vocabulary::own().has(u"sum", cells.front()));
}

bool isBareSum(const QStringList &cells)
{
    const auto first = firstFilled(cells);
    if (first == cells.end())
        return false;
    // "Grand total", "Subtotal" and "Total:" are nobody's names.
    const QString text = first->trimmed();
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); })
        && Vocabulary::own().code(u"sum", text) == u"bare"_s;
}

bool isBareSumOfFigures(const QStringList &cells)
{
    return (areFiguresBehind(cells) || exchange::isFooter(cells)) && filledCells(cells) > 1
        && isBareSum(cells);
}

// --- The shape of a file ------------------------------------------------------------------------

void SheetShape::note(const SheetRow &row)
{
    if (m_hasLast)
        judgeLast(row);
    const bool isFirst = m_rows++ == 0;
    m_headers += row.isHeader ? 1 : 0;
    m_isLastLeading = isFirst || row.isAfterGap || m_isLastSums;
    m_isLastSums = !row.isHeader && isSumRow(row.cells);
    m_isFirstLone = m_isFirstLone || (isFirst && hasOnlyFirst(row.cells) && !m_isLastSums);
    m_last = row;
    m_hasLast = true;
}

void SheetShape::judgeLast(const SheetRow &next)
{
    if (m_last.isHeader || m_isLastSums)
        return;
    if (!hasOnlyFirst(m_last.cells)) {
        m_gapsElsewhere += m_last.isAfterGap && m_rows > 1 ? 1 : 0;
        m_full += filledCells(m_last.cells) > 1 ? 1 : 0;
        return;
    }
    if (next.isHeader) {
        ++m_aboveHeaders;
        m_aboveHeadersAfterGap += m_isLastLeading ? 1 : 0;
        return;
    }
    ++m_lone;
    if (filledCells(next.cells) < 2 || isSumRow(next.cells))
        return;
    ++m_opening;
    m_leading += m_isLastLeading ? 1 : 0;
    m_afterGap += m_last.isAfterGap && m_rows > 1 ? 1 : 0;
    m_afterSums += m_isLastLeading && !m_last.isAfterGap && m_rows > 1 ? 1 : 0;
    m_titled += isLikeTitle(m_last.cells.front()) ? 1 : 0;
}

SheetShape::Verdict SheetShape::verdict() const
{
    // Names of columns are repeated on each page, too: all of them have to stand below titles.
    const bool isEachNamed = m_headers > 0 && m_aboveHeaders == m_headers;
    if (isEachNamed && (m_headers > 1 || m_aboveHeadersAfterGap > 0 || m_isNamedAbove))
        return {Titles::AboveHeaders};
    const int full = m_full + (filledCells(m_last.cells) > 1 ? 1 : 0);
    if (m_lone == 0 || m_opening < m_lone || full < m_lone)
        return {};
    if (m_leading == m_lone) {
        const bool areWords = 2 * m_titled >= m_lone && (m_lone > 1 || m_afterGap + m_afterSums > 0);
        const bool isSpaced = m_afterGap > 1 && m_gapsElsewhere == 0;
        if (areWords || isSpaced || m_afterSums > 0)
            return {Titles::AfterGaps};
        return m_afterGap > 0 ? Verdict{Titles::AfterGaps, false} : Verdict{};
    }
    if (!m_isFirstLone || m_lone < 2)
        return {};
    return {Titles::Anywhere, m_titled == m_lone};
}

bool isTitle(Titles titles, const SheetRow &row, bool isFirst, bool isAfterSums, const SheetRow *next)
{
    if (titles == Titles::None || row.isHeader || !next || !hasOnlyFirst(row.cells))
        return false;
    if (next->isHeader || titles == Titles::AboveHeaders)
        return next->isHeader;
    if (isSumRow(row.cells) || filledCells(next->cells) < 2 || isSumRow(next->cells))
        return false;
    return titles == Titles::Anywhere || isFirst || row.isAfterGap || isAfterSums;
}

// --- Sums below all rows --------------------------------------------------------------------------

namespace {

bool isSame(double a, double b)
{
    return std::abs(a - b) < 0.0051 + 1e-9 * std::abs(b);
}

} // namespace

void ColumnSums::add(const QStringList &cells)
{
    ++m_rows;
    for (qsizetype i = 1; i < cells.size(); ++i) {
        if (cells[i].trimmed().isEmpty() || !isFigure(cells[i]))
            continue;
        m_sums[i] += figureIn(cells[i]).value_or(0);
        ++m_counts[i];
    }
}

bool ColumnSums::explains(const QStringList &cells) const
{
    for (qsizetype i = 1; i < cells.size(); ++i) {
        if (cells[i].trimmed().isEmpty() || isLikePhone(cells[i]))
            continue;
        const std::optional<double> figure = figureIn(cells[i]);
        const int count = m_counts.value(i);
        if (!figure)
            continue;
        const double sum = m_sums.value(i);
        if ((count > 0 && (isSame(*figure, sum) || isSame(*figure, sum / count)))
            || isSame(std::abs(*figure), m_rows)) // "(3)" counts
            return true;
    }
    return false;
}

bool ColumnSums::isSum(const QStringList &cells) const
{
    bool hasFigure = false;
    for (qsizetype i = 1; i < cells.size(); ++i) {
        if (cells[i].trimmed().isEmpty() || !isFigure(cells[i]))
            continue;
        const std::optional<double> figure = isLikePhone(cells[i]) ? std::nullopt : figureIn(cells[i]);
        hasFigure = true;
        if (!figure || m_counts.value(i) == 0 || !isSame(*figure, m_sums.value(i)))
            return false;
    }
    return hasFigure;
}

} // namespace headway::transfer
