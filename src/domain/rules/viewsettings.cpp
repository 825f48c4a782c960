// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/viewsettings.h"

#include "domain/text/listedtext.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

QStringView nameOf(QStringView line)
{
    return line.left(qMax(qsizetype(0), line.indexOf(u':'))).trimmed();
}

QStringView valueOf(QStringView line)
{
    return line.mid(line.indexOf(u':') + 1).trimmed();
}

QStringList linesOf(const QString &settings)
{
    return settings.split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

QString settingOf(const QString &settings, QStringView name)
{
    for (const QString &line : linesOf(settings)) {
        if (nameOf(line) == name)
            return valueOf(line).toString();
    }
    return {};
}

QString withSetting(const QString &settings, QStringView name, const QString &value)
{
    QStringList lines;
    bool isWritten = value.isEmpty();
    for (const QString &line : linesOf(settings)) {
        if (nameOf(line) != name)
            lines += line;
        else if (!std::exchange(isWritten, true))
            lines += name.toString() + u": "_s + value;
    }
    if (!isWritten)
        lines += name.toString() + u": "_s + value;
    return lines.join(u'\n');
}

QString withChangedSettings(QString kept, const QString &before, const QString &after)
{
    for (const QString &line : linesOf(before) + linesOf(after)) {
        const QStringView name = nameOf(line);
        const QString now = settingOf(after, name);
        if (settingOf(before, name) != now)
            kept = withSetting(kept, name, now);
    }
    return kept;
}

QString namesText(const QStringList &names)
{
    QStringList parts;
    for (const QString &each : names) {
        if (const QString name = each.simplified(); !name.isEmpty())
            parts += listedText(name);
    }
    return parts.join(u", "_s);
}

QStringList namesIn(QStringView text)
{
    QStringList names;
    for (const QString &each : textsListed(text)) {
        if (const QString name = each.simplified(); !name.isEmpty())
            names += name;
    }
    return names;
}

} // namespace headway
