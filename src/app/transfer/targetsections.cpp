// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transfer/targetsections.h"

#include "app/text/display.h"
#include "app/text/presentation.h"
#include "domain/records/record.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

using exchange::ImportTarget;
using exchange::TargetRole;

// Of use to files of ours only, or the second name of a field.
constexpr std::array ours{"stage_entered_at"_L1, "noted_step"_L1, "noted_step_on"_L1,
                          "probability_override"_L1, "vcard_rest"_L1};

// Fields that the form does not show stand with the one that they belong to.
struct Companion {
    QLatin1StringView field;
    QLatin1StringView beside;
};
constexpr std::array companions{
    Companion{"pipeline_id"_L1, "stage_id"_L1}, Companion{"status"_L1, "stage_id"_L1},
    Companion{"all_day"_L1, "at"_L1},           Companion{"time_zone"_L1, "at"_L1},
    Companion{"done_at"_L1, "at"_L1},
};

// A section with its fields in their order.
struct Slot {
    QString title = {};
    QStringList fields = {};
    std::vector<std::pair<qsizetype, TargetOffer>> offers = {}; // with the place of their field
};

class Sections
{
public:
    explicit Sections(EntityKind kind);

    void add(const ImportTarget &target, const QString &label);
    std::vector<TargetSection> filled() const;

private:
    size_t addSlot(const QString &title, const QStringList &fields = {});
    QString fieldOf(const ImportTarget &target) const;
    QString besideField(const QString &field) const;
    bool place(const QString &field, const ImportTarget &target, const QString &label);
    size_t slotOf(const ImportTarget &target) const;

    const EntityInfo &m_info;
    std::vector<Slot> m_slots;
    size_t m_main = 0;
    size_t m_reach = 0;
    size_t m_addresses = 0;
    size_t m_links = 0;
    size_t m_own = 0;
    size_t m_more = 0;
    size_t m_ids = 0;
};

QString say(const char *text)
{
    return QCoreApplication::translate("ImportTargets", text);
}

Sections::Sections(EntityKind kind) : m_info(entityInfo(kind))
{
    const std::vector<Presentation::Section> &shown = presentationOf(kind).sections;
    const auto fieldsOf = [](const Presentation::Section &section) {
        return fieldNames(section.always) + fieldNames(section.ifFilled);
    };
    m_main = addSlot(say(QT_TRANSLATE_NOOP("ImportTargets", "Main fields")),
                     QStringList{QString::fromLatin1(m_info.title)} // which the form has above all sections
                         + (shown.empty() ? QStringList() : fieldsOf(shown.front())));
    m_reach = addSlot(say(QT_TRANSLATE_NOOP("ImportTargets", "Phones and e-mail")));
    m_addresses = addSlot(say(QT_TRANSLATE_NOOP("ImportTargets", "Addresses")));
    m_links = addSlot(say(QT_TRANSLATE_NOOP("ImportTargets", "Linked records")));
    for (size_t i = 1; i < shown.size(); ++i)
        addSlot(QCoreApplication::translate("Sections", shown[i].title), fieldsOf(shown[i]));
    m_own = addSlot(QCoreApplication::translate("Sections", "Own fields"));
    m_more = shown.empty() ? m_main : addSlot(QCoreApplication::translate("Sections", "More"));
    m_ids = addSlot(say(QT_TRANSLATE_NOOP("ImportTargets", "In other systems")));
}

size_t Sections::addSlot(const QString &title, const QStringList &fields)
{
    m_slots.push_back({title, fields});
    return m_slots.size() - 1;
}

// The field of the form that a target fills, or stands with.
QString Sections::fieldOf(const ImportTarget &target) const
{
    switch (target.role) {
    case TargetRole::Field:
    case TargetRole::Name: return QString(m_info.field(target.field).name);
    case TargetRole::FullName: return u"first_name"_s;
    case TargetRole::Product:
    case TargetRole::Quantity: return u"product_id"_s;
    case TargetRole::LinkedEmail: return u"contact_id"_s;
    case TargetRole::Closing:
    case TargetRole::LostTime: return u"closed_on"_s;
    case TargetRole::MovedTo:
    case TargetRole::MovedFrom:
    case TargetRole::MovedAt:
    case TargetRole::MovedField: return u"stage_id"_s;
    case TargetRole::NextStep: return u"next_step"_s;
    case TargetRole::NextStepOn: return u"next_activity"_s;
    case TargetRole::Minutes: return u"duration"_s;
    case TargetRole::StartTime:
    case TargetRole::Ends:
    case TargetRole::EndTime: return u"at"_s;
    case TargetRole::TeamManager: return u"team_id"_s;
    default: return {};
    }
}

QString Sections::besideField(const QString &field) const
{
    const int index = m_info.indexOf(field);
    if (index >= 0 && m_info.field(index).type == FieldType::Currency) { // an amount's
        for (const FieldInfo &each : m_info.fields) {
            if (each.type == FieldType::Money)
                return QString(each.name);
        }
    }
    const auto *const companion = std::find_if(companions.begin(), companions.end(),
                                               [&](const Companion &each) { return field == each.field; });
    return companion == companions.end() ? QString() : QString(companion->beside);
}

bool Sections::place(const QString &field, const ImportTarget &target, const QString &label)
{
    const bool isBefore = target.role == TargetRole::FullName; // its parts come after it
    for (Slot &slot : m_slots) {
        const qsizetype at = slot.fields.indexOf(field);
        if (at >= 0) {
            slot.offers.emplace_back(isBefore ? at - 1 : at, TargetOffer{target.name, label});
            return true;
        }
    }
    return false;
}

size_t Sections::slotOf(const ImportTarget &target) const
{
    switch (target.role) {
    case TargetRole::Email:
    case TargetRole::EmailHome:
    case TargetRole::Phone:
    case TargetRole::PhoneHome:
    case TargetRole::Mobile:
    case TargetRole::Fax:
    case TargetRole::Website: return m_reach;
    case TargetRole::Street:
    case TargetRole::PostalCode:
    case TargetRole::City:
    case TargetRole::Region:
    case TargetRole::Country: return m_addresses;
    case TargetRole::Link: return m_links;
    case TargetRole::Custom: return m_own;
    case TargetRole::Tags: return m_main;
    case TargetRole::Id:
    case TargetRole::ExternalId:
    case TargetRole::ForeignId: return m_ids;
    default: return m_more;
    }
}

void Sections::add(const ImportTarget &target, const QString &label)
{
    const QString field = fieldOf(target);
    if (!field.isEmpty() && (place(field, target, label) || place(besideField(field), target, label)))
        return;
    Slot &slot = m_slots[slotOf(target)];
    slot.offers.emplace_back(slot.fields.size(), TargetOffer{target.name, label});
}

std::vector<TargetSection> Sections::filled() const
{
    std::vector<TargetSection> sections;
    for (const Slot &slot : m_slots) {
        auto offers = slot.offers;
        std::stable_sort(offers.begin(), offers.end(),
                         [](const auto &a, const auto &b) { return a.first < b.first; });
        TargetSection section{slot.title, {}};
        for (const auto &[at, offer] : offers)
            section.offers.push_back(offer);
        if (!section.offers.empty())
            sections.push_back(std::move(section));
    }
    return sections;
}

bool isOurs(const QString &target)
{
    return std::find(ours.begin(), ours.end(), target) != ours.end();
}

} // namespace

std::vector<TargetSection> targetSections(const Display &display, EntityKind kind,
                                          const std::vector<CustomField> &custom, const QStringList &wanted)
{
    const TargetLabels labels(display, kind, custom);
    Sections sections(kind);
    QStringList taken;
    for (const ImportTarget &target : exchange::importTargets(kind, custom)) {
        if (isOurs(target.name) && !wanted.contains(target.name))
            continue;
        sections.add(target, labels.label(target.name));
        taken += target.name;
    }
    const std::vector<ImportTarget> kept =
        exchange::importTargets(kind, custom, exchange::FileIds::Kept); // ids of this book, too
    for (const QString &target : wanted) {
        if (target.isEmpty() || taken.contains(target))
            continue;
        const auto known = std::find_if(kept.begin(), kept.end(),
                                        [&](const ImportTarget &each) { return each.name == target; });
        sections.add(known == kept.end() ? ImportTarget{TargetRole::Nothing, -1, target} : *known,
                     labels.label(target));
        taken += target;
    }
    return sections.filled();
}

} // namespace headway::app
