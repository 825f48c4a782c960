// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/picklists.h"

#include "domain/records/record.h"
#include "domain/rules/deals.h"
#include "domain/text/text.h"

#include <QRegularExpression>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

void addUnknownFields(const Row &stage, std::vector<Problem> &problems)
{
    const int required = entityInfo(EntityKind::Stage).indexOf(u"required_fields");
    for (const QString &name : textOf(stage[size_t(required)]).split(u' ', Qt::SkipEmptyParts)) {
        const int field = entityInfo(EntityKind::Deal).indexOf(name);
        if (std::find(requirableFields().begin(), requirableFields().end(), field)
            == requirableFields().end())
            problems.push_back(
                {required, Sentence::tr("A stage cannot need the field %1.").arg(Quoted{name})});
    }
}

// As a reader counts: "é" and a flag are one sign, however many code points.
bool isAtMostOneSign(const QString &text)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    return text.isEmpty() || finder.toNextBoundary() == text.size();
}

} // namespace

bool isPicklistValue(EntityKind kind)
{
    return entityInfo(kind).has(KindTrait::IsPicklist);
}

bool hasOrder(EntityKind kind)
{
    return entityInfo(kind).indexOf(u"position") >= 0;
}

std::vector<Problem> picklistProblems(EntityKind kind, const Row &row)
{
    constexpr qint64 most = 10'000;
    std::vector<Problem> problems;
    if (!isPicklistValue(kind))
        return problems;
    const EntityInfo &info = entityInfo(kind);
    for (const QStringView name : {u"rot_days", u"soft_limit", u"follow_up_days", u"planned_days"}) {
        const int field = info.indexOf(name);
        if (field < 0 || isNull(row[size_t(field)]))
            continue;
        const qint64 number = integerOf(row[size_t(field)]);
        if (number < 0 || number > most)
            problems.push_back({field,
                                Sentence::tr("%1: a number between 0 and %2, not %3.")
                                    .arg(nameOf(kind, info.field(field)))
                                    .arg(most)
                                    .arg(number)});
    }
    if (kind == EntityKind::Stage)
        addUnknownFields(row, problems);
    static const QRegularExpression pattern(u"^(#[0-9a-fA-F]{6})?$"_s);
    const int colour = info.indexOf(u"colour");
    if (colour >= 0 && !pattern.match(textOf(row[size_t(colour)])).hasMatch())
        problems.push_back({colour, Sentence::tr("A colour is written like #1f7a8c.")});
    const int symbol = info.indexOf(u"symbol");
    if (symbol >= 0 && !isAtMostOneSign(textOf(row[size_t(symbol)])))
        problems.push_back({symbol, Sentence::tr("A symbol is one character.")});
    return problems;
}

Result<> checkPicklistValues(EntityKind kind, const Row &before, const Row &after)
{
    const std::vector<Problem> old = picklistProblems(kind, before);
    for (const Problem &problem : picklistProblems(kind, after)) {
        if (std::find(old.begin(), old.end(), problem) == old.end())
            return failure(ErrorCode::Invalid, problem.text);
    }
    return {};
}

Result<> checkPicklistName(EntityKind kind, const QString &name, const std::vector<Record> &others)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty())
        return failure(ErrorCode::Invalid, Sentence::tr("Name is missing."));
    if (trimmed.contains(u'\n') || trimmed.contains(QChar::LineSeparator)
        || trimmed.contains(QChar::ParagraphSeparator))
        return failure(ErrorCode::Invalid, Sentence::tr("A name is one line of text; this has several."));
    if (trimmed.size() > longestPicklistName)
        return failure(ErrorCode::Invalid,
                       Sentence::tr("Name is %1 characters long; at most %2 fit.")
                           .arg(trimmed.size())
                           .arg(longestPicklistName));
    const QString key = fold(trimmed);
    for (const Record &other : others) {
        const QString name2 = textOf(other.value(u"name"));
        if (fold(name2.trimmed()) != key)
            continue;
        const int active = other.info().indexOf(u"active");
        const bool isRetired = active >= 0 && integerOf(other.row[size_t(active)]) == 0;
        return failure(ErrorCode::Invalid,
                       (isRetired ? Sentence::tr("There is %1 called %2 already; it is not active.")
                                  : Sentence::tr("There is %1 called %2 already."))
                           .arg(KindName{kind, Number::Any}, Quoted{name2}));
    }
    return {};
}

Result<> checkStages(const QString &pipeline, const std::vector<Stage> &stages)
{
    const auto has = [&stages](StageType type) {
        return std::any_of(stages.begin(), stages.end(),
                           [type](const Stage &stage) { return stage.type == type; });
    };
    struct Need {
        StageType type;
        Sentence text;
    };
    for (Need &need :
         std::array{Need{StageType::Open, Sentence::tr("%1 needs an open stage for deals to begin in.")},
                    Need{StageType::Won, Sentence::tr("%1 needs a stage for deals that are won.")},
                    Need{StageType::Lost, Sentence::tr("%1 needs a stage for deals that are lost.")}}) {
        if (!has(need.type))
            return failure(ErrorCode::Invalid, std::move(need.text).arg(Quoted{pipeline}));
    }
    return {};
}

size_t placeForStage(StageType type, const std::vector<Stage> &stages)
{
    if (isClosed(type))
        return stages.size();
    const auto last = std::find_if(stages.rbegin(), stages.rend(),
                                   [](const Stage &stage) { return !isClosed(stage.type); });
    return size_t(stages.rend() - last);
}

std::vector<Change> numbered(const std::vector<Record> &list)
{
    std::vector<Change> changes;
    qint64 number = 0;
    for (const Record &record : list) {
        ++number;
        if (record.ref.id > 0 && integerOf(record.value(u"position")) != number)
            changes.push_back(setField(record, record.info().indexOf(u"position"), number));
    }
    return changes;
}

} // namespace headway
