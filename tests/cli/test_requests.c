/* Receipt, what units ask and the office answers, from the command line: what is said, what comes
 * of it, and the command that a refusal offers. */
#include "cli/verbs.h"
#include "core/words.h"
#include "tests/cli/desk.h"

#include <criterion/criterion.h>
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
TestSuite(requests, .init = open_desk, .fini = close_desk);

#define HAS(text, part)                                                                            \
	cr_expect(strstr((text), (part)) != NULL, "no \"%s\" in:\n%s", (part), (text))
#define LACKS(text, part)                                                                          \
	cr_expect(strstr((text), (part)) == NULL, "\"%s\" in:\n%s", (part), (text))

static const char *unreceived(void)
{
	return desk_must(&d, "receive", "list", "--format", "tsv", NULL);
}

/* Education's report on its own action, accepted. */
static void accept_report(void)
{
	desk_must(&d, "report", "2", "--as", "jiaoyu", "--percent", "20", "--done", "建档三百份",
		  "--problems", "缺设备", "--submit", NULL);
	desk_must(&d, "review", "2", "--unit", "区教育局", "--accept", NULL);
}

Test(requests, a_unit_receives_one_task_then_all)
{
	HAS(unreceived(), "yx2021/1\tyx2021\t健康讲堂行动\t区教育局\tcoop\t");
	HAS(desk_must(&d, "receive", "2", "--as", "jiaoyu", NULL), "1");
	LACKS(unreceived(), "护眼行动\t区教育局");
	HAS(d.r.out, "护眼行动\t区科协");
	HAS(desk_must(&d, "receive", "--as", "jiaoyu", NULL), "1");
	LACKS(unreceived(), "区教育局");
	cr_expect_eq(desk_say(&d, "receive", "--as", "jiaoyu", NULL), 5);
	cr_expect_eq(desk_say(&d, "receive", "3", "--as", "jiaoyu", NULL), 4);
}

Test(requests, days_are_counted_from_the_issue)
{
	d.env[1] = "DUBAN_NOW=2021-11-26";
	HAS(unreceived(), "区水务局\tlead\t2021-11-21T");
	HAS(d.r.out, "\t5\n");
	desk_must(&d, "assign", "3", "区水务局", "--role", "shared", NULL);
	HAS(unreceived(), "区水务局\tshared\t2021-11-26T");
}

Test(requests, what_is_issued_again_is_received_again)
{
	desk_must(&d, "receive", "1", "--as", "jiaoyu", NULL);
	desk_must(&d, "assign", "1", "区教育局", "--role", "shared", NULL);
	HAS(unreceived(), "区教育局\tshared\t");
	desk_must(&d, "receive", "1", "--as", "jiaoyu", NULL);
	LACKS(unreceived(), "区教育局\tshared\t");
}

Test(requests, who_reports_has_received)
{
	desk_must(&d, "report", "2", "--as", "jiaoyu", "--percent", "5", "--done", "开始", NULL);
	LACKS(unreceived(), "护眼行动\t区教育局");
	desk_must(&d, "report", "3", "--unit", "区水务局", "--percent", "5", "--done", "开始",
		  NULL);
	HAS(unreceived(), "区水务局");
}

Test(requests, an_objection_is_settled_by_another_role)
{
	HAS(desk_must(&d, "request", "contest", "1", "--about", "role", "--reason",
		      "应由卫健部门承担", "--as", "jiaoyu", NULL),
	    "request 1 of 区教育局");
	LACKS(unreceived(), "健康讲堂行动\t区教育局");
	HAS(desk_must(&d, "request", "list", "--waiting", "--format", "tsv", NULL),
	    "1\tcontest\tasked\tyx2021\tyx2021/1\t区教育局\t");
	HAS(desk_must(&d, "request", "grant", "1", "--answer", "改为共同承担", NULL),
	    "duban assign yx2021/1 区教育局 --role");
	desk_must(&d, "assign", "1", "区教育局", "--role", "shared", NULL);
	HAS(desk_must(&d, "request", "show", "1", "--as", "jiaoyu", NULL), "改为共同承担");
	HAS(unreceived(), "区教育局\tshared\t");
}

Test(requests, who_objected_receives_after_all)
{
	desk_must(&d, "request", "contest", "1", "--about", "wording", "--reason", "无法量化",
		  "--as", "jiaoyu", NULL);
	desk_must(&d, "receive", "1", "--as", "jiaoyu", NULL);
	HAS(desk_must(&d, "request", "list", "--format", "tsv", NULL), "\ttaken-back\t");
	LACKS(unreceived(), "健康讲堂行动\t区教育局");
	cr_expect_eq(desk_say(&d, "request", "take-back", "1", "--as", "jiaoyu", NULL), 5);
}

Test(requests, an_extension_moves_the_milestone)
{
	desk_must(&d, "milestone", "add", "2", "照明检测", "--due", "2021-12-10", "--as", "jiaoyu",
		  NULL);
	cr_expect_eq(desk_say(&d, "request", "extension", "1", "--until", "2021-12-01", "--percent",
			      "60", "--reason", "设备晚到", "--as", "jiaoyu", NULL),
		     2);
	HAS(d.r.err, "--until: ");
	desk_must(&d, "request", "extension", "1", "--until", "2021-12-31", "--percent", "60",
		  "--reason", "设备晚到", "--as", "jiaoyu", NULL);
	cr_expect_eq(desk_say(&d, "request", "grant", "1", "--until", "2021-12-09", NULL), 2);
	HAS(d.r.err, "--until: ");
	desk_must(&d, "request", "grant", "1", "--until", "2021-12-20", NULL);
	HAS(desk_must(&d, "milestone", "list", "--format", "tsv", NULL), "\t2021-12-20\topen\t");
}

Test(requests, another_unit_does_not_ask_for_the_extension)
{
	desk_must(&d, "milestone", "add", "1", "开讲", "--due", "2021-12-10", "--unit",
		  "区卫生健康局", NULL);
	desk_must(&d, "milestone", "add", "1", "共同节点", "--due", "2021-12-10", NULL);
	for (const char *id = "1"; id; id = *id == '1' ? "2" : NULL)
		cr_expect_eq(desk_say(&d, "request", "extension", id, "--unit", "区教育局",
				      "--until", "2021-12-31", "--percent", "0", "--reason", "忙",
				      "--as", "jiaoyu", NULL),
			     5, "%s", d.r.err);
}

Test(requests, a_late_report_is_let_in_for_the_unit_alone)
{
	desk_must(&d, "period", "close", "2021Q4", NULL);
	cr_expect_eq(desk_say(&d, "report", "2", "--as", "jiaoyu", "--percent", "30", "--done",
			      "建档", "--period", "2021Q4", NULL),
		     5);
	HAS(d.r.err, "`duban request exception 2021Q4 --until DATE --reason TEXT`");
	desk_must(&d, "request", "exception", "2021Q4", "--until", "2021-11-30", "--reason",
		  "人员调动", "--as", "jiaoyu", NULL);
	HAS(desk_must(&d, "request", "list", "--format", "tsv", NULL), "\t2021Q4\t2021-11-30\t");
	desk_must(&d, "request", "grant", "1", NULL);
	desk_must(&d, "report", "2", "--as", "jiaoyu", "--percent", "30", "--done", "建档",
		  "--period", "2021Q4", NULL);
	cr_expect_eq(desk_say(&d, "report", "3", "--as", "shuiwu", "--percent", "30", "--done",
			      "换管", "--period", "2021Q4", NULL),
		     5);
	d.env[1] = "DUBAN_NOW=2021-12-01";
	cr_expect_eq(desk_say(&d, "report", "2", "--as", "jiaoyu", "--percent", "40", "--done",
			      "建档", "--period", "2021Q4", NULL),
		     5);
}

Test(requests, a_correction_changes_what_it_names)
{
	accept_report();
	cr_expect_eq(desk_say(&d, "report", "2", "--as", "jiaoyu", "--percent", "30", NULL), 5);
	HAS(d.r.err, "`duban request correction 2 --reason TEXT`");
	desk_must(&d, "request", "correction", "2", "--percent", "25", "--reason", "少报五所",
		  "--as", "jiaoyu", NULL);
	desk_must(&d, "request", "grant", "1", NULL);
	HAS(desk_must(&d, "show", "2", NULL), "25%");
	HAS(d.r.out, "建档三百份");
	HAS(d.r.out, "缺设备");
}

Test(requests, a_correction_counts_volumes_anew)
{
	desk_must(&d, "report", "1", "--as", "jiaoyu", "--percent", "20", "--done", "开讲",
		  "--volume", "1=300", "--submit", NULL);
	desk_must(&d, "review", "1", "--unit", "区教育局", "--accept", NULL);
	cr_expect_eq(desk_say(&d, "request", "correction", "1", "--volume", "9=1", "--reason",
			      "少报", "--as", "jiaoyu", NULL),
		     3);
	desk_must(&d, "request", "correction", "1", "--volume", "1=320", "--reason", "少报二十份",
		  "--as", "jiaoyu", NULL);
	HAS(desk_must(&d, "request", "show", "1", NULL), "320");
	LACKS(desk_must(&d, "show", "1", NULL), "320");
	desk_must(&d, "request", "grant", "1", NULL);
	HAS(desk_must(&d, "show", "1", NULL), "320");
}

Test(requests, who_objects_to_what_is_not_its_own_hears_what_is)
{
	cr_expect_eq(desk_say(&d, "request", "contest", "3", "--about", "role", "--reason", "另定",
			      "--as", "jiaoyu", NULL),
		     4);
	HAS(d.r.err, "3 is no task of 区教育局; its tasks are: yx2021/1、yx2021/2");
}

Test(requests, an_action_is_closed_out_and_opened_again)
{
	desk_must(&d, "evidence", "add", "2", "--kind", "document", "--doc-no", "云教〔2021〕8号",
		  "--as", "jiaoyu", NULL);
	desk_must(&d, "request", "completion", "2", "--reason", "全部建档", "--evidence", "1",
		  "--as", "jiaoyu", NULL);
	HAS(desk_must(&d, "request", "show", "1", NULL), "云教〔2021〕8号");
	desk_must(&d, "evidence", "add", "2", "--kind", "note", "--title", "抽查记录", "--request",
		  "1", "--as", "jiaoyu", NULL);
	HAS(desk_must(&d, "evidence", "list", "--request", "1", "--format", "tsv", NULL),
	    "抽查记录");
	HAS(d.r.out, "云教〔2021〕8号");
	desk_must(&d, "request", "refuse", "1", "--answer", "缺验收单", NULL);
	desk_must(&d, "request", "completion", "2", "--reason", "补验收单", "--as", "jiaoyu", NULL);
	cr_expect_eq(desk_say(&d, "request", "grant", "2", NULL), 5);
	HAS(d.r.err, "yx2021/2 still has something open: 2 reports");
	HAS(d.r.err, "`duban request show 2`");
	HAS(desk_must(&d, "request", "show", "2", NULL), "Still open in the action");
	desk_must(&d, "request", "grant", "2", "--despite", NULL);
	LACKS(desk_must(&d, "request", "show", "2", NULL), "Still open in the action");
	cr_expect_eq(desk_say(&d, "report", "2", "--as", "jiaoyu", "--percent", "99", "--done",
			      "又做", NULL),
		     5);
	desk_must(&d, "action", "reopen", "2", "--reason", "新增两所学校", NULL);
	desk_must(&d, "report", "2", "--as", "jiaoyu", "--percent", "99", "--done", "又做", NULL);
	HAS(desk_must(&d, "log", "--format", "tsv", NULL), "新增两所学校");
}

Test(requests, evidence_of_another_unit_proves_nothing_here)
{
	desk_must(&d, "evidence", "add", "3", "--kind", "document", "--doc-no", "云水〔2021〕1号",
		  "--as", "shuiwu", NULL);
	cr_expect_eq(desk_say(&d, "request", "completion", "2", "--reason", "完成", "--evidence",
			      "1", "--as", "jiaoyu", NULL),
		     2);
	HAS(d.r.err, "--evidence: ");
	HAS(desk_must(&d, "request", "list", "--format", "tsv", NULL), "answer\n");
	LACKS(d.r.out, "completion");
}

Test(requests, a_unit_sees_its_own)
{
	desk_must(&d, "request", "contest", "1", "--about", "role", "--reason", "另定", "--as",
		  "jiaoyu", NULL);
	LACKS(desk_must(&d, "request", "list", "--as", "shuiwu", "--format", "tsv", NULL),
	      "区教育局");
	cr_expect_eq(desk_say(&d, "request", "show", "1", "--as", "shuiwu", NULL), 4);
	cr_expect_eq(desk_say(&d, "request", "take-back", "1", "--as", "shuiwu", NULL), 4);
	cr_expect_eq(desk_say(&d, "request", "grant", "1", "--as", "jiaoyu", NULL), 4);
}

Test(requests, merged_units_keep_what_they_asked)
{
	desk_must(&d, "unit", "add", "区教体局", NULL);
	desk_must(&d, "assign", "3", "区教体局", "--role", "coop", NULL);
	desk_must(&d, "request", "contest", "3", "--about", "assignment", "--reason", "非我职责",
		  "--unit", "区教体局", NULL);
	desk_must(&d, "unit", "merge", "区教体局", "区教育局", NULL);
	HAS(desk_must(&d, "request", "list", "--as", "jiaoyu", "--format", "tsv", NULL),
	    "1\tcontest\tasked\tyx2021\tyx2021/3\t区教育局\t");
	desk_must(&d, "request", "take-back", "1", "--as", "jiaoyu", NULL);
}

Test(requests, every_kind_has_the_verb_that_asks_for_it)
{
	for (int kind = REQUEST_NONE + 1; kind < REQUEST_KIND_COUNT; kind++)
		cr_expect_not_null(
			verb_find("request", request_kind_word((enum request_kind)kind)));
}

Test(requests, what_was_refused_is_asked_anew_with_its_evidence)
{
	desk_must(&d, "evidence", "add", "2", "--kind", "document", "--title", "验收单", "--as",
		  "jiaoyu", NULL);
	HAS(desk_must(&d, "request", "completion", "2", "--reason", "全部完成", "--evidence", "1",
		      "--as", "jiaoyu", NULL),
	    "still open in the action: ");
	LACKS(d.r.out, "proves this one too");
	desk_must(&d, "request", "refuse", "1", "--answer", "缺检测报告", NULL);
	HAS(desk_must(&d, "request", "completion", "2", "--reason", "全部完成，报告已补", "--as",
		      "jiaoyu", NULL),
	    "the evidence of request 1 proves this one too");
	HAS(desk_must(&d, "request", "show", "2", NULL), "缺检测报告");
	HAS(d.r.out, "验收单");
	HAS(d.r.out, "Conclusion");
}

Test(requests, an_extension_that_waits_is_told_with_the_milestone)
{
	desk_must(&d, "milestone", "add", "2", "照明检测", "--due", "2021-12-10", "--as", "jiaoyu",
		  NULL);
	desk_must(&d, "request", "extension", "1", "--until", "2021-12-25", "--percent", "60",
		  "--reason", "设备晚到", "--as", "jiaoyu", NULL);
	HAS(d.r.err, "2021-12-25 (Sat) is a day off");
	HAS(desk_must(&d, "milestone", "list", "--format", "tsv", NULL), "\t1\t2021-12-25\n");
	desk_must(&d, "request", "grant", "1", NULL);
	HAS(d.r.err, "2021-12-25 (Sat) is a day off");
	HAS(desk_must(&d, "request", "show", "1", NULL), "The date until then");
	HAS(d.r.out, "2021-12-10");
}
