// SPDX-License-Identifier: GPL-3.0-or-later
// The one table of what may be answered to an import, for the window and the command line.
#include "transfer/request/questionanswers.h"

#include "domain/records/inenglish.h"
#include "support/catch_qt.h"
#include "support/transfer.h"
#include "transfer/import/importpreview.h"
#include "transfer/import/stylequestions.h"

using namespace headway;
using namespace headway::test;
using namespace headway::transfer;
using namespace Qt::StringLiterals;

namespace {

using About = ImportQuestion::About;
using Is = Answer::Is;

const QDate day(2026, 11, 23);

ImportQuestion word(const QString &text)
{
    return {.about = About::Word,
            .target = u"status"_s,
            .column = u"Lead Status"_s,
            .text = text,
            .rows = 2,
            .answers = {u"new"_s, u"nurture"_s}};
}

ImportPreview previewOf(const TextFile &file, EntityKind kind, const exchange::CsvAnswers &csv = {})
{
    const auto source = valueOf(openSource({.path = file.path(), .csv = csv}));
    return valueOf(previewImport(*source, kind, {}));
}

} // namespace

TEST_CASE("What the window offers for a question is what the command line says to write", "[transfer]")
{
    const std::vector<ImportQuestion> questions{
        word(u"Sleeping"_s),
        {.about = About::DurationUnit,
         .target = u"minutes"_s,
         .column = u"Duration"_s,
         .text = u"15"_s,
         .answers = {u"minutes"_s, u"seconds"_s, u"milliseconds"_s}},
        {.about = About::PercentScale, .answers = {u"percent"_s, u"fraction"_s}},
        {.about = About::Rounding, .answers = {u"nearest"_s, u"down"_s, u"up"_s}},
        {.about = About::ClosingDay, .target = u"closed_on"_s, .answers = {u"import"_s, u"none"_s}},
        {.about = About::ActivityKind, .target = u"kind"_s, .answers = {u"call"_s, u"task"_s}},
        {.about = About::NoColumn,
         .target = u"amount"_s,
         .column = u"Size"_s,
         .text = u"$5"_s,
         .columns = {u"Size"_s, u"Fee"_s}},
        {.about = About::DayOrder, .target = u"at"_s, .column = u"Day"_s, .text = u"3/4/2026"_s},
        {.about = About::DecimalMark, .target = u"amount"_s, .column = u"Sum"_s, .text = u"1.234"_s},
    };
    for (const ImportQuestion &question : questions) {
        const QString option = optionFor(question);
        CAPTURE(option);
        CHECK(option.startsWith("--"_L1));
        const auto answers = answersTo(question, {}, day);
        CHECK_FALSE(answers.empty());
        for (const QString &code : question.answers)
            CHECK(std::count(answers.begin(), answers.end(), Answer{Is::Choice, code}) == 1);
        for (const Answer &each : answers) {
            const bool isOfField = question.about == About::Word || question.about == About::ActivityKind;
            CHECK((isOfField || !sentenceOf(question, each).isEmpty()));
            if (each.is == Is::Choice
                && question.about != About::DurationUnit) // hours are rare, and not printed
                CHECK(option.contains(each.code));
        }
    }
}

TEST_CASE("Every question can be answered, in the window and on the command line", "[transfer]")
{
    for (int i = 0; i <= int(About::DecimalMark); ++i) {
        const ImportQuestion question{
            .about = About(i), .target = u"kind"_s, .text = u"x"_s, .answers = {u"records"_s}};
        CAPTURE(i);
        CHECK_FALSE(sentenceOf(question).isEmpty());
        CHECK_FALSE(answersTo(question, {}, day).empty());
        CHECK(optionFor(question).startsWith("--"_L1)
              == (question.about != About::Spoilt)); // what is gone is gone
    }
}

TEST_CASE("An answer tells the import what its option would", "[transfer]")
{
    ImportRequest request;
    answer(request, word(u"Sleeping"_s), {Is::Choice, u"nurture"_s});
    answer(request, word(u"Gone"_s), {Is::Tag, u"tag"_s});
    answer(request, word(u"Noise"_s), {Is::Nothing, {}});
    answer(request, word(u"Kept"_s), {Is::Kept, {}});
    answer(request, word({}), {Is::Tag, u"tag"_s}); // all the rest
    REQUIRE(request.meanings.size() == 4);
    CHECK(request.meanings[0].to == u"nurture"_s);
    CHECK(request.meanings[1].to == u"tag"_s);
    CHECK(request.meanings[2].to.isEmpty());
    CHECK(request.meanings[3].from == u"*"_s);

    answer(request, {.about = About::DurationUnit}, {Is::Choice, u"hours"_s});
    CHECK(request.durationUnit == exchange::DurationUnit::Hours);
    answer(request, {.about = About::DayOrder}, {Is::Choice, u"mdy"_s});
    CHECK(request.dateOrder == DateOrder::MonthDayYear);
    answer(request, {.about = About::ClosingDay}, {Is::Column, u"Signed"_s});
    CHECK(request.closingColumn == u"Signed"_s);
    answer(request, {.about = About::ClosingDay}, {Is::Choice, u"none"_s}); // said later
    CHECK(request.closingColumn.isEmpty());
    CHECK(request.closing == ImportRequest::Closing::None);
    answer(request, {.about = About::ClosingDay}, {Is::Column, u"Signed"_s});
    CHECK(request.closing == ImportRequest::Closing::Asked);
    answer(request, {.about = About::ActivityKind, .target = u"kind"_s}, {Is::Choice, u"call"_s});
    CHECK(request.set.back().text == u"call"_s);
    answer(request, {.about = About::ActivityKind, .target = u"kind"_s, .column = u"Type"_s},
           {Is::Choice, u"call"_s});
    CHECK(request.values.back().from.isEmpty()); // only the blank cells of a column are meant

    request.map = {{u"Converted"_s, u"nothing"_s}};
    request.undecided = {{u"Converted"_s, 0, u"converted_at"_s, u"Yes"_s}};
    answer(request, {.about = About::Misfit, .target = u"converted_at"_s, .column = u"Converted"_s},
           {Is::Choice, u"converted_at"_s});
    REQUIRE(request.map.size() == 1);
    CHECK(request.map.front().target == u"converted_at"_s);
    CHECK(request.undecided.empty());
}

TEST_CASE("That no column is a field is said once, whichever of its columns comes first", "[transfer]")
{
    const ImportQuestion size{
        .about = About::NoColumn, .target = u"amount"_s, .columns = {u"Size"_s, u"Fee"_s}};
    const ImportQuestion fee{
        .about = About::NoColumn, .target = u"amount"_s, .column = u"Fee"_s, .columns = {u"Fee"_s}};
    GivenAnswers given;
    given.give(size, {Is::Nothing, {}});
    CHECK_FALSE(given.isOpen({fee}));
    ImportRequest request;
    given.write(request, {u"Size"_s, u"Fee"_s}, {});
    CHECK(request.without == QStringList{u"amount"_s});

    given.give(size, {Is::Column, u"Size"_s});
    ImportRequest sent{.map = {{u"Size"_s, u"nothing"_s}}, .untold = {u"Size"_s, u"Fee"_s}};
    given.write(sent, {u"Size"_s, u"Fee"_s}, {});
    REQUIRE(sent.map.size() == 1);
    CHECK(sent.map.front().target == u"amount"_s);
    CHECK(sent.untold == QStringList{u"Fee"_s});
    CHECK(sent.without.isEmpty());
    ImportRequest other;
    given.write(other, {u"Fee"_s}, {}); // of a file without that column
    CHECK(other.map.empty());
}

TEST_CASE("Of several values only the column as a whole can be left out", "[transfer]")
{
    ImportQuestion question{
        .about = About::NotUnderstood, .target = u"at"_s, .column = u"Date"_s, .text = u"soon"_s};
    CHECK_FALSE(isOfColumn(question, {Is::Nothing, {}}));
    question.isOfSeveral = true;
    CHECK(isOfColumn(question, {Is::Nothing, {}}));
    CHECK_FALSE(isOfColumn(question, {Is::Typed, u"2026-03-04"_s}));
    ImportRequest request;
    answer(request, question, {Is::Nothing, {}});
    REQUIRE(request.map.size() == 1);
    CHECK(request.map.front().target == u"nothing"_s);
    CHECK(request.values.empty());
}

TEST_CASE("Rows that repeat an id are asked with the column that may be no id", "[transfer]")
{
    const ImportQuestion byId{
        .about = About::Repeated, .column = u"Source Id"_s, .answers = {u"once"_s, u"each"_s}};
    CHECK(optionFor(byId) == u"--repeats once|each | --map 'Source Id=nothing'"_s);
    CHECK(inEnglish(sentenceOf(byId)).contains(u"“Source Id”"_s));
    CHECK(optionFor({.about = About::Repeated, .answers = {u"once"_s, u"each"_s}})
          == u"--repeats once|each"_s);
}

TEST_CASE("What was answered holds for files that ask it, however the word is capitalised", "[transfer]")
{
    GivenAnswers given;
    given.give(word(u"Sleeping"_s), {Is::Choice, u"nurture"_s});
    CHECK(given.to(word(u"SLEEPING"_s)));
    CHECK_FALSE(given.isOpen({word(u"sleeping"_s)}));
    CHECK(given.isOpen({word(u"sleeping"_s), word(u"Gone"_s)}));

    ImportRequest request;
    given.write(request, {u"Lead Status"_s}, {u"last_name"_s}); // no column goes to the status
    CHECK(request.meanings.empty());
    given.write(request, {u"Lead Status"_s}, {u"last_name"_s, u"status"_s});
    CHECK(request.meanings.size() == 1);

    given.withdraw(word(u"Sleeping"_s));
    CHECK_FALSE(given.to(word(u"Sleeping"_s)));
}

TEST_CASE("An order of days that was said of the whole file goes before an answer", "[transfer]")
{
    GivenAnswers given;
    given.give({.about = About::DayOrder}, {Is::Choice, u"mdy"_s});
    ImportRequest request{.dateOrder = DateOrder::DayMonthYear};
    given.write(request, {}, {});
    CHECK(request.dateOrder == DateOrder::DayMonthYear);
}

TEST_CASE("Days and amounts with two readings are asked with a sample and their rows", "[transfer]")
{
    const TextFile file("name,stage,amount,expected_close\n"
                        "Oak,Offer,1.234,\nElm,Offer,2.500,03/04/2027\nAsh,Offer,,05/06/2027\n");
    const auto asked = previewOf(file, EntityKind::Deal).questions;
    REQUIRE(asked.size() == 2);
    CHECK(asked[0].about == About::DecimalMark);
    CHECK(asked[0].column == u"amount"_s);
    CHECK(asked[0].rows == 2);
    CHECK(asked[1].about == About::DayOrder);
    CHECK(asked[1].text == u"03/04/2027"_s);
    CHECK(asked[1].rows == 2);

    const auto source = valueOf(openSource({.path = file.path()}));
    ImportRequest request{.kind = EntityKind::Deal};
    request.decimalMark = u'.';
    const auto left = valueOf(styleQuestions(*source, request, {}));
    REQUIRE(left.size() == 1);
    CHECK(left.front().about == About::DayOrder);
    request.map = {{u"expected_close"_s, u"nothing"_s}};
    CHECK(valueOf(styleQuestions(*source, request, {})).empty());
}

TEST_CASE("A file that is clear asks nothing before it is read", "[transfer]")
{
    const TextFile file("name,stage,amount,expected_close\nOak,Offer,1234.50,2027-04-03\n");
    CHECK(previewOf(file, EntityKind::Deal).questions.empty());
}

TEST_CASE("The first lines of a file are seen as they stand, with that of the column names", "[transfer]")
{
    const TextFile file("My customers; of 2026\n\n\"never closed\nname;email\nBob;bob@x.example\n");
    const ImportPreview preview = previewOf(file, EntityKind::Contact, {.separator = u';', .headerLine = 4});
    CHECK(preview.headerLine == 4);
    CHECK(preview.columns == QStringList{u"name"_s, u"email"_s});
    REQUIRE(preview.opening.size() == 4); // a line that is no row is one, too
    CHECK(preview.opening.front().line == 1);
    CHECK(preview.opening[1].line == 3);
    CHECK(preview.opening.back().cells == QStringList{u"Bob"_s, u"bob@x.example"_s});
}

TEST_CASE("Samples of a column are those that differ", "[transfer]")
{
    const TextFile file("name,note\nA,\nB,red\nC,red\nD,blue\nE,green\nF,white\n");
    const ImportPreview preview = previewOf(file, EntityKind::Contact);
    REQUIRE(preview.examples.size() == 2);
    CHECK(preview.examples[1] == QStringList{u"red"_s, u"blue"_s, u"green"_s});
}
