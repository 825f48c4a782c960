// SPDX-License-Identifier: GPL-3.0-or-later
// A page with a list: filter bar, table, and one line below that is the truth of the whole filter.
// One for each kind of record. GUI thread; what fails is told in the message bar by whoever listens.
#pragma once

#include "domain/entity.h"
#include "domain/filter.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace headway {
struct Error;
}
namespace headway::app {
class Display;
class ListModel;
class Settings;
class Workspace;
} // namespace headway::app

namespace headway::ui {

class ElidedLabel;
class FilterBar;
class ListView;

class ListPage : public QWidget
{
    Q_OBJECT
public:
    // All of these outlive the page.
    ListPage(app::Workspace &workspace, const app::Display &display, app::Settings &settings, EntityKind kind,
             QWidget *parent = nullptr);
    ~ListPage() override;

    EntityKind kind() const;
    app::ListModel &model() { return *m_model; }
    FilterBar &filterBar() { return *m_filterBar; }
    std::vector<EntityRef> selection() const;
    EntityRef current() const;
    void select(qint64 id);
    void takeFocus(); // to the table

Q_SIGNALS:
    void selected(headway::EntityRef record); // for the detail pane
    void opened(headway::EntityRef record);
    void menuWanted(const QPoint &globalPosition);
    void filterTextChanged(const QString &text);
    void failed(const headway::Error &error);

protected:
    void focusInEvent(QFocusEvent *event) override; // the shell gives it to the page as a whole
    void resizeEvent(QResizeEvent *event) override;

private:
    void showSummary();
    void showEmptiness();

    const app::Display &m_display;
    std::unique_ptr<app::ListModel> m_model;
    FilterBar *m_filterBar;
    ListView *m_view;
    ElidedLabel *m_summary;
    QWidget *m_empty;
    ElidedLabel *m_emptyText;
};

} // namespace headway::ui
