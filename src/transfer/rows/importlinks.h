// SPDX-License-Identifier: GPL-3.0-or-later
// What a file's ids of other records mean: the record that has this id in the system the file comes from,
// else the one of that e-mail address, domain or name. Several in a cell are separated by semicolons. A
// link that is not found leaves the record in, without it, and is counted and listed. On the writer's
// thread inside the import's step. NotFound means that the row waits for a later one of the same file; any
// other error is the connection's.
#pragma once

#include "transfer/rows/importrow.h"

#include <QHash>
#include <QSet>

namespace headway::transfer {

class ForeignLinks
{
public:
    ForeignLinks(const ImportContext &context, References &references, sql::Connection &connection);

    // `label` is the cell that says which kind of record is meant, if the file has one: "Accounts".
    Result<> read(const exchange::ImportInput &input, const QString &text, const QString &label, Pass pass,
                  ImportedRecord &imported);
    // The telephone number of a call that nobody in the book has, for somebody who is made with it: then it is no missing
    // link any more. Empty if there is none.
    static QString takeNumber(ImportedRecord &imported);
    // Whether the record that a name means has another id in that system than the row says, so that it is
    // another record of the same name.
    Result<bool> isAnother(const NamedRecord &named, const QString &key);
    // Leaves out, to be listed, the links by which a record of the book would come to belong to itself.
    Result<> leaveCircles(qint64 id, ImportedRecord &imported);
    // Called for a row that went in.
    void count(const ImportedRecord &imported);
    void report(ImportReport &report) const;

private:
    Result<std::vector<EntityRef>> lookUp(const std::vector<EntityKind> &kinds, const QString &text);
    Result<std::vector<qint64>> byKey(EntityKind kind, const QString &key);
    Result<std::vector<qint64>> byDescription(EntityKind kind, const QString &text);
    Result<> readNumber(const exchange::ImportInput &input, const QString &text, ImportedRecord &imported);
    static bool isSaidBy(const exchange::ImportInput &input, const ImportedRecord &imported);
    Result<bool> wouldLeadBack(qint64 id, int field, qint64 to, DuplicatePolicy policy);
    void countNames(const ImportedRecord &imported);
    void noteMissing(const ForeignLink &link, qint64 line);
    LinkFault put(const exchange::ImportInput &input, const NamedRecord &record,
                  ImportedRecord &imported) const;

    const ImportContext &m_context;
    References &m_references;
    sql::Connection &m_connection;
    std::map<EntityKind, QHash<QString, qint64>> m_known; // by key; bounded
    std::map<QString, LinkCount> m_counts;                // by column
    std::map<QString, qint64> m_named;                    // found by name, by column
    std::vector<MissingLink> m_missing;
    QHash<QString, size_t> m_missingAt; // by column, text and fault; bounded
    QSet<QString> m_idsMissing;         // bounded
};

// Those that a cell lists, with semicolons or line breaks between them, each once.
[[nodiscard]] QStringList piecesOf(const QString &text);

// Whether a record can have several of these, beside the one of its field.
bool mayHaveFurther(EntityKind kind, EntityKind other);

// The 18 characters of a Salesforce id of 15; the text itself if it is none.
[[nodiscard]] QString longSalesforceId(const QString &text);

} // namespace headway::transfer
