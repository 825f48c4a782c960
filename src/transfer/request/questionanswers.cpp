// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/request/questionanswers.h"

#include "domain/records/record.h"
#include "domain/text/quoted.h"
#include "domain/text/text.h"
#include "transfer/request/requestwords.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace headway::transfer {

using About = ImportQuestion::About;
using Is = Answer::Is;

namespace {

constexpr qsizetype mostPrinted = 5; // columns to choose from, on the command line

// A question that has one answer for all rows of the file: the option, and the words behind it.
struct ForAll {
    About about;
    QLatin1StringView option;
    QStringList (*codes)();
    void (*set)(ImportRequest &request, const QString &code);
};

template <auto member, const auto &words>
constexpr ForAll forAll(About about, QLatin1StringView option)
{
    return {about, option, [] { return wordsOf(words); },
            [](ImportRequest &request, const QString &code) {
                if (const auto value = valueNamed(code, words))
                    request.*member = *value;
            }};
}

constexpr std::array questionsForAll{
    forAll<&ImportRequest::durationUnit, durationUnitWords>(About::DurationUnit, "--duration-unit"_L1),
    forAll<&ImportRequest::percent, percentScaleWords>(About::PercentScale, "--percent"_L1),
    forAll<&ImportRequest::rounding, roundingWords>(About::Rounding, "--round"_L1),
    forAll<&ImportRequest::amountPower, amountUnitWords>(About::AmountUnit, "--amount-unit"_L1),
    forAll<&ImportRequest::deleted, deletedRowWords>(About::Deleted, "--deleted"_L1),
    forAll<&ImportRequest::repeats, repeatedRowWords>(About::Repeated, "--repeats"_L1),
    forAll<&ImportRequest::dateOrder, dateOrderWords>(About::DayOrder, "--dates"_L1),
    forAll<&ImportRequest::decimalMark, decimalMarkWords>(About::DecimalMark, "--decimal"_L1),
};

// Null: rows are asked about one by one, or by their words.
const ForAll *forAllRows(About about)
{
    const auto *const found = std::find_if(questionsForAll.begin(), questionsForAll.end(),
                                           [&](const ForAll &each) { return each.about == about; });
    return found == questionsForAll.end() ? nullptr : &*found;
}

// What a record has where the file says nothing: in all rows, or in those that are blank.
void fillIn(ImportRequest &request, const ImportQuestion &question, const Answer &said)
{
    if (said.is == Is::Column)
        request.set.push_back({question.target, u'{' + said.code + u'}'});
    else if (question.column.isEmpty())
        request.set.push_back({question.target, said.code});
    else
        request.values.push_back({question.target, {}, said.code});
}

void mean(ImportRequest &request, const ImportQuestion &question, const Answer &said)
{
    const QString from = question.text.isEmpty() ? u"*"_s : question.text;
    const QString to = said.is == Is::Nothing ? QString() : said.is == Is::Tag ? u"tag"_s : said.code;
    request.meanings.push_back({question.target, from, to});
}

// The one goes before the other, whichever was said before: of a profile, say.
void closeOn(ImportRequest &request, const Answer &said)
{
    using Closing = ImportRequest::Closing;
    const bool isColumn = said.is == Is::Column;
    request.closingColumn = isColumn ? said.code : QString();
    request.closing =
        isColumn ? Closing::Asked : valueNamed(said.code, closingWords).value_or(Closing::ImportDay);
}

void matchKnown(ImportRequest &request, bool isByName)
{
    if (isByName) {
        request.match = {u"name"_s};
        request.keys = ImportRequest::Keys::Said;
    } else {
        request.existing = DuplicatePolicy::Create;
        request.isExistingSaid = true;
    }
}

void takeColumn(ImportRequest &request, const ImportQuestion &question, const Answer &said)
{
    if (said.is == Is::Column)
        sendColumn(request, said.code, question.target);
    else if (!request.without.contains(question.target))
        request.without += question.target;
}

// Lets the import make the records that --create-missing calls so.
void makeMissing(ImportRequest &request, const QString &word)
{
    for (const EntityKind kind : kindsWith(KindTrait::IsNameable)) {
        if (wordToMake(kind) == word)
            request.createMissing.push_back(kind);
    }
}

// In the place of what was said of that column to the same question.
void readCells(ImportRequest &request, const QString &column, const QString &code)
{
    const auto reading = valueNamed(code, cellReadingWords);
    if (!reading)
        return;
    const bool isOfNames = *reading == CellReading::One || *reading == CellReading::Several;
    std::erase_if(request.cells, [&](const CellRule &rule) {
        const bool isOther = rule.reading == CellReading::One || rule.reading == CellReading::Several;
        return rule.column == column && isOther == isOfNames;
    });
    request.cells.push_back({column, *reading});
}

std::vector<Answer> choices(const QStringList &codes, Is is = Is::Choice)
{
    std::vector<Answer> answers;
    for (const QString &code : codes)
        answers.push_back({is, code});
    return answers;
}

std::vector<Answer> both(std::vector<Answer> answers, const std::vector<Answer> &others)
{
    answers.insert(answers.end(), others.begin(), others.end());
    return answers;
}

std::vector<Answer> answersForAll(const ImportQuestion &question, const QStringList &codes)
{
    std::vector<Answer> answers = choices(codes);
    if (isKeptAsText(question))
        answers.push_back({Is::Kept, {}});
    return answers;
}

std::vector<Answer> answersToWord(const ImportQuestion &question)
{
    const std::vector<Answer> others{{Is::Tag, u"tag"_s}, {Is::Kept, {}}, {Is::Nothing, {}}};
    return question.text.isEmpty() ? others // of several words only all can be meant
                                   : both(choices(question.answers), others);
}

std::vector<Answer> answersToDay(const ImportQuestion &question, const QStringList &columns, QDate today)
{
    const std::vector<Answer> days{{Is::Typed, today.toString(Qt::ISODate)}};
    const QStringList &likely = question.columns.isEmpty() ? columns : question.columns;
    return question.column.isEmpty() ? both(days, choices(likely, Is::Column)) : days;
}

std::vector<Answer> answersToName(const ImportQuestion &question)
{
    const std::vector<Answer> answers = both(choices(question.answers), {{Is::Kept, {}}});
    return question.text.isEmpty() ? answers : both(answers, {{Is::Nothing, {}}});
}

std::vector<Answer> answersToGroups(const ImportQuestion &question)
{
    std::vector<Answer> answers;
    for (const QString &target : question.answers)
        answers.push_back(target == "nothing"_L1 ? Answer{Is::Nothing, {}} : Answer{Is::Choice, target});
    return answers;
}

// "--values 'company:Acme=…'"
QString meaningOf(const ImportQuestion &question)
{
    return u"--values "_s + inQuotes(question.target + u':' + question.text + u"=…"_s);
}

// "--map 'Column=field'"
QString mapOf(const QString &column, const QString &target)
{
    return u"--map "_s + inQuotes(column + u'=' + target);
}

QString optionForAll(const ForAll &row, const ImportQuestion &question)
{
    const QString option =
        row.option + u' ' + (question.answers.isEmpty() ? row.codes() : question.answers).join(u'|');
    const bool isById = question.about == About::Repeated && !question.column.isEmpty();
    return isById ? QString(option + u" | "_s + mapOf(question.column, u"nothing"_s)) : option;
}

QString optionForWord(const ImportQuestion &question, const QString &meanings)
{
    return u"--word "_s + inQuotes(question.target + u':' + question.text + u'=' + meanings);
}

QString optionForClosing(const ImportQuestion &question, const QString &own)
{
    QString columns;
    for (const QString &column : question.columns.mid(0, mostPrinted))
        columns += inQuotes(column) + u'|';
    return u"--closed-on "_s + columns + own + (columns.isEmpty() ? u"|COLUMN"_s : QString());
}

QString optionForColumn(const ImportQuestion &question)
{
    QString options;
    for (const QString &column : question.columns.mid(0, mostPrinted))
        options += mapOf(column, question.target) + u" | "_s;
    return options + u"--without "_s + question.target;
}

QString optionForListed(const ImportQuestion &question, const QString &own)
{
    const QString made = own.isEmpty() ? QString() : u"--create-missing "_s + own;
    if (question.text.isEmpty())
        return made;
    return meaningOf(question) + (made.isEmpty() ? QString() : u" | "_s + made);
}

Sentence wordsOfNothing(const ImportQuestion &question, const Answer &said)
{
    switch (question.about) {
    case About::Misfit: return Sentence::tr("leave the column out");
    case About::NoColumn: return Sentence::tr("no column of the file");
    case About::AgainstStatus:
    case About::AgainstStage: return Sentence::tr("leave the column %1 out").arg(Quoted{said.code});
    case About::LastRow:
    case About::RowKind:
    case About::Groups: return Sentence::tr("leave it out");
    case About::NewName:
    case About::ListedName:
    case About::SeveralNames:
    case About::AmountBeside:
    case About::OtherCurrency: return Sentence::tr("leave this value out");
    case About::NotUnderstood:
        return question.isOfSeveral ? Sentence::tr("leave the column out")
                                    : Sentence::tr("leave this value out");
    default: return Sentence::tr("nothing; leave it out");
    }
}

Sentence wordsOfStage(const QString &code)
{
    if (code == "won"_L1)
        return Sentence::tr("won");
    return code == "lost"_L1 ? Sentence::tr("lost") : Sentence::tr("still open");
}

Sentence labelOfCode(About about, const QString &code)
{
    struct Label {
        QLatin1StringView code;
        Sentence label;
    };
    const std::array labels{
        Label{"minutes"_L1, Sentence::tr("minutes")},
        Label{"seconds"_L1, Sentence::tr("seconds")},
        Label{"milliseconds"_L1, Sentence::tr("milliseconds")},
        Label{"hours"_L1, Sentence::tr("hours")},
        Label{"percent"_L1, Sentence::tr("one percent")},
        Label{"fraction"_L1, Sentence::tr("all of it, 100 %")},
        Label{"nearest"_L1, Sentence::tr("to the nearest")},
        Label{"down"_L1, Sentence::tr("down")},
        Label{"up"_L1, Sentence::tr("up")},
        Label{"ones"_L1, Sentence::tr("as they stand")},
        Label{"thousands"_L1, Sentence::tr("thousands")},
        Label{"millions"_L1, Sentence::tr("millions")},
        Label{"billions"_L1, Sentence::tr("billions")},
        Label{"take"_L1, Sentence::tr("take them")},
        Label{"leave"_L1, Sentence::tr("leave them out")},
        Label{"once"_L1, Sentence::tr("one record")},
        Label{"each"_L1, Sentence::tr("one for each row")},
        Label{"titles"_L1, Sentence::tr("titles of the rows below")},
        Label{"records"_L1, Sentence::tr("records")},
        Label{"tags"_L1, Sentence::tr("tags")},
        Label{"name"_L1, Sentence::tr("it is that record")},
        Label{"create"_L1, Sentence::tr("it is a new one")},
        Label{"one"_L1, Sentence::tr("one name")},
        Label{"several"_L1, Sentence::tr("several")},
        Label{"above"_L1, Sentence::tr("the value above")},
        Label{"blank"_L1, Sentence::tr("none")},
        Label{"dmy"_L1, Sentence::tr("day, month, year")},
        Label{"mdy"_L1, Sentence::tr("month, day, year")},
        Label{"ymd"_L1, Sentence::tr("year, month, day")},
        Label{"point"_L1, Sentence::tr("the point: 1,234.50")},
        Label{"comma"_L1, Sentence::tr("the comma: 1.234,50")},
        Label{"import"_L1, Sentence::tr("on the day of the import")},
        Label{"none"_L1, Sentence::tr("nobody knows")},
    };
    if (about != About::Word) {
        for (const Label &each : labels) {
            if (each.code == code)
                return each.label;
        }
    }
    return {};
}

} // namespace

std::vector<Answer> answersTo(const ImportQuestion &question, const QStringList &columns, QDate today)
{
    if (const ForAll *const row = forAllRows(question.about))
        return answersForAll(question, row->codes());
    switch (question.about) {
    case About::Word: return answersToWord(question);
    case About::RowKind: return both(choices(question.answers), {{Is::Nothing, {}}});
    case About::DurationUnit:
    case About::PercentScale:
    case About::Rounding:
    case About::AmountUnit:
    case About::Deleted:
    case About::Repeated:
    case About::DayOrder:
    case About::DecimalMark: break; // above
    case About::ClosingDay: return both(choices(question.columns, Is::Column), choices(question.answers));
    case About::NoColumn: return both(choices(question.columns, Is::Column), {{Is::Nothing, {}}});
    case About::ActivityDay: return answersToDay(question, columns, today);
    case About::NewName:
    case About::ListedName: return answersToName(question);
    case About::NotUnderstood:
    case About::SeveralNames:
    case About::AmountBeside:
    case About::OtherCurrency: return {{Is::Kept, {}}, {Is::Nothing, {}}};
    case About::AgainstStatus: // the answer is the column of the status
    case About::AgainstStage:
        return {{Is::Kept, {}}, {Is::Nothing, question.answers.value(0, question.column)}};
    case About::Known: return choices({u"name"_s, u"create"_s});
    case About::ClosedStage:
    case About::ActivityKind:
    case About::LoneCell:
    case About::TakenApart:
    case About::GroupBlanks: return choices(question.answers);
    case About::NamesInCell: return both(choices(question.answers), {{Is::Kept, {}}});
    case About::LastRow: return both(choices(question.answers), {{Is::Nothing, {}}});
    case About::Groups: return answersToGroups(question);
    case About::Spoilt: return {{Is::Kept, {}}};
    case About::Misfit: return {{Is::Nothing, {}}, {Is::Choice, question.target}};
    }
    return {};
}

bool mayBeTyped(const ImportQuestion &question)
{
    switch (question.about) {
    case About::ActivityDay: return true;
    case About::NotUnderstood:
    case About::NewName:
    case About::ListedName:
    case About::SeveralNames:
    case About::AmountBeside:
    case About::OtherCurrency: return !question.text.isEmpty();
    default: return false;
    }
}

Sentence sentenceOf(const ImportQuestion &question, const Answer &said)
{
    switch (said.is) {
    case Is::Tag: return Sentence::tr("nothing of these; make it a tag");
    case Is::Kept:
        if (question.about == About::AgainstStatus)
            return Sentence::tr("the status counts");
        return question.about == About::AgainstStage ? Sentence::tr("the stage counts")
                                                     : Sentence::tr("keep it as text");
    case Is::Nothing: return wordsOfNothing(question, said);
    case Is::Column:
        return (question.about == About::NoColumn ? Sentence::tr("the column %1")
                                                  : Sentence::tr("as the column %1 says"))
            .arg(Quoted{said.code});
    case Is::Typed:
        if (const QDate day = QDate::fromString(said.code, Qt::ISODate); day.isValid())
            return Sentence::tr("on %1").arg(day);
        return {};
    case Is::Choice: break;
    }
    if (question.about == About::NewName || question.about == About::ListedName)
        return Sentence::tr("make what is missing");
    if (question.about == About::ClosedStage)
        return wordsOfStage(said.code);
    if (const auto kind = question.about == About::RowKind ? entityKindNamed(said.code) : std::nullopt)
        return Sentence::tr("%1").arg(KindName{*kind});
    return labelOfCode(question.about, said.code);
}

bool isOfColumn(const ImportQuestion &question, const Answer &said)
{
    switch (question.about) {
    case About::Misfit: return true;
    case About::NoColumn: return said.is == Is::Column;
    case About::NotUnderstood: return question.isOfSeveral && said.is == Is::Nothing;
    default: return false;
    }
}

void answer(ImportRequest &request, const ImportQuestion &question, const Answer &said)
{
    if (said.is == Is::Kept)
        return;
    if (const ForAll *row = forAllRows(question.about))
        return row->set(request, said.code);
    switch (question.about) {
    case About::Word:
    case About::RowKind: mean(request, question, said); break;
    case About::ClosedStage: request.meanings.push_back({question.target, question.text, said.code}); break;
    case About::ClosingDay: closeOn(request, said); break;
    case About::ActivityKind:
    case About::ActivityDay: fillIn(request, question, said); break;
    case About::NewName:
    case About::ListedName:
        if (said.is == Is::Choice)
            makeMissing(request, said.code);
        else
            request.values.push_back({question.target, question.text, said.code});
        break;
    case About::SeveralNames:
    case About::AmountBeside:
    case About::OtherCurrency:
    case About::NotUnderstood:
        if (isOfColumn(question, said))
            sendColumn(request, question.column, u"nothing"_s);
        else
            request.values.push_back({question.target, question.text, said.code});
        break;
    case About::AgainstStatus:
    case About::AgainstStage: sendColumn(request, said.code, u"nothing"_s); break;
    case About::Known: matchKnown(request, said.code == "name"_L1); break;
    case About::NoColumn: takeColumn(request, question, said); break;
    case About::NamesInCell:
    case About::TakenApart:
    case About::GroupBlanks: readCells(request, question.column, said.code); break;
    case About::Groups:
    case About::Misfit:
        sendColumn(request, question.column, said.is == Is::Nothing ? u"nothing"_s : said.code);
        break;
    default: break; // LoneCell, LastRow: how the file is read, GivenAnswers::tableRows(). Spoilt: it is kept
    }
}

void sendColumn(ImportRequest &request, const QString &column, const QString &target)
{
    const QString to = target.isEmpty() ? u"nothing"_s : target;
    const auto rule = std::find_if(request.map.begin(), request.map.end(),
                                   [&](const exchange::MapRule &each) { return each.column == column; });
    if (rule == request.map.end())
        request.map.push_back({column, to});
    else
        rule->target = to;
    std::erase_if(request.undecided, [&](const exchange::Misfit &each) { return each.column == column; });
    request.untold.removeAll(column);
}

bool isForAllRows(ImportQuestion::About about)
{
    return forAllRows(about) != nullptr;
}

Result<> answerByWord(ImportRequest &request, ImportQuestion::About about, const QString &word)
{
    const ForAll *row = forAllRows(about);
    Q_ASSERT(row);
    const QStringList codes = row->codes();
    if (!codes.contains(word, Qt::CaseInsensitive))
        return failure(noSuchWord(row->option, word, codes));
    row->set(request, word);
    return {};
}

QString inQuotes(const QString &text)
{
    return u'\'' + QString(text).replace(u'\'', u"'\\''"_s) + u'\'';
}

QString optionFor(const ImportQuestion &question)
{
    if (const ForAll *const row = forAllRows(question.about))
        return optionForAll(*row, question);
    const QString own = question.answers.join(u'|');
    switch (question.about) {
    case About::Word:
        return question.text.isEmpty() ? u"--word '*=tag'"_s : optionForWord(question, own + u"|tag"_s);
    case About::RowKind:
    case About::ClosedStage: return question.text.isEmpty() ? QString() : optionForWord(question, own);
    case About::ClosingDay: return optionForClosing(question, own);
    case About::NoColumn: return optionForColumn(question);
    // Where the file has a column, only its blank cells are meant.
    case About::ActivityKind:
        return question.column.isEmpty() ? u"--set 'kind=%1'"_s.arg(own) : u"--values 'kind:=%1'"_s.arg(own);
    case About::ActivityDay:
        return question.column.isEmpty() ? u"--set 'at=2026-03-04'"_s : u"--values 'at:=2026-03-04'"_s;
    case About::NewName: return own.isEmpty() ? meaningOf(question) : u"--create-missing "_s + own;
    case About::ListedName: return optionForListed(question, own);
    case About::SeveralNames:
    case About::AmountBeside:
    case About::OtherCurrency: return meaningOf(question);
    case About::NotUnderstood:
        return question.isOfSeveral
            ? mapOf(question.column, u"nothing|FIELD"_s) + u" | "_s + meaningOf(question)
            : meaningOf(question);
    case About::AgainstStatus: return mapOf(own, u"nothing"_s);
    case About::AgainstStage: return mapOf(question.column, u"nothing"_s);
    case About::Known: return u"--match name | --existing create"_s;
    case About::Groups: return mapOf(question.column, own);
    case About::LoneCell:
    case About::LastRow: return u"--rows "_s + own;
    case About::NamesInCell:
    case About::TakenApart:
    case About::GroupBlanks: return u"--cells "_s + inQuotes(question.column + u'=' + own);
    case About::Misfit: return mapOf(question.column, own + u"|FIELD"_s);
    default: break; // Spoilt
    }
    return {};
}

} // namespace headway::transfer
