// SPDX-License-Identifier: GPL-3.0-or-later
// A PostgreSQL server for a single test, which may be stopped and started again, unlike the one that all
// tests share. Only where HEADWAY_TEST_PG says that servers are tested.
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

    // With a timeout of two seconds for unanswered attempts to connect.
    QString address() const;
    // Stops at once, as by a power failure; committed data is there when it starts again.
    void halt();
    void start();

    // Suspends its processes: it accepts connections but does not answer; until thaw().
    void freeze();
    void thaw();

    // Moves it to a network of its own. False where this machine does not allow that: it takes root.
    bool moveFar();
    // A PgBouncer before it, of which `mode` (session, transaction, statement) says how it shares connections.
    void startPool();
    void stopPool(); // at once
    QString pooled(const QString &mode) const;

    // A second server that follows it, until promote().
    void startStandby();
    void promote();
    QString standby() const;
    QString withStandby() const; // whichever of the two takes changes

    // From now on that network drops whatever the server sends; until restoreNetwork().
    void swallow();
    void restoreNetwork();

private:
    QString m_folder;
    QString m_host; // its address there; empty: local
};

} // namespace headway::test
