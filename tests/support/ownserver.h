// SPDX-License-Identifier: GPL-3.0-or-later
// A PostgreSQL server of one test's own, which may be stopped in the middle and started again; the one
// that all tests share must not be. Only where HEADWAY_TEST_PG says that servers are tested.
#pragma once

#include <QString>

namespace headway::test {

class OwnServer
{
public:
    OwnServer();
    ~OwnServer();
    OwnServer(const OwnServer &) = delete;
    OwnServer &operator=(const OwnServer &) = delete;

    static bool isPossible();

    QString address() const;
    // At once, as if its plug were pulled; what was committed is there when it starts again.
    void halt();
    void start();

private:
    QString m_folder;
};

} // namespace headway::test
