// SPDX-License-Identifier: GPL-3.0-or-later
// The table written by exceljs and SheetJS: FOLDER TABLE
const fs = require('fs');
const Excel = require('exceljs');
const Sheet = require('xlsx');
const [folder, path] = process.argv.slice(2);
const table = JSON.parse(fs.readFileSync(path));

function day(text) { return new Date(text.length > 10 ? text + 'Z' : text + 'T00:00:00Z'); }
function value(kind, text) {
    if (text === '') return null;
    if (['number', 'amount', 'percent'].includes(kind)) return Number(text);
    if (kind === 'day' || kind === 'moment') return day(text);
    return kind === 'flag' ? text === 'true' : text;
}
function cells(row) { return row.map((text, i) => value(table.columns[i].kind, text)); }

async function exceljs() {
    const book = new Excel.Workbook();
    const sheet = book.addWorksheet('Deals');
    sheet.addRow(table.columns.map(column => column.name));
    for (const row of table.rows) sheet.addRow(cells(row));
    table.columns.forEach((column, i) => { if (column.format) sheet.getColumn(i + 1).numFmt = column.format; });
    book.addWorksheet('Lists', { state: 'hidden' }).addRow(['nothing', 'of this']);
    await book.xlsx.writeFile(folder + '/exceljs.xlsx');

    const stream = new Excel.stream.xlsx.WorkbookWriter({ filename: folder + '/exceljs-stream.xlsx', useStyles: true });
    const part = stream.addWorksheet('Deals');
    table.columns.forEach((column, i) => { if (column.format) part.getColumn(i + 1).numFmt = column.format; });
    part.addRow(table.columns.map(column => column.name)).commit();
    for (const row of table.rows) part.addRow(cells(row)).commit();
    part.commit();
    await stream.commit();
}

// Days as numbers: its own way to write them depends on the zone of the computer.
function serial(date) { return date.getTime() / 86400000 + 25569; }
function sheetjs(options, name, asDates) {
    const sheet = {};
    const put = (r, c, cell) => { if (cell) sheet[Sheet.utils.encode_cell({ r, c })] = cell; };
    table.columns.forEach((column, c) => put(0, c, { t: 's', v: column.name }));
    table.rows.forEach((row, r) => cells(row).forEach((v, c) => {
        const z = table.columns[c].format;
        if (v === null) return;
        const t = typeof v === 'number' ? 'n' : typeof v === 'boolean' ? 'b' : v instanceof Date ? 'd' : 's';
        put(r + 1, c, t === 'd' && !asDates ? { t: 'n', v: serial(v), z } : { t, v, z });
    }));
    sheet['!ref'] = Sheet.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: table.rows.length, c: table.columns.length - 1 } });
    const book = Sheet.utils.book_new();
    Sheet.utils.book_append_sheet(book, sheet, 'Deals');
    Sheet.writeFile(book, folder + '/' + name, options);
}

exceljs().then(() => {
    sheetjs({}, 'sheetjs.xlsx', false);
    sheetjs({ bookSST: true, cellDates: true }, 'sheetjs-dates.xlsx', true);
    sheetjs({ bookType: 'ods' }, 'sheetjs.ods', false);
    sheetjs({ bookType: 'xlsb' }, 'sheetjs.xlsb', false);
    sheetjs({ bookType: 'biff8' }, 'sheetjs.xls', false);
});
