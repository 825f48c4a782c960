// SPDX-License-Identifier: GPL-3.0-or-later
// The page of all settings: its parts at the left, the chosen one at the right. The chosen part is the place
// within the page, so that Back leads from part to part. The parts are listed in settingsparts.cpp; each is
// created when it is first shown. One for each window; GUI thread; nothing fails.
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
    explicit SettingsPage(BookContext &context); // outlives the page
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
    // The widget that `make` creates is a child of `parent`.
    struct Part {
        QString id;
        QString name;
        QString iconName;
        int section = 0; // sections are separated by a gap
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
        QWidget *widget = nullptr; // null until it is first shown
    };
    BookContext &m_context;
    app::OwnCommands m_ownCommands;
    std::vector<Place> m_places;
    size_t m_current = 0;
    Sidebar *m_list;
    QStackedWidget *m_stack;
};

} // namespace headway::ui
