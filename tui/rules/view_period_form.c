/*
 * view_period_form.c - a reporting period as a form: a new one, whose code is proposed and whose
 * dates follow the code for as long as nobody has set them by hand; or the dates of one that is
 * there, to give the units more time or less.
 */
#include "tui/view/views.h"

#include "core/rule/period.h"
#include "core/i18n.h"
#include "db/report/store_period.h"
#include "tui/part/form_page.h"
#include "tui/app/session.h"
#include "tui/people/burden_note.h"

#include <stdio.h>
#include <string.h>

struct period_form {
	struct form_page page;
	int64_t period_id;
	struct period_row row;	   /* as read; a new one: as proposed */
	char code[16];		   /* new: the code that the dates in the fields follow */
	char follow[3][DATE_TEXT]; /* … and those dates */
};

/* In the order of the fields. */
static const char *const date_fields[] = {"opens", "due", "closes"};
enum { NDATES = sizeof date_fields / sizeof date_fields[0] };

static struct date *date_of(struct period_row *p, size_t i)
{
	struct date *dates[NDATES] = {&p->opens, &p->due, &p->closes};

	return dates[i];
}

static int period_form_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct period_form *p = v->state;

	p->period_id = args->id;
	if (!v->context->session->plan_id)
		return err_set(e, ERR_STATE,
			       _("there is no plan yet; import one first with: duban import FILE"));
	return session_demand(v->context, ACT_PERIOD, 0, e);
}

static bool is_taken(const struct period_rows *rows, const char *code)
{
	for (size_t i = 0; i < rows->n; i++)
		if (strcmp(rows->at[i].code, code) == 0)
			return true;
	return false;
}

/* The first that is free behind the last one there is; of a plan without any, this quarter. */
static int propose(const struct view *v, struct arena *a, struct store *s, struct period_row *new,
		   struct err *e)
{
	struct date today = v->context->now.today;
	struct period_rows rows = {0};

	if (store_period_list(s, a, v->context->session->plan_id, &rows, e) < 0 ||
	    period_read(a, arena_printf(a, "%04dQ%d", today.y, (today.m + 2) / 3), new, e) < 0)
		return -1;
	if (rows.n)
		*new = rows.at[rows.n - 1];
	while (is_taken(&rows, new->code)) {
		struct period_row was = *new;

		period_following(a, &was, new);
	}
	new->id = 0;
	return store_period_date(s, new, e);
}

/* Gives the date fields these dates; they are what follows from the code. */
static void set_dates(struct period_form *p, struct period_row *row)
{
	for (size_t i = 0; i < NDATES; i++)
		form_set(p->page.form, date_fields[i], date_format(*date_of(row, i), p->follow[i]));
}

static void values_of(struct period_row *row, struct arena *a, struct form_row *to)
{
	char day[DATE_TEXT];

	*to = (struct form_row){.id = row->id, .version = row->version};
	for (size_t i = 0; i < NDATES; i++)
		form_row_add(a, to, date_fields[i], date_format(*date_of(row, i), day));
}

static int row_now(struct view *v, struct arena *a, struct form_row *to, struct err *e)
{
	const struct period_form *p = v->state;
	struct period_row row;

	if (store_period_get(v->context->store, a, p->period_id, &row, e) < 0)
		return -1;
	values_of(&row, a, to);
	return 0;
}

/* How much units have to do already in that time, before more is asked of them. */
static void tell_burden(const struct view *v)
{
	const struct period_form *p = v->state;
	struct arena a = ARENA_INIT;
	struct date opens, due;

	if (date_parse(form_get(p->page.form, "opens"), &opens) &&
	    date_parse(form_get(p->page.form, "due"), &due))
		form_note(p->page.form, "closes", burden_note(v->context, &a, opens, due, 0));
	arena_free(&a);
}

static int begin_form(struct view *v, struct err *e)
{
	struct period_form *p = v->state;
	bool new = !p->period_id;
	struct form_field fields[] = {
		{.name = "period",
		 .label = _("code"),
		 .kind = new ? FIELD_TEXT : FIELD_SHOW,
		 .cols = 12,
		 .max_chars = 10,
		 .after = new ? _("2026Q4, 2026H2, 2026-11 or 2026") : NULL,
		 .required = new,
		 .help = _("A quarter, a half-year, a month or a year. Its dates follow from it.")},
		{.name = "opens",
		 .label = _("opens"),
		 .kind = FIELD_DATE,
		 .today = v->context->now.today,
		 .way = DATE_COMING,
		 .after = _("like 11-30; PgUp and PgDn move it by a day"),
		 .help = _("From this day on units can report.")},
		{.name = "due",
		 .label = _("due"),
		 .kind = FIELD_DATE,
		 .today = v->context->now.today,
		 .way = DATE_COMING,
		 .help = _("The last day on which a report is in time.")},
		{.name = "closes",
		 .label = _("closes"),
		 .kind = FIELD_DATE,
		 .today = v->context->now.today,
		 .way = DATE_COMING,
		 .help = _("The last day on which a late report is still taken.")},
	};

	struct form_row row;

	(void)e;
	form_page_begin(&p->page, fields, sizeof fields / sizeof fields[0],
			new ? _("Add") : _("Save"),
			xasprintf("period:%lld:%lld", (long long)v->context->session->plan_id,
				  (long long)p->period_id));
	form_set(p->page.form, "period", p->row.code);
	snprintf(p->code, sizeof p->code, "%s", p->row.code);
	if (new) {
		set_dates(p, &p->row);
	} else {
		values_of(&p->row, &p->page.own, &row);
		form_page_fill(&p->page, &row);
	}
	tell_burden(v);
	return 0;
}

static enum reply period_save(struct view *v, struct app *app);
static void follow_code(struct view *v);

static const struct form_page_ops page = {
	.begin = begin_form, .submit = period_save, .row = row_now, .changed = follow_code};

static int period_form_load(struct view *v, struct store *s, struct err *e)
{
	struct period_form *p = v->state;
	struct period_row row = {0};

	if (p->period_id ? store_period_get(s, &v->arena, p->period_id, &row, e) < 0
			 : propose(v, &v->arena, s, &row, e) < 0)
		return -1;
	p->row = row;
	view_set_title(v, p->period_id
				  ? arena_printf(&v->arena, _("Dates of the period %s"), row.code)
				  : _("New reporting period"));
	return form_page_load(v, &page, e);
}

/* Another code was typed: dates that nobody has touched follow it. */
static void follow_code(struct view *v)
{
	struct period_form *p = v->state;
	struct form *f = p->page.form;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct period_row row = {0};
	char day[DATE_TEXT];

	tell_burden(v);
	if (p->period_id || strcmp(form_get(f, "period"), p->code) == 0 ||
	    period_read(&a, form_get(f, "period"), &row, &e) < 0 ||
	    store_period_date(v->context->store, &row, &e) < 0) {
		arena_free(&a);
		return;
	}
	snprintf(p->code, sizeof p->code, "%s", form_get(f, "period"));
	for (size_t i = 0; i < NDATES; i++) {
		date_format(*date_of(&row, i), day);
		if (strcmp(form_get(f, date_fields[i]), p->follow[i]) == 0)
			form_set(f, date_fields[i], day);
		memcpy(p->follow[i], day, sizeof day);
	}
	tell_burden(v);
	arena_free(&a);
}

static int read_form(struct period_form *p, struct arena *a, struct period_row *row, struct err *e)
{
	const struct form *f = p->page.form;

	*row = p->row;
	row->version = form_page_row(&p->page)->version;
	if (!p->period_id && period_read(a, form_get(f, "period"), row, e) < 0)
		return -1;
	for (size_t i = 0; i < NDATES; i++)
		if (date_read(form_get(f, date_fields[i]), date_fields[i], date_of(row, i), e) < 0)
			return -1;
	return 0;
}

static enum reply period_save(struct view *v, struct app *app)
{
	struct period_form *p = v->state;
	struct actor who = session_actor(v->context);
	struct store *s = v->context->store;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct period_row row = {0};
	unsigned changes = 0;
	char due[DATE_TEXT], closes[DATE_TEXT];
	int rc = read_form(p, &a, &row, &e);

	row.plan_id = v->context->session->plan_id;
	if (rc == 0)
		rc = p->period_id ? store_period_change(s, &who, &row, &changes, &e)
				  : store_period_add(s, &who, &row, &changes, &e);
	if (rc < 0)
		form_page_refused(&p->page, v, app, &e);
	else
		form_page_done(&p->page, v, app, changes,
			       arena_printf(&a,
					    p->period_id ? _("%s: reports are due on %s now and "
							     "taken until %s.")
							 : _("%s is added: reports are due on %s "
							     "and taken until %s."),
					    row.code, date_format(row.due, due),
					    date_format(row.closes, closes)));
	arena_free(&a);
	return REPLY_DONE;
}

const struct view_ops view_period_form = {
	.name = "period",
	.title = N_("Reporting period"),
	.state_size = sizeof(struct period_form),
	.open = period_form_open,
	.load = period_form_load,
	FORM_VIEW_OPS,
};
