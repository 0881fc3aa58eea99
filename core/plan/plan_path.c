/*
 * The path of every action of a plan. A sub-action is named behind its parent, an action whose
 * number is used more than once behind its section; what is still not told apart (a document that
 * numbers badly) gets a count behind it.
 */
#include "core/plan/plan_path.h"

#include "core/text/utf8.h"

#include <stdlib.h>
#include <string.h>

/* A number without the brackets around it. In the arena, or `no` itself. */
static const char *bare_no(struct arena *a, const char *no)
{
	char *bare = arena_alloc(a, strlen(no) + 1), *w = bare;

	for (const char *at = no, *end = no + strlen(no); at < end;) {
		uint32_t cp;
		at += utf8_decode(at, end, &cp);
		if (utf8_halfwidth(cp) != '(' && utf8_halfwidth(cp) != ')')
			w += utf8_encode(cp, w);
	}
	return *bare ? bare : no;
}

const char **plan_numbers(struct arena *a, const struct plan *p)
{
	const char **numbers = arena_alloc(a, (p->actions.n + 1) * sizeof *numbers);
	const char *section = "";
	int whole = 0, part = 0; /* so many without a number in this section, below this action */

	for (size_t i = 0; i < p->actions.n; i++) {
		const struct plan_action *act = &p->actions.at[i];

		if (strcmp(act->section, section) != 0)
			whole = 0;
		section = act->section;
		if (!*act->parent)
			part = 0;
		numbers[i] =
			*act->no ? act->no : arena_printf(a, "%d", *act->parent ? ++part : ++whole);
	}
	return numbers;
}

struct path {
	const char *text;
	size_t index; /* of the action */
};

static int compare_paths(const void *a, const void *b)
{
	const struct path *x = a, *y = b;
	int order = strcmp(x->text, y->text);

	return order ? order : x->index < y->index ? -1 : x->index > y->index;
}

/* Calls change() for each action whose path another one has too, in the order of the document. */
static void for_each_double(struct arena *a, const struct plan *p, const char **paths,
			    const char *(*change)(struct arena *, const struct plan *, size_t i,
						  const char *path, size_t nth))
{
	struct path *sorted = xcalloc(p->actions.n, sizeof *sorted);

	for (size_t i = 0; i < p->actions.n; i++)
		sorted[i] = (struct path){paths[i], i};
	qsort(sorted, p->actions.n, sizeof *sorted, compare_paths);
	for (size_t i = 0, first = 0; i < p->actions.n; i++) {
		if (strcmp(sorted[i].text, sorted[first].text) != 0)
			first = i;
		bool has_next =
			i + 1 < p->actions.n && strcmp(sorted[i + 1].text, sorted[i].text) == 0;
		if (has_next || first < i)
			paths[sorted[i].index] =
				change(a, p, sorted[i].index, sorted[i].text, i - first);
	}
	free(sorted);
}

static const char *behind_section(struct arena *a, const struct plan *p, size_t i, const char *path,
				  size_t nth)
{
	const struct plan_action *act = &p->actions.at[i];

	(void)nth;
	return !act->parent[0] && act->section[0]
		       ? arena_printf(a, "%s.%s", bare_no(a, act->section), path)
		       : path;
}

static const char *behind_count(struct arena *a, const struct plan *p, size_t i, const char *path,
				size_t nth)
{
	(void)p;
	(void)i;
	return nth ? arena_printf(a, "%s~%zu", path, nth + 1) : path;
}

/* "5-1" and "5.1" say already that they belong to "5". */
static bool names_parent(const char *no, const char *parent)
{
	size_t n = strlen(parent);

	return strncmp(no, parent, n) == 0 && no[n] && strchr("-.", no[n]);
}

static const char *behind_parent(struct arena *a, const char *printed, const char *parent_no,
				 const char *parent_path)
{
	const char *no = bare_no(a, printed);

	return names_parent(no, bare_no(a, parent_no)) ? no
						       : arena_printf(a, "%s.%s", parent_path, no);
}

const char **plan_paths(struct arena *a, const struct plan *p)
{
	const char **paths = arena_alloc(a, (p->actions.n + 1) * sizeof *paths);
	const char **numbers = plan_numbers(a, p);
	size_t top = 0; /* the last action that is no sub-action */

	for (size_t i = 0; i < p->actions.n; i++)
		paths[i] = p->actions.at[i].parent[0] ? "" : bare_no(a, numbers[i]);
	for_each_double(a, p, paths, behind_section);
	for (size_t i = 0; i < p->actions.n; i++) {
		const struct plan_action *act = &p->actions.at[i];

		if (!act->parent[0])
			top = i;
		else
			paths[i] = behind_parent(a, numbers[i], act->parent, paths[top]);
	}
	for_each_double(a, p, paths, behind_count);
	return paths;
}
