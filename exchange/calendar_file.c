/*
 * calendar_file.c - from a file to days of the calendar: bytes to text in UTF-8 (calendars and
 * workbooks through duban-convert), the text to the reader of tables.
 */
#include "exchange/calendar_file.h"

#include "core/rule/calendar_text.h"
#include "core/i18n.h"
#include "exchange/convert.h"
#include "exchange/encoding.h"
#include "exchange/file_read.h"

#include <string.h>
#include <strings.h>

static bool is_calendar(const char *text, size_t nbytes)
{
	static const char first[] = "BEGIN:VCALENDAR";

	return nbytes >= sizeof first - 1 && strncasecmp(text, first, sizeof first - 1) == 0;
}

static int read_text(struct arena *a, struct decoded *d, struct err *e)
{
	if (encoding_decode(a, d->text, d->nbytes, d, e) < 0)
		return -1;
	return is_calendar(d->text, d->nbytes)
		       ? convert_calendar(a, d->text, d->nbytes, &d->text, &d->nbytes, e)
		       : 0;
}

static int read_bytes(struct arena *a, struct decoded *d, struct err *e)
{
	enum file_kind kind;

	if (file_kind_find(d->text, d->nbytes, &kind, e) < 0)
		return -1;
	if (kind == FILE_TEXT)
		return read_text(a, d, e);
	if (kind == FILE_XLSX)
		return convert_document(a, kind, d->text, d->nbytes, &d->text, &d->nbytes, e);
	return err_set(e, ERR_FORMAT,
		       _("a calendar is read from a table (CSV, Excel) or from iCalendar (ICS), "
			 "and this is neither"));
}

int calendar_file_read(struct arena *a, const char *path, struct calendar_day_rows *rows,
		       struct err *e)
{
	struct decoded d = {0};

	if (file_read(a, path, &d.text, &d.nbytes, e) < 0)
		return -1;
	if (read_bytes(a, &d, e) < 0 || calendar_text_read(a, d.text, d.nbytes, rows, e) < 0)
		return err_wrap(e, "%s", path);
	return 0;
}
