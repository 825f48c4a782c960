// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/controlsheet.h"

#include "ui/controls/chiprow.h"
#include "ui/controls/daycalendar.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/nowheelcombobox.h"
#include "ui/controls/progressline.h"
#include "ui/controls/searchline.h"
#include "ui/controls/slimscrollbar.h"
#include "ui/controls/tabrow.h"
#include "ui/controls/textarea.h"
#include "ui/style/fieldlook.h"
#include "ui/style/popuplook.h"
#include "ui/style/theme.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QSlider>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QStyleOption>

#include <array>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastSample = 72;
constexpr int textHeight = 56;
constexpr int popupHeight = 220;

// As QToolTip shows it, but at rest.
class ToolTipSample : public QWidget
{
public:
    ToolTipSample(const QString &text, QWidget *parent) : QWidget(parent), m_text(text) {}

    QSize sizeHint() const override
    {
        return fontMetrics().size(Qt::TextSingleLine, m_text) + QSize(2 * space::small, 2 * space::small);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        QStyleOption option;
        option.initFrom(this);
        painter.setClipRegion(roundedRegion(rect()));
        style()->drawPrimitive(QStyle::PE_PanelTipLabel, &option, &painter, this);
        painter.setPen(palette().color(QPalette::ToolTipText));
        painter.drawText(rect(), Qt::AlignCenter, m_text);
    }

private:
    QString m_text;
};

QListView *makeList(QWidget *parent)
{
    auto *list = new QListView(parent);
    auto *model = new QStandardItemModel(list);
    for (const char *icon : {"view-calendar-day", "user-identity", "folder-documents"}) {
        auto *item = new QStandardItem(themeIcon(QString::fromLatin1(icon)), ControlSheet::tr("A choice"));
        model->appendRow(item);
    }
    model->item(2)->setEnabled(false);
    list->setModel(model);
    list->setCurrentIndex(model->index(0, 0));
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    showAsPopup(*list);
    return list;
}

QMenu *makeMenu(QWidget *parent)
{
    auto *menu = new QMenu(parent);
    QAction *first = menu->addAction(themeIcon(u"call-start"_s), ControlSheet::tr("&Log a call"));
    first->setShortcut(QKeySequence(u"Ctrl+L"_s));
    menu->addAction(ControlSheet::tr("Not now"))->setEnabled(false);
    menu->addSeparator();
    QAction *ticked = menu->addAction(ControlSheet::tr("Ticked"));
    ticked->setCheckable(true);
    ticked->setChecked(true);
    menu->addMenu(ControlSheet::tr("More"))->addAction(ControlSheet::tr("A choice"));
    menu->setWindowFlags(Qt::Widget); // lies in the sheet
    menu->setActiveAction(first);
    return menu;
}

} // namespace

ControlSheet::ControlSheet(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    setAccessibleName(tr("All controls in all their states"));
    m_grid->setContentsMargins(0, space::large, 0, 0);
    m_grid->setHorizontalSpacing(space::small);
    m_grid->setVerticalSpacing(space::hair + 2); // fields every 34 pixels
    addStates();
    addFields();
    addMarks();
    addBars();
    addPopups();
}

ControlSheet::~ControlSheet() = default;

void ControlSheet::addStates()
{
    const std::array names{tr("Normal"),   tr("Hovered"), tr("Focused"),
                           tr("Disabled"), tr("Wrong"),   tr("Read-only")};
    for (int column = 0; column < int(names.size()); ++column) {
        auto *head = new ElidedLabel(this);
        head->setFont(ui::font(TextSize::Small));
        head->showText(names[size_t(column)], ElidedLabel::Tone::Quiet);
        m_grid->addWidget(head, 0, column + 1);
        m_grid->setColumnStretch(column + 1, 1);
    }
}

void ControlSheet::addRow(const QString &name, const Make &make)
{
    const int row = m_grid->rowCount();
    auto *label = new ElidedLabel(this);
    label->showText(name, ElidedLabel::Tone::Quiet);
    m_grid->addWidget(label, row, 0);
    for (const State state :
         {State::Normal, State::Hovered, State::Focused, State::Disabled, State::Wrong, State::ReadOnly}) {
        QWidget *sample = make(state);
        if (!sample)
            continue;
        sample->setMinimumWidth(leastSample);
        sample->setAccessibleName(name);
        if (state == State::Hovered)
            sample->setAttribute(Qt::WA_UnderMouse);
        else if (state == State::Focused)
            showAsFocused(*sample);
        else if (state == State::Disabled)
            sample->setEnabled(false);
        else if (state == State::Wrong)
            showWrong(*sample, true);
        m_grid->addWidget(sample, row, int(state) + 1);
    }
}

void ControlSheet::addFields()
{
    addRow(tr("Text"), [this](State state) {
        auto *line = new QLineEdit(tr("Text"), this);
        line->setReadOnly(state == State::ReadOnly);
        return line;
    });
    addRow(tr("Empty"), [this](State state) {
        auto *line = new QLineEdit(this);
        line->setPlaceholderText(tr("Type here"));
        line->setReadOnly(state == State::ReadOnly);
        return line;
    });
    addRow(tr("Search"), [this](State state) {
        auto *line = new SearchLine(tr("Search"), tr("Search"), this);
        line->setReadOnly(state == State::ReadOnly);
        return line;
    });
    addRow(tr("Choice"), [this](State state) -> QWidget * {
        if (state == State::ReadOnly)
            return nullptr;
        auto *box = new NoWheelComboBox(this);
        box->addItems({tr("A choice"), tr("Another, with a name longer than the field")});
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        return box;
    });
    addRow(tr("Number"), [this](State state) {
        auto *box = new QSpinBox(this);
        box->setValue(12);
        box->setReadOnly(state == State::ReadOnly);
        return box;
    });
    addRow(tr("Day"), [this](State state) {
        auto *box = new QDateEdit(QDate(2026, 11, 28), this);
        box->setDisplayFormat(u"d MMM"_s); // a whole year has no room
        box->setReadOnly(state == State::ReadOnly);
        return box;
    });
    addRow(tr("Note"), [this](State state) {
        auto *text = new TextArea(this);
        text->setPlainText(tr("Several\nlines"));
        text->setFixedHeight(textHeight);
        text->setReadOnly(state == State::ReadOnly);
        return text;
    });
}

void ControlSheet::addMarks()
{
    const auto plain = [](State state) { return state != State::Wrong && state != State::ReadOnly; };
    const auto addButtons = [&](const QString &name, auto make) {
        addRow(name, [this, plain, make](State state) -> QWidget * {
            return plain(state) ? make(this, state) : nullptr;
        });
    };
    addButtons(tr("Tick"), [](QWidget *parent, State) {
        auto *box = new QCheckBox(tr("Yes"), parent);
        box->setChecked(true);
        return box;
    });
    addButtons(tr("No tick"), [](QWidget *parent, State) { return new QCheckBox(tr("Yes"), parent); });
    addButtons(tr("One of many"), [](QWidget *parent, State) {
        auto *one = new QRadioButton(tr("This"), parent);
        one->setAutoExclusive(false);
        one->setChecked(true);
        return one;
    });
    addButtons(tr("Main button"), [](QWidget *parent, State) {
        auto *button = new FlatButton(FlatButton::Kind::Accent, parent);
        button->setText(tr("Save"));
        return button;
    });
    addButtons(tr("Quiet button"), [](QWidget *parent, State) {
        auto *button = new FlatButton(FlatButton::Kind::Quiet, parent);
        button->setText(tr("Cancel"));
        return button;
    });
    addButtons(tr("Link"), [](QWidget *parent, State) {
        auto *button = new FlatButton(FlatButton::Kind::Link, parent);
        button->setText(tr("Open"));
        return button;
    });
    addButtons(tr("Question"), [](QWidget *parent, State) { return new QPushButton(tr("Cancel"), parent); });
    addButtons(tr("Its answer"), [](QWidget *parent, State) {
        auto *button = new QPushButton(tr("Delete"), parent);
        button->setDefault(true);
        return button;
    });
    addButtons(tr("Chips"), [](QWidget *parent, State) {
        auto *chips = new ChipRow(ChipRow::Choose::One, parent);
        chips->showChips({{tr("On")}, {tr("Off")}});
        chips->choose(0);
        return chips;
    });
}

void ControlSheet::addBars()
{
    const auto addWide = [this](const QString &name, QWidget *sample) {
        const int row = m_grid->rowCount();
        auto *label = new ElidedLabel(this);
        label->showText(name, ElidedLabel::Tone::Quiet);
        sample->setAccessibleName(name);
        m_grid->addWidget(label, row, 0);
        m_grid->addWidget(sample, row, 1, 1, 3);
    };
    auto *tabs = new TabRow(this);
    tabs->showTabs({tr("Overview"), tr("Timeline"), tr("History")});
    addWide(tr("Tabs"), tabs);
    auto *slider = new QSlider(Qt::Horizontal, this);
    slider->setValue(40);
    addWide(tr("Slider"), slider);
    auto *bar = new SlimScrollBar(Qt::Horizontal, this);
    bar->setRange(0, 100);
    bar->setPageStep(50);
    addWide(tr("Scroll bar"), bar);
    auto *progress = new ProgressLine(this);
    progress->setValue(60);
    addWide(tr("Progress"), progress);
    addWide(tr("Tool tip"), new ToolTipSample(tr("What this is, in a sentence"), this));
}

void ControlSheet::addPopups()
{
    auto *list = makeList(this);
    list->setAccessibleName(tr("What was found"));
    list->setFixedHeight(3 * popupRowHeight(fontMetrics()) + 2 * popupInset);
    auto *calendar = new DayCalendar(this);
    calendar->setSelectedDate(QDate(2026, 11, 28));
    calendar->showToday(QDate(2026, 11, 23));
    calendar->setFixedHeight(popupHeight);
    auto *popups = new QHBoxLayout;
    popups->setSpacing(space::large);
    popups->addWidget(list, 1, Qt::AlignTop);
    popups->addWidget(makeMenu(this), 0, Qt::AlignTop);
    popups->addWidget(calendar, 0, Qt::AlignTop);
    m_grid->addLayout(popups, m_grid->rowCount(), 0, 1, 7);
}

} // namespace headway::ui
