/* store_request.h - what units ask of the office, and its answers. See store.h and request.h. */
#ifndef DUBAN_DB_STORE_REQUEST_H
#define DUBAN_DB_STORE_REQUEST_H

#include "core/rule/flow.h"
#include "core/rule/handover.h"
#include "core/rule/request.h"
#include "db/store.h"

struct request_filter {
	int64_t plan_id, unit_id, action_id; /* 0: any */
	enum request_kind kind;		     /* REQUEST_NONE: any */
	bool waiting;			     /* only what waits for an answer */
};
/* What waits first, oldest first, then the answered ones, newest first; at most `limit`. A unit
 * reads its own. */
int store_request_list(struct store *s, struct arena *a, const struct actor *who,
		       const struct request_filter *f, int limit, struct request_rows *rows,
		       struct err *e);
int store_request_get(struct store *s, struct arena *a, const struct actor *who, int64_t id,
		      struct request_row *row, struct err *e);

/* All that r's unit has asked of r's kind about the thing that r names, newest first. */
int store_request_same(struct store *s, struct arena *a, const struct actor *who,
		       const struct request_new *r, struct request_rows *rows, struct err *e);

/* The date that a request of r's kind and ids is about, as it is now: of the milestone, or the last
 * day of the period (with the exception that the unit has). None for the other kinds. */
int store_request_due(struct store *s, struct arena *a, const struct request_new *r,
		      struct date *due, struct err *e);

/* Asks, as entry_request() made it. An objection sets the assignment to contested for the
 * unit alone, a completion the action to completion-asked. ERR_EXISTS when the same waits for an
 * answer already. */
int store_request_ask(struct store *s, const struct actor *who, const struct request_new *r,
		      struct arena *a, struct request_row *row, unsigned *changes, struct err *e);

/* REQUEST_GRANT does what the kind says (request_rule()->granting), with the date `granted` where
 * the kind gives one (none: the one asked for); REQUEST_REFUSE needs its reason in `answer`. Both
 * settle an objection; a refused completion makes the action active again. Nobody decides what they
 * asked themselves. */
int store_request_decide(struct store *s, const struct actor *who, int64_t id, int64_t version,
			 enum request_step step, struct date granted, const char *answer,
			 unsigned *changes, struct err *e);
/* The unit no longer asks: what the asking had set goes back. */
int store_request_take_back(struct store *s, const struct actor *who, int64_t id, int64_t version,
			    unsigned *changes, struct err *e);

/* What is still open in an action, for whoever decides on its close-out: reports that are owed,
 * wait to be signed off or to be decided on, open milestones, requests that wait (but for the
 * close-out itself), notices not answered; of all its units, by kind, then date and unit. Of
 * requests and notices one reads one's own; a draft is not there for others. */
int store_action_open(struct store *s, struct arena *a, const struct actor *who, int64_t action_id,
		      struct open_rows *rows, struct err *e);

/* The office opens a closed-out action again; the reason is kept in the log. */
int store_action_reopen(struct store *s, const struct actor *who, int64_t action_id,
			int64_t version, const char *reason, unsigned *changes, struct err *e);

/* An action that runs again. */
struct reopened_row {
	int64_t log_id, action_id;
	const char *action_no, *action_title; /* action_no: its path */
	const char *by, *reason;	      /* by: name */
};
struct reopened_rows {
	struct reopened_row *at;
	size_t n, cap;
};
/* What a unit has a part in and was opened again from that moment (UTC) on, in open plans: the last
 * time of each, newest first. A unit reads its own. */
int store_reopened_list(struct store *s, struct arena *a, const struct actor *who, int64_t unit_id,
			int64_t since, struct reopened_rows *rows, struct err *e);

#endif
