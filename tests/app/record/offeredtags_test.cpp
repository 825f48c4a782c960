// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/offeredtags.h"

#include "support/catch_qt.h"

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

const std::vector<Tag> tags{{.id = {1}, .name = u"Automotive"_s},
                            {.id = {2}, .name = u"Fair"_s},
                            {.id = {3}, .name = u"Fairground"_s},
                            {.id = {4}, .name = u"Größe M"_s},
                            {.id = {5}, .name = u"Trade fair"_s}};

QStringList offered(const app::TagUses &uses, const std::set<qint64> &had, const QString &typed,
                    size_t most = 8)
{
    QStringList names;
    for (const Tag &tag : app::offeredTags(tags, uses, had, typed, most))
        names += tag.name;
    return names;
}

} // namespace

TEST_CASE("With nothing typed, the tags used most come first, and those never used by name", "[app]")
{
    CHECK(offered({{5, 7}, {2, 3}}, {}, {})
          == QStringList{u"Trade fair"_s, u"Fair"_s, u"Automotive"_s, u"Fairground"_s, u"Größe M"_s});
    CHECK(offered({{5, 7}}, {}, u"  "_s, 2) == QStringList{u"Trade fair"_s, u"Automotive"_s});
}

TEST_CASE("What is typed in full comes first, then beginnings, then words within, each by use", "[app]")
{
    CHECK(offered({{5, 90}, {3, 80}, {2, 1}}, {}, u"fair"_s)
          == QStringList{u"Fair"_s, u"Fairground"_s, u"Trade fair"_s});
    CHECK(offered({}, {}, u"grosse"_s) == QStringList{u"Größe M"_s});
    CHECK(offered({}, {}, u"air"_s).isEmpty()); // no beginning of a word
}

TEST_CASE("A tag that the record has is not offered again", "[app]")
{
    CHECK(offered({{2, 9}}, {2, 3}, u"fair"_s) == QStringList{u"Trade fair"_s});
    CHECK(offered({}, {1, 2, 3, 4, 5}, {}).isEmpty());
    CHECK(app::offeredTags({}, {}, {}, u"x"_s, 8).empty());
}
