/* Evidence that is recorded already. The same document is one piece of evidence however its number
 * was typed: numbers are compared folded (width, brackets, blanks) and kept as they were entered.
 * The same file is one whatever it is called. */
#include "db/report/evidence_known.h"

#include "core/i18n.h"
#include "core/text/utf8.h"
#include "db/report/store_evidence.h"

#include <string.h>

/* One form of the brackets that stand around the year of a document number. */
static uint32_t fold_bracket(uint32_t cp)
{
	static const uint32_t open[] = {'(', '<', '{', 0x3008, 0x300A, 0x3010, 0x3014, 0x3016};

	for (size_t i = 0; i < sizeof open / sizeof *open; i++) {
		uint32_t close = open[i] == '(' ? ')' : open[i] < 0x80 ? open[i] + 2 : open[i] + 1;

		if (cp == open[i])
			return '[';
		if (cp == close)
			return ']';
	}
	return cp;
}

/* The next character of a document number that counts, 0 at the end. */
static uint32_t next_folded(const char **s)
{
	while (**s) {
		uint32_t cp;

		*s += utf8_decode(*s, *s + strlen(*s), &cp);
		cp = fold_bracket(utf8_fold(cp));
		if (cp != ' ' && cp != '\t' && cp != '\n')
			return cp;
	}
	return 0;
}

bool evidence_same_number(const char *a, const char *b)
{
	uint32_t cp;

	do {
		cp = next_folded(&a);
		if (cp != next_folded(&b))
			return false;
	} while (cp);
	return true;
}

/* The newest first; those of others are not read unless they may be. */
int store_evidence_of_number(struct store *s, struct arena *a, const struct actor *who,
			     const char *doc_no, struct evidence_row *row, struct err *e)
{
	static const char text[] = "SELECT id, doc_no FROM evidence INDEXED BY evidence_document "
				   "WHERE kind = 'document' AND doc_no <> '' "
				   "AND withdrawn_at IS NULL ORDER BY id DESC";
	struct sql_stmt *q = sql_query(s->db, text, e);
	bool found = false;
	int got = 0;

	while (!found && (got = sql_next(q, e)) > 0) {
		int64_t id = sql_take_i64(q);
		struct err hidden = ERR_INIT;

		found = evidence_same_number(sql_peek(q), doc_no) &&
			store_evidence_get(s, a, who, id, row, &hidden) == 0;
	}
	sql_end(q);
	return got < 0 ? -1 : found;
}

/* The unit's document of the same number, 0 when there is none. The index of the unit's numbers
 * alone is read. */
static int find_document(struct write *w, const struct evidence_new *v, int64_t *id, struct err *e)
{
	static const char text[] =
		"SELECT id, doc_no FROM evidence WHERE unit_id = ?1 AND kind = 'document' "
		"AND doc_no <> '' AND withdrawn_at IS NULL";
	int got = 0;

	*id = 0;
	if (v->kind != EVIDENCE_DOCUMENT || !v->doc_no || !*v->doc_no)
		return 0;
	struct sql_stmt *q = sql_query(w->db, text, e, sql_i64(v->unit_id));
	while (!*id && (got = sql_next(q, e)) > 0) {
		int64_t one = sql_take_i64(q);
		if (evidence_same_number(sql_peek(q), v->doc_no))
			*id = one;
	}
	sql_end(q);
	return got < 0 ? -1 : 0;
}

/* The unit's file of the same content. */
static int find_file(struct write *w, int64_t unit_id, int64_t blob_id, int64_t *id, struct err *e)
{
	static const char text[] = "SELECT id FROM evidence WHERE blob_id = ?1 AND unit_id = ?2 "
				   "AND withdrawn_at IS NULL ORDER BY id LIMIT 1";

	*id = 0;
	return sql_get(w->db, text, id, e, sql_i64(blob_id), sql_i64(unit_id)) < 0 ? -1 : 0;
}

int evidence_known(struct write *w, const struct evidence_new *v, int64_t blob_id, int64_t *id,
		   struct err *e)
{
	struct evidence_row row;

	if (!v->evidence_id)
		return blob_id ? find_file(w, v->unit_id, blob_id, id, e)
			       : find_document(w, v, id, e);
	*id = v->evidence_id;
	if (store_evidence_get(w->s, &w->arena, NULL, *id, &row, e))
		return -1;
	if (row.unit_id != v->unit_id)
		return err_set(e, ERR_INPUT, _("the evidence \"%s\" is another unit's, of %s"),
			       row.title, row.unit);
	return row.withdrawn ? err_set(e, ERR_STATE, _("the evidence \"%s\" was withdrawn already"),
				       row.title)
			     : 0;
}

int evidence_lent(struct write *w, struct evidence_new *v, struct err *e)
{
	struct evidence_row row;
	int got = 0;

	if (v->kind == EVIDENCE_DOCUMENT && v->doc_no && *v->doc_no &&
	    strcmp(v->title, v->doc_no) == 0)
		got = store_evidence_of_number(w->s, &w->arena, w->who, v->doc_no, &row, e);
	if (got <= 0)
		return got;
	v->title = row.title;
	if (!date_is_set(v->on))
		v->on = row.on;
	return 0;
}
