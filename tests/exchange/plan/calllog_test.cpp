// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/calllog.h"

#include "support/catch_qt.h"

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;
using test::valueOf;

namespace {

QString targetOf(const QStringList &columns, const QString &column)
{
    const ImportPlan plan = valueOf(planImport(EntityKind::Activity, columns, {}, {}));
    for (const ImportInput &input : plan.inputs) {
        if (input.columnName == column)
            return input.target.name;
    }
    return {};
}

} // namespace

TEST_CASE("In the log of a telephone the name is with whom a call was, and the type whether it came in",
          "[exchange]")
{
    const QStringList log{u"Number"_s, u"Name"_s, u"Date"_s, u"Duration"_s, u"Type"_s};
    CHECK(targetOf(log, u"Number"_s) == anyRecordIdName());
    CHECK(targetOf(log, u"Name"_s) == u"contact"_s);
    CHECK(targetOf(log, u"Type"_s) == u"direction"_s);
    CHECK(numberOfCall(valueOf(planImport(EntityKind::Activity, log, {}, {}))));
    const QStringList other{u"Phone Number"_s, u"Contact Name"_s, u"Call Date"_s, u"Duration (s)"_s,
                            u"Direction"_s};
    CHECK(targetOf(other, u"Phone Number"_s) == anyRecordIdName());
    CHECK(targetOf(other, u"Direction"_s) == u"direction"_s);
}

TEST_CASE("Without a number, or how long it took, a file is no log of calls", "[exchange]")
{
    const QStringList tasks{u"Name"_s, u"Due Date"_s, u"Type"_s};
    CHECK(targetOf(tasks, u"Name"_s) == u"subject"_s);
    CHECK(targetOf(tasks, u"Type"_s) == u"kind"_s);
    const QStringList numbered{u"Number"_s, u"Subject"_s, u"Date"_s};
    CHECK(targetOf(numbered, u"Number"_s).isEmpty());
    CHECK_FALSE(numberOfCall(valueOf(planImport(EntityKind::Activity, numbered, {}, {}))));
    CHECK(callLogTargets({}).isEmpty());
}

TEST_CASE("What a task is related to is a record of any kind, by its id where there is one", "[exchange]")
{
    const QStringList named{u"Name"_s, u"Related To"_s, u"Related To Type"_s, u"Due Date"_s};
    CHECK(targetOf(named, u"Related To"_s) == anyRecordIdName());
    const QStringList both{u"Name"_s, u"Related To"_s, u"Related To Id"_s, u"Due Date"_s};
    CHECK(targetOf(both, u"Related To Id"_s) == anyRecordIdName());
    CHECK(targetOf(both, u"Related To"_s).isEmpty());
}
