/* Finding as one types: the line of the filter. */
#include "tui/part/filter.h"

#include "tests/support/canvas_dump.h"

#include <criterion/criterion.h>
#include <string.h>

static struct filter f;

static void begin(void)
{
	filter_init(&f);
}

static void end(void)
{
	filter_free(&f);
}

TestSuite(filter_line, .init = begin, .fini = end);

static enum filter_event type(const char *text)
{
	struct key k = key_text(text);

	return filter_key(&f, &k);
}

Test(filter_line, begins_with_the_action_and_ends_with_back)
{
	cr_expect_eq(type("a"), FILTER_PASS);
	cr_expect_eq(filter_act(&f, DO_BACK), FILTER_PASS);
	cr_expect_eq(filter_act(&f, DO_FILTER), FILTER_DONE);
	cr_expect(filter_shown(&f));
	cr_expect_eq(type("健"), FILTER_CHANGED);
	cr_expect_eq(type("q"), FILTER_CHANGED);
	cr_expect_str_eq(filter_text(&f), "健q");
	cr_expect_eq(filter_act(&f, DO_DOWN), FILTER_PASS);
	cr_expect_eq(filter_act(&f, DO_OPEN), FILTER_DONE);
	cr_expect_not(f.typing);
	cr_expect(filter_shown(&f));
	cr_expect_eq(filter_act(&f, DO_OPEN), FILTER_PASS);
	cr_expect_eq(filter_act(&f, DO_BACK), FILTER_CHANGED);
	cr_expect_not(filter_shown(&f));
}

Test(filter_line, is_edited_like_any_text)
{
	struct key back = key_named(K_BACKSPACE, 0), down = key_named(K_DOWN, 0);

	filter_act(&f, DO_FILTER);
	type("甲");
	cr_expect_eq(filter_key(&f, &back), FILTER_CHANGED);
	cr_expect_eq(filter_key(&f, &back), FILTER_DONE, "it does not leave the list");
	cr_expect_eq(filter_key(&f, &down), FILTER_PASS);
	struct key paste = {.kind = INPUT_PASTE, .paste = "两 词\n", .paste_nbytes = 8};
	cr_expect_eq(filter_key(&f, &paste), FILTER_CHANGED);
	cr_expect_str_eq(filter_text(&f), "两 词");
}

Test(filter_line, is_emptied_and_loses_words_as_in_a_form)
{
	struct key line = {.kind = INPUT_TEXT, .mods = MOD_CTRL, .text = "u"};
	struct key word = {.kind = INPUT_TEXT, .mods = MOD_CTRL, .text = "w"};

	cr_expect_eq(filter_key(&f, &line), FILTER_PASS, "nobody types");
	filter_act(&f, DO_FILTER);
	for (const char *c = "wsj ab"; *c; c++)
		type((char[]){*c, '\0'});
	cr_expect_eq(filter_key(&f, &word), FILTER_CHANGED);
	cr_expect_str_eq(filter_text(&f), "wsj ");
	cr_expect_eq(filter_key(&f, &line), FILTER_CHANGED);
	cr_expect_str_eq(filter_text(&f), "");
	cr_expect(filter_shown(&f), "one goes on typing");
}

Test(filter_line, shows_text_and_count)
{
	struct grid g;

	filter_act(&f, DO_FILTER);
	type("健");
	grid_init(&g, 40, 1, LOOK_NARROW);
	struct canvas c = canvas_whole(&g);
	filter_draw(&f, &c, 0, 3);
	cr_expect(grid_has(&g, " Find: 健"));
	cr_expect(grid_has(&g, "3 found"));
	cr_expect_eq(g.cursor_x, 9);
	grid_free(&g);
}
