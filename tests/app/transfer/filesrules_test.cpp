// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transfer/filesrules.h"

#include "support/catch_qt.h"

#include <algorithm>

using namespace headway;
using namespace Qt::StringLiterals;
using app::FilesRules;
using transfer::ImportQuestion;
using transfer::ImportRequest;

namespace {

const QString north = u"/exports/north.csv"_s;
const QString south = u"/exports/south.csv"_s;

transfer::AutoPreview preview()
{
    transfer::AutoPreview seen;
    for (const QString &path : {north, south})
        seen.parts.push_back({.path = path,
                              .kind = EntityKind::Lead,
                              .columns = {u"Name"_s, u"Lead Status"_s},
                              .targets = {u"name"_s, u"status"_s}});
    return seen;
}

ImportQuestion sleeping()
{
    return {.about = ImportQuestion::About::Word,
            .target = u"status"_s,
            .column = u"Lead Status"_s,
            .text = u"Sleeping"_s,
            .answers = {u"nurture"_s, u"new"_s}};
}

// What is asked for the leads of a file.
ImportRequest requestOf(const FilesRules &said, const QString &path, const FilesRules::Names &names = {})
{
    for (const transfer::AutoFile &file : said.ofParts({north, south}, preview(), {}, names)) {
        for (const transfer::AutoFile::Rules &rules : file.rules) {
            if (file.path == path && rules.kind == EntityKind::Lead)
                return rules.request;
        }
    }
    return {};
}

QString targetOf(const ImportRequest &request, const QString &column)
{
    QStringList targets;
    for (const exchange::MapRule &rule : request.map) {
        if (rule.column == column)
            targets += rule.target;
    }
    return targets.join(u'|');
}

} // namespace

TEST_CASE("What a word means in one file it means in the others, unless they say something else", "[app]")
{
    FilesRules said;
    CHECK(requestOf(said, south).meanings.empty());
    said.answers({north, EntityKind::Lead}).give(sleeping(), {transfer::Answer::Is::Choice, u"nurture"_s});
    REQUIRE(requestOf(said, north).meanings.size() == 1);
    REQUIRE(requestOf(said, south).meanings.size() == 1);
    CHECK(requestOf(said, south).meanings.front().to == u"nurture"_s);

    said.answers({south, EntityKind::Lead}).give(sleeping(), {transfer::Answer::Is::Choice, u"new"_s});
    CHECK(requestOf(said, north).meanings.front().to == u"nurture"_s);
    REQUIRE(requestOf(said, south).meanings.size() == 1);
    CHECK(requestOf(said, south).meanings.front().to == u"new"_s);
}

TEST_CASE("A word is not answered for files in which its column goes elsewhere", "[app]")
{
    FilesRules said;
    said.answers({north, EntityKind::Lead}).give(sleeping(), {transfer::Answer::Is::Choice, u"nurture"_s});
    said.say({south, EntityKind::Lead},
             {.map = {{u"Name"_s, u"name"_s}, {u"Lead Status"_s, u"description"_s}}});
    CHECK(requestOf(said, south).meanings.empty());
    CHECK(requestOf(said, north).meanings.size() == 1);
}

TEST_CASE("What was said last of a column counts, and other files have it where they say nothing", "[app]")
{
    FilesRules said;
    const FilesRules::Part leads{north, EntityKind::Lead};
    said.say(leads, {.map = {{u"Name"_s, u"name"_s}, {u"Moon"_s, u"nothing"_s}}});
    said.sendColumn(leads, u"Moon"_s, u"city"_s);
    CHECK(targetOf(requestOf(said, north), u"Moon"_s) == u"city"_s);
    CHECK(targetOf(requestOf(said, south), u"Moon"_s) == u"city"_s);
    said.sendColumn({south, EntityKind::Lead}, u"Moon"_s, {});
    CHECK(targetOf(requestOf(said, south), u"Moon"_s) == u"nothing"_s);
    CHECK(targetOf(requestOf(said, north), u"Moon"_s) == u"city"_s);
    said.say(leads, {.map = {{u"Name"_s, u"name"_s}, {u"Moon"_s, u"website"_s}}});
    CHECK(targetOf(requestOf(said, north), u"Moon"_s) == u"website"_s);
}

TEST_CASE(
    "What one file is told of a column holds where the other one just left it, and not over what it has",
    "[app]")
{
    FilesRules said;
    const FilesRules::Part leads{north, EntityKind::Lead};
    said.sendColumn(leads, u"Moon"_s, u"city"_s);
    said.say({south, EntityKind::Lead},
             {.map = {{u"Town"_s, u"nothing"_s}, {u"Moon"_s, u"nothing"_s}}, .untold = {u"Moon"_s}});
    CHECK(targetOf(requestOf(said, south), u"Moon"_s) == u"city"_s);
    CHECK(requestOf(said, south).untold.isEmpty());
    said.say({south, EntityKind::Lead},
             {.map = {{u"Town"_s, u"city"_s}, {u"Moon"_s, u"nothing"_s}}, .untold = {u"Moon"_s}});
    CHECK(targetOf(requestOf(said, south), u"Moon"_s) == u"nothing"_s);
    CHECK(requestOf(said, south).untold == QStringList{u"Moon"_s});
}

TEST_CASE("The columns of a file are seen, and the other files still have what was said of one", "[app]")
{
    FilesRules said;
    const FilesRules::Part leads{north, EntityKind::Lead};
    said.sendColumn(leads, u"Moon"_s, u"city"_s);
    said.say(leads, {.map = {{u"Name"_s, u"name"_s}, {u"Moon"_s, u"city"_s}}});
    CHECK(targetOf(requestOf(said, south), u"Moon"_s) == u"city"_s);
    said.say(leads, {.map = {{u"Name"_s, u"name"_s}, {u"Moon"_s, u"website"_s}}});
    CHECK(targetOf(requestOf(said, north), u"Moon"_s) == u"website"_s);
    CHECK(targetOf(requestOf(said, south), u"Moon"_s) == u"website"_s);
    CHECK(targetOf(requestOf(said, south), u"Name"_s).isEmpty()); // which nobody was asked about
}

TEST_CASE("What a near name means is said once for all files", "[app]")
{
    const FilesRules said;
    const FilesRules::Names names{
        {{north, EntityKind::Lead}, {{u"owner"_s, u"Ana Nunez"_s, u"Ana Núñez"_s}}}};
    REQUIRE(requestOf(said, south, names).values.size() == 1);
    CHECK(requestOf(said, south, names).values.front().to == u"Ana Núñez"_s);
    CHECK(requestOf(said, north, names).values.size() == 1);
}

TEST_CASE("What was said of a file is forgotten for that file only; what it holds is another thing", "[app]")
{
    FilesRules said;
    said.chooseKind(north, EntityKind::Lead);
    said.sayWriting(north, {.separator = u';'});
    said.sayWriting(south, {.separator = u'|'});
    said.say({north, EntityKind::Lead}, {.map = {{u"Name"_s, u"name"_s}}});
    CHECK(said.isSaid(north));
    said.forget(north);
    CHECK_FALSE(said.isSaid(north));
    CHECK(said.isSaid(south));
    CHECK(said.chosenKind(north) == EntityKind::Lead);
    CHECK(said.ofFiles({south}).front().csv.separator == QChar(u'|'));
    CHECK(requestOf(said, north).map.empty());
}

TEST_CASE("A kind of a file that is left out is taken again when all of it is", "[app]")
{
    FilesRules said;
    said.takeKind({north, EntityKind::Deal}, false);
    CHECK_FALSE(said.isTaken({north, EntityKind::Deal}));
    CHECK(said.isTaken({south, EntityKind::Deal}));
    CHECK(said.ofFiles({north}).front().without == std::vector{EntityKind::Deal});
    said.takeKind({north, EntityKind::Contact}, false);
    said.takeKind({north, EntityKind::Deal}, true);
    CHECK(said.without(north) == std::vector{EntityKind::Contact});
    said.chooseKind(north, {});
    CHECK(said.without(north).empty());
}
