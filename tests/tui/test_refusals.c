/* What a screen does for somebody who may not: it says so before anything is typed, and how it can
 * be done. And what asks first which action is meant. */
#include "db/store_access.h"
#include "db/people/store_person.h"
#include "tests/tui/screen.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <string.h>

static struct screen s;

static void end(void)
{
	screen_end(&s);
}

static void begin(const char *login)
{
	screen_language("en");
	screen_begin(&s, login, 80, 24);
}

TestSuite(refusals, .fini = end);

static void expect_said(const char *text)
{
	cr_expect(strstr(app_message(s.app), text), "%s", app_message(s.app));
}

/* "admin" is the office, and administrator by another post. */
Test(refusals, another_post_of_the_same_person_is_named)
{
	begin("admin");
	screen_open(&s, &view_people, (struct view_args){0});
	screen_press(&s, "Tab");
	cr_expect_str_eq(screen_top(&s), "people", "no form to fill in in vain");
	expect_said("but you are administrator too");
	expect_said("Another post");
	screen_press(&s, "Enter Enter");
	cr_expect_str_eq(screen_top(&s), "person", "no menu of entries that are all refused");
	expect_said("but you are administrator too");
}

Test(refusals, before_the_form)
{
	static const struct {
		const struct view_ops *view;
		const char *key, *sentence;
	} cases[] = {
		{&view_people, "Tab", "you may not manage people and posts"},
		{&view_units, "Tab", "you may not change units"},
		{&view_periods, "Tab", "you may not set reporting periods"},
		{&view_periods, "Enter", "you may not set reporting periods"},
		{&view_evidence_list, "Tab", "you may not record evidence"},
		{&view_milestone_list, "a", "you may not change this unit's milestones"},
	};

	begin("zhou");
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		screen_open(&s, cases[i].view, (struct view_args){0});
		screen_press(&s, cases[i].key);
		cr_expect_str_eq(screen_top(&s), cases[i].view->name);
		expect_said(cases[i].sentence);
	}
	struct access_rows told;
	cr_assert_eq(store_access_list(s.d.s, &s.d.a, NULL, "zhou", 10, &told, &s.d.e), 0);
	cr_assert_eq(told.n, sizeof cases / sizeof cases[0], "each is told");
	cr_expect_eq(told.at[0].act, ACCESS_REFUSED);
	cr_expect_str_eq(told.at[0].object, "screen milestones", "%s", told.at[0].object);
}

Test(refusals, a_report_that_is_handed_in_is_read)
{
	begin("chen");
	screen_press(&s, "Down = Enter");
	cr_assert(screen_has(&s, "no change reported"), "%s", app_message(s.app));
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "2 Read the report"));
	screen_press(&s, "2");
	cr_expect_str_eq(screen_top(&s), "review");
	expect_said("to change it, take it back, or");
	cr_expect_not(screen_has(&s, "Enter decide"), "it is not this post's to decide");
	cr_expect_eq(app_push(s.app, &view_report_form,
			      &(struct view_args){.id = district_action(&s.d, "4")}),
		     -1, "no other way leads to a form for it");
}

Test(refusals, no_key_is_offered_that_does_nothing)
{
	begin("zhou");
	screen_open(&s, &view_people, (struct view_args){0});
	cr_expect(screen_has(&s, "/ find"));
	cr_expect_not(screen_has(&s, "Tab add"));
	cr_expect_not(screen_has(&s, "p print"));
	screen_press(&s, "/");
	screen_type(&s, "nobody is called this");
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "Nothing here has these words"));
	cr_expect_not(screen_has(&s, "Enter open"));
	screen_press(&s, "Esc Enter");
	cr_expect_str_eq(screen_top(&s), "person", "%s", screen_top(&s));
	cr_expect_not(screen_has(&s, "/ find"));
}

Test(refusals, an_entry_that_cannot_be_chosen_says_so)
{
	begin("chen");
	screen_press(&s, "1 Enter 4 Enter 1");
	cr_expect_str_eq(screen_top(&s), "menu");
	expect_said("cannot be chosen here: 区卫生健康局");
}

Test(refusals, evidence_asks_for_its_action)
{
	begin("chen");
	screen_press(&s, "0 5 Tab");
	cr_expect(screen_has(&s, "On which action?"));
	cr_expect_not(screen_has(&s, "老年健康促进行动"), "only where the unit takes part");
	screen_press(&s, "Down Enter");
	cr_expect_str_eq(screen_top(&s), "evidence-new");
	cr_expect(screen_has(&s, "2 全民健身行动"));
	screen_press(&s, "2 Tab");
	screen_type(&s, "现场会");
	screen_press(&s, "F9");
	cr_expect_str_eq(screen_top(&s), "evidence", "%s", screen_top(&s));
	cr_expect(screen_has(&s, "现场会"));
}

Test(refusals, a_milestone_asks_for_its_action_where_there_is_none_yet)
{
	begin("chen");
	screen_open(&s, &view_milestone_list,
		    (struct view_args){.id2 = district_unit(&s.d, "团区委")});
	screen_press(&s, "/");
	screen_type(&s, "nothing like this");
	screen_press(&s, "Enter a");
	cr_expect(screen_has(&s, "On which action?"));
	screen_press(&s, "Enter");
	cr_expect_str_eq(screen_top(&s), "milestone");
}

Test(refusals, a_unit_with_duties_of_its_own_stands_for_no_others)
{
	begin("admin");
	screen_open(&s, &view_unit, (struct view_args){.id = district_unit(&s.d, "区教育局")});
	screen_press(&s, "Enter 5");
	screen_type(&s, "团区委");
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "answers for actions itself"));
	cr_expect_not(screen_has(&s, "Stands for"));
}
