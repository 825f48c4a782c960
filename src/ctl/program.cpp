// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/program.h"

#include "ctl/commands.h"
#include "ctl/help.h"

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

ExitStatus statusOf(const Error &error)
{
    return error.code == ErrorCode::Invalid ? ExitStatus::UsageError : ExitStatus::Failed;
}

ExitStatus reportError(const Output &output, const Error &error)
{
    output.reportError(error);
    return statusOf(error);
}

} // namespace

ExitStatus runProgram(const QStringList &words, const Environment &environment)
{
    const auto line = readLine(words, commands(), globalOptions());
    if (!line)
        return reportError(Output(Format::Text, Verbosity::Normal, environment.display), line.error());
    Session session(environment, line->arguments);
    if (line->arguments.has(u"--version"_s)) {
        session.output().write(u"headwayctl " HEADWAY_VERSION "\n"_s);
        return ExitStatus::Done;
    }
    if (!line->command || line->arguments.has(u"--help"_s)) {
        session.output().write(line->command ? commandHelp(*line->command)
                                             : generalHelp(commands(), globalOptions()));
        return words.isEmpty() ? ExitStatus::UsageError : ExitStatus::Done;
    }
    const auto status = line->command->run(session, line->arguments);
    return status ? *status : reportError(session.output(), status.error());
}

} // namespace headway::ctl
