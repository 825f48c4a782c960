// SPDX-License-Identifier: GPL-3.0-or-later
// What a name in an imported file means: a record of the book, one that the import is to create, or a
// question for the user. A name that is only similar to a known one is never replaced, dropped or created
// without the user's consent. Runs on the writer's thread inside the import's step. An error of code
// Invalid concerns the row, any other the whole import.
#pragma once

#include "domain/records/lookups.h"
#include "store/commit/commit.h"
#include "store/reading/importlookup.h"
#include "transfer/request/importreport.h"
#include "transfer/rows/importdomains.h"

#include <QSet>

#include <functional>
#include <map>
#include <optional>

namespace headway::transfer {

// A record by the name that the file has for it. `id` 0: not in the book yet, to be created.
struct NamedRecord {
    EntityKind kind = EntityKind::Company;
    qint64 id = 0;
    QString name = {};
    qint64 scope = 0;         // a stage's pipeline; 0 if that is to be created, too
    QString target = {};      // the user's name for it: "product"
    QString newScope = {};    // the pipeline to be created for it; empty: the default one
    QString key = {};         // what the file's system calls it, to be kept when it is created
    QString email = {};       // beside the name; it says more than that
    QString phone = {};       // likewise, of somebody who is to be created
    qint64 company = 0;       // likewise, where they work
    bool isByAddress = false; // found by that e-mail address
};

// Whether the user chose the name (--values), so that similar names are not considered.
enum class Decided { No, Yes };

// Why find() and pipelineWith() did not tell which record is meant.
enum class Refusal {
    Other,   // not of its name: there is none, or nothing could be called so
    Unknown, // nothing is called so, and it may not be made
    Near,    // something is called nearly so, and was offered
    Several, // records are called so
};

// What the row says that its own record is called.
struct OwnName {
    QString text = {};
    bool isDecided = false; // by the user (--values)
    bool isKnown = false;   // …who put the name of a known record in the place of a near one
};

// Other records named by the row, to tell apart deals and contacts of the same name: asked for only where there are such.
using Beside = std::function<std::vector<NamedRecord>()>;

class References
{
public:
    References(sql::Connection &connection, const ImportRequest &request, const Lookups &lists,
               const QString &currency);

    // To be called before the first row: what the step makes is found though it is not written yet.
    void begin(store::StepWriter &step);
    // Of that step; null before it begins, and see StepWriter.
    store::KnownKeys *keys() const { return m_step ? m_step->keys() : nullptr; }
    std::optional<sql::Connection::Around> past(EntityRef ref) const;

    // `wanted` with its id, or with 0 if it may be created; otherwise Invalid with a reason that lists the
    // choices.
    Result<NamedRecord> find(NamedRecord wanted, Decided decided, const Beside &beside);
    // The pipeline meant by a deal's stage if no pipeline is named: the default one if it has such a stage,
    // else the only one that has. Invalid if there are several.
    Result<qint64> pipelineWith(const QString &stage, Decided decided);
    // Of the last of those two that was Invalid, since beginCell().
    Refusal refusal() const { return m_refusal; }
    // The record that a new row is, by the user's word, in spite of another spelling of its name; 0: it is a new one. A
    // near name about which nothing is said is offered; the row goes in all the same. Not of people, who are known by
    // more than their names.
    Result<qint64> ownNear(EntityKind kind, const OwnName &name);
    // Invalid unless there is a live record of that id.
    Result<> require(EntityRef ref);
    // The records of exactly that name.
    Result<std::vector<qint64>> exactly(EntityKind kind, const QString &name, qint64 scope);
    // The companies whose website is there; see importdomains.h.
    Result<std::vector<qint64>> atDomain(const QString &domain) { return m_domains.find(domain); }
    // Creates the record unless an earlier row has done so; returns its id.
    Result<qint64> make(store::StepWriter &step, const NamedRecord &wanted);
    // Creates a pipeline of these stages, which becomes the default for deals without a pipeline.
    Result<> makePipeline(store::StepWriter &step, const QString &name, const std::vector<Stage> &stages);
    // Called for a row that was rejected: its similar names are then offered in the report.
    void countRejected();
    void countAccepted();
    void beginRow() { m_ofThisRow.clear(); }
    void beginCell() { m_refusal = Refusal::Other; }

    void added(EntityRef ref, const Row &row);

    bool mayCreate(EntityKind kind) const; // for a name that is not in the book
    qint64 defaultPipeline() const { return m_pipeline; }
    // The stage; may be one that this import created, or would create under that name.
    Stage stage(const NamedRecord &named) const;
    // The stage of a pipeline that the header of a column means, the pipeline that it means: but for case, marks, spaces
    // and punctuation. Pipeline 0: a stage of any, if there is just one.
    std::optional<Stage> stageCalled(qint64 pipeline, const QString &name) const;
    std::optional<Pipeline> pipelineCalled(const QString &name) const;
    // The pipeline's first stage of a type.
    std::optional<Stage> stageOfType(qint64 pipeline, StageType type) const;

    std::vector<NearName> offered() const { return listed(m_offered); }
    std::vector<NearName> taken() const { return listed(m_taken); }
    // The ids that records were made with; see ImportReport.
    const QSet<QString> &idsMade() const { return m_idsMade; }
    std::vector<std::pair<EntityKind, qint64>> created() const
    {
        return {m_created.begin(), m_created.end()};
    }

private:
    using Near = std::tuple<QString, QString, QString>; // target, text, known
    static std::vector<NearName> listed(const std::map<Near, qint64> &counted);
    Error offer(const NamedRecord &wanted, const store::KnownName &known);
    Result<store::NameMatches> matchesOf(const NamedRecord &wanted, const QString &name);
    Result<qint64> oneOfSeveral(const NamedRecord &wanted, const store::NameMatches &matches,
                                const std::vector<NamedRecord> &beside);
    Result<std::optional<qint64>> withAddress(const NamedRecord &wanted);
    QString pipelineNames(const std::vector<qint64> &stages) const;
    Row newRow(const NamedRecord &wanted) const;
    Stage newStage(const NamedRecord &wanted) const;

    sql::Connection &m_connection;
    const ImportRequest &m_request;
    store::StepWriter *m_step = nullptr;
    store::NameLookup m_names;
    CompanyDomains m_domains;
    QString m_currency;
    std::vector<Stage> m_stages;
    std::vector<Pipeline> m_pipelines;
    qint64 m_pipeline = 0;
    QSet<EntityRef> m_present; // bounded
    std::map<EntityKind, qint64> m_created;
    QSet<QString> m_idsMade; // bounded
    std::map<Near, qint64> m_offered;
    std::map<Near, qint64> m_taken;
    std::vector<Near> m_ofThisRow;
    Refusal m_refusal = Refusal::Other;
};

// A person's name in two parts, titles with the first and suffixes with the last one.
struct PersonName {
    QString first = {};
    QString last = {};
};
PersonName personName(const QString &name);

} // namespace headway::transfer
