/* keymap.h - which key does what now: the defaults of actions.h, changed by the configuration. */
#ifndef DUBAN_TUI_KEYMAP_H
#define DUBAN_TUI_KEYMAP_H

#include "core/err.h"
#include "core/mem.h"
#include "tui/app/actions.h"
#include "tui/term/key.h"

#include <stdbool.h>

struct keymap;

/* With the default keys. The caller frees it with keymap_free(). */
struct keymap *keymap_new(void);
void keymap_free(struct keymap *m);

/*
 * Gives an action (by its name) these keys instead of those it has; "" takes all away. Arrows,
 * Enter, Esc, Tab and digits stay with what they do by default. Fails with ERR_INPUT, nothing
 * changed, when there is no such action or key name, when another action of the same scope has the
 * key, when a basic key is asked for that does something else, or when an action would be left
 * without a key in some scope (this one, behind a key of a scope within; another one, behind this).
 */
int keymap_bind(struct keymap *m, const char *action, const char *keys, struct err *e);

/* What the key does in this scope or the ones around it; DO_NONE when nothing. Full-width
 * characters act as their half-width ones. */
enum action keymap_find(const struct keymap *m, enum scope scope, const struct key *k);

/* For people (key_display()): the first key of an action ("F9"), "" when it has none; all of them
 * with ", " between, in the arena. */
const char *keymap_first_key(const struct keymap *m, enum action a, char out[KEY_LABEL]);
const char *keymap_all_keys(const struct keymap *m, enum action a, struct arena *arena);
/* The same without those that lead elsewhere, or are text, where this scope is in front. */
const char *keymap_keys_in(const struct keymap *m, enum scope scope, enum action a,
			   struct arena *arena);

/* One entry of the hint bar. */
struct keymap_hint {
	char key[KEY_LABEL];
	const char *text; /* translated */
	enum action action;
	bool is_enter; /* what the key Enter does */
};
/*
 * The hints of this scope that fit into cols columns ("Enter open  / find  F1 help", two columns
 * between), most useful first; what Enter does, "back", "help" and the main menu stay when others
 * have to go. `offers` (may be NULL) says whether an action makes sense now. Fills at most max,
 * returns how many.
 */
size_t keymap_hints(const struct keymap *m, enum scope scope, int cols,
		    bool (*offers)(const void *view, enum action a), const void *view,
		    struct keymap_hint *out, size_t max);

/* The page duban-keys(7), English or as the language set says: one section a scope. Made from
 * the default keys. */
void keymap_print_manual(struct strbuf *out);

#endif
