// SPDX-License-Identifier: GPL-3.0-or-later
// A filter put together by hand instead of typed: the same language, which stands below as it is written. One
// for each filter line; GUI thread; nothing fails, a filter with a mistake is not taken.
#pragma once

#include "ui/controls/floatingpanel.h"
#include "ui/pages/filterblock.h"

class QScrollArea;

namespace headway::app {
class Workspace;
}

namespace headway::ui {

class FilterBuilder : public FloatingPanel
{
    Q_OBJECT
public:
    // `workspace` and `display` outlive it.
    FilterBuilder(EntityKind kind, const app::Workspace &workspace, const app::Display &display,
                  QWidget *parent);
    ~FilterBuilder() override;

    // Opens with the rows of this filter; with one that cannot be taken apart it begins anew.
    void ask(const QString &text);
    QString text() const; // as it is written

Q_SIGNALS:
    void chosen(const QString &text);

protected:
    void confirm() override;
    void place() override;

private:
    void follow();
    void chain();

    const app::Workspace &m_workspace;
    const app::Display &m_display;
    FilterForm m_filterForm;
    QScrollArea *m_scroll;
    FilterBlock *m_block = nullptr;
};

} // namespace headway::ui
