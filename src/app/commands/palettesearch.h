// SPDX-License-Identifier: GPL-3.0-or-later
// The search of the command palette, without its window. Providers are called with the typed text and
// answer when they can; the answers are shown together, in the order of the providers with the commands among
// them, and only those to the latest query count. GUI thread; a provider that fails gives an empty answer.
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
    QString id; // the same for the same thing in every answer
    QString text;
    QString extra = {}; // dimmed, after the text: a company, a menu, why it is not enabled
    QString aside = {}; // dimmed, at the right edge: keys, an amount, a day
    QString iconName = {};
    QString group = {}; // heading of the items that follow each other with it; empty: none
    QString enter = {}; // what Enter does, for screen readers: "Enter opens it"
    bool isEnabled = true;
    std::function<void()> run = {};
    // Of a record; none: it is not offered.
    std::function<void()> openInWindow = {};
    std::function<void()> logCall = {};
};

using PaletteItems = std::vector<PaletteItem>;
using PaletteAnswer = std::function<void(PaletteItems)>;

// Called with the typed text, trimmed. Empty text means: what was used lately. May call the answer at once,
// later, or never (if a newer query came).
using PaletteProvider = std::function<void(const QString &query, PaletteAnswer answer)>;

class PaletteSearch : public QObject
{
    Q_OBJECT
public:
    // Searches the commands itself.
    explicit PaletteSearch(Commands &commands);
    ~PaletteSearch() override;

    enum class Place { BeforeCommands, AfterCommands };
    void addProvider(PaletteProvider provider, Place place = Place::BeforeCommands);

    // "text" searches everything, ">text" the commands only. found() follows: once when all have answered,
    // or with partial answers after a moment and again for each late one.
    void ask(const QString &text);
    bool isWaiting() const { return m_waitingFor > 0; }
    void stop(); // pending answers are dropped

    // Commands used through the palette, the latest first; the caller stores them in the settings.
    void remember(const PaletteItem &item);
    const QStringList &recentCommands() const { return m_recentCommands; }
    void changeRecentCommands(const QStringList &ids) { m_recentCommands = ids; }

Q_SIGNALS:
    void found(const headway::app::PaletteItems &items);

private:
    void take(quint64 question, size_t provider, PaletteItems items);
    void tell();
    enum class Beside { Nothing, Records }; // what commands are shown with
    PaletteItems matchingCommands(const QString &query, Beside beside) const;
    PaletteItems lastCommands() const;

    Commands &m_commands;
    struct Placed {
        PaletteProvider provider;
        Place place = Place::BeforeCommands;
    };
    std::vector<Placed> m_providers;
    std::vector<std::optional<PaletteItems>> m_answers; // parallel to m_providers; commands at the end
    QStringList m_recentCommands;
    QTimer m_patience;
    quint64 m_question = 0;
    size_t m_waitingFor = 0;
};

// How well `query` matches `text`, both folded here: lower is better, none is no match. In this order: the
// text itself, its beginning, beginnings of its words in order, within it, its letters in order. The looser
// kinds need at least two letters.
std::optional<int> matchRank(QStringView text, QStringView query);

} // namespace headway::app
