// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the book is reachable: its server may go away, its file be removed. Judged by the outcome of
// requests, and by a separate connection if a server does not answer. GUI thread; part of the workspace.
#pragma once

#include "app/workspace/worker.h"
#include "domain/result.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace headway::app {

class Presence : public QObject
{
    Q_OBJECT
public:
    explicit Presence(const QString &address);
    ~Presence() override;

    bool isLost() const { return m_isLost; }
    // To be called with the outcome of each request to the book.
    void note(const Result<> &outcome);
    // A slow request may only be waiting behind long ones, so a separate connection is tried: if the server
    // does not answer, and the request is still pending (`isOpen`) by then, it counts as lost. Does nothing
    // for files.
    void callServer(std::function<bool()> isOpen);

Q_SIGNALS:
    void lost(const headway::Error &error);
    void back();

private:
    const QString m_address;
    bool m_isLost = false;
    std::unique_ptr<Worker> m_caller; // during callServer()
};

} // namespace headway::app
