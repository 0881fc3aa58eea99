/* A sum over every row of a file, by SQLite alone. What is told of log-ins and refusals is left
 * out: that grows with every try. */
#include "tests/cli/walk.h"

#include "tests/support/file_check.h"

#include <criterion/criterion.h>

static uint64_t add_bytes(uint64_t sum, const unsigned char *bytes, int n)
{
	enum { PRIME = 0x1b3 };

	for (int i = 0; i < n; i++)
		sum = (sum ^ bytes[i]) * (((uint64_t)1 << 40) + PRIME);
	return (sum ^ (uint64_t)n) * (((uint64_t)1 << 40) + PRIME);
}

static uint64_t add_table(uint64_t sum, sqlite3 *db, const char *table)
{
	char *text = sqlite3_mprintf("SELECT * FROM \"%w\"", table);
	sqlite3_stmt *q = NULL;

	cr_assert_eq(sqlite3_prepare_v2(db, text, -1, &q, NULL), SQLITE_OK, "%s: %s", text,
		     sqlite3_errmsg(db));
	while (sqlite3_step(q) == SQLITE_ROW)
		for (int i = 0; i < sqlite3_column_count(q); i++) {
			const unsigned char *bytes = sqlite3_column_blob(q, i);

			sum = add_bytes(sum, bytes, sqlite3_column_bytes(q, i));
		}
	sqlite3_finalize(q);
	sqlite3_free(text);
	return sum;
}

uint64_t walk_sum(struct walk *w)
{
	static const char tables[] =
		"SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE "
		"VIRTUAL%' AND name NOT IN ('access', 'session') ORDER BY name";
	uint64_t sum = 0xcbf29ce484222325u;
	sqlite3_stmt *q = NULL;
	sqlite3 *db = file_open(w->d.db);

	cr_assert_eq(sqlite3_prepare_v2(db, tables, -1, &q, NULL), SQLITE_OK, "%s",
		     sqlite3_errmsg(db));
	while (sqlite3_step(q) == SQLITE_ROW)
		sum = add_table(sum, db, (const char *)sqlite3_column_text(q, 0));
	sqlite3_finalize(q);
	sqlite3_close(db);
	return sum;
}
