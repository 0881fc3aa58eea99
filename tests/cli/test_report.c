/* Reports through the verbs beyond entering one: editions, differences, parts, signing inside the
 * unit, acceptance of many, more time for a unit. */
#include "tests/cli/desk.h"

#include <criterion/criterion.h>
#include <string.h>

static struct desk d;

static void open_desk(void)
{
	desk_open(&d);
	desk_must(&d, "person", "add", "juzhang", "周局长", NULL);
	desk_must(&d, "person", "post", "juzhang", "approver", "--unit", "区教育局", NULL);
}

static void close_desk(void)
{
	desk_close(&d);
}

TestSuite(report_verbs, .init = open_desk, .fini = close_desk);

#define HAS(text, part)                                                                            \
	cr_expect(strstr((text), (part)) != NULL, "no \"%s\" in:\n%s", (part), (text))
#define LACKS(text, part)                                                                          \
	cr_expect(strstr((text), (part)) == NULL, "\"%s\" in:\n%s", (part), (text))
/* What the verb says when it does not do it. */
#define REFUSED(code, words, ...)                                                                  \
	do {                                                                                       \
		cr_expect_eq(desk_say(&d, __VA_ARGS__, NULL), (code), "%s", d.r.err);              \
		HAS(d.r.err, words);                                                               \
	} while (0)
enum { IS_INPUT = 2, IS_NOT_FOUND = 3, IS_DENIED = 4, IS_STATE = 5 };

static void hand_in(const char *percent, const char *done)
{
	desk_must(&d, "report", "2", "--as", "jiaoyu", "--percent", percent, "--done", done,
		  "--submit", NULL);
}

Test(report_verbs, editions_keep_what_was_reported_and_what_was_accepted)
{
	const char *out;

	hand_in("40", "建档一千份");
	desk_must(&d, "review", "2", "--unit", "区教育局", "--return", "请核对", NULL);
	hand_in("45", "建档一千二百份");
	desk_must(&d, "review", "2", "--unit", "区教育局", "--accept", NULL);
	out = desk_must(&d, "report", "editions", "2", "--as", "jiaoyu", "--format", "tsv", NULL);
	HAS(out, "1\tsubmitted\t2021-11-21T");
	HAS(out, "\t林老师\t40\tno\t\t建档一千份\t");
	HAS(out, "2\tsubmitted\t");
	HAS(out, "3\taccepted\t");
	HAS(out, "\t健康办\t45\tno\t\t建档一千二百份\t");
	HAS(desk_must(&d, "report", "editions", "2", "--unit", "区教育局", NULL), "as accepted");
}

Test(report_verbs, diff_marks_what_changed_word_by_word)
{
	hand_in("40", "建档一千份");
	REFUSED(IS_NOT_FOUND, "--accepted", "report", "diff", "2", "--as", "jiaoyu");
	desk_must(&d, "report", "recall", "2", "--as", "jiaoyu", NULL);
	hand_in("45", "建档一千二百份");
	HAS(desk_must(&d, "report", "diff", "2", "--as", "jiaoyu", NULL), "建档一千+[二百]份");
	HAS(d.r.out, "-[40]+[45]%");
	desk_must(&d, "review", "2", "--unit", "区教育局", "--accept", NULL);
	desk_must(&d, "period", "add", "2022Q1", NULL);
	d.env[1] = "DUBAN_NOW=2022-02-01";
	desk_must(&d, "report", "2", "--as", "jiaoyu", "--percent", "50", "--done",
		  "建档一千三百份", "--submit", NULL);
	HAS(desk_must(&d, "report", "diff", "2", "--as", "jiaoyu", "--accepted", NULL),
	    "一千-[二]+[三]百份");
	HAS(d.r.out, "2021Q4");
}

Test(report_verbs, parts_say_who_owes_one)
{
	hand_in("40", "建档一千份");
	d.env[1] = "DUBAN_NOW=2022-01-03";
	HAS(desk_must(&d, "report", "parts", "2", "--period", "2021Q4", "--as", "jiaoyu",
		      "--format", "tsv", NULL),
	    "区教育局\tlead\tsubmitted\t40\tno\t2021-12-31\t0\t\t建档一千份\n");
	HAS(d.r.out, "区科协\tcoop\tnone\t\tyes\t2021-12-31\t3\t\t\n");
}

Test(report_verbs, a_unit_that_signs_is_waited_for)
{
	HAS(desk_must(&d, "unit", "sign", "区教育局", "--as", "juzhang", NULL), "区教育局");
	HAS(desk_must(&d, "unit", "list", "--format", "tsv", NULL), "\tyes\t");
	hand_in("40", "建档一千份");
	REFUSED(IS_STATE, "周局长", "review", "2", "--unit", "区教育局", "--accept");
	LACKS(desk_must(&d, "review", "list", "--format", "tsv", NULL), "区教育局");
	HAS(desk_must(&d, "review", "list", "--as", "juzhang", "--format", "tsv", NULL),
	    "yx2021\t2\t区教育局\t2021Q4\tleader\t");
	desk_must(&d, "review", "2", "--as", "juzhang", "--send-back", "数字不对", NULL);
	HAS(desk_must(&d, "show", "2", "--as", "jiaoyu", NULL), "数字不对");
	hand_in("42", "建档一千一百份");
	desk_must(&d, "review", "2", "--as", "juzhang", "--sign", NULL);
	desk_must(&d, "review", "2", "--as", "juzhang", "--unsign", NULL);
	desk_must(&d, "review", "2", "--as", "juzhang", "--sign", NULL);
	HAS(desk_must(&d, "review", "list", "--format", "tsv", NULL),
	    "yx2021\t2\t区教育局\t2021Q4\toffice\t");
	desk_must(&d, "review", "2", "--unit", "区教育局", "--accept", NULL);
	HAS(desk_must(&d, "unit", "sign", "区教育局", "--off", NULL), "without");
	REFUSED(IS_STATE, "duban person post", "unit", "sign", "区科协");
	REFUSED(IS_INPUT, "--send-back", "review", "2", "--sign", "--accept");
}

Test(report_verbs, all_that_wait_are_accepted_together)
{
	hand_in("40", "建档一千份");
	desk_must(&d, "report", "3", "--as", "shuiwu", "--percent", "30", "--done", "换管三公里",
		  "--submit", NULL);
	desk_must(&d, "report", "1", "--unit", "区卫生健康局", "--percent", "10", "--done", "开讲",
		  "--submit", NULL);
	HAS(desk_must(&d, "review", "all", "--dry-run", NULL), "2 reports would be accepted");
	HAS(d.r.out, "1 more waits that you entered yourself");
	HAS(desk_must(&d, "review", "all", "--unit", "区水务局", NULL),
	    "yx2021/3 · 区水务局 · 2021Q4 30%\n1 report is accepted\n");
	HAS(desk_must(&d, "review", "all", "--period", "2021Q4", NULL), "区教育局");
	HAS(desk_must(&d, "list", "--unit", "区教育局", "--role", "lead", "--format", "tsv", NULL),
	    "\taccepted\t40\t");
	HAS(desk_must(&d, "review", "all", NULL), "0 reports are accepted");
	REFUSED(IS_DENIED, "accept or return reports", "review", "3", "--unit", "区水务局", "--as",
		"shuiwu", "--accept");
}

Test(report_verbs, a_unit_gets_more_time_than_the_others)
{
	desk_must(&d, "period", "add", "2021Q3", "--closes", "2021-11-20", NULL);
	REFUSED(IS_STATE, "2021-11-20", "report", "2", "--as", "jiaoyu", "--period", "2021Q3",
		"--percent", "20", "--done", "摸底", "--submit");
	REFUSED(IS_INPUT, "--until", "period", "allow", "2021Q3", "区教育局", "--until",
		"2021-11-20", "--reason", "系统故障");
	HAS(desk_must(&d, "period", "allow", "2021Q3", "区教育局", "--until", "2021-11-30",
		      "--reason", "系统故障", NULL),
	    "2021-11-30");
	desk_must(&d, "report", "2", "--as", "jiaoyu", "--period", "2021Q3", "--percent", "20",
		  "--done", "摸底", "--submit", NULL);
	HAS(desk_must(&d, "period", "exceptions", "--format", "tsv", NULL),
	    "yx2021\t2021Q3\t区教育局\t2021-11-30\t2021-11-20\t系统故障\t健康办\t");
	LACKS(desk_must(&d, "period", "exceptions", "--as", "shuiwu", "--format", "tsv", NULL),
	      "区教育局");
	REFUSED(IS_DENIED, "set reporting periods", "period", "allow", "2021Q3", "区水务局",
		"--until", "2021-11-30", "--reason", "x", "--as", "shuiwu");
}

Test(report_verbs, no_change_is_pointed_out_when_it_goes_on)
{
	hand_in("40", "建档一千份");
	desk_must(&d, "period", "add", "2022Q1", NULL);
	desk_must(&d, "period", "add", "2022Q2", NULL);
	d.env[1] = "DUBAN_NOW=2022-02-01";
	LACKS(desk_must(&d, "report", "2", "--as", "jiaoyu", "--no-change", "--submit", NULL),
	      "running");
	d.env[1] = "DUBAN_NOW=2022-05-01";
	HAS(desk_must(&d, "report", "2", "--as", "jiaoyu", "--no-change", "--submit", NULL),
	    "2 times running");
	HAS(desk_must(&d, "review", "list", "--format", "tsv", NULL), "\t40\t2\t建档一千份");
}

/* 1 is of both units, 2 of one of them. */
Test(report_verbs, of_two_own_units_the_one_that_has_the_action)
{
	desk_must(&d, "person", "post", "jiaoyu", "reporter", "--unit", "区卫生健康局", NULL);
	HAS(desk_must(&d, "report", "2", "--percent", "40", "--done", "建档", "--as", "jiaoyu",
		      NULL),
	    "区教育局");
	cr_expect_eq(desk_say(&d, "report", "1", "--percent", "40", "--as", "jiaoyu", NULL), 2);
	HAS(d.r.err, "--unit NAME");
}
