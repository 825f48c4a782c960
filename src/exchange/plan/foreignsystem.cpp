// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/foreignsystem.h"

#include "exchange/plan/presets.h"

using namespace Qt::StringLiterals;

namespace headway::exchange {

QString systemOf(const QStringList &columns)
{
    const Preset *product = Presets::own().of(columns);
    return product ? product->system() : QString();
}

QString unknownSystem()
{
    return u"csv"_s;
}

QString systemTitle(const QString &system)
{
    if (system == unknownSystem())
        return {};
    const Preset *product = Presets::own().find(system);
    return product ? product->title() : system;
}

} // namespace headway::exchange
