// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/bookvisit.h"

#include "app/workspace/guicall.h"
#include "app/workspace/worker.h"
#include "store/book/visit.h"
#include "store/schema/schema.h"

#include <QCoreApplication>
#include <QPointer>

#include <utility>

namespace headway::app {

// The visit ends by itself, and the GUI thread then deletes it, whether or not anybody still asks.
void visitBook(QObject *context, const QString &address, std::function<void(Result<QString>)> then)
{
    auto *worker = new Worker([address] { return store::visitBook(address); }, 1);
    worker->post(std::make_shared<Request>(),
                 [worker, alive = QPointer(context),
                  then = std::move(then)](const Result<sql::Connection *> &connection) {
                     Result<QString> found = connection ? store::engineName(**connection)
                                                        : Result<QString>(failure(connection.error()));
                     callInGui(QCoreApplication::instance(), [worker, alive, then, found = std::move(found)] {
                         delete worker;
                         if (alive)
                             then(found);
                     });
                 });
}

} // namespace headway::app
