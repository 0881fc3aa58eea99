/*
 * Reporting periods: their codes ("2021Q4"), the dates that follow from the calendar, and what may
 * still be handed in on a day. The four kinds stand in one table.
 */
#include "core/rule/period.h"

#include "core/i18n.h"
#include "core/text/utf8.h"

#include <stdio.h>
#include <string.h>

enum { YEAR_DIGITS = 4, CODE_MAX = 8, MONTHS = 12 };

static const char *const month_labels[] = {
	N_("January %d"),   N_("February %d"), N_("March %d"),	  N_("April %d"),
	N_("May %d"),	    N_("June %d"),     N_("July %d"),	  N_("August %d"),
	N_("September %d"), N_("October %d"),  N_("November %d"), N_("December %d"),
};
static const char *const quarter_labels[] = {
	N_("1st quarter of %d"),
	N_("2nd quarter of %d"),
	N_("3rd quarter of %d"),
	N_("4th quarter of %d"),
};
static const char *const half_labels[] = {N_("1st half of %d"), N_("2nd half of %d")};
static const char *const year_labels[] = {N_("year %d")};

/* How a kind is written after the year, and how many of it a year has. */
static const struct period_form {
	const char *mark;
	int digits; /* of the number */
	int count;
	const char *const *labels; /* one for each number */
} forms[PERIOD_KIND_COUNT] = {
	[PERIOD_MONTH] = {"-", 2, 12, month_labels},
	[PERIOD_QUARTER] = {"Q", 1, 4, quarter_labels},
	[PERIOD_HALF] = {"H", 1, 2, half_labels},
	[PERIOD_YEAR] = {"", 0, 1, year_labels},
};

enum period_state period_state_on(const struct period_row *p, struct date today)
{
	if (p->closed_early || date_cmp(today, p->closes) > 0)
		return PERIOD_CLOSED;
	if (date_cmp(today, p->opens) < 0)
		return PERIOD_PLANNED;
	return date_cmp(today, p->due) <= 0 ? PERIOD_OPEN : PERIOD_DUE;
}

int period_check_open(const struct period_row *p, struct date today, struct err *e)
{
	char opens[DATE_TEXT], closes[DATE_TEXT];

	switch (period_state_on(p, today)) {
	case PERIOD_PLANNED:
		return err_set(e, ERR_STATE,
			       _("period %s opens on %s; enter progress from that day on, or ask "
				 "the coordinating office to open it earlier"),
			       p->code, date_format(p->opens, opens));
	case PERIOD_CLOSED:
		if (p->closed_early)
			return err_set_remedy(
				e, ERR_STATE, REQUEST_EXCEPTION,
				_("period %s was closed by the coordinating office before "
				  "its last day (%s); ask the office, or report it in the "
				  "next period"),
				p->code, date_format(p->closes, closes));
		return err_set_remedy(
			e, ERR_STATE, REQUEST_EXCEPTION,
			_("period %s has been closed since %s (reports were taken up to and "
			  "with %s); ask the coordinating office for an exception, or "
			  "report it in the next period"),
			p->code, date_format(date_add(p->closes, 1), opens),
			date_format(p->closes, closes));
	default:
		return 0;
	}
}

void period_allow(struct period_row *p, struct date until)
{
	if (!date_is_set(until))
		return;
	if (p->closed_early || date_cmp(until, p->closes) > 0)
		p->closes = until;
	if (date_cmp(until, p->due) > 0 || date_cmp(p->due, p->closes) > 0)
		p->due = until;
	p->closed_early = false;
}

/* The code as typed, in half-width upper case without blanks. False when it is too long for one. */
static bool simplify(const char *code, char out[CODE_MAX + 1])
{
	const char *end = code + strlen(code);
	size_t n = 0;

	while (code < end) {
		uint32_t cp;
		code += utf8_decode(code, end, &cp);
		cp = utf8_halfwidth(cp);
		if (cp == ' ')
			continue;
		if (cp >= 'a' && cp <= 'z')
			cp -= 'a' - 'A';
		if (cp >= 0x80 || n == CODE_MAX)
			return false;
		out[n++] = (char)cp;
	}
	out[n] = '\0';
	return true;
}

/* Exactly n digits and the end; -1 when not. No digits give 1, the number of a year. */
static int read_number(const char *s, int ndigits)
{
	int v = ndigits ? 0 : 1;

	for (; ndigits > 0; ndigits--, s++) {
		if (*s < '0' || *s > '9')
			return -1;
		v = v * 10 + (*s - '0');
	}
	return *s ? -1 : v;
}

static bool read_form(const char *s, struct period_row *p)
{
	for (int kind = 0; kind < PERIOD_KIND_COUNT; kind++) {
		const struct period_form *f = &forms[kind];
		size_t nmark = strlen(f->mark);

		if (strncmp(s, f->mark, nmark) != 0)
			continue;
		p->number = read_number(s + nmark, f->digits);
		p->kind = (enum period_kind)kind;
		if (p->number >= 1 && p->number <= f->count)
			return true;
	}
	return false;
}

static bool read_code(const char *code, char text[CODE_MAX + 1], struct period_row *p)
{
	char year[YEAR_DIGITS + 1] = "";
	char first_day[DATE_TEXT];
	struct date d;

	if (!simplify(code, text) || strlen(text) < YEAR_DIGITS)
		return false;
	memcpy(year, text, YEAR_DIGITS);
	p->year = read_number(year, YEAR_DIGITS);
	snprintf(first_day, sizeof first_day, "%s-01-01", year); /* only years that dates have */
	return p->year > 0 && date_parse(first_day, &d) && read_form(text + YEAR_DIGITS, p);
}

void period_span(const struct period_row *p, struct date *first, struct date *last)
{
	int months = MONTHS / forms[p->kind].count, to = p->number * months;

	*first = (struct date){.y = (int16_t)p->year, .m = (int8_t)(to - months + 1), .d = 1};
	*last = (struct date){.y = (int16_t)p->year,
			      .m = (int8_t)to,
			      .d = (int8_t)date_days_in_month(p->year, to)};
}

int period_read(struct arena *a, const char *code, struct period_row *p, struct err *e)
{
	struct period_row read = {.plan_code = ""};
	char text[CODE_MAX + 1];

	code = utf8_clean_line(a, code, strlen(code), e);
	if (!code) {
		e->code = ERR_INPUT;
		return -1;
	}
	if (!read_code(code, text, &read))
		return err_set_field(
			e, ERR_INPUT, "period",
			_("\"%s\" is not a period; write a quarter like 2021Q4, a half "
			  "like 2021H1, a month like 2021-06 or a year like 2021"),
			code);
	p->kind = read.kind;
	p->year = read.year;
	p->number = read.number;
	p->code = arena_strdup(a, text);
	return 0;
}

void period_following(struct arena *a, const struct period_row *p, struct period_row *next)
{
	const struct period_form *f = &forms[p->kind];
	bool last = p->number >= f->count;

	*next = (struct period_row){.plan_id = p->plan_id,
				    .plan_code = p->plan_code,
				    .kind = p->kind,
				    .year = p->year + last,
				    .number = last ? 1 : p->number + 1};
	next->code = f->digits ? arena_printf(a, "%0*d%s%0*d", YEAR_DIGITS, next->year, f->mark,
					      f->digits, next->number)
			       : arena_printf(a, "%0*d", YEAR_DIGITS, next->year);
}

const char *period_label(struct arena *a, const struct period_row *p)
{
	return arena_printf(a, _(forms[p->kind].labels[p->number - 1]), p->year);
}
