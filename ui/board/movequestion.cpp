// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/movequestion.h"

#include "app/input/stagequestion.h"
#include "ui/leads/leadform.h"
#include "ui/stages/stageform.h"

#include <utility>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

// The form is made when something is first asked.
template <class Form>
class FormQuestion : public MoveQuestion
{
public:
    FormQuestion(const EditorContext &context, QWidget &place)
        : MoveQuestion(place), m_context(context), m_place(place)
    {
    }
    bool isAsking() const override { return m_form && m_form->isVisible(); }
    void cancel() override
    {
        if (m_form)
            m_form->cancel();
    }
    void conclude(const std::optional<Error> &refusal) override
    {
        if (m_form)
            m_form->conclude(refusal);
    }

protected:
    Form &form()
    {
        if (!m_form) {
            m_form = new Form(m_context, &m_place);
            connect(m_form, &Form::cancelled, this, &MoveQuestion::cancelled);
        }
        return *m_form;
    }
    QString quoted(const QString &name) const { return m_context.rules.display.quoted(name); }

private:
    const EditorContext &m_context;
    QWidget &m_place;
    Form *m_form = nullptr;
};

class StageQuestion : public FormQuestion<StageForm>
{
public:
    using FormQuestion::FormQuestion;
    bool ask(const Coming &coming, Then then) override
    {
        std::vector<Deal> known;
        for (const app::Card &card : coming.known)
            known.push_back(*card.deal());
        const auto question = app::questionFor(*coming.lane.stage(), {coming.count, known});
        if (!question)
            return false;
        const QString what = question->alone ? quoted(known.front().name) : coming.what;
        form().ask(
            *question, what, coming.anchor,
            [then = std::move(then)](const StageTransition &transition) { then({.stage = transition}); });
        return true;
    }
};

class StatusQuestion : public FormQuestion<LeadForm>
{
public:
    using FormQuestion::FormQuestion;
    bool ask(const Coming &coming, Then then) override
    {
        const LeadStatus &status = *coming.lane.status();
        bool isAsked = coming.known.size() < coming.count;
        for (const app::Card &card : coming.known)
            isAsked |= asksOnEntry(status, card.lead()->state);
        if (coming.count == 0 || !isAsked || !asksOnEntry(status, LeadState::Open))
            return false;
        const bool isAlone = coming.count == 1 && coming.known.size() == 1;
        form().ask(
            {.way = status.type == LeadState::Nurture ? LeadForm::Way::Sleep : LeadForm::Way::Disqualify,
             .what = isAlone ? quoted(coming.known.front().title) : coming.what,
             .nextStep = isAlone ? coming.known.front().lead()->nextStep : QString(),
             .anchor = coming.anchor},
            [then = std::move(then)](const LeadTransition &transition) { then({.lead = transition}); });
        return true;
    }
};

} // namespace

MoveQuestion::MoveQuestion(QWidget &place) : QObject(&place)
{
}

MoveQuestion::~MoveQuestion() = default;

MoveQuestion *MoveQuestion::make(EntityKind cards, const EditorContext &context, QWidget &place)
{
    if (cards == EntityKind::Lead)
        return new StatusQuestion(context, place);
    return new StageQuestion(context, place);
}

} // namespace headway::ui
