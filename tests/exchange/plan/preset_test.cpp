// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/preset.h"

#include "domain/records/inenglish.h"
#include "domain/records/record.h"
#include "exchange/cells/vocabulary.h"
#include "exchange/plan/presets.h"
#include "support/catch_qt.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;
using test::valueOf;

namespace {

const QString signature = u"signature\t2\ten\tMoon Id|Moon Name|Phase\n"_s;

Preset presetOf(const QString &lines, const QString &system = u"moon"_s)
{
    return valueOf(Preset::read(system, signature + lines));
}

// What is wrong with the lines behind the signature.
QString refusal(const QString &lines)
{
    const auto preset = Preset::read(u"moon"_s, signature + lines);
    return preset ? u"nothing"_s : inEnglish(preset.error().text);
}

QStringList targets(const Preset &preset, EntityKind kind, const QString &key)
{
    return targetsIn(preset, kind, key);
}

void write(const QTemporaryDir &folder, const QString &name, const QString &text)
{
    QFile file(folder.filePath(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
}

} // namespace

TEST_CASE("Every preset that comes with the program is whole, and no two are known by the same columns",
          "[exchange]")
{
    const QDir folder(QStringLiteral(HEADWAY_RESOURCES "/presets"));
    const QStringList names = folder.entryList({u"*.tsv"_s}, QDir::Files);
    REQUIRE(names.size() >= 14);
    Presets presets;
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        CAPTURE(name);
        const QString system = name.section(u'.', 0, 0);
        const Preset preset = valueOf(Preset::read(system, QString::fromUtf8(file.readAll())));
        if (system != Preset::commonName())
            CHECK(preset.title() != system); // people read it
        valueOf(presets.add(preset));
    }
    CHECK(presets.systems().size() == names.size() - 1);
    for (const QString &system : presets.systems()) {
        for (const ProductSignature &each : presets.find(system)->signatures()) {
            QStringList columns;
            for (const QString &sign : each.signs)
                columns += ColumnSign::of(sign).example();
            CAPTURE(system, columns);
            REQUIRE(presets.of(columns));
            CHECK(presets.of(columns)->system() == system);
        }
    }
}

TEST_CASE("The words of a preset are choices that their fields have", "[exchange]")
{
    int choices = 0;
    for (const QString &system : Presets::own().systems()) {
        const Vocabulary &words = Presets::own().find(system)->words();
        for (const QString &list : words.lists()) {
            CAPTURE(system, list);
            const auto kind = entityKindNamed(list.section(u'.', 0, 0));
            REQUIRE(kind);
            const int at = entityInfo(*kind).indexOf(list.section(u'.', 1));
            if (list == "lead.status"_L1) { // whose choices are the book's: these are those it begins with
                for (const QString &code : words.codes(list))
                    CHECK(Vocabulary::own().codes(list).contains(code));
                continue;
            }
            REQUIRE(at >= 0);
            const FieldInfo &field = entityInfo(*kind).field(at);
            for (const QString &code : words.codes(list)) {
                CHECK(std::any_of(field.choices.begin(), field.choices.end(), [&](const Choice &choice) {
                    return code == QLatin1StringView(choice.code);
                }));
                ++choices;
            }
        }
    }
    CHECK(choices > 0);
}

TEST_CASE("What comes with the program is read at the start, and nothing is left out", "[exchange]")
{
    CHECK(Presets::own().problems().empty());
    CHECK(Presets::own().systems().size() >= 13);
    CHECK(Presets::own().common().object(u"organizations"_s) == EntityKind::Company);
}

TEST_CASE("A preset says where a product's columns go, kind by kind", "[exchange]")
{
    const Preset preset = presetOf(u"title\t-\t-\tMoon CRM\n"
                                   "contact\tjob_title\ten\tPhase|Craft\n"
                                   "any\ttags\ten\tCraters\n"
                                   "reachable\tphone\tde\tMondtelefon\n"
                                   "deal\tnothing\ten\tTide\n"
                                   "person\tname|last_name?\ten\tCalled\n"_s);
    CHECK(preset.title() == u"Moon CRM"_s);
    CHECK(targets(preset, EntityKind::Contact, u"phase"_s) == QStringList{u"job_title"_s});
    CHECK(targets(preset, EntityKind::Deal, u"phase"_s).isEmpty());
    CHECK(targets(preset, EntityKind::Deal, u"craters"_s) == QStringList{u"tags"_s});
    CHECK(targets(preset, EntityKind::Company, u"mondtelefon"_s) == QStringList{u"phone"_s});
    CHECK(targets(preset, EntityKind::Deal, u"mondtelefon"_s).isEmpty());
    CHECK(targets(preset, EntityKind::Deal, u"tide"_s) == QStringList{u"nothing"_s});
    CHECK(targets(preset, EntityKind::Lead, u"called"_s).isEmpty()); // in doubt
    CHECK(targetsIn(preset, EntityKind::Lead, u"called"_s, Doubt::Some)
          == QStringList{u"name"_s, u"last_name"_s});
}

TEST_CASE("A broken preset is refused with its line and what is wrong with it", "[exchange]")
{
    CHECK(refusal(u"contact\tjob_title\tPhase\n"_s)
          == u"Line 2 is not a kind, a field, a language and column names."_s);
    CHECK(refusal(u"# a remark\n\nmoon\tname\ten\tPhase\n"_s) == u"Line 4: “moon” is no kind of record."_s);
    CHECK(refusal(u"contact\tphase\ten\tPhase\n"_s) == u"Line 2: “contact” has no field “phase”."_s);
    CHECK(refusal(u"deal\tbirthday\ten\tPhase\n"_s) == u"Line 2: “deal” has no field “birthday”."_s);
    CHECK(refusal(u"contact\tname\ten\tPhase\ncontact\tjob_title\tde\tPHASE\n"_s)
          == u"Line 3: the column “PHASE” goes to another field already."_s);
    CHECK(refusal(u"contact\tname\ten\tPhase\ncontact\tname\tde\tPhase\n"_s) == u"nothing"_s);
    CHECK(refusal(u"contact\tname\ten\tPhase||Tide\n"_s) == u"Line 2: a name is missing."_s);
    CHECK(refusal(u"signature\t3\ten\tA|B\n"_s).startsWith(u"Line 2: how many of the columns"_s));
    CHECK(refusal(u"signature\t2\ten\tA|A\n"_s).startsWith(u"Line 2: how many of the columns"_s));
    CHECK(refusal(u"signature\tmany\ten\tA|B\n"_s).contains(u"not “many”"_s));
    CHECK(refusal(u"object\tdeal\ten\tMoon\n"_s)
          == u"Line 2: what “object” says holds for all files, and stands in common.tsv only."_s);
    CHECK(refusal(u"file\tdeal\ten\tMoons\n"_s).startsWith(u"Line 2: of files it can only be said"_s));
    CHECK(refusal(u"cells\tpainted\ten\tRed\n"_s).startsWith(u"Line 2: of cells it can only be said"_s));
    CHECK(refusal(u"cells\tseconds\ten\tTide\ncells\tminutes\ten\tTIDE\n"_s)
          == u"Line 3: the column “TIDE” is in another unit already."_s);
    CHECK(refusal(u"cells\tseconds\ten\tTide\ncells\tseconds\tde\tTide\n"_s) == u"nothing"_s);
    CHECK(refusal(u"lead.status\tnew\ten\tFull|\n"_s)
          == u"Line 2: a word is empty or means something else already."_s);
    CHECK(refusal(u"leed.status\tnew\ten\tFull\n"_s) == u"Line 2: “leed” is no kind of record."_s);
    CHECK(refusal(u"lead.statsu\tnew\ten\tFull\n"_s) == u"Line 2: “lead” has no field “statsu”."_s);
    CHECK(refusal(u"lead.status\tfull\ten\tFull\n"_s).startsWith(u"Line 2: “full” is none of: "_s));
    CHECK(refusal(u"lead.last_name\tnew\ten\tFull\n"_s)
          == u"Line 2: “lead.last_name” is no field of fixed choices."_s);
    CHECK(refusal(u"activity.priority\t3\ten\tFull\n"_s) == u"nothing"_s); // a number that has words
    const auto unsigned_ = Preset::read(u"moon"_s, u"contact\tname\ten\tPhase\n"_s);
    REQUIRE_FALSE(unsigned_);
    CHECK(inEnglish(unsigned_.error().text)
          == u"There is no signature, so that nobody can tell whose file it is."_s);
    CHECK_FALSE(Preset::read(u"moon"_s, {}));
    CHECK(Preset::read(u"moon"_s, signature + u"contact\tname\ten\tPhase\r\n"_s)); // saved by Windows
}

TEST_CASE("Two products that are known by the same columns are refused", "[exchange]")
{
    Presets presets;
    valueOf(presets.add(presetOf(u"title\t-\t-\tMoon CRM\n"_s)));
    const auto same =
        presets.add(valueOf(Preset::read(u"sun"_s, u"signature\t2\ten\tPhase|Sun Name|Moon *\n"_s)));
    REQUIRE_FALSE(same);
    CHECK(inEnglish(same.error().text).startsWith(u"Its files could not be told from those of Moon CRM"_s));
    CHECK(presets.systems() == QStringList{u"moon"_s});
    // One column in common is no matter where two have to be there.
    valueOf(presets.add(valueOf(Preset::read(u"sun"_s, u"signature\t2\ten\tPhase|Sun Name|Sun Id\n"_s))));
    CHECK(presets.of({u"Phase"_s, u"Sun Id"_s})->system() == u"sun"_s);
    CHECK(presets.of({u"Phase"_s, u"Moon Id"_s})->system() == u"moon"_s);
    CHECK_FALSE(presets.of({u"Phase"_s, u"phase"_s}));
    // One column that fits two signs is one.
    valueOf(presets.add(valueOf(Preset::read(u"star"_s, u"signature\t2\ten\tStar *|Star Id\n"_s))));
    CHECK_FALSE(presets.of({u"Star Id"_s}));
    CHECK(presets.of({u"Star Id"_s, u"Star Name"_s})->system() == u"star"_s);
    // A file that is as much the one's as the other's is nobody's.
    CHECK_FALSE(presets.of({u"Phase"_s, u"Sun Id"_s, u"Moon Id"_s}));
    CHECK_FALSE(presets.of({}));
}

TEST_CASE("A folder of the user's: what is broken is left out and told, the rest is known", "[exchange]")
{
    const QTemporaryDir folder;
    write(folder, u"moon.tsv"_s, signature + u"contact\tname\ten\tPhase\n"_s);
    write(folder, u"broken.tsv"_s, u"signature\t1\ten\tX\ncontact\tnmae\ten\tY\n"_s);
    write(folder, u"picture.tsv"_s, u"\u0000\u0001\uFFFF"_s);
    write(folder, u"huge.tsv"_s, QString(1'100'000, u'x'));
    write(folder, u"readme.txt"_s, u"nothing"_s);
    Presets presets;
    presets.addFolder(folder.path());
    CHECK(presets.systems() == QStringList{u"moon"_s});
    QStringList told;
    for (const Sentence &problem : presets.problems())
        told += inEnglish(problem);
    REQUIRE(told.size() == 3);
    CHECK(told.filter(u"broken.tsv"_s)
              .value(0)
              .endsWith(u"is left out. Line 2: “contact” has no field “nmae”."_s));
    CHECK(told.filter(u"huge.tsv"_s).value(0).endsWith(u"is left out. It is too large."_s));
    presets.addFolder(folder.path() + u"/missing"_s);
    CHECK(presets.problems().size() == 3);
    // One of the same name that comes later does not count.
    const QTemporaryDir later;
    write(later, u"moon.tsv"_s, u"signature\t1\ten\tOther\n"_s);
    presets.addFolder(later.path());
    CHECK_FALSE(presets.of({u"Other"_s}));
}

TEST_CASE("A file of a product that holds nothing for us is known by its name", "[exchange]")
{
    const Preset *salesforce = Presets::own().find(u"salesforce"_s);
    REQUIRE(salesforce);
    CHECK(salesforce->isForeign(u"OpportunityLineItem"_s));
    CHECK(salesforce->isForeign(u"CampaignMember_2026-03-04"_s));
    CHECK_FALSE(salesforce->isForeign(u"Opportunity"_s));
    CHECK_FALSE(salesforce->isForeign(u"Opportunities with quote"_s));
    CHECK(Presets::own().find(u"hubspot"_s)->isForeign(u"hubspot-crm-exports-all-tickets-2026-03-04"_s));
    CHECK_FALSE(Presets::own().find(u"hubspot"_s)->isForeign(u"hubspot-crm-exports-all-contacts"_s));
}

TEST_CASE("A preset says what a file of the product holds by its columns", "[exchange]")
{
    const Preset preset = presetOf(u"kind\tdeal\ten\tMoon Id|Phase *\nkind\tactivity\ten\tMoon Id|Tide\n"_s);
    CHECK(preset.kindOf({u"Moon Id"_s, u"Phase of March"_s, u"Tide"_s}) == EntityKind::Deal);
    CHECK(preset.kindOf({u"Tide"_s, u"Moon Id"_s}) == EntityKind::Activity);
    CHECK_FALSE(preset.kindOf({u"Moon Id"_s, u"tide"_s})); // letter by letter
    CHECK_FALSE(preset.kindOf({}));
    CHECK(refusal(u"kind\tcrater\ten\tMoon Id\n"_s) == u"Line 2: “crater” is no kind of record."_s);
}
