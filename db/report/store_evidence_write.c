/* Recording evidence, by reference or with a file: once, and linked to what it proves. */
#include "db/report/store_evidence.h"

#include "core/i18n.h"
#include "db/report/blob.h"
#include "db/report/evidence_known.h"
#include "db/report/evidence_link.h"
#include "db/search/name_key.h"
#include "db/search/search_put.h"
#include "db/plan/store_check.h"
#include "db/store_row.h"

#include <stdio.h>

static int check_plan_of(struct write *w, int64_t action_id, struct err *e)
{
	int64_t plan_id;

	return write_action_name(w, action_id, &plan_id, e) ? write_check_plan_open(w, plan_id, e)
							    : -1;
}

/* One part that v proves: of the same action as the others, and the unit's own or common. */
static int check_part(struct write *w, const struct evidence_new *v, enum row_part part, int64_t id,
		      int64_t *action_id, struct err *e)
{
	int64_t of = 0, unit_id = 0;

	if (row_part_of(w->db, part, id, &of, &unit_id, e))
		return -1;
	if (!of)
		return err_set(e, ERR_INPUT,
			       _("what is asked there is about no action; say in its reason what "
				 "proves it"));
	if (*action_id && *action_id != of)
		return err_set(e, ERR_INPUT,
			       _("the evidence is to prove parts of two actions; record it for "
				 "one of them, then add the other"));
	if (unit_id && unit_id != v->unit_id)
		return err_set(e, ERR_STATE,
			       _("what it is to prove is another unit's; record the evidence for "
				 "the action or for your unit's own part"));
	*action_id = of;
	return 0;
}

/* What v proves, each a part of one action. A case is told also when its action is closed out. */
static int check_target(struct write *w, const struct evidence_new *v, int64_t *action_id,
			struct err *e)
{
	const int64_t parts[ROW_PART_COUNT] = {[ROW_MILESTONE] = v->milestone_id,
					       [ROW_REPORT] = v->report_id,
					       [ROW_REQUEST] = v->request_id,
					       [ROW_CASE] = v->case_id};
	struct share share;

	*action_id = v->action_id;
	for (size_t i = 0; i < ROW_PART_COUNT; i++)
		if (parts[i] && check_part(w, v, (enum row_part)i, parts[i], action_id, e))
			return -1;
	if (!*action_id)
		return 0;
	return v->case_id ? check_plan_of(w, *action_id, e)
			  : check_share(w, *action_id, v->unit_id, &share, e);
}

static int log_evidence(struct write *w, const char *act, int64_t id, int64_t action_id,
			int64_t unit_id, struct change *c, struct err *e)
{
	struct log_entry entry = {
		.act = act,
		.object = arena_printf(&w->arena, "evidence %lld", (long long)id),
		.action_id = action_id,
		.unit_id = unit_id,
	};

	w->changes |= CHANGE_EVIDENCE;
	return write_log(w, &entry, c, e);
}

static void change_link(struct change *c, const struct evidence_new *v)
{
	if (v->milestone_id)
		change_new_i64(c, "milestone", v->milestone_id);
	if (v->report_id)
		change_new_i64(c, "report", v->report_id);
	if (v->request_id)
		change_new_i64(c, "request", v->request_id);
	if (v->case_id)
		change_new_i64(c, "case", v->case_id);
}

static void change_file(struct change *c, const struct evidence_new *v, const struct blob *b)
{
	if (!b->id)
		return;
	change_new_text(c, "file", v->file_name);
	change_new_i64(c, "bytes", b->nbytes);
	change_new_text(c, "sha256", b->sha256);
}

static int insert_evidence(struct write *w, const struct evidence_new *v, const struct blob *b,
			   int64_t action_id, int64_t *id, struct err *e)
{
	static const char text[] =
		"INSERT INTO evidence (unit_id, kind, title, doc_no, ref, note, on_date, "
		"added_at, added_by, changed_at, changed_by, blob_id, file_name) "
		"VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?8, ?9, ?10, ?11) RETURNING id";
	struct change c = {0};
	char day[DATE_TEXT];

	if (write_insert(w, text, id, e, sql_i64(v->unit_id), sql_text(evidence_kind_word(v->kind)),
			 sql_text(v->title), sql_text(v->doc_no), sql_text(v->ref),
			 sql_text(v->note), sql_date(v->on), sql_time(w->now), write_person(w),
			 sql_id(b->id), sql_text(v->file_name)) ||
	    name_key_put(w->db, NAME_EVIDENCE, *id, e))
		return -1;
	change_new_text(&c, "kind", evidence_kind_word(v->kind));
	change_new_text(&c, "title", v->title);
	change_new_text(&c, "doc_no", v->doc_no);
	change_new_text(&c, "ref", v->ref);
	change_new_text(&c, "note", v->note);
	change_new_text(&c, "on", date_format(v->on, day));
	change_file(&c, v, b);
	change_link(&c, v);
	return log_evidence(w, "evidence.add", *id, action_id, v->unit_id, &c, e);
}

static int log_link(struct write *w, const struct evidence_new *v, int64_t id, int64_t action_id,
		    struct err *e)
{
	const char *action = write_action_name(w, action_id, NULL, e);
	struct change c = {0};

	if (!action)
		return -1;
	change_new_text(&c, "action", action);
	change_link(&c, v);
	return log_evidence(w, "evidence.link", id, action_id, v->unit_id, &c, e);
}

/* 1 a new link, 0 it was there, -1. */
static int insert_link(struct write *w, const struct evidence_new *v, int64_t action_id, int64_t id,
		       struct err *e)
{
	static const char text[] =
		"INSERT INTO evidence_link (evidence_id, action_id, milestone_id, report_id, "
		"request_id, example_id, added_at, added_by) "
		"VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) "
		"ON CONFLICT DO NOTHING RETURNING id";
	int64_t link;

	return sql_get(w->db, text, &link, e, sql_i64(id), sql_i64(action_id),
		       sql_id(v->milestone_id), sql_id(v->report_id), sql_id(v->request_id),
		       sql_id(v->case_id), sql_time(w->now), write_person(w));
}

/* `file` NULL: by reference alone. */
static int evidence_add(struct write *w, const struct evidence_new *v, const struct file_new *file,
			const char *sha256, struct arena *a, struct evidence_row *row,
			struct err *e)
{
	struct blob blob = {0};
	int64_t id, action_id;
	int linked = 0;

	if (write_may_unit(w, ACT_EVIDENCE, v->unit_id, e) || check_target(w, v, &action_id, e) ||
	    (file && blob_keep(w, v->unit_id, file, sha256, &blob, e)) ||
	    evidence_known(w, v, blob.id, &id, e))
		return -1;
	bool known = id != 0;
	struct evidence_new new = *v;
	if (!known &&
	    (evidence_lent(w, &new, e) || insert_evidence(w, &new, &blob, action_id, &id, e)))
		return -1;
	if (action_id)
		linked = insert_link(w, v, action_id, id, e);
	if (linked < 0)
		return -1;
	if (known && linked && log_link(w, v, id, action_id, e))
		return -1;
	if ((!known || linked) && search_put(w->db, SEARCH_EVIDENCE, id, e))
		return -1;
	return store_evidence_get(w->s, a, NULL, id, row, e);
}

int evidence_link_all(struct write *w, const struct evidence_new *to,
		      const struct evidence_ids *ids, struct err *e)
{
	for (size_t i = 0; i < ids->n; i++) {
		struct evidence_new v = *to;
		struct evidence_row row;

		v.evidence_id = ids->at[i];
		if (evidence_add(w, &v, NULL, "", &w->arena, &row, e)) {
			snprintf(e->field, sizeof e->field, "evidence");
			return -1;
		}
	}
	return 0;
}

int store_evidence_add(struct store *s, const struct actor *who, const struct evidence_new *v,
		       struct arena *a, struct evidence_row *row, unsigned *changes, struct err *e)
{
	struct write w;

	if (v->kind == EVIDENCE_FILE && !v->evidence_id)
		return err_set(e, ERR_BUG, "a file without its content");
	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, evidence_add(&w, v, NULL, "", a, row, e), changes, e);
}

/* The file is read and hashed before anybody has to wait for the lock. */
int store_file_add(struct store *s, const struct actor *who, const struct evidence_new *v,
		   const struct file_new *file, struct arena *a, struct evidence_row *row,
		   unsigned *changes, struct err *e)
{
	char sha256[HASH_TEXT];
	struct write w;

	if (blob_hash_file(file->fd, file->nbytes, sha256, e) || write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, evidence_add(&w, v, file, sha256, a, row, e), changes, e);
}

/* Its history stands with the first action that it proved. */
static int first_action(struct write *w, int64_t id, int64_t *action_id, struct err *e)
{
	static const char text[] =
		"SELECT action_id FROM evidence_link WHERE evidence_id = ?1 ORDER BY id LIMIT 1";

	*action_id = 0;
	return sql_get(w->db, text, action_id, e, sql_i64(id)) < 0 ? -1 : 0;
}

static int check_withdraw(struct write *w, const struct evidence_row *row, int64_t version,
			  const char *reason, struct err *e)
{
	if (write_may_unit(w, ACT_EVIDENCE, row->unit_id, e) ||
	    check_version(w, version_of_evidence, row->id, version, e))
		return -1;
	if (row->withdrawn)
		return err_set(e, ERR_STATE, _("the evidence \"%s\" was withdrawn already"),
			       row->title);
	if (!*reason)
		return err_set_field(e, ERR_INPUT, "reason", _("say why it is withdrawn"));
	return 0;
}

static int evidence_withdraw(struct write *w, int64_t id, int64_t version, const char *reason,
			     struct err *e)
{
	static const char text[] =
		"UPDATE evidence SET withdrawn_at = ?2, withdrawn_by = ?3, withdrawn_reason = ?4, "
		"version = version + 1, changed_at = ?2, changed_by = ?3 WHERE id = ?1";
	struct evidence_row row;
	struct change c = {0};
	int64_t action_id;
	char at[TIME_TEXT];

	if (store_evidence_get(w->s, &w->arena, NULL, id, &row, e) ||
	    check_withdraw(w, &row, version, reason, e) || first_action(w, id, &action_id, e) ||
	    sql_run(w->db, text, e, sql_i64(id), sql_time(w->now), write_person(w),
		    sql_text(reason)))
		return -1;
	change_new_text(&c, "withdrawn_at", time_format_utc(w->now, at));
	change_new_text(&c, "reason", reason);
	return log_evidence(w, "evidence.withdraw", id, action_id, row.unit_id, &c, e);
}

int store_evidence_withdraw(struct store *s, const struct actor *who, int64_t id, int64_t version,
			    const char *reason, unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, evidence_withdraw(&w, id, version, reason ? reason : "", e), changes,
			 e);
}
