/* One unit in lines: its names, members, people, and its actions in the plan one works in. */
#include "tui/people/unit_page.h"

#include "core/i18n.h"
#include "core/rule/lamp.h"
#include "db/people/store_person.h"
#include "db/plan/store_task.h"
#include "tui/app/session.h"

const char *unit_page_names(struct arena *a, const struct unit_rows *units)
{
	struct strbuf b = STRBUF_INIT;
	const char *text;

	for (size_t i = 0; i < units->n; i++)
		strbuf_printf(&b, "%s%s", i ? "、" : "", units->at[i].name);
	text = b.nbytes ? arena_strdup(a, b.s) : "";
	strbuf_free(&b);
	return text;
}

/* The people with a post in the unit, one a line. */
static void add_people(struct arena *a, struct page *p, const struct person_rows *people,
		       int64_t unit_id)
{
	for (size_t i = 0; i < people->n; i++)
		for (size_t k = 0; k < people->at[i].posts.n; k++)
			if (people->at[i].posts.at[k].unit_id == unit_id)
				page_add(a, p, STYLE_NORMAL, 2,
					 arena_printf(
						 a, "%s (%s)  %s  %s", people->at[i].name,
						 people->at[i].login,
						 post_role_label(people->at[i].posts.at[k].role),
						 people->at[i].phone));
}

/* Its actions in the plan that one works in, one a line; the menu leads to them. */
static int add_actions(struct view *v, struct page *p, int64_t unit_id, struct err *e)
{
	const struct app_context *c = v->context;
	struct actor who = session_actor(c);
	struct task_filter f = {
		.plan_id = c->session->plan_id, .unit_id = unit_id, .role = -1, .lamp = -1};
	struct task_rows tasks = {0};
	struct arena *a = &v->arena;

	if (!f.plan_id || !session_may(c, ACT_READ, unit_id))
		return 0;
	if (store_task_list(c->store, a, &who, &f, &c->session->rules, c->now.today, &tasks, e) < 0)
		return -1;
	if (tasks.n)
		page_heading(a, p, _("Actions in this plan"));
	for (size_t i = 0; i < tasks.n; i++) {
		const struct task_row *t = &tasks.at[i];

		page_add(a, p, STYLE_NORMAL, 2,
			 arena_printf(a, "%s%s%s%s  %s", page_pad(a, lamp_label(t->lamp), 8),
				      page_pad(a, t->path, 6), page_pad(a, role_label(t->role), 14),
				      t->title, lamp_cause(a, t)));
	}
	return 0;
}

int unit_page_build(struct view *v, const struct unit_row *unit, const struct unit_rows *members,
		    struct page *p, struct err *e)
{
	struct arena *a = &v->arena;
	struct person_rows people = {0};

	*p = (struct page){0};
	if (store_person_list(v->context->store, a, &people, e) < 0)
		return -1;
	page_add(a, p, STYLE_STRONG, 0, unit->name);
	page_add(a, p, STYLE_NORMAL, 0,
		 arena_printf(a, _("%s; leads %d, takes part in %d"), unit_kind_label(unit->kind),
			      unit->nlead, unit->nother));
	if (unit->signs)
		page_add(a, p, STYLE_NORMAL, 0,
			 _("its reports go out when its approving leader has signed them off"));
	if (unit->aliases[0]) {
		page_heading(a, p, _("Other names"));
		page_add(a, p, STYLE_NORMAL, 2, unit->aliases);
	}
	if (unit->kind == UNIT_COLLECTIVE) {
		page_heading(a, p, _("Stands for"));
		page_add(a, p, STYLE_NORMAL, 2,
			 members->n ? unit_page_names(a, members)
				    : _("no unit yet: it answers itself until members are named"));
	}
	page_heading(a, p, _("People"));
	add_people(a, p, &people, unit->id);
	if (!unit->npersons)
		page_add(a, p, STYLE_NORMAL, 2,
			 _("nobody: the administrator gives somebody a post in it"));
	return add_actions(v, p, unit->id, e);
}
