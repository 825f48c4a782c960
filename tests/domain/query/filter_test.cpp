// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/query/filter.h"

#include "domain/query/filtersubjects.h"
#include "domain/records/inenglish.h"
#include "domain/records/record.h"
#include "support/catch_qt.h"
#include "support/naughtytext.h"

using namespace headway;
using namespace Qt::StringLiterals;
using test::NaughtyText;

namespace {

const QDate today(2026, 12, 15);

Filter parsed(const QString &text, EntityKind kind = EntityKind::Deal)
{
    const auto filter = parseFilter(kind, text, today);
    INFO((filter ? QString() : inEnglish(filter.error().text)).toStdString());
    REQUIRE(filter);
    return *filter;
}

Condition only(const QString &text, EntityKind kind = EntityKind::Deal)
{
    const Filter filter = parsed(text, kind);
    REQUIRE(filter.conditions.size() == 1);
    REQUIRE(filter.words.isEmpty());
    return filter.conditions.front();
}

// As the filter bar would print it.
QString again(const QString &text, EntityKind kind = EntityKind::Deal)
{
    return filterText(kind, parsed(text, kind));
}

FilterError mistake(const QString &text, EntityKind kind = EntityKind::Deal)
{
    const auto filter = parseFilter(kind, text, today);
    CAPTURE(text);
    REQUIRE_FALSE(filter);
    return filter.error();
}

// A text that is not empty and that a person could have typed.
QString randomWord(NaughtyText &random)
{
    QString word;
    while (word.trimmed().isEmpty())
        word = random.text().left(40);
    return word;
}

QString number(NaughtyText &random)
{
    const QString whole = QString::number(random.number(100'000) - 50'000);
    return random.number(3) == 0 ? whole + u".5"_s : whole;
}

QString day(NaughtyText &random)
{
    return QDate(2020, 1, 1).addDays(random.number(4000)).toString(Qt::ISODate);
}

void fillSpan(Condition &condition, NaughtyText &random, QString (*value)(NaughtyText &))
{
    condition.comparison = Comparison(1 + random.number(4));
    condition.values = {value(random)};
    if (condition.comparison == Comparison::Between)
        condition.values += condition.values.front();
}

// Any condition that the language can express.
Condition randomCondition(EntityKind kind, NaughtyText &random)
{
    const EntityInfo &info = entityInfo(kind);
    Condition condition;
    do
        condition.field = random.number(int(info.fields.size()) - 1);
    while (info.field(condition.field).has(Trait::Internal));
    condition.sense = random.number(2) == 0 ? Sense::Negated : Sense::Plain;
    if (random.number(8) == 0) {
        condition.comparison = Comparison::IsEmpty;
        return condition;
    }
    const FieldInfo &field = info.field(condition.field);
    switch (field.type) {
    case FieldType::Day:
    case FieldType::Moment: fillSpan(condition, random, &day); break;
    case FieldType::Money: fillSpan(condition, random, &number); break;
    case FieldType::Integer:
    case FieldType::Percent:
    case FieldType::Duration:
        for (int n = random.number(2); n >= 0; --n)
            condition.values += QString::number(random.number(5000));
        break;
    case FieldType::YesNo: condition.values = {QString::number(random.number(1))}; break;
    case FieldType::Currency: condition.values = {random.number(1) == 0 ? u"EUR"_s : u"JPY"_s}; break;
    case FieldType::Choice: {
        const auto &choice = field.choices[size_t(random.number(int(field.choices.size()) - 1))];
        condition.values = {QString::fromLatin1(choice.code)};
        if (condition.values.front().isEmpty()) {
            condition.values.clear();
            condition.comparison = Comparison::IsEmpty;
        }
        break;
    }
    default:
        for (int n = random.number(2); n >= 0; --n)
            condition.values += randomWord(random);
    }
    return condition;
}

Filter randomFilter(EntityKind kind, NaughtyText &random)
{
    Filter filter;
    for (int n = random.number(3); n > 0; --n)
        filter.conditions.push_back(randomCondition(kind, random));
    for (int n = random.number(2); n > 0; --n)
        filter.words += u"w"_s + randomWord(random);
    return filter;
}

// Of two or three, none of which is alternatives alone: the language knows no brackets that say nothing.
Alternatives randomAlternatives(EntityKind kind, NaughtyText &random, int depth)
{
    Alternatives alternatives;
    alternatives.sense = random.number(1) == 0 ? Sense::Plain : Sense::Negated;
    for (int n = 1 + random.number(1); n >= 0; --n) {
        Filter filter = randomFilter(kind, random);
        filter.conditions.push_back(randomCondition(kind, random));
        if (depth > 0 && random.number(1) == 0)
            filter.alternatives.push_back(randomAlternatives(kind, random, depth - 1));
        alternatives.filters.push_back(std::move(filter));
    }
    return alternatives;
}

} // namespace

TEST_CASE("Words without a colon are looked for in the record", "[domain]")
{
    CHECK(parsed(u"renewal  \"fan tech\""_s).words == QStringList{u"renewal"_s, u"fan tech"_s});
    CHECK(parsed(u""_s).isEmpty());
    CHECK(parsed(u"  \t "_s).isEmpty());
    CHECK(parsed(u"-- ! &"_s).isEmpty()); // no searchable letter in it
    CHECK(parsed(u"\"a:b\""_s).words == QStringList{u"a:b"_s});
}

TEST_CASE("A field is named as people see it", "[domain]")
{
    const EntityInfo &info = entityInfo(EntityKind::Deal);
    CHECK(only(u"owner:me"_s).field == info.indexOf(u"owner_id"));
    CHECK(only(u"OWNER:me"_s).field == info.indexOf(u"owner_id"));
    CHECK(only(u"next-step:call"_s).field == info.indexOf(u"next_step"));
    CHECK(only(u"next_step:call"_s).field == info.indexOf(u"next_step"));
    CHECK(only(u"close:2026"_s).field == info.indexOf(u"expected_close"));
    CHECK(only(u"expected-close:2026"_s).field == info.indexOf(u"expected_close"));
    CHECK(only(u"value:5"_s).field == info.indexOf(u"amount"));
    CHECK(only(u"tag:vip"_s).subject == Subject::Tag);
    CHECK(only(u"team:South"_s).subject == Subject::Team);
    CHECK(only(u"created:today"_s).subject == Subject::Created);
    CHECK(only(u"id:7"_s).subject == Subject::Id);
}

TEST_CASE("id: is the number in this book, or what another system calls the record", "[domain]")
{
    CHECK(only(u"id:zoho-17"_s).subject == Subject::ExternalId);
    CHECK(only(u"id:zoho-17,8"_s).values == QStringList{u"zoho-17"_s, u"8"_s});
    CHECK(only(u"id:12345678901234567890"_s).subject == Subject::ExternalId);
    CHECK(only(u"id:5..8"_s).subject == Subject::Id);
    CHECK(only(u"id:>5"_s).subject == Subject::Id);
    for (const QString &text :
         {u"id:zoho-17"_s, u"-id:zoho-17"_s, u"id:zoho-17,8"_s, u"id:\"a b\""_s, u"id:\"<5\""_s}) {
        const Condition condition = only(text);
        CHECK(only(filterText(EntityKind::Deal, {.conditions = {condition}})) == condition);
    }
    CHECK(filterNames(EntityKind::Deal).count(u"id"_s) == 1);
}

TEST_CASE("Commas mean or, a minus not, nothing behind the colon empty", "[domain]")
{
    CHECK(only(u"stage:Offer,\"On hold\""_s).values == QStringList{u"Offer"_s, u"On hold"_s});
    CHECK(only(u"stage:\"a,b\""_s).values == QStringList{u"a,b"_s});
    CHECK(only(u"-tag:vip"_s).sense == Sense::Negated);
    CHECK(only(u"owner:"_s).comparison == Comparison::IsEmpty);
    CHECK(only(u"owner:\"\""_s).comparison == Comparison::IsEmpty);
    CHECK(only(u"-owner:"_s).sense == Sense::Negated);
    // A trailing comma, before the next name is typed, changes nothing.
    CHECK(only(u"stage:Offer,"_s).values == QStringList{u"Offer"_s});
}

TEST_CASE("“or” between conditions means one of them, brackets hold together what belongs together",
          "[domain]")
{
    const Filter either = parsed(u"stage:Offer amount:>10k or tag:vip"_s);
    REQUIRE(either.alternatives.size() == 1);
    CHECK(either.conditions.empty());
    const std::vector<Filter> &filters = either.alternatives.front().filters;
    REQUIRE(filters.size() == 2);
    CHECK(filters[0] == parsed(u"stage:Offer amount:>10k"_s));
    CHECK(filters[1] == parsed(u"tag:vip"_s));

    const Filter mine = parsed(u"owner:me (stage:Offer OR tag:vip) renewal"_s);
    CHECK(mine.conditions == parsed(u"owner:me"_s).conditions);
    CHECK(mine.words == QStringList{u"renewal"_s});
    CHECK(mine.alternatives == parsed(u"stage:Offer or tag:vip"_s).alternatives);

    const Filter neither = parsed(u"-(stage:Offer or tag:vip)"_s);
    REQUIRE(neither.alternatives.size() == 1);
    CHECK(neither.alternatives.front().sense == Sense::Negated);
    CHECK(again(u"owner:me (stage:Offer or  -( tag:vip renewal ))"_s)
          == u"owner:me (stage:Offer or -(tag:vip renewal))"_s);
}

TEST_CASE("Brackets that change nothing are left out", "[domain]")
{
    CHECK(parsed(u"(stage:Offer)"_s) == parsed(u"stage:Offer"_s));
    CHECK(parsed(u"-(stage:Offer)"_s) == parsed(u"-stage:Offer"_s));
    CHECK(parsed(u"-(-(stage:Offer or tag:vip))"_s) == parsed(u"stage:Offer or tag:vip"_s));
    CHECK(parsed(u"(owner:me (renewal))"_s) == parsed(u"owner:me renewal"_s));
    CHECK(parsed(u"owner:me or (stage:Offer or tag:vip)"_s)
          == parsed(u"owner:me or stage:Offer or tag:vip"_s));
    CHECK(again(u"(owner:me or tag:vip)"_s) == u"owner:me or tag:vip"_s);
}

TEST_CASE("A bracket within a name, and a quoted “or”, are text", "[domain]")
{
    CHECK(parsed(u"Acme(Berlin)"_s).words == QStringList{u"Acme(Berlin)"_s});
    CHECK(parsed(u"(company:Acme(Berlin))"_s) == parsed(u"company:\"Acme(Berlin)\""_s));
    CHECK(parsed(u"a)"_s).words == QStringList{u"a)"_s});
    CHECK(parsed(u"\"or\" \"(a\""_s).words == QStringList{u"or"_s, u"(a"_s});
    CHECK(again(u"name:\"or\" \"OR\""_s) == u"name:\"or\" \"OR\""_s);
    CHECK(only(u"name:\"(a\""_s).values == QStringList{u"(a"_s});
}

TEST_CASE("Brackets and “or” that are not finished are told where they stand", "[domain]")
{
    const FilterError open = mistake(u"owner:me (stage:Offer"_s);
    CHECK(inEnglish(open.text) == u"The bracket that closes this one is missing."_s);
    CHECK(open.position == 9);
    CHECK(open.length == 1);
    CHECK(mistake(u"-(stage:Offer"_s).length == 2);
    CHECK(inEnglish(mistake(u"owner:me ()"_s).text) == u"There is no condition in the brackets."_s);
    for (const QString &text : {u"or tag:vip"_s, u"tag:vip or"_s, u"(tag:vip or) a"_s, u"a or or b"_s})
        CHECK(inEnglish(mistake(text).text) == u"A condition is missing beside “or”."_s);
    CHECK(inEnglish(mistake(u"stage:(Offer or Won)"_s).text)
          == u"A bracket goes around conditions; several values are separated by commas."_s);
    CHECK(inEnglish(mistake(QString(u"-(a "_s).repeated(9)).text) == u"Brackets can be nested 8 deep."_s);
    CHECK(inEnglish(mistake(QString(u"(a or b) "_s).repeated(51)).text)
          == u"At most 100 conditions fit into a filter."_s);
}

TEST_CASE("Amounts are compared, also in thousands, and lie between two bounds", "[domain]")
{
    CHECK(only(u"amount:>10k"_s) == only(u"amount:>10000"_s));
    CHECK(only(u"amount:>=10"_s).comparison == Comparison::GreaterOrEqual);
    CHECK(only(u"amount:<=\"1,234.50\""_s).comparison == Comparison::LessOrEqual);
    CHECK(only(u"amount:10..20"_s).comparison == Comparison::Between);
    CHECK(only(u"amount:10..20"_s).values == QStringList{u"10"_s, u"20"_s});
    CHECK(only(u"amount:-5..5"_s).values == QStringList{u"-5"_s, u"5"_s});
    CHECK(only(u"amount:1,2"_s).values == QStringList{u"1"_s, u"2"_s});
}

TEST_CASE("A month before the sign is its first day, behind it its last", "[domain]")
{
    CHECK(again(u"close:<2026-12"_s) == u"close:<2026-12-01"_s);
    CHECK(again(u"close:<=2026-12"_s) == u"close:<=2026-12-31"_s);
    CHECK(again(u"close:>2026-12"_s) == u"close:>2026-12-31"_s);
    CHECK(again(u"close:>=2026-12"_s) == u"close:>=2026-12-01"_s);
    CHECK(again(u"close:this-month"_s) == u"close:2026-12-01..2026-12-31"_s);
    CHECK(again(u"close:today"_s) == u"close:2026-12-15"_s);
}

TEST_CASE("A choice is named by its label or its code", "[domain]")
{
    CHECK(only(u"status:Won"_s).values == QStringList{u"won"_s});
    CHECK(only(u"status:\"on hold\",lost"_s).values == QStringList{u"on_hold"_s, u"lost"_s});
    CHECK(only(u"confidential:YES"_s, EntityKind::Activity).values == QStringList{u"1"_s});
}

TEST_CASE("A mistake is told by what it is and where it stands", "[domain]")
{
    const FilterError unknown = mistake(u"owner:me colour:red"_s);
    CHECK(inEnglish(unknown.text) == u"Deals have no “colour”."_s);
    CHECK(unknown.position == 9);
    CHECK(unknown.length == 6);
    CHECK(inEnglish(mistake(u"status:maybe"_s).text)
          == u"Status is never “maybe”. There are: Open, Won, Lost, On hold."_s);
    CHECK(inEnglish(mistake(u"close:soon"_s).text) == u"“soon” is not a date."_s);
    CHECK(mistake(u"close:soon"_s).length == 10);
    CHECK(inEnglish(mistake(u"amount:>"_s).text) == u"A value is missing behind the sign."_s);
    CHECK(inEnglish(mistake(u"name:<x"_s).text) == u"Only numbers and dates can be compared."_s);
    CHECK(inEnglish(mistake(u"confidential:maybe"_s, EntityKind::Activity).text)
          == u"“maybe” is neither yes nor no."_s);
    CHECK(inEnglish(mistake(u"a \"b c"_s).text) == u"A quotation mark is missing at the end."_s);
    CHECK(mistake(u"a \"b c"_s).position == 2);
    CHECK(mistake(u"amount:many"_s).length == 11);
    CHECK(inEnglish(mistake(u"name_key:x"_s).text) == u"Deals have no “name_key”."_s);
}

TEST_CASE("A condition without its colon is no word to look for", "[domain]")
{
    const auto meant = [](const QString &text) { return inEnglish(mistake(text).text); };
    CHECK(meant(u"amount>100000"_s) == u"A colon is missing behind the name: amount:>100000"_s);
    CHECK(meant(u"owner:me -stage=Offer"_s) == u"A colon is missing behind the name: stage:Offer"_s);
    CHECK(meant(u"Close<=eoq"_s).endsWith(u" Close:<=eoq"_s));
    CHECK(mistake(u"owner:me -stage=Offer"_s).position == 9);
    for (const QString &text : {u"\"amount>100000\""_s, u"a>b"_s, u"E=mc2"_s, u"->"_s})
        CHECK(parsed(text).conditions.empty());
    CHECK(again(u"\"amount>5\""_s) == u"\"amount>5\""_s);
}

TEST_CASE("What cannot be meant is refused and not half understood", "[domain]")
{
    CHECK(inEnglish(mistake(u"close:2026-01-01,2026-02-01"_s).text)
          == u"Only one date or span can stand here."_s);
    CHECK(inEnglish(mistake(u"amount:<5,10"_s).text) == u"Only one value can stand behind the sign."_s);
    CHECK(inEnglish(mistake(u"amount:<=1,234.50"_s).text) == u"Only one value can stand behind the sign."_s);
    CHECK(inEnglish(mistake(u"amount:1..2,5"_s).text) == u"Only one span can stand here."_s);
    CHECK(inEnglish(mistake(u"amount:>1..2"_s).text) == u"A span needs no sign."_s);
    CHECK(inEnglish(mistake(u"probability:2.5"_s).text) == u"“2.5” is not a whole number."_s);
}

TEST_CASE("A name that begins with a sign, or holds a quotation mark, can be quoted", "[domain]")
{
    CHECK(only(u"name:\"<b>\""_s).values == QStringList{u"<b>"_s});
    CHECK(only(u"name:\"12\"\" pipe\""_s).values == QStringList{u"12\" pipe"_s});
    CHECK(again(u"name:\"12\"\" pipe\""_s) == u"name:\"12\"\" pipe\""_s);
    CHECK(again(u"name:\"-5\""_s) == u"name:\"-5\""_s);
}

TEST_CASE("A filter shown as text and read again is the same filter", "[domain]")
{
    for (const EntityKind kind :
         {EntityKind::Deal, EntityKind::Contact, EntityKind::Company, EntityKind::Lead, EntityKind::Activity,
          EntityKind::Product, EntityKind::User, EntityKind::Stage}) {
        for (unsigned seed = 0; seed < 150; ++seed) {
            NaughtyText random(seed);
            Filter filter = randomFilter(kind, random);
            for (int n = random.number(2); n > 0; --n)
                filter.alternatives.push_back(randomAlternatives(kind, random, 1));
            const QString text = filterText(kind, filter);
            CAPTURE(seed, int(kind), text);
            const auto read = parseFilter(kind, text, today);
            INFO((read ? QString() : inEnglish(read.error().text)).toStdString());
            REQUIRE(read);
            CHECK(*read == filter);
        }
    }
}

TEST_CASE("Any text at all is a filter or a mistake with its place in it", "[domain]")
{
    for (unsigned seed = 0; seed < 2000; ++seed) {
        NaughtyText random(seed);
        const QString text = random.text() + (seed % 2 ? u" amount:"_s : u" close:"_s) + random.text();
        const auto read = parseFilter(EntityKind::Deal, text, today);
        if (read)
            continue;
        CAPTURE(text);
        CHECK(read.error().position >= 0);
        CHECK(read.error().position + read.error().length <= text.size());
        CHECK_FALSE(inEnglish(read.error().text).isEmpty());
    }
}

TEST_CASE("A colon without a name before it is what is marked as wrong", "[domain]")
{
    const FilterError error = mistake(u"renewal :x"_s);
    CHECK(error.position == 8);
    CHECK(error.length == 1);
}

TEST_CASE("A filter longer than anybody types is refused at the first part too many", "[domain]")
{
    const QString fitting = QString(u"id:1 "_s).repeated(100);
    CHECK(parsed(fitting).conditions.size() == 100);
    const FilterError conditions = mistake(fitting + u"renewal"_s);
    CHECK(conditions.position == fitting.size());
    CHECK(inEnglish(conditions.text) == u"At most 100 conditions fit into a filter."_s);
    const QString values = u"name:a"_s + QString(u",a"_s).repeated(150);
    CHECK(inEnglish(mistake(values).text) == u"At most 150 values fit into a condition."_s);
    CHECK(only(values.chopped(2)).values.size() == 150);
    const QString many = QString(u"name:a"_s + QString(u",a"_s).repeated(99) + u' ').repeated(10);
    CHECK(parsed(many).conditions.size() == 10);
    const FilterError total = mistake(many + u"name:b"_s);
    CHECK(total.position == many.size());
    CHECK(inEnglish(total.text) == u"At most 1,000 values fit into a filter."_s);
}

TEST_CASE("What nobody types is refused at once, at its place", "[domain]")
{
    CHECK(mistake(QString(u"renewal "_s).repeated(10'000)).position == 800);
    CHECK(mistake(QString(u"-alpha "_s).repeated(10'000)).position == 700);
    CHECK(mistake(QString(u"("_s).repeated(500)).position == 8);
    CHECK(mistake(QString(u"NOT ("_s).repeated(500)).position == 40);
    CHECK(mistake(QString(u"("_s).repeated(8) + u"a"_s).position == 7); // the innermost that is open
    CHECK(mistake(QString(u"a or "_s).repeated(10'000)).position == 500);
    CHECK(parsed(QString(u"("_s).repeated(8) + u'a' + QString(u")"_s).repeated(8)).words
          == QStringList{u"a"_s});
    CHECK(parsed(u"'"_s).isEmpty()); // no searchable letter in it
    CHECK(inEnglish(mistake(u"':x"_s).text) == u"Deals have no “'”."_s);
    CHECK(only(u"company:'"_s).values == QStringList{u"'"_s});
}

TEST_CASE("Every name that is offered is understood, and means the field it is offered for", "[domain]")
{
    for (const EntityKind kind : allEntityKinds()) {
        for (const QString &name : filterNames(kind)) {
            CAPTURE(int(kind), name);
            CHECK(parseFilter(kind, QString(name + u':'), today));
        }
        QStringList names = filterNames(kind);
        CHECK(names.removeDuplicates() == 0);
    }
}

TEST_CASE("An order is a list of fields, a minus before those that go down", "[domain]")
{
    const EntityInfo &info = entityInfo(EntityKind::Deal);
    const auto order = parseOrder(EntityKind::Deal, u"-amount, name");
    REQUIRE(order);
    CHECK(*order
          == std::vector<SortKey>{{Subject::Field, info.indexOf(u"amount"), SortOrder::Descending},
                                  {Subject::Field, info.indexOf(u"name"), SortOrder::Ascending}});
    CHECK(parseOrder(EntityKind::Deal, u"")->empty());
    CHECK(parseOrder(EntityKind::Deal, u"-created")->front().subject == Subject::Created);
    CHECK(inEnglish(parseOrder(EntityKind::Deal, u"colour").error().text)
          == u"Deals cannot be sorted by “colour”."_s);
    CHECK_FALSE(parseOrder(EntityKind::Deal, u"tag"));
    CHECK(orderText(EntityKind::Activity, defaultOrder(EntityKind::Activity)).isEmpty()); // nobody chose it
    CHECK(orderText(EntityKind::Deal,
                    {{Subject::Closed, -1, SortOrder::Ascending},
                     {Subject::Field, info.indexOf(u"name"), SortOrder::Descending}})
          == u"-name"_s);
}

TEST_CASE("Records are sorted by an own field of theirs, and the text says so again", "[domain]")
{
    const std::vector<CustomField> own{
        {.recordKind = EntityKind::Deal, .name = u"seats"_s, .label = u"Seats"_s, .kind = CustomKind::Number},
        {.recordKind = EntityKind::Deal, .name = u"owner"_s, .label = u"Owner there"_s}};
    const auto order = parseOrder(EntityKind::Deal, u"-seats,custom.owner,owner", own);
    REQUIRE(order);
    REQUIRE(order->size() == 3);
    CHECK(order->front().subject == Subject::Custom);
    CHECK(order->front().custom == CustomSubject{u"seats"_s, CustomKind::Number});
    CHECK(order->at(2).subject == Subject::Field);
    CHECK(orderText(EntityKind::Deal, *order) == u"-seats,custom.owner,owner"_s);
    CHECK_FALSE(parseOrder(EntityKind::Company, u"seats", own));
    CHECK_FALSE(parseOrder(EntityKind::Deal, u"seats"));
}
