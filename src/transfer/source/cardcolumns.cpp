// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/source/cardcolumns.h"

#include "domain/text/datetext.h"
#include "exchange/vcard/cardreach.h"
#include "exchange/vcard/cardwriter.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

using exchange::CardAddress;
using exchange::CardEntry;
using exchange::CardReach;
using Kind = CardEntry::Kind;
using Place = ContactPointPlace;

bool isNamed(const CardEntry &entry)
{
    return !entry.firstName.isEmpty() || !entry.middleName.isEmpty() || !entry.lastName.isEmpty();
}

QString yesOrNothing(bool is)
{
    return is ? u"yes"_s : QString();
}

const CardReach *pointOf(const CardEntry &entry, ContactPointType by, int number)
{
    for (const CardReach &point : entry.points) {
        if (point.by == by && --number == 0)
            return &point;
    }
    return nullptr;
}

// As the vocabulary has it.
QString placeWord(Place place)
{
    switch (place) {
    case Place::Work: return u"Work"_s;
    case Place::Home: return u"Home"_s;
    case Place::Mobile: return u"Mobile"_s;
    case Place::Fax: return u"Fax"_s;
    case Place::Other: break;
    }
    return u"Other"_s;
}

void addPoints(std::vector<CardColumn> &columns, ContactPointType by, const QString &name)
{
    for (int number = 1; number <= mostCardPoints; ++number) {
        const QString which = name + u' ' + QString::number(number);
        columns.push_back({which + u" - Value"_s, false, [by, number](const CardEntry &entry) {
                               const CardReach *point = pointOf(entry, by, number);
                               return point ? point->value : QString();
                           }});
        columns.push_back({which + u" - Label"_s, false, [by, number](const CardEntry &entry) -> QString {
                               const CardReach *point = pointOf(entry, by, number);
                               if (!point)
                                   return {};
                               const QString label =
                                   point->label.isEmpty() ? placeWord(point->place) : point->label;
                               return point->isPreferred ? u"* "_s + label : label;
                           }});
    }
}

void addAddress(std::vector<CardColumn> &columns, Place place, const QString &name)
{
    struct Part {
        QLatin1StringView name;
        QString CardAddress::*text;
    };
    for (const Part &part :
         {Part{"Street"_L1, &CardAddress::street}, Part{"Postal code"_L1, &CardAddress::postalCode},
          Part{"City"_L1, &CardAddress::city}, Part{"Region"_L1, &CardAddress::region},
          Part{"Country"_L1, &CardAddress::country}}) {
        columns.push_back(
            {name + u" - "_s + part.name, false, [place, text = part.text](const CardEntry &entry) {
                 const auto address =
                     std::find_if(entry.addresses.begin(), entry.addresses.end(),
                                  [place](const CardAddress &each) { return each.place == place; });
                 return address == entry.addresses.end() ? QString() : (*address).*text;
             }});
    }
}

void addText(std::vector<CardColumn> &columns, const QString &name, QString CardEntry::*text)
{
    columns.push_back({name, false, [text](const CardEntry &entry) { return entry.*text; }});
}

std::vector<CardColumn> makeColumns()
{
    std::vector<CardColumn> columns;
    columns.push_back({u"Kind"_s, false, [](const CardEntry &entry) {
                           return entry.kind == Kind::Company ? u"Company"_s : u"Person"_s;
                       }});
    addText(columns, u"Prefix"_s, &CardEntry::salutation);
    addText(columns, u"First name"_s, &CardEntry::firstName);
    addText(columns, u"Additional names"_s, &CardEntry::middleName);
    addText(columns, u"Last name"_s, &CardEntry::lastName);
    addText(columns, u"Suffix"_s, &CardEntry::suffix);
    columns.push_back({u"Full name"_s, false, [](const CardEntry &entry) { // where it does not come in parts
                           return isNamed(entry) ? QString() : entry.name;
                       }});
    addText(columns, u"Organisation"_s, &CardEntry::company);
    addText(columns, u"Department"_s, &CardEntry::department);
    addText(columns, u"Title"_s, &CardEntry::jobTitle);
    addPoints(columns, ContactPointType::Email, u"E-mail"_s);
    addPoints(columns, ContactPointType::Phone, u"Phone"_s);
    addPoints(columns, ContactPointType::Website, u"Website"_s);
    addAddress(columns, Place::Work, u"Work address"_s);
    addAddress(columns, Place::Home, u"Home address"_s);
    addAddress(columns, Place::Other, u"Other address"_s);
    columns.push_back({u"Birthday"_s, false, [](const CardEntry &entry) {
                           return entry.birthday.isValid() ? formatDay(entry.birthday) : QString();
                       }});
    addText(columns, u"Language"_s, &CardEntry::language);
    addText(columns, u"Time zone"_s, &CardEntry::timeZone);
    columns.push_back(
        {u"Do not call"_s, false, [](const CardEntry &entry) { return yesOrNothing(entry.doNotCall); }});
    columns.push_back(
        {u"No e-mail"_s, false, [](const CardEntry &entry) { return yesOrNothing(entry.optedOut); }});
    columns.push_back(
        {u"Categories"_s, false, [](const CardEntry &entry) { return entry.tags.join(u'\n'); }});
    addText(columns, u"Note"_s, &CardEntry::description);
    addText(columns, u"Other properties"_s, &CardEntry::rest);
    columns.back().isAlways = true;
    addText(columns, u"Card UID"_s, &CardEntry::uid);
    columns.back().isAlways = true;
    return columns;
}

} // namespace

const std::vector<CardColumn> &cardColumns()
{
    static const std::vector<CardColumn> columns = makeColumns();
    return columns;
}

void keepBeyondColumns(CardEntry &entry)
{
    std::array<int, 3> seen{};
    std::vector<exchange::CardProperty> beyond;
    std::erase_if(entry.points, [&](const CardReach &point) {
        const bool isPage = point.by == ContactPointType::Website;
        const int most = isPage && entry.kind == Kind::Company ? 1 : mostCardPoints;
        if (++seen[size_t(point.by)] <= most)
            return false;
        beyond.push_back(exchange::propertyOf(point, exchange::CardVersion::V40));
        return true;
    });
    if (beyond.empty())
        return;
    const QString lines = exchange::keptText(beyond, exchange::CardVersion::V40);
    entry.rest = entry.rest.isEmpty() ? lines : entry.rest + u'\n' + lines;
}

} // namespace headway::transfer
