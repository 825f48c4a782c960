// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/conversion.h"

#include "domain/changes/customvalues.h"
#include "domain/records/record.h"
#include "domain/text/addresstext.h"
#include "domain/text/quoted.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

// Begins: only of a new record. Fills: only what the record does not say. Keeps: the strictest wish stays.
enum class Carry { Begins, Offers, Fills, Keeps };

struct Carried {
    QStringView from; // a field of leads
    EntityKind to;
    QStringView field;
    Carry carry = Carry::Offers;
};
constexpr std::array carriedFields{
    // kinds: each field goes to its own
    Carried{u"organisation", EntityKind::Company, u"name"},
    Carried{u"website", EntityKind::Company, u"website"},
    Carried{u"sector", EntityKind::Company, u"sector"},
    Carried{u"employees", EntityKind::Company, u"employees"},
    Carried{u"owner_id", EntityKind::Company, u"owner_id", Carry::Fills},
    Carried{u"source_id", EntityKind::Company, u"source_id", Carry::Fills},
    Carried{u"salutation", EntityKind::Contact, u"salutation"},
    Carried{u"first_name", EntityKind::Contact, u"first_name"},
    Carried{u"last_name", EntityKind::Contact, u"last_name"},
    Carried{u"job_title", EntityKind::Contact, u"job_title"},
    Carried{u"owner_id", EntityKind::Contact, u"owner_id", Carry::Fills},
    Carried{u"source_id", EntityKind::Contact, u"source_id", Carry::Fills},
    Carried{u"do_not_call", EntityKind::Contact, u"do_not_call", Carry::Keeps},
    Carried{u"opted_out", EntityKind::Contact, u"opted_out", Carry::Keeps},
    Carried{u"name", EntityKind::Deal, u"name", Carry::Begins},
    Carried{u"estimated_value", EntityKind::Deal, u"amount"},
    Carried{u"currency", EntityKind::Deal, u"currency", Carry::Fills},
    Carried{u"owner_id", EntityKind::Deal, u"owner_id", Carry::Fills},
    Carried{u"source_id", EntityKind::Deal, u"source_id", Carry::Fills},
};

bool hasPerson(const Lead &lead)
{
    return !lead.firstName.isEmpty() || !lead.lastName.isEmpty();
}

// The text about it is about the person, if it names one.
EntityKind describedBy(const Lead &lead)
{
    return hasPerson(lead) ? EntityKind::Contact : EntityKind::Company;
}

QString customFromLead(const QString &json, EntityKind kind, const std::vector<CustomField> &custom)
{
    QString carried;
    for (const CustomField &ours : custom) {
        if (ours.recordKind != EntityKind::Lead)
            continue;
        const auto theirs = std::find_if(custom.begin(), custom.end(), [&](const CustomField &each) {
            return each.recordKind == kind && each.name == ours.name && each.kind == ours.kind;
        });
        if (theirs == custom.end())
            continue;
        const Value value = customValue(json, ours);
        if (!isNull(value) && checkCustom(*theirs, value))
            carried = withCustomValue(carried, *theirs, value);
    }
    return carried;
}

const Carried *carriedInto(EntityKind kind, QLatin1StringView field)
{
    const auto *const found =
        std::find_if(carriedFields.begin(), carriedFields.end(),
                     [&](const Carried &each) { return each.to == kind && each.field == field; });
    return found == carriedFields.end() ? nullptr : found;
}

// What the field of a record becomes if it takes what the lead says. Of own fields, those that it lacks.
Value takenValue(const FieldInfo &field, const Value &known, const Value &said)
{
    if (field.type == FieldType::Json)
        return filledCustom(textOf(known), textOf(said));
    return said;
}

// A web page is the same with https:// and www or without.
bool isNews(const FieldInfo &field, const Value &known, const Value &said)
{
    if (isBlank(said) || takenValue(field, known, said) == known)
        return false;
    return field.type != FieldType::Url || !isSameSite(textOf(said), textOf(known));
}

Carry carryOf(EntityKind kind, const FieldInfo &field)
{
    const Carried *carried = carriedInto(kind, field.name);
    return carried ? carried->carry : Carry::Offers;
}

} // namespace

size_t Conversion::placeOf(EntityKind kind)
{
    return size_t(std::find(conversionKinds.begin(), conversionKinds.end(), kind) - conversionKinds.begin());
}

Row rowFromLead(const Lead &lead, EntityKind kind, const std::vector<CustomField> &custom)
{
    const EntityInfo &info = entityInfo(kind);
    const EntityInfo &ours = entityInfo(EntityKind::Lead);
    const Row said = toRow(lead);
    Row row = info.defaults;
    for (const Carried &each : carriedFields) {
        if (each.to == kind)
            row[size_t(info.indexOf(each.field))] = said[size_t(ours.indexOf(each.from))];
    }
    if (kind == EntityKind::Deal && !lead.organisation.isEmpty())
        row[size_t(info.indexOf(u"name"))] = lead.organisation;
    if (kind == describedBy(lead))
        row[size_t(info.indexOf(u"description"))] = lead.description;
    row[size_t(info.indexOf(u"custom"))] = customFromLead(lead.custom, kind, custom);
    return row;
}

Conversion proposedConversion(const Lead &lead, const std::vector<CustomField> &custom)
{
    Conversion proposed{.lead = lead.id};
    for (const EntityKind kind : conversionKinds)
        proposed.part(kind) = {.way = ConversionWay::New, .row = rowFromLead(lead, kind, custom)};
    if (lead.organisation.isEmpty())
        proposed.part(EntityKind::Company).way = ConversionWay::None;
    if (!hasPerson(lead))
        proposed.part(EntityKind::Contact).way = ConversionWay::None;
    return proposed;
}

std::vector<LeadSays> leadSays(EntityKind kind, const Row &fromLead, const Row &record)
{
    const EntityInfo &info = entityInfo(kind);
    std::vector<LeadSays> says;
    for (int i = 0; i < int(fromLead.size()); ++i) {
        const FieldInfo &field = info.field(i);
        const Value &said = fromLead[size_t(i)];
        const Value &known = record[size_t(i)];
        if (said == info.defaults[size_t(i)] || !isNews(field, known, said))
            continue;
        const bool isLacking = isBlank(known) || field.type == FieldType::Json;
        const Carry carry = carryOf(kind, field);
        if (carry == Carry::Offers || (carry == Carry::Fills && isLacking))
            says.push_back({i, isLacking});
    }
    return says;
}

std::vector<int> lackingIn(const std::vector<LeadSays> &says)
{
    std::vector<int> fields;
    for (const LeadSays &each : says) {
        if (each.isLacking)
            fields.push_back(each.field);
    }
    return fields;
}

const ConversionCandidate *ConversionOffer::linked(EntityKind kind) const
{
    const ConversionPart &part = proposed.part(kind);
    const std::vector<ConversionCandidate> &known = candidatesOf(kind);
    const auto found = std::find_if(known.begin(), known.end(), [&part](const ConversionCandidate &each) {
        return each.hit.ref.id == part.record;
    });
    return part.way != ConversionWay::Link || found == known.end() ? nullptr : &*found;
}

Change takenOver(const Record &record, const Row &fromLead, const std::vector<int> &taken)
{
    const EntityInfo &info = record.info();
    Change change{ChangeKind::Update, record.ref, {}, {}};
    const auto take = [&](int field) {
        const Value &before = record.row[size_t(field)];
        const Value after = takenValue(info.field(field), before, fromLead[size_t(field)]);
        if (!isBlank(after) && before != after)
            change.fields.push_back({field, before, after});
    };
    for (const int field : taken) {
        if (carryOf(record.ref.kind, info.field(field)) != Carry::Keeps)
            take(field);
    }
    const bool isAmountTaken = std::any_of(taken.begin(), taken.end(), [&info](int field) {
        return info.field(field).type == FieldType::Money;
    });
    if (isAmountTaken && !deltaOf(change, u"currency"))
        take(info.indexOf(u"currency")); // or it would be another amount
    for (const Carried &each : carriedFields) {
        const int field = each.to == record.ref.kind ? info.indexOf(each.field) : -1;
        if (each.carry == Carry::Keeps && field >= 0 && integerOf(fromLead[size_t(field)]) != 0)
            take(field);
    }
    return change;
}

Result<> checkUnconverted(const Lead &lead)
{
    if (!lead.convertedAt && lead.state != LeadState::Converted)
        return {};
    return failure(ErrorCode::Conflict, Sentence::tr("%1 was converted already.").arg(Quoted{lead.name}));
}

Result<> checkParts(const Conversion &conversion)
{
    const bool isAny =
        std::any_of(conversion.parts.begin(), conversion.parts.end(),
                    [](const ConversionPart &part) { return part.way != ConversionWay::None; });
    if (isAny)
        return {};
    return failure(
        ErrorCode::Invalid,
        Sentence::tr("Choose what the lead becomes: a company, a contact, a deal, or some of them."));
}

QString convertedField(EntityKind kind)
{
    return u"converted_%1_id"_s.arg(tableName(kind));
}

Change markedConverted(const Lead &lead, const LeadStatus &status, const Converted &into, Instant now)
{
    Lead after = lead;
    after.status = status.id;
    after.convertedAt = now;
    after.convertedCompany = into.company;
    after.convertedContact = into.contact;
    after.convertedDeal = into.deal;
    return update(lead, after);
}

} // namespace headway
