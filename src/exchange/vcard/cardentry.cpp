// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/vcard/cardentry.h"

#include "domain/text/datetext.h"
#include "domain/text/text.h"
#include "exchange/vcard/cardreach.h"
#include "exchange/vcard/cardtext.h"
#include "exchange/vcard/cardwriter.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

using Kind = CardEntry::Kind;

// Of the card as such, made anew whenever one is written.
constexpr std::array ofTheCard{"PRODID"_L1, "REV"_L1, "PROFILE"_L1, "X-HEADWAY-LINE"_L1,
                               "X-HEADWAY-REASON"_L1};

// Days as cards write them: 19800412, 1980-04-12T00:00:00Z, --0412; none if it is no whole day.
QDate dayIn(const CardProperty &property, const QString &text)
{
    static const QRegularExpression whole(uR"(^(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?$)"_s);
    static const QRegularExpression yearless(uR"(^--(\d\d)-?(\d\d)$)"_s);
    if (const auto match = yearless.match(text); match.hasMatch())
        return {unknownYear, match.captured(1).toInt(), match.captured(2).toInt()};
    const auto match = whole.match(text);
    if (!match.hasMatch())
        return {};
    const int year = match.captured(1).toInt();
    const bool isOmitted = property.header.values("X-APPLE-OMIT-YEAR"_L1).contains(match.captured(1));
    return {isOmitted ? unknownYear : year, match.captured(2).toInt(), match.captured(3).toInt()};
}

bool isYes(const QString &text)
{
    const QString word = text.trimmed().toLower();
    return word == "yes"_L1 || word == "true"_L1 || word == "1"_L1;
}

// Takes the properties of a card apart, in their order; what it does not take is kept.
class EntryReader
{
public:
    explicit EntryReader(const Card &card) : m_card(card), m_isKept(card.properties.size()) {}

    CardEntry read()
    {
        findLabels();
        for (const CardProperty &property : m_card.properties) {
            if (!take(property))
                keep(property);
        }
        settleKind();
        settlePreferred();
        m_entry.description = m_notes.join(u"\n\n"_s);
        m_entry.rest = keptText(kept(), m_card.version);
        return std::move(m_entry);
    }

private:
    using Take = bool (EntryReader::*)(const CardProperty &);

    static const QHash<QString, Take> &takers()
    {
        static const QHash<QString, Take> all{
            {u"FN"_s, &EntryReader::takeShown},
            {u"N"_s, &EntryReader::takeName},
            {u"ORG"_s, &EntryReader::takeOrganisation},
            {u"TITLE"_s, &EntryReader::takeTitle},
            {u"ROLE"_s, &EntryReader::takeRole},
            {u"TEL"_s, &EntryReader::takePoint},
            {u"EMAIL"_s, &EntryReader::takePoint},
            {u"URL"_s, &EntryReader::takePoint},
            {u"ADR"_s, &EntryReader::takeAddress},
            {u"BDAY"_s, &EntryReader::takeBirthday},
            {u"NOTE"_s, &EntryReader::takeNote},
            {u"CATEGORIES"_s, &EntryReader::takeTags},
            {u"UID"_s, &EntryReader::takeUid},
            {u"LANG"_s, &EntryReader::takeLanguage},
            {u"X-HEADWAY-LANGUAGE"_s, &EntryReader::takeLanguage},
            {u"TZ"_s, &EntryReader::takeZone},
            {u"KIND"_s, &EntryReader::takeKind},
            {u"X-KIND"_s, &EntryReader::takeKind},
            {u"X-ADDRESSBOOKSERVER-KIND"_s, &EntryReader::takeKind},
            {u"X-ABSHOWAS"_s, &EntryReader::takeShownAs},
            {u"X-HEADWAY-DO-NOT-CALL"_s, &EntryReader::takeDoNotCall},
            {u"X-HEADWAY-NO-EMAIL"_s, &EntryReader::takeNoEmail},
        };
        return all;
    }

    // In the order of the card, whenever that is decided.
    void keep(const CardProperty &property) { m_isKept[size_t(&property - m_card.properties.data())] = true; }

    std::vector<CardProperty> kept() const
    {
        std::vector<CardProperty> properties;
        for (size_t i = 0; i < m_isKept.size(); ++i) {
            if (m_isKept[i] && !isSaidOnceMore(m_card.properties[i]))
                properties.push_back(m_card.properties[i]);
        }
        return properties;
    }

    // The label of what was taken, and an address as it is written on an envelope.
    bool isSaidOnceMore(const CardProperty &property) const
    {
        const QString &name = property.header.name;
        if (name == "LABEL"_L1)
            return !m_entry.addresses.empty();
        return (name == "X-ABLABEL"_L1 || name == "X-ABADR"_L1)
            && m_taken.contains(property.header.group.toLower());
    }

    void findLabels()
    {
        for (const CardProperty &property : m_card.properties) {
            if (!property.header.group.isEmpty() && property.header.name == "X-ABLABEL"_L1)
                m_labels.insert(property.header.group.toLower(), plainLabel(text(property)));
        }
    }

    bool take(const CardProperty &property)
    {
        const QString &name = property.header.name;
        if (std::find(ofTheCard.begin(), ofTheCard.end(), name) != ofTheCard.end())
            return true;
        const auto taker = takers().constFind(name);
        if (taker == takers().cend() || isBinary(property))
            return false;
        const bool isTaken = property.value.trimmed().isEmpty() || (this->**taker)(property);
        if (isTaken && !property.header.group.isEmpty())
            m_taken.insert(property.header.group.toLower(), true);
        return isTaken;
    }

    QString text(const CardProperty &property) const
    {
        return unescaped(property.value, m_card.version).trimmed();
    }
    QString labelOf(const CardProperty &property) const
    {
        return m_labels.value(property.header.group.toLower());
    }
    // The first of its kind; another one is kept.
    bool putOnce(QString &field, const CardProperty &property)
    {
        if (!field.isEmpty())
            return false;
        field = text(property);
        return true;
    }

    bool takeShown(const CardProperty &property) { return putOnce(m_entry.name, property); }
    bool takeTitle(const CardProperty &property)
    {
        if (!m_isTitleOfRole)
            return putOnce(m_entry.jobTitle, property);
        m_isTitleOfRole = false; // what somebody is called goes before what they do
        keep(*m_role);
        m_entry.jobTitle = text(property);
        return true;
    }
    bool takeRole(const CardProperty &property)
    {
        if (!putOnce(m_entry.jobTitle, property))
            return false;
        m_isTitleOfRole = true;
        m_role = &property;
        return true;
    }
    bool takeName(const CardProperty &property)
    {
        if (m_hasName)
            return false;
        QStringList parts = componentsIn(property.value, m_card.version, u" "_s);
        if (parts.size() > 4 && property.value.contains(u','))
            parts[4] = componentsIn(property.value, m_card.version, u", "_s).value(4);
        std::array fields{&m_entry.lastName, &m_entry.firstName, &m_entry.middleName, &m_entry.salutation,
                          &m_entry.suffix};
        for (size_t i = 0; i < fields.size(); ++i) {
            *fields[i] = parts.value(qsizetype(i)).trimmed();
            m_hasName = m_hasName || !fields[i]->isEmpty();
        }
        return true;
    }
    bool takeOrganisation(const CardProperty &property)
    {
        if (!m_entry.company.isEmpty())
            return false;
        QStringList units = componentsIn(property.value, m_card.version, u", "_s);
        // A comma in the name of a company is one, whether it is escaped or not.
        const QList<QStringView> pieces = cutAt(property.value, u';');
        units.front() = unescaped(pieces.front(), m_card.version);
        m_entry.company = units.takeFirst().trimmed();
        m_entry.department = joinFilled(units, u", "_s).trimmed();
        return true;
    }
    bool takePoint(const CardProperty &property)
    {
        const QString &name = property.header.name;
        const ContactPointType by = name == "TEL"_L1 ? ContactPointType::Phone
            : name == "URL"_L1                       ? ContactPointType::Website
                                                     : ContactPointType::Email;
        const CardReach reach = reachOf(property, m_card.version, by, labelOf(property));
        if (reach.value.isEmpty())
            return true;
        m_entry.points.push_back(reach);
        m_preferences.push_back(preferenceOf(property.header));
        return true;
    }
    bool takeAddress(const CardProperty &property)
    {
        const QStringList parts = componentsIn(property.value, m_card.version, u", "_s);
        const auto part = [&parts](qsizetype at) { return parts.value(at).trimmed(); };
        CardAddress address{addressPlace(property.header, labelOf(property)),
                            joinFilled({part(1), part(2), part(0)}, u"\n"_s),
                            part(5),
                            part(3),
                            part(4),
                            part(6)};
        if (joinFilled({address.street, address.postalCode, address.city, address.region, address.country},
                       {})
                .isEmpty())
            return true;
        const auto isThere = [this](ContactPointPlace place) {
            return std::any_of(m_entry.addresses.begin(), m_entry.addresses.end(),
                               [place](const CardAddress &each) { return each.place == place; });
        };
        if (isThere(address.place))
            address.place = ContactPointPlace::Other;
        if (isThere(address.place))
            return false;
        m_entry.addresses.push_back(address);
        return true;
    }
    bool takeBirthday(const CardProperty &property)
    {
        const QDate day = dayIn(property, text(property));
        if (!day.isValid() || m_entry.birthday.isValid())
            return false;
        m_entry.birthday = day;
        return true;
    }
    bool takeNote(const CardProperty &property)
    {
        m_notes += text(property);
        return true;
    }
    bool takeTags(const CardProperty &property)
    {
        for (const QString &tag : listIn(property.value, m_card.version)) {
            if (!m_entry.tags.contains(tag))
                m_entry.tags += tag;
        }
        return true;
    }
    bool takeUid(const CardProperty &property) { return putOnce(m_entry.uid, property); }
    bool takeLanguage(const CardProperty &property) { return putOnce(m_entry.language, property); }
    bool takeZone(const CardProperty &property)
    {
        return property.value.contains(u'/') && putOnce(m_entry.timeZone, property);
    }
    bool takeKind(const CardProperty &property)
    {
        const QString kind = text(property).toLower();
        m_isKindSaid = true;
        if (kind == "org"_L1 || kind == "organization"_L1)
            m_entry.kind = Kind::Company;
        else if (kind != "individual"_L1)
            m_entry.kind = Kind::Other;
        return true;
    }
    bool takeShownAs(const CardProperty &property)
    {
        if (text(property).compare("COMPANY"_L1, Qt::CaseInsensitive) != 0)
            return false;
        m_entry.kind = Kind::Company;
        m_isKindSaid = true;
        return true;
    }
    bool takeDoNotCall(const CardProperty &property)
    {
        m_entry.doNotCall = isYes(text(property));
        return true;
    }
    bool takeNoEmail(const CardProperty &property)
    {
        m_entry.optedOut = isYes(text(property));
        return true;
    }

    // A card without a name of a person, and with one of a company, is that company.
    void settleKind()
    {
        const bool isJustCompany = !m_hasName && !m_entry.company.isEmpty()
            && (m_entry.name.isEmpty() || fold(m_entry.name) == fold(m_entry.company));
        if (!m_isKindSaid && isJustCompany)
            m_entry.kind = Kind::Company;
        if (m_entry.kind != Kind::Company)
            return;
        CardEntry company;
        company.kind = Kind::Company;
        company.uid = m_entry.uid;
        company.name = m_entry.name.isEmpty() ? m_entry.company : m_entry.name;
        company.points = m_entry.points;
        company.addresses = m_entry.addresses;
        company.tags = m_entry.tags;
        keepPerson(company.name);
        m_entry = company;
    }

    // What a card of a company says of a person is kept as it stands.
    void keepPerson(const QString &company)
    {
        static constexpr std::array personal{"TITLE"_L1,
                                             "ROLE"_L1,
                                             "BDAY"_L1,
                                             "LANG"_L1,
                                             "TZ"_L1,
                                             "X-HEADWAY-LANGUAGE"_L1,
                                             "X-HEADWAY-DO-NOT-CALL"_L1,
                                             "X-HEADWAY-NO-EMAIL"_L1};
        for (const CardProperty &property : m_card.properties) {
            const QString &name = property.header.name;
            const bool isPersonal = std::find(personal.begin(), personal.end(), name) != personal.end()
                || (name == "N"_L1 && m_hasName);
            const bool isOther = name == "ORG"_L1
                && joinFilled(componentsIn(property.value, m_card.version, u", "_s), u";"_s) != company;
            if (!property.value.trimmed().isEmpty() && (isPersonal || isOther))
                keep(property);
        }
    }

    // One of each sort; that of the lowest number, the first of those alike.
    void settlePreferred()
    {
        for (const auto by : {ContactPointType::Email, ContactPointType::Phone, ContactPointType::Website}) {
            CardReach *best = nullptr;
            int least = 0;
            for (size_t i = 0; i < m_entry.points.size(); ++i) {
                if (m_entry.points[i].by != by || m_preferences[i] == 0
                    || (best && m_preferences[i] >= least))
                    continue;
                best = &m_entry.points[i];
                least = m_preferences[i];
            }
            if (best)
                best->isPreferred = true;
        }
    }

    const Card &m_card;
    CardEntry m_entry;
    QHash<QString, QString> m_labels; // by group
    QHash<QString, bool> m_taken;     // groups
    QStringList m_notes;
    std::vector<int> m_preferences; // of the points
    std::vector<bool> m_isKept;     // of the card's properties
    const CardProperty *m_role = nullptr;
    bool m_isTitleOfRole = false;
    bool m_hasName = false;
    bool m_isKindSaid = false;
};

// Writes the properties of an entry.
class EntryWriter
{
public:
    EntryWriter(const CardEntry &entry, CardVersion version)
        : m_entry(entry), m_rest(fromKeptText(entry.rest))
    {
        m_card.version = version;
    }

    Card write()
    {
        putWho();
        for (const CardReach &point : m_entry.points)
            m_card.properties.push_back(propertyOf(point, m_card.version));
        for (const CardAddress &address : m_entry.addresses)
            putAddress(address);
        putBirthday();
        putText(u"NOTE"_s, m_entry.description);
        putTags();
        putText(u"TZ"_s, m_entry.timeZone);
        putText(isNew() ? u"LANG"_s : u"X-HEADWAY-LANGUAGE"_s, m_entry.language);
        putText(u"X-HEADWAY-DO-NOT-CALL"_s, m_entry.doNotCall ? u"yes"_s : QString());
        putText(u"X-HEADWAY-NO-EMAIL"_s, m_entry.optedOut ? u"yes"_s : QString());
        m_card.properties.insert(m_card.properties.end(), m_rest.begin(), m_rest.end());
        return std::move(m_card);
    }

private:
    bool isNew() const { return m_card.version == CardVersion::V40; }

    void put(const QString &name, const QString &value, const QList<CardParameter> &parameters = {})
    {
        m_card.properties.push_back({{{}, name, {}, parameters}, value});
    }
    void putText(const QString &name, const QString &text)
    {
        if (!text.isEmpty())
            put(name, escaped(text));
    }
    void putList(const QString &name, const QStringList &components,
                 const QList<CardParameter> &parameters = {})
    {
        QStringList values;
        for (const QString &component : components)
            values += escaped(component);
        put(name, values.join(u';'), parameters);
    }

    void putWho()
    {
        const bool isCompany = m_entry.kind == Kind::Company;
        const auto isKept = [this](QLatin1StringView name) {
            return std::any_of(m_rest.begin(), m_rest.end(),
                               [name](const CardProperty &each) { return each.header.name == name; });
        };
        putText(u"UID"_s, m_entry.uid);
        if (isCompany && isNew())
            put(u"KIND"_s, u"org"_s);
        put(u"FN"_s, escaped(m_entry.name)); // which a card has to have
        if (isCompany) {
            if (!isNew() && !isKept("N"_L1))
                put(u"N"_s, u";;;;"_s);
            if (!isKept("ORG"_L1))
                putText(u"ORG"_s, m_entry.name);
            if (!isNew())
                put(u"X-ABShowAs"_s, u"COMPANY"_s);
            return;
        }
        putList(
            u"N"_s,
            {m_entry.lastName, m_entry.firstName, m_entry.middleName, m_entry.salutation, m_entry.suffix});
        QStringList units{m_entry.company};
        if (!m_entry.department.isEmpty())
            units += m_entry.department;
        if (units.size() > 1 || !m_entry.company.isEmpty())
            putList(u"ORG"_s, units);
        putText(u"TITLE"_s, m_entry.jobTitle);
    }

    void putAddress(const CardAddress &address)
    {
        const QString type = address.place == ContactPointPlace::Work ? u"WORK"_s
            : address.place == ContactPointPlace::Home                ? u"HOME"_s
                                                                      : u"OTHER"_s;
        putList(u"ADR"_s,
                {{}, {}, address.street, address.city, address.region, address.postalCode, address.country},
                {{u"TYPE"_s, {isNew() ? type.toLower() : type}}});
    }

    void putBirthday()
    {
        const QDate day = m_entry.birthday;
        if (!day.isValid())
            return;
        const bool isYearKnown = day.year() != unknownYear;
        if (isNew())
            put(u"BDAY"_s, isYearKnown ? day.toString(u"yyyyMMdd"_s) : u"--"_s + day.toString(u"MMdd"_s));
        else if (isYearKnown)
            put(u"BDAY"_s, day.toString(u"yyyy-MM-dd"_s));
        else // as Apple has it; 3.0 knows no day without a year
            put(u"BDAY"_s, day.toString(u"yyyy-MM-dd"_s),
                {{u"X-APPLE-OMIT-YEAR"_s, {QString::number(unknownYear)}}});
    }

    void putTags()
    {
        QStringList tags;
        for (const QString &tag : m_entry.tags)
            tags += escaped(tag);
        if (!tags.isEmpty())
            put(u"CATEGORIES"_s, tags.join(u','));
    }

    const CardEntry &m_entry;
    std::vector<CardProperty> m_rest;
    Card m_card;
};

} // namespace

CardEntry entryOf(const Card &card)
{
    return EntryReader(card).read();
}

Card cardOf(const CardEntry &entry, CardVersion version)
{
    return EntryWriter(entry, version).write();
}

} // namespace headway::exchange
