/* Reviewing a document before it is stored: what is doubtful stands first, everything that was read
 * can be corrected and taken back, nothing is lost, nothing is stored before the office says so. */
#include "db/report/store_draft.h"
#include "db/plan/store_plan.h"
#include "tests/tui/screen.h"
#include "tests/tui/songling.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>

#include <stdlib.h>

static struct screen s;
static char *path;

static void review(const char *update)
{
	screen_open(&s, &view_import,
		    (struct view_args){
			    .more = &(struct view_import_args){.path = path, .update = update}});
}

static void begin(void)
{
	screen_language("en");
	screen_begin_empty(&s, "admin", 80, 24);
	path = tmp_puts(&s.d.tmp, "songling.txt", songling);
	review("");
}

static void end(void)
{
	free(path);
	screen_end(&s);
}

TestSuite(import, .init = begin, .fini = end);

static size_t count_plans(void)
{
	struct plan_rows plans = {0};

	cr_assert_eq(store_plan_list(s.d.s, &s.d.a, NULL, &plans, &s.d.e), 0, "%s", s.d.e.text);
	return plans.n;
}

/* To the screen of the action with this number. */
static void open_action(const char *no)
{
	screen_press(&s, "Right Home");
	screen_press(&s, no);
	screen_press(&s, "Enter");
	cr_assert_str_eq(screen_top(&s), "import-action");
}

Test(import, doubts_stand_first_each_with_its_reason_and_a_proposal)
{
	cr_expect(screen_has(&s, "Review: 4 actions, 4 doubts open"));
	cr_expect(screen_has(&s, "which of them leads"));
	cr_expect(screen_has(&s, "Proposal: 区体育局 becomes the lead"));
	cr_expect(screen_has(&s, "2.健步行动。新建步道12公里。"), "the clause beside it");
	screen_press(&s, "Down");
	cr_expect(screen_has(&s, "区卫生健康局 and 区卫健局 may be the"));
	cr_expect_eq(count_plans(), 0);
}

Test(import, take_a_proposal_and_take_it_back)
{
	screen_press(&s, "Enter 1");
	cr_expect(screen_has(&s, "4 actions, 3 doubts open"));
	screen_press(&s, "u");
	cr_expect(screen_has(&s, "4 actions, 4 doubts open"));
	screen_press(&s, "Ctrl-R");
	cr_expect(screen_has(&s, "4 actions, 3 doubts open"));
	open_action("2");
	cr_expect(screen_has(&s, "lead     区体育局"));
}

Test(import, answer_every_doubt_with_digits_alone)
{
	screen_press(&s, "Enter 2 Enter 2 Enter 1 Enter 2");
	cr_expect(screen_has(&s, "4 actions, 0 doubts open"));
	cr_expect(screen_has(&s, "→ store everything"), "it is the next thing to do");
	screen_press(&s, "Down Down Enter 1");
	cr_expect(screen_has(&s, "4 actions, 1 doubt open"), "one can be asked again");
}

Test(import, correct_a_title_in_place)
{
	open_action("3");
	screen_press(&s, "Enter Ctrl-U");
	screen_type(&s, "无烟松岭行动");
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "3 无烟松岭行动"));
	screen_press(&s, "Enter Ctrl-U Enter");
	cr_expect_neq(*app_message(s.app) || screen_top(&s)[0], '\0');
	screen_press(&s, "Esc u");
	cr_expect(screen_has(&s, "3 无烟行动"));
}

Test(import, another_role_another_name_no_part_and_one_more_unit)
{
	open_action("1");
	screen_press(&s, "Down Down Down Down Enter 1");
	cr_expect(screen_has(&s, "shared   区卫生健康局") ||
			  screen_has(&s, "coop     区卫生健康局"),
		  "the first entry is a role it has not");
	screen_press(&s, "Down Enter 4 Ctrl-U");
	screen_type(&s, "区教育体育局");
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "coop     区教育体育局"));
	screen_press(&s, "Down Enter 5");
	cr_expect_not(screen_has(&s, "coop     区科协"));
	screen_press(&s, "Enter");
	cr_assert_str_eq(screen_top(&s), "import-fact");
	screen_type(&s, "团区委");
	screen_press(&s, "F9");
	cr_expect(screen_has(&s, "coop     团区委"));
}

Test(import, correct_and_add_targets_and_volumes)
{
	open_action("5");
	screen_press(&s, "End Up");
	cr_expect(screen_has(&s, "add a volume"));
	screen_press(&s, "Enter");
	screen_type(&s, "30");
	screen_press(&s, "Tab");
	screen_type(&s, "家");
	screen_press(&s, "Tab");
	screen_type(&s, "创建健康食堂");
	screen_press(&s, "F9");
	cr_expect(screen_has(&s, "30家 创建健康食堂"));
	screen_press(&s, "Up Up Up");
	cr_expect(screen_has(&s, "<= 6 克 "));
}

Test(import, a_target_that_makes_no_sense_is_told_beside_its_field)
{
	open_action("1");
	screen_press(&s, "End Up Up Up Up Up Enter 1");
	cr_assert_str_eq(screen_top(&s), "import-fact");
	screen_press(&s, "Tab Ctrl-U");
	screen_type(&s, "2022 >= viele");
	screen_press(&s, "F9");
	cr_expect_str_eq(screen_top(&s), "import-fact");
	screen_press(&s, "Ctrl-U");
	screen_type(&s, "2022 >= 35; 2030 >= 45");
	screen_press(&s, "F9");
	cr_expect(screen_has(&s, "2022 >= 35; 2030 >= 45 %"));
}

Test(import, split_join_and_take_out)
{
	open_action("2");
	screen_press(&s, "End Enter 1");
	screen_type(&s, "组织");
	screen_press(&s, "Enter Esc");
	cr_expect(screen_has(&s, "5 actions"));
	screen_press(&s, "u");
	cr_expect(screen_has(&s, "4 actions"));
	screen_press(&s, "Home 3 Enter End Enter 3");
	cr_expect_str_eq(screen_top(&s), "import", "what it showed is gone");
	cr_expect(screen_has(&s, "3 actions"));
	screen_press(&s, "u Home 1 Enter End Enter 2 Esc");
	cr_expect(screen_has(&s, "3 actions"));
}

Test(import, a_review_left_is_kept_and_gone_on_with)
{
	struct draft_names kept = {0};
	struct actor who = district_actor(&s.d, "admin");

	screen_press(&s, "Enter 1 Esc");
	cr_expect_str_eq(screen_top(&s), "office");
	cr_expect(screen_has(&s, "The review is kept"));
	cr_expect_eq(count_plans(), 0);
	cr_assert_eq(store_draft_list(s.d.s, &s.d.a, &who, "import:", &kept, &s.d.e), 0);
	cr_assert_eq(kept.rows.n, 1);
	screen_open(&s, &view_import,
		    (struct view_args){
			    .more = &(struct view_import_args){.draft = kept.rows.at[0].form}});
	cr_expect(screen_has(&s, "4 actions, 3 doubts open"));
}

Test(import, everything_is_stored_at_once_with_the_corrections)
{
	struct action_row action;

	screen_press(&s, "Enter 1 Enter 1");
	cr_expect(screen_has(&s, "4 actions, 2 doubts open"));
	screen_press(&s, "F9");
	cr_expect(screen_has(&s, "Store everything?"));
	screen_press(&s, "Enter");
	cr_expect_eq(count_plans(), 0, "the safe answer stands first");
	screen_press(&s, "F9 Tab Enter");
	cr_assert_eq(count_plans(), 1, "%s", app_message(s.app));
	cr_expect_str_eq(screen_top(&s), "begin", "what comes next is offered");
	cr_expect(screen_has(&s, "▌ 1 Set the reporting period"));
	cr_expect(screen_has(&s, "Stored as plan: 4 actions, 5 units."), "%s", app_message(s.app));
	cr_assert_eq(store_action_find(s.d.s, &s.d.a, NULL, "plan/2", &action, &s.d.e), 0);
	cr_expect_str_eq(action.title, "健步行动");
}

Test(import, a_review_can_be_thrown_away)
{
	struct draft_names kept = {0};
	struct actor who = district_actor(&s.d, "admin");

	screen_press(&s, "Enter 1 Right Right Right End Enter Tab Enter");
	cr_expect_str_eq(screen_top(&s), "office", "%s", app_message(s.app));
	cr_assert_eq(store_draft_list(s.d.s, &s.d.a, &who, "import", &kept, &s.d.e), 0);
	cr_expect_eq(kept.rows.n, 0);
	cr_expect_eq(count_plans(), 0);
}

Test(import, the_document_itself_and_its_code)
{
	screen_press(&s, "Right Right Right Enter Ctrl-U");
	screen_type(&s, "松岭健康方案");
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "松岭健康方案"));
	screen_press(&s, "Down Down Down Down Enter");
	screen_type(&s, "sl 2021");
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "plan (proposed)"), "a code has no blanks");
	screen_press(&s, "Enter");
	screen_type(&s, "sl2021");
	screen_press(&s, "Enter Down Enter Tab Enter");
	cr_expect(screen_has(&s, "Stored as sl2021"), "%s", app_message(s.app));
}

/* The plan of the document, then its new edition under review. */
static void review_edition(void)
{
	screen_press(&s, "F9 Tab Enter");
	cr_assert_eq(count_plans(), 1, "%s", app_message(s.app));
	free(path);
	path = tmp_puts(&s.d.tmp, "songling-2.txt", songling_edition);
	review("plan");
}

Test(import, a_title_that_is_missing_is_written_where_it_is_asked_for)
{
	free(path);
	path = tmp_puts(&s.d.tmp, "table.txt",
			"1.健步行动。新建步道12公里。（区体育局负责）\n"
			"2.护齿行动。免费窝沟封闭3000人。（区教育局负责）\n");
	review("");
	cr_expect(screen_has(&s, "no title was found"));
	screen_press(&s, "Enter 1");
	screen_type(&s, "松岭区健康任务表");
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "2 actions, 0 doubts open"));
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "松岭区健康任务表: 2 actions"));
}

Test(import, the_same_text_is_no_new_edition)
{
	screen_press(&s, "F9 Tab Enter");
	cr_assert_eq(count_plans(), 1, "%s", app_message(s.app));
	cr_expect_lt(
		app_push(s.app, &view_import,
			 &(struct view_args){.more = &(struct view_import_args){.path = path,
										.update = "plan"}}),
		0, "no empty review comes up");
	cr_expect_str_eq(screen_top(&s), "begin");
	cr_expect(strstr(app_message(s.app), "this very text already"), "%s", app_message(s.app));
}

static enum action_state state_of(const char *name)
{
	struct action_row action;

	cr_assert_eq(store_action_find(s.d.s, &s.d.a, NULL, name, &action, &s.d.e), 0, "%s",
		     s.d.e.text);
	return action.state;
}

Test(import, a_new_edition_shows_what_changes_and_withdraws_what_goes)
{
	review_edition();
	cr_expect(screen_has(&s, "[changes 6]"));
	cr_expect(screen_has(&s, "护齿行动"));
	cr_expect(screen_has(&s, "gone"));
	screen_press(&s, "F9");
	cr_expect(screen_has(&s, "New 1, changed 2, back 0"), "%s", app_message(s.app));
	screen_press(&s, "Tab Enter");
	cr_assert_eq(count_plans(), 1);
	cr_expect_eq(state_of("plan/3"), ACTION_ACTIVE);
	cr_expect_eq(state_of("plan/2@1"), ACTION_WITHDRAWN, "the walk is no longer asked for");
}

Test(import, the_office_knows_better_which_action_is_which)
{
	review_edition();
	screen_press(&s, "2 Down Enter");
	cr_expect(screen_has(&s, "It is new, not the one it was taken for"));
	screen_press(&s, "3 F9");
	cr_expect(screen_has(&s, "New 2, changed 1, back 0"));
	screen_press(&s, "Esc Esc");
	review("plan");
	screen_press(&s, "F9");
	cr_expect(screen_has(&s, "New 1, changed 2"), "read anew, nothing was said yet");
}

Test(import, in_a_narrow_window_the_text_stands_below)
{
	screen_resize(&s, 60, 20);
	cr_expect(screen_has(&s, "健步行动 names 2 units and does not say"));
	cr_expect(screen_has(&s, "2.健步行动。新建步道12公里。"));
	screen_resize(&s, 44, 12);
	cr_expect(screen_has(&s, "2.健步行动。"));
}

static void answer_first(void)
{
	screen_press(&s, "Enter 2");
}

Test(import, two_windows_of_one_review_overwrite_nothing)
{
	struct draft_names kept = {0};
	struct actor who = district_actor(&s.d, "admin");
	const struct view_import_args more = {.draft = "import:songling.txt"};

	answer_first();
	cr_expect(screen_has(&s, "3 doubts open"));
	/* The other window: the same review, opened above this one. */
	screen_open(&s, &view_import, (struct view_args){.more = &more});
	answer_first();
	cr_expect(screen_has(&s, "2 doubts open"));
	screen_press(&s, "Esc");
	screen_press(&s, "Home");
	answer_first();
	cr_expect(screen_has(&s, "both are kept, this one as songling.txt (2)."), "%s",
		  app_message(s.app));
	cr_assert_eq(store_draft_list(s.d.s, &s.d.a, &who, "import:", &kept, &s.d.e), 0);
	cr_expect_eq(kept.rows.n, 2);
	answer_first();
	kept = (struct draft_names){0};
	cr_assert_eq(store_draft_list(s.d.s, &s.d.a, &who, "import:", &kept, &s.d.e), 0);
	cr_expect_eq(kept.rows.n, 2, "it goes on under its name");
}

Test(import, what_another_window_made_of_it_is_not_thrown_away)
{
	struct draft_names kept = {0};
	struct actor who = district_actor(&s.d, "admin");
	const struct view_import_args more = {.draft = "import:songling.txt"};

	answer_first();
	screen_open(&s, &view_import, (struct view_args){.more = &more});
	answer_first();
	screen_press(&s, "Esc Right Right Right End Enter Tab Enter");
	cr_assert_eq(store_draft_list(s.d.s, &s.d.a, &who, "import:", &kept, &s.d.e), 0);
	cr_expect_eq(kept.rows.n, 1);
}

Test(import, a_plan_without_its_text_gives_the_rows_the_whole_width)
{
	free(path);
	path = tmp_puts(
		&s.d.tmp, "plan.json",
		"{\"title\": \"松岭区健康方案\", \"actions\": [{\"no\": \"1\", \"title\": "
		"\"健步行动\", \"units\": [{\"name\": \"区体育局\", \"role\": \"lead\"}]}]}");
	review("");
	cr_expect(screen_has(&s, "▌ "));
	cr_expect_not(screen_has(&s, "│"), "nothing stands beside the rows");
	screen_press(&s, "c");
	cr_expect(screen_has(&s, "came as JSON without the text"), "%s", app_message(s.app));
}
