// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/phonetext.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption;
constexpr auto unicode = QRegularExpression::UseUnicodePropertiesOption;
constexpr qsizetype leastDigits = 3; // "110"; fewer among words are an hour or a room

const QString extensionWords =
    u"ext(?:ension|n)?|x|app|apparat|durchwahl|dw|klappe|poste|toestel|ankn|tst|anexo|int(?:erno)?|ramal|wewn?"
    "|доб(?:авочный)?|вн|内線|#"_s;

qsizetype digitsIn(QStringView text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

bool isMark(QChar c)
{
    return c.isSpace() || u"+()./-\u2010\u2011\u2012\u2013\u2014\u00B7"_s.contains(c);
}

bool isPlain(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit() || isMark(c); });
}

// The run with the most digits, without the marks behind it.
QString longestRun(const QString &text)
{
    static const QRegularExpression run(u"[+(]*\\d[\\d\\s()./\\x{2010}-\\x{2014}\\x{B7}-]*"_s);
    QString longest;
    QRegularExpressionMatchIterator found = run.globalMatch(text);
    while (found.hasNext()) {
        const QString each = found.next().captured();
        if (digitsIn(each) > digitsIn(longest))
            longest = each;
    }
    while (!longest.isEmpty() && !longest.back().isDigit() && longest.back() != u')')
        longest.chop(1);
    return longest;
}

QChar keyOf(QChar letter)
{
    constexpr QStringView keys = u"22233344455566677778889999"; // of A to Z (E.161)
    return keys[letter.toUpper().unicode() - u'A'];
}

bool isLatin(QChar c)
{
    return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
}

// How many digits follow that are dialled; none where the plan has no letters behind these digits.
qsizetype lettersBehind(const QString &head)
{
    static const QRegularExpression america(u"^1?8(?:00|33|44|55|66|77|88)$"_s); // and Australia's 1800
    static const QRegularExpression others(u"^(?:61)?1[38]00$|^(?:0|49)[78]00$|^(?:0|44)80[08]$"_s);
    constexpr qsizetype local = 7;
    constexpr qsizetype longest = 9;
    if (america.match(head).hasMatch())
        return local;
    return others.match(head).hasMatch() ? longest : 0;
}

} // namespace

QString withPlainDigits(QStringView text)
{
    QString plain = text.trimmed().toString();
    for (QChar &c : plain) {
        if (c.isDigit())
            c = QChar(u'0' + char16_t(c.digitValue()));
        else if (c == u'\uFF0B')
            c = u'+';
    }
    return plain;
}

QString withoutPhoneScheme(QString text)
{
    static const QRegularExpression scheme(u"^(?:tel|callto|phone|fax|sms|sips?|whatsapp):(?://)?"_s,
                                           anyCase);
    static const QRegularExpression context(u";phone-context=(\\+[\\d.()-]+)?[^;]*"_s, anyCase);
    static const QRegularExpression inside(u";isub=[^;]*"_s, anyCase);
    text.remove(scheme);
    text.remove(inside);
    const QRegularExpressionMatch match = context.match(text);
    if (!match.hasMatch())
        return text;
    const QString abroad = text.startsWith(u'+') ? QString() : match.captured(1);
    return abroad + text.remove(match.capturedStart(), match.capturedLength());
}

std::optional<PhoneExtension> extensionIn(const QString &text)
{
    static const QRegularExpression pattern(u"(?<=[\\d\\s,;.)])[,;.\\s]*(?:"_s + extensionWords
                                                + u")\\s*[.:=#-]?\\s*(\\d{1,9})(?=\\D|$)"_s,
                                            anyCase | unicode);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch() || digitsIn(QStringView(text).left(match.capturedStart())) < leastDigits)
        return std::nullopt;
    return PhoneExtension{match.capturedStart(), match.capturedEnd(), match.captured(1)};
}

bool beginsWithExtension(const QString &text)
{
    static const QRegularExpression pattern(u"^[,;.\\s]*(?:"_s + extensionWords + u")\\s*[.:=#-]?\\s*\\d"_s,
                                            anyCase | unicode);
    return pattern.match(text).hasMatch();
}

bool isExtensionWord(const QString &word)
{
    static const QRegularExpression pattern(u"^[,;]*(?:"_s + extensionWords + u")[.:=]*$"_s, anyCase);
    return pattern.match(word).hasMatch();
}

QString dialledLetters(const QString &text)
{
    constexpr qsizetype leastLetters = 3;
    constexpr qsizetype least = 5;
    static const QRegularExpression shape(
        u"^\\s*(\\+?[\\d() .-]*\\d[) ]*)([-. ]?)([A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*)\\s*$"_s, anyCase);
    const QRegularExpressionMatch match = shape.match(text);
    if (!match.hasMatch())
        return {};
    const QString letters = match.captured(3);
    const bool isSpaced = match.captured(2) == " "_L1 || match.captured(1).endsWith(u' ');
    if (isSpaced && letters != letters.toUpper()) // "0800 private"
        return {};
    QString head;
    for (const QChar c : match.captured(1)) {
        if (c.isDigit())
            head += c;
    }
    QString behind;
    for (const QChar c : letters) {
        if (isLatin(c))
            behind += keyOf(c);
        else if (c.isDigit())
            behind += c;
    }
    const qsizetype most = lettersBehind(head.startsWith("00"_L1) ? head.mid(2) : head);
    if (most == 0 || behind.size() < least
        || std::count_if(letters.begin(), letters.end(), isLatin) < leastLetters)
        return {};
    return (match.captured(1).trimmed().startsWith(u'+') ? u"+"_s : QString()) + head + behind.left(most);
}

PhoneText phoneTextIn(QStringView text)
{
    QString rest = withPlainDigits(text);
    if (isPlain(rest))
        return {digitsIn(rest) > 0 ? rest : QString(), {}};
    PhoneText found;
    rest = withoutPhoneScheme(rest);
    if (const auto extension = extensionIn(rest)) {
        found.extension = extension->digits;
        rest.replace(extension->start, extension->end - extension->start, u";"_s);
        if (rest.endsWith(u';'))
            rest.chop(1);
    }
    if (const QString dialled = dialledLetters(rest); !dialled.isEmpty()) {
        found.number = dialled;
        return found;
    }
    const QString run = longestRun(rest);
    if (digitsIn(run) < leastDigits)
        return {};
    found.number = run;
    return found;
}

bool isWrittenAsPhone(QStringView text)
{
    QString rest = withoutPhoneScheme(withPlainDigits(text));
    if (const auto extension = extensionIn(rest); extension && extension->end == rest.size())
        rest.truncate(extension->start);
    if (!dialledLetters(rest).isEmpty())
        return true;
    return digitsIn(rest) > 0 && isPlain(rest);
}

} // namespace headway
