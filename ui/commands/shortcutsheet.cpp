// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/shortcutsheet.h"

#include "app/commands/palettesearch.h"
#include "ui/controls/searchline.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace headway::ui {

using namespace Qt::StringLiterals;

struct ShortcutSheet::Section {
    struct Row {
        QString text;
        QWidget *widget;
    };
    QWidget *title;
    std::vector<Row> rows;
};

namespace {

QString keysOf(const app::Command &command)
{
    QStringList keys;
    for (const QKeySequence &shortcut : command.shortcuts)
        keys += shortcut.toString(QKeySequence::NativeText);
    return keys.join(ShortcutSheet::tr(" or "));
}

} // namespace

ShortcutSheet::ShortcutSheet(const app::Commands &commands, app::Areas here, QWidget *parent)
    : QDialog(parent), m_filter(new SearchLine(tr("Filter the shortcuts"), tr("Filter"), this))
{
    setWindowTitle(tr("Keyboard shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(460, 560);

    auto *sheet = new QWidget;
    sheet->setBackgroundRole(QPalette::Base);
    sheet->setAutoFillBackground(true);
    m_rows = new QVBoxLayout(sheet);
    m_rows->setContentsMargins(space::large, space::small, space::large, space::large);
    m_rows->setSpacing(0);

    std::vector<app::Area> areas = app::allAreas();
    std::stable_partition(areas.begin(), areas.end(), [here](app::Area area) {
        return area != app::Area::Global && here.testFlag(area);
    });
    for (const app::Area area : areas) {
        std::vector<const app::Command *> inArea;
        for (const app::Command &command : commands.all()) {
            if (command.areas.testFlag(area) && !command.shortcuts.isEmpty())
                inArea.push_back(&command);
        }
        if (!inArea.empty())
            addSection(app::areaName(area), inArea);
    }
    m_rows->addStretch(1);

    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(sheet);
    scroll->setAccessibleName(tr("Shortcuts"));
    auto *filterRow = new QHBoxLayout;
    filterRow->setContentsMargins(space::large, space::medium, space::large, space::medium);
    filterRow->addWidget(m_filter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(filterRow);
    column->addWidget(scroll);
    connect(m_filter, &QLineEdit::textChanged, this, &ShortcutSheet::filter);
}

ShortcutSheet::~ShortcutSheet() = default;

void ShortcutSheet::addSection(const QString &title, const std::vector<const app::Command *> &commands)
{
    auto *head = new QLabel(title, this);
    head->setFont(ui::font(TextSize::Small, Weight::Strong));
    head->setForegroundRole(QPalette::PlaceholderText);
    head->setContentsMargins(0, space::large, 0, space::hair);
    m_rows->addWidget(head);

    Section section{head, {}};
    for (const app::Command *command : commands) {
        auto *row = new QWidget(this);
        auto *text = new QLabel(app::plainText(*command), row);
        auto *keys = new QLabel(keysOf(*command), row);
        keys->setForegroundRole(QPalette::PlaceholderText);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, space::hair, 0, space::hair);
        line->addWidget(text, 1);
        line->addWidget(keys);
        m_rows->addWidget(row);
        section.rows.push_back({text->text() + u' ' + keys->text(), row});
    }
    m_sections.push_back(std::move(section));
}

void ShortcutSheet::filter(const QString &text)
{
    for (const Section &section : m_sections) {
        bool isAnyShown = false;
        for (const Section::Row &row : section.rows) {
            const bool isShown = app::matchRank(row.text, text).has_value();
            row.widget->setVisible(isShown);
            isAnyShown = isAnyShown || isShown;
        }
        section.title->setVisible(isAnyShown);
    }
}

} // namespace headway::ui
