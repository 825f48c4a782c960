// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of the columns that nothing takes: fields of the user's own, a text with the row, or nothing. Says how
// such a field is called and of which kind it is; an own field of that label is found again. Pure; any thread. Fails
// with Invalid, in a sentence that names the column or the field.
#pragma once

#include "exchange/plan/importplan.h"
#include "exchange/plan/valueguess.h"

#include <map>

namespace headway::exchange {

enum class RestPolicy {
    Leave, // they are listed, and stay out
    Note,  // "Column: text" in the record's description or note
    Own,   // a field of its own for each
};

// --own 'Column[=Label][:type]'. The type "note" puts that column into the text with the row.
struct OwnRule {
    QString column = {};
    QString label = {};                  // empty: as the column is called
    std::optional<CustomKind> kind = {}; // none: as its values are
    RestPolicy goes = RestPolicy::Own;   // or Note

    bool operator==(const OwnRule &) const = default;
};
[[nodiscard]] Result<OwnRule> parseOwnRule(const QString &text);
// As it is parsed again.
[[nodiscard]] QString ownRuleText(const OwnRule &rule);
// Its type as it is written there; empty: as the values are. Whether there is such a type.
[[nodiscard]] QString typeOf(const OwnRule &rule);
[[nodiscard]] bool setType(OwnRule &rule, const QString &type);
// "leave", "note", "own".
[[nodiscard]] Result<RestPolicy> restNamed(const QString &word);
[[nodiscard]] QLatin1StringView nameOf(RestPolicy policy);

// No import makes more fields than this at once.
inline constexpr qsizetype mostOwnFields = 200;
[[nodiscard]] Error tooManyOwnFields(qsizetype wanted);

// Whether records of the kind have fields of the user's own.
[[nodiscard]] bool canHaveOwnFields(EntityKind kind);

// One column of the rest.
struct RestColumn {
    QString column = {};
    qsizetype index = -1;
    RestPolicy goes = RestPolicy::Leave;
    bool isNew = false;     // Own: the field is not in the book yet
    CustomField field = {}; // Own: where it goes. Leave: what it could become
    QString sample = {};
    qint64 rows = 0; // with something in it; known once all are read

    bool operator==(const RestColumn &) const = default;
};

// What the user says about them.
struct RestRules {
    RestPolicy rest = RestPolicy::Leave;
    std::vector<OwnRule> own = {};
    std::vector<MapRule> map = {};        // columns that go to "nothing" are left
    std::optional<QStringList> only = {}; // the columns that `rest` is about; none: all
};

// The map rules that keep columns with rules of their own from being recognised. Invalid if a column is not there or
// named twice.
[[nodiscard]] Result<std::vector<MapRule>> setAside(const QStringList &columns, const RestRules &rules);

// The columns of the plan that nothing takes, with what becomes of each. `guesses` by column; a column that has no
// value stays out. Invalid if two columns want one field, or a field is there already and of another kind.
[[nodiscard]] Result<std::vector<RestColumn>> planRest(const ImportPlan &plan, const RestRules &rules,
                                                       const std::map<qsizetype, ValueGuess> &guesses);
// Those that go into fields become inputs of the plan; none that is taken is listed as not imported any more.
void takeRest(ImportPlan &plan, const std::vector<RestColumn> &rest);
// Once it is known how the file is written: a kind that was guessed gives way to text if not all values fit it.
void settleKinds(ImportPlan &plan, std::vector<RestColumn> &rest, const RestRules &rules,
                 const std::map<qsizetype, ValueGuess> &guesses, const CellStyle &style);

// "Deal - Sales region *" → "Sales region".
[[nodiscard]] QString labelOfColumn(const QString &column);
// The own field that a label means; null: none.
[[nodiscard]] const CustomField *ownFieldNamed(const QString &label, const std::vector<CustomField> &fields);

} // namespace headway::exchange
