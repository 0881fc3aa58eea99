/* Contents of cells that many lists have. */
#include "tui/part/list.h"

#include "core/date.h"

#include <inttypes.h>
#include <stdio.h>

void list_cell_number(struct list_cell *cell, int64_t n)
{
	snprintf(cell->buf, sizeof cell->buf, "%" PRId64, n);
	cell->text = cell->buf;
}

void list_cell_day(struct list_cell *cell, int64_t utc)
{
	time_format_local(utc, cell->buf);
	cell->buf[DATE_TEXT - 1] = '\0';
	cell->text = cell->buf;
	cell->rank = utc;
}
