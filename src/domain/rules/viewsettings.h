// SPDX-License-Identifier: GPL-3.0-or-later
// The further settings of a view: "name: value", one a line (SavedView::settings). Those of other versions are
// kept. What a page knows it reads and writes by name here. Pure functions; any thread; nothing fails.
#pragma once

#include <QString>
#include <QStringList>

namespace headway {

namespace viewsetting {
// The stages of a board that are open though they would be folded: won and lost ones, and those without deals.
inline constexpr QStringView openStages = u"open";
} // namespace viewsetting

// The first of that name; empty: there is none, or nothing in it.
QString settingOf(const QString &settings, QStringView name);
// The settings with this one where it stood, else at the end; an empty value takes it out.
QString withSetting(const QString &settings, QStringView name, const QString &value);
// `kept` with the settings that differ between two others.
QString withChangedSettings(QString kept, const QString &before, const QString &after);

// Names as one value, as domain/text/listedtext.h writes and reads them: Won, "Lost, for now". Each on one line.
QString namesText(const QStringList &names);
QStringList namesIn(QStringView text);

} // namespace headway
