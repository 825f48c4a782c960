// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/topbar.h"

#include "app/commands/commands.h"
#include "app/text/plaintip.h"
#include "ui/commands/commandactions.h"
#include "ui/controls/flatbutton.h"
#include "ui/style/colours.h"
#include "ui/style/rowpainter.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int moreWidth = 28;

} // namespace

// The path to the current place: its first parts are quiet, and are cut first.
class TopBar::Trail : public QLabel
{
public:
    explicit Trail(QWidget *parent) : QLabel(parent)
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    }

    void showTrail(const QStringList &trail)
    {
        m_trail = trail;
        const QString whole = trail.join(u" ▸ "_s);
        setTextFormat(Qt::PlainText);
        setText(whole); // for screen readers; the visible text is painted below
        describe();
        update();
    }

    QSize sizeHint() const override { return minimumSizeHint(); }
    QSize minimumSizeHint() const override { return {80, lineHeight(TextSize::Title)}; }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QLabel::resizeEvent(event);
        describe();
    }
    void paintEvent(QPaintEvent *) override
    {
        if (m_trail.isEmpty())
            return;
        const QFontMetrics strong(ui::font(TextSize::Title, Weight::Strong));
        const QFontMetrics quiet(ui::font(TextSize::Title));
        const QString here = m_trail.constLast();
        const QString arrow = isRightToLeft() ? u"  ◂  "_s : u"  ▸  "_s;
        QString before = QStringList(m_trail.first(m_trail.size() - 1)).join(arrow);
        const int arrowWidth = before.isEmpty() ? 0 : quiet.horizontalAdvance(arrow);
        const int forBefore = qMax(0, width() - strong.horizontalAdvance(here) - arrowWidth);
        before = quiet.elidedText(before, Qt::ElideLeft, forBefore);
        if (forBefore < quiet.averageCharWidth() * 4)
            before.clear();

        QPainter painter(this);
        const RowPainter row(painter, rect(), layoutDirection());
        QRect place = rect();
        painter.setFont(ui::font(TextSize::Title));
        painter.setPen(colourRolesOf(*this).quietText);
        place.setLeft(place.left() + row.text(place, Qt::AlignLeft, before));
        if (!before.isEmpty()) {
            const QRect gap(place.left(), place.top(), arrowWidth, place.height());
            row.text(gap, Qt::AlignHCenter, arrow.trimmed());
            place.setLeft(place.left() + arrowWidth);
        }
        painter.setFont(ui::font(TextSize::Title, Weight::Strong));
        painter.setPen(palette().color(QPalette::WindowText));
        row.text(place, Qt::AlignLeft, here);
    }

private:
    // The whole of it where parts are quiet or cut.
    void describe()
    {
        const QFontMetrics strong(ui::font(TextSize::Title, Weight::Strong));
        const bool isWhole = m_trail.size() < 2 && strong.horizontalAdvance(m_trail.value(0)) <= width();
        setToolTip(isWhole ? QString() : app::plainTip(text()));
    }

    QStringList m_trail;
};

TopBar::TopBar(app::Commands &commands, QWidget *parent)
    : QWidget(parent), m_commands(commands), m_trail(new Trail(this))
{
    auto *back = addButton(new FlatButton(FlatButton::Kind::Quiet, this), u"go.back"_s);
    auto *forward = addButton(new FlatButton(FlatButton::Kind::Quiet, this), u"go.forward"_s);
    m_search = addButton(new FlatButton(FlatButton::Kind::Field, this), u"palette.open"_s);
    auto *create = addButton(new FlatButton(FlatButton::Kind::Accent, this), u"record.new"_s);
    back->showIcon(u"go-previous"_s);
    forward->showIcon(u"go-next"_s);
    m_search->showIcon(u"search"_s);
    m_search->setText(tr("Search or type a command"));
    m_search->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_search->setMaximumWidth(380);
    create->showIcon(u"list-add"_s);
    create->setText(tr("New"));
    m_more = new FlatButton(FlatButton::Kind::Accent, this);
    m_more->showIcon(u"arrow-down"_s);
    m_more->setAccessibleName(tr("What else can be added"));
    m_more->setToolTip(tr("What else can be added"));
    m_more->setFixedWidth(moreWidth);
    m_more->hide();

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::small, space::small, space::medium, space::small);
    row->setSpacing(space::hair);
    row->addWidget(back);
    row->addWidget(forward);
    row->addSpacing(space::small);
    row->addWidget(m_trail, 1);
    row->addSpacing(space::medium);
    row->addWidget(m_search);
    row->addSpacing(space::hair);
    row->addWidget(create);
    row->addWidget(m_more);

    refresh();
}

TopBar::~TopBar() = default;

FlatButton *TopBar::addButton(FlatButton *button, const QString &command)
{
    m_buttons.push_back({button, command});
    connect(button, &FlatButton::clicked, this, [this, command] { m_commands.run(command); });
    return button;
}

void TopBar::offerMore(CommandActions &actions)
{
    connect(m_more, &FlatButton::clicked, this, [this, &actions] {
        QMenu *menu = actions.contextMenu({u"record.new"_s, QString(), u"record.newContactHere"_s,
                                           u"record.newDealHere"_s, u"record.newLeadHere"_s},
                                          this);
        const int left = isRightToLeft() ? 0 : m_more->width() - menu->sizeHint().width();
        menu->popup(m_more->mapToGlobal(QPoint(left, m_more->height())));
    });
    m_isOffered = true;
    refresh();
}

void TopBar::showTrail(const QStringList &trail)
{
    m_trail->showTrail(trail);
}

void TopBar::refresh()
{
    for (const Button &entry : m_buttons) {
        const app::Command *command = m_commands.find(entry.command);
        entry.button->setVisible(command); // a window that creates nothing has no New
        entry.button->setEnabled(command && app::isEnabled(*command));
        entry.button->setToolTip(m_commands.toolTip(entry.command));
        if (entry.button->text().isEmpty() && command)
            entry.button->setAccessibleName(app::plainText(*command));
    }
    m_more->setVisible(m_isOffered && m_commands.find(u"record.new")
                       && m_commands.find(u"record.newDealHere"));
    m_search->showHint(m_commands.shortcutText(u"palette.open"));
}

} // namespace headway::ui
