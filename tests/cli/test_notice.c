/* Notices by verbs, from the debt to the answer, and the command that carries them out of the file.
 */
#include "core/mem.h"
#include "tests/cli/desk.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define HAS(text, part)                                                                            \
	cr_expect(strstr((text), (part)) != NULL, "no \"%s\" in:\n%s", (part), (text))
#define LACKS(text, part)                                                                          \
	cr_expect(strstr((text), (part)) == NULL, "\"%s\" in:\n%s", (part), (text))

static struct desk d;

/* A milestone of the water office that is late on the desk's day. */
static void open_desk(void)
{
	desk_open(&d);
	desk_must(&d, "milestone", "add", "yx2021/3", "水厂验收", "--due", "2021-11-10", "--unit",
		  "区水务局", NULL);
}
static void close_desk(void)
{
	desk_close(&d);
}
TestSuite(notice_verbs, .init = open_desk, .fini = close_desk);

Test(notice_verbs, shows_what_would_be_issued)
{
	char *before = desk_dump(&d), *after;
	const char *out = desk_must(&d, "remind", "--dry-run", NULL);

	HAS(out, "区水务局");
	HAS(out, "the milestone \"水厂验收\" is not done; due 2021-11-10, 7 working days late");
	LACKS(out, "区教育局");
	out = desk_must(&d, "remind", "--dry-run", "--format", "tsv", NULL);
	HAS(out, "yx2021\t区水务局\torange\t3\t");
	HAS(out, "\tmilestone\t水厂验收\t2021-11-10\t7\t0\t0\tno\n");
	after = desk_dump(&d);
	cr_expect_str_eq(before, after);
	free(before);
	free(after);
}

Test(notice_verbs, from_the_debt_to_the_answer)
{
	HAS(desk_must(&d, "remind", NULL), "urge notice yx2021 no. 1 to 区水务局, orange, 1 line");
	HAS(desk_must(&d, "remind", NULL), "no notice is due");
	HAS(desk_must(&d, "notice", "list", "--open", "--format", "tsv", "--as", "shuiwu", NULL),
	    "1\tyx2021\turge\t1\t区水务局\torange\t3\t1\t2021-11-24\tissued\t");
	LACKS(desk_must(&d, "notice", "list", "--format", "tsv", "--as", "jiaoyu", NULL), "urge");
	HAS(desk_must(&d, "notice", "show", "1", NULL), "水厂验收");
	HAS(desk_must(&d, "notice", "show", "1", "--format", "tsv", NULL),
	    "3\t净水行动\tmilestone\t水厂验收\t2021-11-10\t7\t1\n");
	cr_expect_eq(desk_say(&d, "notice", "answer", "1", "好", "--as", "jiaoyu", NULL), 4);
	desk_must(&d, "notice", "answer", "1", "下周验收", "--as", "shuiwu", NULL);
	HAS(desk_must(&d, "notice", "list", "--format", "tsv", NULL), "\tanswered\t");
	cr_expect_eq(desk_say(&d, "notice", "issue", "--unit", "区水务局", NULL), 5);
	HAS(desk_must(&d, "notice", "issue", "--unit", "区水务局", "--again", "--text", "请速办",
		      NULL),
	    "no. 2 to 区水务局");
	desk_must(&d, "milestone", "done", "1", "--as", "shuiwu", NULL);
	HAS(desk_must(&d, "notice", "list", "--format", "tsv", NULL), "\tclosed\t");
	LACKS(desk_must(&d, "notice", "list", "--open", "--format", "tsv", NULL), "urge");
}

/* 2021-11-10 was a Wednesday, the day of the desk is Sunday the 21st. */
Test(notice_verbs, days_that_were_free_do_not_count_and_the_words_say_so)
{
	desk_must(&d, "notice", "issue", "--unit", "区水务局", NULL);
	HAS(desk_must(&d, "notice", "show", "1", NULL), "7 working days late");
	HAS(desk_must(&d, "notice", "show", "1", "--format", "tsv", NULL), "\t7\t1");
	HAS(desk_must(&d, "list", "--unit", "区水务局", NULL), "11 days late");
}

Test(notice_verbs, a_leader_instructs)
{
	cr_expect_eq(desk_say(&d, "notice", "instruct", "yx2021/1", "请加快", NULL), 4);
	desk_must(&d, "person", "add", "quzhang", "严区长", NULL);
	desk_must(&d, "person", "post", "quzhang", "leader", NULL);
	HAS(desk_must(&d, "notice", "instruct", "yx2021/1", "请加快", "--unit", "区教育局", "--by",
		      "2021-11-30", "--level", "red", "--as", "quzhang", NULL),
	    "instruction yx2021 no. 1 to 区教育局, red");
	desk_must(&d, "notice", "answer", "1", "本月完成", "--as", "jiaoyu", NULL);
	HAS(desk_must(&d, "notice", "show", "1", "--as", "quzhang", NULL), "本月完成");
	cr_expect_eq(desk_say(&d, "notice", "close", "1", NULL), 4, "it is the leader's");
	desk_must(&d, "notice", "close", "1", "--as", "quzhang", NULL);
	cr_expect_eq(desk_say(&d, "notice", "close", "1", "--as", "quzhang", NULL), 5);
	cr_expect_eq(desk_say(&d, "notice", "show", "9", NULL), 3);
}

/* A configuration that names a script of these lines. */
static char *configure(const char *script, const char *seconds)
{
	char *gate = tmp_puts(&d.tmp, "gate", script), *config, *text;

	chmod(gate, 0700);
	text = xasprintf("notice: { command = \"'%s' '%s'\"; seconds = %s; };\n", gate, d.tmp.dir,
			 seconds);
	config = tmp_puts(&d.tmp, "notice.conf", text);
	free(text);
	free(gate);
	return config;
}

Test(notice_verbs, the_command_gets_each_as_json)
{
	char *config = configure("#!/bin/sh\ncat >>\"$1/got\"; echo >>\"$1/got\"\n", "20");
	char *path = tmp_path(&d.tmp, "got"), *got;

	HAS(desk_must(&d, "remind", "--config", config, NULL), "1 notice sent");
	got = tmp_read(path, NULL);
	cr_assert_not_null(got);
	HAS(got, "\"unit\":\"区水务局\"");
	HAS(got, "\"login\":\"shuiwu\"");
	HAS(got, "\"what\":\"水厂验收\"");
	free(got);
	LACKS(desk_must(&d, "notice", "send", "--config", config, NULL), "sent");
	HAS(desk_must(&d, "notice", "list", "--format", "tsv", NULL), "\tsent\n");
	free(path);
	free(config);
}

Test(notice_verbs, a_command_that_fails_stops_nothing)
{
	char *config = configure("#!/bin/sh\necho 余额不足; exit 7\n", "20");

	HAS(desk_must(&d, "remind", "--config", config, NULL), "no. 1 to 区水务局");
	HAS(d.r.err, "ended with status 7: 余额不足");
	HAS(desk_must(&d, "notice", "list", "--unsent", "--format", "tsv", NULL), "余额不足");
	free(config);
	config = configure("#!/bin/sh\nsleep 300\n", "1");
	desk_must(&d, "remind", "--config", config, NULL);
	HAS(d.r.err, "took too long");
	free(config);
	config = configure("#!/no/such/shell\n", "1");
	desk_must(&d, "remind", "--config", config, NULL);
	HAS(d.r.err, "cannot be started");
	free(config);
	config = configure("#!/bin/sh\nexit 0\n", "20");
	HAS(desk_must(&d, "remind", "--config", config, NULL), "1 notice sent");
	LACKS(desk_must(&d, "notice", "list", "--unsent", "--format", "tsv", NULL), "区水务局");
	free(config);
}
