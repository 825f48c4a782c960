// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzz.h"

#include <QCoreApplication>

#include <cstddef>
#include <cstdint>

namespace {

// The state of the fuzzers needs Qt's database drivers and must be destroyed before them: the first, empty
// input makes Qt load them before this constructor ends.
class Session
{
public:
    Session(int &argc, char **argv) : m_application(argc, argv)
    {
        for (const auto &target : headway::fuzz::targets())
            m_runs.push_back(target.begin());
        run({});
    }

    void run(const QByteArray &bytes) const
    {
        for (const auto &each : m_runs)
            each(bytes);
    }

private:
    QCoreApplication m_application;
    std::vector<headway::fuzz::Run> m_runs;
};

const Session *session = nullptr;

} // namespace

// A book is opened and closed for each input: a large quarantine of freed memory would take most of the time.
// NOLINTNEXTLINE(bugprone-reserved-identifier): the sanitizer looks for that name
extern "C" const char *__asan_default_options()
{
    return "quarantine_size_mb=4:max_malloc_fill_size=0:malloc_context_size=10";
}

// NOLINTNEXTLINE(readability-non-const-parameter): libFuzzer declares it so
extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    static const Session only(*argc, *argv);
    session = &only;
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    // A copy, so that the sanitizer detects a read past the end.
    session->run(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    return 0;
}
