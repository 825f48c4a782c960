// SPDX-License-Identifier: GPL-3.0-or-later
// What a cell says about how somebody is reached: one or several phone numbers, e-mail addresses or web pages, each
// with its label, extension and remarks, as people and other systems write them. Nothing is dropped: what is no
// number stays as a remark, what is no e-mail address stays as text that is marked. No country is guessed. Pure; any
// thread; nothing fails.
#pragma once

#include "domain/records/contact.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace headway::exchange {

struct ReachedBy {
    ContactPointType by = ContactPointType::Phone;
    ContactPointPlace place = ContactPointPlace::Work;
};

struct ReachCell {
    struct Point {
        QString value = {};
        ContactPointPlace place = ContactPointPlace::Work;
        bool isInvalid = false; // an e-mail that is no address
        bool isFirst = false;   // its label says that it is the main one: "* Work"
    };
    std::vector<Point> points = {};
    QStringList remarks = {}; // "030 123456: neu", "ask for Bob"
    QString person = {};      // "Eva Lang <eva@x.example>"
};

// `label` is what the column beside says, "Mobile"; empty: none. A place named by the label or within the cell
// takes precedence over that of the column.
ReachCell readReach(const ReachedBy &by, const QString &text, const QString &label);

// The same of a cell that is one number or address and nothing else, whatever stands in it. A label that says more than
// another place, "Pager", stays as a remark.
ReachCell literalReach(const ReachedBy &by, const QString &text, const QString &label);

// "4.91512E+11": digits are lost.
bool isSpoiltNumber(QStringView text);

// Which point of a type is the primary one, lowest first: work, mobile, home, other, then fax, then what is invalid.
int reachRank(ContactPointPlace place, bool isInvalid);

} // namespace headway::exchange
