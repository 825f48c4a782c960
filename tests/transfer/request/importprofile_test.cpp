// SPDX-License-Identifier: GPL-3.0-or-later
// The options of an import under a name.
#include "transfer/request/importprofile.h"

#include "domain/changes/customvalues.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "support/transfer.h"

#include <QFile>

#include <tuple>
#include <utility>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;
using transfer::ImportProfile;
using transfer::ImportReport;
using transfer::ImportRequest;

namespace {

ImportProfile fullProfile()
{
    ImportProfile profile;
    profile.kind = EntityKind::Deal;
    profile.csv = {.separator = u'\t',
                   .encoding = exchange::TextEncoding::Windows1252,
                   .formulaGuard = exchange::FormulaGuard::On,
                   .headerLine = 3,
                   .rows = exchange::TableRows::Records,
                   .sheet = u"Deals 2026"_s};
    profile.rules = {
        .map = {{u"Firm = new\nline"_s, u"company"_s}, {u"Secret"_s, u"nothing"_s}},
        .values = {{u"status"_s, u"a:b=c"_s, u""_s}, {u"stage"_s, u""_s, u" Open "_s}},
        .set = {{u"name"_s, u"{Firm}[ for {Product}]"_s}},
        .rest = exchange::RestPolicy::Own,
        .own = {{u"Region\\\tx"_s, u"Sales region"_s, CustomKind::Choice, exchange::RestPolicy::Own},
                {.column = u"Remarks"_s, .goes = exchange::RestPolicy::Note},
                {.column = u"Plain"_s}},
        .match = {u"external_id"_s, u"name"_s},
        .existing = transfer::DuplicatePolicy::Overwrite,
        .isExistingSaid = true,
        .createMissing = {EntityKind::Company, EntityKind::Product},
        .unknownNames = transfer::UnknownNames::Reject,
        .nearMatches = transfer::NearMatches::Take,
        .pipeline = u"Renewals"_s,
        .meanings = {{u"status"_s, u"Sleeping"_s, u"nurture"_s}, {u""_s, u"*"_s, u"tag"_s}},
        .cells = {{u"Contact"_s, transfer::CellReading::Several}, {u"Stage"_s, transfer::CellReading::Above}},
        .durationUnit = exchange::DurationUnit::Seconds,
        .percent = exchange::PercentScale::Fraction,
        .rounding = exchange::Rounding::Down,
        .amountPower = 3,
        .closing = ImportRequest::Closing::None,
        .closingColumn = u"Ended"_s,
        .deleted = ImportRequest::Deleted::Take,
        .repeats = ImportRequest::Repeats::Once,
        .without = {u"owner"_s, u"amount"_s},
        .dateOrder = DateOrder::MonthDayYear,
        .decimalMark = u',',
        .currency = u"USD"_s,
        .system = u"zoho"_s};
    return profile;
}

// What a profile keeps. A new member has no name here: say whether it is kept.
auto keptIn(ImportProfile &profile)
{
    auto &[kind, part, map, values, set, rest, own, restColumns, match, matchElse, existing, keys,
           isExistingSaid, createMissing, unknownNames, nearMatches, pipeline, newPipeline, isFitting,
           meanings, cells, durationUnit, percent, rounding, amountPower, closing, closingColumn, deleted,
           repeats, undecided, untold, without, dateOrder, decimalMark, currency, zone, system, mode, words,
           caption, rejectedPath] = profile.rules;
    // Of one file, of one run, or found out anew.
    static_cast<void>(std::tie(kind, part, restColumns, matchElse, keys, newPipeline, isFitting, undecided,
                               untold, zone, mode, words, caption, rejectedPath));
    auto &[separator, encoding, formulaGuard, headerLine, rows, sheet] = profile.csv;
    return std::tie(map, values, set, rest, own, match, existing, isExistingSaid, createMissing, unknownNames,
                    nearMatches, pipeline, meanings, cells, durationUnit, percent, rounding, amountPower,
                    closing, closingColumn, deleted, repeats, without, dateOrder, decimalMark, currency,
                    system, separator, encoding, formulaGuard, headerLine, rows, sheet);
}

// A profile of nothing but that option says it, and says it again once it was read.
template <size_t index>
void checkAlone(ImportProfile &full)
{
    ImportProfile profile;
    std::get<index>(keptIn(profile)) = std::get<index>(keptIn(full));
    const QString text = transfer::profileText(profile);
    CAPTURE(index, text);
    CHECK(text.count(u'\n') > 1);
    CHECK(transfer::profileText(valueOf(transfer::readProfile(text))) == text);
}

template <size_t... indices>
void checkEachAlone(ImportProfile full, std::index_sequence<indices...>)
{
    (checkAlone<indices>(full), ...);
}

} // namespace

TEST_CASE("All options come back from a profile as they went into it", "[transfer]")
{
    const QString text = transfer::profileText(fullProfile());
    CAPTURE(text);
    const ImportProfile read = valueOf(transfer::readProfile(text));
    CHECK(read.remarks.empty());
    CHECK(transfer::profileText(read) == text);
    CHECK(read.rules.map[0].column == u"Firm = new\nline"_s);
    CHECK(read.rules.values[1].to == u" Open "_s);
    CHECK(read.rules.own == fullProfile().rules.own);
    CHECK(read.csv.separator == u'\t');
    CHECK(read.csv.rows == exchange::TableRows::Records);
    CHECK(read.rules.amountPower == 3);
    CHECK(read.rules.deleted == ImportRequest::Deleted::Take);
    CHECK(read.rules.repeats == ImportRequest::Repeats::Once);
    CHECK(read.rules.unknownNames == transfer::UnknownNames::Reject);
    CHECK(read.csv.encoding == exchange::TextEncoding::Windows1252);
    CHECK(read.rules.cells == fullProfile().rules.cells);
    CHECK(read.rules.createMissing == fullProfile().rules.createMissing);
    CHECK(text.count(u'\n') == 40);
    CHECK(transfer::profileText({}).count(u'\n') == 1); // what is normal is not said
}

TEST_CASE("No option of an import is forgotten by a profile", "[transfer]")
{
    using Kept = decltype(keptIn(std::declval<ImportProfile &>()));
    checkEachAlone(fullProfile(), std::make_index_sequence<std::tuple_size_v<Kept>>());
}

TEST_CASE("A profile that a spreadsheet program has saved means what it meant", "[transfer]")
{
    const ImportProfile read = valueOf(transfer::readProfile(
        u"Headway import profile\t1\t\t\nmatch\temail\t\t\ncreate-missing\tcompanies\t\t\nmap\tFirm\tname\t\nloose\t\t\t\n"_s));
    CHECK(read.remarks.empty());
    CHECK(read.rules.match == QStringList{u"email"_s});
    CHECK(read.rules.createMissing == std::vector{EntityKind::Company});
    CHECK(read.rules.map.size() == 1);
    CHECK(read.rules.nearMatches == transfer::NearMatches::Take);
}

TEST_CASE("A profile of a newer version holds as far as it is known, and what is not is told", "[transfer]")
{
    const ImportProfile newer = valueOf(transfer::readProfile(
        u"Headway import profile\t7\r\n# mine\r\n\r\nmap\tFirm\tcompany\r\nmoon\tfull\r\ndates\tlunar\r\n"_s));
    REQUIRE(newer.rules.map.size() == 1);
    CHECK(newer.rules.map[0].target == u"company"_s);
    REQUIRE(newer.remarks.size() == 3);
    CHECK(inEnglish(newer.remarks[0]).contains("newer version"_L1));
    CHECK(inEnglish(newer.remarks[1]).contains(u"Line 5"_s));
    CHECK(inEnglish(newer.remarks[2]).contains("lunar"_L1));
}

TEST_CASE("A text that is no profile is refused in one sentence", "[transfer]")
{
    for (const QString &text : {u""_s, u"Name,Email\nAnna,anna@a.example\n"_s, u"Headway import profile"_s,
                                u"Headway import profile\t0\n"_s, u"Headway import profile\tnew\n"_s}) {
        CAPTURE(text);
        const auto read = transfer::readProfile(text);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == ErrorCode::Invalid);
    }
}

TEST_CASE("Profiles are files by their names, and only by names that are files", "[transfer]")
{
    const QTemporaryDir folder;
    const transfer::ImportProfiles profiles(folder.filePath(u"new/profiles"_s));
    CHECK(profiles.names().isEmpty());
    const auto missing = profiles.load(u"Monthly"_s);
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == ErrorCode::NotFound);
    const QString path = valueOf(profiles.save(u"Monthly export"_s, fullProfile()));
    CHECK(contentOf(path).startsWith("Headway import profile\t1\nkind\tdeals\n"));
    CHECK(profiles.names() == QStringList{u"Monthly export"_s});
    CHECK(valueOf(profiles.load(u"Monthly export"_s)).rules.system == u"zoho"_s);
    CHECK(inEnglish(profiles.load(u"Weekly"_s).error().text).contains("Monthly export"_L1));
    for (const QString &name :
         {u""_s, u"../headway"_s, u"a/b"_s, u".hidden"_s, u"a\nb"_s, QString(300, u'x')})
        CHECK_FALSE(profiles.save(name, {}));
}

TEST_CASE("A file of other columns, in another order, goes in by its profile as far as it has them",
          "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    ImportProfile profile;
    profile.rules = {
        .map = {{u"Firm"_s, u"name"_s}, {u"Gone"_s, u"industry"_s}, {u"Town"_s, u"custom.lost"_s}},
        .values = {{u"industry"_s, u"a"_s, u"b"_s}},
        .set = {{u"description"_s, u"{Nowhere}"_s}},
        .own = {{.column = u"Moon"_s}, {.column = u"Mars"_s}},
        .match = {u"external_id"_s},
        .meanings = {{u"kind"_s, u"Sleeping"_s, u"nurture"_s}}};
    ImportRequest request = valueOf(transfer::readProfile(transfer::profileText(profile))).rules;
    request.kind = EntityKind::Company;
    request.isFitting = true;
    const ImportReport report = import(book, request, "Moon,Town,Firm\nfull,Ulm,Alpha\nnew,Bonn,Beta\n");
    CHECK(report.created == 2);
    CHECK(named<Company>(book, u"Beta"_s).custom.contains(u"new"_s));
    QStringList notes;
    for (const Sentence &note : report.notes)
        notes += inEnglish(note);
    CAPTURE(notes.join(u'\n'));
    for (const QString &told : {u"Gone"_s, u"custom.lost"_s, u"Nowhere"_s, u"Mars"_s, u"Sleeping"_s,
                                u"“industry”"_s, u"external_id"_s})
        CHECK_FALSE(notes.filter(told).isEmpty());
    // Without leave to fit, each of them is an error.
    request.isFitting = false;
    const TextFile file("Moon,Town,Firm\nfull,Ulm,Gamma\n");
    CHECK_FALSE(transfer::importFile(book.connection(), {.path = file.path()}, request, book.actor()));
}
