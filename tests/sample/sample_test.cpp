// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/changes/validate.h"
#include "domain/records/activity.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/inenglish.h"
#include "domain/records/record.h"
#include "sample/sample.h"
#include "sample/samplecsv.h"
#include "store/book/defaults.h"

#include <catch2/catch.hpp>

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QSet>

#include <map>

using namespace headway;
using namespace headway::sample;
using namespace headway::store;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 23);
const quint64 seed = 1;

struct Sample {
    std::map<EntityKind, std::map<qint64, Row>> records;
    std::map<EntityKind, std::map<qint64, Instant>> createdAt;
    std::vector<std::pair<EntityKind, qint64>> order;

    template <class E>
    std::map<qint64, E> all() const
    {
        std::map<qint64, E> entities;
        for (const auto &[id, row] : records.at(Table<E>::kind))
            entities.emplace(id, fromRow<E>(row));
        return entities;
    }
};

Sample collected(const SampleScale &scale)
{
    Sample sample;
    const auto sink = [&](EntityKind kind, qint64 id, const Row &row, Instant at) -> Result<> {
        sample.records[kind].emplace(id, row);
        sample.createdAt[kind].emplace(id, at);
        sample.order.emplace_back(kind, id);
        return {};
    };
    REQUIRE(generateSample(scale, seed, today, sink, {}));
    return sample;
}

const Sample &smallSample()
{
    static const Sample sample = collected(SampleScale::small());
    return sample;
}

QByteArray fingerprint(quint64 chance)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto sink = [&](EntityKind kind, qint64 id, const Row &row, Instant at) -> Result<> {
        hash.addData(tableName(kind).data());
        hash.addData(QByteArray::number(id));
        hash.addData(QByteArray::number(at.ms));
        for (const Value &value : row)
            hash.addData(std::holds_alternative<QString>(value) ? textOf(value).toUtf8()
                                                                : QByteArray::number(integerOf(value)));
        return {};
    };
    REQUIRE(generateSample(SampleScale::small(), chance, today, sink, {}));
    return hash.result();
}

qint64 now()
{
    return QDateTime(today, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
}

} // namespace

TEST_CASE("the sample is the same for the same seed, another for another", "[sample]")
{
    CHECK(fingerprint(1) == fingerprint(1));
    CHECK(fingerprint(1) != fingerprint(2));
}

TEST_CASE("the sample has as many records as its scale says", "[sample]")
{
    const std::map<EntityKind, std::map<qint64, Row>> &records = smallSample().records;
    CHECK(records.at(EntityKind::Company).size() == 90);
    CHECK(records.at(EntityKind::Contact).size() == 220);
    CHECK(records.at(EntityKind::Lead).size() == 60);
    CHECK(records.at(EntityKind::Deal).size() == 300);
    CHECK(records.at(EntityKind::Activity).size() == 900);
    CHECK(records.at(EntityKind::User).size() == 8);
    CHECK(records.at(EntityKind::Team).size() == 2);
}

TEST_CASE("a tenth of the largest sample has a tenth of its records", "[sample]")
{
    std::map<EntityKind, qint64> count;
    qint64 open = 0;
    const int status = entityInfo(EntityKind::Deal).indexOf(u"status");
    const auto sink = [&](EntityKind kind, qint64 id, const Row &row, Instant) -> Result<> {
        if (++count[kind] != id && kind != EntityKind::Stage)
            return failure(ErrorCode::Internal, Sentence::verbatim(u"Ids have a gap."_s));
        open += kind == EntityKind::Deal && row[size_t(status)] == Value(u"open"_s);
        return {};
    };
    REQUIRE(generateSample(SampleScale::medium(), seed, today, sink, {}));
    CHECK(count[EntityKind::Company] == 10'000);
    CHECK(count[EntityKind::Contact] == 100'000);
    CHECK(count[EntityKind::Lead] == 20'000);
    CHECK(count[EntityKind::Deal] == 50'000);
    CHECK(count[EntityKind::Activity] == 300'000);
    CHECK(count[EntityKind::StageVisit] == Approx(200'000).epsilon(0.05));
    CHECK(open == Approx(15'000).epsilon(0.03));
}

TEST_CASE("a sample of any number of deals can be made", "[sample]")
{
    for (const qint64 deals : {1, 2, 7, 299, 1'000, 1'001}) {
        const SampleScale scale = SampleScale::named(QString::number(deals)).value();
        CHECK(qint64(collected(scale).records.at(EntityKind::Deal).size()) == deals);
    }
    CHECK(SampleScale::named(u"large") == SampleScale::large());
    CHECK_FALSE(SampleScale::named(u"huge"));
    CHECK_FALSE(SampleScale::named(u"0"));
}

TEST_CASE("a sample can be made on any day, and nothing happened on its weekends", "[sample]")
{
    const size_t at = size_t(entityInfo(EntityKind::Activity).indexOf(u"at"));
    for (int days = 0; days < 9; ++days) {
        const auto sink = [&](EntityKind kind, qint64, const Row &row, Instant) -> Result<> {
            if (kind != EntityKind::Activity)
                return {};
            const QDateTime when = QDateTime::fromMSecsSinceEpoch(integerOf(row[at]), Qt::UTC);
            return when.date().dayOfWeek() <= 5
                ? Result<>()
                : failure(ErrorCode::Internal, Sentence::verbatim(u"On a weekend."_s));
        };
        INFO(days);
        CHECK(generateSample(SampleScale::small(), seed, QDate(2028, 2, 25).addDays(days), sink, {}));
    }
}

TEST_CASE("generation ends when the progress or the sink says so", "[sample]")
{
    const auto accept = [](EntityKind, qint64, const Row &, Instant) -> Result<> { return {}; };
    const auto refuse = [](EntityKind, qint64, const Row &, Instant) -> Result<> {
        return failure(ErrorCode::Busy, {});
    };
    const auto stopped =
        generateSample(SampleScale::small(), seed, today, accept, [](qint64, qint64) { return false; });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == ErrorCode::Cancelled);
    const auto refused = generateSample(SampleScale::small(), seed, today, refuse, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Busy);
}

TEST_CASE("every record of the sample is valid, and its texts are finished", "[sample]")
{
    for (const auto &[kind, rows] : smallSample().records) {
        for (const auto &[id, row] : rows) {
            INFO(tableName(kind).data() << " " << id);
            const Result<> valid = validate(kind, row);
            INFO((valid ? std::string() : inEnglish(valid.error().text).toStdString()));
            CHECK(valid);
            for (const Value &value : row)
                CHECK_FALSE(textOf(value).contains(u'{'));
        }
    }
}

TEST_CASE("every reference of the sample points to a record given before", "[sample]")
{
    const Sample &sample = smallSample();
    QSet<EntityRef> known;
    for (const auto &[kind, id] : sample.order) {
        const Row &row = sample.records.at(kind).at(id);
        const EntityInfo &info = entityInfo(kind);
        for (size_t i = 0; i < row.size(); ++i) {
            if (isNull(row[i]))
                continue;
            INFO(tableName(kind).data() << " " << id << " " << info.fields[i].name.data());
            if (info.fields[i].type == FieldType::Reference && kind != EntityKind::Team)
                CHECK(known.contains({info.fields[i].target, integerOf(row[i])}));
            if (info.fields[i].type == FieldType::RecordId)
                CHECK(known.contains({entityKindNamed(textOf(row[i - 1])).value(), integerOf(row[i])}));
        }
        known.insert({kind, id});
    }
}

TEST_CASE("deals of the sample stand where their visits end", "[sample]")
{
    const Sample &sample = smallSample();
    const auto stages = sample.all<Stage>();
    std::map<qint64, std::vector<StageVisit>> visits;
    for (const auto &[id, visit] : sample.all<StageVisit>())
        visits[visit.deal.value].push_back(visit);
    int won = 0, lost = 0;
    for (const auto &[id, deal] : sample.all<Deal>()) {
        INFO("deal " << id);
        const Stage &stage = stages.at(deal.stage.value);
        CHECK(deal.status == stage.type);
        CHECK(deal.pipeline == stage.pipeline);
        CHECK(deal.closedOn.isValid() == (deal.status != StageType::Open));
        CHECK(bool(deal.lostReason) == (deal.status == StageType::Lost));
        won += deal.status == StageType::Won;
        lost += deal.status == StageType::Lost;

        const std::vector<StageVisit> &path = visits[id];
        REQUIRE_FALSE(path.empty());
        CHECK(path.front().enteredAt == sample.createdAt.at(EntityKind::Deal).at(id));
        for (size_t i = 0; i + 1 < path.size(); ++i) {
            CHECK(path[i].leftAt == path[i + 1].enteredAt);
            CHECK(path[i].enteredAt < path[i].leftAt);
            CHECK(path[i].stage != path[i + 1].stage);
        }
        CHECK(path.back().stage == deal.stage);
        CHECK(path.back().enteredAt == deal.stageEnteredAt);
        CHECK_FALSE(path.back().leftAt);
        CHECK(path.back().enteredAt.ms < now());
    }
    CHECK(won > 60);
    CHECK(lost > 60);
}

TEST_CASE("amounts of the sample are what their line items say", "[sample]")
{
    std::map<qint64, qint64> sums;
    for (const auto &[id, item] : smallSample().all<LineItem>())
        sums[item.deal.value] +=
            item.quantityMilli / 1000 * item.unitPrice.value() * (100 - item.discountPercent) / 100;
    for (const auto &[id, deal] : smallSample().all<Deal>()) {
        INFO("deal " << id);
        CHECK(deal.amount.value_or(0) == sums[id]);
    }
}

TEST_CASE("activities of the sample are done before today or planned ahead, some overdue", "[sample]")
{
    int planned = 0, overdue = 0;
    for (const auto &[id, activity] : smallSample().all<Activity>()) {
        INFO("activity " << id);
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(activity.at.ms, Qt::UTC);
        CHECK(at.date().dayOfWeek() <= 5);
        CHECK(at.time().hour() >= 6);
        CHECK(at.time().hour() < 18);
        if (activity.state == ActivityState::Planned) {
            ++planned;
            overdue += at.date() < today;
            CHECK_FALSE(activity.doneAt);
        } else {
            CHECK(at.date() < today);
        }
    }
    CHECK(planned > 60);
    CHECK(overdue > 5);
    CHECK(overdue * 3 < planned);
}

TEST_CASE("names of the sample tell its records apart, as an import by name needs", "[sample]")
{
    QSet<QString> companies, people, deals, emails;
    for (const auto &[id, row] : smallSample().records.at(EntityKind::Company))
        companies.insert(textOf(row[0]));
    for (const auto &[id, contact] : smallSample().all<Contact>())
        people.insert(contact.firstName + u' ' + contact.lastName + u'/'
                      + QString::number(contact.company.value));
    for (const auto &[id, deal] : smallSample().all<Deal>())
        deals.insert(deal.name + u'/' + QString::number(deal.company.value));
    CHECK(companies.size() == 90);
    CHECK(people.size() == 220);
    CHECK(deals.size() == 300);
    int addresses = 0;
    for (const auto &[id, point] : smallSample().all<ContactPoint>()) {
        if (point.by != ContactPointType::Email)
            continue;
        ++addresses;
        emails.insert(point.value);
        CHECK(point.value.endsWith(u".example"));
        CHECK(std::all_of(point.value.begin(), point.value.end(), [](QChar c) { return c.unicode() < 128; }));
    }
    // A converted lead shares its address with the contact it became.
    CHECK(addresses - emails.size() < 15);
}

TEST_CASE("a new book's lists are valid and their fixed ids are what their names say", "[sample]")
{
    std::map<EntityRef, Row> records;
    for (const DefaultRecord &record : defaultRecords()) {
        CHECK(validate(record.kind, record.row));
        records.emplace(EntityRef{record.kind, record.id}, record.row);
    }
    CHECK(records.size() == defaultRecords().size());
    CHECK(fromRow<Stage>(records.at({EntityKind::Stage, defaults::offer.value})).name == u"Offer");
    CHECK(fromRow<Stage>(records.at({EntityKind::Stage, defaults::renewed.value})).type == StageType::Won);
    CHECK(fromRow<Stage>(records.at({EntityKind::Stage, defaults::lost.value})).type == StageType::Lost);
    CHECK(fromRow<Outcome>(records.at({EntityKind::Outcome, defaults::meetingAgreed.value})).position == 6);
}

TEST_CASE("the shipped CSV files are what the generator writes", "[sample]")
{
    const auto files = sampleCsvFiles(SampleScale::small(), seed, today);
    REQUIRE(files);
    CHECK(files->size() == 6);
    for (const SampleFile &expected : *files) {
        QFile file(QStringLiteral(HEADWAY_RESOURCES "/sample/") + expected.name);
        INFO(expected.name.toStdString());
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK((file.readAll() == expected.bytes)); // if the change is intended, write it again
    }
}
