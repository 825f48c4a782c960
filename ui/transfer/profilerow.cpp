// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/profilerow.h"

#include "app/text/display.h"
#include "domain/text/text.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/menutext.h"
#include "ui/controls/nowheelcombobox.h"
#include "ui/controls/remarklabel.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

constexpr int longestName = 100;        // characters of a profile's
constexpr qsizetype lettersOfName = 30; // that are shown in a choice
constexpr size_t remarksShown = 8;

} // namespace

ProfileRow::ProfileRow(const app::Display &display, QWidget *parent)
    : QWidget(parent), m_display(display), m_title(new QLabel(tr("Answers"))), m_choice(new NoWheelComboBox),
      m_proposal(new FlatButton(FlatButton::Kind::Link)), m_begin(new FlatButton(FlatButton::Kind::Link)),
      m_naming(new QWidget), m_name(new QLineEdit), m_keep(new FlatButton(FlatButton::Kind::Quiet)),
      m_cancel(new FlatButton(FlatButton::Kind::Quiet)), m_remark(new RemarkLabel(this))
{
    m_choice->setAccessibleName(tr("Answers of an earlier import"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_begin->setText(tr("Save these answers as…"));
    m_begin->setToolTip(tr("Keeps where columns go, and all else that is said here, for the next such file"));
    m_name->setAccessibleName(tr("Name for these answers"));
    m_name->setPlaceholderText(tr("Name for these answers"));
    m_name->setMaxLength(longestName);
    m_name->installEventFilter(this);
    m_cancel->setText(tr("Do not save"));
    auto *row = new QHBoxLayout;
    row->setSpacing(space::small);
    row->addWidget(m_title);
    row->addWidget(m_choice);
    row->addStretch(1);
    row->addWidget(m_begin);
    auto *naming = new QHBoxLayout(m_naming);
    naming->setContentsMargins(0, 0, 0, 0);
    naming->setSpacing(space::small);
    naming->addWidget(m_name, 1);
    naming->addWidget(m_keep);
    naming->addWidget(m_cancel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    column->addLayout(row);
    column->addWidget(m_proposal, 0, Qt::AlignLeading);
    column->addWidget(m_naming);
    column->addWidget(m_remark);
    showNaming(false);
    hide(); // until a file is read
    connect(m_choice, &QComboBox::activated, this, &ProfileRow::take);
    connect(m_proposal, &QAbstractButton::clicked, this, [this] {
        m_choice->setCurrentIndex(m_proposed);
        m_choice->setFocus(Qt::OtherFocusReason); // the proposal goes
        take(m_proposed);
    });
    connect(m_begin, &QAbstractButton::clicked, this, [this] { showNaming(true); });
    connect(m_cancel, &QAbstractButton::clicked, this, [this] { showNaming(false); });
    connect(m_keep, &QAbstractButton::clicked, this, &ProfileRow::keep);
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        m_known.clear();
        m_keep->setText(tr("Save"));
        m_remark->explain({});
    });
}

ProfileRow::~ProfileRow() = default;

QString ProfileRow::textOf(app::OfferedProfile::Is is, const QString &name) const
{
    using Is = app::OfferedProfile::Is;
    switch (is) {
    case Is::LastTime: return tr("as last time");
    case Is::AsLeft: return tr("as you left it");
    case Is::Named: break;
    }
    return m_display.quoted(beginning(name, lettersOfName));
}

QString ProfileRow::proposalText(int index) const
{
    using Is = app::OfferedProfile::Is;
    switch (m_offered[size_t(index) - 1].first) {
    case Is::LastTime: return tr("Use the answers of last time: all of them fit");
    case Is::AsLeft: return tr("Go on where you left it");
    case Is::Named: break;
    }
    return tr("Use %1: all of it fits").arg(withoutMnemonic(m_choice->itemText(index)));
}

void ProfileRow::add(app::OfferedProfile::Is is, const QString &name)
{
    m_choice->addItem(textOf(is, name));
    m_choice->setItemData(m_choice->count() - 1, name, Qt::ToolTipRole);
    m_offered.emplace_back(is, name);
}

void ProfileRow::showProfiles(const app::OfferedProfiles &profiles, const app::OfferedProfile *used)
{
    m_choice->clear();
    m_offered.clear();
    m_choice->addItem(tr("none of before"));
    for (const app::OfferedProfile &each : profiles.all)
        add(each.is, each.name);
    const auto place = [&](const app::OfferedProfile *profile) {
        const auto found = !profile
            ? m_offered.end()
            : std::find(m_offered.begin(), m_offered.end(), std::pair(profile->is, profile->name));
        return found == m_offered.end() ? 0 : int(found - m_offered.begin()) + 1;
    };
    m_choice->setCurrentIndex(place(used));
    m_proposed = used ? 0 : place(profiles.proposed());
    m_proposal->setVisible(m_proposed > 0);
    if (m_proposed > 0)
        m_proposal->setText(proposalText(m_proposed));
    for (QWidget *part : std::initializer_list<QWidget *>{m_title, m_choice})
        part->setVisible(!m_offered.empty());
    showRemarks(profiles, used);
    show();
}

void ProfileRow::showRemarks(const app::OfferedProfiles &profiles, const app::OfferedProfile *used)
{
    std::vector<Sentence> sentences = used ? used->remarks : std::vector<Sentence>();
    sentences.insert(sentences.end(), profiles.problems.begin(), profiles.problems.end());
    QStringList texts;
    for (size_t i = 0; i < std::min(remarksShown, sentences.size()); ++i)
        texts += m_display.words(sentences[i]);
    if (sentences.size() > remarksShown)
        texts += tr("… and %1 more").arg(m_display.number(qint64(sentences.size() - remarksShown)));
    m_remark->explain(texts.join(u'\n'));
}

void ProfileRow::take(int index)
{
    if (index <= 0 || size_t(index) > m_offered.size()) {
        Q_EMIT noneChosen();
        return;
    }
    const auto [is, name] = m_offered[size_t(index) - 1]; // the list may be made anew meanwhile
    Q_EMIT chosen(is, name);
}

void ProfileRow::showNaming(bool isShown)
{
    const bool hadFocus = m_naming->isAncestorOf(focusWidget());
    m_known.clear();
    m_keep->setText(tr("Save"));
    m_remark->explain({});
    m_naming->setVisible(isShown);
    m_begin->setVisible(!isShown);
    if (isShown)
        m_name->setFocus(Qt::OtherFocusReason);
    else if (hadFocus)
        m_begin->setFocus(Qt::OtherFocusReason);
}

void ProfileRow::keep()
{
    const QString name = m_name->text().trimmed();
    if (!name.isEmpty())
        Q_EMIT keepWanted(name, m_known.isEmpty() ? app::OverKnown::No : app::OverKnown::Yes);
}

void ProfileRow::showStored(const Result<app::StoredProfile> &stored)
{
    if (!stored) {
        m_remark->refuse(m_display.words(stored.error().text));
    } else if (stored->isKnown) {
        m_known = stored->name;
        m_keep->setText(tr("Replace it"));
        m_remark->explain(tr("There are answers called %1 already.").arg(m_display.quoted(m_known)));
    } else {
        showNaming(false);
        m_remark->explain(tr("Saved as %1.").arg(m_display.quoted(stored->name)));
    }
}

// Enter keeps the answers, where it would begin the import; Esc leaves the line, not the window.
bool ProfileRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_name && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            keep();
            return true;
        }
        if (key == Qt::Key_Escape) {
            showNaming(false);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace headway::ui
