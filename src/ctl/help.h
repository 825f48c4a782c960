// SPDX-License-Identifier: GPL-3.0-or-later
// The help texts, generated from the table of commands. Pure.
#pragma once

#include "ctl/arguments.h"

namespace headway::ctl {

// headwayctl --help
QString generalHelp(std::span<const CommandInfo> commands, std::span<const OptionInfo> globals);
// headwayctl COMMAND --help
QString commandHelp(const CommandInfo &command);
// "import KIND FILE [--map 'Column=field' …]"
QString usage(const CommandInfo &command);

} // namespace headway::ctl
