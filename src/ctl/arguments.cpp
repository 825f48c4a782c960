// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/arguments.h"

#include "domain/text/nearest.h"
#include "domain/text/quoted.h"

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

tl::unexpected<Error> wrong(const Sentence &sentence)
{
    return failure(ErrorCode::Invalid, sentence);
}

QStringList namesOf(std::span<const CommandInfo> commands)
{
    QStringList names;
    for (const CommandInfo &command : commands)
        names += command.name;
    return names;
}

QString wordName(const WordInfo &word)
{
    return word.choices.isEmpty() ? word.name : word.choices.join(u'|');
}

} // namespace

QStringList Arguments::listed(const QString &option) const
{
    QStringList all;
    for (const QString &value : values(option)) {
        for (const QString &part : value.split(u',', Qt::SkipEmptyParts))
            all += part.trimmed();
    }
    return all;
}

Result<qint64> Arguments::number(const QString &option, qint64 least, qint64 fallback) const
{
    if (!has(option))
        return fallback;
    bool isNumber = false;
    const qint64 number = value(option).toLongLong(&isNumber);
    if (!isNumber || number < least)
        return wrong(Sentence::tr("%1 needs a whole number from %2 on, not %3.")
                         .arg(option)
                         .arg(least)
                         .arg(Quoted(value(option))));
    return number;
}

class LineReader
{
public:
    LineReader(const QStringList &words, std::span<const CommandInfo> commands,
               std::span<const OptionInfo> globals)
        : m_words(words), m_commands(commands), m_globals(globals)
    {
    }

    Result<CommandLine> read()
    {
        while (m_at < m_words.size()) {
            const QString word = m_words.at(m_at++);
            if (!m_onlyWords && word == "--"_L1)
                m_onlyWords = true;
            else if (!m_onlyWords && word.startsWith(u'-') && word.size() > 1)
                HEADWAY_CHECK(option(word));
            else
                HEADWAY_CHECK(plainWord(word));
        }
        HEADWAY_CHECK(checkWords());
        return std::move(m_line);
    }

private:
    Result<> plainWord(const QString &word)
    {
        if (m_line.command) {
            m_line.arguments.m_words += word;
            return {};
        }
        if (word == "help"_L1) { // as many programs have it: "help", "help import"
            m_line.arguments.m_options[u"--help"_s] = {QString()};
            return {};
        }
        for (const CommandInfo &command : m_commands) {
            if (command.name == word)
                m_line.command = &command;
        }
        if (m_line.command)
            return {};
        const Sentence near = didYouMean(word, namesOf(m_commands));
        return wrong(
            Sentence::tr("There is no command %1.%2")
                .arg(Quoted(word), near.isEmpty() ? Sentence::tr(" headwayctl --help lists them.") : near));
    }

    Result<> option(const QString &word)
    {
        const QString name = word.section(u'=', 0, 0);
        const OptionInfo *info = find(name);
        if (!info) {
            const Sentence near = didYouMean(name, optionNames());
            const QString all = m_line.command ? u"headwayctl "_s + m_line.command->name : u"headwayctl"_s;
            return wrong(Sentence::tr("%1 has no option %2.%3")
                             .arg(whose(), name,
                                  near.isEmpty() ? Sentence::tr(" %1 --help lists them.").arg(all) : near));
        }
        QStringList &values = m_line.arguments.m_options[info->name];
        if (info->takes != Takes::Several && !values.isEmpty())
            return wrong(Sentence::tr("%1 is given twice.").arg(info->name));
        if (info->takes == Takes::Nothing && name != word)
            return wrong(Sentence::tr("%1 takes no value.").arg(info->name));
        if (info->takes == Takes::Nothing)
            values += QString();
        else if (name != word)
            values += word.section(u'=', 1);
        else
            HEADWAY_CHECK(valuesBehind(*info, values));
        return {};
    }

    Result<> valuesBehind(const OptionInfo &info, QStringList &values)
    {
        if (m_at >= m_words.size() || m_words.at(m_at).startsWith("--"_L1))
            return wrong(Sentence::tr("%1 needs a value: %1 %2.").arg(info.name, info.value));
        values += m_words.at(m_at++);
        while (info.takes == Takes::Several && m_at < m_words.size() && !m_words.at(m_at).startsWith(u'-'))
            values += m_words.at(m_at++);
        return {};
    }

    Result<> checkWords() const
    {
        const Arguments &arguments = m_line.arguments;
        if (!m_line.command || arguments.has(u"--help"_s))
            return {};
        qsizetype at = 0;
        for (const WordInfo &word : m_line.command->words) {
            if (at >= arguments.words().size() && word.count != Count::Optional && word.count != Count::Any)
                return wrong(Sentence::tr("%1 needs %2. headwayctl %1 --help tells more.")
                                 .arg(m_line.command->name, wordName(word)));
            if (at >= arguments.words().size())
                break;
            HEADWAY_CHECK(checkChoice(word, arguments.word(at)));
            at = word.count == Count::Several || word.count == Count::Any ? arguments.words().size() : at + 1;
        }
        if (at < arguments.words().size())
            return wrong(
                Sentence::tr("%1 does not take %2.").arg(m_line.command->name, Quoted(arguments.word(at))));
        return {};
    }

    Result<> checkChoice(const WordInfo &info, const QString &word) const
    {
        if (info.choices.isEmpty() || info.choices.contains(word))
            return {};
        const Sentence near = didYouMean(word, info.choices);
        return wrong(
            Sentence::tr("%1 does not know %2.%3")
                .arg(m_line.command->name, Quoted(word),
                     near.isEmpty() ? Sentence::tr(" It knows %1.").arg(info.choices.join(u", "_s)) : near));
    }

    const OptionInfo *find(const QString &name) const
    {
        for (const auto options : {ofCommand(), m_globals}) {
            for (const OptionInfo &option : options) {
                if (option.name == name || (!option.shortName.isEmpty() && option.shortName == name))
                    return &option;
            }
        }
        return nullptr;
    }

    std::span<const OptionInfo> ofCommand() const
    {
        return m_line.command ? std::span<const OptionInfo>(m_line.command->options)
                              : std::span<const OptionInfo>();
    }

    QStringList optionNames() const
    {
        QStringList names;
        for (const auto options : {ofCommand(), m_globals}) {
            for (const OptionInfo &option : options)
                names += option.name;
        }
        return names;
    }

    QString whose() const { return m_line.command ? m_line.command->name : u"headwayctl"_s; }

    const QStringList &m_words;
    std::span<const CommandInfo> m_commands;
    std::span<const OptionInfo> m_globals;
    qsizetype m_at = 0;
    bool m_onlyWords = false;
    CommandLine m_line;
};

Result<CommandLine> readLine(const QStringList &words, std::span<const CommandInfo> commands,
                             std::span<const OptionInfo> globals)
{
    return LineReader(words, commands, globals).read();
}

} // namespace headway::ctl
