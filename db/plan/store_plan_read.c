/*
 * A plan in the file as a document again: head, sections, actions with their units, targets and
 * volumes. The lists are read whole, in the order of the actions, and dealt out to them as they
 * come.
 */
#include "core/i18n.h"
#include "db/store_internal.h"
#include "db/plan/store_plan.h"
#include "db/plan/store_update.h"

#include <string.h>

struct reading {
	struct store *s;
	struct arena *a;
	enum plan_side side;
	struct plan_standing *out;
	VEC(int64_t) ids;
	VEC(const char *) paths;
	struct strbuf text;   /* of the document, behind it the clauses of withdrawn actions */
	size_t at;	      /* the action that rows were dealt to last */
	int64_t indicator_id; /* that a row was taken of last */
};

static int read_head(struct reading *r, const char *code, struct err *e)
{
	static const char text[] =
		"SELECT id, version, title, doc_no, issuer, date, lead_rule, file, text "
		"FROM plan WHERE code = ?1";
	struct plan *p = &r->out->plan;
	struct sql_stmt *q = sql_query(r->s->db, text, e, sql_text(code));

	if (sql_next(q, e) <= 0)
		return -1;
	r->out->plan_id = sql_take_i64(q);
	r->out->version = sql_take_i64(q);
	p->title = sql_take_text(q, r->a);
	p->doc_no = sql_take_text(q, r->a);
	p->issuer = sql_take_text(q, r->a);
	p->date = sql_take_text(q, r->a);
	sql_take_word(q, lead_rule, &p->lead_rule);
	p->file = sql_take_text(q, r->a);
	strbuf_puts(&r->text, sql_peek(q));
	sql_end(q);
	return 0;
}

static int read_sections(struct reading *r, struct err *e)
{
	static const char text[] = "SELECT no, title FROM section "
				   "WHERE plan_id = ?1 AND ended_at IS NULL ORDER BY seq";
	struct sql_stmt *q = sql_query(r->s->db, text, e, sql_i64(r->out->plan_id));
	int got;

	while ((got = sql_next(q, e)) > 0) {
		struct plan_section *s = vec_push(r->a, &r->out->plan.sections);
		s->no = sql_take_text(q, r->a);
		s->title = sql_take_text(q, r->a);
	}
	return got;
}

/* A withdrawn action stands in no text any more: its clause is put behind it. */
static void take_clause(struct reading *r, struct sql_stmt *q, struct plan_action *act,
			bool withdrawn)
{
	act->clause.from = (size_t)sql_take_i64(q);
	act->clause.to = (size_t)sql_take_i64(q);
	if (!withdrawn)
		return;
	strbuf_putc(&r->text, '\n');
	act->clause.from = r->text.nbytes;
	strbuf_puts(&r->text, sql_peek(q));
	act->clause.to = r->text.nbytes;
}

static void take_action(struct reading *r, struct sql_stmt *q)
{
	struct plan_action *act = vec_push(r->a, &r->out->plan.actions);

	*vec_push(r->a, &r->ids) = sql_take_i64(q);
	*vec_push(r->a, &r->paths) = sql_take_text(q, r->a);
	bool withdrawn = sql_take_bool(q);
	act->no = sql_take_text(q, r->a);
	act->section = sql_take_text(q, r->a);
	act->parent = sql_take_text(q, r->a);
	act->title = sql_take_text(q, r->a);
	act->due = sql_take_text(q, r->a);
	act->line = sql_take_int(q);
	take_clause(r, q, act, withdrawn);
	r->out->nactions += !withdrawn;
}

static int read_actions(struct reading *r, struct err *e)
{
	static const char text[] =
		"SELECT a.id, a.path, a.state = 'withdrawn', a.no, s.no, o.no, a.title, a.due, "
		"a.line, a.clause_from, a.clause_to, a.clause FROM action a "
		"LEFT JOIN section s ON s.id = a.section_id LEFT JOIN action o ON o.id = "
		"a.parent_id "
		"WHERE a.plan_id = ?1 AND (?2 OR a.state <> 'withdrawn') ORDER BY a.seq";
	struct sql_stmt *q = sql_query(r->s->db, text, e, sql_i64(r->out->plan_id),
				       sql_i64(r->side == PLAN_AS_ISSUED));
	int got;

	while ((got = sql_next(q, e)) > 0)
		take_action(r, q);
	r->out->ids = r->ids.at;
	r->out->paths = r->paths.at;
	return got;
}

/* The action that the row belongs to, by its first column: rows come in the order of actions. NULL
 * for one that is left out. */
static struct plan_action *deal(struct reading *r, struct sql_stmt *q)
{
	int64_t id = sql_take_i64(q);

	for (size_t i = r->at; i < r->ids.n; i++) {
		if (r->ids.at[i] == id) {
			r->at = i;
			return &r->out->plan.actions.at[i];
		}
	}
	return NULL;
}

/* Every row to its action. */
static int deal_rows(struct reading *r, struct sql_stmt *q,
		     void (*take)(struct reading *r, struct sql_stmt *q, struct plan_action *act),
		     struct err *e)
{
	int got;

	r->at = 0;
	while ((got = sql_next(q, e)) > 0) {
		struct plan_action *act = deal(r, q);

		if (act)
			take(r, q, act);
	}
	return got;
}

static void take_unit(struct reading *r, struct sql_stmt *q, struct plan_action *act)
{
	struct plan_unit *u = vec_push(r->a, &act->units);

	u->name = sql_take_text(q, r->a);
	sql_take_word(q, role, &u->role);
}

static int read_units(struct reading *r, struct err *e)
{
	static const char text[] =
		"SELECT a.id, u.name, CASE WHEN ?2 THEN s.doc_role ELSE s.role END "
		"FROM action a JOIN assignment s ON s.action_id = a.id JOIN unit u ON u.id = "
		"s.unit_id "
		"WHERE a.plan_id = ?1 AND CASE WHEN ?2 THEN s.doc_role IS NOT NULL "
		"ELSE s.state <> 'withdrawn' END ORDER BY a.seq, s.seq, s.id";
	struct sql_stmt *q = sql_query(r->s->db, text, e, sql_i64(r->out->plan_id),
				       sql_i64(r->side == PLAN_AS_ISSUED));

	return deal_rows(r, q, take_unit, e);
}

static void take_level(struct reading *r, struct sql_stmt *q, struct plan_action *act, bool first)
{
	const char *name = sql_take_text(q, r->a);
	const char *measure = sql_take_text(q, r->a);

	if (first)
		*vec_push(r->a, &act->indicators) =
			(struct plan_indicator){.name = name, .measure = measure};
	struct plan_indicator *in = &act->indicators.at[act->indicators.n - 1];
	if (!sql_take_bool(q))
		return;
	struct plan_target *t = vec_push(r->a, &in->targets);
	t->year = sql_take_int(q);
	sql_take_word(q, op, &t->op);
	t->value = sql_take_text(q, r->a);
}

static void take_words(struct reading *r, struct sql_stmt *q, struct plan_action *act, bool first)
{
	const char *text = sql_take_text(q, r->a);

	if (first)
		vec_push(r->a, &act->words)->text = text;
	sql_skip(q);
	if (sql_take_bool(q))
		*vec_push(r->a, &act->words.at[act->words.n - 1].years) = sql_take_int(q);
}

static void take_indicator(struct reading *r, struct sql_stmt *q, struct plan_action *act)
{
	int64_t id = sql_take_i64(q);
	bool first = id != r->indicator_id;

	r->indicator_id = id;
	(sql_take_bool(q) ? take_words : take_level)(r, q, act, first);
}

static int read_indicators(struct reading *r, struct err *e)
{
	static const char text[] =
		"SELECT a.id, i.id, i.kind = 'words', i.name, i.measure, t.id IS NOT NULL, t.year, "
		"t.op, t.value FROM action a JOIN indicator i ON i.action_id = a.id "
		"LEFT JOIN target t ON t.indicator_id = i.id AND t.ended_at IS NULL "
		"WHERE a.plan_id = ?1 AND i.ended_at IS NULL ORDER BY a.seq, i.seq, t.seq";

	return deal_rows(r, sql_query(r->s->db, text, e, sql_i64(r->out->plan_id)), take_indicator,
			 e);
}

static void take_volume(struct reading *r, struct sql_stmt *q, struct plan_action *act)
{
	struct plan_volume *v = vec_push(r->a, &act->volumes);

	v->value = sql_take_text(q, r->a);
	v->measure = sql_take_text(q, r->a);
	v->what = sql_take_text(q, r->a);
}

static int read_volumes(struct reading *r, struct err *e)
{
	static const char text[] =
		"SELECT a.id, v.value, v.measure, v.what FROM action a "
		"JOIN volume v ON v.action_id = a.id "
		"WHERE a.plan_id = ?1 AND v.ended_at IS NULL ORDER BY a.seq, v.seq";

	return deal_rows(r, sql_query(r->s->db, text, e, sql_i64(r->out->plan_id)), take_volume, e);
}

static int read_all(struct reading *r, const char *code, struct err *e)
{
	if (read_head(r, code, e) || read_sections(r, e) || read_actions(r, e) ||
	    read_units(r, e) || read_indicators(r, e) || read_volumes(r, e))
		return -1;
	r->out->plan.text = arena_strndup(r->a, r->text.s, r->text.nbytes);
	r->out->plan.nbytes = r->text.nbytes;
	return 0;
}

int store_plan_read(struct store *s, struct arena *a, const struct actor *who, const char *code,
		    enum plan_side side, struct plan_standing *plan, struct err *e)
{
	struct reading r = {.s = s, .a = a, .side = side, .out = plan};
	struct plan_row row;
	struct reader reader;

	*plan = (struct plan_standing){0};
	reader_of(a, who, &reader);
	if (store_plan_get(s, a, who, code, &row, e))
		return -1;
	if (!reader.all)
		return err_set(e, ERR_DENIED,
			       _("a whole plan with all its units is read by the coordinating "
				 "office, leaders and assessors"));
	int result = read_all(&r, row.code, e);
	strbuf_free(&r.text);
	return result;
}
