/*
 * view_calendar_days.c - the calendar: the holidays and the days worked instead, with the advice to
 * bring in those of a year that are missing. Tab adds days or reads a file; Enter on a day changes
 * it or takes it back.
 */
#include "tui/view/views.h"

#include "core/i18n.h"
#include "db/change.h"
#include "db/cycle/store_policy.h"
#include "exchange/calendar_file.h"
#include "tui/app/session.h"
#include "tui/part/about.h"
#include "tui/part/dialog.h"
#include "tui/part/list_menu.h"
#include "tui/part/list_screen.h"
#include "tui/home/home_lines.h"

#include <limits.h>
#include <stdlib.h>

enum { TAG_MENU = 1, TAG_ADD, TAG_FORM, TAG_PATH, TAG_IMPORT };
enum { ENTRY_CHANGE, ENTRY_DROP };
enum { ADD_DAYS, ADD_FILE };

struct days_view {
	struct list_screen screen;
	struct calendar_day_rows rows;
	struct date chosen; /* which day the menu is about */
	char *path;	    /* of the file that is to be brought in, or NULL … */
	struct arena own;   /* … and the days as they were when this was asked */
	struct calendar_day_rows read;
};

enum { COL_DATE, COL_WEEKDAY, COL_KIND, COL_NAME };

static const struct list_column columns[] = {
	[COL_DATE] = {N_("day"), LIST_TEXT, 10, 10, 0, 0},
	[COL_WEEKDAY] = {"", LIST_TEXT, 0, 4, 0, 1},
	[COL_KIND] = {N_("kind"), LIST_TEXT, 8, 0, 0, 0},
	[COL_NAME] = {N_("name"), LIST_TEXT, 10, 0, 1, 0},
};

static void day_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct calendar_day_row *day = &((const struct days_view *)rows)->rows.at[row];

	switch (column) {
	case COL_DATE:
		cell->text = date_format(day->date, cell->buf);
		break;
	case COL_WEEKDAY:
		cell->text = calendar_weekday_label(day->date);
		cell->rank = date_weekday(day->date);
		break;
	case COL_KIND:
		cell->text = day_kind_label(day->kind);
		break;
	default:
		cell->text = day->name;
	}
}

static int64_t day_id(const void *rows, size_t row)
{
	return date_to_days(((const struct days_view *)rows)->rows.at[row].date);
}

static const struct list_spec day_spec = {
	.columns = columns,
	.ncolumns = sizeof columns / sizeof columns[0],
	.cell = day_cell,
	.id = day_id,
	.empty =
		N_("No day differs from plain weeks yet. Tab brings in the holidays of a year from "
		   "a file, or enters them."),
};

/* The first day from today on is the one that is looked for. */
static size_t first_coming(const struct view *v)
{
	const struct days_view *d = v->state;
	size_t i = 0;

	while (i + 1 < d->rows.n && date_cmp(d->rows.at[i].date, v->context->now.today) < 0)
		i++;
	return i;
}

static const struct list_around around = {.first = first_coming};

static int days_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct days_view *d = v->state;

	(void)args;
	(void)e;
	list_screen_init(&d->screen, &day_spec);
	d->screen.around = &around;
	return 0;
}

static int days_load(struct view *v, struct store *s, struct err *e)
{
	struct days_view *d = v->state;
	struct calendar_day_rows rows;

	if (store_calendar_list(s, &v->arena, &rows, e) < 0)
		return -1;
	const struct calendar c = calendar_of(&rows);
	const char *advice = calendar_advice(&v->arena, &c, v->context->now.today);

	d->rows = rows;
	d->screen.note = *advice ? advice : NULL;
	list_screen_set(&d->screen, v, d, NULL, rows.n);
	return 0;
}

int home_calendar(const struct app_context *c, struct arena *a, const struct scene *sc,
		  struct home_lines *lines, struct err *e)
{
	const char *advice = calendar_advice(a, c->session->rules.calendar, c->now.today);

	(void)e;
	if (sc->plan.id && *advice && session_may(c, ACT_POLICY, 0))
		home_lines_add(a, lines, STYLE_NORMAL, advice, &view_calendar_days,
			       (struct view_args){0});
	return 0;
}

static enum reply open_form(struct app *app, struct date day)
{
	app_push(app, &view_day_form,
		 &(struct view_args){.tag = TAG_FORM,
				     .id = date_is_set(day) ? date_to_days(day) : 0});
	return REPLY_DONE;
}

static enum reply open_add_menu(struct app *app)
{
	const struct menu_entry entries[] = {
		{_("Enter days"), NULL, ADD_DAYS, false},
		{_("Bring in a file: CSV, Excel or ICS"), NULL, ADD_FILE, false},
	};

	menu_open(app, TAG_ADD, _("Calendar"), entries, sizeof entries / sizeof entries[0]);
	return REPLY_DONE;
}

/* A day by its number, as the list has it; version 0: it is like any other. */
static void values_of(const struct calendar_day_rows *rows, struct date day, struct arena *a,
		      struct form_row *to)
{
	*to = (struct form_row){.id = date_to_days(day)};
	for (size_t i = 0; i < rows->n; i++) {
		const struct calendar_day_row *row = &rows->at[i];

		if (date_cmp(row->date, day) != 0)
			continue;
		to->version = row->version;
		form_row_add(a, to, _("kind"), day_kind_label(row->kind));
		form_row_add(a, to, _("name"), row->name);
	}
}

static int read_row(struct view *v, int64_t id, struct arena *a, struct form_row *to, struct err *e)
{
	struct calendar_day_rows rows;

	if (store_calendar_list(v->context->store, a, &rows, e) < 0)
		return -1;
	values_of(&rows, date_from_days((int32_t)id), a, to);
	return 0;
}

static enum reply open_menu(struct days_view *d, struct app *app,
			    const struct calendar_day_row *day)
{
	char list[KEY_LABEL], key[KEY_LABEL], date[DATE_TEXT];
	struct arena a = ARENA_INIT;
	const struct menu_entry entries[] = {
		{_("Change it"), keymap_first_key(app_keymap(app), DO_EDIT, key), ENTRY_CHANGE,
		 false},
		{_("Make it a day like any other of its week"), NULL, ENTRY_DROP, false},
		list_menu_entry(app, list),
	};

	struct form_row seen;

	d->chosen = day->date;
	menu_open(
		app, TAG_MENU,
		arena_printf(&a, "%s %s", date_format(day->date, date), day_kind_label(day->kind)),
		entries, sizeof entries / sizeof entries[0]);
	values_of(&d->rows, day->date, &a, &seen);
	about_set(app, &seen);
	arena_free(&a);
	return REPLY_DONE;
}

static enum reply drop(struct view *v, struct app *app, const struct view_result *answer)
{
	const struct days_view *d = v->state;
	struct calendar_day_row seen = {.version = about_version(answer), .date = d->chosen};
	const struct calendar_day_rows read = {&seen, 1, 1};
	struct actor who = session_actor(v->context);
	struct err e = ERR_INIT;
	unsigned changes = 0;
	char date[DATE_TEXT];

	if (store_calendar_drop(v->context->store, &who, d->chosen, d->chosen, &read, &changes,
				&e) < 0)
		about_refused(app, answer, &e, read_row);
	else
		app_info(app, _("%s is a day like any other of its week again."),
			 date_format(d->chosen, date));
	app_changed(app, changes);
	return REPLY_DONE;
}

static enum reply ask_path(struct app *app, const char *typed, const struct err *refused)
{
	const char *label =
		_("Type or paste the path of the file on this server. A line of a table "
		  "reads: 2026-10-01,2026-10-07,holiday,name");

	if (refused)
		dialog_ask_again(app, TAG_PATH, _("Bring in a file"), label, typed, PATH_MAX,
				 refused);
	else
		dialog_ask(app, TAG_PATH, _("Bring in a file"), label, "", PATH_MAX);
	return REPLY_DONE;
}

static enum reply begin_import(struct view *v, struct app *app)
{
	struct err e = ERR_INIT;

	if (session_files(v->context, "ssh … calendar import - < DAYS", &e) == 0)
		return ask_path(app, NULL, NULL);
	app_error(app, &e);
	return REPLY_DONE;
}

/* Reads it and shows what would come in before it does. */
static enum reply look_at_file(struct view *v, struct app *app, const char *path)
{
	struct days_view *d = v->state;
	struct calendar_day_rows rows;
	char first[DATE_TEXT], last[DATE_TEXT];
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	int nworked = 0;

	arena_free(&d->own);
	if (calendar_file_read(&a, path, &rows, &e) < 0 ||
	    store_calendar_list(v->context->store, &d->own, &d->read, &e) < 0) {
		ask_path(app, path, &e);
		arena_free(&a);
		return REPLY_DONE;
	}
	for (size_t i = 0; i < rows.n; i++)
		nworked += rows.at[i].kind == DAY_WORKED;
	if (path != d->path) {
		free(d->path);
		d->path = xstrdup(path);
	}
	dialog_agree(
		app, TAG_IMPORT, _("Bring in a file"),
		arena_printf(&a,
			     _("From %s to %s: %d days off and %d days worked instead. Days that "
			       "are there already become what the file says; periods that are "
			       "there keep their dates."),
			     date_format(rows.at[0].date, first),
			     date_format(rows.at[rows.n - 1].date, last), (int)rows.n - nworked,
			     nworked),
		_("Bring in"));
	arena_free(&a);
	return REPLY_DONE;
}

static enum reply import(struct view *v, struct app *app)
{
	const struct days_view *d = v->state;
	struct actor who = session_actor(v->context);
	struct calendar_day_rows rows;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	unsigned changes = 0;

	int rc = calendar_file_read(&a, d->path, &rows, &e);
	if (rc == 0) {
		calendar_take_versions(&rows, &d->read);
		rc = store_calendar_put(v->context->store, &who, &rows, &changes, &e);
	}
	if (rc < 0 && e.code == ERR_CONFLICT)
		look_at_file(v, app, d->path);
	if (rc < 0)
		app_error(app, &e);
	else
		app_info(app,
			 Q_("%zu day is in the calendar now.", "%zu days are in the calendar now.",
			    rows.n),
			 rows.n);
	app_changed(app, changes);
	arena_free(&a);
	return REPLY_DONE;
}

static enum reply days_act(struct view *v, struct app *app, enum action a)
{
	struct days_view *d = v->state;
	enum reply reply = list_screen_act(&d->screen, v, app, a);
	int row = list_screen_current(&d->screen);
	struct err e = ERR_INIT;

	if (reply != REPLY_PASS)
		return reply;
	if (a != DO_ADD_ROW && ((a != DO_OPEN && a != DO_EDIT) || row < 0))
		return REPLY_PASS;
	if (session_demand(v->context, ACT_POLICY, 0, &e) < 0) {
		app_error(app, &e);
		return REPLY_DONE;
	}
	if (a == DO_ADD_ROW)
		return open_add_menu(app);
	return a == DO_EDIT ? open_form(app, d->rows.at[row].date)
			    : open_menu(d, app, &d->rows.at[row]);
}

static enum reply days_resume(struct view *v, struct app *app, const struct view_result *r)
{
	struct days_view *d = v->state;
	enum reply own = list_view_resume(v, app, r);

	if (own != REPLY_PASS || !r->ok)
		return own == REPLY_PASS ? REPLY_DONE : own;
	switch (r->tag) {
	case TAG_MENU:
		return r->id == ENTRY_CHANGE ? open_form(app, d->chosen) : drop(v, app, r);
	case TAG_ADD:
		return r->id == ADD_DAYS ? open_form(app, (struct date){0}) : begin_import(v, app);
	case TAG_PATH:
		return look_at_file(v, app, r->text);
	case TAG_IMPORT:
		return import(v, app);
	default:
		return REPLY_RELOAD;
	}
}

static bool days_offer(const struct view *v, enum action a)
{
	const struct days_view *d = v->state;

	if (a == DO_ADD_ROW || a == DO_EDIT || a == DO_OPEN)
		return session_may(v->context, ACT_POLICY, 0) && (a == DO_ADD_ROW || d->rows.n);
	return list_view_offers(v, a);
}

static void days_close(struct view *v)
{
	struct days_view *d = v->state;

	arena_free(&d->own);
	free(d->path);
	list_view_close(v);
}

const struct view_ops view_calendar_days = {
	.name = "calendar-days",
	.title = N_("Holidays and days worked instead"),
	.scope = SCOPE_ROWS,
	.depends = CHANGE_POLICY | CHANGE_OTHERS,
	.state_size = sizeof(struct days_view),
	.open = days_open,
	.load = days_load,
	.draw = list_view_draw,
	.act = days_act,
	.key = list_view_key,
	.point = list_view_point,
	.offers = days_offer,
	.resume = days_resume,
	.close = days_close,
};
