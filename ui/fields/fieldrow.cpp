// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fields/fieldrow.h"

#include "app/text/linkaddress.h"
#include "app/text/plaintip.h"
#include "domain/records/record.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/remarklabel.h"
#include "ui/controls/within.h"
#include "ui/fields/fielddisplay.h"
#include "ui/fields/recordeditor.h"
#include "ui/style/colours.h"
#include "ui/style/fieldlook.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QDesktopServices>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QUrl>
#include <QVBoxLayout>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double labelLines = 8.25; // the widest usual label, in heights of a line: 132 of 16 pixels
constexpr int mostValueLines = 8;
constexpr int editorIndent = fieldPadding; // where a line editor's text begins: the text must not jump

int usualLabelWidth(const QFontMetrics &metrics)
{
    return qRound(metrics.height() * labelLines);
}

} // namespace

FieldRow::FieldRow(const app::InputField &field, Saved saved, const EditorContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_field(field), m_saved(saved), m_label(new ElidedLabel(this)),
      m_value(new FieldDisplay(this)), m_follow(new FlatButton(FlatButton::Kind::Quiet, this)),
      m_note(new QLabel(this)), m_place(new QWidget(this))
{
    m_row.record.ref.kind = field.kind();
    m_row.record.row = entityInfo(field.kind()).defaults;
    const QString name = field.label(context.rules.display);
    m_label->showText(saved == Saved::Together && field.isRequired() ? QString(name + u" *"_s) : name,
                      ElidedLabel::Tone::Quiet);
    // In place, a field is as high as the text it takes the place of, so that nothing below moves.
    m_label->setFixedHeight(saved == Saved::Together ? fieldHeight(fontMetrics())
                                                     : fontMetrics().lineSpacing() + space::small);
    m_label->setAttribute(Qt::WA_TransparentForMouseEvents);
    if (field.meaning() == FieldType::LongText)
        m_value->allowLines(mostValueLines);
    m_follow->showIcon(u"arrow-right"_s);
    m_follow->setFixedHeight(m_label->height()); // the rows must not move when it shows or hides
    m_follow->setFocusPolicy(Qt::NoFocus);       // Ctrl+Enter does the same
    m_follow->setToolTip(tr("Open (Ctrl+Enter)"));
    m_follow->setAccessibleName(tr("Open %1").arg(name));
    m_follow->hide();
    m_note->setFont(ui::font(TextSize::Small));
    m_note->setWordWrap(true);
    m_note->setAlignment(leadingEdge());
    m_note->hide();

    auto *place = new QVBoxLayout(m_place);
    place->setSpacing(0);
    place->addWidget(m_value);
    indentValue(editorIndent);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(space::small, 1, space::small, 1);
    grid->setHorizontalSpacing(space::small);
    grid->setVerticalSpacing(0);
    grid->addWidget(m_follow, 1, 2, Qt::AlignTop);
    grid->setColumnStretch(1, 1);
    placeLabel(usualLabelWidth(fontMetrics()));

    setAttribute(Qt::WA_Hover);
    setFocusPolicy(saved == Saved::Alone ? Qt::StrongFocus : Qt::NoFocus);
    setAccessibleName(name);
    connect(m_follow, &QAbstractButton::clicked, this, &FieldRow::follow);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { leave(now); });
    if (saved == Saved::Together)
        makeEditor();
    showState();
}

FieldRow::~FieldRow()
{
    disconnect(qApp, nullptr, this, nullptr); // ~QWidget clears the focus when this is no FieldRow any more
}

int FieldRow::wantedLabelWidth() const
{
    return m_label->sizeHint().width();
}

void FieldRow::placeLabel(int columnWidth)
{
    auto *grid = static_cast<QGridLayout *>(layout());
    for (QWidget *part : std::initializer_list<QWidget *>{m_label, m_place, m_note})
        grid->removeWidget(part);
    const bool isAbove = wantedLabelWidth() > columnWidth;
    m_label->setMinimumWidth(isAbove ? 0 : columnWidth);
    m_label->setMaximumWidth(isAbove ? QWIDGETSIZE_MAX : columnWidth);
    if (isAbove) {
        grid->addWidget(m_label, 0, 0, 1, 2); // not above the arrow: its spacing would narrow the field
        grid->addWidget(m_place, 1, 0, 1, 2);
        grid->addWidget(m_note, 2, 0, 1, 2);
    } else {
        grid->addWidget(m_label, 1, 0, Qt::AlignTop);
        grid->addWidget(m_place, 1, 1);
        grid->addWidget(m_note, 2, 1);
    }
}

void alignLabels(const std::vector<FieldRow *> &rows, int most)
{
    int widest = 0;
    for (const FieldRow *row : rows) {
        const int wanted = row->wantedLabelWidth();
        if (wanted <= (most > 0 ? most : usualLabelWidth(row->fontMetrics())))
            widest = qMax(widest, wanted);
    }
    for (FieldRow *row : rows)
        row->placeLabel(widest);
}

// Where the text of its editor will begin; a layout does not mirror its margins.
void FieldRow::indentValue(int indent)
{
    m_place->layout()->setContentsMargins(isRightToLeft() ? 0 : indent, 0, isRightToLeft() ? indent : 0, 0);
}

void FieldRow::hideLabel()
{
    m_label->hide();
    m_note->setContentsMargins(editorIndent, 0, space::hair, space::hair);
    layout()->setContentsMargins({});
    static_cast<QGridLayout *>(layout())->setHorizontalSpacing(0);
}

bool FieldRow::isEmpty() const
{
    return m_field.isEmptyIn(m_row.record.row);
}

QString FieldRow::shownText() const
{
    return m_value->text();
}

QString FieldRow::note() const
{
    return m_note->isHidden() ? QString() : m_note->text();
}

QSize FieldRow::sizeHint() const
{
    return layout()->sizeHint();
}

bool FieldRow::isUnsaved() const
{
    return m_editor && m_editor->isEdited();
}

void FieldRow::showRecord(const LoadedRecord &row)
{
    const Value before = m_field.valueIn(m_row.record.row);
    m_row = row;
    const Value now = m_field.valueIn(m_row.record.row);
    m_value->showText(m_field.textIn(row, m_context.rules), FieldDisplay::Tone::Normal);
    if (m_editor && before != now && !m_isSaving) {
        if (!m_editor->isEdited()) {
            m_editor->begin(row.record.row, row.titleOf(m_field.field()));
        } else {
            m_editor->rebase(row.record.row);
            m_isRefused = true;
            const QString shown = m_value->text().isEmpty() ? tr("nothing") : u'“' + m_value->text() + u'”';
            showNote(tr("Changed to %1 in the meantime. Enter keeps yours, Esc takes theirs.").arg(shown),
                     Note::Problem);
        }
    } else if (m_editor) {
        m_editor->rebase(row.record.row);
    }
    showState();
}

void FieldRow::makeEditor()
{
    m_editor = makeFieldEditor(m_field, m_context, m_place);
    m_editor->begin(m_row.record.row, m_row.titleOf(m_field.field()));
    const int company = entityInfo(m_field.kind()).indexOf(u"company_id");
    auto *link = qobject_cast<RecordEditor *>(m_editor.data());
    if (link && company >= 0 && size_t(company) < m_row.record.row.size())
        link->prefer({integerOf(m_row.record.row[size_t(company)])}); // a colleague is meant most likely
    if (QWidget *control = m_editor->focusProxy();
        control && m_saved == Saved::Alone && control->sizePolicy().verticalPolicy() == QSizePolicy::Fixed)
        control->setFixedHeight(m_label->height());
    indentValue(0);
    m_place->layout()->addWidget(m_editor);
    m_value->hide();
    for (QWidget *part : m_editor->findChildren<QWidget *>())
        part->installEventFilter(this);
    connect(m_editor, &FieldEditor::edited, this, [this] {
        m_isRefused = false;
        showProblem();
        Q_EMIT typed();
    });
    connect(m_editor, &FieldEditor::recordWanted, this, &FieldRow::makeRecord);
    if (m_saved == Saved::Alone)
        connect(m_editor, &FieldEditor::chosen, this, &FieldRow::save, Qt::QueuedConnection);
}

// Creates a record with only a name, to refer to; its details can be added later.
void FieldRow::makeRecord(EntityKind kind, const QString &name)
{
    if (kind == EntityKind::Tag) {
        Q_EMIT tagWanted(name);
        return;
    }
    const int ours = entityInfo(m_field.kind()).indexOf(u"company_id");
    const bool hasCompany = ours >= 0 && ours != m_field.field();
    app::createNamed(m_context.workspace, this, kind, name,
                     {hasCompany ? integerOf(m_row.record.row[size_t(ours)]) : 0},
                     [this, kind, name](const Result<ChangeSet> &set) {
                         auto *editor = qobject_cast<RecordEditor *>(m_editor);
                         if (!set)
                             showRefused(m_context.rules.display.words(set.error().text));
                         else if (editor) {
                             editor->choose(app::createdIn(*set, kind), name);
                             Q_EMIT editor->chosen();
                         }
                     });
}

void FieldRow::edit()
{
    if (!m_field.isEditable())
        return;
    if (!m_editor)
        makeEditor();
    m_editor->show();
    m_editor->setFocus(Qt::OtherFocusReason);
    m_editor->open();
    showState();
}

void FieldRow::edit(const QString &typed)
{
    if (!m_field.isEditable())
        return;
    if (!m_editor)
        makeEditor();
    m_editor->show();
    m_editor->type(typed);
    showState();
}

void FieldRow::save()
{
    if (!m_editor || m_isSaving)
        return;
    if (!m_editor->isEdited()) {
        closeEditor();
        return;
    }
    const auto values = m_editor->values();
    if (!values) {
        showRefused(m_context.rules.display.words(values.error().text));
        return;
    }
    std::vector<FieldDelta> changes;
    for (const FieldValue &value : *values) {
        const Value &before = m_row.record.row[size_t(value.field)];
        if (value.value != before)
            changes.push_back({value.field, before, value.value});
    }
    if (changes.empty()) { // the same value, typed differently
        closeEditor();
        return;
    }
    m_isSaving = true;
    Q_EMIT saveWanted(changes);
}

void FieldRow::showSaved()
{
    m_isSaving = false;
    closeEditor();
}

void FieldRow::showRefused(const QString &why)
{
    m_isSaving = false;
    m_isRefused = true;
    showNote(why, Note::Problem);
    update();
}

void FieldRow::showProblem()
{
    const Result<QString> understood = m_editor ? m_editor->understood() : QString();
    showNote(understood ? *understood : m_context.rules.display.words(understood.error().text),
             understood ? Note::Quiet : Note::Problem);
    update();
}

void FieldRow::revert()
{
    if (m_saved == Saved::Together && m_editor) {
        m_editor->begin(m_row.record.row, m_row.titleOf(m_field.field()));
        showNote({}, Note::Quiet);
        return;
    }
    closeEditor();
}

void FieldRow::closeEditor()
{
    if (m_saved == Saved::Together || !m_editor)
        return;
    const bool hadFocus = isWithin(QApplication::focusWidget(), m_editor);
    FieldEditor *closing = m_editor;
    m_editor = nullptr;
    m_isRefused = false;
    if (hadFocus)
        setFocus(Qt::OtherFocusReason);
    closing->hide();
    closing->deleteLater();
    indentValue(editorIndent);
    m_value->show();
    showNote({}, Note::Quiet);
    showState();
    Q_EMIT finished();
}

void FieldRow::leave(const QWidget *now)
{
    if (!m_editor || m_saved == Saved::Together || m_isRefused || !now || isWithin(now, this))
        return;
    save();
}

void FieldRow::showNote(const QString &text, Note note)
{
    m_noteTone = note;
    paintNote();
    if (QWidget *control = m_editor ? m_editor->focusProxy() : nullptr)
        showWrong(*control, note == Note::Problem && !text.isEmpty());
    m_note->setText(note == Note::Problem ? signedRefusal(text) : text);
    m_note->setVisible(!text.isEmpty());
}

void FieldRow::paintNote()
{
    const ColourRoles &colours = colourRolesOf(*this);
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText, m_noteTone == Note::Problem ? colours.overdue : colours.quietText);
    m_note->setPalette(palette);
}

void FieldRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintNote();
}

EntityRef FieldRow::linkRecord() const
{
    const FieldInfo &info = m_field.info();
    const bool isPage =
        m_field.meaning() == FieldType::Reference && entityInfo(info.target).has(KindTrait::IsSearched);
    return isPage ? EntityRef{info.target, integerOf(m_field.valueIn(m_row.record.row))} : EntityRef{};
}

QString FieldRow::linkAddress() const
{
    const QString text = textOf(m_field.valueIn(m_row.record.row));
    switch (m_field.meaning()) {
    case FieldType::Email: return app::linkAddress(ContactPointType::Email, text);
    case FieldType::Phone: return app::linkAddress(ContactPointType::Phone, text);
    case FieldType::Url: return app::linkAddress(ContactPointType::Website, text);
    default: return {};
    }
}

void FieldRow::follow()
{
    if (const EntityRef record = linkRecord(); record.id)
        Q_EMIT followed(record);
    else if (const QString address = linkAddress(); !address.isEmpty())
        QDesktopServices::openUrl(QUrl(address));
}

void FieldRow::showState()
{
    const bool leads = linkRecord().id || !linkAddress().isEmpty();
    if (!m_editor) {
        if (isEmpty())
            m_value->showText(m_field.isEditable() ? u"–"_s : QString(), FieldDisplay::Tone::Empty);
        else
            m_value->showText(m_field.textIn(m_row, m_context.rules),
                              leads ? FieldDisplay::Tone::Link : FieldDisplay::Tone::Normal);
    }
    m_follow->setVisible(!m_editor && leads && (underMouse() || hasFocus()));
    setAccessibleDescription(m_value->text());
    setToolTip(!m_editor && fontMetrics().horizontalAdvance(m_value->text()) > m_value->width()
                   ? app::plainTip(m_value->text())
                   : QString());
    update();
}

void FieldRow::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier))
        follow();
    else if (isEnter || event->key() == Qt::Key_F2)
        edit();
    else if (event->key() == Qt::Key_Down)
        focusNextPrevChild(true);
    else if (event->key() == Qt::Key_Up)
        focusNextPrevChild(false);
    else
        QWidget::keyPressEvent(event);
}

bool FieldRow::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey || !m_editor)
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const bool withControl = key->modifiers().testFlag(Qt::ControlModifier);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool saves =
        (isEnter && (withControl || !m_editor->takesEnter())) || (withControl && key->key() == Qt::Key_S);
    const bool isAlone = m_saved == Saved::Alone;
    const bool isOurs = isAlone ? saves || key->key() == Qt::Key_Escape : saves && withControl;
    if (!isOurs)
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress) {
        if (!isAlone)
            Q_EMIT submitted();
        else if (saves)
            save();
        else
            revert();
    }
    return true;
}

void FieldRow::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()) && !m_editor)
        edit();
}

bool FieldRow::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::HoverEnter:
    case QEvent::HoverLeave:
    case QEvent::FocusIn:
    case QEvent::FocusOut: showState(); break;
    default: break;
    }
    return QWidget::event(event);
}

void FieldRow::paintEvent(QPaintEvent *)
{
    const ColourRoles &colours = colourRolesOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_editor && m_field.isEditable() && underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.hover);
        painter.drawRoundedRect(rect(), cornerRadius, cornerRadius);
    }
    if (isUnsaved())
        painter.fillRect(QStyle::visualRect(layoutDirection(), rect(),
                                            QRect(1, space::hair, 2, height() - 2 * space::hair)),
                         m_isRefused ? colours.overdue : colours.accent);
    if (hasFocus())
        paintFocusRing(painter, rect(), colours);
}

} // namespace headway::ui
