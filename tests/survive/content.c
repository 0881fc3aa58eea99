/* One SHA-256 over every value of every row, the tables in the order of their names, the rows in
 * that of their keys. A virtual table is seen by the tables that it keeps its things in. */
#include "tests/survive/content.h"

#include "core/mem.h"
#include "db/log_hash.h"

#include <nettle/sha2.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

static void add_value(struct sha256_ctx *h, sqlite3_stmt *q, int i)
{
	const void *bytes = sqlite3_column_blob(q, i);
	int n = sqlite3_column_bytes(q, i);
	char head[40];

	snprintf(head, sizeof head, "%d:%d:", sqlite3_column_type(q, i), n);
	sha256_update(h, strlen(head), (const uint8_t *)head);
	if (n > 0)
		sha256_update(h, (size_t)n, bytes);
}

static bool add_table(sqlite3 *db, const char *name, struct sha256_ctx *h)
{
	char *text = sqlite3_mprintf("SELECT * FROM \"%w\" NOT INDEXED", name);
	sqlite3_stmt *q = NULL;
	int rc = sqlite3_prepare_v2(db, text, -1, &q, NULL);

	sqlite3_free(text);
	sha256_update(h, strlen(name) + 1, (const uint8_t *)name);
	while (rc == SQLITE_OK && (rc = sqlite3_step(q)) == SQLITE_ROW) {
		for (int i = 0; i < sqlite3_column_count(q); i++)
			add_value(h, q, i);
		rc = SQLITE_OK;
	}
	sqlite3_finalize(q);
	return rc == SQLITE_DONE;
}

static bool add_all(sqlite3 *db, struct sha256_ctx *h)
{
	static const char text[] = "SELECT name FROM sqlite_schema WHERE type = 'table' "
				   "AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name";
	sqlite3_stmt *q = NULL;
	int rc = sqlite3_prepare_v2(db, text, -1, &q, NULL);

	while (rc == SQLITE_OK && (rc = sqlite3_step(q)) == SQLITE_ROW)
		rc = add_table(db, (const char *)sqlite3_column_text(q, 0), h) ? SQLITE_OK
									       : SQLITE_ERROR;
	sqlite3_finalize(q);
	return rc == SQLITE_DONE;
}

bool content_of_tables(const char *path, const char *const *tables, char out[CONTENT_TEXT])
{
	struct sha256_ctx h;
	sqlite3 *db = NULL;
	bool good = sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK;

	/* it would write pages as the program does not */
	sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	sha256_init(&h);
	if (good && !tables)
		good = add_all(db, &h);
	for (; good && tables && *tables; tables++)
		good = add_table(db, *tables, &h);
	sqlite3_close(db);
	hash_text(&h, out);
	return good;
}

bool content_of(const char *path, char out[CONTENT_TEXT])
{
	return content_of_tables(path, NULL, out);
}
