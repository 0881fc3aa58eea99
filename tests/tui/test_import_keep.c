/* A review whose steps cannot be kept for a while: it is said, tried again, and not left unasked.
 */
#include "db/report/store_draft.h"
#include "db/store_internal.h"
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
	store_set_wait(s.d.s, 1);
	cr_assert_eq(store_open(s.d.path, &other, &s.d.e), 0, "%s", s.d.e.text);
	cr_assert_eq(sql_begin(other->db, &s.d.e), 0, "%s", s.d.e.text);
	screen_press(&s, "Enter 1");
	cr_assert_not_null(strstr(app_message(s.app), "could not be kept yet"), "%s",
			   app_message(s.app));
}

static void let_go(void)
{
	sql_rollback(other->db);
	store_close(other);
}

static void end(void)
{
	free(path);
	screen_end(&s);
}

TestSuite(import_keep, .init = begin, .fini = end);

static size_t count_kept(void)
{
	struct draft_names kept = {0};
	struct actor who = district_actor(&s.d, "admin");

	cr_assert_eq(store_draft_list(s.d.s, &s.d.a, &who, "import:", &kept, &s.d.e), 0);
	return kept.rows.n;
}

Test(import_keep, a_step_is_tried_again)
{
	cr_expect_eq(count_kept(), 0);
	let_go();
	screen_press(&s, "");
	screen_press(&s, "");
	cr_expect_eq(count_kept(), 1, "%s", app_message(s.app));
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
	let_go();
	cr_expect_eq(count_kept(), 0);
}

Test(import_keep, leaving_keeps_once_it_can)
{
	let_go();
	screen_press(&s, "Esc");
	cr_expect_str_eq(screen_top(&s), "office", "%s", app_message(s.app));
	cr_expect_eq(count_kept(), 1);
}

Test(import_keep, the_program_is_not_left_unasked)
{
	screen_press(&s, "Ctrl-Q Right Enter");
	cr_expect_str_eq(screen_top(&s), "import");
	cr_expect_not_null(strstr(app_message(s.app), "could not be kept yet"), "%s",
			   app_message(s.app));
	let_go();
}
