/* The second edition as a table, and the calls of the store around it. */
#include "tests/db/edition.h"

#include <criterion/criterion.h>

#include <string.h>

struct line {
	const char *no, *section, *parent, *title, *due, *text;
	struct plan_unit units[4];
};

static const struct line second[EDITION_ACTIONS] = {
	{"1",
	 "一",
	 "",
	 "健康知识普及行动",
	 "",
	 "每年举办科普讲座150场次。到2022年和2030年,居民健康素养水平分别不低于33%和40.0%。",
	 {{"区卫生健康局", ROLE_LEAD, {0}},
	  {"区教育局", ROLE_COOP, {0}},
	  {"各街镇", ROLE_COOP, {0}}}},
	{"2",
	 "一",
	 "",
	 "中小学健康促进行动",
	 "2022-06",
	 "2022年6月底前完成视力筛查。学生体质持续改善。",
	 {{"区教育局", ROLE_LEAD, {0}}, {"区体育局", ROLE_COOP, {0}}}},
	{"(四)", "二", "", "环境整治行动", "", "", {{0}}},
	{"1",
	 "二",
	 "(四)",
	 "河道清洁",
	 "",
	 "",
	 {{"区水利局", ROLE_LEAD, {0}}, {"各街镇", ROLE_COOP, {0}}}},
	{"2", "二", "(四)", "空气清洁", "", "建成监测点8个。", {{"区生态环境局", ROLE_LEAD, {0}}}},
	{"3",
	 "三",
	 "",
	 "控烟行动",
	 "2022-12",
	 "公共场所全面禁烟。",
	 {{"区文化局", ROLE_LEAD, {0}}}},
	{"5", "三", "", "督促检查", "", "每季度通报进展。", {{"区卫生健康局", ROLE_LEAD, {0}}}},
};

static void add_line(struct edition *x, struct strbuf *text, const struct line *l)
{
	struct plan_action *act = vec_push(&x->f.a, &x->doc.actions);

	*act = (struct plan_action){.no = l->no,
				    .section = l->section,
				    .parent = l->parent,
				    .title = l->title,
				    .due = l->due,
				    .line = (int)x->doc.actions.n};
	act->clause.from = text->nbytes;
	strbuf_printf(text, "%s%s%s。%s", l->no, *l->no == '(' ? "" : ".", l->title, l->text);
	act->clause.to = text->nbytes;
	strbuf_putc(text, '\n');
	for (int i = 0; i < 4 && l->units[i].name; i++)
		*vec_push(&x->f.a, &act->units) = l->units[i];
}

static void add_facts(struct edition *x)
{
	struct plan_indicator *level = vec_push(&x->f.a, &x->doc.actions.at[0].indicators);
	struct plan_words *words = vec_push(&x->f.a, &x->doc.actions.at[1].words);

	level->name = "居民健康素养水平";
	level->measure = "%";
	*vec_push(&x->f.a, &level->targets) = (struct plan_target){2022, OP_AT_LEAST, "33"};
	*vec_push(&x->f.a, &level->targets) = (struct plan_target){2030, OP_AT_LEAST, "40.0"};
	words->text = "学生体质持续改善";
	*vec_push(&x->f.a, &words->years) = 2022;
	*vec_push(&x->f.a, &x->doc.actions.at[0].volumes) =
		(struct plan_volume){"150", "场次", "举办科普讲座", {0}};
	*vec_push(&x->f.a, &x->doc.actions.at[4].volumes) =
		(struct plan_volume){"8", "个", "建成监测点", {0}};
}

void edition_second(struct edition *x)
{
	static const struct plan_section sections[] = {
		{"一", "加强健康促进"}, {"二", "改善健康环境"}, {"三", "健全保障"}};
	struct strbuf text = STRBUF_INIT;

	x->doc = (struct plan){.file = "qingshan-2022.txt",
			       .title = "青山区健康行动实施方案",
			       .doc_no = "青政发〔2022〕1号",
			       .issuer = "青山区人民政府",
			       .date = "2022-01-10",
			       .lead_rule = LEAD_RULE_STAR};
	for (size_t i = 0; i < 3; i++)
		*vec_push(&x->f.a, &x->doc.sections) = sections[i];
	for (size_t i = 0; i < EDITION_ACTIONS; i++)
		add_line(x, &text, &second[i]);
	add_facts(x);
	x->doc.text = arena_strndup(&x->f.a, text.s, text.nbytes);
	x->doc.nbytes = text.nbytes;
	strbuf_free(&text);
}

void edition_begin(struct edition *x)
{
	fixture_begin(&x->f);
	fixture_fill(&x->f);
	edition_second(x);
}

struct plan_diff *edition_compare(struct edition *x)
{
	struct plan_diff *d = NULL;

	OK(&x->f,
	   store_plan_compare(x->f.s, &x->f.a, &x->f.office, "qs2021", &x->doc, &d, &x->f.e));
	return d;
}

int edition_update(struct edition *x)
{
	struct plan_diff *d = edition_compare(x);

	x->f.changes = 0;
	return store_plan_update(x->f.s, &x->f.office, d, &x->f.a, &x->f.plan, &x->f.changes,
				 &x->f.e);
}

void edition_differs(struct edition *x)
{
	x->doc.text = arena_printf(&x->f.a, "%s。", x->doc.text);
	x->doc.nbytes = strlen(x->doc.text);
}

void edition_first(struct edition *x)
{
	fixture_plan(&x->f.a, &x->doc);
	edition_differs(x);
}

struct task_rows edition_tasks(struct edition *x, const char *unit)
{
	const struct task_filter all = {.plan_id = x->f.plan.id,
					.unit_id = fixture_unit(&x->f, unit),
					.role = -1,
					.lamp = -1};
	const struct lamp_rules rules = {0};
	struct task_rows rows = {0};

	OK(&x->f, store_task_list(x->f.s, &x->f.a, &x->f.office, &all, &rules, x->f.now.today,
				  &rows, &x->f.e));
	return rows;
}

const char *edition_kinds(struct edition *x, const struct plan_diff *d)
{
	const char *text = "";

	for (size_t i = 0; i < d->entries.n; i++)
		text = arena_printf(&x->f.a, "%s%s%s %s", text, i ? ", " : "",
				    plan_diff_path(d, &d->entries.at[i]),
				    diff_kind_word(d->entries.at[i].kind));
	return text;
}
