// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/kindicons.h"

#include "app/text/presentation.h"

namespace headway::ui {

using namespace Qt::StringLiterals;

QString iconOf(EntityKind kind)
{
    return QString::fromLatin1(app::presentationOf(kind).iconName);
}

QString iconOf(ActivityKind kind)
{
    switch (kind) {
    case ActivityKind::Call: return u"call-start"_s;
    case ActivityKind::Meeting: return u"meeting-attending"_s;
    case ActivityKind::Visit: return u"mark-location"_s;
    case ActivityKind::TradeShow: return u"flag"_s;
    case ActivityKind::Retail: return u"user-others"_s;
    case ActivityKind::Email: return u"mail-sent"_s;
    case ActivityKind::Letter: return u"mail-read"_s;
    case ActivityKind::Message: return u"dialog-messages"_s;
    case ActivityKind::Task: return u"view-task"_s;
    case ActivityKind::Note: return u"note"_s;
    }
    return u"note"_s;
}

} // namespace headway::ui
