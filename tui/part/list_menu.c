/*
 * What can be done with a list as a whole, as numbered menus: everything that a letter does can be
 * chosen here too. What comes back from the menus arrives in resume() of the screen, which hands it
 * on to list_screen_resume().
 */
#include "tui/part/list_menu.h"

#include "core/i18n.h"
#include "tui/part/list_saved.h"

enum { ENTRY_FIND = -1, ENTRY_SORT = -2, ENTRY_VIEWS = -3, ENTRY_ALL = -4 };
enum { MOST_NARROWINGS = 8 };

struct menu_entry list_menu_entry(const struct app *app, char *key)
{
	return (struct menu_entry){
		.text = _("This list: find, sort, show all …"),
		.note = keymap_first_key(app_keymap(app), DO_LIST_MENU, key),
		.id = LIST_MENU_ENTRY,
	};
}

static struct menu_entry entry_of(const struct app *app, const char *text, int64_t id,
				  enum action act, char *key)
{
	return (struct menu_entry){
		.text = text, .note = keymap_first_key(app_keymap(app), act, key), .id = id};
}

enum reply list_menu_open(const struct list_screen *p, const struct view *v, struct app *app)
{
	const struct list_narrowing *narrowing = p->around ? p->around->narrowing : NULL;
	struct menu_entry entries[MOST_NARROWINGS + 4];
	char keys[MOST_NARROWINGS + 4][KEY_LABEL];
	size_t n = 0;

	entries[n] = entry_of(app, _("Find by words"), ENTRY_FIND, DO_FILTER, keys[n]);
	n++;
	entries[n] = entry_of(app, _("Sort by a column …"), ENTRY_SORT, DO_SORT, keys[n]);
	n++;
	for (size_t i = 0; narrowing && i < narrowing->nentries && i < MOST_NARROWINGS; i++, n++)
		entries[n] = entry_of(app, _(narrowing->entries[i].text), (int64_t)i,
				      narrowing->entries[i].act, keys[n]);
	if (list_saved_can(v))
		entries[n++] = (struct menu_entry){
			.text = _("Saved views …"), .note = p->name, .id = ENTRY_VIEWS};
	if (list_screen_is_narrowed(p, v)) {
		entries[n] = entry_of(app, _("Show all again"), ENTRY_ALL, DO_BACK, keys[n]);
		n++;
	}
	menu_open(app, LIST_TAG_MENU, _("This list"), entries, n);
	return REPLY_DONE;
}

static const char *arrow_of(const struct list_screen *p, size_t column)
{
	if (p->list.sorted != column + 1)
		return NULL;
	return p->list.reversed ? _("from the last on") : _("from the first on");
}

enum reply list_menu_sort(const struct list_screen *p, struct app *app)
{
	struct menu_entry entries[COLUMNS_MAX + 1];
	size_t n = 0, ncolumns = p->columns.spec.ncolumns;

	for (size_t i = 0; i < ncolumns; i++) {
		const char *title = list_title(&p->spec->columns[i]);

		if (*title && !columns_is_hidden(&p->columns, i))
			entries[n++] = (struct menu_entry){
				.text = title, .note = arrow_of(p, i), .id = (int64_t)i};
	}
	entries[n++] = (struct menu_entry){.text = _("as it was at first"),
					   .id = (int64_t)p->spec->ncolumns};
	menu_open(app, LIST_TAG_SORT, _("Sort by"), entries, n);
	return REPLY_DONE;
}

void list_menu_sort_by(struct list_screen *p, const struct view *v, size_t column)
{
	bool again = p->list.sorted == column + 1;

	list_screen_sort(p, v, column, again && !p->list.reversed);
}

enum reply list_menu_reverse(struct list_screen *p, const struct view *v)
{
	if (p->list.sorted)
		list_menu_sort_by(p, v, p->list.sorted - 1);
	return REPLY_DONE;
}

static enum reply chosen(struct list_screen *p, struct view *v, struct app *app, int64_t id)
{
	switch (id) {
	case ENTRY_FIND:
		filter_act(&p->filter, DO_FILTER);
		return REPLY_DONE;
	case ENTRY_SORT:
		return list_menu_sort(p, app);
	case ENTRY_VIEWS:
		return list_saved_menu(p, v, app);
	case ENTRY_ALL:
		list_screen_show_all(p, v);
		return REPLY_DONE;
	default:
		return p->around->narrowing->entries[id].open(v, app);
	}
}

enum reply list_screen_resume(struct list_screen *p, struct view *v, struct app *app,
			      const struct view_result *r)
{
	if (r->ok && r->id == LIST_MENU_ENTRY)
		return list_menu_open(p, v, app);
	if (r->tag < LIST_TAG_MENU || r->tag >= LIST_TAG_END)
		return REPLY_PASS;
	if (!r->ok)
		return REPLY_DONE;
	switch (r->tag) {
	case LIST_TAG_MENU:
		return chosen(p, v, app, r->id);
	case LIST_TAG_SORT:
		list_menu_sort_by(p, v, (size_t)r->id);
		return REPLY_DONE;
	default:
		return list_saved_resume(p, v, app, r);
	}
}
