/*
 * Every write by every post, on its own unit's things and on another's, past everything that asks
 * before it: the store refuses what core/rule/may.h does not allow, with ERR_DENIED and without
 * touching a row, and refuses nothing else for want of rights. All writes are read from the sources
 * of the store: one without a row here fails.
 */
#include "tests/db/denied.h"
#include "tests/db/store_writes.h"

#include "core/rule/flow.h"
#include "core/rule/notice.h"

#include <criterion/criterion.h>

#include <string.h>

/* People are of 区教育局, to whom things belong, of the district, or of 区卫生健康局. Who has no
 * post in the file lends the person. */
static const struct {
	enum post_role role;
	int64_t unit_id;
	enum person_of_world person;
} posts[] = {
	{POST_REPORTER, EDUCATION, EDU_OFFICER},
	{POST_APPROVER, EDUCATION, EDU_LEADER},
	{POST_OFFICE, 0, OFFICE_2},
	{POST_LEADER, 0, MAYOR},
	{POST_ASSESSOR, 0, ARCHIVES_OFFICER},
	{POST_ADMIN, 0, ARCHIVES_OFFICER},
	{POST_REPORTER, HEALTH, HEALTH_OFFICER},
	{POST_APPROVER, HEALTH, QINGTIAN_OFFICER},
};
enum { NPOSTS = sizeof posts / sizeof posts[0] };

#define BY(act) (1u << ACT_##act)
enum { NOBODYS = 1 };		/* asked of the plan or the district, not of a unit */
enum { NONE = -1, KINDS = -2 }; /* no steps; requests, by their kinds */

static const struct write_row {
	const char *name;
	int (*call)(const struct actor *who, int step);
	unsigned acts; /* one of them is needed; with steps, what the step's does not say */
	int nobodys;
	int steps;	      /* enum flow_object, NONE, KINDS */
	unsigned first, last; /* the steps that it takes */
	const char *why;      /* it takes no right */
} writes[] = {
#define ROW(x, acts, nobodys)                                                                      \
	{                                                                                          \
		"store_" #x, denied_##x, acts, nobodys, NONE, 0, 0, NULL                           \
	}
#define STEPS(x, object, acts, first, last)                                                        \
	{                                                                                          \
		"store_" #x, denied_##x, acts, 0, object, first, last, NULL                        \
	}
#define NOTICES(x, acts, nobodys)                                                                  \
	{                                                                                          \
		"store_" #x, denied_##x, acts, nobodys, NONE, NOTICE_URGE, NOTICE_INSTRUCTION,     \
			NULL                                                                       \
	}
#define OWN(x, why)                                                                                \
	{                                                                                          \
		"store_" #x, NULL, 0, 0, NONE, 0, 0, why                                           \
	}
	STEPS(report_put, FLOW_REPORT, 0, REPORT_SAVE, REPORT_SUBMIT),
	STEPS(report_review, FLOW_REPORT, 0, REPORT_SIGN, REPORT_UNSIGN),
	ROW(report_accept_many, BY(REVIEW), 0),
	ROW(milestone_put, BY(MILESTONE), 0),
	STEPS(milestone_step, FLOW_MILESTONE, 0, MILESTONE_FINISH, MILESTONE_DROP),
	ROW(case_put, BY(CASE), 0),
	STEPS(case_decide, FLOW_CASE, 0, CASE_SELECT, CASE_DECLINE),
	ROW(pilot_set, BY(SELECT), NOBODYS),
	ROW(evidence_add, BY(EVIDENCE), 0),
	ROW(file_add, BY(EVIDENCE), 0),
	ROW(evidence_withdraw, BY(EVIDENCE), 0),
	ROW(period_add, BY(PERIOD), NOBODYS),
	ROW(period_change, BY(PERIOD), NOBODYS),
	ROW(period_close, BY(PERIOD), NOBODYS),
	ROW(period_reopen, BY(PERIOD), NOBODYS),
	ROW(exception_put, BY(PERIOD), NOBODYS),
	ROW(receive, BY(RECEIVE), 0),
	STEPS(request_ask, KINDS, BY(REQUEST), REQUEST_CONTEST, REQUEST_KIND_COUNT - 1),
	STEPS(request_decide, FLOW_REQUEST, 0, REQUEST_GRANT, REQUEST_REFUSE),
	ROW(request_take_back, BY(REQUEST), 0),
	ROW(action_reopen, BY(DECIDE), NOBODYS),
	ROW(urge, BY(URGE), NOBODYS),
	ROW(instruct, BY(INSTRUCT), NOBODYS),
	NOTICES(notice_answer, BY(ANSWER), 0),
	NOTICES(notice_close, BY(URGE), NOBODYS),
	ROW(send_begin, BY(URGE) | BY(INSTRUCT), NOBODYS),
	ROW(send_end, BY(URGE) | BY(INSTRUCT), NOBODYS),
	ROW(unit_add, BY(UNIT), NOBODYS),
	ROW(unit_alias, BY(UNIT), NOBODYS),
	ROW(unit_rename, BY(UNIT), NOBODYS),
	ROW(unit_sign, BY(SIGN) | BY(UNIT), 0),
	ROW(unit_member, BY(UNIT), NOBODYS),
	ROW(unit_merge, BY(UNIT), NOBODYS),
	ROW(assign, BY(ASSIGN), NOBODYS),
	ROW(unassign, BY(ASSIGN), NOBODYS),
	ROW(person_add, BY(PERSON), NOBODYS),
	ROW(person_set_active, BY(PERSON), NOBODYS),
	ROW(post_add, BY(PERSON), NOBODYS),
	ROW(post_end, BY(PERSON), NOBODYS),
	ROW(key_add, BY(PERSON), NOBODYS),
	ROW(key_revoke, BY(PERSON), NOBODYS),
	ROW(handover, BY(PERSON), NOBODYS),
	ROW(policy_set, BY(POLICY), NOBODYS),
	ROW(policy_change, BY(POLICY), NOBODYS),
	ROW(calendar_put, BY(POLICY), NOBODYS),
	ROW(calendar_drop, BY(POLICY), NOBODYS),
	ROW(plan_import, BY(IMPORT), NOBODYS),
	ROW(plan_update, BY(IMPORT), NOBODYS),
	ROW(plan_close, BY(PLAN), NOBODYS),

	OWN(access_note, "the program tells it"),
	OWN(session_begin, "the program's own row"),
	OWN(session_end, "the program's own row"),
	OWN(setting_put, "the person's own"),
	OWN(setting_drop, "the person's own"),
	OWN(draft_put, "the person's own"),
	OWN(draft_drop, "the person's own"),
};
enum { NWRITES = sizeof writes / sizeof writes[0] };

TestSuite(denied);

/* An objection is the unit's way not to receive. A return by the unit's leader is taken for sending
 * back inside the unit; who gave an instruction closes it. */
static unsigned acts_of(const struct write_row *row, int step)
{
	if (row->call == denied_report_review && step == REPORT_RETURN)
		return BY(REVIEW) | BY(SIGN);
	if (row->call == denied_notice_close && step == NOTICE_INSTRUCTION)
		return BY(INSTRUCT);
	if (row->steps == KINDS)
		return step == REQUEST_CONTEST ? BY(RECEIVE) : row->acts;
	if (row->steps != NONE)
		return row->acts | 1u << flow_act((enum flow_object)row->steps, step);
	return row->acts;
}

static bool may_any(const struct actor *who, unsigned acts, const struct subject *what)
{
	for (int act = 0; act < ACT_COUNT; act++)
		if (acts >> act & 1 && may_quietly(who, (enum act)act, what))
			return true;
	return false;
}

static struct actor sit(int i, struct post_row *post)
{
	struct actor who = world_actor(&denied, posts[i].person, DENIED_TODAY);

	*post = (struct post_row){.person_id = (int64_t)posts[i].person,
				  .role = posts[i].role,
				  .unit_id = posts[i].unit_id,
				  .unit = ""};
	who.posts = post;
	who.nposts = 1;
	return who;
}

static void try_post(const struct write_row *row, int step, int i)
{
	const struct subject what = {.unit_id = row->nobodys ? 0 : EDUCATION, .unit = ""};
	struct post_row post;
	struct actor who = sit(i, &post);
	int64_t before = denied_touched();
	bool allowed = may_any(&who, acts_of(row, step), &what);
	int rc;

	denied.e = (struct err)ERR_INIT;
	rc = row->call(&who, step);
	cr_expect(allowed ? denied.e.code != ERR_DENIED : rc == -1 && denied.e.code == ERR_DENIED,
		  "%s, %d by %s of %d: %d, %s", row->name, step, post_role_word(post.role),
		  (int)post.unit_id, rc, denied.e.text);
	if (!allowed)
		cr_expect_eq(denied_touched(), before, "%s, %d by %s touched a row", row->name,
			     step, post_role_word(post.role));
}

/* In a fresh file; those who may not come first and leave everything as it is. */
static void try_write(const struct write_row *row, int step)
{
	const struct subject what = {.unit_id = row->nobodys ? 0 : EDUCATION, .unit = ""};

	denied_again();
	for (int may_it = 0; may_it < 2; may_it++)
		for (int i = 0; i < NPOSTS; i++) {
			struct post_row post;
			struct actor who = sit(i, &post);

			if (may_any(&who, acts_of(row, step), &what) == may_it)
				try_post(row, step, i);
		}
}

Test(denied, by_every_post)
{
	denied_fill();
	for (size_t i = 0; i < NWRITES; i++)
		if (writes[i].call)
			for (unsigned step = writes[i].first; step <= writes[i].last; step++)
				try_write(&writes[i], (int)step);
	denied_end();
}

static void has_row(const char *path, const char *name)
{
	for (size_t i = 0; i < NWRITES; i++)
		if (strcmp(writes[i].name, name) == 0)
			return;
	cr_expect_fail("%s: %s is not tried by those who may not", path, name);
}

Test(denied, all_writes_are_here)
{
	cr_expect_eq(store_writes(has_row), NWRITES, "a row that no source has");
}
