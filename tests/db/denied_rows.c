/* The writes of denied.h as a table, with the rights that they take, and who tries them. */
#include "tests/db/denied.h"

#include "core/rule/flow.h"
#include "core/rule/notice.h"
#include "core/rule/request.h"

/* People are of 区教育局, to whom things belong, of the district, or of 区卫生健康局. Who has no
 * post in the file lends the person. */
static const struct {
	enum post_role role;
	int64_t unit_id;
	enum person_of_world person;
} posts[DENIED_POSTS] = {
	{POST_REPORTER, EDUCATION, EDU_OFFICER},
	{POST_APPROVER, EDUCATION, EDU_LEADER},
	{POST_OFFICE, 0, OFFICE_2},
	{POST_LEADER, 0, MAYOR},
	{POST_ASSESSOR, 0, ARCHIVES_OFFICER},
	{POST_ADMIN, 0, ARCHIVES_OFFICER},
	{POST_REPORTER, HEALTH, HEALTH_OFFICER},
	{POST_APPROVER, HEALTH, QINGTIAN_OFFICER},
};

#define BY(act) (1u << ACT_##act)
enum { NOBODYS = 1 };
enum { NONE = -1, KINDS = -2 }; /* no steps; requests, by their kinds */

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
		"store_" #x, denied_##x, 0, 0, NONE, 0, 0, why                                     \
	}
const struct denied_row denied_rows[] = {
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
const int denied_nrows = sizeof denied_rows / sizeof denied_rows[0];

struct actor denied_sit(int i, struct post_row *post)
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

/* An objection is the unit's way not to receive. A return by the unit's leader is taken for sending
 * back inside the unit; who gave an instruction closes it. */
static unsigned acts_of(const struct denied_row *row, int step)
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

bool denied_may(const struct denied_row *row, int step, const struct actor *who)
{
	const struct subject what = {.unit_id = row->nobodys ? 0 : EDUCATION, .unit = ""};

	return row->why || may_any(who, acts_of(row, step), &what);
}
