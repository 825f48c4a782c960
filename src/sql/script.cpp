// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/script.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace headway::sql {

namespace {

// What both engines treat as white space and as parts of a word; no other characters.
bool isBlank(QChar c)
{
    return c == u' ' || (c >= u'\t' && c <= u'\r' && c != u'\v');
}

bool isOfWord(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_'
        || c == u'$' || c.unicode() >= 0x80;
}

enum class Kind { Blank, Comment, Quoted, Word, Semicolon, Sign };

struct Piece {
    Kind kind = Kind::Sign;
    QStringView text = {};

    bool isWord(QLatin1StringView word) const
    {
        return kind == Kind::Word && text.compare(word, Qt::CaseInsensitive) == 0;
    }
    bool says() const { return kind == Kind::Quoted || kind == Kind::Word || kind == Kind::Sign; }
};

class Pieces
{
public:
    Pieces(Engine engine, QStringView text) : m_engine(engine), m_rest(text) {}

    bool atEnd() const { return m_rest.isEmpty(); }

    Piece next()
    {
        const QChar c = m_rest.front();
        if (isBlank(c))
            return take(Kind::Blank, run(isBlank));
        if (c == u';')
            return take(Kind::Semicolon, 1);
        if (m_rest.startsWith("--"_L1))
            return take(Kind::Comment, until(u"\n"_s, 0));
        if (m_rest.startsWith("/*"_L1))
            return take(Kind::Comment, blockComment());
        if (const qsizetype length = quotedLength(); length > 0)
            return take(Kind::Quoted, length);
        return isOfWord(c) ? take(Kind::Word, run(isOfWord)) : take(Kind::Sign, 1);
    }

private:
    Piece take(Kind kind, qsizetype size)
    {
        const Piece piece{kind, m_rest.left(size)};
        m_rest = m_rest.mid(size);
        return piece;
    }

    qsizetype run(bool (*belongs)(QChar)) const
    {
        return std::find_if_not(m_rest.begin(), m_rest.end(), belongs) - m_rest.begin();
    }

    // Up to the end of the text if `mark` does not occur any more.
    qsizetype until(const QString &mark, qsizetype from) const
    {
        const qsizetype found = m_rest.indexOf(mark, from);
        return found < 0 ? m_rest.size() : found;
    }
    qsizetype through(const QString &mark, qsizetype from) const
    {
        return std::min(m_rest.size(), until(mark, from) + mark.size());
    }

    // PostgreSQL's can be nested.
    qsizetype blockComment() const
    {
        if (m_engine == Engine::Sqlite)
            return through(u"*/"_s, 2);
        int depth = 1;
        qsizetype at = 2;
        for (; at < m_rest.size() && depth > 0; ++at) {
            const QStringView two = m_rest.mid(at, 2);
            if (two == "/*"_L1 || two == "*/"_L1) {
                depth += two.front() == u'/' ? 1 : -1;
                ++at;
            }
        }
        return std::min(at, m_rest.size());
    }

    // A doubled quotation mark ends one and begins the next. 0 if none begins here.
    qsizetype quotedLength() const
    {
        const QChar c = m_rest.front();
        if (c == u'\'' || c == u'"' || (c == u'`' && m_engine == Engine::Sqlite))
            return through(c, 1);
        if (c == u'[' && m_engine == Engine::Sqlite)
            return through(u"]"_s, 1);
        if (c != u'$' || m_engine == Engine::Sqlite)
            return 0;
        const qsizetype tag = m_rest.indexOf(u'$', 1) + 1;
        const QStringView name = m_rest.mid(1, tag - 2);
        const bool isTag = tag > 0 && std::all_of(name.begin(), name.end(), isOfWord)
            && (name.isEmpty() || !name.front().isDigit());
        return isTag ? through(m_rest.left(tag).toString(), tag) : 0;
    }

    Engine m_engine;
    QStringView m_rest;
};

// The state of a statement being read. Only a trigger continues after a semicolon: it ends with "; END;".
class Progress
{
public:
    explicit Progress(Engine engine) : m_engine(engine) {}

    // Whether `piece` is the last one of its statement.
    bool isEnd(const Piece &piece)
    {
        if (piece.kind == Kind::Semicolon)
            return isEndingSemicolon();
        if (piece.says())
            m_at = after(piece);
        return false;
    }

private:
    enum class At { Begin, Create, Plain, Trigger, Semicolon, End };

    bool isEndingSemicolon()
    {
        const bool goesOn = m_at == At::Trigger || m_at == At::Semicolon;
        m_at = goesOn ? At::Semicolon : At::Begin;
        return !goesOn;
    }

    At after(const Piece &piece) const
    {
        switch (m_at) {
        case At::Begin:
            return piece.isWord("create"_L1) && m_engine == Engine::Sqlite ? At::Create : At::Plain;
        case At::Create:
            if (piece.isWord("temp"_L1) || piece.isWord("temporary"_L1))
                return At::Create;
            return piece.isWord("trigger"_L1) ? At::Trigger : At::Plain;
        case At::Plain: return At::Plain;
        case At::Semicolon: return piece.isWord("end"_L1) ? At::End : At::Trigger;
        case At::Trigger:
        case At::End: break;
        }
        return At::Trigger;
    }

    Engine m_engine;
    At m_at = At::Begin;
};

void dropBlanksAtEnd(QString &text)
{
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
}

void endLine(QString &text)
{
    dropBlanksAtEnd(text);
    if (!text.isEmpty())
        text += u'\n';
}

} // namespace

QStringList statementsOf(Engine engine, const QString &script)
{
    QStringList statements;
    QString statement;
    Progress progress(engine);
    for (Pieces pieces(engine, script); !pieces.atEnd();) {
        const Piece piece = pieces.next();
        statement += piece.text;
        if (progress.isEnd(piece))
            statements += std::exchange(statement, {});
    }
    if (!statement.isEmpty())
        statements += statement;
    return statements;
}

QString bareStatement(Engine engine, const QString &statement)
{
    QString bare;
    bool says = false;
    for (Pieces pieces(engine, statement); !pieces.atEnd();) {
        const Piece piece = pieces.next();
        says |= piece.says();
        const bool atBegin = bare.isEmpty() || bare.endsWith(u'\n');
        if (piece.kind == Kind::Blank && piece.text.contains(u'\n'))
            endLine(bare);
        else if (piece.kind == Kind::Comment)
            bare += piece.text.startsWith(u'/') && !atBegin ? u" "_s : QString(); // keeps words apart
        else if (piece.kind != Kind::Blank || !atBegin)
            bare += piece.text;
    }
    endLine(bare);
    return says ? bare : QString();
}

bool isTransactionControl(Engine engine, const QString &statement)
{
    constexpr std::array words{"begin"_L1,    "start"_L1,     "commit"_L1,  "end"_L1,    "abort"_L1,
                               "rollback"_L1, "savepoint"_L1, "release"_L1, "prepare"_L1};
    for (Pieces pieces(engine, statement); !pieces.atEnd();) {
        const Piece piece = pieces.next();
        if (piece.says())
            return std::any_of(words.begin(), words.end(),
                               [&](QLatin1StringView word) { return piece.isWord(word); });
    }
    return false;
}

} // namespace headway::sql
