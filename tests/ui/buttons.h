// SPDX-License-Identifier: GPL-3.0-or-later
// Buttons as one looks for them: by what is written on them, or by what a screen reader calls them.
#pragma once

#include "support/catch_qt.h"
#include "ui/controls/flatbutton.h"

namespace headway::test {

// One that can be seen in `place`; null: there is none.
inline ui::FlatButton *findButton(const QWidget &place, const QString &name)
{
    for (ui::FlatButton *each : place.findChildren<ui::FlatButton *>()) {
        if (each->isVisible() && (each->text() == name || each->accessibleName() == name))
            return each;
    }
    return nullptr;
}

inline void clickButton(const QWidget &place, const QString &name)
{
    CAPTURE(name);
    ui::FlatButton *found = findButton(place, name);
    REQUIRE(found);
    found->click();
}

} // namespace headway::test
