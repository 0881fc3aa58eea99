/* Puts a phrase into a small document, reads it, and compares the units of its action. */
#include "tests/core/plan_duties.h"

#include "core/plan/plan.h"

#include <criterion/criterion.h>

#include <string.h>

static void print_units(const struct plan_action *action, struct strbuf *out)
{
	for (size_t i = 0; i < action->units.n; i++)
		strbuf_printf(out, "%s%s %s", i ? ", " : "", action->units.at[i].name,
			      role_word(action->units.at[i].role));
}

static void check(const struct duties *row)
{
	struct arena a = ARENA_INIT;
	struct strbuf out = STRBUF_INIT;
	struct err e = ERR_INIT;
	struct plan p;
	const char *document = arena_printf(&a,
					    "云溪区水务方案\n一、主要任务\n1.治水。清理河道%s\n"
					    "2.修路。养护道路。(区交通局负责)\n",
					    row->phrase);

	if (plan_read(&a, "t.txt", document, strlen(document), &p, &e) < 0)
		strbuf_puts(&out, e.text);
	else
		print_units(&p.actions.at[0], &out);
	cr_expect_eq(p.actions.n, 2, "%s: %zu actions", row->phrase, p.actions.n);
	cr_expect_str_eq(out.s ? out.s : "", row->units, "%s\n    %s\n    %s", row->phrase,
			 out.s ? out.s : "", row->units);
	strbuf_free(&out);
	arena_free(&a);
}

void duties_check(const struct duties *rows, size_t n)
{
	for (size_t i = 0; i < n; i++)
		check(&rows[i]);
}
