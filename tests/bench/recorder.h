// SPDX-License-Identifier: GPL-3.0-or-later
// Records what the program asks its database: every statement with its parameters, so that exactly the same
// can be run without the program. One recording at a time, while nothing else uses a database.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace headway::sql {
class Connection;
}

namespace headway::bench {

using Parameter = std::variant<std::monostate, std::int64_t, double, std::string>;

struct Asked {
    std::string statement = {};
    std::vector<Parameter> parameters = {};
};
using Script = std::vector<Asked>;

// SQLite reports all statements, including those that do not go through a Connection. Call before the first
// one is opened.
void listenToEveryConnection();

class Recording
{
public:
    explicit Recording(sql::Connection &connection);
    ~Recording();
    Recording(const Recording &) = delete;
    Recording &operator=(const Recording &) = delete;

    Script script() const;

private:
    sql::Connection &m_connection;
};

// The statements that change rows, and those that begin and end their transactions.
Script writesOf(const Script &script);

// The parameters of `statement`, parsed from the same text with the parameters filled in.
std::vector<Parameter> parametersIn(std::string_view statement, std::string_view filled);

} // namespace headway::bench
