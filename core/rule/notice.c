/*
 * notice.c - what is owed and the notices that ask for it: how late, how urgent, and in which words
 * a person reads why. A line keeps words and figures, not sentences, so that everybody reads it in
 * their own language and it reads the same next year.
 */
#include "core/rule/notice.h"

#include "core/rule/entry.h"
#include "core/rule/entry_text.h"
#include "core/rule/flow.h"
#include "core/i18n.h"

#include <string.h>

static const struct {
	const char *word, *label;
} whys[DEBT_WHY_COUNT] = {
#define WHY_ROW(id, word, label) [id] = {word, label},
	DEBT_WHYS(WHY_ROW)};

const char *debt_why_word(enum debt_why v)
{
	return whys[v].word;
}

const char *debt_why_label(enum debt_why v)
{
	return _(whys[v].label);
}

bool debt_why_parse(const char *word, enum debt_why *v)
{
	for (int i = 0; i < DEBT_WHY_COUNT; i++)
		if (strcmp(whys[i].word, word) == 0) {
			*v = (enum debt_why)i;
			return true;
		}
	return false;
}

enum act notice_step_act(enum notice_kind kind, enum notice_step step)
{
	const char *of;
	enum act other = flow_other_act(FLOW_NOTICE, (int)step, &of);

	return kind == NOTICE_INSTRUCTION && other != ACT_COUNT ? other
								: flow_act(FLOW_NOTICE, (int)step);
}

/* Deadline and instruction of an action have no other id. */
static bool is_same(const struct notice_item_row *i, int64_t action_id, int64_t milestone_id,
		    int64_t period_id, enum debt_why why)
{
	return i->action_id == action_id && i->milestone_id == milestone_id &&
	       i->period_id == period_id &&
	       (i->why == DEBT_INSTRUCTION) == (why == DEBT_INSTRUCTION);
}

bool notice_item_is(const struct notice_item_row *i, const struct notice_item_row *other)
{
	return is_same(i, other->action_id, other->milestone_id, other->period_id, other->why);
}

static enum notice_course line_course(const struct notice_item_row *i,
				      const struct debt_rows *debts)
{
	enum notice_course course = COURSE_OVER;

	for (size_t k = 0; k < debts->n && course != COURSE_RUNS; k++) {
		const struct debt_row *d = &debts->at[k];

		if (is_same(i, d->action_id, d->milestone_id, d->period_id, d->why))
			course = d->waits ? COURSE_RESTS : COURSE_RUNS;
	}
	return course;
}

enum notice_course notice_course(const struct notice_item_rows *lines,
				 const struct debt_rows *debts)
{
	enum notice_course course = COURSE_OVER;

	for (size_t i = 0; i < lines->n && course != COURSE_RUNS; i++) {
		enum notice_course line = line_course(&lines->at[i], debts);

		course = line < course ? line : course;
	}
	return course;
}

void debt_count_days(struct debt_row *d, const struct calendar *c, struct date today)
{
	d->days = date_is_set(d->due) ? calendar_workdays_between(c, d->due, today) : 0;
}

enum notice_level debt_level(const struct debt_row *d, const struct policy *p)
{
	if (d->times >= 2 || d->days >= policy_number(p, POLICY_LEVEL_RED))
		return NOTICE_RED;
	if (d->times >= 1 || d->days >= policy_number(p, POLICY_LEVEL_ORANGE))
		return NOTICE_ORANGE;
	return NOTICE_BLUE;
}

/* What a line asks for. */
static const char *line_about(struct arena *a, const struct notice_item_row *i)
{
	switch (i->why) {
	case DEBT_REPORT:
		return arena_printf(a, _("the report for %s is not handed in"), i->what);
	case DEBT_RETURNED:
		return arena_printf(a, _("the returned report for %s is not handed in again"),
				    i->what);
	case DEBT_SIGNING:
		return arena_printf(a, _("the report for %s is not signed off in the unit"),
				    i->what);
	case DEBT_MILESTONE:
		return arena_printf(a, _("the milestone \"%s\" is not done"), i->what);
	case DEBT_DEADLINE:
		return _("the deadline is past and the close-out not asked for");
	case DEBT_INSTRUCTION:
		/* the line of an instruction itself has no day */
		if (date_is_set(i->due))
			return _("a leader's instruction is not answered");
		break;
	default:
		break;
	}
	return debt_why_label(i->why);
}

/* `before`: how often it was urged before. */
static const char *line_reason(struct arena *a, const struct notice_item_row *i, int before)
{
	const char *about = line_about(a, i), *late;
	char due[DATE_TEXT];

	if (!date_is_set(i->due))
		return about;
	late = arena_printf(a,
			    Q_("%1$s; due %2$s, %3$d working day late",
			       "%1$s; due %2$s, %3$d working days late", i->days),
			    about, date_format(i->due, due), i->days);
	if (before <= 0)
		return late;
	return arena_printf(
		a, Q_("%1$s; urged %2$d time before", "%1$s; urged %2$d times before", before),
		late, before);
}

const char *debt_reason(struct arena *a, const struct debt_row *d)
{
	struct notice_item_row i = {.what = d->what, .why = d->why, .due = d->due, .days = d->days};

	return line_reason(a, &i, d->times);
}

const char *notice_item_reason(struct arena *a, const struct notice_item_row *i)
{
	return line_reason(a, i, i->times - 1);
}

const char *notice_name(struct arena *a, const struct notice_row *n)
{
	return arena_printf(a,
			    n->kind == NOTICE_URGE ? _("urge notice %1$s no. %2$d")
						   : _("instruction %1$s no. %2$d"),
			    n->plan_code, n->no);
}

bool notice_is_overdue(const struct notice_row *n, struct date today)
{
	return n->state == NOTICE_ISSUED && !n->rests && date_cmp(n->answer_by, today) < 0;
}

const char *notice_standing(struct arena *a, const struct notice_row *n, struct date today)
{
	char by[DATE_TEXT];

	if (n->state == NOTICE_CLOSED && n->settled)
		return _("nothing owed any more, closed");
	if (n->state != NOTICE_ISSUED)
		return notice_state_label(n->state);
	if (n->rests)
		return _("rests until a request is decided");
	if (!notice_is_overdue(n, today))
		return arena_printf(a, _("to be answered by %s"), date_format(n->answer_by, by));
	int days = (int)(date_to_days(today) - date_to_days(n->answer_by));
	return arena_printf(a, Q_("answer %d day overdue", "answer %d days overdue", days), days);
}

const char *urge_cap_reason(struct arena *a, int recent, int days, struct date free_on)
{
	char day[DATE_TEXT];

	return arena_printf(
		a,
		Q_("%1$d urge notice within %2$d days (rule urge.cap); the next from %3$s on",
		   "%1$d urge notices within %2$d days (rule urge.cap); the next from %3$s on",
		   recent),
		recent, days, date_format(free_on, day));
}

static const char *why_undelivered(struct arena *a, const struct notice_row *n)
{
	switch (n->delivery) {
	case DELIVERY_NO_START:
		return arena_printf(a, _("not sent: the command cannot be started: %s"),
				    n->delivery_said);
	case DELIVERY_TOO_LONG:
		return _("not sent: the command took too long and was ended");
	case DELIVERY_KILLED:
		return _("not sent: the command was killed");
	default:
		break;
	}
	if (*n->delivery_said)
		return arena_printf(a, _("not sent: the command ended with status %1$d: %2$s"),
				    n->delivery, n->delivery_said);
	return arena_printf(a, _("not sent: the command ended with status %d"), n->delivery);
}

const char *notice_delivery_label(struct arena *a, const struct notice_row *n)
{
	if (n->delivered)
		return _("sent");
	return n->tried ? why_undelivered(a, n) : "";
}

int entry_instruction(struct arena *a, const char *text, const char *by, struct date today,
		      struct date fallback, struct instruction_new *n, struct err *e)
{
	const char *day = entry_narrow(a, by, "by", e);

	if (!day)
		return -1;
	n->by = fallback;
	if (*day && date_read(day, "by", &n->by, e))
		return -1;
	if (date_cmp(n->by, today) < 0)
		return err_set_field(e, ERR_INPUT, "by",
				     _("the day for the answer is past already"));
	n->text = entry_text(a, text, "text", e);
	if (n->text && !*n->text)
		return err_set_field(e, ERR_INPUT, "text",
				     _("write what the units shall do or answer"));
	return n->text ? 0 : -1;
}

int entry_answer(struct arena *a, const char *typed, const char **answer, struct err *e)
{
	const char *text = entry_text(a, typed, "answer", e);

	if (!text)
		return -1;
	if (!*text)
		return err_set_field(e, ERR_INPUT, "answer",
				     _("write what was done, or by when it will be"));
	*answer = text;
	return 0;
}
