/*
 * Keys of people taken in by whole files, and revoked. Adding looks at what became of a key before,
 * so that one that was lost to a stranger does not come back by mistake.
 */
#include "db/people/store_key.h"

#include "core/i18n.h"
#include "core/text/utf8.h"
#include "db/people/ssh_key.h"
#include "db/store_internal.h"

#include <string.h>

static int log_key(struct write *w, const char *act, const char *login, struct change *c,
		   struct err *e)
{
	struct log_entry entry = {
		.act = act,
		.object = arena_printf(&w->arena, "person %s", login),
	};

	w->changes |= CHANGE_PERSON;
	return write_log(w, &entry, c, e);
}

static int may_manage(struct write *w, struct err *e)
{
	struct subject what = {.unit = ""};

	return write_may(w, ACT_PERSON, &what, e);
}

/* Adding */

static int refuse_known(const struct key_row *known, struct err *e)
{
	char when[TIME_TEXT];

	if (!known->revoked_at)
		return err_set_field(e, ERR_EXISTS, "key", _("this is the key %lld of %s already"),
				     (long long)known->id, known->person);
	time_format_local(known->revoked_at, when);
	return err_set_field(e, ERR_EXISTS, "key",
			     _("this key of %1$s was revoked by %2$s at %3$s (%4$s) and is never "
			       "taken again; the person makes a new one with `ssh-keygen -t "
			       "ed25519`"),
			     known->person, *known->revoked_by ? known->revoked_by : "duban", when,
			     known->revoked_reason);
}

static int check_unknown(struct write *w, const char *fingerprint, struct err *e)
{
	static const char text[] = "SELECT id FROM ssh_key WHERE fingerprint = ?1";
	struct key_row known;
	int64_t id;
	int got = sql_get(w->db, text, &id, e, sql_text(fingerprint));

	if (got <= 0)
		return got;
	return store_key_get(w->s, &w->arena, id, &known, e) ? -1 : refuse_known(&known, e);
}

static int add_key(struct write *w, int64_t person_id, const char *login, const struct ssh_key *key,
		   int64_t *id, struct err *e)
{
	static const char text[] =
		"INSERT INTO ssh_key (person_id, type, blob, fingerprint, name, added_at, "
		"added_by, changed_at, changed_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?6, ?7) "
		"RETURNING id";
	struct change c = {0};

	if (check_unknown(w, key->fingerprint, e) ||
	    write_insert(w, text, id, e, sql_i64(person_id), sql_text(key->type),
			 sql_text(key->blob), sql_text(key->fingerprint), sql_text(key->name),
			 sql_time(w->now), write_person(w)))
		return -1;
	change_new_text(&c, "key", key->fingerprint);
	change_new_text(&c, "type", key->type);
	change_new_text(&c, "name", key->name);
	return log_key(w, "key.add", login, &c, e);
}

static int find_login(struct write *w, int64_t person_id, const char **login, struct err *e)
{
	static const char text[] = "SELECT login FROM person WHERE id = ?1";
	struct sql_stmt *q = sql_query(w->db, text, e, sql_i64(person_id));
	int got = sql_next(q, e);

	if (got == 0)
		return err_set(e, ERR_NOT_FOUND, _("there is no such person"));
	if (got < 0)
		return -1;
	*login = sql_take_text(q, &w->arena);
	sql_end(q);
	return 0;
}

static int add_line(struct write *w, int64_t person_id, const char *login, const char *line,
		    struct arena *a, struct key_rows *rows, struct err *e)
{
	struct ssh_key key;
	int64_t id;

	if (ssh_key_read(&w->arena, line, &key, e) < 0 ||
	    add_key(w, person_id, login, &key, &id, e) < 0)
		return -1;
	return store_key_get(w->s, a, id, vec_push(a, rows), e);
}

/* The clean text line by line; the line's number stands before an error where there are several. */
static int add_lines(struct write *w, int64_t person_id, const char *text, struct arena *a,
		     struct key_rows *rows, struct err *e)
{
	const char *login = "";
	int number = 1;

	if (may_manage(w, e) || find_login(w, person_id, &login, e))
		return -1;
	for (const char *s = text, *end; *s; s = *end ? end + 1 : end, number++) {
		const char *line;

		end = s + strcspn(s, "\n");
		line = utf8_clean_line(&w->arena, s, (size_t)(end - s), e);
		if (!line)
			return -1;
		if (!*line || *line == '#')
			continue;
		if (add_line(w, person_id, login, line, a, rows, e) < 0)
			return rows->n || (*end && end[1]) ? err_wrap(e, _("line %d"), number) : -1;
	}
	if (!rows->n)
		return err_set_field(e, ERR_INPUT, "key",
				     _("there is no key in it; one is a line like \"ssh-ed25519 "
				       "AAAA… name\", from the file that ends in .pub"));
	return 0;
}

int store_key_add(struct store *s, const struct actor *who, int64_t person_id, const char *text,
		  size_t nbytes, struct arena *a, struct key_rows *rows, unsigned *changes,
		  struct err *e)
{
	struct write w;
	const char *clean;

	*rows = (struct key_rows){0};
	if (nbytes > KEY_TEXT_MAX)
		return err_set_field(e, ERR_INPUT, "key",
				     _("this is too much for a file of keys: %d bytes at most"),
				     KEY_TEXT_MAX);
	clean = utf8_clean(a, text, nbytes, e);
	if (!clean || write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, add_lines(&w, person_id, clean, a, rows, e), changes, e);
}

/* Revoking */

static int revoke(struct write *w, int64_t id, const char *reason, struct err *e)
{
	static const char text[] =
		"UPDATE ssh_key SET revoked_at = ?2, revoked_by = ?3, revoked_reason = ?4, "
		"version = version + 1, changed_at = ?2, changed_by = ?3 WHERE id = ?1";
	struct change c = {0};
	struct key_row row;
	char when[TIME_TEXT];

	if (may_manage(w, e) || store_key_get(w->s, &w->arena, id, &row, e))
		return -1;
	if (row.revoked_at)
		return err_set(e, ERR_STATE, _("%s has revoked this key already, at %s"),
			       *row.revoked_by ? row.revoked_by : "duban",
			       time_format_local(row.revoked_at, when));
	if (sql_run(w->db, text, e, sql_i64(id), sql_time(w->now), write_person(w),
		    sql_text(reason)))
		return -1;
	change_text(&c, "key", row.fingerprint, NULL);
	change_new_text(&c, "reason", reason);
	return log_key(w, "key.revoke", row.login, &c, e);
}

int store_key_revoke(struct store *s, const struct actor *who, int64_t id, const char *reason,
		     unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, revoke(&w, id, reason, e), changes, e);
}
