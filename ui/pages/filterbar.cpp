// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/filterbar.h"

#include "app/lists/unknownnames.h"
#include "app/text/capital.h"
#include "app/text/display.h"
#include "app/text/filterwords.h"
#include "app/text/plaintip.h"
#include "app/text/presentation.h"
#include "app/workspace/workspace.h"
#include "domain/query/filterdays.h"
#include "domain/query/filtertyping.h"
#include "domain/query/readablefilter.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/searchline.h"
#include "ui/controls/tokenrow.h"
#include "ui/pages/filterbuilder.h"
#include "ui/pages/filtercompletion.h"
#include "ui/style/theme.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

constexpr size_t mostTokens = 100; // as many as a filter has conditions

std::vector<FilterChip> chipsFor(EntityKind kind)
{
    std::vector<FilterChip> chips{{FilterBar::tr("Mine"), u"owner:me"_s}};
    for (const app::Presentation::Chip &chip : app::presentationOf(kind).chips)
        chips.push_back(
            {QCoreApplication::translate("Presentation", chip.name), QString::fromLatin1(chip.condition)});
    return chips;
}

// Only what this kind can be filtered by; the longest first.
QStringList hintsFor(EntityKind kind, const Calendar &calendar)
{
    QStringList examples;
    for (const QString &example : {u"owner:me"_s, u"amount:>10k"_s, u"close:this-quarter"_s, u"status:new"_s,
                                   u"city:Berlin"_s, u"when:this-week"_s}) {
        if (examples.size() < 3 && parseFilter(kind, example, calendar))
            examples += example;
    }
    QStringList hints;
    for (; !examples.isEmpty(); examples.removeLast())
        hints += FilterBar::tr("Filter: words, %1 …").arg(examples.join(u", "_s));
    return hints << FilterBar::tr("Filter");
}

} // namespace

FilterBar::FilterBar(EntityKind kind, app::Workspace &workspace, const app::Display &display, QWidget *parent)
    : QWidget(parent), m_kind(kind), m_workspace(workspace), m_display(display), m_chips(chipsFor(kind)),
      m_line(new SearchLine(tr("Filter"), {})),
      m_completion(new FilterCompletion(kind, workspace, display, *m_line)), m_chipRow(new QHBoxLayout),
      m_tools(new QHBoxLayout), m_tokens(new TokenRow(tr("Condition: %1"), this)), m_mistake(new ElidedLabel)
{
    m_line->setMinimumWidth(160);
    m_line->showHints(hintsFor(kind, workspace.calendar()));
    m_line->installEventFilter(this);
    m_mistake->setVisible(false);

    auto *row = new QHBoxLayout;
    row->setSpacing(space::small);
    row->addWidget(m_line, 1);
    row->addLayout(m_chipRow);
    row->addLayout(m_tools);
    m_chipRow->setSpacing(space::hair);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::large, space::small, space::large, space::small);
    column->setSpacing(space::hair);
    column->addLayout(row);
    column->addWidget(m_tokens);
    column->addWidget(m_mistake);
    m_line->offer(tr("Put a filter together"));
    connect(m_line, &SearchLine::signClicked, this, &FilterBar::build);
    connect(m_line, &QLineEdit::textEdited, this, &FilterBar::type);
    connect(m_line, &QLineEdit::textChanged, this, &FilterBar::read);
    connect(m_line, &QLineEdit::cursorPositionChanged, this, [this] {
        if (m_isHeld) // the condition that is typed ends where the cursor leaves it
            read();
        else if (m_isTyping)
            showTokens();
    });
    connect(m_completion, &FilterCompletion::taken, this, &FilterBar::read);
    connect(m_completion, &FilterCompletion::closed, this, &FilterBar::read);
    connect(m_completion, &FilterCompletion::left, this, [this] {
        endTyping();
        Q_EMIT leave();
    });
    connect(m_tokens, &TokenRow::clicked, this, &FilterBar::openToken);
    connect(m_tokens, &TokenRow::removeWanted, this, &FilterBar::removeToken);
    connect(m_tokens, &TokenRow::moreWanted, this, &FilterBar::build);
    // The meaning of "today" and "this-quarter" changes overnight, and with the fiscal year.
    connect(&workspace, &app::Workspace::lookupsChanged, this, &FilterBar::read);
    connect(&workspace, &app::Workspace::dayChanged, this, &FilterBar::read);
    showChips();
}

FilterBar::~FilterBar() = default;

void FilterBar::dropInset()
{
    layout()->setContentsMargins(0, space::small, 0, space::small);
}

void FilterBar::showChips()
{
    for (const FilterChip &chip : m_chips) {
        auto *button = new FlatButton(FlatButton::Kind::Quiet);
        button->setText(chip.name);
        button->setAccessibleName(chip.name);
        button->setCheckable(true);
        button->setToolTip(app::plainTip(chip.condition));
        m_chipRow->addWidget(button);
        m_chipButtons.push_back(button);
        connect(button, &FlatButton::clicked, this,
                [this, condition = chip.condition] { toggle(condition); });
    }
    showChipStates();
}

QWidget *FilterBar::lastInRow() const
{
    if (m_tools->count() > 0)
        return m_tools->itemAt(m_tools->count() - 1)->widget();
    if (!m_chipButtons.empty())
        return m_chipButtons.back();
    return m_line;
}

void FilterBar::addTool(QWidget *tool)
{
    QWidget *before = lastInRow();
    m_tools->addWidget(tool);
    setTabOrder(before, tool); // not after the page, which was made before it
}

QString FilterBar::text() const
{
    return withIsoDays(m_kind, m_line->text(), m_workspace.calendar(), m_workspace.lookups().customFields);
}

QStringList FilterBar::trail() const
{
    if (m_filter.isEmpty())
        return {};
    return {app::filterTitle(m_kind, m_filter, {m_display, m_workspace.lookups(), m_workspace.calendar()})};
}

void FilterBar::setText(const QString &text)
{
    m_isTyping = false;
    m_completion->close();
    m_saved.reset();
    m_alsoGone.clear();
    m_line->setText(text);
    read(); // the same text may have been that of a view
}

void FilterBar::setSavedText(const QString &text, const std::vector<Sentence> &alsoGone)
{
    m_isTyping = false;
    m_completion->close();
    m_saved = keptFilterText(m_kind, text, m_workspace.calendar(), m_workspace.lookups().customFields);
    m_alsoGone = alsoGone;
    m_line->setText(*m_saved);
    read();
}

void FilterBar::takeFocus()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

void FilterBar::build()
{
    if (!m_builder) {
        m_builder = new FilterBuilder(m_kind, m_workspace, m_display, parentWidget());
        connect(m_builder, &FilterBuilder::chosen, this, &FilterBar::setText);
    }
    m_builder->ask(text());
}

void FilterBar::type()
{
    m_isTyping = true;
    m_completion->offer();
}

void FilterBar::endTyping()
{
    m_completion->close();
    if (!std::exchange(m_isTyping, false))
        return;
    if (const QString kept = text(); kept != m_line->text())
        m_line->setText(kept);
    else
        read();
}

// What is on its way to a condition, and none yet: "owner:" would mean that there is no owner, and "status:op" is no
// mistake while "Open" is offered.
bool FilterBar::isOnItsWay(const FilterTyping &typing) const
{
    if (!m_isTyping || typing.what != FilterTyping::What::Operand)
        return false;
    if (typing.isUnfinished)
        return true;
    const auto parsed = meaningOf(m_line->text());
    return !parsed && parsed.error().position == typing.partPosition && m_completion->isOpen();
}

tl::expected<Filter, FilterError> FilterBar::meaningOf(const QString &text) const
{
    return parseFilter(m_kind, text, m_workspace.calendar(), m_workspace.lookups().customFields);
}

void FilterBar::read()
{
    const FilterTyping typing = typingAt(m_line->text(), m_line->cursorPosition());
    m_isHeld = isOnItsWay(typing);
    m_names.cancel();
    showTokens();
    if (m_isHeld) { // until then, the rest holds
        m_mistake->setVisible(false);
        const QString rest = withoutSpan(m_line->text(), {typing.partPosition, typing.partLength});
        if (const auto parsed = meaningOf(rest))
            take(*parsed);
        return;
    }
    if (m_saved == m_line->text()) {
        readSaved();
        return;
    }
    const auto parsed = meaningOf(m_line->text());
    if (!parsed) {
        showFault(parsed.error());
        return;
    }
    m_mistake->setVisible(false);
    take(*parsed);
    m_names = app::findUnknownName(m_workspace, this, m_kind, m_line->text(),
                                   [this](const FilterError &unknown) { showFault(unknown); });
}

void FilterBar::readSaved()
{
    const ReadableFilter readable =
        readableFilter(m_kind, m_line->text(), m_workspace.calendar(), m_workspace.lookups());
    std::vector<Sentence> gone = m_alsoGone;
    gone.insert(gone.end(), readable.gone.begin(), readable.gone.end());
    QStringList said;
    for (const Sentence &each : gone)
        said += m_display.words(each);
    if (said.isEmpty())
        m_mistake->setVisible(false);
    else
        showMistake(tr("%1 The rest of the view is shown.").arg(said.join(u' ')));
    take(readable.filter);
}

// With its place in the text.
void FilterBar::showFault(const FilterError &fault)
{
    const QString where = m_line->text().mid(fault.position, fault.length);
    const QString text = m_display.words(fault.text);
    showMistake(where.isEmpty() ? text : tr("%1  (at “%2”)").arg(text, where));
}

void FilterBar::showMistake(const QString &text)
{
    m_mistake->showText(text, ElidedLabel::Tone::Error);
    m_mistake->setVisible(true);
}

void FilterBar::take(const Filter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    showChipStates();
    Q_EMIT filterChanged(m_filter);
}

// A token for each condition that can be read, but for the one that is being typed.
void FilterBar::showTokens()
{
    const QString text = m_line->text();
    auto spans = filterSpans(text);
    if (!spans) // a quotation mark is open: what stands before it is finished
        spans = filterSpans(QStringView(text).first(spans.error().position));
    const Calendar calendar = m_workspace.calendar();
    const app::FilterReader reader{m_display, m_workspace.lookups(), calendar};
    const qsizetype cursor = m_line->cursorPosition();
    QStringList words;
    m_spans.clear();
    for (const FilterSpan &span : spans.value_or(std::vector<FilterSpan>())) {
        if (m_spans.size() == mostTokens)
            break; // of a text that is refused as a whole
        if (m_isTyping && cursor >= span.position && cursor <= span.end())
            continue;
        const FilterParts parts = readableParts(m_kind, QStringView(text).sliced(span.position, span.length),
                                                calendar, m_workspace.lookups().customFields);
        const QString said = app::filterTitle(m_kind, parts.filter, reader);
        if (!parts.faults.empty() || said.isEmpty())
            continue;
        words += app::withCapital(said, m_display.locale());
        m_spans.push_back(span);
    }
    m_tokens->showTokens(words, lastInRow(), m_line);
}

// Where it is typed; what is put together of several is easier to change by rows.
void FilterBar::openToken(int token)
{
    const FilterSpan span = m_spans[size_t(token)];
    endTyping(); // of another one
    if (span.kind == FilterSpan::Kind::Bracket) {
        build();
    } else if (span.kind == FilterSpan::Kind::Condition) {
        m_completion->offerInstead(span);
    } else {
        m_line->setFocus(Qt::OtherFocusReason);
        m_line->setSelection(int(span.position), int(span.length));
    }
}

// Where another condition is only begun, it goes on to be typed: "owner:" does not come to mean nobody.
void FilterBar::removeToken(int token)
{
    const FilterSpan span = m_spans[size_t(token)];
    const QString text = withoutSpan(m_line->text(), span);
    const qsizetype cursor = m_line->cursorPosition();
    const qsizetype gone = cursor > span.position ? m_line->text().size() - text.size() : 0;
    m_isTyping = m_isHeld;
    m_completion->close();
    if (!m_isTyping) {
        m_line->setText(text);
        return;
    }
    {
        const QSignalBlocker quiet(m_line); // until the cursor is where it was
        m_line->setText(text);
        m_line->setCursorPosition(int(cursor - gone));
    }
    read();
}

void FilterBar::toggle(const QString &condition)
{
    const auto wanted = parseFilter(m_kind, condition, m_workspace.calendar());
    if (!wanted)
        return;
    Filter filter = m_filter;
    for (const Condition &each : wanted->conditions) {
        const auto found = std::find(filter.conditions.begin(), filter.conditions.end(), each);
        if (found != filter.conditions.end())
            filter.conditions.erase(found);
        else
            filter.conditions.push_back(each);
    }
    // As words where that means the same, so that "this-month" goes on to be the month it is.
    QStringList words = m_line->text().split(u' ', Qt::SkipEmptyParts);
    if (words.removeAll(condition) == 0)
        words += condition;
    const QString text = words.join(u' ');
    const auto read = meaningOf(text);
    m_line->setText(read && *read == filter ? text : filterText(m_kind, filter));
}

void FilterBar::showChipStates()
{
    for (size_t i = 0; i < m_chips.size(); ++i) {
        const auto wanted = parseFilter(m_kind, m_chips[i].condition, m_workspace.calendar());
        const bool on = wanted
            && std::all_of(wanted->conditions.begin(), wanted->conditions.end(), [this](const Condition &c) {
                            return std::count(m_filter.conditions.begin(), m_filter.conditions.end(), c) > 0;
                        });
        m_chipButtons[i]->setChecked(on);
    }
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_line)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress && !m_completion->isOpen()) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape)
            m_line->clear(); // clears the filter
        if (key == Qt::Key_Escape || key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            endTyping();
            Q_EMIT leave();
            return true;
        }
    } else if (event->type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
            endTyping();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace headway::ui
