/* One SHA-256 for each part, over its values in the order in which they are given. A table is read
 * through the connection of the store, so that what the program refuses is refused here too: other
 * than content.c, which asks what the bytes of the file say. */
#include "tests/survive/reading.h"

#include "core/mem.h"
#include "db/log_hash.h"
#include "db/plan/store_plan.h"
#include "db/report/store_evidence.h"
#include "db/report/store_file.h"
#include "db/store_access.h"
#include "db/store_internal.h"
#include "db/store_log.h"

#include <criterion/criterion.h>
#include <nettle/sha2.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { MOST_ROWS = 100000 };

struct part {
	struct sha256_ctx h;
	struct arena a;
	struct err e;
};

static void part_begin(struct part *p)
{
	*p = (struct part){.a = ARENA_INIT, .e = ERR_INIT};
	sha256_init(&p->h);
}

static void part_end(struct part *p, struct reading *r, const char *name, bool given)
{
	cr_assert_lt(r->n, READING_MOST);
	snprintf(r->part[r->n].name, sizeof r->part[r->n].name, "%s", name);
	if (given)
		hash_text(&p->h, r->part[r->n].hash);
	else
		r->part[r->n].hash[0] = '\0';
	r->nrefused += !given;
	r->n++;
	arena_free(&p->a);
}

/* Texts up to NULL, each with its end. */
static void add_texts(struct part *p, ...)
{
	const char *text;
	va_list ap;

	va_start(ap, p);
	while ((text = va_arg(ap, const char *)))
		sha256_update(&p->h, strlen(text) + 1, (const uint8_t *)text);
	va_end(ap);
}

static void add_number(struct part *p, int64_t n)
{
	sha256_update(&p->h, sizeof n, (const uint8_t *)&n);
}

static void take_plans(struct store *s, struct reading *r)
{
	struct plan_rows rows = {0};
	struct part p;

	part_begin(&p);
	bool given = store_plan_list(s, &p.a, NULL, &rows, &p.e) == 0;
	for (size_t i = 0; given && i < rows.n; i++) {
		const struct plan_row *row = &rows.at[i];

		add_texts(&p, row->code, row->title, row->doc_no, row->issuer, NULL);
		add_number(&p, row->nactions);
		add_number(&p, row->nunits);
	}
	part_end(&p, r, "list of plans", given);
}

static void take_actions(struct store *s, struct reading *r)
{
	struct action_rows rows = {0};
	struct part p;

	part_begin(&p);
	bool given = store_action_list(s, &p.a, NULL, 1, &rows, &p.e) == 0;
	for (size_t i = 0; given && i < rows.n; i++) {
		const struct action_row *row = &rows.at[i];

		add_texts(&p, row->path, row->title, row->section_title, NULL);
		add_number(&p, row->line);
		add_number(&p, row->state);
	}
	part_end(&p, r, "list of actions", given);
}

static void take_log(struct store *s, struct reading *r)
{
	struct log_rows rows = {0};
	struct part p;

	part_begin(&p);
	bool given =
		store_log_list(s, &p.a, NULL, &(struct log_filter){0}, MOST_ROWS, &rows, &p.e) == 0;
	for (size_t i = 0; given && i < rows.n; i++) {
		const struct log_row *row = &rows.at[i];

		add_number(&p, row->at);
		add_texts(&p, row->person, row->post, row->remote, row->act, row->object,
			  row->before, row->after, NULL);
	}
	part_end(&p, r, "list of the log", given);
}

static void take_access(struct store *s, const struct actor *who, struct reading *r)
{
	struct access_rows rows = {0};
	struct part p;

	part_begin(&p);
	bool given = store_access_list(s, &p.a, who, NULL, MOST_ROWS, &rows, &p.e) == 0;
	for (size_t i = 0; given && i < rows.n; i++) {
		const struct access_row *row = &rows.at[i];

		add_number(&p, row->at);
		add_number(&p, row->act);
		add_texts(&p, row->login, row->person, row->remote, row->object, NULL);
	}
	part_end(&p, r, "list of access", given);
}

static int take_piece(void *to, const void *bytes, size_t n, struct err *e)
{
	struct part *p = to;

	(void)e;
	sha256_update(&p->h, n, bytes);
	return 0;
}

static void take_file(struct store *s, const struct evidence_row *row, struct reading *r)
{
	struct part p;
	char name[64];

	part_begin(&p);
	snprintf(name, sizeof name, "file %lld", (long long)row->id);
	bool given = store_file_read(s, row, take_piece, &p, &p.e) == 0;
	part_end(&p, r, name, given);
}

static void take_evidence(struct store *s, struct reading *r)
{
	struct evidence_rows rows = {0};
	struct part p;

	part_begin(&p);
	bool given = store_evidence_list(s, &p.a, NULL, &(struct evidence_filter){0}, MOST_ROWS,
					 &rows, &p.e) == 0;
	for (size_t i = 0; given && i < rows.n; i++) {
		const struct evidence_row *row = &rows.at[i];

		add_texts(&p, row->unit, row->actions, row->title, row->doc_no, row->added_by,
			  row->file_name, row->sha256, NULL);
		add_number(&p, row->nbytes);
		if (row->kind == EVIDENCE_FILE)
			take_file(s, row, r);
	}
	part_end(&p, r, "list of evidence", given);
}

static void add_columns(struct part *p, struct sql *db, struct sql_stmt *q, int64_t ncolumns)
{
	for (int i = 0; i < ncolumns; i++) {
		size_t nbytes = 0;
		const void *bytes = db->ops->col_blob(q, i, &nbytes);

		add_number(p, (int64_t)nbytes);
		if (nbytes)
			sha256_update(&p->h, nbytes, bytes);
	}
}

/* The texts of these statements are not the program's: they are no use to another reading. */
static void take_table(struct sql *db, const char *name, int64_t ncolumns, struct reading *r)
{
	struct sql_stmt *q = NULL;
	struct part p;
	int got = -1;

	part_begin(&p);
	const char *text = arena_printf(&p.a, "SELECT * FROM \"%s\" NOT INDEXED", name);
	if (db->ops->prepare(db, &q, text, &p.e) == 0) {
		while ((got = db->ops->step(q, &p.e)) > 0)
			add_columns(&p, db, q, ncolumns);
		db->ops->finish(q);
	}
	part_end(&p, r, name, got == 0);
}

static void take_tables(struct sql *db, struct reading *r)
{
	static const char list[] = "SELECT name, (SELECT count(*) FROM pragma_table_info(s.name)) "
				   "FROM sqlite_schema s WHERE type = 'table' "
				   "AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name";
	VEC(struct {
		const char *name;
		int64_t ncolumns;
	})
	tables = {0};
	struct part p;
	int got;

	part_begin(&p);
	struct sql_stmt *q = sql_query(db, list, &p.e);
	while ((got = sql_next(q, &p.e)) > 0) {
		vec_push(&p.a, &tables);
		tables.at[tables.n - 1].name = sql_take_text(q, &p.a);
		tables.at[tables.n - 1].ncolumns = sql_take_i64(q);
		add_texts(&p, tables.at[tables.n - 1].name, NULL);
	}
	for (size_t i = 0; i < tables.n; i++)
		take_table(db, tables.at[i].name, tables.at[i].ncolumns, r);
	part_end(&p, r, "tables", got == 0);
}

void reading_take(struct store *s, const struct actor *who, struct reading *r)
{
	*r = (struct reading){.n = 0};
	take_plans(s, r);
	take_actions(s, r);
	take_log(s, r);
	take_access(s, who, r);
	take_evidence(s, r);
	take_tables(s->db, r);
}

static const char *hash_in(const struct reading *r, const char *name)
{
	for (int i = 0; i < r->n; i++)
		if (strcmp(r->part[i].name, name) == 0)
			return r->part[i].hash;
	return "";
}

const char *reading_other(const struct reading *r, const struct reading *whole)
{
	for (int i = 0; i < r->n; i++) {
		const char *hash = r->part[i].hash;

		if (*hash && strcmp(hash, hash_in(whole, r->part[i].name)) != 0)
			return r->part[i].name;
	}
	return NULL;
}
