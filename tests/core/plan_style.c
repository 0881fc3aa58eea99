/* Reads a document of a style and prints its actions, a line each, to compare them. */
#include "tests/core/plan_style.h"

#include "core/plan/plan.h"

#include <criterion/criterion.h>

#include <string.h>

static void dump_action(const struct plan_action *action, struct strbuf *out)
{
	if (*action->parent)
		strbuf_printf(out, "%s/", action->parent);
	strbuf_printf(out, "%s %s", action->no, action->title);
	if (*action->section)
		strbuf_printf(out, " [%s]", action->section);
	strbuf_putc(out, ':');
	for (size_t i = 0; i < action->units.n; i++)
		strbuf_printf(out, " %s %s", action->units.at[i].name,
			      role_word(action->units.at[i].role));
	if (*action->due)
		strbuf_printf(out, " due %s", action->due);
	strbuf_putc(out, '\n');
}

void style_check(const struct style *s)
{
	struct arena a = ARENA_INIT;
	struct strbuf out = STRBUF_INIT;
	struct err e = ERR_INIT;
	struct plan p;

	cr_assert_eq(plan_read(&a, "t.txt", s->document, strlen(s->document), &p, &e), 0, "%s: %s",
		     s->name, e.text);
	for (size_t i = 0; i < p.actions.n; i++)
		dump_action(&p.actions.at[i], &out);
	cr_assert_str_eq(out.s, s->expected, "%s:\n%s", s->name, out.s);
	strbuf_free(&out);
	arena_free(&a);
}
