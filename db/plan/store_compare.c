/* A document beside the plan of the file: may it be taken in, are its units those of the file, and
 * what differs. Nothing is written. */
#include "core/i18n.h"
#include "db/plan/import_action.h"
#include "db/plan/store_plan.h"
#include "db/plan/store_update.h"

/* The text may be the plan's own, or that of another plan. */
static int check_text(struct store *s, struct arena *a, const struct plan_row *row,
		      const struct plan *p, struct err *e)
{
	static const char text[] = "SELECT id, code, title FROM plan WHERE sha256 = ?1";
	char hash[HASH_TEXT];

	import_hash(a, p, hash);
	struct sql_stmt *q = sql_query(s->db, text, e, sql_text(hash));
	int got = sql_next(q, e);
	if (got <= 0)
		return got;
	bool is_own = sql_take_i64(q) == row->id;
	const char *code = sql_take_text(q, a), *title = sql_take_text(q, a);
	sql_end(q);
	if (is_own)
		return err_set(
			e, ERR_EXISTS,
			_("the plan %s has this very text already; there is nothing to update"),
			code);
	return err_set(e, ERR_EXISTS,
		       _("this document is in the file already, as another plan: %s (%s)"), code,
		       title);
}

static int check_state(const struct plan_row *row, struct err *e)
{
	if (row->state == PLAN_OPEN)
		return 0;
	return err_set(e, ERR_STATE,
		       _("the plan %s is closed: it can be read, but nothing is entered any more"),
		       row->code);
}

/* A copy of the actions in which every unit has the one name by which both sides know it. */
static int name_units(struct import_units *u, struct plan *p, struct err *e)
{
	struct plan_action *copy =
		arena_alloc(u->arena, (p->actions.n + 1) * sizeof *p->actions.at);

	for (size_t i = 0; i < p->actions.n; i++) {
		struct plan_action *act = &copy[i];

		*act = p->actions.at[i];
		act->units.at = NULL;
		act->units.n = act->units.cap = 0;
		for (size_t k = 0; k < p->actions.at[i].units.n; k++) {
			struct plan_unit *unit = vec_push(u->arena, &act->units);

			*unit = p->actions.at[i].units.at[k];
			if (import_unit_name(u, unit->name, &unit->name, e))
				return -1;
		}
	}
	p->actions.at = copy;
	p->actions.cap = p->actions.n;
	return 0;
}

int store_plan_compare(struct store *s, struct arena *a, const struct actor *who, const char *code,
		       const struct plan *p, struct plan_diff **d, struct err *e)
{
	const struct subject what = {.unit = ""};
	struct plan_standing *old = arena_alloc(a, sizeof *old);
	struct plan *new = arena_alloc(a, sizeof *new);
	struct import_units units;
	struct plan_row row;

	if ((who && !may(who, ACT_IMPORT, &what, e)) || store_plan_get(s, a, who, code, &row, e) ||
	    check_state(&row, e) || check_text(s, a, &row, p, e) ||
	    store_plan_read(s, a, who, code, PLAN_AS_ISSUED, old, e))
		return -1;
	*new = *p;
	import_units_look(&units, s->db, a, p);
	if (name_units(&units, &old->plan, e) || name_units(&units, new, e))
		return -1;
	*d = plan_diff_make(a, old, new);
	return 0;
}
