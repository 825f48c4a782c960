// SPDX-License-Identifier: GPL-3.0-or-later
// The line below a list: what all of it, or what is selected of it, counts and sums up to. The sums of a
// selection are copied by a click. GUI thread; nothing fails.
#pragma once

#include "app/text/display.h"
#include "domain/records/totals.h"
#include "ui/controls/elidedlabel.h"

#include <optional>

namespace headway::ui {

class ListFoot : public ElidedLabel
{
    Q_OBJECT
public:
    ListFoot(const app::Display &display, EntityKind kind, QWidget *parent = nullptr);
    ~ListFoot() override;

    // `selected`: none while fewer than two records are selected, or their sums are not read yet.
    void showTotals(const Totals &all, const std::optional<Totals> &selected);

    // "5 selected · €21,400 + $300 · weighted €9,100 + $30": with all currencies, for the clipboard.
    const QString &copyText() const { return m_whole; }
    // The line of the whole list, also while another one is shown.
    const QString &textOfAll() const { return m_all; }

Q_SIGNALS:
    void clicked();

protected:
    bool event(QEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    // The wordings of a count with its sums, the longest first.
    QStringList wordings(const QString &count, const std::vector<MoneySum> &sums) const;
    QString whole(const QString &count, const std::vector<MoneySum> &sums) const;

    const app::Display m_display;
    const EntityKind m_kind;
    QString m_whole;
    QString m_all;
};

} // namespace headway::ui
