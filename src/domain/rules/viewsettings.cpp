// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/viewsettings.h"

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
        QString name = each.simplified();
        if (name.isEmpty())
            continue;
        if (name.contains(u',') || name.contains(u'"'))
            name = u'"' + name.replace(u'"', u"\"\""_s) + u'"';
        parts += name;
    }
    return parts.join(u", "_s);
}

QStringList namesIn(QStringView text)
{
    QStringList names;
    QString name;
    const auto end = [&names, &name] {
        if (const QString whole = std::exchange(name, {}).simplified(); !whole.isEmpty())
            names += whole;
    };
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'"' && isQuoted && i + 1 < text.size() && text[i + 1] == u'"')
            name += text[++i];
        else if (text[i] == u'"')
            isQuoted = !isQuoted;
        else if (text[i] == u',' && !isQuoted)
            end();
        else
            name += text[i];
    }
    end();
    return names;
}

} // namespace headway
