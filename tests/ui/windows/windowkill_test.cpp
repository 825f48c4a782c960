// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 at any moment of a window in use, see support/killing.h.
#include "domain/records/user.h"
#include "support/killing.h"
#include "support/secondself.h"
#include "ui/windows/windowroom.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

TEST_CASE("second self: works in a window until it is killed", "[.]")
{
    if (secondSelfArgument().isNull())
        return;
    WindowRoom room;
    room.open(secondSelfArgument());
    app::Workspace &workspace = room.window->workspace();
    int count = 0;
    const auto work = [&] { workspace.submit(stepNamed(u"Step %1"_s.arg(++count))); };
    // Lists, board and Today follow each step while the next one is being committed.
    QObject::connect(&workspace, &app::Workspace::committed, &room.windows, [&](const Operation &step) {
        tell(QString::number(step.id));
        work();
    });
    work();
    (void)await([] { return false; }, std::chrono::minutes(1));
}

TEST_CASE("Steps that were done in a window survive kill -9, and no other leaves a trace", "[ui][slow][kill]")
{
    // slow: a window starts and is killed, several times
    FreshBook book(GENERATE(anyEngine()));
    CAPTURE(book.connection().engine());
    killWhileCommitting(book, u"second self: works in a window until it is killed"_s, kills(10));
}
