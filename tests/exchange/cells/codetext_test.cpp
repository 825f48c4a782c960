// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cells/codetext.h"

#include "support/catch_qt.h"

using namespace headway::exchange;
using namespace Qt::StringLiterals;

TEST_CASE("Codes are read as words, and words stay as they are", "[exchange]")
{
    CHECK(wordsOfCode(u"COMPUTER_SOFTWARE"_s) == u"Computer Software"_s);
    CHECK(wordsOfCode(u"INFORMATION_TECHNOLOGY_AND_SERVICES"_s) == u"Information Technology and Services"_s);
    CHECK(wordsOfCode(u"BANKING"_s) == u"Banking"_s);
    CHECK(wordsOfCode(u"A_B"_s) == u"A B"_s);
    for (const QString &word : {u"Computer Software"_s, u"IT"_s, u"Banking"_s, u"computer_software"_s,
                                u"___"_s, u""_s, u"R&D"_s, u"ÖL_GAS"_s})
        CHECK(wordsOfCode(word) == word);
}
