// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/importrow.h"

#include "domain/records/record.h"
#include "domain/text/text.h"
#include "store/reading/exportpages.h"
#include "transfer/import/importcells.h"
#include "transfer/import/importlinks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

using exchange::ImportInput;
using exchange::TargetRole;

namespace {

bool isMoney(const exchange::ImportPlan &plan, const ImportInput &input)
{
    if (input.target.role == TargetRole::Custom)
        return plan.custom[size_t(input.target.field)].kind == CustomKind::Money;
    return input.target.role == TargetRole::Field
        && entityInfo(plan.kind).field(input.target.field).type == FieldType::Money;
}

// The kind of the record that a cell names; none if it holds something else.
std::optional<EntityKind> namedKind(const exchange::ImportPlan &plan, const ImportInput &input)
{
    switch (input.target.role) {
    case TargetRole::Name: return entityInfo(plan.kind).field(input.target.field).target;
    case TargetRole::Link: return input.target.linked;
    default: return std::nullopt;
    }
}

constexpr int turns = 4;

// The order of reading. First come those that others depend on: the currency of amounts, the pipeline of
// stages, the company that tells apart deals and contacts of one name, the deal that tells apart contacts.
int precedence(const exchange::ImportPlan &plan, const ImportInput &input)
{
    const std::optional<EntityKind> kind = namedKind(plan, input);
    if (input.target.name == "currency"_L1 || input.target.name.startsWith("pipeline"_L1)
        || kind == EntityKind::Company)
        return 0;
    if (kind == EntityKind::Deal)
        return 1;
    if (isMoney(plan, input))
        return turns; // see readAmounts
    return kind == EntityKind::Contact || input.target.role == TargetRole::FullName ? 3 : 2;
}

Error atColumn(Error error, const QString &column)
{
    if (error.code == ErrorCode::Invalid)
        error.detail = column;
    return error;
}

} // namespace

Error rowProblem(const QString &column, const Sentence &reason)
{
    return {ErrorCode::Invalid, reason, column};
}

void ImportedRecord::keep(const QString &column, const QString &text)
{
    kept += column + u": "_s + text;
}

const Value *ImportedRecord::value(int field) const
{
    const auto found =
        std::find_if(values.begin(), values.end(), [field](const auto &v) { return v.first == field; });
    return found == values.end() ? nullptr : &found->second;
}

const NamedRecord *ImportedRecord::reference(int field) const
{
    const auto found = std::find_if(references.begin(), references.end(),
                                    [field](const auto &r) { return r.first == field; });
    return found == references.end() ? nullptr : &found->second;
}

RowReader::RowReader(const ImportContext &context, References &references, ForeignLinks &links,
                     sql::Connection &connection)
    : m_context(context), m_references(references), m_links(links), m_connection(connection),
      m_info(entityInfo(context.kind()))
{
}

Result<> RowReader::prepare()
{
    for (const exchange::ValueRule &rule : m_context.request.values) {
        if (!m_context.plan.find(rule.target))
            return failure(ErrorCode::Invalid,
                           Sentence::tr("Values of “%1” are to be replaced, but no column goes there.")
                               .arg(rule.target));
        m_rules[rule.target].insert(fold(rule.from), rule.to);
    }
    HEADWAY_TRY(words, ImportWords::prepare(m_context.request, m_context.plan));
    m_words = words;
    if (const QString &column = m_context.request.closingColumn; !column.isEmpty()) {
        HEADWAY_TRY(index, exchange::columnNamed(m_context.plan.columns, column));
        m_closingColumn = index;
    }
    return {};
}

bool RowReader::isBlank(const QString &text) const
{
    return m_context.fidelity == Fidelity::Exact ? text.isEmpty() : text.trimmed().isEmpty();
}

RowReader::Cell RowReader::ruled(const QString &target, const QString &text) const
{
    const auto rules = m_rules.constFind(target);
    if (rules == m_rules.cend())
        return {text};
    const auto rule = rules->constFind(fold(text));
    return rule == rules->cend() ? Cell{text} : Cell{*rule, Decided::Yes};
}

Result<ImportedRecord> RowReader::read(const SourceRow &row, Pass pass)
{
    m_references.beginRow();
    m_context.questions->beginRow();
    ImportedRecord imported;
    imported.line = row.line;
    for (const exchange::Misfit &misfit : m_context.misfits) {
        if (!isBlank(row.cells[misfit.index]))
            m_context.questions->ask(ImportQuestion::About::Misfit, misfit.target, misfit.column,
                                     misfit.sample, {u"nothing"_s});
    }
    const auto &inputs = m_context.plan.inputs;
    QStringList replaced = row.cells;
    std::vector<Cell> cells(inputs.size());
    for (size_t i = 0; i < inputs.size(); ++i) {
        if (inputs[i].column < 0)
            continue;
        cells[i] = ruled(inputs[i].target.name, row.cells[inputs[i].column]);
        replaced[inputs[i].column] = cells[i].text;
    }
    QStringList texts;
    for (size_t i = 0; i < inputs.size(); ++i) {
        if (inputs[i].text)
            cells[i] = ruled(inputs[i].target.name, inputs[i].text->of(replaced));
        texts += cells[i].text;
    }
    // An id says more than the name beside it.
    for (size_t i = 0; i < inputs.size(); ++i) {
        if (inputs[i].target.role == TargetRole::ForeignId && !isBlank(cells[i].text))
            HEADWAY_CHECK(m_links.read(inputs[i], cells[i].text, pass, imported));
    }
    for (int turn = 0; turn < turns; ++turn) {
        for (size_t i = 0; i < inputs.size(); ++i) {
            if (precedence(m_context.plan, inputs[i]) != turn)
                continue;
            const QString label = inputs[i].labelColumn < 0 ? QString() : row.cells[inputs[i].labelColumn];
            auto taken = readInput(inputs[i], cells[i], label, pass, imported);
            if (!taken && taken.error().code == ErrorCode::Invalid && isDetail(inputs[i]))
                keep(inputs[i], cells[i].text, imported);
            else if (!taken)
                return failure(atColumn(taken.error(), inputs[i].columnName));
        }
    }
    HEADWAY_CHECK(readAmounts(texts, imported));
    HEADWAY_CHECK(requireOwner(imported));
    imported.otherClosing = imported.otherClosing.isValid() ? imported.otherClosing : otherClosing(row);
    choosePrimary(imported.points);
    if (m_context.kind() == EntityKind::Activity && isSensible())
        joinTimes(m_context, imported);
    return imported;
}

// Checks that the owner of a child record exists, if the row has the owner's kind and id.
Result<> RowReader::requireOwner(const ImportedRecord &imported)
{
    const int kindField = field(u"record_kind");
    const int idField = field(u"record_id");
    const Value *id = idField < 0 ? nullptr : imported.value(idField);
    if (kindField < 0 || !id)
        return {};
    const Value *kind = imported.value(kindField);
    const QString name = textOf(kind ? *kind : m_info.defaults[size_t(kindField)]);
    if (auto present =
            m_references.require({entityKindNamed(name).value_or(EntityKind::Deal), integerOf(*id)});
        !present)
        return failure(atColumn(present.error(), u"record_id"_s));
    return {};
}

Result<> RowReader::readId(const Cell &cell, ImportedRecord &imported)
{
    bool isNumber = false;
    imported.id = cell.text.trimmed().toLongLong(&isNumber);
    if (!isNumber || imported.id <= 0)
        return failure(ErrorCode::Invalid, Sentence::tr("“%1” is not an id.").arg(cell.text.left(40)));
    return {};
}

// A quantity in thousandths, or minutes as seconds.
Result<> RowReader::readAmount(TargetRole role, const Cell &cell, ImportedRecord &imported)
{
    const bool isQuantity = role == TargetRole::Quantity;
    HEADWAY_TRY(number, parseNumber(cell.text, m_context.style.number));
    HEADWAY_TRY(scaled, toScaledInteger(number.value, isQuantity ? 3 : 0));
    if (isQuantity)
        imported.quantityMilli = scaled;
    else
        imported.values.emplace_back(field(u"duration"), scaled * 60);
    return {};
}

Result<> RowReader::readInput(const ImportInput &input, const Cell &cell, const QString &label, Pass pass,
                              ImportedRecord &imported)
{
    if (isNothing(input, cell.text)) {
        if (m_context.fidelity == Fidelity::Exact && input.target.role == TargetRole::Field)
            imported.blanks.push_back(input.target.field);
        return {};
    }
    switch (input.target.role) {
    case TargetRole::Nothing: return {};
    case TargetRole::Field: return readField(input, cell, pass, imported);
    case TargetRole::Name: return readNames(input, cell, pass, imported);
    case TargetRole::Custom: {
        const CustomField &custom = m_context.plan.custom[size_t(input.target.field)];
        HEADWAY_TRY(value, exchange::readCustom(custom, cell.text, m_context.style));
        imported.custom.insert(custom.name, value);
        return {};
    }
    case TargetRole::Id: return readId(cell, imported);
    case TargetRole::Created: {
        HEADWAY_TRY(at, exchange::readMoment(cell.text, m_context.style));
        imported.createdAt = at;
        return {};
    }
    case TargetRole::ExternalId: imported.externalId = cell.text.trimmed(); return {};
    case TargetRole::FullName: readFullName(cell.text, imported); return {};
    case TargetRole::Tags: return readTags(cell.text, imported);
    case TargetRole::Closing:
    case TargetRole::LostTime: return readDay(input, cell.text, imported);
    case TargetRole::StartTime:
    case TargetRole::EndTime: {
        HEADWAY_TRY(time, exchange::readTimeCell(cell.text));
        (input.target.role == TargetRole::StartTime ? imported.startTime : imported.endTime) = time;
        return {};
    }
    case TargetRole::Ends: {
        HEADWAY_TRY(end, exchange::readMomentCell(cell.text, {m_context.style.dates, m_context.style.zone}));
        imported.ends = end;
        return {};
    }
    case TargetRole::Minutes:
        if (isSensible())
            return readDuration(input, cell.text, imported);
        [[fallthrough]];
    case TargetRole::Quantity: return readAmount(input.target.role, cell, imported);
    case TargetRole::Product: {
        HEADWAY_TRY(product, named(EntityKind::Product, input.target.name, cell, imported));
        imported.product = product;
        return {};
    }
    case TargetRole::TeamManager: return readManager(input, cell, pass, imported);
    case TargetRole::NextStep: imported.step.text = cell.text.trimmed(); return {};
    case TargetRole::NextStepOn: {
        HEADWAY_TRY(at, exchange::readMoment(cell.text, m_context.style));
        imported.step.at = at;
        return {};
    }
    case TargetRole::Link: return readLinks(input, cell, imported);
    case TargetRole::ForeignId: return {}; // read before all others
    case TargetRole::Street:
    case TargetRole::PostalCode:
    case TargetRole::City:
    case TargetRole::Region:
    case TargetRole::Country: readPlace(input.target.role, cell.text, imported); return {};
    default: readContactPoint(input, cell.text, label, imported); return {};
    }
}

Result<> RowReader::readField(const ImportInput &input, const Cell &cell, Pass pass, ImportedRecord &imported)
{
    const FieldInfo &info = m_info.field(input.target.field);
    if (isSensible() && m_words.isWorded(input.target.field)
        && (info.type == FieldType::Choice || !exchange::readCell(info, cell.text, m_context.style)))
        return readWord(input, cell, imported);
    if (isSensible() && info.type == FieldType::Day)
        return readDay(input, cell.text, imported);
    if (isSensible() && info.type == FieldType::Duration)
        return readDuration(input, cell.text, imported);
    if (isSensible() && info.type == FieldType::Percent)
        return readPercent(input, cell.text, imported);
    if (isSensible() && m_context.kind() == EntityKind::Activity && info.name == "at"_L1) {
        HEADWAY_TRY(moment,
                    exchange::readMomentCell(cell.text, {m_context.style.dates, m_context.style.zone}));
        imported.isWholeDay = moment.isWholeDay;
        imported.values.emplace_back(input.target.field, Codec<Instant>::read(moment.at));
        return {};
    }
    const auto read = exchange::readCell(info, cell.text, m_context.style);
    if (!read)
        return failure(read.error());
    if (info.type == FieldType::Reference)
        return readReferenceId(input.target.field, integerOf(*read), pass, imported);
    if (info.type == FieldType::Currency)
        imported.currency = ImportedRecord::Currency::Named;
    imported.values.emplace_back(input.target.field, *read);
    return {};
}

Result<QString> RowReader::currencyOf(const ImportedRecord &imported)
{
    const int currency = field(u"currency");
    if (const Value *named = currency < 0 ? nullptr : imported.value(currency))
        return textOf(*named);
    if (m_context.kind() == EntityKind::LineItem) {
        const NamedRecord *deal = imported.reference(field(u"deal_id"));
        HEADWAY_TRY(currencies, store::currenciesOf(m_connection, {deal ? deal->id : 0}));
        return currencies.value(deal ? deal->id : 0);
    }
    return currency >= 0 && m_context.fidelity == Fidelity::Sensible ? m_context.style.currency : QString();
}

Result<> RowReader::readAmounts(const QStringList &texts, ImportedRecord &imported)
{
    const auto &inputs = m_context.plan.inputs;
    const int currency = field(u"currency");
    for (size_t i = 0; i < inputs.size(); ++i) {
        const QString &text = texts[qsizetype(i)];
        if (!isMoney(m_context.plan, inputs[i]) || isNothing(inputs[i], text))
            continue;
        exchange::CellStyle style = m_context.style;
        HEADWAY_TRY(assumed, currencyOf(imported));
        style.currency = assumed;
        const auto &rounding = m_context.request.rounding;
        const auto money = rounding ? exchange::readRoundedAmount(text, style, *rounding)
                                    : exchange::readAmount(text, style);
        if (!money && isSensible() && !rounding && exchange::hasSpareDecimals(text, style))
            m_context.questions->ask(ImportQuestion::About::Rounding, inputs[i].target.name,
                                     inputs[i].columnName, text, {u"nearest"_s, u"down"_s, u"up"_s});
        if (!money && isDetail(inputs[i])) {
            keep(inputs[i], text, imported);
            continue;
        }
        if (!money)
            return failure(atColumn(money.error(), inputs[i].columnName));
        if (inputs[i].target.role == TargetRole::Custom) {
            imported.custom.insert(m_context.plan.custom[size_t(inputs[i].target.field)].name, money->minor);
            continue;
        }
        if (imported.currency == ImportedRecord::Currency::Named && money->currency != assumed)
            return failure(rowProblem(
                inputs[i].columnName,
                Sentence::tr("The amount is in %1, but the currency is %2.").arg(money->currency, assumed)));
        imported.values.emplace_back(inputs[i].target.field, money->minor);
        if (currency >= 0 && !imported.value(currency)) {
            imported.values.emplace_back(currency, money->currency);
            if (money->currency != assumed)
                imported.currency = ImportedRecord::Currency::Named;
        }
    }
    return {};
}

void RowReader::readPlace(TargetRole role, const QString &text, ImportedRecord &imported) const
{
    if (!imported.address)
        imported.address = Address{.recordKind = m_context.kind(), .recordId = -1};
    switch (role) {
    case TargetRole::Street: imported.address->street = text; break;
    case TargetRole::PostalCode: imported.address->postalCode = text; break;
    case TargetRole::City: imported.address->city = text; break;
    case TargetRole::Region: imported.address->region = text; break;
    default: imported.address->country = text;
    }
}

} // namespace headway::transfer
