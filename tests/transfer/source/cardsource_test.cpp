// SPDX-License-Identifier: GPL-3.0-or-later
// Address books go into a book like any other file: people with their companies, once, and what cannot be taken is told.
#include "transfer/source/cardsource.h"

#include "domain/records/company.h"
#include "domain/records/inenglish.h"
#include "domain/records/lead.h"
#include "domain/records/lists.h"
#include "domain/text/datetext.h"
#include "support/transfer.h"

using namespace headway;
using namespace Qt::StringLiterals;
using namespace headway::test;

namespace {

using Place = ContactPointPlace;
using By = ContactPointType;

transfer::ImportRequest people(const QString &rejected = {})
{
    return {.kind = EntityKind::Contact,
            .keys = transfer::ImportRequest::Keys::Proposed,
            .createMissing = {EntityKind::Company, EntityKind::Tag},
            .rejectedPath = rejected};
}

transfer::ImportReport take(FreshBook &book, const QByteArray &cards,
                            const transfer::ImportRequest &request = people())
{
    const TextFile file(cards, u"people.vcf"_s);
    return importFile(book, request, file.path());
}

// "phone home 030 1", by type and place.
QStringList pointsOf(FreshBook &book, qint64 contact)
{
    QStringList texts;
    for (const ContactPoint &each : all<ContactPoint>(book)) {
        if (each.recordId != contact || each.recordKind != EntityKind::Contact)
            continue;
        texts += QString::fromLatin1(Choices<By>::list[size_t(each.by)].code) + u' '
            + QString::fromLatin1(Choices<Place>::list[size_t(each.place)].code) + u' ' + each.value
            + (each.primary ? u" *"_s : QString());
    }
    texts.sort();
    return texts;
}

QStringList remarksOf(const transfer::ImportReport &report)
{
    QStringList remarks;
    for (const Sentence &note : report.notes)
        remarks += inEnglish(note);
    return remarks;
}

const QByteArray ann =
    "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:u-1\r\nN:Lee;Ann;B.;Dr.;Jr.\r\nFN:Ann Lee\r\n"
    "ORG:Lund\\; Holm\\, Ltd.;Sales\r\nTITLE:Head\r\nEMAIL;TYPE=INTERNET:ann@lund.example\r\n"
    "TEL;TYPE=HOME:030 / 1, 2\r\nTEL;TYPE=HOME:030 / 3\r\nTEL;TYPE=CELL,PREF:+49 171 4\r\n"
    "item1.TEL:5\r\nitem1.X-ABLabel:Kiosk\r\nURL:https://lund.example/a,b\r\n"
    "ADR;TYPE=WORK:;;Main St. 1\\nFloor 2;Lund;Skåne;22100;Sweden\r\nADR;TYPE=HOME:;;Sea 3;;;;\r\n"
    "BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29\r\nCATEGORIES:Key account\\, EU,VIP\r\n"
    "NOTE:Line 1\\nLine 2\r\nX-PHONETIC-LAST-NAME:Li\r\nNICKNAME:Annie\r\nEND:VCARD\r\n";
const QByteArray acme =
    "BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\nUID:u-2\r\nFN:Acme, Inc.\r\nORG:Acme\\, Inc.\r\n"
    "TEL;TYPE=work:+1 555 0100\r\nURL:https://acme.example\r\nURL:https://acme.example/shop\r\n"
    "NOTE:Big\r\nEND:VCARD\r\n";
const QByteArray team = "BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:group\r\nFN:Team\r\nMEMBER:u-1\r\nEND:VCARD\r\n";

} // namespace

TEST_CASE("A person comes out of an address book with everything on the card", "[transfer][vcard]")
{
    FreshBook book(GENERATE(anyEngine()));
    const transfer::ImportReport report = take(book, ann);
    REQUIRE(report.created == 1);
    CHECK(report.questions.empty());
    CHECK(report.plan.notImported.isEmpty());
    CHECK(report.system == u"vcard"_s);
    const Contact one = all<Contact>(book).front();
    CHECK(one.firstName == u"Ann"_s);
    CHECK(one.middleName == u"B."_s);
    CHECK(one.lastName == u"Lee"_s);
    CHECK(one.salutation == u"Dr."_s);
    CHECK(one.suffix == u"Jr."_s);
    CHECK(one.jobTitle == u"Head"_s);
    CHECK(one.department == u"Sales"_s);
    CHECK(one.birthday == QDate(unknownYear, 2, 29));
    CHECK(one.description == u"Line 1\nLine 2\nPhone 4 - Value: 5: Kiosk"_s);
    CHECK(one.cardRest == u"X-PHONETIC-LAST-NAME:Li\nNICKNAME:Annie"_s);
    CHECK(book.load<Company>(one.company).name == u"Lund; Holm, Ltd."_s);
    CHECK(pointsOf(book, one.id.value)
          == QStringList{u"email work ann@lund.example *"_s, u"phone home 030 / 1, 2"_s,
                         u"phone home 030 / 3"_s, u"phone mobile +49 171 4 *"_s, u"phone other 5"_s,
                         u"website work https://lund.example/a,b *"_s});
    REQUIRE(book.count(EntityKind::Address) == 2);
    CHECK(all<Address>(book).front().street == u"Main St. 1\nFloor 2"_s);
    QStringList tags;
    for (const Tag &tag : all<Tag>(book))
        tags += tag.name;
    CHECK(tags == QStringList{u"Key account, EU"_s, u"VIP"_s});

    // The same cards in another file add nothing; what is new on one is filled in.
    const transfer::ImportReport again = take(book, "\r\n" + ann);
    CHECK(again.created == 0);
    CHECK(again.unchanged == 1);
    CHECK(take(book, QByteArray(ann).replace("TITLE:", "LANG:sv\r\nTITLE:")).updated == 1);
    CHECK(book.count(EntityKind::Contact) == 1);
    CHECK(book.load<Contact>(one.id).language == u"sv"_s);
    CHECK(book.undo() == u"Imported 1 contact from people.vcf"_s);
    CHECK(book.undo() == u"Imported 1 contact from people.vcf"_s);
    CHECK(book.count(EntityKind::Contact) == 0);
}

TEST_CASE("Companies and people of one address book go in together, groups are told", "[transfer][vcard]")
{
    FreshBook book(GENERATE(anyEngine()));
    const TextFile file(ann + acme + team, u"book.vcf"_s);
    const transfer::AutoReport report = importedAll(book, file.path());
    REQUIRE(report.parts.size() == 2);
    CHECK(book.count(EntityKind::Contact) == 1);
    CHECK(book.count(EntityKind::Company) == 2);
    const Company company = named<Company>(book, u"Acme, Inc."_s);
    CHECK(company.website == u"https://acme.example"_s);
    CHECK(company.phone == u"+1 555 0100"_s);
    CHECK(company.description == u"Big"_s);
    CHECK(company.cardRest == u"URL;TYPE=work:https://acme.example/shop"_s);
    checkNothingTwice(book, file.path());
}

TEST_CASE("Of a kind that is named, only those cards are taken, and the others are told", "[transfer][vcard]")
{
    FreshBook book(sql::Engine::Sqlite);
    const transfer::ImportReport contacts = take(book, ann + acme + team);
    CHECK(contacts.read == 1);
    CHECK(
        remarksOf(contacts).contains(u"1 card of a company was passed over; “import auto” takes it, too."_s));
    CHECK(remarksOf(contacts).contains(u"1 card of a group, a place or a device was passed over."_s));
    const transfer::ImportReport companies = take(book, ann + acme, {.kind = EntityKind::Company});
    CHECK(companies.created == 1);
    CHECK(
        remarksOf(companies).contains(u"1 card of a person was passed over; “import auto” takes it, too."_s));
    CHECK(take(book, ann, {.kind = EntityKind::Lead}).created == 1);
    CHECK(all<Lead>(book).front().organisation == u"Lund; Holm, Ltd."_s);
}

TEST_CASE("Cards that cannot be taken are given back as cards, and come in once they are mended",
          "[transfer][vcard]")
{
    FreshBook book(sql::Engine::Sqlite);
    const QTemporaryDir folder;
    const QString rejected = folder.filePath(u"rejected.vcf"_s);
    const QByteArray nameless = "BEGIN:VCARD\r\nVERSION:3.0\r\nNOTE:Who is it?\r\nEND:VCARD\r\n";
    const QByteArray endless = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Cut;Carl\r\nTEL:1\r\n";
    const transfer::ImportReport report = take(book, nameless + ann + endless, people(rejected));
    CHECK(report.created == 1);
    CHECK(report.rejected == 2);
    CHECK(report.read == 3);
    const QByteArray back = contentOf(rejected);
    CHECK(
        back.startsWith("BEGIN:VCARD\r\nX-HEADWAY-LINE:1\r\nX-HEADWAY-REASON;CHARSET=UTF-8:A contact needs"));
    CHECK(back.contains("\r\nNOTE:Who is it?\r\nEND:VCARD\r\nBEGIN:VCARD\r\nX-HEADWAY-LINE:27\r\n"));
    CHECK(back.endsWith("TEL:1\r\nEND:VCARD\r\n"));

    const transfer::ImportReport mended =
        take(book, QByteArray(back).replace("NOTE:Who", "N:Doe;Joe\r\nNOTE:Who"), people(rejected));
    CHECK(mended.created == 2);
    CHECK(mended.rejected == 0);
    CHECK_FALSE(QFile::exists(rejected));
    CHECK(named<Contact>(book, u"Joe Doe"_s).description == u"Who is it?"_s);
    CHECK(named<Contact>(book, u"Joe Doe"_s).cardRest.isEmpty());
}

TEST_CASE("What was read though it was not in order is told with its first line", "[transfer][vcard]")
{
    FreshBook book(sql::Engine::Sqlite);
    const transfer::ImportReport report = take(
        book,
        "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8:L\xF6w;Ann\r\nPHOTO;BASE64:AAAA\r\nwhat is this\r\n"
        "AGENT:\r\nBEGIN:VCARD\r\nVERSION:2.1\r\nN:Cole;Bob\r\nEND:VCARD\r\nEND:VCARD\r\n");
    CHECK(report.created == 2);
    CHECK(named<Contact>(book, u"Ann Löw"_s).lastName == u"Löw"_s);
    const QStringList remarks = remarksOf(report);
    CHECK(remarks.contains(u"1 card stood within another, and is one of its own."_s));
    CHECK(remarks.contains(u"1 picture or other content that is no text was left out."_s));
    CHECK(remarks.contains(
        u"1 value is not written in the character set that it names; see whether it is read right."_s));
    CHECK(remarks.contains(u"1 line that belongs to no card was left out."_s));
    CHECK(remarks.contains(u"The first such place is line 3."_s));
}

TEST_CASE("A cancelled or failing import of cards leaves the book as it was", "[transfer][vcard]")
{
    FreshBook book(GENERATE(anyEngine()));
    const QByteArray before = exportedWhole(book);
    QByteArray many;
    for (int i = 0; i < 500; ++i)
        many += QByteArray(ann)
                    .replace("u-1", QByteArray("u-" + QByteArray::number(i)))
                    .replace("ann@", QByteArray("a" + QByteArray::number(i) + '@'));
    const TextFile file(many, u"many.vcf"_s);
    const auto cancelled = transfer::importFile(book.connection(), {.path = file.path()}, people(),
                                                book.actor(), [](qint64, qint64) { return false; });
    REQUIRE_FALSE(cancelled);
    CHECK(cancelled.error().code == ErrorCode::Cancelled);
    CHECK(exportedWhole(book) == before);
    CHECK(importFile(book, people(), file.path()).created == 500);
    book.undo();
    CHECK(book.count(EntityKind::Contact) == 0);
}
