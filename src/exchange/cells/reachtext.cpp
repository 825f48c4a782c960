// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cells/reachtext.h"

#include "domain/text/emailtext.h"
#include "domain/text/phonetext.h"
#include "domain/text/text.h"
#include "exchange/cells/vocabulary.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

constexpr auto unicode = QRegularExpression::UseUnicodePropertiesOption;
constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption;
constexpr QChar cutMark(u'\uE000'); // no file means anything by it
constexpr qsizetype longestCell = 10'000;
constexpr qsizetype leastDigits = 5; // of each of two numbers between which / or , may stand

std::optional<ContactPointPlace> placeOf(QStringView word)
{
    const auto code = Vocabulary::own().code(u"place", word);
    return code ? std::optional(Codec<ContactPointPlace>::write(*code)) : std::nullopt;
}

// Without the marks around it: "(neu)" → "neu", ", ask for Bob" → "ask for Bob".
QString bare(QStringView text)
{
    static const QRegularExpression marks(uR"(^[\s()\[\]<>:,;.\-–—/'"*]+|[\s()\[\]<>:,;\-–—/'"]+$)"_s);
    return text.toString().remove(marks).simplified();
}

qsizetype digitsIn(const QString &text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

// --- Several in a cell ----------------------------------------------------------------------------------

// Where one may end and the next begin, whatever they are. A comma and a slash are looked at more closely.
const QRegularExpression &separator()
{
    static const QRegularExpression between(
        uR"(\s*:::\s*|\s*[;\n\r|]+\s*|\s+(?:or|oder|ou|of|o)\s+|(?<slash>\s+/\s+)|(?<comma>,\s*))"_s,
        anyCase);
    return between;
}

struct Cut {
    QStringList pieces = {};
    QString last = {};

    void end()
    {
        if (!last.trimmed().isEmpty())
            pieces += last.trimmed();
        last.clear();
    }
};

// "02151 / 123456" and "+49 (0) 171 / 1234567": no number yet, but the beginning of one.
bool isAreaCode(const QString &before, const QString &behind)
{
    constexpr qsizetype longest = 6;              // of digits, with the 0
    constexpr qsizetype longestAbroad = 7;        // behind +
    constexpr qsizetype longestAbroadByZeros = 9; // behind 00
    const QString start = QString(before).remove(u"(0)"_s).trimmed();
    const bool isAbroad = start.startsWith(u'+');
    const bool isNational = start.startsWith(u'0') || start.startsWith(u"(0"_s);
    const QString next = behind.trimmed();
    if ((!isAbroad && !isNational) || next.startsWith(u'+') || next.startsWith(u'0')
        || next.startsWith(u"(0"_s))
        return false;
    const qsizetype most = isAbroad ? longestAbroad
        : start.startsWith(u"00"_s) ? longestAbroadByZeros
                                    : longest;
    return digitsIn(start) <= most;
}

// "030 / 123456" is one number, "030 123456 / 030 123457" are two.
QStringList cutNumbers(const QString &text)
{
    static const QRegularExpression parameter(u"^\\s*(?:isub|phone-context)\\b"_s, anyCase);
    Cut cut;
    qsizetype from = 0;
    QRegularExpressionMatchIterator found = separator().globalMatch(text);
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        cut.last += text.mid(from, match.capturedStart() - from);
        from = match.capturedEnd();
        const QString rest = text.mid(from);
        const bool isWeak = match.hasCaptured(u"slash"_s) || match.hasCaptured(u"comma"_s);
        const QString next = rest.left(rest.indexOf(separator()));
        const bool isOwn =
            digitsIn(next) >= (isWeak ? leastDigits : 1) && digitsIn(cut.last) >= (isWeak ? leastDigits : 1);
        const bool isBegun = match.hasCaptured(u"slash"_s) && isAreaCode(cut.last, next);
        if (isOwn && !isBegun && !beginsWithExtension(rest) && !parameter.match(rest).hasMatch())
            cut.end();
        else
            cut.last += match.captured();
    }
    cut.last += text.mid(from);
    cut.end();
    return cut.pieces;
}

// A comma within quotes or before a name and its address ends nothing: "Lang, Eva <eva@x.example>".
QStringList cutAddresses(const QString &text)
{
    Cut cut;
    qsizetype from = 0;
    QRegularExpressionMatchIterator found = separator().globalMatch(text);
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        cut.last += text.mid(from, match.capturedStart() - from);
        from = match.capturedEnd();
        const bool isQuoted = cut.last.count(u'"') % 2 != 0;
        const QString next = text.mid(from).section(u',', 0, 0);
        const bool isName = match.hasCaptured(u"comma"_s) && !cut.last.contains(u'@') && next.contains(u'@')
            && (next.contains(u'<') || next.contains(u'('));
        if (isQuoted || isName)
            cut.last += match.captured();
        else
            cut.end();
    }
    cut.last += text.mid(from);
    cut.end();
    return cut.pieces;
}

// --- Phones ---------------------------------------------------------------------------------------------

struct Phone {
    QString value = {};
    std::optional<ContactPointPlace> place = {};
    QString remark = {};
};

// The number, from its first digit, + or bracket to its last digit or the bracket that belongs to it.
QString numberIn(const QString &text)
{
    static const QRegularExpression run(uR"([+(]*\d[\d\s()./\-–—‑·*#]*)"_s, unicode);
    QString longest;
    QRegularExpressionMatchIterator found = run.globalMatch(text);
    while (found.hasNext()) {
        const QString each = found.next().captured();
        if (digitsIn(each) > digitsIn(longest))
            longest = each;
    }
    while (!longest.isEmpty() && !longest.back().isDigit()
           && !(longest.back() == u')' && longest.count(u'(') == longest.count(u')')))
        longest.chop(1);
    return longest;
}

// What stands beside a number is its kind ("Fax", "(privat)") or a remark, never digits of it.
void readBeside(const QString &beside, Phone &phone)
{
    QStringList remarks;
    for (const QString &part : beside.split(cutMark)) {
        const QString words = bare(part);
        if (words.isEmpty())
            continue;
        if (const auto place = placeOf(words)) {
            phone.place = place;
            continue;
        }
        QStringList left;
        for (const QString &word : words.split(u' ')) {
            if (const auto place = word.size() > 1 && !phone.place ? placeOf(word) : std::nullopt)
                phone.place = place;
            else
                left += word;
        }
        if (const QString remark = bare(left.join(u' ')); !remark.isEmpty())
            remarks += remark;
    }
    phone.remark = remarks.join(u", "_s);
}

// 1-800-FLOWERS: the letters are dialled.
bool isVanity(const QString &text)
{
    static const QRegularExpression shape(uR"(^\+?[\d() -]*\d-([A-Z]{3,}[A-Z0-9-]*)$)"_s);
    const auto match = shape.match(text);
    return match.hasMatch() && !placeOf(match.captured(1));
}

std::optional<Phone> readPhone(QString text)
{
    static const QRegularExpression float_(uR"(^(\d{5,})\.0$)"_s); // as programs write a number
    text = withoutPhoneScheme(text);
    if (text.startsWith(u'\''))
        text.remove(0, 1);
    text = text.trimmed();
    if (const auto match = float_.match(text); match.hasMatch())
        text = match.captured(1);
    if (isVanity(text))
        return Phone{text, {}, {}};
    Phone phone;
    QString inner;
    if (const auto extension = extensionIn(text)) {
        inner = extension->digits;
        text = text.left(extension->start) + cutMark + text.mid(extension->end);
    }
    // When somebody is there: those digits would join the ones of the number.
    static const QRegularExpression hours(
        uR"((?<![\d.:])\d{1,2}(?:(?::\d{2})?\s*[-–]\s*\d{1,2}(?::\d{2})?\s*(?:h|uhr|am|pm)\b|:\d{2}(?:\s*[-–]\s*\d{1,2}:\d{2})?(?![\d:])))"_s,
        anyCase | unicode);
    if (const auto match = hours.match(text); match.hasMatch()) {
        text.insert(match.capturedEnd(), cutMark);
        text.insert(match.capturedStart(), cutMark);
    }
    const QString number = numberIn(text);
    const bool hasLetters = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
    if (digitsIn(number) < (hasLetters ? 3 : 1))
        return std::nullopt;
    const qsizetype at = text.indexOf(number);
    readBeside(text.left(at) + cutMark + text.mid(at + number.size()), phone);
    phone.value = number.simplified();
    if (!inner.isEmpty())
        phone.value += u" ext. "_s + inner;
    return phone;
}

// One number and nothing else, as nearly all cells are.
bool isPlainNumber(const QString &text)
{
    qsizetype digits = 0;
    for (const QChar c : text) {
        if (c.isDigit())
            ++digits;
        else if (c != u' ' && c != u'-' && c != u'+' && c != u'(' && c != u')')
            return false;
    }
    return digits >= 3 && digits <= 15;
}

void addPhones(const QString &text, ReachCell &cell, ContactPointPlace place)
{
    if (isPlainNumber(text)) {
        cell.points.push_back({text.simplified(), place});
        return;
    }
    if (isSpoiltNumber(text)) {
        cell.remarks += text.trimmed();
        return;
    }
    for (const QString &piece : cutNumbers(text)) {
        const std::optional<Phone> phone = isSpoiltNumber(piece) ? std::nullopt : readPhone(piece);
        if (!phone) {
            if (!isBlankWord(piece))
                cell.remarks += piece;
            continue;
        }
        cell.points.push_back({phone->value, phone->place.value_or(place)});
        if (!phone->remark.isEmpty())
            cell.remarks += phone->value + u": "_s + phone->remark;
    }
}

// --- E-mail ---------------------------------------------------------------------------------------------

void addEmail(const QString &piece, ReachCell &cell, ContactPointPlace place)
{
    static const QRegularExpression address(uR"([^\s<>()\[\],;:"]+@[^\s<>()\[\],;:"]+)"_s);
    static const QRegularExpression scheme(uR"((?:mailto|smtp|e-?mail)\s*:\s*)"_s, anyCase);
    static const QRegularExpression query(uR"(\?(?:subject|cc|bcc|body)=.*$)"_s, anyCase);
    const bool isPlain = std::none_of(piece.begin(), piece.end(), [](QChar c) {
        return c.isSpace() || c == u'<' || c == u'>' || c == u'(' || c == u')' || c == u':' || c == u'?'
            || c == u'"' || c == u'[' || c == u']';
    });
    if (isPlain && isEmailAddress(piece) && !piece.endsWith(u'\'')) {
        cell.points.push_back({piece, place});
        return;
    }
    QString text = piece;
    text.remove(scheme);
    text.remove(query);
    QStringList found;
    QRegularExpressionMatchIterator matches = address.globalMatch(text);
    qsizetype end = 0;
    QString beside;
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        beside += text.mid(end, match.capturedStart() - end) + cutMark;
        end = match.capturedEnd();
        found += match.captured();
    }
    if (found.isEmpty()) {
        if (const QString words = text.trimmed(); !isBlankWord(words))
            cell.points.push_back({words, place, true});
        return;
    }
    beside += text.mid(end);
    for (QString &each : found) {
        while (each.endsWith(u'.') || each.endsWith(u'\''))
            each.chop(1);
        cell.points.push_back({each, place, !isEmailAddress(each)});
    }
    for (const QString &part : beside.split(cutMark)) {
        const QString words = bare(part);
        if (words.isEmpty())
            continue;
        if (const auto named = placeOf(words))
            cell.points.back().place = *named;
        else if (cell.person.isEmpty() && found.size() == 1)
            cell.person = words;
        else
            cell.remarks += found.back() + u": "_s + words;
    }
}

// Of a label that means another place, as "Pager", whether its word is kept as well.
enum class OtherPlace { SaysAll, KeepsWord };

// "* Work" is what an address book writes at the main one.
void applyLabel(const QString &label, OtherPlace other, ReachCell &cell)
{
    const QString words = bare(label);
    const bool isMain = label.trimmed().startsWith(u'*');
    const bool isSaid = !words.isEmpty() && !isBlankWord(words);
    const std::optional<ContactPointPlace> place = placeOf(words);
    const bool isMoreThanPlace = !place
        || (other == OtherPlace::KeepsWord && place == ContactPointPlace::Other
            && words.compare("Other"_L1, Qt::CaseInsensitive) != 0);
    for (ReachCell::Point &point : cell.points) {
        point.isFirst = isMain && &point == &cell.points.front();
        if (isSaid)
            point.place = place.value_or(ContactPointPlace::Other);
        if (isSaid && isMoreThanPlace)
            cell.remarks += point.value + u": "_s + words;
    }
}

} // namespace

ReachCell readReach(const ReachedBy &by, const QString &text, const QString &label)
{
    ReachCell cell;
    const bool isNumberOrAddress =
        std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit() || c == u'@'; });
    if (!isNumberOrAddress && isBlankWord(text))
        return cell;
    if (text.size() > longestCell) { // a text that stands in the wrong column
        cell.remarks += text;
        return cell;
    }
    switch (by.by) {
    case ContactPointType::Phone: addPhones(text, cell, by.place); break;
    case ContactPointType::Email:
        for (const QString &piece : cutAddresses(text))
            addEmail(piece, cell, by.place);
        break;
    case ContactPointType::Website: {
        static const QRegularExpression between(uR"(\s*:::\s*|[;\n\r]|,\s)"_s);
        for (const QString &piece : text.split(between, Qt::SkipEmptyParts)) {
            if (!isBlankWord(piece))
                cell.points.push_back({piece.trimmed(), by.place});
        }
    }
    }
    // What the cell itself says of a number is more than what the label says of all.
    if (!label.trimmed().isEmpty()) {
        ReachCell own = cell;
        applyLabel(label, OtherPlace::SaysAll, cell);
        for (size_t i = 0; i < cell.points.size(); ++i) {
            if (own.points[i].place != by.place)
                cell.points[i].place = own.points[i].place;
        }
    }
    return cell;
}

ReachCell literalReach(const ReachedBy &by, const QString &text, const QString &label)
{
    const QString value = text.trimmed();
    ReachCell cell;
    cell.points.push_back({value, by.place, by.by == ContactPointType::Email && !isEmailAddress(value)});
    applyLabel(label, OtherPlace::KeepsWord, cell);
    return cell;
}

bool isSpoiltNumber(QStringView text)
{
    static const QRegularExpression shape(uR"(^\s*\+?\d(?:[.,]\d+)?E\+?\d{1,3}\s*$)"_s, anyCase);
    return shape.match(text.toString()).hasMatch();
}

int reachRank(ContactPointPlace place, bool isInvalid)
{
    if (isInvalid)
        return 9;
    switch (place) {
    case ContactPointPlace::Work: return 0;
    case ContactPointPlace::Mobile: return 1;
    case ContactPointPlace::Home: return 2;
    case ContactPointPlace::Other: return 3;
    case ContactPointPlace::Fax: break;
    }
    return 8;
}

} // namespace headway::exchange
