// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"

#include "app/program/settings.h"

#include <QCoreApplication>

#include <algorithm>

namespace headway::app {

using namespace Qt::StringLiterals;

namespace {

QStringList toTexts(const QList<QKeySequence> &shortcuts)
{
    QStringList texts;
    for (const QKeySequence &shortcut : shortcuts)
        texts += shortcut.toString(QKeySequence::PortableText);
    return texts;
}

QList<QKeySequence> fromTexts(const QStringList &texts)
{
    QList<QKeySequence> shortcuts;
    for (const QString &text : texts) {
        if (text != u"none"_s)
            shortcuts += QKeySequence(text, QKeySequence::PortableText);
    }
    return shortcuts;
}

} // namespace

const std::vector<Area> &allAreas()
{
    static const std::vector areas{Area::Global, Area::Today,    Area::List,   Area::Board,  Area::LeadBoard,
                                   Area::Detail, Area::Calendar, Area::Report, Area::Palette};
    return areas;
}

QString areaName(Area area)
{
    const auto name = [](const char *text) { return QCoreApplication::translate("Commands", text); };
    switch (area) {
    case Area::Global: return name(QT_TRANSLATE_NOOP("Commands", "Everywhere"));
    case Area::List: return name(QT_TRANSLATE_NOOP("Commands", "In a list"));
    case Area::Board: return name(QT_TRANSLATE_NOOP("Commands", "On the board"));
    case Area::LeadBoard: return name(QT_TRANSLATE_NOOP("Commands", "On the lead board"));
    case Area::Detail: return name(QT_TRANSLATE_NOOP("Commands", "In the details"));
    case Area::Calendar: return name(QT_TRANSLATE_NOOP("Commands", "In the calendar"));
    case Area::Report: return name(QT_TRANSLATE_NOOP("Commands", "In a report"));
    case Area::Today: return name(QT_TRANSLATE_NOOP("Commands", "On Today"));
    case Area::Palette: return name(QT_TRANSLATE_NOOP("Commands", "In the search"));
    }
    return {};
}

OwnCommands::OwnCommands(Commands &commands) : m_commands(&commands)
{
}

OwnCommands::~OwnCommands()
{
    clear();
}

void OwnCommands::add(Command command)
{
    if (!m_commands)
        return;
    if (!m_ids.contains(command.id))
        m_ids += command.id;
    m_commands->add(std::move(command));
}

void OwnCommands::clear()
{
    for (const QString &id : std::exchange(m_ids, {})) {
        if (m_commands)
            m_commands->remove(id);
    }
}

bool isEnabled(const Command &command)
{
    return !command.isEnabled || command.isEnabled();
}

QString whyNot(const Command &command)
{
    if (!command.whyNot.isEmpty())
        return command.whyNot;
    if (command.areas.testFlag(Area::Global))
        return QCoreApplication::translate("Commands", "Not possible just now");
    QStringList places;
    for (const Area area : allAreas()) {
        if (command.areas.testFlag(area))
            places += areaName(area);
    }
    return QCoreApplication::translate("Commands", "Where it works: %1").arg(places.join(u", "_s));
}

bool isChecked(const Command &command)
{
    return command.isChecked && command.isChecked();
}

QString plainText(const Command &command)
{
    QString text = command.text;
    text.remove(u'…');
    for (qsizetype i = text.indexOf(u'&'); i >= 0; i = text.indexOf(u'&', i + 1))
        text.remove(i, 1); // of "&&" the second one stays
    return text;
}

bool areasOverlap(Areas a, Areas b)
{
    return a.testFlag(Area::Global) || b.testFlag(Area::Global) || (a & b);
}

Commands::Commands(Settings &settings) : m_settings(settings)
{
    connect(&settings, &Settings::changed, this, &Commands::follow);
}

Commands::~Commands() = default;

void Commands::applySettings(Command &command) const
{
    const QStringList chosen = m_settings.value(setting::shortcuts, command.id);
    if (!chosen.isEmpty())
        command.shortcuts = fromTexts(chosen);
}

// The setting was changed here or in another window.
void Commands::follow(QLatin1StringView setting, const QString &id)
{
    if (setting != setting::shortcuts.name)
        return;
    const auto place = placeOf(id);
    if (!place)
        return;
    m_commands[*place].shortcuts = m_ownShortcuts[*place];
    applySettings(m_commands[*place]);
    Q_EMIT changed();
}

std::optional<size_t> Commands::placeOf(QStringView id) const
{
    const auto found = std::find_if(m_commands.begin(), m_commands.end(),
                                    [id](const Command &command) { return command.id == id; });
    if (found == m_commands.end())
        return std::nullopt;
    return size_t(found - m_commands.begin());
}

void Commands::add(Command command)
{
    const QList<QKeySequence> own = command.shortcuts;
    applySettings(command);
    const size_t place = placeOf(command.id).value_or(m_commands.size());
    if (place == m_commands.size()) {
        m_commands.emplace_back();
        m_ownShortcuts.emplace_back();
    }
    m_commands[place] = std::move(command);
    m_ownShortcuts[place] = own;
    Q_EMIT changed();
}

void Commands::remove(QStringView id)
{
    const auto place = placeOf(id);
    if (!place)
        return;
    m_commands.erase(m_commands.begin() + std::ptrdiff_t(*place));
    m_ownShortcuts.erase(m_ownShortcuts.begin() + std::ptrdiff_t(*place));
    Q_EMIT changed();
}

const Command *Commands::find(QStringView id) const
{
    const auto place = placeOf(id);
    return place ? &m_commands[*place] : nullptr;
}

bool Commands::run(QStringView id) const
{
    const Command *command = find(id);
    if (!command || !command->run || !app::isEnabled(*command))
        return false;
    const auto run = command->run; // the command may be replaced while it runs
    run();
    return true;
}

void Commands::changeShortcuts(QStringView id, const QList<QKeySequence> &shortcuts)
{
    if (!find(id))
        return;
    if (shortcuts == ownShortcuts(id))
        restoreShortcuts(id);
    else
        m_settings.change(setting::shortcuts, id,
                          shortcuts.isEmpty() ? QStringList{u"none"_s} : toTexts(shortcuts));
}

void Commands::restoreShortcuts(QStringView id)
{
    m_settings.forget(setting::shortcuts, id);
}

void Commands::restoreAllShortcuts()
{
    for (const Command &command : m_commands)
        restoreShortcuts(command.id);
}

QList<QKeySequence> Commands::ownShortcuts(QStringView id) const
{
    const auto place = placeOf(id);
    return place ? m_ownShortcuts[*place] : QList<QKeySequence>();
}

bool Commands::hasOwnShortcuts(QStringView id) const
{
    const Command *command = find(id);
    return command && command->shortcuts == ownShortcuts(id);
}

const Command *Commands::rival(QStringView id, const QList<QKeySequence> &shortcuts) const
{
    const Command *wanted = find(id);
    if (!wanted)
        return nullptr;
    const auto found = std::find_if(m_commands.begin(), m_commands.end(), [&](const Command &other) {
        return other.id != id && areasOverlap(wanted->areas, other.areas)
            && std::any_of(other.shortcuts.begin(), other.shortcuts.end(),
                           [&](const QKeySequence &one) { return shortcuts.contains(one); });
    });
    return found == m_commands.end() ? nullptr : &*found;
}

std::vector<ShortcutConflict> Commands::conflicts() const
{
    std::vector<ShortcutConflict> found;
    for (auto first = m_commands.begin(); first != m_commands.end(); ++first) {
        for (auto second = std::next(first); second != m_commands.end(); ++second) {
            if (!areasOverlap(first->areas, second->areas))
                continue;
            for (const QKeySequence &shortcut : first->shortcuts) {
                if (second->shortcuts.contains(shortcut))
                    found.push_back({shortcut, first->id, second->id});
            }
        }
    }
    return found;
}

QString Commands::toolTip(QStringView id) const
{
    const Command *command = find(id);
    if (!command)
        return {};
    const QString shortcut = shortcutText(id);
    return shortcut.isEmpty() ? plainText(*command) : u"%1 (%2)"_s.arg(plainText(*command), shortcut);
}

QString Commands::shortcutText(QStringView id) const
{
    const Command *command = find(id);
    return command && !command->shortcuts.isEmpty()
        ? command->shortcuts.constFirst().toString(QKeySequence::NativeText)
        : QString();
}

} // namespace headway::app
