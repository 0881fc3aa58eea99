/* A file or a folder that can only be read: everybody reads, the check checks, every write is
 * refused with a sentence that says what to do, and not a byte of it changes. */
#include "tests/survive/acts.h"

#include "db/store_backup.h"
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

static struct fixture f;

static void begin(void)
{
	fixture_begin(&f);
	fixture_fill(&f);
}

static void end(void)
{
	fixture_end(&f);
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

/* The number of acts that were not refused as they should be. access.note does nothing there, which
 * is what it says. */
static int count_not_refused(void)
{
	int n = 0;

	for (int i = 0; i < acts_count; i++) {
		f.e = (struct err)ERR_INIT;
		int result = acts[i].act(&f, 1);
		if (strcmp(acts[i].name, "access") == 0 && result == 0)
			continue;
		if (result == 0 || f.e.code != ERR_IO || !f.e.text[0]) {
			fprintf(stderr, "%s: %s\n", acts[i].name, f.e.text);
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
	struct backup done;

	if (drop_capabilities() || store_open(f.path, &f.s, &f.e))
		return 1;
	if (store_plan_list(f.s, &f.a, NULL, &plans, &f.e) || plans.n != 1)
		return 2;
	if (store_verify(f.s, &f.a, NULL, &found, &f.e) || found.n)
		return 3;
	if (store_backup(f.s, copies, f.now, &rules, NULL, &f.a, &done, &f.e))
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
	char *copies = xasprintf("%s-copies", f.tmp.dir), *before, *now;
	size_t nbefore, nnow;
	int status;

	store_close(f.s);
	f.s = NULL;
	before = tmp_read(f.path, &nbefore);
	cr_assert_eq(mkdir(copies, 0700), 0);
	cr_assert_eq(chmod(f.path, c->file), 0);
	cr_assert_eq(chmod(f.tmp.dir, c->dir), 0);
	pid_t child = fork();
	if (child == 0) {
		int step = try_all(copies);
		if (step)
			fprintf(stderr, "%s\n", f.e.text);
		_exit(step);
	}
	cr_assert_eq(waitpid(child, &status, 0), child);
	chmod(f.tmp.dir, 0700);
	cr_assert(WIFEXITED(status));
	cr_expect_eq(WEXITSTATUS(status), 0, "step %d", WEXITSTATUS(status));
	now = tmp_read(f.path, &nnow);
	cr_expect(nnow == nbefore && memcmp(now, before, nnow) == 0, "the file has changed");
	free(now);
	free(before);
	free(copies);
}
