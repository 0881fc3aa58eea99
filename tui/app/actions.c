/* The tables of actions.h as values. */
#include "tui/app/actions.h"

#include <string.h>

static const struct action_info actions[] = {
#define ACTION_ROW(id, name, scope, keys, hint, help) [id] = {name, scope, keys, hint, help},
	ACTIONS(ACTION_ROW)
#undef ACTION_ROW
};

static const struct scope_info scopes[] = {
#define SCOPE_ROW(id, word, parent, label) [id] = {word, parent, label},
	SCOPES(SCOPE_ROW)
#undef SCOPE_ROW
};

const struct action_info *action_info(enum action a)
{
	return &actions[a];
}

const struct scope_info *scope_info(enum scope s)
{
	return &scopes[s];
}

enum action action_parse(const char *name)
{
	for (int a = DO_NONE + 1; a < DO_COUNT; a++)
		if (strcmp(actions[a].name, name) == 0)
			return (enum action)a;
	return DO_NONE;
}

int scope_within(enum scope inner, enum scope outer)
{
	while (inner != outer && inner != SCOPE_GLOBAL)
		inner = scopes[inner].parent;
	return inner == outer;
}
