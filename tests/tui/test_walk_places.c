/* The main menu, the menus behind it and the menu of an action show each post what the table of
 * rights says, and nothing that is in no row. */
#include "tests/support/menu_rights.h"
#include "tests/tui/screen.h"
#include "tests/tui/walk_district.h"
#include "tui/part/menu.h"
#include "tui/view/places.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <string.h>

static struct screen s;

static bool is_expected(const struct menu_right *m)
{
	const struct actor who = session_actor(&s.context);

	return menu_right_shown(m, &who, session_unit(&s.context, 0),
				district_unit(&s.d, "区民政局"));
}

static const struct menu_right *row_of(const struct place *p)
{
	for (int i = 0; i < menu_rights_count; i++)
		if (strcmp(menu_rights[i].name, p->name) == 0)
			return &menu_rights[i];
	return NULL;
}

static void check_places(const char *login)
{
	struct place_scene scene;

	cr_assert_eq(places_scene(&s.context, &s.d.a, &scene, &s.d.e), 0, "%s", s.d.e.text);
	for (size_t i = 0; i < nplaces; i++) {
		const struct place *p = &places[i];
		const struct menu_right *m = row_of(p);

		if (p->in == PLACES_NAMED)
			continue;
		cr_assert(m, "%s has no row in menu_rights.c", p->name);
		cr_expect(!p->label || strcmp(m->text, p->label) == 0, "%s", p->name);
		cr_expect(m->why || place_shown(&scene, p) == is_expected(m), "%s for %s", p->name,
			  login);
	}
}

static bool is_in(const struct menu_list *list, const char *text)
{
	for (size_t i = 0; list && i < list->n; i++)
		if (strcmp(list->entries[i].text, text) == 0)
			return true;
	return false;
}

static void check_action(const char *login)
{
	const struct menu_list *list;

	screen_open(&s, &view_plan, (struct view_args){0});
	screen_press(&s, "Enter");
	list = menu_shown(app_top(s.app));
	/* Who carries nothing out reads the action first. */
	if (!list)
		screen_press(&s, "Enter");
	list = menu_shown(app_top(s.app));
	for (int i = 0; i < menu_rights_count; i++)
		if (menu_rights[i].menu == 'a' && !menu_rights[i].why)
			cr_expect_eq(is_in(list, menu_rights[i].text), is_expected(&menu_rights[i]),
				     "%s for %s", menu_rights[i].text, login);
}

Test(walk, places)
{
	static const char *const logins[] = {"chen", "gu", "admin", "zhou", "yan", "si"};

	screen_language("en");
	screen_begin(&s, "admin", 100, 40);
	for (size_t i = 0; i < sizeof logins / sizeof logins[0]; i++) {
		screen_leave(&s);
		screen_sit(&s, logins[i], 100, 40);
		check_places(logins[i]);
		check_action(logins[i]);
	}
	screen_end(&s);
}
