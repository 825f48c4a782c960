// SPDX-License-Identifier: GPL-3.0-or-later
// The pipeline board: the deals of a pipeline by stage, which is chosen beside the filter. GUI thread; errors are emitted
// by failed().
#pragma once

#include "ui/board/cardspage.h"

class QComboBox;

namespace headway::ui {

class BoardPage : public CardsPage
{
    Q_OBJECT
public:
    static PageFace face(const BookContext &context);
    // Adds its commands (Area::Board); the window attaches that area to it. `context` outlives it.
    explicit BoardPage(BookContext &context, QWidget *parent = nullptr);
    ~BoardPage() override;

    void showPipeline(PipelineId pipeline); // none or a removed one: the first

    std::optional<std::vector<DealId>> dealsToClose() const override;
    std::optional<Arrangement> arrangement() const override;

protected:
    QStringList totalsForms() const override;
    void openMenu(int column, QPoint global) override;
    std::vector<app::Column> printedColumns() const override;
    QString printedTitle() const override;
    Row presetIn(int column) const override;
    std::vector<Lane> lanesOf(const Arrangement &arrangement) const override;
    void showBoardOf(const Arrangement &arrangement) override;
    std::vector<Sentence> goneIn(const Arrangement &arrangement) const override;
    void addLaneCommands() override;

private:
    void fillPipelines();
    void addCommands();

    QComboBox *m_pipelines;
};

} // namespace headway::ui
