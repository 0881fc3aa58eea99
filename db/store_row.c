/* Parts of rows that several families have alike. */
#include "db/store_row.h"

#include "db/store_plan.h"

const char *row_take_no(struct sql_stmt *q, struct arena *a)
{
	const char *parent_no = sql_take_text(q, a), *no = sql_take_text(q, a);

	return action_name(a, "", parent_no, no) + 1; /* without the slash after the plan */
}
