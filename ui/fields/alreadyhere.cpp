// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fields/alreadyhere.h"

#include "app/record/alreadyhere.h"
#include "app/text/alikewords.h"
#include "app/text/plaintip.h"
#include "domain/text/text.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/menutext.h"
#include "ui/style/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QMenu>
#include <QShortcut>

#include <utility>

namespace headway::ui {

using namespace Qt::StringLiterals;

AlreadyHere::AlreadyHere(const EditorContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_open(new FlatButton(FlatButton::Kind::Link, this)),
      m_why(new ElidedLabel(this)), m_more(new FlatButton(FlatButton::Kind::Link, this))
{
    m_why->setFont(ui::font(TextSize::Small));
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(space::hair, 0, space::small, 0);
    line->setSpacing(space::hair);
    line->addWidget(m_open);
    line->addWidget(m_why, 1);
    line->addWidget(m_more);
    setFixedHeight(m_open->sizeHint().height());
    // Not in the order of Tab: whoever types goes from field to field.
    m_open->setFocusPolicy(Qt::ClickFocus);
    m_more->setFocusPolicy(Qt::ClickFocus);
    connect(m_open, &QAbstractButton::clicked, this, &AlreadyHere::openFirst);
    connect(m_more, &QAbstractButton::clicked, this, &AlreadyHere::openMenu);
    const auto *key =
        new QShortcut(QKeySequence(u"Alt+O"_s), parent, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, &AlreadyHere::openFirst);
    showFound({});
}

AlreadyHere::~AlreadyHere() = default;

void AlreadyHere::look(EntityKind kind, const Row &typed)
{
    if (typed == m_typed)
        return;
    m_typed = typed;
    m_reading = app::readAlreadyHere(m_context.workspace, this, kind, typed,
                                     [this](Result<std::vector<AlikeRecord>> found) {
                                         showFound(found ? *std::move(found) : std::vector<AlikeRecord>());
                                     });
}

// "lead · Acme · same e-mail address"
QString AlreadyHere::wordsOf(const AlikeRecord &alike) const
{
    return joinFilled({m_context.rules.display.kindName(alike.hit.ref.kind), alike.hit.detail,
                       app::alikeWords(alike.by).join(u", "_s)},
                      u" · "_s);
}

void AlreadyHere::showFound(std::vector<AlikeRecord> found)
{
    constexpr qsizetype longest = 40; // letters; the reason has to be seen
    m_found = std::move(found);
    const bool isAny = !m_found.empty();
    for (QWidget *part : {static_cast<QWidget *>(m_open), static_cast<QWidget *>(m_why)})
        part->setVisible(isAny);
    m_more->setVisible(m_found.size() > 1);
    if (!isAny)
        return;
    const AlikeRecord &first = m_found.front();
    const QString title = beginning(first.hit.title.simplified(), longest);
    m_open->setText(withoutMnemonic(title));
    m_open->setToolTip(
        app::plainTip(tr("Open %1 instead (Alt+O); what is typed here is kept").arg(first.hit.title)));
    m_open->setAccessibleName(tr("Already here: %1").arg(said()));
    m_why->showText(tr("is here: %1").arg(wordsOf(first)), ElidedLabel::Tone::Quiet);
    m_more->setText(tr("%1 more").arg(m_context.rules.display.number(qint64(m_found.size()) - 1)));
    QAccessibleEvent alert(m_open, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString AlreadyHere::said() const
{
    return m_found.empty() ? QString() : m_found.front().hit.title + u", "_s + wordsOf(m_found.front());
}

void AlreadyHere::openFirst()
{
    if (!m_found.empty())
        Q_EMIT openWanted(m_found.front().hit.ref);
}

void AlreadyHere::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (size_t i = 1; i < m_found.size(); ++i) {
        const EntityRef record = m_found[i].hit.ref;
        const QAction *line =
            addNamed(*menu, joinFilled({m_found[i].hit.title, wordsOf(m_found[i])}, u" · "_s));
        connect(line, &QAction::triggered, this, [this, record] { Q_EMIT openWanted(record); });
    }
    menu->popup(m_more->mapToGlobal(m_more->rect().bottomLeft()));
}

} // namespace headway::ui
