// SPDX-License-Identifier: GPL-3.0-or-later
// Where results and remarks go: results to the standard output, as text or JSON; remarks, errors and
// the progress of long work to the standard error. Nothing fails.
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
    // Columns of the terminal that results go to; 0 where it is none.
    int width() const { return m_width; }
    // Whether somebody watches the remarks.
    bool isWatched() const;

    // Results, exactly as given.
    void write(const QString &text) const;
    void write(const QJsonObject &object) const; // one line
    // What was done; kept from the quiet.
    void tell(const QString &sentence) const;
    void tell(const Sentence &sentence) const;
    // What one should know, on the standard error; kept from the quiet.
    void remark(const QString &sentence) const;
    void remark(const Sentence &sentence) const;
    // "headwayctl: …", with the detail for the verbose.
    void reportError(const Error &error) const;

private:
    Format m_format;
    Verbosity m_verbosity;
    int m_width = 0;
    app::Display m_display;
};

} // namespace headway::ctl
