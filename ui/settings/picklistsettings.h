// SPDX-License-Identifier: GPL-3.0-or-later
// Edits one of the book's picklists: its values at the left, the fields of the chosen one at the right, each
// edited in place as in the detail pane. Every change is a step of the history. A refusal is shown below the
// list or at the field. Part of the settings page; GUI thread.
#pragma once

#include "app/edits/recordedits.h"
#include "ui/fields/fieldeditors.h"

#include <QWidget>

namespace headway::ui {

class PicklistView;
class RecordForm;
class FlatButton;
class RemarkLabel;

class PicklistSettings : public QWidget
{
    Q_OBJECT
public:
    struct Text {
        QString title;
        QString sentence;
    };

    // `kind`: Pipeline for pipelines and stages together. `context` outlives it.
    PicklistSettings(EntityKind kind, const Text &text, const EditorContext &context, QWidget *parent);
    ~PicklistSettings() override;

    void add(EntityKind kind);

protected:
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build(const Text &text);
    QWidget *buildList();
    FlatButton *makeButton(const QString &text, const QString &iconName, void (PicklistSettings::*run)());
    void addOne();
    void addPipeline();
    void edit();
    void move(int step);
    void moveUp() { move(-1); }
    void moveDown() { move(1); }
    void removeCurrent();
    void showValues();
    void showChosen();
    void tell(const Result<ChangeSet> &set);

    const EntityKind m_kind;
    const EditorContext &m_context;
    PicklistView *m_list;
    RecordForm *m_sheet;
    RemarkLabel *m_remark;
    FlatButton *m_up = nullptr;
    FlatButton *m_down = nullptr;
    FlatButton *m_remove = nullptr;
};

} // namespace headway::ui
