// SPDX-License-Identifier: GPL-3.0-or-later
// Asks for the name of a view, who sees it, and whether it stands in the sidebar: for a new one, and to
// change that of an old one. GUI thread; what was refused is said in it, and it stays open.
#pragma once

#include "domain/records/savedview.h"
#include "ui/controls/floatingpanel.h"

#include <functional>

class QCheckBox;
class QLineEdit;

namespace headway::ui {

class ViewForm : public FloatingPanel
{
    Q_OBJECT
public:
    explicit ViewForm(QWidget *parent);
    ~ViewForm() override;

    // `then` gets the view with what was chosen, and calls conclude().
    using Chosen = std::function<void(const SavedView &view)>;
    void ask(const QString &title, const QString &confirm, const SavedView &view, Chosen then);
    // Closes it, or says why the view was refused.
    void conclude(const QString &refusal);

protected:
    void confirm() override;

private:
    SavedView m_view;
    Chosen m_then;
    QLineEdit *m_name;
    QCheckBox *m_shared;
    QCheckBox *m_pinned;
};

} // namespace headway::ui
