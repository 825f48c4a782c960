// SPDX-License-Identifier: GPL-3.0-or-later
// Writes results to the standard output, as text or JSON; and messages, errors and the progress of
// long-running work to the standard error. Nothing fails.
#pragma once

#include "app/text/display.h"
#include "domain/result.h"

#include <QJsonObject>
#include <QString>

namespace headway::ctl {

enum class Format { Text, Json };
enum class Verbosity { Normal, Quiet, Verbose };

class Output
{
public:
    Output(Format format, Verbosity verbosity, const app::Display &display);

    bool isJson() const { return m_format == Format::Json; }
    bool isQuiet() const { return m_verbosity == Verbosity::Quiet; }
    bool isVerbose() const { return m_verbosity == Verbosity::Verbose; }
    // Width of the terminal in columns; 0 if the output is not a terminal.
    int width() const { return m_width; }
    // Whether the standard error is a terminal.
    bool isWatched() const;

    // Results, unchanged.
    void write(const QString &text) const;
    void write(const QJsonObject &object) const; // one line
    // What was done; omitted with --quiet.
    void tell(const QString &sentence) const;
    void tell(const Sentence &sentence) const;
    // A warning, on the standard error; omitted with --quiet.
    void remark(const QString &sentence) const;
    void remark(const Sentence &sentence) const;
    // "headwayctl: …", with the detail if --verbose.
    void reportError(const Error &error) const;

private:
    Format m_format;
    Verbosity m_verbosity;
    int m_width = 0;
    app::Display m_display;
};

} // namespace headway::ctl
