// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/output.h"

#include <QJsonDocument>

#include <cstdio>

#include <sys/ioctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

void put(FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

int terminalWidth()
{
    if (!isatty(STDOUT_FILENO))
        return 0;
    winsize size{};
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? int(size.ws_col) : 80;
}

} // namespace

Output::Output(Format format, Verbosity verbosity, const app::Display &display)
    : m_format(format), m_verbosity(verbosity), m_width(terminalWidth()), m_display(display)
{
}

bool Output::isWatched() const
{
    return !isQuiet() && isatty(STDERR_FILENO);
}

void Output::write(const QString &text) const
{
    put(stdout, text);
}

void Output::write(const QJsonObject &object) const
{
    put(stdout, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) + u'\n');
}

void Output::tell(const QString &sentence) const
{
    if (!isQuiet() && !isJson())
        put(stdout, sentence + u'\n');
}

void Output::remark(const QString &sentence) const
{
    if (!isQuiet())
        put(stderr, sentence + u'\n');
}

void Output::tell(const Sentence &sentence) const
{
    tell(m_display.words(sentence));
}

void Output::remark(const Sentence &sentence) const
{
    remark(m_display.words(sentence));
}

void Output::reportError(const Error &error) const
{
    put(stderr, u"headwayctl: "_s + m_display.words(error.text) + u'\n');
    if (m_verbosity == Verbosity::Verbose && !error.detail.isEmpty())
        put(stderr, u"  "_s + error.detail + u'\n');
}

} // namespace headway::ctl
