// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stages/closingcommands.h"

#include <QCoreApplication>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(headway::ui::ClosingCommands)
};

} // namespace

std::array<app::Command, 2> closingCommands(ClosingPlace place, const std::function<bool()> &isEnabled,
                                            const std::function<void(StageType)> &close)
{
    const bool isOnBoard = place == ClosingPlace::Board;
    const auto command = [&](const QString &name, const QString &text, const QString &icon,
                             const QString &letter, StageType type) {
        return app::Command{.id = (isOnBoard ? u"deal."_s : u"deals."_s) + name,
                            .text = text,
                            .iconName = icon,
                            .shortcuts = {QKeySequence(isOnBoard ? letter : u"Ctrl+Shift+"_s + letter)},
                            .areas = isOnBoard ? app::Areas(app::Area::Board)
                                               : app::Area::List | app::Area::Detail | app::Area::Today,
                            .menu = isOnBoard
                                ? QStringList{QCoreApplication::translate("headway::ui::Shell", "&Record")}
                                : QStringList(),
                            .section = isOnBoard ? 30 : 0,
                            .isEnabled = isEnabled,
                            .whyNot = Texts::tr("Choose a deal first"),
                            .run = [close, type] { close(type); }};
    };
    return {command(u"won"_s, Texts::tr("Mark as &won…"), u"dialog-ok"_s, u"W"_s, StageType::Won),
            command(u"lost"_s, Texts::tr("Mark as &lost…"), u"dialog-cancel"_s, u"L"_s, StageType::Lost)};
}

} // namespace headway::ui
