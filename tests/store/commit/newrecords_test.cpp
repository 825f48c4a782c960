// SPDX-License-Identifier: GPL-3.0-or-later
// An import holds back what it makes and writes many records at once; the book is then the same, row by row, as if each
// had been written by itself, and whoever looks meanwhile sees everything.
#include "store/commit/newrecords.h"

#include "domain/changes/derive.h"
#include "domain/records/activity.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/inenglish.h"
#include "domain/records/lists.h"
#include "store/commit/commit.h"
#include "store/maintenance/check.h"
#include "store/reading/importlookup.h"
#include "support/book.h"
#include "support/dump.h"
#include "support/everystatement.h"

#include <map>
#include <random>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

// A salesperson's random work on a book that a step fills: people with addresses and numbers, deals with what is sold,
// calls, tags; now and then something is changed, taken away or brought back.
class RandomWork
{
public:
    explicit RandomWork(unsigned seed) : m_random(seed) {}

    Result<> doIn(store::StepWriter &step, sql::Connection &connection, int turns)
    {
        HEADWAY_CHECK(begin(step));
        for (int turn = 0; turn < turns; ++turn) {
            switch (below(12)) {
            case 0: HEADWAY_CHECK(addCompany(step)); break;
            case 1:
            case 2:
            case 3:
            case 4: HEADWAY_CHECK(addContact(step)); break;
            case 5: HEADWAY_CHECK(addDeal(step)); break;
            case 6:
            case 7: HEADWAY_CHECK(addCall(step)); break;
            case 8: HEADWAY_CHECK(rename(step, connection)); break;
            case 9: HEADWAY_CHECK(takeAway(step)); break;
            case 10: HEADWAY_CHECK(addNumber(step)); break;
            default: HEADWAY_CHECK(look(connection));
            }
        }
        return {};
    }

private:
    int below(int end) { return int(m_random() % unsigned(end)); }
    qint64 oneOf(const std::vector<qint64> &ids) { return ids[size_t(below(int(ids.size())))]; }

    template <class E>
    Result<qint64> made(store::StepWriter &step, const E &entity)
    {
        HEADWAY_TRY(ref, step.apply(create(entity)));
        return ref.id;
    }

    Result<> begin(store::StepWriter &step)
    {
        HEADWAY_TRY(pipeline, made(step, Pipeline{.name = u"Sales"_s}));
        HEADWAY_TRY(stage, made(step, Stage{.pipeline = {pipeline}, .name = u"Lead"_s}));
        HEADWAY_TRY(product, made(step, Product{.name = u"Pump"_s}));
        HEADWAY_TRY(tag, made(step, Tag{.name = u"key account"_s}));
        m_pipeline = pipeline;
        m_stage = stage;
        m_product = product;
        m_tag = tag;
        return addCompany(step);
    }

    Result<> addCompany(store::StepWriter &step)
    {
        HEADWAY_TRY(id, made(step, Company{.name = u"Möbelwerke %1"_s.arg(below(1000))}));
        m_companies.push_back(id);
        return {};
    }

    ContactPoint point(EntityKind kind, qint64 id)
    {
        const bool isPhone = below(2) == 0;
        return {.recordKind = kind,
                .recordId = id,
                .by = isPhone ? ContactPointType::Phone : ContactPointType::Email,
                .value =
                    isPhone ? u"+49 30 %1"_s.arg(100'000 + below(1000)) : u"a%1@b.example"_s.arg(below(1000)),
                .primary = below(3) == 0,
                .invalid = below(5) == 0};
    }

    Result<> addContact(store::StepWriter &step)
    {
        HEADWAY_TRY(id,
                    made(step,
                         Contact{.firstName = u"Ana"_s,
                                 .lastName = u"Núñez %1"_s.arg(below(500)),
                                 .company = {below(4) ? oneOf(m_companies) : 0}}));
        for (int points = below(4); points > 0; --points)
            HEADWAY_CHECK(made(step, point(EntityKind::Contact, id)));
        for (int addresses = below(3); addresses > 0; --addresses)
            HEADWAY_CHECK(made(step,
                               Address{.recordKind = EntityKind::Contact,
                                       .recordId = id,
                                       .city = u"Town %1"_s.arg(below(20)),
                                       .country = u"DE"_s}));
        if (below(3) == 0)
            HEADWAY_CHECK(
                made(step, TagLink{.tag = {m_tag}, .recordKind = EntityKind::Contact, .recordId = id}));
        m_contacts.push_back(id);
        return {};
    }

    Result<> addDeal(store::StepWriter &step)
    {
        HEADWAY_TRY(id,
                    made(step,
                         Deal{.name = u"Renewal"_s,
                              .company = {oneOf(m_companies)},
                              .contact = {m_contacts.empty() ? 0 : oneOf(m_contacts)},
                              .pipeline = {m_pipeline},
                              .stage = {m_stage}}));
        HEADWAY_CHECK(made(step, StageVisit{.deal = {id}, .stage = {m_stage}, .enteredAt = {5}}));
        for (int items = below(3); items > 0; --items)
            HEADWAY_CHECK(made(
                step, LineItem{.deal = {id}, .product = {below(2) ? m_product : 0}, .position = below(3)}));
        m_deals.push_back(id);
        return {};
    }

    Result<> addCall(store::StepWriter &step)
    {
        HEADWAY_TRY(id,
                    made(step,
                         Activity{.kind = ActivityKind::Call,
                                  .state = below(2) ? ActivityState::Planned : ActivityState::Done,
                                  .subject = u"Price %1"_s.arg(below(50)),
                                  .at = {1'000 + below(100'000)}}));
        if (!m_contacts.empty())
            HEADWAY_CHECK(made(step,
                               ActivityLink{.activity = {id},
                                            .recordKind = EntityKind::Contact,
                                            .recordId = oneOf(m_contacts)}));
        if (!m_deals.empty() && below(2))
            HEADWAY_CHECK(made(
                step,
                ActivityLink{.activity = {id}, .recordKind = EntityKind::Deal, .recordId = oneOf(m_deals)}));
        return {};
    }

    // Contacts and deals are found by this name.
    Result<> rename(store::StepWriter &step, sql::Connection &connection)
    {
        HEADWAY_TRY(before, store::load<Company>(connection, CompanyId{oneOf(m_companies)}));
        Company after = before;
        after.name = u"Stahlbau %1"_s.arg(below(1000));
        HEADWAY_CHECK(step.apply(update(before, after)));
        return {};
    }

    Result<> takeAway(store::StepWriter &step)
    {
        if (m_contacts.empty())
            return {};
        const EntityRef ref{EntityKind::Contact, oneOf(m_contacts)};
        HEADWAY_CHECK(step.apply(remove(ref)));
        if (below(2))
            HEADWAY_CHECK(step.apply({ChangeKind::Restore, ref, {}, {}}));
        return {};
    }

    // Of somebody who may have been written long ago.
    Result<> addNumber(store::StepWriter &step)
    {
        if (m_contacts.empty())
            return {};
        HEADWAY_CHECK(made(step, point(EntityKind::Contact, oneOf(m_contacts))));
        return {};
    }

    Result<> look(sql::Connection &connection)
    {
        HEADWAY_TRY(count, connection.cell(u"SELECT count(*) FROM contact"_s));
        CHECK(integerOf(count) == qint64(m_contacts.size()));
        return {};
    }

    std::mt19937 m_random;
    qint64 m_pipeline = 0;
    qint64 m_stage = 0;
    qint64 m_product = 0;
    qint64 m_tag = 0;
    std::vector<qint64> m_companies;
    std::vector<qint64> m_contacts;
    std::vector<qint64> m_deals;
};

ChangeSet filled(FreshBook &book, Origin origin, unsigned seed, int turns)
{
    auto step = valueOf(
        store::StepWriter::begin(book.connection(), Sentence::verbatim(u"Fill"_s), origin, book.actor()));
    valueOf(RandomWork(seed).doIn(step, book.connection(), turns));
    return valueOf(step.finish());
}

// Documents may be written in any order; of a record that is made and taken away there may be an empty one, or one that
// rests (resting_test.cpp).
QString documentsOf(FreshBook &book)
{
    QStringList lines = dumpOf(book.connection(), {u"search_doc"_s}, {u"id"_s, u"resting"_s}).split(u'\n');
    lines.removeIf([](const QString &line) { return line.endsWith(u'|'); });
    return lines.join(u'\n');
}

QString rowsOf(FreshBook &book)
{
    QStringList tables{u"change"_s, u"operation"_s};
    for (const EntityKind kind : allEntityKinds())
        tables += tableName(kind);
    return dumpOf(book.connection(), tables, {u"origin"_s});
}

// Counts what is inserted into each table.
sql::Connection::Probe countInto(std::map<QString, int> &written)
{
    return [&written](const QString &statement, const sql::Values &) -> Result<> {
        if (statement.startsWith(u"INSERT INTO "))
            ++written[statement.section(u' ', 2, 2)];
        return {};
    };
}

void checkSound(FreshBook &book)
{
    const auto report = valueOf(store::checkBook(book.connection(), store::CheckDepth::Thorough, {}));
    CAPTURE(linesInEnglish(report.sentences()));
    CHECK(report.isSound());
}

} // namespace

TEST_CASE("A book that an import fills at once is the same as one that is filled record by record", "[store]")
{
    const sql::Engine engine = GENERATE(anyEngine());
    const unsigned seed = GENERATE(1U, 2U, 3U, 4U);
    const int turns = seed == 4 ? 4000 : 150; // of many, some are written long before the last ones
    CAPTURE(engine, seed);
    FreshBook one(engine);
    FreshBook other(engine);
    filled(one, Origin::Generated, seed, turns);
    filled(other, Origin::Imported, seed, turns);
    CHECK(rowsOf(one) == rowsOf(other));
    CHECK(documentsOf(one) == documentsOf(other));
    checkSound(other);
}

TEST_CASE("What an import made at once is undone and made again as a whole", "[store]")
{
    FreshBook book(GENERATE(anyEngine()));
    filled(book, Origin::Imported, 5, 200);
    const QStringList omitted{u"version"_s, u"modified_at"_s, u"deleted_at"_s};
    const QString before = dumpOf(book.connection(), {u"contact"_s, u"deal"_s}, omitted);
    book.undo();
    CHECK(book.count(EntityKind::Contact) == 0);
    CHECK(book.count(EntityKind::Activity) == 0);
    checkSound(book);
    book.redo();
    CHECK(dumpOf(book.connection(), {u"contact"_s, u"deal"_s}, omitted) == before);
    checkSound(book);
}

TEST_CASE("Whichever statement fails while many records are written at once, nothing of them is there",
          "[store]")
{
    FreshBook book(GENERATE(anyEngine()));
    CHECK(failEveryStatement(book,
                             [&]() -> Result<> {
                                 HEADWAY_TRY(step,
                                             store::StepWriter::begin(book.connection(),
                                                                      Sentence::verbatim(u"Fill"_s),
                                                                      Origin::Imported, book.actor()));
                                 HEADWAY_CHECK(RandomWork(6).doIn(step, book.connection(), 25));
                                 HEADWAY_CHECK(step.finish());
                                 return {};
                             })
          > 20);
}

TEST_CASE("An import finds by address, number, name and foreign id what it has just made", "[store]")
{
    FreshBook book(GENERATE(anyEngine()));
    auto step = valueOf(store::StepWriter::begin(book.connection(), Sentence::verbatim(u"Fill"_s),
                                                 Origin::Imported, book.actor()));
    store::NameLookup names(book.connection());
    names.setKeys(step.keys());
    const auto byEmail = [&](const QString &address) {
        return valueOf(
            store::reachedBy(book.connection(), EntityKind::Contact, u"email"_s, address, step.keys()));
    };
    const auto byPhone = [&](const QString &number) {
        return valueOf(
            store::reachedBy(book.connection(), EntityKind::Contact, u"phone"_s, number, step.keys()));
    };
    const auto byKey = [&](const QString &key) {
        return valueOf(
            store::withExternalKey(book.connection(), EntityKind::Contact, u"old"_s, key, step.keys()));
    };
    for (int i = 0; i < 20; ++i) {
        CAPTURE(i);
        const QString address = u"Ana%1@b.example"_s.arg(i);
        const QString number = u"+49 30 %1"_s.arg(555'000 + i);
        CHECK(byEmail(address).empty());
        CHECK(byPhone(number).empty());
        CHECK(byKey(QString::number(i)).empty());
        CHECK(valueOf(names.find(EntityKind::Company, u"Firm %1"_s.arg(i))).exact.empty());
        const qint64 company = valueOf(step.apply(create(Company{.name = u"Firm %1"_s.arg(i)}))).id;
        const qint64 id =
            valueOf(step.apply(create(Contact{.lastName = u"Berg"_s, .company = {company}}))).id;
        valueOf(step.apply(
            create(ContactPoint{.recordKind = EntityKind::Contact, .recordId = id, .value = address})));
        valueOf(step.apply(create(ContactPoint{.recordKind = EntityKind::Contact,
                                               .recordId = id,
                                               .by = ContactPointType::Phone,
                                               .value = number})));
        valueOf(step.apply(create(ExternalRef{.system = u"old"_s,
                                              .key = QString::number(i),
                                              .recordKind = EntityKind::Contact,
                                              .recordId = id})));
        names.added({EntityKind::Company, company},
                    derive(EntityKind::Company, toRow(Company{.name = u"Firm %1"_s.arg(i)})));
        if (i % 3 == 0) // some are looked for at once, others when they are written long ago
            CHECK(byEmail(address.toUpper()) == std::vector{id});
        CHECK(byPhone(u"030 %1"_s.arg(555'000 + i / 2)) == std::vector{qint64(i / 2 + 1)});
        CHECK(byKey(QString::number(i / 3)) == std::vector{qint64(i / 3 + 1)});
        CHECK(valueOf(names.find(EntityKind::Company, u"firm %1"_s.arg(i))).exact == std::vector{company});
    }
}

TEST_CASE(
    "A large step that looks again and again keeps its records apart from those found by what came later",
    "[store]")
{
    // Of so many that are changed late their words are written in the middle of the step.
    constexpr qint64 people = 10'001;
    FreshBook book(GENERATE(anyEngine()));
    const CompanyId unnamed = book.add(Company{.name = u"???"_s}); // has no words, so nothing to be found by
    std::vector<Change> changes;
    for (qint64 i = 0; i < people; ++i)
        changes.push_back(create(Contact{.lastName = u"Berg"_s}));
    book.commit({Sentence::verbatim(u"People"_s), changes});
    auto step = valueOf(store::StepWriter::begin(book.connection(), Sentence::verbatim(u"Fill"_s),
                                                 Origin::Imported, book.actor()));
    valueOf(step.apply(create(Company{.name = u"First"_s})));
    CHECK(valueOf(book.connection().cell(u"SELECT count(*) FROM company"_s)) == sql::Value(qint64(2)));
    valueOf(step.apply(create(ContactPoint{
        .recordKind = EntityKind::Company, .recordId = unnamed.value, .value = u"x@quest.example"_s})));
    for (qint64 id = 1; id <= people; ++id)
        valueOf(step.apply(create(ContactPoint{
            .recordKind = EntityKind::Contact, .recordId = id, .value = u"b%1@b.example"_s.arg(id)})));
    valueOf(step.apply(create(Company{.name = u"Second"_s})));
    valueOf(step.finish());
    const auto found = valueOf(
        store::reachedBy(book.connection(), EntityKind::Company, u"email"_s, u"x@quest.example"_s, nullptr));
    CHECK(found == std::vector{unnamed.value});
    const auto doc = valueOf(book.connection().cell(
        u"SELECT body FROM search_doc WHERE entity = 'company' AND entity_id = ?"_s, {unnamed.value}));
    CHECK(textOf(doc).contains(u"quest"));
    checkSound(book);
}

TEST_CASE("What an import makes is written before its texts take much memory, and so is what it says of them",
          "[store]")
{
    FreshBook book(GENERATE(anyEngine()));
    constexpr int notes = 20; // a megabyte each
    std::map<QString, int> written;
    auto step = valueOf(store::StepWriter::begin(book.connection(), Sentence::verbatim(u"Fill"_s),
                                                 Origin::Imported, book.actor()));
    book.connection().setProbe(countInto(written));
    for (int i = 0; i < notes; ++i)
        valueOf(step.apply(create(
            Activity{.kind = ActivityKind::Note, .note = QString(500'000, u'x') + QString::number(i)})));
    valueOf(book.connection().together());
    CHECK(written[u"activity"_s] > notes / 2);
    CHECK(written[u"activity"_s] < notes);
    CHECK(written[u"change"_s] > 0);
    const ChangeSet set = valueOf(step.finish());
    book.connection().setProbe({});
    CHECK(set.operation.changeCount == notes);
    CHECK_FALSE(set.complete); // whoever shows them reads them anew
    CHECK(book.count(EntityKind::Activity) == notes);
    checkSound(book);
}

TEST_CASE("The words of many long notes are written before they take much memory", "[store]")
{
    FreshBook book(GENERATE(anyEngine()));
    constexpr int notes = 90; // 200 KB each
    QString text;
    for (int word = 0; word < 3'300; ++word)
        text += u"extraordinarilylongwordinagerman%1 "_s.arg(word).right(31);
    std::map<QString, int> written;
    auto step = valueOf(store::StepWriter::begin(book.connection(), Sentence::verbatim(u"Write"_s),
                                                 Origin::Typed, book.actor()));
    book.connection().setProbe(countInto(written));
    for (int i = 0; i < notes; ++i)
        valueOf(step.apply(create(Activity{.kind = ActivityKind::Note, .note = text + QString::number(i)})));
    const bool isFile = book.connection().engine() == sql::Engine::Sqlite;
    const QString index = isFile ? u"activity_index"_s : u"activity_doc"_s;
    CHECK(written[index] > notes / 2);
    CHECK(written[index] < notes);
    CHECK(written[u"change"_s] > 0);
    valueOf(step.finish());
    book.connection().setProbe({});
    CHECK(written[index] == notes);
    checkSound(book);
}

TEST_CASE("A step that is dropped while its records are being written leaves the book as it was", "[store]")
{
    FreshBook book(GENERATE(anyEngine()));
    const QString before = dumpOf(book.connection());
    {
        auto step = valueOf(store::StepWriter::begin(book.connection(), Sentence::verbatim(u"Fill"_s),
                                                     Origin::Imported, book.actor()));
        for (int i = 0; i < 4'100; ++i) // the last one passes those before it on
            valueOf(step.apply(create(Company{.name = u"Works %1"_s.arg(i)})));
    }
    CHECK(dumpOf(book.connection()) == before);
    valueOf(book.connection().together());
    checkSound(book);
}

TEST_CASE("A number is not given twice when records with numbers of their own come in between", "[store]")
{
    FreshBook book(GENERATE(anyEngine()));
    auto step = valueOf(store::StepWriter::begin(book.connection(), Sentence::verbatim(u"Fill"_s),
                                                 Origin::Imported, book.actor()));
    const auto made = [&](qint64 wanted) {
        return valueOf(step.apply(create(Company{.name = u"Acme"_s}, wanted))).id;
    };
    CHECK(made(0) == 1);
    CHECK(made(0) == 2);
    CHECK(made(0) == 3);
    CHECK(made(4) == 4);
    CHECK(made(50) == 50);
    CHECK(made(7) == 7);
    CHECK(made(0) > 50);
    valueOf(step.finish());
    const qint64 next = book.add(Company{.name = u"Next"_s}).value;
    CHECK(next > 51);
    checkSound(book);
}
