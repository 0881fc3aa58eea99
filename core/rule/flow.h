/*
 * flow.h - the state machines as one table: (object, state, step) gives the next state and the act
 * that one must be allowed (may.h), or a sentence that says why not and what to do. Pure; what the
 * table holds is printed in duban-flow(7), and tests walk it through the store and the interface.
 */
#ifndef DUBAN_CORE_FLOW_H
#define DUBAN_CORE_FLOW_H

#include "core/rule/may.h"

/* id, word, label, name of its sets of states and steps in words.h */
#define FLOW_OBJECTS(X)                                                                            \
	X(FLOW_ASSIGNMENT, "assignment", N_("assignment"), assignment)                             \
	X(FLOW_REPORT, "report", N_("report"), report)                                             \
	X(FLOW_MILESTONE, "milestone", N_("milestone"), milestone)                                 \
	X(FLOW_ACTION, "action", N_("action"), action)                                             \
	X(FLOW_REQUEST, "request", N_("request"), request)                                         \
	X(FLOW_NOTICE, "notice", N_("notice"), notice)                                             \
	X(FLOW_CASE, "case", N_("case"), case)

#define FLOW_ENUM(id, ...) id,
enum flow_object { FLOW_OBJECTS(FLOW_ENUM) FLOW_OBJECT_COUNT };

struct flow_rule {
	int from, step, to; /* of the object's sets */
	enum act act;
};

/* The next state, or -1 with ERR_STATE, the sentence, and in e->remedy what the unit can ask for.
 */
int flow_step(enum flow_object o, int from, int step, struct err *e);
/* What a state allows, in the order of the steps. */
const struct flow_rule *flow_rules(enum flow_object o, size_t *n);
/* The act behind a step, the same in every state that allows it. */
enum act flow_act(enum flow_object o, int step);
/* The act behind it instead where the object is of another kind, and what that kind is called,
 * translated; ACT_COUNT when all kinds are alike. */
enum act flow_other_act(enum flow_object o, int step, const char **kind);

const char *flow_object_word(enum flow_object o);
const char *flow_object_label(enum flow_object o);
const char *flow_state_word(enum flow_object o, int state);
const char *flow_state_label(enum flow_object o, int state);
const char *flow_step_word(enum flow_object o, int step);
const char *flow_step_label(enum flow_object o, int step);
int flow_nstates(enum flow_object o);
int flow_nsteps(enum flow_object o);

/* The same with the types of an object. 0, or -1 with the sentence (*to untouched). */
#define FLOW_TYPED(object, name)                                                                   \
	static inline int flow_##name(enum name##_state from, enum name##_step step,               \
				      enum name##_state *to, struct err *e)                        \
	{                                                                                          \
		int next = flow_step(object, (int)from, (int)step, e);                             \
		if (next < 0)                                                                      \
			return -1;                                                                 \
		*to = (enum name##_state)next;                                                     \
		return 0;                                                                          \
	}
#define FLOW_TYPED_ROW(id, word, label, name) FLOW_TYPED(id, name)
FLOW_OBJECTS(FLOW_TYPED_ROW)

/* Whether the unit has handed it in and it did not come back. */
static inline bool report_is_handed_in(enum report_state state)
{
	return state == REPORT_SUBMITTED || state == REPORT_SIGNED || state == REPORT_ACCEPTED;
}

/* "accepted"; for a collective unit "2 of 3 reported". In the arena. */
const char *assignment_report_label(struct arena *a, const struct assignment_row *row);

/* Whose it is: its unit, the units that deliver a common one, or "all units". */
const char *milestone_unit(const struct milestone_row *m);
#endif
