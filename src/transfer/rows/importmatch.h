// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the record of the book that an imported row means, by the keys the user named (--match). All of
// them must agree; a row that lacks one matches nothing. Where nobody named the keys, a row that lacks some of them
// means a record that lacks them, too, and says nothing else. Records created by the import itself are found, too. On
// the writer's thread inside the import's step; fails as the connection fails.
#pragma once

#include "transfer/rows/importrow.h"

namespace headway::transfer {

// Whether two first and last names may be one person's: "A. Berg" is Anna Berg, who may have married; her father is
// not, and a name that is an address is anybody's.
[[nodiscard]] bool maySamePerson(const PersonName &a, const PersonName &b);
// Those of the people found by an address that may be the row's.
[[nodiscard]] Result<std::vector<qint64>> ofThatName(sql::Connection &connection,
                                                     const References &references, EntityKind kind,
                                                     const std::vector<qint64> &ids,
                                                     const ImportedRecord &imported);
// What the row calls its record, or what that is called after if the row does not say.
[[nodiscard]] QString titleOf(EntityKind kind, const ImportedRecord &imported);

class RowMatcher
{
public:
    RowMatcher(const ImportContext &context, References &references, sql::Connection &connection);

    // What a blank cell of a key means.
    enum class Blank { MatchesNothing, IsAlike };
    // Invalid if the file lacks a key.
    // `names`: of the fields that have to agree.
    Result<> prepare(const QStringList &names, Blank blank = Blank::MatchesNothing);
    // The last record that may be known by what it lacks: those that the import makes itself are not, as a rule.
    void begin(qint64 last) { m_last = last; }
    // Whether the row has nothing in one of them, so that it matches no record.
    bool isBlind(const ImportedRecord &imported) const;
    Result<std::vector<qint64>> find(const ImportedRecord &imported);
    // Those of the records, which lack these fields, that say nothing else than the row does.
    Result<std::vector<qint64>> agreeing(const std::vector<qint64> &ids, const ImportedRecord &imported,
                                         const std::vector<int> &blank = {});
    // To be called for each row that went in.
    Result<> written(qint64 id, const ImportedRecord &imported);

private:
    struct Key {
        exchange::TargetRole role = exchange::TargetRole::Field;
        int field = -1;
        QString name = {};
    };
    using Index = QHash<QString, std::vector<qint64>>; // of a field without an index in the book

    bool isBlank(const Key &key, const ImportedRecord &imported) const; // of a field
    Result<bool> hasPoints(qint64 id, const ImportedRecord &imported);
    Result<std::vector<qint64>> candidates(const Key &key, const ImportedRecord &imported);
    Result<std::vector<qint64>> byField(const Key &key, const ImportedRecord &imported);
    Result<std::vector<qint64>> byPoint(ContactPointType by, const QString &code,
                                        const ImportedRecord &imported);
    Result<std::vector<qint64>> byName(const ImportedRecord &imported);
    QString indexText(int field, const Value &value) const;
    QString valueText(const Key &key, const ImportedRecord &imported) const;

    const ImportContext &m_context;
    References &m_references;
    sql::Connection &m_connection;
    std::vector<Key> m_keys;
    Blank m_blank = Blank::MatchesNothing;
    qint64 m_last = 0;
    std::map<int, Index> m_indexes; // by field
};

} // namespace headway::transfer
