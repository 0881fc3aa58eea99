/* A plan that is issued anew: what stays keeps everything, what goes is withdrawn, what the office
 * did by hand is kept, and a break-off anywhere leaves the edition before. */
#include "tests/db/fault.h"
#include "tests/db/fixture.h"

#include "db/store_evidence.h"
#include "db/store_log.h"
#include "db/store_milestone.h"
#include "db/store_report.h"
#include "db/store_task.h"
#include "db/store_update.h"

#include <criterion/criterion.h>

#include <stdlib.h>
#include <string.h>

static struct fixture f;

/* The second edition, as the tests change it before they take it in. */
static struct plan doc;

/*
 * An action of the second edition. It differs from the first: 2 has another deadline and volume,
 * 3 is gone, (四).1 lost one lead and (四).2 stands before it, 4 is new, 5 is reworded and got
 * units.
 */
struct line {
	const char *no, *section, *parent, *title, *due, *text;
	struct plan_unit units[4];
};

static const struct line second[] = {
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
enum { SECOND = sizeof second / sizeof *second };

static void add_line(struct strbuf *text, const struct line *l)
{
	struct plan_action *act = vec_push(&f.a, &doc.actions);

	*act = (struct plan_action){.no = l->no,
				    .section = l->section,
				    .parent = l->parent,
				    .title = l->title,
				    .due = l->due,
				    .line = (int)doc.actions.n};
	act->clause.from = text->nbytes;
	strbuf_printf(text, "%s%s%s。%s", l->no, *l->no == '(' ? "" : ".", l->title, l->text);
	act->clause.to = text->nbytes;
	strbuf_putc(text, '\n');
	for (int i = 0; i < 4 && l->units[i].name; i++)
		*vec_push(&f.a, &act->units) = l->units[i];
}

static void add_facts(void)
{
	struct plan_indicator *level = vec_push(&f.a, &doc.actions.at[0].indicators);
	struct plan_words *words = vec_push(&f.a, &doc.actions.at[1].words);

	level->name = "居民健康素养水平";
	level->measure = "%";
	*vec_push(&f.a, &level->targets) = (struct plan_target){2022, OP_AT_LEAST, "33"};
	*vec_push(&f.a, &level->targets) = (struct plan_target){2030, OP_AT_LEAST, "40.0"};
	words->text = "学生体质持续改善";
	*vec_push(&f.a, &words->years) = 2022;
	*vec_push(&f.a, &doc.actions.at[0].volumes) =
		(struct plan_volume){"150", "场次", "举办科普讲座", {0}};
	*vec_push(&f.a, &doc.actions.at[4].volumes) =
		(struct plan_volume){"8", "个", "建成监测点", {0}};
}

static void make_second(void)
{
	static const struct plan_section sections[] = {
		{"一", "加强健康促进"}, {"二", "改善健康环境"}, {"三", "健全保障"}};
	struct strbuf text = STRBUF_INIT;

	doc = (struct plan){.file = "qingshan-2022.txt",
			    .title = "青山区健康行动实施方案",
			    .doc_no = "青政发〔2022〕1号",
			    .issuer = "青山区人民政府",
			    .date = "2022-01-10",
			    .lead_rule = LEAD_RULE_STAR};
	for (size_t i = 0; i < 3; i++)
		*vec_push(&f.a, &doc.sections) = sections[i];
	for (size_t i = 0; i < SECOND; i++)
		add_line(&text, &second[i]);
	add_facts();
	doc.text = arena_strndup(&f.a, text.s, text.nbytes);
	doc.nbytes = text.nbytes;
	strbuf_free(&text);
}

static void begin(void)
{
	fixture_begin(&f);
	fixture_fill(&f);
	make_second();
}

static void end(void)
{
	fault_set(0);
	fixture_end(&f);
}

TestSuite(update, .init = begin, .fini = end);

static struct plan_diff *compare(void)
{
	struct plan_diff *d = NULL;

	OK(&f, store_plan_compare(f.s, &f.a, &f.office, "qs2021", &doc, &d, &f.e));
	return d;
}

static int update(void)
{
	f.changes = 0;
	return store_plan_update(f.s, &f.office, compare(), &f.a, &f.plan, &f.changes, &f.e);
}

/* The first edition is issued again, with a word more in its text. */
static void first_again(void)
{
	fixture_plan(&f.a, &doc);
	doc.text = arena_printf(&f.a, "%s（重新印发）", doc.text);
	doc.nbytes = strlen(doc.text);
}

static int64_t number(const char *text)
{
	return fixture_count(&f, text);
}

static const char *kinds(const struct plan_diff *d)
{
	const char *text = "";

	for (size_t i = 0; i < d->entries.n; i++)
		text = arena_printf(&f.a, "%s%s%s %s", text, i ? ", " : "",
				    plan_diff_path(d, &d->entries.at[i]),
				    diff_kind_word(d->entries.at[i].kind));
	return text;
}

Test(update, the_plan_can_be_read_as_a_document)
{
	struct plan_standing was;
	struct plan first;

	fixture_plan(&f.a, &first);
	OK(&f, store_plan_read(f.s, &f.a, &f.office, "qs2021", PLAN_AS_ISSUED, &was, &f.e));
	cr_expect_str_eq(was.plan.text, first.text);
	cr_assert_eq(was.plan.actions.n, first.actions.n);
	cr_expect_eq(was.nactions, first.actions.n);
	for (size_t i = 0; i < first.actions.n; i++) {
		const struct plan_action *x = &first.actions.at[i], *y = &was.plan.actions.at[i];

		cr_expect_str_eq(y->no, x->no);
		cr_expect_str_eq(y->title, x->title);
		cr_expect_str_eq(y->section, x->section);
		cr_expect_str_eq(y->parent, x->parent);
		cr_expect_eq(y->clause.from, x->clause.from);
		cr_assert_eq(y->units.n, x->units.n, "%s", x->title);
		for (size_t k = 0; k < x->units.n; k++) {
			cr_expect_str_eq(y->units.at[k].name, x->units.at[k].name);
			cr_expect_eq(y->units.at[k].role, x->units.at[k].role);
		}
		cr_expect_str_eq(plan_diff_targets(&f.a, y), plan_diff_targets(&f.a, x));
		cr_expect_str_eq(plan_diff_volumes(&f.a, y), plan_diff_volumes(&f.a, x));
	}
}

Test(update, a_plan_read_as_it_stands_has_what_the_office_did)
{
	struct plan_standing was;

	OK(&f, store_assign(f.s, &f.office, fixture_action(&f, "5"), fixture_unit(&f, "区体育局"),
			    ROLE_LEAD, NULL, &f.e));
	OK(&f, store_plan_read(f.s, &f.a, &f.office, "qs2021", PLAN_AS_ISSUED, &was, &f.e));
	cr_expect_eq(was.plan.actions.at[6].units.n, 0);
	OK(&f, store_plan_read(f.s, &f.a, &f.office, "qs2021", PLAN_AS_IT_STANDS, &was, &f.e));
	cr_assert_eq(was.plan.actions.at[6].units.n, 1);
	cr_expect_str_eq(was.plan.actions.at[6].units.at[0].name, "区体育局");
	REFUSED(&f, ERR_DENIED, "coordinating office",
		store_plan_read(f.s, &f.a, &f.sports, "qs2021", PLAN_AS_IT_STANDS, &was, &f.e));
}

Test(update, the_comparison_tells_what_is_new_changed_and_gone)
{
	struct plan_diff *d = compare();

	cr_expect_str_eq(kinds(d), "1 changed, 2 changed, 3 gone, 四 same, 四.1 changed, "
				   "四.2 changed, 3 new, 5 changed");
	cr_assert_eq(d->head.n, 2);
	cr_expect_eq(d->head.at[0].part, DIFF_DOC_NO);
}

Test(update, other_names_of_a_unit_are_no_difference)
{
	first_again();
	OK(&f,
	   store_unit_alias(f.s, &f.office, fixture_unit(&f, "区教育局"), "区教委", NULL, &f.e));
	doc.actions.at[1].units.at[0].name = "区教委";
	doc.actions.at[2].units.at[0].name = "区文体局";
	*vec_push(&f.a, &doc.doubts) = (struct plan_doubt){
		.kind = DOUBT_SAME_UNIT, .answer = DOUBT_TAKEN, .a = "区文体局", .b = "区体育局"};
	struct plan_diff *d = compare();
	cr_expect_eq(d->counts[DIFF_SAME], 7, "%s", kinds(d));
	OK(&f, store_plan_update(f.s, &f.office, d, &f.a, &f.plan, NULL, &f.e));
	cr_expect_eq(number("select count(*) from assignment where version > 1 and "
			    "state = 'withdrawn'"),
		     0);
	cr_expect_eq(fixture_unit(&f, "区体育局"), fixture_unit(&f, "区文体局"));
}

Test(update, what_is_refused)
{
	struct plan_diff *d = compare(), *none;

	fixture_plan(&f.a, &doc);
	REFUSED(&f, ERR_EXISTS, "qs2021",
		store_plan_compare(f.s, &f.a, &f.office, "qs2021", &doc, &none, &f.e));
	REFUSED(&f, ERR_NOT_FOUND, "nosuch",
		store_plan_compare(f.s, &f.a, &f.office, "nosuch", &doc, &none, &f.e));
	make_second();
	REFUSED(&f, ERR_DENIED, "",
		store_plan_compare(f.s, &f.a, &f.education, "qs2021", &doc, &none, &f.e));
	REFUSED(&f, ERR_DENIED, "",
		store_plan_update(f.s, &f.education, d, &f.a, &f.plan, NULL, &f.e));
	OK(&f, update());
	REFUSED(&f, ERR_CONFLICT, "李敏",
		store_plan_update(f.s, &f.office, d, &f.a, &f.plan, NULL, &f.e));
	OK(&f, store_plan_close(f.s, &f.office, "qs2021", "完成", NULL, &f.e));
	first_again();
	REFUSED(&f, ERR_STATE, "closed",
		store_plan_compare(f.s, &f.a, &f.office, "qs2021", &doc, &none, &f.e));
}

Test(update, an_edition_of_before_is_no_new_plan)
{
	struct plan first;

	OK(&f, update());
	fixture_plan(&f.a, &first);
	REFUSED(&f, ERR_EXISTS, "qs2021",
		store_plan_import(f.s, &f.office, &first, "x", &f.a, &f.plan, NULL, &f.e));
}

Test(update, the_actions_take_their_places)
{
	struct action_rows rows;

	OK(&f, update());
	cr_expect_eq(f.plan.nactions, 7);
	cr_expect_str_eq(f.plan.doc_no, "青政发〔2022〕1号");
	OK(&f, store_action_list(f.s, &f.a, &f.office, f.plan.id, &rows, &f.e));
	static const char *const paths[] = {"1", "2", "四", "四.1", "四.2", "3", "5"};
	cr_assert_eq(rows.n, SECOND);
	for (size_t i = 0; i < SECOND; i++) {
		cr_expect_str_eq(rows.at[i].path, paths[i]);
		cr_expect_str_eq(rows.at[i].title, second[i].title);
		cr_expect_str_eq(rows.at[i].section_no, second[i].section);
		cr_expect_str_eq(rows.at[i].parent_no, second[i].parent);
	}
}

Test(update, a_gone_action_is_withdrawn_and_readable)
{
	int64_t id = fixture_action(&f, "3");
	struct withdrawal why;
	struct action_row row;

	OK(&f, update());
	OK(&f, store_action_find(f.s, &f.a, &f.sports, "qs2021/3@1", &row, &f.e));
	cr_expect_eq(row.id, id);
	cr_expect_eq(row.state, ACTION_WITHDRAWN);
	cr_expect_not_null(strstr(row.clause, "健身步道15.5公里"));
	cr_expect_neq(fixture_action(&f, "3"), id);
	OK(&f, store_action_withdrawal(f.s, &f.a, &f.sports, id, &why, &f.e));
	cr_expect_str_eq(why.reason, "not in edition 2");
	cr_expect_str_eq(why.by, "李敏");
	cr_expect_eq(why.at, f.now.utc);
	REFUSED(&f, ERR_DENIED, "", store_action_get(f.s, &f.a, &f.town, id, &row, &f.e));
}

static struct task_rows tasks_of(const char *unit)
{
	const struct task_filter all = {
		.plan_id = f.plan.id, .unit_id = fixture_unit(&f, unit), .role = -1, .lamp = -1};
	const struct lamp_rules rules = {0};
	struct task_rows rows = {0};

	OK(&f, store_task_list(f.s, &f.a, &f.office, &all, &rules, f.now.today, &rows, &f.e));
	return rows;
}

Test(update, a_withdrawn_action_is_owed_no_more)
{
	struct milestone_filter open = {.plan_id = f.plan.id, .open_only = true};
	struct milestone_new m = {
		.action_id = fixture_action(&f, "3"), .title = "开工", .due = {2021, 12, 1}};
	struct milestone_rows rows;
	struct milestone_row row;

	OK(&f, store_milestone_put(f.s, &f.office, &m, &f.a, &row, NULL, &f.e));
	cr_expect_eq(tasks_of("区体育局").n, 1);
	OK(&f, update());
	struct task_rows tasks = tasks_of("区体育局");
	cr_assert_eq(tasks.n, 1);
	cr_expect_str_eq(tasks.at[0].path, "2");
	OK(&f, store_milestone_list(f.s, &f.a, &f.office, &open, &rows, &f.e));
	for (size_t i = 0; i < rows.n; i++)
		cr_expect_neq(rows.at[i].id, row.id);
	open = (struct milestone_filter){.action_id = m.action_id};
	OK(&f, store_milestone_list(f.s, &f.a, &f.office, &open, &rows, &f.e));
	cr_expect_eq(rows.n, 1);
	REFUSED(&f, ERR_STATE, "withdrawn",
		store_milestone_step(f.s, &f.office, row.id, row.version, MILESTONE_DROP,
				     (struct date){0}, "", NULL, &f.e));
}

Test(update, units_follow_the_document)
{
	OK(&f, update());
	cr_expect_eq(number("select count(*) from assignment s join unit u on u.id = s.unit_id "
			    "join action a on a.id = s.action_id where u.name = '区住建局' and "
			    "a.path = '四.2' and s.state = 'withdrawn' and s.doc_role is null and "
			    "s.reason = 'not in edition 2'"),
		     1);
	cr_expect_eq(number("select count(*) from assignment s join unit u on u.id = s.unit_id "
			    "join action a on a.id = s.action_id where a.path = '5' and "
			    "u.name = '区卫生健康局' and s.role = 'lead'"),
		     1);
	cr_expect_eq(number("select count(*) from log where act = 'assignment.withdraw'"), 2);
	cr_expect_eq(number("select count(*) from log where act = 'assignment.put'"), 2);
}

static void assign(const char *no, const char *unit, enum role role)
{
	OK(&f, store_assign(f.s, &f.office, fixture_action(&f, no), fixture_unit(&f, unit), role,
			    NULL, &f.e));
}

/* role and state of a unit in an action, "lead issued"; "" when it has none. */
static const char *part(const char *no, const char *unit)
{
	static const char text[] = "select role || ' ' || state from assignment "
				   "where action_id = ?1 and unit_id = ?2";
	struct sql_stmt *q = sql_query(f.s->db, text, &f.e, sql_i64(fixture_action(&f, no)),
				       sql_i64(fixture_unit(&f, unit)));
	const char *words = sql_next(q, &f.e) > 0 ? sql_take_text(q, &f.a) : "";

	sql_end(q);
	return words;
}

Test(update, what_the_office_did_by_hand_is_kept)
{
	assign("1", "区水利局", ROLE_COOP);	/* the document never named it */
	assign("1", "区教育局", ROLE_LEAD);	/* another role */
	assign("2", "区卫生健康局", ROLE_LEAD); /* another role, and then not named any more */
	OK(&f, store_unassign(f.s, &f.office, fixture_action(&f, "1"), fixture_unit(&f, "各街镇"),
			      "已另行布置", NULL, &f.e));
	OK(&f, update());
	cr_expect_str_eq(part("1", "区水利局"), "coop issued");
	cr_expect_str_eq(part("1", "区教育局"), "lead issued");
	cr_expect_str_eq(part("2", "区卫生健康局"), "lead issued");
	cr_expect_str_eq(part("1", "各街镇"), "coop withdrawn");
	/* and in the edition after that */
	first_again();
	OK(&f, update());
	cr_expect_str_eq(part("1", "区水利局"), "coop issued");
	cr_expect_str_eq(part("1", "区教育局"), "lead issued");
	cr_expect_str_eq(part("1", "各街镇"), "coop withdrawn");
	cr_expect_str_eq(part("2", "区卫生健康局"), "lead issued");
}

static const char *kept(void)
{
	const char *text = "";
	struct kept_rows rows;

	OK(&f, store_plan_kept(f.s, &f.a, compare(), &rows, &f.e));
	for (size_t i = 0; i < rows.n; i++)
		text = arena_printf(&f.a, "%s%s: %s\n", text, rows.at[i].path, rows.at[i].text);
	return text;
}

Test(update, what_is_kept_is_told)
{
	cr_expect_str_eq(kept(), "");
	assign("1", "区水利局", ROLE_COOP);
	assign("1", "区教育局", ROLE_LEAD);
	assign("2", "区体育局", ROLE_COOP); /* as the new edition has it */
	assign("3", "区水利局", ROLE_COOP); /* gone with its action */
	OK(&f, store_unassign(f.s, &f.office, fixture_action(&f, "1"), fixture_unit(&f, "各街镇"),
			      "已另行布置", NULL, &f.e));
	cr_expect_str_eq(kept(),
			 "1: 区教育局 stays lead, as the office has set it; the document says "
			 "cooperating\n"
			 "1: 各街镇 stays out: the office has taken it off\n"
			 "1: 区水利局 stays (cooperating), as the office has set it\n");
}

Test(update, a_unit_that_is_named_again_has_its_part_again)
{
	OK(&f, update());
	cr_expect_str_eq(part("2", "区卫生健康局"), "coop withdrawn");
	first_again();
	OK(&f, update());
	cr_expect_str_eq(part("2", "区卫生健康局"), "coop issued");
	cr_expect_str_eq(part("2", "区体育局"), "coop withdrawn");
}

Test(update, targets_are_ended_not_deleted)
{
	int64_t target = number("select id from target where year = 2030");
	struct indicator_rows rows;

	OK(&f, update());
	OK(&f, store_indicator_list(f.s, &f.a, NULL, fixture_action(&f, "1"), &rows, &f.e));
	cr_assert_eq(rows.n, 1);
	cr_assert_eq(rows.at[0].targets.n, 2);
	cr_expect_str_eq(rows.at[0].targets.at[0].value, "33");
	cr_expect_eq(rows.at[0].targets.at[1].id, target);
	cr_expect_eq(number("select count(*) from target where value = '30' and "
			    "ended_at is not null"),
		     1);
	int64_t ended = number("select id from target where value = '30'");
	first_again();
	OK(&f, update());
	cr_expect_eq(number("select id from target where value = '30' and ended_at is null"),
		     ended);
	cr_expect_eq(number("select count(*) from target where value = '33' and "
			    "ended_at is not null"),
		     1);
}

Test(update, a_volume_with_another_figure_counts_on)
{
	int64_t volume = number("select id from volume where what = '举办科普讲座'");
	struct volume_rows rows;

	OK(&f, update());
	OK(&f, store_volume_list(f.s, &f.a, NULL, fixture_action(&f, "1"), &rows, &f.e));
	cr_assert_eq(rows.n, 1);
	cr_expect_eq(rows.at[0].id, volume);
	cr_expect_str_eq(rows.at[0].value, "150");
	doc.actions.at[0].volumes.n = 0;
	doc.text = arena_printf(&f.a, "%s。", doc.text);
	OK(&f, update());
	OK(&f, store_volume_list(f.s, &f.a, NULL, fixture_action(&f, "1"), &rows, &f.e));
	cr_expect_eq(rows.n, 0);
	cr_expect_eq(number("select count(*) from volume where what = '举办科普讲座' and "
			    "ended_at is not null"),
		     1);
}

/* The deadline of action 2: "2022-06-30 open". */
static const char *deadline(void)
{
	static const char text[] = "select due || ' ' || state from milestone where action_id = ?1 "
				   "order by id desc limit 1";
	struct sql_stmt *q = sql_query(f.s->db, text, &f.e, sql_i64(fixture_action(&f, "2")));
	const char *words = sql_next(q, &f.e) > 0 ? sql_take_text(q, &f.a) : "";

	sql_end(q);
	return words;
}

static int64_t deadline_id(void)
{
	return number("select id from milestone where of_document = 1 and action_id = "
		      "(select id from action where path = '2')");
}

Test(update, an_open_deadline_goes_with_the_document)
{
	int64_t id = deadline_id();

	cr_expect_str_eq(deadline(), "2021-12-31 open");
	OK(&f, update());
	cr_expect_str_eq(deadline(), "2022-06-30 open");
	cr_expect_eq(deadline_id(), id);
	doc.actions.at[1].due = "";
	doc.text = arena_printf(&f.a, "%s。", doc.text);
	OK(&f, update());
	cr_expect_str_eq(deadline(), "2022-06-30 dropped");
	first_again();
	OK(&f, update());
	cr_expect_str_eq(deadline(), "2021-12-31 open");
}

Test(update, a_deadline_that_is_done_stays)
{
	struct milestone_row row;

	OK(&f, store_milestone_get(f.s, &f.a, NULL, deadline_id(), &row, &f.e));
	OK(&f, store_milestone_step(f.s, &f.education, row.id, row.version, MILESTONE_FINISH,
				    (struct date){2021, 11, 20}, "", NULL, &f.e));
	cr_expect_str_eq(kept(), "2: its deadline of 2021-12-31 stays: done\n");
	OK(&f, update());
	cr_expect_str_eq(deadline(), "2021-12-31 done");
}

Test(update, a_deadline_that_was_moved_by_hand_stays)
{
	struct milestone_new m = {
		.milestone_id = deadline_id(), .title = "完成", .due = {2022, 3, 1}, .note = ""};
	struct milestone_row row;

	OK(&f, store_milestone_get(f.s, &f.a, NULL, m.milestone_id, &row, &f.e));
	m.version = row.version;
	m.action_id = row.action_id;
	OK(&f, store_milestone_put(f.s, &f.office, &m, &f.a, &row, NULL, &f.e));
	cr_expect_str_eq(kept(), "2: its deadline stays on 2022-03-01, as it was set\n");
	OK(&f, update());
	cr_expect_str_eq(deadline(), "2022-03-01 open");
}

Test(update, clauses_and_texts_of_before_are_kept_word_for_word)
{
	int64_t id = fixture_action(&f, "1"), same = fixture_action(&f, "四.2");
	struct clause_rows rows;
	struct edition_rows editions;
	const char *text;
	struct plan first;

	fixture_plan(&f.a, &first);
	OK(&f, update());
	OK(&f, store_clause_list(f.s, &f.a, &f.town, id, &rows, &f.e));
	cr_assert_eq(rows.n, 2);
	cr_expect_eq(rows.at[0].from, 2);
	cr_expect_eq(rows.at[0].to, 0);
	cr_expect_eq(rows.at[1].from, 1);
	cr_expect_eq(rows.at[1].to, 1);
	const struct plan_span *span = &first.actions.at[0].clause;
	cr_expect_str_eq(rows.at[1].text,
			 arena_strndup(&f.a, first.text + span->from, span->to - span->from));
	OK(&f, store_clause_list(f.s, &f.a, &f.office, same, &rows, &f.e));
	cr_assert_eq(rows.n, 2);
	cr_expect_str_eq(rows.at[1].path, "四.2");
	cr_expect_str_eq(rows.at[0].path, "四.1");
	OK(&f, store_edition_list(f.s, &f.a, &f.town, f.plan.id, &editions, &f.e));
	cr_assert_eq(editions.n, 2);
	cr_expect_eq(editions.at[0].number, 2);
	cr_expect_eq(editions.at[0].superseded_at, 0);
	cr_expect_eq(editions.at[1].superseded_at, f.now.utc);
	cr_expect_str_eq(editions.at[1].file, "qingshan.txt");
	OK(&f, store_edition_text(f.s, &f.a, &f.town, f.plan.id, 1, &text, &f.e));
	cr_expect_str_eq(text, first.text);
	OK(&f, store_edition_text(f.s, &f.a, &f.town, f.plan.id, 2, &text, &f.e));
	cr_expect_str_eq(text, doc.text);
	REFUSED(&f, ERR_NOT_FOUND, "3",
		store_edition_text(f.s, &f.a, &f.town, f.plan.id, 3, &text, &f.e));
}

/* Everything that people entered, as one text. */
static const char *entered(void)
{
	static const char *const texts[] = {
		"select group_concat(id || ':' || action_id || ':' || unit_id || ':' || version || "
		"':' "
		"|| state || ':' || done, ';') from report",
		"select group_concat(report_id || ':' || volume_id || ':' || value, ';') "
		"from report_volume",
		"select group_concat(id || ':' || unit_id || ':' || title, ';') from evidence",
		"select group_concat(evidence_id || ':' || action_id || ':' || "
		"coalesce(milestone_id, 0), ';') from evidence_link",
		"select group_concat(id || ':' || action_id || ':' || title || ':' || due, ';') "
		"from milestone where of_document = 0"};
	const char *all = "";

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct sql_stmt *q = sql_query(f.s->db, texts[i], &f.e);
		cr_assert_eq(sql_next(q, &f.e), 1, "%s", f.e.text);
		all = arena_printf(&f.a, "%s%s\n", all, sql_peek(q));
		sql_end(q);
	}
	return all;
}

static void report(const struct actor *who, const char *no, const char *unit)
{
	struct report_new r = {.action_id = fixture_action(&f, no),
			       .unit_id = fixture_unit(&f, unit),
			       .period_id = fixture_period(&f, "2021Q4"),
			       .percent = 60,
			       .done = "已完成六成"};
	struct report_row row;

	OK(&f, store_report_put(f.s, who, &r, REPORT_SUBMIT, &f.a, &row, NULL, &f.e));
}

static void enter_progress(void)
{
	struct milestone_new m = {.action_id = fixture_action(&f, "3"),
				  .unit_id = fixture_unit(&f, "区体育局"),
				  .title = "开工",
				  .due = {2021, 12, 1},
				  .note = ""};
	struct evidence_new v = {.action_id = m.action_id,
				 .unit_id = m.unit_id,
				 .kind = EVIDENCE_NOTE,
				 .title = "现场照片",
				 .note = "附三张"};
	struct milestone_row milestone;
	struct evidence_row evidence;

	report(&f.health, "1", "区卫生健康局");
	report(&f.education, "2", "区教育局");
	report(&f.sports, "3", "区体育局");
	OK(&f, store_milestone_put(f.s, &f.sports, &m, &f.a, &milestone, NULL, &f.e));
	v.milestone_id = milestone.id;
	OK(&f, store_evidence_add(f.s, &f.sports, &v, &f.a, &evidence, NULL, &f.e));
}

Test(update, what_people_entered_is_untouched_also_when_it_goes_and_comes_back)
{
	int64_t sports = fixture_action(&f, "3");
	struct report_rows rows;

	enter_progress();
	const char *before = entered();
	OK(&f, update());
	cr_expect_str_eq(entered(), before);
	OK(&f, store_report_list(f.s, &f.a, &f.sports, sports, 0, &rows, &f.e));
	cr_expect_eq(rows.n, 1);
	first_again();
	struct plan_diff *d = compare();
	cr_expect_eq(d->counts[DIFF_BACK], 1, "%s", kinds(d));
	OK(&f, store_plan_update(f.s, &f.office, d, &f.a, &f.plan, NULL, &f.e));
	cr_expect_str_eq(entered(), before);
	cr_expect_eq(fixture_action(&f, "3"), sports);
	cr_expect_eq(number("select count(*) from action where state = 'withdrawn'"), 1);
	cr_expect_eq(number("select count(*) from action where path = '3@2'"), 1);
	cr_expect_eq(tasks_of("区体育局").n, 1);
	struct clause_rows clauses;
	OK(&f, store_clause_list(f.s, &f.a, &f.office, sports, &clauses, &f.e));
	cr_assert_eq(clauses.n, 2);
	cr_expect_eq(clauses.at[0].from, 3);
	cr_expect_eq(clauses.at[1].to, 1);
	cr_expect_str_eq(clauses.at[1].path, "3@1");
}

Test(update, the_log_says_what_happened_and_holds)
{
	struct log_rows rows = {0};
	struct log_filter none = {0};
	int64_t nrows;

	OK(&f, update());
	OK(&f, store_log_list(f.s, &f.a, &f.office, &none, 1, &rows, &f.e));
	cr_expect_str_eq(rows.at[0].act, "plan.update");
	cr_expect_not_null(strstr(rows.at[0].after, "\"edition\":2"), "%s", rows.at[0].after);
	cr_expect_not_null(strstr(rows.at[0].after, "\"gone\":1"), "%s", rows.at[0].after);
	cr_expect_eq(number("select count(*) from log where act = 'action.withdraw'"), 1);
	cr_expect_eq(number("select count(*) from log where act = 'action.add'"), 1);
	cr_expect_eq(number("select count(*) from log where act = 'action.change'"), 5);
	OK(&f, store_log_verify(f.s, &nrows, &f.e));
	cr_expect_eq(f.changes, CHANGE_PLAN | CHANGE_UNIT | CHANGE_ASSIGNMENT | CHANGE_MILESTONE);
}

Test(update, what_does_not_fit_together_is_refused)
{
	struct plan_diff *d;

	doc.actions.at[3].parent = "(九)";
	d = compare();
	REFUSED(&f, ERR_INPUT, "(九)",
		store_plan_update(f.s, &f.office, d, &f.a, &f.plan, NULL, &f.e));
	doc.actions.at[3].parent = "(四)";
	doc.actions.at[1].due = "2022-13";
	d = compare();
	REFUSED(&f, ERR_INPUT, "2022-13",
		store_plan_update(f.s, &f.office, d, &f.a, &f.plan, NULL, &f.e));
	cr_expect_eq(number("select count(*) from edition"), 0);
	cr_expect_eq(number("select count(*) from action where path like '@%'"), 0);
}

/* The whole file as a number that any change changes. */
static const char whole[] =
	"select (select count(*) from log) * 1000000 + (select sum(version) from action) * 10000 + "
	"(select sum(version) from assignment) * 100 + (select count(*) from edition) + "
	"(select count(*) from clause) + (select sum(seq) from action) + "
	"(select count(*) from target where ended_at is not null) + "
	"(select sum(version) from milestone)";

Test(update, breaking_off_anywhere_leaves_the_edition_before)
{
	enter_progress();
	int64_t before = number(whole);
	struct plan_diff *d = compare();
	int n = 0, got = -1;

	for (int step = 1; got; step += n < 60 ? 1 : 7) {
		fixture_reopen(&f, &sql_fault);
		f.changes = 0;
		fault_set(step);
		got = store_plan_update(f.s, &f.office, d, &f.a, &f.plan, &f.changes, &f.e);
		fault_set(0);
		if (!got)
			break;
		n++;
		cr_assert_eq(f.e.code, ERR_IO, "%s", f.e.text);
		cr_assert_eq(f.changes, 0);
		cr_assert_eq(number(whole), before, "after call %d", step);
		cr_assert_lt(step, 5000);
	}
	cr_expect_gt(n, 60);
	cr_expect_eq(number("select count(*) from edition"), 1);
}

Test(update, somebody_may_know_better)
{
	int64_t gone = fixture_action(&f, "3");
	struct plan_diff *d = compare();

	plan_diff_pair(d, 2, 5);
	OK(&f, store_plan_update(f.s, &f.office, d, &f.a, &f.plan, NULL, &f.e));
	cr_expect_eq(fixture_action(&f, "3"), gone);
	cr_expect_eq(number("select count(*) from action where state = 'withdrawn'"), 0);
}
