// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/importplan.h"

#include "domain/records/record.h"
#include "domain/text/quoted.h"
#include "domain/text/text.h"
#include "exchange/plan/amountcell.h"
#include "exchange/plan/stagecolumns.h"
#include "exchange/plan/targetcontent.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

struct RoleName {
    TargetRole role;
    const char *name;
};

constexpr std::array reachRoles{
    RoleName{TargetRole::Email, "email"},     RoleName{TargetRole::EmailHome, "email_home"},
    RoleName{TargetRole::Phone, "phone"},     RoleName{TargetRole::PhoneHome, "phone_home"},
    RoleName{TargetRole::Mobile, "mobile"},   RoleName{TargetRole::Fax, "fax"},
    RoleName{TargetRole::Street, "street"},   RoleName{TargetRole::PostalCode, "postal_code"},
    RoleName{TargetRole::City, "city"},       RoleName{TargetRole::Region, "region"},
    RoleName{TargetRole::Country, "country"},
};
// Of addresses beside the one at work; which, is in the name.
constexpr std::array furtherPlaces{
    RoleName{TargetRole::Street, "street_home"},
    RoleName{TargetRole::PostalCode, "postal_code_home"},
    RoleName{TargetRole::City, "city_home"},
    RoleName{TargetRole::Region, "region_home"},
    RoleName{TargetRole::Country, "country_home"},
    RoleName{TargetRole::Street, "street_other"},
    RoleName{TargetRole::PostalCode, "postal_code_other"},
    RoleName{TargetRole::City, "city_other"},
    RoleName{TargetRole::Region, "region_other"},
    RoleName{TargetRole::Country, "country_other"},
};
constexpr std::array dealRoles{
    RoleName{TargetRole::Product, "product"},
    RoleName{TargetRole::Quantity, "quantity"},
    RoleName{TargetRole::Closing, "close"},
    RoleName{TargetRole::LostTime, "lost_time"},
    RoleName{TargetRole::LinkedEmail, "contact.email"},
    RoleName{TargetRole::MovedTo, "moved_to"},
    RoleName{TargetRole::MovedFrom, "moved_from"},
    RoleName{TargetRole::MovedAt, "moved_at"},
    RoleName{TargetRole::MovedField, "moved_field"},
};
constexpr std::array stepRoles{
    RoleName{TargetRole::NextStep, "next_step"},
    RoleName{TargetRole::NextStepOn, "next_step_on"},
};
void addRoles(std::vector<ImportTarget> &targets, std::span<const RoleName> roles)
{
    for (const RoleName &role : roles)
        targets.push_back({role.role, -1, QString::fromLatin1(role.name)});
}

void addActivityRoles(std::vector<ImportTarget> &targets, FileIds ids)
{
    for (const EntityKind kind : importableKinds()) {
        if (!entityInfo(kind).has(KindTrait::HasActivities))
            continue;
        targets.push_back({TargetRole::Link, -1, QString(tableName(kind)), kind});
        if (ids == FileIds::Ignored)
            targets.push_back({TargetRole::ForeignId, -1, foreignIdName(QString(tableName(kind))), kind});
    }
    if (ids == FileIds::Ignored)
        targets.push_back({TargetRole::ForeignId, -1, anyRecordIdName()});
    targets.push_back({TargetRole::Minutes, -1, u"minutes"_s});
    targets.push_back({TargetRole::StartTime, -1, u"start_time"_s});
    targets.push_back({TargetRole::Ends, -1, u"end"_s});
    targets.push_back({TargetRole::EndTime, -1, u"end_time"_s});
}

// Other systems have records of their own for these, and lists for the rest.
bool hasForeignIds(EntityKind kind)
{
    const EntityInfo &info = entityInfo(kind);
    return info.importRank > 0 && !info.has(KindTrait::IsPicklist);
}

void addFields(std::vector<ImportTarget> &targets, EntityKind kind, FileIds ids)
{
    const EntityInfo &info = entityInfo(kind);
    for (int i = 0; i < int(info.fields.size()); ++i) {
        const FieldInfo &field = info.field(i);
        // Where a card lies is for files of ours; a "Rank" elsewhere means something else.
        const bool isOurs = field.type == FieldType::Rank && ids == FileIds::Kept;
        const bool isHidden = field.has(Trait::Internal) && !field.has(Trait::Exported) && !isOurs;
        if (field.has(Trait::Derived) || isHidden)
            continue;
        if (field.type == FieldType::Reference) {
            const QString name = QString(field.name).chopped(3);
            targets.push_back({TargetRole::Name, i, name});
            if (ids == FileIds::Ignored) {
                if (hasForeignIds(field.target))
                    targets.push_back({TargetRole::ForeignId, i, foreignIdName(name), field.target});
                continue;
            }
        }
        targets.push_back({TargetRole::Field, i, QString(field.name)});
        if (field.name == "probability_override"_L1)
            targets.push_back({TargetRole::Field, i, u"probability"_s});
    }
}

// `text` cut at the first or last `mark`, which is not at its start.
struct Halves {
    QString left = {};
    QString right = {};
};
Result<Halves> cutAt(const QString &text, qsizetype mark, const QString &form)
{
    if (mark <= 0)
        return failure(ErrorCode::Invalid,
                       Sentence::tr("%1 should have the form %2.").arg(Quoted{text}, form));
    return Halves{text.left(mark).trimmed(), text.mid(mark + 1)};
}

Error ambiguity(const QString &sample, Certainty certainty, const Sentence &question,
                QLatin1StringView detail)
{
    return {ErrorCode::Invalid,
            (certainty == Certainty::Mixed
                 ? Sentence::tr("%1 is written differently from the values before it: %2")
                 : Sentence::tr("%1 can be read in two ways: %2"))
                .arg(Quoted{sample}, question),
            detail};
}

} // namespace

QString foreignIdName(const QString &target)
{
    return target + u".external_id"_s;
}

QString anyRecordIdName()
{
    return foreignIdName(u"record"_s);
}

std::vector<ImportTarget> importTargets(EntityKind kind, const std::vector<CustomField> &custom, FileIds ids)
{
    std::vector<ImportTarget> targets{{TargetRole::Created, -1, u"created"_s},
                                      {TargetRole::ExternalId, -1, u"external_id"_s}};
    if (ids == FileIds::Kept)
        targets.insert(targets.begin(), {TargetRole::Id, -1, u"id"_s});
    addFields(targets, kind, ids);
    const EntityInfo &info = entityInfo(kind);
    if (info.has(KindTrait::Person))
        targets.push_back({TargetRole::FullName, -1, u"name"_s});
    if (info.has(KindTrait::HasContactPoints)) {
        addRoles(targets, reachRoles);
        addRoles(targets, furtherPlaces);
    }
    if (kind == EntityKind::Contact)
        targets.push_back({TargetRole::Website, -1, u"website"_s});
    if (kind == EntityKind::Deal)
        addRoles(targets, dealRoles);
    if (info.indexOf(u"next_step") >= 0)
        addRoles(targets, stepRoles);
    if (kind == EntityKind::Activity)
        addActivityRoles(targets, ids);
    if (kind == EntityKind::User)
        targets.push_back({TargetRole::TeamManager, -1, u"manager"_s});
    if (info.has(KindTrait::HasTags) || kind == EntityKind::Activity)
        targets.push_back({TargetRole::Tags, -1, u"tags"_s});
    for (size_t i = 0; i < custom.size(); ++i)
        targets.push_back({TargetRole::Custom, int(i), u"custom."_s + custom[i].name});
    return targets;
}

Result<ImportTarget> importTarget(EntityKind kind, const QString &name,
                                  const std::vector<CustomField> &custom, FileIds ids)
{
    if (name == "nothing"_L1 || name == "-"_L1)
        return ImportTarget{TargetRole::Nothing, -1, u"nothing"_s};
    if (kind == EntityKind::Deal && ids == FileIds::Ignored) {
        if (const std::optional<ImportTarget> date = stageDateTarget(name))
            return *date;
    }
    const std::vector<ImportTarget> targets = importTargets(kind, custom, ids);
    QString meant = name;
    if (ids == FileIds::Ignored && name == "id"_L1)
        meant = u"external_id"_s;
    else if (ids == FileIds::Ignored && name.endsWith("_id"_L1) && name != "external_id"_L1)
        meant = foreignIdName(name.chopped(3));
    QStringList names;
    for (const ImportTarget &target : targets) {
        if (target.name == name || target.name == meant)
            return target;
        names += target.name;
    }
    return failure(ErrorCode::Invalid,
                   Sentence::tr("%1 is not a field of %2; there are: %3.")
                       .arg(Quoted(name), KindName{kind, Number::Any}, names.join(u", "_s)));
}

Result<MapRule> parseMapRule(const QString &text)
{
    HEADWAY_TRY(halves, cutAt(text, text.lastIndexOf(u'='), u"Column=field"_s));
    return MapRule{halves.left, halves.right.trimmed()};
}

Result<ValueRule> parseValueRule(const QString &text)
{
    HEADWAY_TRY(field, cutAt(text, text.indexOf(u':'), u"field:old=new"_s));
    const qsizetype equals = field.right.indexOf(u'=');
    if (equals < 0)
        return failure(ErrorCode::Invalid,
                       Sentence::tr("%1 should have the form field:old=new.").arg(Quoted{text}));
    return ValueRule{field.left, field.right.left(equals), field.right.mid(equals + 1)};
}

Result<SetRule> parseSetRule(const QString &text)
{
    HEADWAY_TRY(halves, cutAt(text, text.indexOf(u'='), u"field=text with {Column}"_s));
    return SetRule{halves.left, halves.right};
}

Result<RowText> RowText::parse(const QString &text, const QStringList &columns)
{
    RowText result;
    int part = 0;
    int parts = 0;
    QString plain;
    const auto flush = [&] {
        if (!plain.isEmpty())
            result.m_pieces.push_back({plain, -1, part});
        plain.clear();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'{') {
            const qsizetype end = text.indexOf(u'}', i);
            if (end < 0)
                return failure(ErrorCode::Invalid, Sentence::tr("A } is missing in %1.").arg(Quoted{text}));
            HEADWAY_TRY(column, columnNamed(columns, text.mid(i + 1, end - i - 1)));
            flush();
            result.m_pieces.push_back({{}, int(column), part});
            i = end;
        } else if (c == u'[' && part == 0) {
            flush();
            part = ++parts;
        } else if (c == u']' && part > 0) {
            flush();
            part = 0;
        } else {
            plain += c;
        }
    }
    flush();
    return result;
}

QString RowText::of(const QStringList &cells) const
{
    QString text;
    for (const Piece &piece : m_pieces) {
        const bool leftOut =
            piece.part > 0 && std::any_of(m_pieces.begin(), m_pieces.end(), [&](const Piece &other) {
                return other.part == piece.part && other.column >= 0
                    && cells[other.column].trimmed().isEmpty();
            });
        if (!leftOut)
            text += piece.column >= 0 ? cells[piece.column] : piece.text;
    }
    return text.trimmed();
}

const ImportInput *ImportPlan::find(TargetRole role) const
{
    const auto found = std::find_if(inputs.begin(), inputs.end(),
                                    [role](const ImportInput &input) { return input.target.role == role; });
    return found == inputs.end() ? nullptr : &*found;
}

const ImportInput *ImportPlan::find(const QString &targetName) const
{
    const auto found = std::find_if(inputs.begin(), inputs.end(), [&](const ImportInput &input) {
        return input.target.name == targetName;
    });
    return found == inputs.end() ? nullptr : &*found;
}

Result<qsizetype> columnNamed(const QStringList &columns, const QString &name)
{
    if (const qsizetype exact = columns.indexOf(name); exact >= 0)
        return exact;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (fold(columns[i]) == fold(name))
            return i;
    }
    return failure(
        ErrorCode::Invalid,
        Sentence::tr("There is no column %1 in the file; there are: %2.").arg(Quoted(name), someOf(columns)));
}

QString someOf(const QStringList &columns)
{
    constexpr qsizetype most = 30;
    return columns.mid(0, most).join(u", "_s) + (columns.size() > most ? u" …"_s : QString());
}

const QStringList &columnsOfRejection()
{
    static const QStringList columns{u"line"_s, u"column"_s, u"reason"_s};
    return columns;
}

bool isOfRejectedRows(const QStringList &columns)
{
    const QStringList &own = columnsOfRejection();
    return columns.size() > own.size() && columns.mid(columns.size() - own.size()) == own;
}

namespace {

// Of thousands three decimals are as good as any: "12.345 EUR" in a column of k€ says nothing of its mark.
QString amountAsMeant(const ImportInput &input, const QString &cell)
{
    const QString text = amountIn(cell).text;
    const bool hasCurrency = std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.isLetter() || c.category() == QChar::Symbol_Currency;
    });
    const bool isScaled =
        hasCurrency && input.amount.power >= 0 && input.amount.isScaled() && !hasMultiplier(text);
    return isScaled ? scaledAmount(text, 3) : text;
}

// What the cells look like that a style is found from.
struct WrittenCells {
    QStringList numbers = {};
    QStringList dates = {};
};

WrittenCells writtenCells(const ImportPlan &plan, const std::vector<QStringList> &rows)
{
    WrittenCells written;
    for (const ImportInput &input : plan.inputs) {
        const Content content = contentOf(plan, input.target);
        const bool isNumber = content == Content::Number || content == Content::Percent;
        if (input.column < 0 || (!isNumber && content != Content::Day))
            continue;
        for (const QStringList &cells : rows) {
            if (const QString cell = cells[input.column].trimmed(); !cell.isEmpty())
                (isNumber ? written.numbers : written.dates) += isNumber ? amountAsMeant(input, cell) : cell;
        }
    }
    return written;
}

} // namespace

Result<CellStyle> detectStyle(const ImportPlan &plan, const std::vector<QStringList> &rows,
                              const StyleOptions &options)
{
    const auto [numbers, dates] = writtenCells(plan, rows);
    CellStyle style{{u'.', u','}, DateOrder::YearMonthDay, options.currency, options.zone};
    if (options.decimalMark) {
        style.number = {*options.decimalMark, *options.decimalMark == u',' ? u'.' : u','};
    } else if (const auto found = detectAmountStyle(numbers); found.certainty == Certainty::Certain) {
        style.number = found.reading;
    } else {
        return failure(ambiguity(found.sample, found.certainty,
                                 Sentence::tr("is the decimal mark a comma or a point? Please say which."),
                                 decimalMarkUnclear));
    }
    if (options.dateOrder) {
        style.dates = *options.dateOrder;
    } else if (const auto found = detectDateOrder(dates); found.certainty == Certainty::Certain) {
        style.dates = found.reading;
    } else {
        return failure(ambiguity(found.sample, found.certainty,
                                 Sentence::tr("does the day or the month come first? Please say which."),
                                 dayOrderUnclear));
    }
    return style;
}

} // namespace headway::exchange
