/* The cursor stays on its thing over loads, and what others have changed is marked until the cursor
 * has been on it. */
#include "tests/tui/list_desk.h"
#include "tui/app/session.h"

#include <criterion/criterion.h>

static struct desk d;

static const struct desk_row five[] = {
	{1, "1", "甲", "1", 10, 0}, {2, "2", "乙", "1", 20, 0}, {3, "3", "丙", "1", 30, 0},
	{4, "4", "丁", "1", 40, 0}, {5, "5", "戊", "1", 50, 0},
};

static void begin(void)
{
	desk_begin(&d, 6);
	desk_load(&d, five, 5, false);
}

static void end(void)
{
	desk_end(&d);
}

TestSuite(list_identity, .init = begin, .fini = end);
TestSuite(list_marks, .init = begin, .fini = end);

static void down(int n)
{
	for (int i = 0; i < n; i++)
		desk_act(&d, DO_DOWN);
}

Test(list_identity, rows_that_come_before_do_not_move_the_cursor_from_its_thing)
{
	const struct desk_row more[] = {
		{9, "0", "新", "", -1, 0}, five[0], five[1], five[2], five[3], five[4]};

	down(2);
	desk_load(&d, more, 6, false);
	cr_expect_str_eq(desk_ids(&d), "9 1 2 >3 4 5");
}

Test(list_identity, the_line_of_the_window_stays_too)
{
	static struct desk_row many[60];

	for (int i = 0; i < 60; i++)
		many[i] = (struct desk_row){i + 1, "", "甲", "", -1, 0};
	desk_load(&d, many, 60, false);
	down(20);
	desk_act(&d, DO_UP);
	size_t line = d.screen.list.cursor - d.screen.list.top;
	cr_assert_gt(line, 0);
	desk_load(&d, many + 7, 53, false);
	cr_expect_eq(d.rows[list_screen_current(&d.screen)].id, 20);
	cr_expect_eq(d.screen.list.cursor - d.screen.list.top, line);
}

Test(list_identity, a_thing_that_is_gone_leaves_the_cursor_to_its_neighbour)
{
	const struct desk_row without_3[] = {five[0], five[1], five[3], five[4]};
	const struct desk_row first_two[] = {five[0], five[1]};

	down(2);
	desk_load(&d, without_3, 4, false);
	cr_expect_str_eq(desk_ids(&d), "1 2 >4 5");
	desk_load(&d, first_two, 2, false);
	cr_expect_str_eq(desk_ids(&d), "1 >2");
	desk_load(&d, NULL, 0, false);
	cr_expect_eq(list_screen_current(&d.screen), -1);
	desk_load(&d, five, 5, false);
	cr_expect_str_eq(desk_ids(&d), ">1 2 3 4 5");
}

Test(list_identity, rows_are_shown_from_the_first_on_while_that_has_room_for_the_cursor)
{
	static struct desk_row many[60];

	for (int i = 0; i < 60; i++)
		many[i] = (struct desk_row){i ? i : -1, "", i % 2 ? "甲" : "乙", "", i, 0};
	desk_load(&d, NULL, 0, false);
	desk_load(&d, many, 60, false);
	cr_expect_eq(d.screen.list.cursor, 1, "behind the heading");
	cr_expect_eq(d.screen.list.top, 0, "which is seen");
	down(8);
	cr_assert_gt(d.screen.list.top, 0);
	list_screen_sort(&d.screen, &d.view, DESK_BAR, true);
	list_screen_go(&d.screen, &d.view, 58);
	list_screen_sort(&d.screen, &d.view, DESK_COLUMNS, false);
	cr_expect_eq(list_screen_current(&d.screen), 58, "it keeps its thing");
	list_screen_sort(&d.screen, &d.view, DESK_BAR, true);
	cr_expect_eq(list_screen_current(&d.screen), 58);
	cr_expect_eq(d.screen.list.top, 0);
}

Test(list_identity, another_plan_begins_at_the_top)
{
	struct session session = {.plan_id = 1};

	d.context.session = &session;
	desk_load(&d, five, 5, false);
	desk_act(&d, DO_LAST);
	desk_load(&d, five, 5, true);
	cr_expect_str_eq(desk_ids(&d), "1 2 3 4 >5");
	session.plan_id = 2;
	desk_load(&d, five, 5, true);
	cr_expect_str_eq(desk_ids(&d), ">1 2 3 4 5", "a unit stands in both, not its work");
}

Test(list_identity, a_sorted_list_is_sorted_again_and_keeps_its_thing)
{
	const struct desk_row changed[] = {
		five[0], {2, "2", "乙", "1", 99, 0}, five[2], five[3], five[4]};

	list_screen_sort(&d.screen, &d.view, DESK_BAR, true);
	desk_act(&d, DO_LAST);
	desk_act(&d, DO_UP);
	cr_expect_str_eq(desk_ids(&d), "5 4 3 >2 1");
	desk_load(&d, changed, 5, false);
	cr_expect_str_eq(desk_ids(&d), ">2 5 4 3 1");
}

Test(list_marks, what_others_change_is_marked_and_what_one_changes_oneself_is_not)
{
	const struct desk_row changed[] = {
		five[0], five[1], {3, "3", "丙", "2", 30, 0}, five[3], {5, "5", "戊", "1", 51, 0}};

	desk_load(&d, changed, 5, false);
	for (int y = 1; y <= 5; y++)
		cr_expect_eq(desk_sign(&d, y), '\0', "line %d", y);
	desk_load(&d, five, 5, true);
	cr_expect_eq(desk_sign(&d, 2), '\0');
	cr_expect_eq(desk_sign(&d, 3), '*');
	cr_expect_eq(desk_sign(&d, 4), '\0');
	cr_expect_eq(desk_sign(&d, 5), '*');
}

Test(list_marks, go_when_the_cursor_has_been_there_and_not_before)
{
	const struct desk_row changed[] = {five[0],
					   {2, "2", "乙二", "1", 20, 0},
					   {3, "3", "丙", "7", 30, 0},
					   five[3],
					   five[4]};

	desk_load(&d, changed, 5, true);
	desk_load(&d, changed, 5, false);
	cr_expect_eq(desk_sign(&d, 2), '*', "a load alone does not take it");
	down(1);
	cr_expect_eq(desk_sign(&d, 2), '*', "seen while the cursor is there");
	down(1);
	cr_expect_eq(desk_sign(&d, 2), '\0');
	cr_expect_eq(desk_sign(&d, 3), '*');
}

Test(list_marks, a_new_row_is_told_from_a_changed_one)
{
	const struct desk_row more[] = {five[0], five[1], five[2],
					five[3], five[4], {6, "6", "己", "", -1, 0}};
	const struct desk_row again[] = {five[0], five[1], five[2],
					 five[3], five[4], {6, "6", "己", "1", 5, 0}};

	desk_load(&d, more, 6, true);
	down(1);
	desk_act(&d, DO_LAST);
	cr_expect_eq(desk_sign(&d, 5), '+');
	desk_load(&d, again, 6, true);
	cr_expect_eq(desk_sign(&d, 5), '+', "new still, whatever happens to it");
	desk_act(&d, DO_FIRST);
	desk_act(&d, DO_LAST);
	cr_expect_eq(desk_sign(&d, 5), '\0');
}

Test(list_marks, what_one_did_oneself_is_not_marked_when_others_have_written_too)
{
	const struct desk_row changed[] = {
		five[0], {2, "2", "乙", "8", 20, 0}, five[2], {4, "4", "丁", "9", 40, 0}, five[4]};

	down(1);
	d.view.reload_by_me = true;
	desk_load(&d, changed, 5, true);
	cr_expect_eq(desk_sign(&d, 2), '\0');
	cr_expect_eq(desk_sign(&d, 4), '*');
}

Test(list_marks, the_first_load_marks_nothing)
{
	struct desk other;

	desk_begin(&other, 6);
	desk_load(&other, five, 5, true);
	cr_expect_eq(desk_sign(&other, 2), '\0');
	desk_end(&other);
}
