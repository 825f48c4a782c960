// SPDX-License-Identifier: GPL-3.0-or-later
// Marks what fields, kinds and choices are called for lupdate, in tables that are made before a language is
// known. The label stays English until app::Display puts it into words.
#pragma once

namespace headway {

struct Label {
    static constexpr const char *context = "headway::Label"; // of the catalogue
    static constexpr const char *tr(const char *english) { return english; }
};

} // namespace headway
