// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/rows/importreference.h"

#include "domain/changes/derive.h"
#include "domain/changes/validate.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/lead.h"
#include "domain/records/record.h"
#include "domain/records/user.h"
#include "domain/rules/importeddeals.h"
#include "domain/text/quoted.h"
#include "domain/text/text.h"
#include "exchange/cells/nametext.h"
#include "transfer/request/importwords.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

constexpr qsizetype mostPresentRemembered = 100'000;
constexpr qint64 positionOfNewValue = 100; // after those that people have arranged

// "Dr. Ilse Brandt" and "Ann Lee, MBA" as people are called, without titles and suffixes.
QString plainName(EntityKind kind, const QString &name)
{
    if (!entityInfo(kind).has(KindTrait::Person))
        return name;
    const exchange::NameParts parts = exchange::nameParts(name);
    const bool isPlain = parts.isCompany || (parts.salutation.isEmpty() && parts.suffix.isEmpty());
    return isPlain ? name : joinFilled({parts.first, parts.last}, u" "_s);
}

} // namespace

PersonName personName(const QString &name)
{
    const exchange::NameParts parts = exchange::nameParts(name);
    return {joinFilled({parts.salutation, parts.first}, u" "_s),
            joinFilled({parts.last, parts.suffix}, u" "_s)};
}

References::References(sql::Connection &connection, const ImportRequest &request, const Lookups &lists,
                       const QString &currency)
    : m_connection(connection), m_request(request), m_names(connection), m_domains(connection),
      m_currency(currency), m_stages(lists.stages), m_pipelines(lists.pipelines)
{
    if (!lists.pipelines.empty())
        m_pipeline = lists.pipelines.front().id.value;
    for (const Pipeline &pipeline : lists.pipelines) {
        if (!request.pipeline.isEmpty() && fold(pipeline.name) == fold(request.pipeline))
            m_pipeline = pipeline.id.value;
    }
}

void References::begin(store::StepWriter &step)
{
    m_step = &step;
    m_names.setKeys(step.keys());
}

std::optional<sql::Connection::Around> References::past(EntityRef ref) const
{
    return m_step ? m_step->past(ref) : std::nullopt;
}

bool References::mayCreate(EntityKind kind) const
{
    const auto &kinds = m_request.createMissing;
    const auto allowed = [&](EntityKind k) {
        return std::find(kinds.begin(), kinds.end(), k) != kinds.end();
    };
    return allowed(kind) || (kind == EntityKind::Pipeline && allowed(EntityKind::Stage));
}

Error References::offer(const NamedRecord &wanted, const store::KnownName &known)
{
    m_refusal = Refusal::Near;
    m_ofThisRow.emplace_back(wanted.target, wanted.name, known.name);
    return {ErrorCode::Invalid,
            Sentence::tr("%1 is no %2; %3 is. Is it meant, or a new one?")
                .arg(Quoted{wanted.name}, KindName{wanted.kind}, Quoted{known.name}),
            wanted.target};
}

// Real exports name deals and contacts by names that are not unique: several companies have a Jan Novák.
Result<qint64> References::oneOfSeveral(const NamedRecord &wanted, const store::NameMatches &matches,
                                        const std::vector<NamedRecord> &beside)
{
    const size_t several = matches.exact.size();
    const KindName kinds{wanted.kind, Number::Many};
    const Quoted name{wanted.name};
    if (matches.companies.empty())
        return failure(ErrorCode::Invalid,
                       Sentence::tr("%1 %2 are called %3; say which by its id.").arg(several, kinds, name));

    std::vector<size_t> left(matches.exact.size());
    std::iota(left.begin(), left.end(), size_t(0));
    const auto narrow = [&](auto &&isMeant) {
        std::vector<size_t> meant;
        std::copy_if(left.begin(), left.end(), std::back_inserter(meant), isMeant);
        if (!meant.empty())
            left = meant;
        return !meant.empty();
    };
    const auto isOf = [&](qint64 company) {
        return [&matches, company](size_t i) { return company && matches.companies[i] == company; };
    };
    QString atCompany;
    bool isThere = false;
    for (const NamedRecord &other : beside) {
        if (other.kind == EntityKind::Company) {
            atCompany = other.name;
            isThere = narrow(isOf(other.id));
        } else if (other.kind == EntityKind::Deal && wanted.kind == EntityKind::Contact) {
            HEADWAY_TRY(parties, store::partiesOf(m_connection, {other.id}));
            if (!narrow([&](size_t i) { return matches.exact[i] == parties.contact; }))
                narrow(isOf(parties.company));
        }
    }
    if (left.size() == 1)
        return matches.exact[left.front()];
    if (atCompany.isEmpty())
        return failure(
            ErrorCode::Invalid,
            Sentence::tr("%1 %2 are called %3; the company beside the name would tell which is meant.")
                .arg(several, kinds, name));
    if (!isThere)
        return failure(ErrorCode::Invalid,
                       Sentence::tr("%1 %2 are called %3, none of them at %4.")
                           .arg(several, kinds, name, Quoted{atCompany}));
    return failure(ErrorCode::Invalid,
                   Sentence::tr("%1 %2 of %3 are called %4; different names would tell them apart.")

                       .arg(left.size(), kinds, Quoted{atCompany}, name));
}

QString References::pipelineNames(const std::vector<qint64> &stages) const
{
    QStringList names;
    for (const Pipeline &pipeline : m_pipelines) {
        const bool isOne = std::any_of(stages.begin(), stages.end(), [&](qint64 id) {
            return stage({EntityKind::Stage, id, {}, 0, {}}).pipeline == pipeline.id;
        });
        if (isOne)
            names += quoted(pipeline.name);
    }
    return names.join(u", "_s);
}

Result<qint64> References::pipelineWith(const QString &stageName, Decided decided)
{
    const QString name = stageName.trimmed();
    m_refusal = Refusal::Several;
    if (!m_request.pipeline.isEmpty() || m_pipeline == 0)
        return m_pipeline;
    const auto pipelineOf = [this](qint64 id) {
        return stage({EntityKind::Stage, id, {}, 0, {}}).pipeline.value;
    };
    HEADWAY_TRY(here, m_names.find(EntityKind::Stage, name, m_pipeline));
    if (!here.exact.empty())
        return m_pipeline;
    HEADWAY_TRY(anywhere, m_names.find(EntityKind::Stage, name, 0));
    if (anywhere.exact.size() == 1)
        return pipelineOf(anywhere.exact.front());
    if (anywhere.exact.size() > 1)
        return failure(
            ErrorCode::Invalid,
            Sentence::tr("Several pipelines have a stage %1: %2. Say which pipeline, or give it in a column.")
                .arg(Quoted{name}, pipelineNames(anywhere.exact)));
    if (!here.near && anywhere.near && decided == Decided::No)
        return pipelineOf(anywhere.near->id);
    return m_pipeline;
}

// The record of that e-mail address; of several, the one that is called so, too.
Result<std::optional<qint64>> References::withAddress(const NamedRecord &wanted)
{
    std::vector<qint64> ids;
    if (wanted.kind == EntityKind::User) {
        HEADWAY_TRY(users, m_names.find(wanted.kind, wanted.email));
        ids = users.exact;
    } else {
        HEADWAY_TRY(reached, store::reachedBy(m_connection, wanted.kind, u"email"_s, wanted.email, keys()));
        ids = reached;
    }
    if (ids.size() > 1) {
        HEADWAY_TRY(named, m_names.find(wanted.kind, wanted.name));
        std::erase_if(ids, [&](qint64 id) {
            return std::find(named.exact.begin(), named.exact.end(), id) == named.exact.end();
        });
    }
    return ids.size() == 1 ? std::optional(ids.front()) : std::nullopt;
}

// Those that are called so, or as they are called without title and suffix; a company also by its website.
Result<store::NameMatches> References::matchesOf(const NamedRecord &wanted, const QString &name)
{
    store::NameMatches matches;
    if (wanted.newScope.isEmpty()) {
        HEADWAY_TRY(found, m_names.find(wanted.kind, name, wanted.scope));
        matches = found;
    }
    if (!matches.exact.empty())
        return matches;
    if (const QString plain = plainName(wanted.kind, name); !matches.near && plain != name) {
        HEADWAY_TRY(found, m_names.find(wanted.kind, plain));
        matches = found;
    }
    const QString domain = wanted.kind == EntityKind::Company ? domainIn(name) : QString();
    if (domain.isEmpty())
        return matches;
    HEADWAY_TRY(there, m_domains.find(domain));
    if (there.size() > 1) { // none of them, and no new one of that name
        m_refusal = Refusal::Several;
        return failure(ErrorCode::Invalid,
                       Sentence::tr("%1 companies have the website %2; say which by its name.")
                           .arg(there.size(), Quoted{name}));
    }
    matches.exact = there;
    return matches;
}

Result<NamedRecord> References::find(NamedRecord wanted, Decided decided, const Beside &beside)
{
    const QString name = wanted.name.trimmed();
    m_refusal = Refusal::Other;
    if (name.isEmpty())
        return failure(ErrorCode::Invalid,
                       Sentence::tr("The name of the %1 is blank.").arg(KindName{wanted.kind}));
    if (!wanted.email.isEmpty()) {
        HEADWAY_TRY(id, withAddress(wanted));
        if (id) {
            wanted.id = *id;
            wanted.isByAddress = true;
            return wanted;
        }
    }
    HEADWAY_TRY(matches, matchesOf(wanted, name));
    wanted.name = name;
    if (matches.exact.size() > 1) {
        m_refusal = Refusal::Several;
        HEADWAY_TRY(id, oneOfSeveral(wanted, matches, beside ? beside() : std::vector<NamedRecord>()));
        wanted.id = id;
        return wanted;
    }
    if (!matches.exact.empty()) {
        wanted.id = matches.exact.front();
        return wanted;
    }
    if (matches.near && decided == Decided::No) {
        if (m_request.nearMatches == NearMatches::Offer)
            return failure(offer(wanted, *matches.near));
        m_ofThisRow.emplace_back(wanted.target, name, matches.near->name);
        wanted.id = matches.near->id;
        return wanted;
    }
    const Row row = newRow(wanted);
    if (!mayCreate(wanted.kind)) {
        const bool canBeMade = row.empty() || validate(wanted.kind, row);
        m_refusal = canBeMade ? Refusal::Unknown : Refusal::Other;
        return failure(ErrorCode::Invalid,
                       Sentence::tr("%1 is no %2 of this book, and none may be made.")
                           .arg(Quoted{name}, KindName{wanted.kind}));
    }
    if (row.empty())
        return failure(ErrorCode::Invalid,
                       Sentence::tr("%1 is no %2 of this book.").arg(Quoted{name}, KindName{wanted.kind}));
    HEADWAY_CHECK(validate(wanted.kind, row));
    return wanted;
}

Result<qint64> References::ownNear(EntityKind kind, const OwnName &name)
{
    const EntityInfo &info = entityInfo(kind);
    if (name.text.isEmpty() || info.importRank == 0 || !info.has(KindTrait::IsNameable)
        || info.has(KindTrait::Person))
        return 0;
    if (name.isDecided) {
        HEADWAY_TRY(meant, exactly(kind, name.text, 0));
        return name.isKnown && meant.size() == 1 ? meant.front() : 0;
    }
    HEADWAY_TRY(near, m_names.nearTo(kind, name.text));
    if (!near)
        return 0;
    m_ofThisRow.emplace_back(u"name"_s, name.text, near->name);
    return m_request.nearMatches == NearMatches::Take ? near->id : 0;
}

Result<> References::require(EntityRef ref)
{
    if (m_present.contains(ref))
        return {};
    const auto around = past(ref);
    HEADWAY_TRY(presence, store::presenceOf(m_connection, ref));
    if (presence != store::Presence::Live)
        return failure(
            ErrorCode::Invalid,
            Sentence::tr("There is no %1 %2.").arg(KindName{ref.kind}).arg(QString::number(ref.id)));
    if (m_present.size() >= mostPresentRemembered)
        m_present.clear();
    m_present.insert(ref);
    return {};
}

Result<std::vector<qint64>> References::exactly(EntityKind kind, const QString &name, qint64 scope)
{
    HEADWAY_TRY(matches, m_names.find(kind, name, scope));
    return matches.exact;
}

Stage References::newStage(const NamedRecord &wanted) const
{
    const StageType type = stageMeaning(m_request.meanings, wanted.name).type;
    return stageNamed(wanted.name, type, {wanted.scope}, m_stages);
}

Row References::newRow(const NamedRecord &wanted) const
{
    const QString &name = wanted.name;
    const EntityInfo &info = entityInfo(wanted.kind);
    if (!info.has(KindTrait::IsNameable))
        return {};
    if (wanted.kind == EntityKind::Stage) {
        Stage stage = newStage(wanted);
        if (!stage.pipeline)
            stage.pipeline = {-1}; // to be created first
        return toRow(stage);
    }
    Row row = info.defaults;
    const auto set = [&](QStringView field, const Value &value) {
        if (const int index = info.indexOf(field); index >= 0)
            row[size_t(index)] = value;
    };
    if (info.has(KindTrait::Person)) {
        const exchange::NameParts person = exchange::nameParts(name);
        set(u"salutation", Codec<QString>::read(person.salutation));
        set(u"first_name", Codec<QString>::read(person.first));
        const bool hasSuffix = info.indexOf(u"suffix") >= 0;
        set(u"last_name",
            Codec<QString>::read(hasSuffix ? person.last : joinFilled({person.last, person.suffix}, u" "_s)));
        set(u"suffix", Codec<QString>::read(person.suffix));
    } else {
        set(u"name", name);
    }
    if (const int email = info.indexOf(u"email"); email >= 0 && !info.field(email).has(Trait::Derived))
        row[size_t(email)] = Codec<QString>::read(wanted.email);
    if (wanted.company)
        set(u"company_id", wanted.company);
    set(u"position", positionOfNewValue);
    set(u"currency", Codec<QString>::read(m_currency));
    return row;
}

Result<qint64> References::make(store::StepWriter &step, const NamedRecord &wanted)
{
    if (wanted.id)
        return wanted.id;
    NamedRecord real = wanted;
    if (real.kind == EntityKind::Stage && !real.newScope.isEmpty()) {
        HEADWAY_TRY(pipeline, make(step, {EntityKind::Pipeline, 0, real.newScope, 0, u"pipeline"_s}));
        real.scope = pipeline;
    } else if (real.kind == EntityKind::Stage && real.scope == 0) {
        if (m_pipeline == 0) {
            const QString name = m_request.pipeline.isEmpty() ? u"Sales"_s : m_request.pipeline;
            HEADWAY_TRY(pipeline, make(step, {EntityKind::Pipeline, 0, name, 0, u"pipeline"_s}));
            m_pipeline = pipeline;
        }
        real.scope = m_pipeline;
    }
    HEADWAY_TRY(known, m_names.find(real.kind, real.name, real.scope));
    if (!known.exact.empty())
        return known.exact.front();
    const Row row = newRow(real);
    HEADWAY_TRY(ref, step.apply(createRow(real.kind, row, 0)));
    if (!real.key.isEmpty()) {
        HEADWAY_CHECK(step.apply(create(ExternalRef{
            .system = m_request.system, .key = real.key, .recordKind = ref.kind, .recordId = ref.id})));
        if (m_idsMade.size() < mostPresentRemembered)
            m_idsMade.insert(idOfKind(ref.kind, real.key));
    }
    if (!real.email.isEmpty() && entityInfo(real.kind).has(KindTrait::HasContactPoints))
        HEADWAY_CHECK(step.apply(create(ContactPoint{.recordKind = ref.kind,
                                                     .recordId = ref.id,
                                                     .by = ContactPointType::Email,
                                                     .value = real.email,
                                                     .primary = true})));
    if (!real.phone.isEmpty() && entityInfo(real.kind).has(KindTrait::HasContactPoints))
        HEADWAY_CHECK(step.apply(create(ContactPoint{.recordKind = ref.kind,
                                                     .recordId = ref.id,
                                                     .by = ContactPointType::Phone,
                                                     .value = real.phone,
                                                     .primary = true})));
    added(ref, derive(real.kind, row));
    ++m_created[real.kind];
    return ref.id;
}

Result<> References::makePipeline(store::StepWriter &step, const QString &name,
                                  const std::vector<Stage> &stages)
{
    HEADWAY_TRY(pipeline, make(step, {EntityKind::Pipeline, 0, name, 0, u"pipeline"_s}));
    m_pipeline = pipeline;
    for (Stage stage : stages) {
        stage.pipeline = {pipeline};
        const Row row = toRow(stage);
        HEADWAY_TRY(ref, step.apply(createRow(EntityKind::Stage, row, 0)));
        added(ref, derive(EntityKind::Stage, row));
        ++m_created[EntityKind::Stage];
    }
    return {};
}

void References::added(EntityRef ref, const Row &row)
{
    m_names.added(ref, row);
    m_domains.added(ref, row);
    if (ref.kind == EntityKind::Pipeline) {
        Pipeline pipeline = fromRow<Pipeline>(row);
        pipeline.id.value = ref.id;
        m_pipelines.push_back(pipeline);
    }
    if (ref.kind != EntityKind::Stage)
        return;
    Stage stage = fromRow<Stage>(row);
    stage.id.value = ref.id;
    m_stages.push_back(stage);
}

Stage References::stage(const NamedRecord &named) const
{
    for (const Stage &stage : m_stages) {
        if (named.id && stage.id.value == named.id)
            return stage;
    }
    return newStage(named);
}

std::optional<Stage> References::stageCalled(qint64 pipeline, const QString &name) const
{
    std::vector<Stage> alike;
    for (const Stage &stage : m_stages) {
        if (pipeline && stage.pipeline.value != pipeline)
            continue;
        if (pipeline && fold(stage.name) == fold(name))
            return stage;
        if (isNearMatch(stage.name, name))
            alike.push_back(stage);
    }
    return alike.size() == 1 ? std::optional(alike.front()) : std::nullopt;
}

std::optional<Pipeline> References::pipelineCalled(const QString &name) const
{
    const auto found = std::find_if(m_pipelines.begin(), m_pipelines.end(), [&](const Pipeline &pipeline) {
        return fold(pipeline.name) == fold(name) || isNearMatch(pipeline.name, name);
    });
    return found == m_pipelines.end() ? std::nullopt : std::optional(*found);
}

std::optional<Stage> References::stageOfType(qint64 pipeline, StageType type) const
{
    const auto found = std::find_if(m_stages.begin(), m_stages.end(), [&](const Stage &stage) {
        return stage.pipeline.value == pipeline && stage.type == type;
    });
    return found == m_stages.end() ? std::nullopt : std::optional(*found);
}

void References::countRejected()
{
    if (m_request.nearMatches == NearMatches::Take)
        return; // rejected for another reason
    for (const Near &near : m_ofThisRow)
        ++m_offered[near];
}

void References::countAccepted()
{
    // A name that is only offered is left out of a row that goes in all the same.
    auto &counted = m_request.nearMatches == NearMatches::Take ? m_taken : m_offered;
    for (const Near &near : m_ofThisRow)
        ++counted[near];
}

std::vector<NearName> References::listed(const std::map<Near, qint64> &counted)
{
    std::vector<NearName> list;
    for (const auto &[near, rows] : counted)
        list.push_back({std::get<0>(near), std::get<1>(near), std::get<2>(near), rows});
    return list;
}

} // namespace headway::transfer
