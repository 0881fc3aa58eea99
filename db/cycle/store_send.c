/* store_send.c - which notices are still to be sent, who sends one just now, and what came of it. A
 * run that began to send a notice and was killed gives it up after a while. */
#include "db/cycle/store_send.h"

#include "core/i18n.h"
#include "db/store_internal.h"
#include "db/cycle/store_notice.h"

enum { GIVEN_UP_SECONDS = 15 * 60 };

/* ?1: when a run that has not ended is given up */
#define UNSENT                                                                                     \
	"FROM notice n LEFT JOIN notice_delivery d ON d.notice_id = n.id "                         \
	"WHERE n.state <> 'closed' AND n.state = 'issued' "                                        \
	"AND (d.notice_id IS NULL OR d.status <> 0 OR (d.status IS NULL AND d.at < ?1)) "

static struct sql_value given_up(const struct actor *who)
{
	return sql_time(who->now.utc - GIVEN_UP_SECONDS);
}

int store_unsent_list(struct store *s, struct arena *a, const struct actor *who,
		      struct unsent_ids *ids, struct err *e)
{
	static const char text[] = "SELECT n.id " UNSENT "ORDER BY n.unit_id, n.id";
	struct sql_stmt *q = sql_query(s->db, text, e, given_up(who));
	int got;

	*ids = (struct unsent_ids){0};
	while ((got = sql_next(q, e)) > 0)
		*(int64_t *)vec_push(a, ids) = sql_take_i64(q);
	return got;
}

static int may_send(struct write *w, struct err *e)
{
	struct subject nobody = {.unit = ""};

	return write_may(w, may_quietly(w->who, ACT_INSTRUCT, &nobody) ? ACT_INSTRUCT : ACT_URGE,
			 &nobody, e);
}

static int send_begin(struct write *w, int64_t id, bool *mine, struct err *e)
{
	static const char unsent[] = "SELECT n.id " UNSENT "AND n.id = ?2";
	static const char text[] =
		"INSERT INTO notice_delivery (notice_id, tries, status, at) VALUES (?1, 1, NULL, "
		"?2) ON CONFLICT (notice_id) DO UPDATE SET tries = tries + 1, status = NULL, "
		"at = ?2, message = ''";
	int64_t found;
	int got;

	if (may_send(w, e))
		return -1;
	got = sql_get(w->db, unsent, &found, e, given_up(w->who), sql_i64(id));
	*mine = got > 0;
	if (got <= 0)
		return got;
	w->changes |= CHANGE_NOTICE;
	return sql_run(w->db, text, e, sql_i64(id), sql_time(w->now));
}

int store_send_begin(struct store *s, const struct actor *who, int64_t id, struct arena *a,
		     struct notice_row *n, struct notice_item_rows *items, unsigned *changes,
		     struct err *e)
{
	struct write w;
	bool mine = false;

	if (write_begin(&w, s, who, e) || write_end(&w, send_begin(&w, id, &mine, e), changes, e))
		return -1;
	if (!mine)
		return 0;
	return store_notice_get(s, a, NULL, id, n, e) || store_notice_items(s, a, id, items, e) ? -1
												: 1;
}

static int send_end(struct write *w, int64_t id, int status, const char *said, struct err *e)
{
	static const char text[] = "UPDATE notice_delivery SET status = ?2, at = ?3, message = ?4 "
				   "WHERE notice_id = ?1";
	struct notice_row n;
	struct change c = {0};

	if (may_send(w, e) || store_notice_get(w->s, &w->arena, NULL, id, &n, e) ||
	    sql_run(w->db, text, e, sql_i64(id), sql_i64(status), sql_time(w->now), sql_text(said)))
		return -1;
	change_new_i64(&c, "status", status);
	change_new_text(&c, "said", said);
	w->changes |= CHANGE_NOTICE;
	struct log_entry entry = {
		.act = "notice.send",
		.object = arena_printf(&w->arena, "notice %lld", (long long)id),
		.unit_id = n.unit_id,
	};
	return write_log(w, &entry, &c, e);
}

int store_send_end(struct store *s, const struct actor *who, int64_t id, int status,
		   const char *said, unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, send_end(&w, id, status, said, e), changes, e);
}
