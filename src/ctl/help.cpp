// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/help.h"
#include "ctl/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

constexpr qsizetype lineWidth = 96;

QString wordUsage(const WordInfo &word)
{
    const QString name =
        word.choices.isEmpty() || word.choices.size() > 4 ? word.name : word.choices.join(u'|');
    switch (word.count) {
    case Count::One: return name;
    case Count::Optional: return u'[' + name + u']';
    case Count::Several: return name + u" …"_s;
    case Count::Any: return u'[' + name + u" …]"_s;
    }
    return name;
}

QString optionUsage(const OptionInfo &option)
{
    const QString name = option.shortName.isEmpty() ? option.name : option.shortName + u", "_s + option.name;
    switch (option.takes) {
    case Takes::Nothing: return name;
    case Takes::One: return name + u' ' + option.value;
    case Takes::Several:
        return name + u' ' + option.value + (option.value.endsWith(u'…') ? QString() : u" …"_s);
    }
    return name;
}

// `text` wrapped and indented by `margin`, except for the first line.
QString wrapped(const QString &text, qsizetype margin)
{
    QString result;
    for (const QString &paragraph : text.split(u'\n')) {
        qsizetype at = 0;
        if (!result.isEmpty())
            result += u'\n' + QString(margin, u' ');
        for (const QString &word : paragraph.split(u' ')) {
            if (at > 0 && margin + at + word.size() + 1 > lineWidth) {
                result += u'\n' + QString(margin, u' ');
                at = 0;
            }
            result += (at > 0 ? u" "_s : QString()) + word;
            at += word.size() + 1;
        }
    }
    return result;
}

// Names in the left column, descriptions in the right.
QString listing(const std::vector<std::pair<QString, QString>> &meanings)
{
    qsizetype widest = 0;
    for (const auto &[name, meaning] : meanings)
        widest = std::max(widest, name.size());
    const qsizetype margin = std::min<qsizetype>(widest, 30) + 4;
    QString text;
    for (const auto &[name, meaning] : meanings) {
        text += u"  "_s + name.leftJustified(margin - 2);
        if (name.size() > margin - 4)
            text += u'\n' + QString(margin, u' ');
        text += wrapped(meaning, margin) + u'\n';
    }
    return text;
}

QString optionsListing(std::span<const OptionInfo> options)
{
    std::vector<std::pair<QString, QString>> meanings;
    for (const OptionInfo &option : options)
        meanings.emplace_back(optionUsage(option), Help::words(option.help));
    return listing(meanings);
}

} // namespace

QString usage(const CommandInfo &command)
{
    QString line = command.name;
    for (const WordInfo &word : command.words)
        line += u' ' + wordUsage(word);
    return command.options.empty() ? line : line + u" ["_s + Words::tr("options") + u']';
}

QString generalHelp(std::span<const CommandInfo> commands, std::span<const OptionInfo> globals)
{
    std::vector<std::pair<QString, QString>> names;
    for (const CommandInfo &command : commands)
        names.emplace_back(command.name, Help::words(command.summary));
    return Words::tr("headwayctl: work with a Headway book from the command line\n\n"
                     "  headwayctl [options] COMMAND …\n"
                     "  headwayctl COMMAND --help      tells about one command\n\n"
                     "Commands\n")
        + listing(names) + u'\n' + Words::tr("Options of every command\n") + optionsListing(globals) + u'\n'
        + Words::tr("Words\n")
        + listing(
               {{u"KIND"_s,
                 Words::tr(
                     "deals, contacts, companies, leads, activities, users, teams, products, pipelines, "
                     "stages, sources, outcomes, lost-reasons, lead-statuses, tags; one deal is as good as deals")},
                {u"RECORD"_s,
                 Words::tr("a kind and a number or name: deal:17, company:\"Acme Corporation\"")},
                {u"FILTER"_s,
                 Words::tr("as in the window: owner:me stage:Offer,Negotiation close:<2026-12-31 "
                           "amount:>10k -tag:vip renewal")},
                {u"DAY"_s, Words::tr("2026-03-04, today, +3d, -1w, fri, eom")},
                {u"PERIOD"_s,
                 Words::tr("a day, 2026, 2026-03, 2026-q1, fy2027-q1, this-month, last-quarter")}})
        + u'\n'
        + Words::tr(
               "Exit status: 0 done · 1 failed, nothing was changed · 2 wrong words, nothing was changed · "
               "3 done, with rejected rows\n");
}

QString commandHelp(const CommandInfo &command)
{
    QString text = Help::words(command.summary) + u"\n\n  headwayctl "_s + usage(command) + u"\n\n"_s;
    if (!Help::words(command.text).isEmpty())
        text += wrapped(Help::words(command.text), 0) + u"\n\n"_s;
    for (const WordInfo &word : command.words) {
        if (word.choices.size() > 4)
            text +=
                word.name + u": "_s + wrapped(word.choices.join(u", "_s), word.name.size() + 2) + u"\n\n"_s;
    }
    if (!command.options.empty())
        text += Words::tr("Options\n") + optionsListing(command.options) + u'\n';
    text += command.examples.size() == 1 ? Words::tr("Example\n") : Words::tr("Examples\n");
    for (const QString &example : command.examples)
        text += u"  headwayctl "_s + example + u'\n';
    return text;
}

} // namespace headway::ctl
