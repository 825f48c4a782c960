// SPDX-License-Identifier: GPL-3.0-or-later
// Where a column goes by its header alone. What the product that wrote the file means goes first. A column that names a
// field outright goes before one that another product calls so, whichever stands first: "Title" beside "Job Title" is
// the salutation. Pure; any thread; nothing fails.
#pragma once

#include "exchange/plan/headeralias.h"
#include "exchange/plan/importplan.h"
#include "exchange/plan/preset.h"

#include <QHash>

namespace headway::exchange {

// How sure a header is, the surest first.
enum class Certain {
    Product,  // a column of the product that wrote the file
    Outright, // the name or the label of a field
    Alias,    // another product's word, or an id
    Doubtful, // a word that means one thing or another
};

class Recogniser
{
public:
    // `custom` and `product` outlive it; without a product only what everybody calls so is known.
    Recogniser(EntityKind kind, FileIds ids, const std::vector<CustomField> &custom,
               const Preset *product = nullptr);

    // The targets that a header may mean, the best first. A product may say of a column that it goes nowhere: that is
    // TargetRole::Nothing.
    std::vector<ImportTarget> targetsOf(const QString &header, Certain certain) const;

private:
    std::vector<ImportTarget> ofProduct(const QString &header, Certain certain) const;
    bool isOwn(const HeaderParts &parts) const;
    std::vector<ImportTarget> outright(const QString &key) const;
    std::vector<ImportTarget> byAlias(const QString &key) const;
    std::vector<ImportTarget> ofStage(const Preset &preset, const QString &header) const;
    std::vector<ImportTarget> named(const QStringList &names) const;
    const ImportTarget *find(const QString &name) const;
    const ImportTarget *leadingTo(EntityKind object) const;
    std::vector<ImportTarget> linkedAlike(const QString &key) const;
    std::vector<ImportTarget> foreignId(const QString &key) const;
    std::vector<ImportTarget> foreignIdOf(const ImportTarget &target) const;
    std::vector<ImportTarget> ofOther(const HeaderParts &parts) const;
    QString labelKey(const ImportTarget &target) const;
    void index();

    EntityKind m_kind;
    FileIds m_ids;
    const std::vector<CustomField> &m_custom;
    const Preset *m_product;
    std::vector<ImportTarget> m_targets;
    // Places in m_targets, the first of each.
    QHash<QString, size_t> m_byName = {};
    QHash<QString, size_t> m_byKey = {};
    QHash<QString, size_t> m_byLabel = {};
};

} // namespace headway::exchange
