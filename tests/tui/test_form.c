/* Forms: focus by the plain keys, values, errors beside their fields, drafts, scrolling, zoom. */
#include "tui/part/form.h"

#include "tests/support/canvas_dump.h"
#include "tui/app/keymap.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static const struct form_choice periods[] = {
	{"month", "month"}, {"quarter", "quarter"}, {"year", "year"}};
static const struct form_field fields[] = {
	{.name = "last", .label = "Last period", .kind = FIELD_SHOW},
	{.name = "percent",
	 .label = "Percent",
	 .kind = FIELD_NUMBER,
	 .cols = 6,
	 .after = "%",
	 .required = true},
	{.name = "done", .label = "Done", .kind = FIELD_AREA, .rows = 2, .max_chars = 100},
	{.name = "title",
	 .label = "Title",
	 .kind = FIELD_TEXT,
	 .max_chars = 40,
	 .help = "What it is known by."},
	{.name = "on", .label = "Date", .kind = FIELD_DATE, .cols = 12},
	{.name = "period",
	 .label = "Period",
	 .kind = FIELD_CHOICE,
	 .choices = periods,
	 .nchoices = 3},
	{.name = "final", .label = "Finished", .kind = FIELD_CHECK},
};

enum { COLS = 60 };

static struct form *f;
static struct keymap *keys;

static void begin(void)
{
	f = form_new(fields, sizeof fields / sizeof fields[0], "Submit");
	keys = keymap_new();
}

static void end(void)
{
	form_free(f);
	keymap_free(keys);
}

TestSuite(form, .init = begin, .fini = end);

/* As the application does it: text first, then the keymap. */
static enum form_event press(const char *name)
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

static void expect_shown(int rows, const char *text, bool shown)
{
	char *dump = draw(rows);

	cr_expect_eq(strstr(dump, text) != NULL, shown, "\"%s\" in:\n%s", text, dump);
	free(dump);
}

Test(form, enter_alone_leads_through_all_fields_to_the_button)
{
	press("4");
	press("5");
	for (int i = 0; i < 5; i++)
		cr_expect_eq(press("Enter"), FORM_DONE);
	cr_expect_eq(form_scope(f), SCOPE_FORM);
	press("Enter");
	expect_shown(14, "> Submit <", true);
	cr_expect_eq(press("Enter"), FORM_SUBMIT);
	cr_expect_str_eq(form_get(f, "percent"), "45");
}

Test(form, tab_and_arrows_move_and_skip_what_is_only_shown)
{
	press("Shift-Tab");
	expect_shown(14, "> Submit <", true);
	press("Tab");
	cr_expect_eq(form_scope(f), SCOPE_FIELD);
	press("Down");
	press("x");
	cr_expect_str_eq(form_get(f, "done"), "x");
	press("Up");
	press("7");
	cr_expect_str_eq(form_get(f, "percent"), "7");
}

Test(form, figures_take_figures_only_in_either_width)
{
	press("４");
	press("x");
	press("健");
	press("5");
	press("．");
	press("0");
	cr_expect_str_eq(form_get(f, "percent"), "45.0");
	press("Backspace");
	cr_expect_str_eq(form_get(f, "percent"), "45.");
}

Test(form, letters_are_text_and_never_leave)
{
	form_focus(f, "title");
	for (const char *p = "qjk?:/"; *p; p++)
		cr_expect_eq(press((char[]){*p, '\0'}), FORM_CHANGED);
	cr_expect_str_eq(form_get(f, "title"), "qjk?:/");
	form_focus(f, "final");
	cr_expect_eq(press("q"), FORM_DONE);
	cr_expect_eq(press("Esc"), FORM_PASS);
}

Test(form, choices_by_arrows_space_and_digits)
{
	cr_expect_str_eq(form_get(f, "period"), "");
	form_focus(f, "period");
	press("Right");
	cr_expect_str_eq(form_get(f, "period"), "month");
	press("Left");
	cr_expect_str_eq(form_get(f, "period"), "year");
	press("２");
	cr_expect_str_eq(form_get(f, "period"), "quarter");
	press("Space");
	cr_expect_str_eq(form_get(f, "period"), "year");
	cr_expect_eq(press("9"), FORM_DONE);
	form_set(f, "period", "quarter");
	expect_shown(20, "[2 quarter]", true);
	form_focus(f, "final");
	press("Space");
	cr_expect_str_eq(form_get(f, "final"), "1");
	press("Right");
	cr_expect_str_eq(form_get(f, "final"), "");
}

Test(form, dates_step_by_days_over_the_end_of_a_year)
{
	form_focus(f, "on");
	form_set(f, "on", "2021-12-31");
	press("PgDn");
	cr_expect_str_eq(form_get(f, "on"), "2022-01-01");
	press("PgUp");
	press("PgUp");
	cr_expect_str_eq(form_get(f, "on"), "2021-12-30");
	form_set(f, "on", "soon");
	cr_expect_eq(press("PgDn"), FORM_DONE);
	cr_expect_str_eq(form_get(f, "on"), "soon");
}

Test(form, an_error_stands_beside_its_field_until_it_is_changed)
{
	struct err e = ERR_INIT;

	press("Shift-Tab");
	err_set_field(&e, ERR_INPUT, "percent", "must be 0 to 100");
	form_error(f, &e);
	expect_shown(14, "Percent *   [      ] %  must be 0 to 100", true);
	press("5");
	cr_expect_str_eq(form_get(f, "percent"), "5", "the cursor went there");
	expect_shown(14, "must be 0 to 100", false);
	err_set(&e, ERR_BUSY, "the file is busy; try again");
	form_error(f, &e);
	expect_shown(20, "the file is busy; try again", true);
	press("F9");
	expect_shown(20, "the file is busy", false);
}

Test(form, long_errors_go_under_the_field)
{
	struct err e = ERR_INIT;

	err_set_field(&e, ERR_INPUT, "done",
		      "say in one sentence at least what has been done in this period");
	form_error(f, &e);
	expect_shown(20, "             say in one sentence at least what has been\n", true);
}

Test(form, tells_when_there_is_something_to_keep)
{
	form_set(f, "done", "kept draft");
	cr_expect_not(form_take_changed(f));
	press("1");
	cr_expect(form_take_changed(f));
	cr_expect_not(form_take_changed(f));
	press("Tab");
	cr_expect_not(form_take_changed(f));
}

Test(form, shows_the_part_around_the_focus)
{
	expect_shown(5, "Percent", true);
	expect_shown(5, "Submit", false);
	press("Shift-Tab");
	expect_shown(5, "> Submit <", true);
	expect_shown(5, "Percent", false);
}

Test(form, notes_and_shown_values)
{
	form_set(f, "last", "40%  eyes checked in 12 schools");
	form_note(f, "done", "last period: 12 schools");
	expect_shown(20, "Last period 40%  eyes checked in 12 schools", true);
	expect_shown(20, "            last period: 12 schools", true);
	form_note(f, "done", NULL);
	expect_shown(20, "last period: 12", false);
}

Test(form, an_area_can_have_the_whole_screen)
{
	form_focus(f, "done");
	press("a");
	cr_expect_eq(press("Ctrl-E"), FORM_DONE);
	expect_shown(10, "Percent", false);
	press("Enter");
	press("b");
	cr_expect_str_eq(form_get(f, "done"), "a\nb");
	expect_shown(10, "3 / 100", true);
	cr_expect_eq(press("Esc"), FORM_DONE);
	cr_expect_eq(press("Esc"), FORM_PASS);
	press("Ctrl-J");
	cr_expect_str_eq(form_get(f, "done"), "a\nb\n");
}

Test(form, offers_the_whole_screen_to_texts_of_many_lines_alone)
{
	cr_expect_not(form_offers(f, DO_ZOOM));
	form_focus(f, "done");
	cr_expect(form_offers(f, DO_ZOOM));
	press("Shift-Tab");
	press("Shift-Tab");
	cr_expect_not(form_offers(f, DO_ZOOM), "on the button");
	cr_expect(form_offers(f, DO_SUBMIT));
}

Test(form, says_what_did_not_fit)
{
	char many[121];

	memset(many, 'a', 120);
	many[120] = '\0';
	form_focus(f, "done");
	struct key k = {.kind = INPUT_PASTE, .paste = many, .paste_nbytes = 120};
	cr_expect_eq(form_key(f, &k), FORM_CHANGED);
	cr_expect_eq(strlen(form_get(f, "done")), 100);
	expect_shown(20, "only 100 characters fit here; 20 were not", true);
	press("b");
	expect_shown(20, "only 100 characters fit here; 1 was not taken", true);
	press("Ctrl-E");
	expect_shown(20, "1 was not taken", true);
	press("Backspace");
	expect_shown(20, "not taken", false);
}

Test(form, a_value_given_before_is_replaced_by_typing)
{
	form_set(f, "percent", "84");
	form_set(f, "on", "2026-11-21");
	form_set(f, "done", "so far");
	press("9");
	press("0");
	cr_expect_str_eq(form_get(f, "percent"), "90");
	press("Tab");
	press("x");
	cr_expect_str_eq(form_get(f, "done"), "so farx", "a longer text is gone on with");
	form_focus(f, "on");
	press("x");
	cr_expect_str_eq(form_get(f, "on"), "2026-11-21", "not a character of a date");
	press("Up");
	press("Down");
	press("2");
	cr_expect_str_eq(form_get(f, "on"), "2");
}

Test(form, what_the_person_typed_earlier_is_gone_on_with)
{
	form_restore(f, "title", "half a tit");
	form_focus(f, "title");
	press("l");
	cr_expect_str_eq(form_get(f, "title"), "half a titl");
}

Test(form, a_label_too_long_for_its_column_stands_above_its_input)
{
	static const struct form_field long_label[] = {
		{.name = "name",
		 .label = "the name under which the printer is known to the server here",
		 .kind = FIELD_TEXT,
		 .required = true},
	};
	struct form *narrow = form_new(long_label, 1, "OK");
	struct grid g;

	grid_init(&g, 48, 8, LOOK_ASCII);
	struct canvas c = canvas_whole(&g);
	form_draw(narrow, &c);
	cr_expect(grid_has(&g, "here *"));
	cr_expect_eq(grid_find(&g, "["), 2);
	grid_free(&g);
	form_free(narrow);
}

Test(form, tells_what_is_above_and_below)
{
	struct grid g;

	grid_init(&g, COLS, 5, LOOK_ASCII);
	struct canvas c = canvas_whole(&g);
	form_draw(f, &c);
	cr_expect(g.above == 0 && g.below > 0);
	press("Shift-Tab");
	grid_clear(&g);
	form_draw(f, &c);
	cr_expect(g.above > 0 && g.below == 0);
	grid_free(&g);
}

static void fill(const char *name, const char *character, int n)
{
	struct strbuf text = STRBUF_INIT;

	while (n-- > 0)
		strbuf_puts(&text, character);
	form_focus(f, name);
	form_set(f, name, text.s);
	strbuf_free(&text);
}

Test(form, counts_and_warns_before_a_field_is_full)
{
	fill("title", "健", 19);
	expect_shown(30, "19 / 40", true);
	expect_shown(30, "fit here", false);
	fill("title", "健", 39);
	expect_shown(30, "39 / 40", true);
	expect_shown(30, "1 more character fits here", true);
	form_focus(f, "done");
	expect_shown(30, "fits here", false);
	fill("done", "健", 90);
	expect_shown(30, "10 more characters fit here", true);
}

Test(form, the_words_of_a_field_stand_at_the_foot_where_there_is_room)
{
	cr_expect_null(form_field_help(f));
	form_focus(f, "title");
	cr_expect_str_eq(form_field_help(f), "What it is known by.");
	expect_shown(30, "What it is known by.", true);
	expect_shown(20, "What it is known by.", false);
	form_focus(f, "button");
	cr_expect_null(form_field_help(f));
}

Test(form, the_whole_screen_is_reached_without_a_letter)
{
	form_focus(f, "done");
	press("PgDn");
	expect_shown(14, "line 1 of 1", true);
	press("Enter");
	press("x");
	expect_shown(14, "line 2 of 2", true);
	press("PgUp");
	press("y");
	cr_expect_str_eq(form_get(f, "done"), "y\nx");
	press("Esc");
	expect_shown(14, "line", false);
}

Test(form, says_why_an_editing_key_did_nothing)
{
	form_focus(f, "title");
	cr_expect_eq(press("Ctrl-C"), FORM_SAYS);
	cr_expect_not_null(strstr(form_sentence(f), "selected"));
	cr_expect_eq(press("F4"), FORM_SAYS);
	press("a");
	press("Ctrl-A");
	cr_expect_eq(press("Ctrl-C"), FORM_DONE);
	cr_expect_eq(press("F4"), FORM_CHANGED);
}

Test(form, a_place_is_found_again)
{
	form_focus(f, "title");
	form_restore(f, "title", "甲乙丙");
	press("Left");
	char *place = form_place(f);
	cr_expect_str_eq(place, "title@6");
	form_focus(f, "percent");
	form_go(f, place);
	press("丁");
	cr_expect_str_eq(form_get(f, "title"), "甲乙丁丙");
	form_go(f, "title@7"); /* inside a character */
	press("戊");
	cr_expect_str_eq(form_get(f, "title"), "甲乙戊丁丙");
	form_go(f, "gone@3");
	cr_expect_str_eq(form_focus_name(f), "title");
	free(place);
}

Test(form, another_text_can_be_taken_back)
{
	form_focus(f, "title");
	form_restore(f, "title", "mine");
	form_replace(f, "title", "theirs");
	cr_expect(form_take_changed(f));
	cr_expect_str_eq(form_get(f, "title"), "theirs");
	press("F4");
	cr_expect_str_eq(form_get(f, "title"), "mine");
	form_take_changed(f);
	form_replace(f, "title", "mine");
	cr_expect_not(form_take_changed(f));
}

/* The target of this kind and index in the form as drawn; a click from its corner. */
static enum form_event click(enum target_kind kind, int index, int y, int x, enum mouse mouse)
{
	enum { ROWS = 30 };
	struct point p = {mouse, kind, index, y, x};
	struct grid g;
	bool there = false;

	grid_init(&g, COLS, ROWS, LOOK_ASCII);
	struct canvas c = canvas_whole(&g);
	form_draw(f, &c);
	for (size_t i = 0; i < g.ntargets; i++)
		there = there || (g.targets[i].kind == kind && g.targets[i].index == index);
	grid_free(&g);
	cr_assert(there);
	return form_point(f, &p, ROWS, COLS);
}

Test(form, the_mouse_puts_the_cursor_chooses_and_presses)
{
	form_set(f, "title", "健康行动 plan");
	click(TARGET_FIELD, 3, 0, 4, MOUSE_PRESS);
	press("x");
	cr_expect_str_eq(form_get(f, "title"), "健康x行动 plan");
	click(TARGET_FIELD, 3, 0, 11, MOUSE_DOUBLE);
	press("y");
	cr_expect_str_eq(form_get(f, "title"), "健康x行动 y");
	form_set(f, "done", "甲\n乙");
	click(TARGET_FIELD, 2, 1, 0, MOUSE_PRESS);
	press("z");
	cr_expect_str_eq(form_get(f, "done"), "甲\nz乙");
	click(TARGET_CHOICE, 5 * 16 + 2, 0, 0, MOUSE_PRESS);
	cr_expect_str_eq(form_get(f, "period"), "year");
	click(TARGET_FIELD, 6, 0, 0, MOUSE_PRESS);
	cr_expect_str_eq(form_get(f, "final"), "1");
	cr_expect_eq(click(TARGET_BUTTON, 0, 0, 0, MOUSE_PRESS), FORM_SUBMIT);
}
