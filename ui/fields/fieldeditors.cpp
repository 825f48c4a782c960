// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fields/fieldeditors.h"

#include "app/input/options.h"
#include "app/text/codechoices.h"
#include "domain/records/record.h"
#include "ui/controls/chiprow.h"
#include "ui/controls/nowheelcombobox.h"
#include "ui/fields/optioneditor.h"
#include "ui/fields/recordeditor.h"
#include "ui/fields/texteditors.h"
#include "ui/style/theme.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

class YesNoEditor : public FieldEditor
{
public:
    YesNoEditor(const app::InputField &field, const EditorContext &context, QWidget *parent)
        : FieldEditor(field, context, parent), m_box(new QCheckBox(this))
    {
        m_box->setText(tr("Yes"));
        adopt(m_box);
        connect(m_box, &QCheckBox::clicked, this, &FieldEditor::edited);
    }

    QString typed() const override { return m_box->isChecked() ? u"1"_s : u"0"_s; }
    void type(const QString &text) override { m_box->setChecked(text == u"1"_s); }

protected:
    void showValue(const QString &) override { m_box->setChecked(integerOf(value()) != 0); }
    Result<std::vector<FieldValue>> readValues() const override
    {
        return field().set(row(), qint64(m_box->isChecked() ? 1 : 0));
    }

private:
    QCheckBox *m_box;
};

class ChoiceEditor : public FieldEditor
{
public:
    ChoiceEditor(const app::InputField &field, const EditorContext &context, QWidget *parent)
        : FieldEditor(field, context, parent), m_box(new NoWheelComboBox(this))
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
        const auto &around = context();
        m_options = field()
                        .options(row(), around.workspace.lookups(), around.rules.display)
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

    Result<std::vector<FieldValue>> readValues() const override
    {
        const int index = m_box->currentIndex();
        return field().set(row(), index < 0 ? value() : m_options[size_t(index)].value);
    }

private:
    QComboBox *m_box;
    std::vector<app::Option> m_options;
};

// Several codes in one field, such as the types of activity that an outcome is for.
class CodesEditor : public FieldEditor
{
public:
    CodesEditor(const app::InputField &field, const EditorContext &context, QWidget *parent)
        : FieldEditor(field, context, parent), m_codes(app::codesOf(field.info())),
          m_chips(new ChipRow(ChipRow::Choose::Many, this))
    {
        adopt(m_chips);
        connect(m_chips, &ChipRow::chosen, this, &FieldEditor::edited);
    }

    QString typed() const override
    {
        QStringList codes;
        for (size_t i = 0; i < m_codes.size(); ++i) {
            if (m_chips->isChosen(int(i)))
                codes += m_codes[i].code;
        }
        return codes.join(u' ');
    }

    void type(const QString &text) override
    {
        const QStringList codes = text.split(u' ', Qt::SkipEmptyParts);
        std::vector<Chip> chips;
        for (const app::NamedCode &each : m_codes)
            chips.push_back({each.name});
        m_chips->showChips(chips);
        for (size_t i = 0; i < m_codes.size(); ++i) {
            if (codes.contains(m_codes[i].code))
                m_chips->choose(int(i));
        }
    }

protected:
    void showValue(const QString &) override { type(textOf(value())); }
    Result<std::vector<FieldValue>> readValues() const override { return field().set(row(), typed()); }

private:
    std::vector<app::NamedCode> m_codes;
    ChipRow *m_chips;
};

enum class ChosenFrom { Nothing, List, Search };

// Tags are searched, not listed: a book may have hundreds, and a new one can be added.
ChosenFrom chosenFrom(const app::InputField &field, const EditorContext &context)
{
    const bool isReference = field.meaning() == FieldType::Reference;
    if (isReference && field.info().target == EntityKind::Tag)
        return ChosenFrom::Nothing;
    const auto options =
        field.options(entityInfo(field.kind()).defaults, context.workspace.lookups(), context.rules.display);
    if (!options)
        return ChosenFrom::Nothing;
    return isReference && options->size() > OptionEditor::mostListed ? ChosenFrom::Search : ChosenFrom::List;
}

} // namespace

FieldEditor::FieldEditor(const app::InputField &field, const EditorContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_field(field), m_row(entityInfo(field.kind()).defaults)
{
}

FieldEditor::~FieldEditor() = default;

void FieldEditor::adopt(QWidget *control)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(control);
    setFocusProxy(control);
    setFocusPolicy(control->focusPolicy()); // else it keeps its tab position when the control gets another
    control->setAccessibleName(m_field.label(m_context.rules.display));
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

Result<std::vector<FieldValue>> FieldEditor::values() const
{
    HEADWAY_TRY(values, readValues());
    HEADWAY_CHECK(m_field.check(m_row, values, m_context.rules.today()));
    return values;
}

Result<QString> FieldEditor::understood() const
{
    if (!isEdited())
        return QString();
    HEADWAY_TRY(read, values());
    return m_field.understood(m_row, read, m_context.rules);
}

FieldEditor *makeFieldEditor(const app::InputField &field, const EditorContext &context, QWidget *parent)
{
    FieldEditor *editor = nullptr;
    if (field.meaning() == FieldType::YesNo)
        editor = new YesNoEditor(field, context, parent);
    else if (!field.isCustom() && app::holdsCodes(field.info()))
        editor = new CodesEditor(field, context, parent);
    else if (field.meaning() == FieldType::LongText)
        editor = new LongTextEditor(field, context, parent);
    else if (const ChosenFrom from = chosenFrom(field, context); from == ChosenFrom::Search)
        editor = new OptionEditor(field, context, parent);
    else if (from == ChosenFrom::List)
        editor = new ChoiceEditor(field, context, parent);
    else if (field.meaning() == FieldType::Reference)
        editor = new RecordEditor(field, context, parent);
    else
        editor = new LineEditor(field, context, parent);
    editor->begin(entityInfo(field.kind()).defaults, {});
    return editor;
}

} // namespace headway::ui
