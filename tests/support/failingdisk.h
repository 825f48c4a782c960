// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that is full or broken after a number of writes: SQLite's own file layer with a counter, for all
// databases that are opened during its lifetime.
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

    // All writes after the next `good` ones fail, until mend().
    void failAfter(int good, How how);
    void mend();
    // Writes since failAfter() or mend(), including those that failed.
    int writes() const;
};

} // namespace headway::test
