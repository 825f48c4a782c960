// SPDX-License-Identifier: GPL-3.0-or-later
// Short lists of what stands beside a record: its people, deals, addresses; each line leads somewhere,
// or can be changed or taken away; each group may be added to. Part of the detail pane; GUI thread;
// nothing fails.
#pragma once

#include "domain/fields/entity.h"

#include <QAbstractButton>

#include <QPointer>

#include <optional>
#include <vector>

class QVBoxLayout;

namespace headway::ui {

class FlatButton;

struct Link {
    EntityRef record = {}; // where it leads; id 0: nowhere in the book
    QString address = {};  // where it leads outside: mailto:, tel:, https:
    QString text;
    QString detail = {}; // quiet, below the text
    QString figure = {}; // at the right edge
    QString iconName = {};
    EntityRef removable = {}; // what goes when it is taken away; id 0: it cannot be
    bool isEditable = false;  // what is removable can be changed, too
    bool isSecondary = false; // … and made the primary one
};

struct LinkGroup {
    QString title;
    std::vector<Link> links;
    std::optional<EntityKind> adds = {}; // what can be added; shown though it is empty then
    QString addText = {};                // "Add a tag"
};

// One line; Enter or a click follows it, or edits what leads nowhere; F2 edits, Delete takes it away.
class LinkRow : public QAbstractButton
{
    Q_OBJECT
public:
    // With room for a button at the right edge, where others of its group have one.
    enum class Edge { Flush, Button };
    LinkRow(const Link &link, Edge edge, QWidget *parent);
    ~LinkRow() override;

    const Link &link() const { return m_link; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void followed();
    void editWanted();
    void removeWanted();
    void primaryWanted();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    bool leads() const { return m_link.record.id || !m_link.address.isEmpty(); }
    // At the right edge while the mouse or the keyboard is here: a pencil, else what takes it away.
    bool hasButton() const { return m_edge == Edge::Button && m_link.removable.id; }
    void paintButton(QPainter &painter) const;
    QRect button() const;

    Link m_link;
    Edge m_edge;
};

class LinkList : public QWidget
{
    Q_OBJECT
public:
    explicit LinkList(QWidget *parent);
    ~LinkList() override;

    // Groups without links that cannot be added to are left out. What is the same as before is left
    // alone; the keyboard stays where it was.
    void showGroups(const std::vector<LinkGroup> &groups);
    int count() const { return m_count; }
    bool canAdd(EntityKind kind) const { return lineFor({kind, 0}); }

Q_SIGNALS:
    void followed(headway::EntityRef record);
    void addWanted(headway::EntityKind kind);
    // Of what is removable.
    void editWanted(headway::EntityRef record);
    void removeWanted(headway::EntityRef record);
    void primaryWanted(headway::EntityRef record);

protected:
    // A form for one of the lines, in its place; or below the title of the group that adds its kind.
    void placeForm(QWidget *form, EntityRef record);
    // It goes, and the keyboard returns to where it was opened.
    void takeForm();

private:
    // One that can have the keyboard: a link, or the button in a group's title.
    struct Line {
        LinkRow *row = nullptr;
        FlatButton *add = nullptr;
        QWidget *place = nullptr; // below it stands its form
        std::optional<EntityKind> adds = {};
    };

    static EntityRef identityOf(const Line &line);
    void build(const std::vector<LinkGroup> &groups);
    void addTitle(const LinkGroup &group);
    void addRow(const Link &link, LinkRow::Edge edge);
    void showForm();
    const Line *lineFor(EntityRef record) const;
    void focusLine(EntityRef record, size_t otherwise);

    QVBoxLayout *m_column;
    QString m_shown; // fingerprint of the groups
    int m_count = 0;
    std::vector<Line> m_lines; // as they stand below one another
    QPointer<QWidget> m_form;
    EntityRef m_formRecord;
};

} // namespace headway::ui
