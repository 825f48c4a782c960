// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a preset of a product's columns: it is refused, or a file with the columns of its signature is known as
// that product's, and each of its columns goes to fields that there are.
#include "domain/records/record.h"
#include "domain/text/text.h"
#include "exchange/plan/importplan.h"
#include "exchange/plan/presets.h"
#include "exchange/plan/stagecolumns.h"
#include "fuzz/fuzz.h"

#include <QSet>

using namespace headway;
using namespace headway::exchange;
using namespace headway::fuzz;
using namespace Qt::StringLiterals;

namespace {

void requireKnown(const Presets &presets, const ProductSignature &signature)
{
    QStringList columns;
    for (const QString &sign : signature.signs)
        columns += ColumnSign::of(sign).example();
    require(signature.least >= 1 && signature.least <= signature.signs.size());
    if (QSet<QString>(columns.begin(), columns.end()).size() < signature.least)
        return; // "A *|A x": other columns than these make it known
    const Preset *known = presets.of(columns);
    require(known && known->system() == u"fuzz"_s);
    require(!presets.of({}));
}

const QSet<QString> &allFields()
{
    static const QSet<QString> fields = [] {
        QSet<QString> names{u"nothing"_s};
        for (const EntityKind kind : importableKinds()) {
            for (const ImportTarget &target : importTargets(kind, {}))
                names.insert(target.name);
        }
        return names;
    }();
    return fields;
}

void requireFields(const Preset &preset, const QString &word)
{
    const QString key = looseKey(word);
    for (const EntityKind kind : importableKinds()) {
        for (const Preset::Meaning &meaning : preset.meanings(kind, key)) {
            require(!meaning.targets.isEmpty());
            for (const QString &target : meaning.targets)
                require(allFields().contains(target));
        }
        if (const auto meaning = preset.openMeaning(kind, word)) {
            const QString &target = meaning->targets.first();
            require(meaning->targets.size() == 1);
            require(target == u"nothing"_s || !stageDateTarget(target) || kind == EntityKind::Deal);
        }
    }
}

} // namespace

HEADWAY_FUZZ(preset)
{
    const QString text = QString::fromUtf8(bytes);
    auto preset = Preset::read(u"fuzz"_s, text);
    if (!preset) {
        require(preset.error().code == ErrorCode::Invalid && !preset.error().text.isEmpty());
        return;
    }
    require(!preset->signatures().empty());
    for (const QString &line : text.split(u'\n')) {
        for (const QString &word : line.section(u'\t', 3).split(u'|'))
            requireFields(*preset, word);
    }
    const std::vector<ProductSignature> signatures = preset->signatures();
    Presets presets;
    require(presets.add(*preset).has_value());
    for (const ProductSignature &signature : signatures)
        requireKnown(presets, signature);
    // Twice is once too often.
    require(!presets.add(*preset).has_value());
}
