// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that takes so many writes and then is full, or broken: SQLite's own file layer with a counter
// in it, for all databases that are opened while it lives.
#pragma once

namespace headway::test {

class FailingDisk
{
public:
    enum class How { Full, Broken };

    FailingDisk();
    ~FailingDisk();
    FailingDisk(const FailingDisk &) = delete;
    FailingDisk &operator=(const FailingDisk &) = delete;

    // The writes after the next `good` ones fail, all of them, until mend().
    void failAfter(int good, How how);
    void mend();
    // Writes since failAfter() or mend(), those that failed included.
    int writes() const;
};

} // namespace headway::test
