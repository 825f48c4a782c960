// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/commandpalette.h"

#include "ui/commands/paletterows.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/searchline.h"
#include "ui/controls/slimscrollbar.h"
#include "ui/style/colours.h"
#include "ui/style/popuplook.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRows = 16; // in height; more are scrolled to
constexpr int widest = 680;
constexpr int shadowWidth = 14;
constexpr int panelRadius = 8;

} // namespace

CommandPalette::CommandPalette(app::PaletteSearch &search, QWidget *window)
    : QWidget(window), m_search(search), m_items(new PaletteModel(this)), m_line(new QLineEdit(this)),
      m_list(new QListView(this)), m_nothing(new QLabel(this)), m_keys(new ElidedLabel(this))
{
    hide();
    setAccessibleName(tr("Search and commands"));
    m_line->setFrame(false);
    m_line->setFont(ui::font(TextSize::Title));
    m_line->setPlaceholderText(tr("Search, or type a command"));
    m_line->setAccessibleName(tr("Search records and commands"));
    m_line->setTextMargins(space::hair, space::medium, space::large, space::medium);
    addSign(*m_line, u"search"_s);
    m_line->installEventFilter(this);
    setFocusProxy(m_line);

    m_list->setAccessibleName(tr("What was found"));
    m_list->setModel(m_items);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus); // arrow keys typed in the line move its cursor
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBar(new SlimScrollBar(Qt::Vertical, m_list));
    m_list->setMouseTracking(true);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setContentsMargins(space::large, space::small, space::large, space::medium);
    m_keys->setFont(ui::font(TextSize::Small));
    m_keys->setFixedHeight(lineHeight(TextSize::Small));

    auto *column = new QVBoxLayout(this);
    constexpr int edge = shadowWidth + 1;
    column->setContentsMargins(edge, edge, edge, edge + space::small);
    column->setSpacing(0);
    auto *lineRow = new QHBoxLayout; // its icon is above those of the list
    lineRow->setContentsMargins(space::small, 0, space::small, 0);
    lineRow->addWidget(m_line);
    column->addLayout(lineRow);
    column->addSpacing(space::small + 1);
    column->addWidget(m_list);
    column->addWidget(m_nothing);
    auto *keysRow = new QHBoxLayout; // begins where the groups do
    keysRow->setContentsMargins(space::large, space::hair, space::large, 0);
    keysRow->addWidget(m_keys);
    column->addLayout(keysRow);

    connect(m_line, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_chosen.clear();
        m_search.ask(text);
    });
    connect(&m_search, &app::PaletteSearch::found, this, &CommandPalette::showFound);
    connect(m_list, &QListView::entered, m_list, &QListView::setCurrentIndex);
    connect(m_list, &QListView::clicked, this, [this] { act(Deed::Run); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &CommandPalette::tellCurrent);
}

CommandPalette::~CommandPalette() = default;

void CommandPalette::open(const QString &text)
{
    if (!m_isOpen) {
        m_isOpen = true;
        m_focusBefore = QApplication::focusWidget();
        qApp->installEventFilter(this);
    }
    m_chosen.clear();
    m_due.reset();
    m_line->setText(text);
    m_search.ask(text);
    place();
    show();
    raise();
    m_line->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::dismiss()
{
    if (!m_isOpen)
        return;
    m_isOpen = false;
    qApp->removeEventFilter(this);
    m_search.stop();
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    hide();
    if (hadFocus && m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::showFound(const app::PaletteItems &items)
{
    if (!m_isOpen)
        return;
    m_items->replace(items);
    m_nothing->setText(m_line->text().isEmpty() ? tr("Type a name, a company, a word of a note …")
                                                : tr("Nothing found."));
    const int row = m_chosen.isEmpty() ? 0 : qMax(0, m_items->rowOf(m_chosen));
    m_list->setCurrentIndex(m_items->index(row));
    place();
    tellCurrent();
    if (m_due && !m_search.isWaiting())
        act(*m_due);
}

void CommandPalette::act(Deed deed)
{
    if (m_search.isWaiting()) {
        m_due = deed; // the list still answers an older query
        return;
    }
    m_due.reset();
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    const app::PaletteItem item = m_items->at(current.row());
    if (!item.isEnabled)
        return; // the row says why
    const std::function<void()> &run = deed == Deed::OpenInWindow ? item.openInWindow
        : deed == Deed::LogCall                                   ? item.logCall
                                                                  : item.run;
    if (deed != Deed::Run && !run)
        return;
    m_search.remember(item);
    dismiss();
    if (run)
        run();
    Q_EMIT ran(item.id);
}

void CommandPalette::moveToGroup(int step)
{
    const int row = m_items->nextGroup(qMax(0, m_list->currentIndex().row()), step);
    if (row < 0)
        return;
    m_list->setCurrentIndex(m_items->index(row));
    m_chosen = m_items->at(row).id;
}

// The line keeps the focus while rows are chosen: so its description says which one is, and the foot what can
// be done with it.
void CommandPalette::tellCurrent()
{
    const int row = m_list->currentIndex().row();
    m_line->setAccessibleDescription(row < 0 ? m_nothing->text() : m_items->spoken(row));
    QStringList keys;
    const auto add = [&keys](const QString &what, const QString &key) {
        keys += tr("%1 %2", "what a key does, and the key")
                    .arg(what, QKeySequence(key).toString(QKeySequence::NativeText));
    };
    if (row >= 0) {
        const app::PaletteItem &item = m_items->at(row);
        if (item.openInWindow)
            add(tr("Own window"), u"Shift+Enter"_s); // as on the key
        if (item.logCall)
            add(tr("Log a call"), u"Ctrl+Enter"_s);
        if (m_items->nextGroup(0, 1) > 0)
            add(tr("Next group"), u"Tab"_s);
    }
    QStringList fitting; // rather one less than half of one
    for (qsizetype some = keys.size(); some > 0; --some)
        fitting += keys.first(some).join(u"    "_s);
    m_keys->setVisible(row >= 0); // its place stays though it is empty: the list must not jump
    m_keys->showFitting(fitting.isEmpty() ? QStringList{QString()} : fitting, ElidedLabel::Tone::Quiet);
}

void CommandPalette::moveBy(int rows)
{
    const int count = m_items->rowCount({});
    if (count == 0)
        return;
    const int current = m_list->currentIndex().row();
    // A single step wraps around at the ends; a page stops there.
    const int row = qAbs(rows) == 1 ? (current + rows + count) % count : qBound(0, current + rows, count - 1);
    m_list->setCurrentIndex(m_items->index(row));
    m_chosen = m_items->at(row).id;
}

bool CommandPalette::handleKey(const QKeyEvent &event)
{
    const bool isEnter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (isEnter) {
        act(event.modifiers().testFlag(Qt::ControlModifier)     ? Deed::LogCall
                : event.modifiers().testFlag(Qt::ShiftModifier) ? Deed::OpenInWindow
                                                                : Deed::Run);
        return true;
    }
    switch (event.key()) {
    case Qt::Key_Down: moveBy(1); return true;
    case Qt::Key_Up: moveBy(-1); return true;
    case Qt::Key_PageDown: moveBy(mostRows - 1); return true;
    case Qt::Key_PageUp: moveBy(1 - mostRows); return true;
    case Qt::Key_Escape: dismiss(); return true;
    case Qt::Key_Tab: moveToGroup(1); return true;
    case Qt::Key_Backtab: moveToGroup(-1); return true;
    default: return false;
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress)
        return handleKey(*static_cast<QKeyEvent *>(event));
    if (!m_isOpen)
        return false;
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    const auto *widget = qobject_cast<QWidget *>(watched);
    const bool isElsewhere = widget && widget != this && !isAncestorOf(widget);
    if (isElsewhere && event->type() == QEvent::MouseButtonPress)
        dismiss(); // and the click has its usual effect
    return false;
}

void CommandPalette::place()
{
    const int row = PaletteDelegate::rowHeight(false);
    int wanted = 0;
    for (int i = 0; i < m_items->rowCount() && wanted < mostRows * row; ++i)
        wanted += PaletteDelegate::rowHeight(
            !m_items->index(i).data(PaletteModel::HeadingRole).toString().isEmpty());
    m_list->setVisible(wanted > 0);
    m_nothing->setVisible(wanted == 0);
    const QSize room = parentWidget()->size();
    const int top = qMin(64, room.height() / 10);
    const int bars =
        m_line->sizeHint().height() + m_keys->height() + 2 * shadowWidth + 3 * space::small + space::hair;
    const int fitting = qMax(3 * row, room.height() - top - bars - space::large);
    m_list->setFixedHeight(qMin(qMin(wanted, mostRows * row), fitting));

    const int width = qMin(widest, room.width() - 2 * shadowWidth) + 2 * shadowWidth;
    layout()->activate();
    setGeometry((room.width() - width) / 2, top, width, layout()->sizeHint().height());
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    const ColourRoles &colours = colourRolesOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF panel = QRectF(rect()).adjusted(shadowWidth, shadowWidth, -shadowWidth, -shadowWidth);
    paintShadow(painter, panel, panelRadius, shadowWidth, colours.shadow);
    painter.setBrush(palette().color(QPalette::Base));
    painter.setPen(colours.hairline);
    painter.drawRoundedRect(panel.adjusted(0.5, 0.5, -0.5, -0.5), panelRadius, panelRadius);
    const int line = m_line->geometry().bottom() + 1;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRectF(panel.left() + 1, line, panel.width() - 2, 1), colours.hairline);
}

} // namespace headway::ui
