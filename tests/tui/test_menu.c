/* The main menu and those behind it: fixed numbers, by post; what waits for a decision. */
#include "tests/tui/screen.h"
#include "tui/view/places.h"

#include <criterion/criterion.h>

#include <stdlib.h>
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

TestSuite(menu, .fini = end);

Test(menu, no_number_or_name_stands_for_two_places)
{
	begin("chen");
	for (size_t i = 0; i < nplaces; i++)
		for (size_t k = i + 1; k < nplaces; k++) {
			cr_expect(places[i].in != places[k].in || !places[i].number ||
					  places[i].number != places[k].number,
				  "%s, %s", places[i].name, places[k].name);
			cr_expect_str_neq(places[i].name, places[k].name);
		}
}

Test(menu, the_same_number_is_the_same_place_for_every_post)
{
	static const char *const logins[] = {"chen", "admin", "zhou", "gu"};
	static const struct {
		const char *keys, *top;
	} ways[] = {{"0 2", "plan"},	 {"0 3", "milestones"},	  {"0 4", "indicators"},
		    {"0 5", "evidence"}, {"0 7 1", "print"},	  {"0 7 2", "overview"},
		    {"0 7 3", "heat"},	 {"0 7 4", "print-heat"}, {"0 7 5", "print-indicators"},
		    {"F10 8", "search"}};

	for (size_t i = 0; i < sizeof logins / sizeof logins[0]; i++) {
		begin(logins[i]);
		for (size_t k = 0; k < sizeof ways / sizeof ways[0]; k++) {
			screen_press(&s, ways[k].keys);
			if (strcmp(ways[k].top, "print") != 0 || s.session.post.unit_id)
				cr_expect_str_eq(screen_top(&s), ways[k].top, "%s: %s", logins[i],
						 ways[k].keys);
			app_unwind(s.app, session_home(&s.session)->name);
		}
		if (i + 1 < sizeof logins / sizeof logins[0])
			screen_end(&s);
	}
}

/* They look up what they may not change. */
Test(menu, who_follows_all_units_reads_periods_and_units)
{
	static const char *const logins[] = {"zhou", "yan"};

	for (size_t i = 0; i < sizeof logins / sizeof logins[0]; i++) {
		begin(logins[i]);
		screen_press(&s, "0 9");
		cr_expect(screen_has(&s, "Reporting periods"));
		cr_expect_not(screen_has(&s, "Import a plan"));
		cr_expect_not(screen_has(&s, "People and posts"));
		screen_press(&s, "2");
		cr_expect_str_eq(screen_top(&s), "units");
		screen_press(&s, "Enter Enter");
		cr_expect(screen_has(&s, "what it owes"));
		cr_expect_not(screen_has(&s, "rename it"));
		app_unwind(s.app, session_home(&s.session)->name);
		screen_press(&s, "0 9 1");
		cr_expect_str_eq(screen_top(&s), "periods");
		screen_press(&s, "Enter");
		cr_expect(screen_has(&s, "you may not set reporting periods"));
		if (i == 0)
			screen_end(&s);
	}
}

Test(menu, leaves_with_0)
{
	begin("chen");
	screen_press(&s, "0 0");
	cr_expect_not(app_step(s.app, 0), "it is over");
}

Test(menu, a_full_width_digit_chooses)
{
	begin("chen");
	screen_type(&s, "０２");
	cr_expect_str_eq(screen_top(&s), "plan");
}

Test(menu, a_number_that_is_not_for_this_post_does_nothing)
{
	begin("chen");
	screen_press(&s, "0 9 5");
	cr_expect_str_eq(screen_top(&s), "menu");
	cr_expect_not(screen_has(&s, "Reporting periods"));
	screen_press(&s, "1");
	cr_expect_str_eq(screen_top(&s), "choose", "the menus behind the main one count from 1");
}

/* The education office hands in, its leader signs off. */
static void submit_as_chen(void)
{
	begin("chen");
	screen_press(&s, "Down = Enter");
	cr_assert(screen_has(&s, "no change reported"), "%s", app_message(s.app));
}

static void sit_down_again(const char *login)
{
	screen_leave(&s);
	screen_sit(&s, login, 80, 24);
}

Test(menu, the_approving_leader_signs_off_in_six_keys)
{
	submit_as_chen();
	sit_down_again("gu");
	cr_expect(screen_has(&s, "to sign off 1"), "line 2 says so");
	cr_expect(screen_has(&s, "F8 review"));
	cr_expect(screen_has(&s, "waits for you"), "on its row");
	screen_press(&s, "0");
	cr_expect(screen_has(&s, "1 waits for you"));
	screen_press(&s, "1 2");
	cr_expect_str_eq(screen_top(&s), "review");
	cr_expect(screen_has(&s, "中小学健康促进行动"));
	screen_press(&s, "Enter 1");
	cr_expect(screen_has(&s, "goes to the office"), "asked once");
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "signed off"), "%s", app_message(s.app));
	cr_expect_str_eq(screen_top(&s), "home", "nothing more waits");
	cr_expect_not(screen_has(&s, "to sign off"));
	cr_expect_not(screen_has(&s, "F8 review"), "nothing more waits");
	screen_press(&s, "F8");
	cr_expect(screen_has(&s, "no report waits for your decision"));
}

Test(menu, the_approving_leader_finds_it_by_name_and_on_its_row)
{
	submit_as_chen();
	sit_down_again("gu");
	screen_press(&s, ":");
	screen_type(&s, "sign off 中小学");
	screen_press(&s, "Enter");
	cr_assert_str_eq(screen_top(&s), "review");
	screen_press(&s, "Esc 4 Enter");
	cr_expect(screen_has(&s, "2 Sign off: read the report"), "the menu of the row");
	screen_press(&s, "2");
	cr_expect_str_eq(screen_top(&s), "review");
	cr_expect(screen_has(&s, "This report waits for you"), "%s", app_message(s.app));
	screen_press(&s, "Enter 1 Enter");
	cr_expect(screen_has(&s, "signed off"), "%s", app_message(s.app));
}

static bool waiting_is(bool in_title, size_t n)
{
	char *text = xasprintf(in_title ? ", %zu waiting" : "to review %zu ", n);
	bool has = screen_has(&s, text);

	free(text);
	return has;
}

Test(menu, the_office_goes_through_what_waits_one_after_the_other)
{
	struct report_rows rows;
	char *first;

	submit_as_chen();
	sit_down_again("admin");
	cr_assert_eq(session_waiting(&s.context, &s.d.a, s.d.plan_id, &rows, &s.d.e), 0);
	cr_assert_geq(rows.n, 2);
	cr_expect(waiting_is(false, rows.n));
	screen_press(&s, "F8");
	cr_expect(waiting_is(true, rows.n));
	first = xasprintf("%s", app_top(s.app)->title);
	screen_press(&s, "Tab");
	cr_expect_str_neq(app_top(s.app)->title, first, "passed over");
	free(first);
	for (size_t left = rows.n - 1; left > 0; left--) {
		screen_press(&s, "Enter 1");
		cr_expect_str_eq(screen_top(&s), "review", "the next one: %s", app_message(s.app));
		cr_expect(waiting_is(true, left));
	}
	screen_press(&s, "Enter 1");
	cr_expect_str_eq(screen_top(&s), "office", "%s", app_message(s.app));
}

/* Whether the report to decide on is one on this action. */
static bool decides_on(const char *title)
{
	return strstr(app_top(s.app)->title, title) != NULL;
}

Test(menu, deciding_begins_with_the_row_under_the_cursor_and_goes_through_the_list)
{
	submit_as_chen();
	sit_down_again("admin");
	screen_press(&s, "Tab F3 2 3 F3 2 3"); /* by the action, from the last on */
	cr_assert(screen_has(&s, "action▼"));
	screen_press(&s, "Home Down F8");
	cr_assert_str_eq(screen_top(&s), "review", "%s", app_message(s.app));
	cr_expect(decides_on("中小学健康促进行动"), "%s", app_top(s.app)->title);
	screen_press(&s, "Tab");
	cr_expect_not(decides_on("中小学健康促进行动"));
	screen_press(&s, "Tab Tab");
	cr_expect(decides_on("中小学健康促进行动"), "round the list: %s", app_top(s.app)->title);
	screen_press(&s, "Esc /");
	screen_type(&s, "中小学");
	screen_press(&s, "Enter F8");
	cr_expect(decides_on("中小学健康促进行动"));
	cr_expect(waiting_is(true, 1), "of what is found alone");
	screen_press(&s, "Enter 1");
	cr_expect_str_eq(screen_top(&s), "office", "none of those is left");
}

Test(menu, the_tenth_entry_of_a_menu_has_a_digit_too)
{
	begin("admin");
	screen_press(&s, "0 9");
	cr_assert(screen_has(&s, "0 Who I am"));
	screen_press(&s, "0");
	cr_expect_str_eq(screen_top(&s), "whoami");
}
