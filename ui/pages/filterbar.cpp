// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/filterbar.h"

#include "app/text/display.h"
#include "app/text/filterwords.h"
#include "app/text/presentation.h"
#include "app/workspace/workspace.h"
#include "domain/query/readablefilter.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/searchline.h"
#include "ui/pages/filterbuilder.h"
#include "ui/style/theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStringListModel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

std::vector<FilterChip> chipsFor(EntityKind kind)
{
    std::vector<FilterChip> chips{{FilterBar::tr("Mine"), u"owner:me"_s}};
    for (const app::Presentation::Chip &chip : app::presentationOf(kind).chips)
        chips.push_back(
            {QCoreApplication::translate("Presentation", chip.name), QString::fromLatin1(chip.condition)});
    return chips;
}

// Only what this kind can be filtered by.
QString hintFor(EntityKind kind, const Calendar &calendar)
{
    QStringList examples;
    for (const QString &example : {u"owner:me"_s, u"amount:>10k"_s, u"close:this-quarter"_s, u"status:new"_s,
                                   u"city:Berlin"_s, u"when:this-week"_s}) {
        if (examples.size() < 3 && parseFilter(kind, example, calendar))
            examples += example;
    }
    return FilterBar::tr("Filter: words, %1 …").arg(examples.join(u", "_s));
}

} // namespace

FilterBar::FilterBar(EntityKind kind, app::Workspace &workspace, const app::Display &display, QWidget *parent)
    : QWidget(parent), m_kind(kind), m_workspace(workspace), m_display(display), m_chips(chipsFor(kind)),
      m_line(new SearchLine(tr("Filter"), hintFor(kind, workspace.calendar()))),
      m_completer(new QCompleter(this)), m_chipRow(new QHBoxLayout), m_tools(new QHBoxLayout),
      m_mistake(new ElidedLabel)
{
    m_line->setMinimumWidth(160);
    m_line->installEventFilter(this);
    m_completer->setModel(new QStringListModel(filterNames(kind), m_completer));
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setWidget(m_line);
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
    column->addWidget(m_mistake);
    m_line->offer(tr("Put a filter together"));
    connect(m_line, &SearchLine::signClicked, this, &FilterBar::build);
    connect(m_line, &QLineEdit::textEdited, this, &FilterBar::offerNames);
    connect(m_line, &QLineEdit::textChanged, this, &FilterBar::read);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &FilterBar::complete);
    // The meaning of "today" and "this-quarter" changes overnight, and with the fiscal year.
    connect(&workspace, &app::Workspace::lookupsChanged, this, &FilterBar::read);
    connect(&workspace, &app::Workspace::dayChanged, this, &FilterBar::read);
    showChips();
}

FilterBar::~FilterBar() = default;

void FilterBar::showChips()
{
    for (const FilterChip &chip : m_chips) {
        auto *button = new FlatButton(FlatButton::Kind::Quiet);
        button->setText(chip.name);
        button->setAccessibleName(chip.name);
        button->setCheckable(true);
        button->setToolTip(chip.condition);
        m_chipRow->addWidget(button);
        m_chipButtons.push_back(button);
        connect(button, &FlatButton::clicked, this,
                [this, condition = chip.condition] { toggle(condition); });
    }
    showChipStates();
}

void FilterBar::addTool(QWidget *tool)
{
    QWidget *before = m_line;
    if (m_tools->count() > 0)
        before = m_tools->itemAt(m_tools->count() - 1)->widget();
    else if (!m_chipButtons.empty())
        before = m_chipButtons.back();
    m_tools->addWidget(tool);
    setTabOrder(before, tool); // not after the page, which was made before it
}

QString FilterBar::text() const
{
    return m_line->text();
}

QStringList FilterBar::trail() const
{
    if (m_filter.isEmpty())
        return {};
    return {app::filterTitle(m_kind, m_filter, {m_display, m_workspace.lookups(), m_workspace.calendar()})};
}

void FilterBar::setText(const QString &text)
{
    m_saved.reset();
    m_alsoGone.clear();
    m_line->setText(text);
    read(); // the same text may have been that of a view
}

void FilterBar::setSavedText(const QString &text, const std::vector<Sentence> &alsoGone)
{
    m_saved = text;
    m_alsoGone = alsoGone;
    m_line->setText(text);
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

void FilterBar::read()
{
    if (m_saved == m_line->text()) {
        readSaved();
        return;
    }
    const auto parsed = parseFilter(m_kind, m_line->text(), m_workspace.calendar());
    if (!parsed) {
        const FilterError &error = parsed.error();
        const QString where = m_line->text().mid(error.position, error.length);
        const QString text = m_display.words(error.text);
        showMistake(where.isEmpty() ? text : tr("%1  (at “%2”)").arg(text, where));
        return;
    }
    m_mistake->setVisible(false);
    take(*parsed);
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

// The word being typed, up to the cursor.
static QString wordBefore(const QLineEdit &line)
{
    QString word = line.text().left(line.cursorPosition()).section(u' ', -1);
    while (word.startsWith(u'(') || word.startsWith("-("_L1))
        word.remove(0, word.indexOf(u'(') + 1);
    return word;
}

void FilterBar::offerNames()
{
    const QString word = wordBefore(*m_line);
    if (word.size() < 2 || word.contains(u':')) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->setCompletionPrefix(word.startsWith(u'-') ? word.mid(1) : word);
    if (m_completer->completionCount() > 0)
        m_completer->complete();
}

void FilterBar::complete(const QString &name)
{
    const qsizetype end = m_line->cursorPosition();
    const QString word = wordBefore(*m_line);
    const qsizetype keep = word.startsWith(u'-') ? 1 : 0;
    QString text = m_line->text();
    text.replace(end - word.size() + keep, word.size() - keep, name + u':');
    m_line->setText(text);
    m_line->setCursorPosition(int(end - word.size() + keep + name.size() + 1));
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
    const auto read = parseFilter(m_kind, text, m_workspace.calendar());
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
    if (watched == m_line && event->type() == QEvent::KeyPress && !m_completer->popup()->isVisible()) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape)
            m_line->clear(); // clears the filter
        if (key == Qt::Key_Escape || key == Qt::Key_Down || key == Qt::Key_Return) {
            Q_EMIT leave();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace headway::ui
