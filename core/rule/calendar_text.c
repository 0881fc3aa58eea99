/*
 * calendar_text.c - reading a table of holidays and of days worked instead. Fields are told apart
 * by what they are, not by where they stand: dates first, then the word for the kind; what is left
 * is the name.
 */
#include "core/rule/calendar_text.h"

#include "core/i18n.h"
#include "core/text/utf8.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* No holiday is longer; a longer run is a year that was mistyped. */
enum { RUN_DAYS_MAX = 62 };

/* What stands for a kind besides its own word and label. */
static const struct {
	const char *word;
	enum day_kind kind;
} kind_words[] = {
	{"休", DAY_HOLIDAY},	 {"休息", DAY_HOLIDAY},	      {"休息日", DAY_HOLIDAY},
	{"假", DAY_HOLIDAY},	 {"假日", DAY_HOLIDAY},	      {"假期", DAY_HOLIDAY},
	{"节假日", DAY_HOLIDAY}, {"法定节假日", DAY_HOLIDAY}, {"放假", DAY_HOLIDAY},
	{"off", DAY_HOLIDAY},	 {"班", DAY_WORKED},	      {"上班", DAY_WORKED},
	{"补班", DAY_WORKED},	 {"调休", DAY_WORKED},	      {"调休上班", DAY_WORKED},
	{"工作日", DAY_WORKED},	 {"work", DAY_WORKED},	      {"workday", DAY_WORKED},
};

static bool read_kind(const char *word, enum day_kind *kind)
{
	if (day_kind_parse(word, kind))
		return true;
	for (int k = 0; k < DAY_KIND_COUNT; k++)
		if (strcmp(word, day_kind_label((enum day_kind)k)) == 0) {
			*kind = (enum day_kind)k;
			return true;
		}
	for (size_t i = 0; i < sizeof kind_words / sizeof kind_words[0]; i++)
		if (strcasecmp(word, kind_words[i].word) == 0) {
			*kind = kind_words[i].kind;
			return true;
		}
	return false;
}

int calendar_add_run(struct arena *a, struct date first, struct date last, enum day_kind kind,
		     const char *name, struct calendar_day_rows *rows, struct err *e)
{
	int32_t ndays = date_to_days(last) - date_to_days(first) + 1;
	char from[DATE_TEXT], to[DATE_TEXT];

	date_format(first, from);
	date_format(last, to);
	if (ndays < 1)
		return err_set_field(e, ERR_INPUT, "last",
				     _("the last day, %s, is before the first, %s"), to, from);
	if (ndays > RUN_DAYS_MAX)
		return err_set_field(
			e, ERR_INPUT, "last",
			_("from %s to %s are %d days; no holiday is longer than %d days"), from, to,
			ndays, RUN_DAYS_MAX);
	for (int32_t i = 0; i < ndays; i++)
		*vec_push(a, rows) = (struct calendar_day_row){
			.date = date_add(first, i), .kind = kind, .name = name};
	return 0;
}

enum { FIELDS_MAX = 8 };

struct fields {
	const char *at[FIELDS_MAX];
	int n;
};

/* The bytes of the separator at s, 0 when there is none. */
static size_t separator_at(const char *s)
{
	static const char *const separators[] = {",", ";", "\t", "|", "，", "；", "｜"};

	for (size_t i = 0; i < sizeof separators / sizeof separators[0]; i++)
		if (strncmp(s, separators[i], strlen(separators[i])) == 0)
			return strlen(separators[i]);
	return 0;
}

static void add_field(struct arena *a, const char *s, size_t nbytes, struct fields *f)
{
	while (nbytes && (*s == ' ' || *s == '"'))
		s++, nbytes--;
	while (nbytes && (s[nbytes - 1] == ' ' || s[nbytes - 1] == '"'))
		nbytes--;
	if (nbytes && f->n < FIELDS_MAX)
		f->at[f->n++] = arena_strndup(a, s, nbytes);
}

/* Empty fields, such as an outer bar makes, say nothing. */
static void split(struct arena *a, const char *line, struct fields *f)
{
	const char *from = line, *s = line;
	bool quoted = false;

	*f = (struct fields){.n = 0};
	for (; *s; s++) {
		size_t n = quoted ? 0 : separator_at(s);

		quoted ^= *s == '"';
		if (n == 0)
			continue;
		add_field(a, from, (size_t)(s - from), f);
		from = s + n;
		s = from - 1;
	}
	add_field(a, from, (size_t)(s - from), f);
}

static bool has_digit(const char *s)
{
	return strpbrk(s, "0123456789") != NULL;
}

/* The kind among the fields from `i` on; what is beside it is the name. */
static int read_what(const struct fields *f, int i, enum day_kind *kind, const char **name,
		     struct err *e)
{
	bool known = false;

	*name = "";
	for (; i < f->n; i++) {
		if (!known && read_kind(f->at[i], kind))
			known = true;
		else if (!**name)
			*name = f->at[i];
	}
	if (!known)
		return err_set_field(e, ERR_INPUT, "kind",
				     _("it is not said whether the day is a holiday or worked; "
				       "write holiday (休) or worked (班) behind the date"));
	return 0;
}

static int read_fields(struct arena *a, const struct fields *f, struct calendar_day_rows *rows,
		       struct err *e)
{
	struct err no_date = ERR_INIT;
	struct date first, last;
	enum day_kind kind = DAY_HOLIDAY;
	const char *name;
	int i = 1;

	if (date_read(f->at[0], "date", &first, e) < 0)
		return -1;
	last = first;
	if (f->n > 1 && date_read(f->at[1], "last", &last, &no_date) == 0)
		i = 2;
	if (read_what(f, i, &kind, &name, e) < 0)
		return -1;
	return calendar_add_run(a, first, last, kind, name, rows, e);
}

static int read_line(struct arena *a, const char *line, size_t nbytes, int number,
		     struct calendar_day_rows *rows, struct err *e)
{
	struct fields f;

	split(a, arena_strndup(a, line, nbytes), &f);
	for (int i = 0; i < f.n; i++)
		if (!(f.at[i] = utf8_clean_line(a, f.at[i], strlen(f.at[i]), e)))
			return err_wrap(e, _("line %d"), number);
	if (f.n == 0 || *f.at[0] == '#' || (rows->n == 0 && !has_digit(f.at[0])))
		return 0;
	return read_fields(a, &f, rows, e) < 0 ? err_wrap(e, _("line %d"), number) : 0;
}

static int compare_days(const void *a, const void *b)
{
	const struct calendar_day_row *x = a, *y = b;
	int by_date = date_cmp(x->date, y->date);

	return by_date ? by_date : (x->version > y->version) - (x->version < y->version);
}

/* Each day once, the later line counts. `version` carries the order until then. */
static void sort_days(struct calendar_day_rows *rows)
{
	size_t n = 0;

	for (size_t i = 0; i < rows->n; i++)
		rows->at[i].version = (int64_t)i;
	if (rows->n)
		qsort(rows->at, rows->n, sizeof rows->at[0], compare_days);
	for (size_t i = 0; i < rows->n; i++) {
		if (n && date_cmp(rows->at[n - 1].date, rows->at[i].date) == 0)
			n--;
		rows->at[n] = rows->at[i];
		rows->at[n++].version = 0;
	}
	rows->n = n;
}

int calendar_text_read(struct arena *a, const char *text, size_t nbytes,
		       struct calendar_day_rows *rows, struct err *e)
{
	const char *end = text + nbytes;

	*rows = (struct calendar_day_rows){0};
	for (int number = 1; text < end; number++) {
		const char *eol = memchr(text, '\n', (size_t)(end - text));
		size_t n = (size_t)((eol ? eol : end) - text);
		size_t line = n && text[n - 1] == '\r' ? n - 1 : n;

		if (read_line(a, text, line, number, rows, e) < 0)
			return -1;
		text += n + (eol != NULL);
	}
	if (!rows->n)
		return err_set(e, ERR_NOT_FOUND,
			       _("there is no day in it; a line reads for example "
				 "2026-10-01,2026-10-07,holiday,National Day"));
	sort_days(rows);
	return 0;
}
