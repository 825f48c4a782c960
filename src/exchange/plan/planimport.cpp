// SPDX-License-Identifier: GPL-3.0-or-later
// planImport(), in passes: each takes the columns that no pass before it has taken.
#include "domain/records/record.h"
#include "domain/text/quoted.h"
#include "domain/text/text.h"
#include "exchange/cells/vocabulary.h"
#include "exchange/plan/amountheader.h"
#include "exchange/plan/calllog.h"
#include "exchange/plan/headeralias.h"
#include "exchange/plan/importplan.h"
#include "exchange/plan/labelcolumns.h"
#include "exchange/plan/presets.h"
#include "exchange/plan/recogniser.h"
#include "exchange/plan/stagecolumns.h"
#include "exchange/plan/targetcontent.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

constexpr int hundredthsPower = -2;

bool mayRepeat(TargetRole role)
{
    switch (role) {
    case TargetRole::Nothing:
    case TargetRole::Email:
    case TargetRole::EmailHome:
    case TargetRole::Phone:
    case TargetRole::PhoneHome:
    case TargetRole::Mobile:
    case TargetRole::Fax:
    case TargetRole::Website:
    case TargetRole::ForeignId:
    case TargetRole::StageEntered:
    case TargetRole::StageLeft:
    case TargetRole::Tags: return true;
    default: return false;
    }
}

// By what somebody is reached; that of a user, and the web page of a company, are fields.
bool isReach(const ImportTarget &target)
{
    static const QStringList names{u"email"_s,  u"email_home"_s, u"phone"_s,  u"phone_home"_s,
                                   u"mobile"_s, u"fax"_s,        u"website"_s};
    return names.contains(target.name);
}

// The product whose columns they are; null in a file of ours, and if nobody knows.
const Preset *productOf(const QStringList &columns, const PlanRules &rules)
{
    if (rules.ids == FileIds::Kept)
        return nullptr;
    const Preset *product = Presets::own().of(columns);
    return product ? product : Presets::own().find(rules.system);
}

class Planner
{
public:
    Planner(EntityKind kind, const QStringList &columns, const PlanRules &rules,
            const std::vector<CustomField> &custom)
        : m_rules(rules),
          m_product(productOf(columns, rules)), m_plan{kind,
                                                       columns,
                                                       {},
                                                       {},
                                                       custom,
                                                       m_product ? m_product->system() : QString(),
                                                       m_product && m_product->isGuarded(),
                                                       m_product && m_product->isLiteral()},
          m_recogniser(kind, rules.ids, custom, m_product), m_targets(size_t(columns.size())),
          m_count(columns.size() - (isOfRejectedRows(columns) ? columnsOfRejection().size() : qsizetype(0)))
    {
    }

    // The user's rules come first, so that a recognised column never takes their place.
    Result<> takeWhatIsSaid()
    {
        HEADWAY_CHECK(readMap());
        HEADWAY_CHECK(takeTexts());
        return takeMapped();
    }

    // Whether its rows are moves of deals, by the product or as the user says.
    bool isOfMoves() const
    {
        if (m_plan.kind != EntityKind::Deal || m_rules.ids == FileIds::Kept)
            return false;
        return isStageHistory(m_plan) || isHistoryOfProduct();
    }

    // Whose moves they are. What else stands in such a file is how the deal was then.
    void takeMoves()
    {
        if (isHistoryOfProduct()) {
            for (const bool isDoubtful : {false, true})
                takeMovesOfProduct(isDoubtful);
            return;
        }
        for (qsizetype i = 0; i < m_count; ++i) {
            if (targetOf(i))
                continue;
            if (headerKey(m_plan.columns[i]) == "id"_L1)
                continue; // of the row
            for (const Certain certain : {Certain::Outright, Certain::Alias}) {
                for (const ImportTarget &target : m_recogniser.targetsOf(m_plan.columns[i], certain)) {
                    if (!targetOf(i) && (target.name == "external_id"_L1 || target.name == "name"_L1))
                        recognise(i, {target});
                }
            }
        }
    }

    void takeMovesOfProduct(bool isDoubtful)
    {
        for (qsizetype i = 0; i < m_count; ++i) {
            const QString meaning = m_product->historyMeaning(looseKey(m_plan.columns[i]), isDoubtful);
            if (const auto target = targetOf(i) ? std::nullopt : targetNamed(meaning))
                recognise(i, {*target});
        }
    }

    // In the log of a telephone "Name" is with whom a call was, and "Type" whether it came in.
    void takeCallLog()
    {
        if (m_plan.kind != EntityKind::Activity || m_product || m_rules.ids == FileIds::Kept)
            return;
        const QStringList targets = callLogTargets(m_plan.columns);
        for (qsizetype i = 0; i < m_count; ++i) {
            const auto target =
                targets[i].isEmpty() || targetOf(i) ? std::optional<ImportTarget>() : targetNamed(targets[i]);
            if (target)
                recognise(i, {*target});
        }
    }

    // What the product means, and what is named outright, comes before what others call so.
    void takeRecognised()
    {
        for (const Certain certain :
             {Certain::Product, Certain::Outright, Certain::Alias, Certain::Doubtful}) {
            for (const bool isHundredths : {false, true}) { // after an amount that is written as such
                for (qsizetype i = 0; i < m_count; ++i) {
                    if (!targetOf(i) && hasHundredths(m_plan.columns[i]) == isHundredths)
                        recognise(i, m_recogniser.targetsOf(m_plan.columns[i], certain));
                }
            }
        }
    }

    // "Nom" is all of a name, unless another column has the first names, or the last ones.
    void settleNames()
    {
        if (!entityInfo(m_plan.kind).has(KindTrait::Person))
            return;
        for (ImportInput &input : m_plan.inputs) {
            const bool isOfName = input.target.name == "name"_L1 || input.target.name == "first_name"_L1
                || input.target.name == "last_name"_L1;
            if (!isOfName || input.column < 0 || isMapped(input.columnName)
                || !Vocabulary::own().has(u"name_column", input.columnName))
                continue;
            const bool hasFirst = isTakenBeside(input, u"first_name"_s);
            const bool hasLast = isTakenBeside(input, u"last_name"_s);
            if (hasFirst && hasLast)
                continue;
            const QString meant = hasLast ? u"first_name"_s : hasFirst ? u"last_name"_s : u"name"_s;
            const auto target = importTarget(m_plan.kind, meant, m_plan.custom, m_rules.ids);
            if (!target || isTakenBeside(input, meant))
                continue;
            input.target = *target;
            targetOf(input.column) = *target;
        }
    }

    // "Umsatz (EUR)" is what "Umsatz" is, if that is an amount of money and no other column is just that.
    void takeAmounts()
    {
        for (qsizetype i = 0; i < m_count; ++i) {
            if (const auto header = targetOf(i) ? std::nullopt : amountHeader(m_plan.columns[i]))
                recognise(i, targetsOf(header->name, [this](const ImportTarget &target) {
                              return isMoney(m_plan, target);
                          }));
        }
    }

    // "Value Currency", "amount_currency" and "Currency Code" say it of the amounts, if no other column does; that of an
    // amount which is taken goes first, and that of one which is left ("Converted Currency") says nothing.
    void takeCurrency()
    {
        const auto target = importTarget(m_plan.kind, u"currency"_s, m_plan.custom, m_rules.ids);
        const bool hasMoney =
            std::any_of(m_plan.inputs.begin(), m_plan.inputs.end(),
                        [this](const ImportInput &input) { return isMoney(m_plan, input.target); });
        if (!target || !hasMoney || m_plan.find(u"currency"_s))
            return;
        for (const bool isOfTaken : {true, false}) {
            for (qsizetype i = 0; i < m_count; ++i) {
                const auto whose = targetOf(i) ? std::nullopt : currencyStem(m_plan.columns[i]);
                if (!whose || !(isOfTaken ? isTakenAmount(*whose) : !isLeftAmount(*whose)))
                    continue;
                recognise(i, {*target});
                return;
            }
        }
    }

    // "Phone 3", of which there may be any number; of web pages only a contact has several.
    void takeNumbered()
    {
        for (qsizetype i = 0; i < m_count; ++i) {
            const QString name = targetOf(i) ? QString() : beforeNumber(m_plan.columns[i]);
            if (!name.isEmpty())
                recognise(i, targetsOf(name, isReach));
        }
    }

    // "Related to", where no column has the id: a record of any kind, by its name.
    void takeRelated()
    {
        if (m_plan.kind != EntityKind::Activity || m_plan.find(anyRecordIdName()))
            return;
        const auto target = targetNamed(anyRecordIdName());
        for (qsizetype i = 0; i < m_count && target; ++i) {
            if (targetOf(i) || !meansAnyRecord(headerKey(m_plan.columns[i])))
                continue;
            recognise(i, {*target});
            return;
        }
    }

    // Users have one name; many files have it in two columns.
    void joinNames()
    {
        if (m_plan.kind != EntityKind::User || m_plan.find(u"name"_s))
            return;
        const qsizetype first = freeColumn(u"first_name"_s);
        const qsizetype last = freeColumn(u"last_name"_s);
        const auto target = targetNamed(u"name"_s);
        if (last < 0 || !target)
            return;
        const QString text = (first < 0 ? QString() : placeOf(first) + u' ') + placeOf(last);
        const auto both = RowText::parse(text, m_plan.columns);
        if (!both)
            return; // a column name with a bracket in it
        m_plan.inputs.push_back({*target, -1, target->name, *both});
        for (const qsizetype column : {first, last}) {
            if (column >= 0)
                targetOf(column) = *target;
        }
    }

    void listTheRest()
    {
        for (qsizetype i = 0; i < m_count; ++i) {
            if (!targetOf(i) || targetOf(i)->role == TargetRole::Nothing)
                m_plan.notImported += m_plan.columns[i];
        }
    }

    Result<ImportPlan> finished()
    {
        attachLabels(m_plan);
        readUnits();
        std::stable_sort(m_plan.inputs.begin(), m_plan.inputs.end(),
                         [](const ImportInput &a, const ImportInput &b) { return a.column < b.column; });
        if (m_plan.inputs.empty())
            return failure(ErrorCode::Invalid,
                           Sentence::tr("None of the columns is known for %1: %2. Say where they go.")
                               .arg(KindName{m_plan.kind, Number::Many}, someOf(m_plan.columns)),
                           columnsUnclear);
        return std::move(m_plan);
    }

private:
    bool hasHundredths(const QString &column) const
    {
        return m_product && m_product->hasHundredths(looseKey(column));
    }

    bool isHistoryOfProduct() const { return m_product && m_product->isStageHistory(m_plan.columns); }

    std::optional<ImportTarget> &targetOf(qsizetype column) { return m_targets[size_t(column)]; }

    std::optional<ImportTarget> targetNamed(const QString &name) const
    {
        const auto target = importTarget(m_plan.kind, name, m_plan.custom, m_rules.ids);
        return target ? std::optional(*target) : std::nullopt;
    }

    // The column that nothing takes, and that would be this part of somebody's name; -1: there is none.
    qsizetype freeColumn(const QString &part) const
    {
        for (qsizetype i = 0; i < m_count; ++i) {
            const QString key = headerKey(m_plan.columns[i]);
            const bool isPart = key == QString(part).remove(u'_')
                || targetsForHeader(EntityKind::Contact, key).contains(part);
            if (isPart && !m_targets[size_t(i)])
                return i;
        }
        return -1;
    }

    QString placeOf(qsizetype column) const { return u'{' + m_plan.columns[column] + u'}'; }

    Result<> readMap()
    {
        for (const MapRule &rule : m_rules.map) {
            HEADWAY_TRY(column, columnNamed(m_plan.columns, rule.column));
            HEADWAY_TRY(target, importTarget(m_plan.kind, rule.target, m_plan.custom, m_rules.ids));
            targetOf(column) = target;
        }
        return {};
    }

    Result<> takeTexts()
    {
        for (const SetRule &rule : m_rules.set) {
            HEADWAY_TRY(target, importTarget(m_plan.kind, rule.target, m_plan.custom, m_rules.ids));
            HEADWAY_TRY(text, RowText::parse(rule.text, m_plan.columns));
            m_plan.inputs.push_back({target, -1, rule.target, text});
        }
        return {};
    }

    Result<> takeMapped()
    {
        for (qsizetype i = 0; i < m_plan.columns.size(); ++i) {
            const std::optional<ImportTarget> &target = targetOf(i);
            if (target && target->role != TargetRole::Nothing && !take(i, *target))
                return failure(ErrorCode::Invalid,
                               Sentence::tr("Two columns are mapped to %1; the second is %2.")
                                   .arg(Quoted(target->name), Quoted(m_plan.columns[i])),
                               columnsUnclear);
        }
        return {};
    }

    bool isMapped(const QString &column) const
    {
        return std::any_of(m_rules.map.begin(), m_rules.map.end(),
                           [&](const MapRule &rule) { return fold(rule.column) == fold(column); });
    }

    bool isTakenBeside(const ImportInput &input, const QString &target) const
    {
        return std::any_of(m_plan.inputs.begin(), m_plan.inputs.end(), [&](const ImportInput &other) {
            return &other != &input && other.target.name == target;
        });
    }

    bool isTakenAmount(const QString &key) const
    {
        return std::any_of(m_plan.inputs.begin(), m_plan.inputs.end(), [&](const ImportInput &input) {
            return input.column >= 0 && isMoney(m_plan, input.target) && looseKey(input.columnName) == key;
        });
    }

    // "converted" → "Converted Value", which nothing has taken.
    bool isLeftAmount(const QString &stem) const
    {
        for (qsizetype i = 0; i < m_count && !stem.isEmpty(); ++i) {
            const QString key = m_targets[size_t(i)] ? QString() : looseKey(m_plan.columns[i]);
            const bool isOfStem = key.size() > stem.size() && key.startsWith(stem);
            if (isOfStem && !targetsOf(key.mid(stem.size()), [this](const ImportTarget &target) {
                                 return isMoney(m_plan, target);
                             }).empty())
                return true;
        }
        return false;
    }

    // Where a column of that name would go, as far as `fits` lets it.
    template <typename Fits>
    std::vector<ImportTarget> targetsOf(const QString &name, Fits fits) const
    {
        std::vector<ImportTarget> targets;
        for (const Certain certain : {Certain::Product, Certain::Outright, Certain::Alias}) {
            for (const ImportTarget &target : m_recogniser.targetsOf(name, certain)) {
                if (fits(target))
                    targets.push_back(target);
            }
        }
        return targets;
    }

    // The currency and the power of ten that headers of amounts name, and how the product writes its cells.
    void readUnits()
    {
        for (ImportInput &input : m_plan.inputs) {
            const bool isColumnOfMoney = input.column >= 0 && isMoney(m_plan, input.target);
            if (const auto header = isColumnOfMoney ? amountHeader(input.columnName) : std::nullopt)
                input.amount = header->unit;
            if (isColumnOfMoney && hasHundredths(input.columnName))
                input.amount.power = hundredthsPower;
            if (input.column < 0 || !m_product)
                continue;
            input.hasCodes = m_product->hasCodes(looseKey(input.columnName));
            input.unit = m_product->unitOf(looseKey(input.columnName));
        }
    }

    bool take(qsizetype column, const ImportTarget &target)
    {
        if (target.role == TargetRole::Nothing || (!mayRepeat(target.role) && m_plan.find(target.name)))
            return false;
        m_plan.inputs.push_back({target, int(column), m_plan.columns[column], {}});
        return true;
    }

    // The first that no other column has taken.
    void recognise(qsizetype column, const std::vector<ImportTarget> &meant)
    {
        for (const ImportTarget &target : meant) {
            if (isOfMove(target.role) && !isOfMoves())
                continue; // "Moved at" of a deal is a day like any other
            if (target.role != TargetRole::Nothing && !take(column, target))
                continue;
            targetOf(column) = target;
            return;
        }
    }

    const PlanRules &m_rules;
    const Preset *m_product;
    ImportPlan m_plan;
    Recogniser m_recogniser;
    std::vector<std::optional<ImportTarget>> m_targets; // by column; Nothing: it is known to go nowhere
    qsizetype m_count;                                  // without those of rejected rows
};

} // namespace

Result<ImportPlan> planImport(EntityKind kind, const QStringList &columns, const PlanRules &rules,
                              const std::vector<CustomField> &custom)
{
    Planner planner(kind, columns, rules, custom);
    HEADWAY_CHECK(planner.takeWhatIsSaid());
    if (planner.isOfMoves()) {
        planner.takeMoves();
        planner.listTheRest();
        return planner.finished();
    }
    planner.takeCallLog();
    planner.takeRecognised();
    planner.settleNames();
    planner.takeAmounts();
    planner.takeCurrency();
    planner.takeNumbered();
    planner.takeRelated();
    planner.joinNames();
    planner.listTheRest();
    return planner.finished();
}

} // namespace headway::exchange
