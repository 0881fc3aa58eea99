/* Two sessions over one file change the same thing: the one that is late is shown both, field by
 * field, and loses nothing until it is decided. For every form that changes a row. */
#include "db/report/store_case.h"
#include "db/report/store_period.h"
#include "tests/tui/conflict_desk.h"
#include "tests/tui/reporting.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include <string.h>

TestSuite(conflict, .init = conflict_begin, .fini = conflict_end);

static const char *milestone_value(void)
{
	return conflict_milestone().title;
}

static struct view_args report_args(void)
{
	return (struct view_args){.id = district_action(&mine.d, "4"),
				  .id2 = district_unit(&mine.d, "区教育局")};
}

static const char *report_value(void)
{
	return reporting_of(&mine.d, "4", "区教育局", "2021Q4").done;
}

static struct view_args case_args(void)
{
	struct actor who = district_actor(&mine.d, "chen");
	struct case_new new = {.action_id = district_action(&mine.d, "4"),
			       .unit_id = district_unit(&mine.d, "区教育局"),
			       .title = "一校一策改照明",
			       .text = "先测后改"};
	static struct view_case_args of_unit;
	struct case_row row;

	of_unit.unit_id = new.unit_id;
	OK(store_case_put(mine.d.s, &who, &new, &mine.d.a, &row, NULL, &mine.d.e));
	return (struct view_args){.id = new.action_id, .id2 = row.id, .more = &of_unit};
}

static const char *case_value(void)
{
	struct case_row row;

	OK(store_case_get(mine.d.s, &mine.d.a, NULL, 1, &row, &mine.d.e));
	return row.title;
}

static struct period_row period(void)
{
	struct period_row p;

	OK(store_period_find(mine.d.s, &mine.d.a, mine.d.plan_id, "2021Q4", &p, &mine.d.e));
	return p;
}

static struct view_args period_args(void)
{
	return (struct view_args){.id = period().id};
}

static const char *period_value(void)
{
	char day[DATE_TEXT];

	return arena_strdup(&mine.d.a, date_format(period().closes, day));
}

/* The forms over a row with a version; a value of each that both sessions change. */
static const struct kind {
	const char *name;
	const struct view_ops *view;
	struct view_args (*args)(void);
	const char *(*value)(void); /* as it is in the file */
	const char *one, *two;	    /* who works in the two sessions */
	const char *to;		    /* the way from the first field */
	const char *a, *b, *c;	    /* what they write */
	const char *save;
} kinds[] = {
	{"milestone", &view_milestone_form, conflict_milestone_args, milestone_value, "chen",
	 "admin", "", "视力监测全部上报", "视力监测九月上报", "视力监测十月上报", "F9"},
	{"milestone in two windows", &view_milestone_form, conflict_milestone_args, milestone_value,
	 "chen", "chen", "", "视力监测全部上报", "视力监测九月上报", "视力监测十月上报", "F9"},
	{"report", &view_report_form, report_args, report_value, "chen", "admin", "Tab",
	 "全部学校完成筛查", "筛查了一半", "筛查了三分之二", "F2"},
	{"case", &view_case_form, case_args, case_value, "chen", "admin", "", "一校一策换桌椅",
	 "一校一策改灯光", "一校一策改窗户", "F9"},
	{"period", &view_period_form, period_args, period_value, "admin", "admin", "Tab Tab",
	 "2022-02-01", "2022-02-02", "2022-02-03", "F9"},
};
enum { NKINDS = sizeof kinds / sizeof kinds[0] };

static void write_field(struct screen *s, const struct kind *k, const char *text)
{
	screen_press(s, k->to);
	screen_press(s, "Ctrl-A");
	screen_type(s, text);
}

/* Both have the form open; the other one saves, then what stands here is saved. */
static void clash(const struct kind *k)
{
	opened = k->args();
	conflict_join(k->two);
	screen_sit(&mine, k->one, 80, 24);
	screen_open(&mine, k->view, opened);
	screen_open(&theirs, k->view, opened);
	write_field(&theirs, k, k->b);
	screen_press(&theirs, k->save);
	cr_assert_str_neq(screen_top(&theirs), k->view->name, "%s", app_message(theirs.app));
	cr_assert_str_eq(k->value(), k->b, "%s", k->name);
	write_field(&mine, k, k->a);
	screen_press(&mine, k->save);
}

/* Once more, while the conflict is being decided. */
static void change_again(const struct kind *k)
{
	screen_open(&theirs, k->view, opened);
	write_field(&theirs, k, k->c);
	screen_press(&theirs, k->save);
	cr_assert_str_eq(k->value(), k->c, "%s: %s", k->name, app_message(theirs.app));
}

static struct criterion_test_params all_kinds(void)
{
	static int numbers[NKINDS];

	for (int i = 0; i < NKINDS; i++)
		numbers[i] = i;
	return cr_make_param_array(int, numbers, NKINDS);
}

ParameterizedTestParameters(conflict, shows_both_until_it_is_decided)
{
	return all_kinds();
}
ParameterizedTest(const int *i, conflict, shows_both_until_it_is_decided)
{
	const struct kind *k = &kinds[*i];

	clash(k);
	cr_assert_str_eq(screen_top(&mine), "conflict", "%s: %s", k->name, app_message(mine.app));
	cr_expect(screen_has(&mine, "after you opened it"), "%s: who and when", k->name);
	cr_expect(screen_has(&mine, "1 field was changed by both of you"), "%s", k->name);
	cr_expect(screen_has(&mine, "by now"), "%s", k->name);
	screen_press(&mine, "F9");
	cr_expect(screen_has(&mine, "say which one counts"), "%s: nothing is chosen unasked",
		  k->name);
	screen_press(&mine, "Esc");
	cr_assert_str_eq(screen_top(&mine), k->view->name);
	cr_expect(screen_has(&mine, k->a), "%s: what was typed stands there", k->name);
	cr_expect_str_eq(k->value(), k->b, "%s: nothing was written", k->name);
	screen_press(&mine, k->save);
	cr_expect_str_eq(screen_top(&mine), "conflict", "%s: asked again", k->name);
}

ParameterizedTestParameters(conflict, nothing_is_written_over_that_was_not_shown)
{
	return all_kinds();
}
ParameterizedTest(const int *i, conflict, nothing_is_written_over_that_was_not_shown)
{
	const struct kind *k = &kinds[*i];

	if (strcmp(k->one, k->two) == 0)
		cr_skip_test("in two windows of one person it is one draft");
	clash(k);
	cr_assert_str_eq(screen_top(&mine), "conflict", "%s: %s", k->name, app_message(mine.app));
	change_again(k);
	screen_press(&mine, "1 F9");
	cr_expect_str_eq(screen_top(&mine), "conflict", "%s: a third change is shown", k->name);
	cr_expect_str_eq(k->value(), k->c, "%s", k->name);
	screen_press(&mine, "1 F9");
	cr_expect_str_neq(screen_top(&mine), "conflict", "%s", k->name);
	cr_expect_str_neq(screen_top(&mine), k->view->name, "%s: %s", k->name,
			  app_message(mine.app));
	cr_expect_str_eq(k->value(), k->a, "%s", k->name);
}

ParameterizedTestParameters(conflict, dropping_mine_leaves_the_form_with_theirs)
{
	return all_kinds();
}
ParameterizedTest(const int *i, conflict, dropping_mine_leaves_the_form_with_theirs)
{
	const struct kind *k = &kinds[*i];

	clash(k);
	cr_assert_str_eq(screen_top(&mine), "conflict", "%s: %s", k->name, app_message(mine.app));
	screen_press(&mine, "Tab Tab 2 F9");
	cr_assert_str_eq(screen_top(&mine), k->view->name, "%s: %s", k->name,
			 app_message(mine.app));
	cr_expect(screen_has(&mine, k->b), "%s", k->name);
	cr_expect_not(screen_has(&mine, k->a), "%s", k->name);
	cr_expect_not(screen_has(&mine, "draft kept"), "%s", k->name);
	screen_press(&mine, "Esc");
	cr_expect_str_eq(k->value(), k->b, "%s", k->name);
}
