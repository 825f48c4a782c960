// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/secondself.h"

#include <QCoreApplication>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace headway::test {

std::unique_ptr<QProcess> startSecondSelf(const QString &name, const QString &argument, As as)
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HEADWAY_SECOND_SELF"_s, argument);
    static const QTemporaryDir leftovers; // a killed process removes nothing
    if (as == As::Nobody)
        environment.insert(u"HEADWAY_SECOND_SELF_AS"_s, u"nobody"_s);
    else
        environment.insert(u"TMPDIR"_s, leftovers.path());
    process->setProcessEnvironment(environment);
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process->start(QCoreApplication::applicationFilePath(), {name});
    return process;
}

// Done after the start: user nobody may be unable to run a program in a tree cloned to /root.
static void giveUpRights()
{
    constexpr unsigned nobody = 65534;
    if (qEnvironmentVariableIsSet("HEADWAY_SECOND_SELF_AS") && geteuid() == 0
        && (setgid(nobody) != 0 || setuid(nobody) != 0))
        _exit(3);
}

QString secondSelfArgument()
{
    giveUpRights();
    return qEnvironmentVariable("HEADWAY_SECOND_SELF");
}

void tell(const QString &line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    for (qsizetype from = 0; from < bytes.size();) {
        const ssize_t written = ::write(STDOUT_FILENO, bytes.constData() + from, size_t(bytes.size() - from));
        if (written < 0)
            return;
        from += written;
    }
}

} // namespace headway::test
