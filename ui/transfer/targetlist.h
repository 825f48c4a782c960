// SPDX-License-Identifier: GPL-3.0-or-later
// What a column of an imported file can become: its sections with their fields, below headings that cannot be chosen.
// One list for the choices of all columns, since a file may have thousands. GUI thread; nothing fails.
#pragma once

#include "app/transfer/targetsections.h"

#include <QHash>
#include <QStandardItemModel>

namespace headway::ui {

class TargetList : public QStandardItemModel
{
    Q_OBJECT
public:
    using QStandardItemModel::QStandardItemModel;
    ~TargetList() override;

    // A choice that is no field, before all sections.
    void add(const QString &text, const QString &target);
    void add(const app::TargetSection &section);
    // -1: there is no such target.
    int rowOf(const QString &target) const;

private:
    QHash<QString, int> m_rows; // by target
};

// The row that what is typed means, after the row `from`: one that begins so, else one of whose words begins so, else
// one that has it anywhere. -1: none; headings are passed over.
int rowTyped(const QAbstractItemModel &list, const QString &typed, int from);

} // namespace headway::ui
