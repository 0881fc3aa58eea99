/*
 * The doors: what people type, in full-width characters and with blanks around, becomes a value;
 * what cannot be used is refused beside its field, and nothing of it reaches a terminal raw.
 */
#include "core/rule/entry.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include <string.h>

static struct arena arena;

static void leave(void)
{
	arena_free(&arena);
}

TestSuite(entry, .fini = leave);

static char *repeat(const char *s, int n)
{
	struct strbuf b = STRBUF_INIT;

	strbuf_puts(&b, "");
	while (n-- > 0)
		strbuf_puts(&b, s);
	char *text = arena_strdup(&arena, b.s);
	strbuf_free(&b);
	return text;
}

static void check_refused(const struct err *e, const char *field)
{
	cr_assert_eq(e->code, ERR_INPUT, "%s", e->text);
	cr_assert_str_eq(e->field, field, "%s", e->text);
	cr_assert_neq(e->text[0], '\0');
	cr_assert_eq(strchr(e->text, '\x1b'), NULL, "an escape in the sentence");
}

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
	int status = entry_report(&arena, &f, true, &r, &e);

	if (c->percent < 0) {
		cr_assert_eq(status, -1, "took \"%s\"", c->typed);
		cr_assert_eq(r.percent, -7, "\"%s\" touched the result", c->typed);
		check_refused(&e, "percent");
	} else {
		cr_assert_eq(status, 0, "\"%s\": %s", c->typed, e.text);
		cr_assert_eq(r.percent, c->percent);
	}
	arena_free(&arena);
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

	cr_assert_eq(entry_report(&arena, &f, true, &r, &e), 0, "%s: %s", c->name, e.text);
	cr_assert_str_eq(r.done, c->kept, "%s", c->name);
	cr_assert_str_eq(r.problems, c->kept, "%s", c->name);
	cr_assert_str_eq(r.next, c->kept, "%s", c->name);
	arena_free(&arena);
}

Test(entry, hands_in_only_what_says_something)
{
	static const char *const empty[] = {NULL, "", "  ", "\n\n", "　", "\u200b"};
	struct report_new r = {0};

	for (size_t i = 0; i < sizeof empty / sizeof empty[0]; i++) {
		struct report_fields f = {.percent = "45", .done = empty[i]};
		struct err e = ERR_INIT;
		cr_assert_eq(entry_report(&arena, &f, true, &r, &e), -1);
		check_refused(&e, "done");
		cr_assert_eq(entry_report(&arena, &f, false, &r, &e), 0, "a draft may be empty");
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
	struct report_fields f = fields_with(c->field, repeat("校", ENTRY_TEXT_MAX));

	cr_assert_eq(entry_report(&arena, &f, true, &r, &e), 0, "%s", e.text);
	f = fields_with(c->field, repeat("校", ENTRY_TEXT_MAX + 1));
	cr_assert_eq(entry_report(&arena, &f, true, &r, &e), -1);
	check_refused(&e, c->field);
	cr_assert_neq(strstr(e.text, "4001"), NULL, "%s", e.text);
	f = fields_with(c->field, "完成\xe5\xad");
	e = (struct err)ERR_INIT;
	cr_assert_eq(entry_report(&arena, &f, true, &r, &e), -1, "broken UTF-8");
	check_refused(&e, c->field);
	cr_assert_neq(strstr(e.text, "byte 7"), NULL, "%s", e.text);
	arena_free(&arena);
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
	int status = entry_report_volume(&arena, 31, "视力筛查学校", c->typed, &r.volumes, &e);

	if (strcmp(c->value, "!") == 0) {
		cr_assert_eq(status, -1, "took \"%s\"", c->typed);
		cr_assert_eq(r.volumes.n, 0u);
		check_refused(&e, "volume");
	} else if (!*c->value) {
		cr_assert_eq(status, 0);
		cr_assert_eq(r.volumes.n, 0u);
	} else {
		cr_assert_eq(status, 0, "\"%s\": %s", c->typed, e.text);
		cr_assert_eq(r.volumes.n, 1u);
		cr_assert_eq(r.volumes.at[0].volume_id, 31);
		cr_assert_str_eq(r.volumes.at[0].value, c->value);
	}
	arena_free(&arena);
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
	int status = entry_milestone(&arena, c->title, c->due, NULL, &m, &e);

	if (*c->field) {
		cr_assert_eq(status, -1, "took \"%s\" \"%s\"", c->title, c->due);
		check_refused(&e, c->field);
	} else {
		cr_assert_eq(status, 0, "%s", e.text);
		cr_assert_str_eq(date_format(m.due, due), "2021-11-15");
		cr_assert_eq(strchr(m.title, '\n'), NULL);
		cr_assert_str_eq(m.note, "");
		cr_assert_eq(m.action_id, 9);
	}
	arena_free(&arena);
}

Test(entry, measures_titles_too)
{
	struct milestone_new m = {0};
	struct err e = ERR_INIT;

	cr_assert_eq(
		entry_milestone(&arena, repeat("节", ENTRY_LINE_MAX), "2021-11-15", "", &m, &e), 0,
		"%s", e.text);
	cr_assert_eq(
		entry_milestone(&arena, repeat("节", ENTRY_LINE_MAX + 1), "2021-11-15", "", &m, &e),
		-1);
	check_refused(&e, "title");
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
		check_refused(&e, "done_on");
}

struct evidence_case {
	char kind[12], title[32], doc_no[32], ref[48], on[16], field[8]; /* field "": taken */
};

ParameterizedTestParameters(entry, reads_evidence)
{
	static struct evidence_case cases[] = {
		{"document", "近视防控方案", "云教〔2025〕16号", "", "2025-03-02", ""},
		{"document", "", "云教〔2025〕16号", "", "", ""},
		{"document", "近视防控方案", "", "", "", ""},
		{"document", "", "", "", "", "doc_no"},
		{"meeting", "现场推进会", "", "青田小学", "2025年11月5日", ""},
		{"meeting", "", "", "青田小学", "", "title"},
		{"link", "新闻报道", "", "https://news.example.org/a", "", ""},
		{"link", "新闻报道", "", "ｈｔｔｐ：／／news.example.org", "", ""},
		{"link", "照片", "", "/srv/share/照片", "", ""},
		{"link", "照片", "", "\\\\server\\照片", "", ""},
		{"link", "新闻报道", "", "news.example.org", "", "ref"},
		{"link", "新闻报道", "", "https://", "", "ref"},
		{"link", "新闻报道", "", "javascript:alert(1)", "", "ref"},
		{"link", "新闻报道", "", "", "", "ref"},
		{"figure", "筛查率", "", "45.2%", "", ""},
		{"figure", "筛查率", "", "４５．２％", "", ""},
		{"figure", "人次", "", "1200 人次", "", ""},
		{"figure", "筛查率", "", "约一半", "", "ref"},
		{"figure", "筛查率", "", "1.2.3", "", "ref"},
		{"figure", "筛查率", "", "", "", "ref"},
		{"note", "电话核实", "", "", "", ""},
		{"note", "电话核实", "", "", "2025-02-30", "on"},
		{"note", "\xff", "", "", "", "title"},
		{"file", "汇总表", "", "table.xlsx", "", "file"},
		{"paper", "方案", "", "", "", "kind"},
		{"", "方案", "", "", "", "kind"},
	};

	return cr_make_param_array(struct evidence_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct evidence_case *c, entry, reads_evidence)
{
	struct evidence_fields f = {.kind = c->kind,
				    .title = c->title,
				    .doc_no = c->doc_no,
				    .ref = c->ref,
				    .on = c->on};
	struct evidence_new v = {.unit_id = 3};
	struct err e = ERR_INIT;
	int status = entry_evidence(&arena, &f, &v, &e);

	if (*c->field) {
		cr_assert_eq(status, -1, "took %s \"%s\" \"%s\"", c->kind, c->title, c->ref);
		check_refused(&e, c->field);
	} else {
		cr_assert_eq(status, 0, "%s \"%s\": %s", c->kind, c->ref, e.text);
		cr_assert_str_eq(evidence_kind_word(v.kind), c->kind);
		cr_assert_str_eq(v.title, *c->title ? c->title : c->doc_no);
		cr_assert_str_eq(v.doc_no, c->doc_no);
		cr_assert_str_eq(v.note, "");
		cr_assert_eq(date_is_set(v.on), c->on[0] != '\0');
		cr_assert_eq(v.unit_id, 3);
	}
	arena_free(&arena);
}

Test(entry, reads_evidence_with_a_file)
{
	static const struct {
		const char *kind, *title, *file, *kept, *field;
	} cases[] = {
		{NULL, "汇总表", "/home/lin/table.xlsx", "table.xlsx", NULL},
		{"file", NULL, "a/表.xlsx", "表.xlsx", NULL},
		{"file", "汇总表", "", NULL, "file"},
		{"", "汇总表", "..", NULL, "name"},
		{"document", "汇总表", "table.xlsx", NULL, "kind"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct evidence_fields f = {.kind = cases[i].kind,
					    .title = cases[i].title,
					    .file = cases[i].file,
					    .doc_no = "云教〔2025〕16号"};
		struct evidence_new v = {0};
		struct err e = ERR_INIT;
		int status = entry_evidence(&arena, &f, &v, &e);

		cr_assert_eq(status, cases[i].field ? -1 : 0, "%zu: %s", i, e.text);
		if (cases[i].field) {
			check_refused(&e, cases[i].field);
			continue;
		}
		cr_expect_eq(v.kind, EVIDENCE_FILE);
		cr_expect_str_eq(v.file_name, cases[i].kept);
		cr_expect_str_eq(v.title, cases[i].title ? cases[i].title : cases[i].kept);
	}
	arena_free(&arena);
}

Test(entry, makes_addresses_and_figures_half_width)
{
	struct evidence_fields link = {
		.kind = "link", .title = "报道", .ref = "ｈｔｔｐｓ：／／ａ"};
	struct evidence_fields figure = {.kind = "figure", .title = "率", .ref = "４５．２％"};
	struct evidence_new v = {0};
	struct err e = ERR_INIT;

	cr_assert_eq(entry_evidence(&arena, &link, &v, &e), 0, "%s", e.text);
	cr_assert_str_eq(v.ref, "https://a");
	cr_assert_eq(entry_evidence(&arena, &figure, &v, &e), 0, "%s", e.text);
	cr_assert_str_eq(v.ref, "45.2%");
}

struct word_case {
	char typed[48], kept[48]; /* kept "": refused */
};

ParameterizedTestParameters(entry, reads_logins)
{
	static struct word_case cases[] = {
		{"chenxm", "chenxm"},
		{"_chen.xm-2", "_chen.xm-2"},
		{" chenxm ", "chenxm"},
		{"ｃｈｅｎ", "chen"},
		{"abcdefghijklmnopqrstuvwxyz012345", "abcdefghijklmnopqrstuvwxyz012345"},
		{"abcdefghijklmnopqrstuvwxyz0123456", ""},
		{"", ""},
		{"Chen", ""},
		{"2chen", ""},
		{"-chen", ""},
		{".chen", ""},
		{"chen xm", ""},
		{"陈小满", ""},
		{"chen;rm", ""},
		{"chen\xff", ""},
	};

	return cr_make_param_array(struct word_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct word_case *c, entry, reads_logins)
{
	const char *login = NULL;
	struct err e = ERR_INIT;
	int status = entry_login(&arena, c->typed, &login, &e);

	cr_assert_eq(status, *c->kept ? 0 : -1, "\"%s\": %s", c->typed, e.text);
	if (*c->kept)
		cr_assert_str_eq(login, c->kept);
	else
		check_refused(&e, "login");
	arena_free(&arena);
}

ParameterizedTestParameters(entry, reads_codes)
{
	static struct word_case cases[] = {
		{"yx2025", "yx2025"},
		{"YX2025", "yx2025"},
		{"ＹＸ２０２５", "yx2025"},
		{"2025-yx_1", "2025-yx_1"},
		{"abcdefghij0123456789", "abcdefghij0123456789"},
		{"abcdefghij0123456789x", ""},
		{"", ""},
		{"-yx", ""},
		{"_yx", ""},
		{"yx/2025", ""},
		{"yx 2025", ""},
		{"健康", ""},
		{"../x", ""},
	};

	return cr_make_param_array(struct word_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct word_case *c, entry, reads_codes)
{
	const char *code = NULL;
	struct err e = ERR_INIT;
	int status = entry_code(&arena, c->typed, &code, &e);

	cr_assert_eq(status, *c->kept ? 0 : -1, "\"%s\": %s", c->typed, e.text);
	if (*c->kept)
		cr_assert_str_eq(code, c->kept);
	else
		check_refused(&e, "code");
	arena_free(&arena);
}

Test(entry, reads_names)
{
	const char *name = NULL;
	struct err e = ERR_INIT;

	cr_assert_eq(entry_name(&arena, " 区教育局\t", "unit", &name, &e), 0);
	cr_assert_str_eq(name, "区教育局");
	cr_assert_eq(entry_name(&arena, repeat("局", 60), "unit", &name, &e), 0);
	cr_assert_eq(entry_name(&arena, repeat("局", 61), "unit", &name, &e), -1);
	check_refused(&e, "unit");
	cr_assert_eq(entry_name(&arena, " ", "person", &name, &e), -1);
	check_refused(&e, "person");
	cr_assert_eq(entry_name(&arena, NULL, "person", &name, &e), -1);
	check_refused(&e, "person");
}

Test(entry, asks_for_a_reason)
{
	const char *reason = NULL;
	struct err e = ERR_INIT;

	cr_assert_eq(entry_reason(&arena, "请补充第三季度开放场馆数\n", &reason, &e), 0);
	cr_assert_str_eq(reason, "请补充第三季度开放场馆数");
	cr_assert_eq(entry_reason(&arena, "\n", &reason, &e), -1);
	check_refused(&e, "reason");
	cr_assert_eq(entry_reason(&arena, repeat("请", ENTRY_TEXT_MAX + 1), &reason, &e), -1);
	check_refused(&e, "reason");
}
