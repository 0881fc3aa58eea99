/*
 * The doors: what people type about reports and milestones, in full-width characters and with
 * blanks around, becomes a value; what cannot be used is refused beside its field, and nothing of
 * it reaches a terminal raw.
 */
#include "tests/core/entry_desk.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

TestSuite(entry, .fini = entry_desk_end);

struct percent_case {
	char typed[24];
	int percent; /* -1: refused */
};

ParameterizedTestParameters(entry, reads_percent)
{
	static struct percent_case cases[] = {
		{"0", 0},
		{"45", 45},
		{"100", 100},
		{"45%", 45},
		{"45 %", 45},
		{" 45 ", 45},
		{"４５％", 45},
		{"４５", 45},
		{"１００％", 100},
		{"007", 7},
		{"", -1},
		{"  ", -1},
		{"101", -1},
		{"-1", -1},
		{"－１", -1},
		{"abc", -1},
		{"45.5", -1},
		{"45%%", -1},
		{"%", -1},
		{"4 5", -1},
		{"四十五", -1},
		{"45％左右", -1},
		{"1e2", -1},
		{"+45", -1},
		{"99999999999999", -1},
		{"4\x1b[1m5", -1},
		{"\xff", -1},
		{"45\xe4\xbd", -1},
	};

	return cr_make_param_array(struct percent_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct percent_case *c, entry, reads_percent)
{
	struct report_fields f = {.percent = c->typed, .done = "已完成"};
	struct report_new r = {.percent = -7};
	struct err e = ERR_INIT;
	int status = entry_report(&entry_arena, &f, true, &r, &e);

	if (c->percent < 0) {
		cr_assert_eq(status, -1, "took \"%s\"", c->typed);
		cr_assert_eq(r.percent, -7, "\"%s\" touched the result", c->typed);
		entry_desk_refused(&e, "percent");
	} else {
		cr_assert_eq(status, 0, "\"%s\": %s", c->typed, e.text);
		cr_assert_eq(r.percent, c->percent);
	}
	arena_free(&entry_arena);
}

struct text_case {
	char name[32], typed[64], kept[64];
};

ParameterizedTestParameters(entry, keeps_texts_as_entered_and_clean)
{
	static struct text_case cases[] = {
		{"plain", "完成20所学校。", "完成20所学校。"},
		{"full width stays", "完成２０所，ＯＫ", "完成２０所，ＯＫ"},
		{"blanks after", "完成 \n\n \t", "完成"},
		{"ideographic blanks after", "完成　　", "完成"},
		{"blank lines before", "\n \n完成", "完成"},
		{"indent", "　　完成", "　　完成"},
		{"indent after blank lines", "\n\n　　完成", "　　完成"},
		{"lines", "一\r\n二\r三\n\n四", "一\n二\n三\n\n四"},
		{"escape", "红\x1b[31m色", "红[31m色"},
		{"zero width", "健\u200b康", "健康"},
		{"right to left", "健\u202e康", "健康"},
		{"composed", "e\u0301", "\u00e9"},
		{"emoji", "👍好", "👍好"},
	};

	return cr_make_param_array(struct text_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct text_case *c, entry, keeps_texts_as_entered_and_clean)
{
	struct report_fields f = {
		.percent = "1", .done = c->typed, .problems = c->typed, .next = c->typed};
	struct report_new r = {0};
	struct err e = ERR_INIT;

	cr_assert_eq(entry_report(&entry_arena, &f, true, &r, &e), 0, "%s: %s", c->name, e.text);
	cr_assert_str_eq(r.done, c->kept, "%s", c->name);
	cr_assert_str_eq(r.problems, c->kept, "%s", c->name);
	cr_assert_str_eq(r.next, c->kept, "%s", c->name);
	arena_free(&entry_arena);
}

Test(entry, hands_in_only_what_says_something)
{
	static const char *const empty[] = {NULL, "", "  ", "\n\n", "　", "\u200b"};
	struct report_new r = {0};

	for (size_t i = 0; i < sizeof empty / sizeof empty[0]; i++) {
		struct report_fields f = {.percent = "45", .done = empty[i]};
		struct err e = ERR_INIT;
		cr_assert_eq(entry_report(&entry_arena, &f, true, &r, &e), -1);
		entry_desk_refused(&e, "done");
		cr_assert_eq(entry_report(&entry_arena, &f, false, &r, &e), 0,
			     "a draft may be empty");
		cr_assert_str_eq(r.done, "");
		cr_assert_str_eq(r.problems, "");
	}
}

struct field_case {
	char field[16];
};

ParameterizedTestParameters(entry, measures_texts_in_characters)
{
	static struct field_case cases[] = {{"done"}, {"problems"}, {"next"}};

	return cr_make_param_array(struct field_case, cases, sizeof cases / sizeof cases[0]);
}

static struct report_fields fields_with(const char *field, const char *text)
{
	struct report_fields f = {.percent = "45", .done = "已完成"};

	if (strcmp(field, "done") == 0)
		f.done = text;
	else if (strcmp(field, "problems") == 0)
		f.problems = text;
	else
		f.next = text;
	return f;
}

ParameterizedTest(struct field_case *c, entry, measures_texts_in_characters)
{
	struct report_new r = {0};
	struct err e = ERR_INIT;
	struct report_fields f = fields_with(c->field, entry_desk_repeat("校", ENTRY_TEXT_MAX));

	cr_assert_eq(entry_report(&entry_arena, &f, true, &r, &e), 0, "%s", e.text);
	f = fields_with(c->field, entry_desk_repeat("校", ENTRY_TEXT_MAX + 1));
	cr_assert_eq(entry_report(&entry_arena, &f, true, &r, &e), -1);
	entry_desk_refused(&e, c->field);
	cr_assert_neq(strstr(e.text, "4001"), NULL, "%s", e.text);
	f = fields_with(c->field, "完成\xe5\xad");
	e = (struct err)ERR_INIT;
	cr_assert_eq(entry_report(&entry_arena, &f, true, &r, &e), -1, "broken UTF-8");
	entry_desk_refused(&e, c->field);
	cr_assert_neq(strstr(e.text, "byte 7"), NULL, "%s", e.text);
	arena_free(&entry_arena);
}

struct volume_case {
	char typed[24], value[24]; /* "" nothing added, "!" refused */
};

ParameterizedTestParameters(entry, reads_volumes)
{
	static struct volume_case cases[] = {
		{"20", "20"},	   {"1.5", "1.5"}, {"38.00", "38.00"}, {"２０", "20"},
		{"１．５", "1.5"}, {" 20 ", "20"}, {"0", "0"},	       {"", ""},
		{"  ", ""},	   {"-3", "!"},	   {"20所", "!"},      {"1,200", "!"},
		{"1e3", "!"},	   {".5", "!"},	   {"0x10", "!"},      {"1.2345678", "!"},
		{"\xc3", "!"},
	};

	return cr_make_param_array(struct volume_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct volume_case *c, entry, reads_volumes)
{
	struct report_new r = {0};
	struct err e = ERR_INIT;
	int status =
		entry_report_volume(&entry_arena, 31, "视力筛查学校", c->typed, &r.volumes, &e);

	if (strcmp(c->value, "!") == 0) {
		cr_assert_eq(status, -1, "took \"%s\"", c->typed);
		cr_assert_eq(r.volumes.n, 0u);
		entry_desk_refused(&e, "volume");
	} else if (!*c->value) {
		cr_assert_eq(status, 0);
		cr_assert_eq(r.volumes.n, 0u);
	} else {
		cr_assert_eq(status, 0, "\"%s\": %s", c->typed, e.text);
		cr_assert_eq(r.volumes.n, 1u);
		cr_assert_eq(r.volumes.at[0].volume_id, 31);
		cr_assert_str_eq(r.volumes.at[0].value, c->value);
	}
	arena_free(&entry_arena);
}

struct milestone_case {
	char title[32], due[40], field[8]; /* field "" : taken */
};

ParameterizedTestParameters(entry, reads_milestones)
{
	static struct milestone_case cases[] = {
		{"秋季视力筛查", "2021-11-15", ""},
		{"秋季视力筛查", "２０２１年１１月１５日", ""},
		{" 秋季\n视力筛查 ", "2021.11.15", ""},
		{"", "2021-11-15", "title"},
		{"　", "2021-11-15", "title"},
		{"\xff", "2021-11-15", "title"},
		{"秋季视力筛查", "", "due"},
		{"秋季视力筛查", "2021-02-30", "due"},
		{"秋季视力筛查", "2021-13-01", "due"},
		{"秋季视力筛查", "年底", "due"},
		{"秋季视力筛查", "2021-11-15\x1b[2J", "due"},
	};

	return cr_make_param_array(struct milestone_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct milestone_case *c, entry, reads_milestones)
{
	struct milestone_new m = {.action_id = 9};
	struct err e = ERR_INIT;
	char due[DATE_TEXT];
	int status = entry_milestone(&entry_arena, c->title, c->due, NULL, &m, &e);

	if (*c->field) {
		cr_assert_eq(status, -1, "took \"%s\" \"%s\"", c->title, c->due);
		entry_desk_refused(&e, c->field);
	} else {
		cr_assert_eq(status, 0, "%s", e.text);
		cr_assert_str_eq(date_format(m.due, due), "2021-11-15");
		cr_assert_eq(strchr(m.title, '\n'), NULL);
		cr_assert_str_eq(m.note, "");
		cr_assert_eq(m.action_id, 9);
	}
	arena_free(&entry_arena);
}

Test(entry, measures_titles_too)
{
	struct milestone_new m = {0};
	struct err e = ERR_INIT;

	cr_assert_eq(entry_milestone(&entry_arena, entry_desk_repeat("节", ENTRY_LINE_MAX),
				     "2021-11-15", "", &m, &e),
		     0, "%s", e.text);
	cr_assert_eq(entry_milestone(&entry_arena, entry_desk_repeat("节", ENTRY_LINE_MAX + 1),
				     "2021-11-15", "", &m, &e),
		     -1);
	entry_desk_refused(&e, "title");
}

struct done_case {
	char typed[32];
	bool taken;
};

ParameterizedTestParameters(entry, takes_days_that_have_been)
{
	static struct done_case cases[] = {
		{"2021-11-21", true},  {"2021-11-20", true},  {"2020年2月29日", true},
		{"2021-11-22", false}, {"2022-01-01", false}, {"2021-02-29", false},
		{"", false},	       {"昨天", false},	      {"2021-11-2１x", false},
	};

	return cr_make_param_array(struct done_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct done_case *c, entry, takes_days_that_have_been)
{
	struct date on = {0};
	struct err e = ERR_INIT;
	int status = entry_done_on(c->typed, (struct date){2021, 11, 21}, &on, &e);

	cr_assert_eq(status, c->taken ? 0 : -1, "\"%s\": %s", c->typed, e.text);
	cr_assert_eq(date_is_set(on), c->taken);
	if (!c->taken)
		entry_desk_refused(&e, "done_on");
}
