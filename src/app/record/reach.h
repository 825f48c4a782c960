// SPDX-License-Identifier: GPL-3.0-or-later
// How somebody is reached: the first phone number, e-mail address and web page, and all others. Of a deal or an
// activity these are those of its contact, else of its company. Values; any thread.
#pragma once

#include "app/text/display.h"
#include "domain/records/contact.h"
#include "domain/records/loadedrecord.h"
#include "domain/result.h"

#include <vector>

namespace headway::sql {
class Connection;
}

namespace headway::app {

// What a contact or a lead does not want; of other kinds nothing is known.
struct Wishes {
    bool doNotCall = false;
    bool optedOut = false; // of e-mail

    bool operator==(const Wishes &) const = default;
};
Wishes wishesOf(const Record &record);

struct Reach {
    EntityRef who = {};                    // whose these are; id 0: nobody's
    QString name = {};                     // of `who`, if it is another record
    std::vector<ContactPoint> phones = {}; // the primary one first; without those known to be wrong
    std::vector<ContactPoint> emails = {};
    std::vector<ContactPoint> pages = {};
    Wishes wishes = {};           // of `who`
    QList<QByteArray> zones = {}; // of `who`: the one it is in, or all of its country; empty: not known

    bool isEmpty() const { return phones.empty() && emails.empty() && pages.empty(); }
    bool operator==(const Reach &) const = default;
};

// Sorts `points` of one record, without those that lead nowhere.
Reach reachBy(EntityRef who, std::vector<ContactPoint> points);

// Who is meant by a call about the record: itself, or the contact or company that it is about.
std::vector<EntityRef> reachedFor(const LoadedRecord &row, const RelatedRecords &related);

// Of the first of `who` that has any, for the page of `self`. On a reader's thread; fails as the connection
// fails.
Result<Reach> reachOf(sql::Connection &connection, EntityRef self, const std::vector<EntityRef> &who);

// "17:40 there", where `who` has another time than the user, and it is known; else empty.
QString timeThere(const Reach &reach, Instant now, const Display &display);

} // namespace headway::app
