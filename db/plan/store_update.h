/*
 * store_update.h - a plan that is issued anew. The new edition takes the place of the one before,
 * what stays keeps its reports, milestones and evidence, what goes is withdrawn. See store.h.
 *
 *	store_plan_compare(s, a, who, "mh2020", &p, &d, e);    reads, writes nothing
 *	plan_diff_pair(d, …);                                  where somebody knows better
 *	store_plan_update(s, who, d, a, &row, &changes, e);
 *
 * What the document says of a unit's part is kept beside what is in force (assignment.doc_role).
 * The document changes the one; where the office has assigned, taken off or given another role by
 * hand, that stays.
 */
#ifndef DUBAN_DB_STORE_UPDATE_H
#define DUBAN_DB_STORE_UPDATE_H

#include "core/plan/plan_diff.h"
#include "db/store.h"

enum plan_side {
	PLAN_AS_ISSUED,	  /* what the document says, names of units as the file has them; the
			   * withdrawn actions behind */
	PLAN_AS_IT_STANDS /* with what the office changed by hand; nothing that is withdrawn */
};

/* The plan as a document again, from what the file holds. Everything in the arena. ERR_DENIED to
 * those who may not read all of it. */
int store_plan_read(struct store *s, struct arena *a, const struct actor *who, const char *code,
		    enum plan_side side, struct plan_standing *plan, struct err *e);

/*
 * Compares a document that was read with the plan of this code. Units are compared by who they are:
 * another name of a unit, or one that is said to be the same (DOUBT_TAKEN), makes no difference.
 * `p` must outlive *d. ERR_EXISTS: its text is the plan's already; ERR_STATE: the plan is closed.
 */
int store_plan_compare(struct store *s, struct arena *a, const struct actor *who, const char *code,
		       const struct plan *p, struct plan_diff **d, struct err *e);

/* What the office set by hand and the new edition says otherwise: it stays, and whoever takes the
 * edition in is told. In the order of the plan. */
struct kept_row {
	int was;	  /* index into d->old->plan.actions */
	const char *path; /* of the action in the new edition */
	const char *text; /* a sentence, translated */
};
struct kept_rows {
	struct kept_row *at;
	size_t n, cap;
};
int store_plan_kept(struct store *s, struct arena *a, const struct plan_diff *d,
		    struct kept_rows *rows, struct err *e);

/*
 * Makes d->new the edition in force, all or nothing:
 * - the document before goes to the editions, every clause that changes to the clauses before;
 * - an action that stays keeps its row and takes number, place, title, clause, section and due date
 *   from the new edition; one that is gone is withdrawn ("not in edition 2") and named by its last
 *   place from then on: "14@1"; one that is back is in force again; a new one is as imported;
 * - units, indicators, targets and volumes follow; what reports may refer to is ended, not deleted;
 * - the milestone of the due date follows it while nobody has marked or moved it.
 * ERR_CONFLICT when the plan was changed since it was compared. Only the bits of what did change
 * are added to *changes.
 */
int store_plan_update(struct store *s, const struct actor *who, const struct plan_diff *d,
		      struct arena *a, struct plan_row *row, unsigned *changes, struct err *e);

/* An edition of the document, newest first. */
struct edition_row {
	int number; /* 1 is the first */
	const char *title, *doc_no, *file;
	struct date date;
	int64_t imported_at; /* UTC */
	const char *imported_by;
	int64_t superseded_at; /* UTC, 0: in force */
};
struct edition_rows {
	struct edition_row *at;
	size_t n, cap;
};
int store_edition_list(struct store *s, struct arena *a, const struct actor *who, int64_t plan_id,
		       struct edition_rows *rows, struct err *e);
/* The whole text of an edition. */
int store_edition_text(struct store *s, struct arena *a, const struct actor *who, int64_t plan_id,
		       int number, const char **text, struct err *e);

/* The clause of an action in the editions [from, to], newest first, the one in force included. */
struct clause_row {
	int from, to; /* to 0: still in force */
	const char *path, *title, *text;
	int line;
};
struct clause_rows {
	struct clause_row *at;
	size_t n, cap;
};
int store_clause_list(struct store *s, struct arena *a, const struct actor *who, int64_t action_id,
		      struct clause_rows *rows, struct err *e);

/* Why and when an action was withdrawn. at 0: it is not. */
struct withdrawal {
	const char *reason, *by;
	int64_t at; /* UTC */
};
int store_action_withdrawal(struct store *s, struct arena *a, const struct actor *who,
			    int64_t action_id, struct withdrawal *out, struct err *e);

#endif
