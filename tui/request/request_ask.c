/* request_ask.c - the kinds of requests as entries of menus, and the one way into their form. */
#include "tui/request/request_ask.h"

#include "core/rule/flow.h"
#include "core/i18n.h"
#include "tui/app/session.h"
#include "tui/view/views.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

static const struct {
	const char *label;
	enum act act;
	size_t about; /* offset in struct request_things */
} kinds[REQUEST_KIND_COUNT] = {
	[REQUEST_CONTEST] = {N_("Object to the task"), ACT_RECEIVE,
			     offsetof(struct request_things, action_id)},
	[REQUEST_EXTENSION] = {N_("Ask for a later date"), ACT_REQUEST,
			       offsetof(struct request_things, milestone_id)},
	[REQUEST_EXCEPTION] = {N_("Ask to report after the period has closed"), ACT_REQUEST,
			       offsetof(struct request_things, period_id)},
	[REQUEST_CORRECTION] = {N_("Ask to correct the accepted report"), ACT_REQUEST,
				offsetof(struct request_things, report_id)},
	[REQUEST_COMPLETION] = {N_("Ask for close-out: the action is complete"), ACT_REQUEST,
				offsetof(struct request_things, action_id)},
};

const char *request_ask_label(enum request_kind kind)
{
	return kinds[kind].label ? _(kinds[kind].label) : "";
}

bool request_may_ask(const struct app_context *c, enum request_kind kind, int64_t unit_id)
{
	int64_t unit = session_unit(c, unit_id);

	return kind != REQUEST_NONE && unit && session_may(c, kinds[kind].act, unit);
}

int64_t request_about(enum request_kind kind, const struct request_things *things)
{
	int64_t id = 0;

	if (kind != REQUEST_NONE)
		memcpy(&id, (const char *)things + kinds[kind].about, sizeof id);
	return id;
}

int request_ask(struct app *app, enum request_kind kind, int64_t about, int64_t unit_id)
{
	return app_push(app, &view_request_form,
			&(struct view_args){.id = about, .id2 = unit_id, .tab = (int)kind});
}

char *request_draft_name(enum request_kind kind, int64_t about, int64_t unit_id)
{
	return xasprintf(REQUEST_DRAFTS "%s:%lld:%lld", request_kind_word(kind), (long long)about,
			 (long long)unit_id);
}

bool request_draft_args(const char *rest, struct view_args *args)
{
	char word[32];
	long long about, unit;
	enum request_kind kind;

	if (sscanf(rest, "%31[^:]:%lld:%lld", word, &about, &unit) != 3 ||
	    !request_kind_parse(word, &kind) || kind == REQUEST_NONE)
		return false;
	*args = (struct view_args){.id = about, .id2 = unit, .tab = (int)kind};
	return true;
}
