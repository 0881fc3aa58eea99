/* store_check.h - what every entry for an action asks inside its transaction, besides may(): is the
 * plan open, does the action still run, does the unit take part in it, is the row still the one
 * that was read. Nothing outside db/ includes it. */
#ifndef DUBAN_DB_STORE_CHECK_H
#define DUBAN_DB_STORE_CHECK_H

#include "db/store_internal.h"

/* A unit's part in an action. The text lives as long as the write. */
struct share {
	int64_t plan_id;
	const char *action; /* "dt2021/14" */
	enum role role;	    /* set when a unit was asked for */
};

/* ERR_STATE when the plan is closed, the action is closed out or withdrawn, or the unit takes no
 * part in it, neither itself nor as a member of a collective unit: the sentence names the units
 * that do. unit_id 0: what is common to all units of the action. */
int check_share(struct write *w, int64_t action_id, int64_t unit_id, struct share *share,
		struct err *e);

/* ERR_CONFLICT unless the row has the version that was read. `text` is one of these, or asks the
 * same of another table. */
extern const char version_of_report[], version_of_milestone[], version_of_evidence[],
	version_of_action[], version_of_plan[], version_of_unit[], version_of_person[];
int check_version(struct write *w, const char *text, int64_t id, int64_t read, struct err *e);

#endif
