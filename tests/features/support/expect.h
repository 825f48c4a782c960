// SPDX-License-Identifier: GPL-3.0-or-later
// Waits until an expectation holds; otherwise fails with what is shown instead.
#pragma once

#include "support/await.h"
#include "support/catch_qt.h"

#include <QString>

#include <functional>

namespace headway::test {

template <class Condition>
void expect(Condition condition, const QString &wanted, const std::function<QString()> &seen)
{
    const bool came = await(condition);
    INFO("wanted: " << wanted.toStdString() << "\nseen: " << seen().toStdString());
    CHECK(came);
}

} // namespace headway::test
