/*
 * Which keys may be given to an action. Nothing that the configuration says may take a way away
 * that somebody needs: the basic keys stay what they are, and no action disappears behind another.
 */
#include "tui/app/keymap_state.h"

#include "core/i18n.h"

/* The keys that alone do everything; digits go to numbers in lists and choose in menus. */
static bool is_base(const struct key *k)
{
	static const enum key_name names[] = {K_ENTER, K_ESC, K_TAB, K_UP, K_DOWN, K_LEFT, K_RIGHT};

	if (k->mods)
		return false;
	if (k->kind == INPUT_TEXT)
		return k->text[0] >= '0' && k->text[0] <= '9' && !k->text[1];
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (k->kind == INPUT_NAMED && k->name == names[i])
			return true;
	return false;
}

static void default_keys(enum action a, struct binding *b)
{
	struct arena arena = ARENA_INIT;
	const char *bad;

	binding_parse(action_info(a)->keys, b, &arena, &bad);
	arena_free(&arena);
}

void binding_keep_base(struct binding *b, enum action a)
{
	struct binding all;

	default_keys(a, &all);
	for (size_t i = 0; i < all.n; i++)
		if (is_base(&all.keys[i]) && !binding_has(b, &all.keys[i]) && b->n < MAX_KEYS)
			b->keys[b->n++] = all.keys[i];
}

static int check_scope(const struct keymap *m, enum action a, const struct binding *b,
		       struct err *e)
{
	char label[KEY_LABEL];

	for (size_t i = 0; i < b->n; i++) {
		enum action other = keymap_in_scope(m, action_info(a)->scope, &b->keys[i]);
		if (other != DO_NONE && other != a)
			return err_set(e, ERR_INPUT,
				       _("the key %s cannot be given to \"%s\": \"%s\" has it; "
					 "give that one another key first"),
				       key_label(&b->keys[i], label), action_info(a)->name,
				       action_info(other)->name);
	}
	return 0;
}

static int check_base(enum action a, const struct binding *b, struct err *e)
{
	struct binding own;
	char label[KEY_LABEL];

	default_keys(a, &own);
	for (size_t i = 0; i < b->n; i++)
		if (is_base(&b->keys[i]) && !binding_has(&own, &b->keys[i]))
			return err_set(
				e, ERR_INPUT,
				_("the key %s cannot be given to \"%s\": arrows, Enter, Esc, Tab "
				  "and "
				  "digits stay as they are, so that everybody finds the way with "
				  "them; choose another key"),
				key_label(&b->keys[i], label), action_info(a)->name);
	return 0;
}

/* The first action that could be reached from `scope` before and cannot now; DO_NONE: none. */
static enum action find_lost(const struct keymap *before, const struct keymap *after,
			     enum scope scope, enum action changed)
{
	for (int i = DO_NONE + 1; i < DO_COUNT; i++) {
		enum action other = (enum action)i;
		bool given_up = other == changed && after->of[i].n == 0;

		if (!given_up && scope_within(scope, action_info(other)->scope) &&
		    keymap_reachable(before, scope, other) &&
		    !keymap_reachable(after, scope, other))
			return other;
	}
	return DO_NONE;
}

static int check_lost(const struct keymap *m, enum action a, const struct binding *b, struct err *e)
{
	struct keymap after = *m;

	after.of[a] = *b;
	for (int s = 0; s < SCOPE_COUNT; s++) {
		enum action lost = scope_within((enum scope)s, action_info(a)->scope)
					   ? find_lost(m, &after, (enum scope)s, a)
					   : DO_NONE;

		if (lost == DO_NONE)
			continue;
		return err_set(e, ERR_INPUT,
			       _("these keys cannot be given to \"%s\": in the part \"%s\" there "
				 "would be no key left for \"%s\"; choose others"),
			       action_info(a)->name, scope_info((enum scope)s)->word,
			       action_info(lost)->name);
	}
	return 0;
}

int keymap_check(const struct keymap *m, enum action a, const struct binding *b, struct err *e)
{
	if (check_scope(m, a, b, e) < 0 || check_base(a, b, e) < 0)
		return -1;
	return check_lost(m, a, b, e);
}
