/* Plans: listing them, one by code or id, its document, closing it. */
#include "db/plan/store_plan.h"

#include "core/i18n.h"
#include "db/plan/store_check.h"
#include "db/search/name_key.h"
#include "db/store_internal.h"

#include <stdlib.h>
#include <string.h>

#define PLAN_KEY SQL_NAME_KEY("plan", "plan.id")
#define PLAN_COLUMNS                                                                               \
	"id, version, code, title, doc_no, issuer, date, lead_rule, state, nactions, "             \
	"nunits, " PLAN_KEY

static void take_plan(struct sql_stmt *q, struct arena *a, struct plan_row *p)
{
	p->id = sql_take_i64(q);
	p->version = sql_take_i64(q);
	p->code = sql_take_text(q, a);
	p->title = sql_take_text(q, a);
	p->doc_no = sql_take_text(q, a);
	p->issuer = sql_take_text(q, a);
	p->date = sql_take_date(q);
	sql_take_word(q, lead_rule, &p->lead_rule);
	sql_take_word(q, plan_state, &p->state);
	p->nactions = sql_take_int(q);
	p->nunits = sql_take_int(q);
	p->pinyin = sql_take_text(q, a);
}

int store_plan_list(struct store *s, struct arena *a, const struct actor *who,
		    struct plan_rows *rows, struct err *e)
{
	static const char text[] = "SELECT " PLAN_COLUMNS " FROM plan "
				   "ORDER BY state = 'closed', date DESC, id DESC";
	struct reader r;
	int got;

	*rows = (struct plan_rows){0};
	reader_of(a, who, &r);
	if (!r.any)
		return 0;
	struct sql_stmt *q = sql_query(s->db, text, e);
	while ((got = sql_next(q, e)) > 0)
		take_plan(q, a, vec_push(a, rows));
	return got;
}

/* The codes that there are, for a sentence: "dt2021, mh2020". */
static char *list_codes(struct store *s)
{
	static const char text[] =
		"SELECT code FROM plan ORDER BY state = 'closed', id DESC LIMIT 8";
	struct strbuf b = STRBUF_INIT;
	struct err e = ERR_INIT;
	struct sql_stmt *q = sql_query(s->db, text, &e);

	while (sql_next(q, &e) > 0) {
		if (b.nbytes)
			strbuf_puts(&b, _(", "));
		strbuf_puts(&b, sql_peek(q));
	}
	return strbuf_detach(&b);
}

static int refuse_code(struct store *s, const char *code, struct err *e)
{
	char *codes = list_codes(s);

	if (*codes)
		err_set(e, ERR_NOT_FOUND, _("there is no plan %s; there are: %s"), code, codes);
	else
		err_set(e, ERR_NOT_FOUND,
			_("there is no plan %s; the office imports plans with `duban import`"),
			code);
	free(codes);
	return -1;
}

int store_plan_get(struct store *s, struct arena *a, const struct actor *who, const char *code,
		   struct plan_row *row, struct err *e)
{
	static const char text[] = "SELECT " PLAN_COLUMNS " FROM plan WHERE code = ?1";
	struct sql_stmt *q;

	if (read_may_plan(who, e))
		return -1;
	q = sql_query(s->db, text, e, sql_text(code));
	int got = sql_next(q, e);
	if (got < 0)
		return -1;
	if (got == 0)
		return refuse_code(s, code, e);
	*row = (struct plan_row){0};
	take_plan(q, a, row);
	sql_end(q);
	return 0;
}

int store_plan_get_id(struct store *s, struct arena *a, const struct actor *who, int64_t id,
		      struct plan_row *row, struct err *e)
{
	static const char text[] = "SELECT " PLAN_COLUMNS " FROM plan WHERE id = ?1";
	struct sql_stmt *q;

	if (read_may_plan(who, e))
		return -1;
	q = sql_query(s->db, text, e, sql_i64(id));
	int got = sql_next(q, e);
	if (got < 0)
		return -1;
	if (got == 0)
		return err_set(e, ERR_NOT_FOUND, _("there is no such plan"));
	*row = (struct plan_row){0};
	take_plan(q, a, row);
	sql_end(q);
	return 0;
}

int store_plan_text(struct store *s, struct arena *a, const struct actor *who, int64_t plan_id,
		    const char **out, struct err *e)
{
	static const char text[] = "SELECT text FROM plan WHERE id = ?1";
	struct sql_stmt *q;

	if (read_may_plan(who, e))
		return -1;
	q = sql_query(s->db, text, e, sql_i64(plan_id));
	int got = sql_next(q, e);
	if (got < 0)
		return -1;
	if (got == 0)
		return err_set(e, ERR_NOT_FOUND, _("there is no such plan"));
	*out = sql_take_text(q, a);
	sql_end(q);
	return 0;
}

static int set_closed(struct write *w, int64_t plan_id, const char *reason, struct err *e)
{
	static const char text[] =
		"UPDATE plan SET state = 'closed', state_reason = ?2, version = version + 1, "
		"changed_at = ?3, changed_by = ?4 WHERE id = ?1";

	return sql_run(w->db, text, e, sql_i64(plan_id), sql_text(reason), sql_time(w->now),
		       write_person(w));
}

static int plan_close(struct write *w, const char *code, int64_t version, const char *reason,
		      struct err *e)
{
	struct subject what = {.unit = ""};
	struct log_entry entry = {.act = "plan.close"};
	struct change c = {0};
	struct plan_row plan;

	if (write_may(w, ACT_PLAN, &what, e) ||
	    store_plan_get(w->s, &w->arena, NULL, code, &plan, e) ||
	    check_version(w, version_of_plan, plan.id, version, e) ||
	    write_check_plan_open(w, plan.id, e) || set_closed(w, plan.id, reason, e))
		return -1;
	entry.object = arena_printf(&w->arena, "plan %s", plan.code);
	change_text(&c, "state", plan_state_word(PLAN_OPEN), plan_state_word(PLAN_CLOSED));
	change_new_text(&c, "reason", reason);
	w->changes = CHANGE_PLAN;
	return write_log(w, &entry, &c, e);
}

int store_plan_close(struct store *s, const struct actor *who, const char *code, int64_t version,
		     const char *reason, unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, plan_close(&w, code, version, reason, e), changes, e);
}
