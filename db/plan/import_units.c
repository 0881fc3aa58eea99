/* The names of a document and the units they mean. A document names the same few dozen units again
 * and again, so what was found is remembered; what the office said is one unit comes first. */
#include "db/plan/import_units.h"

#include "core/text/unit_name.h"

#include <string.h>

void import_units_look(struct import_units *u, struct sql *db, struct arena *a,
		       const struct plan *p)
{
	*u = (struct import_units){.db = db, .arena = a};
	for (size_t i = 0; i < p->doubts.n; i++) {
		const struct plan_doubt *d = &p->doubts.at[i];

		if (d->kind == DOUBT_SAME_UNIT && d->answer == DOUBT_TAKEN && *d->a && *d->b)
			*vec_push(a, &u->merges) = (struct import_merge){d->a, d->b};
	}
}

void import_units_begin(struct import_units *u, struct write *w, const struct plan *p)
{
	import_units_look(u, w->db, &w->arena, p);
	u->w = w;
}

/* Follows "alias is keep" as often as there are merges, so that a circle ends too. */
static const char *name_to_keep(const struct import_units *u, const char *name)
{
	for (size_t turn = 0; turn < u->merges.n; turn++) {
		size_t i = 0;

		while (i < u->merges.n && strcmp(u->merges.at[i].alias, name) != 0)
			i++;
		if (i == u->merges.n)
			break;
		name = u->merges.at[i].keep;
	}
	return name;
}

static int find_or_create(struct import_units *u, const char *name, int64_t *unit_id, struct err *e)
{
	enum unit_kind kind = unit_name_is_collective(name) ? UNIT_COLLECTIVE : UNIT_SINGLE;
	int got = unit_lookup(u->db, name, unit_id, e);

	if (got)
		return got < 0 ? -1 : 0;
	return unit_create(u->w, name, kind, unit_id, e);
}

int import_unit(struct import_units *u, const char *name, int64_t *unit_id, struct err *e)
{
	for (size_t i = 0; i < u->known.n; i++) {
		if (strcmp(u->known.at[i].name, name) == 0) {
			*unit_id = u->known.at[i].unit_id;
			return 0;
		}
	}
	if (find_or_create(u, name_to_keep(u, name), unit_id, e))
		return -1;
	struct import_name *known = vec_push(u->arena, &u->known);
	known->name = name;
	known->unit_id = *unit_id;
	return 0;
}

/* The unit of the file that a name means, or one of the names that are said to be the same. */
static int look_up(struct import_units *u, const char *keep, int64_t *id, struct err *e)
{
	int got = unit_lookup(u->db, keep, id, e);

	for (size_t i = 0; !got && i < u->merges.n; i++) {
		const char *alias = u->merges.at[i].alias;

		if (strcmp(name_to_keep(u, alias), keep) == 0)
			got = unit_lookup(u->db, alias, id, e);
	}
	return got;
}

static int find_name(struct import_units *u, const char *name, const char **out, struct err *e)
{
	static const char text[] = "SELECT name FROM unit WHERE id = ?1";
	int64_t id;
	int got = look_up(u, name_to_keep(u, name), &id, e);

	*out = name_to_keep(u, name);
	if (got <= 0)
		return got;
	struct sql_stmt *q = sql_query(u->db, text, e, sql_i64(id));
	if (sql_next(q, e) <= 0)
		return -1;
	*out = sql_take_text(q, u->arena);
	sql_end(q);
	return 0;
}

int import_unit_name(struct import_units *u, const char *name, const char **out, struct err *e)
{
	for (size_t i = 0; i < u->known.n; i++) {
		if (strcmp(u->known.at[i].name, name) == 0) {
			*out = u->known.at[i].unit;
			return 0;
		}
	}
	if (find_name(u, name, out, e))
		return -1;
	*vec_push(u->arena, &u->known) = (struct import_name){.name = name, .unit = *out};
	return 0;
}

static int keep_alias(struct import_units *u, const struct import_merge *m, struct err *e)
{
	int64_t keep, other;

	if (strcmp(m->keep, m->alias) == 0 || import_unit(u, m->keep, &keep, e))
		return strcmp(m->keep, m->alias) == 0 ? 0 : -1;
	int got = unit_lookup(u->w->db, m->alias, &other, e);
	if (got < 0 || (got > 0 && other == keep))
		return got < 0 ? -1 : 0;
	if (got == 0)
		return unit_add_alias(u->w, keep, m->alias, e);
	return unit_merge(u->w, other, keep, e);
}

int import_units_finish(struct import_units *u, struct err *e)
{
	for (size_t i = 0; i < u->merges.n; i++) {
		if (keep_alias(u, &u->merges.at[i], e))
			return -1;
	}
	return 0;
}
