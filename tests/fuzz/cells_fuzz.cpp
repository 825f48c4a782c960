// SPDX-License-Identifier: GPL-3.0-or-later
// Any cell of somebody else's file: what is understood is whole, and no digit of a phone number is made up.
#include "domain/text/phonenumber.h"
#include "domain/text/text.h"
#include "exchange/cells/activitytext.h"
#include "exchange/cells/daycell.h"
#include "exchange/cells/nametext.h"
#include "exchange/cells/personref.h"
#include "exchange/cells/reachtext.h"
#include "exchange/cells/stagetext.h"
#include "exchange/cells/vocabulary.h"
#include "exchange/csv/foreignencoding.h"
#include "exchange/plan/amountcell.h"
#include "exchange/plan/amountheader.h"
#include "exchange/plan/amounttext.h"
#include "fuzz/fuzz.h"

#include <algorithm>

using namespace headway;
using namespace headway::exchange;
using fuzz::require;

namespace {

qsizetype digitsIn(const QString &text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

void tryReach(const QString &text, const QString &label)
{
    for (const ContactPointType by :
         {ContactPointType::Phone, ContactPointType::Email, ContactPointType::Website}) {
        const ReachCell cell = readReach({by, ContactPointPlace::Work}, text, label);
        qsizetype digits = 0;
        for (const ReachCell::Point &point : cell.points) {
            require(!point.value.trimmed().isEmpty());
            digits += digitsIn(point.value);
        }
        require(digits <= digitsIn(text));
        if (by == ContactPointType::Phone && digitsIn(text) > 0)
            require(!cell.points.empty() || !cell.remarks.empty());
    }
}

// A number is found by itself, whatever its text: by its key and by its words.
void tryNumber(const QString &text)
{
    constexpr qsizetype longest = 60; // keys and words hold the beginning of longer ones
    const PhoneNumber number = readPhoneNumber(text);
    require(isSamePhone(text, text, Extensions::Alike));
    if (number.isEmpty() || text.size() > longest)
        return;
    const QString key = phoneKey(text);
    const QStringList heads = phoneKeyHeads(number);
    require(std::any_of(heads.begin(), heads.end(),
                        [&](const QString &head) { return key >= head && key < QString(head + u','); }));
    const QStringList forms = phoneForms(number);
    const QStringList held = phoneWords(text);
    if (number.written.size() > 15 || forms.isEmpty())
        return;
    require(std::any_of(forms.begin(), forms.end(), [&](const QString &form) {
        return std::any_of(held.begin(), held.end(),
                           [&](const QString &word) { return word.startsWith(form); });
    }));
}

void tryDays(const QString &text)
{
    const DayStyle style{DateOrder::DayMonthYear, QTimeZone::utc()};
    const QDate today(2026, 3, 10);
    if (const auto cell = readDayCell(text, style))
        require(cell->day.isValid());
    if (const auto birthday = readBirthday(text, style, today))
        require(birthday->isValid());
    if (const auto time = readTimeCell(text))
        require(time->isValid());
    if (const auto seconds = readDurationCell(text, DurationUnit::Minutes))
        require(*seconds >= 0);
    static_cast<void>(readMomentCell(text, style));
    static_cast<void>(isNoDay(text));
    static_cast<void>(durationUnitIn(text));
}

void tryAmounts(const QString &text)
{
    const CellStyle style{.number = {u'.', u','}, .currency = QStringLiteral("EUR")};
    const auto exact = readAmount(text, style);
    const auto rounded = readRoundedAmount(text, style, Rounding::Nearest);
    require(!exact || *exact == *rounded);
    const AmountCell cell = amountIn(text);
    require(digitsIn(cell.text) + digitsIn(cell.beside) >= digitsIn(text)); // zeros may be added for cents
    if (const auto header = amountHeader(text)) {
        require(!header->name.isEmpty() && (header->unit.isScaled() || !header->unit.currency.isEmpty()));
        require(currencyMeant(header->unit.currency, style.currency).size() == 3);
    }
    require(digitsIn(quantityIn(text)) <= digitsIn(text));
    for (const PercentScale scale : {PercentScale::Percent, PercentScale::Fraction}) {
        if (const auto percent = readPercentCell(text, style.number, scale))
            require(*percent >= 0 && *percent <= 100);
    }
}

} // namespace

HEADWAY_FUZZ(cells)
{
    constexpr qsizetype longest = 4096; // of a cell that people look at
    const QString text = QString::fromUtf8(bytes.left(longest));
    tryReach(text.section(u'\t', 0, 0), text.section(u'\t', 1));
    tryNumber(text);
    tryDays(text);
    tryAmounts(text);
    for (const QString &ref : personRefs(text)) {
        const PersonRef who = personRef(ref);
        require(!who.name.isEmpty() || !who.email.isEmpty());
    }
    const NameParts name = nameParts(text);
    require(!name.isCompany || !name.last.isEmpty());
    require(looseKey(text).isEmpty()
            || !looseKey(QString(name.salutation + name.first + name.last + name.suffix)).isEmpty());
    const StageMeaning stage = stageMeaning(text);
    require(!stage.isDoubtful || stage.type == StageType::Open);
    static_cast<void>(Vocabulary().add(text));
    const TextEncoding likely = likelyEncoding(bytes.left(longest));
    TextDecoder decoder(likely, ByteOrderMark::Absent);
    require(decoder.decode(bytes.left(longest)).size() <= 2 * bytes.size() + 2);
}
