/*
 * The door of evidence: each kind has what proves it (a number, an address, a figure, a file) and
 * is refused beside the field where that is missing. A document without a title is known by its
 * number, a file by its name.
 */
#include "tests/core/entry_desk.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

TestSuite(entry_evidence, .fini = entry_desk_end);

struct evidence_case {
	char kind[12], title[32], doc_no[32], ref[48], on[16], field[8]; /* field "": taken */
};

ParameterizedTestParameters(entry_evidence, reads_evidence)
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

ParameterizedTest(struct evidence_case *c, entry_evidence, reads_evidence)
{
	struct evidence_fields f = {.kind = c->kind,
				    .title = c->title,
				    .doc_no = c->doc_no,
				    .ref = c->ref,
				    .on = c->on};
	struct evidence_new v = {.unit_id = 3};
	struct err e = ERR_INIT;
	int status = entry_evidence(&entry_arena, &f, &v, &e);

	if (*c->field) {
		cr_assert_eq(status, -1, "took %s \"%s\" \"%s\"", c->kind, c->title, c->ref);
		entry_desk_refused(&e, c->field);
	} else {
		cr_assert_eq(status, 0, "%s \"%s\": %s", c->kind, c->ref, e.text);
		cr_assert_str_eq(evidence_kind_word(v.kind), c->kind);
		cr_assert_str_eq(v.title, *c->title ? c->title : c->doc_no);
		cr_assert_str_eq(v.doc_no, c->doc_no);
		cr_assert_str_eq(v.note, "");
		cr_assert_eq(date_is_set(v.on), c->on[0] != '\0');
		cr_assert_eq(v.unit_id, 3);
	}
	arena_free(&entry_arena);
}

Test(entry_evidence, reads_evidence_with_a_file)
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
		int status = entry_evidence(&entry_arena, &f, &v, &e);

		cr_assert_eq(status, cases[i].field ? -1 : 0, "%zu: %s", i, e.text);
		if (cases[i].field) {
			entry_desk_refused(&e, cases[i].field);
			continue;
		}
		cr_expect_eq(v.kind, EVIDENCE_FILE);
		cr_expect_str_eq(v.file_name, cases[i].kept);
		cr_expect_str_eq(v.title, cases[i].title ? cases[i].title : cases[i].kept);
	}
	arena_free(&entry_arena);
}

Test(entry_evidence, makes_addresses_and_figures_half_width)
{
	struct evidence_fields link = {
		.kind = "link", .title = "报道", .ref = "ｈｔｔｐｓ：／／ａ"};
	struct evidence_fields figure = {.kind = "figure", .title = "率", .ref = "４５．２％"};
	struct evidence_new v = {0};
	struct err e = ERR_INIT;

	cr_assert_eq(entry_evidence(&entry_arena, &link, &v, &e), 0, "%s", e.text);
	cr_assert_str_eq(v.ref, "https://a");
	cr_assert_eq(entry_evidence(&entry_arena, &figure, &v, &e), 0, "%s", e.text);
	cr_assert_str_eq(v.ref, "45.2%");
}
