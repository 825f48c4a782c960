// SPDX-License-Identifier: GPL-3.0-or-later
// What headwayctl says besides sentences: headings, titles of columns, help. One context of the catalogue.
#pragma once

#include <QCoreApplication>

namespace headway::ctl {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(headwayctl)
};

// The same in tables that are made before a language is known.
struct Help {
    static constexpr const char *tr(const char *english) { return english; }
    static QString words(const char *english)
    {
        return english && *english ? QCoreApplication::translate("headway::ctl::Help", english) : QString();
    }
};

} // namespace headway::ctl
