/* request.c - what units ask, kind by kind: the table, the door for what is entered, the line that
 * names one, and what is asked for once more. */
#include "core/rule/request.h"

#include "core/rule/entry_text.h"
#include "core/i18n.h"

enum { DAY_SECONDS = 24 * 60 * 60 };

static const struct request_rule rules[REQUEST_KIND_COUNT] = {
	[REQUEST_CONTEST] = {REQUEST_CONTEST, REQUEST_ABOUT, false, N_("reason"), N_("Reason"),
			     N_("what should be changed, and why"),
			     N_("say in a line what should be changed, and why"),
			     N_("The objection is taken; change the assignment as it says.")},
	[REQUEST_EXTENSION] = {REQUEST_EXTENSION, REQUEST_DATE | REQUEST_PERCENT, true,
			       N_("reason"), N_("Reason"), N_("why it takes longer"),
			       N_("say in a line why it takes longer"),
			       N_("The milestone gets the new date; the extension is counted.")},
	[REQUEST_EXCEPTION] = {REQUEST_EXCEPTION, REQUEST_DATE, true, N_("reason"), N_("Reason"),
			       N_("why the report is late"),
			       N_("say in a line why the report is late"),
			       N_("This unit may report for the period up to that day.")},
	[REQUEST_CORRECTION] = {REQUEST_CORRECTION, REQUEST_TEXTS, false, N_("reason"),
				N_("Reason"), N_("what was wrong, and how that is known"),
				N_("say in a line what was wrong, and how that is known"),
				N_("The report gets these texts; what was accepted before stays to "
				   "be seen beside it.")},
	[REQUEST_COMPLETION] =
		{REQUEST_COMPLETION, REQUEST_PERCENT, false, N_("conclusion"), N_("Conclusion"),
		 N_("conclusion: what was reached"),
		 N_("give the conclusion in a line: what was reached, and how that is known"),
		 N_("The action is closed out; nothing more is asked of its units.")},
};

const struct request_rule *request_rule(enum request_kind kind)
{
	return kind == REQUEST_NONE ? NULL : &rules[kind];
}

static int read_about(const char *word, struct request_new *r, struct err *e)
{
	if (!word || !contest_about_parse(word, &r->about))
		return err_set_field(e, ERR_INPUT, "about",
				     _("say what is contested: assignment, role or wording"));
	return 0;
}

static int read_want(struct arena *a, const char *typed, struct date due, struct date today,
		     struct request_new *r, struct err *e)
{
	const char *s = entry_narrow(a, typed, "want", e);
	char was[DATE_TEXT];

	if (!s)
		return -1;
	if (!*s)
		return err_set_field(e, ERR_INPUT, "want", _("say until when it is needed"));
	if (date_read(s, "want", &r->want, e))
		return -1;
	if (date_cmp(r->want, today) < 0)
		return err_set_field(e, ERR_INPUT, "want", _("the day asked for is past already"));
	if (date_is_set(due) && date_cmp(r->want, due) <= 0)
		return err_set_field(e, ERR_INPUT, "want",
				     _("the date is %s now; ask for a later one"),
				     date_format(due, was));
	return 0;
}

static int read_texts(struct arena *a, const struct request_fields *f, struct request_new *r,
		      struct err *e)
{
	struct report_fields as_report = {f->percent, f->done, f->problems, f->next};
	struct report_new report = {.percent = -1};

	if (entry_report(a, &as_report, true, &report, e))
		return -1;
	r->percent = report.percent;
	r->done = report.done;
	r->problems = report.problems;
	r->next = report.next;
	return 0;
}

static int read_reason(struct arena *a, const char *typed, struct request_new *r, struct err *e)
{
	r->reason = entry_text(a, typed, "reason", e);
	if (!r->reason)
		return -1;
	return *r->reason ? 0
			  : err_set_field(e, ERR_INPUT, "reason", "%s", _(rules[r->kind].missing));
}

int entry_request(struct arena *a, const struct request_fields *f, struct date due,
		  struct date today, struct request_new *r, struct err *e)
{
	unsigned fields = rules[r->kind].fields;

	r->percent = -1;
	r->done = r->problems = r->next = "";
	if (((fields & REQUEST_ABOUT) && read_about(f->about, r, e)) ||
	    ((fields & REQUEST_DATE) && read_want(a, f->want, due, today, r, e)) ||
	    ((fields & REQUEST_PERCENT) && entry_percent(a, f->percent, &r->percent, e)) ||
	    ((fields & REQUEST_TEXTS) && read_texts(a, f, r, e)))
		return -1;
	return read_reason(a, f->reason, r, e);
}

const char *request_label(struct arena *a, const struct request_row *r)
{
	bool given = r->state == REQUEST_GRANTED && date_is_set(r->granted);
	char day[DATE_TEXT];

	date_format(given ? r->granted : r->want, day);
	switch (r->kind) {
	case REQUEST_EXTENSION:
		return arena_printf(a, _("extension of \"%s\" to %s"), r->what, day);
	case REQUEST_EXCEPTION:
		return arena_printf(a, _("late report for %s, until %s"), r->what, day);
	case REQUEST_CORRECTION:
		return arena_printf(a, _("correction of the report for %s"), r->what);
	case REQUEST_CONTEST:
		return arena_printf(a, _("objection: %s"), contest_about_label(r->about));
	default:
		return request_kind_label(r->kind);
	}
}

struct request_new request_anew(const struct request_row *q)
{
	struct request_new r = {.kind = q->kind, .unit_id = q->unit_id};

	switch (q->kind) {
	case REQUEST_EXTENSION:
		r.milestone_id = q->milestone_id;
		break;
	case REQUEST_EXCEPTION:
		r.period_id = q->period_id;
		break;
	case REQUEST_CORRECTION:
		r.report_id = q->report_id;
		break;
	default:
		r.action_id = q->action_id;
	}
	return r;
}

const struct request_row *request_waiting(const struct request_rows *same)
{
	return same->n && same->at[0].state == REQUEST_ASKED ? &same->at[0] : NULL;
}

const struct request_row *request_returned(const struct request_rows *same)
{
	size_t i = request_waiting(same) ? 1 : 0;

	return i < same->n && same->at[i].state != REQUEST_GRANTED ? &same->at[i] : NULL;
}

int request_waits(struct err *e, int64_t id)
{
	return err_set(e, ERR_EXISTS,
		       _("this was asked already (number %lld) and waits for the coordinating "
			 "office; take it back to ask otherwise"),
		       (long long)id);
}

int request_days(const struct request_row *r, int64_t now)
{
	return (int)((now - r->asked_at) / DAY_SECONDS);
}
