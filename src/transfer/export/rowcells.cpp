// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/export/rowcells.h"

#include "domain/records/record.h"
#include "domain/records/wholeday.h"
#include "domain/rules/deals.h"
#include "domain/text/datetext.h"
#include "exchange/plan/fieldtext.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

using exchange::ExportCell;
using Shows = ExportColumn::Shows;

namespace {

ExportCell textCell(QStringView text)
{
    return {.kind = ExportCell::Kind::Text, .text = text};
}

QStringView textViewOf(const Value &value)
{
    const auto *text = std::get_if<QString>(&value);
    return text ? QStringView(*text) : QStringView();
}

// Whether the day of the activity, read again, gives the time that it has.
bool beginsItsDay(const Record &record, QDate day, Instant at)
{
    const QTimeZone zone = zoneCalled(textOf(record.value(u"time_zone")));
    return zone.isValid() && day.startOfDay(zone).toMSecsSinceEpoch() == at.ms;
}

} // namespace

RowCells::RowCells(RowCellsBasis basis)
    : m_basis(std::move(basis)), m_info(entityInfo(m_basis.kind)), m_currency(m_info.indexOf(u"currency")),
      m_customField(-1), m_texts(m_basis.columns.size()), m_cells(m_basis.columns.size())
{
    const auto placeOf = [this](int field) {
        const auto found = std::find(m_basis.references.begin(), m_basis.references.end(), field);
        return found == m_basis.references.end() ? -1 : int(found - m_basis.references.begin());
    };
    for (const ExportColumn &column : m_basis.columns) {
        Source source{.shows = column.shows, .field = column.field};
        if (column.shows == Shows::Field || column.shows == Shows::Name) {
            source.info = &m_info.field(column.field);
            source.reference = source.info->type == FieldType::Reference ? placeOf(column.field) : -1;
            source.mayBeWholeDay = dayFieldOf(m_info, column.field) >= 0;
            source.isMoney = source.info->type == FieldType::Money;
        }
        if (column.shows == Shows::Custom)
            m_customField = m_info.indexOf(u"custom");
        m_sources.push_back(source);
    }
    for (int i = 0; i < int(m_info.fields.size()); ++i) {
        if (m_info.has(KindTrait::IsPart) && m_info.field(i).has(Trait::Required) && placeOf(i) >= 0)
            m_owners.push_back(placeOf(i));
    }
    for (const Stage &stage : m_basis.stages)
        m_stages.insert(stage.id.value, stage);
}

bool RowCells::isOrphan(const ExportPage &page, size_t record) const
{
    return std::any_of(m_owners.begin(), m_owners.end(), [&](int owner) {
        return referenceIn(m_info, page.records[record], m_basis.references[size_t(owner)]).id
            && name(page, record, owner).isNull();
    });
}

std::span<const ExportCell> RowCells::of(const ExportPage &page, size_t record)
{
    if (m_customField >= 0)
        m_custom = QJsonDocument::fromJson(textOf(page.records[record].row[size_t(m_customField)]).toUtf8())
                       .object();
    for (size_t column = 0; column < m_cells.size(); ++column)
        m_cells[column] = cell(page, record, column);
    return m_cells;
}

ExportCell RowCells::cell(const ExportPage &page, size_t record, size_t column)
{
    using Kind = ExportCell::Kind;
    const Record &shown = page.records[record];
    const Source &source = m_sources[column];
    switch (source.shows) {
    case Shows::Id: return {.kind = Kind::Id, .number = shown.ref.id};
    case Shows::Created: return {.kind = Kind::Moment, .number = shown.createdAt.ms};
    case Shows::Modified: return {.kind = Kind::Moment, .number = shown.modifiedAt.ms};
    case Shows::Probability:
    case Shows::Weighted: return chanceOf(shown, source.shows);
    case Shows::With: return textCell(page.with[record]);
    case Shows::Deals: return textCell(page.deals[record]);
    case Shows::Custom: {
        const CustomField &field = m_basis.custom[size_t(source.field)];
        return exchange::exportCustom(field, m_custom.value(field.name), currencyOf(page, record),
                                      m_texts[column]);
    }
    case Shows::Name:
    case Shows::Field: break;
    }
    return fieldCell(page, record, column);
}

ExportCell RowCells::fieldCell(const ExportPage &page, size_t record, size_t column)
{
    const Record &shown = page.records[record];
    const Source &source = m_sources[column];
    if (source.reference >= 0) {
        const QString &called = page.names[record * m_basis.references.size() + size_t(source.reference)];
        if (called.isNull())
            return {};
        if (source.shows == Shows::Name)
            return textCell(called);
    }
    if (source.mayBeWholeDay) {
        const QDate day = wholeDayIn(m_info, shown.row, source.field);
        if (day.isValid() && isWrittenAsDay(shown, day, source.field)) {
            m_texts[column] = formatDay(day);
            return {.kind = ExportCell::Kind::Day, .text = m_texts[column]};
        }
    }
    return exchange::exportCell(*source.info, shown.row[size_t(source.field)],
                                source.isMoney ? currencyOf(page, record) : QStringView());
}

// Null if it was deleted.
QString RowCells::name(const ExportPage &page, size_t record, int reference) const
{
    return page.names[record * m_basis.references.size() + size_t(reference)];
}

bool RowCells::isWrittenAsDay(const Record &record, QDate day, int field) const
{
    return m_basis.wholeDays == WholeDays::AsDays || m_info.kind != EntityKind::Activity
        || beginsItsDay(record, day, {integerOf(record.row[size_t(field)])});
}

// The effective probability, or the amount weighted by it.
ExportCell RowCells::chanceOf(const Record &record, Shows what) const
{
    const Deal deal = as<Deal>(record);
    const auto stage = m_stages.constFind(deal.stage.value);
    if (stage == m_stages.cend())
        return {};
    const qint64 percent = effectiveProbability(deal, *stage).percent;
    if (what == Shows::Probability)
        return {.kind = ExportCell::Kind::Percent, .number = percent};
    static const int amount = m_info.indexOf(u"amount");
    const bool hasAmount = deal.amount && currencyDecimals(deal.currency);
    return hasAmount ? exchange::exportCell(m_info.field(amount), weighted(*deal.amount, percent),
                                            textViewOf(record.row[size_t(m_currency)]))
                     : ExportCell();
}

QStringView RowCells::currencyOf(const ExportPage &page, size_t record) const
{
    if (m_currency >= 0)
        return textViewOf(page.records[record].row[size_t(m_currency)]);
    return page.currencies.empty() ? QStringView() : page.currencies[record];
}

} // namespace headway::transfer
