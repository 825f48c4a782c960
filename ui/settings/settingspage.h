// SPDX-License-Identifier: GPL-3.0-or-later
// The page of all settings: its parts at the left, the one chosen beside them. Where one is is a place, so
// that back leads from part to part. Which parts there are is in settingsparts.cpp; each is made when it is
// first looked at. One for each window; GUI thread; nothing fails.
#pragma once

#include "ui/pages/bookpage.h"

#include <QStringList>

#include <functional>
#include <vector>

class QStackedWidget;

namespace headway::ui {

class BookContext;
class Sidebar;

class SettingsPage : public BookPage
{
    Q_OBJECT
public:
    static PageFace face(const BookContext &context);
    explicit SettingsPage(BookContext &context); // which outlives the page
    ~SettingsPage() override;

    void showPlace(const QString &part) override; // empty or unknown: the first
    QStringList picturedPlaces() const override;

    QString currentPart() const;
    QString nameOf(const QString &part) const;
    QStringList parts() const;

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    // What `make` makes belongs to `parent`.
    struct Part {
        QString id;
        QString name;
        QString iconName;
        int section = 0; // a gap stands between sections
        std::function<QWidget *(QWidget *parent)> make = {};
    };
    void addParts();
    void addLists();
    void addPart(Part part);
    void addCommands();
    void make();
    void tellPlace();
    size_t indexOf(const QString &part) const;

    struct Place {
        Part part;
        QWidget *widget = nullptr; // null before it was looked at
    };
    BookContext &m_context;
    app::OwnCommands m_ownCommands;
    std::vector<Place> m_places;
    size_t m_current = 0;
    Sidebar *m_list;
    QStackedWidget *m_stack;
};

} // namespace headway::ui
