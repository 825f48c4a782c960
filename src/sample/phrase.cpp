// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/phrase.h"

namespace headway::sample {

namespace {

void appendNumber(QString &text, int number)
{
    if (number >= 10)
        appendNumber(text, number / 10);
    text += QChar(u'0' + number % 10);
}

bool appendBlank(QString &text, QChar name, const Blanks &blanks)
{
    switch (name.unicode()) {
    case u'p': text += blanks.person; return true;
    case u'c': text += blanks.company; return true;
    case u'k': text += blanks.product; return true;
    case u't': text += blanks.city; return true;
    case u'n': appendNumber(text, blanks.number); return true;
    case u'm': appendNumber(text, blanks.larger); return true;
    case u'y': appendNumber(text, blanks.year); return true;
    case u'z': appendNumber(text, blanks.year + 1); return true;
    default: return false;
    }
}

} // namespace

void appendPhrase(QString &text, QStringView phrase, const Blanks &blanks)
{
    for (;;) {
        const qsizetype open = phrase.indexOf(u'{');
        if (open < 0 || open + 2 >= phrase.size())
            break;
        text += phrase.first(open);
        if (!appendBlank(text, phrase[open + 1], blanks))
            text += phrase.sliced(open, 3);
        phrase = phrase.sliced(open + 3);
    }
    text += phrase;
}

QString phraseText(QStringView phrase, const Blanks &blanks)
{
    QString text;
    text.reserve(phrase.size() + 40);
    appendPhrase(text, phrase, blanks);
    return text;
}

} // namespace headway::sample
