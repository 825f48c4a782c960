// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv/csvheader.h"

#include "exchange/csv/figure.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace headway::exchange {
namespace {

// Returns each name only once. Names that occur in the file take precedence over made-up ones.
class NameRegister
{
public:
    explicit NameRegister(const QStringList &written) : m_reserved(written.begin(), written.end()) {}

    QString take(const QString &name)
    {
        if (!m_taken.contains(name) && (m_reserved.remove(name) || !m_reserved.contains(name))) {
            m_taken.insert(name);
            return name;
        }
        int &number = m_lastNumber[name];
        number = std::max(number, 1);
        for (;;) {
            const QString numbered = u"%1 (%2)"_s.arg(name).arg(++number);
            if (m_taken.contains(numbered) || m_reserved.contains(numbered))
                continue;
            m_taken.insert(numbered);
            return numbered;
        }
    }

private:
    QSet<QString> m_reserved;
    QSet<QString> m_taken;
    QHash<QString, int> m_lastNumber;
};

qsizetype filledCells(const QStringList &cells)
{
    return std::count_if(cells.begin(), cells.end(),
                         [](const QString &cell) { return !cell.trimmed().isEmpty(); });
}

// A number, an amount, a day, an address: what is never a column's name. "TEL 2" is one.
bool isData(const QString &cell)
{
    const QString text = cell.trimmed();
    const bool hasLetter = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
    return text.contains(u'@') || (!hasLetter && text.size() > 1 && isFigure(text));
}

bool isMarks(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

bool isNamed(const QStringList &cells, qsizetype width)
{
    return cells.size() >= width && filledCells(cells) >= std::max<qsizetype>(2, (width + 1) / 2);
}

bool isLikeHeader(const QStringList &cells, qsizetype width)
{
    const QSet<QString> names(cells.begin(), cells.end());
    return isNamed(cells, width) && std::none_of(cells.begin(), cells.end(), isData)
        && names.size() >= filledCells(cells);
}

// The number of fields that most rows of several fields have; 0 if there are none.
qsizetype usualWidth(const std::vector<CsvRow> &rows)
{
    std::map<qsizetype, int> counts;
    for (const CsvRow &row : rows) {
        if (row.fields.size() > 1)
            ++counts[row.fields.size()];
    }
    qsizetype width = 0;
    int most = 0;
    for (const auto &[fields, count] : counts) {
        if (count >= most) {
            width = fields;
            most = count;
        }
    }
    return width;
}

// Up to the last column that has something in it: separators behind that are none.
qsizetype usedWidth(const std::vector<CsvRow> &rows)
{
    qsizetype used = 0;
    for (const CsvRow &row : rows) {
        for (qsizetype i = row.fields.size(); i > used; --i) {
            if (!row.fields[i - 1].trimmed().isEmpty())
                used = i;
        }
    }
    return used;
}

} // namespace

qint64 headerLine(const std::vector<CsvRow> &rows)
{
    constexpr size_t leastBelow = 1;
    if (rows.empty())
        return 1;
    const qsizetype width = usualWidth(rows);
    if (width == 0 || isNamed(rows.front().fields, std::min(width, usedWidth(rows))))
        return rows.front().line;
    for (size_t i = 1; i + leastBelow < rows.size(); ++i) {
        const auto fitting = std::count_if(rows.begin() + qsizetype(i), rows.end(),
                                           [&](const CsvRow &row) { return row.fields.size() == width; });
        const bool areMost = 2 * fitting > qsizetype(rows.size() - i);
        if (isLikeHeader(rows[i].fields, width) && areMost)
            return rows[i].line;
    }
    return rows.front().line;
}

bool isFooter(const QStringList &cells)
{
    static const QRegularExpression total(
        u"^(grand ?totals?|sub ?totals?|totals?|sums?|summe|gesamt(summe)?|total g[eé]n[eé]ral|totaal|totale|suma)"
        "\\b[\\s:]*(\\(.*\\))?[\\s\\d.,]*( records?| rows?)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression imprint(
        u"^(copyright|\\(c\\)|©|confidential|all rights reserved|(report )?generated (by|on|at)|erstellt (mit|am|von|durch)|g[eé]n[eé]r[eé] (par|le)|end of (report|file))"
        "(\\b|\\s|$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto first = std::find_if(cells.begin(), cells.end(),
                                    [](const QString &cell) { return !cell.trimmed().isEmpty(); });
    static const QString beginnings =
        u"agstcer(©"_s; // of all those words: most rows are told apart by a letter
    if (first == cells.end() || !beginnings.contains(first->trimmed().at(0).toLower()))
        return false;
    if (imprint.match(first->trimmed()).hasMatch())
        return filledCells(cells) == 1;
    const bool isReachable = std::any_of(first + 1, cells.end(), [](const QString &cell) {
        return cell.contains(u'@'); // somebody is called Sum
    });
    static const QRegularExpression count(u"^[\\d.,]+ (records?|rows?)$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return cells.size() > 1 && !isReachable && total.match(first->trimmed()).hasMatch()
        && std::all_of(first + 1, cells.end(), [](const QString &cell) {
               return isMarks(cell) || isFigure(cell) || cell.trimmed().size() == 1
                   || count.match(cell.trimmed()).hasMatch();
           });
}

CsvHeader csvHeader(const CsvRow &row, const QStringList &groups)
{
    CsvHeader header;
    header.line = row.line;
    QStringList written;
    for (const QString &field : row.fields) {
        const QString name = field.trimmed();
        const QString group = groups.value(written.size());
        written += name.isEmpty() || group.isEmpty() ? name : group + u" - "_s + name;
    }
    NameRegister names(written);
    for (qsizetype i = 0; i < written.size(); ++i) {
        const int column = static_cast<int>(i) + 1;
        const QString &name = written[i];
        const QString unique = names.take(name.isEmpty() ? u"Column %1"_s.arg(column) : name);
        header.names += unique;
        if (unique == name)
            continue;
        const Sentence reason =
            (name.isEmpty() ? Sentence::tr("Column %1 has no name and is called %2.")
                            : Sentence::tr("Column %1 has the name of an earlier one and is called %2."))
                .arg(column, Quoted{unique});
        header.problems += CsvProblem{row.line, column, reason, row.fields[i]};
    }
    return header;
}

Result<CsvHeader> readHeader(const std::function<Result<std::optional<CsvItem>>()> &next, qint64 line,
                             const QStringList &groups)
{
    HEADWAY_TRY(item, next());
    const auto isAbove = [line](const CsvItem &each) {
        return std::visit([line](const auto &rowOrProblem) { return rowOrProblem.line < line; }, each);
    };
    while (item && isAbove(*item)) {
        HEADWAY_TRY(below, next());
        item = std::move(below);
    }
    if (!item && line > 1)
        return failure(
            ErrorCode::Unreadable,
            Sentence::tr("There are no column names in line %1 or below it.").arg(QString::number(line)));
    if (!item)
        return failure(ErrorCode::Unreadable,
                       Sentence::tr("The file is empty; it has not even a row of column names."));
    if (const auto *problem = std::get_if<CsvProblem>(&*item))
        return failure(ErrorCode::Unreadable,
                       Sentence::tr("The row of column names cannot be read: %1").arg(problem->reason));
    return csvHeader(std::get<CsvRow>(*item), groups);
}

} // namespace headway::exchange
