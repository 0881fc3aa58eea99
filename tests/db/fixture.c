/* The invented district: its plan as a table, its people, units and periods. */
#include "tests/db/fixture.h"
#include "tests/support/seen.h"

#include "core/rule/period.h"
#include "core/rule/period_rule.h"

#include <criterion/criterion.h>

#include <stdlib.h>
#include <string.h>

enum { MAX_UNITS = 4 };

static const char document[] =
	"青山区健康行动实施方案\n"
	"一、加强健康促进\n"
	"1.健康知识普及行动。每年举办科普讲座120场次。到2022年和2030年,"
	"居民健康素养水平分别不低于30%和40.0%。\n"
	"2.中小学健康促进行动。2021年12月底前完成视力筛查。学生体质持续改善。\n"
	"3.全民健身行动。建设健身步道15.5公里。\n"
	"二、改善健康环境\n"
	"(四)环境整治行动。\n"
	"1.空气清洁。建成监测点8个。\n"
	"2.河道清洁。\n"
	"5.督促检查。\n";

struct fixture_action {
	const char *no, *section, *parent, *title, *due, *clause;
	struct plan_unit units[MAX_UNITS];
};

static const struct fixture_action table[] = {
	{"1",
	 "一",
	 "",
	 "健康知识普及行动",
	 "",
	 "1.健康知识",
	 {{"区卫生健康局", ROLE_LEAD, {0}},
	  {"区教育局", ROLE_COOP, {0}},
	  {"各街镇", ROLE_COOP, {0}}}},
	{"2",
	 "一",
	 "",
	 "中小学健康促进行动",
	 "2021-12",
	 "2.中小学",
	 {{"区教育局", ROLE_LEAD, {0}}, {"区卫生健康局", ROLE_COOP, {0}}}},
	{"3",
	 "一",
	 "",
	 "全民健身行动",
	 "",
	 "3.全民",
	 {{"区体育局", ROLE_LEAD, {0}}, {"区文化局", ROLE_COOP, {0}}}},
	{"(四)", "二", "", "环境整治行动", "", "(四)环境", {{0}}},
	{"1",
	 "二",
	 "(四)",
	 "空气清洁",
	 "",
	 "1.空气",
	 {{"区生态环境局", ROLE_LEAD, {0}}, {"区住建局", ROLE_LEAD, {0}}}},
	{"2",
	 "二",
	 "(四)",
	 "河道清洁",
	 "",
	 "2.河道",
	 {{"区水利局", ROLE_LEAD, {0}}, {"各街镇", ROLE_COOP, {0}}}},
	{"5", "二", "", "督促检查", "", "5.督促", {{0}}},
};

static struct plan_span clause_span(const char *begin)
{
	const char *from = strstr(document, begin), *to = strchr(from, '\n');

	return (struct plan_span){(size_t)(from - document), (size_t)(to - document)};
}

static void add_action(struct arena *a, struct plan *p, const struct fixture_action *t)
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

static void add_figures(struct arena *a, struct plan *p)
{
	struct plan_indicator *level = vec_push(a, &p->actions.at[0].indicators);
	struct plan_words *words = vec_push(a, &p->actions.at[1].words);

	level->name = "居民健康素养水平";
	level->measure = "%";
	*vec_push(a, &level->targets) = (struct plan_target){2022, OP_AT_LEAST, "30"};
	*vec_push(a, &level->targets) = (struct plan_target){2030, OP_AT_LEAST, "40.0"};
	words->text = "学生体质持续改善";
	*vec_push(a, &words->years) = 2022;
	*vec_push(a, &p->actions.at[0].volumes) =
		(struct plan_volume){"120", "场次", "举办科普讲座", {0}};
	*vec_push(a, &p->actions.at[2].volumes) =
		(struct plan_volume){"15.5", "公里", "建设健身步道", {0}};
	*vec_push(a, &p->actions.at[4].volumes) =
		(struct plan_volume){"8", "个", "建成监测点", {0}};
}

void fixture_plan(struct arena *a, struct plan *p)
{
	*p = (struct plan){
		.file = "qingshan.txt",
		.text = document,
		.nbytes = sizeof document - 1,
		.title = "青山区健康行动实施方案",
		.doc_no = "青政发〔2021〕3号",
		.issuer = "青山区人民政府",
		.date = "2021-02-18",
		.lead_rule = LEAD_RULE_STAR,
	};
	*vec_push(a, &p->sections) = (struct plan_section){"一", "加强健康促进"};
	*vec_push(a, &p->sections) = (struct plan_section){"二", "改善健康环境"};
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		add_action(a, p, &table[i]);
	add_figures(a, p);
}

static void load_actor(struct fixture *f, const char *login, struct actor *who)
{
	struct person_row p;

	OK(f, store_person_find(f->s, &f->a, login, &p, &f->e));
	actor_of(who, &p, "10.0.0.7", f->now);
}

void fixture_begin(struct fixture *f)
{
	*f = (struct fixture){.e = ERR_INIT};
	tmp_make(&f->tmp);
	f->path = tmp_path(&f->tmp, "district.db");
	OK(f, moment_read("2021-11-21T02:00:00Z", &f->now, &f->e));
	OK(f, store_create(f->path, "admin", "王立", f->now, &f->e));
	OK(f, store_open(f->path, &f->s, &f->e));
	load_actor(f, "admin", &f->admin);
}

static void add_towns(struct fixture *f)
{
	static const char *const names[] = {"青田镇", "松林街道"};
	int64_t all = fixture_unit(f, "各街镇");
	struct unit_row u;

	for (size_t i = 0; i < 2; i++) {
		OK(f, store_unit_add(f->s, &f->admin, names[i], UNIT_SINGLE, &f->a, &u, &f->changes,
				     &f->e));
		OK(f, store_unit_member(f->s, &f->admin, all, seen_unit(f->s, all), u.id, true,
					&f->changes, &f->e));
	}
}

static void add_person(struct fixture *f, const char *login, const char *name, enum post_role role,
		       const char *unit, struct actor *who)
{
	int64_t unit_id = *unit ? fixture_unit(f, unit) : 0;
	struct person_row p;

	OK(f, store_person_add(f->s, &f->admin, login, name, "", &f->a, &p, &f->changes, &f->e));
	OK(f, store_post_add(f->s, &f->admin, p.id, seen_person(f->s, p.id), role, unit_id,
			     &f->changes, &f->e));
	load_actor(f, login, who);
}

static void add_periods(struct fixture *f)
{
	static const char *const codes[] = {"2021Q1", "2021Q2", "2021Q3", "2021Q4"};

	for (size_t i = 0; i < 4; i++) {
		struct period_row p = {0};
		OK(f, period_read(&f->a, codes[i], &p, &f->e));
		period_set_dates(&p, &period_rules_default, NULL);
		p.plan_id = f->plan.id;
		OK(f, store_period_add(f->s, &f->admin, &p, &f->changes, &f->e));
	}
}

void fixture_fill(struct fixture *f)
{
	struct plan p;

	fixture_plan(&f->a, &p);
	OK(f,
	   store_plan_import(f->s, &f->admin, &p, "qs2021", &f->a, &f->plan, &f->changes, &f->e));
	add_towns(f);
#define ADD(login, name, role, unit) add_person(f, #login, name, role, unit, &f->login);
	FIXTURE_PEOPLE(ADD)
	add_periods(f);
}

void fixture_end(struct fixture *f)
{
	store_close(f->s);
	free(f->path);
	arena_free(&f->a);
	tmp_remove(&f->tmp);
}

void fixture_reopen(struct fixture *f, const struct sql_ops *ops)
{
	store_close(f->s);
	f->s = NULL;
	OK(f, store_open_with(ops ? ops : &sql_sqlite, f->path, &f->s, &f->e));
}

void fixture_tomorrow(struct fixture *f)
{
	f->now = moment_of(f->now.utc + 86400);
	f->admin.now = f->now;
#define TOMORROW(login, name, role, unit) f->login.now = f->now;
	FIXTURE_PEOPLE(TOMORROW)
}

int fixture_draft(struct fixture *f, const char *form, const struct draft_field *fields, int n)
{
	const struct draft_new d = {fields, n, "", "", DRAFT_ANY};
	int64_t version;

	return store_draft_put(f->s, &f->education, form, &d, &version, &f->e);
}

int64_t fixture_unit(struct fixture *f, const char *name)
{
	struct unit_row u = {0};

	OK(f, store_unit_find(f->s, &f->a, name, &u, &f->e));
	return u.id;
}

int64_t fixture_action(struct fixture *f, const char *no)
{
	struct action_row act = {0};

	OK(f,
	   store_action_find(f->s, &f->a, NULL, arena_printf(&f->a, "qs2021/%s", no), &act, &f->e));
	return act.id;
}

int64_t fixture_period(struct fixture *f, const char *code)
{
	struct period_row p = {0};

	OK(f, store_period_find(f->s, &f->a, f->plan.id, code, &p, &f->e));
	return p.id;
}

int64_t fixture_count(struct fixture *f, const char *text)
{
	int64_t n = 0;

	cr_assert_eq(sql_get(f->s->db, text, &n, &f->e), 1, "%s: %s", text, f->e.text);
	return n;
}
