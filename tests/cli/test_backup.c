/* Backups, the way back and the verification, as an administrator types them. */
#include "core/mem.h"
#include "tests/cli/desk.h"
#include "tests/support/file_check.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct desk d;
static char *folder;

static void open_desk(void)
{
	desk_open(&d);
	folder = tmp_path(&d.tmp, "copies");
	cr_assert_eq(mkdir(folder, 0700), 0);
}
static void close_desk(void)
{
	free(folder);
	desk_close(&d);
}
TestSuite(backup, .init = open_desk, .fini = close_desk);

#define HAS(text, part)                                                                            \
	cr_expect(strstr((text), (part)) != NULL, "no \"%s\" in:\n%s", (part), (text))

/* The path that `backup` has told. The caller frees it. */
static char *made(void)
{
	const char *out = desk_must(&d, "backup", folder, NULL);

	return strndup(out, strcspn(out, ":"));
}

Test(backup, comes_back)
{
	char *copy = made();

	HAS(copy, "duban-20211121-");
	HAS(d.r.out, "verified");
	desk_must(&d, "unit", "add", "区档案馆", NULL);
	desk_must(&d, "restore", copy, NULL);
	HAS(d.r.out, "is kept as");
	cr_expect_null(strstr(desk_must(&d, "unit", "list", NULL), "区档案馆"));
	HAS(desk_must(&d, "log", "--limit", "1", NULL), "brought back from a backup");
	HAS(desk_must(&d, "access", "list", NULL), "backup");
	free(copy);
}

Test(backup, brings_nobody_back_who_was_shut_out)
{
	char *copy = made();

	desk_must(&d, "person", "disable", "jiaoyu", NULL);
	desk_must(&d, "restore", copy, NULL);
	HAS(d.r.out, "1 person who had been shut out since is shut out here too");
	cr_expect_null(strstr(d.r.out, "cannot be read"));
	HAS(desk_must(&d, "log", "--limit", "1", NULL), "account open: yes → no");
	cr_assert_eq(unlink(d.db), 0);
	desk_must(&d, "restore", copy, NULL);
	HAS(d.r.out, "look through them (duban key list, duban person list)");
	free(copy);
}

Test(backup, goes_where_the_configuration_says)
{
	char *conf = xasprintf("backup = { folder = \"%s\"; daily = 3; };\n", folder);
	char *path = tmp_puts(&d.tmp, "backup.conf", conf);

	cr_expect_eq(desk_say(&d, "backup", NULL), 2);
	HAS(d.r.err, "name a folder");
	desk_must(&d, "backup", "--config", path, NULL);
	HAS(d.r.out, "older backups: 0 kept, 0 removed");
	free(path);
	free(conf);
}

Test(backup, a_folder_that_is_not_there_is_said)
{
	cr_expect_eq(desk_say(&d, "backup", "/nowhere", NULL), 3);
	HAS(d.r.err, "make it first");
}

Test(backup, check_tells_what_is_whole_and_what_is_not)
{
	char *copy = made(), *bytes, *half;
	size_t n;

	HAS(desk_must(&d, "check", NULL), "is whole");
	HAS(desk_must(&d, "check", copy, NULL), "is whole");
	bytes = tmp_read(copy, &n);
	half = tmp_write(&d.tmp, "half.db", bytes, n / 2);
	cr_expect_eq(desk_say(&d, "check", half, NULL), 9);
	HAS(d.r.out, "damaged");
	HAS(d.r.err, "is not whole, 1 fault was found");
	cr_expect_eq(desk_say(&d, "restore", half, NULL), 9);
	HAS(d.r.err, "nothing was changed: take another backup");
	cr_expect_null(strstr(d.r.err, "stop working"), "%s", d.r.err);
	HAS(desk_must(&d, "check", NULL), "is whole");
	cr_expect_eq(desk_say(&d, "check", "/nowhere.db", NULL), 3);
	free(half);
	free(bytes);
	free(copy);
}

Test(backup, what_another_program_wrote_is_taken_by_renew_when_that_is_said)
{
	HAS(desk_must(&d, "check", "--renew", NULL), "is whole, nothing was changed");
	file_alter(d.db, "update person set phone = '8765' where login = 'jiaoyu'");
	cr_expect_eq(desk_say(&d, "person", "list", NULL), 9);
	HAS(d.r.err, "duban check --renew");
	cr_expect_eq(desk_say(&d, "check", NULL), 9);
	HAS(d.r.err, "run duban check --renew");
	cr_expect_eq(desk_say(&d, "check", "--renew", NULL), 2);
	HAS(d.r.out, " of person");
	HAS(d.r.err, "--yes takes the file as it is");
	cr_expect_eq(desk_say(&d, "check", NULL), 9);
	desk_must(&d, "check", "--renew", "--yes", NULL);
	HAS(d.r.out, "all its pages have sums");
	HAS(desk_must(&d, "check", NULL), "is whole");
	HAS(desk_must(&d, "log", "--limit", "1", NULL), "what another program wrote");
	desk_must(&d, "log", "verify", NULL);
	desk_must(&d, "person", "list", NULL);
}
