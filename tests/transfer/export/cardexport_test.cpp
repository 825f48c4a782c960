// SPDX-License-Identifier: GPL-3.0-or-later
// People and companies go out as cards and come back as they were, in vCard 3.0 and 4.0, on both engines.
#include "transfer/export/cardexport.h"

#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/inenglish.h"
#include "domain/records/lists.h"
#include "support/naughtytext.h"
#include "support/transfer.h"

#include <QBuffer>
#include <QCryptographicHash>

#include <algorithm>
#include <map>

using namespace headway;
using namespace Qt::StringLiterals;
using namespace headway::test;

namespace {

using exchange::CardVersion;
using Place = ContactPointPlace;

QByteArray cardsOf(FreshBook &book, EntityKind kind, CardVersion version, const Filter &filter = {})
{
    QBuffer buffer;
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    (void)valueOf(transfer::exportCards(book.connection(), {.query = {.kind = kind, .filter = filter}},
                                        buffer, version));
    return buffer.data();
}

// A book of people and companies with any text in any field that a card has room for.
class AnyPeople
{
public:
    AnyPeople(FreshBook &book, unsigned seed) : m_book(book), m_text(seed) {}

    void fill(int companies, int contacts)
    {
        for (int i = 0; i < 5; ++i)
            m_tags.push_back(m_book.add(Tag{.name = numbered(u"Tag %1;"_s, i)}));
        std::vector<CompanyId> employers;
        for (int i = 0; i < companies; ++i) {
            employers.push_back(m_book.add(Company{.name = numbered(u"Company %1,"_s, i),
                                                   .website = maybe(u"https://c%1.example/a,b;c"_s.arg(i)),
                                                   .description = lines()}));
            addParts(EntityKind::Company, employers.back().value, {Place::Work});
        }
        for (int i = 0; i < contacts; ++i) {
            const bool isEmployed = m_text.number(2) > 0;
            const ContactId contact = m_book.add(Contact{
                .salutation = text(),
                .firstName = text(),
                .middleName = text(),
                .lastName = numbered(u"Last %1"_s, i),
                .suffix = text(),
                .jobTitle = text(),
                .department = isEmployed ? text() : QString(),
                .company = isEmployed ? employers[size_t(m_text.number(companies - 1))] : CompanyId{},
                .birthday = m_text.number(1) ? QDate(m_text.number(1) ? 1604 : 1980, 2, 29) : QDate(),
                .language = maybe(u"pt-BR"_s),
                .timeZone = maybe(u"America/Sao_Paulo"_s),
                .doNotCall = m_text.number(1) == 1,
                .optedOut = m_text.number(1) == 1,
                .description = lines(),
                .cardRest = maybe(u"NICKNAME:a\\,b\nitem1.X-ABDATE;X-A=\"b;c\":2020\nitem1.X-ABLabel:d"_s)});
            addParts(EntityKind::Contact, contact.value, {Place::Work, Place::Home, Place::Other});
        }
    }

private:
    // One line; outer blanks are nobody's name.
    QString text()
    {
        QString text = m_text.text().left(100);
        if (!text.isEmpty() && text.back().isHighSurrogate())
            text.chop(1);
        text.removeIf([](QChar c) { return c < u' ' || c == QChar(QChar::ByteOrderMark); });
        return text.simplified();
    }
    QString numbered(const QString &name, int number)
    {
        return QString(name.arg(number) + u' ' + text()).trimmed();
    }
    QString lines() { return joined(text(), text()); }
    static QString joined(const QString &a, const QString &b) { return QString(a + u"\n\n; " + b).trimmed(); }
    QString maybe(const QString &text) { return m_text.number(1) ? text : QString(); }

    void addParts(EntityKind kind, qint64 id, const std::vector<Place> &places)
    {
        std::vector<Change> changes;
        for (const auto by : {ContactPointType::Email, ContactPointType::Phone, ContactPointType::Website}) {
            if (by == ContactPointType::Website && kind == EntityKind::Company)
                continue; // a company has one, in a field
            const int count = m_text.number(3);
            const int primary = m_text.number(2);
            for (int i = 0; i < count; ++i) {
                const bool isPhone = by == ContactPointType::Phone;
                const auto place = Place(m_text.number(isPhone ? 4 : 1));
                const QString value = isPhone
                    ? u"+49 (30) %1; ext. %2, / x"_s.arg(m_text.number(99999)).arg(i)
                    : by == ContactPointType::Email
                    ? u"a%1.%2@x.example"_s.arg(i).arg(m_text.number(99999))
                    : u"https://x.example/%1,%2;\\n"_s.arg(i).arg(m_text.number(999));
                changes.push_back(create(ContactPoint{.recordKind = kind,
                                                      .recordId = id,
                                                      .by = by,
                                                      .place = place,
                                                      .value = value,
                                                      .primary = i == std::min(primary, count - 1)}));
            }
        }
        for (const Place place : places) {
            if (m_text.number(1))
                changes.push_back(create(Address{.recordKind = kind,
                                                 .recordId = id,
                                                 .place = place,
                                                 .street = joined(text(), u"x"_s),
                                                 .postalCode = text(),
                                                 .city = text(),
                                                 .region = text(),
                                                 .country = text()}));
        }
        for (const TagId tag : m_tags) {
            if (m_text.number(3) == 0)
                changes.push_back(create(TagLink{.tag = tag, .recordKind = kind, .recordId = id}));
        }
        if (!changes.empty())
            m_book.commit({Sentence::verbatim(u"Add"_s), changes});
    }

    FreshBook &m_book;
    NaughtyText m_text;
    std::vector<TagId> m_tags;
};

// All that a card has room for, without the numbers of the book.
QStringList told(FreshBook &book)
{
    std::map<qint64, QString> tags;
    for (const Tag &tag : all<Tag>(book))
        tags[tag.id.value] = tag.name;
    std::map<std::pair<EntityKind, qint64>, QStringList> parts;
    for (const ContactPoint &each : all<ContactPoint>(book))
        parts[{each.recordKind, each.recordId}] +=
            u"%1 %2 %3 %4"_s.arg(int(each.by)).arg(int(each.place)).arg(each.primary).arg(each.value);
    for (const Address &each : all<Address>(book))
        parts[{each.recordKind, each.recordId}] += QStringList{QString::number(int(each.place)),
                                                               each.street,
                                                               each.postalCode,
                                                               each.city,
                                                               each.region,
                                                               each.country}
                                                       .join(u'|');
    for (const TagLink &each : all<TagLink>(book))
        parts[{each.recordKind, each.recordId}] += u"#"_s + tags[each.tag.value];
    QStringList lines;
    const auto add = [&](EntityKind kind, qint64 id, const QStringList &fields) {
        QStringList own = parts[{kind, id}];
        own.sort();
        lines += (fields + own).join(u'~');
    };
    for (const Company &each : all<Company>(book))
        add(EntityKind::Company, each.id.value, {each.name, each.website, each.description, each.cardRest});
    for (const Contact &each : all<Contact>(book))
        add(EntityKind::Contact, each.id.value,
            {each.salutation, each.firstName, each.middleName, each.lastName, each.suffix, each.name,
             each.jobTitle, each.department,
             each.company.value ? book.load<Company>(each.company).name : QString(),
             each.birthday.toString(Qt::ISODate), each.language, each.timeZone,
             QString::number(each.doNotCall), QString::number(each.optedOut), each.description,
             each.cardRest});
    lines.sort();
    return lines;
}

QByteArrayList sortedLines(const QByteArray &cards)
{
    QByteArrayList lines = cards.split('\n');
    std::sort(lines.begin(), lines.end());
    return lines;
}

} // namespace

TEST_CASE("Any people and companies come back from their cards as they were", "[transfer][vcard]")
{
    const sql::Engine engine = GENERATE(anyEngine());
    const CardVersion version = GENERATE(CardVersion::V30, CardVersion::V40);
    const unsigned seed = GENERATE(1U, 2U, 3U);
    FreshBook book(engine);
    AnyPeople(book, seed).fill(8, 40);
    const QByteArray cards =
        cardsOf(book, EntityKind::Company, version) + cardsOf(book, EntityKind::Contact, version);
    FreshBook other(engine);
    const TextFile file(cards, u"all.vcf"_s);
    importedAll(other, file.path());
    const QStringList before = told(book);
    const QStringList after = told(other);
    REQUIRE(before.size() == after.size());
    for (qsizetype i = 0; i < before.size(); ++i)
        CHECK(after[i].split(u'~') == before[i].split(u'~'));
    // They keep their ids, so that the same cards go out again; numbers are by kind then.
    const QByteArray again =
        cardsOf(other, EntityKind::Company, version) + cardsOf(other, EntityKind::Contact, version);
    const bool isSame = sortedLines(again) == sortedLines(cards);
    CHECK(isSame);
    checkNothingTwice(other, file.path());
}

TEST_CASE("Cards are written of what meets the filter, and of nothing but people and companies",
          "[transfer][vcard]")
{
    FreshBook book(sql::Engine::Sqlite);
    book.add(Contact{.lastName = u"Lee"_s});
    book.add(Contact{.lastName = u"Cole"_s});
    const Filter filter = parseFilter(EntityKind::Contact, u"Cole"_s, QDate(2026, 1, 1)).value();
    const QByteArray cards = cardsOf(book, EntityKind::Contact, CardVersion::V40, filter);
    CHECK(cards.count("BEGIN:VCARD") == 1);
    CHECK(cards.contains("\r\nN:Cole;;;;\r\n"));
    CHECK(cards.contains("\r\nUID:urn:uuid:"));
    CHECK(cards == cardsOf(book, EntityKind::Contact, CardVersion::V40, filter));

    QBuffer buffer;
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    const auto deals = transfer::exportCards(book.connection(), {.query = {.kind = EntityKind::Deal}}, buffer,
                                             CardVersion::V30);
    CHECK(inEnglish(deals.error().text)
          == u"Only contacts and companies can be written as vCards, not deals."_s);
}

TEST_CASE("What an export of cards leaves behind is whole, or what was there", "[transfer][vcard]")
{
    FreshBook book(sql::Engine::Sqlite);
    book.add(Contact{.lastName = u"Lee"_s});
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"people.vcf"_s);
    const transfer::TargetFile target{
        .path = path, .format = transfer::FileFormat::VCard, .digest = transfer::Digest::Sha256};
    const transfer::ExportRequest request{.query = {.kind = EntityKind::Contact}};
    const auto report = valueOf(transfer::exportFile(book.connection(), request, target));
    CHECK(report.rows == 1);
    CHECK(report.sha256 == QCryptographicHash::hash(contentOf(path), QCryptographicHash::Sha256));
    const QByteArray before = contentOf(path);
    book.add(Contact{.lastName = u"Cole"_s});
    const auto cancelled =
        transfer::exportFile(book.connection(), request, target, [](qint64, qint64) { return false; });
    CHECK(cancelled.error().code == ErrorCode::Cancelled);
    CHECK(contentOf(path) == before);
}
