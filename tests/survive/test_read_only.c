/* A file or a folder that can only be read: everybody reads, the check checks, every write is
 * refused with a sentence that says what to do, and not a byte of it changes. */
#include "tests/survive/made.h"

#include "db/store_backup.h"
#include "db/plan/store_plan.h"
#include "db/store_verify.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <linux/capability.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* Of each write the first step that somebody can take. */
enum { MADE_MOST = 200 };
static struct made writes[MADE_MOST];
static int nwrites;

static void keep_write(const struct made *m, void *data)
{
	(void)data;
	cr_assert_lt(nwrites, MADE_MOST);
	writes[nwrites++] = *m;
}

static void begin(void)
{
	denied_fill();
	made_each(keep_write, NULL);
}

static void end(void)
{
	denied_end();
}

TestSuite(read_only, .init = begin, .fini = end);

struct mode_case {
	mode_t dir, file;
};

/* Permission bits count for root too, from here on. */
static int drop_capabilities(void)
{
	struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
	struct __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = {{0}};

	return (int)syscall(SYS_capset, &header, none);
}

/* What does nothing there, as its header says. */
static bool does_nothing(const struct denied_row *row)
{
	return row->call == denied_access_note || row->call == denied_session_begin;
}

/* The number of writes that were not refused as they should be. */
static int count_not_refused(void)
{
	int n = 0;

	for (int i = 0; i < nwrites; i++) {
		int result = made_do(&writes[i]);
		if (does_nothing(writes[i].row) && result == 0)
			continue;
		if (result >= 0 || denied.e.code != ERR_IO || !denied.e.text[0]) {
			fprintf(stderr, "%s: %s\n", writes[i].row->name, denied.e.text);
			n++;
		}
	}
	return n;
}

static int try_all(const char *copies)
{
	static const struct rotation rules = {1, 1, 1};
	struct verify_findings found;
	struct plan_rows plans;
	struct moment now = {.utc = 1641384000, .today = world_day(DENIED_TODAY)};
	struct backup done;

	if (drop_capabilities() || store_open(denied.path, &denied.s, &denied.e))
		return 1;
	if (store_plan_list(denied.s, &denied.a, NULL, &plans, &denied.e) || plans.n != 3)
		return 2;
	if (store_verify(denied.s, &denied.a, NULL, &found, &denied.e) || found.n)
		return 3;
	if (store_backup(denied.s, copies, now, &rules, NULL, &denied.a, &done, &denied.e))
		return 4;
	return count_not_refused() ? 5 : 0;
}

ParameterizedTestParameters(read_only, is_read_and_refuses_every_write)
{
	static struct mode_case cases[] = {{0555, 0444}, {0755, 0444}, {0555, 0644}};

	return cr_make_param_array(struct mode_case, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct mode_case *c, read_only, is_read_and_refuses_every_write)
{
	char *copies = xasprintf("%s-copies", denied.tmp.dir), *before, *now;
	size_t nbefore, nnow;
	int status;

	store_close(denied.s);
	denied.s = NULL;
	before = tmp_read(denied.path, &nbefore);
	cr_assert_eq(mkdir(copies, 0700), 0);
	cr_assert_eq(chmod(denied.path, c->file), 0);
	cr_assert_eq(chmod(denied.tmp.dir, c->dir), 0);
	pid_t child = fork();
	if (child == 0) {
		int step = try_all(copies);
		if (step)
			fprintf(stderr, "%s\n", denied.e.text);
		_exit(step);
	}
	cr_assert_eq(waitpid(child, &status, 0), child);
	chmod(denied.tmp.dir, 0700);
	cr_assert(WIFEXITED(status));
	cr_expect_eq(WEXITSTATUS(status), 0, "step %d", WEXITSTATUS(status));
	now = tmp_read(denied.path, &nnow);
	cr_expect(nnow == nbefore && memcmp(now, before, nnow) == 0, "the file has changed");
	free(now);
	free(before);
	free(copies);
}
