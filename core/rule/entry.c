/*
 * The doors for progress reports, milestones, cases and reasons. Each turns strings into a checked
 * value or says, beside which field, what is wrong with them and how to write it. Evidence and
 * names have files of their own.
 */
#include "core/rule/entry.h"

#include "core/decimal.h"
#include "core/rule/entry_text.h"
#include "core/i18n.h"

enum { PERCENT_MOST = 100 };

/* "45", "45%" and "45 %"; -1 when it is no whole number from 0 to 100. */
static int parse_percent(const char *s)
{
	int v = 0;

	if (*s < '0' || *s > '9')
		return -1;
	for (; *s >= '0' && *s <= '9'; s++) {
		v = v * 10 + (*s - '0');
		if (v > PERCENT_MOST)
			return -1;
	}
	while (*s == ' ')
		s++;
	if (*s == '%')
		s++;
	return *s ? -1 : v;
}

int entry_percent(struct arena *a, const char *typed, int *percent, struct err *e)
{
	const char *s = entry_narrow(a, typed, "percent", e);

	if (!s)
		return -1;
	if (!*s)
		return err_set_field(e, ERR_INPUT, "percent",
				     _("say how far it is: a whole number from 0 to 100"));
	int v = parse_percent(s);
	if (v < 0)
		return err_set_field(e, ERR_INPUT, "percent",
				     _("progress is a whole number from 0 to 100, not \"%s\""), s);
	*percent = v;
	return 0;
}

int entry_report(struct arena *a, const struct report_fields *f, bool submit, struct report_new *r,
		 struct err *e)
{
	if (entry_percent(a, f->percent, &r->percent, e))
		return -1;
	r->done = entry_text(a, f->done, "done", e);
	if (!r->done)
		return -1;
	r->problems = entry_text(a, f->problems, "problems", e);
	if (!r->problems)
		return -1;
	r->next = entry_text(a, f->next, "next", e);
	if (!r->next)
		return -1;
	if (submit && !*r->done)
		return err_set_field(e, ERR_INPUT, "done",
				     _("say in a line what was done in this period; a report is "
				       "handed in with it, a draft is kept without"));
	return 0;
}

int entry_report_volume(struct arena *a, int64_t volume_id, const char *what, const char *value,
			struct report_volume_rows *rows, struct err *e)
{
	const char *s = entry_narrow(a, value, "volume", e);
	struct decimal d;
	char text[DECIMAL_TEXT];

	if (!s)
		return -1;
	if (!*s)
		return 0;
	if (!decimal_parse(s, &d))
		return err_set_field(e, ERR_INPUT, "volume",
				     _("\"%s\" is not an amount for \"%s\"; write a figure in "
				       "digits, like 20 or 1.5"),
				     s, what);
	if (d.mant < 0)
		return err_set_field(e, ERR_INPUT, "volume",
				     _("the amount for \"%s\" is %s; write what was done in this "
				       "period, 0 or more"),
				     what, s);
	struct report_volume_row *row = vec_push(a, rows);
	row->volume_id = volume_id;
	row->value = arena_strdup(a, decimal_format(d, text));
	return 0;
}

static int read_date(struct arena *a, const char *typed, const char *field, const char *when_empty,
		     struct date *d, struct err *e)
{
	const char *s = entry_narrow(a, typed, field, e);

	if (!s)
		return -1;
	if (!*s)
		return err_set_field(e, ERR_INPUT, field, "%s", when_empty);
	return date_read(s, field, d, e);
}

int entry_milestone(struct arena *a, const char *title, const char *due, const char *note,
		    struct milestone_new *m, struct err *e)
{
	m->title = entry_line(a, title, "title", ENTRY_LINE_MAX, e);
	if (!m->title)
		return -1;
	if (!*m->title)
		return err_set_field(e, ERR_INPUT, "title",
				     _("the milestone has no title; say in a few words what is to "
				       "be reached"));
	if (read_date(a, due, "due",
		      _("the milestone has no date; give the day by which it is to be reached, "
			"like 2021-11-30"),
		      &m->due, e))
		return -1;
	m->note = entry_text(a, note, "note", e);
	return m->note ? 0 : -1;
}

static int check_not_after(struct date on, struct date today, struct err *e)
{
	char given[DATE_TEXT], now[DATE_TEXT];

	if (date_cmp(on, today) <= 0)
		return 0;
	return err_set_field(e, ERR_INPUT, "done_on",
			     _("%s is still to come, today is %s; give the day on which it was "
			       "done"),
			     date_format(on, given), date_format(today, now));
}

int entry_done_on(const char *text, struct date today, struct date *on, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct date read = {0};
	int status = read_date(&a, text, "done_on",
			       _("give the day on which it was done, like 2021-11-30"), &read, e);

	if (status == 0)
		status = check_not_after(read, today, e);
	if (status == 0)
		*on = read;
	arena_free(&a);
	return status;
}

int entry_case(struct arena *a, const char *title, const char *text, struct case_new *c,
	       struct err *e)
{
	c->title = entry_line(a, title, "title", ENTRY_LINE_MAX, e);
	if (!c->title)
		return -1;
	if (!*c->title)
		return err_set_field(e, ERR_INPUT, "title",
				     _("the case has no title; say in a few words what others can "
				       "learn from it"));
	c->text = entry_text(a, text, "text", e);
	if (!c->text)
		return -1;
	return *c->text ? 0
			: err_set_field(e, ERR_INPUT, "text",
					_("tell the case: how it was before, what was done, what "
					  "came of it"));
}

int entry_reason(struct arena *a, const char *text, const char **reason, struct err *e)
{
	const char *s = entry_text(a, text, "reason", e);

	if (!s)
		return -1;
	if (!*s)
		return err_set_field(e, ERR_INPUT, "reason",
				     _("give the reason in a line: the other side must know what "
				       "to change"));
	*reason = s;
	return 0;
}
