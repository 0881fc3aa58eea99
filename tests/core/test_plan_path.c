/* Paths of actions: what people type to name one, and no two the same. */
#include "core/plan/plan_path.h"

#include <criterion/criterion.h>
#include <string.h>

static struct arena arena;

static void add(struct plan *p, const char *section, const char *parent, const char *no)
{
	struct plan_action *act = vec_push(&arena, &p->actions);

	act->section = section;
	act->parent = parent;
	act->no = no;
}

static void expect(const struct plan *p, const char *const *wanted)
{
	const char **paths = plan_paths(&arena, p);

	for (size_t i = 0; i < p->actions.n; i++)
		cr_expect_str_eq(paths[i], wanted[i], "action %zu: %s", i, paths[i]);
	arena_free(&arena);
}

Test(plan_path, is_the_number_without_brackets)
{
	struct plan p = {0};

	add(&p, "", "", "1");
	add(&p, "", "", "（五）");
	add(&p, "", "(五)", "2");
	add(&p, "", "(五)", "(3)");
	add(&p, "", "", "6");
	add(&p, "", "6", "6-1");
	expect(&p, (const char *const[]){"1", "五", "五.2", "五.3", "6", "6-1"});
}

Test(plan_path, without_a_number_it_is_counted_beside_the_others_without)
{
	struct plan p = {0};

	add(&p, "(一)", "", "");
	add(&p, "(一)", "", "2");
	add(&p, "(一)", "", "");
	add(&p, "(二)", "", "3");
	add(&p, "(二)", "3", "");
	add(&p, "(二)", "3", "");
	expect(&p, (const char *const[]){"1", "一.2", "一.2~2", "3", "3.1", "3.2"});
}

Test(plan_path, a_number_used_twice_stands_behind_its_section)
{
	struct plan p = {0};

	add(&p, "(一)", "", "1");
	add(&p, "(一)", "", "2");
	add(&p, "(二)", "", "1");
	add(&p, "(二)", "1", "(1)");
	add(&p, "(二)", "", "3");
	expect(&p, (const char *const[]){"一.1", "2", "二.1", "二.1.1", "3"});
}

Test(plan_path, what_is_numbered_badly_is_counted)
{
	struct plan p = {0};

	add(&p, "(一)", "", "1");
	add(&p, "(一)", "", "1");
	add(&p, "", "", "4");
	add(&p, "", "", "4");
	add(&p, "", "", "()");
	expect(&p, (const char *const[]){"一.1", "一.1~2", "4", "4~2", "()"});
}

Test(plan_path, a_plan_without_actions_has_none)
{
	struct plan p = {0};

	cr_expect_not_null(plan_paths(&arena, &p));
	arena_free(&arena);
}
