/* One form of all kinds of fields. */
#include "tests/tui/form_desk.h"

#include "tests/support/canvas_dump.h"
#include "tui/app/keymap.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static const struct form_choice periods[] = {
	{"month", "month"}, {"quarter", "quarter"}, {"year", "year"}};
/* Core's own check would do more. */
static int check_percent(const struct form_field *field, const char *value, struct err *e)
{
	(void)field;
	if (strtod(value, NULL) <= 100)
		return 0;
	return err_set(e, ERR_INPUT, "%s is more than all", value);
}

static const struct form_field fields[] = {
	{.name = "last", .label = "Last period", .kind = FIELD_SHOW},
	{.name = "percent",
	 .label = "Percent",
	 .kind = FIELD_NUMBER,
	 .cols = 6,
	 .check = check_percent,
	 .after = "%",
	 .required = true},
	{.name = "done", .label = "Done", .kind = FIELD_AREA, .rows = 2, .max_chars = 100},
	{.name = "title",
	 .label = "Title",
	 .kind = FIELD_TEXT,
	 .max_chars = 40,
	 .help = "What it is known by."},
	{.name = "on",
	 .label = "Date",
	 .kind = FIELD_DATE,
	 .cols = 12,
	 .today = {2021, 11, 21},
	 .way = DATE_PAST},
	{.name = "period",
	 .label = "Period",
	 .kind = FIELD_CHOICE,
	 .choices = periods,
	 .nchoices = 3},
	{.name = "final", .label = "Finished", .kind = FIELD_CHECK},
};

enum { COLS = FORM_DESK_COLS };

struct form *f;
static struct keymap *keys;

void form_desk_begin(void)
{
	f = form_new(fields, sizeof fields / sizeof fields[0], "Submit");
	keys = keymap_new();
}

void form_desk_end(void)
{
	form_free(f);
	keymap_free(keys);
}

enum form_event form_desk_press(const char *name)
{
	struct key k;

	cr_assert(key_parse(name, &k), "%s", name);
	enum form_event event = form_key(f, &k);
	if (event == FORM_PASS)
		event = form_act(f, keymap_find(keys, form_scope(f), &k), COLS);
	return event;
}

static char *draw(int rows)
{
	struct grid g;

	grid_init(&g, COLS, rows, LOOK_ASCII);
	struct canvas c = canvas_whole(&g);
	form_draw(f, &c);
	char *dump = grid_dump(&g, false);
	grid_free(&g);
	return dump;
}

void form_desk_expect(int rows, const char *text, bool shown)
{
	char *dump = draw(rows);

	cr_expect_eq(strstr(dump, text) != NULL, shown, "\"%s\" in:\n%s", text, dump);
	free(dump);
}
