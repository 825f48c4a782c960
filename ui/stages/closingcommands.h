// SPDX-License-Identifier: GPL-3.0-or-later
// The two commands that mark deals as won and as lost, wherever deals are shown. The shortcut is a letter on
// the board, where nothing is typed, and Ctrl+Shift with it elsewhere. Values; nothing fails.
#pragma once

#include "app/commands/commands.h"
#include "domain/records/pipeline.h"

#include <array>
#include <functional>

namespace headway::ui {

enum class ClosingPlace { Board, Elsewhere };

// Won, then lost. `close` is called with the chosen type.
std::array<app::Command, 2> closingCommands(ClosingPlace place, const std::function<bool()> &isEnabled,
                                            const std::function<void(StageType)> &close);

} // namespace headway::ui
