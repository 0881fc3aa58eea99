/* Changing units one at a time: adding, other names, members of collective units, a new name.
 * Merging two has a file of its own. */
#include "db/people/store_unit.h"

#include "core/i18n.h"
#include "db/plan/store_check.h"
#include "db/search/name_key.h"
#include "db/search/search_put.h"
#include "db/store_internal.h"

static int may_change(struct write *w, struct err *e)
{
	struct subject what = {.unit = ""};

	return write_may(w, ACT_UNIT, &what, e);
}

static int log_unit(struct write *w, const char *act, const char *name, int64_t unit_id,
		    struct change *c, struct err *e)
{
	struct log_entry entry = {
		.act = act,
		.object = arena_printf(&w->arena, "unit %s", name),
		.unit_id = unit_id,
	};

	w->changes |= CHANGE_UNIT;
	return write_log(w, &entry, c, e);
}

/* ERR_EXISTS when the name is some unit's. */
static int check_free(struct write *w, const char *name, struct err *e)
{
	struct unit_row other;
	int64_t id;
	int got = unit_lookup(w->db, name, &id, e);

	if (got <= 0)
		return got;
	if (store_unit_get(w->s, &w->arena, id, &other, e))
		return -1;
	return err_set_field(e, ERR_EXISTS, "name", _("%s is a name of the unit %s already"), name,
			     other.name);
}

static int unit_add(struct write *w, const char *name, enum unit_kind kind, int64_t *id,
		    struct err *e)
{
	struct change c = {0};

	if (may_change(w, e) || check_free(w, name, e) || unit_create(w, name, kind, id, e))
		return -1;
	change_new_text(&c, "name", name);
	change_new_text(&c, "kind", unit_kind_word(kind));
	return log_unit(w, "unit.add", name, *id, &c, e);
}

int store_unit_add(struct store *s, const struct actor *who, const char *name, enum unit_kind kind,
		   struct arena *a, struct unit_row *row, unsigned *changes, struct err *e)
{
	struct write w;
	int64_t id = 0;

	if (write_begin(&w, s, who, e))
		return -1;
	int result = unit_add(&w, name, kind, &id, e);
	if (!result)
		result = store_unit_get(s, a, id, row, e);
	return write_end(&w, result, changes, e);
}

static int unit_alias(struct write *w, int64_t unit_id, const char *alias, struct err *e)
{
	struct change c = {0};
	struct unit_row unit;

	if (may_change(w, e) || store_unit_get(w->s, &w->arena, unit_id, &unit, e) ||
	    unit_add_alias(w, unit_id, alias, e))
		return -1;
	change_new_text(&c, "alias", alias);
	return log_unit(w, "unit.alias", unit.name, unit_id, &c, e);
}

int store_unit_alias(struct store *s, const struct actor *who, int64_t unit_id, const char *alias,
		     unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, unit_alias(&w, unit_id, alias, e), changes, e);
}

/* 1 when `member` is one of the collective unit's, else 0. */
static int is_member(struct write *w, int64_t collective, int64_t member, struct err *e)
{
	static const char text[] =
		"SELECT id FROM unit_member "
		"WHERE collective_id = ?1 AND member_id = ?2 AND ended_at IS NULL";
	int64_t id;

	return sql_get(w->db, text, &id, e, sql_i64(collective), sql_i64(member));
}

/* 1 when the unit is a member of some collective unit, else 0. */
static int is_some_member(struct write *w, int64_t unit_id, struct err *e)
{
	static const char text[] =
		"SELECT id FROM unit_member WHERE member_id = ?1 AND ended_at IS NULL LIMIT 1";
	int64_t id;

	return sql_get(w->db, text, &id, e, sql_i64(unit_id));
}

/* Members are opened one level deep, so a collective unit is nobody's member. */
static int check_levels(struct write *w, const struct unit_row *collective,
			const struct unit_row *member, struct err *e)
{
	if (collective->id == member->id)
		return err_set(e, ERR_INPUT, _("%s cannot be a member of itself"), member->name);
	if (member->kind == UNIT_COLLECTIVE)
		return err_set(e, ERR_STATE,
			       _("%s stands for other units itself; add those units one by one"),
			       member->name);
	int inside = is_some_member(w, collective->id, e);
	if (inside > 0)
		return err_set(e, ERR_STATE,
			       _("%s is a member of another unit, so it cannot have members"),
			       collective->name);
	return inside;
}

/* A unit with parts of its own would lose them to its members, so it stays single. */
static int check_may_stand_for(struct write *w, const struct unit_row *unit, struct err *e)
{
	static const char text[] =
		"SELECT id FROM assignment WHERE unit_id = ?1 AND state <> 'withdrawn' LIMIT 1";
	int64_t id;
	int got = 0;

	if (unit->kind != UNIT_COLLECTIVE)
		got = sql_get(w->db, text, &id, e, sql_i64(unit->id));
	if (got > 0)
		return err_set(e, ERR_STATE,
			       _("%s answers for actions itself, so it cannot stand for other "
				 "units; add a collective unit first (duban unit add --collective) "
				 "and give that one the members"),
			       unit->name);
	return got;
}

static int add_member(struct write *w, const struct unit_row *collective,
		      const struct unit_row *member, struct err *e)
{
	static const char add[] = "INSERT INTO unit_member (collective_id, member_id, since_at, "
				  "since_by) VALUES (?1, ?2, ?3, ?4)";
	static const char make[] = "UPDATE unit SET kind = 'collective', version = version + 1, "
				   "changed_at = ?2, changed_by = ?3 WHERE id = ?1";
	int there = is_member(w, collective->id, member->id, e);

	if (there < 0 || check_levels(w, collective, member, e))
		return -1;
	if (there)
		return err_set(e, ERR_EXISTS, _("%s is a member of %s already"), member->name,
			       collective->name);
	if (check_may_stand_for(w, collective, e))
		return -1;
	if (sql_run(w->db, add, e, sql_i64(collective->id), sql_i64(member->id), sql_time(w->now),
		    write_person(w)))
		return -1;
	return sql_run(w->db, make, e, sql_i64(collective->id), sql_time(w->now), write_person(w));
}

static int end_member(struct write *w, const struct unit_row *collective,
		      const struct unit_row *member, struct err *e)
{
	static const char text[] =
		"UPDATE unit_member SET ended_at = ?3, ended_by = ?4 "
		"WHERE collective_id = ?1 AND member_id = ?2 AND ended_at IS NULL";
	static const char count[] = "UPDATE unit SET version = version + 1, changed_at = ?2, "
				    "changed_by = ?3 WHERE id = ?1";
	int there = is_member(w, collective->id, member->id, e);

	if (there < 0)
		return -1;
	if (!there)
		return err_set(e, ERR_NOT_FOUND, _("%s is not a member of %s"), member->name,
			       collective->name);
	return sql_run(w->db, text, e, sql_i64(collective->id), sql_i64(member->id),
		       sql_time(w->now), write_person(w)) ||
			       sql_run(w->db, count, e, sql_i64(collective->id), sql_time(w->now),
				       write_person(w))
		       ? -1
		       : 0;
}

static int unit_member(struct write *w, int64_t collective_id, int64_t version, int64_t member_id,
		       bool add, struct err *e)
{
	struct unit_row collective, member;
	struct change c = {0};

	if (may_change(w, e) || store_unit_get(w->s, &w->arena, collective_id, &collective, e) ||
	    store_unit_get(w->s, &w->arena, member_id, &member, e) ||
	    check_version(w, version_of_unit, collective_id, version, e))
		return -1;
	if (add ? add_member(w, &collective, &member, e) : end_member(w, &collective, &member, e))
		return -1;
	change_text(&c, "member", add ? NULL : member.name, add ? member.name : NULL);
	w->changes |= CHANGE_ASSIGNMENT;
	return log_unit(w, add ? "unit.member-add" : "unit.member-end", collective.name,
			collective_id, &c, e);
}

int store_unit_member(struct store *s, const struct actor *who, int64_t collective, int64_t version,
		      int64_t member, bool add, unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, unit_member(&w, collective, version, member, add, e), changes, e);
}

/* A name that was another name of the same unit changes places with the old one; else the old one
 * becomes another name, because documents in the file print it. */
static int swap_names(struct write *w, const struct unit_row *unit, const char *name, struct err *e)
{
	static const char rename[] = "UPDATE unit SET name = ?2, version = version + 1, "
				     "changed_at = ?3, changed_by = ?4 WHERE id = ?1";
	static const char swap[] = "UPDATE unit_alias SET name = ?2 WHERE name = ?1";
	static const char keep[] = "INSERT INTO unit_alias (name, unit_id, added_at, added_by) "
				   "VALUES (?1, ?2, ?3, ?4)";
	int64_t id = 0;
	int got = unit_lookup(w->db, name, &id, e);

	if (got < 0 || (got > 0 && id != unit->id && check_free(w, name, e)))
		return -1;
	if (sql_run(w->db, rename, e, sql_i64(unit->id), sql_text(name), sql_time(w->now),
		    write_person(w)))
		return -1;
	if (got)
		return sql_run(w->db, swap, e, sql_text(name), sql_text(unit->name));
	return sql_run(w->db, keep, e, sql_text(unit->name), sql_i64(unit->id), sql_time(w->now),
		       write_person(w));
}

/* The sentence says what it is called by now. */
static int check_name(struct write *w, int64_t unit_id, int64_t version, const char *name,
		      struct err *e)
{
	struct err why = ERR_INIT;

	if (check_version(w, version_of_unit, unit_id, version, &why) == 0)
		return 0;
	if (why.code == ERR_CONFLICT)
		return err_set(e, ERR_CONFLICT, _("%s; it is %s by now"), why.text, name);
	*e = why;
	return -1;
}

static int unit_rename(struct write *w, int64_t unit_id, int64_t version, const char *name,
		       struct err *e)
{
	struct unit_row unit;
	struct change c = {0};

	if (may_change(w, e) || store_unit_get(w->s, &w->arena, unit_id, &unit, e) ||
	    check_name(w, unit_id, version, unit.name, e) || swap_names(w, &unit, name, e) ||
	    name_key_put(w->db, NAME_UNIT, unit_id, e) ||
	    search_put(w->db, SEARCH_UNIT, unit_id, e))
		return -1;
	change_text(&c, "name", unit.name, name);
	return log_unit(w, "unit.rename", name, unit_id, &c, e);
}

int store_unit_rename(struct store *s, const struct actor *who, int64_t unit_id, int64_t version,
		      const char *name, unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, unit_rename(&w, unit_id, version, name, e), changes, e);
}

/* Signing. The unit's leader decides it for the own unit, as those do who change units. */
static int may_set_signing(struct write *w, const struct unit_row *unit, struct err *e)
{
	const struct subject own = {.unit_id = unit->id, .unit = unit->name};

	return may_quietly(w->who, ACT_SIGN, &own) ? write_may(w, ACT_SIGN, &own, e)
						   : may_change(w, e);
}

/* Reports that nobody can sign would never go out. */
static int check_has_signer(struct write *w, const struct unit_row *unit, struct err *e)
{
	static const char text[] =
		"SELECT o.id FROM post o JOIN person n ON n.id = o.person_id "
		"WHERE o.unit_id = ?1 AND o.role = 'approver' AND o.ended_at IS NULL AND n.active "
		"LIMIT 1";
	int64_t id;
	int got = sql_get(w->db, text, &id, e, sql_i64(unit->id));

	if (got == 0)
		return err_set(e, ERR_STATE,
			       _("%s has no approving leader who could sign its reports off; the "
				 "administrator gives the post first (duban person post LOGIN "
				 "approver --unit %s)"),
			       unit->name, unit->name);
	return got < 0 ? -1 : 0;
}

static int unit_sign(struct write *w, int64_t unit_id, int64_t version, bool signs, struct err *e)
{
	static const char text[] = "UPDATE unit SET signs = ?2, version = version + 1, "
				   "changed_at = ?3, changed_by = ?4 WHERE id = ?1";
	struct unit_row unit;
	struct change c = {0};

	if (store_unit_get(w->s, &w->arena, unit_id, &unit, e) || may_set_signing(w, &unit, e) ||
	    check_version(w, version_of_unit, unit_id, version, e) ||
	    (signs && check_has_signer(w, &unit, e)))
		return -1;
	if (unit.signs == signs)
		return err_set(e, ERR_STATE,
			       signs ? _("%s signs its reports off already")
				     : _("reports of %s go out without being signed off already"),
			       unit.name);
	if (sql_run(w->db, text, e, sql_i64(unit_id), sql_i64(signs), sql_time(w->now),
		    write_person(w)))
		return -1;
	w->changes |= CHANGE_REPORT;
	change_i64(&c, "signs", unit.signs, signs);
	return log_unit(w, "unit.sign", unit.name, unit_id, &c, e);
}

int store_unit_sign(struct store *s, const struct actor *who, int64_t unit_id, int64_t version,
		    bool signs, unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, unit_sign(&w, unit_id, version, signs, e), changes, e);
}
