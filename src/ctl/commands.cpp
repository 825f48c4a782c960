// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/commands.h"

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

const OptionInfo filter{u"--filter"_s, u"FILTER"_s, Takes::One, u"Only records that meet it"_s};
const OptionInfo sort{u"--sort"_s, u"FIELD,…"_s, Takes::One, u"In this order; -amount is largest first"_s};
const WordInfo kind{u"KIND"_s};
const WordInfo record{u"RECORD"_s};

const OptionInfo columns{u"--columns"_s, u"FIELD,…"_s, Takes::Several, u"These columns, in this order"_s};

// Written to be read as a table: one command after the other, each like its own --help.
// clang-format off

std::vector<CommandInfo> bookCommands()
{
    return {
        {u"new"_s, {},
         {{u"--currency"_s, u"CODE"_s, Takes::One, u"Of amounts that name none: EUR, USD …"_s},
          {u"--bare"_s, {}, Takes::Nothing, u"Without pipelines, lists or a user: for import all"_s}},
         u"Make a new, empty book"_s,
         u"The book that --book names gets two pipelines, lists of sources, outcomes and lost reasons to change "
         "at will, and one user: --as NAME, else you as the system knows you."_s,
         {u"--book acme.headway --as \"Ana Núñez\" new --currency EUR"_s}, runNew},
        {u"demo"_s, {},
         {{u"--scale"_s, u"SIZE"_s, Takes::One, u"small (300 deals; the default), medium, large (500,000 deals), or a number of deals"_s},
          {u"--seed"_s, u"N"_s, Takes::One, u"Another company by chance; the same N makes the same book (1)"_s}},
         u"Make a book with a sample company"_s,
         u"Halmer Air Systems sells extraction equipment: customers, deals, and years of calls and visits, ending today."_s,
         {u"--book halmer.headway demo"_s, u"--book big.headway demo --scale large"_s}, runDemo},
        {u"check"_s, {},
         {{u"--quick"_s, {}, Takes::Nothing, u"Only the file and the schema"_s},
          {u"--repair"_s, {}, Takes::Nothing, u"Mend what can be mended without loss, and say what was"_s}},
         u"Check the book: file, schema, references, history"_s,
         u"Says what is wrong, record by record; status 1 if anything is. Changes nothing without --repair; "
         "what that changes in records is one step, which undo takes back by its number. Make a backup before."_s,
         {u"check"_s, u"check --repair"_s}, runCheck},
        {u"backup"_s, {{u"FILE"_s}},
         {{u"--replace"_s, {}, Takes::Nothing, u"Over an older backup of that name"_s}},
         u"Copy the book while others work in it"_s,
         u"The copy is opened and checked before it gets its name."_s,
         {u"backup /media/stick/acme-2026-03-04.headway"_s}, runBackup},
        {u"restore"_s, {{u"FILE"_s}}, {},
         u"Put a backup in the place of the book"_s,
         u"The backup is checked first. The present book is renamed, not deleted."_s,
         {u"--book acme.headway restore /media/stick/acme-2026-03-04.headway"_s}, runRestore}};
}

std::vector<CommandInfo> fileCommands()
{
    return {
        {u"import"_s, {kind, {u"FILE"_s}},
         {{u"--map"_s, u"'Column=field'"_s, Takes::Several, u"Where a column goes; 'Column=nothing' leaves it out"_s},
          {u"--values"_s, u"'field:old=new'"_s, Takes::Several, u"Replace a value on the way in"_s},
          {u"--set"_s, u"'field=text {Column}'"_s, Takes::Several, u"A text for every row, made of its columns"_s},
          {u"--system"_s, u"NAME"_s, Takes::One, u"Whose ids external_id holds (csv)"_s},
          {u"--match"_s, u"FIELD,…"_s, Takes::Several, u"Rows that agree in these fields are records of the book already"_s},
          {u"--existing"_s, u"skip|fill|overwrite|create"_s, Takes::One, u"What becomes of those (skip)"_s},
          {u"--create-missing"_s, u"KIND,…"_s, Takes::Several, u"Make companies, users, products … that the file names and the book lacks; all for all"_s},
          {u"--loose"_s, {}, Takes::Nothing, u"Take a known name for one that differs only in case, marks, spaces and punctuation (GTXPro for GTX Pro), and say so; else such rows are rejected, and the name is offered"_s},
          {u"--pipeline"_s, u"NAME"_s, Takes::One, u"Of deals whose file does not say"_s},
          {u"--new-pipeline"_s, u"NAME"_s, Takes::One, u"Make a pipeline of just the stages in the file, in its order, for the deals in it"_s},
          {u"--currency"_s, u"CODE"_s, Takes::One, u"Of amounts that name none"_s},
          {u"--dates"_s, u"dmy|mdy|ymd"_s, Takes::One, u"How 3/4/2026 is meant"_s},
          {u"--decimal"_s, u"point|comma"_s, Takes::One, u"How 1,234 is meant"_s},
          {u"--separator"_s, u"comma|semicolon|tab|pipe"_s, Takes::One, u"Instead of what was found"_s},
          {u"--encoding"_s, u"utf-8|utf-16le|utf-16be|windows-1252"_s, Takes::One, u"Instead of what was found"_s},
          {u"--guarded"_s, {}, Takes::Nothing, u"The file was exported with --dialect spreadsheet"_s},
          {u"--dry-run"_s, {}, Takes::Nothing, u"Only say what would happen"_s},
          {u"--rejected"_s, u"FILE"_s, Takes::One, u"Rows that cannot be taken go here, each with its reason"_s}},
         u"Take a CSV file into the book"_s,
         u"One transaction and one step of the history: headwayctl undo takes it back. A row goes in whole or not at "
         "all; status 3 if any was rejected. `import all FOLDER` reads what `export all` wrote, into a bare book."_s,
         {u"import deals deals.csv --create-missing companies,users"_s,
          u"import contacts people.csv --match email --existing fill --dry-run"_s}, runImport},
        {u"export"_s, {kind},
         {filter, columns, sort,
          {u"--dialect"_s, u"machine|spreadsheet"_s, Takes::One, u"For programs (the default), or for Excel and LibreOffice"_s},
          {u"--output"_s, u"FILE"_s, Takes::One, u"Instead of the standard output"_s, u"-o"_s}},
         u"Write records as CSV"_s,
         u"All columns come back by `import KIND FILE --match id`, byte for byte. `export all -o FOLDER` writes the whole "
         "book, one file for each kind."_s,
         {u"export deals -o deals.csv"_s, u"export contacts --filter 'owner:me' --columns name,email,phone"_s}, runExport}};
}

std::vector<CommandInfo> readingCommands()
{
    return {
        {u"list"_s, {kind},
         {filter, columns, sort, {u"--limit"_s, u"N"_s, Takes::One, u"Only the first N"_s}},
         u"List records"_s, {},
         {u"list deals --filter 'owner:me stage:Offer' --sort -amount"_s}, runList},
        {u"show"_s, {record}, {},
         u"Show one record with its activities"_s, {},
         {u"show deal:17"_s, u"show company:\"Acme Corporation\""_s}, runShow},
        {u"count"_s, {kind}, {filter},
         u"Count records, and sum what they are worth"_s, {},
         {u"count deals --filter 'status:open close:this-quarter'"_s}, runCount},
        {u"search"_s, {{u"WORD"_s, Count::Several}},
         {{u"--limit"_s, u"N"_s, Takes::One, u"At most N hits (20)"_s}},
         u"Find records of any kind by words, or their beginnings"_s, {},
         {u"search acme renew"_s}, runSearch},
        {u"board"_s, {},
         {{u"--pipeline"_s, u"NAME"_s, Takes::One, u"Instead of the first one"_s}, filter,
          {u"--cards"_s, u"N"_s, Takes::One, u"Show the top N cards of each column"_s}},
         u"The pipeline: deals, sums and weighted sums by stage"_s, {},
         {u"board --filter owner:me"_s, u"board --pipeline Renewals --cards 5"_s}, runBoard},
        {u"report"_s, {{u"REPORT"_s, Count::One, reportWords()}, {u"GROUP"_s, Count::One, reportGroups()}},
         {{u"--from"_s, u"PERIOD"_s, Takes::One, u"From its first day on"_s},
          {u"--to"_s, u"PERIOD"_s, Takes::One, u"Up to its last day"_s}, filter},
         u"Won, lost or open deals by owner, team, stage …"_s,
         u"Days are those of closing for won and lost deals, of the expected closing for open ones. The rows add up to the "
         "total exactly; deals without an owner, a company … are in the row (none)."_s,
         {u"report won-by quarter --from 2017 --to 2017"_s, u"report open-by owner --filter 'stage:Offer'"_s}, runReport}};
}

std::vector<CommandInfo> writingCommands()
{
    return {
        {u"log"_s, {{u"ACTIVITY"_s, Count::One, activityWords()}},
         {{u"--on"_s, u"RECORD"_s, Takes::Several, u"What it belongs to; a deal brings its company and contact along"_s},
          {u"--with"_s, u"RECORD"_s, Takes::Several, u"Contacts and users who took part"_s},
          {u"--subject"_s, u"TEXT"_s, Takes::One, u"What it was about"_s},
          {u"--note"_s, u"TEXT"_s, Takes::One, u"What was said; - reads it from the standard input"_s},
          {u"--outcome"_s, u"NAME"_s, Takes::One, u"How it ended: a name, or its digit in the window"_s},
          {u"--direction"_s, u"in|out"_s, Takes::One, u"Who called"_s},
          {u"--duration"_s, u"TIME"_s, Takes::One, u"25 (minutes), 1h30, 1:30"_s},
          {u"--at"_s, u"WHEN"_s, Takes::One, u"A day, a time or both: \"yesterday 14:30\", \"fri 9am Tokyo\" (now)"_s},
          {u"--location"_s, u"TEXT"_s, Takes::One, u"Where it was"_s},
          {u"--planned"_s, {}, Takes::Nothing, u"It is still to be done, as everything ahead and every task is"_s},
          {u"--done"_s, {}, Takes::Nothing, u"It is done"_s},
          {u"--next"_s, u"ACTIVITY:WHEN:SUBJECT"_s, Takes::One, u"What follows: task:+3d:\"Send offer\""_s}},
         u"Log a call, meeting, visit, note or task"_s, {},
         {u"log call --on deal:17 --outcome Reached --duration 12 --note \"Wants the offer by Friday\" --next task:+3d:\"Send offer\""_s,
          u"log visit --on company:Acme --at \"yesterday 10:00\""_s}, runLog},
        {u"move"_s, {record, {u"STAGE"_s}, {u"FIELD=VALUE"_s, Count::Any}},
         {{u"--reason"_s, u"NAME"_s, Takes::One, u"Why it was lost"_s},
          {u"--closed-on"_s, u"DAY"_s, Takes::One, u"When it was won or lost (today)"_s},
          {u"--note"_s, u"TEXT"_s, Takes::One, u"What is to be said about the closing"_s},
          {u"--competitor"_s, u"NAME"_s, Takes::One, u"Who got the deal, or lost it"_s},
          {u"--renewal"_s, u"MONTHS"_s, Takes::One, u"Won: make the deal that renews it, expected so many months after the day"_s}},
         u"Move a deal to another stage; win it, lose it, open it again"_s,
         u"What the stage needs and the deal leaves open may be given along."_s,
         {u"move deal:17 Negotiation"_s, u"move deal:17 Offer amount=12500 close=eoq"_s, u"move deal:17 won --closed-on yesterday amount=11800 --renewal 12"_s,
          u"move deal:17 lost --reason Price"_s}, runMove},
        {u"add"_s, {kind, {u"FIELD=VALUE"_s, Count::Several}}, {},
         u"Add a record"_s, {},
         {u"add deal name=\"Acme renewal\" company=Acme amount=12500 close=eoq"_s,
          u"add contact first_name=Ana last_name=Núñez email=ana@acme.example"_s}, runAdd},
        {u"set"_s, {record, {u"FIELD=VALUE"_s, Count::Several}}, {},
         u"Change fields of a record"_s,
         u"An empty value empties the field."_s,
         {u"set deal:17 amount=14000 owner=\"Ana Núñez\""_s, u"set contact:4 phone="_s}, runSet},
        {u"delete"_s, {{u"RECORD"_s, Count::Several}}, {},
         u"Delete records; undo brings them back"_s, {},
         {u"delete lead:8"_s}, runDelete},
        {u"history"_s, {},
         {{u"--record"_s, u"RECORD"_s, Takes::One, u"Only what happened to this record, field by field"_s},
          {u"--by"_s, u"USER"_s, Takes::One, u"Only what this user did"_s},
          {u"--limit"_s, u"N"_s, Takes::One, u"The latest N (20)"_s}},
         u"The steps of the book, or what became of one record"_s, {},
         {u"history"_s, u"history --record deal:17"_s, u"history --by \"Ana Núñez\""_s}, runHistory},
        {u"undo"_s, {{u"STEP"_s, Count::Optional}}, {},
         u"Take a step back: your last one, or any by its number"_s,
         u"Refused, with what stands in the way, if something later depends on it."_s,
         {u"undo"_s, u"undo 12"_s}, runUndo},
        {u"redo"_s, {}, {},
         u"Do again what you took back last"_s, {},
         {u"redo"_s}, runRedo}};
}

// clang-format on

} // namespace

std::span<const CommandInfo> commands()
{
    static const std::vector<CommandInfo> all = [] {
        std::vector<CommandInfo> list;
        for (const auto &group : {readingCommands(), writingCommands(), fileCommands(), bookCommands()})
            list.insert(list.end(), group.begin(), group.end());
        return list;
    }();
    return all;
}

std::span<const OptionInfo> globalOptions()
{
    static const std::vector<OptionInfo> all{
        {u"--book"_s, u"FILE|URL"_s, Takes::One,
         u"The book: a .headway file, or postgresql://…; else HEADWAY_BOOK, else the one last opened"_s},
        {u"--as"_s, u"USER"_s, Takes::One,
         u"Who works: a user's name or number; else the book's only user, or the one named like your login"_s},
        {u"--json"_s, {}, Takes::Nothing, u"Results as JSON, for scripts"_s},
        {u"--quiet"_s, {}, Takes::Nothing, u"Only results and errors"_s, u"-q"_s},
        {u"--verbose"_s,
         {},
         Takes::Nothing,
         u"Technical details of errors, and how an imported file was read"_s},
        {u"--help"_s, {}, Takes::Nothing, u"Help, also of one command"_s, u"-h"_s},
        {u"--version"_s, {}, Takes::Nothing, u"The program's version"_s}};
    return all;
}

} // namespace headway::ctl
