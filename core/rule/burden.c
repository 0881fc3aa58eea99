/* Burden in words: its counts from one table, what is 0 left out. */
#include "core/rule/burden.h"

#include "core/i18n.h"

static int compare_counts(int x, int y)
{
	return (x < y) - (x > y);
}

int burden_compare(const void *a, const void *b)
{
	const struct burden_row *x = a, *y = b;
	int by = compare_counts(x->reports + x->milestones, y->reports + y->milestones);

	if (!by)
		by = compare_counts(x->fields, y->fields);
	if (!by)
		by = compare_counts(x->notices, y->notices);
	return by ? by : (x->unit_id > y->unit_id) - (x->unit_id < y->unit_id);
}

static const char *add_count(struct arena *a, const char *text, int n, const char *format)
{
	const char *one;

	if (!n)
		return text;
	one = arena_printf(a, format, n);
	return *text ? arena_printf(a, _("%s, %s"), text, one) : one;
}

const char *burden_label(struct arena *a, const struct burden_row *row)
{
	const char *text = "";

	text = add_count(a, text, row->reports, Q_("%d report", "%d reports", row->reports));
	text = add_count(a, text, row->fields, Q_("%d field", "%d fields", row->fields));
	text = add_count(a, text, row->milestones,
			 Q_("%d milestone", "%d milestones", row->milestones));
	text = add_count(a, text, row->notices, Q_("%d notice", "%d notices", row->notices));
	return *text ? text : _("nothing");
}

const char *burden_sentence(struct arena *a, const struct burden_rows *rows)
{
	struct burden_row all = {0};

	if (!rows->n)
		return "";
	for (size_t i = 0; i < rows->n; i++) {
		all.reports += rows->at[i].reports;
		all.fields += rows->at[i].fields;
		all.milestones += rows->at[i].milestones;
		all.notices += rows->at[i].notices;
	}
	return arena_printf(a,
			    Q_("Asked of %d unit by now: %s. Most of %s: %s.",
			       "Asked of %d units by now: %s. Most of %s: %s.", rows->n),
			    (int)rows->n, burden_label(a, &all), rows->at[0].unit,
			    burden_label(a, &rows->at[0]));
}
