/* The question before a plan is stored, asked only where somebody can answer. */
#include "tests/cli/desk.h"

#include "tests/support/pty.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static struct desk d;

static void open_desk(void)
{
	desk_make(&d);
	desk_must(&d, "init", NULL);
}
static void close_desk(void)
{
	desk_close(&d);
}
TestSuite(ask, .init = open_desk, .fini = close_desk);

/* Imports on a terminal and types the answer; the exit status. */
static int import_answering(const char *answer)
{
	const char *words[] = {"import", d.plan, "--code", "yx2021", NULL};
	struct pty *p = pty_start(&(struct pty_how){.argv = words, .env = d.env});
	int status;

	cr_expect(pty_wait_text(p, "[y/N]"), "%s", pty_screen(p));
	pty_type(p, answer);
	pty_key(p, "Enter");
	status = pty_wait_exit(p);
	pty_end(p);
	return status;
}

static bool is_stored(void)
{
	return strstr(desk_must(&d, "plan", "list", "--format", "tsv", NULL), "yx2021") != NULL;
}

Test(ask, no_stores_nothing)
{
	cr_expect_eq(import_answering("n"), 5);
	cr_expect_not(is_stored());
}

Test(ask, nothing_is_no)
{
	cr_expect_eq(import_answering(""), 5);
	cr_expect_not(is_stored());
}

Test(ask, yes_stores)
{
	cr_expect_eq(import_answering("y"), 0);
	cr_expect(is_stored());
}

Test(ask, yes_in_chinese_stores)
{
	cr_expect_eq(import_answering("是"), 0);
	cr_expect(is_stored());
}

Test(ask, terminal_that_is_not_known)
{
	struct pty *p;
	const char *none[] = {NULL};

	d.env[4] = "TERM=nonsense";
	p = pty_start(&(struct pty_how){.argv = none, .env = d.env});
	cr_expect(pty_wait_text(p, "nonsense"), "%s", pty_screen(p));
	cr_expect_eq(pty_wait_exit(p), 10);
	pty_end(p);
}
