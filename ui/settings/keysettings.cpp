// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/keysettings.h"

#include "app/commands/commands.h"
#include "app/commands/palettesearch.h"
#include "ui/controls/celldelegate.h"
#include "ui/controls/dialogs.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/listheader.h"
#include "ui/controls/remarklabel.h"
#include "ui/controls/searchline.h"
#include "ui/controls/slimscrollbar.h"
#include "ui/settings/keycapture.h"
#include "ui/settings/settingsform.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

enum Column { Name, Where, Keys, Columns };
constexpr int idRole = Qt::UserRole;

// Passes the captured keys to the settings, which check whether they are free.
class KeyDelegate : public CellDelegate
{
public:
    using Taken = std::function<void(const QString &id, const QKeySequence &keys)>;
    KeyDelegate(QTableView *table, Taken taken) : CellDelegate(table), m_table(*table), m_taken(taken) {}

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &,
                          const QModelIndex &index) const override
    {
        auto *capture = new KeyCapture(parent);
        const QString id = index.siblingAtColumn(Name).data(idRole).toString();
        const auto close = [this, capture] {
            auto *self = const_cast<KeyDelegate *>(this);
            Q_EMIT self->closeEditor(capture, NoHint);
            m_table.setFocus();
        };
        connect(capture, &KeyCapture::left, this, close);
        connect(capture, &KeyCapture::captured, this, [this, close, id](const QKeySequence &keys) {
            close();
            m_taken(id, keys);
        });
        return capture;
    }

    void setEditorData(QWidget *, const QModelIndex &) const override {}
    void setModelData(QWidget *, QAbstractItemModel *, const QModelIndex &) const override {}
    bool eventFilter(QObject *editor, QEvent *event) override
    {
        // while keys are captured, Enter and Esc are keys like others
        return event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride
            && CellDelegate::eventFilter(editor, event);
    }

private:
    QTableView &m_table;
    Taken m_taken;
};

QString textOf(const QList<QKeySequence> &shortcuts)
{
    QStringList texts;
    for (const QKeySequence &shortcut : shortcuts)
        texts += shortcut.toString(QKeySequence::NativeText);
    return texts.join(KeySettings::tr(" or "));
}

QString placesOf(const app::Command &command)
{
    QStringList names;
    for (const app::Area area : app::allAreas()) {
        if (command.areas.testFlag(area))
            names += app::areaName(area);
    }
    for (qsizetype i = 1; i < names.size(); ++i) // one phrase: "On Today, in a list"
        names[i][0] = names[i][0].toLower();
    return names.join(u", "_s);
}

} // namespace

KeySettings::KeySettings(app::Commands &commands, Dialogs &dialogs, QWidget *parent)
    : QWidget(parent), m_commands(commands), m_dialogs(dialogs),
      m_rows(new QStandardItemModel(0, Columns, this)), m_table(new QTableView(this)),
      m_filter(new SearchLine(tr("Filter the commands"), tr("Filter by name or keys"), this)),
      m_remark(new RemarkLabel(this)), m_change(new FlatButton(FlatButton::Kind::Accent, this)),
      m_restore(new FlatButton(FlatButton::Kind::Quiet, this)),
      m_restoreAll(new FlatButton(FlatButton::Kind::Quiet, this))
{
    build();
    // Emitted for each command added: update only while visible.
    const auto follow = [this] {
        if (isVisible())
            fill();
    };
    connect(&commands, &app::Commands::changed, this, follow, Qt::QueuedConnection);
}

KeySettings::~KeySettings() = default;

void KeySettings::build()
{
    setObjectName(u"keys"_s);
    m_filter->installEventFilter(this);
    m_rows->setHorizontalHeaderLabels({tr("Command"), tr("Where it works"), tr("Keys")});
    m_table->setModel(m_rows);
    m_table->setAccessibleName(tr("Commands and their keys"));
    m_table->setSelectionBehavior(QTableView::SelectRows);
    m_table->setSelectionMode(QTableView::SingleSelection);
    m_table->setEditTriggers(QTableView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalHeader(new ListHeader(m_table));
    m_table->setVerticalScrollBar(new SlimScrollBar(Qt::Vertical, m_table, SlimScrollBar::Place::Over));
    m_table->setItemDelegate(
        new KeyDelegate(m_table, [this](const QString &id, const QKeySequence &keys) { change(id, keys); }));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(lineHeight(TextSize::Body));
    m_table->horizontalHeader()->setSectionsMovable(false);
    m_table->horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(Where, QHeaderView::Stretch);
    m_table->setColumnWidth(Keys, 28 * fontMetrics().averageCharWidth());
    m_table->installEventFilter(this);
    m_change->setText(tr("Change the keys"));
    m_change->setToolTip(tr("Change the keys of this command (Enter)"));
    m_restore->setText(tr("Back to default"));
    m_restore->setToolTip(tr("Give this command its default keys again"));
    m_restoreAll->setText(tr("All back to default…"));
    m_restoreAll->setToolTip(tr("Give all commands their default keys again"));

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::small);
    buttons->addWidget(m_change);
    buttons->addWidget(m_restore);
    buttons->addStretch(1);
    buttons->addWidget(m_restoreAll);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::huge, space::huge, space::huge, space::large);
    column->setSpacing(space::medium);
    column->addWidget(makePartTitle(
        tr("Keys"),
        tr("Kept on this computer. Enter on a command, then press its new keys; Backspace takes them away."),
        this));
    column->addWidget(m_filter);
    column->addWidget(m_table, 1);
    column->addWidget(m_remark);
    column->addLayout(buttons);
    setFocusProxy(m_filter);
    setTabOrder(m_filter, m_table);
    setTabOrder(m_table, m_change);

    connect(m_filter, &SearchLine::textChanged, this, &KeySettings::showRest);
    connect(m_table, &QTableView::doubleClicked, this, &KeySettings::edit);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &KeySettings::showRest);
    connect(m_change, &FlatButton::clicked, this, &KeySettings::edit);
    connect(m_restore, &FlatButton::clicked, this, &KeySettings::restore);
    connect(m_restoreAll, &FlatButton::clicked, this, &KeySettings::restoreAll);
}

// If the rows are the same as before, only their texts change, so that the current row stays.
void KeySettings::fill()
{
    const auto isSame = [this] {
        int row = 0;
        for (const app::Command &command : m_commands.all()) {
            if (row >= m_rows->rowCount() || m_rows->item(row)->data(idRole).toString() != command.id)
                return false;
            ++row;
        }
        return row == m_rows->rowCount();
    };
    if (!isSame())
        addRows();
    int row = 0;
    for (const app::Command &command : m_commands.all())
        showRow(row++, command);
    showRest();
}

void KeySettings::addRows()
{
    const QString id = currentId();
    m_rows->removeRows(0, m_rows->rowCount());
    for (const app::Command &command : m_commands.all()) {
        auto *name = new QStandardItem;
        name->setData(command.id, idRole);
        m_rows->appendRow({name, new QStandardItem, new QStandardItem});
        if (command.id == id)
            m_table->setCurrentIndex(name->index());
    }
    if (!m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_rows->index(0, Name));
}

void KeySettings::showRow(int row, const app::Command &command)
{
    const QString path = command.menu.isEmpty() ? QString() : command.menu.last();
    QString menu = path;
    menu.remove(u'&');
    // "Light" alone would say nothing: the name of an inner menu is added.
    const QString name =
        command.menu.size() > 1 ? menu + u": "_s + app::plainText(command) : app::plainText(command);
    m_rows->item(row, Name)->setText(name);
    m_rows->item(row, Where)->setText(placesOf(command));
    const bool isOwn = m_commands.hasOwnShortcuts(command.id);
    const QString keys = command.shortcuts.isEmpty() ? QString() : textOf(command.shortcuts);
    m_rows->item(row, Keys)->setText(isOwn                ? keys
                                         : keys.isEmpty() ? tr("none (changed)")
                                                          : tr("%1 (changed)").arg(keys));
    m_rows->item(row, Keys)->setToolTip(
        isOwn ? QString() : tr("By default: %1").arg(textOf(m_commands.ownShortcuts(command.id))));
}

void KeySettings::showRest()
{
    bool isAnyChanged = false;
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        const QString text = m_rows->item(row, Name)->text() + u' ' + m_rows->item(row, Keys)->text();
        m_table->setRowHidden(row, !app::matchRank(text, m_filter->text()).has_value());
        isAnyChanged =
            isAnyChanged || !m_commands.hasOwnShortcuts(m_rows->item(row)->data(idRole).toString());
    }
    const QString id = currentId();
    m_change->setEnabled(!id.isEmpty());
    m_restore->setEnabled(!id.isEmpty() && !m_commands.hasOwnShortcuts(id));
    m_restoreAll->setEnabled(isAnyChanged);
}

QString KeySettings::currentId() const
{
    const QModelIndex current = m_table->currentIndex();
    const bool isInSight = current.isValid() && !m_table->isRowHidden(current.row());
    return isInSight ? current.siblingAtColumn(Name).data(idRole).toString() : QString();
}

void KeySettings::edit()
{
    if (currentId().isEmpty())
        return;
    m_remark->explain(tr("Press the new keys. Backspace: none. Esc: as it was."));
    const QModelIndex cell = m_table->currentIndex().siblingAtColumn(Keys);
    m_table->setCurrentIndex(cell);
    m_table->edit(cell);
}

void KeySettings::change(const QString &id, const QKeySequence &keys)
{
    const QList<QKeySequence> wanted = keys.isEmpty() ? QList<QKeySequence>() : QList{keys};
    if (isTaken(id, wanted))
        return;
    m_commands.changeShortcuts(id, wanted);
    const QString name = app::plainText(*m_commands.find(id));
    m_remark->explain(keys.isEmpty() ? tr("“%1” has no keys now.").arg(name)
                                     : tr("“%1” is %2 now.").arg(name, textOf(wanted)));
}

bool KeySettings::isTaken(const QString &id, const QList<QKeySequence> &keys)
{
    const app::Command *rival = m_commands.rival(id, keys);
    if (!rival)
        return false;
    QString which = textOf(keys);
    for (const QKeySequence &each : keys) {
        if (rival->shortcuts.contains(each))
            which = textOf({each});
    }
    m_remark->refuse(
        tr("%1 is taken by “%2”. Give that command other keys first.").arg(which, app::plainText(*rival)));
    return true;
}

void KeySettings::restore()
{
    const QString id = currentId();
    if (id.isEmpty() || isTaken(id, m_commands.ownShortcuts(id)))
        return;
    m_commands.restoreShortcuts(id);
    m_remark->explain(tr("“%1” is back to its default.").arg(app::plainText(*m_commands.find(id))));
    m_table->setFocus();
}

void KeySettings::restoreAll()
{
    m_dialogs.confirm(this,
                      {.title = tr("All keys back to default?"),
                       .text = tr("Your own keys are forgotten."),
                       .action = tr("All back to default")},
                      [this](Answer answer) {
                          if (answer == Answer::No)
                              return;
                          m_commands.restoreAllShortcuts();
                          m_remark->explain(tr("All keys are back to their defaults."));
                      });
}

void KeySettings::showEvent(QShowEvent *event)
{
    fill();
    QWidget::showEvent(event);
}

bool KeySettings::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (watched == m_table && (isEnter || key->key() == Qt::Key_F2)) {
        edit();
        return true;
    }
    if (watched == m_filter && (isEnter || key->key() == Qt::Key_Down)) {
        for (int row = 0; row < m_rows->rowCount(); ++row) {
            if (m_table->isRowHidden(row))
                continue;
            m_table->setCurrentIndex(m_rows->index(row, Name));
            m_table->setFocus();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace headway::ui
