/* store_plan.h - plans and what they consist of. See store.h for the rules that hold for all. */
#ifndef DUBAN_DB_STORE_PLAN_H
#define DUBAN_DB_STORE_PLAN_H

#include "core/plan/plan.h"
#include "db/store.h"

/*
 * Takes a plan that was read into the file, all or nothing: plan, sections, actions with clause and
 * place, units (known by name or alias, else new; collective ones by unit_name_is_collective()),
 * assignments, indicators, targets, volumes, and a common milestone "deadline" for an action that
 * prints one. The document's text is kept whole. Two names are made one unit where the answer to
 * the doubt about them is DOUBT_TAKEN: b of it is kept as another name of a.
 * ERR_EXISTS: a plan with the same text (SHA-256) is there: the sentence names its code and says
 * what to do; or the code is taken. `code` "" derives one that is free from plan_propose_code().
 */
int store_plan_import(struct store *s, const struct actor *who, const struct plan *p,
		      const char *code, struct arena *a, struct plan_row *row, unsigned *changes,
		      struct err *e);

/* Plans that `who` may read, open ones first, newest first. */
int store_plan_list(struct store *s, struct arena *a, const struct actor *who,
		    struct plan_rows *rows, struct err *e);
int store_plan_get(struct store *s, struct arena *a, const struct actor *who, const char *code,
		   struct plan_row *row, struct err *e);
int store_plan_get_id(struct store *s, struct arena *a, const struct actor *who, int64_t id,
		      struct plan_row *row, struct err *e);
/* The whole text of the document. */
int store_plan_text(struct store *s, struct arena *a, const struct actor *who, int64_t plan_id,
		    const char **text, struct err *e);
/* No more reports, milestones or assignments; reading goes on. */
int store_plan_close(struct store *s, const struct actor *who, const char *code, int64_t version,
		     const char *reason, unsigned *changes, struct err *e);

int store_section_list(struct store *s, struct arena *a, const struct actor *who, int64_t plan_id,
		       struct section_rows *rows, struct err *e);

/* All actions in force of a plan in the order of the document (a parent before its sub-actions),
 * without clause text ("" there) so that a list stays small. */
int store_action_list(struct store *s, struct arena *a, const struct actor *who, int64_t plan_id,
		      struct action_rows *rows, struct err *e);
/* Those that a later edition did without, as they were imported. */
int store_action_list_withdrawn(struct store *s, struct arena *a, const struct actor *who,
				int64_t plan_id, struct action_rows *rows, struct err *e);
int store_action_get(struct store *s, struct arena *a, const struct actor *who, int64_t id,
		     struct action_row *row, struct err *e);
/* "dt2021/14", "mh2020/五.2": plan code, slash, number (parent.child), by plan_same_no(). "五.2" is
 * the sub-action 2 of (五). Without a plan code when only one plan is open: "14". An action in
 * force goes before one that was withdrawn, which is named by its last place: "dt2021/14@1". */
int store_action_find(struct store *s, struct arena *a, const struct actor *who, const char *name,
		      struct action_row *row, struct err *e);
/* The name store_action_find() takes for this action: "mh2020/五.2" from code and path. In the
 * arena. */
const char *action_name(struct arena *a, const char *plan_code, const char *path);

int store_indicator_list(struct store *s, struct arena *a, const struct actor *who,
			 int64_t action_id, struct indicator_rows *rows, struct err *e);
int store_volume_list(struct store *s, struct arena *a, const struct actor *who, int64_t action_id,
		      struct volume_rows *rows, struct err *e);

#endif
