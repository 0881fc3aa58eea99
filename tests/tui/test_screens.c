/*
 * The screens as a person sees them, compared with golden text: a person, keys from the first
 * screen on, a size. DUBAN_GOLDEN is not needed to run them; `make golden` writes them anew.
 */
#include "tests/tui/screen.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

struct shot {
	char name[32], login[16], keys[64];
	int cols, rows;
};

#define THREE_SIZES(name, login, keys)                                                             \
	{name, login, keys, 80, 24}, {name, login, keys, 60, 20},                                  \
	{                                                                                          \
		name, login, keys, 132, 43                                                         \
	}

static const struct shot shots[] = {
	THREE_SIZES("home", "chen", ""),
	THREE_SIZES("home-menu", "chen", "Enter"),
	{"home-returned", "chen", "Down Down", 80, 24},
	{"home-filter", "chen", "/ 1", 80, 24},
	THREE_SIZES("office", "admin", ""),
	{"office-waiting", "admin", "Tab", 80, 24},
	{"office-unit", "admin", "Enter", 80, 24},
	THREE_SIZES("overview", "zhou", ""),
	THREE_SIZES("plan", "admin", "0 2"),
	{"plan-unit", "chen", "0 2", 80, 24},
	{"plan-find", "admin", "0 8 5", 80, 24},
	{"plan-lamp", "chen", "0 2 Tab", 80, 24},
	{"plan-menu", "admin", "0 2 Enter", 80, 24},
	THREE_SIZES("action", "chen", "Enter 1"),
	THREE_SIZES("action-progress", "chen", "Enter 1 2"),
	THREE_SIZES("action-milestones", "chen", "Enter 1 3"),
	THREE_SIZES("action-evidence", "chen", "Enter 1 4"),
	THREE_SIZES("action-history", "chen", "Enter 1 5"),
	{"action-assign", "admin", "0 2 End Enter 1 Enter", 80, 24},
	THREE_SIZES("report", "chen", "Enter 2"),
	{"report-read", "wei", "End Enter 2", 80, 24},
	{"evidence-action", "chen", "0 5 Tab", 80, 24},
	{"evidence-new", "chen", "0 5 Tab Enter", 60, 20},
	{"milestone-done", "chen", "Enter 1 3 Enter 1", 60, 20},
	{"help-signs", "chen", "F1 2", 80, 24},
	{"milestone-menu", "chen", "Enter 1 3 Enter", 80, 24},
	THREE_SIZES("menu", "chen", "0"),
	{"menu-office", "admin", "0", 80, 24},
	{"menu-posts", "admin", "0 9 2", 80, 24},
	{"menu-leader", "zhou", "0", 80, 24},
};

static void take(const struct shot *shot, const char *language)
{
	struct screen s;

	if (!screen_language(language))
		cr_skip_test("no translation has been built");
	screen_begin(&s, shot->login, shot->cols, shot->rows);
	if (shot->keys[0])
		screen_press(&s, shot->keys);
	screen_golden(&s, shot->name);
	screen_end(&s);
}

ParameterizedTestParameters(screens, english)
{
	return cr_make_param_array(const struct shot, (void *)shots,
				   sizeof shots / sizeof shots[0]);
}
ParameterizedTest(const struct shot *shot, screens, english)
{
	take(shot, "en");
}

ParameterizedTestParameters(screens, chinese)
{
	return cr_make_param_array(const struct shot, (void *)shots,
				   sizeof shots / sizeof shots[0]);
}
ParameterizedTest(const struct shot *shot, screens, chinese)
{
	take(shot, "zh_CN");
}
