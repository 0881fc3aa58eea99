/* Every verb on its happy path: what it says, and what is in the file afterwards. */
#include "tests/cli/desk.h"

#include <criterion/criterion.h>
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
TestSuite(verbs, .init = open_desk, .fini = close_desk);

#define HAS(text, part)                                                                            \
	cr_expect(strstr((text), (part)) != NULL, "no \"%s\" in:\n%s", (part), (text))
#define LACKS(text, part)                                                                          \
	cr_expect(strstr((text), (part)) == NULL, "\"%s\" in:\n%s", (part), (text))

Test(verbs, import_stores_plan_with_units)
{
	const char *out = desk_must(&d, "plan", "list", "--format", "tsv", NULL);

	HAS(out, "yx2021\t健康云溪2021年工作计划\t");
	HAS(out, "\topen\t3\t4\n");
	out = desk_must(&d, "list", "--format", "tsv", NULL);
	HAS(out, "yx2021/1\tyx2021\t");
	HAS(out, "\t健康讲堂行动\t区卫生健康局\tlead\t");
	HAS(out, "\t健康讲堂行动\t区教育局\tcoop\t");
	out = desk_must(&d, "list", "--unit", "区教育局", "--role", "lead", "--format", "tsv",
			NULL);
	HAS(out, "护眼行动");
	LACKS(out, "健康讲堂行动");
}

Test(verbs, import_shows_without_storing)
{
	char *before = desk_dump(&d), *after;
	const char *out = desk_must(&d, "import", "--dry-run", d.plan, NULL);

	HAS(out, "健康云溪2021年工作计划");
	HAS(out, "★区水务局");
	out = desk_must(&d, "import", "--dry-run", "--format", "json", d.plan, NULL);
	HAS(out, "\"title\": \"护眼行动\"");
	after = desk_dump(&d);
	cr_expect_str_eq(before, after);
	free(before);
	free(after);
}

Test(verbs, import_takes_plan_json)
{
	const char *json = desk_must(&d, "import", "--dry-run", "--format", "json", d.plan, NULL);
	char *text = strdup(json), *path;

	/* Another district: the same text again would be refused. */
	for (char *s = text; (s = strstr(s, "云溪"));)
		memcpy(s, "青田", strlen("青田"));
	path = tmp_puts(&d.tmp, "plan.json", text);
	desk_must(&d, "import", path, "--yes", "--code", "json", NULL);
	HAS(desk_must(&d, "plan", "list", "--format", "tsv", NULL),
	    "json\t健康青田2021年工作计划\t");
	HAS(desk_must(&d, "list", "--plan", "json", "--format", "tsv", NULL), "json/2\t");
	free(path);
	free(text);
}

Test(verbs, report_goes_from_draft_to_accepted)
{
	HAS(desk_must(&d, "report", "yx2021/2", "--as", "jiaoyu", "--percent", "45", "--done",
		      "建档一千二百份", NULL),
	    "45%");
	HAS(desk_must(&d, "list", "--as", "jiaoyu", "--format", "tsv", NULL), "\tdraft\t");
	/* Handing in keeps what the draft says. */
	desk_must(&d, "report", "2", "--as", "jiaoyu", "--next", "培训校医", "--submit", NULL);
	HAS(desk_must(&d, "show", "2", NULL), "建档一千二百份");
	HAS(d.r.out, "培训校医");
	desk_must(&d, "review", "2", "--unit", "区教育局", "--return", "请补充学校数", NULL);
	HAS(desk_must(&d, "show", "2", "--as", "jiaoyu", NULL), "请补充学校数");
	HAS(d.r.out, "建档一千二百份");
	desk_must(&d, "report", "2", "--as", "jiaoyu", "--percent", "60%", "--submit", NULL);
	desk_must(&d, "review", "2", "--unit", "区教育局", "--accept", NULL);
	HAS(desk_must(&d, "list", "--unit", "区教育局", "--role", "lead", "--format", "tsv", NULL),
	    "\taccepted\t60\t");
}

Test(verbs, report_counts_volumes)
{
	HAS(desk_must(&d, "show", "1", NULL), "400");
	desk_must(&d, "report", "1", "--as", "jiaoyu", "--percent", "10", "--done", "开讲",
		  "--volume", "1=35", "--submit", NULL);
	HAS(desk_must(&d, "show", "1", NULL), "35");
}

Test(verbs, report_says_again_what_was_said)
{
	desk_must(&d, "report", "2", "--as", "jiaoyu", "--percent", "45", "--done", "建档",
		  "--submit", NULL);
	desk_must(&d, "review", "2", "--unit", "区教育局", "--accept", NULL);
	desk_must(&d, "period", "add", "2022Q1", NULL);
	d.env[1] = "DUBAN_NOW=2022-02-01";
	HAS(desk_must(&d, "report", "2", "--as", "jiaoyu", "--no-change", "--submit", NULL),
	    "2022Q1");
	HAS(d.r.out, "45%");
}

Test(verbs, leader_signs_off_and_office_reports_on_behalf)
{
	desk_must(&d, "person", "add", "juzhang", "周局长", NULL);
	desk_must(&d, "person", "post", "juzhang", "approver", "--unit", "区水务局", NULL);
	desk_must(&d, "report", "3", "--unit", "区水务局", "--percent", "30", "--done",
		  "换管三公里", "--submit", NULL);
	desk_must(&d, "review", "3", "--sign", "--as", "juzhang", NULL);
	HAS(desk_must(&d, "list", "--unit", "区水务局", "--format", "tsv", NULL), "\tsigned\t30\t");
	/* Nobody reviews what they entered themselves, the office on behalf of a unit neither. */
	cr_expect_eq(desk_say(&d, "review", "3", "--unit", "区水务局", "--accept", NULL), 4);
}

Test(verbs, milestone_needs_its_evidence)
{
	HAS(desk_must(&d, "milestone", "add", "2", "教室照明检测", "--due", "2021-12-20",
		      "--needs-evidence", "--as", "jiaoyu", NULL),
	    "2021-12-20");
	HAS(desk_must(&d, "milestone", "list", "--open", "--format", "tsv", NULL),
	    "\t教室照明检测\t区教育局\t2021-12-20\topen\t");
	cr_expect_eq(desk_say(&d, "milestone", "done", "1", "--as", "jiaoyu", NULL), 5);
	desk_must(&d, "evidence", "add", "2", "--kind", "document", "--doc-no", "云教〔2021〕8号",
		  "--milestone", "1", "--as", "jiaoyu", NULL);
	HAS(desk_must(&d, "evidence", "list", "--milestone", "1", "--format", "tsv", NULL),
	    "\tdocument\t");
	desk_must(&d, "milestone", "done", "1", "--on", "2021-11-20", "--as", "jiaoyu", NULL);
	HAS(desk_must(&d, "milestone", "list", "--format", "tsv", NULL), "\tdone\t2021-11-20\t");
	desk_must(&d, "milestone", "verify", "1", NULL);
	HAS(desk_must(&d, "milestone", "list", "--format", "tsv", NULL), "\tverified\t");
}

Test(verbs, the_lead_finishes_a_common_milestone)
{
	desk_must(&d, "milestone", "add", "1", "讲师队伍", "--due", "2021-11-10", NULL);
	HAS(desk_must(&d, "list", "--lamp", "red", "--format", "tsv", NULL), "\t区卫生健康局\t");
	LACKS(desk_must(&d, "list", "--lamp", "red", "--format", "tsv", NULL), "\t区教育局\t");
	cr_expect_eq(desk_say(&d, "milestone", "done", "1", "--as", "jiaoyu", NULL), 4);
	HAS(d.r.err, "区卫生健康局");
	desk_must(&d, "person", "add", "weijian", "何医生", NULL);
	desk_must(&d, "person", "post", "weijian", "reporter", "--unit", "区卫生健康局", NULL);
	desk_must(&d, "milestone", "done", "1", "--as", "weijian", NULL);
	HAS(desk_must(&d, "milestone", "list", "--format", "tsv", NULL), "\tdone\t2021-11-21\t");
}

Test(verbs, milestone_is_dropped)
{
	desk_must(&d, "milestone", "add", "3", "公布水质", "--due", "2021-12-31", "--as", "shuiwu",
		  NULL);
	desk_must(&d, "milestone", "drop", "1", "--note", "并入季报", NULL);
	HAS(desk_must(&d, "milestone", "list", "--format", "tsv", NULL), "\tdropped\t");
}

Test(verbs, evidence_is_withdrawn)
{
	desk_must(&d, "evidence", "add", "3", "--kind", "link", "--title", "水质公告", "--ref",
		  "https://example.org/water", "--as", "shuiwu", NULL);
	desk_must(&d, "evidence", "withdraw", "1", "--reason", "公告已更正", "--as", "shuiwu",
		  NULL);
	LACKS(desk_must(&d, "evidence", "list", "--format", "tsv", NULL), "水质公告");
	HAS(desk_must(&d, "evidence", "list", "--withdrawn", "--format", "tsv", NULL), "水质公告");
}

Test(verbs, units_are_assigned_and_changed)
{
	desk_must(&d, "unit", "add", "区气象局", NULL);
	desk_must(&d, "assign", "3", "区气象局", "--role", "coop", NULL);
	HAS(desk_must(&d, "list", "--unit", "区气象局", "--format", "tsv", NULL), "净水行动");
	desk_must(&d, "unit", "alias", "区气象局", "气象局", NULL);
	HAS(desk_must(&d, "list", "--unit", "气象局", "--format", "tsv", NULL), "净水行动");
	desk_must(&d, "unassign", "3", "区气象局", "--reason", "误派", NULL);
	LACKS(desk_must(&d, "list", "--format", "tsv", NULL), "区气象局");
	desk_must(&d, "unit", "rename", "区气象局", "区气象台", NULL);
	HAS(desk_must(&d, "unit", "list", "--format", "tsv", NULL), "\t区气象台\t");
}

Test(verbs, units_are_merged_and_joined)
{
	desk_must(&d, "unit", "add", "区教体局", NULL);
	desk_must(&d, "assign", "3", "区教体局", "--role", "coop", NULL);
	desk_must(&d, "unit", "merge", "区教体局", "区教育局", NULL);
	HAS(desk_must(&d, "list", "--unit", "区教育局", "--format", "tsv", NULL), "净水行动");
	desk_must(&d, "unit", "add", "各镇街", "--collective", NULL);
	desk_must(&d, "unit", "add", "青田街道", NULL);
	desk_must(&d, "unit", "member", "各镇街", "青田街道", NULL);
	desk_must(&d, "assign", "2", "各镇街", "--role", "coop", NULL);
	HAS(desk_must(&d, "list", "--unit", "青田街道", "--format", "tsv", NULL), "护眼行动");
	desk_must(&d, "unit", "member", "各镇街", "青田街道", "--remove", NULL);
	LACKS(desk_must(&d, "list", "--unit", "青田街道", "--format", "tsv", NULL), "护眼行动");
}

Test(verbs, people_get_posts_and_lose_them)
{
	HAS(desk_must(&d, "person", "list", "--format", "tsv", NULL),
	    "jiaoyu\t林老师\treporter:区教育局\t");
	desk_must(&d, "person", "post", "jiaoyu", "reporter", "--unit", "区教育局", "--end", NULL);
	LACKS(desk_must(&d, "person", "list", "--format", "tsv", NULL), "reporter:区教育局");
	desk_must(&d, "person", "disable", "shuiwu", NULL);
	cr_expect_neq(desk_say(&d, "list", "--as", "shuiwu", NULL), 0);
	desk_must(&d, "person", "enable", "shuiwu", NULL);
	desk_must(&d, "list", "--as", "shuiwu", NULL);
}

Test(verbs, one_post_of_several_is_chosen)
{
	/* The office alone may not give posts, the administrator alone may not assign. */
	cr_expect_eq(desk_say(&d, "person", "add", "x", "某人", "--post", "office", NULL), 4);
	cr_expect_eq(
		desk_say(&d, "assign", "3", "区教育局", "--role", "coop", "--post", "admin", NULL),
		4);
	desk_must(&d, "assign", "3", "区教育局", "--role", "coop", "--post", "office", NULL);
	cr_expect_eq(desk_say(&d, "list", "--post", "leader", NULL), 4);
}

Test(verbs, periods_open_and_close)
{
	HAS(desk_must(&d, "period", "list", "--format", "tsv", NULL),
	    "yx2021\t2021Q4\tquarter\t2021-10-01\t2021-12-31\t2022-01-10\topen\n");
	desk_must(&d, "period", "add", "2022H1", "--due", "2022-06-20", NULL);
	HAS(desk_must(&d, "period", "list", "--format", "tsv", NULL), "\t2022-06-20\t");
	HAS(desk_must(&d, "period", "add", "2021Q1", "--closes", "2022-02-28", NULL), "2022-02-28");
	HAS(desk_must(&d, "period", "list", "--format", "tsv", NULL),
	    "\t2021Q1\tquarter\t2021-01-01\t2021-03-31\t2022-02-28\tdue\n");
	desk_must(&d, "period", "close", "2021Q4", NULL);
	HAS(desk_must(&d, "period", "list", "--format", "tsv", NULL), "\tclosed\n");
}

Test(verbs, plan_closes_and_stays_readable)
{
	desk_must(&d, "plan", "close", "yx2021", "--reason", "全部办结", NULL);
	HAS(desk_must(&d, "plan", "list", "--format", "tsv", NULL), "\tclosed\t");
	HAS(desk_must(&d, "show", "yx2021/3", NULL), "更新老旧供水管网");
	cr_expect_eq(desk_say(&d, "report", "yx2021/3", "--as", "shuiwu", "--period", "2021Q4",
			      "--percent", "5", "--done", "x", NULL),
		     5);
}

Test(verbs, print_has_pages_and_goes_into_a_file)
{
	char *path = tmp_path(&d.tmp, "list.txt"), *text;
	const char *out = desk_must(&d, "print", "--unit", "区教育局", NULL);

	HAS(out, "护眼行动");
	HAS(out, "健康讲堂行动");
	LACKS(out, "净水行动");
	desk_must(&d, "print", "--all", "--output", path, NULL);
	cr_expect_eq(desk_say(&d, "print", "--all", "--output", path, NULL), 5);
	HAS(d.r.err, "--force");
	desk_must(&d, "print", "--all", "--output", path, "--force", NULL);
	text = tmp_read(path, NULL);
	cr_assert_not_null(text);
	HAS(text, "净水行动");
	HAS(text, "\f");
	free(text);
	free(path);
}

Test(verbs, overview_is_of_the_unit_or_of_all)
{
	HAS(desk_must(&d, "overview", "--as", "jiaoyu", NULL), "to report 2");
	LACKS(d.r.out, "净水行动");
	HAS(desk_must(&d, "overview", NULL), "区水务局");
}

Test(verbs, log_knows_who_and_from_where)
{
	desk_must(&d, "report", "3", "--as", "shuiwu", "--percent", "5", "--done", "测流量", NULL);
	HAS(desk_must(&d, "log", "--limit", "1", "--format", "tsv", NULL), "陈工");
	HAS(d.r.out, "192.0.2.7");
	HAS(d.r.out, "report.save");
	HAS(d.r.out, "2021-11-21T04:00:00Z");
	HAS(desk_must(&d, "log", "verify", NULL), "whole");
}

Test(verbs, version_and_help_need_nothing)
{
	d.env[2] = "DUBAN_CONFIG=/nonexistent/duban.conf";
	HAS(desk_must(&d, "version", NULL), "duban ");
	HAS(desk_must(&d, "--version", NULL), "duban ");
	HAS(desk_must(&d, "--help", NULL), "milestone add CODE/NO TITLE");
	HAS(desk_must(&d, "help", "report", NULL), "--percent N");
	HAS(desk_must(&d, "help", "person", "key", "add", NULL), "key add LOGIN");
	HAS(desk_must(&d, "milestone", "--help", NULL), "milestone drop");
	HAS(desk_must(&d, "report", "-h", NULL), "--no-change");
	LACKS(desk_must(&d, "help", NULL), "man-verbs");
	cr_expect_eq(desk_say(&d, "list", NULL), 3);
}
