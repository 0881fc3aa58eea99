/* Stage plans, handing over and what is asked of units, from the command line. */
#include "tests/cli/desk.h"

#include <criterion/criterion.h>
#include <string.h>

static struct desk d;

static void setup(void)
{
	desk_open(&d);
}

static void teardown(void)
{
	desk_close(&d);
}

TestSuite(stage, .init = setup, .fini = teardown);

#define HAS(text, part) cr_expect(strstr(text, part), "%s", text)

Test(stage, what_breaks_the_order_is_pointed_out_and_done)
{
	desk_must(&d, "milestone", "add", "2", "方案", "--due", "2021-12-10", "--as", "jiaoyu",
		  NULL);
	desk_must(&d, "milestone", "add", "2", "培训", "--due", "2021-12-20", "--weight", "3",
		  "--after", "1", "--as", "jiaoyu", NULL);
	HAS(d.r.out, "milestone 2");
	cr_expect_str_eq(d.r.err, "");
	desk_must(&d, "milestone", "change", "2", "--due", "2021-12-05", "--as", "jiaoyu", NULL);
	HAS(d.r.err, "one of the two dates will not hold");
	desk_must(&d, "milestone", "done", "2", "--as", "jiaoyu", NULL);
	HAS(d.r.err, "still open");
	HAS(desk_must(&d, "milestone", "list", "--format", "json", NULL), "\"weight\": 3");
	cr_expect_eq(
		desk_say(&d, "milestone", "change", "1", "--after", "2", "--as", "jiaoyu", NULL),
		2);
	HAS(d.r.err, "--after");
	cr_expect_eq(
		desk_say(&d, "milestone", "change", "1", "--weight", "0", "--as", "jiaoyu", NULL),
		2);
	HAS(d.r.err, "--weight");
}

Test(stage, a_person_hands_over)
{
	desk_must(&d, "person", "add", "xinren", "何新", NULL);
	HAS(desk_must(&d, "person", "handover", "jiaoyu", "xinren", "--dry-run", NULL), "report");
	HAS(desk_must(&d, "person", "list", "--format", "tsv", NULL), "reporter:区教育局");
	HAS(desk_must(&d, "person", "handover", "jiaoyu", "xinren", NULL), "1 post");
	cr_expect_eq(desk_say(&d, "person", "handover", "jiaoyu", "xinren", NULL), 5);
	HAS(desk_must(&d, "list", "--as", "xinren", "--unit", "区教育局", "--format", "tsv", NULL),
	    "护眼行动");
}

Test(stage, tasks_that_nobody_is_there_for)
{
	HAS(desk_must(&d, "list", "--vacant", "--format", "tsv", NULL), "区科协");
	cr_expect(!strstr(d.r.out, "区水务局"), "%s", d.r.out);
	cr_expect_eq(desk_say(&d, "list", "--vacant", "--role", "lead", NULL), 2);
}

Test(stage, what_is_asked_of_units)
{
	HAS(desk_must(&d, "burden", "--unit", "区教育局", "--format", "tsv", NULL),
	    "区教育局\t2\t9\t0\t0\t");
	cr_expect_eq(desk_say(&d, "burden", "--from", "2021-01-01", NULL), 2);
}
