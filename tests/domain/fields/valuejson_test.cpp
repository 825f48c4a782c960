// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/fields/valuejson.h"

#include "support/catch_qt.h"

#include <QJsonArray>

#include <limits>

using namespace headway;
using namespace Qt::StringLiterals;

TEST_CASE("A value comes back from JSON as it was", "[domain]")
{
    for (const Value &value :
         {Value(), Value(qint64(0)), Value(qint64(-125'000'00)), Value(std::numeric_limits<qint64>::max()),
          Value(2.5), Value(u""_s), Value(u"50 % “off”\n\u2028"_s)})
        CHECK(fromJson(toJson(value)) == value);
    CHECK(fromJson(QJsonArray{1}) == Value());
    CHECK(fromJson(true) == Value());
}
