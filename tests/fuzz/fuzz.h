// SPDX-License-Identifier: GPL-3.0-or-later
// A fuzzer is one file:
//     HEADWAY_FUZZ(csv) { …anything with bytes that must not crash, hang or lose… }
// or, with a state that is made once for all inputs:
//     HEADWAY_FUZZ_ON(filter, Books) { …with bytes and `state`, a Books & }
// Properties are checked with require(). libfuzzer.cpp runs it on new inputs (clang, `./run check --only
// fuzz`); replay.cpp on the kept ones in tests/fuzz/corpus/csv/, as part of the normal tests.
#pragma once

#include <QByteArray>

#include <cstdlib>
#include <functional>
#include <memory>
#include <vector>

namespace headway::fuzz {

using Run = std::function<void(const QByteArray &bytes)>;

struct Target {
    const char *name = nullptr;
    Run (*begin)() = nullptr; // makes the state for all inputs, which is owned by the Run
};

inline std::vector<Target> &targets()
{
    static std::vector<Target> all;
    return all;
}

struct Registration {
    explicit Registration(Target target) { targets().push_back(target); }
};

// A violated property aborts the program, so that the fuzzer's driver keeps the input.
inline void require(bool condition)
{
    if (!condition)
        std::abort();
}

} // namespace headway::fuzz

#define HEADWAY_FUZZ(name)                                                                                   \
    static void fuzz_##name(const QByteArray &bytes);                                                        \
    static const ::headway::fuzz::Registration register_##name(                                              \
        {#name, []() -> ::headway::fuzz::Run { return &fuzz_##name; }});                                     \
    static void fuzz_##name([[maybe_unused]] const QByteArray &bytes)

#define HEADWAY_FUZZ_ON(name, State)                                                                         \
    static void fuzz_##name(State &state, const QByteArray &bytes);                                          \
    static const ::headway::fuzz::Registration register_##name(                                              \
        {#name, []() -> ::headway::fuzz::Run {                                                               \
             const auto state = std::make_shared<State>();                                                   \
             return [state](const QByteArray &bytes) { fuzz_##name(*state, bytes); };                        \
         }});                                                                                                \
    static void fuzz_##name(State &state, [[maybe_unused]] const QByteArray &bytes)
