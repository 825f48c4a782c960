// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the Today page, everything computed once when the book is read, so that painting only paints
// and a screen reader hears the same. Values, made by the page's model; any thread; nothing fails.
#pragma once

#include "app/text/display.h"
#include "app/workspace/workspace.h"
#include "domain/records/lookups.h"
#include "domain/rules/today.h"
#include "store/summaries/today.h"

namespace headway::app {

struct TodayItem {
    enum class Type {
        Heading,  // of a part
        Day,      // within Next
        Person,   // whose the rows below are, if they are grouped so
        Activity, // planned
        Deal,     // with nothing planned
        More,     // opens all of a part as a list, if not all are shown
        Note,     // instead of rows
    };
    Type type = Type::Heading;
    TodayPart part = TodayPart::Today;
    qint64 id = 0;          // of the activity or deal; the day of a Day; the user of a Person
    EntityRef record = {};  // the related record to open: the deal, person …; else itself
    Activity activity = {}; // Type::Activity
    DueState due = DueState::None;
    QString text = {};     // heading, subject, name of the deal
    QString about = {};    // "Renewal · Acme · Cara Diaz"
    QString amount = {};   // of a deal, or of all deals of the part
    QString count = {};    // of a part
    QString initials = {}; // of whose it is, where others' are shown, too
    QString when = {};     // "3 days late", "14:30", "23 days untouched"
    bool isRotten = false; // a deal that is in its stage for too long
    QString spoken = {};   // "Overdue, Call, Send renewal offer, Acme, 3 days late"
    QString toolTip = {};

    // Whether it can be selected.
    bool isRow() const { return type == Type::Activity || type == Type::Deal || type == Type::More; }
    bool operator==(const TodayItem &) const = default;
};

// How the rows of a part are ordered: by time alone, or below the names of those whose they are.
enum class Grouped { ByTime, ByPerson };

// All rows of the page; none if there is nothing to show.
std::vector<TodayItem> todayItems(const store::Today &today, Whose whose, Grouped grouped,
                                  const Lookups &lookups, const Display &display, Instant now);

// What the headings do not say: "2 h 30 min planned today"; empty if there is nothing of that sort.
QString todaySummary(const store::Today &today, const Display &display);

} // namespace headway::app
