/* Holidays that an office imports, as a table and as a calendar: days come sorted, each once, with
 * a name that can be shown. */
#include "tests/fuzz/fuzz.h"

#include "convert/convert.h"
#include "core/date.h"
#include "core/rule/calendar_text.h"
#include "core/text/utf8.h"

#include <string.h>

static void check_day(const struct calendar_day_row *day)
{
	char text[DATE_TEXT];
	struct date same;

	fuzz_check(date_parse(date_format(day->date, text), &same) &&
		   date_cmp(day->date, same) == 0);
	fuzz_check(day->kind < DAY_KIND_COUNT && day->version == 0);
	fuzz_check(utf8_first_bad(day->name, strlen(day->name)) == strlen(day->name));
	fuzz_check(!strpbrk(day->name, "\n\t"));
}

static void read_table(const char *text, size_t nbytes)
{
	struct calendar_day_rows rows;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;

	if (calendar_text_read(&a, text, nbytes, &rows, &e) == 0) {
		fuzz_check(rows.n > 0);
		for (size_t i = 0; i < rows.n; i++) {
			check_day(&rows.at[i]);
			fuzz_check(!i || date_cmp(rows.at[i - 1].date, rows.at[i].date) < 0);
		}
	} else {
		fuzz_check((e.code == ERR_INPUT || e.code == ERR_NOT_FOUND ||
			    (e.code == ERR_FORMAT && utf8_first_bad(text, nbytes) < nbytes)) &&
			   *e.text);
	}
	arena_free(&a);
}

void fuzz_calendar(const char *bytes, size_t nbytes)
{
	read_table(bytes, nbytes);
}

/* A calendar is given in UTF-8 always; what becomes of it is a table. */
void fuzz_calendar_ics(const char *bytes, size_t nbytes)
{
	struct strbuf out = STRBUF_INIT;

	if (utf8_first_bad(bytes, nbytes) != nbytes)
		return;
	if (convert_ics(bytes, nbytes, &out) == CONVERT_DONE)
		read_table(out.s, out.nbytes);
	strbuf_free(&out);
}
