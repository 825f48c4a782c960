// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/fileresult.h"

#include "app/text/display.h"
#include "transfer/import/openpoints.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/flatbutton.h"
#include "ui/style/theme.h"
#include "ui/transfer/importmade.h"
#include "ui/transfer/importsummary.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::ui {

FileResult::FileResult(const app::Display &display, QWidget *parent)
    : QWidget(parent), m_display(display), m_title(new ElidedLabel), m_summary(new QLabel),
      m_links(new QVBoxLayout)
{
    m_title->setFont(ui::font(TextSize::Body, Weight::Strong));
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_summary->setAccessibleName(tr("What became of this file"));
    QSizePolicy policy = m_summary->sizePolicy(); // names of 500 letters must not widen the window
    policy.setHorizontalPolicy(QSizePolicy::Ignored);
    m_summary->setSizePolicy(policy);
    m_links->setSpacing(space::hair);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    column->addWidget(m_title);
    column->addWidget(m_summary);
    column->addLayout(m_links);
    hide();
}

FileResult::~FileResult() = default;

void FileResult::clear()
{
    hide();
    while (QLayoutItem *item = m_links->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // one of its signals may have brought us here
        delete item;
    }
}

void FileResult::showPart(const transfer::AutoReport &report, size_t index, const QString &file,
                          transfer::RunMode mode, Summary summary)
{
    clear();
    const transfer::AutoReport::Part &part = report.parts[index];
    m_title->showText(tr("%1 of %2").arg(m_display.kindPlural(part.request.kind), file),
                      ElidedLabel::Tone::Normal);
    QStringList texts{importSummary(part.report, m_display, mode), columnsLeftText(part.report)};
    texts.removeAll(QString());
    m_summary->setText(texts.join(u'\n'));
    m_summary->setVisible(summary == Summary::Shown);
    addLinks(report, part);
    if (part.report.rejected > 0)
        addLink(part.report.rejected == 1
                    ? tr("Save its row that was not taken…")
                    : tr("Save its %1 rows that were not taken…").arg(m_display.number(part.report.rejected)),
                [this, path = part.path, kind = part.request.kind] { Q_EMIT saveWanted(path, kind); });
    if (!transfer::openPoints(part.report, inEnglish).empty())
        addLink(tr("Save what is open of it as a list…"),
                [this, path = part.path, kind = part.request.kind] { Q_EMIT saveOpenWanted(path, kind); });
    setVisible(summary == Summary::Shown || m_links->count() > 0);
}

// Nothing tells which file changed a record that was there, if several may have.
void FileResult::addLinks(const transfer::AutoReport &report, const transfer::AutoReport::Part &part)
{
    const EntityKind kind = part.request.kind;
    if (report.step.id == 0 || !hasListPage(kind))
        return;
    const QString step = QString::number(report.step.id);
    if (part.report.created > 0) {
        const QString filter = u"made:%1 id:%2..%3"_s.arg(step).arg(part.lastBefore + 1).arg(part.last);
        addLink(
            (part.report.created == 1 ? tr("Show %1 of it that is new") : tr("Show %1 of it that are new"))
                .arg(m_display.counted(part.report.created, kind)),
            [this, kind, filter] { Q_EMIT listWanted(kind, filter); });
    }
    const auto ofKind = std::count_if(report.parts.begin(), report.parts.end(),
                                      [kind](const auto &each) { return each.request.kind == kind; });
    if (part.report.updated > 0 && ofKind == 1)
        addLink(tr("Show %1 of it that changed").arg(m_display.counted(part.report.updated, kind)),
                [this, kind, filter = u"step:%1 -made:%1"_s.arg(step)] { Q_EMIT listWanted(kind, filter); });
}

void FileResult::addLink(const QString &text, std::function<void()> follow)
{
    auto *link = new FlatButton(FlatButton::Kind::Link);
    link->setText(text);
    connect(link, &QAbstractButton::clicked, this, std::move(follow));
    m_links->addWidget(link, 0, Qt::AlignLeading);
}

} // namespace headway::ui
