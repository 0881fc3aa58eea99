/*
 * view_day_form.c - days of the calendar as a form: a run of days and what they are, or one day
 * that is there already and becomes another kind or gets another name.
 */
#include "tui/view/views.h"

#include "core/rule/calendar_text.h"
#include "core/i18n.h"
#include "core/text/utf8.h"
#include "db/cycle/store_policy.h"
#include "tui/app/session.h"
#include "tui/part/form_page.h"

#include <string.h>

struct day_form {
	struct form_page page;
	struct date day;	       /* the one that is changed; none: new ones */
	struct calendar_day_rows read; /* the calendar as it was, in page.own */
	struct form_choice kinds[DAY_KIND_COUNT];
};

static int day_form_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct day_form *d = v->state;

	if (args->id)
		d->day = date_from_days((int32_t)args->id);
	return session_demand(v->context, ACT_POLICY, 0, e);
}

/* The values of the day that is changed; none when it is like any other by now. */
static void values_of(const struct day_form *d, const struct calendar_day_rows *rows,
		      struct arena *a, struct form_row *to)
{
	*to = (struct form_row){.id = date_to_days(d->day)};
	for (size_t i = 0; i < rows->n; i++) {
		if (date_cmp(rows->at[i].date, d->day) != 0)
			continue;
		to->version = rows->at[i].version;
		form_row_add(a, to, "kind", day_kind_word(rows->at[i].kind));
		form_row_add(a, to, "name", rows->at[i].name);
	}
	if (!to->version)
		to->shut = _("it is a day like any other of its week by now");
}

static int row_now(struct view *v, struct arena *a, struct form_row *to, struct err *e)
{
	struct calendar_day_rows rows;

	if (store_calendar_list(v->context->store, a, &rows, e) < 0)
		return -1;
	values_of(v->state, &rows, a, to);
	return 0;
}

static int fill(struct view *v, struct err *e)
{
	struct day_form *d = v->state;
	struct arena *own = &d->page.own;
	struct form_row row;
	char date[DATE_TEXT];

	if (store_calendar_list(v->context->store, own, &d->read, e) < 0)
		return -1;
	if (!date_is_set(d->day))
		return 0;
	values_of(d, &d->read, own, &row);
	form_page_fill(&d->page, &row);
	form_set(d->page.form, "date", date_format(d->day, date));
	return 0;
}

static int begin_form(struct view *v, struct err *e)
{
	struct day_form *d = v->state;
	bool new = !date_is_set(d->day);

	for (int i = 0; i < DAY_KIND_COUNT; i++)
		d->kinds[i] = (struct form_choice){day_kind_word((enum day_kind)i),
						   day_kind_label((enum day_kind)i)};
	const struct form_field fields[] = {
		{.name = "date",
		 .label = _("day"),
		 .kind = new ? FIELD_DATE : FIELD_SHOW,
		 .today = v->context->now.today,
		 .way = DATE_COMING,
		 .required = new,
		 .after = new ? _("like 10-01; PgUp and PgDn move it by a day") : NULL,
		 .help = _("The first day, or the only one.")},
		{.name = "last",
		 .label = _("last day"),
		 .kind = FIELD_DATE,
		 .today = v->context->now.today,
		 .way = DATE_COMING,
		 .after = _("left empty: that one day"),
		 .help = _("The last day of several that follow each other.")},
		{.name = "kind",
		 .label = _("kind"),
		 .kind = FIELD_CHOICE,
		 .choices = d->kinds,
		 .nchoices = DAY_KIND_COUNT,
		 .help = _("A holiday is a day off whatever its week says; a day worked instead is "
			   "a Saturday or Sunday that is worked.")},
		{.name = "name",
		 .label = _("name"),
		 .kind = FIELD_TEXT,
		 .cols = 24,
		 .max_chars = 40,
		 .help = _("What the holiday is called.")},
	};

	form_page_begin(
		&d->page, fields, sizeof fields / sizeof fields[0], new ? _("Add") : _("Save"),
		xasprintf("calendar-day:%lld", new ? 0LL : (long long)date_to_days(d->day)));
	form_set(d->page.form, "kind", day_kind_word(DAY_HOLIDAY));
	return fill(v, e);
}

static int read_form(const struct view *v, struct arena *a, struct calendar_day_rows *rows,
		     struct err *e)
{
	const struct day_form *d = v->state;
	const struct form *f = d->page.form;
	const char *typed = form_get(f, "name"), *last_typed = form_get(f, "last");
	const char *name = utf8_clean_line(a, typed, strlen(typed), e);
	struct date first = d->day, last;
	enum day_kind kind = DAY_HOLIDAY;

	if (!name || (!date_is_set(first) && date_read(form_get(f, "date"), "date", &first, e) < 0))
		return -1;
	last = first;
	if (*last_typed && date_read(last_typed, "last", &last, e) < 0)
		return -1;
	day_kind_parse(form_get(f, "kind"), &kind);
	if (calendar_add_run(a, first, last, kind, name, rows, e) < 0)
		return -1;
	calendar_take_versions(rows, &d->read);
	for (size_t i = 0; i < rows->n; i++)
		if (date_cmp(rows->at[i].date, d->day) == 0)
			rows->at[i].version = form_page_row(&d->page)->version;
	return 0;
}

/* A run of days is no row: it is said which of them is another by now, and sent again it counts. */
static void refused(struct view *v, struct app *app, const struct err *e)
{
	struct day_form *d = v->state;
	struct err again = ERR_INIT;

	if (e->code == ERR_CONFLICT)
		store_calendar_list(v->context->store, &d->page.own, &d->read, &again);
	if (date_is_set(d->day))
		form_page_refused(&d->page, v, app, e);
	else
		form_page_error(&d->page, v, e);
}

static enum reply save(struct view *v, struct app *app)
{
	struct day_form *d = v->state;
	struct actor who = session_actor(v->context);
	struct calendar_day_rows rows = {0};
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	unsigned changes = 0;

	if (read_form(v, &a, &rows, &e) < 0 ||
	    store_calendar_put(v->context->store, &who, &rows, &changes, &e) < 0)
		refused(v, app, &e);
	else
		form_page_done(&d->page, v, app, changes,
			       arena_printf(&a,
					    Q_("%zu day is in the calendar now.",
					       "%zu days are in the calendar now.", rows.n),
					    rows.n));
	arena_free(&a);
	return REPLY_DONE;
}

static const struct form_page_ops page = {.begin = begin_form, .submit = save, .row = row_now};

static int day_form_load(struct view *v, struct store *s, struct err *e)
{
	(void)s;
	return form_page_load(v, &page, e);
}

const struct view_ops view_day_form = {
	.name = "calendar-day",
	.title = N_("Days of the calendar"),
	.state_size = sizeof(struct day_form),
	.open = day_form_open,
	.load = day_form_load,
	FORM_VIEW_OPS,
};
