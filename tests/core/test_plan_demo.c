/* The demonstration's plan, which is written as issued plans are, read from its file as one whole:
 * what a careful person finds in it. */
#include "core/plan/plan.h"

#include <criterion/criterion.h>

#include <stdio.h>
#include <string.h>

static struct arena arena;
static struct plan plan;

/* The document with its two years filled in, as the demonstration does. */
static const char *fill_years(const char *s, struct strbuf *out)
{
	for (; *s; s++)
		if (!strncmp(s, "@Y@", 3) || !strncmp(s, "@Z@", 3)) {
			strbuf_puts(out, s[1] == 'Y' ? "2026" : "2030");
			s += 2;
		} else {
			strbuf_putc(out, *s);
		}
	return out->s;
}

static void read_demo(void)
{
	FILE *f = fopen("etc/demo/plan.txt", "rb");
	struct strbuf document = STRBUF_INIT, filled = STRBUF_INIT;
	struct err e = ERR_INIT;
	int c;

	cr_assert_not_null(f, "run the tests from the top folder");
	while ((c = getc(f)) != EOF)
		strbuf_putc(&document, (char)c);
	fclose(f);
	fill_years(document.s, &filled);
	cr_assert_eq(plan_read(&arena, "plan.txt", filled.s, filled.nbytes, &plan, &e), 0, "%s",
		     e.text);
	strbuf_free(&document);
	strbuf_free(&filled);
}

static void free_demo(void)
{
	arena_free(&arena);
}

TestSuite(plan_demo, .init = read_demo, .fini = free_demo);

Test(plan_demo, head)
{
	cr_expect_str_eq(plan.title, "健康云溪行动实施方案（2026—2030年）");
	cr_expect_str_eq(plan.doc_no, "云政发〔2026〕3号");
	cr_expect_str_eq(plan.issuer, "云溪区人民政府");
	cr_expect_str_eq(plan.date, "2026-01-08");
	cr_expect_eq(plan.lead_rule, LEAD_RULE_STAR);
	cr_expect_eq(plan.sections.n, 5);
	cr_expect_eq(plan.doubts.n, 0);
}

/* Sixteen actions, two of them with two parts each that have the units. */
Test(plan_demo, actions_and_their_leads)
{
	size_t parts = 0;

	cr_assert_eq(plan.actions.n, 20);
	for (size_t i = 0; i < plan.actions.n; i++) {
		const struct plan_action *x = &plan.actions.at[i];
		bool whole =
			i + 1 < plan.actions.n && *plan.actions.at[i + 1].parent && !*x->parent;

		parts += *x->parent != '\0';
		if (whole)
			cr_expect_eq(x->units.n, 0, "%s", x->title);
		else
			cr_expect(x->units.n > 2 && x->units.at[0].role == ROLE_LEAD, "%s",
				  x->title);
	}
	cr_expect_eq(parts, 4);
}

/* Every level is printed for both years, but for two that end with the first. */
Test(plan_demo, targets)
{
	size_t both = 0, first_only = 0, volumes = 0, words = 0;

	for (size_t i = 0; i < plan.actions.n; i++) {
		const struct plan_action *x = &plan.actions.at[i];

		volumes += x->volumes.n;
		words += x->words.n;
		for (size_t k = 0; k < x->indicators.n; k++) {
			const struct plan_indicator *ind = &x->indicators.at[k];

			cr_expect_eq(ind->targets.at[0].year, 2026, "%s", ind->name);
			if (ind->targets.n == 2)
				cr_expect_eq(ind->targets.at[1].year, 2030, "%s", ind->name);
			both += ind->targets.n == 2;
			first_only += ind->targets.n == 1;
		}
	}
	cr_expect_eq(both, 16);
	cr_expect_eq(first_only, 2);
	cr_expect_eq(volumes, 16);
	cr_expect_eq(words, 4);
}

Test(plan_demo, deadlines)
{
	static const struct {
		const char *no, *due;
	} rows[] = {{"4", "2026-10"}, {"12", "2026-11"}, {"16", "2026-09-30"}};
	size_t found = 0;

	for (size_t i = 0; i < plan.actions.n; i++) {
		const struct plan_action *x = &plan.actions.at[i];

		if (!*x->due)
			continue;
		cr_assert_lt(found, sizeof rows / sizeof *rows);
		cr_expect_str_eq(x->no, rows[found].no);
		cr_expect_str_eq(x->due, rows[found].due);
		found++;
	}
	cr_expect_eq(found, sizeof rows / sizeof *rows);
}
