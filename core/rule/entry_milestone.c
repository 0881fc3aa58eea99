/* The door for what a milestone weighs; its texts and dates go through entry.c. */
#include "core/rule/entry.h"

#include "core/rule/entry_text.h"
#include "core/i18n.h"
#include "core/rule/milestone.h"

/* -1 when it is no whole number from 1 to the most. */
static int parse_weight(const char *s)
{
	int v = 0;

	for (; *s >= '0' && *s <= '9' && v <= MILESTONE_WEIGHT_MOST; s++)
		v = v * 10 + (*s - '0');
	return *s || v < 1 || v > MILESTONE_WEIGHT_MOST ? -1 : v;
}

int entry_milestone_weight(struct arena *a, const char *typed, int *weight, struct err *e)
{
	const char *s = entry_narrow(a, typed, "weight", e);

	if (!s)
		return -1;
	int v = *s ? parse_weight(s) : 1;
	if (v < 0)
		return err_set_field(e, ERR_INPUT, "weight",
				     _("a weight is a whole number from 1 to %d, not \"%s\"; 2 "
				       "counts twice as much as 1"),
				     MILESTONE_WEIGHT_MOST, s);
	*weight = v;
	return 0;
}
