/* The fields of a form into the person's draft and back. Saving is cheap when nothing has changed:
 * views call it whenever input has come to rest. */
#include "tui/part/form_draft.h"

#include "core/i18n.h"
#include "db/report/store_draft.h"
#include "tui/app/seat.h"
#include "tui/app/session.h"
#include "tui/part/conflict_text.h"

#include <stdlib.h>
#include <string.h>

void form_draft_free(struct form_draft *d)
{
	free(d->key);
	free(d->focus);
	free(d->warning);
	d->key = d->focus = d->warning = NULL;
	arena_free(&d->own);
}

static bool draft_has(const struct form_draft *d, const char *name)
{
	for (size_t i = 0; i < d->n; i++)
		if (strcmp(d->names[i], name) == 0)
			return true;
	return false;
}

static char *second_key(const struct form_draft *d)
{
	return xasprintf("%s" FORM_DRAFT_SECOND, d->key);
}

static void set_text(char **where, char *text)
{
	free(*where);
	*where = text;
}

/* Says that somebody sits in the same form, where a living window has saved it a short while ago.
 */
static void warn(struct form_draft *d, const struct draft *kept, const struct app_context *c)
{
	enum { RECENT_SECONDS = 600 };
	struct arena a = ARENA_INIT;
	char at[TIME_TEXT];

	if (kept->version && strcmp(kept->seat, c->session->seat) != 0 &&
	    c->now.utc - kept->saved_at < RECENT_SECONDS && seat_is_living(kept->seat))
		set_text(&d->warning,
			 xasprintf(_("also open in your window %s (%s)"),
				   seat_label(&a, kept->seat),
				   time_format_near(kept->saved_at, c->now.today, at)));
	arena_free(&a);
}

static void fill(const struct form_draft *d, struct form *f, const struct draft *kept,
		 void (*put)(struct form *, const char *, const char *))
{
	for (size_t i = 0; i < kept->fields.n; i++)
		if (draft_has(d, kept->fields.at[i].field))
			put(f, kept->fields.at[i].field, kept->fields.at[i].text);
}

/* What the text was typed over. */
static void take_row(struct form_draft *d, const struct draft *kept)
{
	if (d->row.values.n)
		form_row_find(&d->own, kept, &d->row);
}

/* What a late window typed and nobody has decided about: it stands on top, and until somebody does
 * both stay. */
static int load_second(struct form_draft *d, struct form *f, const struct app_context *c,
		       struct arena *a, struct err *e)
{
	struct actor who = session_actor(c);
	char *key = second_key(d);
	struct draft late;
	int rc = store_draft_load(c->store, a, &who, key, &late, e);

	free(key);
	d->second = rc == 0 && late.version;
	if (!d->second)
		return rc;
	d->crossed = d->version != 0;
	fill(d, f, &late, form_replace);
	take_row(d, &late);
	form_go(f, late.focus);
	if (!d->saved_at)
		d->saved_at = late.saved_at;
	if (d->crossed)
		set_text(&d->warning,
			 xstrdup(_("undo in a field shows what your other window wrote")));
	return 0;
}

int form_draft_load(struct form_draft *d, struct form *f, const struct app_context *c,
		    struct err *e)
{
	struct actor who = session_actor(c);
	struct arena a = ARENA_INIT;
	struct draft kept;
	int rc = store_draft_load(c->store, &a, &who, d->key, &kept, e);

	if (rc == 0) {
		fill(d, f, &kept, form_restore);
		take_row(d, &kept);
		form_go(f, kept.focus);
		d->saved_at = kept.saved_at;
		d->version = kept.version;
		d->other_at = kept.saved_at;
		warn(d, &kept, c);
		rc = load_second(d, f, c, &a, e);
	}
	set_text(&d->focus, xstrdup(form_focus_name(f)));
	arena_free(&a);
	return rc;
}

static int put(const struct form_draft *d, const struct form *f, const struct app_context *c,
	       const char *key, int64_t read, int64_t *version, struct err *e)
{
	struct actor who = session_actor(c);
	struct arena a = ARENA_INIT;
	struct draft_fields kept = {0};
	char *focus = form_place(f);

	for (size_t i = 0; i < d->n; i++)
		*vec_push(&a, &kept.fields) =
			(struct draft_field){d->names[i], form_get(f, d->names[i])};
	if (d->row.values.n)
		form_row_keep(&a, &d->row, &kept);
	struct draft_new new = {kept.fields.at, (int)kept.fields.n, focus, c->session->seat, read};
	int rc = store_draft_put(c->store, &who, key, &new, version, e);
	free(focus);
	arena_free(&a);
	return rc;
}

static int drop_second(struct form_draft *d, const struct app_context *c, struct err *e)
{
	struct actor who = session_actor(c);
	char *key = second_key(d);
	int rc = d->second ? store_draft_drop(c->store, &who, key, e) : 0;

	d->second = d->second && rc < 0;
	free(key);
	return rc;
}

static int put_second(struct form_draft *d, const struct form *f, const struct app_context *c,
		      struct err *e)
{
	char *key = second_key(d);
	int64_t version;
	int rc = put(d, f, c, key, DRAFT_ANY, &version, e);

	d->second = d->second || rc == 0;
	free(key);
	return rc;
}

/* Another window was there: what stands here is put beside it, or is all there is now. */
static enum form_kept cross(struct form_draft *d, struct form *f, const struct app_context *c,
			    struct err *e)
{
	struct actor who = session_actor(c);
	struct arena a = ARENA_INIT;
	struct err again = ERR_INIT;
	struct draft there = {0};
	int rc = store_draft_load(c->store, &a, &who, d->key, &there, &again);

	arena_free(&a);
	if (rc == 0 && !there.version) {
		d->version = 0;
		d->saved_at = 0;
		form_set_changed(f);
		return FORM_GONE;
	}
	d->crossed = true;
	d->other_at = rc == 0 ? there.saved_at : c->now.utc;
	if (rc < 0 || put_second(d, f, c, &again) < 0) {
		*e = again;
		form_set_changed(f);
		return FORM_UNKEPT;
	}
	return FORM_CROSSED;
}

/* The other window has sent its text or thrown it away: what stands here is all there is. */
static void look_whether_crossed(struct form_draft *d, struct form *f, const struct app_context *c)
{
	struct actor who = session_actor(c);
	struct arena a = ARENA_INIT;
	struct err none = ERR_INIT;
	struct draft there = {0};

	if (d->crossed && store_draft_load(c->store, &a, &who, d->key, &there, &none) == 0 &&
	    !there.version) {
		d->crossed = false;
		d->version = d->saved_at = 0;
		set_text(&d->warning, NULL);
		form_set_changed(f);
	}
	arena_free(&a);
}

/* The cursor alone is worth a save where it has come into another field. */
static bool has_moved(const struct form_draft *d, const struct form *f)
{
	return d->saved_at && strcmp(d->focus ? d->focus : "", form_focus_name(f)) != 0;
}

enum form_kept form_draft_save(struct form_draft *d, struct form *f, const struct app_context *c,
			       struct err *e)
{
	bool moved = has_moved(d, f);

	look_whether_crossed(d, f, c);
	if (!form_take_changed(f) && !moved)
		return d->crossed ? FORM_CROSSED : FORM_KEPT;
	if (d->crossed) {
		if (put_second(d, f, c, e) == 0)
			return FORM_CROSSED;
	} else if (put(d, f, c, d->key, d->version, &d->version, e) == 0 &&
		   drop_second(d, c, e) == 0) {
		d->saved_at = c->now.utc;
		set_text(&d->focus, xstrdup(form_focus_name(f)));
		return FORM_KEPT;
	} else if (e->code == ERR_CONFLICT) {
		return cross(d, f, c, e);
	}
	form_set_changed(f);
	return FORM_UNKEPT;
}

int form_draft_other(struct form_draft *d, const struct form *f, const struct app_context *c,
		     struct arena *a, const char **question, struct err *e)
{
	struct actor who = session_actor(c);
	struct draft there;
	char at[TIME_TEXT];

	if (store_draft_load(c->store, a, &who, d->key, &there, e) < 0)
		return -1;
	if (!there.version)
		return err_set(e, ERR_CONFLICT,
			       _("your other window has sent its text or thrown it away; what you "
				 "typed here stands as it is"));
	d->shown = there.version;
	*question = arena_printf(a,
				 _("Your other window (%s, %s) has changed what you are typing "
				   "here. Which text counts? Undo brings the other one back."),
				 seat_label(a, there.seat), time_format_local(there.saved_at, at));
	for (size_t i = 0; i < there.fields.n; i++) {
		const struct draft_field *field = &there.fields.at[i];
		const struct form_field *is = form_describes(f, field->field);
		const char *here = draft_has(d, field->field) ? form_get(f, field->field) : NULL;

		if (here && strcmp(here, field->text) != 0)
			*question = arena_printf(a, _("%s\n\nThere: %s\nHere: %s"), *question,
						 conflict_value(a, is, field->text),
						 conflict_value(a, is, here));
	}
	return 0;
}

int form_draft_choose(struct form_draft *d, struct form *f, const struct app_context *c,
		      bool theirs, struct err *e)
{
	struct actor who = session_actor(c);
	struct arena a = ARENA_INIT;
	struct draft there;
	const char **mine = arena_alloc(&a, d->n * sizeof *mine);
	int rc = store_draft_load(c->store, &a, &who, d->key, &there, e);

	if (rc == 0 && there.version != d->shown)
		rc = err_set(e, ERR_CONFLICT,
			     _("your other window has gone on typing meanwhile; this is its text "
			       "now"));
	if (rc < 0) {
		arena_free(&a);
		return -1;
	}
	for (size_t i = 0; i < d->n; i++)
		mine[i] = arena_strdup(&a, form_get(f, d->names[i]));
	fill(d, f, &there, form_replace);
	for (size_t i = 0; !theirs && i < d->n; i++)
		form_replace(f, d->names[i], mine[i]);
	if (theirs)
		take_row(d, &there);
	d->version = there.version;
	d->crossed = false;
	form_set_changed(f); /* the next save makes it the only one */
	arena_free(&a);
	return 0;
}

int form_draft_drop(struct form_draft *d, const struct app_context *c, struct err *e)
{
	struct actor who = session_actor(c);

	d->saved_at = d->version = 0;
	d->crossed = false;
	return store_draft_drop(c->store, &who, d->key, e) < 0 ? -1 : drop_second(d, c, e);
}
