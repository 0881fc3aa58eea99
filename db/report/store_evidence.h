/* store_evidence.h - evidence and what it proves. See store.h. */
#ifndef DUBAN_DB_STORE_EVIDENCE_H
#define DUBAN_DB_STORE_EVIDENCE_H

#include "core/rule/entry.h"
#include "db/store.h"

struct evidence_filter {
	/* 0: any; at most one of what it proves */
	int64_t action_id, milestone_id, report_id, request_id, case_id, unit_id;
	bool withdrawn_too;
};
/* Newest first, at most `limit`. What only proves a draft is there for the unit alone, as the draft
 * is (store_report.h). */
int store_evidence_list(struct store *s, struct arena *a, const struct actor *who,
			const struct evidence_filter *f, int limit, struct evidence_rows *rows,
			struct err *e);
int store_evidence_get(struct store *s, struct arena *a, const struct actor *who, int64_t id,
		       struct evidence_row *row, struct err *e);
/* A document of this number, however it is typed, that any unit has recorded: 1 and the newest that
 * may be read, 0 when there is none, -1 an error. */
int store_evidence_of_number(struct store *s, struct arena *a, const struct actor *who,
			     const char *doc_no, struct evidence_row *row, struct err *e);
/* Records it and links it to what v names. A document of the same unit with the same number is the
 * same evidence: only the link is added, as with v->evidence_id. One that another unit has recorded
 * lends its title where v has none but the number, and its date. */
int store_evidence_add(struct store *s, const struct actor *who, const struct evidence_new *v,
		       struct arena *a, struct evidence_row *row, unsigned *changes, struct err *e);
/* The record stays; a done milestone keeps its date. */
int store_evidence_withdraw(struct store *s, const struct actor *who, int64_t id, int64_t version,
			    const char *reason, unsigned *changes, struct err *e);

#endif
