// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/bookcontext.h"

#include "app/program/settings.h"

#include <utility>

namespace headway::ui {

BookContext::BookContext(Parts parts, QObject *parent)
    : QObject(parent), m_parts(std::move(parts)), m_editors{workspace(), drafts(), rules()}
{
    connect(&settings(), &app::Settings::changed, this, [this](QLatin1StringView name) {
        if (name == app::setting::dateOrder.name)
            m_editors.rules = rules();
    });
    connect(&workspace(), &app::Workspace::lookupsChanged, this,
            [this] { m_editors.rules.currency = workspace().lookups().currency; });
    app::followDateOrder(settings(), m_parts.display, workspace(), this);
}

BookContext::~BookContext() = default;

app::InputRules BookContext::rules() const
{
    return {display(), [workspace = &workspace()] { return workspace->now(); },
            app::dateOrderOf(settings().value(app::setting::dateOrder), display().locale()),
            workspace().lookups().currency};
}

} // namespace headway::ui
