// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a row of an imported file into values, references and child records. Nothing is written here. On
// the writer's thread. An error of code Invalid concerns the row, its `detail` is the column; NotFound
// means that the row waits for a later one of the same file; any other code ends the import.
#pragma once

#include "domain/records/activity.h"
#include "domain/records/contact.h"
#include "domain/rules/nextstep.h"
#include "exchange/cells/daycell.h"
#include "transfer/import/importreference.h"
#include "transfer/import/importwords.h"

#include <QJsonObject>

namespace headway::transfer {

// Whether the file is an export of ours, to be read literally.
enum class Fidelity { Sensible, Exact };

// Whether rows may wait for later ones (a company for its parent company).
enum class Pass { MayWait, Last };

// What the columns and the name of a file of activities tell about all of them.
struct ActivityFile {
    std::optional<ActivityKind> named = {}; // "tasks.csv"
    std::vector<int> callFields = {};       // only calls have something in them
    bool hasEnds = false;
    bool isDue = false;
    bool hasState = false;
    bool isJustText = false;
};

// What all rows of one file have in common.
struct ImportContext {
    const ImportRequest &request;
    const exchange::ImportPlan &plan;
    exchange::CellStyle style = {};
    Fidelity fidelity = Fidelity::Sensible;
    // For an archive, whose references are complete: records may refer to later ones.
    enum class Forward { Refused, Trusted } forward = Forward::Refused;
    Actor actor = {};
    ImportQuestions *questions = nullptr;       // of the run; never null while rows are read
    std::vector<exchange::Misfit> misfits = {}; // columns that are left out and asked about
    ActivityFile activities = {};               // of a file of activities

    EntityKind kind() const { return plan.kind; }
};

// A record that a column of ids refers to.
struct ForeignLink {
    QString column = {};
    QString target = {}; // "company.external_id"
    int field = -1;      // of the row's kind; -1: a link of an activity
    QString text = {};
    LinkFault fault = LinkFault::None;
};

struct ImportedRecord {
    qint64 line = 0;
    qint64 id = 0; // with FileIds::Kept
    Instant createdAt = {};
    std::vector<std::pair<int, Value>> values = {};           // by field
    std::vector<std::pair<int, NamedRecord>> references = {}; // by field
    std::vector<int> blanks = {};                             // Fidelity::Exact: empty cells
    enum class Currency { Named, Assumed } currency = Currency::Assumed;

    QString externalId = {};
    QJsonObject custom = {};
    QDate closing = {};
    QDate otherClosing = {};               // of a closed deal that has no other day
    std::vector<ContactPoint> points = {}; // with the primary one of each type first
    QString person = {};                   // the name beside an e-mail address
    QStringList kept = {};                 // "Column: text" of what fits no field
    std::optional<Address> address = {};
    std::vector<NamedRecord> tags = {};
    std::vector<NamedRecord> links = {};   // records that an activity is linked to
    std::vector<NamedRecord> further = {}; // a contact's other companies, a deal's other contacts
    std::vector<ForeignLink> foreign = {}; // to be counted
    std::optional<NamedRecord> product = {};
    qint64 quantityMilli = 1000;
    std::optional<NamedRecord> manager = {}; // of the user's team
    TypedStep step = {};
    // Of an activity, in columns of their own.
    QTime startTime = {};
    std::optional<exchange::MomentCell> ends = {};
    QTime endTime = {};
    bool isWholeDay = false; // `at` was written without a time

    // Keeps as text what fits no field.
    void keep(const QString &column, const QString &text);
    const Value *value(int field) const;
    const NamedRecord *reference(int field) const;
};

// An Invalid error with its column as detail.
Error rowProblem(const QString &column, const Sentence &reason);

class ForeignLinks;

class RowReader
{
public:
    RowReader(const ImportContext &context, References &references, ForeignLinks &links,
              sql::Connection &connection);

    // Invalid if a value rule is for a field that the file does not have.
    Result<> prepare();
    Result<ImportedRecord> read(const SourceRow &row, Pass pass);
    // A sentence for each column that has both days and moments.
    std::vector<Sentence> mixedDays() const;
    // Field name → rows where it was left empty, because its records come with a later file.
    const std::map<QString, qint64> &leftOut() const { return m_leftOut; }

private:
    struct Cell {
        QString text = {};
        Decided decided = Decided::No;
    };

    Cell ruled(const QString &target, const QString &text) const;
    bool isBlank(const QString &text) const;
    bool isNothing(const exchange::ImportInput &input, const QString &text) const;
    bool isSensible() const { return m_context.fidelity == Fidelity::Sensible; }
    bool isDetail(const exchange::ImportInput &input) const;
    void keep(const exchange::ImportInput &input, const QString &text, ImportedRecord &imported,
              ImportQuestion::About about = ImportQuestion::About::NotUnderstood,
              const QStringList &answers = {}) const;
    QDate otherClosing(const SourceRow &row) const;
    Result<> readInput(const exchange::ImportInput &input, const Cell &cell, const QString &label, Pass pass,
                       ImportedRecord &imported);
    Result<> readField(const exchange::ImportInput &input, const Cell &cell, Pass pass,
                       ImportedRecord &imported);
    Result<> readWord(const exchange::ImportInput &input, const Cell &cell, ImportedRecord &imported);
    Result<> readDay(const exchange::ImportInput &input, const QString &text, ImportedRecord &imported);
    Result<> readDuration(const exchange::ImportInput &input, const QString &text, ImportedRecord &imported);
    Result<> readPercent(const exchange::ImportInput &input, const QString &text, ImportedRecord &imported);
    Result<> readReferenceId(int field, qint64 id, Pass pass, ImportedRecord &imported);
    Result<> readName(const exchange::ImportInput &input, const Cell &cell, Pass pass,
                      ImportedRecord &imported);
    Result<> readLink(const exchange::ImportInput &input, const Cell &cell, ImportedRecord &imported);
    Result<> readLinks(const exchange::ImportInput &input, const Cell &cell, ImportedRecord &imported);
    Result<> readNames(const exchange::ImportInput &input, const Cell &cell, Pass pass,
                       ImportedRecord &imported);
    Result<QStringList> listed(EntityKind kind, const Cell &cell); // the names in a cell
    // Whether a name that is not found may be left out, since the id beside it, or the request, allows that.
    bool mayLeave(const exchange::ImportInput &input, const ImportedRecord &imported) const;
    Result<> readAmounts(const QStringList &texts, ImportedRecord &imported);
    Result<> requireOwner(const ImportedRecord &imported);
    void readContactPoint(const exchange::ImportInput &input, const QString &text, const QString &label,
                          ImportedRecord &imported) const;
    void readPlace(exchange::TargetRole role, const QString &text, ImportedRecord &imported) const;
    static Result<> readId(const Cell &cell, ImportedRecord &imported);
    Result<> readAmount(exchange::TargetRole role, const Cell &cell, ImportedRecord &imported);
    Result<> readManager(const exchange::ImportInput &input, const Cell &cell, Pass pass,
                         ImportedRecord &imported);
    Result<> readTags(const QString &text, ImportedRecord &imported);
    static void addTag(const NamedRecord &tag, ImportedRecord &imported);
    void readFullName(const QString &text, ImportedRecord &imported) const;
    Result<NamedRecord> named(EntityKind kind, const QString &target, const Cell &cell,
                              const ImportedRecord &imported);
    Result<NamedRecord> stageNamed(const QString &target, const Cell &cell, const ImportedRecord &imported);
    Result<QString> currencyOf(const ImportedRecord &imported);
    int field(QStringView name) const { return m_info.indexOf(name); }

    const ImportContext &m_context;
    References &m_references;
    ForeignLinks &m_links;
    sql::Connection &m_connection;
    const EntityInfo &m_info;
    QHash<QString, QHash<QString, QString>> m_rules; // by target, then by folded text
    std::map<QString, qint64> m_leftOut;
    ImportWords m_words;
    struct Days {
        qint64 midnights = 0;
        qint64 instants = 0;
    };
    std::map<QString, Days> m_days; // by column
    qsizetype m_closingColumn = -1;
};

} // namespace headway::transfer
