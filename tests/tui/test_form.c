/* Forms: focus by the plain keys, values, what is kept and told. */
#include "tests/tui/form_desk.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

TestSuite(form, .init = form_desk_begin, .fini = form_desk_end);

Test(form, enter_alone_leads_through_all_fields_to_the_button)
{
	form_desk_press("4");
	form_desk_press("5");
	for (int i = 0; i < 5; i++)
		cr_expect_eq(form_desk_press("Enter"), FORM_DONE);
	cr_expect_eq(form_scope(f), SCOPE_FORM);
	form_desk_press("Enter");
	form_desk_expect(14, "> Submit <", true);
	cr_expect_eq(form_desk_press("Enter"), FORM_SUBMIT);
	cr_expect_str_eq(form_get(f, "percent"), "45");
}

Test(form, tab_and_arrows_move_and_skip_what_is_only_shown)
{
	form_desk_press("Shift-Tab");
	form_desk_expect(14, "> Submit <", true);
	form_desk_press("Tab");
	cr_expect_eq(form_scope(f), SCOPE_FIELD);
	form_desk_press("Down");
	form_desk_press("x");
	cr_expect_str_eq(form_get(f, "done"), "x");
	form_desk_press("Up");
	form_desk_press("7");
	cr_expect_str_eq(form_get(f, "percent"), "7");
}

Test(form, the_arrow_stops_at_the_first_field)
{
	form_desk_press("Up");
	form_desk_press("7");
	cr_expect_str_eq(form_get(f, "percent"), "7");
}

Test(form, backspace_leaves_no_form_where_nothing_is_typed)
{
	form_desk_press("Shift-Tab");
	form_desk_expect(14, "> Submit <", true);
	cr_expect_eq(form_desk_press("Backspace"), FORM_SAYS);
	cr_expect(strstr(form_sentence(f), "Esc leaves the form"));
	form_desk_expect(14, "> Submit <", true);
}

Test(form, figures_take_figures_only_in_either_width)
{
	form_desk_press("４");
	form_desk_press("x");
	form_desk_press("健");
	form_desk_press("5");
	form_desk_press("．");
	form_desk_press("0");
	cr_expect_str_eq(form_get(f, "percent"), "45.0");
	form_desk_press("Backspace");
	cr_expect_str_eq(form_get(f, "percent"), "45.");
}

Test(form, letters_are_text_and_never_leave)
{
	form_focus(f, "title");
	for (const char *p = "qjk?:/"; *p; p++)
		cr_expect_eq(form_desk_press((char[]){*p, '\0'}), FORM_CHANGED);
	cr_expect_str_eq(form_get(f, "title"), "qjk?:/");
	form_focus(f, "final");
	cr_expect_eq(form_desk_press("q"), FORM_SAYS);
	cr_expect_eq(form_desk_press("Esc"), FORM_PASS);
}

Test(form, text_on_the_button_or_behind_the_last_text_says_where_it_goes)
{
	form_focus(f, "period");
	cr_expect_eq(form_desk_press("健"), FORM_SAYS, "no text follows");
	cr_expect(strstr(form_sentence(f), "go to a field for text first") != NULL);
	cr_expect_str_eq(form_get(f, "period"), "");
	form_go(f, "final");
	form_desk_press("Tab");
	cr_expect_eq(form_desk_press("健"), FORM_SAYS);
}

/* Enter after the last paragraph but one leads to the button, where the next one would be lost. */
Test(form, who_types_on_after_enter_has_a_new_line_of_the_text)
{
	static const struct form_field reason[] = {
		{.name = "reason", .label = "Reason", .kind = FIELD_AREA, .max_chars = 100}};

	form_free(f);
	f = form_new(reason, 1, "Send");
	form_desk_press("1");
	form_desk_press("Enter");
	cr_expect_str_eq(form_focus_name(f), "", "the button");
	form_desk_press("2");
	cr_expect_str_eq(form_get(f, "reason"), "1\n2");
	cr_expect_str_eq(form_focus_name(f), "reason");
	form_desk_press("Enter");
	cr_expect_eq(form_desk_press("Space"), FORM_SAYS, "whom Enter is not enough");
	cr_expect_eq(form_desk_press("Enter"), FORM_SUBMIT);
	form_desk_press("Tab");
	form_desk_press("Tab");
	cr_expect_eq(form_desk_press("3"), FORM_SAYS, "led there by another key");
	cr_expect_str_eq(form_get(f, "reason"), "1\n2");
}

Test(form, choices_by_arrows_space_and_digits)
{
	cr_expect_str_eq(form_get(f, "period"), "");
	form_focus(f, "period");
	form_desk_press("Right");
	cr_expect_str_eq(form_get(f, "period"), "month");
	form_desk_press("Left");
	cr_expect_str_eq(form_get(f, "period"), "year");
	form_desk_press("２");
	cr_expect_str_eq(form_get(f, "period"), "quarter");
	form_desk_press("Space");
	cr_expect_str_eq(form_get(f, "period"), "year");
	cr_expect_eq(form_desk_press("9"), FORM_DONE);
	form_set(f, "period", "quarter");
	form_desk_expect(20, "[2 quarter]", true);
	form_focus(f, "final");
	form_desk_press("Space");
	cr_expect_str_eq(form_get(f, "final"), "1");
	form_desk_press("Right");
	cr_expect_str_eq(form_get(f, "final"), "");
}

Test(form, dates_step_by_days_over_the_end_of_a_year)
{
	form_focus(f, "on");
	form_set(f, "on", "2021-12-31");
	form_desk_press("PgDn");
	cr_expect_str_eq(form_get(f, "on"), "2022-01-01");
	form_desk_press("PgUp");
	form_desk_press("PgUp");
	cr_expect_str_eq(form_get(f, "on"), "2021-12-30");
	form_set(f, "on", "soon");
	cr_expect_eq(form_desk_press("PgDn"), FORM_DONE);
	cr_expect_str_eq(form_get(f, "on"), "soon");
}

Test(form, tells_when_there_is_something_to_keep)
{
	form_set(f, "done", "kept draft");
	cr_expect_not(form_take_changed(f));
	form_desk_press("1");
	cr_expect(form_take_changed(f));
	cr_expect_not(form_take_changed(f));
	form_desk_press("Tab");
	cr_expect_not(form_take_changed(f));
}

Test(form, says_what_did_not_fit)
{
	char many[121];

	memset(many, 'a', 120);
	many[120] = '\0';
	form_focus(f, "done");
	struct key k = {.kind = INPUT_PASTE, .paste = many, .paste_nbytes = 120};
	cr_expect_eq(form_key(f, &k), FORM_CHANGED);
	cr_expect_eq(strlen(form_get(f, "done")), 100);
	form_desk_expect(20, "only 100 characters fit here; 20 were not", true);
	form_desk_press("b");
	form_desk_expect(20, "only 100 characters fit here; 1 was not taken", true);
	form_desk_press("Ctrl-E");
	form_desk_expect(20, "1 was not taken", true);
	form_desk_press("Backspace");
	form_desk_expect(20, "not taken", false);
}

Test(form, a_value_given_before_is_replaced_by_typing)
{
	form_set(f, "percent", "84");
	form_set(f, "on", "2026-11-21");
	form_set(f, "done", "so far");
	form_desk_press("9");
	form_desk_press("0");
	cr_expect_str_eq(form_get(f, "percent"), "90");
	form_desk_press("Tab");
	form_desk_press("x");
	cr_expect_str_eq(form_get(f, "done"), "so farx", "a longer text is gone on with");
	form_focus(f, "on");
	form_desk_press("x");
	cr_expect_str_eq(form_get(f, "on"), "2026-11-21", "not a character of a date");
	form_desk_press("Up");
	form_desk_press("Down");
	form_desk_press("2");
	cr_expect_str_eq(form_get(f, "on"), "2");
}

Test(form, what_the_person_typed_earlier_is_gone_on_with)
{
	form_restore(f, "title", "half a tit");
	form_focus(f, "title");
	form_desk_press("l");
	cr_expect_str_eq(form_get(f, "title"), "half a titl");
}

Test(form, says_why_an_editing_key_did_nothing)
{
	form_focus(f, "title");
	cr_expect_eq(form_desk_press("Ctrl-C"), FORM_SAYS);
	cr_expect_not_null(strstr(form_sentence(f), "selected"));
	cr_expect_eq(form_desk_press("F4"), FORM_SAYS);
	form_desk_press("a");
	form_desk_press("Ctrl-A");
	cr_expect_eq(form_desk_press("Ctrl-C"), FORM_DONE);
	cr_expect_eq(form_desk_press("F4"), FORM_CHANGED);
}

Test(form, a_place_is_found_again)
{
	form_focus(f, "title");
	form_restore(f, "title", "甲乙丙");
	form_desk_press("Left");
	char *place = form_place(f);
	cr_expect_str_eq(place, "title@6");
	form_focus(f, "percent");
	form_go(f, place);
	form_desk_press("丁");
	cr_expect_str_eq(form_get(f, "title"), "甲乙丁丙");
	form_go(f, "title@7"); /* inside a character */
	form_desk_press("戊");
	cr_expect_str_eq(form_get(f, "title"), "甲乙戊丁丙");
	form_go(f, "gone@3");
	cr_expect_str_eq(form_focus_name(f), "title");
	free(place);
}

Test(form, another_text_can_be_taken_back)
{
	form_focus(f, "title");
	form_restore(f, "title", "mine");
	form_replace(f, "title", "theirs");
	cr_expect(form_take_changed(f));
	cr_expect_str_eq(form_get(f, "title"), "theirs");
	form_desk_press("F4");
	cr_expect_str_eq(form_get(f, "title"), "mine");
	form_take_changed(f);
	form_replace(f, "title", "mine");
	cr_expect_not(form_take_changed(f));
}

Test(form, a_letter_in_a_number_is_told_not_lost_silently)
{
	form_focus(f, "percent");
	form_desk_press("a");
	form_desk_expect(20, "only figures fit here; \"a\" was not taken", true);
	form_desk_press("4");
	form_desk_expect(20, "only figures fit here", false);
	form_focus(f, "on");
	form_desk_press("x");
	form_desk_expect(20, "only a date fits here; \"x\" was not taken", true);
}
