// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fields/optioneditor.h"

#include "app/text/plaintip.h"
#include "domain/text/text.h"
#include "ui/controls/listbelow.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStandardItemModel>

#include <algorithm>

namespace headway::ui {

namespace {

constexpr int rowsInSight = 12;
constexpr int placeRole = Qt::UserRole; // among the options

} // namespace

OptionEditor::OptionEditor(const app::InputField &field, const EditorContext &context, QWidget *parent)
    : FieldEditor(field, context, parent), m_line(new QLineEdit(this)), m_found(new QStandardItemModel(this)),
      m_completer(listBelow(*m_line, *m_found, tr("What was found"), rowsInSight))
{
    m_line->setPlaceholderText(tr("Type to search"));
    m_line->installEventFilter(this);
    m_completer->popup()->installEventFilter(this); // before the completer's own
    adopt(m_line);
    connect(m_line, &QLineEdit::textEdited, this, &OptionEditor::offer);
    connect(m_line, &QLineEdit::textChanged, this, &FieldEditor::edited);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, &OptionEditor::take);
}

OptionEditor::~OptionEditor() = default;

QString OptionEditor::typed() const
{
    return m_line->text();
}

void OptionEditor::type(const QString &text)
{
    m_line->setText(text);
}

void OptionEditor::open()
{
    m_line->selectAll();
    offer({});
}

void OptionEditor::showValue(const QString &)
{
    m_options = field()
                    .options(row(), context().workspace.lookups(), context().rules.display)
                    .value_or(std::vector<app::Option>());
    const auto found = std::find_if(m_options.begin(), m_options.end(),
                                    [this](const app::Option &option) { return option.value == value(); });
    m_chosen = found == m_options.end() ? -1 : int(found - m_options.begin());
    m_first = m_chosen;
    const QSignalBlocker quiet(m_line);
    m_line->setText(m_chosen < 0 ? QString() : found->text);
    m_line->setCursorPosition(0); // a long name is read from its beginning
}

bool OptionEditor::isEdited() const
{
    return FieldEditor::isEdited() || m_chosen != m_first;
}

Result<std::vector<FieldValue>> OptionEditor::readValues() const
{
    const QString name = fold(m_line->text());
    if (name.isEmpty())
        return field().set(row(), Value());
    const auto isNamedSo = [&name](const app::Option &option) { return fold(option.text) == name; };
    if (m_chosen >= 0 && isNamedSo(m_options[size_t(m_chosen)]))
        return field().set(row(), m_options[size_t(m_chosen)].value);
    const auto found = std::find_if(m_options.begin(), m_options.end(), isNamedSo);
    const bool isOnly =
        found != m_options.end() && std::none_of(std::next(found), m_options.end(), isNamedSo);
    if (isOnly)
        return field().set(row(), found->value);
    return failure(
        ErrorCode::Invalid,
        Sentence::tr("Choose %1 from the list.").arg(KindName{field().info().target, Number::Any}));
}

// Names with this anywhere in them; those that begin so come first.
void OptionEditor::offer(const QString &typedText)
{
    const QString key = fold(typedText);
    std::vector<int> found;
    for (size_t i = 0; i < m_options.size(); ++i) {
        if (fold(m_options[i].text).contains(key))
            found.push_back(int(i));
    }
    std::stable_partition(found.begin(), found.end(),
                          [&](int at) { return fold(m_options[size_t(at)].text).startsWith(key); });
    m_completer->popup()->setCurrentIndex({}); // it was found for another text
    m_found->clear();
    for (const int at : found) {
        const QString &text = m_options[size_t(at)].text;
        auto *item = new QStandardItem(text.isEmpty() ? QStringLiteral("–") : text);
        item->setData(at, placeRole);
        item->setToolTip(app::plainTip(text));
        m_found->appendRow(item);
    }
    if (found.empty() || !m_line->hasFocus()) {
        m_completer->popup()->hide();
        return;
    }
    popUpBelow(*m_line, *m_completer, typedText);
    if (!key.isEmpty())
        m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void OptionEditor::take(const QModelIndex &index)
{
    m_chosen = index.data(placeRole).toInt();
    const QString &name = m_options[size_t(m_chosen)].text;
    const bool isNamesake = name == m_line->text(); // of which the line tells nothing
    m_line->setText(name);
    m_line->setCursorPosition(0);
    if (isNamesake)
        Q_EMIT edited();
    Q_EMIT chosen();
}

// Down asks what there is; Tab takes the first of what was found, and goes on.
bool OptionEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return FieldEditor::eventFilter(watched, event);
    const auto &press = static_cast<const QKeyEvent &>(*event);
    const bool isListed = m_completer->popup()->isVisible();
    if (watched == m_line && !isListed && press.key() == Qt::Key_Down) {
        open();
        return true;
    }
    if (isListed && press.key() == Qt::Key_Tab) {
        const QModelIndex current = m_completer->popup()->currentIndex();
        m_completer->popup()->hide();
        if (current.isValid())
            take(current);
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace headway::ui
