/*
 * report_parts.h - the parts of the other units of an action in a period, and what is missing of
 * them, in words: for the form in which a lead enters its own, and for whoever reads that. What a
 * unit owes is that unit's, not the lead's.
 */
#ifndef DUBAN_TUI_REPORT_PARTS_H
#define DUBAN_TUI_REPORT_PARTS_H

#include "core/mem.h"
#include "core/model.h"

/* "区教育局 (cooperating): not reported, due since 2021-09-30, 3 days late". In the arena, as all
 * texts here. */
const char *report_part_label(struct arena *a, const struct report_part_row *p);
/* All but unit_id's on one line: who, and how it stands. "" when there is none. */
const char *report_parts_line(struct arena *a, const struct report_part_rows *parts,
			      int64_t unit_id);
/* The same a line each, with the label and the beginning of what the unit says. */
const char *report_parts_lines(struct arena *a, const struct report_part_rows *parts,
			       int64_t unit_id);
/* What the others have handed in, a line each behind their name: to be taken over into a summary.
 * "" when nobody has. */
const char *report_parts_gather(struct arena *a, const struct report_part_rows *parts,
				int64_t unit_id);
/* A text with these words under it, or (take false) without them where they still stand as they
 * came.
 */
const char *report_parts_put(struct arena *a, const char *text, const char *gathered, bool take);
/* What the others count for a volume in this period, summed; "" for nothing. */
const char *report_parts_volume(struct arena *a, const struct report_part_rows *parts,
				int64_t unit_id, int64_t volume_id);
/* Whether this unit leads the action or shares it, and so answers for the whole. */
bool report_parts_delivers(const struct report_part_rows *parts, int64_t unit_id);

#endif
