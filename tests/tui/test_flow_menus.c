/*
 * The menus beside the table of flow.c: whatever the state, a menu offers to a post the steps that
 * the table and the rights allow, and no other. What the office may enter on behalf of a unit need
 * not be offered.
 */
#include "core/rule/flow.h"
#include "tests/tui/menus.h"
#include "tests/support/file_check.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

/* Where the menu of an object opens with Enter, and what it calls the steps. */
struct menu_case {
	enum flow_object object;
	const struct view_ops *view;
	const char *keys; /* from the view to its menu */
	int first;	  /* state: those before it are not shown to everybody */
	struct {
		int step;
		const char *text;
	} steps[4];
	int nsteps;
};

static const struct menu_case cases[] = {
	{FLOW_REPORT,
	 &view_review,
	 "Enter",
	 REPORT_SUBMITTED,
	 {{REPORT_SIGN, "sign off"},
	  {REPORT_ACCEPT, "accept"},
	  {REPORT_RETURN, "return with a reason"},
	  {REPORT_SEND_BACK, "send back inside the unit, with a reason"}},
	 4},
	{FLOW_REQUEST,
	 &view_request,
	 "Enter",
	 REQUEST_ASKED,
	 {{REQUEST_GRANT, "Grant it"},
	  {REQUEST_REFUSE, "Refuse it, with the reason"},
	  {REQUEST_TAKE_BACK, "Take it back"}},
	 3},
	{FLOW_NOTICE,
	 &view_notice,
	 "Enter",
	 NOTICE_ISSUED,
	 {{NOTICE_ANSWER, "Answer it"},
	  {NOTICE_CLOSE, "Close it: it is not to be answered any more"}},
	 2},
	{FLOW_CASE,
	 &view_case,
	 "Enter",
	 CASE_OFFERED,
	 {{CASE_SELECT, "Select it: all units read it"},
	  {CASE_DECLINE, "Do not select it, with the reason"}},
	 2},
	{FLOW_MILESTONE,
	 &view_milestone_list,
	 "/ 秋季近视率 Enter Enter",
	 MILESTONE_OPEN,
	 {{MILESTONE_FINISH, "Mark as done"},
	  {MILESTONE_VERIFY, "Verify: the office has seen that it is done"},
	  {MILESTONE_REOPEN, "Open again: it is not done after all"},
	  {MILESTONE_DROP, "Drop: it is no longer asked for"}},
	 4},
	{FLOW_ACTION,
	 &view_action,
	 "Enter",
	 ACTION_ACTIVE,
	 {{ACTION_CLOSE_OUT, "Close out: answer the unit that asks"},
	  {ACTION_REOPEN, "Open the action again, with the reason"}},
	 2},
};

/* Who sits there, each with one post; the unit is the education office. */
static const struct {
	const char *login;
	enum post_role role;
} people[] = {
	{"chen", POST_REPORTER}, {"gu", POST_APPROVER},	 {"admin", POST_OFFICE},
	{"zhou", POST_LEADER},	 {"yan", POST_ASSESSOR},
};

static struct screen s;

static void begin(void)
{
	screen_language("en");
	screen_begin(&s, "chen", 100, 40);
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(flow_menus, .init = begin, .fini = end);

static void script(const char *text)
{
	char *message = NULL;
	sqlite3 *db;

	db = file_open(s.d.path);
	cr_assert_eq(sqlite3_exec(db, text, NULL, NULL, &message), SQLITE_OK, "%s: %s", text,
		     message);
	sqlite3_close(db);
}

/* One row of the object, of the education office on its own action, entered by its officer; its
 * report is there. Number 1. */
static void make_row(enum flow_object o)
{
	static const char *const inserts[FLOW_OBJECT_COUNT] = {
		[FLOW_REQUEST] =
			"INSERT INTO request (kind, plan_id, unit_id, action_id, assignment_id, "
			"aspect, asked_at, asked_by, changed_at, reason) SELECT 'contest', %1$lld, "
			"%2$lld, %3$lld, s.id, 'role', '2021-11-20T02:00:00Z', n.id, "
			"'2021-11-20T02:00:00Z', '分工有误' FROM assignment s, person n WHERE "
			"s.action_id = %3$lld AND s.unit_id = %2$lld AND n.login = 'chen'",
		[FLOW_NOTICE] = "INSERT INTO notice (plan_id, kind, no, unit_id, level, answer_by, "
				"issued_at, changed_at) VALUES (%1$lld, 'urge', 1, %2$lld, 'blue', "
				"'2021-11-30', '2021-11-20T02:00:00Z', '2021-11-20T02:00:00Z')",
		[FLOW_CASE] =
			"INSERT INTO example (plan_id, action_id, unit_id, title, added_at, "
			"added_by, changed_at, text) SELECT %1$lld, %3$lld, %2$lld, '一校一策', "
			"'2021-11-20T02:00:00Z', id, '2021-11-20T02:00:00Z', '先测后改' FROM "
			"person WHERE login = 'chen'",
	};
	char text[1024];

	if (!inserts[o])
		return;
	snprintf(text, sizeof text, inserts[o], (long long)s.d.plan_id,
		 (long long)district_unit(&s.d, "区教育局"), (long long)district_action(&s.d, "4"));
	script(text);
}

static void set_state(enum flow_object o, int state)
{
	static const char *const updates[FLOW_OBJECT_COUNT] = {
		[FLOW_REPORT] = "UPDATE report SET state = '%1$s' WHERE id = 1",
		[FLOW_REQUEST] = "UPDATE request SET state = '%1$s', decided_at = CASE WHEN '%1$s' "
				 "IN ('granted', 'refused') THEN '2021-11-20T03:00:00Z' END",
		[FLOW_NOTICE] = "UPDATE notice SET state = '%1$s'",
		[FLOW_MILESTONE] = "UPDATE milestone SET state = '%1$s', done_on = CASE WHEN "
				   "'%1$s' IN ('done', 'verified') THEN '2021-11-20' END "
				   "WHERE title LIKE '秋季近视率%%'",
		[FLOW_ACTION] = "UPDATE action SET state = '%1$s' WHERE path = '4'",
		[FLOW_CASE] = "UPDATE example SET state = '%1$s', decided_at = CASE WHEN '%1$s' "
			      "<> 'offered' THEN '2021-11-20T03:00:00Z' END",
	};
	char text[512];

	snprintf(text, sizeof text, updates[o], flow_state_word(o, state));
	script(text);
}

static void check_menu(const struct menu_case *c, int state, enum post_role role)
{
	for (int i = 0; i < c->nsteps; i++) {
		int step = c->steps[i].step;
		struct err e = ERR_INIT;
		enum reach reach = act_reach(flow_act(c->object, step), role);
		bool allowed = flow_step(c->object, state, step, &e) >= 0;
		bool offered = menu_offers(&s, c->steps[i].text);

		if (reach == REACH_BEHALF && allowed)
			continue;
		cr_expect_eq(offered, allowed && reach != REACH_NONE, "%s %s: %s is %s to %s",
			     flow_object_word(c->object), flow_state_word(c->object, state),
			     flow_step_word(c->object, step), offered ? "offered" : "not offered",
			     post_role_word(role));
	}
}

static int64_t row_id(enum flow_object o)
{
	return o == FLOW_MILESTONE ? 0 : o == FLOW_ACTION ? district_action(&s.d, "4") : 1;
}

/* Names of keys; what is none is typed. */
static void open_menu(const char *keys)
{
	char copy[64], *rest = copy, *key;

	snprintf(copy, sizeof copy, "%s", keys);
	while ((key = strsep(&rest, " "))) {
		if ((unsigned char)*key < 0x80)
			screen_press(&s, key);
		else
			screen_type(&s, key);
	}
}

static void walk(const struct menu_case *c)
{
	make_row(c->object);
	for (size_t p = 0; p < sizeof people / sizeof people[0]; p++)
		for (int state = c->first; state < flow_nstates(c->object); state++) {
			set_state(c->object, state);
			screen_leave(&s);
			screen_sit(&s, people[p].login, 100, 40);
			screen_open(&s, c->view, (struct view_args){.id = row_id(c->object)});
			open_menu(c->keys);
			check_menu(c, state, people[p].role);
		}
}

/* What can be done with an assignment stands in several menus; it is offered when one of them has
 * it. The unit receives after all what it contests by taking its request back. */
struct place {
	const struct view_ops *view;
	enum flow_object about; /* whose number the view is opened with */
	const char *entry;	/* a menu behind this entry of the first, or NULL */
	struct {
		int step;
		const char *text;
	} steps[2];
	int nsteps;
};

static const struct place places[] = {
	{&view_receive,
	 FLOW_ASSIGNMENT,
	 NULL,
	 {{ASSIGNMENT_RECEIVE, "Receive this task"},
	  {ASSIGNMENT_CONTEST, "Object: say what should be changed"}},
	 2},
	{&view_action,
	 FLOW_ACTION,
	 "Ask the office",
	 {{ASSIGNMENT_CONTEST, "Object to the task"}},
	 1},
	{&view_action,
	 FLOW_ACTION,
	 NULL,
	 {{ASSIGNMENT_WITHDRAW, "Take a unit off this action"},
	  {ASSIGNMENT_ISSUE, "Assign a unit, or change its role"}},
	 2},
	{&view_request,
	 FLOW_REQUEST,
	 NULL,
	 {{ASSIGNMENT_RECEIVE, "Take it back"}, {ASSIGNMENT_SETTLE, "Refuse it, with the reason"}},
	 2},
};

/* The education office alone has the action, and its objection waits where it contests it. */
static void set_assignment(int state)
{
	static const char others[] = "UPDATE assignment SET state = 'withdrawn' WHERE action_id = "
				     "%1$lld AND unit_id <> %2$lld; UPDATE assignment SET state = "
				     "'%3$s' WHERE action_id = %1$lld AND unit_id = %2$lld; "
				     "DELETE FROM receipt WHERE unit_id = %2$lld; "
				     "UPDATE request SET state = '%4$s'";
	char text[512];

	snprintf(text, sizeof text, others, (long long)district_action(&s.d, "4"),
		 (long long)district_unit(&s.d, "区教育局"),
		 flow_state_word(FLOW_ASSIGNMENT, state),
		 request_state_word(state == ASSIGNMENT_CONTESTED ? REQUEST_ASKED
								  : REQUEST_TAKEN_BACK));
	script(text);
}

static void look_for(const struct place *p, bool offered[ASSIGNMENT_STEP_COUNT])
{
	struct view_args args = {.id = p->about == FLOW_ASSIGNMENT ? 0 : row_id(p->about),
				 .id2 = s.session.post.unit_id};

	if (app_push(s.app, p->view, &args) < 0)
		return;
	script_run(s.script, s.app);
	screen_press(&s, "Enter");
	if (p->entry && !menu_choose(&s, p->entry))
		return;
	for (int i = 0; i < p->nsteps; i++)
		if (menu_offers(&s, p->steps[i].text))
			offered[p->steps[i].step] = true;
}

static void check_assignment(int state, const char *login, enum post_role role)
{
	bool offered[ASSIGNMENT_STEP_COUNT] = {false};

	for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
		screen_leave(&s);
		screen_sit(&s, login, 100, 40);
		look_for(&places[i], offered);
	}
	for (int step = 0; step < ASSIGNMENT_STEP_COUNT; step++) {
		struct err e = ERR_INIT;
		enum reach reach = act_reach(flow_act(FLOW_ASSIGNMENT, step), role);
		bool allowed = flow_step(FLOW_ASSIGNMENT, state, step, &e) >= 0;

		if (reach == REACH_BEHALF && allowed)
			continue;
		cr_expect_eq(offered[step], allowed && reach != REACH_NONE,
			     "assignment %s: %s is %s to %s",
			     flow_state_word(FLOW_ASSIGNMENT, state),
			     flow_step_word(FLOW_ASSIGNMENT, step),
			     offered[step] ? "offered" : "not offered", post_role_word(role));
	}
}

Test(flow_menus, of_assignments)
{
	make_row(FLOW_REQUEST);
	for (int state = 0; state < flow_nstates(FLOW_ASSIGNMENT); state++) {
		set_assignment(state);
		for (size_t p = 0; p < sizeof people / sizeof people[0]; p++)
			check_assignment(state, people[p].login, people[p].role);
	}
}

/* Asking for close-out stands in the menu of what is asked of the office. */
Test(flow_menus, of_asking_for_close_out)
{
	for (int state = ACTION_ACTIVE; state <= ACTION_ASKED; state++) {
		struct err e = ERR_INIT;

		set_state(FLOW_ACTION, state);
		screen_leave(&s);
		screen_sit(&s, "chen", 100, 40);
		screen_open(&s, &view_action, (struct view_args){.id = row_id(FLOW_ACTION)});
		screen_press(&s, "Enter");
		cr_assert(menu_choose(&s, "Ask the office"));
		cr_expect_eq(menu_offers(&s, "Ask for close-out: the action is complete"),
			     flow_step(FLOW_ACTION, state, ACTION_ASK, &e) >= 0, "%d", state);
	}
}

Test(flow_menus, of_reports)
{
	walk(&cases[0]);
}

Test(flow_menus, of_requests)
{
	walk(&cases[1]);
}

Test(flow_menus, of_notices)
{
	walk(&cases[2]);
}

Test(flow_menus, of_cases)
{
	walk(&cases[3]);
}

Test(flow_menus, of_milestones)
{
	walk(&cases[4]);
}

Test(flow_menus, of_actions)
{
	walk(&cases[5]);
}
