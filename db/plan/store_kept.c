/* What a new edition does not change although its document says otherwise, because somebody set it:
 * parts that the office assigned or took off, deadlines that were moved or are marked. */
#include "core/i18n.h"
#include "db/store_internal.h"
#include "db/plan/store_update.h"

#include <string.h>

struct keeping {
	struct arena *a;
	const struct plan_diff *d;
	struct kept_rows *rows;
	size_t at; /* the old action that was asked for last: rows come in their order */
};

/* The new action that an old one became; NULL when it is gone or was withdrawn. */
static const struct plan_action *find_action(struct keeping *k, int64_t id)
{
	const struct plan_standing *old = k->d->old;

	for (size_t i = k->at; i < old->nactions; i++) {
		if (old->ids[i] == id) {
			k->at = i;
			return k->d->is[i] == DIFF_NONE ? NULL
							: &k->d->new->actions.at[k->d->is[i]];
		}
	}
	return NULL;
}

static void tell(struct keeping *k, const char *text)
{
	int is = k->d->is[k->at];

	*vec_push(k->a, k->rows) = (struct kept_row){(int)k->at, k->d->paths[is], text};
}

static const struct plan_unit *find_unit(const struct plan_action *act, const char *name)
{
	for (size_t i = 0; i < act->units.n; i++) {
		if (strcmp(act->units.at[i].name, name) == 0)
			return &act->units.at[i];
	}
	return NULL;
}

static void tell_part(struct keeping *k, const struct plan_action *act, const char *unit,
		      enum role role, bool withdrawn)
{
	const struct plan_unit *named = find_unit(act, unit);

	if (withdrawn && named)
		tell(k, arena_printf(k->a, _("%s stays out: the office has taken it off"), unit));
	else if (!withdrawn && !named)
		tell(k, arena_printf(k->a, _("%s stays (%s), as the office has set it"), unit,
				     role_label(role)));
	else if (!withdrawn && named->role != role)
		tell(k, arena_printf(k->a,
				     _("%s stays %s, as the office has set it; the document "
				       "says %s"),
				     unit, role_label(role), role_label(named->role)));
}

/* Parts that differ from what the document said. */
static int keep_parts(struct store *s, struct keeping *k, struct err *e)
{
	static const char text[] =
		"SELECT a.id, n.name, s.role, s.state = 'withdrawn' FROM action a "
		"JOIN assignment s ON s.action_id = a.id JOIN unit n ON n.id = s.unit_id "
		"WHERE a.plan_id = ?1 AND n.merged_into IS NULL "
		"AND CASE WHEN s.state = 'withdrawn' THEN s.doc_role IS NOT NULL "
		"ELSE s.doc_role IS NULL OR s.doc_role <> s.role END ORDER BY a.seq, s.seq, s.id";
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(k->d->old->plan_id));
	int got;

	k->at = 0;
	while ((got = sql_next(q, e)) > 0) {
		const struct plan_action *act = find_action(k, sql_take_i64(q));
		const char *unit = sql_take_text(q, k->a);
		enum role role = ROLE_COOP;

		sql_take_word(q, role, &role);
		if (act)
			tell_part(k, act, unit, role, sql_take_bool(q));
	}
	return got;
}

static void tell_deadline(struct keeping *k, const struct plan_action *act, struct date printed,
			  struct date due, enum milestone_state state)
{
	char day[DATE_TEXT];
	struct date is;

	if (!plan_due_day(act->due, &is) || date_cmp(printed, is) == 0)
		return;
	date_format(due, day);
	if (state == MILESTONE_OPEN && date_cmp(due, printed) != 0)
		tell(k, arena_printf(k->a, _("its deadline stays on %s, as it was set"), day));
	else if (state != MILESTONE_OPEN)
		tell(k, arena_printf(k->a, _("its deadline of %s stays: %s"), day,
				     milestone_state_label(state)));
}

static int keep_deadlines(struct store *s, struct keeping *k, struct err *e)
{
	static const char text[] = "SELECT a.id, a.due, m.due, m.state FROM action a "
				   "JOIN milestone m ON m.action_id = a.id AND m.of_document = 1 "
				   "WHERE a.plan_id = ?1 ORDER BY a.seq";
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(k->d->old->plan_id));
	int got;

	k->at = 0;
	while ((got = sql_next(q, e)) > 0) {
		const struct plan_action *act = find_action(k, sql_take_i64(q));
		struct date printed = sql_take_date(q), due = sql_take_date(q);
		enum milestone_state state = MILESTONE_OPEN;

		sql_take_word(q, milestone_state, &state);
		if (act)
			tell_deadline(k, act, printed, due, state);
	}
	return got;
}

int store_plan_kept(struct store *s, struct arena *a, const struct plan_diff *d,
		    struct kept_rows *rows, struct err *e)
{
	struct keeping k = {.a = a, .d = d, .rows = rows};

	*rows = (struct kept_rows){0};
	return keep_parts(s, &k, e) || keep_deadlines(s, &k, e) ? -1 : 0;
}
