// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/families.h"

namespace headway::bench {
void measureStart(Bench &) {}
int startAndTell(int, char **) { return 0; }
} // namespace headway::bench
