// SPDX-License-Identifier: GPL-3.0-or-later
// Asks about stages that are made for the file and whose names may mean won, lost or a stage on the way: once for each
// name, with all of its deals, also those that come after it was made. Not where a status tells it. On the writer's
// thread; nothing fails.
#pragma once

#include <QSet>
#include <QString>

namespace headway::exchange {
struct ImportInput;
}

namespace headway::transfer {

struct ImportContext;
struct NamedRecord;

class StageQuestions
{
public:
    explicit StageQuestions(const ImportContext &context) : m_context(context) {}

    void ask(const exchange::ImportInput &input, const NamedRecord &stage);

private:
    const ImportContext &m_context;
    QSet<QString> m_doubtful; // by fold()
};

} // namespace headway::transfer
