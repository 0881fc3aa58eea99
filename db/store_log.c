/* Reading the log: the newest rows that a person may see, and whether the chain still holds. Rows
 * of several sources (one's own, those of each of one's units) are put together by id. */
#include "db/store_log.h"

#include "core/i18n.h"
#include "db/log_hash.h"
#include "db/store_internal.h"

#include <stdlib.h>
#include <string.h>

/* What a list is drawn from; one statement each. ?1 what, ?2 rows before this id, ?3 how many,
 * ?4 of this person (null: of anybody). */
enum source { SOURCE_ALL, SOURCE_ACTION, SOURCE_PERSON, SOURCE_UNIT };

#define LOG_ROWS(where)                                                                            \
	"SELECT id, at, person, post, remote, act, object, before, after, "                        \
	"coalesce(person_id, 0), coalesce(unit_id, 0) FROM log WHERE " where                       \
	" AND id < ?2 AND (?4 IS NULL OR person_id = ?4) ORDER BY id DESC LIMIT ?3"

static const char all_rows[] = LOG_ROWS("?1 IS NULL");
static const char action_rows[] = LOG_ROWS("action_id = ?1");
static const char person_rows[] = LOG_ROWS("person_id = ?1");
static const char unit_rows[] = LOG_ROWS("unit_id = ?1");
static const char *const texts[] = {
	[SOURCE_ALL] = all_rows,
	[SOURCE_ACTION] = action_rows,
	[SOURCE_PERSON] = person_rows,
	[SOURCE_UNIT] = unit_rows,
};

struct listing {
	struct store *s;
	struct arena *a;
	const struct actor *who;
	const struct reader *r; /* of the log */
	struct log_rows *rows;
	int64_t before_id, person_id;
	int limit;
};

static bool may_see(const struct listing *l, int64_t person_id, int64_t unit_id)
{
	return l->r->all || !unit_id || person_id == l->who->person_id ||
	       reader_has_unit(l->r, unit_id);
}

static bool is_own(const struct listing *l, int64_t person_id, int64_t unit_id)
{
	return !l->who || person_id == l->who->person_id || reader_has_unit(l->r, unit_id);
}

/* A draft has not left its unit, and neither has what it said before it was handed in: others see
 * that something was kept, not what. */
static void hide_draft(struct log_row *r)
{
	bool saved = strcmp(r->act, "report.save") == 0;

	if (saved || strcmp(r->act, "report.submit") == 0)
		r->before = "";
	if (saved)
		r->after = "";
}

static int add_rows(struct listing *l, enum source source, int64_t of, struct err *e)
{
	struct sql_stmt *q =
		sql_query(l->s->db, texts[source], e, sql_id(of), sql_i64(l->before_id),
			  sql_i64(l->limit), sql_id(l->person_id));
	int got;

	while ((got = sql_next(q, e)) > 0) {
		struct log_row r;
		r.id = sql_take_i64(q);
		r.at = sql_take_time(q);
		r.person = sql_take_text(q, l->a);
		r.post = sql_take_text(q, l->a);
		r.remote = sql_take_text(q, l->a);
		r.act = sql_take_text(q, l->a);
		r.object = sql_take_text(q, l->a);
		r.before = sql_take_text(q, l->a);
		r.after = sql_take_text(q, l->a);
		int64_t person_id = sql_take_i64(q), unit_id = sql_take_i64(q);
		if (!may_see(l, person_id, unit_id))
			continue;
		if (!is_own(l, person_id, unit_id))
			hide_draft(&r);
		*vec_push(l->a, l->rows) = r;
	}
	return got;
}

static int newest_first(const void *a, const void *b)
{
	const struct log_row *one = a, *two = b;

	return (one->id < two->id) - (one->id > two->id);
}

/* Each source gave its newest; together the newest are among them. */
static void merge_rows(struct listing *l)
{
	struct log_rows *rows = l->rows;
	size_t n = 0;

	if (!rows->n)
		return;
	qsort(rows->at, rows->n, sizeof *rows->at, newest_first);
	for (size_t i = 0; i < rows->n && n < (size_t)l->limit; i++) {
		if (!n || rows->at[i].id != rows->at[n - 1].id)
			rows->at[n++] = rows->at[i];
	}
	rows->n = n;
}

static int add_own_rows(struct listing *l, struct err *e)
{
	if (add_rows(l, SOURCE_PERSON, l->who->person_id, e))
		return -1;
	for (int i = 0; i < l->r->nunits; i++) {
		if (add_rows(l, SOURCE_UNIT, l->r->units[i], e))
			return -1;
	}
	merge_rows(l);
	return 0;
}

/* What was written about a unit before it was merged into one of the reader's is theirs too. */
static int add_merged_units(struct store *s, struct arena *a, struct reader *r, struct err *e)
{
	static const char text[] = "SELECT id FROM unit WHERE merged_into = ?1";
	VEC(int64_t) units = {0};
	int got = 0;

	for (int i = 0; !got && i < r->nunits; i++) {
		struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(r->units[i]));
		*vec_push(a, &units) = r->units[i];
		while ((got = sql_next(q, e)) > 0)
			*vec_push(a, &units) = sql_take_i64(q);
	}
	r->units = units.at;
	r->nunits = (int)units.n;
	return got;
}

/* How far the posts reach in the log; ACT_LOG is asked like ACT_READ. */
static int log_reader(struct store *s, struct arena *a, const struct actor *who, struct reader *r,
		      struct err *e)
{
	reader_of(a, who, r);
	for (int i = 0; who && i < who->nposts; i++) {
		enum reach reach = act_reach(ACT_LOG, who->posts[i].role);
		r->all |= reach == REACH_ALL;
		r->any |= reach != REACH_NONE;
	}
	return add_merged_units(s, a, r, e);
}

static int find_person(struct store *s, const char *login, int64_t *id, struct err *e)
{
	static const char text[] = "SELECT id FROM person WHERE login = ?1";

	*id = 0;
	if (!login)
		return 0;
	int got = sql_get(s->db, text, id, e, sql_text(login));
	if (got == 0)
		return err_set(e, ERR_NOT_FOUND, _("nobody here has the login %s"), login);
	return got < 0 ? -1 : 0;
}

int store_log_list(struct store *s, struct arena *a, const struct actor *who,
		   const struct log_filter *f, int limit, struct log_rows *rows, struct err *e)
{
	struct reader r;
	struct listing l = {.s = s, .a = a, .who = who, .r = &r, .rows = rows, .limit = limit};

	*rows = (struct log_rows){0};
	l.before_id = f->before_id ? f->before_id : INT64_MAX;
	if (log_reader(s, a, who, &r, e) || find_person(s, f->login, &l.person_id, e))
		return -1;
	if (!r.any) {
		struct subject what = {.unit = ""};
		return may(who, ACT_LOG, &what, e) ? 0 : -1;
	}
	if (f->action_id) {
		if (!r.all && read_may_action(s, who, f->action_id, e))
			return -1;
		return add_rows(&l, SOURCE_ACTION, f->action_id, e);
	}
	if (!r.all)
		return add_own_rows(&l, e);
	if (l.person_id)
		return add_rows(&l, SOURCE_PERSON, l.person_id, e);
	return add_rows(&l, SOURCE_ALL, 0, e);
}

/* Borrowed from the row. */
static struct log_fields take_fields(struct sql_stmt *q)
{
	struct log_fields r = {.id = sql_take_i64(q)};

	r.person_id = sql_take_i64(q);
	r.action_id = sql_take_i64(q);
	r.unit_id = sql_take_i64(q);
	r.at = sql_peek(q);
	r.person = sql_peek(q);
	r.post = sql_peek(q);
	r.remote = sql_peek(q);
	r.act = sql_peek(q);
	r.object = sql_peek(q);
	r.before = sql_peek(q);
	r.after = sql_peek(q);
	return r;
}

/* 0 the row fits to the hash before it, which becomes its own. */
static int check_row(struct sql_stmt *q, int64_t id, char hash[HASH_TEXT], struct err *e)
{
	struct log_fields r = take_fields(q);
	char expected[HASH_TEXT];

	if (r.id > id)
		return err_set(e, ERR_FORMAT,
			       _("row %lld of the log is missing, the next one is row %lld (%s, "
				 "%s): the log was changed by another hand"),
			       (long long)id, (long long)r.id, r.at, r.object);
	log_hash(hash, &r, expected);
	if (strcmp(expected, sql_peek(q)) != 0)
		return err_set(e, ERR_FORMAT,
			       _("row %lld of the log (%s, %s) does not fit to the row before it: "
				 "the log was changed by another hand"),
			       (long long)r.id, r.at, r.object);
	memcpy(hash, expected, HASH_TEXT);
	return 0;
}

int store_log_verify(struct store *s, int64_t *nrows, struct err *e)
{
	static const char text[] = "SELECT id, person_id, action_id, unit_id, at, person, post, "
				   "remote, act, object, before, after, hash FROM log ORDER BY id";
	char hash[HASH_TEXT] = "";
	struct sql_stmt *q = sql_query(s->db, text, e);
	int got;

	*nrows = 0;
	while ((got = sql_next(q, e)) > 0) {
		if (check_row(q, ++*nrows, hash, e)) {
			sql_end(q);
			return -1;
		}
	}
	return got;
}

int store_log_hash(struct store *s, struct arena *a, int64_t *row, const char **hash, struct err *e)
{
	static const char text[] = "SELECT id, hash FROM log "
				   "WHERE id = coalesce(?1, (SELECT max(id) FROM log))";
	struct sql_stmt *q = sql_query(s->db, text, e, sql_id(*row));
	int got = sql_next(q, e);

	*hash = "";
	if (got == 0)
		return err_set(e, ERR_NOT_FOUND, _("the log has no row %lld"), (long long)*row);
	if (got < 0)
		return -1;
	*row = sql_take_i64(q);
	*hash = sql_take_text(q, a);
	sql_end(q);
	return 0;
}

int store_log_stamp(struct store *s, struct arena *a, struct document *d, struct err *e)
{
	const char *hash;
	int64_t row = 0;

	if (store_log_hash(s, a, &row, &hash, e))
		return -1;
	/* TRANSLATORS: at the end of printed documents; the hash proves the log up to that row */
	document_paragraph(a, d, arena_printf(a, _("Log row %lld, %.12s"), (long long)row, hash));
	return 0;
}
