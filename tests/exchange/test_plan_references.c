/*
 * The reader against issued documents with references made by careful reading, where their folder
 * is: plans/ below DUBAN_SHARED, or below ../shared. Without it the tests are skipped.
 */
#include "exchange/plan_json.h"

#include <criterion/criterion.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct found {
	size_t wanted, found, hit;
};

static const char *folder(struct arena *a)
{
	const char *shared = getenv("DUBAN_SHARED");

	return arena_printf(a, "%s/plans", shared && *shared ? shared : "../shared");
}

static bool load(const char *path, struct strbuf *out)
{
	FILE *f = fopen(path, "rb");
	char buf[8192];
	size_t n;

	if (!f)
		return false;
	while ((n = fread(buf, 1, sizeof buf, f)) > 0)
		strbuf_add(out, buf, n);
	fclose(f);
	strbuf_puts(out, "");
	return true;
}

static const struct plan_action *find_action(const struct plan *p, const struct plan_action *like)
{
	for (size_t i = 0; i < p->actions.n; i++) {
		const struct plan_action *x = &p->actions.at[i];

		if (plan_same_no(x->no, like->no) && plan_same_no(x->parent, like->parent) &&
		    !strcmp(x->title, like->title))
			return x;
	}
	return NULL;
}

static void compare_units(const struct plan_action *x, const struct plan_action *wanted,
			  struct found *units)
{
	units->wanted += wanted->units.n;
	for (size_t i = 0; x && i < wanted->units.n; i++)
		for (size_t k = 0; k < x->units.n; k++)
			units->hit += wanted->units.at[i].role == x->units.at[k].role &&
				      !strcmp(wanted->units.at[i].name, x->units.at[k].name);
}

/* Reads the text beside a reference and counts what both have. */
static void compare(const char *path, struct found *actions, struct found *units)
{
	struct arena a = ARENA_INIT;
	struct strbuf json = STRBUF_INIT, text = STRBUF_INIT;
	struct err e = ERR_INIT;
	struct plan wanted, p;
	const char *document = arena_printf(&a, "%.*s.txt", (int)(strlen(path) - 5), path);

	cr_assert(load(path, &json) && load(document, &text), "%s", path);
	cr_assert_eq(plan_json_read(&a, path, json.s, json.nbytes, &wanted, &e), 0, "%s", e.text);
	cr_assert_eq(plan_read(&a, document, text.s, text.nbytes, &p, &e), 0, "%s", e.text);
	actions->found += p.actions.n;
	actions->wanted += wanted.actions.n;
	for (size_t i = 0; i < p.actions.n; i++)
		units->found += p.actions.at[i].units.n;
	for (size_t i = 0; i < wanted.actions.n; i++) {
		const struct plan_action *x = find_action(&p, &wanted.actions.at[i]);

		actions->hit += x != NULL;
		compare_units(x, &wanted.actions.at[i], units);
	}
	strbuf_free(&json);
	strbuf_free(&text);
	arena_free(&a);
}

/* All references of a folder together; how many there are. */
static size_t compare_all(const char *name, struct found *actions, struct found *units)
{
	DIR *d = opendir(name);
	size_t n = 0;

	for (struct dirent *entry; d && (entry = readdir(d));) {
		char path[1024];
		size_t length = strlen(entry->d_name);

		if (length < 5 || strcmp(entry->d_name + length - 5, ".json") != 0)
			continue;
		snprintf(path, sizeof path, "%s/%s", name, entry->d_name);
		compare(path, actions, units);
		n++;
	}
	if (d)
		closedir(d);
	return n;
}

static void check(const char *below, double least)
{
	struct arena a = ARENA_INIT;
	struct found actions = {0}, units = {0};
	size_t n = compare_all(arena_printf(&a, "%s%s", folder(&a), below), &actions, &units);

	arena_free(&a);
	if (n == 0)
		cr_skip_test("there is no folder of issued plans");
	double hit = (double)(actions.hit + units.hit);
	cr_assert_geq(hit / (double)(actions.wanted + units.wanted), least, "recall: %zu of %zu",
		      actions.hit + units.hit, actions.wanted + units.wanted);
	cr_assert_geq(hit / (double)(actions.found + units.found), least, "precision: %zu of %zu",
		      actions.hit + units.hit, actions.found + units.found);
}

Test(plan_references, whole_documents)
{
	check("", 0.98);
}

Test(plan_references, excerpts)
{
	check("/real", 0.95);
}

/* Every text of the folder is a plan with this many actions, in the order of the names. */
Test(plan_references, counts_of_actions)
{
	static const size_t counts[] = {28, 18, 13, 35, 26};
	struct arena a = ARENA_INIT;
	struct dirent **entries;
	const char *name = folder(&a);
	int n = scandir(name, &entries, NULL, alphasort);
	size_t k = 0;

	for (int i = 0; i < n; i++) {
		struct strbuf text = STRBUF_INIT;
		struct err e = ERR_INIT;
		struct plan p;
		const char *dot = strrchr(entries[i]->d_name, '.');

		if (dot && !strcmp(dot, ".txt") && k < sizeof counts / sizeof *counts) {
			cr_assert(load(arena_printf(&a, "%s/%s", name, entries[i]->d_name), &text));
			cr_assert_eq(plan_read(&a, "t", text.s, text.nbytes, &p, &e), 0, "%s",
				     e.text);
			cr_assert_eq(p.actions.n, counts[k++], "%zu", p.actions.n);
		}
		strbuf_free(&text);
		free(entries[i]);
	}
	if (n >= 0)
		free(entries);
	arena_free(&a);
	if (k == 0)
		cr_skip_test("there is no folder of issued plans");
}
