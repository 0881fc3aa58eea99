/* Two sessions over one file change the same thing: the one that is late is shown both, field by
 * field, and loses nothing until it is decided. For every form that changes a row: a source of the
 * interface that tells its form's row and has none here fails. */
#include "tests/tui/conflict_desk.h"
#include "tests/tui/conflict_kinds.h"
#include "tests/tui/walk_acts.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include <string.h>

TestSuite(conflict, .init = conflict_begin, .fini = conflict_end);

static void write_field(struct screen *s, const struct conflict_kind *k, const char *text)
{
	screen_press(s, k->to);
	screen_press(s, "Ctrl-A");
	screen_type(s, text);
}

/* Both have the form open; the other one saves, then what stands here is saved. */
static void clash(const struct conflict_kind *k)
{
	opened = k->args();
	conflict_join(k->two);
	screen_sit(&mine, k->one, 80, 24);
	screen_open(&mine, k->view, opened);
	screen_open(&theirs, k->view, opened);
	write_field(&theirs, k, k->b);
	screen_press(&theirs, k->save);
	cr_assert_str_neq(screen_top(&theirs), k->view->name, "%s", app_message(theirs.app));
	cr_assert_str_eq(k->value(), k->b, "%s", k->name);
	write_field(&mine, k, k->a);
	screen_press(&mine, k->save);
}

/* Once more, while the conflict is being decided. */
static void change_again(const struct conflict_kind *k)
{
	screen_open(&theirs, k->view, opened);
	write_field(&theirs, k, k->c);
	screen_press(&theirs, k->save);
	cr_assert_str_eq(k->value(), k->c, "%s: %s", k->name, app_message(theirs.app));
}

static struct criterion_test_params all_kinds(void)
{
	static int numbers[CONFLICT_KINDS_MOST];

	for (int i = 0; i < conflict_kinds_count; i++)
		numbers[i] = i;
	return cr_make_param_array(int, numbers, (size_t)conflict_kinds_count);
}

ParameterizedTestParameters(conflict, shows_both_until_it_is_decided)
{
	return all_kinds();
}
ParameterizedTest(const int *i, conflict, shows_both_until_it_is_decided)
{
	const struct conflict_kind *k = &conflict_kinds[*i];

	clash(k);
	cr_assert_str_eq(screen_top(&mine), "conflict", "%s: %s", k->name, app_message(mine.app));
	cr_expect(screen_has(&mine, "after you opened it"), "%s: who and when", k->name);
	cr_expect(screen_has(&mine, "1 field was changed by both of you"), "%s", k->name);
	cr_expect(screen_has(&mine, "by now"), "%s", k->name);
	screen_press(&mine, "F9");
	cr_expect(screen_has(&mine, "say which one counts"), "%s: nothing is chosen unasked",
		  k->name);
	screen_press(&mine, "Esc");
	cr_assert_str_eq(screen_top(&mine), k->view->name);
	cr_expect(screen_has(&mine, k->a), "%s: what was typed stands there", k->name);
	cr_expect_str_eq(k->value(), k->b, "%s: nothing was written", k->name);
	screen_press(&mine, k->save);
	cr_expect_str_eq(screen_top(&mine), "conflict", "%s: asked again", k->name);
}

ParameterizedTestParameters(conflict, nothing_is_written_over_that_was_not_shown)
{
	return all_kinds();
}
ParameterizedTest(const int *i, conflict, nothing_is_written_over_that_was_not_shown)
{
	const struct conflict_kind *k = &conflict_kinds[*i];

	if (strcmp(k->one, k->two) == 0)
		cr_skip_test("in two windows of one person it is one draft");
	clash(k);
	cr_assert_str_eq(screen_top(&mine), "conflict", "%s: %s", k->name, app_message(mine.app));
	change_again(k);
	screen_press(&mine, "1 F9");
	cr_expect_str_eq(screen_top(&mine), "conflict", "%s: a third change is shown", k->name);
	cr_expect_str_eq(k->value(), k->c, "%s", k->name);
	screen_press(&mine, "1 F9");
	cr_expect_str_neq(screen_top(&mine), "conflict", "%s", k->name);
	cr_expect_str_neq(screen_top(&mine), k->view->name, "%s: %s", k->name,
			  app_message(mine.app));
	cr_expect_str_eq(k->value(), k->a, "%s", k->name);
}

ParameterizedTestParameters(conflict, dropping_mine_leaves_the_form_with_theirs)
{
	return all_kinds();
}
ParameterizedTest(const int *i, conflict, dropping_mine_leaves_the_form_with_theirs)
{
	const struct conflict_kind *k = &conflict_kinds[*i];

	clash(k);
	cr_assert_str_eq(screen_top(&mine), "conflict", "%s: %s", k->name, app_message(mine.app));
	screen_press(&mine, "Tab Tab 2 F9");
	cr_assert_str_eq(screen_top(&mine), k->view->name, "%s: %s", k->name,
			 app_message(mine.app));
	cr_expect(screen_has(&mine, k->b), "%s", k->name);
	cr_expect_not(screen_has(&mine, k->a), "%s", k->name);
	cr_expect_not(screen_has(&mine, "draft kept"), "%s", k->name);
	screen_press(&mine, "Esc");
	cr_expect_str_eq(k->value(), k->b, "%s", k->name);
}

/* Of an answer to a request there is no newer one to merge with: once it is given, nobody gives
 * another (conflict_screen, an answer that somebody has given meanwhile). */
static bool is_tested(const char *name, size_t n)
{
	const char *answer = view_request_answer.name;

	for (int i = 0; i < conflict_kinds_count; i++) {
		const char *view = conflict_kinds[i].view->name;

		if (strncmp(view, name, n) == 0 && !view[n])
			return true;
	}
	return strncmp(answer, name, n) == 0 && !answer[n];
}

/* A form tells its row to form_page_ops; the view of the same file is the form. */
static void see_source(void *to, const char *file, const char *text)
{
	static const char named[] = "\n\t.name = \"";
	const char *ops = strstr(text, "struct form_page_ops page = {");
	const char *end = ops ? strstr(ops, "};") : NULL,
		   *row = ops ? strstr(ops, ".row = ") : NULL;

	if (!row || row > end)
		return;
	const char *view = strstr(end, "const struct view_ops ");
	const char *name = view ? strstr(view, named) : NULL;
	cr_assert(name, "%s", file);
	name += strlen(named);
	cr_expect(is_tested(name, strcspn(name, "\"")), "%s: no conflict over its row is tested",
		  file);
	++*(int *)to;
}

Test(conflict_forms, all_over_a_row_are_here)
{
	int n = 0;

	walk_files(see_source, &n);
	cr_expect_geq(n, 9);
}
