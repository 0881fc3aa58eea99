/* store_unit.h - units, their other names and members, and the assignments. See store.h. */
#ifndef DUBAN_DB_STORE_UNIT_H
#define DUBAN_DB_STORE_UNIT_H

#include "db/store.h"

/* In the order of first appearance in the plans. Merged ones are not listed. */
int store_unit_list(struct store *s, struct arena *a, struct unit_rows *rows, struct err *e);
/* By name or alias. ERR_NOT_FOUND proposes names that are close. */
int store_unit_find(struct store *s, struct arena *a, const char *name, struct unit_row *row,
		    struct err *e);
int store_unit_get(struct store *s, struct arena *a, int64_t id, struct unit_row *row,
		   struct err *e);
int store_unit_members(struct store *s, struct arena *a, int64_t unit_id, struct unit_rows *rows,
		       struct err *e);

int store_unit_add(struct store *s, const struct actor *who, const char *name, enum unit_kind kind,
		   struct arena *a, struct unit_row *row, unsigned *changes, struct err *e);
/* `from` becomes another name of `into`: its assignments, reports, milestones, evidence and posts
 * move; where both have the same action the stronger role stays. Refused (ERR_STATE) when both have
 * a report for the same action and period. */
int store_unit_merge(struct store *s, const struct actor *who, int64_t from, int64_t from_version,
		     int64_t into, int64_t into_version, unsigned *changes, struct err *e);
int store_unit_alias(struct store *s, const struct actor *who, int64_t unit_id, const char *alias,
		     unsigned *changes, struct err *e);
/* Makes member one of the units that the collective unit stands for (add), or no longer (!add). A
 * single unit that gets its first member becomes collective; one that answers for actions itself
 * is refused (ERR_STATE). `version` is that of the collective unit, which changes with its members.
 */
int store_unit_member(struct store *s, const struct actor *who, int64_t collective, int64_t version,
		      int64_t member, bool add, unsigned *changes, struct err *e);
int store_unit_rename(struct store *s, const struct actor *who, int64_t unit_id, int64_t version,
		      const char *name, unsigned *changes, struct err *e);

/* Whether the unit's reports go out only when its approving leader has signed them: set by that
 * leader or the office. ERR_STATE when it has no approving leader. */
int store_unit_sign(struct store *s, const struct actor *who, int64_t unit_id, int64_t version,
		    bool signs, unsigned *changes, struct err *e);

/* Who answers for an action: leads first, in the order of the document. With period_id their
 * reports of that period, of collective units how many of their members'; 0: none. */
int store_assignment_list(struct store *s, struct arena *a, const struct actor *who,
			  int64_t action_id, int64_t period_id, struct assignment_rows *rows,
			  struct err *e);
/* Assigns, or changes the role when the unit is assigned already. `version` is that of the
 * assignment; 0: the unit has none. */
int store_assign(struct store *s, const struct actor *who, int64_t action_id, int64_t unit_id,
		 int64_t version, enum role role, unsigned *changes, struct err *e);
int store_unassign(struct store *s, const struct actor *who, int64_t action_id, int64_t unit_id,
		   int64_t version, const char *reason, unsigned *changes, struct err *e);

#endif
