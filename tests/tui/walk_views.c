/* The table of screens. */
#include "tests/tui/walk_views.h"

#include "core/model.h"
#include "tui/view/views.h"

#include <string.h>

#define BY(act)	  (1u << ACT_##act)
#define OF(thing) offsetof(struct walk_things, thing)
#define SHOW(x, ...)                                                                               \
	{                                                                                          \
		.name = #x, .ops = &x, __VA_ARGS__                                                 \
	}

const struct walk_view walk_views[] = {
	SHOW(view_home, .id = OF(unit)),
	SHOW(view_office),
	SHOW(view_overview),
	SHOW(view_heat),
	SHOW(view_menu),
	SHOW(view_plans),
	SHOW(view_posts),
	SHOW(view_whoami),
	SHOW(view_plan),
	SHOW(view_indicators, .id2 = OF(unit)),
	SHOW(view_action, .id = OF(action), .id2 = OF(unit)),
	SHOW(view_report_form, .acts = BY(REPORT), .id = OF(action), .id2 = OF(unit)),
	SHOW(view_late, .id = OF(period), .id2 = OF(unit)),
	SHOW(view_review, .id = OF(report)),
	SHOW(view_editions, .id = OF(report)),
	SHOW(view_accept, .acts = BY(REVIEW), .of_nobody = true),
	SHOW(view_milestone_list, .id = OF(action), .id2 = OF(unit)),
	SHOW(view_month, .id = OF(action), .id2 = OF(unit)),
	SHOW(view_gantt, .id = OF(action), .id2 = OF(unit)),
	SHOW(view_milestone_form, .acts = BY(MILESTONE), .id = OF(action), .id2 = OF(milestone)),
	SHOW(view_milestone_done, .acts = BY(MILESTONE), .id = OF(milestone)),
	SHOW(view_evidence_list, .id = OF(action), .id2 = OF(unit)),
	SHOW(view_evidence_form, .acts = BY(EVIDENCE), .id = OF(action), .unit = OF(unit)),
	SHOW(view_receive, .id2 = OF(unit)),
	SHOW(view_requests, .id2 = OF(unit)),
	SHOW(view_request, .id = OF(request)),
	SHOW(view_request_form, .acts = BY(REQUEST) | BY(RECEIVE), .id = OF(action),
	     .id2 = OF(unit), .tab = REQUEST_COMPLETION),
	SHOW(view_request_answer, .acts = BY(DECIDE), .id = OF(request), .tab = REQUEST_REFUSE),
	SHOW(view_cases, .id = OF(action), .id2 = OF(unit)),
	SHOW(view_case, .id = OF(example)),
	SHOW(view_case_form, .acts = BY(CASE), .id = OF(action), .id2 = OF(example)),
	SHOW(view_notices, .id2 = OF(unit)),
	SHOW(view_notice, .id = OF(urge)),
	SHOW(view_urge, .acts = BY(URGE), .of_nobody = true),
	SHOW(view_instruct, .acts = BY(INSTRUCT), .of_nobody = true, .id = OF(action)),
	SHOW(view_vacant),
	SHOW(view_burden, .id2 = OF(unit)),
	SHOW(view_search, .text = "字"),
	SHOW(view_units),
	SHOW(view_unit, .id = OF(unit)),
	SHOW(view_unit_name, .acts = BY(UNIT), .of_nobody = true, .id = OF(unit)),
	SHOW(view_people),
	SHOW(view_person, .text = "wei"),
	SHOW(view_person_form, .acts = BY(PERSON), .of_nobody = true),
	SHOW(view_keys, .text = "wei"),
	SHOW(view_key_form, .acts = BY(PERSON), .of_nobody = true, .text = "wei"),
	SHOW(view_handover, .acts = BY(PERSON), .of_nobody = true, .text = "wei"),
	SHOW(view_periods),
	SHOW(view_period_form, .acts = BY(PERIOD), .of_nobody = true),
	SHOW(view_exceptions, .id = OF(period)),
	SHOW(view_exception_form, .acts = BY(PERIOD), .of_nobody = true, .id = OF(period),
	     .id2 = OF(unit)),
	SHOW(view_policy),
	SHOW(view_policy_form, .acts = BY(POLICY), .of_nobody = true, .text = "lamp.soon"),
	SHOW(view_calendar_days),
	SHOW(view_day_form, .acts = BY(POLICY), .of_nobody = true),
	SHOW(view_import_files, .acts = BY(IMPORT), .of_nobody = true),
	SHOW(view_import, .acts = BY(IMPORT), .of_nobody = true, .refusals = true),
	SHOW(view_begin),
	SHOW(view_print, .id = OF(unit)),
	SHOW(view_print_heat),
	SHOW(view_print_indicators, .id2 = OF(unit)),
};
const int walk_views_count = sizeof walk_views / sizeof *walk_views;

const struct walk_view *walk_view_of(const struct view_ops *ops)
{
	for (int i = 0; i < walk_views_count; i++)
		if (walk_views[i].ops == ops)
			return &walk_views[i];
	return NULL;
}

static int64_t thing(const struct walk_things *t, size_t at)
{
	int64_t id = 0;

	if (at)
		memcpy(&id, (const char *)t + at, sizeof id);
	return id;
}

struct view_args walk_view_args(const struct walk_view *v, const struct walk_things *t)
{
	static struct view_evidence_args more; /* copied by what opens */

	more.unit_id = thing(t, v->unit);
	return (struct view_args){.id = thing(t, v->id),
				  .id2 = thing(t, v->id2),
				  .tab = v->tab,
				  .text = v->text,
				  .more = v->unit ? &more : NULL};
}
