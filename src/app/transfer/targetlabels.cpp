// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transfer/targetlabels.h"

#include "app/text/capital.h"
#include "domain/records/record.h"
#include "exchange/plan/importplan.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

using exchange::ImportTarget;
using exchange::TargetRole;

struct Named {
    QLatin1StringView target;
    const char *label;
};

// Those that are no field of the record, and a field that the list has under another name, too.
constexpr std::array named{
    Named{"created"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Created")},
    Named{"id"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Id in Headway")},
    Named{"external_id"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Id in the other program")},
    Named{"name"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Full name")},
    Named{"email"_L1, QT_TRANSLATE_NOOP("ImportTargets", "E-mail (work)")},
    Named{"email_home"_L1, QT_TRANSLATE_NOOP("ImportTargets", "E-mail (home)")},
    Named{"phone"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Phone (work)")},
    Named{"phone_home"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Phone (home)")},
    Named{"mobile"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Phone (mobile)")},
    Named{"fax"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Fax")},
    Named{"website"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Website")},
    Named{"street"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Street (work)")},
    Named{"postal_code"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Postal code (work)")},
    Named{"city"_L1, QT_TRANSLATE_NOOP("ImportTargets", "City (work)")},
    Named{"region"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Region (work)")},
    Named{"country"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Country (work)")},
    Named{"street_home"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Street (home)")},
    Named{"postal_code_home"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Postal code (home)")},
    Named{"city_home"_L1, QT_TRANSLATE_NOOP("ImportTargets", "City (home)")},
    Named{"region_home"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Region (home)")},
    Named{"country_home"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Country (home)")},
    Named{"street_other"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Street (other)")},
    Named{"postal_code_other"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Postal code (other)")},
    Named{"city_other"_L1, QT_TRANSLATE_NOOP("ImportTargets", "City (other)")},
    Named{"region_other"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Region (other)")},
    Named{"country_other"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Country (other)")},
    Named{"product"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Product")},
    Named{"quantity"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Quantity")},
    Named{"close"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Closing day, expected or done")},
    Named{"lost_time"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Closed on (if lost)")},
    Named{"contact.email"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Contact (e-mail address)")},
    Named{"moved_to"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Moved to stage (of a stage history)")},
    Named{"moved_from"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Moved from stage (of a stage history)")},
    Named{"moved_at"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Moved at (of a stage history)")},
    Named{"moved_field"_L1, QT_TRANSLATE_NOOP("ImportTargets", "What has changed (of a stage history)")},
    Named{"next_step"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Next step")},
    Named{"next_step_on"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Next step on")},
    Named{"record.external_id"_L1,
          QT_TRANSLATE_NOOP("ImportTargets", "Any record (id in the other program)")},
    Named{"minutes"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Duration in minutes")},
    Named{"start_time"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Start time")},
    Named{"end"_L1, QT_TRANSLATE_NOOP("ImportTargets", "End")},
    Named{"end_time"_L1, QT_TRANSLATE_NOOP("ImportTargets", "End time")},
    Named{"manager"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Manager of the team")},
    Named{"tags"_L1, QT_TRANSLATE_NOOP("ImportTargets", "Tags")},
    Named{"probability_override"_L1,
          QT_TRANSLATE_NOOP("ImportTargets", "Probability (as Headway exports it)")},
};

QString say(const char *text)
{
    return QCoreApplication::translate("ImportTargets", text);
}

QString nameOf(const QString &target)
{
    const auto *const found =
        std::find_if(named.begin(), named.end(), [&](const Named &each) { return target == each.target; });
    return found == named.end() ? QString() : say(found->label);
}

// As a foreign file means them, then those that only files of ours have.
std::vector<ImportTarget> allTargets(EntityKind kind, const std::vector<CustomField> &custom)
{
    std::vector<ImportTarget> all = exchange::importTargets(kind, custom, exchange::FileIds::Ignored);
    const std::vector<ImportTarget> ours = exchange::importTargets(kind, {}, exchange::FileIds::Kept);
    all.insert(all.end(), ours.begin(), ours.end());
    return all;
}

const ImportTarget *find(const std::vector<ImportTarget> &all, const QString &target)
{
    const auto place =
        std::find_if(all.begin(), all.end(), [&](const ImportTarget &each) { return each.name == target; });
    return place == all.end() ? nullptr : &*place;
}

// A target that is in no list, since it is of any stage, or of nobody knows what.
QString unlisted(const QString &target, const Display &display)
{
    const auto after = [&](QLatin1StringView beginning) { return target.sliced(beginning.size()); };
    if (target.startsWith("entered."_L1))
        return say(QT_TRANSLATE_NOOP("ImportTargets", "Entered the stage %1"))
            .arg(display.quoted(after("entered."_L1)));
    if (target.startsWith("left."_L1))
        return say(QT_TRANSLATE_NOOP("ImportTargets", "Left the stage %1"))
            .arg(display.quoted(after("left."_L1)));
    return QString(target).replace(u'_', u' ').replace(u"custom."_s, QString());
}

} // namespace

TargetLabels::TargetLabels(const Display &display, EntityKind kind, const std::vector<CustomField> &custom)
    : m_display(display), m_kind(kind), m_custom(custom), m_targets(allTargets(kind, custom))
{
    for (const ImportTarget &target : exchange::importTargets(kind, {}))
        m_builtIn += plain(target.name);
}

QString TargetLabels::label(const QString &target) const
{
    const QString text = plain(target);
    // An own field may be called like one of ours.
    const bool isTwin = target.startsWith("custom."_L1) && m_builtIn.contains(text);
    return isTwin ? say(QT_TRANSLATE_NOOP("ImportTargets", "%1 (own field)")).arg(text) : text;
}

QString TargetLabels::plain(const QString &target) const
{
    const EntityInfo &info = entityInfo(m_kind);
    const ImportTarget *place = find(m_targets, target);
    if (!place)
        return unlisted(target, m_display);
    switch (place->role) {
    case TargetRole::Custom: return m_custom[size_t(place->field)].label;
    case TargetRole::Link: return withCapital(m_display.kindName(place->linked), m_display.locale());
    case TargetRole::ForeignId:
        if (place->field < 0 && target == exchange::anyRecordIdName())
            return nameOf(target);
        return say(QT_TRANSLATE_NOOP("ImportTargets", "%1 (id in the other program)"))
            .arg(place->field >= 0 ? m_display.label(info.field(place->field))
                                   : withCapital(m_display.kindName(place->linked), m_display.locale()));
    default: break;
    }
    if (place->field < 0 || target == "probability_override"_L1) {
        const QString name = nameOf(target);
        return name.isEmpty() ? unlisted(target, m_display) : name;
    }
    const FieldInfo &field = info.field(place->field);
    const bool isId = place->role == TargetRole::Field && field.type == FieldType::Reference;
    const QString text = *field.label ? m_display.label(field) : QString(target).replace(u'_', u' ');
    return isId ? say(QT_TRANSLATE_NOOP("ImportTargets", "%1 (id in Headway)")).arg(text) : text;
}

QStringList TargetLabels::labels(const QStringList &targets) const
{
    QStringList labels;
    for (const QString &target : targets)
        labels += label(target);
    return labels;
}

// "line 3: Price, name": a column of the file, and a field that it has no column for.
QString TargetLabels::column(const QString &text, const QStringList &columns) const
{
    if (text.isEmpty() || columns.contains(text))
        return text;
    QStringList parts = text.split(u", "_s);
    for (QString &part : parts) {
        if (!columns.contains(part) && find(m_targets, part))
            part = label(part);
    }
    return parts.join(u", "_s);
}

QString targetOf(ContactPointType by, ContactPointPlace place)
{
    const bool isHome = place == ContactPointPlace::Home;
    switch (by) {
    case ContactPointType::Email: return isHome ? u"email_home"_s : u"email"_s;
    case ContactPointType::Website: return u"website"_s;
    case ContactPointType::Phone: break;
    }
    switch (place) {
    case ContactPointPlace::Mobile: return u"mobile"_s;
    case ContactPointPlace::Fax: return u"fax"_s;
    case ContactPointPlace::Home: return u"phone_home"_s;
    case ContactPointPlace::Work:
    case ContactPointPlace::Other: break;
    }
    return u"phone"_s;
}

std::optional<EntityKind> kindMeantBy(EntityKind kind, const QString &target)
{
    const std::vector<ImportTarget> all = exchange::importTargets(kind, {});
    const ImportTarget *place = find(all, target);
    if (!place)
        return std::nullopt;
    switch (place->role) {
    case TargetRole::Name: return entityInfo(kind).field(place->field).target;
    case TargetRole::Link: return place->linked;
    case TargetRole::Product: return EntityKind::Product;
    case TargetRole::Tags: return EntityKind::Tag;
    default: return std::nullopt;
    }
}

} // namespace headway::app
