// SPDX-License-Identifier: GPL-3.0-or-later
// What the command palette finds, without its window. Providers are asked with what was typed and
// answer when they can; the answers are shown together, in the order of the providers, and only the
// newest question counts. GUI thread; a provider that fails answers with nothing.
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

namespace headway::app {

class Commands;

struct PaletteItem {
    QString id; // the same thing has the same id in every answer
    QString text;
    QString extra = {};    // quiet, behind the text: a company, a menu
    QString shortcut = {}; // quiet, at the right edge
    QString iconName = {};
    std::function<void()> run = {};
};

using PaletteItems = std::vector<PaletteItem>;
using PaletteAnswer = std::function<void(PaletteItems)>;

// Asked with the text as typed, without white space around it. Empty means: what was used lately.
// May call the answer at once, later, or never (when a newer question came).
using PaletteProvider = std::function<void(const QString &query, PaletteAnswer answer)>;

class PaletteSearch : public QObject
{
    Q_OBJECT
public:
    // Knows the commands by itself; they come after what the providers find.
    explicit PaletteSearch(Commands &commands);
    ~PaletteSearch() override;

    void addProvider(PaletteProvider provider);

    // "text" asks everybody, ">text" the commands only. found() follows: once when all have
    // answered, or what there is after a moment and again for each that is late.
    void ask(const QString &text);
    bool isWaiting() const { return m_waitingFor > 0; }
    void stop(); // answers still to come are dropped

    // Commands used through the palette, the latest first; kept by the shell in the settings.
    void remember(const PaletteItem &item);
    const QStringList &recentCommands() const { return m_recentCommands; }
    void changeRecentCommands(const QStringList &ids) { m_recentCommands = ids; }

Q_SIGNALS:
    void found(const headway::app::PaletteItems &items);

private:
    void take(quint64 question, size_t provider, PaletteItems items);
    void tell();
    PaletteItems matchingCommands(const QString &query, size_t most) const;
    PaletteItems lastCommands(size_t most) const;

    Commands &m_commands;
    std::vector<PaletteProvider> m_providers;
    std::vector<std::optional<PaletteItems>> m_answers; // beside m_providers, commands at the end
    QStringList m_recentCommands;
    QTimer m_patience;
    quint64 m_question = 0;
    size_t m_waitingFor = 0;
};

// How well `query` fits `text`, both folded here: less is better, none means not at all. The text
// itself, then its beginning, then beginnings of its words in order, then inside, then its letters
// in order. The looser kinds need at least two letters.
std::optional<int> matchRank(QStringView text, QStringView query);

} // namespace headway::app
