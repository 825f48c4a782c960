// SPDX-License-Identifier: GPL-3.0-or-later
// One line on the terminal with the progress, rate and remaining time of long-running work; and Ctrl+C,
// which cancels the work and rolls it back. From construction to destruction Ctrl+C only requests that;
// pressed twice, it ends the program at once, and the database rolls the step back.
#pragma once

#include "ctl/output.h"
#include "domain/progress.h"
#include "domain/rateestimate.h"

#include <QElapsedTimer>

namespace headway::ctl {

class ProgressPrinter
{
public:
    // `verb` and `unit` as in: "Imported" 1,200 of 8,800 "rows" …
    ProgressPrinter(const Output &output, const QString &verb, const QString &unit);
    ~ProgressPrinter();
    ProgressPrinter(const ProgressPrinter &) = delete;
    ProgressPrinter &operator=(const ProgressPrinter &) = delete;

    // To be passed to the work; returns false once Ctrl+C was pressed. Refers to this object.
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
