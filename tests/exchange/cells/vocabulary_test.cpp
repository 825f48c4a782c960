// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cells/vocabulary.h"

#include "domain/records/inenglish.h"
#include "domain/records/lead.h"
#include "domain/records/record.h"
#include "support/catch_qt.h"

#include <QDir>
#include <QFile>

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;
using test::valueOf;

namespace {

bool isStatus(const QString &code)
{
    return std::any_of(firstLeadStatuses.begin(), firstLeadStatuses.end(),
                       [&code](const FirstLeadStatus &each) { return each.code == code; });
}

} // namespace

TEST_CASE("Every file of other systems' words is whole, and each of its choices is one of ours", "[exchange]")
{
    Vocabulary words;
    const QDir folder(QStringLiteral(HEADWAY_RESOURCES "/vocabulary"));
    const QStringList names = folder.entryList({u"*.tsv"_s}, QDir::Files);
    REQUIRE(names.size() >= 4);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        CAPTURE(name);
        valueOf(words.add(QString::fromUtf8(file.readAll())));
    }
    int choices = 0;
    for (const QString &list : words.lists()) {
        if (!list.contains(u'.'))
            continue;
        CAPTURE(list);
        const auto kind = entityKindNamed(list.section(u'.', 0, 0));
        REQUIRE(kind);
        const EntityInfo &info = entityInfo(*kind);
        const int at = info.indexOf(list.section(u'.', 1));
        if (list == "lead.status"_L1) { // whose choices are the book's: these are those it begins with
            for (const QString &code : words.codes(list))
                CHECK(isStatus(code));
            continue;
        }
        REQUIRE(at >= 0);
        for (const QString &code : words.codes(list)) {
            CAPTURE(code);
            const auto &field = info.field(at);
            const bool isChoice =
                std::any_of(field.choices.begin(), field.choices.end(),
                            [&](const Choice &choice) { return code == QLatin1StringView(choice.code); });
            CHECK((isChoice || field.type == FieldType::Integer));
            ++choices;
        }
    }
    CHECK(choices > 30);
}

TEST_CASE("Words of other systems are known in several languages, however they are written", "[exchange]")
{
    const Vocabulary &words = Vocabulary::own();
    CHECK(words.code(u"lead.status", u"Working - Contacted") == u"connected"_s);
    CHECK(words.code(u"lead.status", u"ATTEMPTED_TO_CONTACT") == u"attempting"_s);
    CHECK(words.code(u"lead.status", u"Disqualifié") == u"disqualified"_s);
    CHECK(words.code(u"deal.status", u"Em andamento") == u"open"_s);
    CHECK(words.code(u"deal.status", u"Ganho") == u"won"_s);
    CHECK(words.code(u"deal.status", u"Vinta") == u"won"_s);
    CHECK(words.code(u"deal.status", u"Perso") == u"lost"_s);
    CHECK(words.code(u"activity.state", u"Not Held") == u"cancelled"_s);
    CHECK(words.code(u"activity.state", u"Erledigt") == u"done"_s);
    CHECK(words.code(u"activity.kind", u"Telefonat") == u"call"_s);
    CHECK(words.code(u"activity.priority", u"Hoch") == u"3"_s);
    CHECK(words.code(u"company.type", u"Customer - Direct") == u"customer"_s);
    CHECK(words.code(u"deal.type", u"Existing Customer - Upgrade") == u"existing"_s);
    CHECK(words.code(u"user_account.role", u"Admin") == u"administrator"_s);
    CHECK(words.code(u"user_account.role", u"Sales") == u"salesperson"_s);
    CHECK(words.code(u"month", u"août") == u"8"_s);
    CHECK_FALSE(words.code(u"company.type", u"Vendor"));
    CHECK_FALSE(words.code(u"lead.status", u""));
    CHECK_FALSE(words.code(u"no.list", u"New"));
}

TEST_CASE("A word of two meanings in one list is refused with its line", "[exchange]")
{
    Vocabulary words;
    const auto twice = words.add(u"lead.status\tnew\ten\tOpen|Fresh\nlead.status\tconnected\tde\tOPEN\n"_s);
    REQUIRE_FALSE(twice);
    CHECK(inEnglish(twice.error().text)
          == u"Line 2: the word “OPEN” is empty or means something else already."_s);
    CHECK_FALSE(Vocabulary().add(u"lead.status\tnew\tOpen\n"_s));
    CHECK_FALSE(Vocabulary().add(u"lead.status\tnew\ten\tOpen||Fresh\n"_s));
    CHECK(Vocabulary().add(u"# a remark\n\n"_s));
}
