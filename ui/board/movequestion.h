// SPDX-License-Identifier: GPL-3.0-or-later
// What a column asks of cards that are moved into it, in a small panel over the page: stages of deals in a StageForm,
// statuses of leads in a LeadForm. Part of CardCarrier; GUI thread; nothing fails.
#pragma once

#include "app/board/boardmodel.h"

#include <QObject>
#include <QRect>

#include <functional>
#include <optional>
#include <vector>

class QWidget;

namespace headway::ui {

struct EditorContext;

class MoveQuestion : public QObject
{
    Q_OBJECT
public:
    struct Coming {
        Lane lane = {};
        size_t count = 0;
        std::vector<app::Card> known = {}; // those of them that are loaded
        QString what = {};                 // "3 deals"
        QRect anchor = {};                 // of a card or column, in the place's coordinates
    };
    using Then = std::function<void(const app::MoveAnswers &)>;

    // Opens over `place`, which owns it and is outlived by `context`. For boards of deals or of leads.
    static MoveQuestion *make(EntityKind cards, const EditorContext &context, QWidget &place);
    ~MoveQuestion() override;

    // Whether there is something to ask: then `then` gets the answers, unless it is cancelled.
    virtual bool ask(const Coming &coming, Then then) = 0;
    virtual bool isAsking() const = 0;
    virtual void cancel() = 0;
    // What became of the answers; after a refusal the panel opens again with them and the reason.
    virtual void conclude(const std::optional<Error> &refusal) = 0;

Q_SIGNALS:
    void cancelled();

protected:
    explicit MoveQuestion(QWidget &place);
};

} // namespace headway::ui
