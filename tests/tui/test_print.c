/* Writing a task list into a file: nothing that is there already is replaced unasked. */
#include "tests/tui/screen.h"

#include "db/store_access.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static struct screen s;

static void begin(void)
{
	screen_begin(&s, "chen", 80, 24);
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(print_screen, .init = begin, .fini = end);

static void write_into(const char *path)
{
	screen_press(&s, "Enter 2 Ctrl-A");
	screen_type(&s, path);
	screen_press(&s, "Enter");
}

Test(print_screen, a_file_that_is_there_is_replaced_when_one_says_so)
{
	char *path = tmp_puts(&s.d.tmp, "list.txt", "mine\n"), *text;

	screen_open(&s, &view_print, (struct view_args){0});
	write_into(path);
	cr_assert_str_eq(screen_top(&s), "question");
	screen_press(&s, "Enter"); /* the safe answer: another name */
	cr_assert_str_eq(screen_top(&s), "ask");
	screen_press(&s, "Esc");
	text = tmp_read(path, NULL);
	cr_expect_str_eq(text, "mine\n");
	free(text);
	write_into(path);
	screen_press(&s, "2");
	text = tmp_read(path, NULL);
	cr_expect_not_null(strstr(text, "区教育局"));
	free(text);
	free(path);
}

Test(print_screen, a_new_file_is_written_at_once)
{
	char *path = tmp_path(&s.d.tmp, "new.txt"), *text;

	screen_open(&s, &view_print, (struct view_args){0});
	write_into(path);
	cr_expect_str_eq(screen_top(&s), "print");
	text = tmp_read(path, NULL);
	cr_assert_not_null(text);
	cr_expect_not_null(strstr(text, "区教育局"));
	cr_expect_not_null(strstr(text, "Log row "), "what proves the log");
	free(text);
	free(path);
	struct access_rows told;
	cr_assert_eq(store_access_list(s.d.s, &s.d.a, NULL, "chen", 10, &told, &s.d.e), 0);
	cr_assert_eq(told.n, 1, "what is taken out is told");
	cr_expect_str_eq(told.at[0].object, "print 区教育局");
}

Test(print_screen, who_has_no_unit_chooses_one_first)
{
	screen_leave(&s);
	screen_sit(&s, "admin", 80, 24);
	screen_open(&s, &view_print, (struct view_args){0});
	cr_expect(screen_has(&s, "Whose task list?"));
	cr_expect(screen_has(&s, "区教育局"));
	screen_press(&s, "/");
	screen_type(&s, "qtyj");
	screen_press(&s, "Enter Enter");
	cr_expect(screen_has(&s, "Task list of 区体育局"));
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "default printer"));
	screen_press(&s, "5");
	cr_expect(screen_has(&s, "Whose task list?"));
	screen_press(&s, "Enter Esc");
	cr_expect(screen_has(&s, "Whose task list?"), "the next one is near");
	screen_press(&s, "Esc Esc");
	cr_expect_str_eq(screen_top(&s), "office");
}

Test(print_screen, the_line_says_into_which_folder_a_name_goes)
{
	screen_open(&s, &view_print, (struct view_args){0});
	screen_press(&s, "Enter 2");
	cr_expect(screen_has(&s, "without a folder it goes to"));
}

/* The list is loaded with the preview: it is gone back to after others have changed something. */
Test(print_screen, goes_back_to_the_list_of_units_and_to_its_row)
{
	screen_end(&s);
	screen_begin(&s, "admin", 80, 24);
	screen_open(&s, &view_print, (struct view_args){0});
	cr_assert(screen_has(&s, "Whose task list?"));
	screen_press(&s, "Down Enter F5");
	cr_assert(screen_has(&s, "Task list of"));
	screen_press(&s, "Esc");
	cr_expect(screen_has(&s, "Whose task list?"));
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "Task list of"));
}
