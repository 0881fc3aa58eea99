/*
 * Saved views. What is kept names columns by the title that they have in the program, not by their
 * place, so that a view holds when a column is added; words, order and narrowing stand in a line
 * each.
 */
#include "tui/part/list_saved.h"

#include "core/i18n.h"
#include "core/mem.h"
#include "db/people/store_setting.h"
#include "tui/app/session.h"
#include "tui/part/dialog.h"
#include "tui/part/menu.h"

#include <stdlib.h>
#include <string.h>

enum { ENTRY_SAVE = -1, ENTRY_FORGET = -2, NAME_CHARS = 20 };

bool list_saved_can(const struct view *v)
{
	return v->context->store && v->context->session;
}

static const struct list_narrowing *narrowing_of(const struct list_screen *p)
{
	return p->around ? p->around->narrowing : NULL;
}

char *list_saved_write(const struct list_screen *p, const struct view *v)
{
	const struct list_narrowing *narrowing = narrowing_of(p);
	const char *words = filter_text(&p->filter);
	struct strbuf b = STRBUF_INIT;

	if (*words)
		strbuf_printf(&b, "find=%s\n", words);
	if (p->list.sorted)
		strbuf_printf(&b, "sort=%s%s\n", p->list.reversed ? "-" : "+",
			      p->spec->columns[p->list.sorted - 1].title);
	if (narrowing && narrowing->is_set(v)) {
		strbuf_puts(&b, "narrow=");
		narrowing->write(v, &b);
		strbuf_putc(&b, '\n');
	}
	return strbuf_detach(&b);
}

static void read_sort(struct list_screen *p, const struct view *v, const char *text)
{
	size_t column = 0;

	while (column < p->spec->ncolumns && strcmp(p->spec->columns[column].title, text + 1) != 0)
		column++;
	list_screen_sort(p, v, column, *text == '-');
}

static void read_line(struct list_screen *p, struct view *v, const char *line)
{
	const struct list_narrowing *narrowing = narrowing_of(p);

	if (!strncmp(line, "find=", 5))
		edit_set(&p->filter.line, line + 5);
	else if (!strncmp(line, "sort=", 5) && line[5])
		read_sort(p, v, line + 5);
	else if (!strncmp(line, "narrow=", 7) && narrowing)
		narrowing->read(v, line + 7);
}

void list_saved_read(struct list_screen *p, struct view *v, const char *text)
{
	char *copy = xstrdup(text), *rest = copy, *line;

	list_screen_show_all(p, v);
	list_screen_sort(p, v, p->spec->ncolumns, false);
	while ((line = strsep(&rest, "\n")))
		read_line(p, v, line);
	list_screen_apply(p, v);
	free(copy);
}

static void set_name(struct list_screen *p, const char *name, const char *text)
{
	char *new_name = name ? xstrdup(name) : NULL, *new_text = text ? xstrdup(text) : NULL;

	free(p->name);
	free(p->saved);
	p->name = new_name;
	p->saved = new_text;
}

void list_saved_check(struct list_screen *p, const struct view *v)
{
	if (!p->name)
		return;
	char *now = list_saved_write(p, v);

	if (strcmp(now, p->saved) != 0)
		set_name(p, NULL, NULL);
	free(now);
}

/* The kind of the settings, in the arena. */
static const char *kind_of(const struct list_screen *p, const struct view *v, struct arena *a)
{
	const char *name = p->around && p->around->name ? p->around->name : v->ops->name;

	return arena_printf(a, "view:%s", name);
}

static int read_views(const struct list_screen *p, const struct view *v, struct arena *a,
		      struct settings *views, struct err *e)
{
	struct actor who = session_actor(v->context);

	return store_setting_list(v->context->store, a, &who, kind_of(p, v, a), false, views, e);
}

/* The menu of names; with `more` also what else can be done. */
static enum reply open_names(const struct list_screen *p, const struct view *v, struct app *app,
			     int tag, bool more)
{
	struct arena a = ARENA_INIT;
	struct settings views = {0};
	struct err e = ERR_INIT;

	if (read_views(p, v, &a, &views, &e) < 0) {
		app_error(app, &e);
		arena_free(&a);
		return REPLY_DONE;
	}
	struct menu_entry *entries = arena_alloc(&a, (views.rows.n + 2) * sizeof *entries);
	char *now = list_saved_write(p, v);
	size_t n = 0;

	for (size_t i = 0; i < views.rows.n; i++)
		entries[n++] = (struct menu_entry){.text = views.rows.at[i].name, .id = (int64_t)i};
	if (more)
		entries[n++] = (struct menu_entry){
			.text = _("Save what is shown now …"),
			.note = *now ? NULL : _("nothing is looked for, sorted or narrowed"),
			.id = ENTRY_SAVE,
			.off = !*now};
	if (more && views.rows.n)
		entries[n++] = (struct menu_entry){.text = _("Forget one …"), .id = ENTRY_FORGET};
	menu_open(app, tag, more ? _("Saved views") : _("Which view to forget"), entries, n);
	free(now);
	arena_free(&a);
	return REPLY_DONE;
}

enum reply list_saved_menu(const struct list_screen *p, const struct view *v, struct app *app)
{
	return open_names(p, v, app, LIST_TAG_VIEWS, true);
}

static void use(struct list_screen *p, struct view *v, struct app *app, const char *name)
{
	struct actor who = session_actor(v->context);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	const char *value = NULL;

	if (store_setting_get(v->context->store, &a, &who, kind_of(p, v, &a), name, &value, &e) <
	    0) {
		app_error(app, &e);
	} else if (value) {
		list_saved_read(p, v, value);
		char *now = list_saved_write(p, v);
		set_name(p, name, now);
		free(now);
	}
	arena_free(&a);
}

static void save(struct list_screen *p, const struct view *v, struct app *app, const char *name)
{
	struct actor who = session_actor(v->context);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	char *now = list_saved_write(p, v);

	if (store_setting_put(v->context->store, &who, kind_of(p, v, &a), name, now, &e) < 0) {
		app_error(app, &e);
	} else {
		set_name(p, name, now);
		p->filter.typing = false;
		app_info(app, _("The view \"%s\" is saved: this list, saved views."), name);
	}
	free(now);
	arena_free(&a);
}

static void forget(struct list_screen *p, const struct view *v, struct app *app, const char *name)
{
	struct actor who = session_actor(v->context);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;

	if (store_setting_drop(v->context->store, &who, kind_of(p, v, &a), name, &e) < 0) {
		app_error(app, &e);
	} else {
		if (p->name && !strcmp(p->name, name))
			set_name(p, NULL, NULL);
		app_info(app, _("The view \"%s\" is forgotten."), name);
	}
	arena_free(&a);
}

enum reply list_saved_resume(struct list_screen *p, struct view *v, struct app *app,
			     const struct view_result *r)
{
	if (r->tag == LIST_TAG_SAVE)
		save(p, v, app, r->text);
	else if (r->tag == LIST_TAG_FORGET)
		forget(p, v, app, r->text);
	else if (r->id == ENTRY_SAVE)
		dialog_ask(app, LIST_TAG_SAVE, _("Save this view"), _("name"),
			   p->name ? p->name : "", NAME_CHARS);
	else if (r->id == ENTRY_FORGET)
		return open_names(p, v, app, LIST_TAG_FORGET, false);
	else
		use(p, v, app, r->text);
	return REPLY_DONE;
}
