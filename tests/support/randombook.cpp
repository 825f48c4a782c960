// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/randombook.h"

#include "support/naughtytext.h"

using namespace Qt::StringLiterals;

namespace headway::test {

namespace {

constexpr qint64 day = 86'400'000;
constexpr qint64 begin = 1'767'225'600'000; // 2026-01-01 00:00 UTC

const QStringList companyNames{u"Acme"_s,         u"50% Off"_s,      u"500 Off"_s,   u"a_b Trading"_s,
                               u"aXb Trading"_s,  u"O'Neill"_s,      u"Łąka & Co"_s, u"Übersee AG"_s,
                               u"日本 Trading"_s, u"Acme Überland"_s};
const QStringList dealWords{u"renewal"_s, u"Fan"_s, u"o'neill"_s, u"100%"_s, u"a_b"_s,    u"Straße"_s,
                            u"日本"_s,    u"😀"_s,   u"Łąka"_s,    u"zoo"_s,  u"\\back"_s, u"\"quoted\""_s};
const QStringList currencies{u"EUR"_s, u"JPY"_s, u"BHD"_s};

template <class E>
std::vector<E> numbered(std::vector<E> records)
{
    qint64 id = 0;
    for (E &record : records)
        record.id = {++id};
    return records;
}

template <class E>
void add(Edit &edit, const std::vector<E> &records)
{
    for (const E &record : records)
        edit.changes.push_back(create(record, record.id.value));
}

template <class T>
T oneOf(NaughtyText &random, const std::vector<T> &list)
{
    return list[size_t(random.number(int(list.size()) - 1))];
}

Deal randomDeal(NaughtyText &random, const RandomBook &book)
{
    const Stage stage = oneOf(random, book.stages);
    Deal deal{.pipeline = stage.pipeline, .stage = stage.id, .status = stage.type};
    for (int n = random.number(2); n >= 0; --n)
        deal.name += dealWords[random.number(int(dealWords.size()) - 1)] + u' ';
    deal.name = deal.name.trimmed();
    if (random.number(4))
        deal.company = oneOf(random, book.companies).id;
    if (random.number(4))
        deal.owner = oneOf(random, book.users).id;
    if (random.number(4)) {
        deal.amount = qint64(random.number(400)) * 50'025 - 500'000;
        deal.currency = currencies[random.number(2)];
    }
    if (random.number(2) == 0)
        deal.probabilityOverride = random.number(100);
    if (random.number(3))
        deal.expectedClose = QDate(2026, 1, 1).addDays(random.number(120));
    if (random.number(2) == 0)
        deal.competitor = oneOf(random, book.companies).name;
    deal.type = DealType(random.number(3));
    deal.rank = random.number(30) * 1000;
    if (isClosed(stage.type))
        deal.closedOn = QDate(2026, 1, 1).addDays(random.number(120));
    if (random.number(5))
        deal.stageEnteredAt = {qint64(1'767'000'000'000) + qint64(random.number(10'000)) * 999'937};
    return deal;
}

} // namespace

RandomBook::RandomBook(FreshBook &book, unsigned seed, int dealCount)
{
    NaughtyText random(seed);
    teams = numbered<Team>({{.name = u"South"_s}, {.name = u"North 100%"_s}});
    users = numbered<User>({{.name = u"Ana Núñez"_s, .team = {1}},
                            {.name = u"Ben"_s, .team = {2}},
                            {.name = u"Cem"_s},
                            {.name = u"Dörte O'Neill"_s, .team = {1}}});
    stages = numbered<Stage>({{.pipeline = {1}, .name = u"Lead"_s, .position = 1, .probability = 15},
                              {.pipeline = {1}, .name = u"Offer"_s, .position = 3, .probability = 55},
                              {.pipeline = {1}, .name = u"Won"_s, .position = 4, .type = StageType::Won},
                              {.pipeline = {1}, .name = u"Lost"_s, .position = 5, .type = StageType::Lost},
                              {.pipeline = {1},
                               .name = u"Waiting"_s,
                               .position = 2,
                               .type = StageType::OnHold,
                               .probability = 33}});
    for (const QString &name : companyNames)
        companies.push_back({.name = name});
    companies = numbered(companies);

    Edit edit{Sentence::verbatim(u"Fill"_s)};
    add(edit, teams);
    add(edit, users);
    edit.changes.push_back(create(Pipeline{.name = u"Sales"_s}, 1));
    add(edit, stages);
    add(edit, companies);
    edit.changes.push_back(create(Tag{.name = u"Very important"_s}, 1));
    for (qint64 id = 1; id <= dealCount; ++id) {
        Change change = create(randomDeal(random, *this), id);
        change.createdAt = {begin + random.number(90) * day + random.number(1000)};
        created.insert(id, change.createdAt);
        edit.changes.push_back(change);
        if (random.number(2))
            continue;
        important.insert(id);
        edit.changes.push_back(create(TagLink{.tag = {1}, .recordKind = EntityKind::Deal, .recordId = id}));
    }
    book.commit(edit);
    for (qint64 id = 1; id <= dealCount; ++id)
        deals.push_back(book.load<Deal>({id}));
}

} // namespace headway::test
