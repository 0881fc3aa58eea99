/* A reason that was typed is not lost: not by Esc, not by a line that breaks, not by an act that
 * was refused; when the act is done, it is gone. */
#include "tests/tui/drafts.h"
#include "tests/tui/screen.h"
#include "tui/home/resume.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <string.h>

static struct screen s;

static void begin(void)
{
	screen_language("en");
	screen_begin(&s, "admin", 80, 24);
	screen_press(&s, "F8");
	cr_assert_str_eq(screen_top(&s), "review");
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(writing, .init = begin, .fini = end);

static void write_reason(void)
{
	screen_press(&s, "Enter 2");
	cr_assert_str_eq(screen_top(&s), "write");
	screen_type(&s, "缺少佐证");
	cr_expect(screen_has(&s, "缺少佐证"));
}

Test(writing, a_reason_left_with_esc_stands_there_again)
{
	write_reason();
	screen_press(&s, "Esc");
	cr_expect_str_eq(screen_top(&s), "review");
	cr_expect(screen_has(&s, "What you typed is kept"));
	screen_press(&s, "Enter 2");
	cr_expect(screen_has(&s, "缺少佐证"));
	cr_expect(screen_has(&s, "draft kept"));
}

/* It has no label: the width is the text's, and how much is in it stands in the last line. */
Test(writing, the_text_has_the_width_of_the_box)
{
	write_reason();
	cr_expect(screen_has(&s, "│ ▌ [缺少佐证"));
	cr_expect(screen_has(&s, " 4 / "));
}

Test(writing, on_the_whole_screen_a_line_is_as_long_as_that)
{
	static const char line[] = "one line of a reason that is longer than a box of this program "
				   "and shorter than the widest of windows";

	screen_press(&s, "Enter 2");
	screen_resize(&s, 132, 43);
	screen_type(&s, line);
	cr_expect_not(screen_has(&s, line));
	screen_press(&s, "Ctrl-E");
	cr_expect(screen_has(&s, line));
	screen_press(&s, "Ctrl-E");
	cr_expect_not(screen_has(&s, line));
}

Test(writing, a_line_that_breaks_loses_nothing)
{
	write_reason();
	script_hangup(s.script);
	script_run(s.script, s.app);
	screen_leave(&s);
	screen_sit(&s, "admin", 80, 24);
	screen_press(&s, "F8 Enter 2");
	cr_expect(screen_has(&s, "缺少佐证"));
}

Test(writing, going_on_opens_the_field_and_the_report_tells_of_it)
{
	write_reason();
	screen_press(&s, "Esc");
	cr_expect(screen_has(&s, "kept, not sent yet"));
	screen_leave(&s);
	screen_sit(&s, "admin", 80, 24);
	resume_offer(s.app);
	cr_assert_str_eq(screen_top(&s), "resume");
	screen_press(&s, "1");
	cr_expect_str_eq(screen_top(&s), "write");
	cr_expect(screen_has(&s, "缺少佐证"));
}

Test(writing, it_may_have_several_lines_and_is_gone_when_it_was_given)
{
	write_reason();
	screen_press(&s, "Enter");
	screen_type(&s, "数量不明");
	screen_press(&s, "Enter Enter");
	cr_expect_str_eq(screen_top(&s), "write", "nothing leaves by a key that begins lines");
	screen_press(&s, "F9");
	cr_expect(screen_has(&s, "returned"), "%s", app_message(s.app));
	cr_expect_eq(drafts_count(&s.d, "admin", "return:"), 0);
}

Test(writing, the_button_gives_it_and_says_what_happens)
{
	write_reason();
	cr_expect(screen_has(&s, "[ Return it ]"));
	screen_press(&s, "Tab Enter");
	cr_expect(screen_has(&s, "returned"), "%s", app_message(s.app));
}

Test(writing, the_help_says_what_enter_does)
{
	write_reason();
	screen_press(&s, "F1");
	cr_expect(screen_has(&s, "Enter begins a new line. F9 gives the text"));
	cr_expect_not(screen_has(&s, "on a button, press it"));
}

Test(writing, nothing_written_is_told_in_its_place)
{
	screen_press(&s, "Enter 2 F9");
	cr_expect_str_eq(screen_top(&s), "write");
	cr_expect(screen_has(&s, "please write something here"));
	screen_press(&s, "Esc");
	cr_expect_eq(drafts_count(&s.d, "admin", "return:"), 0);
}

Test(writing, blank_lines_are_nothing_written)
{
	screen_press(&s, "Enter 2 Enter Enter F9");
	cr_expect_str_eq(screen_top(&s), "write");
	cr_expect(screen_has(&s, "please write something here"));
}

Test(writing, the_name_of_a_new_unit_is_kept_too)
{
	screen_open(&s, &view_units, (struct view_args){0});
	screen_press(&s, "Tab");
	screen_type(&s, "区档案局");
	screen_press(&s, "Esc Tab");
	cr_expect(screen_has(&s, "区档案局"));
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "区档案局: added."), "%s", app_message(s.app));
	cr_expect_eq(drafts_count(&s.d, "admin", "unit:"), 0);
}

/* While somebody else holds the file, neither the text nor the act could be written. */
Test(writing, what_cannot_be_kept_is_not_sent_either)
{
	write_reason();
	struct store *other = district_lock(&s.d);
	screen_type(&s, "和名单");
	script_press(s.script, s.app, "F9");
	cr_expect_str_eq(screen_top(&s), "write");
	cr_expect(screen_has(&s, "缺少佐证和名单"));
	cr_expect_not_null(strstr(app_message(s.app), "could not be kept"), "%s",
			   app_message(s.app));
	district_unlock(other);
	screen_press(&s, "F9");
	cr_expect_str_neq(screen_top(&s), "write", "%s", app_message(s.app));
	cr_expect_eq(drafts_count(&s.d, "admin", "return:"), 0);
}
