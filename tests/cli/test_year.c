/*
 * One year of a plan of 18 actions with 18 leads and 90 cooperating parts, told by the verbs:
 * receipt and an objection, milestones, four quarters with returns, urge notices, an instruction,
 * extensions, a late report, a correction, a handover, cases, close-outs; and the ledger in which
 * it ends. It is played with a plan of this project, and with an issued one where the folder of
 * those is there.
 */
#include "tests/cli/year.h"

#include "tests/support/file_check.h"

#include <criterion/criterion.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>

enum { LEADS = 18, PARTS = 108, QUARTERS = 4 };

static struct year y;

static void end(void)
{
	year_end(&y);
}
TestSuite(year, .fini = end);

static const char *const titles[YEAR_ACTIONS] = {
	"健康讲堂行动", "合理膳食行动", "全民健身行动", "无烟环境行动", "心理关爱行动",
	"洁净家园行动", "妇幼守护行动", "明眸护眼行动", "职业防护行动", "银龄安康行动",
	"护心行动",	"早筛早治行动", "顺畅呼吸行动", "稳糖行动",	"防疫固本行动",
	"中医惠民行动", "健康帮扶行动", "爱国卫生行动"};

static const char *const units[] = {
	"区卫生健康局",	    "区教育局",	    "区市场监督管理局", "区体育局", "区民政局",
	"区生态环境局",	    "区妇女联合会", "区总工会",		"区财政局", "区科学技术协会",
	"区医疗保障局",	    "区公安局",	    "区交通运输局",	"区水务局", "区农业农村局",
	"区住房城乡建设局", "区文化旅游局", "区商务局",		"区档案局", "区残疾人联合会",
	"区气象局",	    "区统计局",	    "区城市管理局",	"团区委",
};
enum { UNITS = sizeof units / sizeof units[0], COOPS = 5 };

/* Each unit of the first 18 leads one action; those that cooperate go round. */
static const char *write_document(struct arena *a)
{
	struct strbuf b = STRBUF_INIT;

	strbuf_puts(&b, "健康云溪2021年工作计划\n\n各有关单位:\n\n一、重点任务\n\n");
	for (size_t i = 0; i < YEAR_ACTIONS; i++) {
		strbuf_printf(&b, "%zu.%s。制定年度方案,落实各项措施,年底总结。", i + 1, titles[i]);
		if (i == 0)
			strbuf_puts(&b, "全年举办健康讲堂400场。");
		strbuf_printf(&b, "(牵头单位:%s;配合单位:", units[i]);
		for (size_t k = 0; k < COOPS; k++)
			strbuf_printf(&b, "%s%s", k ? "、" : "", units[(i + 1 + 4 * k) % UNITS]);
		strbuf_puts(&b, ")\n\n");
	}
	strbuf_puts(&b, "云溪区推进健康行动办公室\n\n2021年1月4日\n");
	const char *text = arena_strdup(a, b.s);
	strbuf_free(&b);
	return text;
}

#define SAME NULL /* the day before */

/* Receipt: two units wait; one of two objections is taken, and another unit is found. */
static const struct event january[] = {
	{"2021-01-06", "*units -C2.1 -C5.2", "receive", 0, "", NULL},
	{"2021-01-07", "C7.4", "request contest {7} --about assignment --reason 此项不属本单位职责",
	 0, "waits for the coordinating office", "out"},
	{SAME, "C5.2", "request contest {5} --about role --reason 应当牵头", 0, NULL, "role"},
	{SAME, "C5.2", "request contest {5} --about role --reason 再说一次", 5, "asked already",
	 NULL},
	{"2021-01-11", "C5.2", "request grant {role}", 4, "you may not", NULL},
	{SAME, "office", "request refuse {role} --answer 方案已明确牵头单位", 0, "is refused",
	 NULL},
	{SAME, "office", "request grant {out}", 0, "is granted", NULL},
	{SAME, "office", "unassign {7} {C7.4} --reason 异议成立", 0, NULL, NULL},
	{SAME, "office", "unit add 区融媒体中心", 0, NULL, NULL},
	{SAME, "office", "assign {7} 区融媒体中心 --role coop", 0, NULL, NULL},
	{"2021-01-12", "C2.1", "receive", 0, NULL, NULL},
	{SAME, "C5.2", "receive", 0, NULL, NULL},
};
static const struct event stages[] = {
	{"2021-01-13", "区融媒体中心", "receive", 0, NULL, NULL},
	{"2021-01-15", "office", "pilot {8}", 0, "is a pilot now", NULL},
	{SAME, "*leads", "milestone add {a} 半年评估 --due 2021-06-30 --weight 2", 0, NULL, NULL},
	{"2021-01-18", "*leads",
	 "milestone add {a} 年度总结 --due 2021-12-15 --weight 3 --needs-evidence --after {N}", 0,
	 NULL, NULL},
	{SAME, "office", "milestone add {1} 启动会 --due 2021-02-26", 0, NULL, "meeting"},
	{SAME, "office", "policy set period.due.quarter 'end earlier'", 0, NULL, NULL},
	{SAME, "office", "calendar add 2021-12-31 2022-01-03 --name 元旦", 0, NULL, NULL},
	{SAME, "office", "period add 2021Q1", 0, "due on 2021-03-31", NULL},
	{SAME, "office", "period add 2021Q2", 0, "due on 2021-06-30", NULL},
	{SAME, "office", "period add 2021Q3", 0, "due on 2021-09-30", NULL},
	{SAME, "office", "period add 2021Q4", 0, "due on 2021-12-30", NULL},
	{"2021-02-24", "L1", "milestone done {meeting}", 0, NULL, NULL},
	{"2021-02-25", "office", "milestone verify {meeting}", 0, NULL, NULL},
};

/* Three parts are late: one comes after the notice, one is answered for first, one asks for more
 * time when the period has closed. Three come back and are handed in again. */
static const struct event first_quarter[] = {
	{"2021-03-26", "*parts -5.2 -11.1 -13",
	 "report {a} --unit {u} --percent 20 --done 第一季度按计划推进 --submit", 0, NULL, NULL},
	{"2021-03-29", "office", "review {3} --unit {C3.1} --return 请补充具体数量", 0, NULL, NULL},
	{SAME, "office", "review {6} --unit {L6} --return 请说明进度依据", 0, NULL, NULL},
	{SAME, "office", "review {9} --unit {C9.2} --return 请写明下一步", 0, NULL, NULL},
	{SAME, "office2", "review all --period 2021Q1", 0, NULL, NULL},
	{"2021-03-30", "C3.1", "report {3} --percent 22 --done 第一季度办讲座6场 --submit", 0, NULL,
	 NULL},
	{SAME, "L6", "report {6} --percent 24 --done 第一季度整治点位12处 --submit", 0, NULL, NULL},
	{SAME, "C9.2", "report {9} --percent 21 --done 第一季度培训80人 --next 走访企业 --submit",
	 0, NULL, NULL},
	{"2021-03-31", "office", "review all --period 2021Q1", 0, NULL, NULL},
	{"2021-04-06", "office", "remind --dry-run", 0, NULL, NULL},
	{SAME, "office", "remind", 0, "notice 3", NULL},
	{"2021-04-07", "C5.2", "report {5} --percent 18 --done 补交第一季度进展 --submit", 0, NULL,
	 NULL},
	{SAME, "?", "notice list | unit={C11.1} | id", 0, NULL, "asked"},
	{"2021-04-08", "C11.1", "notice answer {asked} 材料周五前报送", 0, "is answered", NULL},
	{"2021-04-09", "C11.1", "report {11} --percent 19 --done 补交第一季度进展 --submit", 0,
	 NULL, NULL},
	{"2021-04-12", "L13", "report {13} --period 2021Q1 --percent 15 --done 补报 --submit", 5,
	 "request exception", NULL},
	{SAME, "L13", "request exception 2021Q1 --until 2021-04-20 --reason 经办人员调整", 0, NULL,
	 "more"},
	{"2021-04-13", "office", "request grant {more} --until 2021-04-16", 0, "is granted", NULL},
	{"2021-04-15", "L13",
	 "report {13} --period 2021Q1 --percent 15 --done 第一季度补报 --submit", 0, NULL, NULL},
	{"2021-04-16", "office", "review all --period 2021Q1", 0, NULL, NULL},
};

/* A unit's leader signs from now on; one milestone gets more time, one does not; an officer leaves.
 */
static const struct event second_quarter[] = {
	{"2021-05-10", "owner", "person add head 沈局长", 0, NULL, NULL},
	{SAME, "owner", "person post head approver --unit {C2.1}", 0, NULL, NULL},
	{SAME, "office", "unit sign {C2.1}", 0, NULL, NULL},
	{"2021-06-15", "L4",
	 "request extension 4 --until 2021-07-30 --percent 60 --reason 设备晚到", 0, NULL, "later"},
	{SAME, "L10", "request extension 10 --until 2021-09-30 --percent 10 --reason 任务繁重", 0,
	 NULL, "never"},
	{"2021-06-16", "office", "request grant {later} --until 2021-07-15", 0, "is granted", NULL},
	{SAME, "office", "request refuse {never} --answer 按期完成,办公室协调", 0, "is refused",
	 NULL},
	{"2021-06-28", "*leads -4 -10", "milestone done {N}", 0, NULL, NULL},
	{SAME, "*parts -12.1",
	 "report {a} --unit {u} --percent 45 --done 第二季度按计划推进 --submit", 0, NULL, NULL},
	{SAME, "C12.1", "report {12} --no-change --submit", 0, NULL, NULL},
	{SAME, "office", "review {2} --unit {C2.1} --accept", 5, "sign", NULL},
	{"2021-06-29", "head*C2.1", "review {a} --unit {u} --sign", 0, NULL, NULL},
	{"2021-06-30", "office", "review {14} --unit {L14} --return 数据与上季度矛盾", 0, NULL,
	 NULL},
	{SAME, "office", "review all --period 2021Q2", 0, NULL, NULL},
	{"2021-07-01", "owner", "person add newman 胡干事", 0, NULL, NULL},
	{SAME, "owner", "person handover {@L14} newman --dry-run", 0, "returned", NULL},
	{SAME, "owner", "person handover {@L14} newman", 0, NULL, NULL},
	{SAME, "L14", "report {14} --percent 46 --done 换人前最后一次 --submit", 4, NULL, NULL},
};
static const struct event after_handover[] = {
	{"2021-07-02", "L14",
	 "report {14} --period 2021Q2 --percent 44 --done 第二季度数据已核对 --submit", 0, NULL,
	 NULL},
	{"2021-07-05", "office", "review all --period 2021Q2", 0, NULL, NULL},
	{"2021-07-05", "L4", "milestone done 4", 0, NULL, NULL},
};

/* An overdue milestone is urged, louder each time; a leader gives an instruction; an accepted
 * report is put right. */
static const struct event third_quarter[] = {
	{"2021-07-06", "office", "remind", 0, "blue", NULL},
	{"2021-07-15", "office", "remind", 0, "orange", NULL},
	{"2021-08-16", "office", "remind", 0, "red", NULL},
	{"2021-08-20", "leader",
	 "notice instruct {8} 请于九月上旬报送近视率数据 --by 2021-09-10 --level orange", 0, NULL,
	 "word"},
	{"2021-09-01", "L8", "notice answer {word} 数据已报送,新发率下降", 0, "is answered", NULL},
	{"2021-09-03", "L10", "milestone done 10", 0, NULL, NULL},
	{"2021-09-27", "*parts -12.1",
	 "report {a} --unit {u} --period 2021Q3 --percent 70 --done 第三季度按计划推进 --submit", 0,
	 NULL, NULL},
	{SAME, "C12.1", "report {12} --period 2021Q3 --no-change --submit", 0, "2 times running",
	 NULL},
	{"2021-09-28", "head*C2.1", "review {a} --unit {u} --period 2021Q3 --sign", 0, NULL, NULL},
	{"2021-09-29", "office", "review all --period 2021Q3", 0, NULL, NULL},
	{"2021-10-11", "C1.1", "report {1} --period 2021Q3 --percent 66 --done 更正 --submit", 5,
	 "request correction", NULL},
	{SAME, "C1.1",
	 "request correction {1} --period 2021Q3 --percent 66 --done 第三季度实办5场 --reason "
	 "统计口径有误",
	 0, NULL, "right"},
	{"2021-10-12", "office", "request grant {right}", 0, "is granted", NULL},
};

/* The last reports, the year's milestones with their proof, cases, and the close-outs: one is sent
 * back first, one is opened again, one is not asked for. */
static const struct event fourth_quarter[] = {
	{"2021-11-15", "C8.1", "case add {8} 一校一策改照明 --text 先测后改,新发近视率下降两成。",
	 0, "case 1", NULL},
	{SAME, "L5", "case add {5} 心理热线进社区 --text 已开通热线。", 0, "case 2", NULL},
	{"2021-11-22", "office", "case select 1 --reason 数据完整", 0, NULL, NULL},
	{SAME, "office", "case decline 2 --reason 缺少成效", 0, NULL, NULL},
	{"2021-12-06", "L3", "milestone done 21", 5, "evidence", NULL},
	{"2021-12-07", "*leads",
	 "evidence add {a} --kind document --doc-no 云健〔2021〕{N}号 --title 年度总结 --milestone "
	 "{N+18}",
	 0, NULL, NULL},
	{"2021-12-08", "*leads", "milestone done {N+18}", 0, NULL, NULL},
	{"2021-12-10", "office*leads", "milestone verify {N+18}", 0, NULL, NULL},
	{"2021-12-17", "L1",
	 "report {1} --period 2021Q4 --percent 100 --done 全年任务完成 {held} --submit", 0, NULL,
	 NULL},
	{SAME, "C1.1",
	 "report {1} --period 2021Q4 --percent 100 --done 全年任务完成 {part} --submit", 0, NULL,
	 NULL},
	{SAME, "*parts -1 -1.1",
	 "report {a} --unit {u} --period 2021Q4 --percent 100 --done 全年任务完成 --submit", 0,
	 NULL, NULL},
	{"2021-12-20", "head*C2.1", "review {a} --unit {u} --period 2021Q4 --sign", 0, NULL, NULL},
	{"2021-12-21", "office", "review all --period 2021Q4", 0, NULL, NULL},
	{"2021-12-22", "*leads -18", "request completion {a} --reason 年度目标全部达到", 0, NULL,
	 NULL},
	{"2021-12-23", "?", "request list --waiting | action={2} | id", 0, NULL, "unready"},
	{SAME, "office", "request refuse {unready} --answer 请补验收单", 0, NULL, NULL},
};
static const struct event last_days[] = {
	{"2021-12-27", "L2", "request completion {2} --reason 验收单已补齐", 0, NULL, "complete"},
	{"2021-12-28", "office", "request grant {complete}", 0, NULL, NULL},
	{SAME, "office", "action reopen {9} --reason 复核发现一家企业未整改", 0, NULL, NULL},
	{"2021-12-29", "L9", "request completion {9} --reason 整改已完成", 0, NULL, "again"},
	{"2021-12-30", "office", "request grant {again}", 0, NULL, NULL},
	{SAME, "L9", "report {9} --percent 100 --done 再写一句 --submit", 5, "closed out", NULL},
};

/* Rows of a list, how many there must be. */
static const struct {
	const char *list, *where;
	size_t n;
} ledger[] = {
	{"list", "", PARTS},
	{"list", "role=lead", LEADS},
	{"list", "report=accepted percent=100", PARTS},
	{"list", "pilot=yes role=lead", 1},
	{"list", "role=lead lamp=grey", 17},
	{"list", "role=lead lamp=green", 1},
	{"receive list", "", 0},
	{"review list", "", 0},
	{"milestone list", "", 37},
	{"milestone list", "state=verified", 19},
	{"milestone list", "state=done", 18},
	{"milestone list", "extended=1", 1},
	{"milestone list", "state=verified evidence=1", 18},
	{"request list", "", 25},
	{"request list", "kind=contest state=granted", 1},
	{"request list", "kind=contest state=refused", 1},
	{"request list", "kind=extension state=granted granted=2021-07-15", 1},
	{"request list", "kind=extension state=refused", 1},
	{"request list", "kind=exception state=granted granted=2021-04-16", 1},
	{"request list", "kind=correction state=granted", 1},
	{"request list", "kind=completion state=granted", 18},
	{"request list", "kind=completion state=refused", 1},
	{"request list --waiting", "", 0},
	{"period exceptions", "unit={L13} until=2021-04-16", 1},
	{"case list", "state=selected", 1},
	{"case list", "state=declined", 1},
	{"report editions {1} --unit {C1.1} --period 2021Q3", "", 3},
	{"report editions {1} --unit {C1.1} --period 2021Q3", "kind=accepted percent=70", 1},
	{"report editions {1} --unit {C1.1} --period 2021Q3", "kind=corrected percent=66", 1},
	{"log --limit 100000", "act=report.accept", 432},
	{"log --limit 100000", "act=report.return", 4},
	{"log --limit 100000", "act=report.submit", 436},
	{"log --limit 100000", "act=action.close-out", 18},
	{"log --limit 100000", "act=action.reopen", 1},
	{"notice list", "", 7},
	{"notice list", "kind=urge level=blue state=closed", 4},
	{"notice list", "kind=urge level=orange state=closed", 1},
	{"notice list", "kind=urge level=red state=closed", 1},
	{"notice list", "kind=instruction level=orange state=answered", 1},
	{"notice show {asked}", "", 1},
};

/* What the file holds, besides what the verbs tell. */
static const struct {
	const char *sql, *text;
} figures[] = {
	{"SELECT group_concat(p.code || ' ' || (SELECT count(*) FROM report r WHERE r.period_id = "
	 "p.id "
	 "AND r.state = 'accepted'), ', ') FROM period p ORDER BY p.opens",
	 "2021Q1 108, 2021Q2 108, 2021Q3 108, 2021Q4 108"},
	{"SELECT group_concat(state || ' ' || n, ', ') FROM (SELECT state, count(*) AS n FROM "
	 "action "
	 "GROUP BY state)",
	 "active 1, closed-out 17"},
	{"SELECT group_concat(state || ' ' || n, ', ') FROM (SELECT state, count(*) AS n FROM "
	 "assignment "
	 "GROUP BY state)",
	 "received 108, withdrawn 1"},
	{"SELECT group_concat(kind || ' ' || n, ', ') FROM (SELECT kind, count(*) AS n FROM "
	 "report_edition "
	 "GROUP BY kind)",
	 "accepted 432, corrected 1, submitted 436"},
	{"SELECT count(DISTINCT unit_id) FROM report WHERE on_behalf = 1", "0"},
};

static void check_ledger(void)
{
	for (size_t i = 0; i < sizeof ledger / sizeof *ledger; i++) {
		size_t n = year_count(&y, ledger[i].list, ledger[i].where);

		cr_expect_eq(n, ledger[i].n, "%s, %s: %zu, not %zu", ledger[i].list,
			     ledger[i].where, n, ledger[i].n);
	}
	for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
		char *text = file_text(y.db, figures[i].sql);

		cr_expect_str_eq(text, figures[i].text, "%s: %s", figures[i].sql, text);
		free(text);
	}
	char *fault = file_fault(y.db);
	cr_expect_null(fault, "%s", fault);
	free(fault);
	year_say(&y, "owner", "log verify");
}

/* held, part: what the lead of the first action and one of its units count. */
static void play(const char *document, const char *held, const char *part)
{
	year_begin(&y, document, "2021-01-05");
	year_keep(&y, "held", held);
	year_keep(&y, "part", part);
	cr_assert_eq(y.parts.n, PARTS);
	cr_assert_eq(year_count(&y, "receive list", ""), PARTS);
	YEAR_PLAY(&y, january);
	year_read_parts(&y);
	cr_assert_eq(y.parts.n, PARTS, "one unit for another");
	YEAR_PLAY(&y, stages);
	cr_assert_eq(year_count(&y, "receive list", ""), 0);
	YEAR_PLAY(&y, first_quarter);
	cr_expect_eq(year_count(&y, "notice list --open", ""), 0, "delivery closes them");
	YEAR_PLAY(&y, second_quarter);
	year_replace(&y, "L14", "newman");
	YEAR_PLAY(&y, after_handover);
	YEAR_PLAY(&y, third_quarter);
	YEAR_PLAY(&y, fourth_quarter);
	year_for_each(&y, "request list --waiting", "kind=completion", "office",
		      "request grant {id}");
	YEAR_PLAY(&y, last_days);
	check_ledger();
}

/* The issued plan of as many actions, leads and parts; NULL where the folder is not there. The
 * caller frees it. */
static char *issued_plan(void)
{
	const char *shared = getenv("DUBAN_SHARED");
	char *pattern = xasprintf("%s/plans/001_*.txt", shared && *shared ? shared : "../shared");
	char *path = NULL;
	glob_t found;

	if (glob(pattern, 0, NULL, &found) == 0) {
		path = xasprintf("%s", found.gl_pathv[0]);
		globfree(&found);
	}
	free(pattern);
	return path;
}

Test(year, of_an_issued_plan)
{
	char *path = issued_plan();

	if (!path)
		cr_skip_test("there is no folder of issued plans");
	play(path, "--next=巩固成果", "--next=巩固成果");
	free(path);
}

Test(year, of_a_plan_of_this_project)
{
	struct arena a = ARENA_INIT;
	struct tmp tmp;

	tmp_make(&tmp);
	char *path = tmp_puts(&tmp, "plan.txt", write_document(&a));
	play(path, "--volume=1=390", "--volume=1=120");
	free(path);
	/* What the unit held is in what the lead counts. */
	char *held = file_text(y.db, "SELECT group_concat(value, '+') FROM report_volume");
	cr_expect_str_eq(held, "390+120", "%s", held);
	free(held);
	cr_expect_not_null(strstr(year_say(&y, "office", "show {1}"), " 390"), "%s", y.r.out);
	tmp_remove(&tmp);
	arena_free(&a);
}
