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
