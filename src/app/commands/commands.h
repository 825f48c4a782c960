// SPDX-License-Identifier: GPL-3.0-or-later
// All commands of a window, as a table of values. The parts of a window add their commands; menus, context
// menus, shortcuts, tool tips, the palette and the shortcut sheet read them, so that each is defined once.
// One Commands for each window, passed in; GUI thread. Nothing fails.
#pragma once

#include <QFlags>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>

#include <deque>
#include <functional>
#include <optional>
#include <vector>

namespace headway::app {

class Settings;

// Where a shortcut works: everywhere in the window, or only while the focus is in a certain part.
enum class Area {
    Global = 1,
    List = 2,
    Board = 4,
    Detail = 8,
    Calendar = 16,
    Report = 32,
    Today = 64,
    Palette = 128,
    LeadBoard = 256,
};
Q_DECLARE_FLAGS(Areas, Area)
Q_DECLARE_OPERATORS_FOR_FLAGS(Areas)

// "List", "Board" …, for headings.
QString areaName(Area area);
const std::vector<Area> &allAreas();

struct Command {
    QString id;                         // "deal.won": stable, for settings and tests
    QString text;                       // "Mark as &won", translated
    QString iconName = {};              // of the icon theme
    QList<QKeySequence> shortcuts = {}; // the first is the one shown
    Areas areas = Area::Global;
    QStringList menu = {};                // path in the menu bar, {"Deal"}; empty: palette only
    int section = 0;                      // in its menu, which begins with the lowest; separators divide them
    std::function<bool()> isEnabled = {}; // none: always
    QStringList alsoCalled = {};          // what else the palette finds it by: "Bring my data"
    QString whyNot = {}; // what to do first where it is not: "Choose a deal first"; see whyNot()
    std::function<bool()> isChecked = {}; // none: not checkable
    std::function<void()> run = {};
};

struct ShortcutConflict {
    QKeySequence shortcut;
    QString first; // ids
    QString second;
};

class Commands : public QObject
{
    Q_OBJECT
public:
    // `settings` holds the user's own shortcuts, and has to outlive this.
    explicit Commands(Settings &settings);
    ~Commands() override;

    // A command with an existing id replaces that one at its position.
    void add(Command command);
    void remove(QStringView id);

    // In the order they were added. References stay valid until the command is removed.
    const std::deque<Command> &all() const { return m_commands; }
    const Command *find(QStringView id) const; // nullptr if there is none

    // Whether it ran: false if there is none or it is disabled.
    bool run(QStringView id) const;

    // The user's own shortcuts, stored in the settings for all windows; restoreShortcuts returns to the
    // defaults.
    void changeShortcuts(QStringView id, const QList<QKeySequence> &shortcuts);
    void restoreShortcuts(QStringView id);
    void restoreAllShortcuts();
    bool hasOwnShortcuts(QStringView id) const; // the defaults
    QList<QKeySequence> ownShortcuts(QStringView id) const;

    // Another command with one of these shortcuts whose area overlaps that of `id`.
    const Command *rival(QStringView id, const QList<QKeySequence> &shortcuts) const;

    // Pairs of commands with one shortcut in areas that overlap: only one of the two would work.
    std::vector<ShortcutConflict> conflicts() const;

    // "Log a call (Ctrl+L)" and "Ctrl+L"; both are empty if there is no such command.
    QString toolTip(QStringView id) const;
    QString shortcutText(QStringView id) const;

Q_SIGNALS:
    void changed(); // a command was added, removed, or has another shortcut

private:
    std::optional<size_t> placeOf(QStringView id) const;
    void applySettings(Command &command) const;
    void follow(QLatin1StringView setting, const QString &id);

    Settings &m_settings;
    std::deque<Command> m_commands;
    std::deque<QList<QKeySequence>> m_ownShortcuts; // the defaults, parallel to m_commands
};

// The commands of one part of a window, removed when this is destroyed. The window's Commands may be
// destroyed first.
class OwnCommands
{
public:
    explicit OwnCommands(Commands &commands);
    ~OwnCommands();
    Q_DISABLE_COPY_MOVE(OwnCommands)

    void add(Command command);
    void clear();
    const QStringList &ids() const { return m_ids; } // in the order they were added

private:
    QPointer<Commands> m_commands;
    QStringList m_ids;
};

bool isEnabled(const Command &command);
bool isChecked(const Command &command);
// Why a command that is not enabled cannot run; of one that does not say, where it could.
QString whyNot(const Command &command);

// The text without its "&" and "…", for tool tips, headings and searching.
QString plainText(const Command &command);

bool areasOverlap(Areas a, Areas b);

} // namespace headway::app
