// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fieldeditors.h"

#include "app/options.h"
#include "ui/calmcombobox.h"
#include "ui/recordeditor.h"
#include "ui/texteditors.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

class YesNoEditor : public FieldEditor
{
public:
    YesNoEditor(EntityKind kind, int field, const EditorSurroundings &surroundings, QWidget *parent)
        : FieldEditor(kind, field, surroundings, parent), m_box(new QCheckBox(this))
    {
        m_box->setText(tr("Yes"));
        adopt(m_box);
        connect(m_box, &QCheckBox::clicked, this, &FieldEditor::edited);
    }

    QString typed() const override { return m_box->isChecked() ? u"1"_s : u"0"_s; }
    void type(const QString &text) override { m_box->setChecked(text == u"1"_s); }

protected:
    void showValue(const QString &) override { m_box->setChecked(integerOf(value()) != 0); }
    Result<std::vector<app::FieldValue>> readValues() const override
    {
        return std::vector<app::FieldValue>{{field(), qint64(m_box->isChecked() ? 1 : 0)}};
    }

private:
    QCheckBox *m_box;
};

class ChoiceEditor : public FieldEditor
{
public:
    ChoiceEditor(EntityKind kind, int field, const EditorSurroundings &surroundings, QWidget *parent)
        : FieldEditor(kind, field, surroundings, parent), m_box(new CalmComboBox(this))
    {
        m_box->setMaxVisibleItems(16);
        m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_box->setMinimumContentsLength(6);
        adopt(m_box);
        connect(m_box, &QComboBox::activated, this, [this] {
            Q_EMIT edited();
            Q_EMIT chosen();
        });
    }

    void open() override { m_box->showPopup(); }
    QString typed() const override { return m_box->currentText(); }
    void type(const QString &text) override { m_box->setCurrentIndex(m_box->findText(text)); }

protected:
    void showValue(const QString &) override
    {
        const auto &around = surroundings();
        m_options = app::optionsFor(kind(), row(), field(), around.workspace.lookups(), around.rules.display)
                        .value_or(std::vector<app::Option>());
        const QSignalBlocker quiet(m_box);
        m_box->clear();
        m_box->setCurrentIndex(-1);
        for (size_t i = 0; i < m_options.size(); ++i) {
            m_box->addItem(m_options[i].text.isEmpty() ? u"–"_s : m_options[i].text);
            if (m_options[i].value == value())
                m_box->setCurrentIndex(int(i));
        }
        if (m_box->currentIndex() == 0 && m_options.front().value != value())
            m_box->setCurrentIndex(-1);
    }

    Result<std::vector<app::FieldValue>> readValues() const override
    {
        const int index = m_box->currentIndex();
        return std::vector<app::FieldValue>{{field(), index < 0 ? value() : m_options[size_t(index)].value}};
    }

private:
    QComboBox *m_box;
    std::vector<app::Option> m_options;
};

// A book may have hundreds of tags, and one may want another: they are searched for.
bool isChosen(EntityKind kind, int field, const EditorSurroundings &surroundings)
{
    const FieldInfo &info = entityInfo(kind).field(field);
    const bool isTag = info.kind == Kind::Reference && info.target == EntityKind::Tag;
    return !isTag
        && app::optionsFor(kind, entityInfo(kind).defaults, field, surroundings.workspace.lookups(),
                           surroundings.rules.display)
               .has_value();
}

} // namespace

FieldEditor::FieldEditor(EntityKind kind, int field, const EditorSurroundings &surroundings, QWidget *parent)
    : QWidget(parent), m_surroundings(surroundings), m_kind(kind), m_field(field),
      m_row(entityInfo(kind).defaults)
{
}

FieldEditor::~FieldEditor() = default;

void FieldEditor::adopt(QWidget *control)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(control);
    setFocusProxy(control);
    control->setAccessibleName(m_surroundings.rules.display.label(info()));
}

void FieldEditor::begin(const Row &row, const QString &title)
{
    m_row = row;
    showValue(title);
    m_first = typed();
}

bool FieldEditor::isEdited() const
{
    return typed() != m_first;
}

Result<std::vector<app::FieldValue>> FieldEditor::values() const
{
    HEADWAY_TRY(values, readValues());
    HEADWAY_CHECK(app::checkEntry(m_kind, m_row, values));
    return values;
}

QString FieldEditor::problem() const
{
    if (!isEdited())
        return {};
    const auto read = values();
    return read ? QString() : read.error().text;
}

FieldEditor *makeFieldEditor(EntityKind kind, int field, const EditorSurroundings &surroundings,
                             QWidget *parent)
{
    const FieldInfo &info = entityInfo(kind).field(field);
    FieldEditor *editor = nullptr;
    if (info.kind == Kind::YesNo)
        editor = new YesNoEditor(kind, field, surroundings, parent);
    else if (info.kind == Kind::LongText)
        editor = new LongTextEditor(kind, field, surroundings, parent);
    else if (isChosen(kind, field, surroundings))
        editor = new ChoiceEditor(kind, field, surroundings, parent);
    else if (info.kind == Kind::Reference)
        editor = new RecordEditor(kind, field, surroundings, parent);
    else
        editor = new LineEditor(kind, field, surroundings, parent);
    editor->begin(entityInfo(kind).defaults, {});
    return editor;
}

} // namespace headway::ui
