/* keymap_state.h - what keymap.c and keymap_check.c share; nobody else includes it. */
#ifndef DUBAN_TUI_KEYMAP_STATE_H
#define DUBAN_TUI_KEYMAP_STATE_H

#include "tui/app/keymap.h"

enum { MAX_KEYS = 6 };

struct binding {
	struct key keys[MAX_KEYS];
	size_t n;
};

struct keymap {
	struct binding of[DO_COUNT];
};

/* keymap.c */
/* Reads names with blanks between. On failure *bad gets the name that is none (in the arena). */
bool binding_parse(const char *s, struct binding *b, struct arena *a, const char **bad);
bool binding_has(const struct binding *b, const struct key *k);
/* What a key does in one scope alone, not in those around it. */
enum action keymap_in_scope(const struct keymap *m, enum scope scope, const struct key *k);
/* The first key by which the action is really reached from this scope; NULL: there is none. */
const struct key *keymap_reachable(const struct keymap *m, enum scope scope, enum action a);

/* keymap_check.c */
/* Arrows, Enter, Esc and Tab stay with what they do by default: alone they do everything. */
void binding_keep_base(struct binding *b, enum action a);
/* Whether the action may have these keys: ERR_INPUT when another one of its scope has one of them,
 * when a basic key is asked for that does something else, or when an action could not be reached
 * any more in some part of the program. */
int keymap_check(const struct keymap *m, enum action a, const struct binding *b, struct err *e);

#endif
