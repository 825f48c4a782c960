// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/everystatement.h"

#include "domain/records/inenglish.h"
#include "store/maintenance/check.h"
#include "support/dump.h"

using namespace Qt::StringLiterals;

namespace headway::test {

int failEveryStatement(FreshBook &book, const std::function<Result<>()> &act)
{
    const QString before = dumpOf(book.connection());
    const Error full{ErrorCode::Full, Sentence::verbatim(u"The disk is full; nothing was changed."_s)};
    int failAt = 0;
    for (bool done = false; !done;) {
        int statement = 0;
        book.connection().setProbe([&](const QString &, const sql::Values &) -> Result<> {
            return statement++ == failAt ? Result<>(failure(full)) : Result<>();
        });
        const auto result = act();
        book.connection().setProbe({});
        done = bool(result);
        CAPTURE(failAt);
        if (!done) {
            REQUIRE(result.error() == full);
            REQUIRE(dumpOf(book.connection()) == before);
            ++failAt;
        } else {
            CHECK(statement <= failAt); // it succeeded only because no statement was left to fail
        }
    }
    CHECK(dumpOf(book.connection()) != before);
    const auto report = valueOf(store::checkBook(book.connection(), store::CheckDepth::Thorough, {}));
    CAPTURE(linesInEnglish(report.sentences()));
    CHECK(report.isSound());
    return failAt;
}

} // namespace headway::test
