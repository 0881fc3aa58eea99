/* What is open, in words: kinds, their states and their counts from one table, and what the names
 * of kept drafts say. */
#include "core/rule/handover.h"

#include <stdlib.h>
#include <string.h>

static const struct {
	const char *word, *label;
	enum flow_object object;
} kinds[OPEN_KIND_COUNT] = {
#define OPEN_ROW(id, word, label, object) [id] = {word, label, object},
	OPEN_KINDS(OPEN_ROW)};

/* How the drafts of a unit's work begin, and whether the number behind is an action's. */
static const struct {
	const char *begin, *label;
	bool action;
} drafts[] = {
	{"report:", N_("report"), true},
	{"milestone:", N_("milestone"), true},
	{"milestone-done:", N_("how a milestone was done"), false},
	{"evidence:", N_("evidence"), true},
	{"evidence-withdraw:", N_("why evidence is withdrawn"), false},
	{"request:", N_("request"), false},
	{"notice-answer:", N_("answer to a notice"), false},
	{"case:", N_("case"), false},
};

const char *open_kind_word(enum open_kind k)
{
	return kinds[k].word;
}

const char *open_kind_label(enum open_kind k)
{
	return _(kinds[k].label);
}

static bool has_states(const struct open_row *r)
{
	return kinds[r->kind].object < FLOW_OBJECT_COUNT;
}

const char *open_state_word(const struct open_row *r)
{
	return has_states(r) ? flow_state_word(kinds[r->kind].object, r->state) : "";
}

const char *open_state_label(const struct open_row *r)
{
	return has_states(r) ? flow_state_label(kinds[r->kind].object, r->state) : "";
}

bool open_state_parse(struct open_row *r, const char *word)
{
	int n = has_states(r) ? flow_nstates(kinds[r->kind].object) : 0;

	for (int i = 0; i < n; i++) {
		if (strcmp(flow_state_word(kinds[r->kind].object, i), word) == 0) {
			r->state = i;
			return true;
		}
	}
	return false;
}

static const char *count_label(struct arena *a, enum open_kind k, int n)
{
	switch (k) {
	case OPEN_TASK:
		return arena_printf(a, Q_("%d task to be received", "%d tasks to be received", n),
				    n);
	case OPEN_REPORT:
		return arena_printf(a, Q_("%d report", "%d reports", n), n);
	case OPEN_MILESTONE:
		return arena_printf(a, Q_("%d milestone", "%d milestones", n), n);
	case OPEN_REQUEST:
		return arena_printf(a, Q_("%d request", "%d requests", n), n);
	case OPEN_NOTICE:
		return arena_printf(a, Q_("%d notice", "%d notices", n), n);
	default:
		return arena_printf(a, Q_("%d text not sent", "%d texts not sent", n), n);
	}
}

const char *open_summary(struct arena *a, const struct open_rows *rows)
{
	int counts[OPEN_KIND_COUNT] = {0};
	const char *text = "";

	for (size_t i = 0; i < rows->n; i++)
		counts[rows->at[i].kind]++;
	for (int k = 0; k < OPEN_KIND_COUNT; k++) {
		if (!counts[k])
			continue;
		const char *one = count_label(a, (enum open_kind)k, counts[k]);
		text = *text ? arena_printf(a, _("%s, %s"), text, one) : one;
	}
	return text;
}

const char *open_draft_label(const char *form, int64_t *action_id)
{
	*action_id = 0;
	for (size_t i = 0; i < sizeof drafts / sizeof drafts[0]; i++) {
		size_t n = strlen(drafts[i].begin);

		if (strncmp(form, drafts[i].begin, n) != 0)
			continue;
		if (drafts[i].action)
			*action_id = strtoll(form + n, NULL, 10);
		return _(drafts[i].label);
	}
	return NULL;
}
