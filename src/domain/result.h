// SPDX-License-Identifier: GPL-3.0-or-later
// What a function that can fail returns. Used by every layer, on every thread. An Error's text is one
// sentence for the user, translated where it is shown; technical detail belongs in its `detail`, which only
// the log shows.
#pragma once

#include "domain/sentence.h"

#include <QString>
#include <tl/expected.hpp>

namespace headway {

enum class ErrorCode {
    NotFound,     // the thing named does not exist
    Conflict,     // somebody else changed it in the meantime, or something later depends on it
    Invalid,      // the input breaks a rule
    Constraint,   // the database refused: unique, foreign key, check
    Busy,         // locked by another program
    Cancelled,    // the user gave up waiting
    Offline,      // the server is not there, or went away
    Unreadable,   // a file that is not what it should be, damaged, or not permitted
    ReadOnly,     // the book cannot be written
    Full,         // no room left on the disk
    NewerVersion, // made by a newer version of the program
    Internal,     // a bug in the program
};

struct Error {
    ErrorCode code = ErrorCode::Internal;
    Sentence text = {};
    QString detail = {};

    bool operator==(const Error &) const = default;
};

template <class T = void>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> failure(ErrorCode code, Sentence text, QString detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(text), std::move(detail)});
}

[[nodiscard]] inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace headway

// HEADWAY_TRY(name, expression): `name` is the expression's value, or the function returns its error.
// HEADWAY_CHECK(expression): the same for results without a value.
#define HEADWAY_TRY_JOIN2(a, b) a##b
#define HEADWAY_TRY_JOIN(a, b) HEADWAY_TRY_JOIN2(a, b)
#define HEADWAY_TRY(name, ...)                                                                               \
    auto HEADWAY_TRY_JOIN(result_, __LINE__) = (__VA_ARGS__);                                                \
    if (!HEADWAY_TRY_JOIN(result_, __LINE__))                                                                \
        return ::headway::failure(std::move(HEADWAY_TRY_JOIN(result_, __LINE__).error()));                   \
    auto &&name = *std::move(HEADWAY_TRY_JOIN(result_, __LINE__))
#define HEADWAY_CHECK(...)                                                                                   \
    do {                                                                                                     \
        if (auto result_ = (__VA_ARGS__); !result_)                                                          \
            return ::headway::failure(std::move(result_.error()));                                           \
    } while (false)
