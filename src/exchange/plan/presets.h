// SPDX-License-Identifier: GPL-3.0-or-later
// The presets of all products that are known: those that come with the program, and those of the computer's user, files
// in the folder `headway/presets` of their data (~/.local/share). A preset of the user's goes before ours of the same
// name. What cannot be read is left out and told. Read once; any thread.
#pragma once

#include "exchange/plan/preset.h"

namespace headway::exchange {

class Presets
{
public:
    static const Presets &own();

    // Invalid if another product is known by the same columns.
    Result<> add(Preset preset);
    // All files NAME.tsv of a folder, but those that are there already. A file that is no preset is left out: problems().
    void addFolder(const QString &path);

    // What everybody calls so.
    const Preset &common() const { return m_common; }
    // Null if there is none of that name.
    const Preset *find(const QString &system) const;
    // The product that wrote a file with these columns: the one with the most signs. Null if that is nobody, or two.
    const Preset *of(const QStringList &columns) const;
    // The kind of record that a file with these columns holds, by the preset of the product that wrote it.
    std::optional<EntityKind> kindOf(const QStringList &columns) const;
    QStringList systems() const;
    // Each names a file that was left out.
    const std::vector<Sentence> &problems() const { return m_problems; }

private:
    struct Place {
        size_t preset = 0;
        size_t signature = 0;
        auto operator<=>(const Place &) const = default;
    };
    struct OpenSign {
        ColumnSign sign = {};
        Place place = {};
    };
    Result<> requireDifferent(const Preset &preset) const;
    Result<> read(const QString &system, const QString &path);

    Preset m_common;
    std::vector<Preset> m_presets;
    QHash<QString, std::vector<Place>> m_whole; // by sign
    std::vector<OpenSign> m_open;               // with a *
    std::vector<Sentence> m_problems;
};

enum class Doubt { None, Some };
// The names of the targets that a column of that looseKey has, the best first: of those that are sure, or in doubt.
[[nodiscard]] QStringList targetsIn(const Preset &preset, EntityKind kind, const QString &key,
                                    Doubt doubt = Doubt::None);

} // namespace headway::exchange
