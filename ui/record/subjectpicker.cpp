// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/subjectpicker.h"

#include "app/record/recordsearch.h"
#include "domain/records/record.h"
#include "domain/text/text.h"
#include "ui/controls/chiprow.h"
#include "ui/controls/listbelow.h"
#include "ui/style/kindicons.h"
#include "ui/style/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <utility>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

enum Role { KindRole = Qt::UserRole, IdRole, TitleRole };
constexpr int rowsInSight = 12;

} // namespace

SubjectPicker::SubjectPicker(app::Workspace &workspace, const app::Display &display, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_display(display), m_line(new QLineEdit(this)),
      m_chips(new ChipRow(ChipRow::Choose::One, this)), m_found(new QStandardItemModel(this)),
      m_completer(listBelow(*m_line, *m_found, tr("What was found"), rowsInSight))
{
    m_line->setObjectName(u"subject"_s);
    m_line->setAccessibleName(tr("With whom?"));
    m_line->setPlaceholderText(tr("With whom? A deal, contact, company or lead"));
    m_chips->setObjectName(u"atHand"_s);
    m_chips->setAccessibleName(tr("At hand"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::hair);
    column->addWidget(m_line);
    column->addWidget(m_chips);
    setFocusProxy(m_line);
    setFocusPolicy(m_line->focusPolicy()); // else it has no place in the order of tabs
    setTabOrder(m_line, m_chips);
    connect(m_line, &QLineEdit::textEdited, this, &SubjectPicker::search);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            &SubjectPicker::takeRow);
    connect(m_line, &QLineEdit::returnPressed, this, [this] {
        m_completer->popup()->hide();
        if (!m_chosen.record.id)
            return;
        m_line->setText(m_chosen.title);
        Q_EMIT entered();
    });
    connect(m_chips, &ChipRow::chosen, this, [this](int chip) {
        m_chips->choose(chip); // pressed again it stays chosen
        take(m_atHand[size_t(chip)]);
    });
}

SubjectPicker::~SubjectPicker() = default;

void SubjectPicker::begin(std::vector<Subject> atHand)
{
    m_atHand = std::move(atHand);
    std::vector<Chip> chips;
    for (const Subject &each : m_atHand)
        chips.push_back({each.title, {}, m_display.kindName(each.record.kind)});
    m_chips->showChips(chips);
    m_chips->setVisible(!chips.empty());
    showSubject({});
}

void SubjectPicker::showSubject(const Subject &subject)
{
    m_search.cancel();
    m_chosen = subject;
    m_line->setText(subject.title);
    int chip = -1;
    for (size_t i = 0; i < m_atHand.size(); ++i) {
        if (subject.record.id && m_atHand[i].record == subject.record)
            chip = int(i);
    }
    m_chips->choose(chip);
}

void SubjectPicker::take(const Subject &subject)
{
    showSubject(subject);
    Q_EMIT chosen(subject.record, subject.title);
    Q_EMIT entered();
}

void SubjectPicker::search(const QString &text)
{
    m_completer->popup()->setCurrentIndex({}); // it was found for another text
    if (m_chosen.record.id) {                  // it is another one that is typed
        m_chosen = {};
        m_chips->choose(-1);
        Q_EMIT chosen({}, {});
    }
    if (text.trimmed().isEmpty()) {
        m_search.cancel();
        m_completer->popup()->hide();
        return;
    }
    m_search = app::searchKinds(
        m_workspace, this, kindsByCloseness(KindTrait::HasActivities | KindTrait::IsSearched), text,
        [this, text](const std::vector<SearchHit> &hits) {
            m_found->clear();
            for (const SearchHit &hit : hits) {
                const QString kind = m_display.kindName(hit.ref.kind);
                const QString beside = joinFilled({hit.detail, hit.foundBy}, u" · "_s);
                const QString detail = beside.isEmpty() ? kind : beside;
                auto *item =
                    new QStandardItem(themeIcon(iconOf(hit.ref.kind)), hit.title + u"  ·  "_s + detail);
                item->setData(QString(hit.title + u", "_s + kind), Qt::AccessibleTextRole);
                item->setData(int(hit.ref.kind), KindRole);
                item->setData(hit.ref.id, IdRole);
                item->setData(hit.title, TitleRole);
                m_found->appendRow(item);
            }
            offer(text);
        });
}

SubjectPicker::Subject SubjectPicker::subjectAt(int row) const
{
    const QModelIndex index = m_found->index(row, 0);
    return {{EntityKind(index.data(KindRole).toInt()), index.data(IdRole).toLongLong()},
            index.data(TitleRole).toString()};
}

// Who types the whole name of the only one of that name has chosen it.
void SubjectPicker::offer(const QString &text)
{
    int named = -1;
    int count = 0;
    for (int row = 0; row < m_found->rowCount(); ++row) {
        if (fold(subjectAt(row).title) == fold(text)) {
            named = row;
            ++count;
        }
    }
    if (count == 1) {
        m_chosen = subjectAt(named);
        Q_EMIT chosen(m_chosen.record, m_chosen.title);
    }
    if (m_found->rowCount() == 0) {
        m_completer->popup()->hide();
        return;
    }
    if (m_line->hasFocus()) {
        popUpBelow(*m_line, *m_completer, text);
        m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
    }
}

void SubjectPicker::takeRow(const QModelIndex &index)
{
    take({{EntityKind(index.data(KindRole).toInt()), index.data(IdRole).toLongLong()},
          index.data(TitleRole).toString()});
}

} // namespace headway::ui
