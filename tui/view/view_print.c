/*
 * view_print.c - the task list of a unit before it is printed: a preview made by the same renderer
 * as the paper, and the menu from which it goes to the printer or into a file, wider or narrower,
 * for one plan or all of them. Who has no unit of their own chooses one from a list first, and
 * comes back to it.
 */
#include "tui/view/views.h"

#include "core/i18n.h"
#include "db/change.h"
#include "db/store_task.h"
#include "db/store_tasklist.h"
#include "db/store_unit.h"
#include "print/file.h"
#include "print/spool.h"
#include "print/text.h"
#include "tui/import/folder.h"
#include "tui/part/dialog.h"
#include "tui/part/list_screen.h"
#include "tui/part/menu.h"
#include "tui/app/session.h"
#include "tui/view/office_rows.h"

#include <stdlib.h>
#include <string.h>

enum { TAG_MENU = 1, TAG_PRINTER, TAG_FILE, TAG_REPLACE };
enum { ENTRY_PRINTER, ENTRY_FILE, ENTRY_WIDTH, ENTRY_PLANS, ENTRY_UNIT };
enum { NARROW = 80, WIDE = 132 };

struct print_view {
	struct list_screen units; /* to choose from while there is no unit */
	struct standing_rows standings;
	int64_t unit_id; /* 0: still to be chosen */
	bool chooses;	 /* left with Esc, the preview goes back to the list */
	bool all_plans;
	int width;
	struct unit_row unit;
	const char *text;	 /* in the arena; "" when there is nothing to print */
	VEC(const char *) lines; /* of it, without line ends and form feeds */
	int top, left;
	char *file; /* that is there already, while one is asked about it */
};

static int print_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct print_view *p = v->state;

	(void)e;
	list_screen_init(&p->units, &office_unit_spec);
	p->unit_id = session_unit(v->context, args->id);
	p->chooses = !p->unit_id;
	p->width = v->context->session->print_width;
	v->scope = p->unit_id ? SCOPE_PRINT : SCOPE_LIST;
	return 0;
}

static void print_close(struct view *v)
{
	struct print_view *p = v->state;

	free(p->file);
	list_screen_free(&p->units);
}

static void split_lines(struct print_view *p, struct arena *a)
{
	char *copy = arena_strdup(a, p->text), *line, *rest = copy;

	p->lines.at = NULL;
	p->lines.n = p->lines.cap = 0;
	while ((line = strsep(&rest, "\n"))) {
		while (*line == '\f')
			line++;
		*vec_push(a, &p->lines) = line;
	}
}

static int render(struct print_view *p, struct view *v, struct store *s, struct err *e)
{
	struct actor who = session_actor(v->context);
	const struct session *session = v->context->session;
	struct text_options o = {p->width, session->print_page_lines, false};
	struct strbuf out = STRBUF_INIT;
	struct document d = {0};
	int nitems;

	if (store_unit_get(s, &v->arena, p->unit_id, &p->unit, e) < 0 ||
	    store_tasklist(s, &v->arena, &who, p->unit_id, p->all_plans ? 0 : session->plan_id,
			   &session->rules, &d, &nitems, e) < 0)
		return -1;
	if (nitems)
		text_render(&out, &d, &o);
	p->text = nitems ? arena_strdup(&v->arena, out.s) : "";
	strbuf_free(&out);
	split_lines(p, &v->arena);
	view_set_title(v, arena_printf(&v->arena, _("Task list of %s"), p->unit.name));
	return 0;
}

/* Those that have anything to do in the plan one works in. */
static int load_units(struct print_view *p, struct view *v, struct store *s, struct err *e)
{
	struct actor who = session_actor(v->context);
	const struct session *session = v->context->session;
	struct standing_rows rows = {0};

	if (session->plan_id &&
	    store_standing_list(s, &v->arena, &who, session->plan_id, &session->rules,
				v->context->now.today, &rows, e) < 0)
		return -1;
	p->standings = rows;
	list_screen_set(&p->units, v, &p->standings, office_find_units(&v->arena, &p->standings),
			rows.n);
	return 0;
}

/* The list that the preview goes back to is loaded with it: what it remembers of its rows lies in
 * the arena. */
static int print_load(struct view *v, struct store *s, struct err *e)
{
	struct print_view *p = v->state, now = *p;

	if (p->unit_id && render(&now, v, s, e) < 0)
		return -1;
	if ((!p->unit_id || p->chooses) && load_units(p, v, s, e) < 0)
		return -1;
	if (!p->unit_id)
		view_set_title(v, _("Whose task list?"));
	p->text = p->unit_id ? now.text : "";
	p->lines = now.lines;
	p->unit = now.unit;
	return 0;
}

static void print_draw(const struct view *v, struct canvas *c)
{
	const struct print_view *p = v->state;

	if (!p->unit_id) {
		list_view_draw(v, c);
		return;
	}
	if (!p->text || !p->text[0]) {
		canvas_paragraph(c, 1, 2, c->cols - 4, c->rows - 1, STYLE_NORMAL,
				 _("This unit answers for no action here: there is nothing to "
				   "print. Enter opens the menu."));
		return;
	}
	for (int y = 0; y < c->rows && p->top + y < (int)p->lines.n; y++)
		canvas_text(c, y, -p->left, STYLE_NORMAL, p->lines.at[p->top + y]);
	canvas_more(c, p->top, (int)p->lines.n - p->top - c->rows);
}

static enum reply open_menu(struct view *v, struct app *app)
{
	const struct print_view *p = v->state;
	bool ready = p->text && p->text[0];
	const char *printer = v->context->session->printer;
	struct menu_entry entries[] = {
		{_("print"), printer[0] ? printer : _("default printer"), ENTRY_PRINTER, false},
		{_("write into a file"), NULL, ENTRY_FILE, false},
		{p->width == WIDE ? _("narrow: 80 columns") : _("wide: 132 columns"), NULL,
		 ENTRY_WIDTH, false},
		{p->all_plans ? _("only the actions of this plan")
			      : _("the actions of all open plans"),
		 NULL, ENTRY_PLANS, false},
		{_("another unit"), NULL, ENTRY_UNIT, false},
	};

	for (size_t i = 0; !ready && i <= ENTRY_FILE; i++) {
		entries[i].off = true;
		entries[i].note = _("nothing to print");
	}
	menu_open(app, TAG_MENU, _("Print"), entries,
		  sizeof entries / sizeof entries[0] - (session_unit(v->context, 0) ? 1 : 0));
	return REPLY_DONE;
}

static enum reply show_unit(struct view *v, int64_t unit_id)
{
	struct print_view *p = v->state;

	p->unit_id = unit_id;
	p->top = p->left = 0;
	v->scope = unit_id ? SCOPE_PRINT : SCOPE_LIST;
	if (!unit_id)
		p->chooses = true;
	return REPLY_RELOAD;
}

/* `refused`: why the last answer would not do, or NULL. */
static enum reply ask_file(struct app *app, const char *name, const struct err *refused)
{
	char *folder = folder_current();
	char *label = xasprintf(_("name of the file; without a folder it goes to %s"), folder);

	if (refused)
		dialog_ask_again(app, TAG_FILE, _("Write into a file"), label, name, 200, refused);
	else
		dialog_ask(app, TAG_FILE, _("Write into a file"), label, name, 200);
	free(label);
	free(folder);
	return REPLY_DONE;
}

/* Hands the text on: to the printer named, or into the file named. */
static enum reply deliver(struct view *v, struct app *app, const char *where, bool file)
{
	const struct print_view *p = v->state;
	struct err e = ERR_INIT;
	size_t nbytes = strlen(p->text);
	int rc = file ? print_write_file(where, p->text, nbytes, &e)
		      : spool_print(where, v->title, p->text, nbytes, &e);

	if (rc < 0 && file)
		ask_file(app, where, &e);
	else if (rc < 0)
		app_error(app, &e);
	else if (file)
		app_info(app, _("The task list is in %s."), where);
	else
		app_info(app, "%s", _("The printer has the task list."));
	return REPLY_DONE;
}

/* Nothing is replaced unasked. */
static enum reply write_file(struct view *v, struct app *app, const char *typed)
{
	struct print_view *p = v->state;
	char *folder = folder_current(), *where = folder_path(folder, typed);
	char at[TIME_TEXT];
	int64_t since;

	free(folder);
	free(p->file);
	p->file = where;
	if (!print_file_exists(where, &since))
		return deliver(v, app, where, true);
	char *text = xasprintf(_("There is a file %s already, since %s. What is in it is gone "
				 "when it is replaced."),
			       where, time_format_local(since, at));
	dialog_confirm(app, TAG_REPLACE, _("Write into a file"), text, _("Replace it"),
		       _("Another name"));
	free(text);
	return REPLY_DONE;
}

static enum reply do_entry(struct view *v, struct app *app, int64_t entry)
{
	struct print_view *p = v->state;
	char *name;

	switch (entry) {
	case ENTRY_PRINTER:
		dialog_ask_optional(app, TAG_PRINTER, _("Print"),
				    _("printer; empty: the default one"),
				    v->context->session->printer, 60);
		return REPLY_DONE;
	case ENTRY_FILE:
		name = xasprintf("%s.txt", p->unit.name);
		ask_file(app, name, NULL);
		free(name);
		return REPLY_DONE;
	case ENTRY_WIDTH:
		p->width = p->width == WIDE ? NARROW : WIDE;
		p->left = 0;
		return REPLY_RELOAD;
	case ENTRY_PLANS:
		p->all_plans = !p->all_plans;
		p->top = 0;
		return REPLY_RELOAD;
	default:
		return show_unit(v, 0);
	}
}

static enum reply print_resume(struct view *v, struct app *app, const struct view_result *r)
{
	struct print_view *p = v->state;
	enum reply own = list_screen_resume(&p->units, v, app, r);

	if (own != REPLY_PASS)
		return own;
	if (r->tag == TAG_REPLACE && !r->ok && p->file)
		return ask_file(app, p->file, NULL);
	if (!r->ok)
		return REPLY_DONE;
	switch (r->tag) {
	case TAG_MENU:
		return do_entry(v, app, r->id);
	case TAG_PRINTER:
		return deliver(v, app, r->text, false);
	case TAG_FILE:
		return write_file(v, app, r->text);
	case TAG_REPLACE:
		return deliver(v, app, p->file, true);
	default:
		return REPLY_PASS;
	}
}

static enum reply scroll(struct view *v, int down, int right)
{
	struct print_view *p = v->state;
	int last = (int)p->lines.n - v->rows, widest = p->width - v->cols;

	p->top += down;
	p->left += right;
	p->top = p->top > last ? last : p->top;
	p->top = p->top < 0 ? 0 : p->top;
	p->left = p->left > widest ? widest : p->left;
	p->left = p->left < 0 ? 0 : p->left;
	return REPLY_DONE;
}

static enum reply units_act(struct view *v, struct app *app, enum action a)
{
	struct print_view *p = v->state;
	enum reply reply = list_screen_act(&p->units, v, app, a);
	int i = list_screen_current(&p->units);

	if (reply != REPLY_PASS || (a != DO_OPEN && a != DO_PRINT) || i < 0)
		return reply;
	return show_unit(v, p->standings.at[i].unit_id);
}

static enum reply print_act(struct view *v, struct app *app, enum action a)
{
	struct print_view *p = v->state;

	if (!p->unit_id)
		return units_act(v, app, a);
	switch (a) {
	case DO_BACK:
		return p->chooses ? show_unit(v, 0) : REPLY_PASS;
	case DO_PRINT_MENU:
		return open_menu(v, app);
	case DO_UP:
		return scroll(v, -1, 0);
	case DO_DOWN:
		return scroll(v, 1, 0);
	case DO_PAGE_UP:
		return scroll(v, 1 - v->rows, 0);
	case DO_PAGE_DOWN:
		return scroll(v, v->rows - 1, 0);
	case DO_FIRST:
		return scroll(v, -1000000, 0);
	case DO_LAST:
		return scroll(v, 1000000, 0);
	case DO_LEFT:
		return scroll(v, 0, -8);
	case DO_RIGHT:
		return scroll(v, 0, 8);
	default:
		return REPLY_PASS;
	}
}

static enum reply print_key(struct view *v, struct app *app, const struct key *k)
{
	struct print_view *p = v->state;

	(void)app;
	return p->unit_id ? REPLY_PASS : list_screen_key(&p->units, v, k);
}

static enum reply print_point(struct view *v, struct app *app, const struct point *at)
{
	struct print_view *p = v->state;

	return p->unit_id ? REPLY_PASS : list_screen_point(&p->units, v, app, at);
}

static bool print_offers(const struct view *v, enum action a)
{
	const struct print_view *p = v->state;

	return p->unit_id || a == DO_PRINT || list_screen_offers(&p->units, a);
}

const struct view_ops view_print = {
	.name = "print",
	.title = N_("Print a task list"),
	.scope = SCOPE_PRINT,
	.depends = CHANGE_ANY & ~(unsigned)(CHANGE_PERSON | CHANGE_DRAFT),
	.state_size = sizeof(struct print_view),
	.open = print_open,
	.load = print_load,
	.draw = print_draw,
	.act = print_act,
	.key = print_key,
	.point = print_point,
	.resume = print_resume,
	.offers = print_offers,
	.close = print_close,
};
