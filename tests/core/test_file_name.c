/* Names of files from outside: what is kept, what goes, what is refused. */
#include "core/text/file_name.h"

#include "core/text/utf8.h"

#include <criterion/criterion.h>
#include <string.h>

static struct arena a = ARENA_INIT;
static struct err e;

static void begin(void)
{
	e = (struct err)ERR_INIT;
}

static void end(void)
{
	arena_free(&a);
}

TestSuite(file_name, .init = begin, .fini = end);

Test(file_name, is_one_part_of_a_path_without_tricks)
{
	static const struct {
		const char *typed, *kept;
	} cases[] = {
		{"年度总结.pdf", "年度总结.pdf"},
		{"报告 (1).docx", "报告 (1).docx"},
		{"完成50%・一期.xlsx", "完成50%・一期.xlsx"},
		{"/home/lin/a.pdf", "a.pdf"},
		{"C:\\Users\\lin\\照片.jpg", "照片.jpg"},
		{"../../etc/passwd", "passwd"},
		{"-rf.txt", "rf.txt"},
		{"--db.pdf", "db.pdf"},
		{".. .hidden", "hidden"},
		{"a.pdf. . ", "a.pdf"},
		{"　表.xls　", "表.xls"},
		{"a\nb\tc.pdf", "a b c.pdf"},
		{"\033[31mred\033[0m.txt", "[31mred[0m.txt"},
		{"invoice\u202Efdp.exe", "invoicefdp.exe"},
		{"a\u200Bb\uFEFF.pdf", "ab.pdf"},
		{"e\u0301te\u0301.pdf", "\u00e9t\u00e9.pdf"},
		{"a\"$(id)`x`!.pdf", "a__(id)_x__.pdf"},
		{"what?<1>*|2.pdf", "what__1___2.pdf"},
		{"nul", "file-nul"},
		{"Com1.txt", "file-Com1.txt"},
		{"con .tar.gz", "file-con .tar.gz"},
		{"console.log", "console.log"},
		{"com.pdf", "com.pdf"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		const char *name = file_name_clean(&a, cases[i].typed, &e);
		cr_assert_not_null(name, "%s: %s", cases[i].typed, e.text);
		cr_expect_str_eq(name, cases[i].kept);
		cr_expect_str_eq(file_name_clean(&a, name, &e), name);
	}
}

Test(file_name, that_is_none_is_refused)
{
	static const char *const cases[] = {"",	   ".",	  "..",	    "/",    "a/",
					    "---", " . ", "\u200B", "C:\\", "\xB1\xA8.pdf"};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		e = (struct err)ERR_INIT;
		cr_expect_null(file_name_clean(&a, cases[i], &e), "%s", cases[i]);
		cr_expect_eq(e.code, ERR_INPUT);
		cr_expect_str_eq(e.field, "name");
	}
}

/* `unit` so often that it is far too long, then the suffix. */
static const char *long_name(const char *unit, const char *suffix)
{
	struct strbuf b = STRBUF_INIT;

	strbuf_puts(&b, "甲");
	while (b.nbytes < 3 * FILE_NAME_MAX)
		strbuf_puts(&b, unit);
	strbuf_puts(&b, suffix);
	const char *name = file_name_clean(&a, b.s, &e);
	strbuf_free(&b);
	cr_assert_not_null(name, "%s", e.text);
	return name;
}

Test(file_name, too_long_keeps_its_suffix)
{
	static const char *const units[] = {"乙", "x", "e\u0323", "\u0323\u0302", "y ", "z."};

	for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
		const char *name = long_name(units[i], ".docx");
		size_t n = strlen(name);
		cr_expect_leq(n, FILE_NAME_MAX);
		cr_expect_geq(n, FILE_NAME_MAX - 6, "%s: %zu", units[i], n);
		cr_expect_str_eq(name + n - 5, ".docx");
		cr_expect_eq(utf8_first_bad(name, n), n);
		cr_expect_str_eq(file_name_clean(&a, name, &e), name);
		/* what looks like a suffix but is a sentence */
		name = long_name(units[i], ".a sentence that ends the name");
		cr_expect_leq(strlen(name), FILE_NAME_MAX);
		cr_expect_str_eq(file_name_clean(&a, name, &e), name);
	}
}

/* What is left when blanks and dots have gone from the end of a long one. */
Test(file_name, too_long_becomes_no_device)
{
	struct strbuf b = STRBUF_INIT;

	strbuf_puts(&b, "con\u3000");
	while (b.nbytes < FILE_NAME_MAX)
		strbuf_puts(&b, ".");
	strbuf_puts(&b, "what is too long and is cut off");
	const char *name = file_name_clean(&a, b.s, &e);
	strbuf_free(&b);
	cr_assert_not_null(name, "%s", e.text);
	cr_expect_str_eq(name, "file-con");
	cr_expect_str_eq(file_name_clean(&a, name, &e), name);
}

Test(file_name, suffix_is_short_and_not_the_whole_name)
{
	cr_expect_str_eq(file_name_suffix("a.tar.gz"), ".gz");
	cr_expect_str_eq(file_name_suffix("a"), "");
	cr_expect_str_eq(file_name_suffix(".profile"), "");
	cr_expect_str_eq(file_name_suffix("no. 3 of the list of all"), "");
}
