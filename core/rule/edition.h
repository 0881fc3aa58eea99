/* edition.h - the editions of a report (how it was handed in, accepted, corrected): which of them
 * its text is held against. */
#ifndef DUBAN_CORE_EDITION_H
#define DUBAN_CORE_EDITION_H

#include "core/model.h"

/* How the report was handed in the time before: of a draft the last time, else the last time but
 * one. NULL when there is none. Borrowed from `rows`. */
const struct report_edition_row *edition_handed_in_before(const struct report_edition_rows *rows,
							  enum report_state state);
/* How it was accepted or corrected before: of an accepted one the last time but one. NULL when
 * there is none; then the last accepted report of an earlier period is what it is held against
 * (store_report_accepted_before()). */
const struct report_edition_row *edition_accepted_before(const struct report_edition_rows *rows,
							 enum report_state state);
/* The last of a kind; NULL when there is none. */
const struct report_edition_row *edition_last(const struct report_edition_rows *rows,
					      enum edition_kind kind);

#endif
