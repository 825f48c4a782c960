// SPDX-License-Identifier: GPL-3.0-or-later
// What was read from a row of an imported file, before it is written: values, references, child records, and what is
// kept as text. Values.
#pragma once

#include "domain/records/contact.h"
#include "domain/rules/nextstep.h"
#include "exchange/cells/daycell.h"
#include "transfer/rows/importreference.h"
#include "transfer/rows/importstages.h"

#include <QJsonObject>

namespace headway::transfer {

// A record that a column of ids refers to.
struct ForeignLink {
    QString column = {};
    QString target = {}; // "company.external_id"
    int field = -1;      // of the row's kind; -1: a link of an activity
    QString text = {};
    LinkFault fault = LinkFault::None;
    std::vector<EntityKind> kinds = {}; // of an id: of which records it may be
};

struct ImportedRecord {
    qint64 line = 0;
    qint64 id = 0; // with FileIds::Kept
    Instant createdAt = {};
    DuplicatePolicy existing = DuplicatePolicy::Skip; // what becomes of the record that it means
    // Unknown: a column says it, but not so that it is understood.
    enum class Currency { Named, Assumed, Unknown } currency = Currency::Assumed;
    bool isDayAsked = false;     // of an activity: a cell says the day, and is not understood
    bool isWholeDay = false;     // `at` was written without a time
    bool isContactNamed = false; // a deal's contact has a name, beside the e-mail address
    bool isManagerLater = false; // the manager comes only after this row
    std::vector<std::pair<int, Value>> values = {};           // by field
    std::vector<std::pair<int, NamedRecord>> references = {}; // by field
    std::vector<int> blanks = {};                             // Fidelity::Exact: empty cells
    OwnName ownName = {};
    QString externalId = {};
    QJsonObject custom = {};
    QDate closing = {};
    QDate otherClosing = {};               // of a closed deal that has no other day
    std::vector<ContactPoint> points = {}; // with the primary one of each type first
    QString person = {};                   // the name beside an e-mail address
    QStringList kept = {};                 // "Column: text" of what fits no field
    std::vector<Address> addresses = {};   // each of another place
    std::vector<NamedRecord> tags = {};
    std::vector<NamedRecord> links = {};   // records that an activity is linked to
    std::vector<NamedRecord> further = {}; // a contact's other companies, a deal's other contacts
    std::vector<ForeignLink> foreign = {}; // to be counted
    QString linkedEmail = {};              // of the deal's contact, beside the name
    std::optional<NamedRecord> product = {};
    qint64 quantityMilli = 1000;
    std::optional<NamedRecord> manager = {}; // of the user's team
    TypedStep step = {};
    // Of an activity, in columns of their own.
    QTime startTime = {};
    std::optional<exchange::MomentCell> ends = {};
    QTime endTime = {};
    QDate wholeDay = {};                   // that it takes, by the row
    QString stageWord = {};                // of a deal whose stage the book does not have
    QString pipelineWord = {};             // likewise
    std::vector<ToldDate> stageDates = {}; // of a deal, by columns for each stage
    std::optional<ToldDate> since = {};    // since when it is in the stage that its row names
    ToldMove move = {};                    // of a row of a stage history
    Instant closedAt = {}; // if the file tells of stages: the moment, whose day is `closing` or so

    // Keeps as text what fits no field.
    void keep(const QString &column, const QString &text);
    // It has found its place after all.
    void unkeep(const QString &column, const QString &text);
    const Value *value(int field) const;
    const NamedRecord *reference(int field) const;
};

// An Invalid error with its column as detail.
Error rowProblem(const QString &column, const Sentence &reason);

// What a row is called, and what the records of its own kind are called that it refers to: by these keys it is seen
// which rows of a file wait for one another.
struct RowTies {
    qint64 line = 0;
    QStringList isCalled = {};
    QStringList refersTo = {};
};

} // namespace headway::transfer
