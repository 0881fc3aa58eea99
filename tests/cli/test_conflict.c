/* A verb that somebody else was faster than: the other one holds the file while the verb has read
 * its row, changes it and lets go. Both values are printed, and nothing is written. */
#include "cli/cli.h"
#include "cli/verbs.h"
#include "db/sql.h"
#include "tests/cli/desk.h"

#include <criterion/criterion.h>

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct desk d;

static void open_desk(void)
{
	desk_open(&d);
}

static void close_desk(void)
{
	desk_close(&d);
}

TestSuite(verb_conflict, .init = open_desk, .fini = close_desk);

/* Called while the verb waits for the lock: the other one is done. */
static bool let_go(void *other, int waited_ms)
{
	struct err e = ERR_INIT;

	(void)waited_ms;
	if (sql_commit(other, &e))
		return false;
	return true;
}

enum { WORDS = 14 };
static const struct late_verb {
	const char *before[WORDS]; /* makes the row */
	const char *verb[WORDS];
	const char *faster; /* what the other one does */
	const char *now, *yours;
} late_verbs[] = {
	{{"case", "add", "3", "管网分段更新", "--text", "分段停水", "--as", "shuiwu"},
	 {"duban", "case", "change", "1", "--title", "管网夜间更新"},
	 "UPDATE example SET title = '管网整体更新', version = version + 1, changed_by = 1 "
	 "WHERE id = 1",
	 "by now: 管网整体更新",
	 "yours:  管网夜间更新"},
	{{"milestone", "add", "3", "管网更新完成", "--due", "2021-12-20", "--as", "shuiwu"},
	 {"duban", "milestone", "change", "1", "--title", "管网全部更新"},
	 "UPDATE milestone SET title = '管网更新一半', version = version + 1, changed_by = 1 "
	 "WHERE id = 1",
	 "by now: 管网更新一半",
	 "yours:  管网全部更新"},
	{{"report", "3", "--percent", "20", "--done", "更新两段", "--as", "shuiwu"},
	 {"duban", "report", "3", "--percent", "45"},
	 "UPDATE report SET percent = 30, version = version + 1, changed_by = 1 WHERE id = 1",
	 "by now: 30",
	 "yours:  45"},
};
enum { NVERBS = sizeof late_verbs / sizeof late_verbs[0] };

/* The program as far as a verb needs it, for the officer whose row it is. */
static void begin_cli(struct cli *cli, const struct late_verb *v)
{
	struct err e = ERR_INIT;
	int n = 0;

	*cli = (struct cli){.remote = "", .db = d.db};
	while (n < WORDS && v->verb[n])
		n++;
	cr_assert_eq(moment_read("2021-11-21", &cli->now, &e), 0, "%s", e.text);
	cr_assert_eq(args_parse(&cli->arena, n, (char **)(uintptr_t)v->verb, &cli->args, &e), 0,
		     "%s", e.text);
	cr_assert_eq(store_open(d.db, &cli->store, &e), 0, "%s", e.text);
	cr_assert_eq(store_person_find(cli->store, &cli->arena, "shuiwu", &cli->person, &e), 0);
	actor_of(&cli->who, &cli->person, "", cli->now);
}

static void make_row(const struct late_verb *v)
{
	run_free(&d.r);
	run_argv(&d.r, &(struct run_how){.env = d.env}, v->before);
	cr_assert_eq(d.r.status, 0, "%s", d.r.err);
}

/* What the verb has said on standard error, in the test's folder. */
static char *said(const char *path)
{
	fflush(stderr);
	return tmp_read(path, NULL);
}

static void late(const struct late_verb *v)
{
	char *path = tmp_path(&d.tmp, "said");
	struct err e = ERR_INIT;
	struct sql *other;
	struct cli cli;

	make_row(v);
	begin_cli(&cli, v);
	cr_assert_eq(sql_sqlite.open(&other, d.db, SQL_OPEN, &e), 0, "%s", e.text);
	cr_assert_eq(sql_begin(other, &e), 0, "%s", e.text);
	cr_assert_eq(sql_run_values(other, v->faster, &e, NULL, 0), 0, "%s", e.text);
	store_on_busy(cli.store, let_go, other);
	cr_assert(freopen(path, "w", stderr));
	cr_expect_eq(cli.args.verb->run(&cli, &e), -1);
	char *text = said(path);
	cr_expect_eq(e.code, ERR_CONFLICT, "%s", e.text);
	cr_expect(strstr(e.text, "after you opened it; nothing was written"), "%s", e.text);
	cr_expect(strstr(text, v->now), "\"%s\" in:\n%s", v->now, text);
	cr_expect(strstr(text, v->yours), "\"%s\" in:\n%s", v->yours, text);
	free(text);
	free(path);
	sql_close(other);
	store_close(cli.store);
	arena_free(&cli.arena);
}

Test(verb_conflict, prints_both_values)
{
	for (size_t i = 0; i < NVERBS; i++)
		late(&late_verbs[i]);
}

/* What was decided before is told with the refusal: state, who, when, and the answer. */
Test(verb_conflict, what_was_decided_is_told)
{
	static const struct {
		const char *before[3][WORDS], *verb[WORDS];
		const char *told;
	} cases[] = {
		{{{"milestone", "add", "yx2021/3", "水厂验收", "--due", "2021-11-30", "--unit",
		   "区水务局"},
		  {"request", "extension", "1", "--until", "2021-12-10", "--percent", "60",
		   "--reason", "管材未到", "--as", "shuiwu"},
		  {"request", "refuse", "1", "--answer", "不影响验收"}},
		 {"request", "grant", "1"},
		 "refused, 健康办, 2021-11-21 12:00: 不影响验收"},
		{{{"milestone", "add", "yx2021/3", "水厂验收", "--due", "2021-11-10", "--unit",
		   "区水务局"},
		  {"notice", "issue", "--unit", "区水务局"},
		  {"notice", "answer", "1", "本周完成", "--as", "shuiwu"}},
		 {"notice", "answer", "1", "下周完成", "--as", "shuiwu"},
		 "answered, 陈工, 2021-11-21 12:00: 本周完成"},
		{{{"case", "add", "3", "管网更新", "--text", "分段停水", "--as", "shuiwu"},
		  {"case", "decline", "1", "--reason", "缺数据"}},
		 {"case", "decline", "1", "--reason", "太短"},
		 "not selected, 健康办, 2021-11-21 12:00: 缺数据"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		for (size_t k = 0; k < 3 && cases[i].before[k][0]; k++) {
			run_free(&d.r);
			run_argv(&d.r, &(struct run_how){.env = d.env}, cases[i].before[k]);
			cr_assert_eq(d.r.status, 0, "%zu %zu: %s", i, k, d.r.err);
		}
		run_free(&d.r);
		run_argv(&d.r, &(struct run_how){.env = d.env}, cases[i].verb);
		cr_expect_eq(d.r.status, 5, "%zu: %d", i, d.r.status);
		cr_expect(strstr(d.r.err, cases[i].told), "%zu: %s", i, d.r.err);
		cr_expect(strstr(d.r.err, "already"), "%zu: %s", i, d.r.err);
		desk_close(&d);
		desk_open(&d);
	}
}
