// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/commands.h"

#include "ctl/words.h"

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

const OptionInfo filter{u"--filter"_s, u"FILTER"_s, Takes::One, Help::tr("Only records that meet it")};
const OptionInfo sort{u"--sort"_s, u"FIELD,…"_s, Takes::One,
                      Help::tr("In this order; -amount is largest first")};
const WordInfo kind{u"KIND"_s};
const WordInfo record{u"RECORD"_s};

const OptionInfo view{
    u"--view"_s, u"NAME"_s, Takes::One,
    Help::tr("As this saved view shows them; --filter narrows it, --sort and --columns replace its own")};
const OptionInfo columns{u"--columns"_s, u"FIELD,…"_s, Takes::Several,
                         Help::tr("These columns, in this order")};

// Written to be read as a table: one command after the other, each like its own --help.
// clang-format off

std::vector<CommandInfo> bookCommands()
{
    return {
        {u"new"_s, {},
         {{u"--currency"_s, u"CODE"_s, Takes::One, Help::tr("Of amounts that name none: EUR, USD …")},
          {u"--bare"_s, {}, Takes::Nothing, Help::tr("Without pipelines, lists or a user: for import all")}},
         Help::tr("Make a new, empty book"),
         Help::tr("The book that --book names gets two pipelines, lists of sources, outcomes, lost reasons and "
         "lead statuses to change at will, and one user: --as NAME, else you as the system knows you."),
         {u"--book acme.headway --as \"Ana Núñez\" new --currency EUR"_s}, runNew},
        {u"demo"_s, {},
         {{u"--scale"_s, u"SIZE"_s, Takes::One, Help::tr("small (300 deals; the default), medium, large (500,000 deals), or a number of deals")},
          {u"--seed"_s, u"N"_s, Takes::One, Help::tr("Another company by chance; the same N makes the same book (1)")}},
         Help::tr("Make a book with a sample company"),
         Help::tr("Halmer Air Systems sells extraction equipment: customers, deals, and years of calls and visits, ending today."),
         {u"--book halmer.headway demo"_s, u"--book big.headway demo --scale large"_s}, runDemo},
        {u"check"_s, {},
         {{u"--quick"_s, {}, Takes::Nothing, Help::tr("Only the file and the schema")},
          {u"--repair"_s, {}, Takes::Nothing, Help::tr("Mend what can be mended without loss, and say what was")}},
         Help::tr("Check the book: file, schema, references, history"),
         Help::tr("Says what is wrong, record by record; status 1 if anything is. Changes nothing without --repair; "
         "what that changes in records is one step, which undo takes back by its number. Make a backup before."),
         {u"check"_s, u"check --repair"_s}, runCheck},
        {u"backup"_s, {{u"FILE"_s}},
         {{u"--replace"_s, {}, Takes::Nothing, Help::tr("Over an older backup of that name")}},
         Help::tr("Copy the book while others work in it"),
         Help::tr("The copy is opened and checked before it gets its name."),
         {u"backup /media/stick/acme-2026-03-04.headway"_s}, runBackup},
        {u"restore"_s, {{u"FILE"_s}}, {},
         Help::tr("Put a backup in the place of the book"),
         Help::tr("The backup is checked first. The present book is renamed, not deleted."),
         {u"--book acme.headway restore /media/stick/acme-2026-03-04.headway"_s}, runRestore}};
}

std::vector<CommandInfo> fileCommands()
{
    return {
        {u"import"_s, {kind, {u"FILE"_s}},
         {{u"--map"_s, u"'Column=field'"_s, Takes::Several, Help::tr("Where a column goes; 'Column=nothing' leaves it out")},
          {u"--values"_s, u"'field:old=new'"_s, Takes::Several, Help::tr("Replace a value on the way in")},
          {u"--set"_s, u"'field=text {Column}'"_s, Takes::Several, Help::tr("A text for every row, made of its columns")},
          {u"--rest"_s, u"own|note|leave"_s, Takes::One, Help::tr("What becomes of columns that nothing takes: own fields, a text in the note, nothing (leave)")},
          {u"--own"_s, u"'Column[=Label][:type]'"_s, Takes::Several, Help::tr("That column becomes an own field: text, long_text, number, money, day, yes_no or choice, else as its values are; ':note' puts it into the note")},
          {u"--system"_s, u"NAME"_s, Takes::One, Help::tr("Which system the ids in the file are of; else what its columns tell, else csv")},
          {u"--match"_s, u"FIELD,…"_s, Takes::Several, Help::tr("Rows that agree in these fields are records of the book already (external_id, else email)")},
          {u"--existing"_s, u"skip|fill|overwrite|create"_s, Takes::One, Help::tr("What becomes of those (skip)")},
          {u"--create-missing"_s, u"KIND,…"_s, Takes::Several, Help::tr("Make companies, users, products … that the file names and the book lacks; all for all")},
          {u"--unknown"_s, u"keep|reject"_s, Takes::One, Help::tr("What becomes of rows with a name that the book lacks: they go in with it as text (normally), or are rejected")},
          {u"--loose"_s, {}, Takes::Nothing, Help::tr("Take a known name for one that differs only in case, marks, spaces and punctuation (GTXPro for GTX Pro), and say so; else it is an unknown one, and the known one is offered")},
          {u"--pipeline"_s, u"NAME"_s, Takes::One, Help::tr("Of deals whose file does not say")},
          {u"--new-pipeline"_s, u"NAME"_s, Takes::One, Help::tr("Make a pipeline of just the stages in the file, in its order, for the deals in it")},
          {u"--currency"_s, u"CODE"_s, Takes::One, Help::tr("Of amounts that name none")},
          {u"--dates"_s, u"dmy|mdy|ymd"_s, Takes::One, Help::tr("How 3/4/2026 is meant")},
          {u"--decimal"_s, u"point|comma"_s, Takes::One, Help::tr("How 1,234 is meant")},
          {u"--word"_s, u"'word=meaning'"_s, Takes::Several, Help::tr("What a word means in a field of fixed choices; 'word=tag' makes a tag of it, 'word=' drops it, '*=tag' is for all the rest")},
          {u"--cells"_s, u"'Column=one|several|above|blank'"_s, Takes::Several, Help::tr("Whether what may be several names is one, and what a blank cell below the first row of a group means")},
          {u"--duration-unit"_s, u"minutes|seconds|milliseconds|hours"_s, Takes::One, Help::tr("What a bare number under Duration is")},
          {u"--percent"_s, u"percent|fraction"_s, Takes::One, Help::tr("Whether a probability of 1 is one percent or all")},
          {u"--round"_s, u"nearest|down|up"_s, Takes::One, Help::tr("What becomes of more decimals than the currency has; else such amounts stay as text")},
          {u"--amount-unit"_s, u"ones|thousands|millions|billions"_s, Takes::One, Help::tr("What the amounts of a column are whose name has a unit: Revenue (M)")},
          {u"--closed-on"_s, u"import|none|COLUMN"_s, Takes::One, Help::tr("When deals were closed that do not say: the day of the import, no day, or that of another column")},
          {u"--without"_s, u"FIELD,…"_s, Takes::Several, Help::tr("That no column is that field, though one looks like it: it is not asked about")},
          {u"--sheet"_s, u"NAME"_s, Takes::One, Help::tr("Of a workbook: the sheet to read, else the first one that is shown and has rows")},
          {u"--separator"_s, u"comma|semicolon|tab|pipe"_s, Takes::One, Help::tr("Instead of what was found")},
          {u"--encoding"_s, u"NAME"_s, Takes::One, Help::tr("Instead of what was found: utf-8, utf-16le, utf-16be, windows-1252, windows-1250, windows-1251, windows-1254, iso-8859-2, mac-roman, shift_jis, gb18030, big5")},
          {u"--header-line"_s, u"N"_s, Takes::One, Help::tr("Where the column names stand, if not where they were found")},
          {u"--rows"_s, u"titles|records"_s, Takes::One, Help::tr("Whether a row with nothing but its first cell is the title of those below, or every row a record")},
          {u"--deleted"_s, u"take|leave"_s, Takes::One, Help::tr("What becomes of rows that the file marks as deleted or archived (leave)")},
          {u"--repeats"_s, u"once|each"_s, Takes::One, Help::tr("Whether rows about the same record as an earlier one are one record, or one each")},
          {u"--guarded"_s, {}, Takes::Nothing, Help::tr("The file was exported with --dialect spreadsheet")},
          {u"--profile"_s, u"NAME"_s, Takes::One, Help::tr("The options that were saved under this name, with those that are typed beside it")},
          {u"--file-profile"_s, u"FILE=NAME"_s, Takes::Several, Help::tr("import auto: this file of the folder is read, and its columns go, as that profile says")},
          {u"--leave-out"_s, u"FILE"_s, Takes::Several, Help::tr("import auto: this file of the folder stays out")},
          {u"--save-profile"_s, u"NAME"_s, Takes::One, Help::tr("Keep the options under this name for later files")},
          {u"--dry-run"_s, {}, Takes::Nothing, Help::tr("Only say what would happen")},
          {u"--rejected"_s, u"FILE"_s, Takes::One, Help::tr("Rows that cannot be taken go here, each with its reason")}},
         Help::tr("Take a CSV file, a workbook (XLSX, ODS) or an address book (vCard) into the book"),
         Help::tr("One transaction and one step of the history: headwayctl undo takes it back. A row goes in whole or not at "
         "all; status 3 if any was rejected. `import auto FILE` takes a file of several kinds, or a folder of files, linked and in one step. `import all FOLDER` "
         "reads what `export all` wrote, into a bare book."),
         {u"import deals deals.csv --create-missing companies,users"_s,
          u"import contacts people.csv --match email --existing fill --dry-run"_s}, runImport},
        {u"export"_s, {kind},
         {filter, view, columns, sort,
          {u"--format"_s, u"csv|xlsx|vcard"_s, Takes::One, Help::tr("What is written (vcard: of contacts and companies); else what the name of the file says, else csv")},
          {u"--for"_s, u"mailing|calls"_s, Takes::One, Help::tr("Without those who want no e-mail, or no calls (leads and contacts)")},
          {u"--dialect"_s, u"machine|spreadsheet"_s, Takes::One, Help::tr("Of CSV: for programs (the default), or for Excel and LibreOffice")},
          {u"--vcard-version"_s, u"3.0|4.0"_s, Takes::One, Help::tr("Of an address book: 3.0 (the default) is read by the most programs")},
          {u"--output"_s, u"FILE"_s, Takes::One, Help::tr("Instead of the standard output"), u"-o"_s}},
         Help::tr("Write records as CSV, as a workbook or as vCards"),
         Help::tr("All columns come back by `import KIND FILE --match id`, from CSV byte for byte; a vCard has what it has room for. "
         "`export all -o FOLDER` writes the whole book, one CSV file for each kind."),
         {u"export deals -o deals.csv"_s, u"export deals -o deals.xlsx"_s, u"export contacts --filter 'owner:me' --columns name,email,phone"_s,
          u"export contacts -o people.vcf"_s}, runExport}};
}

std::vector<CommandInfo> readingCommands()
{
    return {
        {u"list"_s, {kind},
         {filter, view, columns, sort, {u"--limit"_s, u"N"_s, Takes::One, Help::tr("Only the first N")}},
         Help::tr("List records"), {},
         {u"list deals --filter 'owner:me stage:Offer' --sort -amount"_s, u"list deals --view \"Q4 New business\""_s}, runList},
        {u"show"_s, {record}, {},
         Help::tr("Show one record with its activities"), {},
         {u"show deal:17"_s, u"show company:\"Acme Corporation\""_s}, runShow},
        {u"count"_s, {kind}, {filter, view},
         Help::tr("Count records, and sum what they are worth"), {},
         {u"count deals --filter 'status:open close:this-quarter'"_s}, runCount},
        {u"views"_s, {{u"list|export|import"_s, Count::Optional, {u"list"_s, u"export"_s, u"import"_s}}, {u"NAME|FILE"_s, Count::Any}},
         {{u"--output"_s, u"FILE"_s, Takes::One, Help::tr("export: instead of the standard output"), u"-o"_s}},
         Help::tr("The saved views: list them, write them as text, take them from such a text"),
         Help::tr("A text has a few lines for each view, and can be edited. Importing adds the views, as yours; one that you see "
         "under the same name becomes what the text says. One step: headwayctl undo takes it back."),
         {u"views"_s, u"views export \"Q4 New business\" -o q4.views"_s, u"views import q4.views"_s}, runViews},
        {u"search"_s, {{u"WORD"_s, Count::Several}},
         {{u"--limit"_s, u"N"_s, Takes::One, Help::tr("At most N hits (20)")}},
         Help::tr("Find records of any kind by words, or their beginnings"), {},
         {u"search acme renew"_s}, runSearch},
        {u"board"_s, {{u"deals|leads"_s, Count::Optional, {u"deals"_s, u"leads"_s}}},
         {{u"--pipeline"_s, u"NAME"_s, Takes::One, Help::tr("Instead of the first one")}, filter,
          {u"--cards"_s, u"N"_s, Takes::One, Help::tr("Show the top N cards of each column")}},
         Help::tr("The pipeline: deals, sums and weighted sums by stage; or leads by status"), {},
         {u"board --filter owner:me"_s, u"board --pipeline Renewals --cards 5"_s, u"board leads --cards 3"_s}, runBoard},
        {u"report"_s, {{u"REPORT"_s, Count::One, reportWords()}, {u"GROUP"_s, Count::One, reportGroups()}},
         {{u"--from"_s, u"PERIOD"_s, Takes::One, Help::tr("From its first day on")},
          {u"--to"_s, u"PERIOD"_s, Takes::One, Help::tr("Up to its last day")}, filter},
         Help::tr("Won, lost or open deals by owner, team, stage …"),
         Help::tr("Days are those of closing for won and lost deals, of the expected closing for open ones. The rows add up to the "
         "total exactly; deals without an owner, a company … are in the row (none)."),
         {u"report won-by quarter --from 2017 --to 2017"_s, u"report open-by owner --filter 'stage:Offer'"_s}, runReport}};
}

std::vector<CommandInfo> leadCommands()
{
    return {
        {u"convert"_s, {{u"LEAD|leads"_s}, {u"KIND.FIELD=VALUE"_s, Count::Any}},
         {{u"--filter"_s, u"FILTER"_s, Takes::One, Help::tr("Of `convert leads`: all that meet it, in one step")},
          {u"--company"_s, u"new|none|COMPANY"_s, Takes::One, Help::tr("A new company, none, or this one")},
          {u"--contact"_s, u"new|none|CONTACT"_s, Takes::One, Help::tr("Likewise the person")},
          {u"--deal"_s, u"new|none|DEAL"_s, Takes::One, Help::tr("Likewise the deal")},
          {u"--take"_s, u"KIND.FIELD,…"_s, Takes::Several, Help::tr("Fields of a record that is there which get what the lead says, though it says something else")},
          {u"--dry-run"_s, {}, Takes::Nothing, Help::tr("Only say what would become of it")}},
         Help::tr("Make a company, a contact and a deal of a lead"),
         Help::tr("Without options: linked to the company and the person that are surely the same (an address, a number, a web page, the "
         "company's name), else new ones, and a new deal. What is there already is only filled in where it says nothing. Activities, "
         "tags, addresses and wishes go along; the lead stays, as converted. One step: headwayctl undo takes it back."),
         {u"convert lead:17 --dry-run"_s, u"convert lead:17 --company Acme --deal new deal.amount=12500 contact.job_title=Buyer"_s,
          u"convert leads --filter status:qualified --deal none --dry-run"_s}, runConvert},
        {u"disqualify"_s, {{u"LEAD"_s}},
         {{u"--reason"_s, u"NAME"_s, Takes::One, Help::tr("Why, one of the lost reasons")},
          {u"--note"_s, u"TEXT"_s, Takes::One, Help::tr("What is to be said about it; it stands in the timeline")}},
         Help::tr("Give a lead up that does not fit"), {},
         {u"disqualify lead:17 --reason Price --note \"Buys second-hand only\""_s}, runDisqualify},
        {u"sleep"_s, {{u"LEAD"_s}, {u"DAY"_s}},
         {{u"--step"_s, u"TEXT"_s, Takes::One, Help::tr("What is to be done on that day, if nothing is planned")}},
         Help::tr("Put a lead aside until a day"),
         Help::tr("Its next step moves to that day, or is planned for it, and brings the lead back on Today."),
         {u"sleep lead:17 +90d"_s, u"sleep \"lead:Ada Byron\" 2027-01-15 --step \"Ask about the new budget\""_s}, runSleep}};
}

std::vector<CommandInfo> writingCommands()
{
    return {
        {u"log"_s, {{u"ACTIVITY"_s, Count::One, activityWords()}},
         {{u"--on"_s, u"RECORD"_s, Takes::Several, Help::tr("What it belongs to; a deal brings its company and contact along")},
          {u"--with"_s, u"RECORD"_s, Takes::Several, Help::tr("Contacts and users who took part")},
          {u"--subject"_s, u"TEXT"_s, Takes::One, Help::tr("What it was about")},
          {u"--note"_s, u"TEXT"_s, Takes::One, Help::tr("What was said; - reads it from the standard input")},
          {u"--outcome"_s, u"NAME"_s, Takes::One, Help::tr("How it ended: a name, or its digit in the window")},
          {u"--direction"_s, u"in|out"_s, Takes::One, Help::tr("Who called")},
          {u"--duration"_s, u"TIME"_s, Takes::One, Help::tr("25 (minutes), 1h30, 1:30")},
          {u"--at"_s, u"WHEN"_s, Takes::One, Help::tr("A day, a time or both: \"yesterday 14:30\", \"fri 9am Tokyo\" (now)")},
          {u"--location"_s, u"TEXT"_s, Takes::One, Help::tr("Where it was")},
          {u"--planned"_s, {}, Takes::Nothing, Help::tr("It is still to be done, as everything ahead and every task is")},
          {u"--done"_s, {}, Takes::Nothing, Help::tr("It is done")},
          {u"--next"_s, u"ACTIVITY:WHEN:SUBJECT"_s, Takes::One, Help::tr("What follows: task:+3d:\"Send offer\"")}},
         Help::tr("Log a call, meeting, visit, note or task"), {},
         {u"log call --on deal:17 --outcome Reached --duration 12 --note \"Wants the offer by Friday\" --next task:+3d:\"Send offer\""_s,
          u"log visit --on company:Acme --at \"yesterday 10:00\""_s}, runLog},
        {u"move"_s, {record, {u"STAGE"_s}, {u"FIELD=VALUE"_s, Count::Any}},
         {{u"--reason"_s, u"NAME"_s, Takes::One, Help::tr("Why it was lost")},
          {u"--closed-on"_s, u"DAY"_s, Takes::One, Help::tr("When it was won or lost (today)")},
          {u"--note"_s, u"TEXT"_s, Takes::One, Help::tr("What is to be said about the closing")},
          {u"--competitor"_s, u"NAME"_s, Takes::One, Help::tr("Who got the deal, or lost it")},
          {u"--renewal"_s, u"MONTHS"_s, Takes::One, Help::tr("Won: make the deal that renews it, expected so many months after the day")}},
         Help::tr("Move a deal to another stage; win it, lose it, open it again"),
         Help::tr("What the stage needs and the deal leaves open may be given along."),
         {u"move deal:17 Negotiation"_s, u"move deal:17 Offer amount=12500 close=eoq"_s, u"move deal:17 won --closed-on yesterday amount=11800 --renewal 12"_s,
          u"move deal:17 lost --reason Price"_s}, runMove},
        {u"add"_s, {kind, {u"FIELD=VALUE"_s, Count::Several}}, {},
         Help::tr("Add a record"), {},
         {u"add deal name=\"Acme renewal\" company=Acme amount=12500 close=eoq"_s,
          u"add contact first_name=Ana last_name=Núñez email=ana@acme.example"_s}, runAdd},
        {u"set"_s, {record, {u"FIELD=VALUE"_s, Count::Several}}, {},
         Help::tr("Change fields of a record"),
         Help::tr("An empty value empties the field. Own fields of the book are set by their names, like any other: seats=25."),
         {u"set deal:17 amount=14000 owner=\"Ana Núñez\""_s, u"set contact:4 phone="_s}, runSet},
        {u"delete"_s, {{u"RECORD"_s, Count::Several}}, {},
         Help::tr("Delete records; undo brings them back"), {},
         {u"delete lead:8"_s}, runDelete},
        {u"history"_s, {},
         {{u"--record"_s, u"RECORD"_s, Takes::One, Help::tr("Only what happened to this record, field by field")},
          {u"--by"_s, u"USER"_s, Takes::One, Help::tr("Only what this user did")},
          {u"--limit"_s, u"N"_s, Takes::One, Help::tr("The latest N (20)")}},
         Help::tr("The steps of the book, or what became of one record"), {},
         {u"history"_s, u"history --record deal:17"_s, u"history --by \"Ana Núñez\""_s}, runHistory},
        {u"undo"_s, {{u"STEP"_s, Count::Optional}}, {},
         Help::tr("Take a step back: your last one, or any by its number"),
         Help::tr("Refused, with what stands in the way, if something later depends on it."),
         {u"undo"_s, u"undo 12"_s}, runUndo},
        {u"redo"_s, {}, {},
         Help::tr("Do again what you took back last"), {},
         {u"redo"_s}, runRedo}};
}

// clang-format on

} // namespace

std::span<const CommandInfo> commands()
{
    static const std::vector<CommandInfo> all = [] {
        std::vector<CommandInfo> list;
        for (const auto &group :
             {readingCommands(), leadCommands(), writingCommands(), fileCommands(), bookCommands()})
            list.insert(list.end(), group.begin(), group.end());
        return list;
    }();
    return all;
}

std::span<const OptionInfo> globalOptions()
{
    static const std::vector<OptionInfo> all{
        {u"--book"_s, u"FILE|URL"_s, Takes::One,
         Help::tr(
             "The book: a .headway file, or postgresql://…; else HEADWAY_BOOK, else the one last opened")},
        {u"--as"_s, u"USER"_s, Takes::One,
         Help::tr(
             "Who works: a user's name or number; else the book's only user, or the one named like your login")},
        {u"--json"_s, {}, Takes::Nothing, Help::tr("Results as JSON, for scripts")},
        {u"--quiet"_s, {}, Takes::Nothing, Help::tr("Only results and errors"), u"-q"_s},
        {u"--verbose"_s,
         {},
         Takes::Nothing,
         Help::tr("Technical details of errors, and how an imported file was read")},
        {u"--help"_s, {}, Takes::Nothing, Help::tr("Help, also of one command"), u"-h"_s},
        {u"--version"_s, {}, Takes::Nothing, Help::tr("The program's version")}};
    return all;
}

} // namespace headway::ctl
