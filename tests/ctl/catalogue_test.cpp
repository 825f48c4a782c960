// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever headwayctl says can be translated: shown with a made-up language, in which no English word is left.
#include "ctl/commands.h"
#include "ctl/help.h"
#include "ctl/program.h"
#include "ctl/words.h"
#include "support/catch_qt.h"
#include "support/engines.h"
#include "support/program.h"
#include "support/pseudo.h"
#include "support/secondself.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <cstdio>
#include <unistd.h>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

const QString secondSelf = u"(headwayctl in a made-up language)"_s;

// What it says, on both outputs.
QString said(const QString &place, const QString &typed)
{
    QStringList words{u"--book"_s, place};
    words += shellWords(typed);
    const auto process = startSecondSelf(
        secondSelf, QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(words)).toJson()), As::Myself);
    REQUIRE(process->waitForFinished(60'000));
    QString out = QString::fromUtf8(process->readAllStandardOutput());
    if (out.startsWith("Filters: "_L1)) // Catch2's own output
        out = out.section(u'\n', 1);
    return out + QString::fromUtf8(process->readAllStandardError());
}

// Words with a letter that the made-up language would have changed. Months, currencies, references and the
// names of commands and options stay as they are.
QStringList englishWords(const QString &text)
{
    static const QRegularExpression word(u"(?<![\\w~:/.-])[A-Za-z]+(?![\\w~:])"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression accented(u"[aceinostuyzACEINOSTUYZ]"_s);
    static const QStringList untranslated{u"Mar"_s, u"headwayctl"_s, u"EUR"_s,
                                          u"New"_s, u"Won"_s,        u"Lost"_s}; // stages of the book
    QStringList found;
    QRegularExpressionMatchIterator matches = word.globalMatch(text);
    while (matches.hasNext()) {
        const QString each = matches.next().captured();
        if (each.size() > 1 && each.contains(accented) && !untranslated.contains(each))
            found += each;
    }
    return found;
}

} // namespace

TEST_CASE("(headwayctl in a made-up language)", "[.]")
{
    const QByteArray words = secondSelfArgument().toUtf8();
    if (words.isEmpty())
        return;
    const PseudoLanguage language;
    QStringList typed;
    for (const auto &word : QJsonDocument::fromJson(words).array())
        typed += word.toString();
    const ctl::ExitStatus status = ctl::runProgram(
        typed,
        {.now = {1'772'625'600'000}, // 4 March 2026, 12:00 UTC
         .display = app::Display(QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc()),
         .settingsFile = QDir::home().filePath(u"headway.ini"_s)});
    std::fflush(stdout);
    _exit(int(status)); // skips Catch2's own output
}

TEST_CASE("headwayctl says nothing that cannot be translated", "[ctl]")
{
    const FreshDatabase database(sql::Engine::Sqlite);
    const QString place = database.place();
    // Names that the made-up language leaves alone, so that they are not taken for English.
    for (const QString &typed :
         QStringList{u"--as Mrk new --bare --currency EUR"_s, u"add pipeline name=Pldk"_s,
                     u"add stage name=Grb pipeline=Pldk"_s, u"add company name=Brk"_s,
                     u"add deal name=Drw company=Brk amount=1200"_s, u"log call --on deal:1 --note Blm"_s,
                     u"log meeting --on deal:1 --at 2026-03-09"_s, u"set deal:1 amount=1500"_s, u"undo"_s,
                     u"redo"_s}) {
        const QString text = said(place, typed);
        CAPTURE(typed, text);
        CHECK(englishWords(text).isEmpty());
    }
    for (const QString &typed : QStringList{
             u"board"_s, u"list deals --columns name,amount,expected_close,owner"_s, u"list companies"_s,
             u"count deals"_s, u"search drw"_s, u"show deal:1"_s, u"history"_s, u"history --record deal:1"_s,
             u"report open-by stage"_s, u"report won-by owner"_s, u"check"_s}) {
        const QString text = said(place, typed);
        CAPTURE(typed, text, englishWords(text));
        CHECK_FALSE(text.isEmpty());
        CHECK(englishWords(text).isEmpty());
    }
}

TEST_CASE("The help of every command can be translated, word by word", "[ctl]")
{
    const PseudoLanguage language;
    const auto holds = [](const QString &help, const char *english) {
        return !english
            || help.simplified().contains(PseudoLanguage::of(QString::fromUtf8(english)).simplified());
    };
    const QString general = ctl::generalHelp(ctl::commands(), ctl::globalOptions());
    for (const ctl::OptionInfo &option : ctl::globalOptions())
        CHECK(holds(general, option.help));
    for (const ctl::CommandInfo &command : ctl::commands()) {
        const QString help = ctl::commandHelp(command);
        CAPTURE(command.name, help);
        CHECK(holds(general, command.summary));
        CHECK(holds(help, command.summary));
        CHECK(holds(help, command.text));
        for (const ctl::OptionInfo &option : command.options)
            CHECK(holds(help, option.help));
    }
}
