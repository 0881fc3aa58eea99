/* A review whose steps cannot be kept for a while: it is said, tried again, and not left unasked.
 */
#include "tests/tui/drafts.h"
#include "tests/tui/screen.h"
#include "tests/tui/songling.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static struct screen s;
static char *path;
static struct store *other;

/* Another process holds the file. */
static void begin(void)
{
	screen_language("en");
	screen_begin_empty(&s, "admin", 80, 24);
	path = tmp_puts(&s.d.tmp, "songling.txt", songling);
	screen_open(
		&s, &view_import,
		(struct view_args){.more = &(struct view_import_args){.path = path, .update = ""}});
	other = district_lock(&s.d);
	screen_press(&s, "Enter 1");
	cr_assert_not_null(strstr(app_message(s.app), "could not be kept yet"), "%s",
			   app_message(s.app));
}

static void end(void)
{
	free(path);
	screen_end(&s);
}

TestSuite(import_keep, .init = begin, .fini = end);

Test(import_keep, a_step_is_tried_again)
{
	cr_expect_eq(drafts_count(&s.d, "admin", "import:"), 0);
	district_unlock(other);
	screen_press(&s, "");
	screen_press(&s, "");
	cr_expect_eq(drafts_count(&s.d, "admin", "import:"), 1, "%s", app_message(s.app));
	screen_press(&s, "Esc");
	cr_expect_str_eq(screen_top(&s), "office");
	cr_expect(screen_has(&s, "The review is kept"));
}

Test(import_keep, leaving_asks)
{
	screen_press(&s, "Esc");
	cr_assert_str_eq(screen_top(&s), "question");
	cr_expect(screen_has(&s, "could not be kept yet"));
	screen_press(&s, "Enter");
	cr_expect_str_eq(screen_top(&s), "import", "staying is the safe answer");
	screen_press(&s, "Esc Right Enter");
	cr_expect_str_eq(screen_top(&s), "office", "%s", app_message(s.app));
	district_unlock(other);
	cr_expect_eq(drafts_count(&s.d, "admin", "import:"), 0);
}

Test(import_keep, leaving_keeps_once_it_can)
{
	district_unlock(other);
	screen_press(&s, "Esc");
	cr_expect_str_eq(screen_top(&s), "office", "%s", app_message(s.app));
	cr_expect_eq(drafts_count(&s.d, "admin", "import:"), 1);
}

Test(import_keep, the_program_is_not_left_unasked)
{
	screen_press(&s, "Ctrl-Q Right Enter");
	cr_expect_str_eq(screen_top(&s), "import");
	cr_expect_not_null(strstr(app_message(s.app), "could not be kept yet"), "%s",
			   app_message(s.app));
	district_unlock(other);
}
