/* still_open.c - see still_open.h. */
#include "tui/request/still_open.h"

#include "db/cycle/store_request.h"
#include "tui/app/session.h"

enum { MOST_LINES = 5 };

int still_open_read(const struct app_context *c, struct arena *a, const struct request_row *q,
		    struct open_rows *rows, struct err *e)
{
	struct actor who = session_actor(c);

	*rows = (struct open_rows){0};
	if (q->kind != REQUEST_COMPLETION || q->state != REQUEST_ASKED)
		return 0;
	return store_action_open(c->store, a, &who, q->action_id, rows, e);
}

const char *still_open_line(struct arena *a, const struct open_row *row)
{
	const char *state = open_state_label(row), *what = open_kind_label(row->kind);
	char due[DATE_TEXT];

	if (*row->what)
		what = arena_printf(a, _("%1$s, %2$s"), what, row->what);
	if (*state)
		what = arena_printf(a, _("%1$s (%2$s)"), what, state);
	if (date_is_set(row->due))
		what = arena_printf(a, _("%1$s, due %2$s"), what, date_format(row->due, due));
	return arena_printf(a, _("%1$s: %2$s"), *row->unit ? row->unit : _("all units"), what);
}

const char *still_open_text(struct arena *a, const struct open_rows *rows)
{
	const char *text = rows->n ? still_open_line(a, &rows->at[0]) : "";

	for (size_t i = 1; i < rows->n && i < MOST_LINES; i++)
		text = arena_printf(a, "%s\n%s", text, still_open_line(a, &rows->at[i]));
	return rows->n <= MOST_LINES
		       ? text
		       : arena_printf(a, "%s\n%s", text,
				      arena_printf(a, _("and %zu more"), rows->n - MOST_LINES));
}
