// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a row of an imported file into values, references and child records. Nothing is written here. On
// the writer's thread. What is wrong with a row is collected as reasons to reject it; an error of code Invalid
// concerns the row, too, its `detail` is the column; NotFound means that the row waits for a later one of the same
// file; any other code ends the import.
#pragma once

#include "domain/records/activity.h"
#include "exchange/cells/placetext.h"
#include "transfer/request/importwords.h"
#include "transfer/rows/importedrecord.h"
#include "transfer/rows/importstageasked.h"

namespace headway::transfer {

// Whether the file is an export of ours, to be read literally.
enum class Fidelity { Sensible, Exact };

// Whether rows may wait for later ones (a company for its parent company).
enum class Pass {
    MayWait,
    Last,   // what is not there now does not come
    Circle, // it comes only after this row, so the link to it is left out
};

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
    ImportQuestions *questions = nullptr;         // of the run; never null while rows are read
    RejectReasons *reasons = nullptr;             // likewise
    std::vector<exchange::Misfit> misfits = {};   // columns that are left out and asked about
    ActivityFile activities = {};                 // of a file of activities
    std::vector<exchange::RestColumn> noted = {}; // columns whose text goes into the note
    std::vector<LeadStatus> leadStatuses = {};    // of the book, in their order

    EntityKind kind() const { return plan.kind; }
};

class ForeignLinks;

class RowReader
{
public:
    RowReader(const ImportContext &context, References &references, ForeignLinks &links,
              sql::Connection &connection);

    // Invalid if a value rule is for a field that the file does not have.
    Result<> prepare();
    Result<ImportedRecord> read(const SourceRow &row, Pass pass);
    // Of a row of a stage history, whose deal's present stage has been added to it: the move becomes its stageDates. A stage
    // that the book does not have stays as text, and is asked about.
    void placeMove(ImportedRecord &imported);
    RowTies tiesOf(const SourceRow &row) const;
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
    void takeCompanyFromName(std::vector<Cell> &cells) const;
    std::vector<Cell> cellsOf(const SourceRow &row) const; // one for each input
    OwnName ownNameOf(const SourceRow &row, const std::vector<Cell> &cells) const;
    bool isBlank(const QString &text) const;
    bool isNothing(const exchange::ImportInput &input, const QString &text) const;
    bool isSensible() const { return m_context.fidelity == Fidelity::Sensible; }
    // Whether a cell may hold several values, remarks, or a sign for nothing.
    bool isLoose() const { return isSensible() && !m_context.plan.isLiteral; }
    bool isDetail(const exchange::ImportInput &input) const;
    // The cell stays with the record as text if that is possible, else the row is rejected.
    Result<> settle(const exchange::ImportInput &input, const QString &text, const Error &error,
                    ImportedRecord &imported) const;
    void refuse(const exchange::ImportInput &input, const QString &text, const Error &error) const;
    void keep(const exchange::ImportInput &input, const QString &text, ImportedRecord &imported,
              ImportQuestion::About about = ImportQuestion::About::NotUnderstood,
              const QStringList &answers = {}) const;
    QDate otherClosing(const SourceRow &row) const;
    void askAboutMisfits(const SourceRow &row) const;
    void keepNoted(const SourceRow &row, ImportedRecord &imported) const; // what goes into the note
    Result<> readForeignIds(const SourceRow &row, const std::vector<Cell> &cells, Pass pass,
                            ImportedRecord &imported);
    // The columns of one turn; see m_turns.
    Result<> readTurn(int turn, const SourceRow &row, const std::vector<Cell> &cells, Pass pass,
                      ImportedRecord &imported);
    Result<> readInput(const exchange::ImportInput &input, const Cell &cell, const QString &label, Pass pass,
                       ImportedRecord &imported);
    Result<> readCustom(const exchange::ImportTarget &target, const QString &text,
                        ImportedRecord &imported) const;
    // When the record was made, or its next step is due.
    Result<> readMoment(exchange::TargetRole role, const QString &text, ImportedRecord &imported) const;
    Result<> readStageDate(const exchange::ImportInput &input, const QString &text, ImportedRecord &imported);
    Result<Instant> readStageMoment(const QString &text) const;
    Result<> readMove(exchange::TargetRole role, const QString &text, ImportedRecord &imported) const;
    void addMove(const QString &stage, exchange::TargetRole role, ImportedRecord &imported);
    void noteClosing(const exchange::ImportInput &input, const QString &text, ImportedRecord &imported) const;
    std::vector<exchange::StageName> stageNamesIn(const exchange::ImportTarget &target) const;
    // When an activity begins or ends, from a column of its own.
    Result<> readTime(exchange::TargetRole role, const QString &text, ImportedRecord &imported) const;
    // An id of another system, or a line of an address: what is too long for it stays as text.
    void readLine(const exchange::ImportInput &input, const QString &text, const QString &label,
                  ImportedRecord &imported) const;
    bool hasColumnBeside(const exchange::ImportInput &input, const QString &part) const;
    void putTown(const exchange::ImportInput &input, const exchange::PlaceText &place, const QString &label,
                 ImportedRecord &imported) const;
    Result<> readField(const exchange::ImportInput &input, const Cell &cell, Pass pass,
                       ImportedRecord &imported);
    Result<> readWebsite(const exchange::ImportInput &input, const QString &text,
                         ImportedRecord &imported) const;
    Result<> readWord(const exchange::ImportInput &input, const Cell &cell, ImportedRecord &imported);
    Result<> readDay(const exchange::ImportInput &input, const QString &text, ImportedRecord &imported);
    Result<> readDuration(const exchange::ImportInput &input, const QString &text, ImportedRecord &imported);
    Result<> readPercent(const exchange::ImportInput &input, const QString &text, ImportedRecord &imported);
    Result<> readReferenceId(int field, qint64 id, Pass pass, ImportedRecord &imported);
    Result<> readName(const exchange::ImportInput &input, const Cell &cell, Pass pass,
                      ImportedRecord &imported);
    Result<bool> followsId(int field, const ImportedRecord &imported, NamedRecord &found);
    void leaveSecond(const exchange::ImportInput &input, const QString &name, ImportedRecord &imported) const;
    Result<> readLink(const exchange::ImportInput &input, const Cell &cell, ImportedRecord &imported);
    Result<> readLinks(const exchange::ImportInput &input, const Cell &cell, ImportedRecord &imported);
    Result<> readNames(const exchange::ImportInput &input, const Cell &cell, Pass pass,
                       ImportedRecord &imported);
    // The names in a cell.
    Result<QStringList> listed(const exchange::ImportInput &input, EntityKind kind, const Cell &cell,
                               ImportedRecord &imported);
    Result<QStringList> takenApart(const exchange::ImportInput &input, EntityKind kind, const QString &text,
                                   ImportedRecord &imported);
    Result<qsizetype> countKnown(EntityKind kind, const QStringList &names);
    // Whether a name that is not found may be left out, since the id beside it, or the request, allows that.
    bool mayLeave(const exchange::ImportInput &input, const ImportedRecord &imported) const;
    EntityKind kindNamedIn(const exchange::ImportInput &input) const;
    void leaveName(const exchange::ImportInput &input, const QString &text, const Error &error,
                   ImportedRecord &imported) const;
    void noteLinkedEmail(const std::vector<Cell> &cells, ImportedRecord &imported) const;
    Result<> readLinkedEmail(const exchange::ImportInput &input, const Cell &cell, Pass pass,
                             ImportedRecord &imported);
    Result<> readProduct(const exchange::ImportInput &input, const Cell &cell, ImportedRecord &imported);
    Result<> readAmounts(const QStringList &texts, ImportedRecord &imported);
    // Whether a column of the row says in which currency it is.
    enum class RowCurrency { Told, Untold };
    Result<> readMoney(const exchange::ImportInput &input, const QString &text, RowCurrency told,
                       ImportedRecord &imported);
    bool isCurrencyInHeader(const exchange::ImportInput &input) const;
    QString scaled(const exchange::ImportInput &input, const QString &text) const;
    bool asksUnit(const exchange::ImportInput &input) const;
    bool namesCurrency(const QString &text) const;
    Result<> requireOwner(const ImportedRecord &imported);
    // Of a deal without a name, which is called after the records that it is linked to by their ids.
    Result<> nameLinked(ImportedRecord &imported) const;
    void readContactPoint(const exchange::ImportInput &input, const QString &text, const QString &label,
                          ImportedRecord &imported) const;
    static Result<> readId(const Cell &cell, ImportedRecord &imported);
    Result<> readAmount(exchange::TargetRole role, const Cell &cell, ImportedRecord &imported);
    Result<> readManager(const exchange::ImportInput &input, const Cell &cell, Pass pass,
                         ImportedRecord &imported);
    Result<> readTags(const exchange::ImportInput &input, const QString &text, ImportedRecord &imported);
    static void addTag(const NamedRecord &tag, ImportedRecord &imported);
    void readFullName(const exchange::ImportInput &input, const QString &text,
                      ImportedRecord &imported) const;
    void readFamilyName(const exchange::ImportInput &input, const QString &text,
                        ImportedRecord &imported) const;
    bool mayHaveAddress(EntityKind kind, const Cell &cell) const;
    Result<NamedRecord> named(EntityKind kind, const QString &target, const Cell &cell,
                              const ImportedRecord &imported);
    bool isNobody(EntityKind kind, const Result<NamedRecord> &found, const Cell &cell) const;
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
    std::vector<int> m_turns;             // of each input, when it is read
    QHash<QString, NamedRecord> m_stages; // that are there, by their names as they are written; bounded
    StageQuestions m_stageQuestions;
    StageColumns m_stageColumns;
};

} // namespace headway::transfer
