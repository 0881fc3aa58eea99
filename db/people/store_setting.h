/* store_setting.h - what a person alone has set or left behind: how lists are narrowed, views with
 * a name, what has been seen. Like a draft it is nobody else's business: no log row, no permission
 * but being the person. See store.h. */
#ifndef DUBAN_DB_STORE_SETTING_H
#define DUBAN_DB_STORE_SETTING_H

#include "db/store.h"

struct setting {
	const char *name, *value;
	int64_t changed_at; /* UTC */
};
struct settings {
	VEC(struct setting) rows;
};

/* `kind` is what sort of setting it is ("seen", "view:plan"), `name` which one of them; a name may
 * be chosen by the person and is theirs as typed. *value is in the arena, NULL where there is none.
 * `who` NULL has no settings. */
int store_setting_get(struct store *s, struct arena *a, const struct actor *who, const char *kind,
		      const char *name, const char **value, struct err *e);
/* All of a kind, by name; those put last first when `newest`. */
int store_setting_list(struct store *s, struct arena *a, const struct actor *who, const char *kind,
		       bool newest, struct settings *list, struct err *e);
/* Takes the place of the one with this name. */
int store_setting_put(struct store *s, const struct actor *who, const char *kind, const char *name,
		      const char *value, struct err *e);
/* Nothing to do when there is none. */
int store_setting_drop(struct store *s, const struct actor *who, const char *kind, const char *name,
		       struct err *e);

#endif
