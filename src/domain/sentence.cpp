// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sentence.h"

namespace headway {

namespace {

bool isSame(const SentencePart &a, const SentencePart &b)
{
    const auto *left = std::get_if<std::shared_ptr<const Sentence>>(&a);
    const auto *right = std::get_if<std::shared_ptr<const Sentence>>(&b);
    return left && right ? **left == **right : a == b;
}

} // namespace

Sentence Sentence::verbatim(const QString &words)
{
    Sentence sentence;
    sentence.m_verbatim = words;
    return sentence;
}

Sentence Sentence::unknown(const QString &id)
{
    Sentence sentence =
        tr(QT_TRANSLATE_NOOP("headway::Sentence", "A step made by a newer version of Headway"));
    sentence.m_verbatim = id;
    sentence.m_isUnknown = true;
    return sentence;
}

bool Sentence::operator==(const Sentence &other) const
{
    return qstrcmp(m_id, other.m_id) == 0 && qstrcmp(m_source, other.m_source) == 0
        && m_verbatim == other.m_verbatim && m_parts.size() == other.m_parts.size()
        && std::equal(m_parts.begin(), m_parts.end(), other.m_parts.begin(), isSame);
}

bool beginsWithKind(const QString &pattern, const Sentence &sentence)
{
    const qsizetype place = pattern.size() > 1 ? pattern[1].unicode() - u'1' : -1;
    const bool isWhole = pattern.contains(u'.'); // a part of another sentence is written on in the middle
    return isWhole && pattern[0] == u'%' && place >= 0 && place < qsizetype(sentence.parts().size())
        && std::holds_alternative<KindName>(sentence.parts()[size_t(place)]);
}

QString filled(const QString &pattern, const Sentence &sentence,
               const std::function<QString(const SentencePart &)> &write)
{
    QString text;
    text.reserve(pattern.size() + 32);
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar next = i + 1 < pattern.size() ? pattern[i + 1] : QChar();
        if (pattern[i] == u'%' && next >= u'1' && next <= u'9') {
            const auto place = size_t(next.unicode() - u'1');
            if (place < sentence.parts().size()) // a translation may have more placeholders than parts
                text += write(sentence.parts()[place]);
            ++i;
        } else {
            text += pattern[i];
        }
    }
    return text;
}

} // namespace headway
