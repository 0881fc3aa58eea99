/* Cases and pilots from the command line: who hands in, who decides, who reads. */
#include "tests/cli/desk.h"

#include <criterion/criterion.h>
#include <string.h>

static struct desk d;

static void open_desk(void)
{
	desk_open(&d);
	desk_must(&d, "person", "add", "ban", "周科长", NULL);
	desk_must(&d, "person", "post", "ban", "office", NULL);
}
static void close_desk(void)
{
	desk_close(&d);
}
TestSuite(cases, .init = open_desk, .fini = close_desk);

#define HAS(text, part)                                                                            \
	cr_expect(strstr((text), (part)) != NULL, "no \"%s\" in:\n%s", (part), (text))
#define LACKS(text, part)                                                                          \
	cr_expect(strstr((text), (part)) == NULL, "\"%s\" in:\n%s", (part), (text))

static void hand_in(void)
{
	HAS(desk_must(&d, "case", "add", "3", "管网分段更新", "--text",
		      "分段停水,每段不过四小时;投诉减半。", "--as", "shuiwu", NULL),
	    "case 1 of 区水务局 for yx2021/3 is handed in");
}

Test(cases, are_handed_in_proved_and_selected)
{
	hand_in();
	desk_must(&d, "evidence", "add", "3", "--case", "1", "--kind", "document", "--doc-no",
		  "云水〔2021〕9号", "--as", "shuiwu", NULL);
	HAS(desk_must(&d, "case", "show", "1", NULL), "投诉减半");
	HAS(d.r.out, "云水〔2021〕9号");
	HAS(d.r.out, "has not decided");
	HAS(desk_must(&d, "evidence", "list", "--case", "1", NULL), "云水〔2021〕9号");
	HAS(desk_must(&d, "case", "select", "1", "--reason", "可推广", NULL), "is selected");
	HAS(desk_must(&d, "case", "show", "1", "--as", "jiaoyu", NULL), "可推广");
	cr_expect_eq(desk_say(&d, "case", "select", "1", NULL), 5, "%s", d.r.err);
	HAS(d.r.err, "selected already");
}

Test(cases, name_what_proves_them_when_they_are_handed_in)
{
	desk_must(&d, "evidence", "add", "3", "--kind", "document", "--doc-no", "云水〔2021〕9号",
		  "--as", "shuiwu", NULL);
	desk_must(&d, "evidence", "add", "2", "--kind", "note", "--title", "别人的", "--as",
		  "jiaoyu", NULL);
	cr_expect_eq(desk_say(&d, "case", "add", "3", "分段更新", "--text", "停水不过四小时。",
			      "--evidence", "2", "--as", "shuiwu", NULL),
		     2);
	HAS(d.r.err, "--evidence: ");
	HAS(desk_must(&d, "case", "list", NULL), "no case fits");
	desk_must(&d, "case", "add", "3", "分段更新", "--text", "停水不过四小时。", "--evidence",
		  "1", "--as", "shuiwu", NULL);
	HAS(desk_must(&d, "case", "show", "1", NULL), "云水〔2021〕9号");
}

Test(cases, that_are_not_selected_stay_in_the_unit)
{
	hand_in();
	cr_expect_eq(desk_say(&d, "case", "show", "1", "--as", "jiaoyu", NULL), 4, "%s", d.r.err);
	HAS(d.r.err, "may not read this: the unit is 区水务局");
	HAS(desk_must(&d, "case", "list", "--as", "jiaoyu", NULL), "no case fits");
	cr_expect_eq(desk_say(&d, "case", "decline", "1", NULL), 2, "a reason is needed");
	desk_must(&d, "case", "decline", "1", "--reason", "缺少数据", NULL);
	HAS(desk_must(&d, "case", "show", "1", "--as", "shuiwu", NULL), "缺少数据");
	HAS(desk_must(&d, "case", "list", "--state", "declined", "--format", "tsv", NULL),
	    "管网分段更新\tdeclined\tno\t0");
}

Test(cases, are_changed_until_they_are_decided_on)
{
	hand_in();
	cr_expect_eq(desk_say(&d, "case", "change", "1", "--as", "shuiwu", NULL), 2);
	desk_must(&d, "case", "change", "1", "--title", "管网更新一段一策", "--as", "shuiwu", NULL);
	HAS(desk_must(&d, "case", "show", "1", NULL), "管网更新一段一策");
	HAS(d.r.out, "投诉减半");
	desk_must(&d, "case", "select", "1", NULL);
	cr_expect_eq(
		desk_say(&d, "case", "change", "1", "--title", "又一次", "--as", "shuiwu", NULL), 5,
		"%s", d.r.err);
}

Test(cases, refuse_what_is_missing_and_who_may_not)
{
	cr_expect_eq(desk_say(&d, "case", "add", "3", " ", "--text", "x", "--as", "shuiwu", NULL),
		     2);
	HAS(d.r.err, "no title");
	cr_expect_eq(desk_say(&d, "case", "add", "2", "题", "--text", "x", "--as", "shuiwu", NULL),
		     4, "%s", d.r.err);
	hand_in();
	cr_expect_eq(desk_say(&d, "case", "select", "1", "--as", "jiaoyu", NULL), 4, "%s", d.r.err);
	cr_expect_eq(desk_say(&d, "case", "select", "1", "--as", "shuiwu", NULL), 4, "%s", d.r.err);
	cr_expect_eq(desk_say(&d, "pilot", "3", "--as", "shuiwu", NULL), 4, "%s", d.r.err);
}

Test(cases, pilots_are_marked_where_actions_are_read)
{
	HAS(desk_must(&d, "pilot", "3", NULL), "is a pilot now");
	HAS(desk_must(&d, "show", "3", NULL), "The action is a pilot.");
	HAS(desk_must(&d, "list", "--unit", "区水务局", "--format", "json", NULL),
	    "\"pilot\": \"yes\"");
	hand_in();
	HAS(desk_must(&d, "case", "list", "--format", "tsv", NULL), "offered\tyes\t0");
	cr_expect_eq(desk_say(&d, "pilot", "3", NULL), 5, "%s", d.r.err);
	desk_must(&d, "pilot", "3", "--off", NULL);
	LACKS(desk_must(&d, "show", "3", NULL), "pilot");
	HAS(desk_must(&d, "log", "--limit", "1", NULL), "pilot");
}
