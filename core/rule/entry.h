/*
 * entry.h - the doors: strings that a person or a verb gave become checked values here and nowhere
 * else. The store takes only these types. A refused value gives ERR_INPUT with e->field naming the
 * field ("percent", "done" …), so that the form shows it beside and a verb names the option.
 */
#ifndef DUBAN_CORE_ENTRY_H
#define DUBAN_CORE_ENTRY_H

#include "core/err.h"
#include "core/model.h"

enum { ENTRY_TEXT_MAX = 4000, ENTRY_LINE_MAX = 200 }; /* characters, as a person counts them */

struct report_new {
	int64_t action_id, unit_id, period_id;
	int64_t report_id, version; /* 0, 0: a first one; else the row that was read */
	int percent;
	const char *done, *problems, *next;
	bool no_change;
	struct report_volume_rows volumes;
};

/* Strings as typed. NULL counts as "". */
struct report_fields {
	const char *percent, *done, *problems, *next;
};

/* Texts are cleaned (utf8_clean) into the arena. percent: 0 to 100, full-width digits and a
 * trailing % accepted. submit: `done` must not be empty (a draft may be). Ids are the caller's to
 * fill. */
int entry_report(struct arena *a, const struct report_fields *f, bool submit, struct report_new *r,
		 struct err *e);
/* The percentage alone. Field "percent". */
int entry_percent(struct arena *a, const char *typed, int *percent, struct err *e);
/* One volume of a report, or of its correction: "" counts as nothing (returns 0, adds nothing).
 * `what` names it in errors; field "volume". */
int entry_report_volume(struct arena *a, int64_t volume_id, const char *what, const char *value,
			struct report_volume_rows *rows, struct err *e);

struct milestone_new {
	int64_t action_id, unit_id;    /* unit 0: common */
	int64_t milestone_id, version; /* 0: a new one */
	const char *title, *note;
	struct date due;
	bool needs_evidence;
	int weight;	  /* 0 counts as 1 */
	int64_t after_id; /* the milestone of the action that it waits for; 0: none */
};
int entry_milestone(struct arena *a, const char *title, const char *due, const char *note,
		    struct milestone_new *m, struct err *e);
/* A weight: 1 to 100, "" is 1. Field "weight". */
int entry_milestone_weight(struct arena *a, const char *typed, int *weight, struct err *e);
/* The day a milestone was done: exists and is not after today. Field "done_on". */
int entry_done_on(const char *text, struct date today, struct date *on, struct err *e);

/* Evidence that a unit has recorded and names as proof of something. */
struct evidence_ids {
	int64_t *at;
	size_t n, cap;
};

/* A case for others to learn from: a title and a text, both needed. */
struct case_new {
	int64_t action_id, unit_id;
	int64_t case_id, version; /* 0: a new one */
	const char *title, *text;
	struct evidence_ids evidence; /* of a new one */
};
int entry_case(struct arena *a, const char *title, const char *text, struct case_new *c,
	       struct err *e);

struct evidence_new {
	int64_t evidence_id; /* one of the unit's that is recorded already: what it proves is added,
				the rest does not count; 0: not known */
	int64_t unit_id;
	/* what it proves; 0: none of that kind */
	int64_t action_id, milestone_id, report_id, request_id, case_id;
	enum evidence_kind kind;
	const char *title, *doc_no, *ref, *note;
	const char *file_name; /* of a file, clean (file_name.h); else "" */
	struct date on;
};
struct evidence_fields {
	const char *kind, *title, *doc_no, *ref, *on, *note;
	const char *file; /* name or path of the file that comes with it */
};
/* A title is needed; a document without one has its number as title, a file its name. A link needs
 * an address (http, https, or a path of a shared folder), a figure a figure in ref, a file `file`,
 * which without a kind makes it one. */
int entry_evidence(struct arena *a, const struct evidence_fields *f, struct evidence_new *v,
		   struct err *e);

/* A name of a unit or person, 1 to 60 characters of one line; a login ([a-z_][a-z0-9_.-]*, to 32).
 */
int entry_name(struct arena *a, const char *text, const char *field, const char **name,
	       struct err *e);
int entry_login(struct arena *a, const char *text, const char **login, struct err *e);
/* A plan code: 1 to 20 of a-z, 0-9, '-' and '_', first a letter or digit. Upper case is lowered. */
int entry_code(struct arena *a, const char *text, const char **code, struct err *e);
/* A reason: one to ENTRY_TEXT_MAX characters. */
int entry_reason(struct arena *a, const char *text, const char **reason, struct err *e);

#endif
