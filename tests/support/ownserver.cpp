// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ownserver.h"

#include "support/catch_qt.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace headway::test {

namespace {

QString script(const QStringList &words)
{
    QProcess process;
    // A child of its own memory: while Qt's borrows ours, the thread sanitizer takes it for us.
    process.setChildProcessModifier([] {});
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(u"sh"_s, QStringList{QStringLiteral(HEADWAY_TEST_FOLDER "/support/postgres.sh")} + words);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        return {};
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

} // namespace

OwnServer::OwnServer() : m_folder(script({u"start"_s}))
{
    REQUIRE_FALSE(m_folder.isEmpty());
}

OwnServer::~OwnServer()
{
    (void)script({u"stop"_s, m_folder});
}

bool OwnServer::isPossible()
{
    return qEnvironmentVariableIsSet("HEADWAY_TEST_PG");
}

QString OwnServer::address() const
{
    // The script's servers are in no hurry to write; this one shall lose nothing.
    return u"postgresql:///headway_test?host="_s + m_folder
        + u"&user=postgres&options=-csynchronous_commit%3Don"_s;
}

void OwnServer::halt()
{
    REQUIRE(script({u"halt"_s, m_folder}) == m_folder);
}

void OwnServer::start()
{
    REQUIRE(script({u"again"_s, m_folder}) == m_folder);
}

} // namespace headway::test
