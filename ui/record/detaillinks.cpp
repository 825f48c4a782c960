// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/detaillinks.h"

#include "app/text/linkaddress.h"
#include "app/text/presentation.h"
#include "domain/changes/derive.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/lists.h"
#include "domain/records/loadedrecord.h"
#include "domain/records/record.h"
#include "domain/rules/lineitems.h"
#include "ui/style/kindicons.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostPeople = 8;
constexpr size_t mostAtHand = 3;

QString say(const char *text)
{
    return QCoreApplication::translate("Related", text);
}

QString cellNamed(const LoadedRecord &row, QStringView field, const app::Display &display)
{
    return display.cell(row, row.record.info().indexOf(field));
}

Link linkTo(const LoadedRecord &row, const QString &detail)
{
    return {.record = row.record.ref,
            .text = titleOf(row.record.ref.kind, row.record.row),
            .detail = detail,
            .iconName = iconOf(row.record.ref.kind)};
}

// The record that a reference field of `row` refers to.
Link linkThrough(const LoadedRecord &row, QStringView reference, const QString &detail)
{
    const int field = row.record.info().indexOf(reference);
    const EntityKind kind = row.record.info().field(field).target;
    return {.record = {kind, integerOf(row.record.row[size_t(field)])},
            .text = row.titleOf(field),
            .detail = detail,
            .iconName = iconOf(kind),
            .removable = row.record.ref};
}

Link roleLink(const LoadedRecord &row, QStringView reference, const QString &detail)
{
    Link link = linkThrough(row, reference, detail);
    link.isEditable = true;
    return link;
}

// "Adviser · from 4 Mar 2026 · left"
QString roleDetail(const LoadedRecord &row, const app::Display &display)
{
    const auto role = as<Affiliation>(row.record);
    QStringList detail{role.role};
    if (role.from.isValid())
        detail += say("from %1").arg(display.day(role.from));
    if (role.until.isValid())
        detail += say("until %1").arg(display.day(role.until));
    if (role.left)
        detail += say("left");
    detail.removeAll(QString());
    return detail.join(u" · "_s);
}

LinkGroup dealGroup(const std::vector<LoadedRecord> &deals, const app::Workspace &workspace,
                    const app::Display &display)
{
    LinkGroup group{say("Deals"), {}};
    for (const LoadedRecord &row : deals) {
        const Deal deal = as<Deal>(row.record);
        const Stage *stage = workspace.lookups().stage(deal.stage);
        const QDate day = deal.closedOn.isValid() ? deal.closedOn : deal.expectedClose;
        QStringList detail{stage ? stage->name : QString(), display.day(day)};
        detail.removeAll(QString());
        Link link = linkTo(row, detail.join(u" · "_s));
        link.figure = cellNamed(row, u"amount", display);
        group.links.push_back(link);
    }
    return group;
}

// For kinds without special details.
LinkGroup plainGroup(EntityKind kind, const std::vector<LoadedRecord> &rows, const app::Display &display)
{
    const QLatin1StringView detail(entityInfo(kind).detail);
    LinkGroup group{app::pageTitle(app::presentationOf(kind)), {}};
    for (const LoadedRecord &row : rows)
        group.links.push_back(
            linkTo(row, detail.isEmpty() ? QString() : cellNamed(row, QString(detail), display)));
    return group;
}

LinkGroup itemGroup(const std::vector<LoadedRecord> &items, const QString &currency,
                    const app::Display &display)
{
    LinkGroup group{say("Products"), {}};
    for (const LoadedRecord &row : items) {
        const LineItem item = as<LineItem>(row.record);
        Link link{.text = row.titleOf(row.record.info().indexOf(u"product_id")),
                  .iconName = iconOf(EntityKind::Product),
                  .removable = row.record.ref};
        if (link.text.isEmpty())
            link.text = item.description;
        const double quantity = double(item.quantityMilli) / 1000;
        const auto money = [&](qint64 amount) {
            return display.money(amount, currency, app::Display::Decimals::WhenNeeded);
        };
        const QString count = display.locale().toString(quantity, 'g', 12);
        QStringList detail{item.unitPrice ? say("%1 × %2").arg(count, money(*item.unitPrice))
                                          : count + u" ×"_s};
        if (item.discountPercent > 0)
            detail += say("%1 off").arg(display.percent(item.discountPercent));
        link.detail = detail.join(u" · "_s);
        if (const auto sum = sumOf(item))
            link.figure = money(*sum);
        group.links.push_back(link);
    }
    return group;
}

// The primary contact, and who else has a role; one who is both stands once.
LinkGroup peopleOfDeal(const app::OpenRecord &record, const app::Display &display)
{
    const LoadedRecord &row = record.row();
    LinkGroup people{say("Contacts"), {}, EntityKind::DealContact, say("Add a contact in a role")};
    if (integerOf(row.record.value(u"contact_id"))) {
        people.links.push_back(linkThrough(row, u"contact_id", say("Primary contact")));
        people.links.back().removable = {};
    }
    for (const LoadedRecord &role : record.related().dealContacts) {
        const Link link = roleLink(role, u"contact_id", cellNamed(role, u"role", display));
        const bool isPrimary = !people.links.empty() && people.links.front().record == link.record
            && !people.links.front().removable.id;
        if (isPrimary) {
            QStringList details{people.links.front().detail, link.detail};
            details.removeAll(QString());
            people.links.front() = link;
            people.links.front().detail = details.join(u" · "_s);
        } else {
            people.links.push_back(link);
        }
    }
    return people;
}

// Records of one kind beside a contact or company. `addText`: its tool tip where one can be added; else empty.
LinkGroup groupOf(EntityKind kind, const QString &title, const std::vector<LoadedRecord> &rows,
                  QStringView detail, const QString &addText, const app::Display &display)
{
    LinkGroup group{title, {}};
    if (!addText.isEmpty())
        group = {title, {}, kind, addText};
    for (const LoadedRecord &row : rows)
        group.links.push_back(linkTo(row, cellNamed(row, detail, display)));
    return group;
}

// What somebody does in deals of others, or for other companies.
std::vector<LinkGroup> rolesOf(const app::OpenRecord &record, const app::Display &display)
{
    const bool isContact = record.ref().kind == EntityKind::Contact;
    LinkGroup roles{say("Roles in deals"), {}};
    LinkGroup affiliations{isContact ? say("Roles elsewhere") : say("Advisers"), {}};
    if (isContact) {
        roles = {roles.title, {}, EntityKind::DealContact, say("Add a role in a deal")};
        for (const LoadedRecord &row : record.related().dealContacts)
            roles.links.push_back(roleLink(row, u"deal_id", cellNamed(row, u"role", display)));
    }
    if (isContact || record.ref().kind == EntityKind::Company)
        affiliations = {affiliations.title,
                        {},
                        EntityKind::Affiliation,
                        isContact ? say("Add a role at a company") : say("Add a contact in a role")};
    for (const LoadedRecord &row : record.related().affiliations)
        affiliations.links.push_back(
            roleLink(row, isContact ? u"company_id" : u"contact_id", roleDetail(row, display)));
    return {roles, affiliations};
}

} // namespace

std::vector<LinkGroup> relatedLinks(const app::OpenRecord &record, const app::Workspace &workspace,
                                    const app::Display &display)
{
    const RelatedRecords &related = record.related();
    if (record.ref().kind == EntityKind::Deal)
        return {peopleOfDeal(record, display),
                itemGroup(related.lineItems, textOf(record.row().record.value(u"currency")), display)};
    const bool isCompany = record.ref().kind == EntityKind::Company;
    const auto ofCompany = [isCompany](const QString &text) { return isCompany ? text : QString(); };
    std::vector<LinkGroup> groups;
    groups.push_back(groupOf(EntityKind::Contact, isCompany ? say("People") : say("Contacts"),
                             related.of(EntityKind::Contact), u"job_title",
                             ofCompany(say("Add a contact here")), display));
    groups.push_back(dealGroup(related.of(EntityKind::Deal), workspace, display));
    if (isCompany || record.ref().kind == EntityKind::Contact) {
        groups.back().adds = EntityKind::Deal;
        groups.back().addText = say("Add a deal here");
    }
    const std::vector<LinkGroup> roles = rolesOf(record, display);
    groups.insert(groups.end(), roles.begin(), roles.end());
    groups.push_back(groupOf(EntityKind::Lead, say("Leads"), related.of(EntityKind::Lead), u"organisation",
                             ofCompany(say("Add a lead here")), display));
    groups.push_back(groupOf(EntityKind::Company, isCompany ? say("Subsidiaries") : say("Companies"),
                             related.of(EntityKind::Company), u"city", {}, display));
    // kinds: the groups above
    const std::set shown{EntityKind::Contact, EntityKind::Deal, EntityKind::Lead, EntityKind::Company};
    for (const auto &[kind, rows] : related.records) {
        if (!shown.contains(kind))
            groups.push_back(plainGroup(kind, rows, display));
    }
    return groups;
}

namespace {

// All but those shown among the fields already: one e-mail address, one phone number.
LinkGroup pointLinks(const app::OpenRecord &record, const app::Display &display)
{
    LinkGroup contactPoints{.title = say("Phones and e-mail"), .links = {}};
    QStringList shown;
    for (const QStringView field : {u"email", u"phone", u"website"}) {
        if (record.row().record.info().indexOf(field) >= 0)
            shown += textOf(record.row().record.value(field));
    }
    for (const LoadedRecord &row : record.related().contactPoints) {
        const auto point = as<ContactPoint>(row.record);
        if (shown.removeOne(point.value))
            continue;
        contactPoints.links.push_back({.address = app::linkAddress(point.by, point.value),
                                       .text = point.value,
                                       .detail = {},
                                       .figure = cellNamed(row, u"place", display),
                                       .iconName = point.by == ContactPointType::Email ? u"mail-sent"_s
                                           : point.by == ContactPointType::Phone       ? u"call-start"_s
                                                                                       : u"globe"_s,
                                       .removable = row.record.ref,
                                       .isEditable = true,
                                       .isSecondary = !point.primary});
    }
    return contactPoints;
}

LinkGroup addressLinks(const app::OpenRecord &record, const app::Display &display)
{
    LinkGroup addresses{.title = say("Addresses"), .links = {}};
    for (const LoadedRecord &row : record.related().addresses) {
        const auto address = as<Address>(row.record);
        QStringList town{address.postalCode, address.city};
        town.removeAll(QString());
        QStringList below{town.join(u' '), address.region, address.country};
        below.removeAll(QString());
        addresses.links.push_back({.text = address.street.isEmpty() ? below.join(u", "_s) : address.street,
                                   .detail = address.street.isEmpty() ? QString() : below.join(u", "_s),
                                   .figure = cellNamed(row, u"place", display),
                                   .iconName = u"mark-location"_s,
                                   .removable = row.record.ref,
                                   .isEditable = true});
    }
    return addresses;
}

} // namespace

std::vector<LinkGroup> contactPointLinks(const app::OpenRecord &record, const app::Display &display)
{
    LinkGroup contactPoints = pointLinks(record, display);
    LinkGroup addresses = addressLinks(record, display);
    const EntityInfo &info = entityInfo(record.ref().kind);
    if (info.has(KindTrait::HasContactPoints)) {
        contactPoints.adds = EntityKind::ContactPoint;
        contactPoints.addText = say("Add an e-mail address, phone number or web page");
        addresses.adds = EntityKind::Address;
        addresses.addText = say("Add an address");
    }
    LinkGroup ids{.title = say("In other systems"), .links = {}};
    for (const LoadedRecord &row : record.related().externalRefs) {
        const auto id = as<ExternalRef>(row.record);
        ids.links.push_back({.text = id.key, .detail = id.system, .iconName = u"globe"_s});
    }
    return {contactPoints, addresses, ids};
}

LoadedRecord begunBeside(const LoadedRecord &record, EntityKind kind)
{
    const EntityInfo &info = entityInfo(kind);
    const EntityInfo &its = record.record.info();
    const QString title = titleOf(record.record.ref.kind, record.record.row);
    LoadedRecord begun;
    begun.record.ref = {kind, 0};
    begun.record.row = info.defaults;
    const auto begin = [&begun](int field, const Value &value, const QString &shown) {
        begun.record.row[size_t(field)] = value;
        begun.titles.emplace_back(field, shown);
    };
    for (const QString &name : app::fieldNames(app::presentationOf(kind).firstFields)) {
        const int field = info.indexOf(name);
        if (field < 0)
            continue;
        const int same = its.indexOf(name);
        const bool isLink =
            info.field(field).type == FieldType::Reference && info.field(field).has(Trait::Listed);
        if (isLink && info.field(field).target == record.record.ref.kind)
            begin(field, record.record.ref.id, title);
        else if (isLink && same >= 0 && integerOf(record.record.row[size_t(same)]))
            begin(field, record.record.row[size_t(same)], record.titleOf(same));
        else if (name == u"organisation" && record.record.ref.kind == EntityKind::Company)
            begin(field, title, {});
    }
    return begun;
}

std::vector<app::Person> peopleOf(const app::OpenRecord &record)
{
    if (!record.isLoaded()) // a log form may open before that; LogForm::learn() adds people later
        return {};
    std::vector<app::Person> people;
    const auto add = [&people](EntityRef ref, const QString &name, bool isUsual = false) {
        const bool isKnown = std::any_of(people.begin(), people.end(),
                                         [ref](const app::Person &person) { return person.record == ref; });
        if (ref.id && !isKnown && people.size() < mostPeople)
            people.push_back({ref, name, isUsual});
    };
    const auto addThrough = [&add](const LoadedRecord &row, bool isUsual = false) {
        const int field = row.record.info().indexOf(u"contact_id");
        if (field >= 0)
            add({EntityKind::Contact, integerOf(row.record.row[size_t(field)])}, row.titleOf(field), isUsual);
    };
    if (record.ref().kind == EntityKind::Contact)
        add(record.ref(), record.title(), true);
    addThrough(record.row(), true);
    for (const LoadedRecord &row : record.related().dealContacts)
        addThrough(row);
    for (const LoadedRecord &row : record.related().of(EntityKind::Contact))
        add(row.record.ref, titleOf(EntityKind::Contact, row.record.row));
    return people;
}

std::vector<SubjectPicker::Subject> subjectsAtHand(const app::OpenRecord &record)
{
    std::vector<SubjectPicker::Subject> subjects;
    if (!record.isLoaded() || record.isDeleted())
        return subjects;
    const auto add = [&subjects](EntityRef ref, const QString &title) {
        if (ref.id && entityInfo(ref.kind).has(KindTrait::HasActivities) && subjects.size() < mostAtHand)
            subjects.push_back({ref, title});
    };
    add(record.ref(), record.title());
    for (const QStringView name : {u"contact_id", u"company_id"}) {
        const LoadedRecord &row = record.row();
        if (const int field = row.record.info().indexOf(name); field >= 0)
            add({row.record.info().field(field).target, integerOf(row.record.row[size_t(field)])},
                row.titleOf(field));
    }
    if (record.ref().kind != EntityKind::Activity)
        return subjects;
    for (const EntityKind kind : kindsByCloseness(KindTrait::HasActivities)) {
        for (const LoadedRecord &row : record.related().of(kind))
            add(row.record.ref, titleOf(kind, row.record.row));
    }
    return subjects;
}

} // namespace headway::ui
