/* The reporting cycle as its people go through it, each at a terminal of their own: receipt and
 * objection, a later date, urging, signing off inside the unit, review, close-out. */
#include "tests/e2e/flow.h"

#include "core/i18n.h"

/* To what came in: the main menu's sixth entry, and one of its own. */
#define CAME_IN(place)                                                                             \
	{PRESS, "0", "F10"}, {CHOOSE, N_("Notices and requests"), NULL},                           \
	{                                                                                          \
		CHOOSE, place, NULL                                                                \
	}

/* The form of a request is sent, and the question after it answered. */
#define ASK_THE_OFFICE                                                                             \
	{FIELD, N_("Ask the office"), NULL}, {PRESS, "Enter", "F9"},                               \
	{                                                                                          \
		CHOOSE, N_("Ask the office"), NULL                                                 \
	}

/* The office opens the only request there is and grants it. */
#define GRANT_IT                                                                                   \
	CAME_IN(N_("What was asked of the office")), {SEE, N_("waits for an answer"), NULL},       \
		{PRESS, "Enter", NULL}, {SEE, N_("Reason"), NULL}, {PRESS, "Enter", NULL},         \
		{CHOOSE, N_("Grant it"), NULL}, {FIELD, N_("answer"), NULL}, {TYPE, "同意", NULL}, \
		{FIELD, N_("Grant it"), NULL},                                                     \
	{                                                                                          \
		PRESS, "Enter", "F9"                                                               \
	}

static const struct step receipt[] = {
	{SIT, "jiaoyu", NULL},
	{SEE, N_("New tasks to receive: %d (assigned today)"), "3"},
	{PRESS, "Up Enter", "Tab Enter"},
	{MARKED, "净水行动", NULL},
	{PRESS, "Enter", NULL},
	{CHOOSE, N_("Object: say what should be changed"), NULL},
	{FIELD, N_("reason"), NULL},
	{TYPE, "公布水质由水务部门负责", NULL},
	ASK_THE_OFFICE,
	{TOLD, "request list --format tsv", "contest\tasked"},
	{GONE, "净水行动", NULL},
	{PRESS, "Tab", NULL},
	{CHOOSE, N_("Receive"), NULL},
	{TOLD, "log --format json", "assignment.receive"},
	{GONE, N_("Tasks to receive"), NULL},
	{GONE, N_("New tasks to receive: %d (assigned today)"), NULL},

	{SIT, OFFICE, NULL},
	{SEE, N_("%s asks: %s"), "区教育局"},
	GRANT_IT,
	{TOLD, "request list --format tsv", "contest\tgranted"},
	{SIT, "jiaoyu", NULL},
	{SEE, "同意", NULL},
};
FLOW(a_unit_receives_its_tasks_and_objects_to_one, room_open, receipt)

static const struct step extension[] = {
	{SIT, "jiaoyu", NULL},
	{SEE, N_("What I owe"), NULL},
	{MARKED, "护眼行动", NULL},
	{PRESS, "Enter 4", "m"},
	{SEE, "秋季视力筛查", NULL},
	{PRESS, "Enter", NULL},
	{CHOOSE, N_("Ask for a later date"), NULL},
	{FIELD, N_("until"), NULL},
	{TYPE, "12-10", NULL},
	{FIELD, N_("percent"), NULL},
	{TYPE, "70", NULL},
	{FIELD, N_("reason"), NULL},
	{TYPE, "筛查车检修", NULL},
	ASK_THE_OFFICE,
	{TOLD, "request list --format tsv", "extension\tasked"},

	{SIT, OFFICE, NULL},
	{SEE, N_("%s asks: %s"), "区教育局"},
	GRANT_IT,
	{TOLD, "milestone list --format tsv", "\t2021-12-10\topen"},
	{SIT, "jiaoyu", NULL},
	{SEE, "同意", NULL},
};
FLOW(a_unit_asks_for_a_later_date, room_open, extension)

/* The milestone is three days late. */
static void open_late(struct room *r)
{
	room_open(r);
	r->env[1] = "DUBAN_NOW=2021-12-03";
}

static const struct step urging[] = {
	{SIT, OFFICE, NULL},
	{SEE, N_("Who owes, what waits"), NULL},
	CAME_IN(N_("Urge who is late")),
	{MARKED, "区教育局", NULL},
	{PRESS, "Enter", NULL},
	{CHOOSE, N_("Issue this notice"), NULL},
	{CHOOSE, N_("Issue it"), NULL},
	{TOLD, "notice list --format tsv", "\tissued\t"},

	{SIT, "jiaoyu", NULL},
	{SEE, N_("What I owe"), NULL},
	{PRESS, "Tab 1", "Tab 1"},
	{SEE, N_("What is owed, and why"), NULL},
	{PRESS, "Enter", NULL},
	{CHOOSE, N_("Answer it"), NULL},
	{TYPE, "十二月八日前完成", NULL},
	{PRESS, "Tab Enter", "F9"},
	{TOLD, "notice list --format tsv", "\tanswered\t"},

	{SIT, OFFICE, NULL},
	{SEE, N_("Who owes, what waits"), NULL},
	CAME_IN(N_("Notices and instructions")),
	{MARKED, "区教育局", NULL},
	{PRESS, "Enter", NULL},
	{SEE, "十二月八日前完成", NULL},
};
FLOW(the_office_urges_and_the_unit_answers, open_late, urging)

/* What the education office hands in goes out when its leader has signed. */
static void open_signing(struct room *r)
{
	room_open(r);
	room_must(r, NULL, "person", "add", "shen", "沈主任", NULL);
	room_must(r, NULL, "person", "post", "shen", "approver", "--unit", "区教育局", NULL);
	room_must(r, NULL, "unit", "sign", "区教育局", NULL);
	room_must(r, "jiaoyu", "report", "sx2021/2", "--percent", "45", "--done", "筛查二十所",
		  "--submit", NULL);
}

static const struct step signing[] = {
	{SIT, "shen", NULL},
	{SEE, N_("What I owe"), NULL},
	{PRESS, "0 1", "w"},
	{CHOOSE, N_("Review what waits, one after the other"), ""},
	{SEE, "筛查二十所", NULL},
	{PRESS, "Enter", NULL},
	{CHOOSE, N_("send back inside the unit, with a reason"), NULL},
	{TYPE, "请附学校名单", NULL},
	{PRESS, "Tab Enter", "F9"},
	{TOLD, "list --unit 区教育局 --role lead --format tsv", "\treturned\t"},

	{SIT, "jiaoyu", NULL},
	{SEE, "请附学校名单", NULL},
	{MARKED, "护眼行动", NULL},
	{PRESS, "Enter 2", "e"},
	{FIELD, N_("done"), NULL},
	{TYPE, "，名单见附件", NULL},
	{FIELD, N_("Submit"), NULL},
	{PRESS, "Enter", "F9"},
	{SEE, "45%", NULL},
	{PRESS, "2", "Enter"},
	{SEE, N_("sent %d"), "1"},

	{SIT, "shen", NULL},
	{SEE, N_("What I owe"), NULL},
	{PRESS, "0 1", "w"},
	{CHOOSE, N_("Review what waits, one after the other"), ""},
	{SEE, "名单见附件", NULL},
	{PRESS, "Enter", NULL},
	{CHOOSE, N_("sign off"), NULL},
	{SEE, N_("Sign off the report"), NULL},
	{PRESS, "Enter", NULL},
	{TOLD, "list --unit 区教育局 --role lead --format tsv", "\tsigned\t45"},
};
FLOW(an_approver_sends_back_and_signs, open_signing, signing)

/* Three reports wait. */
static void open_waiting(struct room *r)
{
	room_open(r);
	room_must(r, "jiaoyu", "report", "sx2021/1", "--percent", "60", "--done", "讲座八场",
		  "--submit", NULL);
	room_must(r, "jiaoyu", "report", "sx2021/2", "--percent", "45", "--done", "筛查二十所",
		  "--submit", NULL);
	room_must(r, "shuiwu", "report", "sx2021/3", "--percent", "30", "--done", "换管三公里",
		  "--submit", NULL);
}

static const struct step review[] = {
	{SIT, OFFICE, NULL},
	{SEE, N_("who owes"), NULL},
	{PRESS, "Tab", "Tab"},
	{MARKED, "净水行动", NULL},
	{PRESS, "Enter", NULL},
	{SEE, "换管三公里", NULL},
	{PRESS, "Enter", NULL},
	{CHOOSE, N_("return with a reason"), NULL},
	{SEE, N_("Return the report"), NULL},
	{TYPE, "请按季度分列", NULL},
	{PRESS, "Tab Enter", "F9"},
	{TOLD, "list --unit 区水务局 --format tsv", "\treturned\t"},
	{GONE, "换管三公里", NULL},
	{PRESS, "Enter", NULL},
	{SEE, "筛查二十所", NULL},
	{PRESS, "Enter", NULL},
	{CHOOSE, N_("accept several reports at once"), NULL},
	{SEE, "护眼行动", NULL},
	{PRESS, "Left Tab", NULL},
	{SEE, "60%", NULL},
	{CHOOSE, N_("Accept them"), NULL},
	{TOLD, "list --unit 区教育局 --format tsv", "\taccepted\t60"},
	{TOLD, "list --unit 区教育局 --format tsv", "\taccepted\t45"},
	{SIT, "shuiwu", NULL},
	{SEE, "请按季度分列", NULL},
};
FLOW(the_office_returns_one_and_accepts_the_others, open_waiting, review)

static const struct step close_out[] = {
	{SIT, "jiaoyu", NULL},
	{SEE, N_("What I owe"), NULL},
	{MARKED, "护眼行动", NULL},
	{PRESS, "Enter", NULL},
	{CHOOSE, N_("Ask the office"), NULL},
	{CHOOSE, N_("Ask for close-out: the action is complete"), NULL},
	{FIELD, N_("conclusion"), NULL},
	{TYPE, "四十所学校全部完成筛查", NULL},
	ASK_THE_OFFICE,
	{TOLD, "request list --format tsv", "completion\tasked"},

	{SIT, OFFICE, NULL},
	{SEE, N_("Who owes, what waits"), NULL},
	{PRESS, "0", "F10"},
	{CHOOSE, N_("All actions"), NULL},
	{MARKED, "护眼行动", NULL},
	{PRESS, "Enter", NULL},
	{CHOOSE, N_("Open the action"), NULL},
	{SEE, N_("Units"), NULL},
	{PRESS, "Enter", NULL},
	{CHOOSE, N_("Close out: answer the unit that asks"), NULL},
	{SEE, "四十所学校全部完成筛查", NULL},
	{PRESS, "Enter", NULL},
	{CHOOSE, N_("Grant it"), NULL},
	{FIELD, N_("Grant it"), NULL},
	{PRESS, "Enter", "F9"},
	{PRESS, "2", NULL}, /* reports and a milestone are still open: it asks again */
	{SEE, N_("closed out"), NULL},
	{TOLD, "request list --format tsv", "completion\tgranted"},
	{SIT, "jiaoyu", NULL},
	{SEE, N_("granted"), NULL},
};
FLOW(an_action_is_asked_to_be_complete_and_closed_out, room_open, close_out)
