/* The fields of a report as a table, with the checks that are made when one is left. */
#include "tui/report/report_sheet.h"

#include "core/rule/entry.h"
#include "core/i18n.h"
#include "tui/report/report_parts.h"

enum { BEHIND = 4 }; /* fields behind the volumes */

static int check_percent(const struct form_field *f, const char *value, struct err *e)
{
	struct arena a = ARENA_INIT;
	int percent, rc = entry_percent(&a, value, &percent, e);

	(void)f;
	arena_free(&a);
	return rc;
}

static int check_volume(const struct form_field *f, const char *value, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct report_volume_rows none = {0};
	int rc = entry_report_volume(&a, 0, f->label, value, &none, e);

	arena_free(&a);
	return rc;
}

static size_t add_volumes(struct report_sheet *r, const struct report_facts *f, struct arena *own,
			  struct form_field *fields, size_t n)
{
	r->nvolumes = 0;
	for (size_t i = 0; i < f->volumes.n && n < REPORT_SHEET_MOST - BEHIND; i++) {
		const struct volume_row *row = &f->volumes.at[i];
		struct report_sheet_volume *volume = &r->volumes[r->nvolumes++];

		volume->id = row->id;
		volume->field = arena_printf(own, "volume:%lld", (long long)row->id);
		volume->what = arena_strdup(own, row->what);
		fields[n++] = (struct form_field){
			.name = volume->field,
			.label = volume->what,
			.kind = FIELD_NUMBER,
			.cols = 10,
			.max_chars = 20,
			.check = check_volume,
			.after = arena_printf(own, _("%s this period; so far %s of %s"),
					      row->measure, row->done, row->value),
			.help = _("What this period adds; what was counted before is added by the "
				  "program."),
		};
	}
	return n;
}

void report_sheet_gather(struct report_sheet *r, const struct report_facts *f, struct arena *own)
{
	r->gathered = report_parts_gather(own, &f->parts, f->unit.id);
}

size_t report_sheet_describe(struct report_sheet *r, const struct report_facts *f,
			     struct arena *own, struct form_field *fields)
{
	static const struct {
		const char *name, *label, *help;
	} texts[] = {
		{"done", N_("done"),
		 N_("What was done in this period, with figures: what, where, how much.")},
		{"problems", N_("problems"),
		 N_("What stands in the way and what would help; empty when nothing does.")},
		{"next", N_("next steps"), N_("What comes next, and until when.")},
	};
	size_t n = 0;

	report_sheet_gather(r, f, own);
	/* Also before anybody has handed in: a part may come while one types. */
	r->can_take = f->parts.n > 1 && report_parts_delivers(&f->parts, f->unit.id);
	fields[n++] = (struct form_field){
		.name = "before", .label = _("last period"), .kind = FIELD_SHOW};
	fields[n++] = (struct form_field){.name = "percent",
					  .label = _("percent"),
					  .kind = FIELD_NUMBER,
					  .cols = 5,
					  .max_chars = 4,
					  .check = check_percent,
					  .after = "%",
					  .required = !f->before.id,
					  .help = _("How much of the whole action is done, "
						    "0 to 100, not of this period alone.")};
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		fields[n++] = (struct form_field){.name = texts[i].name,
						  .label = _(texts[i].label),
						  .kind = FIELD_AREA,
						  .rows = i == 0 ? 3 : 2,
						  .max_chars = ENTRY_TEXT_MAX,
						  .required = i == 0,
						  .help = _(texts[i].help)};
	n = add_volumes(r, f, own, fields, n);
	fields[n++] =
		(struct form_field){.name = "evidence", .label = _("evidence"), .kind = FIELD_SHOW};
	fields[n++] =
		(struct form_field){.name = "parts", .label = _("other units"), .kind = FIELD_SHOW};
	if (r->can_take)
		fields[n++] = (struct form_field){
			.name = "take",
			.label = _("take over"),
			.kind = FIELD_CHECK,
			.after = _("their words into \"done\""),
			.help = _("Puts what the other units have handed in under your own words, "
				  "a line each; ticked off again, it goes."),
		};
	return n;
}
