// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/codechoices.h"

#include "domain/records/activity.h"
#include "domain/records/record.h"
#include "domain/rules/deals.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

QString named(const char *text)
{
    return QCoreApplication::translate("Colours", text);
}

} // namespace

const std::vector<NamedColour> &namedColours()
{
    static const std::vector<NamedColour> colours{
        {u"#8fa3b8"_s, named(QT_TRANSLATE_NOOP("Colours", "Slate"))},
        {u"#6f9bb5"_s, named(QT_TRANSLATE_NOOP("Colours", "Blue"))},
        {u"#6aa79b"_s, named(QT_TRANSLATE_NOOP("Colours", "Teal"))},
        {u"#6fa56f"_s, named(QT_TRANSLATE_NOOP("Colours", "Green"))},
        {u"#c9a35c"_s, named(QT_TRANSLATE_NOOP("Colours", "Amber"))},
        {u"#b98a6a"_s, named(QT_TRANSLATE_NOOP("Colours", "Copper"))},
        {u"#b07a7a"_s, named(QT_TRANSLATE_NOOP("Colours", "Rose"))},
        {u"#9a86b5"_s, named(QT_TRANSLATE_NOOP("Colours", "Violet"))},
        {u"#9a9ea6"_s, named(QT_TRANSLATE_NOOP("Colours", "Grey"))}};
    return colours;
}

QString colourName(const QString &code)
{
    const auto &colours = namedColours();
    const auto found = std::find_if(colours.begin(), colours.end(), [&code](const NamedColour &colour) {
        return colour.code.compare(code, Qt::CaseInsensitive) == 0;
    });
    return found == colours.end() ? code : found->name;
}

bool holdsCodes(const FieldInfo &field)
{
    return field.name == "activity_kinds"_L1 || field.name == "required_fields"_L1;
}

std::vector<NamedCode> codesOf(const FieldInfo &field)
{
    std::vector<NamedCode> codes;
    const auto add = [&codes](const QString &code, const char *label) {
        codes.push_back({code, QCoreApplication::translate(Label::context, label)});
    };
    if (field.name == "required_fields"_L1) {
        for (const int index : requirableFields()) {
            const FieldInfo &needed = entityInfo(EntityKind::Deal).field(index);
            add(needed.name, needed.label);
        }
    } else {
        for (const Choice &choice : Choices<ActivityKind>::list)
            add(QString::fromLatin1(choice.code), choice.label);
    }
    return codes;
}

QString codesText(const FieldInfo &field, const QString &codes)
{
    const QStringList wanted = codes.split(u' ', Qt::SkipEmptyParts);
    if (wanted.isEmpty() && field.name == "activity_kinds"_L1)
        return QCoreApplication::translate(Label::context, Label::tr("Any activity"));
    QStringList names;
    for (const NamedCode &each : codesOf(field)) {
        if (wanted.contains(each.code))
            names += each.name;
    }
    return names.join(u", "_s);
}

} // namespace headway::app
