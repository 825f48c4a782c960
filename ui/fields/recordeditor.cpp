// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fields/recordeditor.h"

#include "app/record/recordsearch.h"
#include "app/text/plaintip.h"
#include "domain/records/searchhit.h"
#include "domain/text/text.h"
#include "ui/controls/listbelow.h"
#include "ui/style/kindicons.h"
#include "ui/style/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStandardItemModel>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

enum Role { IdRole = Qt::UserRole, TitleRole };
constexpr qint64 newRecord = -1;
constexpr int rowsInSight = 9;

} // namespace

RecordEditor::RecordEditor(const app::InputField &field, const EditorContext &context, QWidget *parent)
    : FieldEditor(field, context, parent), m_line(new QLineEdit(this)), m_found(new QStandardItemModel(this)),
      m_completer(listBelow(*m_line, *m_found, tr("What was found"), rowsInSight))
{
    m_line->setPlaceholderText(tr("Type to search"));
    m_completer->popup()->installEventFilter(this); // before the completer's own
    m_line->installEventFilter(this);
    adopt(m_line);
    connect(m_line, &QLineEdit::textEdited, this, &RecordEditor::search);
    connect(m_line, &QLineEdit::textChanged, this, &FieldEditor::edited);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, &RecordEditor::take);
}

RecordEditor::~RecordEditor() = default;

QString RecordEditor::typed() const
{
    return m_line->text();
}

void RecordEditor::type(const QString &text)
{
    m_line->setText(text);
    search(text);
}

void RecordEditor::choose(EntityRef record, const QString &title)
{
    m_search.cancel();
    m_chosen = record.id;
    m_chosenTitle = title;
    const bool isNamesake = title == m_line->text(); // of which the line tells nothing
    m_line->setText(title);
    if (isNamesake)
        Q_EMIT edited();
}

// A record that was left behind by typing on counts as soon as another one is chosen.
bool RecordEditor::isEdited() const
{
    return FieldEditor::isEdited() || m_chosen != m_first;
}

void RecordEditor::showValue(const QString &title)
{
    const QSignalBlocker quiet(m_line);
    m_chosen = m_first = integerOf(value());
    m_chosenTitle = title;
    m_line->setText(title);
    m_line->selectAll();
}

Result<std::vector<FieldValue>> RecordEditor::readValues() const
{
    const QString text = m_line->text().trimmed();
    if (text.isEmpty())
        return field().set(row(), Value());
    if (m_chosen && text == m_chosenTitle.trimmed())
        return field().set(row(), m_chosen);
    return failure(
        ErrorCode::Invalid,
        Sentence::tr("Choose %1 from the list.").arg(KindName{field().info().target, Number::Any}));
}

void RecordEditor::propose(const std::vector<SearchHit> &likely)
{
    m_likely = likely;
    const bool isFree = m_line->text().trimmed().isEmpty() || m_isProposed;
    if (!isFree)
        return;
    if (likely.size() == 1)
        choose(likely.front().ref, likely.front().title);
    else if (m_isProposed)
        choose({}, {}); // it was of another company
    m_isProposed = likely.size() == 1;
}

// Down in an empty line is a question: what is there?
bool RecordEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down && m_line->text().trimmed().isEmpty()) {
        showFirst();
        return true;
    }
    if (watched == m_line && event->type() == QEvent::FocusIn && m_line->text().isEmpty()
        && !m_likely.empty()) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason) { // not when the list closes
            showFound(m_likely);
            popUpBelow(*m_line, *m_completer, {});
        }
    }
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Tab
        && m_completer->popup()->isVisible() && !m_line->text().isEmpty() && !isSearching()) {
        const QModelIndex current = m_completer->popup()->currentIndex();
        if (current.isValid() && current.data(IdRole).toLongLong() != newRecord) {
            m_completer->popup()->hide();
            take(current);
        }
    }
    return FieldEditor::eventFilter(watched, event);
}

void RecordEditor::showFirst()
{
    const auto show = [this](const std::vector<SearchHit> &hits) {
        showFound(hits);
        if (!hits.empty() && m_line->hasFocus())
            popUpBelow(*m_line, *m_completer, {});
    };
    if (!m_likely.empty())
        show(m_likely);
    else if (m_company && field().info().target == EntityKind::Contact)
        m_search = app::contactsOf(context().workspace, this, m_company, show);
    else
        m_search = app::firstRecords(context().workspace, this, field().info().target, show);
}

void RecordEditor::search(const QString &text)
{
    m_isProposed = false;
    m_completer->popup()->setCurrentIndex({}); // it was found for another text
    if (text.trimmed().isEmpty()) {
        m_search.cancel();
        m_found->clear();
        m_completer->popup()->hide();
        return;
    }
    const auto show = [this, text](const std::vector<SearchHit> &hits) {
        showFound(hits);
        offer(text);
    };
    const EntityKind target = field().info().target;
    m_search = m_company && target == EntityKind::Contact
        ? app::searchContacts(context().workspace, this, m_company, text, show)
        : app::searchRecords(context().workspace, this, target, text, show);
}

void RecordEditor::showFound(const std::vector<SearchHit> &hits)
{
    m_found->clear();
    for (const SearchHit &hit : hits) {
        auto *item = new QStandardItem(themeIcon(iconOf(hit.ref.kind)),
                                       joinFilled({hit.title, hit.detail, hit.foundBy}, u"  ·  "_s));
        item->setData(hit.ref.id, IdRole);
        item->setData(hit.title, TitleRole);
        item->setToolTip(app::plainTip(item->text()));
        m_found->appendRow(item);
    }
}

void RecordEditor::offer(const QString &typedText)
{
    // If only one record has exactly this name, typing it in full chooses it.
    const auto isNamedSo = [this, &typedText](int row) {
        const QModelIndex index = m_found->index(row, 0);
        return index.isValid() && index.data(IdRole).toLongLong() != newRecord
            && fold(index.data(TitleRole).toString()) == fold(typedText);
    };
    const QModelIndex first = m_found->index(0, 0);
    if (field().info().target != EntityKind::Tag || !isNamedSo(0)) // names of tags are unique
        offerNew(typedText.trimmed());
    if (isNamedSo(0) && !isNamedSo(1)) {
        m_chosen = first.data(IdRole).toLongLong();
        m_chosenTitle = m_line->text();
        Q_EMIT edited();
    }
    if (m_line->hasFocus()) {
        popUpBelow(*m_line, *m_completer, typedText);
        m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
    }
}

void RecordEditor::offerNew(const QString &name)
{
    const QString kindName = context().rules.display.kindName(field().info().target);
    auto *item = new QStandardItem(themeIcon(u"list-add"_s), tr("New %1 “%2”").arg(kindName, name));
    item->setData(newRecord, IdRole);
    item->setData(name, TitleRole);
    m_found->appendRow(item);
}

void RecordEditor::take(const QModelIndex &index)
{
    const qint64 id = index.data(IdRole).toLongLong();
    const QString title = index.data(TitleRole).toString();
    if (id == newRecord) {
        m_line->setText(title);
        Q_EMIT recordWanted(field().info().target, title);
        return;
    }
    choose({field().info().target, id}, title);
    Q_EMIT chosen();
}

} // namespace headway::ui
