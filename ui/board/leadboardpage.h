// SPDX-License-Identifier: GPL-3.0-or-later
// The lead board: all leads by status, in the order of what is planned for them. GUI thread; errors are emitted by
// failed().
#pragma once

#include "ui/board/cardspage.h"

namespace headway::ui {

class LeadBoardPage : public CardsPage
{
    Q_OBJECT
public:
    static PageFace face(const BookContext &context);
    // Adds its commands (Area::LeadBoard); the window attaches that area to it. `context` outlives it.
    explicit LeadBoardPage(BookContext &context, QWidget *parent = nullptr);
    ~LeadBoardPage() override;

    // For what is done with a list of leads: those that are selected, else the column of the current card.
    std::optional<Query> listed() const override;
    std::vector<qint64> chosen() const override;

protected:
    QStringList totalsForms() const override;
    void openMenu(int column, QPoint global) override;
    std::vector<app::Column> printedColumns() const override;
    QString printedTitle() const override;
    Row presetIn(int column) const override;
    std::vector<Lane> lanesOf(const Arrangement &arrangement) const override;
    void addLaneCommands() override;
};

} // namespace headway::ui
