/* Reads one clause as the text of an action and prints the facts that were found, to compare them.
 */
#include "tests/core/plan_clause.h"

#include "core/plan/plan.h"

#include <criterion/criterion.h>

#include <string.h>

static void dump_levels(const struct plan_action *action, struct strbuf *out)
{
	for (size_t i = 0; i < action->indicators.n; i++) {
		const struct plan_indicator *ind = &action->indicators.at[i];

		strbuf_printf(out, "%s %s", ind->name, ind->measure);
		for (size_t k = 0; k < ind->targets.n; k++)
			strbuf_printf(out, " %d%s%s", ind->targets.at[k].year,
				      op_word(ind->targets.at[k].op), ind->targets.at[k].value);
		strbuf_putc(out, ';');
	}
}

void clause_dump(const struct plan_action *action, struct strbuf *out)
{
	dump_levels(action, out);
	for (size_t i = 0; i < action->volumes.n; i++)
		strbuf_printf(out, "+%s %s %s;", action->volumes.at[i].value,
			      action->volumes.at[i].measure, action->volumes.at[i].what);
	for (size_t i = 0; i < action->words.n; i++) {
		strbuf_printf(out, "=%s", action->words.at[i].text);
		for (size_t k = 0; k < action->words.at[i].years.n; k++)
			strbuf_printf(out, " %d", action->words.at[i].years.at[k]);
		strbuf_putc(out, ';');
	}
	if (*action->due)
		strbuf_printf(out, "!%s", action->due);
}

static void read_clause(struct arena *a, const char *title, const char *text, struct plan *p)
{
	struct err e = ERR_INIT;
	const char *document = arena_printf(
		a, "云溪区%s\n一、主要任务\n1.清河行动。%s(区水利局负责)\n", title, text);

	cr_assert_eq(plan_read(a, "t.txt", document, strlen(document), p, &e), 0, "%s", e.text);
}

void clause_check(const struct clause_case *c)
{
	struct arena a = ARENA_INIT;
	struct strbuf out = STRBUF_INIT;
	struct plan p;

	read_clause(&a, c->title, c->text, &p);
	strbuf_puts(&out, "");
	clause_dump(&p.actions.at[0], &out);
	cr_expect_str_eq(out.s, c->expected, "%s\n%s", c->text, out.s);
	strbuf_free(&out);
	arena_free(&a);
}

size_t clause_doubts(const char *title, const char *text)
{
	struct arena a = ARENA_INIT;
	struct plan p;
	size_t n = 0;

	read_clause(&a, title, text, &p);
	for (size_t i = 0; i < p.doubts.n; i++)
		n += p.doubts.at[i].kind == DOUBT_OTHER || p.doubts.at[i].kind == DOUBT_SORT;
	arena_free(&a);
	return n;
}
