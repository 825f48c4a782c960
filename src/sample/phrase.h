// SPDX-License-Identifier: GPL-3.0-or-later
// Fills the placeholders of a phrase: {p} person, {c} company, {k} product, {t} city, {n} a number, {m} a
// larger one, {y} this year, {z} the next. An unknown placeholder is a mistake in a table; it is left, and
// the tests find it. Any thread.
#pragma once

#include <QString>
#include <QStringView>

namespace headway::sample {

struct Blanks {
    QStringView person = {};
    QStringView company = {};
    QStringView product = {};
    QStringView city = {};
    int number = 0;
    int larger = 0;
    int year = 0;
};

// Appends `phrase`, with its placeholders filled, to `text`.
void appendPhrase(QString &text, QStringView phrase, const Blanks &blanks);

QString phraseText(QStringView phrase, const Blanks &blanks);

} // namespace headway::sample
