/* The order of a stage plan, from the row alone: what a milestone waits for stands in it. Whether a
 * circle would come about is asked where all rows are, in the store. */
#include "core/rule/milestone.h"

#include "core/i18n.h"

enum milestone_order milestone_order(const struct milestone_row *m)
{
	if (!m->after_id || m->after_state != MILESTONE_OPEN || m->state == MILESTONE_DROPPED)
		return ORDER_FINE;
	if (m->state != MILESTONE_OPEN)
		return ORDER_EARLY;
	return date_cmp(m->due, m->after_due) < 0 ? ORDER_SOONER : ORDER_WAITS;
}

const char *milestone_order_label(struct arena *a, const struct milestone_row *m)
{
	char day[DATE_TEXT];

	switch (milestone_order(m)) {
	case ORDER_FINE:
		return m->after_id ? arena_printf(a, _("after \"%s\""), m->after) : "";
	case ORDER_WAITS:
		return arena_printf(a, _("after \"%s\", which is open"), m->after);
	case ORDER_SOONER:
		return arena_printf(a, _("after \"%s\", which is due later, on %s"), m->after,
				    date_format(m->after_due, day));
	case ORDER_EARLY:
		break;
	}
	return arena_printf(a, _("done before \"%s\", which is open"), m->after);
}

const char *milestone_order_warning(struct arena *a, const struct milestone_row *m)
{
	char due[DATE_TEXT], after_due[DATE_TEXT];

	switch (milestone_order(m)) {
	case ORDER_SOONER:
		return arena_printf(a,
				    _("\"%s\" is due on %s, before \"%s\", which it waits for and "
				      "which is due on %s; one of the two dates will not hold"),
				    m->title, date_format(m->due, due), m->after,
				    date_format(m->after_due, after_due));
	case ORDER_EARLY:
		return arena_printf(a,
				    _("\"%s\" waits for \"%s\", which is still open; mark that one "
				      "done too, or say what happens with it"),
				    m->title, m->after);
	case ORDER_FINE:
	case ORDER_WAITS:
		break;
	}
	return "";
}

const char *milestone_extended_label(struct arena *a, const struct milestone_row *m)
{
	if (m->nextended == 0)
		return "";
	return arena_printf(a, Q_("extended once", "extended %d times", m->nextended),
			    m->nextended);
}

const char *milestone_asked_label(struct arena *a, const struct milestone_row *m)
{
	char day[DATE_TEXT];

	if (!m->asked_id)
		return "";
	return arena_printf(a, _("asked for: until %s (request %lld), not answered yet"),
			    date_format(m->asked, day), (long long)m->asked_id);
}
