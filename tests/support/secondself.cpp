// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/secondself.h"

#include <QCoreApplication>
#include <QProcessEnvironment>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace headway::test {

std::unique_ptr<QProcess> startSecondSelf(const QString &name, const QString &argument, As as)
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HEADWAY_SECOND_SELF"_s, argument);
    process->setProcessEnvironment(environment);
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    if (as == As::Nobody && geteuid() == 0) {
        process->setChildProcessModifier([] {
            constexpr unsigned nobody = 65534;
            if (setgid(nobody) != 0 || setuid(nobody) != 0)
                _exit(3);
        });
    }
    process->start(QCoreApplication::applicationFilePath(), {name});
    return process;
}

QString secondSelfArgument()
{
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
