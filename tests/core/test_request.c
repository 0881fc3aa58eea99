/* What units ask: the door for each kind, and the line that names one. */
#include "core/rule/request.h"

#include <criterion/criterion.h>
#include <string.h>

static const struct date today = {2021, 11, 21}, due = {2021, 12, 20};

static int enter(struct arena *a, enum request_kind kind, struct request_fields f,
		 struct request_new *r, struct err *e)
{
	*r = (struct request_new){.kind = kind};
	*e = (struct err)ERR_INIT;
	return entry_request(a, &f, due, today, r, e);
}

Test(request, every_kind_has_its_rule)
{
	cr_expect_null(request_rule(REQUEST_NONE));
	for (int k = REQUEST_NONE + 1; k < REQUEST_KIND_COUNT; k++) {
		const struct request_rule *rule = request_rule((enum request_kind)k);
		cr_assert_not_null(rule);
		cr_expect_eq((int)rule->kind, k);
		cr_expect(rule->question && *rule->question && rule->granting && *rule->granting);
		cr_expect(*rule->label && *rule->heading && *rule->missing);
		cr_expect(!rule->grant_has_date || (rule->fields & REQUEST_DATE));
	}
}

Test(request, takes_what_is_asked)
{
	struct arena a = ARENA_INIT;
	struct request_new r;
	struct err e;

	cr_assert_eq(enter(&a, REQUEST_EXTENSION,
			   (struct request_fields){.want = "2022年1月10日",
						   .percent = "６０%",
						   .reason = "设备晚到"},
			   &r, &e),
		     0, "%s", e.text);
	cr_expect_eq(date_cmp(r.want, (struct date){2022, 1, 10}), 0);
	cr_expect_eq(r.percent, 60);
	cr_expect_str_eq(r.reason, "设备晚到");
	cr_assert_eq(enter(&a, REQUEST_CONTEST,
			   (struct request_fields){.about = "role", .reason = "应为配合单位"}, &r,
			   &e),
		     0, "%s", e.text);
	cr_expect_eq(r.about, CONTEST_ROLE);
	cr_expect_eq(r.percent, -1);
	cr_assert_eq(enter(&a, REQUEST_CORRECTION,
			   (struct request_fields){
				   .percent = "55", .done = "实为11所学校", .reason = "漏报一所"},
			   &r, &e),
		     0, "%s", e.text);
	cr_expect_str_eq(r.done, "实为11所学校");
	cr_expect_str_eq(r.next, "");
	arena_free(&a);
}

Test(request, names_the_field_that_is_wrong)
{
	static const struct {
		enum request_kind kind;
		struct request_fields f;
		const char *field;
	} cases[] = {
		{REQUEST_CONTEST, {.reason = "因"}, "about"},
		{REQUEST_CONTEST, {.about = "colour", .reason = "因"}, "about"},
		{REQUEST_CONTEST, {.about = "role"}, "reason"},
		{REQUEST_EXTENSION, {.percent = "5", .reason = "因"}, "want"},
		{REQUEST_EXTENSION, {.want = "2021-12-20", .percent = "5", .reason = "因"}, "want"},
		{REQUEST_EXTENSION, {.want = "2021-11-20", .percent = "5", .reason = "因"}, "want"},
		{REQUEST_EXTENSION, {.want = "soon", .percent = "5", .reason = "因"}, "want"},
		{REQUEST_EXTENSION, {.want = "2022-01-10", .reason = "因"}, "percent"},
		{REQUEST_EXTENSION,
		 {.want = "2022-01-10", .percent = "101", .reason = "因"},
		 "percent"},
		{REQUEST_COMPLETION, {.percent = "100", .reason = " "}, "reason"},
		{REQUEST_CORRECTION, {.percent = "50", .reason = "因"}, "done"},
	};
	struct arena a = ARENA_INIT;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct request_new r;
		struct err e;
		cr_expect_eq(enter(&a, cases[i].kind, cases[i].f, &r, &e), -1, "%zu", i);
		cr_expect_eq(e.code, ERR_INPUT);
		cr_expect_str_eq(e.field, cases[i].field, "%zu: %s", i, e.text);
	}
	arena_free(&a);
}

Test(request, is_named_in_a_line)
{
	struct arena a = ARENA_INIT;
	struct request_row r = {.kind = REQUEST_EXTENSION,
				.what = "完成改造",
				.want = {2022, 1, 10},
				.asked_at = 1000};

	cr_expect_str_eq(request_label(&a, &r), "extension of \"完成改造\" to 2022-01-10");
	r.granted = (struct date){2022, 1, 5};
	r.state = REQUEST_GRANTED;
	cr_expect_str_eq(request_label(&a, &r), "extension of \"完成改造\" to 2022-01-05");
	r.kind = REQUEST_CONTEST;
	r.about = CONTEST_ROLE;
	cr_expect_str_eq(request_label(&a, &r), "objection: our role is another one");
	cr_expect_eq(request_days(&r, 1000 + 3 * 86400 + 5), 3);
	arena_free(&a);
}

Test(request, what_is_not_said_is_asked_for_in_words_of_its_kind)
{
	struct arena a = ARENA_INIT;
	struct request_new r;
	struct err e;

	cr_expect_eq(
		enter(&a, REQUEST_COMPLETION, (struct request_fields){.percent = "100"}, &r, &e),
		-1);
	cr_expect_str_eq(e.field, "reason");
	cr_expect(strstr(e.text, "what was reached"), "%s", e.text);
	cr_expect_eq(enter(&a, REQUEST_CONTEST,
			   (struct request_fields){.about = "role", .reason = " \n"}, &r, &e),
		     -1);
	cr_expect(strstr(e.text, "what should be changed"), "%s", e.text);
	arena_free(&a);
}

/* Newest first. */
Test(request, the_last_one_is_asked_anew_unless_it_was_granted)
{
	static const struct {
		enum request_state states[2];
		size_t n;
		int waiting, returned; /* index, -1: none */
	} cases[] = {
		{{0}, 0, -1, -1},
		{{REQUEST_ASKED}, 1, 0, -1},
		{{REQUEST_REFUSED}, 1, -1, 0},
		{{REQUEST_TAKEN_BACK, REQUEST_GRANTED}, 2, -1, 0},
		{{REQUEST_GRANTED, REQUEST_REFUSED}, 2, -1, -1},
		{{REQUEST_ASKED, REQUEST_REFUSED}, 2, 0, 1},
		{{REQUEST_ASKED, REQUEST_GRANTED}, 2, 0, -1},
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct request_row at[2] = {{.state = cases[i].states[0]},
					    {.state = cases[i].states[1]}};
		struct request_rows same = {.at = at, .n = cases[i].n};

		cr_expect_eq(request_waiting(&same),
			     cases[i].waiting < 0 ? NULL : &at[cases[i].waiting], "case %zu", i);
		cr_expect_eq(request_returned(&same),
			     cases[i].returned < 0 ? NULL : &at[cases[i].returned], "case %zu", i);
	}
}

Test(request, what_it_is_about_goes_by_its_kind)
{
	const struct request_row q = {
		.unit_id = 1, .action_id = 2, .milestone_id = 3, .period_id = 4, .report_id = 5};

	for (int k = REQUEST_NONE + 1; k < REQUEST_KIND_COUNT; k++) {
		struct request_row of = q;

		of.kind = (enum request_kind)k;
		struct request_new r = request_anew(&of);
		cr_expect_eq(r.unit_id, 1);
		cr_expect_eq(r.milestone_id, k == REQUEST_EXTENSION ? 3 : 0);
		cr_expect_eq(r.period_id, k == REQUEST_EXCEPTION ? 4 : 0);
		cr_expect_eq(r.report_id, k == REQUEST_CORRECTION ? 5 : 0);
		cr_expect_eq(r.action_id, k == REQUEST_CONTEST || k == REQUEST_COMPLETION ? 2 : 0);
	}
}
