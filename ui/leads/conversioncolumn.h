// SPDX-License-Identifier: GPL-3.0-or-later
// One part of a conversion: whether a new record is made, which one that is there is meant, or none; with the fields of
// a new one, or what the lead says of the one that is there. Part of ConversionPanel; GUI thread.
#pragma once

#include "app/workspace/workspace.h"
#include "domain/rules/conversion.h"
#include "ui/fields/fieldeditors.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QButtonGroup;
class QCheckBox;
class QRadioButton;
class QVBoxLayout;

namespace headway::ui {

class FieldRow;

class ConversionColumn : public QWidget
{
    Q_OBJECT
public:
    // `context` outlives it. The row says how things are without it: what the lead says of such a record.
    ConversionColumn(EntityKind kind, const ConversionOffer &offer, const EditorContext &context,
                     QWidget *parent);
    ~ConversionColumn() override;

    // What was chosen; or what is wrong with it, where `wrong` is.
    Result<ConversionPart> part(QWidget *&wrong) const;
    QWidget *first() const;                  // the choice that is made
    std::vector<QWidget *> controls() const; // in the order of Tab

Q_SIGNALS:
    void submitted(); // a key that converts was pressed in a field
    void rebuilt();   // other controls are there
    void failed(const headway::Error &error);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Choice {
        QRadioButton *button = nullptr;
        ConversionWay way = ConversionWay::New;
        std::optional<ConversionCandidate> candidate = {};
    };

    void addHeading();
    void addChoice(const QString &text, const QString &below, Choice choice);
    void addChoices(const ConversionOffer &offer);
    void addOther();
    void readOther();
    const Choice *chosen() const;
    void showChosen();
    void showFields();
    void showSayings(const ConversionCandidate &candidate);
    QString textOf(int field, const Row &row) const;
    QString sayingOf(const LeadSays &says, const Row &row) const;

    const EntityKind m_kind;
    const EditorContext &m_context;
    Row m_fromLead;
    ConversionPart m_proposed;
    std::vector<Choice> m_choices;
    QButtonGroup *m_group;
    QVBoxLayout *m_layout;
    QWidget *m_below = nullptr; // of what is chosen
    FieldEditor *m_other = nullptr;
    std::vector<FieldRow *> m_fields;
    std::vector<std::pair<int, QCheckBox *>> m_sayings; // by field
    app::Ticket m_reading;
};

} // namespace headway::ui
