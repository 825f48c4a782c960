// SPDX-License-Identifier: GPL-3.0-or-later
// What the cards of deals and of leads say alike. Pure; any thread; nothing fails.
#pragma once

#include "app/board/card.h"

namespace headway::app {

// The mark that the card shows, in words: "▲ Overdue since 19 Nov: Follow up". `day` is its day where the next step
// takes the whole of it.
struct CardStep {
    QDate day = {};
    Instant at = {};
    QString text = {};
};
QString cardStepText(const CardStep &step, DueState mark, const Display &display, Instant now);

// Lines that are not empty, as rich text below a bold title.
QString cardToolTip(const QString &title, const QStringList &lines);
// The parts that are not empty, to be spoken.
QString cardSpoken(const QStringList &parts);

Card dealCard(const LoadedRecord &row, const Stage &stage, const Display &display, Instant now);
Card leadCard(const LoadedRecord &row, const LeadStatus &status, const Display &display, Instant now);

} // namespace headway::app
