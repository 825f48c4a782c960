// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/palettesearch.h"

#include "app/commands/commands.h"
#include "domain/text/text.h"

#include <QPointer>

#include <algorithm>
#include <chrono>

namespace headway::app {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds patience{60}; // shorter than a user notices
constexpr size_t mostCommands = 100;
constexpr size_t commandsBesideRecords = 4;
constexpr qsizetype leastForCommands = 2; // letters: a single one matches nearly every command
constexpr qsizetype mostRemembered = 20;

constexpr int exact = 0;
constexpr int atStart = 100;
constexpr int atWords = 200;
constexpr int inside = 400;
constexpr int scattered = 600;

// "l c" and "log ca" match "log a call": each word of the query begins a later word of the text.
std::optional<int> rankOfWords(const QStringList &text, const QStringList &query)
{
    qsizetype next = 0;
    int skipped = 0;
    for (const QString &word : query) {
        while (next < text.size() && !text[next].startsWith(word)) {
            ++next;
            ++skipped;
        }
        if (next++ == text.size())
            return {};
    }
    return qMin(skipped, 99);
}

// "lac" matches "log a call": letters in order, fewer gaps are better.
std::optional<int> rankOfLetters(QStringView text, QStringView query)
{
    qsizetype at = 0;
    int gaps = 0;
    for (const QChar letter : query) {
        const qsizetype found = text.indexOf(letter, at);
        if (found < 0)
            return {};
        gaps += found != at && found > 0 && text[found - 1] != u' ' ? 2 : int(found != at);
        at = found + 1;
    }
    return qMin(gaps, 99);
}

PaletteItem toEntry(const Command &command)
{
    return {.id = command.id,
            .text = plainText(command),
            .extra = command.menu.join(u" ▸ "_s).remove(u'&'),
            .shortcut = command.shortcuts.isEmpty()
                ? QString()
                : command.shortcuts.constFirst().toString(QKeySequence::NativeText),
            .iconName = command.iconName,
            .run = command.run};
}

} // namespace

std::optional<int> matchRank(QStringView text, QStringView query)
{
    const QString folded = fold(text);
    const QString asked = fold(query);
    if (asked.isEmpty() || folded == asked)
        return exact;
    if (folded.startsWith(asked))
        return atStart;
    if (const auto rank = rankOfWords(words(text), words(query)); rank && !words(query).isEmpty())
        return atWords + *rank;
    if (asked.size() < 2)
        return {};
    if (const qsizetype at = folded.indexOf(asked); at >= 0)
        return inside + int(qMin<qsizetype>(at, 99));
    if (const auto rank = rankOfLetters(folded, QString(asked).remove(u' ')))
        return scattered + *rank;
    return {};
}

PaletteSearch::PaletteSearch(Commands &commands) : m_commands(commands)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &PaletteSearch::tell);
}

PaletteSearch::~PaletteSearch() = default;

void PaletteSearch::addProvider(PaletteProvider provider)
{
    m_providers.push_back(std::move(provider));
}

void PaletteSearch::stop()
{
    ++m_question;
    m_waitingFor = 0;
    m_patience.stop();
}

void PaletteSearch::ask(const QString &text)
{
    stop();
    const QString typed = text.trimmed();
    const bool commandsOnly = typed.startsWith(u'>');
    const QString query = commandsOnly ? typed.mid(1).trimmed() : typed;

    m_answers.assign(m_providers.size() + 1, std::nullopt);
    m_waitingFor = commandsOnly ? 1 : m_answers.size();
    m_patience.start();
    const quint64 question = m_question;
    for (size_t i = 0; i < m_providers.size() && !commandsOnly; ++i) {
        m_providers[i](query, [this, self = QPointer(this), question, i](PaletteItems items) {
            if (self)
                take(question, i, std::move(items));
        });
    }
    if (commandsOnly)
        take(question, m_providers.size(), matchingCommands(query, mostCommands));
    else if (query.isEmpty())
        take(question, m_providers.size(), lastCommands(commandsBesideRecords));
    else if (query.size() >= leastForCommands)
        take(question, m_providers.size(), matchingCommands(query, commandsBesideRecords));
    else
        take(question, m_providers.size(), {});
}

void PaletteSearch::take(quint64 question, size_t provider, PaletteItems items)
{
    if (question != m_question || m_answers[provider])
        return;
    m_answers[provider] = std::move(items);
    --m_waitingFor;
    if (m_waitingFor == 0 || !m_patience.isActive())
        tell();
}

void PaletteSearch::tell()
{
    m_patience.stop();
    PaletteItems all;
    for (const std::optional<PaletteItems> &answer : m_answers) {
        if (answer)
            all.insert(all.end(), answer->begin(), answer->end());
    }
    Q_EMIT found(all);
}

PaletteItems PaletteSearch::matchingCommands(const QString &query, size_t most) const
{
    struct Match {
        int rank;
        qsizetype lastUsed; // 0 is the latest
        const Command *command;
    };
    std::vector<Match> matches;
    for (const Command &command : m_commands.all()) {
        const std::optional<int> rank = matchRank(plainText(command), query);
        // Among records, only clear matches: "acme" must not find "Archive…".
        if (!rank || (most == commandsBesideRecords && *rank >= scattered) || !isEnabled(command))
            continue;
        const qsizetype used = m_recentCommands.indexOf(command.id);
        matches.push_back({*rank, used < 0 ? mostRemembered : used, &command});
    }
    std::stable_sort(matches.begin(), matches.end(), [](const Match &a, const Match &b) {
        return std::pair(a.rank, a.lastUsed) < std::pair(b.rank, b.lastUsed);
    });
    matches.resize(qMin(matches.size(), most));

    PaletteItems items;
    for (const Match &match : matches)
        items.push_back(toEntry(*match.command));
    return items;
}

PaletteItems PaletteSearch::lastCommands(size_t most) const
{
    PaletteItems items;
    for (const QString &id : m_recentCommands) {
        const Command *command = m_commands.find(id);
        if (command && isEnabled(*command) && items.size() < most)
            items.push_back(toEntry(*command));
    }
    return items;
}

void PaletteSearch::remember(const PaletteItem &item)
{
    if (!m_commands.find(item.id))
        return;
    m_recentCommands.removeAll(item.id);
    m_recentCommands.prepend(item.id);
    if (m_recentCommands.size() > mostRemembered)
        m_recentCommands.removeLast();
}

} // namespace headway::app
