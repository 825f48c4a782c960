// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the book is there: its server may go away, its file be removed. Learns it from what became of questions,
// and from a call of its own where a server keeps silent. GUI thread; part of the workspace.
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
    // What became of a question to the book.
    void note(const Result<> &outcome);
    // A question may only have to wait behind long ones. A wire of its own tells: a server that cannot be called
    // is lost to us, if the question is still `isOpen` by then. Files are not asked.
    void callServer(std::function<bool()> isOpen);

Q_SIGNALS:
    void lost(const headway::Error &error);
    void back();

private:
    const QString m_address;
    bool m_isLost = false;
    std::unique_ptr<Worker> m_caller; // while it calls
};

} // namespace headway::app
