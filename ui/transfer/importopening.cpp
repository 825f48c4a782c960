// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/importopening.h"

#include "transfer/import/importpreview.h"
#include "ui/controls/celldelegate.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/listheader.h"
#include "ui/controls/slimscrollbar.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

constexpr int linesShown = 6;          // without scrolling
constexpr int mostLines = 100'000;     // above the column names
constexpr qsizetype longestLine = 300; // letters that are shown of a line

// The wheel scrolls the dialog instead.
class LineBox : public QSpinBox
{
protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

} // namespace

ImportOpening::ImportOpening(QWidget *parent)
    : QWidget(parent), m_line(new LineBox), m_show(new FlatButton(FlatButton::Kind::Link)),
      m_lines(new QTableWidget(0, 2))
{
    m_line->setAccessibleName(tr("Line of the column names"));
    m_line->setRange(0, mostLines);
    m_line->setSpecialValueText(tr("line as found"));
    m_line->setKeyboardTracking(false); // a line of two digits is not read at its first one
    m_lines->setAccessibleName(tr("The first lines of the file; one of them has the column names"));
    m_lines->setHorizontalHeader(new ListHeader(m_lines));
    m_lines->setHorizontalHeaderLabels({tr("Line"), tr("What stands there")});
    for (int i = 0; i < 2; ++i)
        m_lines->horizontalHeaderItem(i)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_lines->horizontalHeader()->setStretchLastSection(true);
    m_lines->verticalHeader()->hide();
    m_lines->verticalHeader()->setDefaultSectionSize(lineHeight(TextSize::Body));
    m_lines->setVerticalScrollBar(new SlimScrollBar(Qt::Vertical, m_lines));
    m_lines->setItemDelegate(new CellDelegate(m_lines));
    m_lines->setShowGrid(false);
    m_lines->setFrameShape(QFrame::NoFrame);
    m_lines->setEditTriggers(QTableWidget::NoEditTriggers);
    m_lines->setSelectionBehavior(QTableWidget::SelectRows);
    m_lines->setSelectionMode(QTableWidget::SingleSelection);
    m_lines->setTabKeyNavigation(false);
    m_lines->setToolTip(tr("Click a line, or press Space on it, if the column names stand there"));
    m_lines->installEventFilter(this);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::small);
    row->addWidget(new QLabel(tr("Column names")));
    row->addWidget(m_line);
    row->addWidget(m_show);
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    column->addLayout(row);
    column->addWidget(m_lines);
    showLines(false);
    connect(m_line, &QSpinBox::valueChanged, this, &ImportOpening::changed);
    connect(m_show, &QAbstractButton::clicked, this, [this] {
        m_isAsked = true;
        showLines(!m_lines->isVisibleTo(this));
    });
    connect(m_lines, &QTableWidget::cellClicked, this, &ImportOpening::chooseRow);
}

ImportOpening::~ImportOpening() = default;

void ImportOpening::showPreview(const transfer::ImportPreview &preview)
{
    setVisible(preview.headerLine > 0);
    const QLocale locale;
    m_line->setSpecialValueText(headerLine()
                                    ? tr("line as found")
                                    : tr("line %1, as found").arg(locale.toString(preview.headerLine)));
    m_line->updateGeometry(); // the longer words need more room
    m_lines->setRowCount(int(preview.opening.size()));
    int header = -1;
    for (int row = 0; row < m_lines->rowCount(); ++row) {
        const transfer::SourceRow &line = preview.opening[size_t(row)];
        const bool isHeader = line.line == preview.headerLine;
        const QString number = locale.toString(line.line);
        const QString text = line.cells.join(u" │ "_s).simplified().left(longestLine);
        m_lines->setItem(row, 0, new QTableWidgetItem(isHeader ? u"▸ "_s + number : number));
        m_lines->setItem(row, 1, new QTableWidgetItem(text));
        m_lines->item(row, 0)->setData(Qt::UserRole, line.line);
        m_lines->item(row, 1)->setData(Qt::AccessibleTextRole,
                                       isHeader ? tr("Column names: %1").arg(line.cells.join(u", "_s))
                                                : line.cells.join(u", "_s));
        for (int i = 0; i < 2; ++i)
            m_lines->item(row, i)->setFont(
                ui::font(TextSize::Body, isHeader ? Weight::Strong : Weight::Normal));
        if (isHeader)
            header = row;
    }
    if (header >= 0) {
        m_lines->setCurrentCell(header, 1);
        m_lines->scrollToItem(m_lines->item(header, 1));
    }
    m_lines->setFixedHeight(m_lines->horizontalHeader()->sizeHint().height()
                            + std::min(m_lines->rowCount(), linesShown)
                                * m_lines->verticalHeader()->defaultSectionSize());
    if (!m_isAsked) // what stands above the names is passed over, which is to be seen
        showLines(header > 0);
}

std::optional<qint64> ImportOpening::headerLine() const
{
    return m_line->value() > 0 ? std::optional<qint64>(m_line->value()) : std::nullopt;
}

void ImportOpening::chooseHeaderLine(std::optional<qint64> line)
{
    const QSignalBlocker quiet(m_line);
    m_line->setValue(int(std::clamp<qint64>(line.value_or(0), 0, mostLines)));
}

void ImportOpening::chooseRow(int row)
{
    const QTableWidgetItem *item = m_lines->item(row, 0);
    if (item)
        m_line->setValue(int(item->data(Qt::UserRole).toLongLong()));
}

void ImportOpening::showLines(bool areShown)
{
    m_lines->setVisible(areShown);
    m_show->setText(areShown ? tr("Hide the first lines") : tr("Show the first lines"));
}

// Enter would begin the import.
bool ImportOpening::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_lines && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter) {
            chooseRow(m_lines->currentRow());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace headway::ui
