// SPDX-License-Identifier: GPL-3.0-or-later
// A fuzzer is one file:
//     HEADWAY_FUZZ(csv) { …anything with bytes that must not crash, hang or lose… }
// libfuzzer.cpp drives it with new inputs (clang, `./run check --only fuzz`); replay.cpp runs it on
// the kept ones in tests/fuzz/corpus/csv/ as part of the normal tests.
#pragma once

#include <QByteArray>

#include <vector>

namespace headway::fuzz {

struct Target {
    const char *name = nullptr;
    void (*run)(const QByteArray &bytes) = nullptr;
};

inline std::vector<Target> &targets()
{
    static std::vector<Target> all;
    return all;
}

struct Registration {
    explicit Registration(Target target) { targets().push_back(target); }
};

} // namespace headway::fuzz

#define HEADWAY_FUZZ(name)                                                                                   \
    static void fuzz_##name(const QByteArray &bytes);                                                        \
    static const ::headway::fuzz::Registration register_##name({#name, &fuzz_##name});                       \
    static void fuzz_##name([[maybe_unused]] const QByteArray &bytes)
