// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a file in fields of fixed choices, and in the status of a lead, whose choices are the book's: as the user
// said, as the field or the book calls them, as the product does that wrote the file, or as others do.
// Each word is looked up once. On the writer's thread. Only a rule fails, with Invalid, before the first row.
#pragma once

#include "domain/records/lead.h"
#include "exchange/cells/stagetext.h"
#include "exchange/plan/preset.h"
#include "transfer/request/importrequest.h"

#include <QHash>

namespace headway::transfer {

class ImportWords
{
public:
    struct Meaning {
        enum class Is { Known, Nothing, Tag, Unknown } is = Is::Unknown;
        Value value = {}; // Known
    };

    // Invalid if a rule names a field that the file does not have, or a choice that the field does not have.
    // `statuses` are those of the book, in their order.
    static Result<ImportWords> prepare(const ImportRequest &request, const exchange::ImportPlan &plan,
                                       std::vector<LeadStatus> statuses);
    // Whether the file has a field for the rule, and the field that choice. Without the book's statuses, any word may be
    // one of them.
    static bool canTake(const WordRule &rule, const exchange::ImportPlan &plan,
                        const std::vector<LeadStatus> &statuses);

    const Meaning &meaning(int field, const QString &word);
    // Whether words may stand in a field of the file: of fixed choices, or a number for which other systems have words.
    bool isWorded(int field) const { return m_targets.contains(field); }
    // What may be answered, by code, or by the name of a status.
    QStringList answers(int field) const;

private:
    struct Fit {
        bool isThere = false;   // a column goes to the rule's field
        bool isFitting = false; // which has that choice
        QStringList answers = {};
    };
    static ImportWords of(const exchange::ImportPlan &plan);
    std::optional<Value> valueCalled(int field, const QString &word) const;
    Fit fitOf(const WordRule &rule) const;
    Meaning found(int field, const QString &word) const;

    EntityKind m_kind = EntityKind::Contact;
    const exchange::Preset *m_product = nullptr; // whose file it is
    std::vector<LeadStatus> m_statuses;
    QHash<int, QString> m_targets;      // by field
    bool m_hasStages = false;           // of deals, whose names are words as well
    QHash<QString, QString> m_rules;    // by target, or none, and folded word
    QHash<QString, Meaning> m_meanings; // by field and word as it is written; bounded
};

// What a stage means that the book does not have: as the user said (--word 'stage:Contract signed=won'), else as its
// name says.
[[nodiscard]] exchange::StageMeaning stageMeaning(const std::vector<WordRule> &rules, const QString &name);

} // namespace headway::transfer
