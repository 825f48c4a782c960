// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search/matchtext.h"

#include "domain/text/searchwords.h"
#include "domain/text/text.h"
#include "store/search/searchtags.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

// Of search_index, in letters; the mark of a word beside a name is one.
constexpr qsizetype longestIndexed = 8;

enum class Reach { Called, Wide };

// Builds expressions; those of several terms are in brackets.
class Expressions
{
public:
    Expressions(sql::Engine engine, Reach reach)
        : m_isSqlite(engine == sql::Engine::Sqlite), m_isWide(reach == Reach::Wide)
    {
    }

    QString all(const QStringList &terms) const { return tied(terms, m_isSqlite ? u" AND "_s : u" & "_s); }

    QString word(const SoughtWord &sought, const QStringList &tags) const
    {
        QStringList pieces;
        for (const SoughtPiece &each : sought.pieces)
            pieces += piece(each);
        QStringList ways{all(pieces)};
        if (!sought.whole.isEmpty())
            ways += piece({.text = sought.whole});
        for (const QString &tag : tags)
            ways += term(tag, false);
        return any(ways);
    }

    // Whether the word is looked for by one beginning alone, longer than those that are in the index.
    bool isLong(const SoughtWord &sought, const QStringList &tags) const
    {
        const SoughtPiece &first = sought.pieces.front();
        return sought.pieces.size() == 1 && sought.whole.isEmpty() && tags.isEmpty() && first.isBeginning
            && first.text.size() > longest();
    }

    QString roughWord(const SoughtWord &sought) const
    {
        return piece({.text = beginning(sought.pieces.front().text, longest())});
    }

private:
    qsizetype longest() const { return m_isWide ? longestIndexed - 1 : longestIndexed; }

    QString piece(const SoughtPiece &sought) const
    {
        const QString plain = term(sought.text, sought.isBeginning);
        return m_isWide ? any({plain, term(besideWord(sought.text), sought.isBeginning)}) : plain;
    }

    QString term(const QString &word, bool isBeginning) const
    {
        const QChar quote = m_isSqlite ? u'"' : u'\'';
        const QString beginning = m_isSqlite ? u"*"_s : u":*"_s;
        return quote + word + quote + (isBeginning ? beginning : QString());
    }

    QString any(const QStringList &terms) const { return tied(terms, m_isSqlite ? u" OR "_s : u" | "_s); }

    static QString tied(const QStringList &terms, const QString &by)
    {
        return terms.size() == 1 ? terms.front() : QString(u'(' + terms.join(by) + u')');
    }

    bool m_isSqlite;
    bool m_isWide;
};

// `tags`: of each word.
Match matchBy(const Expressions &expressions, const std::vector<SoughtWord> &sought,
              const std::vector<QStringList> &tags)
{
    if (sought.empty())
        return {};
    QStringList terms;
    QStringList rough;
    Match match;
    for (size_t i = 0; i < sought.size(); ++i) {
        terms += expressions.word(sought[i], tags[i]);
        const bool isLong = expressions.isLong(sought[i], tags[i]);
        rough += isLong ? expressions.roughWord(sought[i]) : terms.back();
        if (isLong)
            match.beginnings += sought[i].pieces.front().text;
    }
    match.text = expressions.all(terms);
    if (!match.beginnings.isEmpty())
        match.rough = expressions.all(rough);
    return match;
}

std::vector<SoughtWord> soughtIn(const QStringList &typed)
{
    return soughtWords(typed.join(u' '));
}

} // namespace

QString matchText(sql::Engine engine, const QStringList &typed)
{
    return calledMatch(engine, typed).text;
}

Match calledMatch(sql::Engine engine, const QStringList &typed)
{
    const std::vector<SoughtWord> sought = soughtIn(typed);
    return matchBy({engine, Reach::Called}, sought, std::vector<QStringList>(sought.size()));
}

Result<Match> wideMatch(sql::Connection &connection, const QStringList &typed)
{
    HEADWAY_TRY(matches, wideMatches(connection, {typed}));
    return std::move(matches.front());
}

Result<std::vector<Match>> wideMatches(sql::Connection &connection, const std::vector<QStringList> &texts)
{
    std::vector<std::vector<SoughtWord>> sought;
    std::vector<SoughtWord> all;
    for (const QStringList &typed : texts) {
        sought.push_back(soughtIn(typed));
        all.insert(all.end(), sought.back().begin(), sought.back().end());
    }
    if (all.empty())
        return std::vector<Match>(texts.size());
    HEADWAY_TRY(tags, tagsFound(connection, all));
    std::vector<Match> matches;
    auto next = tags.begin();
    for (const std::vector<SoughtWord> &words : sought) {
        const auto end = next + std::ptrdiff_t(words.size());
        matches.push_back(matchBy({connection.engine(), Reach::Wide}, words, {next, end}));
        next = end;
    }
    return matches;
}

} // namespace headway::store
