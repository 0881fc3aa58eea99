/*
 * What units ask of the office: each kind from its form to its row, kept while it is typed and
 * taken back; and the way from a refusal, or from the menu of an action, to what can be asked for.
 * What the office does with it is test_request_answers.c's.
 */
#include "db/cycle/store_request.h"
#include "db/people/store_unit.h"
#include "tests/tui/request_desk.h"
#include "tui/home/resume.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>

static struct screen s;

static void begin(void)
{
	screen_language("en");
	screen_begin(&s, "chen", 80, 24);
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(requests, .init = begin, .fini = end);

Test(requests, each_kind_goes_from_its_form_to_the_office)
{
	for (enum request_kind kind = REQUEST_NONE + 1; kind < REQUEST_KIND_COUNT; kind++) {
		request_desk_open(&s, kind);
		cr_expect(screen_has(&s, request_desk_shown(kind)), "%s", request_desk_shown(kind));
		request_desk_fill(&s, kind, "情况有变化");
		screen_press(&s, "F9");
		cr_expect_neq(request_desk_first(&s).kind, kind, "asked once before it goes");
		screen_press(&s, "Enter");
		cr_expect_eq(request_desk_first(&s).kind, kind, "%s: %s", request_kind_word(kind),
			     app_message(s.app));
		cr_expect_eq(request_desk_first(&s).state, REQUEST_ASKED);
		cr_expect_str_eq(request_desk_first(&s).reason, "情况有变化");
		struct actor who = district_actor(&s.d, "chen");
		cr_assert_eq(store_request_take_back(s.d.s, &who, request_desk_first(&s).id,
						     request_desk_first(&s).version, NULL, &s.d.e),
			     0, "%s", s.d.e.text);
		screen_press(&s, "F5");
	}
}

static int64_t version_of_part(int64_t unit_id)
{
	struct actor who = district_actor(&s.d, "admin");
	struct assignment_rows parts = {0};

	cr_assert_eq(store_assignment_list(s.d.s, &s.d.a, &who, district_action(&s.d, "4"), 0,
					   &parts, &s.d.e),
		     0);
	for (size_t i = 0; i < parts.n; i++)
		if (parts.at[i].unit_id == unit_id)
			return parts.at[i].version;
	return 0;
}

/* In the file alone: what stands around its requests is not the unit's to read any more. */
Test(requests, a_unit_taken_off_the_action_reads_what_it_asked)
{
	for (enum request_kind kind = REQUEST_NONE + 1; kind < REQUEST_KIND_COUNT; kind++)
		request_desk_ask(&s, kind, "情况有变化");
	struct actor office = district_actor(&s.d, "admin"), chen = district_actor(&s.d, "chen");
	struct request_filter f = {.unit_id = district_unit(&s.d, "区教育局")};
	struct request_rows rows = {0};

	cr_assert_eq(store_unassign(s.d.s, &office, district_action(&s.d, "4"), f.unit_id,
				    version_of_part(f.unit_id), "误派", NULL, &s.d.e),
		     0, "%s", s.d.e.text);
	cr_assert_eq(store_request_list(s.d.s, &s.d.a, &chen, &f, 50, &rows, &s.d.e), 0, "%s",
		     s.d.e.text);
	cr_assert_eq(rows.n, REQUEST_KIND_COUNT - 1);
	for (size_t i = 0; i < rows.n; i++) {
		screen_open(&s, &view_request, (struct view_args){.id = rows.at[i].id});
		cr_expect_str_eq(screen_top(&s), "request", "%s: %s",
				 request_kind_word(rows.at[i].kind), app_message(s.app));
		cr_expect(screen_has(&s, "情况有变化"));
		screen_press(&s, "Esc");
	}
}

Test(requests, what_is_typed_is_kept_and_gone_on_with)
{
	for (enum request_kind kind = REQUEST_NONE + 1; kind < REQUEST_KIND_COUNT; kind++) {
		request_desk_open(&s, kind);
		request_desk_fill(&s, kind, "写到一半的原因");
		screen_press(&s, "Esc");
		cr_assert_str_eq(screen_top(&s), "home");
		request_desk_open(&s, kind);
		cr_expect(screen_has(&s, "写到一半的原因"), "%s", request_kind_word(kind));
		screen_press(&s, "Esc");
	}
}

Test(requests, a_dropped_line_is_asked_about_at_the_next_beginning)
{
	request_desk_open(&s, REQUEST_EXTENSION);
	request_desk_fill(&s, REQUEST_EXTENSION, "天气原因");
	script_hangup(s.script);
	cr_expect_not(script_run(s.script, s.app));
	request_desk_sit(&s, "chen");
	resume_offer(s.app);
	script_run(s.script, s.app);
	cr_assert_str_eq(screen_top(&s), "resume");
	cr_expect(screen_has(&s, "a request to the office: extension, "));
	cr_expect(screen_has(&s, request_desk_milestone(&s).title), "which one is said");
	screen_press(&s, "Enter");
	cr_assert_str_eq(screen_top(&s), "request-form");
	screen_type(&s, "，延后施工");
	screen_press(&s, "F9 Enter");
	cr_expect_str_eq(request_desk_first(&s).reason, "天气原因，延后施工");
	cr_expect_eq(request_desk_first(&s).milestone_id, request_desk_milestone(&s).id);
	cr_expect(request_desk_first(&s).late, "its date was past");
}

Test(requests, what_is_typed_on_the_choice_goes_into_the_reason)
{
	request_desk_open(&s, REQUEST_CONTEST);
	screen_type(&s, "并非本局职责");
	cr_expect(screen_has(&s, "[并非本局职责"));
}

Test(requests, what_is_wrong_stands_beside_its_field)
{
	request_desk_open(&s, REQUEST_EXTENSION);
	screen_type(&s, "2021-11-22");
	screen_press(&s, "F9");
	cr_expect_str_eq(screen_top(&s), "request-form");
	/* The cursor goes to the field that is empty. */
	screen_type(&s, "70");
	screen_press(&s, "F9");
	cr_expect(screen_has(&s, "say in a line why it takes"));
	cr_expect_eq(request_desk_first(&s).id, 0);
}

Test(requests, a_unit_takes_back_what_it_asked)
{
	request_desk_ask(&s, REQUEST_CONTEST, "不是我们的职责");
	screen_open(&s, &view_requests, (struct view_args){0});
	cr_expect(screen_has(&s, "waits for an answer"));
	screen_press(&s, "Enter Enter");
	cr_expect(screen_has(&s, "Take it back"));
	cr_expect_not(screen_has(&s, "Grant"), "that is the office's");
	screen_press(&s, "1 Enter");
	cr_expect_eq(request_desk_first(&s).state, REQUEST_TAKEN_BACK, "%s", app_message(s.app));
}

/* Past the last day of the fourth quarter. */
static void sit_too_late(const char *login)
{
	cr_assert_eq(moment_read("2022-02-20", &s.d.now, &s.d.e), 0);
	request_desk_sit(&s, login);
}

Test(requests, a_closed_period_leads_to_asking_for_a_late_report)
{
	static const char *const ways[] = {"1 Enter 2", "1 e", "1 =", "1 Enter 3"};

	sit_too_late("chen");
	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
		screen_press(&s, ways[i]);
		cr_assert_str_eq(screen_top(&s), "remedy", "%s: %s", ways[i], app_message(s.app));
		cr_expect(screen_has(&s, "2021Q4"));
		screen_press(&s, "Esc");
		cr_expect_str_eq(screen_top(&s), "home");
	}
	screen_press(&s, "1 e Enter");
	cr_assert_str_eq(screen_top(&s), "request-form");
	screen_type(&s, "2022-02-28");
	screen_press(&s, "Tab");
	screen_type(&s, "人员调整");
	screen_press(&s, "F9 Enter");
	cr_expect_eq(request_desk_first(&s).kind, REQUEST_EXCEPTION, "%s", app_message(s.app));
	cr_expect_str_eq(request_desk_first(&s).what, "2021Q4");

	request_desk_sit(&s, "admin");
	screen_open(&s, &view_request, (struct view_args){.id = request_desk_first(&s).id});
	screen_press(&s, "Enter 1 F9");
	cr_expect_eq(request_desk_first(&s).state, REQUEST_GRANTED, "%s", app_message(s.app));
	request_desk_sit(&s, "chen");
	screen_press(&s, "1 e");
	cr_expect_str_eq(screen_top(&s), "report", "%s", app_message(s.app));
}

Test(requests, the_date_of_a_milestone_leads_to_asking_for_another)
{
	screen_open(&s, &view_milestone_form,
		    (struct view_args){.id = district_action(&s.d, "4"),
				       .id2 = request_desk_milestone(&s).id});
	screen_press(&s, "Tab");
	screen_type(&s, "2021-12-20");
	screen_press(&s, "F9");
	cr_assert_str_eq(screen_top(&s), "remedy", "%s", app_message(s.app));
	screen_press(&s, "1");
	cr_assert_str_eq(screen_top(&s), "request-form");
	cr_expect(screen_has(&s, "2021-11-15)"));
	cr_expect(screen_has(&s, "[2021-12-20"), "what was typed there is asked for");
	screen_press(&s, "Esc");
	cr_expect(screen_has(&s, "2021-12-20"), "and is there still");
}

Test(requests, what_waits_for_its_answer_is_not_asked_twice)
{
	request_desk_ask(&s, REQUEST_EXTENSION, "天气原因");
	screen_open(&s, &view_milestone_list, (struct view_args){.id = district_action(&s.d, "4")});
	cr_expect(screen_has(&s, "overdue, asked"));
	cr_expect(screen_has(&s, "asked for: until 2021-12-10 (request"));
	screen_press(&s, "Enter");
	cr_expect(screen_has(&s, "asked already"));
	screen_press(&s, "5");
	cr_assert_str_eq(screen_top(&s), "remedy", "before a form is filled in");
	screen_press(&s, "1");
	cr_assert_str_eq(screen_top(&s), "request");
	cr_expect(screen_has(&s, "天气原因"));
	/* The date of the milestone leads there too. */
	screen_open(&s, &view_milestone_form,
		    (struct view_args){.id = district_action(&s.d, "4"),
				       .id2 = request_desk_milestone(&s).id});
	screen_press(&s, "Tab");
	screen_type(&s, "2021-12-20");
	screen_press(&s, "F9");
	cr_assert_str_eq(screen_top(&s), "remedy", "%s", app_message(s.app));
	screen_press(&s, "1");
	cr_expect_str_eq(screen_top(&s), "request");
}

Test(requests, who_asks_for_close_out_sees_what_is_open)
{
	request_desk_open(&s, REQUEST_COMPLETION);
	cr_expect(screen_has(&s, "still open"));
	cr_expect(screen_has(&s, "区教育局: milestone"));
	cr_expect(screen_has(&s, "conclusion"));
	screen_press(&s, "F9");
	cr_expect(screen_has(&s, "give the conclusion in a line"));
	screen_type(&s, "全部完成");
	screen_press(&s, "F9");
	cr_expect(screen_has(&s, "Still open: "));
}

Test(requests, an_action_offers_what_its_state_allows)
{
	screen_press(&s, "4 F6");
	cr_expect(screen_has(&s, "1 Ask for a later date"));
	cr_expect(screen_has(&s, "Ask for close-out"));
	cr_expect_not(screen_has(&s, "correct"), "nothing of it was accepted this period");
	cr_expect_not(screen_has(&s, "closed"), "the third quarter was reported");
	screen_press(&s, "1");
	cr_assert_str_eq(screen_top(&s), "action");
	screen_press(&s, "Enter");
	cr_assert(screen_has(&s, "5 Ask for a later date"));
	screen_press(&s, "5");
	cr_expect_str_eq(screen_top(&s), "request-form");
	/* The lead says that an action is complete. */
	screen_press(&s, "Esc Esc 1 F6");
	cr_expect(screen_has(&s, "the lead's"));
}
