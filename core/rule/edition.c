/* edition.c - choosing among the editions of a report. The text of a draft is no edition yet; of a
 * report in any other state the last edition is what the report says now. */
#include "core/rule/edition.h"

/* The last but `skip` of those that were handed in, or of those that were accepted or corrected. */
static const struct report_edition_row *last_but(const struct report_edition_rows *rows,
						 bool handed_in, int skip)
{
	for (size_t i = rows->n; i-- > 0;)
		if ((rows->at[i].kind == EDITION_SUBMITTED) == handed_in && skip-- == 0)
			return &rows->at[i];
	return NULL;
}

const struct report_edition_row *edition_handed_in_before(const struct report_edition_rows *rows,
							  enum report_state state)
{
	return last_but(rows, true, state == REPORT_DRAFT ? 0 : 1);
}

const struct report_edition_row *edition_accepted_before(const struct report_edition_rows *rows,
							 enum report_state state)
{
	return last_but(rows, false, state == REPORT_ACCEPTED ? 1 : 0);
}

const struct report_edition_row *edition_last(const struct report_edition_rows *rows,
					      enum edition_kind kind)
{
	for (size_t i = rows->n; i-- > 0;)
		if (rows->at[i].kind == kind)
			return &rows->at[i];
	return NULL;
}
