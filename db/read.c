/* Who may read which action: the units of a person's posts take part in it, in its parent or in one
 * of its sub-actions; actions that nobody was assigned are the plan's and everybody's. */
#include "db/store_internal.h"

#include "core/i18n.h"

#include <stdlib.h>

void reader_of(struct arena *a, const struct actor *who, struct reader *r)
{
	*r = (struct reader){.all = !who, .any = !who, .drafts = !who};
	if (!who || who->nposts <= 0)
		return;
	int64_t *units = arena_alloc(a, (size_t)who->nposts * sizeof *units);
	for (int i = 0; i < who->nposts; i++) {
		enum reach reach = act_reach(ACT_READ, who->posts[i].role);

		r->any |= reach != REACH_NONE;
		r->all |= reach == REACH_ALL || reach == REACH_BEHALF;
		r->behalf |= act_reach(ACT_REPORT, who->posts[i].role) == REACH_BEHALF;
		if (reach == REACH_OWN && !reader_has_unit(r, who->posts[i].unit_id)) {
			units[r->nunits++] = who->posts[i].unit_id;
			r->units = units;
		}
	}
}

bool reader_has_unit(const struct reader *r, int64_t unit_id)
{
	for (int i = 0; i < r->nunits; i++) {
		if (r->units[i] == unit_id)
			return true;
	}
	return false;
}

bool reader_may_report(const struct reader *r, enum report_state state, int64_t unit_id,
		       bool on_behalf)
{
	return state != REPORT_DRAFT || r->drafts || (r->behalf && on_behalf) ||
	       reader_has_unit(r, unit_id);
}

bool reader_may_own(const struct reader *r, int64_t unit_id)
{
	return r->all || reader_has_unit(r, unit_id);
}

bool reader_may_case(const struct reader *r, enum case_state state, int64_t unit_id)
{
	return reader_may_own(r, unit_id) || (r->any && state == CASE_SELECTED);
}

/* 1 when the unit takes part in the action, its parent or a sub-action. */
static int unit_may_action(struct store *s, int64_t unit_id, int64_t action_id, struct err *e)
{
	static const char text[] =
		"SELECT EXISTS (SELECT 1 FROM task_share t WHERE t.action_id = ?1 AND t.unit_id = "
		"?2) "
		"OR EXISTS (SELECT 1 FROM action a JOIN task_share t ON t.action_id = a.parent_id "
		"WHERE a.id = ?1 AND t.unit_id = ?2) "
		"OR EXISTS (SELECT 1 FROM action a JOIN task_share t ON t.action_id = a.id "
		"WHERE a.parent_id = ?1 AND t.unit_id = ?2)";
	int64_t yes = 0;

	if (sql_get(s->db, text, &yes, e, sql_i64(action_id), sql_i64(unit_id)) < 0)
		return -1;
	return yes != 0;
}

static int action_is_assigned(struct store *s, int64_t action_id, struct err *e)
{
	static const char text[] = "SELECT EXISTS (SELECT 1 FROM assignment "
				   "WHERE action_id = ?1 AND state <> 'withdrawn')";
	int64_t yes = 0;

	if (sql_get(s->db, text, &yes, e, sql_i64(action_id)) < 0)
		return -1;
	return yes != 0;
}

int reader_may_action(struct store *s, const struct reader *r, int64_t action_id, struct err *e)
{
	if (r->all || !r->any)
		return r->all;
	for (int i = 0; i < r->nunits; i++) {
		int yes = unit_may_action(s, r->units[i], action_id, e);
		if (yes)
			return yes;
	}
	int assigned = action_is_assigned(s, action_id, e);
	return assigned < 0 ? -1 : !assigned;
}

static int action_exists(struct store *s, int64_t action_id, struct err *e)
{
	static const char text[] = "SELECT id FROM action WHERE id = ?1";
	int64_t id;
	int got = sql_get(s->db, text, &id, e, sql_i64(action_id));

	if (got == 0)
		return err_set(e, ERR_NOT_FOUND, _("there is no such action"));
	return got < 0 ? -1 : 0;
}

/* The sentence names the first lead, so that the reader knows whose it is. */
static int refuse_action(struct store *s, struct arena *a, const struct actor *who,
			 int64_t action_id, struct err *e)
{
	static const char text[] =
		"SELECT u.id, u.name FROM assignment s JOIN unit u ON u.id = s.unit_id "
		"WHERE s.action_id = ?1 AND s.state <> 'withdrawn' "
		"ORDER BY s.role <> 'lead', s.seq, s.id LIMIT 1";
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(action_id));
	struct subject what = {.unit = ""};
	int got = sql_next(q, e);

	if (got < 0)
		return -1;
	if (got) {
		what.unit_id = sql_take_i64(q);
		what.unit = sql_take_text(q, a);
		sql_end(q);
	}
	if (!may(who, ACT_READ, &what, e))
		return -1;
	return err_set(e, ERR_DENIED, _("your unit takes no part in this action"));
}

int read_may_action(struct store *s, const struct actor *who, int64_t action_id, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct reader r;
	int result = action_exists(s, action_id, e);

	reader_of(&a, who, &r);
	if (!result) {
		int yes = reader_may_action(s, &r, action_id, e);
		if (yes < 0)
			result = -1;
		else if (!yes)
			result = refuse_action(s, &a, who, action_id, e);
	}
	arena_free(&a);
	return result;
}

int read_may_unit(const struct actor *who, int64_t unit_id, const char *unit, struct err *e)
{
	const struct subject what = {.unit_id = unit_id, .unit = unit};

	return !who || may(who, ACT_READ, &what, e) ? 0 : -1;
}

int read_may_plan(const struct actor *who, struct err *e)
{
	struct subject plan = {.unit = ""};

	return !who || may(who, ACT_READ, &plan, e) ? 0 : -1;
}

static int add_ids(struct arena *a, struct sql_stmt *q, struct readable *set, struct err *e)
{
	int got;

	while ((got = sql_next(q, e)) > 0)
		*vec_push(a, &set->ids) = sql_take_i64(q);
	return got;
}

static int compare_ids(const void *a, const void *b)
{
	const int64_t *one = a, *two = b;

	return (*one > *two) - (*one < *two);
}

static int add_unassigned(struct store *s, struct arena *a, int64_t plan_id, struct readable *set,
			  struct err *e)
{
	static const char of_plan[] =
		"SELECT a.id FROM action a WHERE a.plan_id = ?1 AND NOT EXISTS "
		"(SELECT 1 FROM assignment s WHERE s.action_id = a.id AND s.state <> 'withdrawn')";
	static const char of_all[] =
		"SELECT a.id FROM plan x CROSS JOIN action a ON a.plan_id = x.id WHERE NOT EXISTS "
		"(SELECT 1 FROM assignment s WHERE s.action_id = a.id AND s.state <> 'withdrawn')";

	if (!plan_id)
		return add_ids(a, sql_query(s->db, of_all, e), set, e);
	return add_ids(a, sql_query(s->db, of_plan, e, sql_i64(plan_id)), set, e);
}

static int add_of_unit(struct store *s, struct arena *a, int64_t unit_id, int64_t plan_id,
		       struct readable *set, struct err *e)
{
	static const char own[] =
		"SELECT a.id FROM task_share t JOIN action a ON a.id = t.action_id "
		"WHERE t.unit_id = ?1 AND (?2 = 0 OR a.plan_id = ?2)";
	static const char parents[] =
		"SELECT a.parent_id FROM task_share t JOIN action a ON a.id = t.action_id "
		"WHERE t.unit_id = ?1 AND (?2 = 0 OR a.plan_id = ?2) AND a.parent_id IS NOT NULL";
	static const char children[] =
		"SELECT c.id FROM task_share t JOIN action c ON c.parent_id = t.action_id "
		"WHERE t.unit_id = ?1 AND (?2 = 0 OR c.plan_id = ?2)";
	struct sql_value unit = sql_i64(unit_id), plan = sql_i64(plan_id);

	if (add_ids(a, sql_query(s->db, own, e, unit, plan), set, e) ||
	    add_ids(a, sql_query(s->db, parents, e, unit, plan), set, e))
		return -1;
	return add_ids(a, sql_query(s->db, children, e, unit, plan), set, e);
}

int readable_load(struct store *s, struct arena *a, const struct reader *r, int64_t plan_id,
		  struct readable *set, struct err *e)
{
	*set = (struct readable){.all = r->all};
	if (r->all || !r->any)
		return 0;
	if (add_unassigned(s, a, plan_id, set, e))
		return -1;
	for (int i = 0; i < r->nunits; i++) {
		if (add_of_unit(s, a, r->units[i], plan_id, set, e))
			return -1;
	}
	if (set->ids.n)
		qsort(set->ids.at, set->ids.n, sizeof *set->ids.at, compare_ids);
	return 0;
}

bool readable_has(const struct readable *set, int64_t action_id)
{
	return set->all || (set->ids.n && bsearch(&action_id, set->ids.at, set->ids.n,
						  sizeof action_id, compare_ids));
}
