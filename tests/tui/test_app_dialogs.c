/* Dialogs: questions, menus, choosing, lines and texts; their answers come back to the view that
 * asked. */
#include "tests/tui/app_desk.h"

#include "tests/support/canvas_dump.h"
#include "tui/part/dialog.h"

#include <criterion/criterion.h>

TestSuite(app_dialogs, .init = app_desk_begin, .fini = app_desk_end);

Test(app_dialogs, an_answer_comes_back_to_the_view_that_asked)
{
	app_press("e");
	cr_expect(app_shown("The report goes to the office."));
	cr_expect(app_shown("> 1 Cancel <"), "the safe answer is marked");
	app_press("Enter");
	cr_expect_eq(app_seen.result.tag, TAG_ASK);
	cr_expect_not(app_seen.result.ok);
	app_press("e Right Enter");
	cr_expect(app_seen.result.ok);
	app_press("e ２");
	cr_expect(app_seen.result.ok);
	app_press("e Esc");
	cr_expect_not(app_seen.result.ok);
	cr_expect_str_eq(app_top_name(), "page");
}

Test(app_dialogs, menus_are_chosen_by_digit_or_arrows)
{
	app_press("Enter 2");
	cr_expect(app_seen.result.ok && app_seen.result.tag == TAG_MENU && app_seen.result.id == 8);
	app_press("Enter Down Up Enter");
	cr_expect(app_seen.result.choice == 0 && app_seen.result.id == 7);
	app_press("Enter Backspace");
	cr_expect_not(app_seen.result.ok);
}

Test(app_dialogs, choosing_narrows_as_one_types)
{
	app_press("v");
	script_text(app_desk_script, "财");
	script_run(app_desk_script, app);
	cr_expect(app_shown("区财政局") && app_shown("1 found"));
	cr_expect_eq(grid_find(app_grid(app), "区民政局"), -1);
	app_press("Enter");
	cr_expect(app_seen.result.ok && app_seen.result.id == 3);
	cr_expect_str_eq(app_seen.text, "区财政局");
	app_press("v q m z Enter");
	cr_expect_eq(app_seen.result.id, 2);
	app_press("v j w Enter");
	cr_expect_eq(app_seen.result.id, 1, "by another name");
	app_press("v x x Enter");
	cr_expect_str_eq(app_top_name(), "choose");
	app_press("Ctrl-U");
	cr_expect(app_shown("3 found"));
	app_press("x Esc");
	cr_expect_str_eq(app_top_name(), "page", "Esc leaves, whatever was typed");
}

Test(app_dialogs, a_line_is_asked_for)
{
	app_press("F2 Ctrl-U");
	script_text(app_desk_script, "新名");
	app_press("Enter");
	cr_expect(app_seen.result.ok && app_seen.result.tag == TAG_LINE);
	cr_expect_str_eq(app_seen.text, "新名");
}

Test(app_dialogs, a_line_that_is_needed_is_not_left_empty)
{
	app_press("F2 Ctrl-U Enter");
	cr_expect_str_eq(app_top_name(), "ask");
	cr_expect(app_shown("please write something here"));
	app_press("x Enter");
	cr_expect(app_seen.result.ok);
	dialog_ask_optional(app, TAG_LINE, "Print",
			    "The name of the printer as the system knows it; leave this empty for "
			    "the one that is used when nothing else is said",
			    "", 20);
	script_run(app_desk_script, app);
	cr_expect(app_shown("the one that is used when nothing else is said"));
	app_press("Enter");
	cr_expect(app_seen.result.ok);
	cr_expect_str_eq(app_seen.text, "");
}

Test(app_dialogs, texts_are_read_page_by_page)
{
	app_press("c");
	cr_expect(app_shown("one") && app_shown("three"));
	app_press("PgDn End Home Right Up Down Esc");
	cr_expect_str_eq(app_top_name(), "page");
}

Test(app_dialogs, a_question_may_have_two_acts)
{
	dialog_either(app, TAG_ASK, "Two texts", "Which one?", "Later", "That one", "This one");
	app_press("Esc");
	cr_expect_not(app_seen.result.ok);
	dialog_either(app, TAG_ASK, "Two texts", "Which one?", "Later", "That one", "This one");
	app_press("Right Right Enter");
	cr_expect(app_seen.result.ok && app_seen.result.choice == 2);
}

Test(app_dialogs, a_line_that_would_not_do_is_asked_for_again)
{
	struct err e = ERR_INIT;

	err_set(&e, ERR_IO, "there is no such folder");
	dialog_ask_again(app, TAG_LINE, "File", "name of the file", "x/y", 20, &e);
	script_run(app_desk_script, app);
	cr_expect(app_shown("there is no such folder") && app_shown("─ File ─"));
	app_press("Enter");
	cr_expect_str_eq(app_seen.text, "x/y");
}
