// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/palettesearch.h"

#include "app/commands/commands.h"
#include "domain/text/text.h"

#include <QCoreApplication>
#include <QPointer>
#include <QSet>

#include <algorithm>
#include <chrono>
#include <tuple>

namespace headway::app {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds patience{60}; // shorter than a user notices
constexpr size_t mostCommands = 100;
constexpr size_t commandsBesideRecords = 5;
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

PaletteItem toEntry(const Command &command, const QString &group)
{
    const bool canRun = isEnabled(command);
    return {.id = command.id,
            .text = plainText(command),
            .extra = canRun ? command.menu.join(u" ▸ "_s).remove(u'&') : whyNot(command),
            .aside = command.shortcuts.isEmpty()
                ? QString()
                : command.shortcuts.constFirst().toString(QKeySequence::NativeText),
            .iconName = command.iconName,
            .group = group,
            .enter = canRun ? QCoreApplication::translate("Commands", "Enter runs it") : QString(),
            .isEnabled = canRun,
            .run = command.run};
}

// By its text, or by what else it is called.
std::optional<int> rankOf(const Command &command, const QString &query)
{
    std::optional<int> best = matchRank(plainText(command), query);
    for (const QString &name : command.alsoCalled) {
        const std::optional<int> rank = matchRank(name, query);
        if (rank && (!best || *rank < *best))
            best = rank;
    }
    return best;
}

QString commandsTitle()
{
    return QCoreApplication::translate("Commands", "Commands");
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

void PaletteSearch::addProvider(PaletteProvider provider, Place place)
{
    m_providers.push_back({std::move(provider), place});
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
        m_providers[i].provider(query, [this, self = QPointer(this), question, i](PaletteItems items) {
            if (self)
                take(question, i, std::move(items));
        });
    }
    if (commandsOnly)
        take(question, m_providers.size(), matchingCommands(query, Beside::Nothing));
    else if (query.isEmpty())
        take(question, m_providers.size(), lastCommands());
    else if (query.size() >= leastForCommands)
        take(question, m_providers.size(), matchingCommands(query, Beside::Records));
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
    const auto add = [&all](const std::optional<PaletteItems> &answer) {
        if (answer)
            all.insert(all.end(), answer->begin(), answer->end());
    };
    const auto addOf = [&](Place place) {
        for (size_t i = 0; i < m_providers.size(); ++i) {
            if (m_providers[i].place == place)
                add(m_answers[i]);
        }
    };
    addOf(Place::BeforeCommands);
    add(m_answers.back());
    addOf(Place::AfterCommands);
    Q_EMIT found(all);
}

PaletteItems PaletteSearch::matchingCommands(const QString &query, Beside beside) const
{
    struct Match {
        int rank;
        bool isRefused;
        qsizetype lastUsed; // 0 is the latest
        const Command *command;
    };
    std::vector<Match> matches;
    for (const Command &command : m_commands.all()) {
        const std::optional<int> rank = rankOf(command, query);
        // Among records, only clear matches: "acme" must not find "Archive…".
        if (!rank || (beside == Beside::Records && *rank >= scattered))
            continue;
        const qsizetype used = m_recentCommands.indexOf(command.id);
        matches.push_back({*rank, !isEnabled(command), used < 0 ? mostRemembered : used, &command});
    }
    std::stable_sort(matches.begin(), matches.end(), [](const Match &a, const Match &b) {
        return std::tuple(a.rank, a.isRefused, a.lastUsed) < std::tuple(b.rank, b.isRefused, b.lastUsed);
    });
    // Some things are done by one command here and by another there: the first, if one can the one that can.
    QSet<QString> texts;
    for (const Match &match : matches) {
        if (!match.isRefused)
            texts.insert(plainText(*match.command));
    }
    std::erase_if(matches, [&texts](const Match &match) {
        const qsizetype known = texts.size();
        texts.insert(plainText(*match.command));
        return match.isRefused && texts.size() == known;
    });
    matches.resize(qMin(matches.size(), beside == Beside::Records ? commandsBesideRecords : mostCommands));

    PaletteItems items;
    for (const Match &match : matches)
        items.push_back(toEntry(*match.command, beside == Beside::Records ? commandsTitle() : QString()));
    return items;
}

PaletteItems PaletteSearch::lastCommands() const
{
    PaletteItems items;
    for (const QString &id : m_recentCommands) {
        const Command *command = m_commands.find(id);
        if (command && isEnabled(*command) && items.size() < commandsBesideRecords)
            items.push_back(toEntry(*command, commandsTitle()));
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
