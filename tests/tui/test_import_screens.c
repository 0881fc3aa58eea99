/* The screens of the import as the office sees them, compared with golden text: a document, or the
 * new edition of one that is stored, keys from its review on, a size. */
#include "tests/tui/screen.h"
#include "tests/tui/songling.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include <stdlib.h>

struct shot {
	char name[32], keys[64];
	bool edition;
	int cols, rows;
};

#define THREE_SIZES(name, keys, edition)                                                           \
	{name, keys, edition, 80, 24}, {name, keys, edition, 60, 20},                              \
	{                                                                                          \
		name, keys, edition, 132, 43                                                       \
	}

static const struct shot shots[] = {
	THREE_SIZES("import-doubts", "", false),
	{"import-doubts", "", false, 44, 12},
	{"import-doubt-menu", "Enter", false, 80, 24},
	{"import-store", "Enter 1 Enter 2 Enter 1 Enter 2 Enter", false, 80, 24},
	THREE_SIZES("import-actions", "Tab", false),
	THREE_SIZES("import-action", "Tab Down Enter", false),
	{"import-unit", "Tab Down Enter Down Down Down Down Enter", false, 80, 24},
	{"import-fact", "Tab Enter End Up Up Up Up Up Enter 1", false, 80, 24},
	{"import-units", "Tab Tab", false, 80, 24},
	{"import-document", "Tab Tab Tab", false, 80, 24},
	THREE_SIZES("import-changes", "", true),
	{"import-changes-both", "Down Down Enter 1", true, 80, 24},
};

static void review(struct screen *s, const char *name, const char *text, const char *update)
{
	char *path = tmp_puts(&s->d.tmp, name, text);

	screen_open(s, &view_import,
		    (struct view_args){
			    .more = &(struct view_import_args){.path = path, .update = update}});
	free(path);
}

static void take(const struct shot *shot, const char *language)
{
	struct screen s;

	if (!screen_language(language))
		cr_skip_test("no translation has been built");
	screen_begin_empty(&s, "admin", shot->cols, shot->rows);
	review(&s, "songling.txt", songling, "");
	if (shot->edition) {
		screen_press(&s, "F9 Tab Enter");
		review(&s, "songling-2.txt", songling_edition, "plan");
	}
	if (shot->keys[0])
		screen_press(&s, shot->keys);
	screen_golden(&s, shot->name);
	screen_end(&s);
}

ParameterizedTestParameters(import_screens, english)
{
	return cr_make_param_array(const struct shot, (void *)shots,
				   sizeof shots / sizeof shots[0]);
}
ParameterizedTest(const struct shot *shot, import_screens, english)
{
	take(shot, "en");
}

ParameterizedTestParameters(import_screens, chinese)
{
	return cr_make_param_array(const struct shot, (void *)shots,
				   sizeof shots / sizeof shots[0]);
}
ParameterizedTest(const struct shot *shot, import_screens, chinese)
{
	take(shot, "zh_CN");
}
