// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/importreference.h"

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

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

constexpr qsizetype mostPresentRemembered = 100'000;
constexpr qint64 positionOfNewValue = 100; // after those that people have arranged

} // namespace

PersonName personName(const QString &name)
{
    const QString text = name.simplified();
    if (const qsizetype comma = text.indexOf(u','); comma > 0 && text.indexOf(u',', comma + 1) < 0)
        return {text.mid(comma + 1).trimmed(), text.left(comma).trimmed()};
    const qsizetype space = text.lastIndexOf(u' ');
    return space < 0 ? PersonName{{}, text} : PersonName{text.left(space), text.mid(space + 1)};
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
    m_ofThisRow.emplace_back(wanted.target, wanted.name, known.name);
    return {ErrorCode::Invalid,
            Sentence::tr("%1 is no %2; %3 is. Is it meant, or a new one?")
                .arg(Quoted{wanted.name}, KindName{wanted.kind}, Quoted{known.name}),
            wanted.target};
}

// Real exports name deals and contacts by names that are not unique: several companies have a Jan Novák.
Result<qint64> References::oneOfSeveral(const NamedRecord &wanted, const store::NameMatches &matches,
                                        const Beside &beside)
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
    if (!m_request.pipeline.isEmpty() || m_pipeline == 0)
        return m_pipeline;
    const auto pipelineOf = [this](qint64 id) {
        return stage({EntityKind::Stage, id, {}, 0, {}}).pipeline.value;
    };
    HEADWAY_TRY(here, m_names.find(EntityKind::Stage, name, m_pipeline));
    HEADWAY_TRY(anywhere, m_names.find(EntityKind::Stage, name, 0));
    if (!here.exact.empty())
        return m_pipeline;
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

Result<NamedRecord> References::find(NamedRecord wanted, Decided decided, const Beside &beside)
{
    const QString name = wanted.name.trimmed();
    if (name.isEmpty())
        return failure(ErrorCode::Invalid,
                       Sentence::tr("The name of the %1 is blank.").arg(KindName{wanted.kind}));
    store::NameMatches matches;
    if (wanted.newScope.isEmpty()) {
        HEADWAY_TRY(found, m_names.find(wanted.kind, name, wanted.scope));
        matches = found;
    }
    if (matches.exact.empty() && wanted.kind == EntityKind::Company) {
        if (const QString domain = domainIn(name); !domain.isEmpty()) {
            HEADWAY_TRY(there, m_domains.find(domain));
            if (there.size() == 1)
                matches.exact = there;
        }
    }
    wanted.name = name;
    if (matches.exact.size() > 1) {
        HEADWAY_TRY(id, oneOfSeveral(wanted, matches, beside));
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
    if (!mayCreate(wanted.kind)) {
        m_hasRefused = true;
        return failure(ErrorCode::Invalid,
                       Sentence::tr("%1 is no %2 of this book, and none may be made.")
                           .arg(Quoted{name}, KindName{wanted.kind}));
    }
    const Row row = newRow(wanted);
    if (row.empty())
        return failure(ErrorCode::Invalid,
                       Sentence::tr("%1 is no %2 of this book.").arg(Quoted{name}, KindName{wanted.kind}));
    HEADWAY_CHECK(validate(wanted.kind, row));
    return wanted;
}

Result<> References::require(EntityRef ref)
{
    if (m_present.contains(ref))
        return {};
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
    return stageNamed(wanted.name, {wanted.scope}, m_stages);
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
        const PersonName person = personName(name);
        set(u"first_name", Codec<QString>::read(person.first));
        set(u"last_name", Codec<QString>::read(person.last));
    } else {
        set(u"name", name);
    }
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
    if (!real.key.isEmpty())
        HEADWAY_CHECK(step.apply(create(ExternalRef{
            .system = m_request.system, .key = real.key, .recordKind = ref.kind, .recordId = ref.id})));
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
