// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/dialogs.h"

#include "app/program/serveraddress.h"
#include "app/program/settings.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QMessageBox>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QPushButton>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

template <class T>
std::optional<T> takeNext(std::deque<T> &answers)
{
    if (answers.empty())
        return {};
    T next = std::move(answers.front());
    answers.pop_front();
    return next;
}

Dialogs::FilesAnswer firstOf(Dialogs::FileAnswer then)
{
    return [then = std::move(then)](const QStringList &files) {
        then(files.isEmpty() ? std::nullopt : std::optional(files.front()));
    };
}

// Takes a server's address that is typed in the place of a file's name, which is not looked for on the disk.
// Only where the desktop has no file dialog of its own.
class PlaceDialog : public QFileDialog
{
public:
    PlaceDialog(QWidget *parent, const QString &title, const QString &folder)
        : QFileDialog(parent, title, folder)
    {
    }

    void takeServers(const std::function<void(const QString &)> &then)
    {
        m_serverTyped = then;
        const auto *line = findChild<QLineEdit *>(u"fileNameEdit"_s);
        auto *buttons = findChild<QDialogButtonBox *>();
        if (line && buttons)
            connect(line, &QLineEdit::textChanged, buttons, [this, buttons] {
                if (QPushButton *open = buttons->button(QDialogButtonBox::Open); open && !typed().isEmpty())
                    open->setEnabled(true);
            });
    }

protected:
    void accept() override
    {
        const QString server = typed();
        if (server.isEmpty()) {
            QFileDialog::accept();
            return;
        }
        done(Accepted);
        m_serverTyped(server);
    }

private:
    // The server's address in the line; empty: another text.
    QString typed() const
    {
        const auto *line = m_serverTyped ? findChild<QLineEdit *>(u"fileNameEdit"_s) : nullptr;
        const QString text = line ? line->text().trimmed() : QString();
        return app::isServerAddress(text) ? text : QString();
    }

    std::function<void(const QString &)> m_serverTyped;
};

} // namespace

Dialogs::Dialogs(app::Settings &settings) : m_settings(settings)
{
}

Dialogs::~Dialogs() = default;

void Dialogs::chooseFile(QWidget *parent, const FileQuestion &question, FileAnswer then)
{
    askFile(parent, question, FileMode::Open, firstOf(std::move(then)));
}

void Dialogs::chooseFiles(QWidget *parent, const FileQuestion &question, FilesAnswer then)
{
    askFile(parent, question, FileMode::OpenSeveral, std::move(then));
}

void Dialogs::chooseFolder(QWidget *parent, const FileQuestion &question, FileAnswer then)
{
    askFile(parent, question, FileMode::Folder, firstOf(std::move(then)));
}

void Dialogs::chooseSaveFile(QWidget *parent, const FileQuestion &question, FileAnswer then)
{
    askFile(parent, question, FileMode::Save, firstOf(std::move(then)));
}

void Dialogs::askFile(QWidget *parent, const FileQuestion &question, FileMode mode, FilesAnswer then)
{
    m_asked += question.title;
    if (const auto answer = takeNext(m_files)) {
        then(*answer ? QStringList{**answer} : QStringList());
        return;
    }
    auto *dialog =
        new PlaceDialog(parent, question.title, m_settings.value(app::setting::lastFolder, question.purpose));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters(question.nameFilters);
    if (mode == FileMode::Save) {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setFileMode(QFileDialog::AnyFile);
        dialog->setDefaultSuffix(question.defaultSuffix);
        dialog->selectFile(question.suggestedName);
    } else {
        dialog->setFileMode(mode == FileMode::Folder            ? QFileDialog::Directory
                                : mode == FileMode::OpenSeveral ? QFileDialog::ExistingFiles
                                                                : QFileDialog::ExistingFile);
    }
    if (question.mayBeServer)
        dialog->takeServers([then](const QString &server) { then({server}); });
    QObject::connect(dialog, &QFileDialog::filesSelected, dialog,
                     [this, purpose = question.purpose, then](const QStringList &files) {
                         m_settings.change(app::setting::lastFolder, purpose,
                                           QFileInfo(files.value(0)).absolutePath());
                         then(files);
                     });
    QObject::connect(dialog, &QFileDialog::rejected, dialog, [then] { then({}); });
    dialog->open();
}

void Dialogs::confirm(QWidget *parent, const Question &question, ConfirmAnswer then)
{
    m_asked += question.title;
    if (const auto answer = takeNext(m_answers)) {
        then(*answer);
        return;
    }
    auto *box =
        new QMessageBox(QMessageBox::NoIcon, question.title, question.text, QMessageBox::Cancel, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(question.explanation);
    const QAbstractButton *yes = box->addButton(question.action, QMessageBox::AcceptRole);
    QObject::connect(box, &QMessageBox::finished, box,
                     [box, yes, then] { then(box->clickedButton() == yes ? Answer::Yes : Answer::No); });
    box->open();
}

void Dialogs::preview(QWidget *parent, const QString &title, QPageLayout::Orientation orientation,
                      Paint paint)
{
    m_asked += title;
    if (const auto file = takeNext(m_papers)) {
        QPrinter printer;
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(*file);
        printer.setPageOrientation(orientation);
        paint(printer);
        return;
    }
    auto *dialog = new QPrintPreviewDialog(parent, Qt::Window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setWindowModality(Qt::WindowModal);
    dialog->printer()->setDocName(title);
    dialog->printer()->setPageOrientation(orientation);
    QObject::connect(dialog, &QPrintPreviewDialog::paintRequested, dialog,
                     [paint = std::move(paint)](QPrinter *printer) { paint(*printer); });
    dialog->show();
}

} // namespace headway::ui
