// SPDX-License-Identifier: GPL-3.0-or-later
// Of RowReader: the cells that other systems and people write in many ways, and what becomes of those that do not fit.
#include "domain/changes/validate.h"
#include "domain/records/record.h"
#include "domain/text/phonenumber.h"
#include "domain/text/quoted.h"
#include "domain/text/text.h"
#include "exchange/cells/namelist.h"
#include "exchange/cells/personref.h"
#include "exchange/cells/placetext.h"
#include "exchange/cells/reachtext.h"
#include "exchange/cells/vocabulary.h"
#include "exchange/plan/targetcontent.h"
#include "transfer/rows/importcells.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

using exchange::ImportInput;
using exchange::TargetRole;

// Fields of text are only blank without any; a name that is "-" names nothing; of a day, "n/a" and "0000-00-00" are nothing, too.
bool RowReader::isNothing(const ImportInput &input, const QString &text) const
{
    if (!isLoose() || isBlank(text))
        return isBlank(text);
    switch (exchange::contentOf(m_context.plan, input.target)) {
    case exchange::Content::Day: return exchange::isNoDay(text);
    case exchange::Content::Text: break;
    default: return isNoNumber(text);
    }
    switch (input.target.role) {
    case TargetRole::Field:
        return m_info.field(input.target.field).type == FieldType::Currency && isPlaceholder(text);
    case TargetRole::Name:
    case TargetRole::Link:
    case TargetRole::Product:
    case TargetRole::TeamManager:
    case TargetRole::FullName:
    case TargetRole::Street:
    case TargetRole::PostalCode:
    case TargetRole::City:
    case TargetRole::Region:
    case TargetRole::Country: return isPlaceholder(text);
    default: return false;
    }
}

// What a record can do without: it is kept as text where it does not fit. Names of records are kept by leaveName().
bool RowReader::isDetail(const ImportInput &input) const
{
    if (!isSensible() || !canKeep(m_context.kind()))
        return false;
    switch (input.target.role) {
    case TargetRole::StartTime:
    case TargetRole::Ends:
    case TargetRole::EndTime:
    case TargetRole::NextStepOn:
    case TargetRole::Created:
    case TargetRole::Closing:
    case TargetRole::LostTime:
    case TargetRole::StageEntered:
    case TargetRole::StageLeft:
    case TargetRole::Quantity:
    case TargetRole::Minutes:
    case TargetRole::Custom: return true;
    case TargetRole::Field: break;
    default: return false;
    }
    const FieldInfo &info = m_info.field(input.target.field);
    const bool isTime = info.type == FieldType::Moment && m_context.kind() == EntityKind::Activity;
    return isTime || info.type == FieldType::YesNo
        || (info.type != FieldType::Reference && !info.has(Trait::Required));
}

void RowReader::keep(const ImportInput &input, const QString &text, ImportedRecord &imported,
                     ImportQuestion::About about, const QStringList &answers) const
{
    imported.keep(input.columnName, text.simplified());
    imported.isDayAsked = imported.isDayAsked || input.target.name == "at"_L1;
    m_context.questions->ask(about, input.target.name, input.columnName, text, answers);
}

QDate RowReader::otherClosing(const SourceRow &row) const
{
    const QString text = m_closingColumn < 0 ? QString() : row.cells[m_closingColumn];
    if (exchange::isNoDay(text))
        return {};
    const auto cell = exchange::readDayCell(text, {m_context.style.dates, m_context.style.zone});
    return cell ? cell->day : QDate();
}

// A company may have several; the first is that of the field.
Result<> RowReader::readWebsite(const ImportInput &input, const QString &text, ImportedRecord &imported) const
{
    QStringList websites = isLoose() && canKeep(m_context.kind()) ? websitesIn(text) : QStringList{text};
    imported.values.emplace_back(input.target.field, websites.takeFirst());
    if (!websites.isEmpty())
        imported.keep(input.columnName, websites.join(u"; "_s));
    return {};
}

// A word without a meaning does not cost the row: it stays with the record as text until somebody says.
Result<> RowReader::readWord(const ImportInput &input, const Cell &cell, ImportedRecord &imported)
{
    using Is = ImportWords::Meaning::Is;
    const ImportWords::Meaning &meaning = m_words.meaning(input.target.field, cell.text);
    const bool isOpen =
        meaning.is == Is::Unknown || (meaning.is == Is::Nothing && exchange::isBlankWord(cell.text));
    if (const auto isDone = isOpen ? doneFlag(input, cell.text) : std::nullopt) {
        const ActivityState state = *isDone ? ActivityState::Done : ActivityState::Planned;
        imported.values.emplace_back(input.target.field, Codec<ActivityState>::read(state));
        return {};
    }
    switch (meaning.is) {
    case Is::Known: imported.values.emplace_back(input.target.field, meaning.value); return {};
    case Is::Nothing: return {};
    case Is::Tag: {
        const QString name = cell.text.simplified();
        HEADWAY_TRY(same, m_references.exactly(EntityKind::Tag, name, 0));
        addTag({EntityKind::Tag, same.empty() ? 0 : same.front(), name, 0, u"tags"_s, {}}, imported);
        return {};
    }
    case Is::Unknown: break;
    }
    // Of a user, who has no room for it, the question has the word.
    if (!canKeep(m_context.kind()))
        m_context.questions->ask(ImportQuestion::About::Word, input.target.name, input.columnName, cell.text,
                                 m_words.answers(input.target.field));
    else
        keep(input, cell.text, imported, ImportQuestion::About::Word, m_words.answers(input.target.field));
    return {};
}

Result<> RowReader::readDay(const ImportInput &input, const QString &text, ImportedRecord &imported)
{
    const exchange::DayStyle style{m_context.style.dates, m_context.style.zone};
    const bool isField = input.target.role == TargetRole::Field;
    if (isField && m_info.field(input.target.field).has(Trait::Birthday)) {
        const QDate today = dayOf(m_context.actor.now, style.zone);
        HEADWAY_TRY(birthday, exchange::readBirthday(text, style, today));
        const Value day = formatDay(birthday);
        if (const Sentence ahead = problemAhead(m_info.kind, input.target.field, day, today);
            !ahead.isEmpty())
            return failure(ErrorCode::Invalid, ahead);
        if (birthday.year() == unknownYear && isLoose())
            imported.keep(input.columnName, text.simplified());
        imported.values.emplace_back(input.target.field, day);
        return {};
    }
    HEADWAY_TRY(cell, exchange::readDayCell(text, style));
    if (cell.origin == exchange::DayOrigin::Midnight)
        ++m_days[input.columnName].midnights;
    else if (cell.origin == exchange::DayOrigin::Instant)
        ++m_days[input.columnName].instants;
    noteClosing(input, text, imported);
    if (isField)
        imported.values.emplace_back(input.target.field, formatDay(cell.day));
    else
        (input.target.role == TargetRole::Closing ? imported.closing : imported.otherClosing) = cell.day;
    return {};
}

std::vector<Sentence> RowReader::mixedDays() const
{
    std::vector<Sentence> notes;
    for (const auto &[column, days] : m_days) {
        if (days.midnights && days.instants)
            notes.push_back(
                Sentence::tr(
                    "%1 has days (%2 at 00:00 UTC) and moments (%3, taken as the day on your clock).")
                    .arg(Quoted{column})
                    .arg(days.midnights)
                    .arg(days.instants));
    }
    return notes;
}

// A bare number means what the header says, else what the user says, else nothing yet.
Result<> RowReader::readDuration(const ImportInput &input, const QString &text, ImportedRecord &imported)
{
    const int duration = field(u"duration");
    std::optional<exchange::DurationUnit> unit = input.unit;
    if (input.target.role == TargetRole::Minutes)
        unit = exchange::DurationUnit::Minutes;
    if (!unit)
        unit = m_context.request.durationUnit;
    if (!unit && exchange::isBareDuration(text)) {
        keep(input, text, imported, ImportQuestion::About::DurationUnit,
             {u"minutes"_s, u"seconds"_s, u"milliseconds"_s, u"hours"_s});
        return {};
    }
    // "1,234" is written like the other numbers of the file.
    const auto number = exchange::isBareDuration(text) ? parseNumber(text.trimmed(), m_context.style.number)
                                                       : Result<ParsedNumber>(failure(Error()));
    const auto seconds = exchange::readDurationCell(number ? formatDecimal(number->value) : text,
                                                    unit.value_or(exchange::DurationUnit::Minutes));
    if (!seconds) {
        keep(input, text, imported);
        return {};
    }
    // Hours and minutes may have a column each; of two durations the first one counts.
    const auto known = std::find_if(imported.values.begin(), imported.values.end(),
                                    [duration](const auto &value) { return value.first == duration; });
    if (known == imported.values.end())
        imported.values.emplace_back(duration, *seconds);
    else if (integerOf(known->second) % 3600 == 0 && *seconds < 3600)
        known->second = integerOf(known->second) + *seconds;
    return {};
}

Result<> RowReader::readPercent(const ImportInput &input, const QString &text, ImportedRecord &imported)
{
    const exchange::PercentScale scale = m_context.request.percent.value_or(input.percent);
    if (scale == exchange::PercentScale::Unclear && text.trimmed() != "0"_L1) {
        keep(input, text, imported, ImportQuestion::About::PercentScale, {u"percent"_s, u"fraction"_s});
        return {};
    }
    HEADWAY_TRY(percent, exchange::readPercentCell(text, m_context.style.number, scale));
    imported.values.emplace_back(input.target.field, percent);
    return {};
}

namespace {

// Whether one of them is the same already. A number in two columns, with its country and without, is one: with it.
bool isKnownIn(std::vector<ContactPoint> &points, ContactPointType by, const QString &value)
{
    const auto isSame = [&](const ContactPoint &point) {
        return point.by == by
            && (point.value == value
                || (by == ContactPointType::Phone && isSamePhone(point.value, value, Extensions::Alike)));
    };
    const auto known = std::find_if(points.begin(), points.end(), isSame);
    if (known == points.end())
        return false;
    if (by == ContactPointType::Phone && readPhoneNumber(known->value).country.isEmpty()
        && !readPhoneNumber(value).country.isEmpty())
        known->value = value;
    return true;
}

// The same at another place is another one.
bool isThere(const std::vector<ContactPoint> &points, ContactPointType by,
             const exchange::ReachCell::Point &one)
{
    return std::any_of(points.begin(), points.end(), [&](const ContactPoint &each) {
        return each.by == by && each.place == one.place && each.value == one.value;
    });
}

} // namespace

void RowReader::readContactPoint(const ImportInput &input, const QString &text, const QString &label,
                                 ImportedRecord &imported) const
{
    using Type = ContactPointType;
    using Place = ContactPointPlace;
    const exchange::ReachedBy way = [&]() -> exchange::ReachedBy {
        switch (input.target.role) {
        case TargetRole::EmailHome: return {Type::Email, Place::Home};
        case TargetRole::Phone: return {Type::Phone, Place::Work};
        case TargetRole::PhoneHome: return {Type::Phone, Place::Home};
        case TargetRole::Mobile: return {Type::Phone, Place::Mobile};
        case TargetRole::Fax: return {Type::Phone, Place::Fax};
        case TargetRole::Website: return {Type::Website, Place::Work};
        default: return {Type::Email, Place::Work};
        }
    }();
    const bool isLiteral = m_context.plan.isLiteral;
    const exchange::ReachCell cell =
        isLiteral ? exchange::literalReach(way, text, label) : exchange::readReach(way, text, label);
    for (const exchange::ReachCell::Point &point : cell.points) {
        const bool isKnown = isLiteral ? isThere(imported.points, way.by, point)
                                       : isKnownIn(imported.points, way.by, point.value);
        if (point.value.size() > longestLine)
            keep(input, point.value, imported);
        if (isKnown || point.value.size() > longestLine)
            continue;
        imported.points.push_back({.recordKind = m_context.kind(),
                                   .recordId = -1,
                                   .by = way.by,
                                   .place = point.place,
                                   .value = point.value,
                                   .primary = point.isFirst,
                                   .invalid = point.isInvalid});
    }
    for (const QString &remark : cell.remarks) {
        imported.keep(input.columnName, remark);
        if (exchange::isSpoiltNumber(remark))
            m_context.questions->ask(ImportQuestion::About::Spoilt, input.target.name, input.columnName,
                                     remark);
    }
    if (imported.person.isEmpty())
        imported.person = cell.person;
}

void RowReader::readFullName(const ImportInput &input, const QString &text, ImportedRecord &imported) const
{
    const exchange::PersonRef who = isSensible() ? exchange::personRef(text) : exchange::PersonRef{text, {}};
    if (!who.email.isEmpty())
        readContactPoint(input, who.email, {}, imported);
    if (who.name.isEmpty())
        return; // called by the address
    if (imported.value(field(u"first_name")) || imported.value(field(u"last_name")))
        return; // separate parts are more reliable than a split
    QString name = who.name;
    // "Hr. Lang / Fr. Maier": the row is one record, of the first; the others stay with it as text.
    if (isLoose() && exchange::mayNameSeveral(name)) {
        const exchange::NameList list = exchange::namesIn(name, exchange::NamesOf::People, input.commas);
        if (list.reading == exchange::NameList::Reading::Several && list.names.size() > 1) {
            name = list.names.first();
            imported.keep(input.columnName, list.names.mid(1).join(u"; "_s));
        }
    }
    putName(m_context.kind(), exchange::nameParts(name), imported);
}

// "Stone, MBA", as people call themselves in LinkedIn.
void RowReader::readFamilyName(const ImportInput &input, const QString &text, ImportedRecord &imported) const
{
    const exchange::NameParts name = exchange::familyParts(text);
    imported.values.emplace_back(input.target.field, name.last);
    const int suffix = field(u"suffix");
    if (suffix >= 0 && !name.suffix.isEmpty() && !imported.value(suffix))
        imported.values.emplace_back(suffix, name.suffix);
}

namespace {

// By its column, and by the label beside that: "Home". A second address goes where its label says if the first one is
// not there, so that they stay two.
ContactPointPlace placeOf(const QString &target, const QString &label, const std::vector<Address> &others)
{
    using Place = ContactPointPlace;
    if (target.endsWith("_home"_L1))
        return Place::Home;
    const auto code = exchange::Vocabulary::own().code(u"place", label);
    const bool isHome = code == u"home"_s;
    if (!target.endsWith("_other"_L1))
        return isHome ? Place::Home : Place::Work;
    const auto isThere = [&others](Place place) {
        return std::any_of(others.begin(), others.end(),
                           [place](const Address &each) { return each.place == place; });
    };
    if (isHome && isThere(Place::Work))
        return Place::Home;
    return code == u"work"_s && isThere(Place::Home) ? Place::Work : Place::Other;
}

void putPlace(EntityKind kind, const exchange::ImportTarget &target, const QString &text,
              const QString &label, ImportedRecord &imported)
{
    const ContactPointPlace place = placeOf(target.name, label, imported.addresses);
    auto address = std::find_if(imported.addresses.begin(), imported.addresses.end(),
                                [place](const Address &each) { return each.place == place; });
    if (address == imported.addresses.end()) {
        const bool isFirst = place == ContactPointPlace::Work; // whatever the order of columns
        address = imported.addresses.insert(isFirst ? imported.addresses.begin() : imported.addresses.end(),
                                            Address{.recordKind = kind, .recordId = -1, .place = place});
    }
    switch (target.role) {
    case TargetRole::Street: address->street = text; break;
    case TargetRole::PostalCode: address->postalCode = text; break;
    case TargetRole::City: address->city = text; break;
    case TargetRole::Region: address->region = text; break;
    default: address->country = text;
    }
}

} // namespace

// Whether another column has that part of the same address: "postal_code_home" beside "city_home".
bool RowReader::hasColumnBeside(const ImportInput &input, const QString &part) const
{
    const qsizetype place = input.target.name.indexOf(u'_');
    return m_context.plan.find(place < 0 ? part : part + input.target.name.mid(place));
}

void RowReader::putTown(const ImportInput &input, const exchange::PlaceText &place, const QString &label,
                        ImportedRecord &imported) const
{
    const auto put = [&](TargetRole role, const QString &text) {
        exchange::ImportTarget target = input.target; // its name says at which place
        target.role = role;
        if (!text.isEmpty())
            putPlace(m_context.kind(), target, text, label, imported);
    };
    put(TargetRole::PostalCode, place.postalCode);
    put(TargetRole::City, place.city);
    if (!hasColumnBeside(input, u"region"_s))
        put(TargetRole::Region, place.region);
}

void RowReader::readLine(const ImportInput &input, const QString &text, const QString &label,
                         ImportedRecord &imported) const
{
    const bool isTooLong = text.trimmed().size() > longestLine;
    const bool isCity = input.target.role == TargetRole::City;
    if (isSensible() && isTooLong)
        keep(input, text, imported);
    else if (const auto place = isLoose() && isCity ? exchange::placeIn(text) : std::nullopt;
             place && !hasColumnBeside(input, u"postal_code"_s))
        putTown(input, *place, label, imported);
    else if (input.target.role == TargetRole::ExternalId)
        imported.externalId = text.trimmed();
    else
        putPlace(m_context.kind(), input.target, text, label, imported);
}

} // namespace headway::transfer
