// SPDX-License-Identifier: GPL-3.0-or-later
// Of RowReader: amounts of money, and in which currency they are; quantities.
#include "domain/records/record.h"
#include "exchange/plan/amountcell.h"
#include "exchange/plan/targetcontent.h"
#include "store/reading/exportpages.h"
#include "transfer/rows/importcells.h"

using namespace Qt::StringLiterals;

namespace headway::transfer {

using exchange::ImportInput;
using exchange::TargetRole;

// A quantity in thousandths, or minutes as seconds.
Result<> RowReader::readAmount(TargetRole role, const Cell &cell, ImportedRecord &imported)
{
    const bool isQuantity = role == TargetRole::Quantity;
    const QString text = isQuantity && isSensible() ? exchange::quantityIn(cell.text) : cell.text;
    HEADWAY_TRY(number, parseNumber(text, m_context.style.number));
    HEADWAY_TRY(scaled, toScaledInteger(number.value, isQuantity ? 3 : 0));
    if (isQuantity)
        imported.quantityMilli = scaled;
    else
        imported.values.emplace_back(field(u"duration"), scaled * 60);
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

// Those of custom fields come last: they are in the currency that the record has by then.
Result<> RowReader::readAmounts(const QStringList &texts, ImportedRecord &imported)
{
    const auto &inputs = m_context.plan.inputs;
    const int currency = field(u"currency");
    const bool isTold = currency >= 0 && imported.value(currency);
    const RowCurrency told = isTold ? RowCurrency::Told : RowCurrency::Untold;
    for (const bool isCustom : {false, true}) {
        for (size_t i = 0; i < inputs.size(); ++i) {
            const QString &text = texts[qsizetype(i)];
            if (exchange::isMoney(m_context.plan, inputs[i].target)
                && (inputs[i].target.role == TargetRole::Custom) == isCustom && !isNothing(inputs[i], text))
                HEADWAY_CHECK(readMoney(inputs[i], text, told, imported));
        }
    }
    return {};
}

// Whether the amount is in the same currency whatever is usual.
bool RowReader::namesCurrency(const QString &text) const
{
    exchange::CellStyle style = m_context.style;
    style.currency = u"EUR"_s;
    const auto one = exchange::readAmount(text, style);
    style.currency = u"GBP"_s;
    const auto other = exchange::readAmount(text, style);
    return one && other && one->currency == other->currency;
}

bool RowReader::asksUnit(const ImportInput &input) const
{
    return isSensible() && input.amount.isUnclear && !m_context.request.amountPower;
}

// What a cell says itself, 5k, is as it is written, whatever the name of the column says.
QString RowReader::scaled(const ImportInput &input, const QString &text) const
{
    const bool isScaled = isSensible() && input.amount.isScaled() && !exchange::hasMultiplier(text);
    const int power = isScaled ? m_context.request.amountPower.value_or(input.amount.power) : 0;
    if (power < 0) // what is no whole number of hundredths is no amount
        return exchange::hundredths(text, m_context.style.number.decimalMark).value_or(QString());
    return power > 0 ? exchange::scaledAmount(text, power) : text;
}

bool RowReader::isCurrencyInHeader(const ImportInput &input) const
{
    return isSensible() && !input.amount.currency.isEmpty();
}

namespace {

Result<Money> moneyIn(const QString &amount, const exchange::CellStyle &style,
                      const std::optional<exchange::Rounding> &rounding)
{
    return rounding ? exchange::readRoundedAmount(amount, style, *rounding)
                    : exchange::readAmount(amount, style);
}

} // namespace

Result<> RowReader::readMoney(const ImportInput &input, const QString &text, RowCurrency told,
                              ImportedRecord &imported)
{
    using About = ImportQuestion::About;
    const bool isCustom = input.target.role == TargetRole::Custom;
    const int currency = field(u"currency");
    HEADWAY_TRY(assumed, currencyOf(imported));
    exchange::CellStyle style = m_context.style;
    const bool isInHeader = told == RowCurrency::Untold && isCurrencyInHeader(input);
    style.currency = isInHeader ? exchange::currencyMeant(input.amount.currency, assumed) : assumed;
    const exchange::AmountCell cell =
        isSensible() ? exchange::amountIn(text) : exchange::AmountCell{text, {}};
    const QString amount = scaled(input, cell.text);
    const auto &rounding = m_context.request.rounding;
    const auto money = moneyIn(amount, style, rounding);
    const auto keepFor = [&](About about, const QStringList &answers) {
        m_context.questions->ask(about, input.target.name, input.columnName, text, answers);
        imported.keep(input.columnName, text.simplified());
        return Result<>();
    };
    if (!money && isDetail(input) && !rounding && exchange::hasSpareDecimals(amount, style))
        return keepFor(About::Rounding, {u"nearest"_s, u"down"_s, u"up"_s});
    if (!money)
        return settle(input, text, money.error(), imported);
    if (imported.currency == ImportedRecord::Currency::Unknown && !namesCurrency(cell.text))
        return keepFor(About::NotUnderstood, {});
    if (asksUnit(input) && isDetail(input) && money->minor != 0)
        return keepFor(About::AmountUnit, {u"ones"_s, u"thousands"_s, u"millions"_s});
    // Of a custom field, and of a line of a deal, the currency is that of the record or the deal.
    const bool isFixed = imported.currency == ImportedRecord::Currency::Named
        || (isSensible() && !assumed.isEmpty() && (isCustom || currency < 0));
    if (isFixed && money->currency != assumed) {
        if (isDetail(input))
            return keepFor(About::OtherCurrency, {});
        refuse(
            input, text,
            rowProblem(
                input.columnName,
                Sentence::tr("The amount is in %1, but the currency is %2.").arg(money->currency, assumed)));
        return {};
    }
    if (!cell.beside.isEmpty() && isDetail(input))
        HEADWAY_CHECK(keepFor(About::AmountBeside, {}));
    if (isCustom) {
        imported.custom.insert(m_context.plan.custom[size_t(input.target.field)].name, money->minor);
        return {};
    }
    imported.values.emplace_back(input.target.field, money->minor);
    if (currency >= 0 && !imported.value(currency)) {
        imported.values.emplace_back(currency, money->currency);
        if (money->currency != assumed || isInHeader)
            imported.currency = ImportedRecord::Currency::Named;
    }
    return {};
}

} // namespace headway::transfer
