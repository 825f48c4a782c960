// SPDX-License-Identifier: GPL-3.0-or-later
// Of RowReader: the cells that other systems and people write in many ways, and what becomes of those that do not fit.
#include "domain/records/record.h"
#include "domain/text/quoted.h"
#include "domain/text/text.h"
#include "exchange/cells/reachtext.h"
#include "exchange/plan/targetcontent.h"
#include "transfer/import/importcells.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

using exchange::ImportInput;
using exchange::TargetRole;

// Fields of text are only blank without any; a name that is "-" names nothing; of a day, "n/a" and "0000-00-00" are nothing, too.
bool RowReader::isNothing(const ImportInput &input, const QString &text) const
{
    if (!isSensible() || isBlank(text))
        return isBlank(text);
    switch (exchange::contentOf(m_context.plan, input.target)) {
    case exchange::Content::Day: return exchange::isNoDay(text);
    case exchange::Content::Text: break;
    default: return isNoNumber(text);
    }
    switch (input.target.role) {
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

// What a record can do without: it is kept as text where it does not fit. Of people and companies that is nearly
// everything, of the rest words and times.
bool RowReader::isDetail(const ImportInput &input) const
{
    const TargetRole role = input.target.role;
    if (!isSensible() || !canKeep(m_context.kind()))
        return false;
    if (role == TargetRole::StartTime || role == TargetRole::Ends || role == TargetRole::EndTime
        || role == TargetRole::NextStepOn)
        return true;
    const bool isCustom = role == TargetRole::Custom;
    const CustomKind custom =
        isCustom ? m_context.plan.custom[size_t(input.target.field)].kind : CustomKind::Text;
    const FieldInfo *info = role == TargetRole::Field ? &m_info.field(input.target.field) : nullptr;
    const bool isTime = info && info->type == FieldType::Moment && m_context.kind() == EntityKind::Activity;
    if (custom == CustomKind::Choice || custom == CustomKind::YesNo || isTime
        || (info && info->type == FieldType::YesNo))
        return true;
    const bool isField = info && info->type != FieldType::Reference && !info->has(Trait::Required);
    return m_info.has(KindTrait::HasContactPoints) && (isField || isCustom || role == TargetRole::Created);
}

void RowReader::keep(const ImportInput &input, const QString &text, ImportedRecord &imported,
                     ImportQuestion::About about, const QStringList &answers) const
{
    imported.keep(input.columnName, text.simplified());
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

// A word without a meaning does not cost the row: it stays with the record as text until somebody says.
Result<> RowReader::readWord(const ImportInput &input, const Cell &cell, ImportedRecord &imported)
{
    using Is = ImportWords::Meaning::Is;
    const ImportWords::Meaning &meaning = m_words.meaning(input.target.field, cell.text);
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
    if (!canKeep(m_context.kind()))
        return failure(
            exchange::readCell(m_info.field(input.target.field), cell.text, m_context.style).error());
    keep(input, cell.text, imported, ImportQuestion::About::Word,
         ImportWords::answers(m_context.kind(), input.target.field));
    return {};
}

Result<> RowReader::readDay(const ImportInput &input, const QString &text, ImportedRecord &imported)
{
    const exchange::DayStyle style{m_context.style.dates, m_context.style.zone};
    const bool isField = input.target.role == TargetRole::Field;
    if (isField && m_info.field(input.target.field).name == "birthday"_L1) {
        HEADWAY_TRY(birthday, exchange::readBirthday(text, style, dayOf(m_context.actor.now, style.zone)));
        if (birthday.year() == exchange::unknownYear)
            imported.keep(input.columnName, text.simplified());
        imported.values.emplace_back(input.target.field, formatDay(birthday));
        return {};
    }
    HEADWAY_TRY(cell, exchange::readDayCell(text, style));
    if (cell.origin == exchange::DayOrigin::Midnight)
        ++m_days[input.columnName].midnights;
    else if (cell.origin == exchange::DayOrigin::Instant)
        ++m_days[input.columnName].instants;
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
    const exchange::ReachCell cell = exchange::readReach(way, text, label);
    for (const exchange::ReachCell::Point &point : cell.points) {
        const bool isKnown =
            std::any_of(imported.points.begin(), imported.points.end(),
                        [&](const ContactPoint &p) { return p.by == way.by && p.value == point.value; });
        if (isKnown)
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

void RowReader::readFullName(const QString &text, ImportedRecord &imported) const
{
    if (imported.value(field(u"first_name")) || imported.value(field(u"last_name")))
        return; // separate parts are more reliable than a split
    putName(m_context.kind(), exchange::nameParts(text), imported);
}

} // namespace headway::transfer
