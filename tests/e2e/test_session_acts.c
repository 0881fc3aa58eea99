/*
 * What each post does through `duban session --key`, pressed on a terminal: something of its own,
 * which is in the file then, and something that is another's or takes another post, by the same
 * keys as those who may: it is refused, or not there at all, and nothing is written.
 */
#include "tests/e2e/flow.h"

#include "core/i18n.h"

static const char done_text[] = "完成二十所学校视力筛查";

/* room_add_posts() */
#define KEY_REPORTER "1" /* of 区水务局: the action 3 is its own, 2 is another's */
#define KEY_APPROVER "2" /* approving leader there */
#define KEY_OFFICE   "3" /* office */
#define KEY_LEADER   "4" /* leader */
#define KEY_ASSESSOR "5" /* assessor */
#define KEY_ADMIN    "6" /* administrator alone */

/* Both reporters have handed in what is theirs alone. */
static void open_with_keys(struct room *r)
{
	room_open(r);
	room_add_posts(r, "区水务局");
	room_must(r, "jiaoyu", "milestone", "add", "sx2021/3", "学校水质抽检", "--due",
		  "2021-12-10", NULL);
	room_must(r, "jiaoyu", "report", "sx2021/2", "--percent", "45", "--done", done_text,
		  "--submit", NULL);
}

static void open_with_both(struct room *r)
{
	open_with_keys(r);
	room_must(r, "shuiwu", "report", "sx2021/3", "--percent", "30", "--done", "更新五公里管网",
		  "--submit", NULL);
}

#define ALL_ACTIONS                                                                                \
	{PRESS, "0", NULL},                                                                        \
	{                                                                                          \
		CHOOSE, N_("All actions"), NULL                                                    \
	}
/* Of an action that both units share; what is the other's alone is not even listed. */
#define ANOTHERS_MILESTONE                                                                         \
	{GONE, "护眼行动", NULL}, {MARKED, "净水行动", NULL}, {PRESS, "Enter", NULL},              \
		{CHOOSE, N_("Milestones"), NULL}, {MARKED, "学校水质抽检", NULL},                  \
		{DENIED, "F2", NULL}, {PRESS, "Enter", NULL}, {SEE, N_("Mark as done"), NULL},     \
		{DENIED, "1", "cannot be chosen here: 区教育局"},                                  \
	{                                                                                          \
		DENIED, "2 3 5", NULL                                                              \
	}
#define ADMINISTRATION                                                                             \
	{PRESS, "0", NULL},                                                                        \
	{                                                                                          \
		CHOOSE, N_("Administration and choices"), NULL                                     \
	}

static const struct step reporter[] = {
	{COME, KEY_REPORTER, NULL},
	{SEE, N_("What I owe"), NULL},
	{MARKED, "净水行动", NULL},
	{PRESS, "Enter", NULL},
	{CHOOSE, N_("Enter progress"), NULL},
	{FIELD, N_("percent"), NULL},
	{TYPE, "30", NULL},
	{FIELD, N_("done"), NULL},
	{TYPE, "更新五公里管网", NULL},
	{FIELD, N_("Submit"), NULL},
	{PRESS, "Enter", NULL},
	{SEE, "30%", NULL},
	{PRESS, "2", NULL},
	{SEE, N_("sent %d"), "1"},
	{TOLD, "list --unit 区水务局 --format tsv", "\tsubmitted\t30"},
	ALL_ACTIONS,
	ANOTHERS_MILESTONE,
};

static const struct step approver[] = {
	{COME, KEY_APPROVER, NULL},
	{SEE, N_("What I owe"), NULL},
	{PRESS, "0 1", NULL},
	{CHOOSE, N_("Review what waits, one after the other"), NULL},
	{SEE, "更新五公里管网", NULL},
	{GONE, done_text, NULL},
	{PRESS, "Enter", NULL},
	{CHOOSE, N_("sign off"), NULL},
	{SEE, N_("Sign off the report"), NULL},
	{PRESS, "Enter", NULL},
	{TOLD, "list --unit 区水务局 --format tsv", "\tsigned\t30"},
	ALL_ACTIONS,
	ANOTHERS_MILESTONE,
};

static const struct step office[] = {
	{COME, KEY_OFFICE, NULL},
	{SEE, N_("who owes"), NULL},
	{PRESS, "Tab", NULL},
	{MARKED, "护眼行动", NULL},
	{PRESS, "Enter", NULL},
	{SEE, done_text, NULL},
	{PRESS, "Enter", NULL},
	{CHOOSE, N_("accept"), NULL},
	{TOLD, "list --unit 区教育局 --format tsv", "\taccepted\t45"},
	ADMINISTRATION,
	{CHOOSE, N_("People and posts"), NULL},
	{SEE, "jiaoyu", NULL},
	{DENIED, "Tab", N_("you may not manage people and posts")},
};

static const struct step leader[] = {
	{COME, KEY_LEADER, NULL},
	{SEE, N_("the whole plan"), NULL},
	ALL_ACTIONS,
	{MARKED, "护眼行动", NULL},
	{DENIED, "e", N_("you may not enter this unit's progress")},
	{DENIED, "V", N_("you may not record evidence")},
	{PRESS, "Enter Enter", NULL},
	{CHOOSE, N_("Give an instruction"), NULL},
	{TYPE, "请下周报进度", NULL},
	{FIELD, N_("Give it"), NULL},
	{PRESS, "Enter", NULL},
	{CHOOSE, N_("Give it"), NULL},
	{TOLD, "notice list --format json", "请下周报进度"},
	ADMINISTRATION,
	{CHOOSE, N_("Reporting periods"), NULL},
	{SEE, "2021Q4", NULL},
	{DENIED, "a", N_("you may not set reporting periods")},
};

static const struct step assessor[] = {
	{COME, KEY_ASSESSOR, NULL},
	{SEE, N_("the whole plan"), NULL},
	{MARKED, "普及健康生活", NULL},
	{PRESS, "Enter", NULL},
	{MARKED, "护眼行动", NULL},
	{DENIED, "e", N_("you may not enter this unit's progress")},
	{DENIED, "V", N_("you may not record evidence")},
	{PRESS, "Enter", NULL},
	{SEE, N_("Units"), NULL},
	{PRESS, "Right", NULL},
	{SEE, done_text, NULL},
	ADMINISTRATION,
	{CHOOSE, N_("Units"), NULL},
	{SEE, "区水务局", NULL},
	{DENIED, "a", N_("you may not change units")},
};

static const struct step administrator[] = {
	{COME, KEY_ADMIN, NULL},
	{SEE, "jiaoyu", NULL},
	{PRESS, "Tab", NULL},
	{FIELD, N_("login"), NULL},
	{TYPE, "xinren", NULL},
	{FIELD, N_("name"), NULL},
	{TYPE, "辛仁", NULL},
	{FIELD, N_("Add"), NULL},
	{PRESS, "Enter", NULL},
	{TOLD, "person list --format tsv", "xinren\t辛仁"},
	ADMINISTRATION,
	{SEE, N_("Units"), NULL},
	{GONE, N_("Reporting periods"), NULL},
	{PRESS, "Esc", NULL},
	{GONE, N_("Administration and choices"), NULL},
	{DENIED, "e = w V", NULL},
};

#define PLAY(steps, open)                                                                          \
	Test(session_acts, steps, .timeout = 240)                                                  \
	{                                                                                          \
		flow_play(FLOW_ENGLISH, open, steps, sizeof(steps) / sizeof(steps)[0]);            \
	}
PLAY(reporter, open_with_keys)
PLAY(approver, open_with_both)
PLAY(office, open_with_both)
PLAY(leader, open_with_both)
PLAY(assessor, open_with_both)
PLAY(administrator, open_with_both)
