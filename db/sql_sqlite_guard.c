/* SQLite takes a log in when nobody has the file open, or when who had it open was killed in the
 * midst of telling the others. In the first case the index of the log is made anew before, so it is
 * read while it is there; but not while this process itself has it open, whose locks would go. Of a
 * log that is gone an index may be left that nobody needs any more. */
#include "db/sql_sqlite_guard.h"

#include "core/mem.h"
#include "db/sql_sqlite.h"

#include <stddef.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static struct wal_guard *open_ones;

static bool has_log(const char *path)
{
	char *log = xasprintf("%s-wal", path);
	bool has = access(log, F_OK) == 0;

	free(log);
	return has;
}

void wal_guard_begin(struct wal_guard *g, const char *path)
{
	struct stat st = {0};

	(void)stat(path, &st);
	*g = (struct wal_guard){.path = path,
				.dev = st.st_dev,
				.ino = st.st_ino,
				.next = open_ones,
				.has_log = has_log(path)};
	open_ones = g;
}

void wal_guard_end(struct wal_guard *g)
{
	struct wal_guard **at = &open_ones;

	while (*at && *at != g)
		at = &(*at)->next;
	if (*at)
		*at = g->next;
}

/* Another connection of this process to the file that has its index open. A file that was replaced
 * at its path is another one, with another log. */
static const struct wal_guard *find_other(const struct wal_guard *g)
{
	for (const struct wal_guard *o = open_ones; o; o = o->next)
		if (o != g && o->is_mapped && o->dev == g->dev && o->ino == g->ino)
			return o;
	return NULL;
}

void wal_guard_map(struct wal_guard *g)
{
	const struct wal_guard *other;

	if (g->is_mapped)
		return;
	other = find_other(g);
	if (other)
		g->index = other->index;
	else if (g->has_log)
		wal_index_read(g->path, &g->index);
	g->is_mapped = true;
}

int wal_guard_judge(struct wal_guard *g, struct wal_base *base)
{
	base->path = g->path;
	wal_check(base, &g->index, &g->loss);
	return g->loss.is_lost ? LOG_IS_LOST : SQLITE_OK;
}

struct wal_loss *wal_guard_loss(sqlite3 *db)
{
	struct wal_guard *g = NULL;

	sqlite3_file_control(db, "main", OP_GUARD, &g);
	return g ? &g->loss : NULL;
}

bool sqlite_log_is_lost(struct sql *sql, int64_t *nwrites)
{
	const struct wal_loss *loss = wal_guard_loss(((struct sqlite_db *)sql)->at);

	*nwrites = loss ? loss->nwrites : 0;
	return loss && loss->is_lost;
}

void sqlite_take_rest(struct sql *sql)
{
	struct wal_loss *loss = wal_guard_loss(((struct sqlite_db *)sql)->at);

	if (loss)
		loss->is_lost = false;
}
