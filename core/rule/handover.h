/*
 * handover.h - what is open with the units of a person: all that whoever comes after them takes
 * over. The rows name things and dates, never the texts that were written about them.
 */
#ifndef DUBAN_CORE_HANDOVER_H
#define DUBAN_CORE_HANDOVER_H

#include "core/rule/flow.h"
#include "core/i18n.h"
#include "core/model.h"

/* id, word for programs, label, whose states `state` is of (FLOW_OBJECT_COUNT: it has none) */
#define OPEN_KINDS(X)                                                                              \
	X(OPEN_TASK, "task", N_("task to be received"), FLOW_ASSIGNMENT)                           \
	X(OPEN_REPORT, "report", N_("report"), FLOW_REPORT)                                        \
	X(OPEN_MILESTONE, "milestone", N_("milestone"), FLOW_MILESTONE)                            \
	X(OPEN_REQUEST, "request", N_("request"), FLOW_REQUEST)                                    \
	X(OPEN_NOTICE, "notice", N_("notice"), FLOW_NOTICE)                                        \
	X(OPEN_DRAFT, "draft", N_("typed, not sent"), FLOW_OBJECT_COUNT)

#define OPEN_ENUM(id, ...) id,
enum open_kind { OPEN_KINDS(OPEN_ENUM) OPEN_KIND_COUNT };
const char *open_kind_word(enum open_kind k);
const char *open_kind_label(enum open_kind k);

struct open_row {
	enum open_kind kind;
	int64_t id;		    /* of the milestone, request or notice; else 0 */
	int64_t unit_id, action_id; /* 0: about no single one */
	const char *unit;
	const char *plan_code, *action_no, *action_title; /* action_no: its path */
	const char *what; /* milestone, period, kind of request, number of a notice, or "" */
	int state;	  /* of the kind's states */
	struct date due;  /* by when, or none */
};
struct open_rows {
	struct open_row *at;
	size_t n, cap;
};

/* "submitted"; "" of a kind without states. */
const char *open_state_word(const struct open_row *r);
const char *open_state_label(const struct open_row *r);
/* Sets the state from the word of its kind; false when it is none. */
bool open_state_parse(struct open_row *r, const char *word);
/* "2 reports, 1 milestone": how many of each kind, in their order; "" of no rows. In the arena. */
const char *open_summary(struct arena *a, const struct open_rows *rows);

/* What a kept draft (db/report/store_draft.h) is of, by its name: a label, translated; NULL when it
 * is of no unit's work and so stays with the person. *action_id gets the action that the name
 * names, or 0. */
const char *open_draft_label(const char *form, int64_t *action_id);

#endif
