// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/serverpanel.h"

#include "app/program/serveraddress.h"
#include "app/text/display.h"
#include "app/workspace/bookvisit.h"
#include "ui/controls/flatbutton.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int panelWidth = 480;

} // namespace

ServerPanel::ServerPanel(QWidget *parent)
    : FloatingPanel(panelWidth, parent), m_host(addLine(tr("Server"), tr("its name in the network"))),
      m_port(addLine(tr("Port"), u"5432"_s)), m_database(addLine(tr("Database"), {})),
      m_user(addLine(tr("User"), {})),
      m_password(addLine(tr("Password"), tr("not kept; empty: from ~/.pgpass"))),
      m_address(addLine(tr("Or the address"), u"postgresql://ana@server/sales"_s)),
      m_test(new FlatButton(FlatButton::Kind::Quiet, this))
{
    m_password->setEchoMode(QLineEdit::Password);
    m_test->setText(tr("Test"));
    m_test->setToolTip(tr("Look whether a book can be opened there"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_test);
    row->addStretch();
    form().addRow(QString(), row);
    listenTo(*m_test);

    connect(m_address, &QLineEdit::textEdited, this, &ServerPanel::readAddress);
    connect(m_address, &QLineEdit::editingFinished, this, [this] {
        if (m_isWhole)
            writeAddress(); // a password that was typed into it is not shown any longer
    });
    for (QLineEdit *line : {m_host, m_port, m_database, m_user, m_password})
        connect(line, &QLineEdit::textEdited, this, [this] {
            m_isWhole = true;
            writeAddress();
        });
    connect(m_test, &FlatButton::clicked, this, [this] { visit(Then::Tell); });
    tabThrough({m_host, m_port, m_database, m_user, m_password, m_address, m_test});
}

ServerPanel::~ServerPanel() = default;

QLineEdit *ServerPanel::addLine(const QString &name, const QString &example)
{
    auto *line = new QLineEdit(this);
    line->setAccessibleName(name);
    line->setPlaceholderText(example);
    form().addRow(name, line);
    listenTo(*line);
    return line;
}

void ServerPanel::ask(const QString &address)
{
    showTitle(tr("Connect to a team's server"), tr("Connect"));
    fillFrom(address);
    m_address->setText(address);
    showHint(tr("Whoever runs the server knows these. The book was made there by “headwayctl new”."));
    open(address.isEmpty() ? m_host : m_password);
}

void ServerPanel::fillFrom(const QString &address)
{
    const auto parts = app::partsOf(address);
    m_isWhole = parts.has_value() || address.isEmpty();
    const app::ServerAddress shown = parts.value_or(app::ServerAddress());
    m_host->setText(shown.host);
    m_port->setText(shown.port);
    m_database->setText(shown.database);
    m_user->setText(shown.user);
    m_password->setText(shown.password);
    m_options = shown.options;
}

void ServerPanel::readAddress()
{
    fillFrom(m_address->text().trimmed());
}

// Without the password, which has a field of its own that hides it.
void ServerPanel::writeAddress()
{
    const QString whole = address();
    m_address->setText(whole.isEmpty() ? QString() : app::withoutPasswords(whole));
}

QString ServerPanel::address() const
{
    if (!m_isWhole) // of several hosts, which the fields cannot show
        return m_address->text().trimmed();
    const app::ServerAddress parts{.host = m_host->text().trimmed(),
                                   .port = m_port->text().trimmed(),
                                   .database = m_database->text().trimmed(),
                                   .user = m_user->text().trimmed(),
                                   .password = m_password->text(),
                                   .options = m_options};
    return parts == app::ServerAddress() ? QString() : app::addressOf(parts);
}

void ServerPanel::confirm()
{
    visit(Then::Open);
}

void ServerPanel::visit(Then then)
{
    const QString asked = address();
    if (!app::isServerAddress(asked)) {
        showMistake(m_address->text().isEmpty()
                        ? tr("Which server? Type its name and the database, or their address.")
                        : tr("An address begins with postgresql://"),
                    m_address->text().isEmpty() ? m_host : m_address);
        return;
    }
    showHint(tr("Asking the server …"));
    app::visitBook(this, asked, [this, asked, then, visit = ++m_visit](const Result<QString> &found) {
        if (visit != m_visit || !isVisible())
            return;
        if (!found) {
            refuse(found.error());
        } else if (then == Then::Tell) {
            showHint(tr("There is a book, and you may open it. (%1)").arg(*found));
        } else {
            hide();
            forget();
            Q_EMIT wanted(asked);
        }
    });
}

void ServerPanel::refuse(const Error &error)
{
    const QString words = app::Display(locale(), QTimeZone::utc()).words(error.text);
    switch (error.code) {
    case ErrorCode::Invalid: showMistake(words, m_password); break;
    case ErrorCode::Unreadable: showMistake(words, m_database); break;
    default: showMistake(words, m_host); break;
    }
}

void ServerPanel::cancel()
{
    ++m_visit;
    FloatingPanel::cancel();
    forget();
}

void ServerPanel::forget()
{
    fillFrom({});
    m_address->clear();
}

} // namespace headway::ui
