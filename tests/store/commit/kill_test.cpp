// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 at any moment of a process that writes through the store, see support/killing.h.
#include "store/book/book.h"
#include "store/commit/commit.h"
#include "support/killing.h"
#include "support/secondself.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

TEST_CASE("second self: commits until it is killed", "[.]")
{
    if (secondSelfArgument().isNull())
        return;
    auto book = valueOf(store::openBook(secondSelfArgument(), sql::Access::ReadWrite));
    for (qint64 i = 1;; ++i) {
        const auto set = store::commit(*book, stepNamed(u"Step %1"_s.arg(i)), {UserId{1}, Instant{i}});
        if (!set)
            return;
        tell(QString::number(set->operation.id));
    }
}

TEST_CASE("Steps that were done survive kill -9, and no other leaves a trace", "[store][slow][kill]")
{
    // slow: processes are started
    FreshBook book(GENERATE(anyEngine()));
    CAPTURE(book.connection().engine());
    killWhileCommitting(book, u"second self: commits until it is killed"_s, kills());
}
