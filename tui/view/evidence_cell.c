/* What the cells of a list of evidence show. What was withdrawn is dim. */
#include "tui/view/evidence_cell.h"

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
	case EVIDENCE_COL_REF:
		cell->text = r->doc_no[0] ? r->doc_no : r->ref;
		break;
	default:
		cell->text = r->unit;
	}
	if (r->withdrawn)
		cell->style = STYLE_DIM;
}
