/*
 * Documents as text: golden pages that were looked at, and what must hold for every width and page
 * length: nothing wider than the page, nothing lost, titles and numbers on every page.
 */
#include "print/text.h"

#include "core/text/utf8.h"
#include "golden.h"
#include "sample.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef void make_fn(struct arena *, struct document *);

static char *render(make_fn *make, int width_cols, int page_lines, bool ascii)
{
	struct arena a = ARENA_INIT;
	struct strbuf out = STRBUF_INIT;
	struct text_options o = {width_cols, page_lines, ascii};
	struct document d;

	make(&a, &d);
	text_render(&out, &d, &o);
	arena_free(&a);
	return strbuf_detach(&out);
}

static void make_long_list(struct arena *a, struct document *d)
{
	sample_long_list(a, d, 3);
}

enum sample { SAMPLE_LIST, SAMPLE_LONG_LIST, SAMPLE_BUILT_LIST, SAMPLE_REPORT };

static make_fn *const samples[] = {
	[SAMPLE_LIST] = sample_chinese_list,
	[SAMPLE_LONG_LIST] = make_long_list,
	[SAMPLE_BUILT_LIST] = sample_built_list,
	[SAMPLE_REPORT] = sample_report,
};

struct golden_case {
	char name[32];
	enum sample sample;
	int width_cols, page_lines;
	bool ascii;
};

ParameterizedTestParameters(text, looks_as_it_should)
{
	static struct golden_case cases[] = {
		{"list-60.txt", SAMPLE_LIST, 60, 0, false},
		{"list-80.txt", SAMPLE_LIST, 80, 0, false},
		{"list-132.txt", SAMPLE_LIST, 132, 0, false},
		{"list-80-ascii.txt", SAMPLE_LIST, 80, 0, true},
		{"pages-80.txt", SAMPLE_LONG_LIST, 80, 60, false},
		{"pages-132.txt", SAMPLE_LONG_LIST, 132, 44, false},
		{"built-80.txt", SAMPLE_BUILT_LIST, 80, 30, false},
		{"built-100.txt", SAMPLE_BUILT_LIST, 100, 0, false},
		{"report-80.txt", SAMPLE_REPORT, 80, 40, false},
		{"report-60.txt", SAMPLE_REPORT, 60, 0, false},
	};

	return cr_make_param_array(struct golden_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct golden_case *c, text, looks_as_it_should)
{
	char *text = render(samples[c->sample], c->width_cols, c->page_lines, c->ascii);

	golden_check(c->name, text);
	free(text);
}

struct layout_case {
	int width_cols, page_lines;
	bool ascii;
};

ParameterizedTestParameters(text, keeps_to_the_page)
{
	static struct layout_case cases[5 * 4 * 2];
	static const int widths[] = {60, 80, 100, 132, 200}, lengths[] = {20, 33, 60, 66};
	size_t n = 0;

	for (int i = 0; i < 5; i++)
		for (int j = 0; j < 4; j++)
			for (int ascii = 0; ascii < 2; ascii++)
				cases[n++] = (struct layout_case){widths[i], lengths[j], ascii};
	return cr_make_param_array(struct layout_case, cases, n);
}

static void check_line(const char *line, size_t nbytes, int width_cols)
{
	static const char *const never_first[] = {"。", "，", "、", "；", "：", "）", "”", "》"};

	cr_assert_leq(utf8_ncols(line, nbytes), width_cols, "too wide: %.*s", (int)nbytes, line);
	cr_assert_eq(utf8_first_bad(line, nbytes), nbytes, "half a character: %.*s", (int)nbytes,
		     line);
	cr_assert(nbytes == 0 || line[nbytes - 1] != ' ', "blanks at the end: \"%.*s\"",
		  (int)nbytes, line);
	for (size_t i = 0; i < sizeof never_first / sizeof never_first[0]; i++)
		cr_assert_neq(strncmp(line, never_first[i], strlen(never_first[i])), 0,
			      "begins with %s", never_first[i]);
}

/* Lines of one page, up to the form feed or the end. */
static int check_page(const char *page, const char *end, int width_cols)
{
	int nlines = 0;

	while (page < end) {
		const char *eol = memchr(page, '\n', (size_t)(end - page));
		cr_assert_not_null(eol, "a line without end");
		check_line(page, (size_t)(eol - page), width_cols);
		page = eol + 1;
		nlines++;
	}
	return nlines;
}

ParameterizedTest(struct layout_case *c, text, keeps_to_the_page)
{
	char *text = render(make_long_list, c->width_cols, c->page_lines, c->ascii);
	int npages = 1, page = 0;

	for (const char *p = text; (p = strchr(p, '\f')); p++)
		npages++;
	for (char *p = text; page < npages; p += strlen(p) + 1) {
		char number[32];
		char *end = strchrnul(p, '\f');
		*end = '\0';
		snprintf(number, sizeof number, " page %d/%d\n", ++page, npages);
		cr_assert_eq(check_page(p, end, c->width_cols), c->page_lines, "page %d", page);
		cr_assert_not_null(strstr(p, number), "no%s", number);
		cr_assert(page == 1 || strstr(p, "编号"), "no titles on page %d", page);
	}
	free(text);
}

enum { PLANE = 0x10000 };

/* What is neither blank nor rule, counted by character of the Chinese plane. */
static void count_characters(const char *s, int *counts)
{
	for (const char *end = s + strlen(s); s < end;) {
		uint32_t cp;
		s += utf8_decode(s, end, &cp);
		if (cp > ' ' && cp != 0x2500 && cp < PLANE)
			counts[cp]++;
	}
}

static void count_titles(const struct document_table *t, int *counts)
{
	for (size_t i = 0; i < t->columns.n; i++)
		count_characters(t->columns.at[i].title, counts);
}

static void count_rows(const struct document_table *t, int *counts)
{
	for (size_t i = 0; i < t->rows.n; i++)
		for (size_t j = 0; j < t->columns.n; j++)
			count_characters(t->rows.at[i][j], counts);
}

/* Without the titles of columns, which may be printed more than once. */
static void count_document(const struct document *d, int *counts, int *titles)
{
	count_characters(d->title, counts);
	count_characters(d->subject, counts);
	count_characters(d->issued, counts);
	for (size_t i = 0; i < d->blocks.n; i++) {
		const struct document_block *b = &d->blocks.at[i];
		count_characters(b->text, counts);
		if (b->table) {
			count_rows(b->table, counts);
			count_titles(b->table, titles);
		}
	}
}

struct width_case {
	int width_cols;
};

ParameterizedTestParameters(text, loses_nothing)
{
	static struct width_case cases[] = {{60}, {61}, {66}, {73}, {80}, {97}, {132}, {200}};

	return cr_make_param_array(struct width_case, cases, sizeof cases / sizeof cases[0]);
}

ParameterizedTest(struct width_case *c, text, loses_nothing)
{
	struct arena a = ARENA_INIT;
	struct document d;
	int *in = arena_alloc(&a, PLANE * sizeof *in);
	int *titles = arena_alloc(&a, PLANE * sizeof *titles);
	int *out = arena_alloc(&a, PLANE * sizeof *out);
	char *text = render(make_long_list, c->width_cols, 0, false);

	make_long_list(&a, &d);
	count_document(&d, in, titles);
	count_characters(text, out);
	for (int cp = 0; cp < PLANE; cp++)
		cr_assert(out[cp] == in[cp] || (titles[cp] && out[cp] >= in[cp] + titles[cp]),
			  "U+%04X: %d of %d", (unsigned)cp, out[cp], in[cp]);
	free(text);
	arena_free(&a);
}

static void make_tall_row(struct arena *a, struct document *d)
{
	document_begin(a, d, "清单", "区教育局");
	struct document_table *t = document_add_table(a, d);
	struct strbuf cell = STRBUF_INIT;
	document_add_column(a, t, "编号", COLUMN_WORD, 0);
	document_add_column(a, t, "内容", COLUMN_TEXT, 1);
	for (int i = 1; i <= 50; i++)
		strbuf_printf(&cell, "第%d行\n", i);
	const char **short_row = document_add_row(a, t);
	short_row[0] = "1";
	short_row[1] = "短";
	const char **tall_row = document_add_row(a, t);
	tall_row[0] = "2";
	tall_row[1] = arena_strdup(a, cell.s);
	strbuf_free(&cell);
}

Test(text, splits_only_a_row_that_is_longer_than_a_page)
{
	char *text = render(make_tall_row, 60, 20, false);
	const char *last_line = strstr(text, "第50行");

	cr_assert_not_null(strstr(text, "短"));
	cr_assert_lt(strstr(text, "第1行"), strchr(text, '\f'), "room is left on the first page");
	cr_assert_not_null(last_line);
	cr_assert_null(strchr(last_line, '\f'), "no page for the closing rule alone");
	cr_assert_not_null(strstr(text, " page 5/5\n"));
	free(text);
}

static void make_heading_at_foot(struct arena *a, struct document *d)
{
	document_begin(a, d, "清单", "");
	for (int i = 0; i < 7; i++)
		document_paragraph(a, d, "一段。");
	document_heading(a, d, "二、说明");
	document_paragraph(a, d, "后一段。");
}

Test(text, never_leaves_a_heading_at_the_foot)
{
	char *text = render(make_heading_at_foot, 60, 20, false);
	const char *second = strchr(text, '\f');

	cr_assert_not_null(second);
	cr_assert_gt(strstr(text, "二、说明"), second);
	free(text);
}

static void make_hostile(struct arena *a, struct document *d)
{
	document_begin(a, d, "清\x1b]0;title\a单", "局\x1b[2J\r\n");
	d->issued = "2025\x07";
	document_heading(a, d, "\x1b[31m红");
	document_paragraph(a, d, "坏\xff字\xe5\xad");
	struct document_table *t = document_add_table(a, d);
	document_add_column(a, t, "列\x1b", COLUMN_TEXT, 1);
	document_add_row(a, t)[0] = "a\x1b[1mb\tc\u202e\x9b";
}

Test(text, sends_no_control_characters)
{
	char *text = render(make_hostile, 60, 0, false);

	for (const char *p = text; *p; p++)
		cr_assert(*p == '\n' || (unsigned char)*p >= 0x20, "byte 0x%02x",
			  (unsigned char)*p);
	cr_assert_eq(utf8_first_bad(text, strlen(text)), strlen(text));
	cr_assert_null(strstr(text, "31m"), "an escape sequence goes as a whole");
	cr_assert_not_null(strstr(text, "ab c"));
	free(text);
}

Test(text, takes_what_is_outside_the_limits_as_the_limit)
{
	char *narrow = render(sample_report, 1, 0, false),
	     *least = render(sample_report, 60, 0, false);
	char *wide = render(sample_report, 5000, 1, false);
	char *most = render(sample_report, 200, TEXT_PAGE_LINES_MIN, false);

	cr_assert_str_eq(narrow, least);
	cr_assert_str_eq(wide, most);
	free(narrow);
	free(least);
	free(wide);
	free(most);
}

static void make_empty(struct arena *a, struct document *d)
{
	document_begin(a, d, "", "");
	struct document_table *t = document_add_table(a, d);
	document_add_column(a, t, "编号", COLUMN_WORD, 0);
	document_paragraph(a, d, "");
}

Test(text, renders_a_document_of_nothing)
{
	char *text = render(make_empty, 60, 20, false);

	cr_assert_not_null(strstr(text, "编号"));
	cr_assert_not_null(strstr(text, " page 1/1\n"));
	free(text);
}

Test(text, follows_the_width_of_ambiguous_characters)
{
	utf8_set_ambiguous_cols(2);
	char *text = render(sample_report, 80, 0, false);
	check_page(text, text + strlen(text), 80);
	utf8_set_ambiguous_cols(1);
	free(text);
}
