// SPDX-License-Identifier: GPL-3.0-or-later
// Tries the address of a book without opening it in a window. GUI thread; the answer comes later.
#pragma once

#include "domain/result.h"

#include <QObject>

#include <functional>

namespace headway::app {

// `then` gets the engine's name ("PostgreSQL 15.5") if there is a book, else why not, in one sentence; never
// if `context` is gone by then. Nobody waits for a server that does not answer.
void visitBook(QObject *context, const QString &address, std::function<void(Result<QString>)> then);

} // namespace headway::app
