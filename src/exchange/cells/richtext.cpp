// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cells/richtext.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

constexpr uint lastCharacter = 0x10FFFF;

// Of one tag: what it is called, and whether it ends something.
struct Tag {
    QString name = {};
    bool isEnd = false;
    QString href = {};
};

bool isLine(const QString &name)
{
    static const QStringList lines{u"p"_s,  u"div"_s, u"br"_s,  u"tr"_s,         u"li"_s,   u"ul"_s,
                                   u"ol"_s, u"h1"_s,  u"h2"_s,  u"h3"_s,         u"h4"_s,   u"h5"_s,
                                   u"h6"_s, u"hr"_s,  u"pre"_s, u"blockquote"_s, u"table"_s};
    return lines.contains(name);
}

QString entity(const QString &name)
{
    static const QHash<QString, QString> names{
        {u"amp"_s, u"&"_s},    {u"lt"_s, u"<"_s},     {u"gt"_s, u">"_s},     {u"quot"_s, u"\""_s},
        {u"apos"_s, u"'"_s},   {u"nbsp"_s, u" "_s},   {u"auml"_s, u"ä"_s},   {u"ouml"_s, u"ö"_s},
        {u"uuml"_s, u"ü"_s},   {u"Auml"_s, u"Ä"_s},   {u"Ouml"_s, u"Ö"_s},   {u"Uuml"_s, u"Ü"_s},
        {u"szlig"_s, u"ß"_s},  {u"eacute"_s, u"é"_s}, {u"egrave"_s, u"è"_s}, {u"agrave"_s, u"à"_s},
        {u"ccedil"_s, u"ç"_s}, {u"ntilde"_s, u"ñ"_s}, {u"euro"_s, u"€"_s},   {u"pound"_s, u"£"_s},
        {u"ndash"_s, u"–"_s},  {u"mdash"_s, u"—"_s},  {u"hellip"_s, u"…"_s}, {u"rsquo"_s, u"’"_s},
        {u"lsquo"_s, u"‘"_s},  {u"ldquo"_s, u"“"_s},  {u"rdquo"_s, u"”"_s},  {u"bdquo"_s, u"„"_s},
        {u"bull"_s, u"•"_s},   {u"copy"_s, u"©"_s},   {u"reg"_s, u"®"_s},    {u"deg"_s, u"°"_s},
    };
    if (!name.startsWith(u'#'))
        return names.value(name);
    const bool isHex = name.startsWith(u"#x"_s, Qt::CaseInsensitive);
    bool isNumber = false;
    const uint code = isHex ? name.mid(2).toUInt(&isNumber, 16) : name.mid(1).toUInt(&isNumber);
    if (!isNumber || code < u' ' || code > lastCharacter || QChar::isSurrogate(code))
        return {};
    const char32_t character = code;
    return QString::fromUcs4(&character, 1);
}

QString decoded(const QString &text)
{
    static const QRegularExpression reference(u"&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});"_s);
    QString result;
    qsizetype done = 0;
    for (auto it = reference.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString letter = entity(match.captured(1));
        result += text.mid(done, match.capturedStart() - done);
        result += letter.isEmpty() ? match.captured() : letter;
        done = match.capturedEnd();
    }
    return result + text.mid(done);
}

Tag tagOf(const QRegularExpressionMatch &match)
{
    static const QRegularExpression href(u"\\shref\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    Tag tag{match.captured(2).toLower(), !match.captured(1).isEmpty()};
    if (tag.name == "a"_L1) {
        const auto link = href.match(match.captured(3));
        tag.href = decoded(link.captured(1) + link.captured(2)).trimmed();
        if (tag.href.startsWith("mailto:"_L1))
            tag.href.remove(0, "mailto:"_L1.size());
    }
    return tag;
}

const QRegularExpression &tags()
{
    static const QRegularExpression expression(
        u"<(/?)(p|div|br|span|b|strong|i|em|u|s|a|ul|ol|li|table|tbody|thead|tr|td|th|h[1-6]|hr|font|pre|blockquote|img|html|body|head|meta)"
        "((?:\\s[^<>]*)?)/?>"_s,
        QRegularExpression::CaseInsensitiveOption);
    return expression;
}

// A closing tag or the break of a line shows that the text is HTML.
bool isRich(const QString &text)
{
    static const QRegularExpression sure(
        u"</(p|div|span|b|strong|i|em|u|a|ul|ol|li|table|tr|td|h[1-6]|font|pre|blockquote|body|html)\\s*>|<br\\s*/?>"_s,
        QRegularExpression::CaseInsensitiveOption);
    return text.contains(u'<') && sure.match(text).hasMatch();
}

// Writes lines without spaces around them, and no empty ones. Breaks in the text itself are spaces, unless there are no
// others.
class Lines
{
public:
    explicit Lines(bool areBreaksMeant) : m_areBreaksMeant(areBreaksMeant) {}

    void text(const QString &piece)
    {
        const QStringList parts = m_areBreaksMeant ? piece.split(u'\n') : QStringList{piece};
        for (qsizetype i = 0; i < parts.size(); ++i) {
            if (i > 0)
                end();
            m_line += parts[i];
        }
    }
    void end()
    {
        const QString line = m_line.simplified();
        m_line.clear();
        if (!line.isEmpty() && line != "-"_L1)
            m_lines += line;
    }
    void item()
    {
        end();
        m_line = u"- "_s;
    }
    bool endsWith(const QString &word) const { return m_line.trimmed().endsWith(word); }
    QString all()
    {
        end();
        return m_lines.join(u'\n');
    }

private:
    bool m_areBreaksMeant;
    QString m_line;
    QStringList m_lines;
};

bool hasLines(const QString &text)
{
    for (auto it = tags().globalMatch(text); it.hasNext();) {
        if (isLine(it.next().captured(2).toLower()))
            return true;
    }
    return false;
}

} // namespace

QString plainText(const QString &text)
{
    if (!isRich(text))
        return text;
    static const QRegularExpression unseen(u"<(style|script)\\b[^>]*>.*?</\\1\\s*>|<!--.*?-->"_s,
                                           QRegularExpression::CaseInsensitiveOption
                                               | QRegularExpression::DotMatchesEverythingOption);
    const QString seen = QString(text).remove(unseen);
    Lines lines(!hasLines(seen));
    QString link;
    qsizetype done = 0;
    for (auto it = tags().globalMatch(seen); it.hasNext();) {
        const auto match = it.next();
        lines.text(decoded(seen.mid(done, match.capturedStart() - done)));
        done = match.capturedEnd();
        const Tag tag = tagOf(match);
        if (tag.name == "a"_L1) {
            if (tag.isEnd && !link.isEmpty() && !lines.endsWith(link))
                lines.text(u" ("_s + link + u')');
            link = tag.isEnd ? QString() : tag.href;
        } else if (tag.name == "li"_L1 && !tag.isEnd) {
            lines.item();
        } else if (isLine(tag.name)) {
            lines.end();
        } else if (tag.name == "td"_L1 || tag.name == "th"_L1) {
            lines.text(u" "_s);
        }
    }
    lines.text(decoded(seen.mid(done)));
    return lines.all();
}

} // namespace headway::exchange
