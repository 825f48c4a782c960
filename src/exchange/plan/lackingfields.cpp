// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/lackingfields.h"

#include "domain/records/record.h"
#include "domain/text/currencytable.h"
#include "domain/text/text.h"
#include "exchange/cells/daycell.h"
#include "exchange/cells/nametext.h"
#include "exchange/cells/reachtext.h"
#include "exchange/cells/vocabulary.h"
#include "exchange/plan/amountcell.h"
#include "exchange/plan/amountheader.h"
#include "exchange/plan/fieldtext.h"
#include "exchange/plan/targetcontent.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

constexpr size_t rowsLookedAt = 200;
constexpr qsizetype mostCells = 50; // of a column
constexpr qsizetype mostColumns = 500;
constexpr qsizetype longestCell = 100; // a longer one is a text
constexpr qsizetype shortestEnding = 4;

// The cells of a column that say something, and what its name does.
struct Cells {
    QString header = {};
    QStringList texts = {};

    // Nearly all of them: one in ten may be written badly.
    template <class Is>
    bool areMostly(Is is) const
    {
        qsizetype others = 0;
        for (const QString &text : texts) {
            if (!is(text) && ++others * 10 > texts.size())
                return false;
        }
        return !texts.isEmpty();
    }
    qsizetype different() const { return QSet<QString>(texts.begin(), texts.end()).size(); }
};

Cells cellsOf(const ImportPlan &plan, qsizetype column, const std::vector<QStringList> &rows)
{
    Cells cells{plan.columns[column], {}};
    for (size_t row = 0; row < std::min(rows.size(), rowsLookedAt) && cells.texts.size() < mostCells; ++row) {
        const QString text = rows[row][column].trimmed();
        if (!isBlankWord(text))
            cells.texts += text;
    }
    return cells;
}

// "DealValue_EUR" → deal, value, eur
QStringList wordsOf(const QString &header)
{
    static const QRegularExpression word(u"\\p{Lu}+(?!\\p{Ll})|\\p{Lu}?[\\p{Ll}\\p{Lo}\\p{M}]+"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    QStringList words;
    for (auto it = word.globalMatch(header); it.hasNext();)
        words += it.next().captured();
    return words;
}

bool speaksOf(const QString &header, QStringView list)
{
    const Vocabulary &known = Vocabulary::own();
    const QStringList words = wordsOf(header);
    return known.has(list, header) || std::any_of(words.begin(), words.end(), [&](const QString &word) {
               return known.has(list, word);
           });
}

// "Auftragssumme", "見積金額"
bool endsInMoney(const QString &header)
{
    for (const QString &word : wordsOf(header)) {
        for (qsizetype i = 1; i < word.size(); ++i) {
            const QStringView ending = QStringView(word).mid(i);
            const bool isLong = ending.size() >= shortestEnding || ending.at(0).unicode() > u'\u3000';
            if (isLong && Vocabulary::own().has(u"money_header", ending))
                return true;
        }
    }
    return false;
}

std::optional<Money> amountOf(const QString &text)
{
    if (text.size() > longestCell || text.contains(u'%'))
        return std::nullopt;
    const QString amount = amountIn(text).text;
    for (const NumberStyle marks : {NumberStyle{u'.', u','}, NumberStyle{u',', u'.'}}) {
        if (const auto money = readAmount(amount, {.number = marks}))
            return *money;
    }
    return std::nullopt;
}

bool isDay(const QString &text)
{
    constexpr std::array orders{DateOrder::YearMonthDay, DateOrder::DayMonthYear, DateOrder::MonthDayYear};
    if (text.size() > longestCell)
        return false;
    // It is said whole: a bare number may be the day of a spreadsheet, and mostly is none, as 20.5.
    static const QRegularExpression groups(u"\\d+"_s);
    int numbers = 0;
    bool hasYear = false;
    for (auto it = groups.globalMatch(text); it.hasNext(); ++numbers)
        hasYear = it.next().capturedLength() == 4 || hasYear;
    if (numbers < 2 || (numbers == 2 && !hasYear))
        return false;
    return std::any_of(orders.begin(), orders.end(), [&](DateOrder order) {
        return bool(readMomentCell(text, {order, QTimeZone::utc()}));
    });
}

bool isNumber(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.isDigit() || c == u'.' || c == u',' || c == u'-' || c == u'\'' || c == u'’' || c.isSpace();
    });
}

// How likely a column is what is lacking; 0: it is not.
using Likely = int (*)(const Cells &cells, const BookWords &book);

int likelyMoney(const Cells &cells, const BookWords &)
{
    const bool isCalledSo = speaksOf(cells.header, u"money_header") || endsInMoney(cells.header)
        || amountHeader(cells.header).has_value();
    const auto hasCurrency = [](const QString &text) {
        const auto money = amountOf(text);
        return money && !money->currency.isEmpty();
    };
    if (cells.areMostly(hasCurrency))
        return isCalledSo ? 3 : 2;
    const auto isAmount = [](const QString &text) {
        const auto money = amountOf(text);
        return money && (!money->currency.isEmpty() || isNumber(text)) && !isDay(text);
    };
    return isCalledSo && cells.areMostly(isAmount) ? 1 : 0;
}

int likelyCurrency(const Cells &cells, const BookWords &)
{
    return cells.areMostly([](const QString &text) {
        constexpr qsizetype lengthOfCode = 3;
        const bool isCode =
            text.size() == lengthOfCode && text == text.toUpper() && currencyDecimals(text).has_value();
        const bool isSign = text.size() == 1 && text.at(0).category() == QChar::Symbol_Currency;
        return isCode || isSign || Vocabulary::own().has(u"currency", text);
    });
}

std::optional<QString> statusOfDeal(const QString &text)
{
    return Vocabulary::own().code(choiceList(EntityKind::Deal, "status"_L1), text);
}

bool isClosing(const QString &text)
{
    const auto code = statusOfDeal(text);
    return code == u"won"_s || code == u"lost"_s;
}

// Open, won and lost, and nothing else.
int likelyStatus(const Cells &cells, const BookWords &)
{
    const bool hasEnds = std::any_of(cells.texts.begin(), cells.texts.end(), isClosing);
    return hasEnds && cells.areMostly([](const QString &text) { return statusOfDeal(text).has_value(); });
}

// Words of which most are stages of the book, or say that it was won or lost.
int likelyStage(const Cells &cells, const BookWords &book)
{
    const auto known = std::count_if(cells.texts.begin(), cells.texts.end(), [&](const QString &text) {
        return isClosing(text) || book.stages.contains(fold(text));
    });
    return known > 0 && known * 2 >= cells.texts.size();
}

int likelyLeadStatus(const Cells &cells, const BookWords &)
{
    constexpr int leastWords = 2;
    QSet<QString> words;
    const auto known = std::count_if(cells.texts.begin(), cells.texts.end(), [&](const QString &text) {
        const auto code = Vocabulary::own().code(choiceList(EntityKind::Lead, "status"_L1), text);
        if (code)
            words.insert(*code);
        return code.has_value();
    });
    return words.size() >= leastWords && known * 2 > cells.texts.size();
}

// Of days there are many: when it was made, changed, called. Only a name can tell.
int likelyClosing(const Cells &cells, const BookWords &)
{
    return speaksOf(cells.header, u"closing_header") && cells.areMostly(isDay);
}

int likelyEmail(const Cells &cells, const BookWords &)
{
    return cells.areMostly([](const QString &text) {
        if (!text.contains(u'@'))
            return false;
        const std::vector<ReachCell::Point> points =
            readReach({ContactPointType::Email, ContactPointPlace::Work}, text, {}).points;
        return !points.empty()
            && std::none_of(points.begin(), points.end(), [](const auto &point) { return point.isInvalid; });
    });
}

// As only telephone numbers are written: a code, a day and an amount have digits as well.
int likelyPhone(const Cells &cells, const BookWords &)
{
    static const QRegularExpression number(
        uR"(^(?:(?:\+|00?)[\d\s().\-/]{6,20}|\(\d{2,5}\)[\d\s.\-/]{5,16}|\d{3}[-. ]\d{3}[-. ]\d{4})(?:\s*(?:x|ext\.?|,)\s*\d{1,6})?$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    constexpr int leastDigits = 7;
    constexpr int mostDigits = 21;
    return cells.areMostly([](const QString &text) {
        const auto digits = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
        return digits >= leastDigits && digits <= mostDigits && number.match(text).hasMatch() && !isDay(text);
    });
}

int likelyOwner(const Cells &cells, const BookWords &book)
{
    return cells.areMostly([&](const QString &text) { return book.users.contains(fold(text)); });
}

// Two to four words with capitals, which seldom come again.
int likelyPerson(const Cells &cells, const BookWords &)
{
    static const QRegularExpression name(
        uR"(^(?:[\p{Lu}\p{Lt}][\p{L}\p{M}.'’\-]*,? |(?:van|von|de|der|den|del|di|da|la|le|el|bin|al) ){1,3}[\p{Lu}\p{Lt}][\p{L}\p{M}.'’\-]*$)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    const bool isOneEach = cells.different() * 10 >= cells.texts.size() * 7;
    return isOneEach && cells.areMostly([](const QString &text) {
        return text.size() <= longestCell && name.match(text).hasMatch() && !nameParts(text).isCompany;
    });
}

// A field, whose records have it, which columns make that it is not lacking, and what it holds. In this order: a column
// is asked about once.
struct Need {
    QString target;
    bool (*isOf)(const EntityInfo &info, EntityKind kind);
    QStringList others; // targets that say the same
    Likely likely;
};

const std::vector<Need> &needs()
{
    const auto isDeal = [](const EntityInfo &, EntityKind kind) { return kind == EntityKind::Deal; };
    const auto isLead = [](const EntityInfo &, EntityKind kind) { return kind == EntityKind::Lead; };
    const auto isReached = [](const EntityInfo &info, EntityKind) {
        return info.has(KindTrait::HasContactPoints);
    };
    const auto isPerson = [](const EntityInfo &info, EntityKind) { return info.has(KindTrait::Person); };
    const auto hasCurrency = [](const EntityInfo &info, EntityKind) {
        return info.indexOf(u"currency") >= 0;
    };
    const auto hasOwner = [](const EntityInfo &info, EntityKind) { return info.indexOf(u"owner_id") >= 0; };
    static const std::vector<Need> all{
        {u"amount"_s, isDeal, {}, likelyMoney},
        {u"currency"_s, hasCurrency, {}, likelyCurrency},
        {u"status"_s, isDeal, {}, likelyStatus},
        {u"status"_s, isLead, {}, likelyLeadStatus},
        {u"stage"_s, isDeal, {u"stage.external_id"_s}, likelyStage},
        {u"close"_s, isDeal, {u"closed_on"_s, u"expected_close"_s, u"lost_time"_s}, likelyClosing},
        {u"email"_s, isReached, {u"email_home"_s}, likelyEmail},
        {u"phone"_s, isReached, {u"phone_home"_s, u"mobile"_s, u"fax"_s}, likelyPhone},
        {u"owner"_s, hasOwner, {u"owner_id"_s, u"owner.external_id"_s}, likelyOwner},
        {u"name"_s, isPerson, {u"first_name"_s, u"last_name"_s}, likelyPerson},
    };
    return all;
}

bool isThere(const ImportPlan &plan, const Need &need)
{
    return plan.find(need.target)
        || std::any_of(need.others.begin(), need.others.end(),
                       [&](const QString &other) { return plan.find(other) != nullptr; });
}

bool hasMoney(const ImportPlan &plan, const std::vector<LackingField> &lacking)
{
    return std::any_of(plan.inputs.begin(), plan.inputs.end(),
                       [&](const ImportInput &input) { return isMoney(plan, input.target); })
        || std::any_of(lacking.begin(), lacking.end(),
                       [](const LackingField &field) { return field.target == "amount"_L1; });
}

} // namespace

QStringList fieldsThatMayLack()
{
    QStringList targets;
    for (const Need &need : needs())
        targets += need.target;
    targets.removeDuplicates();
    return targets;
}

std::vector<LackingField> lackingFields(const ImportPlan &plan, const QList<qsizetype> &rest,
                                        const std::vector<QStringList> &rows, const BookWords &book)
{
    std::vector<LackingField> lacking;
    std::vector<std::pair<qsizetype, Cells>> open;
    for (const qsizetype column : rest.mid(0, mostColumns)) {
        Cells cells = cellsOf(plan, column, rows);
        if (!cells.texts.isEmpty())
            open.emplace_back(column, std::move(cells));
    }
    for (const Need &need : needs()) {
        if (!need.isOf(entityInfo(plan.kind), plan.kind) || isThere(plan, need)
            || (need.target == "currency"_L1 && !hasMoney(plan, lacking)))
            continue;
        std::vector<std::pair<int, qsizetype>> found; // how likely, and the column
        std::erase_if(open, [&](const auto &each) {
            const int likely = need.likely(each.second, book);
            if (likely > 0)
                found.emplace_back(likely, each.first);
            return likely > 0;
        });
        if (found.empty())
            continue;
        std::stable_sort(found.begin(), found.end(),
                         [](const auto &a, const auto &b) { return a.first > b.first; });
        LackingField field{need.target, {}};
        for (const auto &[likely, column] : found)
            field.columns += column;
        lacking.push_back(std::move(field));
    }
    return lacking;
}

QStringList columnsOfDays(const ImportPlan &plan, const std::vector<QStringList> &rows)
{
    QStringList ends;
    QStringList others;
    for (qsizetype column = 0; column < std::min(plan.columns.size(), mostColumns); ++column) {
        const Cells cells = cellsOf(plan, column, rows);
        if (cells.areMostly(isDay))
            (speaksOf(cells.header, u"closing_header") ? ends : others) += cells.header;
    }
    return ends + others;
}

} // namespace headway::exchange
