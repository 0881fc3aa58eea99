/*
 * request.h - what a unit asks of the office, and the office grants or refuses: objections to an
 * assignment, more time for a milestone, a report after the period has closed, the correction of an
 * accepted report, the close-out of an action. One table says for each kind what it is about, what
 * is entered and what an answer needs; forms, verbs and checks are made from it.
 */
#ifndef DUBAN_CORE_REQUEST_H
#define DUBAN_CORE_REQUEST_H

#include "core/rule/entry.h"
#include "core/err.h"
#include "core/model.h"

/* What is entered besides the reason. */
enum request_field {
	REQUEST_ABOUT = 1,   /* what of the assignment */
	REQUEST_DATE = 2,    /* until when */
	REQUEST_PERCENT = 4, /* how far it is */
	REQUEST_TEXTS = 8    /* percent, done, problems, next and volumes as they shall be */
};

struct request_rule {
	enum request_kind kind;
	unsigned fields;     /* bits of request_field */
	bool grant_has_date; /* the answer gives a date, by default the one asked for */
	const char *label;   /* N_(): of the reason, as a field; `heading`: above its text */
	const char *heading;
	const char *question; /* N_(): what is said in it */
	const char *missing;  /* N_(): the refusal where nothing is */
	const char *granting; /* N_(): what granting does, a sentence */
};
/* NULL for REQUEST_NONE. */
const struct request_rule *request_rule(enum request_kind kind);

struct request_new {
	enum request_kind kind;
	int64_t unit_id;
	/* what it is about, by its kind: the action of an objection or completion, a milestone, a
	 * period, a report */
	int64_t action_id, milestone_id, period_id, report_id;
	enum contest_about about;
	struct date want;
	int percent; /* -1: not said */
	const char *reason, *done, *problems, *next;
	/* all that the corrected report shall count; by entry_report_volume(), what was accepted
	 * included */
	struct report_volume_rows volumes;
	struct evidence_ids evidence; /* proves what is said here */
};

/* Strings as typed. NULL counts as "". */
struct request_fields {
	const char *about; /* word */
	const char *want, *percent, *reason, *done, *problems, *next;
};

/* Checks what is entered against the rule of r->kind; `due` is the date as it is (none: unknown),
 * which the one asked for must be after. Ids are the caller's to fill. */
int entry_request(struct arena *a, const struct request_fields *f, struct date due,
		  struct date today, struct request_new *r, struct err *e);

/* "extension of 12-31 (区教育局)": one line for lists and the log of what is asked. Once granted,
 * the date is the one that was given. In the arena. */
const char *request_label(struct arena *a, const struct request_row *r);
/* What it is about, to be asked for once more: kind, unit and ids. */
struct request_new request_anew(const struct request_row *q);
/* Among all that was asked about one thing, newest first: the one that waits for its answer; the
 * one that is asked anew by the next, which was refused or taken back last. NULL: there is none. */
const struct request_row *request_waiting(const struct request_rows *same);
const struct request_row *request_returned(const struct request_rows *same);
/* "this was asked already (number 6) and waits …": why the same is not asked twice; -1. */
int request_waits(struct err *e, int64_t id);

/* Days since it was asked, by the office's calendar of plain days. */
int request_days(const struct request_row *r, int64_t now);

#endif
