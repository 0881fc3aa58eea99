/* Printing the table of units and sections and the indicators: ways to it, the file, whose they
 * are. */
#include "tests/tui/screen.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdlib.h>
#include <string.h>

static struct screen s;

static void end(void)
{
	screen_end(&s);
}

TestSuite(print_sheet, .fini = end);

Test(print_sheet, is_a_key_away_from_the_screen_that_shows_it)
{
	screen_begin(&s, "zhou", 80, 24);
	screen_press(&s, "Tab p");
	cr_expect_str_eq(screen_top(&s), "print-heat");
	cr_expect(screen_has(&s, "区教育局"));
	cr_expect(screen_has(&s, "printed 2021-11-21 by 周启"));
	screen_press(&s, "Esc");
	cr_expect_str_eq(screen_top(&s), "heat");
	screen_press(&s, "0 4 p");
	cr_expect_str_eq(screen_top(&s), "print-indicators");
	cr_expect(screen_has(&s, "≥ 31%"));
}

Test(print_sheet, has_two_sections_and_their_totals)
{
	screen_begin(&s, "admin", 80, 43);
	screen_press(&s, "0 7 4");
	cr_expect(screen_has(&s, "no unit yet"));
	cr_expect(screen_has(&s, "普及健康生活"));
	cr_expect(screen_has(&s, "护佑重点人群"));
	cr_expect(screen_has(&s, "R1 o11"), "the total of all, as on the screen");
}

Test(print_sheet, a_unit_prints_its_own_indicators_or_all)
{
	screen_begin(&s, "admin", 80, 24);
	screen_open(&s, &view_print_indicators,
		    (struct view_args){.id2 = district_unit(&s.d, "区市场监督管理局")});
	cr_expect(screen_has(&s, "食堂人均日用盐逐年下降"));
	cr_expect_not(screen_has(&s, "居民健康素养水平"));
	screen_press(&s, "Enter 4");
	cr_expect(screen_has(&s, "居民健康素养水平"));
	screen_press(&s, "Enter 4");
	cr_expect_not(screen_has(&s, "居民健康素养水平"));
}

Test(print_sheet, prints_what_was_shown)
{
	screen_begin(&s, "chen", 80, 24);
	screen_press(&s, "0 4 Tab p");
	cr_expect_str_eq(screen_top(&s), "print-indicators");
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "only those of our actions"), "all were shown");
}

Test(print_sheet, goes_into_a_file_named_after_it)
{
	screen_begin(&s, "zhou", 80, 24);

	char *path = tmp_path(&s.d.tmp, "heat.txt"), *text;

	screen_press(&s, "Tab p Enter 2");
	cr_expect(screen_has(&s, "How units and sections stand.txt"));
	screen_press(&s, "Ctrl-A");
	screen_type(&s, path);
	screen_press(&s, "Enter");
	cr_expect_str_eq(screen_top(&s), "print-heat");
	text = tmp_read(path, NULL);
	cr_assert_not_null(text);
	cr_expect_not_null(strstr(text, "区卫生健康局"));
	free(text);
	free(path);
}

Test(print_sheet, wide_paper_is_scrolled_sideways_and_nothing_is_said_so)
{
	screen_begin(&s, "zhou", 60, 20);
	screen_press(&s, "Tab p Enter 3");
	cr_expect(screen_has(&s, "Right more"), "the key that moves it");
	cr_expect(screen_has(&s, "…"), "lines go on beyond the edge");
	screen_press(&s, "Right Down End Home Left PgDn PgUp");
	cr_expect_str_eq(screen_top(&s), "print-heat");
	screen_end(&s);
	screen_begin_empty(&s, "admin", 80, 24);
	screen_open(&s, &view_print_heat, (struct view_args){0});
	cr_expect(screen_has(&s, "There is nothing here to print."));
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "nothing to print"));
}
