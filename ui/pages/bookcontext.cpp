// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/bookcontext.h"

#include "app/program/settings.h"

#include <utility>

namespace headway::ui {

BookContext::BookContext(Parts parts, QObject *parent)
    : QObject(parent), m_parts(std::move(parts)), m_editors{workspace(), drafts(), rules()}
{
    followDateOrder();
    connect(&settings(), &app::Settings::changed, this, [this](QLatin1StringView name) {
        if (name != app::setting::dateOrder.name)
            return;
        followDateOrder();
        workspace().readAgain(); // all that is shown
    });
    connect(&workspace(), &app::Workspace::lookupsChanged, this, [this] {
        m_editors.rules.currency = workspace().lookups().currency;
        m_editors.rules.firstMonth = workspace().calendar().firstMonth;
    });
}

BookContext::~BookContext() = default;

// Days are written and read as the settings say.
void BookContext::followDateOrder()
{
    app::writeDaysAsSet(settings(), m_parts.display);
    const std::optional<DateOrder> order = display().typedDayOrder();
    workspace().readDaysAs(order);
    m_editors.rules.order = order;
}

app::InputRules BookContext::rules() const
{
    return {display(), [workspace = &workspace()] { return workspace->now(); }, display().typedDayOrder(),
            workspace().lookups().currency, workspace().calendar().firstMonth};
}

} // namespace headway::ui
