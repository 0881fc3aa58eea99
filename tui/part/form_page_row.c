/* A form and the row that it changes, which others may have changed since: whether anything can
 * still be written over it, and what happens when the store says that it is another one by now. */
#include "tui/part/form_page.h"

#include "core/i18n.h"
#include "tui/part/form_conflict.h"
#include "tui/part/form_page_state.h"

#include <string.h>

/* The row as it is by now. False: there is none, or it cannot be read. */
static bool row_now(struct view *v, struct arena *a, struct form_row *now)
{
	const struct form_page *p = v->state;
	struct err none = ERR_INIT;

	*now = (struct form_row){0};
	return p->ops->row && p->draft.row.values.n && p->ops->row(v, a, now, &none) == 0;
}

void form_page_look(struct view *v)
{
	struct form_page *p = v->state;
	struct arena a = ARENA_INIT;
	struct form_row now;
	const char *why = row_now(v, &a, &now) && now.shut
				  ? arena_printf(&a, _("! cannot be sent now: %s"), now.shut)
				  : NULL;

	if (!why)
		p->shut = NULL;
	else if (!p->shut || strcmp(p->shut, why) != 0)
		p->shut = arena_strdup(&p->own, why);
	arena_free(&a);
}

enum reply form_page_save_again(struct form_page *p, struct view *v, struct app *app)
{
	return p->ops->again ? p->ops->again(v, app) : p->ops->submit(v, app);
}

bool form_page_tell_shut(struct form_page *p, struct view *v, struct app *app)
{
	struct arena a = ARENA_INIT;
	struct form_row now;
	/* where the row is the same still the store says what is in the way, and what lifts it */
	bool shut = row_now(v, &a, &now) && now.shut &&
		    (now.version != p->draft.row.version || now.id != p->draft.row.id);

	if (shut)
		form_conflict_open(app, TAG_CONFLICT, p, &now,
				   now.told ? now.told
					    : _("somebody else has changed this meanwhile"));
	arena_free(&a);
	return shut;
}

void form_page_refused(struct form_page *p, struct view *v, struct app *app, const struct err *e)
{
	struct arena a = ARENA_INIT;
	struct err again = ERR_INIT;
	struct form_row now = {0};

	if (e->code != ERR_CONFLICT || !p->ops->row) {
		form_page_error(p, v, e);
	} else if (p->ops->row(v, &a, &now, &again) < 0) {
		form_page_error(p, v, &again);
	} else if (now.version == p->draft.row.version && now.id == p->draft.row.id) {
		form_page_error(p, v, e); /* it is another row that somebody has changed */
	} else if (!now.shut && form_conflict_is_none(p, &now)) {
		form_row_copy(&p->draft.own, &p->draft.row, &now);
		form_set_changed(p->form);
		form_page_save_again(p, v, app);
	} else {
		form_page_error(p, v, e);
		form_conflict_open(app, TAG_CONFLICT, p, &now, now.told ? now.told : e->text);
	}
	arena_free(&a);
}
