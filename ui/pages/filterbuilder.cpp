// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/filterbuilder.h"

#include "app/workspace/workspace.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/slimscrollbar.h"

#include <QComboBox>
#include <QFormLayout>
#include <QScrollArea>

#include <algorithm>
#include <utility>

namespace headway::ui {

namespace {

constexpr int panelWidth = 640;

} // namespace

FilterBuilder::FilterBuilder(EntityKind kind, const app::Workspace &workspace, const app::Display &display,
                             QWidget *parent)
    : FloatingPanel(panelWidth, parent), m_workspace(workspace),
      m_display(display), m_filterForm{kind, workspace.lookups(), m_display, [this] { follow(); }},
      m_scroll(new QScrollArea(this))
{
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus); // the controls in it take the focus
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setVerticalScrollBar(new SlimScrollBar(Qt::Vertical, m_scroll));
    m_scroll->viewport()->setAutoFillBackground(false);
    form().addRow(m_scroll);
}

FilterBuilder::~FilterBuilder() = default;

void FilterBuilder::ask(const QString &text)
{
    FilterOutline outline = filterOutline(text).value_or(FilterOutline());
    if (outline.conditions.empty() && outline.groups.empty())
        outline.conditions.push_back({.name = QStringLiteral("owner")});
    m_block = new FilterBlock(m_filterForm, outline, 0, this);
    m_block->setAutoFillBackground(false);
    m_scroll->setWidget(m_block); // deletes the one before
    showTitle(tr("Filter"), tr("Show them"));
    follow();
    open(m_block->controls().front());
}

QString FilterBuilder::text() const
{
    return m_block ? filterText(m_block->outline()) : QString();
}

// Shows how the filter is written, or what is wrong with it.
void FilterBuilder::follow()
{
    chain();
    const auto filter =
        parseFilter(m_filterForm.kind, text(), m_workspace.calendar(), m_workspace.lookups().customFields);
    confirmButton().setEnabled(filter.has_value());
    if (filter)
        showHint(text().isEmpty() ? tr("Everything: no condition is filled in.") : text());
    else
        showHint(m_display.words(filter.error().text));
}

// Rows come and go: Tab follows what is seen.
void FilterBuilder::chain()
{
    const std::vector<QWidget *> controls = m_block->controls();
    for (QWidget *control : controls) {
        if (qobject_cast<QComboBox *>(control)) // Enter presses a button that has the keyboard
            listenTo(*control);
    }
    tabThrough(controls);
}

void FilterBuilder::confirm()
{
    if (!confirmButton().isEnabled())
        return;
    hide();
    Q_EMIT chosen(text());
}

// As high as its rows, as long as the page has room.
void FilterBuilder::place()
{
    if (m_block) {
        const int room = parentWidget()->height() - 2 * space::huge - 180; // title, hint and buttons
        const int rows = m_block->sizeHint().height();
        m_scroll->setFixedHeight(std::clamp(rows, 40, std::max(40, room)));
    }
    FloatingPanel::place();
}

} // namespace headway::ui
