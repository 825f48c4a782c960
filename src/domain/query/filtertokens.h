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
        OpenNegated, // "-("
        Close,       // ")", where a bracket is open
        Or,          // "or"
    };

    qsizetype position = 0;
    qsizetype length = 0;
    Kind kind = Kind::Part;
    // Part only:
    QString text = {};       // without quotes
    qsizetype colon = -1;    // in `text`, outside quotes
    bool literal = false;    // the first value is quoted: an operator at its beginning is text
    QStringList values = {}; // after the colon, separated by commas outside quotes
};

// Splits at white space and brackets outside quotes. A bracket within a word or value is a part of it:
// "Acme(Berlin)".
class FilterTokens
{
public:
    explicit FilterTokens(QStringView text) : m_text(text) {}

    // The next one; none at the end. Fails where a quotation mark is missing, and where brackets are nested
    // deeper than anybody means it.
    tl::expected<std::optional<FilterToken>, FilterError> next();

private:
    std::optional<FilterToken> bracket() const;
    tl::expected<std::optional<FilterToken>, FilterError> part();

    QStringView m_text;
    qsizetype m_at = 0;
    int m_open = 0; // brackets
};

} // namespace headway
