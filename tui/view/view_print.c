/*
 * view_print.c - the task list of a unit before it is printed: a preview made by the same renderer
 * as the paper, and the menu from which it goes to the printer or into a file, wider or narrower,
 * for one plan or all of them.
 */
#include "tui/view/views.h"

#include "core/i18n.h"
#include "db/change.h"
#include "db/store_tasklist.h"
#include "db/store_unit.h"
#include "print/file.h"
#include "print/spool.h"
#include "print/text.h"
#include "tui/part/dialog.h"
#include "tui/part/menu.h"
#include "tui/app/session.h"

#include <stdlib.h>
#include <string.h>

enum { TAG_MENU = 1, TAG_UNIT, TAG_PRINTER, TAG_FILE, TAG_REPLACE };
enum { ENTRY_PRINTER, ENTRY_FILE, ENTRY_WIDTH, ENTRY_PLANS, ENTRY_UNIT };
enum { NARROW = 80, WIDE = 132 };

struct print_view {
	int64_t unit_id;
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
	p->unit_id = session_unit(v->context, args->id);
	p->width = v->context->session->print_width;
	return 0;
}

static void print_close(struct view *v)
{
	free(((struct print_view *)v->state)->file);
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

static int print_load(struct view *v, struct store *s, struct err *e)
{
	struct print_view *p = v->state, now = *p;

	if (!p->unit_id) {
		p->text = "";
		return 0;
	}
	if (render(&now, v, s, e) < 0)
		return -1;
	*p = now;
	return 0;
}

static void print_draw(const struct view *v, struct canvas *c)
{
	const struct print_view *p = v->state;

	if (!p->text || !p->text[0]) {
		canvas_paragraph(
			c, 1, 2, c->cols - 4, c->rows - 1, STYLE_NORMAL,
			p->unit_id ? _("This unit answers for no action here: there is nothing to "
				       "print. Enter opens the menu.")
				   : _("Whose task list? Enter opens the menu, from which a "
				       "unit is chosen."));
		return;
	}
	for (int y = 0; y < c->rows && p->top + y < (int)p->lines.n; y++)
		canvas_text(c, y, -p->left, STYLE_NORMAL, p->lines.at[p->top + y]);
	canvas_more(c, p->top, (int)p->lines.n - p->top - c->rows);
}

static enum reply open_menu(struct view *v, struct app *app)
{
	const struct print_view *p = v->state;
	bool ready = p->text && p->text[0], chooses = !session_unit(v->context, 0);
	const char *printer = v->context->session->printer;
	struct menu_entry entries[] = {
		{_("print"), printer[0] ? printer : _("default printer"), ENTRY_PRINTER, !ready},
		{_("write into a file"), NULL, ENTRY_FILE, !ready},
		{p->width == WIDE ? _("narrow: 80 columns") : _("wide: 132 columns"), NULL,
		 ENTRY_WIDTH, false},
		{p->all_plans ? _("only the actions of this plan")
			      : _("the actions of all open plans"),
		 NULL, ENTRY_PLANS, false},
		{_("another unit"), NULL, ENTRY_UNIT, false},
	};

	menu_open(app, TAG_MENU, _("Print"), entries,
		  sizeof entries / sizeof entries[0] - (chooses ? 0 : 1));
	return REPLY_DONE;
}

static enum reply choose_unit(struct view *v, struct app *app)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct unit_rows units = {0};
	struct dialog_item *items;

	if (store_unit_list(v->context->store, &a, &units, &e) < 0) {
		app_error(app, &e);
	} else {
		items = arena_alloc(&a, (units.n + 1) * sizeof *items);
		for (size_t i = 0; i < units.n; i++)
			items[i] = (struct dialog_item){units.at[i].name, units.at[i].aliases,
							units.at[i].id};
		dialog_choose(app, TAG_UNIT, _("Whose task list?"), items, units.n);
	}
	arena_free(&a);
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
		dialog_ask(app, TAG_FILE, e.text, _("name of the file"), where, 200);
	else if (rc < 0)
		app_error(app, &e);
	else if (file)
		app_info(app, _("The task list is in %s."), where);
	else
		app_info(app, "%s", _("The printer has the task list."));
	return REPLY_DONE;
}

/* Nothing is replaced unasked. */
static enum reply write_file(struct view *v, struct app *app, const char *where)
{
	struct print_view *p = v->state;
	char at[TIME_TEXT];
	int64_t since;

	if (!print_file_exists(where, &since))
		return deliver(v, app, where, true);
	free(p->file);
	p->file = xstrdup(where);
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
		dialog_ask(app, TAG_FILE, _("Write into a file"), _("name of the file"), name, 200);
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
		return choose_unit(v, app);
	}
}

static enum reply print_resume(struct view *v, struct app *app, const struct view_result *r)
{
	struct print_view *p = v->state;

	if (r->tag == TAG_REPLACE && !r->ok && p->file)
		dialog_ask(app, TAG_FILE, _("Write into a file"), _("name of the file"), p->file,
			   200);
	if (!r->ok)
		return REPLY_DONE;
	switch (r->tag) {
	case TAG_MENU:
		return do_entry(v, app, r->id);
	case TAG_UNIT:
		p->unit_id = r->id;
		p->top = 0;
		return REPLY_RELOAD;
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

static enum reply print_act(struct view *v, struct app *app, enum action a)
{
	switch (a) {
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
	.resume = print_resume,
	.close = print_close,
};
