// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/longwork.h"

#include "app/workspace/guicall.h"
#include "app/workspace/workspace.h"
#include "ui/shell/messagebar.h"

#include <QPointer>

#include <atomic>
#include <memory>

namespace headway::ui {

LongWork beginLongWork(MessageBar &messages, app::Workspace &workspace, const QString &text, qint64 size)
{
    if (size < worthTelling)
        return {};
    const auto cancelled = std::make_shared<std::atomic<bool>>(false);
    const QPointer<MessageBar> shownIn(&messages);
    const int id = messages.beginWork(text, [cancelled] { *cancelled = true; });
    // The workspace outlives its threads; a window does not.
    return {id, [shownIn, id, cancelled, &workspace](qint64 done, qint64 all) {
                app::callInGui(&workspace, [shownIn, id, done, all] {
                    if (shownIn)
                        shownIn->showProgress(id, done, all);
                });
                return !*cancelled;
            }};
}

} // namespace headway::ui
