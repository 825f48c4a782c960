// SPDX-License-Identifier: GPL-3.0-or-later
// Short lists of what is related to a record: its people, deals, addresses; each line is a link, or can be
// edited or removed; a group can have an Add button. Part of the detail pane; GUI thread; nothing fails.
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
    EntityRef record = {}; // the linked record; id 0: none
    QString address = {};  // the linked address: mailto:, tel:, https:
    QString text;
    QString detail = {}; // quiet, below the text
    QString figure = {}; // at the right edge
    QString iconName = {};
    EntityRef removable = {}; // what Remove deletes; id 0: cannot be removed
    bool isEditable = false;  // the removable record can be edited, too
    bool isSecondary = false; // … and made the primary one
};

struct LinkGroup {
    QString title;
    std::vector<Link> links;
    std::optional<EntityKind> adds = {}; // what can be added; the group is then shown even when empty
    QString addText = {};                // "Add an address"
};

// One line; Enter or a click follows it, or edits it if it is no link; F2 edits, Delete removes.
class LinkRow : public QAbstractButton
{
    Q_OBJECT
public:
    // Button: reserves room for a button at the right edge, where other lines of the group have one.
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
    // Shown at the right edge while the line is hovered or focused: a pencil, or else a remove button.
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

    // Groups without links that cannot be added to are left out. Nothing is rebuilt if the groups are the
    // same as before; the focus stays where it was.
    void showGroups(const std::vector<LinkGroup> &groups);
    int count() const { return m_count; }
    bool canAdd(EntityKind kind) const { return lineFor({kind, 0}); }

Q_SIGNALS:
    void followed(headway::EntityRef record);
    void called(); // a number was followed, and the system has been asked to call it
    void addWanted(headway::EntityKind kind);
    // These carry the removable record.
    void editWanted(headway::EntityRef record);
    void removeWanted(headway::EntityRef record);
    void primaryWanted(headway::EntityRef record);

protected:
    // Shows a form in place of one of the lines; or below the title of the group that adds its kind.
    void placeForm(QWidget *form, EntityRef record);
    // Removes the form; the focus returns to where it was opened.
    void takeForm();

private:
    // A focusable row: a link, or the button in a group's title.
    struct Line {
        LinkRow *row = nullptr;
        FlatButton *add = nullptr;
        QWidget *place = nullptr; // its form is shown below this
        std::optional<EntityKind> adds = {};
    };

    static EntityRef identityOf(const Line &line);
    void open(const QString &address);
    void build(const std::vector<LinkGroup> &groups);
    void addTitle(const LinkGroup &group);
    void addRow(const Link &link, LinkRow::Edge edge);
    void showForm();
    const Line *lineFor(EntityRef record) const;
    void focusLine(EntityRef record, size_t otherwise);

    QVBoxLayout *m_column;
    QString m_shown; // fingerprint of the groups
    int m_count = 0;
    std::vector<Line> m_lines; // from top to bottom
    QPointer<QWidget> m_form;
    EntityRef m_formRecord;
};

} // namespace headway::ui
