/* The task list of a unit as a document: which targets, milestones and progress stand in it. */
#include "core/plan/tasklist.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include <string.h>

enum { NO, ACTION, ROLE, TARGETS, MILESTONES, PROGRESS, LAMP };

static struct arena arena;

static void leave(void)
{
	arena_free(&arena);
}

TestSuite(tasklist, .fini = leave);

static const struct date today = {2025, 11, 21};

static struct task_row task(int64_t plan_id, const char *no, const char *title)
{
	return (struct task_row){
		.action_id = 7,
		.plan_id = plan_id,
		.plan_code = plan_id == 1 ? "yx2025" : "qt2025",
		.no = no,
		.parent_no = "",
		.path = no,
		.title = title,
		.role = ROLE_LEAD,
		.percent = -1,
		.last_done = "",
		.last_period = "",
		.milestone = "",
		.lamp = LAMP_GREY,
	};
}

static struct document build(const struct tasklist_item *items, int n, int horizon)
{
	struct document d;

	tasklist_build(&arena, &d, "区教育局", items, n, horizon, "陈小满", today);
	return d;
}

static const char *cell(const struct document *d, size_t block, size_t row, int column)
{
	return d->blocks.at[block].table->rows.at[row][column];
}

/* The one row of a list of one task. */
static const char *only_cell(const struct tasklist_item *item, int horizon, int column)
{
	struct document d = build(item, 1, horizon);

	return cell(&d, 1, 0, column);
}

Test(tasklist, says_what_about_whom_and_when)
{
	struct document d = build(NULL, 0, 2025);

	cr_assert_str_eq(d.subject, "区教育局");
	cr_assert_neq(strstr(d.issued, "2025-11-21"), NULL);
	cr_assert_neq(strstr(d.issued, "陈小满"), NULL);
}

Test(tasklist, of_no_tasks_says_so)
{
	struct document d = build(NULL, 0, 2025);

	cr_assert_eq(d.blocks.n, 1u);
	cr_assert_eq(d.blocks.at[0].kind, BLOCK_PARAGRAPH);
}

Test(tasklist, has_a_heading_and_a_table_for_each_plan)
{
	struct task_row tasks[] = {task(1, "1", "甲"), task(1, "2", "乙"), task(2, "1", "丙")};
	struct tasklist_item items[] = {
		{.task = &tasks[0], .plan_title = "健康云溪行动实施意见"},
		{.task = &tasks[1], .plan_title = "健康云溪行动实施意见"},
		{.task = &tasks[2]},
	};
	struct document d = build(items, 3, 2025);

	cr_assert_eq(d.blocks.n, 4u);
	cr_assert_str_eq(d.blocks.at[0].text, "健康云溪行动实施意见");
	cr_assert_eq(d.blocks.at[1].table->rows.n, 2u);
	cr_assert_str_eq(d.blocks.at[2].text, "qt2025", "the code stands where there is no title");
	cr_assert_str_eq(cell(&d, 3, 0, ACTION), "丙");
}

Test(tasklist, shows_an_action_by_its_path)
{
	struct task_row t = task(1, "(2)", "甲");
	struct tasklist_item item = {.task = &t};

	t.path = "五.2";
	cr_assert_str_eq(only_cell(&item, 2025, NO), "五.2");
	arena_free(&arena);
}

static struct indicator_row indicator(const char *name, const char *measure, bool in_words,
				      const struct target_row *targets, size_t n)
{
	struct indicator_row in = {.name = name, .measure = measure, .in_words = in_words};

	for (size_t i = 0; i < n; i++)
		*vec_push(&arena, &in.targets) = targets[i];
	return in;
}

struct horizon_case {
	int horizon;
	char shown[64];
};

ParameterizedTestParameters(tasklist, prints_the_targets_of_its_horizon)
{
	static struct horizon_case cases[] = {
		{2021, "健康素养水平 ≥33.0% (2022)"},
		{2022, "健康素养水平 ≥33.0% (2022)"},
		{2023, "健康素养水平 ≥38% (2030)"},
		{2030, "健康素养水平 ≥38% (2030)"},
		{2031, ""},
	};

	return cr_make_param_array(struct horizon_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct horizon_case *c, tasklist, prints_the_targets_of_its_horizon)
{
	struct target_row targets[] = {
		{.year = 2030, .op = OP_AT_LEAST, .value = "38"},
		{.year = 2022, .op = OP_AT_LEAST, .value = "33.0"},
	};
	struct indicator_row in = indicator("健康素养水平", "%", false, targets, 2);
	struct task_row t = task(1, "1", "甲");
	struct tasklist_item item = {.task = &t, .indicators = &in, .nindicators = 1};

	cr_assert_str_eq(only_cell(&item, c->horizon, TARGETS), c->shown);
	arena_free(&arena);
}

Test(tasklist, prints_targets_without_a_year_in_words_and_volumes)
{
	struct target_row no_year = {.op = OP_AT_MOST, .value = "9.5"};
	struct target_row per_head = {.op = OP_AT_MOST, .value = "7.9"};
	struct target_row words = {.year = 2025};
	struct indicator_row in[] = {
		indicator("婴儿死亡率", "‰", false, &no_year, 1),
		indicator("孕产妇死亡率", "1/10万", false, &per_head, 1),
		indicator("近视率持续下降", "", true, &words, 1),
		indicator("长者食堂全覆盖", "", true, NULL, 0),
	};
	struct volume_row volumes[] = {
		{.what = "视力筛查学校", .value = "40", .measure = "所", .done = "32"},
		{.what = "讲座", .value = "2000", .measure = "场次", .done = ""},
	};
	struct task_row t = task(1, "1", "甲");
	struct tasklist_item item = {
		.task = &t, .indicators = in, .nindicators = 4, .volumes = volumes, .nvolumes = 2};

	cr_assert_str_eq(only_cell(&item, 2025, TARGETS), "· 婴儿死亡率 ≤9.5‰\n"
							  "· 孕产妇死亡率 ≤7.9/10万\n"
							  "· 近视率持续下降 (2025)\n"
							  "· 长者食堂全覆盖\n"
							  "· 视力筛查学校 32/40所\n"
							  "· 讲座 0/2000场次");

	item.nindicators = 1;
	item.nvolumes = 0;
	cr_assert_str_eq(only_cell(&item, 2025, TARGETS), "婴儿死亡率 ≤9.5‰",
			 "one alone needs no mark");
}

Test(tasklist, prints_milestones_by_the_day_that_counts_and_leaves_out_dropped_ones)
{
	struct milestone_row milestones[] = {
		{.title = "挂牌",
		 .due = {2025, 6, 30},
		 .done_on = {2025, 6, 18},
		 .state = MILESTONE_DONE},
		{.title = "取消的", .due = {2025, 8, 31}, .state = MILESTONE_DROPPED},
		{.title = "筛查", .due = {2025, 11, 15}, .state = MILESTONE_OPEN},
	};
	struct task_row t = task(1, "1", "甲");
	struct tasklist_item item = {.task = &t, .milestones = milestones, .nmilestones = 3};

	cr_assert_str_eq(only_cell(&item, 2025, MILESTONES),
			 "· 2025-06-18 挂牌 (done)\n· 2025-11-15 筛查");
}

Test(tasklist, prints_the_last_progress_shortened)
{
	struct strbuf done = STRBUF_INIT;
	struct task_row t = task(1, "1", "甲");
	struct tasklist_item item = {.task = &t};

	cr_assert_str_eq(only_cell(&item, 2025, PROGRESS), "not reported");
	t.percent = 45;
	t.last_period = "2025Q3";
	t.last_done = "";
	cr_assert_str_eq(only_cell(&item, 2025, PROGRESS), "2025Q3 45%");
	for (int i = 0; i < 61; i++)
		strbuf_puts(&done, "校");
	t.last_done = done.s;
	const char *shown = only_cell(&item, 2025, PROGRESS);
	cr_assert_eq(strlen(shown), strlen("2025Q3 45%\n") + 60 * strlen("校") + strlen("…"));
	cr_assert_str_eq(shown + strlen(shown) - strlen("…"), "…");
	strbuf_free(&done);
}

Test(tasklist, says_the_lamp_as_a_word_with_its_cause)
{
	struct task_row t = task(1, "1", "甲");
	struct tasklist_item item = {.task = &t};

	cr_assert_str_eq(only_cell(&item, 2025, LAMP), "grey");
	t.lamp = LAMP_RED;
	t.why = LAMP_WHY_MILESTONE;
	t.days = 6;
	cr_assert_str_eq(only_cell(&item, 2025, LAMP), "red\n6 days late");
}
