// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/foreignsystem.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

// Case counts: "Record ID" is HubSpot's, "Record Id" Zoho's. As many different columns as `least` have to match.
struct Signature {
    const char *system;
    const char *pattern;
    int least;
};

constexpr std::array signatures{
    Signature{"pipedrive", "^(Deal|Person|Organization|Lead|Activity|Note) - .+", 2},
    Signature{"hubspot", "^(Record ID( - .+)?|Associated (Company|Contact|Deal|Ticket)( IDs?)?.*)$", 1},
    Signature{"zoho", "^(Record Id|.+ Name\\.id|(Owner|Created By|Modified By|Parent Account|Layout)\\.id)$",
              1},
    Signature{"salesforce",
              "^(Id|IsDeleted|MasterRecordId|OwnerId|CreatedById|LastModifiedById|SystemModstamp|RecordTypeId"
              "|AccountId|WhoId|WhatId|ConvertedAccountId)$",
              2},
    Signature{"suitecrm",
              "^(date_entered|date_modified|modified_user_id|assigned_user_id|created_by|account_id)$", 2},
    Signature{"espocrm", "^(createdAt|modifiedAt|assignedUserId|createdById|modifiedById|accountId)$", 2},
    Signature{"dynamics", "^\\(Do Not Modify\\) .+", 1},
};

} // namespace

QString systemOf(const QStringList &columns)
{
    for (const Signature &signature : signatures) {
        const QRegularExpression pattern(QString::fromLatin1(signature.pattern));
        const auto matching = std::count_if(columns.begin(), columns.end(), [&](const QString &column) {
            return pattern.match(column).hasMatch();
        });
        if (matching >= signature.least)
            return QString::fromLatin1(signature.system);
    }
    return {};
}

QString unknownSystem()
{
    return u"csv"_s;
}

} // namespace headway::exchange
