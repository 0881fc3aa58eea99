/* Text given to a command: the words of the command, and real small programs that take it, refuse,
 * hang, are missing, talk too much, or leave others behind. */
#include "exchange/deliver.h"

#include "core/rule/notice.h"
#include "exchange/notice_json.h"
#include "tests/support/tmp.h"

#include <criterion/criterion.h>
#include <jansson.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static struct arena a;
static struct tmp tmp;
static struct err e;

static void begin(void)
{
	tmp_make(&tmp);
	e = (struct err)ERR_INIT;
}

static void end(void)
{
	tmp_remove(&tmp);
	arena_free(&a);
}
TestSuite(deliver, .init = begin, .fini = end);

Test(deliver, words_of_a_command)
{
	static const struct {
		const char *command, *words; /* parted by '|' */
	} cases[] = {
		{"send", "send"},
		{"  send\t-v  now ", "send|-v|now"},
		{"'/opt/my gate/send' \"to all\" x'y z'", "/opt/my gate/send|to all|xy z"},
		{"send ''", "send|"},
		{"send 'a\"b' \"c'd\"", "send|a\"b|c'd"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char **argv, *joined = "";

		cr_assert_eq(deliver_words(&a, cases[i].command, &argv, &e), 0, "%s", e.text);
		for (int k = 0; argv[k]; k++)
			joined = arena_printf(&a, "%s%s%s", joined, k ? "|" : "", argv[k]);
		cr_expect_str_eq(joined, cases[i].words);
	}
	const char **argv;
	cr_expect_eq(deliver_words(&a, "  ", &argv, &e), -1);
	cr_expect_eq(deliver_words(&a, "send 'x", &argv, &e), -1);
	cr_expect_eq(e.code, ERR_INPUT);
}

/* Runs a script that stands in a file of its own. */
static struct delivery run(const char *script, const char *text, int seconds)
{
	char *path = tmp_puts(&tmp, "gate", script);
	const char *argv[] = {path, tmp.dir, NULL};
	struct delivery d = {0};

	chmod(path, 0700);
	cr_assert_eq(deliver(&a, argv, text, seconds, &d, &e), 0, "%s", e.text);
	free(path);
	return d;
}

Test(deliver, a_command_takes_the_text)
{
	struct delivery d = run("#!/bin/sh\ncat >\"$1/got\"\necho 已收到\n", "{\"no\":1}\n", 20);
	char *path = tmp_path(&tmp, "got");
	size_t nbytes;
	char *got = tmp_read(path, &nbytes);

	cr_expect_eq(d.status, 0);
	cr_expect_str_eq(d.said, "已收到");
	cr_expect_str_eq(got, "{\"no\":1}\n");
	free(got);
	free(path);
}

Test(deliver, a_command_that_reads_nothing_of_much)
{
	char *much = malloc(1 << 20);

	memset(much, 'x', (1 << 20) - 1);
	much[(1 << 20) - 1] = '\0';
	cr_expect_eq(run("#!/bin/sh\nexit 0\n", much, 20).status, 0);
	free(much);
}

Test(deliver, a_command_that_fails_says_why)
{
	struct delivery d =
		run("#!/bin/sh\necho >&2\necho '网关拒绝：余额不足' >&2\nexit 7\n", "", 20);

	cr_expect_eq(d.status, 7);
	cr_expect_str_eq(d.said, "网关拒绝：余额不足");
}

Test(deliver, a_command_that_hangs_is_ended)
{
	struct delivery d = run("#!/bin/sh\necho waiting\nsleep 300 &\nwait\n", "", 1);

	cr_expect_eq(d.status, DELIVERY_TOO_LONG);
	cr_expect_str_eq(d.said, "waiting");
}

Test(deliver, one_that_ignores_signals_is_ended_too)
{
	cr_expect_eq(
		run("#!/bin/sh\ntrap '' TERM INT HUP\nwhile :; do sleep 1; done\n", "", 1).status,
		DELIVERY_TOO_LONG);
}

Test(deliver, a_command_that_is_missing)
{
	const char *argv[] = {"/no/such/command", NULL};
	struct delivery d = {0};

	cr_assert_eq(deliver(&a, argv, "", 5, &d, &e), 0, "%s", e.text);
	cr_expect_eq(d.status, DELIVERY_NO_START);
	cr_expect_gt(strlen(d.said), 0);
}

Test(deliver, one_that_talks_too_much)
{
	struct delivery d = run(
		"#!/bin/sh\nyes 一二三四五六七八九十一二三四五六七八九十 | tr -d '\\n' | head -c "
		"3000000\nexit 3\n",
		"", 60);

	cr_expect_eq(d.status, 3);
	cr_expect_eq(strlen(d.said), (size_t)DELIVER_SAID_MAX * strlen("一"));
}

Test(deliver, what_is_no_text_is_left_out)
{
	struct delivery d = run("#!/bin/sh\nprintf 'bad\\377\\033[31mline\\n'\nexit 1\n", "", 20);

	cr_expect_str_eq(d.said, "bad");
}

Test(deliver, what_it_leaves_behind_is_not_waited_for)
{
	struct delivery d = run("#!/bin/sh\nsleep 30 &\necho $!\n", "", 20);

	cr_expect_eq(d.status, 0);
	/* it lives, and holds the output open */
	cr_expect_eq(kill((pid_t)atoi(d.said), SIGKILL), 0);
}

Test(deliver, a_command_killed_by_a_signal)
{
	cr_expect_eq(run("#!/bin/sh\nkill -9 $$\n", "", 20).status, DELIVERY_KILLED);
}

static const char *text_of(const json_t *o, const char *name)
{
	const char *s = json_string_value(json_object_get(o, name));

	return s ? s : "(none)";
}

Test(deliver, a_notice_as_json)
{
	struct notice_item_row lines[] = {{.action_no = "3.1",
					   .action_title = "场地\"开放\"",
					   .what = "2021Q4",
					   .why = DEBT_REPORT,
					   .due = {2021, 12, 31},
					   .days = 3,
					   .times = 2}};
	struct notice_item_rows items = {lines, 1, 1};
	struct post_row posts[] = {{.unit_id = 2, .role = POST_REPORTER, .unit = "区体育局"}};
	struct person_row persons[] = {
		{.login = "ti", .name = "孙体", .phone = "555", .active = true},
		{.login = "old", .name = "旧人", .phone = "", .active = false}};
	struct notice_row n = {.id = 9,
			       .unit_id = 2,
			       .kind = NOTICE_URGE,
			       .no = 4,
			       .level = NOTICE_ORANGE,
			       .plan_code = "yx2021",
			       .plan_title = "方案",
			       .unit = "区体育局",
			       .issued_by = "邹主任",
			       .issued_at = 1641355200,
			       .answer_by = {2022, 1, 10},
			       .text = "请\n尽快"};

	for (int i = 0; i < 2; i++) {
		persons[i].posts.at = posts;
		persons[i].posts.n = 1;
	}
	struct person_rows people = {persons, 2, 2};
	char *text = notice_json(&n, &items, &people, 77, "5f8e");
	cr_expect_null(strchr(text, '\n'), "one line");
	json_t *o = json_loads(text, 0, NULL);
	cr_assert_not_null(o, "%s", text);
	cr_expect_eq(json_integer_value(json_object_get(o, "id")), 9);
	cr_expect_str_eq(text_of(o, "kind"), "urge");
	cr_expect_str_eq(text_of(o, "level"), "orange");
	cr_expect_str_eq(text_of(o, "text"), "请\n尽快");
	cr_expect_str_eq(text_of(o, "answer_by"), "2022-01-10");
	cr_expect_str_eq(text_of(o, "issued_at"), "2022-01-05T04:00:00Z");
	const json_t *item = json_array_get(json_object_get(o, "items"), 0);
	cr_expect_str_eq(text_of(item, "action"), "3.1");
	cr_expect_str_eq(text_of(item, "title"), "场地\"开放\"");
	cr_expect_str_eq(text_of(item, "due"), "2021-12-31");
	cr_expect_not_null(strstr(text_of(item, "reason"), "3 working days late"));
	const json_t *to = json_object_get(o, "people");
	cr_assert_eq(json_array_size(to), 1, "who cannot come in gets none");
	cr_expect_str_eq(text_of(json_array_get(to, 0), "phone"), "555");
	cr_expect_eq(json_integer_value(json_object_get(o, "log_row")), 77);
	cr_expect_str_eq(text_of(o, "log_head"), "5f8e");
	cr_expect_eq(json_object_size(o), NOTICE_FIELD_COUNT, "the manual lists all fields");
	for (int i = 0; i < NOTICE_FIELD_COUNT; i++)
		cr_expect_not_null(json_object_get(o, notice_fields[i].name), "%s",
				   notice_fields[i].name);
	json_decref(o);
	free(text);
}
