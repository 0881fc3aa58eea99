/* import_change_rows.c - a new edition beside the plan that is there, as rows: first what is new,
 * changed or gone, then what stays as it is. */
#include "tui/import/import_rows.h"

#include "core/i18n.h"

static const char *changes_text(struct arena *a, const struct diff_entry *x)
{
	struct strbuf b = STRBUF_INIT;
	const char *s;

	strbuf_printf(&b, "%s", diff_kind_label(x->kind));
	for (size_t i = 0; i < x->changes.n; i++)
		strbuf_printf(&b, "\n%s", x->changes.at[i].text);
	s = arena_strdup(a, b.s);
	strbuf_free(&b);
	return s;
}

static void add_change(struct arena *a, const struct plan_diff *d, size_t i,
		       struct import_rows *rows)
{
	const struct diff_entry *x = &d->entries.at[i];
	struct import_row *r = vec_push(a, &rows->rows);

	*r = (struct import_row){.what = IMPORT_CHANGE,
				 .at = i,
				 .mark = plan_diff_path(d, x),
				 .text = plan_diff_title(d, x),
				 .note = diff_kind_label(x->kind),
				 .detail = changes_text(a, x),
				 .style = x->kind == DIFF_SAME ? STYLE_DIM : STYLE_NORMAL};
	if (x->is != DIFF_NONE)
		r->clause = d->new->actions.at[x->is].clause;
	else
		r->clause = d->old->plan.actions.at[x->was].clause;
}

void import_rows_changes(struct arena *a, const struct plan_diff *d, struct import_rows *rows)
{
	for (size_t i = 0; i < d->head.n; i++)
		*vec_push(a, &rows->rows) = (struct import_row){.what = IMPORT_HEADING,
								.mark = "",
								.text = d->head.at[i].text,
								.note = "",
								.detail = ""};
	for (int same = 0; same < 2; same++)
		for (size_t i = 0; i < d->entries.n; i++)
			if ((d->entries.at[i].kind == DIFF_SAME) == same)
				add_change(a, d, i, rows);
}
