// SPDX-License-Identifier: GPL-3.0-or-later
// Which steps the history shows: of whom, of which kind of record, of which days, of one record. Above the
// list, as filters are. GUI thread; nothing fails, days that cannot be read narrow nothing and are said.
#pragma once

#include "app/history/historymodel.h"

#include <QWidget>

class QComboBox;

namespace headway::ui {

class BookContext;
class ElidedLabel;
class FlatButton;

class HistoryBar : public QWidget
{
    Q_OBJECT
public:
    using Filter = app::HistoryModel::Filter;

    // The context outlives it.
    HistoryBar(const BookContext &context, QWidget *parent);
    ~HistoryBar() override;

    const Filter &filter() const { return m_filter; }
    void clear();
    // The filter as a place within the page, and in words after its name.
    QString place() const;
    void showPlace(const QString &place); // what of it is not known narrows nothing
    QStringList trail() const;
    // The record of the chosen step, whose other steps can be asked for; one without an id: none.
    void offerRecord(EntityRef record);

Q_SIGNALS:
    void changed(); // also by another day, or another name

private:
    void showPeople();
    void showDays();
    void narrowTo(const Filter &filter, const QString &days); // the filter's own days do not count
    void read();
    void showRecord();
    std::optional<QString> daysWanted() const;

    app::Workspace &m_workspace;
    const app::Display &m_display;
    Filter m_filter;
    EntityRef m_only; // whose steps are asked for
    EntityRef m_offered;
    QComboBox *m_people;
    QComboBox *m_kinds;
    QComboBox *m_days;
    FlatButton *m_record;
    FlatButton *m_clear;
    ElidedLabel *m_mistake;
};

} // namespace headway::ui
