/* Evidence and what it proves. The same document is one piece of evidence however its number was
 * typed: number forms are compared folded (width, brackets, blanks), and kept as they were entered.
 */
#include "db/report/store_evidence.h"

#include "core/i18n.h"
#include "db/search/name_key.h"
#include "db/report/store_case.h"
#include "db/store_internal.h"
#include "db/cycle/store_request.h"
#include "db/store_row.h"

#define TITLE_KEY SQL_NAME_KEY("evidence", "v.id")
#define UNIT_KEY  SQL_NAME_KEY("unit", "u.id")
#define EVIDENCE_COLUMNS                                                                           \
	"SELECT v.id, v.version, v.unit_id, u.name, v.kind, v.title, v.doc_no, v.ref, v.note, "    \
	"v.on_date, v.added_at, coalesce(n.name, ''), v.withdrawn_at IS NOT NULL, " TITLE_KEY      \
	", " UNIT_KEY ", "                                                                         \
	"coalesce((SELECT replace(group_concat(DISTINCT a.path), ',', '、') "                     \
	"FROM evidence_link k JOIN action a ON a.id = k.action_id WHERE k.evidence_id = v.id), "   \
	"''), "                                                                                    \
	"coalesce(b.id, 0), coalesce(b.nbytes, 0), v.file_name, coalesce(b.type, ''), "            \
	"coalesce(b.sha256, '') "                                                                  \
	"FROM evidence v JOIN unit u ON u.id = v.unit_id LEFT JOIN person n ON n.id = v.added_by " \
	"LEFT JOIN blob b ON b.id = v.blob_id "
/* ?1 what it proves or whose it is, ?2 unit, ?3 withdrawn too */
#define EVIDENCE_FILTER                                                                            \
	"AND (?2 = 0 OR v.unit_id = ?2) AND (?3 <> 0 OR v.withdrawn_at IS NULL) ORDER BY v.id "    \
	"DESC"
#define EVIDENCE_LINKED(column)                                                                    \
	EVIDENCE_COLUMNS "WHERE v.id IN (SELECT k.evidence_id FROM evidence_link k WHERE "         \
			 "k." column " = ?1) " EVIDENCE_FILTER

static const char of_milestone[] = EVIDENCE_LINKED("milestone_id");
static const char of_report[] = EVIDENCE_LINKED("report_id");
static const char of_request[] = EVIDENCE_LINKED("request_id");
static const char of_case[] = EVIDENCE_LINKED("example_id");
static const char of_action[] = EVIDENCE_LINKED("action_id");
static const char of_unit[] = EVIDENCE_COLUMNS "WHERE v.unit_id = ?1 " EVIDENCE_FILTER;
static const char of_all[] = EVIDENCE_COLUMNS "WHERE ?1 = 0 " EVIDENCE_FILTER;

static void take_evidence(struct sql_stmt *q, struct arena *a, struct evidence_row *row)
{
	*row = (struct evidence_row){.id = sql_take_i64(q)};
	row->version = sql_take_i64(q);
	row->unit_id = sql_take_i64(q);
	row->unit = sql_take_text(q, a);
	sql_take_word(q, evidence_kind, &row->kind);
	row->title = sql_take_text(q, a);
	row->doc_no = sql_take_text(q, a);
	row->ref = sql_take_text(q, a);
	row->note = sql_take_text(q, a);
	row->on = sql_take_date(q);
	row->added_at = sql_take_time(q);
	row->added_by = sql_take_text(q, a);
	row->withdrawn = sql_take_bool(q);
	row->pinyin = sql_take_text(q, a);
	row->unit_pinyin = sql_take_text(q, a);
	row->actions = sql_take_text(q, a);
	row->blob_id = sql_take_i64(q);
	row->nbytes = sql_take_i64(q);
	row->file_name = sql_take_text(q, a);
	row->file_type = sql_take_text(q, a);
	row->sha256 = sql_take_text(q, a);
}

/* What hangs on an action is read by those who read the action; what proves a request or a case by
 * those who read that. */
static int check_list(struct store *s, struct arena *a, const struct actor *who,
		      const struct evidence_filter *f, bool *each, struct err *e)
{
	int64_t action_id = f->action_id, unit_id, part = f->milestone_id | f->report_id;
	struct request_row request;
	struct case_row one;

	*each = false;
	if (f->request_id)
		return store_request_get(s, a, who, f->request_id, &request, e);
	if (f->case_id)
		return store_case_get(s, a, who, f->case_id, &one, e);
	*each = !action_id && !part;
	if (*each)
		return 0;
	if (part && row_part_of(s->db, f->milestone_id ? ROW_MILESTONE : ROW_REPORT, part,
				&action_id, &unit_id, e))
		return -1;
	return read_may_action(s, who, action_id, e);
}

/* 1 when it is the reader's own or does not hang on drafts alone that others have not handed in, 0,
 * -1 an error. */
static int has_left_unit(struct store *s, const struct reader *r, int64_t id, int64_t unit_id,
			 struct err *e)
{
	static const char text[] =
		"SELECT r.state, r.unit_id, coalesce(r.on_behalf, 0) FROM evidence_link k "
		"LEFT JOIN report r ON r.id = k.report_id WHERE k.evidence_id = ?1";
	int got = 0, nlinks = 0;
	bool left = false;

	if (reader_has_unit(r, unit_id))
		return 1;
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(id));
	while (!left && (got = sql_next(q, e)) > 0) {
		enum report_state state = REPORT_NONE;

		nlinks++;
		sql_take_word(q, report_state, &state);
		int64_t of = sql_take_i64(q);
		left = reader_may_report(r, state, of, sql_take_bool(q));
	}
	sql_end(q);
	return got < 0 ? -1 : left || nlinks == 0;
}

int reader_may_evidence(struct store *s, const struct reader *r, int64_t id, int64_t unit_id,
			struct err *e)
{
	static const char text[] =
		"SELECT DISTINCT k.action_id FROM evidence_link k WHERE k.evidence_id = ?1";
	int got, left = has_left_unit(s, r, id, unit_id, e);
	int may_row = r->all || reader_has_unit(r, unit_id);

	if (left <= 0 || may_row)
		return left;
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(id));
	while (!may_row && (got = sql_next(q, e)) != 0)
		may_row = got < 0 ? -1 : reader_may_action(s, r, sql_take_i64(q), e);
	sql_end(q);
	return may_row;
}

static struct sql_stmt *list_query(struct store *s, const struct evidence_filter *f, struct err *e)
{
	const struct {
		int64_t id;
		const char *text;
	} ways[] = {
		{f->milestone_id, of_milestone},
		{f->report_id, of_report},
		{f->request_id, of_request},
		{f->case_id, of_case},
		{f->action_id, of_action},
		{f->unit_id, of_unit},
		{0, of_all},
	};
	size_t i = 0;

	while (!ways[i].id && ways[i].text != of_all)
		i++;
	return sql_query(s->db, ways[i].text, e, sql_i64(ways[i].id), sql_i64(f->unit_id),
			 sql_i64(f->withdrawn_too));
}

int store_evidence_list(struct store *s, struct arena *a, const struct actor *who,
			const struct evidence_filter *f, int limit, struct evidence_rows *rows,
			struct err *e)
{
	struct evidence_row row;
	struct reader r;
	int got = 0, may_row = 0;
	bool each;

	*rows = (struct evidence_rows){0};
	if (check_list(s, a, who, f, &each, e))
		return -1;
	reader_of(a, who, &r);
	struct sql_stmt *q = list_query(s, f, e);
	while (rows->n < (size_t)limit && (got = sql_next(q, e)) > 0) {
		take_evidence(q, a, &row);
		may_row = each ? reader_may_evidence(s, &r, row.id, row.unit_id, e)
			       : has_left_unit(s, &r, row.id, row.unit_id, e);
		if (may_row < 0)
			break;
		if (may_row)
			*vec_push(a, rows) = row;
	}
	sql_end(q);
	return got < 0 || may_row < 0 ? -1 : 0;
}

int store_evidence_get(struct store *s, struct arena *a, const struct actor *who, int64_t id,
		       struct evidence_row *row, struct err *e)
{
	static const char text[] = EVIDENCE_COLUMNS "WHERE v.id = ?1";
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(id));
	struct reader r;
	int got = sql_next(q, e);

	reader_of(a, who, &r);
	if (got > 0) {
		take_evidence(q, a, row);
		sql_end(q);
		got = reader_may_evidence(s, &r, row->id, row->unit_id, e);
		/* drafts that a unit has not handed in are nowhere for the others */
		if (got == 0 && read_may_unit(who, row->unit_id, row->unit, e) < 0)
			return -1;
	}
	if (got == 0)
		return err_set(e, ERR_NOT_FOUND, _("there is no such evidence"));
	return got < 0 ? -1 : 0;
}
