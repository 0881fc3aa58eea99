/* store_reopen.c - the office opens an action again that it had closed out: the way back from what
 * a granted completion does. */
#include "db/cycle/store_request.h"

#include "core/i18n.h"
#include "db/change.h"
#include "db/cycle/state_step.h"
#include "db/plan/store_check.h"

static int action_reopen(struct write *w, int64_t id, int64_t version, const char *reason,
			 struct err *e)
{
	struct state_row row = {
		.object = FLOW_ACTION,
		.id = id,
		.read = action_state_read,
		.write = action_state_write,
		.action_id = id,
	};
	struct subject what = {.unit = ""};
	const char *name;
	int64_t plan_id;

	name = write_action_name(w, id, &plan_id, e);
	if (!name || write_may(w, ACT_DECIDE, &what, e) || write_check_plan_open(w, plan_id, e) ||
	    check_version(w, version_of_action, id, version, e))
		return -1;
	if (!*reason)
		return err_set_field(e, ERR_INPUT, "reason", _("say why it is opened again"));
	w->changes |= CHANGE_PLAN | CHANGE_ASSIGNMENT;
	row.name = arena_printf(&w->arena, "action %s", name);
	return state_step(w, &row, ACTION_REOPEN, reason, e);
}

int store_action_reopen(struct store *s, const struct actor *who, int64_t action_id,
			int64_t version, const char *reason, unsigned *changes, struct err *e)
{
	struct write w;

	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, action_reopen(&w, action_id, version, reason, e), changes, e);
}
