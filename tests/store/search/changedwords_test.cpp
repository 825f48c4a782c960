// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search/changedwords.h"

#include "domain/query/filter.h"
#include "domain/records/activity.h"
#include "domain/records/contact.h"
#include "domain/text/searchwords.h"
#include "store/maintenance/check.h"
#include "store/reading/lists.h"
#include "store/search/search.h"
#include "store/search/searchtags.h"
#include "support/book.h"

#include <random>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

TEST_CASE("Of a changed text only the words that begin like those that came or went are indexed again",
          "[store]")
{
    const auto titled = store::changedWords(u"ada byron head of sales 4930123 adams"_s,
                                            u"ada byron chief of sales 4930123 adams"_s);
    CHECK(titled.taken == u"head"_s);
    CHECK(titled.given == u"chief"_s);

    const auto married = store::changedWords(u"ada byron baker head"_s, u"ada lovelace baker head"_s);
    CHECK(married.taken == u"byron baker"_s); // "b" stays for the sake of the baker
    CHECK(married.given == u"lovelace baker"_s);
}

TEST_CASE("A text that lost or gained words, has them in another order, or is not there", "[store]")
{
    CHECK(store::changedWords(u"ada byron"_s, u"ada"_s).taken == u"byron"_s);
    CHECK(store::changedWords(u"ada byron"_s, u"ada"_s).given.isEmpty());
    CHECK(store::changedWords(u"ada"_s, u"ada byron"_s).given == u"byron"_s);
    CHECK(store::changedWords(u"ada byron"_s, u"byron ada"_s).taken.isEmpty());
    CHECK(store::changedWords(u"ada byron"_s, u"byron ada"_s).given.isEmpty());
    CHECK(store::changedWords({}, u"ada byron"_s).given == u"ada byron"_s);
    CHECK(store::changedWords(u"ada byron"_s, {}).taken == u"ada byron"_s);
    const QString tagged = u"ada "_s + store::tagWord(7) + u' ' + besideWord(u"acme"_s);
    CHECK(store::changedWords(tagged, tagged + u" byron"_s).given == u"byron"_s);
    // A script that the index may divide in its own way: all of it.
    CHECK(store::changedWords(u"ada 東京都 x"_s, u"ada 東京都 y"_s).taken == u"ada 東京都 x"_s);
}

TEST_CASE("Each letter that may stand in a changed word is a letter to the index, and no other one",
          "[store]")
{
    FreshBook book(sql::Engine::Sqlite);
    sql::Connection &connection = book.connection();
    REQUIRE(connection.run(
        u"CREATE VIRTUAL TABLE temp.seen USING fts5(body, tokenize='unicode61 remove_diacritics 0')"_s));
    REQUIRE(connection.run(u"CREATE VIRTUAL TABLE temp.terms USING fts5vocab(temp, seen, 'row')"_s));
    QStringList letters{besideWord(u"x"_s), store::tagWord(7)};
    for (char16_t c = 0; c < 0x0500; ++c)
        letters += searchWords(QString(QChar(c)));
    letters.removeDuplicates();
    REQUIRE(letters.size() > 350);
    for (const QString &letter : letters)
        REQUIRE(connection.run(u"INSERT INTO temp.seen (body) VALUES (?)"_s, {letter}));
    QStringList terms;
    REQUIRE(connection.each(u"SELECT term FROM temp.terms"_s, {}, [&terms](const sql::RowView &row) {
        terms += row.text(0);
        return Result<>();
    }));
    letters.sort();
    terms.sort();
    CHECK(terms == letters);
}

TEST_CASE("Whatever is done to names and titles, the index has their words and no others", "[store]")
{
    FreshBook book(GENERATE(anyEngine()));
    const QStringList words{u"Ada"_s,   u"Adam"_s, u"Adams"_s,  u"Byron"_s,  u"Baker"_s, u"O'Brien"_s,
                            u"Ärger"_s, u"Σ"_s,    u"Иванов"_s, u"東京都"_s, u"한국"_s,  u"4711"_s};
    std::mt19937 dice(7);
    const auto some = [&](int most) {
        QStringList chosen;
        for (int i = int(dice() % unsigned(most + 1)); i > 0; --i)
            chosen += words[qsizetype(dice() % unsigned(words.size()))];
        return chosen.join(u' ');
    };
    const ContactId id = book.add(Contact{.lastName = u"Byron"_s});
    for (int i = 0; i < 120; ++i) {
        const Contact before = book.load<Contact>(id);
        Contact after = before;
        after.firstName = some(2);
        after.jobTitle = some(4);
        if (after.firstName != before.firstName || after.jobTitle != before.jobTitle)
            book.commit({Sentence::verbatim(u"Edit"_s), {update(before, after)}});
        for (const QString &word : words) {
            const bool isThere = after.firstName.split(u' ').contains(word)
                || after.jobTitle.split(u' ').contains(word) || word == u"Byron"_s;
            const bool isBeginning = word == u"Ada"_s || word == u"Adam"_s; // of another
            const auto found = valueOf(store::search(book.connection(), word, 10));
            if (!isBeginning)
                REQUIRE(found.empty() != isThere);
        }
        REQUIRE(valueOf(store::checkBook(book.connection(), store::CheckDepth::Thorough, {})).isSound());
    }
}

TEST_CASE("A call whose subject is written anew is found by its present words only", "[store]")
{
    FreshBook book(GENERATE(anyEngine()));
    const QStringList words{u"offer"_s, u"order"_s, u"budget"_s, u"board"_s, u"Ärger"_s, u"東京都"_s};
    std::mt19937 dice(5);
    const ActivityId id = book.add(Activity{.kind = ActivityKind::Call, .subject = u"offer"_s});
    for (int i = 0; i < 60; ++i) {
        const Activity before = book.load<Activity>(id);
        Activity after = before;
        after.subject = words[qsizetype(dice() % unsigned(words.size()))] + u' '
            + words[qsizetype(dice() % unsigned(words.size()))];
        if (after.subject != before.subject)
            book.commit({Sentence::verbatim(u"Edit"_s), {update(before, after)}});
        for (const QString &word : words) {
            const auto filter = parseFilter(EntityKind::Activity, word, QDate(2026, 11, 30));
            REQUIRE(filter);
            const auto found = valueOf(store::ids(book.connection(), {EntityKind::Activity, *filter, {}},
                                                  store::Viewer{UserId{1}}, 0));
            REQUIRE(found.empty() != after.subject.split(u' ').contains(word));
        }
    }
    CHECK(valueOf(store::checkBook(book.connection(), store::CheckDepth::Thorough, {})).isSound());
}
