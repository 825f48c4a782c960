// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a filter's text: words, conditions, brackets and "or". Pure; any thread.
#pragma once

#include "domain/query/filter.h"

#include <optional>

namespace headway {

struct FilterToken {
    enum class Kind {
        Part,        // a word or a condition
        Open,        // "("
        OpenNegated, // "-(", "!(" or "NOT ("
        Close,       // ")", where a bracket is open
        Or,          // "or"
    };

    qsizetype position = 0;
    qsizetype length = 0;
    Kind kind = Kind::Part;
    // Part only:
    qsizetype begin = 0;         // behind what negates it
    bool isNegated = false;      // a minus, "!" or NOT stands before it
    bool isNegatedAgain = false; // and another one, which says nothing
    QString text = {};           // from there on, without quotes
    qsizetype colon = -1;        // in `text`, outside quotes
    bool literal = false;        // the first value is quoted: an operator at its beginning is text
    QStringList values = {};     // after the colon, separated by commas outside quotes
};

// What the letters of a word or condition mean, read one after the other from its beginning, behind what negates it.
class PartLetters
{
public:
    enum class Kind { Text, Quote, Colon, Comma };
    struct Letter {
        Kind kind = Kind::Text;
        QChar c = {};
        qsizetype length = 1; // a quotation mark that is doubled within others is one letter, and a text
    };

    // The first of `rest`, which is not empty.
    Letter take(QStringView rest);

    bool isQuoted() const { return m_isQuoted; } // what comes next
    bool hasColon() const { return m_hasColon; }

private:
    bool m_isQuoted = false;
    bool m_hasColon = false;
};

// Splits at white space and brackets outside quotes. A bracket within a word or value is a part of it:
// "Acme(Berlin)". AND in capitals is passed over: it is what standing side by side means.
class FilterTokens
{
public:
    explicit FilterTokens(QStringView text) : m_text(text) {}

    // The next one; none at the end. Fails where a quotation mark is missing, and where brackets are nested
    // deeper than anybody means it, and where nothing stands behind NOT.
    tl::expected<std::optional<FilterToken>, FilterError> next();

private:
    void passOver();
    std::optional<FilterToken> bracket() const;
    tl::expected<std::optional<FilterToken>, FilterError> part();

    QStringView m_text;
    qsizetype m_at = 0;
    int m_open = 0; // brackets
};

// The length of what leaves out that which follows it: a minus or "!" right before it, or NOT in capitals with the
// white space behind; 0 if nothing of it begins there. Word processors make other dashes of a minus: they count, too.
qsizetype negationAt(QStringView text);

struct ComparisonSign {
    QLatin1StringView text = {};
    Comparison comparison = Comparison::Equals;
};
// "<", ">=" … at the beginning of a value; an empty one, of Equals, if there is none.
ComparisonSign signAt(QStringView value);
// Empty for the comparisons that are written without one.
QLatin1StringView signOf(Comparison comparison);

// A value as it stands in a filter: in quotation marks where it would be read as something else.
QString filterValue(const QString &value);

} // namespace headway
