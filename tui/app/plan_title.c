/*
 * plan_title.c - what a person calls a plan, taken from its title: official titles end in years in
 * brackets and in the kind of the document, which tell nobody which plan it is as long as there
 * are not two of them.
 */
#include "tui/app/plan_title.h"

#include "core/text/utf8.h"

#include <stdbool.h>
#include <string.h>

enum { NAME_LEAST = 8 }; /* columns: what is shorter is no name */

/* A longer word before one that it ends in. */
static const char *const kinds[] = {
	"实施方案", "工作方案", "行动方案", "实施计划", "工作计划", "行动计划", "实施意见",
	"实施细则", "方案",	"计划",	    "规划",	"意见",	    "办法",
};

static const struct {
	const char *open, *close;
} brackets[] = {{"（", "）"}, {"(", ")"}, {"〔", "〕"}, {"［", "］"}, {"[", "]"}};

/* The bracket that begins at s: where it ends, NULL when none begins or it is not closed. */
static const char *bracket_end(const char *s)
{
	for (size_t i = 0; i < sizeof brackets / sizeof brackets[0]; i++) {
		size_t nopen = strlen(brackets[i].open);
		const char *close;

		if (strncmp(s, brackets[i].open, nopen) != 0)
			continue;
		close = strstr(s + nopen, brackets[i].close);
		return close ? close + strlen(brackets[i].close) : NULL;
	}
	return NULL;
}

static bool is_name(const char *s, size_t nbytes)
{
	return utf8_ncols(s, nbytes) >= NAME_LEAST;
}

const char *plan_title_bare(struct arena *a, const char *title)
{
	size_t n = strlen(title), kept = 0;
	char *bare = arena_alloc(a, n + 1);

	for (const char *s = title; *s;) {
		const char *end = bracket_end(s);
		size_t nbytes = utf8_cluster(s);

		if (!end) {
			memcpy(bare + kept, s, nbytes);
			kept += nbytes;
		}
		s = end ? end : s + nbytes;
	}
	while (kept > 0 && bare[kept - 1] == ' ')
		kept--;
	bare[kept] = '\0';
	return kept < n && is_name(bare, kept) ? bare : title;
}

const char *plan_title_name(struct arena *a, const char *title)
{
	const char *bare = plan_title_bare(a, title);
	size_t n = strlen(bare);

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
		size_t nkind = strlen(kinds[i]);

		if (n > nkind && strcmp(bare + n - nkind, kinds[i]) == 0)
			return is_name(bare, n - nkind) ? arena_strndup(a, bare, n - nkind) : bare;
	}
	return bare;
}
