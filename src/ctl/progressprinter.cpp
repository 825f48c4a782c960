// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/progressprinter.h"
#include "ctl/words.h"

#include <QLocale>

#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

constexpr int signals_[] = {SIGINT, SIGTERM, SIGHUP};

volatile std::sig_atomic_t stopAsked = 0;

// A signal handler may do no more. The second signal gets the system's default behaviour.
void askToStop(int)
{
    stopAsked = 1;
}

void listen()
{
    stopAsked = 0;
    struct sigaction action = {};
    action.sa_handler = askToStop;
    action.sa_flags = int(SA_RESETHAND) | SA_RESTART;
    for (const int signal : signals_)
        sigaction(signal, &action, nullptr);
}

void stopListening()
{
    for (const int signal : signals_)
        std::signal(signal, SIG_DFL);
}

QString duration(qint64 seconds)
{
    if (seconds < 90)
        return u"%1 s"_s.arg(seconds);
    if (seconds < 3600)
        return u"%1 min"_s.arg((seconds + 30) / 60);
    return u"%1 h %2 min"_s.arg(seconds / 3600).arg(seconds % 3600 / 60);
}

void put(const QString &text)
{
    std::fputs(text.toUtf8().constData(), stderr);
    std::fflush(stderr);
}

} // namespace

ProgressPrinter::ProgressPrinter(const Output &output, const QString &verb, const QString &unit)
    : m_verb(verb), m_unit(unit), m_watched(output.isWatched())
{
    m_clock.start();
    listen();
}

ProgressPrinter::~ProgressPrinter()
{
    stopListening();
    if (m_drawn)
        put(u"\r\x1b[K"_s);
}

Progress ProgressPrinter::progress()
{
    return [this](qint64 done, qint64 all) { return note(done, all); };
}

bool ProgressPrinter::note(qint64 done, qint64 all)
{
    if (m_watched && m_clock.elapsed() - m_lastDrawn >= 100) {
        m_rate.note(done, all, m_clock.elapsed());
        draw();
    }
    return stopAsked == 0;
}

void ProgressPrinter::draw()
{
    QLocale locale;
    QString line = m_verb + u' ' + locale.toString(m_rate.done());
    if (m_rate.total() > 0)
        line += u' ' + Words::tr("of %1").arg(locale.toString(m_rate.total()));
    line += u' ' + m_unit;
    if (const auto rate = m_rate.perSecond())
        line += u" · %1 a second"_s.arg(locale.toString(qint64(*rate)));
    if (const auto left = m_rate.secondsLeft())
        line += u" · %1 left"_s.arg(duration(*left));
    put(u"\r\x1b[K"_s + line);
    m_drawn = true;
    m_lastDrawn = m_clock.elapsed();
}

} // namespace headway::ctl
