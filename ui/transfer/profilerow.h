// SPDX-License-Identifier: GPL-3.0-or-later
// The answers of an import under a name: those that a file can be read with, what of them does not fit, and a line to
// keep the present ones. Nothing is taken before it is chosen. GUI thread; nothing fails: what cannot be kept is shown.
#pragma once

#include "app/transfer/importprofiles.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace headway::app {
class Display;
}

namespace headway::ui {

class FlatButton;
class RemarkLabel;

class ProfileRow : public QWidget
{
    Q_OBJECT
public:
    // `display` outlives it.
    explicit ProfileRow(const app::Display &display, QWidget *parent = nullptr);
    ~ProfileRow() override;

    // `used`: the one in use, fitted to the file; null: none.
    void showProfiles(const app::OfferedProfiles &profiles, const app::OfferedProfile *used);
    // What became of those that were to be kept.
    void showStored(const Result<app::StoredProfile> &stored);

Q_SIGNALS:
    void chosen(headway::app::OfferedProfile::Is is, const QString &name);
    void noneChosen();
    void keepWanted(const QString &name, headway::app::OverKnown over);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(int index);
    void add(app::OfferedProfile::Is is, const QString &name);
    QString textOf(app::OfferedProfile::Is is, const QString &name) const;
    QString proposalText(int index) const;
    void showNaming(bool isShown);
    void keep();
    void showRemarks(const app::OfferedProfiles &profiles, const app::OfferedProfile *used);

    const app::Display &m_display;
    QLabel *m_title;
    QComboBox *m_choice;                                                // its first item: none
    std::vector<std::pair<app::OfferedProfile::Is, QString>> m_offered; // of the others
    FlatButton *m_proposal;
    int m_proposed = 0; // in the choice
    FlatButton *m_begin;
    QWidget *m_naming;
    QLineEdit *m_name;
    FlatButton *m_keep;
    FlatButton *m_cancel;
    RemarkLabel *m_remark;
    QString m_known; // a name that was refused since there is one such: keeping again replaces it
};

} // namespace headway::ui
