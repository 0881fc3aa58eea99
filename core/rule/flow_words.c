/* flow_words.c - the words of the state machines by object, for those who go over all of them. */
#include "core/rule/flow.h"

#include "core/i18n.h"

/* The functions of words.h take enums, these take any object's numbers. */
#define NUMBERED(name)                                                                             \
	static const char *name##_state_word_of(int v)                                             \
	{                                                                                          \
		return name##_state_word((enum name##_state)v);                                    \
	}                                                                                          \
	static const char *name##_state_label_of(int v)                                            \
	{                                                                                          \
		return name##_state_label((enum name##_state)v);                                   \
	}                                                                                          \
	static const char *name##_step_word_of(int v)                                              \
	{                                                                                          \
		return name##_step_word((enum name##_step)v);                                      \
	}                                                                                          \
	static const char *name##_step_label_of(int v)                                             \
	{                                                                                          \
		return name##_step_label((enum name##_step)v);                                     \
	}
#define NUMBERED_ROW(id, word, label, name) NUMBERED(name)
FLOW_OBJECTS(NUMBERED_ROW)

#define SPEECH(id, word, label, name)                                                              \
	[id] = {word,                                                                              \
		label,                                                                             \
		name##_state_word_of,                                                              \
		name##_state_label_of,                                                             \
		name##_step_word_of,                                                               \
		name##_step_label_of},
static const struct {
	const char *word, *label;
	const char *(*state_word)(int v);
	const char *(*state_label)(int v);
	const char *(*step_word)(int v);
	const char *(*step_label)(int v);
} speech[FLOW_OBJECT_COUNT] = {FLOW_OBJECTS(SPEECH)};

const char *flow_object_word(enum flow_object o)
{
	return speech[o].word;
}

const char *flow_object_label(enum flow_object o)
{
	return _(speech[o].label);
}

const char *flow_state_word(enum flow_object o, int state)
{
	return speech[o].state_word(state);
}

const char *flow_state_label(enum flow_object o, int state)
{
	return speech[o].state_label(state);
}

const char *flow_step_word(enum flow_object o, int step)
{
	return speech[o].step_word(step);
}

const char *flow_step_label(enum flow_object o, int step)
{
	return speech[o].step_label(step);
}

int flow_nstates(enum flow_object o)
{
	static const int n[FLOW_OBJECT_COUNT] = {ASSIGNMENT_STATE_COUNT, REPORT_STATE_COUNT,
						 MILESTONE_STATE_COUNT,	 ACTION_STATE_COUNT,
						 REQUEST_STATE_COUNT,	 NOTICE_STATE_COUNT,
						 CASE_STATE_COUNT};

	return n[o];
}

int flow_nsteps(enum flow_object o)
{
	static const int n[FLOW_OBJECT_COUNT] = {
		ASSIGNMENT_STEP_COUNT, REPORT_STEP_COUNT, MILESTONE_STEP_COUNT, ACTION_STEP_COUNT,
		REQUEST_STEP_COUNT,    NOTICE_STEP_COUNT, CASE_STEP_COUNT};

	return n[o];
}

const char *assignment_report_label(struct arena *a, const struct assignment_row *row)
{
	if (row->nmembers == 0)
		return report_state_label(row->report_state);
	return arena_printf(a, _("%d of %d reported"), row->nreported, row->nmembers);
}

const char *milestone_unit(const struct milestone_row *m)
{
	if (m->unit_id)
		return m->unit;
	return *m->deliverers ? m->deliverers : _("all units");
}
