// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that are about the same record as an earlier row of the file: the same id, else the same e-mail address of a
// person, whose name may be the same, or name of a company, else the same in every cell. Each is told with what differs,
// before anything is made. On the thread of the import; fails as the connection fails.
#pragma once

#include "transfer/rows/importrow.h"

#include <QHash>

#include <map>

namespace headway::transfer {

class RowRepeats
{
public:
    RowRepeats(const ImportContext &context, const References &references, sql::Connection &connection)
        : m_context(context), m_references(references), m_connection(connection)
    {
    }

    struct Earlier {
        qint64 line = 0;
        qint64 record = 0; // that its row became
    };
    // Of this record, to be called before it is written; none if no row was about it.
    Result<std::optional<Earlier>> earlier(const SourceRow &row, const ImportedRecord &imported);
    // To be called for the same row if it went in.
    void written(qint64 record);

    qint64 count() const { return m_repeated; }
    // How many rows repeat earlier ones, and the first of them, compared with those: for that the source is read again.
    Result<> report(RowSource &source, ImportReport &report) const;

private:
    QString addressOf(const ImportedRecord &imported) const; // of a person without an id
    QString keyOf(const SourceRow &row, const ImportedRecord &imported) const;
    // Of a person: the address, with the name where an earlier row has it for somebody else.
    Result<QString> keyOfPerson(const QString &address, const ImportedRecord &imported) const;

    struct Repeat {
        qint64 line = 0;
        qint64 earlier = 0;
        QStringList cells = {};
    };
    const ImportContext &m_context;
    const References &m_references;
    sql::Connection &m_connection;
    QHash<size_t, Earlier> m_rows; // by hash of key; bounded
    struct Current {
        size_t key = 0;
        qint64 line = 0;
        std::optional<Repeat> repeat = {};
    };
    Current m_current;
    std::vector<Repeat> m_first;
    qint64 m_repeated = 0;
};

} // namespace headway::transfer
