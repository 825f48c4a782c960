// SPDX-License-Identifier: GPL-3.0-or-later
// Fills the blanks of a phrase: {p} person, {c} company, {k} product, {t} city, {n} a number, {m} a
// larger one, {y} this year, {z} the next. An unknown blank is a mistake in a table; it stays, and
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

// `phrase` with its blanks filled, put behind `text`.
void appendPhrase(QString &text, QStringView phrase, const Blanks &blanks);

QString phraseText(QStringView phrase, const Blanks &blanks);

} // namespace headway::sample
