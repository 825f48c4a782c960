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

    // How long a call that nobody answers may last is two seconds here.
    QString address() const;
    // At once, as if its plug were pulled; what was committed is there when it starts again.
    void halt();
    void start();

    // Its processes are held where they are: it is there, takes calls and says nothing; until thaw().
    void freeze();
    void thaw();

    // Moves it to a network of its own. False where this machine does not let a test make one: that takes root.
    bool moveFar();
    // From now on that network swallows whatever the server says, without a word; until restoreNetwork().
    void swallow();
    void restoreNetwork();

private:
    QString m_folder;
    QString m_host; // where it is far
};

} // namespace headway::test
