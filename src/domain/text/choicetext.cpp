// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/choicetext.h"

#include "domain/text/text.h"

#include <algorithm>

namespace headway {

const Choice *choiceCalled(std::span<const Choice> choices, const QString &text)
{
    const auto find = [choices](auto &&isMeant) -> const Choice * {
        const auto found = std::find_if(choices.begin(), choices.end(), isMeant);
        return found == choices.end() ? nullptr : &*found;
    };
    if (const Choice *exact =
            find([&](const Choice &choice) { return text == QLatin1StringView(choice.code); }))
        return exact;
    const QString wanted = looseKey(text);
    if (wanted.isEmpty())
        return nullptr;
    bool isNumber = false;
    const int number = text.trimmed().toInt(&isNumber);
    return find([&](const Choice &choice) {
        return wanted == looseKey(QString::fromLatin1(choice.code))
            || wanted == looseKey(QString::fromLatin1(choice.label))
            || (isNumber && number > 0 && number == choice.number);
    });
}

QStringList labelsOf(std::span<const Choice> choices)
{
    QStringList labels;
    for (const Choice &choice : choices) {
        if (*choice.code)
            labels += QString::fromLatin1(choice.label);
    }
    return labels;
}

} // namespace headway
