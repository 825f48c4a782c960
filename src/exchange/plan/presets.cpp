// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/presets.h"

#include "domain/text/quoted.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

static void loadPresetResources()
{
    Q_INIT_RESOURCE(presets); // a static library's resources are not linked in automatically
}

namespace headway::exchange {

namespace {

constexpr qint64 mostBytes = 1'000'000;

Presets readOwn()
{
    loadPresetResources();
    Presets presets;
    for (const QString &folder : QStandardPaths::locateAll(
             QStandardPaths::GenericDataLocation, u"headway/presets"_s, QStandardPaths::LocateDirectory))
        presets.addFolder(folder);
    presets.addFolder(u":/presets"_s);
    return presets;
}

// The columns by which both would be known.
QStringList signsOfBoth(const ProductSignature &a, const ProductSignature &b)
{
    QStringList both;
    const auto note = [&both](const QString &sign, const ProductSignature &other) {
        const QString example = ColumnSign::of(sign).example();
        const bool fits = std::any_of(other.signs.begin(), other.signs.end(), [&](const QString &each) {
            return ColumnSign::of(each).fits(example);
        });
        if (fits && !both.contains(sign))
            both += sign;
    };
    for (const QString &sign : a.signs)
        note(sign, b);
    for (const QString &sign : b.signs)
        note(sign, a);
    return both;
}

} // namespace

const Presets &Presets::own()
{
    static const Presets presets = readOwn();
    return presets;
}

Result<> Presets::requireDifferent(const Preset &preset) const
{
    for (const Preset &other : m_presets) {
        for (const ProductSignature &a : preset.signatures()) {
            for (const ProductSignature &b : other.signatures()) {
                const QStringList both = signsOfBoth(a, b);
                if (both.size() >= std::max(a.least, b.least))
                    return failure(
                        ErrorCode::Invalid,
                        Sentence::tr("Its files could not be told from those of %1 by the columns %2.")
                            .arg(other.title(), both.join(u", "_s)));
            }
        }
    }
    return {};
}

Result<> Presets::add(Preset preset)
{
    if (preset.system() == Preset::commonName()) {
        m_common = std::move(preset);
        return {};
    }
    HEADWAY_CHECK(requireDifferent(preset));
    for (size_t i = 0; i < preset.signatures().size(); ++i) {
        const Place place{m_presets.size(), i};
        for (const QString &text : preset.signatures()[i].signs) {
            const ColumnSign sign = ColumnSign::of(text);
            if (sign.isWhole)
                m_whole[text].push_back(place);
            else
                m_open.push_back({sign, place});
        }
    }
    m_presets.push_back(std::move(preset));
    return {};
}

Result<> Presets::read(const QString &system, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Unreadable, Sentence::tr("It cannot be read: %1.").arg(file.errorString()));
    if (file.size() > mostBytes)
        return failure(ErrorCode::Invalid, Sentence::tr("It is too large."));
    HEADWAY_TRY(preset, Preset::read(system, QString::fromUtf8(file.readAll())));
    return add(std::move(preset));
}

void Presets::addFolder(const QString &path)
{
    const QDir folder(path);
    for (const QString &name : folder.entryList({u"*.tsv"_s}, QDir::Files, QDir::Name)) {
        const QString system = QFileInfo(name).completeBaseName();
        const bool isThere =
            find(system) || (system == Preset::commonName() && m_common.system() == Preset::commonName());
        if (isThere)
            continue;
        if (const auto added = read(system, folder.filePath(name)); !added)
            m_problems.push_back(
                Sentence::tr("The preset %1 is left out. %2").arg(folder.filePath(name), added.error().text));
    }
}

const Preset *Presets::find(const QString &system) const
{
    const auto found = std::find_if(m_presets.begin(), m_presets.end(),
                                    [&](const Preset &preset) { return preset.system() == system; });
    return found == m_presets.end() ? nullptr : &*found;
}

std::optional<EntityKind> Presets::kindOf(const QStringList &columns) const
{
    const Preset *product = of(columns);
    return product ? product->kindOf(columns) : std::nullopt;
}

QStringList Presets::systems() const
{
    QStringList systems;
    for (const Preset &preset : m_presets)
        systems += preset.system();
    return systems;
}

const Preset *Presets::of(const QStringList &columns) const
{
    std::map<Place, int> counts;
    const QSet<QString> different(columns.begin(), columns.end());
    for (const QString &column : different) {
        const std::vector<Place> whole = m_whole.value(column);
        std::set<Place> places(whole.begin(), whole.end()); // a column is one sign, though it fits several
        for (const OpenSign &open : m_open) {
            if (open.sign.fits(column))
                places.insert(open.place);
        }
        for (const Place &place : places)
            ++counts[place];
    }
    const Preset *best = nullptr;
    int most = 0;
    bool isTie = false;
    for (const auto &[place, count] : counts) {
        const Preset &preset = m_presets[place.preset];
        if (count < preset.signatures()[place.signature].least || count < most)
            continue;
        isTie = count == most && (isTie || (best && best != &preset));
        best = &preset;
        most = count;
    }
    return isTie ? nullptr : best;
}

QStringList targetsIn(const Preset &preset, EntityKind kind, const QString &key, Doubt doubt)
{
    QStringList targets;
    for (const Preset::Meaning &meaning : preset.meanings(kind, key)) {
        if (meaning.isDoubtful == (doubt == Doubt::Some))
            targets += meaning.targets;
    }
    return targets;
}

} // namespace headway::exchange
