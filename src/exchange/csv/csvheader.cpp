// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv/csvheader.h"

#include <QHash>
#include <QSet>

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

} // namespace

CsvHeader csvHeader(const CsvRow &row)
{
    CsvHeader header;
    header.line = row.line;
    QStringList written;
    for (const QString &field : row.fields)
        written += field.trimmed();
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

} // namespace headway::exchange
