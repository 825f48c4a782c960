// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/actions/leadactions.h"

#include "domain/changes/stepwords.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/record.h"
#include "domain/rules/childrecords.h"
#include "domain/rules/deals.h"
#include "domain/rules/leads.h"
#include "domain/text/text.h"
#include "store/actions/actionparts.h"
#include "store/actions/actions.h"
#include "store/actions/activityfields.h"
#include "store/actions/leadstatusactions.h"
#include "store/actions/nextstepactions.h"
#include "store/reading/alike.h"
#include "store/reading/importlookup.h"
#include "store/rows/records.h"
#include "store/search/search.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

constexpr int mostCandidates = 6; // as many as one reads through
constexpr qint64 placeholder = -1;

EntityRef refOf(EntityKind kind, const ConversionPart &part)
{
    switch (part.way) {
    case ConversionWay::New: return {kind, placeholder};
    case ConversionWay::Link: return {kind, part.record};
    case ConversionWay::None: break;
    }
    return {kind, 0};
}

// --- Offering -------------------------------------------------------------------------------------------

Result<std::vector<ContactPoint>> pointsOf(sql::Connection &connection, EntityRef record)
{
    std::vector<ContactPoint> points;
    HEADWAY_TRY(records, childRecords(connection, EntityKind::ContactPoint, record));
    for (const Record &each : records)
        points.push_back(as<ContactPoint>(each));
    return points;
}

Described describedBy(const Lead &lead, const std::vector<ContactPoint> &points, EntityKind kind)
{
    const bool isPerson = kind == EntityKind::Contact;
    Described described{.kind = kind,
                        .name = isPerson ? lead.firstName + u' ' + lead.lastName : lead.organisation,
                        .website = lead.website};
    for (const ContactPoint &each : points) {
        if (each.by == ContactPointType::Email)
            described.emails += each.value;
        else if (each.by == ContactPointType::Phone)
            described.phones += each.value;
    }
    return described;
}

bool isBy(const ConversionCandidate &candidate, std::initializer_list<AlikeBy> reasons)
{
    return std::any_of(candidate.by.begin(), candidate.by.end(), [&reasons](AlikeBy each) {
        return std::find(reasons.begin(), reasons.end(), each) != reasons.end();
    });
}

// A company by all but a similar name. A switchboard's number and the address of an office are those of many: a person is
// the same by an address and the family name, or by a number and the name.
bool isSure(const Lead &lead, const ConversionCandidate &candidate)
{
    if (candidate.hit.ref.kind == EntityKind::Company)
        return isBy(candidate, {AlikeBy::Email, AlikeBy::Phone, AlikeBy::Website, AlikeBy::Name});
    const EntityInfo &info = entityInfo(EntityKind::Contact);
    const bool isOfThatFamily =
        fold(textOf(candidate.row[size_t(info.indexOf(u"last_name"))])) == fold(lead.lastName);
    return (isBy(candidate, {AlikeBy::Email}) && isOfThatFamily)
        || (isBy(candidate, {AlikeBy::Phone}) && isBy(candidate, {AlikeBy::Name, AlikeBy::SimilarName}));
}

Result<ConversionCandidate> candidateOf(sql::Connection &connection, const SearchHit &hit,
                                        const Row &fromLead)
{
    HEADWAY_TRY(present, loadLive(connection, hit.ref));
    return ConversionCandidate{
        .hit = hit, .says = leadSays(hit.ref.kind, fromLead, present.row), .row = std::move(present.row)};
}

Result<std::vector<ConversionCandidate>> candidatesAlike(sql::Connection &connection,
                                                         const Described &described, const Row &fromLead)
{
    std::vector<ConversionCandidate> candidates;
    HEADWAY_TRY(alike, recordsAlike(connection, described, mostCandidates));
    for (const AlikeRecord &each : alike) {
        HEADWAY_TRY(candidate, candidateOf(connection, each.hit, fromLead));
        candidate.by = each.by;
        candidates.push_back(std::move(candidate));
    }
    return candidates;
}

// The open deals of one of these, the newest first.
Result<std::vector<qint64>> openDealsOf(sql::Connection &connection, QStringView column,
                                        const std::vector<ConversionCandidate> &customers)
{
    std::vector<qint64> deals;
    if (customers.empty())
        return deals;
    sql::Values binds;
    for (const ConversionCandidate &each : customers)
        binds.push_back(each.hit.ref.id);
    binds.push_back(qint64(mostCandidates));
    HEADWAY_CHECK(connection.each(
        u"SELECT id FROM deal WHERE "_s + column + u" IN ("_s + sql::placeholders(qsizetype(customers.size()))
            + u") AND status = 'open' AND deleted_at IS NULL ORDER BY id DESC LIMIT ?"_s,
        binds, [&deals](const sql::RowView &row) -> Result<> {
            deals.push_back(row.integer(0));
            return {};
        }));
    return deals;
}

Result<std::vector<ConversionCandidate>> openDeals(sql::Connection &connection, const ConversionOffer &offer,
                                                   const Row &fromLead)
{
    HEADWAY_TRY(deals, openDealsOf(connection, u"contact_id", offer.candidatesOf(EntityKind::Contact)));
    HEADWAY_TRY(more, openDealsOf(connection, u"company_id", offer.candidatesOf(EntityKind::Company)));
    deals.insert(deals.end(), more.begin(), more.end());
    std::vector<EntityRef> refs;
    for (const qint64 id : deals) {
        const EntityRef deal{EntityKind::Deal, id};
        if (int(refs.size()) < mostCandidates && std::find(refs.begin(), refs.end(), deal) == refs.end())
            refs.push_back(deal);
    }
    HEADWAY_TRY(hits, hitsOf(connection, refs));
    std::vector<ConversionCandidate> candidates;
    for (const SearchHit &hit : hits) {
        HEADWAY_TRY(candidate, candidateOf(connection, hit, fromLead));
        candidates.push_back(std::move(candidate));
    }
    return candidates;
}

// --- Converting -----------------------------------------------------------------------------------------

// What is made or found for one part, and what is added to it.
struct Target {
    EntityRef ref = {}; // id 0: there is none
    std::optional<Record> linked = {};
};

class Converter
{
public:
    Converter(sql::Connection &connection, const Conversion &conversion, Lead lead, const Actor &actor)
        : m_connection(connection), m_conversion(conversion), m_lead(std::move(lead)), m_actor(actor)
    {
    }

    Result<Edit> edit()
    {
        HEADWAY_CHECK(readCustomFields());
        HEADWAY_CHECK(makeCompany());
        HEADWAY_CHECK(makeContact());
        HEADWAY_CHECK(makeDeal());
        HEADWAY_CHECK(givePoints());
        HEADWAY_CHECK(giveAddresses());
        HEADWAY_CHECK(giveTags());
        HEADWAY_CHECK(giveActivities());
        HEADWAY_TRY(status, statusOfType(m_connection, LeadState::Converted));
        const Converted into{{m_company.ref.id}, {m_contact.ref.id}, {m_deal.ref.id}};
        m_edit.changes.push_back(markedConverted(m_lead, status, into, m_actor.now));
        m_edit.label = Sentence(steps::leadConverted).arg(Quoted{m_lead.name});
        return std::move(m_edit);
    }

private:
    Result<> readCustomFields()
    {
        HEADWAY_TRY(custom, loadAll<CustomField>(m_connection));
        m_custom = std::move(custom);
        return {};
    }

    const ConversionPart &part(EntityKind kind) const { return m_conversion.part(kind); }

    void append(const Edit &edit)
    {
        m_edit.changes.insert(m_edit.changes.end(), edit.changes.begin(), edit.changes.end());
    }

    // `fields` besides what the lead says: those that lead from one of the three to another. A record that has a
    // value there keeps it.
    Result<Target> make(EntityKind kind, const std::vector<std::pair<QStringView, qint64>> &fields)
    {
        const EntityInfo &info = entityInfo(kind);
        const ConversionPart &wanted = part(kind);
        Target target{.ref = refOf(kind, wanted)};
        if (wanted.way == ConversionWay::None)
            return target;
        if (wanted.way == ConversionWay::New) {
            Row row = wanted.row;
            for (const auto &[name, id] : fields) {
                if (id)
                    row[size_t(info.indexOf(name))] = id;
            }
            HEADWAY_TRY(made, createRecordEdit(m_connection, kind, std::move(row), m_actor));
            append(made);
            return target;
        }
        HEADWAY_TRY(record, loadLive(m_connection, target.ref));
        Change change = takenOver(record, rowFromLead(m_lead, kind, m_custom), wanted.taken);
        for (const auto &[name, id] : fields) {
            const Value &before = record.value(name);
            if (id && isNull(before))
                change.fields.push_back({info.indexOf(name), before, id});
        }
        m_edit.changes.push_back(std::move(change));
        target.linked = std::move(record);
        return target;
    }

    Result<> makeCompany()
    {
        HEADWAY_TRY(made, make(EntityKind::Company, {}));
        m_company = std::move(made);
        return {};
    }

    Result<> makeContact()
    {
        HEADWAY_TRY(made, make(EntityKind::Contact, {{u"company_id", m_company.ref.id}}));
        m_contact = std::move(made);
        return m_contact.linked ? giveRole() : Result<>();
    }

    // Of somebody who is in another company.
    Result<> giveRole()
    {
        const auto contact = as<Contact>(*m_contact.linked);
        const EntityRef company = m_company.ref;
        if (!company.id || !contact.company || contact.company.value == company.id)
            return {};
        Affiliation role{.contact = contact.id, .company = {company.id}, .role = m_lead.jobTitle};
        HEADWAY_TRY(others,
                    loadAll<Affiliation>(m_connection, {u"contact_id = ?"_s, {contact.id.value}, {}}));
        const bool isThere = std::any_of(others.begin(), others.end(), [&role](const Affiliation &each) {
            return each.company == role.company;
        });
        if (!isThere)
            m_edit.changes.push_back(create(role));
        return {};
    }

    Result<> makeDeal()
    {
        HEADWAY_TRY(
            made,
            make(EntityKind::Deal, {{u"company_id", m_company.ref.id}, {u"contact_id", m_contact.ref.id}}));
        m_deal = std::move(made);
        return {};
    }

    // Calls `give` with a copy of each child record of the lead that is the target's now, and those that it has.
    template <class E, class Give>
    Result<> giveCopies(const Target &target, const Give &give)
    {
        if (!target.ref.id)
            return {};
        HEADWAY_TRY(ours, childRecords(m_connection, Table<E>::kind, {EntityKind::Lead, m_lead.id.value}));
        std::vector<E> theirs;
        if (target.linked && !ours.empty()) {
            HEADWAY_TRY(present, childRecords(m_connection, Table<E>::kind, target.ref));
            for (const Record &each : present)
                theirs.push_back(as<E>(each));
        }
        for (const Record &each : ours) {
            E copy = as<E>(each);
            copy.id = {};
            copy.version = 0;
            copy.recordKind = target.ref.kind;
            copy.recordId = target.ref.id;
            give(std::move(copy), theirs);
        }
        return {};
    }

    // Of a new record the lead's primary ones stay so.
    void add(ContactPoint point, std::vector<ContactPoint> &theirs, const Target &target)
    {
        const bool isThere = std::any_of(theirs.begin(), theirs.end(), [&point](const ContactPoint &each) {
            return isSamePoint(each, point, Extensions::MayBeMissing);
        });
        if (isThere)
            return;
        if (target.linked) {
            point.primary = false;
            point = withPrimary(std::move(point), theirs);
        }
        m_edit.changes.push_back(create(point));
        theirs.push_back(std::move(point));
    }

    template <class E>
    void addUnlessThere(E child, std::vector<E> &theirs)
    {
        if (!checkAmong(child, theirs))
            return;
        m_edit.changes.push_back(create(child));
        theirs.push_back(std::move(child));
    }

    Result<> givePoints()
    {
        const Target &target = m_contact.ref.id ? m_contact : m_company;
        return giveCopies<ContactPoint>(target, [&](ContactPoint point, std::vector<ContactPoint> &theirs) {
            add(std::move(point), theirs, target);
        });
    }

    Result<> giveAddresses()
    {
        return giveCopies<Address>(m_company.ref.id ? m_company : m_contact,
                                   [this](Address address, std::vector<Address> &theirs) {
                                       addUnlessThere(std::move(address), theirs);
                                   });
    }

    Result<> giveTags()
    {
        const bool isOfCompany = !m_contact.ref.id && !m_deal.ref.id;
        for (const Target &target : {m_contact, m_deal, isOfCompany ? m_company : Target{}})
            HEADWAY_CHECK(giveCopies<TagLink>(target, [this](TagLink link, std::vector<TagLink> &theirs) {
                addUnlessThere(link, theirs);
            }));
        return {};
    }

    Result<> giveActivities()
    {
        HEADWAY_TRY(
            links, childRecords(m_connection, EntityKind::ActivityLink, {EntityKind::Lead, m_lead.id.value}));
        for (const Target &target : {m_company, m_contact, m_deal}) {
            if (!target.ref.id)
                continue;
            QSet<qint64> known;
            if (target.linked && !links.empty()) {
                HEADWAY_TRY(present, childRecords(m_connection, EntityKind::ActivityLink, target.ref));
                for (const Record &each : present)
                    known.insert(as<ActivityLink>(each).activity.value);
            }
            for (const Record &each : links) {
                const ActivityId activity = as<ActivityLink>(each).activity;
                if (!known.contains(activity.value))
                    m_edit.changes.push_back(create(ActivityLink{
                        .activity = activity, .recordKind = target.ref.kind, .recordId = target.ref.id}));
            }
        }
        return {};
    }

    sql::Connection &m_connection;
    const Conversion &m_conversion;
    Lead m_lead;
    const Actor &m_actor;
    std::vector<CustomField> m_custom;
    Target m_company;
    Target m_contact;
    Target m_deal;
    Edit m_edit;
};

} // namespace

Result<ConversionCandidate> candidateFor(sql::Connection &connection, EntityRef record, const Row &fromLead)
{
    HEADWAY_TRY(hits, hitsOf(connection, {record}));
    return candidateOf(connection, hits.empty() ? SearchHit{.ref = record} : hits.front(), fromLead);
}

Result<ConversionOffer> conversionOffer(sql::Connection &connection, LeadId lead, OfferExtent extent)
{
    ConversionOffer offer;
    HEADWAY_TRY(present, loadLive<Lead>(connection, lead));
    offer.lead = std::move(present);
    HEADWAY_CHECK(checkUnconverted(offer.lead));
    HEADWAY_TRY(custom, loadAll<CustomField>(connection));
    offer.proposed = proposedConversion(offer.lead, custom);
    HEADWAY_TRY(points, pointsOf(connection, {EntityKind::Lead, lead.value}));
    for (size_t i = 0; i < conversionKinds.size(); ++i) {
        const EntityKind kind = conversionKinds[i];
        const Row fromLead = rowFromLead(offer.lead, kind, custom);
        const bool isAll = extent == OfferExtent::All;
        if (kind == EntityKind::Deal) {
            if (!isAll)
                continue;
            HEADWAY_TRY(deals, openDeals(connection, offer, fromLead));
            offer.candidates[i] = std::move(deals);
            continue;
        }
        Described described = describedBy(offer.lead, points, kind);
        if (!isAll) // a person's name alone is never sure
            described.names = kind == EntityKind::Contact ? NamesSought::OfFound : NamesSought::Same;
        HEADWAY_TRY(alike, candidatesAlike(connection, described, fromLead));
        offer.candidates[i] = std::move(alike);
        const auto &found = offer.candidates[i];
        const auto sure = std::find_if(found.begin(), found.end(), [&offer](const ConversionCandidate &each) {
            return isSure(offer.lead, each);
        });
        if (sure != found.end())
            offer.proposed.parts[i] = {.way = ConversionWay::Link,
                                       .row = fromLead,
                                       .record = sure->hit.ref.id,
                                       .taken = lackingIn(sure->says)};
    }
    return offer;
}

Result<Edit> convertLeadEdit(sql::Connection &connection, const Conversion &conversion, const Actor &actor)
{
    HEADWAY_TRY(lead, loadLive<Lead>(connection, conversion.lead));
    HEADWAY_CHECK(checkUnconverted(lead));
    HEADWAY_CHECK(checkParts(conversion));
    return Converter(connection, conversion, std::move(lead), actor).edit();
}

} // namespace headway::store
