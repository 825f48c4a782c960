// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ownserver.h"

#include "support/catch_qt.h"

#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace headway::test {

namespace {

// popen() gives the child a memory of its own; Qt's child shares ours while it starts, and the thread
// sanitizer then reports the child's accesses as this process's.
QString script(const QString &word, const QString &folder = {})
{
    const QString command =
        u"sh '%1/support/postgres.sh' %2 '%3'"_s.arg(QStringLiteral(HEADWAY_TEST_FOLDER), word, folder);
    FILE *pipe = ::popen(command.toLocal8Bit().constData(), "r");
    if (!pipe)
        return {};
    QFile output;
    const QByteArray said = output.open(pipe, QIODevice::ReadOnly) ? output.readAll() : QByteArray();
    return ::pclose(pipe) == 0 ? QString::fromUtf8(said).trimmed() : QString();
}

} // namespace

OwnServer::OwnServer() : m_folder(script(u"start"_s))
{
    REQUIRE_FALSE(m_folder.isEmpty());
}

OwnServer::~OwnServer()
{
    (void)script(u"stop"_s, m_folder);
}

bool OwnServer::isPossible()
{
    return qEnvironmentVariableIsSet("HEADWAY_TEST_PG");
}

QString OwnServer::address() const
{
    // The script's servers commit asynchronously; this one must not lose anything. Over a network, timeouts
    // that take the program half a minute are two seconds.
    const QString host = m_host.isEmpty()
        ? m_folder
        : m_host + u"&tcp_user_timeout=2000&keepalives_idle=1&keepalives_interval=1&keepalives_count=2"_s;
    return u"postgresql:///headway_test?host="_s + host
        + u"&user=postgres&connect_timeout=2&options=-csynchronous_commit%3Don"_s;
}

void OwnServer::halt()
{
    REQUIRE(script(u"halt"_s, m_folder) == m_folder);
}

void OwnServer::start()
{
    REQUIRE(script(u"again"_s, m_folder) == m_folder);
}

void OwnServer::freeze()
{
    REQUIRE(script(u"freeze"_s, m_folder) == m_folder);
}

void OwnServer::thaw()
{
    REQUIRE(script(u"thaw"_s, m_folder) == m_folder);
}

void OwnServer::startPool()
{
    REQUIRE(script(u"pool"_s, m_folder) == m_folder); // it needs the package pgbouncer
}

void OwnServer::stopPool()
{
    REQUIRE(script(u"unpool"_s, m_folder) == m_folder);
}

QString OwnServer::pooled(const QString &mode) const
{
    return u"postgresql:///%1?host=%2&port=6432&user=postgres&connect_timeout=2"_s.arg(mode, m_folder);
}

void OwnServer::startStandby()
{
    REQUIRE(script(u"standby"_s, m_folder) == m_folder);
}

void OwnServer::promote()
{
    REQUIRE(script(u"promote"_s, m_folder) == m_folder);
}

QString OwnServer::standby() const
{
    return address().replace(u"host="_s + m_folder, u"host="_s + m_folder + u"/standby"_s);
}

QString OwnServer::withStandby() const
{
    return address().replace(u"host="_s + m_folder,
                             u"host=%1,%1/standby&target_session_attrs=read-write"_s.arg(m_folder));
}

bool OwnServer::moveFar()
{
    m_host = script(u"far"_s, m_folder);
    return !m_host.isEmpty();
}

void OwnServer::swallow()
{
    REQUIRE(script(u"deaf"_s, m_folder) == m_folder);
}

void OwnServer::restoreNetwork()
{
    REQUIRE(script(u"hear"_s, m_folder) == m_folder);
}

} // namespace headway::test
