// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/rows/importrow.h"

#include "domain/records/record.h"
#include "domain/text/text.h"
#include "exchange/cells/codetext.h"
#include "exchange/cells/nametext.h"
#include "exchange/cells/richtext.h"
#include "exchange/plan/targetcontent.h"
#include "store/rows/records.h"
#include "transfer/request/requestwords.h"
#include "transfer/rows/importcells.h"
#include "transfer/rows/importlinks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

using exchange::ImportInput;
using exchange::TargetRole;

namespace {

// The kind of the record that a cell names; none if it holds something else.
std::optional<EntityKind> namedKind(const exchange::ImportPlan &plan, const ImportInput &input)
{
    switch (input.target.role) {
    case TargetRole::Name: return entityInfo(plan.kind).field(input.target.field).target;
    case TargetRole::Link: return input.target.linked;
    default: return std::nullopt;
    }
}

constexpr int turns = 5;

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
    if (exchange::isMoney(plan, input.target))
        return turns; // see readAmounts
    if (exchange::isStageDate(input.target))
        return 3; // behind the deal's own stage
    if (input.target.role == TargetRole::LinkedEmail)
        return 4; // behind the contact's name
    return kind == EntityKind::Contact || input.target.role == TargetRole::FullName ? 3 : 2;
}

// EspoCRM writes '- first, '+49 and '@home, so that a spreadsheet takes them for no formula.
QString withoutGuard(const QString &text)
{
    const bool isGuarded = text.size() > 1 && text.startsWith(u'\'') && u"+-@="_s.contains(text[1]);
    return isGuarded ? text.mid(1) : text;
}

// What the column beside it says of a cell: "Mobile", "Account".
QString labelOf(const ImportInput &input, const SourceRow &row)
{
    return input.labelColumn < 0 ? QString() : row.cells[input.labelColumn];
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

void ImportedRecord::unkeep(const QString &column, const QString &text)
{
    kept.removeOne(column + u": "_s + text);
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
      m_info(entityInfo(context.kind())), m_stageQuestions(context), m_stageColumns(context, references)
{
}

Result<> RowReader::prepare()
{
    for (const exchange::ValueRule &rule : m_context.request.values) {
        if (!exchange::hasValuesOf(m_context.plan, rule.target))
            return failure(ErrorCode::Invalid,
                           Sentence::tr("Values of “%1” are to be replaced, but no column goes there.")
                               .arg(rule.target));
        m_rules[rule.target].insert(fold(rule.from), rule.to);
    }
    m_turns.clear();
    for (const ImportInput &input : m_context.plan.inputs)
        m_turns.push_back(precedence(m_context.plan, input));
    HEADWAY_TRY(words, ImportWords::prepare(m_context.request, m_context.plan, m_context.leadStatuses));
    m_words = words;
    for (const CellRule &rule : m_context.request.cells)
        HEADWAY_CHECK(exchange::columnNamed(m_context.plan.columns, rule.column));
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

// Odoo calls somebody who works for Azur Conseil "Azur Conseil, Lucie Roux".
void RowReader::takeCompanyFromName(std::vector<Cell> &cells) const
{
    const auto &inputs = m_context.plan.inputs;
    const auto cellOf = [&](auto &&isOne) -> Cell * {
        const auto input = std::find_if(inputs.begin(), inputs.end(), isOne);
        return input == inputs.end() ? nullptr : &cells[size_t(input - inputs.begin())];
    };
    Cell *name = cellOf([](const ImportInput &input) { return input.target.role == TargetRole::FullName; });
    const Cell *company = cellOf(
        [this](const ImportInput &input) { return namedKind(m_context.plan, input) == EntityKind::Company; });
    const QString before = company ? company->text.trimmed() + u", "_s : QString();
    if (name && before.size() > 2 && name->text.trimmed().startsWith(before))
        name->text = name->text.trimmed().mid(before.size());
}

std::vector<RowReader::Cell> RowReader::cellsOf(const SourceRow &row) const
{
    const auto &inputs = m_context.plan.inputs;
    QStringList replaced = row.cells;
    std::vector<Cell> cells(inputs.size());
    for (size_t i = 0; i < inputs.size(); ++i) {
        if (inputs[i].column < 0)
            continue;
        const QString &text = row.cells[inputs[i].column];
        cells[i] = ruled(inputs[i].target.name, m_context.plan.isGuarded ? withoutGuard(text) : text);
        if (inputs[i].hasCodes && cells[i].decided == Decided::No)
            cells[i] = ruled(inputs[i].target.name, exchange::wordsOfCode(cells[i].text));
        replaced[inputs[i].column] = cells[i].text;
    }
    for (size_t i = 0; i < inputs.size(); ++i) {
        if (inputs[i].text)
            cells[i] = ruled(inputs[i].target.name, inputs[i].text->of(replaced));
    }
    if (isLoose())
        takeCompanyFromName(cells);
    return cells;
}

Result<ImportedRecord> RowReader::read(const SourceRow &row, Pass pass)
{
    m_references.beginRow();
    m_context.questions->beginRow();
    ImportedRecord imported;
    imported.line = row.line;
    imported.existing = m_context.request.existing;
    askAboutMisfits(row);
    keepNoted(row, imported);
    const std::vector<Cell> cells = cellsOf(row);
    QStringList texts;
    for (const Cell &cell : cells)
        texts += cell.text;
    if (isSensible())
        imported.ownName = ownNameOf(row, cells);
    HEADWAY_CHECK(readForeignIds(row, cells, pass, imported));
    noteLinkedEmail(cells, imported);
    for (int turn = 0; turn < turns; ++turn)
        HEADWAY_CHECK(readTurn(turn, row, cells, pass, imported));
    HEADWAY_CHECK(readAmounts(texts, imported));
    HEADWAY_CHECK(requireOwner(imported));
    if (m_context.kind() == EntityKind::Deal && isSensible() && !imported.value(field(u"name")))
        HEADWAY_CHECK(nameLinked(imported));
    imported.otherClosing = imported.otherClosing.isValid() ? imported.otherClosing : otherClosing(row);
    choosePrimary(imported.points);
    for (Address &address : imported.addresses) {
        if (isLoose())
            address.street = exchange::streetBefore(address.street, address.city);
    }
    if (m_context.kind() == EntityKind::Activity && isSensible())
        joinTimes(m_context, imported);
    if (m_context.kind() == EntityKind::Activity)
        settleWholeDay(m_context, imported);
    return imported;
}

void RowReader::askAboutMisfits(const SourceRow &row) const
{
    for (const exchange::Misfit &misfit : m_context.misfits) {
        if (!isBlank(row.cells[misfit.index]))
            m_context.questions->ask(ImportQuestion::About::Misfit, misfit.target, misfit.column,
                                     misfit.sample, {u"nothing"_s});
    }
}

void RowReader::keepNoted(const SourceRow &row, ImportedRecord &imported) const
{
    for (const exchange::RestColumn &column : m_context.noted) {
        if (!isBlank(row.cells[column.index]))
            imported.keep(column.column, row.cells[column.index].trimmed());
    }
}

// Before all others: an id says more than the name beside it.
Result<> RowReader::readForeignIds(const SourceRow &row, const std::vector<Cell> &cells, Pass pass,
                                   ImportedRecord &imported)
{
    const auto &inputs = m_context.plan.inputs;
    for (size_t i = 0; i < inputs.size(); ++i) {
        if (inputs[i].target.role == TargetRole::ForeignId && !isBlank(cells[i].text))
            HEADWAY_CHECK(m_links.read(inputs[i], cells[i].text, labelOf(inputs[i], row), pass, imported));
    }
    return {};
}

Result<> RowReader::readTurn(int turn, const SourceRow &row, const std::vector<Cell> &cells, Pass pass,
                             ImportedRecord &imported)
{
    const auto &inputs = m_context.plan.inputs;
    for (size_t i = 0; i < inputs.size(); ++i) {
        if (m_turns[i] != turn)
            continue;
        m_references.beginCell();
        const auto taken = readInput(inputs[i], cells[i], labelOf(inputs[i], row), pass, imported);
        if (!taken)
            HEADWAY_CHECK(settle(inputs[i], cells[i].text, taken.error(), imported));
    }
    return {};
}

Result<> RowReader::settle(const ImportInput &input, const QString &text, const Error &error,
                           ImportedRecord &imported) const
{
    if (error.code != ErrorCode::Invalid)
        return failure(error);
    if (!isDetail(input)) {
        refuse(input, text, error);
        return {};
    }
    keep(input, text, imported);
    if (input.target.role == TargetRole::Field
        && m_info.field(input.target.field).type == FieldType::Currency)
        imported.currency = ImportedRecord::Currency::Unknown;
    return {};
}

void RowReader::refuse(const ImportInput &input, const QString &text, const Error &error) const
{
    const std::optional<EntityKind> kind = namedKind(m_context.plan, input);
    const bool isUnknown = kind && m_references.refusal() == Refusal::Unknown;
    RejectReason reason{input.columnName, input.target.name, text, error.text, Remedy::OtherValue};
    if (input.target.role == TargetRole::Id)
        reason.remedy = Remedy::None;
    if (isUnknown)
        reason.made = wordToMake(*kind);
    if (!reason.made.isEmpty())
        reason.remedy = Remedy::NewRecord;
    m_context.reasons->add(reason);
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
    const auto present =
        m_references.require({entityKindNamed(name).value_or(EntityKind::Deal), integerOf(*id)});
    if (!present && present.error().code != ErrorCode::Invalid)
        return present;
    if (!present)
        m_context.reasons->add(
            {u"record_id"_s, u"record_id"_s, QString::number(integerOf(*id)), present.error().text});
    return {};
}

Result<> RowReader::nameLinked(ImportedRecord &imported) const
{
    for (auto &[field, named] : imported.references) {
        if (!named.id || !named.target.endsWith(exchange::foreignIdName({})))
            continue;
        HEADWAY_TRY(title, store::titleOf(m_connection, EntityRef{named.kind, named.id}));
        named.name = title;
    }
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
    case TargetRole::Name:
        if (isSensible() && m_words.isWorded(input.target.field))
            return readWord(input, cell, imported);
        return readNames(input, cell, pass, imported);
    case TargetRole::Custom: return readCustom(input.target, cell.text, imported);
    case TargetRole::Id: return readId(cell, imported);
    case TargetRole::FullName: readFullName(input, cell.text, imported); return {};
    case TargetRole::Tags: return readTags(input, cell.text, imported);
    case TargetRole::Closing:
    case TargetRole::LostTime: return readDay(input, cell.text, imported);
    case TargetRole::StageEntered:
    case TargetRole::StageLeft: return readStageDate(input, cell.text, imported);
    case TargetRole::MovedTo:
    case TargetRole::MovedFrom:
    case TargetRole::MovedAt:
    case TargetRole::MovedField: return readMove(input.target.role, cell.text, imported);
    case TargetRole::Created:
    case TargetRole::NextStepOn: return readMoment(input.target.role, cell.text, imported);
    case TargetRole::StartTime:
    case TargetRole::EndTime:
    case TargetRole::Ends: return readTime(input.target.role, cell.text, imported);
    case TargetRole::Minutes:
        if (isSensible())
            return readDuration(input, cell.text, imported);
        [[fallthrough]];
    case TargetRole::Quantity: return readAmount(input.target.role, cell, imported);
    case TargetRole::Product: return readProduct(input, cell, imported);
    case TargetRole::TeamManager: return readManager(input, cell, pass, imported);
    case TargetRole::NextStep: imported.step.text = cell.text.trimmed(); return {};
    case TargetRole::LinkedEmail: return readLinkedEmail(input, cell, pass, imported);
    case TargetRole::Link: return readLinks(input, cell, imported);
    case TargetRole::ForeignId: return {}; // read before all others
    case TargetRole::ExternalId:
    case TargetRole::Street:
    case TargetRole::PostalCode:
    case TargetRole::City:
    case TargetRole::Region:
    case TargetRole::Country: readLine(input, cell.text, label, imported); return {};
    default: readContactPoint(input, cell.text, label, imported); return {};
    }
}

Result<> RowReader::readCustom(const exchange::ImportTarget &target, const QString &text,
                               ImportedRecord &imported) const
{
    const CustomField &custom = m_context.plan.custom[size_t(target.field)];
    HEADWAY_TRY(value, exchange::readCustom(custom, text, m_context.style));
    imported.custom.insert(custom.name, value);
    return {};
}

Result<> RowReader::readMoment(TargetRole role, const QString &text, ImportedRecord &imported) const
{
    HEADWAY_TRY(at, exchange::readMoment(text, m_context.style));
    if (role == TargetRole::Created)
        imported.createdAt = at;
    else
        imported.step.at = at;
    return {};
}

Result<> RowReader::readTime(TargetRole role, const QString &text, ImportedRecord &imported) const
{
    if (role == TargetRole::Ends) {
        HEADWAY_TRY(end, exchange::readMomentCell(text, {m_context.style.dates, m_context.style.zone}));
        imported.ends = end;
        return {};
    }
    HEADWAY_TRY(time, exchange::readTimeCell(text));
    (role == TargetRole::StartTime ? imported.startTime : imported.endTime) = time;
    return {};
}

Result<> RowReader::readField(const ImportInput &input, const Cell &cell, Pass pass, ImportedRecord &imported)
{
    const FieldInfo &info = m_info.field(input.target.field);
    if (isSensible() && info.type == FieldType::Url)
        return readWebsite(input, cell.text, imported);
    if (isSensible() && m_words.isWorded(input.target.field)
        && (info.type == FieldType::Choice || !exchange::readCell(info, cell.text, m_context.style)))
        return readWord(input, cell, imported);
    if (isSensible() && info.type == FieldType::Day)
        return readDay(input, cell.text, imported);
    if (isSensible() && m_context.kind() == EntityKind::Deal && info.name == "stage_entered_at"_L1)
        return readStageDate(input, cell.text, imported);
    if (isSensible() && info.type == FieldType::Duration)
        return readDuration(input, cell.text, imported);
    if (isSensible() && info.type == FieldType::Percent)
        return readPercent(input, cell.text, imported);
    if (isLoose() && info.name == "last_name"_L1 && cell.text.contains(u',')) {
        readFamilyName(input, cell.text, imported);
        return {};
    }
    if (isLoose() && info.type == FieldType::LongText) {
        imported.values.emplace_back(input.target.field, exchange::plainText(cell.text));
        return {};
    }
    if (m_context.kind() == EntityKind::Activity && info.name == "at"_L1) {
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

} // namespace headway::transfer
