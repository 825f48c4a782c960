// SPDX-License-Identifier: GPL-3.0-or-later
// The list that opens below a line while one types, wide enough for names that are longer than the line. GUI thread;
// nothing fails.
#pragma once

class QAbstractItemModel;
class QCompleter;
class QLineEdit;
class QString;

namespace headway::ui {

// A completer that offers what is in the model, all of it, and holds at most so many rows in sight. Owned by the
// model's parent; `name` is that of its list for a screen reader.
QCompleter *listBelow(QLineEdit &line, QAbstractItemModel &offers, const QString &name, int rowsInSight);
// Shows what the completer offers for `prefix` below the line that it belongs to, within the window.
void popUpBelow(const QLineEdit &line, QCompleter &completer, const QString &prefix);

} // namespace headway::ui
