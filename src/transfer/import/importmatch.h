// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the record of the book that an imported row means, by the keys the user named (--match). All of
// them must agree; a row that lacks one matches nothing. Records created by the import itself are found,
// too. On the writer's thread inside the import's step; fails as the connection fails.
#pragma once

#include "transfer/import/importrow.h"

namespace headway::transfer {

class RowMatcher
{
public:
    RowMatcher(const ImportContext &context, References &references, sql::Connection &connection);

    // Invalid if the file lacks a key.
    // `names`: of the fields that have to agree.
    Result<> prepare(const QStringList &names);
    // Whether the row has nothing in one of them, so that it matches no record.
    bool isBlind(const ImportedRecord &imported) const;
    Result<std::vector<qint64>> find(const ImportedRecord &imported);
    void written(qint64 id, const ImportedRecord &imported);

private:
    struct Key {
        exchange::TargetRole role = exchange::TargetRole::Field;
        int field = -1;
        QString name = {};
    };
    using Index = QHash<QString, std::vector<qint64>>; // of a field without an index in the book

    Result<std::vector<qint64>> candidates(const Key &key, const ImportedRecord &imported);
    Result<std::vector<qint64>> byField(const Key &key, const ImportedRecord &imported);
    Result<std::vector<qint64>> byPoint(ContactPointType by, const QString &code,
                                        const ImportedRecord &imported);
    Result<std::vector<qint64>> byName(const ImportedRecord &imported);
    static QString indexText(const Value &value);
    QString valueText(const Key &key, const ImportedRecord &imported) const;

    const ImportContext &m_context;
    References &m_references;
    sql::Connection &m_connection;
    std::vector<Key> m_keys;
    std::map<int, Index> m_indexes; // by field
};

} // namespace headway::transfer
