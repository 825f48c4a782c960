// SPDX-License-Identifier: GPL-3.0-or-later
// The editors of typed fields: a single-line one for all types (numbers, money, dates …), and a multi-line
// one. Made by makeFieldEditor(); GUI thread.
#pragma once

#include "ui/fields/fieldeditors.h"

class QLineEdit;
class QPlainTextEdit;

namespace headway::ui {

class LineEditor : public FieldEditor
{
    Q_OBJECT
public:
    LineEditor(const app::InputField &field, const EditorContext &context, QWidget *parent);
    ~LineEditor() override;

    QString typed() const override;
    void type(const QString &text) override;

protected:
    void showValue(const QString &title) override;
    Result<std::vector<FieldValue>> readValues() const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void offerCalendar();
    void openCalendar();

    QLineEdit *m_line;
};

// As high as its text, up to a limit.
class LongTextEditor : public FieldEditor
{
    Q_OBJECT
public:
    LongTextEditor(const app::InputField &field, const EditorContext &context, QWidget *parent);
    ~LongTextEditor() override;

    QString typed() const override;
    void type(const QString &text) override;
    bool takesEnter() const override { return true; }

protected:
    void showValue(const QString &title) override;
    Result<std::vector<FieldValue>> readValues() const override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitHeight();

    QPlainTextEdit *m_text;
};

} // namespace headway::ui
