// SPDX-License-Identifier: GPL-3.0-or-later
// As a full disk: while it lives, no file that this process writes grows beyond so many bytes.
#pragma once

#include "support/catch_qt.h"

#include <csignal>

#include <sys/resource.h>

namespace headway::test {

class LargestFile
{
public:
    explicit LargestFile(qsizetype bytes) : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        REQUIRE(getrlimit(RLIMIT_FSIZE, &m_before) == 0);
        const rlimit limit{rlim_t(bytes), m_before.rlim_max};
        REQUIRE(setrlimit(RLIMIT_FSIZE, &limit) == 0);
    }
    ~LargestFile()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(LargestFile)

private:
    void (*m_handler)(int);
    rlimit m_before = {};
};

} // namespace headway::test
