/* The questions that the parser, the help, the completion and the manual page ask about verbs. */
#include "cli/verbs.h"

#include <stdio.h>
#include <string.h>

static int options_count(const struct verb_option *o)
{
	int n = 0;

	while (o[n].name)
		n++;
	return n;
}

const struct verb_option *verb_option_at(const struct verb *v, int i)
{
	static const struct verb_option none[] = {{0}};
	const struct verb_option *parts[] = {
		v ? v->options : none, v && (v->flags & VERB_LISTS) ? verb_list_options : none,
		verb_common_options};

	for (size_t p = 0; p < sizeof parts / sizeof parts[0]; p++) {
		int n = options_count(parts[p]);

		if (i < n)
			return &parts[p][i];
		i -= n;
	}
	return NULL;
}

const struct verb_option *verb_option_find(const struct verb *v, const char *name)
{
	const struct verb_option *o;

	for (int i = 0; (o = verb_option_at(v, i)); i++)
		if (strcmp(o->name, name) == 0)
			return o;
	return NULL;
}

const struct verb *verb_find(const char *name, const char *sub)
{
	for (int i = 0; i < nverbs; i++)
		if (strcmp(verbs[i].name, name) == 0 && strcmp(verbs[i].sub, sub ? sub : "") == 0)
			return &verbs[i];
	return NULL;
}

int verb_has_name(const char *name)
{
	for (int i = 0; i < nverbs; i++)
		if (strcmp(verbs[i].name, name) == 0)
			return 1;
	return 0;
}

bool verb_takes_path(const struct verb *v)
{
	const char *s = v->operands + (v->operands[0] == '[');

	return strncmp(s, "FILE", 4) == 0 || strncmp(s, "DIR", 3) == 0;
}

void verb_count_operands(const struct verb *v, int *min, int *max)
{
	int words = 0, optional = 0;

	for (const char *s = v->operands; *s; s += strspn(s, " ")) {
		words++;
		optional += *s == '[';
		s += strcspn(s, " ");
	}
	*min = words - optional;
	*max = strstr(v->operands, "…") ? -1 : words;
}

int verb_operand_is_path(const struct verb *v, size_t i)
{
	const char *s = v->operands;

	for (; i > 0 && strchr(s, ' '); i--)
		s = strchr(s, ' ') + 1;
	return strncmp(s + (*s == '['), "FILE", 4) == 0;
}
