/* Choosing the document of a plan: documents before other files, a path that is typed, pasted or
 * looked for, and a word where nothing is found. */
#include "tests/support/canvas_dump.h"
#include "tests/tui/screen.h"
#include "tests/tui/songling.h"
#include "tui/import/folder.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static struct screen s;
static char *folder;

static void put(const char *name, const char *text)
{
	free(tmp_puts(&s.d.tmp, name, text));
}

static void begin(void)
{
	screen_language("en");
	screen_begin_empty(&s, "admin", 80, 24);
	folder = tmp_path(&s.d.tmp, "desk");
	cr_assert_eq(mkdir(folder, 0700), 0);
	put("desk/songling.txt", songling);
	put("desk/run.sh", "exit\n");
	put("desk/err.log", "no\n");
	put("other.txt", songling);
	screen_open(&s, &view_import_files, (struct view_args){.text = folder});
}

static void end(void)
{
	free(folder);
	screen_end(&s);
}

TestSuite(import_files, .init = begin, .fini = end);

Test(import_files, documents_stand_before_all_other_files)
{
	const struct grid *g = app_grid(s.app);

	cr_expect(screen_has(&s, "▌ songling.txt"), "the cursor is on the first document");
	cr_expect_lt(grid_find(g, "songling.txt"), grid_find(g, "run.sh"));
	cr_expect_lt(grid_find(g, "songling.txt"), grid_find(g, "err.log"));
	cr_expect(screen_has(&s, "1 KB"));
}

Test(import_files, a_path_is_typed_in_a_line_of_its_own)
{
	screen_press(&s, "Home Enter");
	cr_expect_str_eq(screen_top(&s), "ask");
	screen_type(&s, "songling");
	screen_press(&s, "Enter");
	cr_expect_str_eq(screen_top(&s), "ask", "what is not there is said, the text stays");
	cr_expect(screen_has(&s, "No such file"));
	cr_expect(screen_has(&s, "songling"));
	screen_press(&s, "End");
	screen_type(&s, ".txt");
	screen_press(&s, "Enter");
	cr_expect_str_eq(screen_top(&s), "import");
}

Test(import_files, a_path_is_pasted_with_quotes_and_all)
{
	char *path = xasprintf("'%s/songling.txt' \n", folder);

	script_paste(s.script, path);
	script_run(s.script, s.app);
	cr_expect_str_eq(screen_top(&s), "import", "%s", app_message(s.app));
	screen_press(&s, "Esc");
	cr_expect_str_eq(screen_top(&s), "import-files");
	script_paste(s.script, "/usr/");
	script_run(s.script, s.app);
	cr_expect(screen_has(&s, "Import: /usr "));
	free(path);
}

Test(import_files, what_would_be_waited_for_is_refused)
{
	script_paste(s.script, "/dev/null");
	script_run(s.script, s.app);
	cr_expect_str_eq(screen_top(&s), "ask");
	cr_expect(screen_has(&s, "/dev/null is not a file"));
}

Test(import_files, a_path_that_was_looked_for_is_opened)
{
	screen_press(&s, "/"); /* of the path, as one thinks */
	screen_type(&s, folder + 1);
	screen_type(&s, "/songling.txt");
	screen_press(&s, "Enter");
	cr_expect_str_eq(screen_top(&s), "import", "%s", app_message(s.app));
	screen_press(&s, "Esc /");
	screen_type(&s, "../other.txt");
	screen_press(&s, "Enter");
	cr_expect_str_eq(screen_top(&s), "import", "%s", app_message(s.app));
}

Test(import_files, enter_says_that_nothing_is_found)
{
	screen_press(&s, "/");
	screen_type(&s, "nothing like it");
	screen_press(&s, "Enter");
	cr_expect_str_eq(screen_top(&s), "import-files");
	cr_expect(screen_has(&s, "Nothing here is called \"nothing like it\""), "%s",
		  app_message(s.app));
	screen_press(&s, "Esc");
	cr_expect(screen_has(&s, "songling.txt"));
}

struct path_case {
	char typed[40], path[40];
};

ParameterizedTestParameters(folder, a_path_is_made_whole)
{
	static struct path_case cases[] = {
		{"/srv/plan.docx", "/srv/plan.docx"},
		{"plan.docx", "/home/wang/plan.docx"},
		{"./plan.docx", "/home/wang/plan.docx"},
		{"../li/a.txt", "/home/wang/../li/a.txt"},
		{"~", "/root"},
		{"~/a b.txt", "/root/a b.txt"},
		{" '/srv/a b.txt' ", "/srv/a b.txt"},
		{"\"/srv/a.txt\"", "/srv/a.txt"},
		{"~li/a.txt", "/home/wang/~li/a.txt"},
	};

	return cr_make_param_array(struct path_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct path_case *c, folder, a_path_is_made_whole)
{
	setenv("HOME", "/root", 1);
	char *path = folder_path("/home/wang", c->typed);

	cr_expect_str_eq(path, c->path);
	free(path);
}
