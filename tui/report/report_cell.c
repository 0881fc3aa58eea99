/* Cells of reports that wait for the office. */
#include "tui/report/report_cell.h"

#include "tui/report/report_detail.h"

void report_cell(const struct report_row *r, int same_limit, size_t column, struct list_cell *cell)
{
	switch (column) {
	case REPORT_COL_NO:
		cell->text = r->action_no;
		break;
	case REPORT_COL_ACTION:
		cell->text = r->action_title;
		break;
	case REPORT_COL_UNIT:
		cell->text = r->unit;
		break;
	case REPORT_COL_PERIOD:
		cell->text = r->period_code;
		break;
	case REPORT_COL_BAR:
		cell->percent = r->percent;
		break;
	default:
		cell->text = report_remark(r, same_limit, cell->buf);
	}
}
