/* What has changed between two wordings, as it is read: with signs, so that no colour is needed,
 * and with styles where there is. */
#include "tests/support/canvas_dump.h"
#include "tui/part/page.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include <stdlib.h>
#include <string.h>

enum { ROWS = 6 };

static struct arena a;

static void end(void)
{
	arena_free(&a);
}

TestSuite(page_diff, .fini = end);

/* The page in so many columns, with its layer of styles or without. */
static char *seen(const struct page *p, int cols, bool styles)
{
	struct grid g;
	struct canvas c;

	grid_init(&g, cols, ROWS, LOOK_NARROW);
	c = canvas_whole(&g);
	page_draw(p, 0, &c);
	char *dump = grid_dump(&g, styles);
	grid_free(&g);
	return dump;
}

struct wording {
	char was[48], is[48], shown[96];
};

ParameterizedTestParameters(page_diff, signs_tell_what_is_gone_and_what_is_new)
{
	static struct wording cases[] = {
		{"完成8所学校", "完成12所学校", "完成-[8]+[12]所学校"},
		{"开了三场会", "开了三场会", "开了三场会"},
		{"", "新建步道", "+[新建步道]"},
		{"暂停", "", "-[暂停]"},
		{"45%", "50%", "-[45]+[50]%"},
	};

	return cr_make_param_array(struct wording, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct wording *w, page_diff, signs_tell_what_is_gone_and_what_is_new)
{
	struct page p = {0};

	page_add_diff(&a, &p, 0, w->was, w->is);
	char *dump = seen(&p, 60, false);
	cr_expect_eq(strncmp(dump, w->shown, strlen(w->shown)), 0, "%s", dump);
	cr_expect_eq(dump[strlen(w->shown)], '\n', "%s", dump);
	free(dump);
}

Test(page_diff, styles_follow_the_words_over_the_ends_of_lines)
{
	struct page p = {0};

	page_add_diff(&a, &p, 2, "体检五千人", "体检九千六百人");
	char *dump = seen(&p, 14, true);
	cr_expect_not_null(strstr(dump, "\n  千]+[九千六\n"), "no sign stands alone: %s", dump);
	cr_expect_not_null(strstr(dump, "\n..dddbbbbbbbb"), "%s", dump);
	free(dump);
}

Test(page_diff, it_takes_the_rows_of_its_signs)
{
	struct page p = {0};

	page_add_diff(&a, &p, 0, "", "一二三四");
	cr_expect_eq(page_rows(&p, 12), 1);
	cr_expect_eq(page_rows(&p, 8), 2);
}
