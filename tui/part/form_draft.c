/* The fields of a form into the person's draft and back. Saving is cheap when nothing has changed:
 * views call it whenever input has come to rest. */
#include "tui/part/form_draft.h"

#include "db/store_draft.h"
#include "tui/app/session.h"

#include <stdlib.h>
#include <string.h>

void form_draft_free(struct form_draft *d)
{
	free(d->key);
	d->key = NULL;
}

static bool draft_has(const struct form_draft *d, const char *name)
{
	for (size_t i = 0; i < d->n; i++)
		if (strcmp(d->names[i], name) == 0)
			return true;
	return false;
}

int form_draft_load(struct form_draft *d, struct form *f, const struct app_context *c,
		    struct err *e)
{
	struct actor who = session_actor(c);
	struct arena a = ARENA_INIT;
	struct draft kept = {0};
	int rc = store_draft_load(c->store, &a, &who, d->key, &kept, e);

	for (size_t i = 0; rc == 0 && i < kept.fields.n; i++)
		if (draft_has(d, kept.fields.at[i].field))
			form_restore(f, kept.fields.at[i].field, kept.fields.at[i].text);
	d->saved_at = rc == 0 ? kept.saved_at : 0;
	arena_free(&a);
	return rc;
}

int form_draft_save(struct form_draft *d, struct form *f, const struct app_context *c,
		    struct err *e)
{
	struct actor who = session_actor(c);
	struct draft_field *fields;
	int rc;

	if (!form_take_changed(f))
		return 0;
	fields = xcalloc(d->n, sizeof *fields);
	for (size_t i = 0; i < d->n; i++)
		fields[i] = (struct draft_field){d->names[i], form_get(f, d->names[i])};
	rc = store_draft_save(c->store, &who, d->key, fields, (int)d->n, e);
	if (rc == 0)
		d->saved_at = c->now.utc;
	free(fields);
	return rc;
}

int form_draft_drop(struct form_draft *d, const struct app_context *c, struct err *e)
{
	struct actor who = session_actor(c);

	d->saved_at = 0;
	return store_draft_drop(c->store, &who, d->key, e);
}
