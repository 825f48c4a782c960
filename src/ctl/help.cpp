// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/help.h"

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
QString listing(const std::vector<std::pair<QString, QString>> &entries)
{
    qsizetype widest = 0;
    for (const auto &entry : entries)
        widest = std::max(widest, entry.first.size());
    const qsizetype margin = std::min<qsizetype>(widest, 30) + 4;
    QString text;
    for (const auto &[name, meaning] : entries) {
        text += u"  "_s + name.leftJustified(margin - 2);
        if (name.size() > margin - 4)
            text += u'\n' + QString(margin, u' ');
        text += wrapped(meaning, margin) + u'\n';
    }
    return text;
}

QString optionsListing(std::span<const OptionInfo> options)
{
    std::vector<std::pair<QString, QString>> entries;
    for (const OptionInfo &option : options)
        entries.emplace_back(optionUsage(option), option.help);
    return listing(entries);
}

} // namespace

QString usage(const CommandInfo &command)
{
    QString line = command.name;
    for (const WordInfo &word : command.words)
        line += u' ' + wordUsage(word);
    return command.options.empty() ? line : line + u" [options]"_s;
}

QString generalHelp(std::span<const CommandInfo> commands, std::span<const OptionInfo> globals)
{
    std::vector<std::pair<QString, QString>> entries;
    for (const CommandInfo &command : commands)
        entries.emplace_back(command.name, command.summary);
    return u"headwayctl: work with a Headway book from the command line\n\n"
           "  headwayctl [options] COMMAND …\n"
           "  headwayctl COMMAND --help      tells about one command\n\n"
           "Commands\n"_s
        + listing(entries) + u"\nOptions of every command\n"_s + optionsListing(globals) + u"\nWords\n"_s
        + listing({{u"KIND"_s,
                    u"deals, contacts, companies, leads, activities, users, teams, products, pipelines, "
                    "stages, sources, outcomes, lost-reasons, tags; one deal is as good as deals"_s},
                   {u"RECORD"_s, u"a kind and a number or name: deal:17, company:\"Acme Corporation\""_s},
                   {u"FILTER"_s,
                    u"as in the window: owner:me stage:Offer,Negotiation close:<2026-12-31 "
                    "amount:>10k -tag:vip renewal"_s},
                   {u"DAY"_s, u"2026-03-04, today, +3d, -1w, fri, eom"_s},
                   {u"PERIOD"_s, u"a day, 2026, 2026-03, 2026-q1, fy2027-q1, this-month, last-quarter"_s}})
        + u"\nExit status: 0 done · 1 failed, nothing was changed · 2 wrong words, nothing was changed · "
          "3 done, with rejected rows\n"_s;
}

QString commandHelp(const CommandInfo &command)
{
    QString text = command.summary + u"\n\n  headwayctl "_s + usage(command) + u"\n\n"_s;
    if (!command.text.isEmpty())
        text += wrapped(command.text, 0) + u"\n\n"_s;
    for (const WordInfo &word : command.words) {
        if (word.choices.size() > 4)
            text +=
                word.name + u": "_s + wrapped(word.choices.join(u", "_s), word.name.size() + 2) + u"\n\n"_s;
    }
    if (!command.options.empty())
        text += u"Options\n"_s + optionsListing(command.options) + u'\n';
    text += command.examples.size() == 1 ? u"Example\n"_s : u"Examples\n"_s;
    for (const QString &example : command.examples)
        text += u"  headwayctl "_s + example + u'\n';
    return text;
}

} // namespace headway::ctl
