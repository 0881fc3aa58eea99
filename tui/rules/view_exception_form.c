/*
 * view_exception_form.c - the office gives one unit time to report for a period after it has closed
 * for the others, without having been asked. What the unit has not handed in stands above the day.
 */
#include "tui/view/views.h"

#include "core/rule/entry.h"
#include "core/i18n.h"
#include "db/people/store_unit.h"
#include "db/report/store_exception.h"
#include "db/report/store_period.h"
#include "tui/app/session.h"
#include "tui/part/form_page.h"

struct exception_form {
	struct form_page page;
	int64_t period_id, unit_id;
	struct period_row period; /* as it is for the unit */
	const char *unit;	  /* name; both in page.own */
};

static int exception_form_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct exception_form *x = v->state;

	x->period_id = args->id;
	x->unit_id = args->id2;
	return session_demand(v->context, ACT_PERIOD, 0, e);
}

/* "3: 1, 2, 5.2", or that nothing is. */
static int tell_missing(const struct app_context *c, struct exception_form *x, struct err *e)
{
	struct arena *a = &x->page.own;
	struct actor who = session_actor(c);
	struct missing_rows rows;
	const char *list = "";

	if (store_exception_missing(c->store, a, &who, x->period_id, x->unit_id, &rows, e) < 0)
		return -1;
	for (size_t i = 0; i < rows.n; i++)
		list = *list ? arena_printf(a, _("%s, %s"), list, rows.at[i].action_no)
			     : rows.at[i].action_no;
	form_set(x->page.form, "missing",
		 rows.n ? arena_printf(a, "%zu (%s)", rows.n, list) : _("nothing"));
	return 0;
}

/* The time that the unit has already; version 0: none. */
static int row_now(struct view *v, struct arena *a, struct form_row *to, struct err *e)
{
	const struct exception_form *x = v->state;
	struct actor who = session_actor(v->context);
	struct exception_rows rows;
	char day[DATE_TEXT];

	*to = (struct form_row){.id = x->period_id};
	if (store_exception_list(v->context->store, a, &who, x->period.plan_id, x->unit_id, &rows,
				 e) < 0)
		return -1;
	for (size_t i = 0; i < rows.n; i++) {
		const struct exception_row *row = &rows.at[i];

		if (row->period_id != x->period_id)
			continue;
		to->version = row->version;
		form_row_add(a, to, "until", date_format(row->until, day));
		form_row_add(a, to, "reason", row->reason);
	}
	return 0;
}

static int begin_form(struct view *v, struct err *e)
{
	struct exception_form *x = v->state;
	const struct app_context *c = v->context;
	struct arena *a = &x->page.own;
	struct unit_row unit;
	struct form_row row;
	char closes[DATE_TEXT];

	if (store_period_for(c->store, a, x->period_id, x->unit_id, &x->period, e) < 0 ||
	    store_unit_get(c->store, a, x->unit_id, &unit, e) < 0 || row_now(v, a, &row, e) < 0)
		return -1;
	x->unit = unit.name;
	const struct form_field fields[] = {
		{.name = "what", .label = _("for whom"), .kind = FIELD_SHOW},
		{.name = "missing", .label = _("not handed in"), .kind = FIELD_SHOW},
		{.name = "until",
		 .label = _("may report until"),
		 .kind = FIELD_DATE,
		 .required = true,
		 .today = c->now.today,
		 .way = DATE_COMING,
		 .after = _("like 11-30; PgUp and PgDn move it by a day"),
		 .help = _("The last day on which this unit may report; for the others the period "
			   "stays as it is.")},
		{.name = "reason",
		 .label = _("reason"),
		 .kind = FIELD_AREA,
		 .max_chars = ENTRY_TEXT_MAX,
		 .required = true,
		 .help = _("Why this unit gets more time; it stands in the history.")},
	};
	form_page_begin(
		&x->page, fields, sizeof fields / sizeof fields[0], _("Give it more time"),
		xasprintf("exception:%lld:%lld", (long long)x->period_id, (long long)x->unit_id));
	form_page_fill(&x->page, &row);
	form_set(x->page.form, "what",
		 arena_printf(a, _("%1$s, %2$s: takes reports until %3$s now"), x->unit,
			      x->period.code, date_format(x->period.closes, closes)));
	return tell_missing(c, x, e);
}

static enum reply save(struct view *v, struct app *app)
{
	struct exception_form *x = v->state;
	const struct form *f = x->page.form;
	struct actor who = session_actor(v->context);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct date until = {0};
	const char *reason;
	unsigned changes = 0;
	char day[DATE_TEXT];

	if (date_read(form_get(f, "until"), "until", &until, &e) < 0 ||
	    entry_reason(&a, form_get(f, "reason"), &reason, &e) < 0 ||
	    store_exception_put(v->context->store, &who, x->period_id, x->unit_id,
				form_page_row(&x->page)->version, until, reason, &changes, &e) < 0)
		form_page_refused(&x->page, v, app, &e);
	else
		form_page_done(&x->page, v, app, changes,
			       arena_printf(&a, _("%1$s may report for %2$s until %3$s."), x->unit,
					    x->period.code, date_format(until, day)));
	arena_free(&a);
	return REPLY_DONE;
}

static const struct form_page_ops page = {.begin = begin_form, .submit = save, .row = row_now};

static int exception_form_load(struct view *v, struct store *s, struct err *e)
{
	(void)s;
	return form_page_load(v, &page, e);
}

const struct view_ops view_exception_form = {
	.name = "exception",
	.title = N_("More time for one unit"),
	.state_size = sizeof(struct exception_form),
	.open = exception_form_open,
	.load = exception_form_load,
	FORM_VIEW_OPS,
};
