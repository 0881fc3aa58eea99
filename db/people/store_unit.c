/* Units as people see them: the list, one by name, members, and changing them. */
#include "db/people/store_unit.h"

#include "core/i18n.h"
#include "core/text/unit_name.h"
#include "db/search/name_key.h"
#include "db/store_internal.h"
#include "db/store_row.h"

#include <stdlib.h>
#include <string.h>

#define UNIT_KEY SQL_NAME_KEY("unit", "u.id")
/* What a unit has by itself and as a member; a collective unit with members has none itself, and is
 * counted by what is assigned to it. */
#define SHARES(role_is)                                                                            \
	"(SELECT count(*) FROM action a JOIN plan p ON p.id = a.plan_id WHERE a.id IN "            \
	"(SELECT action_id FROM assignment WHERE unit_id = u.id AND role " role_is " 'lead' "      \
	"AND state <> 'withdrawn' UNION ALL "                                                      \
	"SELECT action_id FROM task_share WHERE unit_id = u.id AND role " role_is " 'lead') "      \
	"AND a.state <> 'withdrawn' AND p.state = 'open')"
#define LEADS	   SHARES("=")
#define TAKES_PART SHARES("<>")
#define UNIT_COLUMNS                                                                               \
	"u.id, u.version, u.name, u.kind, "                                                        \
	"(SELECT count(*) FROM unit_member m WHERE m.collective_id = u.id "                        \
	"AND m.ended_at IS NULL), " LEADS ", " TAKES_PART ", "                                     \
	"(SELECT count(DISTINCT o.person_id) FROM post o WHERE o.unit_id = u.id "                  \
	"AND o.ended_at IS NULL), u.signs, " UNIT_KEY " "

static void take_unit(struct sql_stmt *q, struct arena *a, struct unit_row *r)
{
	r->id = sql_take_i64(q);
	r->version = sql_take_i64(q);
	r->name = sql_take_text(q, a);
	sql_take_word(q, unit_kind, &r->kind);
	r->nmembers = sql_take_int(q);
	r->nlead = sql_take_int(q);
	r->nother = sql_take_int(q);
	r->npersons = sql_take_int(q);
	r->signs = sql_take_bool(q);
	r->pinyin = sql_take_text(q, a);
	r->aliases = "";
}

static int take_aliases(struct store *s, struct arena *a, struct unit_row *r, struct err *e)
{
	static const char text[] = "SELECT name FROM unit_alias WHERE unit_id = ?1 ORDER BY name";

	return row_names(sql_query(s->db, text, e, sql_i64(r->id)), a, &r->aliases, e);
}

static int take_units(struct store *s, struct arena *a, struct sql_stmt *q, struct unit_rows *rows,
		      struct err *e)
{
	int got;

	*rows = (struct unit_rows){0};
	while ((got = sql_next(q, e)) > 0)
		take_unit(q, a, vec_push(a, rows));
	for (size_t i = 0; !got && i < rows->n; i++)
		got = take_aliases(s, a, &rows->at[i], e);
	return got;
}

int store_unit_list(struct store *s, struct arena *a, struct unit_rows *rows, struct err *e)
{
	static const char text[] =
		"SELECT " UNIT_COLUMNS "FROM unit u WHERE u.merged_into IS NULL ORDER BY u.id";

	return take_units(s, a, sql_query(s->db, text, e), rows, e);
}

int store_unit_members(struct store *s, struct arena *a, int64_t unit_id, struct unit_rows *rows,
		       struct err *e)
{
	static const char text[] =
		"SELECT " UNIT_COLUMNS "FROM unit_member n JOIN unit u ON u.id = n.member_id "
		"WHERE n.collective_id = ?1 AND n.ended_at IS NULL ORDER BY n.id";

	return take_units(s, a, sql_query(s->db, text, e, sql_i64(unit_id)), rows, e);
}

int store_unit_get(struct store *s, struct arena *a, int64_t id, struct unit_row *row,
		   struct err *e)
{
	static const char text[] =
		"SELECT " UNIT_COLUMNS "FROM unit u WHERE u.id = ?1 AND u.merged_into IS NULL";
	struct unit_rows rows;

	if (take_units(s, a, sql_query(s->db, text, e, sql_i64(id)), &rows, e))
		return -1;
	if (!rows.n)
		return err_set(e, ERR_NOT_FOUND, _("there is no such unit"));
	*row = rows.at[0];
	return 0;
}

/* Whether somebody who wrote `name` may have meant `other`. */
static bool names_are_close(const char *name, const char *other)
{
	return unit_name_may_be_same(name, other) || strstr(other, name) || strstr(name, other);
}

/* Only after a name was not found, so that reading all units does not matter. */
static char *propose_names(struct store *s, const char *name)
{
	static const char text[] = "SELECT name FROM unit WHERE merged_into IS NULL ORDER BY id";
	struct strbuf b = STRBUF_INIT;
	struct err e = ERR_INIT;
	struct sql_stmt *q = sql_query(s->db, text, &e);
	int n = 0;

	while (n < 5 && sql_next(q, &e) > 0) {
		const char *other = sql_peek(q);
		if (!names_are_close(name, other))
			continue;
		if (n++)
			strbuf_puts(&b, "、");
		strbuf_puts(&b, other);
	}
	sql_end(q);
	return strbuf_detach(&b);
}

static int refuse_name(struct store *s, const char *name, struct err *e)
{
	char *names = *name ? propose_names(s, name) : xstrdup("");

	if (*names)
		err_set(e, ERR_NOT_FOUND, _("there is no unit %s; did you mean: %s"), name, names);
	else
		err_set(e, ERR_NOT_FOUND,
			_("there is no unit %s; `duban unit list` shows the names"), name);
	free(names);
	return -1;
}

int store_unit_find(struct store *s, struct arena *a, const char *name, struct unit_row *row,
		    struct err *e)
{
	int64_t id;
	int got = unit_lookup(s->db, name, &id, e);

	if (got < 0)
		return -1;
	return got ? store_unit_get(s, a, id, row, e) : refuse_name(s, name, e);
}
