// SPDX-License-Identifier: GPL-3.0-or-later
// One line on the terminal that tells how far long work is, how fast it goes and how long it still
// takes; and Ctrl+C, which makes the work stop and take itself back. From construction to destruction
// Ctrl+C only asks; pressed twice, it ends the program at once, and the database takes the step back.
#pragma once

#include "ctl/output.h"
#include "domain/progress.h"
#include "domain/rateestimate.h"

#include <QElapsedTimer>

namespace headway::ctl {

class ProgressPrinter
{
public:
    // "Imported" 1,200 of 8,800 "rows" …
    ProgressPrinter(const Output &output, const QString &verb, const QString &unit);
    ~ProgressPrinter();
    ProgressPrinter(const ProgressPrinter &) = delete;
    ProgressPrinter &operator=(const ProgressPrinter &) = delete;

    // For the work to call; false once Ctrl+C was pressed. Refers to this line.
    Progress progress();

private:
    bool note(qint64 done, qint64 all);
    void draw();

    QString m_verb;
    QString m_unit;
    bool m_watched = false;
    bool m_drawn = false;
    RateEstimate m_rate;
    QElapsedTimer m_clock;
    qint64 m_lastDrawn = -1000;
};

} // namespace headway::ctl
