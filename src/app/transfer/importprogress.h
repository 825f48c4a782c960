// SPDX-License-Identifier: GPL-3.0-or-later
// How far an import is, told in the GUI while it runs on the writer's thread, and how it is cancelled.
#pragma once

#include "app/workspace/guicall.h"
#include "domain/progress.h"

#include <QPointer>

#include <atomic>
#include <functional>
#include <memory>

namespace headway::app {

using Cancelled = std::shared_ptr<std::atomic<bool>>;

// For the import. `workspace` is a QObject of the GUI thread that outlives the run; `tell` is called there, as long as
// `listener` lives.
inline Progress progressInGui(QObject *workspace, QObject *listener, const Cancelled &cancelled,
                              const std::function<void(qint64 done, qint64 all)> &tell)
{
    const QPointer<QObject> alive(listener);
    return [workspace, alive, cancelled, tell](qint64 done, qint64 all) {
        callInGui(workspace, [alive, tell, done, all] {
            if (alive)
                tell(done, all);
        });
        return !*cancelled;
    };
}

} // namespace headway::app
