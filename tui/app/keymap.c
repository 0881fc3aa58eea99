/*
 * Bindings. Every action has a few keys; a key is looked for in the actions of one scope after the
 * other, from the inside out. The tables are small, so they are walked, not hashed.
 */
#include "tui/app/keymap.h"
#include "tui/app/keymap_state.h"

#include "core/i18n.h"
#include "core/text/utf8.h"

#include <stdlib.h>
#include <string.h>

/* Reads names with blanks between. On failure *bad gets the name that is none (in the arena). */
bool binding_parse(const char *s, struct binding *b, struct arena *a, const char **bad)
{
	b->n = 0;
	for (;;) {
		s += strspn(s, " \t,");
		size_t n = strcspn(s, " \t");
		/* A comma between names goes; one that stands alone is the key. */
		if (n > 1 && s[n - 1] == ',' && s[n - 2] != '-')
			n--;
		if (n == 0)
			return true;
		const char *name = arena_strndup(a, s, n);
		if (b->n == MAX_KEYS || !key_parse(name, &b->keys[b->n])) {
			*bad = name;
			return false;
		}
		b->keys[b->n] = key_halfwidth(&b->keys[b->n]);
		b->n++;
		s += n;
	}
}

struct keymap *keymap_new(void)
{
	struct keymap *m = xcalloc(1, sizeof *m);
	struct arena a = ARENA_INIT;
	const char *bad;

	for (int i = DO_NONE + 1; i < DO_COUNT; i++)
		if (!binding_parse(action_info((enum action)i)->keys, &m->of[i], &a, &bad))
			abort(); /* a test reads the whole table */
	arena_free(&a);
	return m;
}

void keymap_free(struct keymap *m)
{
	free(m);
}

bool binding_has(const struct binding *b, const struct key *k)
{
	for (size_t i = 0; i < b->n; i++)
		if (key_same(&b->keys[i], k))
			return true;
	return false;
}

enum action keymap_in_scope(const struct keymap *m, enum scope scope, const struct key *k)
{
	for (int i = DO_NONE + 1; i < DO_COUNT; i++)
		if (action_info((enum action)i)->scope == scope && binding_has(&m->of[i], k))
			return (enum action)i;
	return DO_NONE;
}

enum action keymap_find(const struct keymap *m, enum scope scope, const struct key *k)
{
	struct key half = key_halfwidth(k);

	for (;;) {
		enum action a = keymap_in_scope(m, scope, &half);
		if (a != DO_NONE || scope == SCOPE_GLOBAL)
			return a;
		scope = scope_info(scope)->parent;
	}
}

static int bind_keys(struct keymap *m, const char *action, const char *keys, struct arena *arena,
		     struct err *e)
{
	enum action a = action_parse(action);
	struct binding b;
	const char *bad;

	if (a == DO_NONE)
		return err_set(e, ERR_INPUT,
			       _("\"%s\" is no action; duban-keys(7) lists their names"), action);
	if (!binding_parse(keys, &b, arena, &bad))
		return err_set(
			e, ERR_INPUT,
			_("\"%s\" is no key, or one too many for \"%s\"; keys are named like "
			  "F2, Ctrl-E, PgDn or x"),
			bad, action);
	if (a == DO_BACK && b.n == 0)
		return err_set(e, ERR_INPUT, _("\"%s\" needs a key: there is no other way out"),
			       action);
	binding_keep_base(&b, a);
	if (keymap_check(m, a, &b, e) < 0)
		return -1;
	m->of[a] = b;
	return 0;
}

int keymap_bind(struct keymap *m, const char *action, const char *keys, struct err *e)
{
	struct arena arena = ARENA_INIT;
	int rc = bind_keys(m, action, keys, &arena, e);

	arena_free(&arena);
	return rc;
}

const char *keymap_first_key(const struct keymap *m, enum action a, char out[KEY_LABEL])
{
	*out = '\0';
	return m->of[a].n ? key_display(&m->of[a].keys[0], out) : out;
}

const char *keymap_all_keys(const struct keymap *m, enum action a, struct arena *arena)
{
	const char *all = "";
	char label[KEY_LABEL];

	for (size_t i = 0; i < m->of[a].n; i++)
		all = arena_printf(arena, "%s%s%s", all, i ? ", " : "",
				   key_display(&m->of[a].keys[i], label));
	return all;
}

/* Forms take every character as text, so there only other keys lead to an action. */
static bool is_taken(enum scope scope, const struct key *k)
{
	return k->kind == INPUT_TEXT && !k->mods && scope_within(scope, SCOPE_FORM);
}

/* Whether a key of the action leads to it from this scope: not where it is text, or another's. */
static bool reaches(const struct keymap *m, enum scope scope, enum action a, const struct key *k)
{
	return !is_taken(scope, k) && keymap_find(m, scope, k) == a;
}

/* The first key by which the action is really reached from this scope; NULL when there is none. */
const struct key *keymap_reachable(const struct keymap *m, enum scope scope, enum action a)
{
	for (size_t i = 0; i < m->of[a].n; i++)
		if (reaches(m, scope, a, &m->of[a].keys[i]))
			return &m->of[a].keys[i];
	return NULL;
}

const char *keymap_keys_in(const struct keymap *m, enum scope scope, enum action a,
			   struct arena *arena)
{
	const char *all = "";
	char label[KEY_LABEL];

	for (size_t i = 0; i < m->of[a].n; i++)
		if (reaches(m, scope, a, &m->of[a].keys[i]))
			all = arena_printf(arena, "%s%s%s", all, *all ? ", " : "",
					   key_display(&m->of[a].keys[i], label));
	return all;
}

static int hint_cols(const struct keymap_hint *h)
{
	return utf8_cols(h->key) + 1 + utf8_cols(h->text) + 2;
}

/* All hints of the scope and the ones around it, the most special first. */
static size_t collect_hints(const struct keymap *m, enum scope scope,
			    bool (*offers)(const void *view, enum action a), const void *view,
			    struct keymap_hint *out, size_t max)
{
	size_t n = 0;

	for (enum scope s = scope;; s = scope_info(s)->parent) {
		for (int i = DO_NONE + 1; i < DO_COUNT && n < max; i++) {
			const struct action_info *info = action_info((enum action)i);
			if (info->scope != s || !info->hint ||
			    (offers && !offers(view, (enum action)i)))
				continue;
			const struct key *k = keymap_reachable(m, scope, (enum action)i);
			if (!k)
				continue;
			key_display(k, out[n].key);
			out[n].is_enter = k->kind == INPUT_NAMED && k->name == K_ENTER;
			out[n].text = i18n_label(info->hint);
			out[n++].action = (enum action)i;
		}
		if (s == SCOPE_GLOBAL)
			return n;
	}
}

static bool is_first(const struct keymap_hint *h)
{
	return h->is_enter;
}

/* What stands there in any width; on the first screens also what waits for the person, and where
 * tabs take no digits how one comes to the next. */
static bool is_kept(const struct keymap_hint *h, enum scope scope)
{
	return is_first(h) || h->action == DO_NEXT_PANE || h->action == DO_HELP ||
	       h->action == DO_BACK || h->action == DO_MAIN_MENU ||
	       (h->action == DO_WAITING && (scope == SCOPE_HOME || scope == SCOPE_OFFICE));
}

/* What Enter does comes first, the rest keeps its order. */
static void enter_first(struct keymap_hint *hints, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		if (is_first(&hints[i])) {
			struct keymap_hint first = hints[i];
			memmove(&hints[1], &hints[0], i * sizeof first);
			hints[0] = first;
		}
	}
}

size_t keymap_hints(const struct keymap *m, enum scope scope, int cols,
		    bool (*offers)(const void *view, enum action a), const void *view,
		    struct keymap_hint *out, size_t max)
{
	size_t n = collect_hints(m, scope, offers, view, out, max), used = 0;
	int room = cols + 2; /* no blanks after the last one */

	enter_first(out, n);
	for (size_t i = 0; i < n; i++)
		if (is_kept(&out[i], scope))
			room -= hint_cols(&out[i]);
	for (size_t i = 0; i < n; i++) {
		if (!is_kept(&out[i], scope)) {
			if (hint_cols(&out[i]) > room)
				continue;
			room -= hint_cols(&out[i]);
		}
		if (used != i)
			out[used] = out[i];
		used++;
	}
	return used;
}
