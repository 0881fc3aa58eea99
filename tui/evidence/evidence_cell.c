/* What the cells of a list of evidence show. What was withdrawn is dim. */
#include "tui/evidence/evidence_cell.h"

#include "core/i18n.h"

#include <stdio.h>
#include <stdlib.h>

static struct date day_of(const struct evidence_row *r)
{
	char day[TIME_TEXT];
	struct date recorded = {0};

	if (date_is_set(r->on))
		return r->on;
	time_format_local(r->added_at, day);
	day[DATE_TEXT - 1] = '\0';
	date_parse(day, &recorded);
	return recorded;
}

static int compare_days(const void *a, const void *b)
{
	const struct evidence_row *x = a, *y = b;
	int by_day = date_cmp(day_of(y), day_of(x));

	return by_day ? by_day : (y->id > x->id) - (y->id < x->id);
}

void evidence_sort(struct evidence_rows *rows)
{
	if (rows->n)
		qsort(rows->at, rows->n, sizeof *rows->at, compare_days);
}

const char *evidence_file_text(const struct evidence_row *r, char out[EVIDENCE_FILE_TEXT])
{
	char size[FILE_SIZE_TEXT];

	out[0] = '\0';
	if (r->blob_id)
		snprintf(out, EVIDENCE_FILE_TEXT, _("%s (%s)"), r->file_name,
			 file_size_text(r->nbytes, size));
	return out;
}

void evidence_cell(const struct evidence_row *r, size_t column, struct list_cell *cell)
{
	switch (column) {
	case EVIDENCE_COL_ON:
		cell->text = date_format(r->on, cell->buf);
		break;
	case EVIDENCE_COL_KIND:
		cell->text = evidence_kind_label(r->kind);
		break;
	case EVIDENCE_COL_TITLE:
		cell->text = r->title;
		break;
	case EVIDENCE_COL_ACTIONS:
		cell->text = r->actions;
		break;
	case EVIDENCE_COL_REF:
		cell->text = r->doc_no[0] ? r->doc_no : r->ref[0] ? r->ref : r->file_name;
		break;
	default:
		cell->text = r->unit;
	}
	if (r->withdrawn)
		cell->style = STYLE_DIM;
}

void evidence_page_add(struct arena *a, struct page *p, const struct evidence_rows *rows)
{
	if (rows->n)
		page_heading(a, p, _("Evidence"));
	for (size_t i = 0; i < rows->n; i++)
		page_add(a, p, STYLE_NORMAL, 2,
			 rows->at[i].doc_no[0] ? arena_printf(a, _("%s (%s)"), rows->at[i].title,
							      rows->at[i].doc_no)
					       : rows->at[i].title);
}
