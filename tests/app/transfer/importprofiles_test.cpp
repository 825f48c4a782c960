// SPDX-License-Identifier: GPL-3.0-or-later
// Which profiles a window offers for a file.
#include "app/transfer/importprofiles.h"

#include "support/await.h"
#include "support/openbook.h"
#include "support/transfer.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace headway;
using namespace headway::app;
using namespace headway::test;
using namespace Qt::StringLiterals;
using transfer::ImportProfile;

namespace {

const QStringList columns{u"Deal"_s, u"Stage"_s, u"Firm"_s, u"Account"_s};

ImportProfile mapping(std::vector<exchange::MapRule> rules, std::optional<EntityKind> kind = EntityKind::Deal)
{
    return {.kind = kind, .rules = {.map = std::move(rules)}};
}

struct Shelf {
    QTemporaryDir folder;

    void store(const QString &name, const ImportProfile &profile) const
    {
        valueOf(storeProfile(folder.path(), name, profile, OverKnown::No));
    }
    OfferedProfiles offered(EntityKind kind = EntityKind::Deal, const QStringList &names = columns) const
    {
        return offeredProfiles(folder.path(), kind, names, {},
                               [](const QString &target) -> QString { return u"the "_s + target; });
    }
};

QStringList namesOf(const OfferedProfiles &profiles)
{
    QStringList names;
    for (const OfferedProfile &each : profiles.all)
        names += each.name;
    return names;
}

} // namespace

TEST_CASE("Profiles for other records are not offered, and those for any are", "[app]")
{
    const Shelf shelf;
    shelf.store(u"calls"_s, mapping({{u"Deal"_s, u"subject"_s}}, EntityKind::Activity));
    shelf.store(u"deals"_s, mapping({{u"Deal"_s, u"name"_s}}));
    shelf.store(u"everything"_s, mapping({{u"Firm"_s, u"company"_s}}, std::nullopt));
    CHECK(namesOf(shelf.offered()) == QStringList{u"deals"_s, u"everything"_s});
    CHECK(namesOf(shelf.offered(EntityKind::Contact)) == QStringList{u"everything"_s});
    CHECK(offeredProfiles({}, EntityKind::Deal, columns, {}, {}).all.empty());
}

TEST_CASE("A profile whose columns are all there is proposed, the one that knows most of them", "[app]")
{
    const Shelf shelf;
    CHECK_FALSE(shelf.offered().proposed());
    shelf.store(u"a few"_s, mapping({{u"Deal"_s, u"name"_s}}));
    shelf.store(u"most"_s, mapping({{u"Deal"_s, u"name"_s}, {u"firm"_s, u"company"_s}}));
    shelf.store(u"others"_s, mapping({{u"Deal"_s, u"name"_s}, {u"Moon"_s, u"source"_s}, {u"Sun"_s, u"-"_s}}));
    shelf.store(u"nothing"_s, mapping({}));
    const OfferedProfiles offered = shelf.offered();
    REQUIRE(offered.proposed());
    CHECK(offered.proposed()->name == u"most"_s);
    const OfferedProfile *others = offered.find(OfferedProfile::Is::Named, u"others"_s);
    REQUIRE(others);
    CHECK_FALSE(others->fits());
    CHECK(others->remarks.size() == 2);
}

TEST_CASE("A column that a profile names goes before one that is recognised", "[app]")
{
    const Shelf shelf;
    shelf.store(u"firms"_s, mapping({{u"Firm"_s, u"company"_s}, {u"Account"_s, u"competitor"_s}}));
    const OfferedProfiles offered = shelf.offered();
    REQUIRE(offered.all.size() == 1);
    CHECK(offered.all.front().targets == QStringList{u"name"_s, u"stage"_s, u"company"_s, u"competitor"_s});
}

TEST_CASE("What a profile has no use for is said in the reader's words", "[app]")
{
    const Shelf shelf;
    ImportProfile profile = mapping({{u"Deal"_s, u"name"_s}, {u"Firm"_s, u"custom.gone"_s}});
    profile.rules.values = {{u"next_step"_s, u"x"_s, u"y"_s}};
    shelf.store(u"old"_s, profile);
    const OfferedProfiles offered = shelf.offered();
    REQUIRE(offered.all.size() == 1);
    QStringList told;
    for (const Sentence &remark : offered.all.front().remarks)
        told += inEnglish(remark);
    CHECK(told.join(u'\n').contains(u"the custom.gone"_s));
    CHECK(told.join(u'\n').contains(u"the next_step"_s));
}

TEST_CASE("A profile that sends two columns to one field says so, and is not proposed", "[app]")
{
    const Shelf shelf;
    shelf.store(u"twice"_s, mapping({{u"Firm"_s, u"company"_s}, {u"Account"_s, u"company"_s}}));
    const OfferedProfiles offered = shelf.offered();
    REQUIRE(offered.all.size() == 1);
    CHECK(offered.all.front().targets.isEmpty());
    REQUIRE(offered.all.front().remarks.size() == 1);
    CHECK(inEnglish(offered.all.front().remarks.front()).startsWith(u"Two columns go into “the company”"_s));
    CHECK_FALSE(offered.proposed());
}

TEST_CASE("A file in the folder that is no profile is told, and the others are offered", "[app]")
{
    const Shelf shelf;
    shelf.store(u"good"_s, mapping({{u"Deal"_s, u"name"_s}}));
    QFile bad(shelf.folder.filePath(u"bad.tsv"_s));
    REQUIRE(bad.open(QIODevice::WriteOnly));
    bad.write("\x89PNG\r\n");
    bad.close();
    const OfferedProfiles offered = shelf.offered();
    CHECK(namesOf(offered) == QStringList{u"good"_s});
    REQUIRE(offered.problems.size() == 1);
    CHECK(inEnglish(offered.problems.front()).contains(u"bad.tsv"_s));
}

TEST_CASE("A profile of a known name is replaced only by who says so", "[app]")
{
    const Shelf shelf;
    const QString folder = shelf.folder.path();
    shelf.store(u"Monthly"_s, mapping({{u"Deal"_s, u"name"_s}}));
    const ImportProfile other = mapping({{u"Firm"_s, u"company"_s}});
    const auto asked = valueOf(storeProfile(folder, u" monthly "_s, other, OverKnown::No));
    CHECK(asked.isKnown);
    CHECK(asked.name == u"Monthly"_s);
    CHECK(shelf.offered().all.front().profile.rules.map.front().column == u"Deal"_s);
    CHECK_FALSE(valueOf(storeProfile(folder, u"monthly"_s, other, OverKnown::Yes)).isKnown);
    CHECK(namesOf(shelf.offered()) == QStringList{u"Monthly"_s});
    CHECK(shelf.offered().all.front().profile.rules.map.front().column == u"Firm"_s);
    CHECK_FALSE(storeProfile(folder, u"../x"_s, other, OverKnown::No));
    CHECK_FALSE(storeProfile(folder, u"  "_s, other, OverKnown::No));
    CHECK(valueOf(storeProfile(folder, u"v1.2"_s, other, OverKnown::No)).name == u"v1.2"_s);
}

TEST_CASE("The answers of the last import are offered, under no name of anybody's", "[app]")
{
    const Shelf shelf;
    storeLastTime(shelf.folder.path(), mapping({{u"Deal"_s, u"name"_s}}));
    storeLastTime(shelf.folder.path(), mapping({{u"Firm"_s, u"company"_s}}));
    const OfferedProfiles offered = shelf.offered();
    REQUIRE(offered.all.size() == 1);
    CHECK(offered.all.front().is == OfferedProfile::Is::LastTime);
    CHECK(offered.all.front().profile.rules.map.front().column == u"Firm"_s);
    CHECK(transfer::ImportProfiles(shelf.folder.path()).names().isEmpty());
}

TEST_CASE("A profile keeps each rule once, and nothing that is still asked", "[app]")
{
    transfer::ImportRequest request{
        .map = {{u"Deal"_s, u"name"_s}, {u"Converted"_s, u"nothing"_s}},
        .values = {{u"company"_s, u"Acme"_s, u"A"_s}, {u"company"_s, u"acme"_s, u"B"_s}},
        .createMissing = {EntityKind::Product, EntityKind::Company, EntityKind::Product},
        .undecided = {{.column = u"Converted"_s, .index = 1}}};
    const transfer::ImportRequest kept = rulesToKeep(request);
    REQUIRE(kept.map.size() == 1);
    CHECK(kept.map.front().column == u"Deal"_s);
    REQUIRE(kept.values.size() == 1);
    CHECK(kept.values.front().to == u"B"_s); // what was said last
    CHECK(kept.createMissing.size() == 2);
    CHECK(kept.existing == transfer::DuplicatePolicy::Create); // no keys were wanted: every row is new
    request.keys = transfer::ImportRequest::Keys::Proposed;
    CHECK(rulesToKeep(request).existing == transfer::DuplicatePolicy::Skip);
}

TEST_CASE("What was left of a file is found by the file, however its path is written", "[app]")
{
    OpenBook book(OpenBook::Content::Defaults);
    const TextFile file("Deal\nOak\n", u"deals.csv"_s);
    LeftImports &left = LeftImports::of(book.workspace());
    left.keep(file.path(), mapping({{u"Deal"_s, u"name"_s}}));
    const QFileInfo info(file.path());
    const QString round = info.path() + u"/../"_s + info.dir().dirName() + u'/' + info.fileName();
    CHECK(LeftImports::of(book.workspace()).find(round));
    CHECK_FALSE(left.find(info.path() + u"/other.csv"_s));
    left.forget(round);
    CHECK_FALSE(left.find(file.path()));
}
