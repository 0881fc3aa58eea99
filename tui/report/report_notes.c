/* Reads the facts into the notes of the form. Nothing here is a value that the person types. */
#include "tui/report/report_notes.h"

#include "core/i18n.h"
#include "core/rule/lamp.h"
#include "tui/plan/unit_schedule.h"
#include "tui/report/report_parts.h"

#include <string.h>

/* What the percentage is measured by: the last one, the milestones, the year. */
static const char *percent_note(const struct report_facts *f, const struct app_context *c,
				struct arena *a)
{
	struct schedule stage = unit_schedule(c, f->action.id, f->unit.id,
					      report_parts_delivers(&f->parts, f->unit.id));
	int elapsed = lamp_elapsed(f->period.year, c->now.today);
	const char *now = schedule_expected(&stage) < 0
				  ? arena_printf(a, _("%d%% of the year has passed"), elapsed)
				  : schedule_label(a, &stage, elapsed);

	return f->before.id ? arena_printf(a, _("left empty: %d%% as last period; %s"),
					   f->before.percent, now)
			    : now;
}

/* What the others count is in what a lead counts for the whole. */
static void note_counted(struct form *form, const struct report_facts *f,
			 const struct report_sheet *sheet, struct arena *a)
{
	for (size_t i = 0; i < sheet->nvolumes; i++) {
		const char *sum =
			report_parts_volume(a, &f->parts, f->unit.id, sheet->volumes[i].id);

		form_note(form, sheet->volumes[i].field,
			  *sum ? arena_printf(a,
					      _("the other units have counted %s; what you enter "
						"is for all, with theirs in it"),
					      sum)
			       : NULL);
	}
}

void report_notes_show(struct form *form, const struct report_facts *f,
		       const struct report_sheet *sheet, const struct app_context *c,
		       struct arena *a)
{
	const char *evidence = report_facts_evidence(f, a);
	bool whole = report_parts_delivers(&f->parts, f->unit.id);
	char at[TIME_TEXT];

	form_set(form, "before", report_facts_before(f, a));
	form_set(form, "parts",
		 whole ? report_parts_lines(a, &f->parts, f->unit.id)
		       : report_parts_line(a, &f->parts, f->unit.id));
	form_set(form, "evidence", evidence[0] ? evidence : _("none yet"));
	form_note(form, "percent", percent_note(f, c, a));
	if (f->mine.state == REPORT_RETURNED)
		form_note(form, "before",
			  arena_printf(a, _("returned by %s, %s: %s"), f->mine.reviewed_by,
				       time_format_local(f->mine.reviewed_at, at), f->mine.reason));
	if (whole)
		note_counted(form, f, sheet, a);
}

void report_notes_taken(struct form *form, const struct report_facts *f,
			const struct report_sheet *sheet, bool taken, struct arena *a)
{
	if (taken && strcmp(report_parts_gather(a, &f->parts, f->unit.id), sheet->gathered) != 0)
		form_note(form, "take",
			  _("the parts are not what they were when you took them over; untick this "
			    "and tick it again to have them as they are now"));
}

/* changed_at moves with a signature and a review too. */
static int64_t text_at(const struct report_row *r)
{
	return r->submitted_at ? r->submitted_at : r->changed_at;
}

const char *report_notes_text_by(struct arena *a, const struct report_row *r, int64_t me)
{
	char at[TIME_TEXT];

	time_format_local(text_at(r), at);
	if (r->entered_by_id == me)
		return arena_printf(a,
				    _("you entered another text in another window at %s, after you "
				      "opened it; nothing was written"),
				    at);
	return arena_printf(a, _("%s entered this at %s, after you opened it; nothing was written"),
			    r->entered_by, at);
}

void report_notes_changed(struct form *form, const struct report_row *mine, int64_t version,
			  struct arena *a)
{
	char at[TIME_TEXT];

	if (mine->version != version)
		form_note(form, "before",
			  arena_printf(a,
				       _("%s changed this report at %s, it is now: %s; what you "
					 "typed is still here"),
				       mine->changed_by, time_format_local(mine->changed_at, at),
				       report_state_label(mine->state)));
}
