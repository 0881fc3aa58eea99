/* The names by which people call actions: "mh2020/五.2" is sub-action 2 of (五) of plan mh2020.
 * Looking one up takes more than the path: Arabic for Chinese digits, a section's number before the
 * dot, a sub-action alone where it is the only one. */
#include "db/plan/store_plan.h"

#include "core/i18n.h"
#include "db/store_internal.h"

#include <string.h>

const char *action_name(struct arena *a, const char *plan_code, const char *path)
{
	return arena_printf(a, "%s/%s", plan_code, path);
}

/* The plan that a name without a code means. */
static int only_open_plan(struct store *s, const char *name, struct plan_row *plan, struct err *e)
{
	static const char text[] = "SELECT id FROM plan WHERE state = 'open' ORDER BY id LIMIT 2";
	struct sql_stmt *q = sql_query(s->db, text, e);
	int got, n = 0;

	while ((got = sql_next(q, e)) > 0) {
		plan->id = sql_take_i64(q);
		n++;
	}
	if (got)
		return -1;
	if (n == 1)
		return 0;
	if (n == 0)
		return err_set(e, ERR_NOT_FOUND, _("no plan is open"));
	return err_set(e, ERR_INPUT,
		       _("several plans are open: write the plan's code before the number, "
			 "CODE/%s; `duban plan list` shows the codes"),
		       name);
}

/* A number as it stands in the name, and how well actions fit it. */
struct wanted {
	const char *no;	  /* "五.2" */
	const char *head; /* "五", "" without a dot */
	const char *tail; /* "2" */
	int64_t id;
	int rank; /* 0 nothing yet */
	int nbest;
	struct strbuf paths; /* of the best, for the sentence */
};

/* The path, then the whole number of a top action, then parent and child, then section and number,
 * then a sub-action alone; what was withdrawn comes behind all of them. */
static int fit(const struct wanted *w, const char *path, const char *no, const char *parent_no,
	       const char *section_no, bool withdrawn)
{
	if (strcmp(w->no, path) == 0)
		return 6;
	if (withdrawn)
		return plan_same_no(w->no, no) ? 1 : 0;
	if (!*parent_no && plan_same_no(w->no, no))
		return 5;
	if (*w->head && plan_same_no(w->tail, no)) {
		if (*parent_no && plan_same_no(w->head, parent_no))
			return 4;
		if (!*parent_no && *section_no && plan_same_no(w->head, section_no))
			return 3;
	}
	return *parent_no && plan_same_no(w->no, no) ? 2 : 0;
}

static int match_actions(struct store *s, int64_t plan_id, struct wanted *w, struct err *e)
{
	static const char text[] = "SELECT a.id, a.state = 'withdrawn', a.path, a.no, o.no, s.no "
				   "FROM action a "
				   "LEFT JOIN action o ON o.id = a.parent_id LEFT JOIN section s "
				   "ON s.id = a.section_id "
				   "WHERE a.plan_id = ?1 ORDER BY a.seq";
	struct arena a = ARENA_INIT;
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(plan_id));
	int got;

	while ((got = sql_next(q, e)) > 0) {
		int64_t id = sql_take_i64(q);
		bool withdrawn = sql_take_bool(q);
		const char *path = sql_take_text(q, &a);
		const char *no = sql_take_text(q, &a);
		const char *parent_no = sql_take_text(q, &a);
		int rank = fit(w, path, no, parent_no, sql_peek(q), withdrawn);

		if (!rank || rank < w->rank)
			continue;
		if (rank > w->rank) {
			w->rank = rank;
			w->id = id;
			w->nbest = 0;
			strbuf_reset(&w->paths);
		}
		strbuf_printf(&w->paths, "%s%s", w->nbest++ ? ", " : "", path);
	}
	arena_free(&a);
	return got;
}

static int find_in_plan(struct store *s, struct arena *a, int64_t plan_id, const char *no,
			int64_t *id, struct err *e)
{
	const char *dot = strrchr(no, '.');
	struct wanted w = {.no = no, .head = "", .tail = ""};

	if (dot) {
		w.head = arena_strndup(a, no, (size_t)(dot - no));
		w.tail = dot + 1;
	}
	int rc = match_actions(s, plan_id, &w, e);

	*id = w.id;
	if (rc == 0 && w.nbest == 0)
		rc = err_set(e, ERR_NOT_FOUND,
			     _("the plan has no action numbered %s; `duban list` shows them"), no);
	if (rc == 0 && w.nbest > 1)
		rc = err_set(e, ERR_INPUT, _("several actions are numbered %s; write one of: %s"),
			     no, w.paths.s);
	strbuf_free(&w.paths);
	return rc;
}

int store_action_find(struct store *s, struct arena *a, const struct actor *who, const char *name,
		      struct action_row *row, struct err *e)
{
	const char *slash = strchr(name, '/');
	struct plan_row plan = {0};
	int64_t id = 0;

	if (slash) {
		const char *code = arena_strndup(a, name, (size_t)(slash - name));
		if (store_plan_get(s, a, who, code, &plan, e))
			return -1;
	} else if (only_open_plan(s, name, &plan, e)) {
		return -1;
	}
	if (find_in_plan(s, a, plan.id, slash ? slash + 1 : name, &id, e))
		return -1;
	return store_action_get(s, a, who, id, row, e);
}
