/*
 * import_keep.c - keeps a review in the file under the person's name. What is kept is plan JSON
 * with the answers given to doubts, so going on is the same as reading it. The version of the draft
 * tells when another window was there.
 */
#include "tui/import/import_keep.h"

#include "db/report/store_draft.h"
#include "exchange/plan_json.h"
#include "tui/app/session.h"

#include <stdlib.h>

int import_keep_begin(struct import_desk *desk, const struct app_context *c, struct err *e)
{
	struct actor who = session_actor(c);
	struct arena a = ARENA_INIT;
	struct draft kept = {0};
	int failed = store_draft_load(c->store, &a, &who, desk->draft, &kept, e);

	desk->version = kept.version;
	arena_free(&a);
	return failed;
}

static void write_pairs(const struct import_desk *desk, struct strbuf *b)
{
	strbuf_puts(b, "");
	for (size_t i = 0; i < desk->pairs.n; i++)
		strbuf_printf(b, "%zu:%lld ", desk->pairs.at[i].from,
			      (long long)desk->pairs.at[i].action_id);
}

static int put(struct import_desk *desk, const struct app_context *c, struct err *e)
{
	struct actor who = session_actor(c);
	struct strbuf json = STRBUF_INIT, pairs = STRBUF_INIT;

	plan_json_write(import_desk_plan(desk), &json);
	write_pairs(desk, &pairs);
	const struct draft_field fields[] = {{IMPORT_FIELD_PLAN, json.s},
					     {IMPORT_FIELD_CODE, desk->code},
					     {IMPORT_FIELD_UPDATE, desk->update},
					     {IMPORT_FIELD_SOURCE, desk->source},
					     {IMPORT_FIELD_PAIRS, pairs.s}};
	const struct draft_new new = {.fields = fields,
				      .nfields = (int)(sizeof fields / sizeof fields[0]),
				      .focus = "",
				      .seat = c->session->seat,
				      .read = desk->version};
	int failed = store_draft_put(c->store, &who, desk->draft, &new, &desk->version, e);

	strbuf_free(&json);
	strbuf_free(&pairs);
	if (!failed)
		desk->saved_at = c->now.utc;
	return failed;
}

/* Another window was at the same review: this one goes on under the first name that is free. */
static int put_beside(struct import_desk *desk, const struct app_context *c, struct err *e)
{
	enum { MOST_WINDOWS = 9 };
	char *name = xstrdup(desk->draft);
	int failed = -1;

	desk->version = 0;
	for (int i = 2; failed && e->code == ERR_CONFLICT && i <= MOST_WINDOWS; i++) {
		free(desk->draft);
		desk->draft = xasprintf("%s (%d)", name, i);
		*e = (struct err)ERR_INIT;
		failed = put(desk, c, e);
	}
	free(name);
	return failed;
}

int import_keep(struct import_desk *desk, const struct app_context *c, struct err *e)
{
	if (put(desk, c, e) == 0)
		return 0;
	if (e->code != ERR_CONFLICT)
		return -1;
	return put_beside(desk, c, e) < 0 ? -1 : 1;
}

static int drop_facts(const struct import_desk *desk, const struct app_context *c, struct arena *a,
		      struct err *e)
{
	struct actor who = session_actor(c);
	struct draft_names forms = {0};
	int failed =
		store_draft_list(c->store, a, &who,
				 arena_printf(a, IMPORT_FACT_DRAFTS "%s:", desk->draft), &forms, e);

	for (size_t i = 0; !failed && i < forms.rows.n; i++)
		failed = store_draft_drop(c->store, &who, forms.rows.at[i].form, e);
	return failed;
}

/* With what was typed into the forms of its facts; but not what another window has made of it. */
int import_desk_drop(struct import_desk *desk, const struct app_context *c, struct err *e)
{
	struct actor who = session_actor(c);
	struct arena a = ARENA_INIT;
	struct draft kept = {0};
	int failed = store_draft_load(c->store, &a, &who, desk->draft, &kept, e);

	if (!failed && kept.version == desk->version)
		failed = drop_facts(desk, c, &a, e) ||
			 store_draft_drop(c->store, &who, desk->draft, e);
	arena_free(&a);
	return failed ? -1 : 0;
}
