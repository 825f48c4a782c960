// SPDX-License-Identifier: GPL-3.0-or-later
// Catch2's own code, compiled once: it takes ten seconds, and main.cpp changes more often.
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

int runTests(int argc, char **argv)
{
    return Catch::Session().run(argc, argv);
}
