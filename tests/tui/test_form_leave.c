/* What happens when the cursor leaves a field: short dates are made whole, bad values marked. */
#include "tests/tui/form_desk.h"

#include <criterion/criterion.h>

TestSuite(form_leave, .init = form_desk_begin, .fini = form_desk_end);

static void type_date(const char *text)
{
	form_restore(f, "on", text);
	form_focus(f, "on");
}

Test(form_leave, a_date_typed_short_is_shown_whole)
{
	static const struct {
		const char *typed, *key, *date;
	} cases[] = {
		{"11-20", "Tab", "2021-11-20"},	     {"11月20日", "Down", "2021-11-20"},
		{"1120", "Enter", "2021-11-20"},     {"20", "Shift-Tab", "2021-11-20"},
		{"2021.1.5", "Tab", "2021-01-05"},   {"２０", "F9", "2021-11-20"},
		{"2021-11-20", "Tab", "2021-11-20"}, {"", "Tab", ""},
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		type_date(cases[i].typed);
		form_desk_press(cases[i].key);
		cr_expect_str_eq(form_get(f, "on"), cases[i].date, "%s", cases[i].typed);
	}
}

Test(form_leave, what_was_made_of_it_is_to_be_kept_and_can_be_taken_back)
{
	type_date("20");
	form_take_changed(f);
	form_desk_press("Tab");
	cr_expect(form_take_changed(f));
	form_desk_press("Shift-Tab");
	form_desk_press("F4");
	cr_expect_str_eq(form_get(f, "on"), "20");
}

Test(form_leave, a_day_steps_from_a_short_date_too)
{
	type_date("20");
	form_desk_press("PgDn");
	cr_expect_str_eq(form_get(f, "on"), "2021-11-21");
}

Test(form_leave, what_is_no_date_is_marked_and_stays)
{
	type_date("11-31");
	form_desk_press("Tab");
	cr_expect_str_eq(form_get(f, "on"), "11-31");
	cr_expect_str_eq(form_focus_name(f), "period", "nobody is held");
	form_desk_expect(20, "does not exist", true);
	form_desk_press("Shift-Tab");
	form_desk_press("Backspace");
	form_desk_expect(20, "does not exist", false);
}

Test(form_leave, a_value_that_cannot_be_right_is_marked)
{
	form_restore(f, "percent", "170");
	form_focus(f, "percent");
	form_desk_expect(20, "more than all", false);
	form_desk_press("Tab");
	form_desk_expect(20, "170 is more than all", true);
	form_desk_press("Shift-Tab");
	form_desk_press("Backspace");
	form_desk_expect(20, "more than all", false);
	form_desk_press("Tab");
	form_desk_expect(20, "more than all", false);
}

Test(form_leave, an_empty_field_is_not_checked)
{
	form_focus(f, "percent");
	form_desk_press("Tab");
	form_focus(f, "on");
	form_desk_press("Tab");
	form_desk_expect(20, "is not a date", false);
	form_desk_expect(20, "more than", false);
}

Test(form_leave, the_mouse_leaves_a_field_too)
{
	struct point at = {MOUSE_PRESS, TARGET_FIELD, 3, 0, 0};

	type_date("20");
	form_point(f, &at, 20, FORM_DESK_COLS);
	cr_expect_str_eq(form_get(f, "on"), "2021-11-20");
}
