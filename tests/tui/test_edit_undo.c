/* Undo and redo in a text. */
#include "tests/tui/edit_desk.h"

#include "core/text/utf8.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

TestSuite(edit_undo, .init = edit_desk_begin, .fini = edit_desk_end);

Test(edit_undo, undo_takes_back_run_by_run_and_redo_brings_them_again)
{
	edit_desk_type("甲乙");
	edit_act(&e, DO_EDIT_LEFT, 80);
	edit_desk_type("丙丁");
	edit_act(&e, DO_EDIT_BACKSPACE, 80);
	edit_act(&e, DO_EDIT_BACKSPACE, 80);
	edit_act(&e, DO_EDIT_BACKSPACE, 80);
	edit_desk_expect("|乙");
	cr_expect_eq(edit_act(&e, DO_EDIT_UNDO, 80), EDIT_CHANGED);
	edit_desk_expect("甲丙丁|乙");
	edit_act(&e, DO_EDIT_UNDO, 80);
	edit_desk_expect("甲|乙");
	edit_act(&e, DO_EDIT_UNDO, 80);
	edit_desk_expect("|");
	cr_expect_eq(edit_act(&e, DO_EDIT_UNDO, 80), EDIT_NOTHING);
	edit_act(&e, DO_EDIT_REDO, 80);
	edit_act(&e, DO_EDIT_REDO, 80);
	edit_desk_expect("甲丙丁|乙");
	edit_act(&e, DO_EDIT_REDO, 80);
	edit_desk_expect("|乙");
	cr_expect_eq(edit_act(&e, DO_EDIT_REDO, 80), EDIT_NOTHING);
}

Test(edit_undo, what_is_typed_after_undo_ends_the_redo)
{
	edit_desk_type("甲");
	edit_act(&e, DO_EDIT_UNDO, 80);
	edit_desk_type("乙");
	cr_expect_eq(edit_act(&e, DO_EDIT_REDO, 80), EDIT_NOTHING);
	edit_desk_expect("乙|");
	edit_set(&e, "新");
	cr_expect_eq(edit_act(&e, DO_EDIT_UNDO, 80), EDIT_NOTHING);
	edit_desk_expect("新|");
}

Test(edit_undo, one_step_is_at_most_a_sentence)
{
	edit_desk_type("第一句。第二句；three");
	edit_act(&e, DO_EDIT_NEWLINE, 80);
	edit_desk_type("four");
	edit_act(&e, DO_EDIT_UNDO, 80);
	edit_desk_expect("第一句。第二句；three\n|");
	edit_act(&e, DO_EDIT_UNDO, 80);
	edit_desk_expect("第一句。第二句；|");
	edit_act(&e, DO_EDIT_UNDO, 80);
	edit_desk_expect("第一句。|");
}

Test(edit_undo, deleting_forward_is_one_step)
{
	edit_set(&e, "甲乙丙");
	edit_act(&e, DO_EDIT_HOME, 80);
	edit_act(&e, DO_EDIT_DELETE, 80);
	edit_act(&e, DO_EDIT_DELETE, 80);
	edit_desk_expect("|丙");
	edit_act(&e, DO_EDIT_UNDO, 80);
	edit_desk_expect("|甲乙丙");
}

Test(edit_undo, the_last_steps_can_be_taken_back_and_no_more)
{
	for (int i = 0; i < EDIT_STEPS + 20; i++)
		edit_desk_type("句。");
	for (int i = 0; i < EDIT_STEPS; i++)
		cr_assert_eq(edit_act(&e, DO_EDIT_UNDO, 80), EDIT_CHANGED);
	cr_expect_eq(edit_act(&e, DO_EDIT_UNDO, 80), EDIT_NOTHING);
	cr_expect_eq(utf8_length(edit_text(&e)), 40);
	for (int i = 0; i < EDIT_STEPS; i++)
		cr_assert_eq(edit_act(&e, DO_EDIT_REDO, 80), EDIT_CHANGED);
	cr_expect_eq(utf8_length(edit_text(&e)), 2 * (EDIT_STEPS + 20));
}

Test(edit_undo, typing_over_a_selection_is_one_step_with_what_follows)
{
	edit_set(&e, "完成视力筛查");
	edit_act(&e, DO_EDIT_SELECT_ALL, 80);
	edit_desk_type("建档");
	edit_desk_expect("建档|");
	edit_act(&e, DO_EDIT_UNDO, 80);
	edit_desk_expect("完成视力筛查|");
}
