/* Handing a text to lp: a program of that name in a folder of the test takes the place of the
 * system's and keeps what it was given. */
#include "print/spool.h"

#include "core/mem.h"
#include "tests/support/tmp.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static struct tmp tmp;

static void set_up(void)
{
	tmp_make(&tmp);
	setenv("SPOOL", tmp.dir, 1);
}

static void leave(void)
{
	tmp_remove(&tmp);
}

TestSuite(spool, .init = set_up, .fini = leave);

/* Puts a shell script named lp before everything else. */
static void put_lp(const char *script)
{
	char *path = tmp_puts(&tmp, "lp", script);
	char *search = xasprintf("%s:/usr/bin:/bin", tmp.dir);

	cr_assert_eq(chmod(path, 0755), 0);
	setenv("PATH", search, 1);
	free(search);
	free(path);
}

static void check_kept(const char *name, const char *expected)
{
	char *path = tmp_path(&tmp, name);
	char *text = tmp_read(path, NULL);

	cr_assert_not_null(text, "lp kept no %s", name);
	cr_assert_str_eq(text, expected);
	free(text);
	free(path);
}

static const char keeping_lp[] = "#!/bin/sh\n"
				 "printf '%s\\n' \"$@\" >\"$SPOOL/arguments\"\n"
				 "cat >\"$SPOOL/text\"\n"
				 "echo 'request id is hp-1 (0 file(s))'\n";

Test(spool, gives_lp_the_text_the_printer_and_the_title)
{
	static const char text[] = "任务清单\n\f第二页\n";
	struct err e = ERR_INIT;

	put_lp(keeping_lp);
	cr_assert_eq(spool_print("hp-3", "区教育局 $(date)", text, strlen(text), &e), 0, "%s",
		     e.text);
	check_kept("arguments", "-t\n区教育局 $(date)\n-d\nhp-3\n");
	check_kept("text", text);
}

Test(spool, leaves_the_printer_to_lp_when_none_is_named)
{
	struct err e = ERR_INIT;

	put_lp(keeping_lp);
	cr_assert_eq(spool_print("", "清单", "x", 1, &e), 0, "%s", e.text);
	check_kept("arguments", "-t\n清单\n");
}

struct pitch_case {
	int cols;
	char arguments[40];
};

ParameterizedTestParameters(spool, asks_for_characters_that_fit_the_page)
{
	static struct pitch_case cases[] = {
		{77, "-t\n清单\n"},
		{80, "-t\n清单\n-o\ncpi=10.4\n"},
		{132, "-t\n清单\n-o\ncpi=17.2\n"},
		{300, "-t\n清单\n"},
	};

	return cr_make_param_array(struct pitch_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct pitch_case *c, spool, asks_for_characters_that_fit_the_page)
{
	struct strbuf text = STRBUF_INIT;
	struct err e = ERR_INIT;

	strbuf_puts(&text, "任务清单\n");
	strbuf_pad(&text, '-', c->cols);
	strbuf_puts(&text, "\n\f第二页\n");
	put_lp(keeping_lp);
	cr_assert_eq(spool_print("", "清单", text.s, text.nbytes, &e), 0, "%s", e.text);
	check_kept("arguments", c->arguments);
	strbuf_free(&text);
}

Test(spool, takes_more_than_a_pipe_holds)
{
	struct err e = ERR_INIT;
	size_t nbytes = 1 << 20;
	char *text = xmalloc(nbytes + 1);

	memset(text, 'x', nbytes);
	text[nbytes] = '\0';
	put_lp(keeping_lp);
	cr_assert_eq(spool_print("hp", "清单", text, nbytes, &e), 0, "%s", e.text);
	check_kept("text", text);
	free(text);
}

Test(spool, tells_what_lp_complained_of)
{
	struct err e = ERR_INIT;

	put_lp("#!/bin/sh\necho 'lp: The printer or class does not exist.\x1b[31m' >&2\nexit 1\n");
	cr_assert_eq(spool_print("nowhere", "清单", "x", 1, &e), -1);
	cr_assert_eq(e.code, ERR_IO);
	cr_assert_not_null(strstr(e.text, "\"nowhere\""), "%s", e.text);
	cr_assert_not_null(strstr(e.text, "does not exist.;"), "%s", e.text);
	cr_assert_null(strchr(e.text, '\x1b'));
}

Test(spool, tells_how_a_silent_lp_ended)
{
	struct err e = ERR_INIT;

	put_lp("#!/bin/sh\nexit 3\n");
	cr_assert_eq(spool_print("hp", "清单", "x", 1, &e), -1);
	cr_assert_not_null(strstr(e.text, "status 3"), "%s", e.text);
}

Test(spool, survives_an_lp_that_does_not_read)
{
	struct err e = ERR_INIT;
	size_t nbytes = 1 << 20;
	char *text = xcalloc(1, nbytes);

	put_lp("#!/bin/sh\nexit 0\n");
	cr_assert_eq(spool_print("hp", "清单", text, nbytes, &e), 0, "%s", e.text);
	free(text);
}

Test(spool, says_that_lp_is_missing_and_what_to_do)
{
	struct err e = ERR_INIT;

	setenv("PATH", tmp.dir, 1);
	cr_assert_eq(spool_print("hp", "清单", "x", 1, &e), -1);
	cr_assert_eq(e.code, ERR_IO);
	cr_assert_not_null(strstr(e.text, "cups-client"), "%s", e.text);
	cr_assert_not_null(strstr(e.text, "--output"), "%s", e.text);
}

struct name_case {
	char name[24];
};

ParameterizedTestParameters(spool, refuses_what_names_no_printer)
{
	static struct name_case cases[] = {{"-h"},   {"a b"},	   {"a/b"},  {"a#b"},
					   {"a\nb"}, {"\x1b[31m"}, {"\x7f"}, {" hp"}};

	return cr_make_param_array(struct name_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct name_case *c, spool, refuses_what_names_no_printer)
{
	struct err e = ERR_INIT;

	put_lp(keeping_lp);
	cr_assert_eq(spool_print(c->name, "清单", "x", 1, &e), -1, "took \"%s\"", c->name);
	cr_assert_eq(e.code, ERR_INPUT);
	cr_assert_str_eq(e.field, "printer");
	cr_assert_null(strchr(e.text, '\x1b'));
}
