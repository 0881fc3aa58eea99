/* The invented district: tables of what stands in the plan and of what has happened since. */
#include "tests/tui/district.h"
#include "tests/support/seen.h"

#include "core/rule/flow.h"
#include "core/rule/period.h"
#include "core/rule/period_rule.h"
#include "core/plan/plan.h"
#include "db/report/store_evidence.h"
#include "db/report/store_milestone.h"
#include "db/report/store_period.h"
#include "db/people/store_person.h"
#include "db/plan/store_plan.h"
#include "db/report/store_report.h"
#include "db/people/store_unit.h"
#include "db/store_internal.h"

#include <criterion/criterion.h>

#include <stdlib.h>
#include <string.h>

#define OK(d, call) cr_assert_eq((call), 0, "%s: %s", #call, (d)->e.text)

enum { MAX_UNITS = 4 };

static const char document[] =
	"健康云溪2021年行动计划\n"
	"(一)普及健康生活\n"
	"1.健康知识普及行动。把健康知识送到每个社区、每所学校,全年举办健康讲座120场次。到2022年和"
	"2030年,居民健康素养水平分别不低于31%和40%。\n"
	"2.全民健身行动。推进学校体育场地向社会开放,新建健身步道12公里。\n"
	"3.校园食堂减盐行动。全区中小学食堂人均日用盐逐年下降。\n"
	"(二)护佑重点人群\n"
	"4.中小学健康促进行动。开展视力筛查40所,落实每天校内一小时体育活动,"
	"开齐开足健康教育课。到2022年"
	"和2030年,儿童青少年总体近视率分别不高于48%和42%。2021年12月底前完成。\n"
	"5.老年健康促进行动。\n"
	"1.发展社区助餐。建成老年食堂8家。\n"
	"2.做实家庭医生签约。65岁以上老年人签约率不低于80%。\n"
	"6.心理健康促进行动。建立心理援助热线。\n";

struct action_def {
	const char *no, *section, *parent, *title, *due, *clause;
	struct plan_unit units[MAX_UNITS];
};

static const struct action_def actions[] = {
	{"1",
	 "一",
	 "",
	 "健康知识普及行动",
	 "",
	 "1.健康",
	 {{"区卫生健康局", ROLE_LEAD, {0}},
	  {"区教育局", ROLE_COOP, {0}},
	  {"区委宣传部", ROLE_COOP, {0}}}},
	{"2",
	 "一",
	 "",
	 "全民健身行动",
	 "",
	 "2.全民",
	 {{"区体育局", ROLE_LEAD, {0}}, {"区教育局", ROLE_COOP, {0}}}},
	{"3",
	 "一",
	 "",
	 "校园食堂减盐行动",
	 "",
	 "3.校园",
	 {{"区市场监督管理局", ROLE_LEAD, {0}}, {"区教育局", ROLE_COOP, {0}}}},
	{"4",
	 "二",
	 "",
	 "中小学健康促进行动",
	 "2021-12",
	 "4.中小学",
	 {{"区教育局", ROLE_LEAD, {0}},
	  {"区卫生健康局", ROLE_COOP, {0}},
	  {"团区委", ROLE_COOP, {0}}}},
	{"5", "二", "", "老年健康促进行动", "", "5.老年", {{0}}},
	{"1", "二", "5", "发展社区助餐", "", "1.发展", {{"区民政局", ROLE_LEAD, {0}}}},
	{"2",
	 "二",
	 "5",
	 "做实家庭医生签约",
	 "",
	 "2.做实",
	 {{"区卫生健康局", ROLE_LEAD, {0}}, {"各镇街", ROLE_COOP, {0}}}},
	{"6", "二", "", "心理健康促进行动", "", "6.心理", {{0}}},
};

static struct plan_span clause_span(const char *begin)
{
	const char *from = strstr(document, begin), *to = strchr(from, '\n');

	return (struct plan_span){(size_t)(from - document), (size_t)(to - document)};
}

static void add_action(struct arena *a, struct plan *p, const struct action_def *t)
{
	struct plan_action *act = vec_push(a, &p->actions);

	act->no = t->no;
	act->section = t->section;
	act->parent = t->parent;
	act->title = t->title;
	act->due = t->due;
	act->clause = clause_span(t->clause);
	act->line = 1;
	for (size_t i = 0; i < act->clause.from; i++)
		act->line += document[i] == '\n';
	for (int i = 0; i < MAX_UNITS && t->units[i].name; i++)
		*vec_push(a, &act->units) = t->units[i];
}

static void add_indicator(struct arena *a, struct plan_action *act, const char *name,
			  enum target_op op, const char *first, const char *second)
{
	struct plan_indicator *ind = vec_push(a, &act->indicators);

	ind->name = name;
	ind->measure = "%";
	*vec_push(a, &ind->targets) = (struct plan_target){2022, op, first};
	*vec_push(a, &ind->targets) = (struct plan_target){2030, op, second};
}

static void import_plan(struct district *d)
{
	struct plan p = {
		.file = "yunxi.txt",
		.text = document,
		.nbytes = sizeof document - 1,
		.title = "健康云溪2021年行动计划",
		.doc_no = "云政发〔2021〕6号",
		.issuer = "云溪区人民政府",
		.date = "2021-02-26",
		.lead_rule = LEAD_RULE_FIRST,
	};
	struct actor who = district_actor(d, "admin");
	struct plan_row row;

	*vec_push(&d->a, &p.sections) = (struct plan_section){"一", "普及健康生活"};
	*vec_push(&d->a, &p.sections) = (struct plan_section){"二", "护佑重点人群"};
	for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
		add_action(&d->a, &p, &actions[i]);
	add_indicator(&d->a, &p.actions.at[0], "居民健康素养水平", OP_AT_LEAST, "31", "40");
	add_indicator(&d->a, &p.actions.at[3], "儿童青少年总体近视率", OP_AT_MOST, "48", "42");
	vec_push(&d->a, &p.actions.at[2].words)->text = "食堂人均日用盐逐年下降";
	*vec_push(&d->a, &p.actions.at[0].volumes) =
		(struct plan_volume){"120", "场次", "举办健康讲座", {0}};
	*vec_push(&d->a, &p.actions.at[3].volumes) =
		(struct plan_volume){"40", "所", "视力筛查学校", {0}};
	OK(d, store_plan_import(d->s, &who, &p, "yx2021", &d->a, &row, NULL, &d->e));
	d->plan_id = row.id;
}

static void add_person(struct district *d, const char *login, const char *name, enum post_role role,
		       const char *unit)
{
	struct actor who = district_actor(d, "admin");
	struct person_row p;

	OK(d, store_person_add(d->s, &who, login, name, "", &d->a, &p, NULL, &d->e));
	OK(d, store_post_add(d->s, &who, p.id, seen_person(d->s, p.id), role,
			     unit ? district_unit(d, unit) : 0, NULL, &d->e));
}

static int64_t add_period(struct district *d, const char *code)
{
	struct actor who = district_actor(d, "admin");
	struct period_row p = {0};

	OK(d, period_read(&d->a, code, &p, &d->e));
	period_set_dates(&p, &period_rules_default, NULL);
	p.plan_id = d->plan_id;
	OK(d, store_period_add(d->s, &who, &p, NULL, &d->e));
	OK(d, store_period_find(d->s, &d->a, d->plan_id, code, &p, &d->e));
	return p.id;
}

/* What was entered on a day; "return" is the office's next step, with its reason. */
static void report(struct district *d, const char *day, const char *login, const char *no,
		   const char *unit, int64_t period, int percent, const char *done,
		   enum report_step last, const char *reason)
{
	struct actor who = district_actor(d, login), office = district_actor(d, "admin");
	struct report_new r = {
		.action_id = district_action(d, no),
		.unit_id = district_unit(d, unit),
		.period_id = period,
		.percent = percent,
		.done = done,
		.problems = "",
		.next = "",
	};
	struct report_row row;
	struct moment then;

	OK(d, moment_read(day, &then, &d->e));
	who.now = office.now = then;
	OK(d, store_report_put(d->s, &who, &r, last == REPORT_SAVE ? REPORT_SAVE : REPORT_SUBMIT,
			       &d->a, &row, NULL, &d->e));
	if (last == REPORT_ACCEPT || last == REPORT_RETURN)
		OK(d, store_report_review(d->s, &office, row.id, row.version, last, reason, NULL,
					  &d->e));
}

static void add_reports(struct district *d, int64_t q3, int64_t q4)
{
	report(d, "2021-09-26", "chen", "1", "区教育局", q3, 55,
	       "健康教育列入校历,覆盖全部中小学,举办讲座36场。", REPORT_ACCEPT, "");
	report(d, "2021-09-27", "chen", "4", "区教育局", q3, 40,
	       "已完成12所学校视力筛查,筛查学生6400人;体育活动时间落实到课表。", REPORT_ACCEPT, "");
	report(d, "2021-09-28", "wei", "4", "区卫生健康局", q3, 35, "派出校医指导组。",
	       REPORT_ACCEPT, "");
	report(d, "2021-11-15", "chen", "2", "区教育局", q4, 60, "学校体育场地继续向社会开放。",
	       REPORT_RETURN, "请补充第三季度开放场馆的数量");
	report(d, "2021-11-16", "chen", "3", "区教育局", q4, 30, "", REPORT_SAVE, "");
	report(d, "2021-11-18", "wei", "1", "区卫生健康局", q4, 70,
	       "讲师团进社区92场,发放读本1.8万册。", REPORT_SUBMIT, "");
	report(d, "2021-11-19", "wei", "5.2", "区卫生健康局", q4, 82, "签约率达到79.5%。",
	       REPORT_SUBMIT, "");
}

static void add_milestone(struct district *d, const char *no, const char *unit, const char *due,
			  const char *title, bool needs_evidence)
{
	struct actor who = district_actor(d, "admin");
	struct milestone_new m = {
		.action_id = district_action(d, no),
		.unit_id = district_unit(d, unit),
		.title = title,
		.note = "",
		.needs_evidence = needs_evidence,
	};
	struct milestone_row row;

	cr_assert(date_parse(due, &m.due));
	OK(d, store_milestone_put(d->s, &who, &m, &d->a, &row, NULL, &d->e));
}

static void add_evidence(struct district *d)
{
	struct actor who = district_actor(d, "chen");
	struct evidence_new v = {
		.unit_id = district_unit(d, "区教育局"),
		.action_id = district_action(d, "4"),
		.kind = EVIDENCE_DOCUMENT,
		.title = "关于做好秋季学生视力筛查工作的通知",
		.doc_no = "云教〔2021〕56号",
		.ref = "",
		.note = "",
		.on = {2021, 9, 2},
	};
	struct evidence_row row;

	OK(d, store_evidence_add(d->s, &who, &v, &d->a, &row, NULL, &d->e));
}

void district_fill(struct district *d)
{
	int64_t q3, q4;

	import_plan(d);
	add_person(d, "chen", "陈雨", POST_REPORTER, "区教育局");
	add_person(d, "wei", "魏宁", POST_REPORTER, "区卫生健康局");
	add_person(d, "zhou", "周启", POST_LEADER, NULL);
	add_person(d, "gu", "顾平", POST_APPROVER, "区教育局");
	add_person(d, "yan", "严实", POST_ASSESSOR, NULL);
	add_person(d, "si", "司维", POST_ADMIN, NULL);
	q3 = add_period(d, "2021Q3");
	q4 = add_period(d, "2021Q4");
	add_reports(d, q3, q4);
	add_milestone(d, "4", "区教育局", "2021-11-15", "秋季近视率监测数据上报", true);
	add_milestone(d, "4", "区教育局", "2022-01-20", "教室照明改造完工", false);
	add_milestone(d, "3", "区教育局", "2021-11-25", "食堂用盐台账核查", false);
	add_milestone(d, "1", "区卫生健康局", "2021-12-20", "健康素养抽样调查完成", false);
	add_evidence(d);
}

void district_begin(struct district *d)
{
	*d = (struct district){.e = ERR_INIT};
	tmp_make(&d->tmp);
	d->path = tmp_path(&d->tmp, "district.db");
	OK(d, moment_read("2021-11-21T02:00:00Z", &d->now, &d->e));
	OK(d, store_create(d->path, "admin", "王立", d->now, &d->e));
	OK(d, store_open(d->path, &d->s, &d->e));
	d->admin = district_person(d, "admin");
}

void district_end(struct district *d)
{
	store_close(d->s);
	arena_free(&d->a);
	free(d->path);
	tmp_remove(&d->tmp);
}

struct store *district_lock(struct district *d)
{
	struct store *other;

	store_set_wait(d->s, 1);
	OK(d, store_open(d->path, &other, &d->e));
	OK(d, sql_begin(other->db, &d->e));
	return other;
}

void district_unlock(struct store *other)
{
	sql_rollback(other->db);
	store_close(other);
}

struct person_row district_person(struct district *d, const char *login)
{
	struct person_row p;

	OK(d, store_person_find(d->s, &d->a, login, &p, &d->e));
	return p;
}

struct actor district_actor(struct district *d, const char *login)
{
	struct person_row *p = arena_alloc(&d->a, sizeof *p);
	struct actor who;

	*p = district_person(d, login);
	actor_of(&who, p, "", d->now);
	return who;
}

int64_t district_unit(struct district *d, const char *name)
{
	struct unit_row u;

	OK(d, store_unit_find(d->s, &d->a, name, &u, &d->e));
	return u.id;
}

int64_t district_action(struct district *d, const char *no)
{
	struct action_row row;

	OK(d,
	   store_action_find(d->s, &d->a, NULL, arena_printf(&d->a, "yx2021/%s", no), &row, &d->e));
	return row.id;
}
