/*
 * The printed list of indicators. There is a column for every year of which a target is printed,
 * however many there are: where they do not fit, a table of a document becomes one record below the
 * other.
 */
#include "core/rule/indicator.h"

#include "core/decimal.h"
#include "core/i18n.h"

#include <stdlib.h>

enum { COL_NO, COL_ACTION, COL_NAME, COL_YEAR };

struct years {
	VEC(int) list; /* ascending; 0: targets without a year */
};

const char *indicator_target(struct arena *a, const struct indicator_row *in,
			     const struct target_row *t)
{
	if (!t->value[0])
		return "";
	return arena_printf(a, "%s %s%s", op_label(t->op), t->value, decimal_measure(in->measure));
}

static int compare_years(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

static void collect_years(struct arena *a, struct years *y, const struct indicator_items *items)
{
	size_t n = 0;

	for (size_t i = 0; i < items->n; i++) {
		const struct indicator_row *in = &items->at[i].row;

		for (size_t k = 0; !in->in_words && k < in->targets.n; k++)
			*vec_push(a, &y->list) = in->targets.at[k].year;
	}
	if (!y->list.n)
		return;
	qsort(y->list.at, y->list.n, sizeof *y->list.at, compare_years);
	for (size_t i = 0; i < y->list.n; i++) {
		if (!n || y->list.at[n - 1] != y->list.at[i])
			y->list.at[n++] = y->list.at[i];
	}
	y->list.n = n;
}

static struct document_table *add_columns(struct arena *a, struct document *d,
					  const struct years *y)
{
	struct document_table *t = document_add_table(a, d);

	document_add_column(a, t, _("No."), COLUMN_WORD, 0);
	document_add_column(a, t, _("Action"), COLUMN_TEXT, 2);
	document_add_column(a, t, _("Indicator"), COLUMN_TEXT, 3);
	for (size_t i = 0; i < y->list.n; i++)
		document_add_column(
			a, t, y->list.at[i] ? arena_printf(a, "%d", y->list.at[i]) : _("Target"),
			COLUMN_WORD, 0);
	return t;
}

static void add_item(struct arena *a, struct document_table *t, const struct years *y,
		     const struct indicator_item *item, bool first)
{
	const char **cells = document_add_row(a, t);
	const struct indicator_row *in = &item->row;

	cells[COL_NO] = item->action->path;
	cells[COL_ACTION] = first ? item->action->title : "";
	cells[COL_NAME] = in->in_words ? arena_printf(a, _("%s (in words)"), in->name) : in->name;
	for (size_t k = 0; !in->in_words && k < in->targets.n; k++) {
		for (size_t i = 0; i < y->list.n; i++) {
			if (y->list.at[i] == in->targets.at[k].year)
				cells[COL_YEAR + i] = indicator_target(a, in, &in->targets.at[k]);
		}
	}
}

void indicator_document_build(struct arena *a, struct document *d, const char *plan,
			      const char *unit, const struct indicator_items *items,
			      const char *printed_by, struct date today)
{
	struct years y = {0};
	struct document_table *t;
	char date[DATE_TEXT];

	document_begin(a, d, _("Indicators"), unit[0] ? unit : plan);
	d->issued = arena_printf(a, _("printed %s by %s"), date_format(today, date), printed_by);
	if (unit[0])
		document_heading(a, d, plan);
	if (!items->n) {
		document_paragraph(a, d, _("There are no indicators here."));
		return;
	}
	collect_years(a, &y, items);
	t = add_columns(a, d, &y);
	for (size_t i = 0; i < items->n; i++)
		add_item(a, t, &y, &items->at[i],
			 !i || items->at[i].action->id != items->at[i - 1].action->id);
}
