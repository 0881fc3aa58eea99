/* evidence_cell.h - one piece of evidence as a row of a list, for the lists that show evidence, and
 * as a line of a page. */
#ifndef DUBAN_TUI_EVIDENCE_CELL_H
#define DUBAN_TUI_EVIDENCE_CELL_H

#include "core/model.h"
#include "core/rule/file_rule.h"
#include "core/text/file_name.h"
#include "tui/part/list.h"
#include "tui/part/page.h"

/* Columns of every list of evidence; each list says how wide they are and what they are called. */
enum evidence_column {
	EVIDENCE_COL_ON,
	EVIDENCE_COL_KIND,
	EVIDENCE_COL_TITLE,
	EVIDENCE_COL_REF, /* number of a document, else place, address, figure or file */
	EVIDENCE_COL_UNIT,
	EVIDENCE_COL_ACTIONS /* the numbers of those that it proves; not in the list of one action
			      */
};

/* Puts rows in the order of their days, the newest first; what has none stands by the day on which
 * it was recorded. */
void evidence_sort(struct evidence_rows *rows);
/* Its file with the size of it, "" when it has none. */
enum { EVIDENCE_FILE_TEXT = FILE_NAME_MAX + FILE_SIZE_TEXT + 8 };
const char *evidence_file_text(const struct evidence_row *r, char out[EVIDENCE_FILE_TEXT]);
void evidence_cell(const struct evidence_row *r, size_t column, struct list_cell *cell);
/* A heading and a line for each; nothing where there is none. Texts are the rows' or the arena's.
 */
void evidence_page_add(struct arena *a, struct page *p, const struct evidence_rows *rows);

#endif
