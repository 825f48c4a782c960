/* SPDX-License-Identifier: GPL-3.0-or-later
 * The table, as lines of cells with tabs between, written by libxlsxwriter: FOLDER TABLE.TSV
 * The first line has the kinds of the columns, the second their formats, the third their names. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#define WIDTH 64

static int split(char *line, char **cells)
{
    int count = 0;
    line[strcspn(line, "\n")] = 0;
    for (char *at = line; at && count < WIDTH; ++count) {
        cells[count] = at;
        at = strchr(at, '\t');
        if (at)
            *at++ = 0;
        for (char *from = cells[count], *to = from;; ++from, ++to) { /* \n is a line break */
            if (from[0] == '\\' && from[1] == 'n') {
                *to = '\n';
                ++from;
            } else if (!(*to = *from)) {
                break;
            }
        }
    }
    return count;
}

static void put(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *kind, const char *text,
                lxw_format *format)
{
    lxw_datetime at = {0};
    if (!*text)
        return;
    if (!strcmp(kind, "day") || !strcmp(kind, "moment")) {
        sscanf(text, "%d-%d-%dT%d:%d:%lf", &at.year, &at.month, &at.day, &at.hour, &at.min, &at.sec);
        worksheet_write_datetime(sheet, row, column, &at, format);
    } else if (!strcmp(kind, "flag")) {
        worksheet_write_boolean(sheet, row, column, !strcmp(text, "true"), format);
    } else if (strcmp(kind, "text")) {
        worksheet_write_number(sheet, row, column, atof(text), format);
    } else {
        worksheet_write_string(sheet, row, column, text, format);
    }
}

static int write_book(const char *folder, const char *name, const char *table, int is_constant)
{
    char path[4096], line[65536], kinds[65536], formats[65536];
    char *kind[WIDTH], *format[WIDTH], *cell[WIDTH];
    lxw_format *made[WIDTH] = {0};
    snprintf(path, sizeof path, "%s/%s", folder, name);
    lxw_workbook_options options = {.constant_memory = is_constant};
    lxw_workbook *book = workbook_new_opt(path, &options);
    lxw_worksheet *sheet = workbook_add_worksheet(book, "Deals");
    FILE *file = fopen(table, "r");
    if (!file || !fgets(kinds, sizeof kinds, file) || !fgets(formats, sizeof formats, file))
        return 1;
    split(kinds, kind);
    const int width = split(formats, format);
    for (int i = 0; i < width; ++i) {
        if (!*format[i])
            continue;
        made[i] = workbook_add_format(book);
        format_set_num_format(made[i], format[i]);
    }
    for (lxw_row_t row = 0; fgets(line, sizeof line, file); ++row) {
        const int count = split(line, cell);
        for (int i = 0; i < count; ++i)
            put(sheet, row, (lxw_col_t)i, row == 0 ? "text" : kind[i], cell[i], row == 0 ? NULL : made[i]);
    }
    fclose(file);
    return workbook_close(book) != LXW_NO_ERROR;
}

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    return write_book(argv[1], "libxlsxwriter.xlsx", argv[2], 0)
        || write_book(argv[1], "libxlsxwriter-constant.xlsx", argv[2], 1);
}
