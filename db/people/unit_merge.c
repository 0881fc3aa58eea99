/* Two units that turned out to be one: everything of the first becomes the second's, its name
 * another name of it. Where both have the same thing, one of them stays and the other is withdrawn.
 */
#include "db/people/store_unit.h"

#include "core/i18n.h"
#include "db/plan/store_check.h"
#include "db/search/name_key.h"
#include "db/search/search_put.h"
#include "db/store_internal.h"

#include <string.h>

struct merge {
	struct write *w;
	struct unit_row from, into;
};

/* Statements take ?1 from, ?2 into, ?3 now, ?4 the writer; a text that needs fewer gets fewer. */
static int run2(struct merge *m, const char *text, struct err *e)
{
	return sql_run(m->w->db, text, e, sql_i64(m->from.id), sql_i64(m->into.id));
}

static int run4(struct merge *m, const char *text, struct err *e)
{
	return sql_run(m->w->db, text, e, sql_i64(m->from.id), sql_i64(m->into.id),
		       sql_time(m->w->now), write_person(m->w));
}

static int check_reports(struct merge *m, struct err *e)
{
	static const char text[] =
		"SELECT a.id, p.code FROM report f "
		"JOIN report i ON i.action_id = f.action_id AND i.period_id = f.period_id "
		"JOIN action a ON a.id = f.action_id JOIN period p ON p.id = f.period_id "
		"WHERE f.unit_id = ?1 AND i.unit_id = ?2 ORDER BY p.opens, a.id LIMIT 1";
	struct write *w = m->w;
	struct sql_stmt *q = sql_query(w->db, text, e, sql_i64(m->from.id), sql_i64(m->into.id));
	int got = sql_next(q, e);

	if (got <= 0)
		return got;
	int64_t action_id = sql_take_i64(q);
	const char *period = sql_take_text(q, &w->arena);
	sql_end(q);
	const char *name = write_action_name(w, action_id, NULL, e);
	if (!name)
		return -1;
	return err_set(e, ERR_STATE,
		       _("%s and %s have both reported on %s for %s, so they cannot be merged; "
			 "nothing was changed"),
		       m->from.name, m->into.name, name, period);
}

struct both {
	int64_t action_id, from_id, into_id; /* into_id 0: only `from` has it */
	enum role from_role, into_role;
	const char *from_doc, *into_doc; /* role by the document, "" none */
	enum assignment_state from_state, into_state;
};
struct boths {
	struct both *at;
	size_t n, cap;
};

static int load_assignments(struct merge *m, struct boths *list, struct err *e)
{
	static const char text[] =
		"SELECT f.action_id, f.id, i.id, f.role, i.role, f.doc_role, i.doc_role, "
		"f.state, i.state "
		"FROM assignment f LEFT JOIN assignment i "
		"ON i.action_id = f.action_id AND i.unit_id = ?2 WHERE f.unit_id = ?1";
	struct sql_stmt *q = sql_query(m->w->db, text, e, sql_i64(m->from.id), sql_i64(m->into.id));
	int got;

	while ((got = sql_next(q, e)) > 0) {
		struct both *b = vec_push(&m->w->arena, list);
		b->action_id = sql_take_i64(q);
		b->from_id = sql_take_i64(q);
		b->into_id = sql_take_i64(q);
		sql_take_word(q, role, &b->from_role);
		sql_take_word(q, role, &b->into_role);
		b->from_doc = sql_take_text(q, &m->w->arena);
		b->into_doc = sql_take_text(q, &m->w->arena);
		sql_take_word(q, assignment_state, &b->from_state);
		sql_take_word(q, assignment_state, &b->into_state);
	}
	return got;
}

/* The role of the one that is left: of those in force the stronger, which is leading. */
static void choose(const struct both *b, enum role *role, enum assignment_state *state)
{
	*role = b->into_role;
	*state = b->into_state;
	if (b->from_state == ASSIGNMENT_WITHDRAWN)
		return;
	if (b->into_state == ASSIGNMENT_WITHDRAWN) {
		*role = b->from_role;
		*state = b->from_state;
	} else if (b->from_role == ROLE_LEAD) {
		*role = ROLE_LEAD;
	}
}

/* The stronger of what the document says of both; "" when it names neither. */
static const char *doc_role(const struct both *b)
{
	const char *lead = role_word(ROLE_LEAD);

	if (!*b->into_doc || strcmp(b->from_doc, lead) == 0)
		return b->from_doc;
	return b->into_doc;
}

static int move_assignment(struct merge *m, const struct both *b, struct err *e)
{
	static const char move[] = "UPDATE assignment SET unit_id = ?2, version = version + 1, "
				   "changed_at = ?3, changed_by = ?4 WHERE id = ?1";
	static const char change[] =
		"UPDATE assignment SET role = ?2, state = ?3, doc_role = ?6, "
		"version = version + 1, changed_at = ?4, changed_by = ?5 WHERE id = ?1";
	struct sql_value now = sql_time(m->w->now), by = write_person(m->w);
	enum assignment_state state;
	enum role role;

	if (!b->into_id)
		return sql_run(m->w->db, move, e, sql_i64(b->from_id), sql_i64(m->into.id), now,
			       by);
	choose(b, &role, &state);
	if (sql_run(m->w->db, change, e, sql_i64(b->into_id), sql_text(role_word(role)),
		    sql_text(assignment_state_word(state)), now, by, sql_maybe(doc_role(b))))
		return -1;
	return sql_run(m->w->db, change, e, sql_i64(b->from_id), sql_text(role_word(b->from_role)),
		       sql_text(assignment_state_word(ASSIGNMENT_WITHDRAWN)), now, by,
		       sql_maybe(""));
}

static int move_assignments(struct merge *m, struct err *e)
{
	struct boths list = {0};

	if (load_assignments(m, &list, e))
		return -1;
	for (size_t i = 0; i < list.n; i++) {
		if (move_assignment(m, &list.at[i], e))
			return -1;
	}
	m->w->changes |= CHANGE_ASSIGNMENT;
	return 0;
}

/* A document that both recorded stays once, with what either proved by it. */
static int move_evidence(struct merge *m, struct err *e)
{
	static const char links[] =
		"INSERT INTO evidence_link (evidence_id, action_id, milestone_id, report_id, "
		"request_id, example_id, added_at, added_by) "
		"SELECT i.id, l.action_id, l.milestone_id, l.report_id, l.request_id, "
		"l.example_id, l.added_at, l.added_by "
		"FROM evidence f JOIN evidence i ON i.unit_id = ?2 AND i.doc_no = f.doc_no "
		"AND i.kind = 'document' AND i.doc_no <> '' AND i.withdrawn_at IS NULL "
		"JOIN evidence_link l ON l.evidence_id = f.id "
		"WHERE f.unit_id = ?1 AND f.kind = 'document' AND f.doc_no <> '' "
		"AND f.withdrawn_at IS NULL ON CONFLICT DO NOTHING";
	static const char withdraw[] =
		"UPDATE evidence SET withdrawn_at = ?3, withdrawn_by = ?4, "
		"version = version + 1, changed_at = ?3, changed_by = ?4 "
		"WHERE unit_id = ?1 AND kind = 'document' AND doc_no <> '' "
		"AND withdrawn_at IS NULL AND EXISTS (SELECT 1 FROM evidence i "
		"WHERE i.unit_id = ?2 AND i.doc_no = evidence.doc_no AND i.kind = 'document' "
		"AND i.doc_no <> '' AND i.withdrawn_at IS NULL)";
	static const char move[] = "UPDATE evidence SET unit_id = ?2 WHERE unit_id = ?1";

	m->w->changes |= CHANGE_EVIDENCE;
	return run2(m, links, e) || run4(m, withdraw, e) || run2(m, move, e) ? -1 : 0;
}

static int move_entries(struct merge *m, struct err *e)
{
	static const char reports[] = "UPDATE report SET unit_id = ?2 WHERE unit_id = ?1";
	static const char milestones[] = "UPDATE milestone SET unit_id = ?2 WHERE unit_id = ?1";
	static const char notices[] = "UPDATE notice SET unit_id = ?2 WHERE unit_id = ?1";
	static const char cases[] = "UPDATE example SET unit_id = ?2 WHERE unit_id = ?1";

	m->w->changes |= CHANGE_REPORT | CHANGE_MILESTONE | CHANGE_NOTICE | CHANGE_CASE;
	return run2(m, reports, e) || run2(m, milestones, e) || run2(m, notices, e) ||
			       run2(m, cases, e)
		       ? -1
		       : 0;
}

/* What both ask about the same thing waits once. */
static int move_requests(struct merge *m, struct err *e)
{
	static const char twice[] =
		"UPDATE request SET state = 'taken-back', version = version + 1, changed_at = ?3, "
		"changed_by = ?4 WHERE unit_id = ?1 AND state = 'asked' AND EXISTS (SELECT 1 "
		"FROM request i WHERE i.unit_id = ?2 AND i.state = 'asked' "
		"AND i.kind = request.kind AND i.action_id IS request.action_id "
		"AND i.milestone_id IS request.milestone_id AND i.period_id IS request.period_id)";
	static const char move[] = "UPDATE request SET unit_id = ?2 WHERE unit_id = ?1";
	static const char receipts[] =
		"INSERT INTO receipt (assignment_id, unit_id, issue, state, at, by_id, on_behalf) "
		"SELECT assignment_id, ?2, issue, state, at, by_id, on_behalf FROM receipt "
		"WHERE unit_id = ?1 ON CONFLICT DO NOTHING";
	static const char exceptions[] =
		"INSERT INTO period_exception (period_id, unit_id, until, reason, changed_at, "
		"changed_by) SELECT period_id, ?2, until, reason, changed_at, changed_by "
		"FROM period_exception WHERE unit_id = ?1 "
		"ON CONFLICT DO UPDATE SET until = max(until, excluded.until)";

	m->w->changes |= CHANGE_REQUEST | CHANGE_PERIOD;
	return run4(m, twice, e) || run2(m, move, e) || run2(m, receipts, e) ||
			       run2(m, exceptions, e)
		       ? -1
		       : 0;
}

/* A person who holds the same post in both keeps one. */
static int move_posts(struct merge *m, struct err *e)
{
	static const char end[] =
		"UPDATE post SET ended_at = ?3, ended_by = ?4 "
		"WHERE unit_id = ?1 AND ended_at IS NULL AND EXISTS (SELECT 1 FROM post i "
		"WHERE i.unit_id = ?2 AND i.ended_at IS NULL AND i.person_id = post.person_id "
		"AND i.role = post.role)";
	static const char move[] =
		"UPDATE post SET unit_id = ?2 WHERE unit_id = ?1 AND ended_at IS NULL";

	m->w->changes |= CHANGE_PERSON;
	return run4(m, end, e) || run2(m, move, e) ? -1 : 0;
}

static int check_members(struct merge *m, struct err *e)
{
	static const char text[] = "SELECT EXISTS (SELECT 1 FROM unit_member "
				   "WHERE collective_id IN (?1, ?2) AND ended_at IS NULL) "
				   "AND EXISTS (SELECT 1 FROM unit_member "
				   "WHERE member_id IN (?1, ?2) AND ended_at IS NULL)";
	int64_t nested = 0;

	if (sql_get(m->w->db, text, &nested, e, sql_i64(m->from.id), sql_i64(m->into.id)) < 0)
		return -1;
	if (!nested)
		return 0;
	return err_set(e, ERR_STATE,
		       _("one of %s and %s stands for other units, the other is a member of one; "
			 "take the members out first"),
		       m->from.name, m->into.name);
}

static int move_members(struct merge *m, struct err *e)
{
	static const char end_own[] =
		"UPDATE unit_member SET ended_at = ?3, ended_by = ?4 "
		"WHERE collective_id = ?1 AND ended_at IS NULL AND EXISTS "
		"(SELECT 1 FROM unit_member i WHERE i.collective_id = ?2 "
		"AND i.member_id = unit_member.member_id AND i.ended_at IS NULL)";
	static const char end_in[] =
		"UPDATE unit_member SET ended_at = ?3, ended_by = ?4 "
		"WHERE member_id = ?1 AND ended_at IS NULL AND EXISTS "
		"(SELECT 1 FROM unit_member i WHERE i.member_id = ?2 "
		"AND i.collective_id = unit_member.collective_id AND i.ended_at IS NULL)";
	static const char move_own[] = "UPDATE unit_member SET collective_id = ?2 "
				       "WHERE collective_id = ?1 AND ended_at IS NULL";
	static const char move_in[] = "UPDATE unit_member SET member_id = ?2 "
				      "WHERE member_id = ?1 AND ended_at IS NULL";
	static const char kind[] =
		"UPDATE unit SET kind = 'collective' WHERE id = ?2 AND kind <> 'collective' AND "
		"EXISTS (SELECT 1 FROM unit_member WHERE collective_id = ?2 AND ended_at IS NULL)";

	if (run4(m, end_own, e) || run4(m, end_in, e))
		return -1;
	return run2(m, move_own, e) || run2(m, move_in, e) || run2(m, kind, e) ? -1 : 0;
}

static int move_names(struct merge *m, struct err *e)
{
	static const char aliases[] = "UPDATE unit_alias SET unit_id = ?2 WHERE unit_id = ?1";
	static const char retire[] =
		"UPDATE unit SET merged_into = ?2, version = version + 1, changed_at = ?3, "
		"changed_by = ?4 WHERE id = ?1";
	static const char earlier[] = "UPDATE unit SET merged_into = ?2 WHERE merged_into = ?1";

	m->w->changes |= CHANGE_UNIT;
	if (run2(m, aliases, e) || run2(m, earlier, e) || run4(m, retire, e))
		return -1;
	if (unit_add_alias(m->w, m->into.id, m->from.name, e) ||
	    name_key_put(m->w->db, NAME_UNIT, m->into.id, e) ||
	    search_put(m->w->db, SEARCH_UNIT, m->into.id, e))
		return -1;
	return search_put_of_unit(m->w->db, m->into.id, e);
}

static int count_plans(struct merge *m, struct err *e)
{
	static const char text[] =
		"SELECT DISTINCT a.plan_id FROM assignment s JOIN action a ON a.id = s.action_id "
		"WHERE s.unit_id IN (?1, ?2)";
	struct sql_stmt *q = sql_query(m->w->db, text, e, sql_i64(m->from.id), sql_i64(m->into.id));
	VEC(int64_t) plans = {0};
	int got;

	while ((got = sql_next(q, e)) > 0)
		*vec_push(&m->w->arena, &plans) = sql_take_i64(q);
	for (size_t i = 0; !got && i < plans.n; i++)
		got = write_count_plan(m->w, plans.at[i], e);
	return got;
}

int unit_merge(struct write *w, int64_t from, int64_t into, struct err *e)
{
	struct merge m = {.w = w};
	struct log_entry entry = {.act = "unit.merge", .unit_id = into};
	struct change c = {0};

	if (from == into)
		return err_set(e, ERR_INPUT, _("a unit cannot be merged into itself"));
	if (store_unit_get(w->s, &w->arena, from, &m.from, e) ||
	    store_unit_get(w->s, &w->arena, into, &m.into, e) || check_reports(&m, e) ||
	    check_members(&m, e))
		return -1;
	if (move_assignments(&m, e) || move_evidence(&m, e) || move_entries(&m, e) ||
	    move_requests(&m, e) || move_posts(&m, e) || move_members(&m, e) || move_names(&m, e) ||
	    count_plans(&m, e))
		return -1;
	entry.object = arena_printf(&w->arena, "unit %s", m.into.name);
	change_new_text(&c, "merged", m.from.name);
	return write_log(w, &entry, &c, e);
}

static int check_seen(struct write *w, int64_t id, int64_t version, struct err *e)
{
	struct unit_row unit;

	return store_unit_get(w->s, &w->arena, id, &unit, e) ||
			       check_version(w, version_of_unit, id, version, e)
		       ? -1
		       : 0;
}

int store_unit_merge(struct store *s, const struct actor *who, int64_t from, int64_t from_version,
		     int64_t into, int64_t into_version, unsigned *changes, struct err *e)
{
	const struct subject what = {.unit = ""};
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	int result = write_may(&w, ACT_UNIT, &what, e) || check_seen(&w, from, from_version, e) ||
				     check_seen(&w, into, into_version, e)
			     ? -1
			     : unit_merge(&w, from, into, e);
	return write_end(&w, result, changes, e);
}
