// SPDX-License-Identifier: GPL-3.0-or-later
// Parses the command line by the table of commands: the command, its words, its options. Pure. Fails with
// Invalid, in one sentence that names the word and, if there is a similar one, the right one.
#pragma once

#include "domain/result.h"

#include <QHash>
#include <QStringList>

#include <span>
#include <vector>

namespace headway::ctl {

class Session;
class Arguments;

// The exit status of the program.
enum class ExitStatus { Done = 0, Failed = 1, UsageError = 2, RowsRejected = 3 };

enum class Takes {
    Nothing, // a flag
    One,     // the next word, whatever it is
    Several, // the words up to the next option; may be repeated
};

struct OptionInfo {
    QString name = {};  // "--book"
    QString value = {}; // its value in the help: "FILE|URL"
    Takes takes = Takes::Nothing;
    const char *help = "";  // marked by Help::tr, as the two of a command
    QString shortName = {}; // "-o"
};

enum class Count { One, Optional, Several, Any }; // Several: at least one

struct WordInfo {
    QString name = {}; // "FILE"
    Count count = Count::One;
    QStringList choices = {}; // the words allowed here; empty: any
};

struct CommandInfo {
    QString name = {};
    std::vector<WordInfo> words = {};
    std::vector<OptionInfo> options = {};
    const char *summary = "";
    const char *text = "";
    QStringList examples = {}; // without "headwayctl"
    Result<ExitStatus> (*run)(Session &, const Arguments &) = nullptr;
};

class Arguments
{
public:
    bool has(const QString &option) const { return m_options.contains(option); }
    // The option's value; empty if it was not given.
    QString value(const QString &option) const { return m_options.value(option).value(0); }
    QStringList values(const QString &option) const { return m_options.value(option); }
    // The values with lists split: "name,city" → "name", "city".
    QStringList listed(const QString &option) const;
    // A whole number of at least `least`, or `fallback`.
    Result<qint64> number(const QString &option, qint64 least, qint64 fallback) const;

    const QStringList &words() const { return m_words; }
    QString word(qsizetype index) const { return m_words.value(index); }

private:
    friend class LineReader;
    QHash<QString, QStringList> m_options;
    QStringList m_words;
};

struct CommandLine {
    const CommandInfo *command = nullptr; // null: only with --help or --version
    Arguments arguments = {};
};

// `words` without the program's name. With --help, missing words are allowed.
[[nodiscard]] Result<CommandLine> readLine(const QStringList &words, std::span<const CommandInfo> commands,
                                           std::span<const OptionInfo> globals);

} // namespace headway::ctl
