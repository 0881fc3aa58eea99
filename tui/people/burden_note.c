/* The sentence on what is asked already; where it cannot be read nothing is said, and what was to
 * be asked goes on. */
#include "tui/people/burden_note.h"

#include "core/i18n.h"
#include "db/cycle/store_burden.h"
#include "tui/app/session.h"

const char *burden_note(const struct app_context *c, struct arena *a, struct date from,
			struct date to, int64_t unit_id)
{
	struct actor who = session_actor(c);
	struct err e = ERR_INIT;
	struct burden_rows rows;
	struct scene scene;

	if (!date_is_set(from)) {
		if (session_scene(c, a, &scene, &e) < 0 || !scene.period.id)
			return "";
		from = scene.period.opens;
		to = scene.period.due;
	}
	if (store_burden_list(c->store, a, &who, from, to, unit_id, &rows, &e) < 0 || !rows.n)
		return "";
	if (!unit_id)
		return burden_sentence(a, &rows);
	return arena_printf(a, _("Asked of the unit in this period: %s."),
			    burden_label(a, &rows.at[0]));
}
