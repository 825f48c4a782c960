// SPDX-License-Identifier: GPL-3.0-or-later
// Asks for a team's server, in a panel over the window: host, port, database, user and password, or a whole
// postgresql:// address, each of which fills the other; and tries them. GUI thread; what is wrong is said in the
// panel. It keeps nothing: the password is forgotten when it closes.
#pragma once

#include "domain/result.h"
#include "ui/controls/floatingpanel.h"

class QLineEdit;

namespace headway::ui {

class ServerPanel : public FloatingPanel
{
    Q_OBJECT
public:
    explicit ServerPanel(QWidget *parent);
    ~ServerPanel() override;

    // With a known address, which has no password; empty: the fields stay empty.
    void ask(const QString &address);
    // A book at the address that was asked for could not be opened.
    void refuse(const Error &error);

    void cancel() override;

Q_SIGNALS:
    void wanted(const QString &address); // there is a book; with the password, if one was typed

protected:
    void confirm() override;

private:
    enum class Then { Tell, Open };

    QLineEdit *addLine(const QString &name, const QString &example);
    void readAddress();
    void writeAddress();
    QString address() const;
    void fillFrom(const QString &address);
    void visit(Then then);
    void forget();

    QLineEdit *m_host;
    QLineEdit *m_port;
    QLineEdit *m_database;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QLineEdit *m_address;
    FlatButton *m_test;
    QString m_options;     // of the address, that have no field
    int m_visit = 0;       // the latest one; answers to others are not heard
    bool m_isWhole = true; // the fields hold all that the address says
};

} // namespace headway::ui
