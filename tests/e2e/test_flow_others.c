/* Those who sign off, look on and look for something. */
#include "tests/e2e/flow.h"

#include "core/i18n.h"

static const char done_text[] = "完成二十所学校视力筛查";

static void open_with_report(struct room *r)
{
	room_open(r);
	room_must(r, NULL, "person", "add", "shen", "沈主任", NULL);
	room_must(r, NULL, "person", "post", "shen", "approver", "--unit", "区教育局", NULL);
	room_must(r, NULL, "person", "add", "ling", "凌区长", NULL);
	room_must(r, NULL, "person", "post", "ling", "leader", NULL);
	room_must(r, NULL, "person", "add", "ping", "平考核", NULL);
	room_must(r, NULL, "person", "post", "ping", "assessor", NULL);
	room_must(r, "jiaoyu", "report", "sx2021/2", "--percent", "45", "--done", done_text,
		  "--submit", NULL);
}

static const struct step approver[] = {
	{SIT, "shen", NULL},
	{SEE, "沈主任", NULL},
	{SEE, N_("What I owe"), NULL},
	{PRESS, "0 1", "w"},
	{CHOOSE, N_("Review what waits, one after the other"), ""},
	{SEE, done_text, NULL},
	{PRESS, "Enter", NULL},
	{CHOOSE, N_("sign off"), NULL},
	{SEE, N_("Sign off the report"), NULL},
	{PRESS, "Enter", NULL},
	{SEE, N_("%s, %s: signed off"), NULL},
	{TOLD, "list --unit 区教育局 --role lead --format tsv", "\tsigned\t45"},
};
FLOW(an_approver_signs_off, open_with_report, approver)

/* Who only reads gets from the whole to a section, an action, what was reported. */
#define LOOKING(login)                                                                             \
	{SIT, login, NULL}, {SEE, N_("the whole plan"), NULL}, {MARKED, "普及健康生活", NULL},     \
		{PRESS, "Enter", NULL}, {MARKED, "护眼行动", NULL}, {PRESS, "Enter", NULL},        \
		{SEE, N_("Units"), NULL}, {PRESS, "Right", "l"}, {SEE, done_text, NULL},           \
		{PRESS, "0", "F10"}, {CHOOSE, N_("Print and reports"), NULL},                      \
		{CHOOSE, N_("Lamps by unit and section"), NULL}, {SEE, "区教育局", NULL},          \
	{                                                                                          \
		SEE, "区水务局", NULL                                                              \
	}

static const struct step leader[] = {LOOKING("ling")};
FLOW(a_leader_goes_from_the_whole_to_an_action, open_with_report, leader)

static const struct step assessor[] = {LOOKING("ping")};
FLOW(an_assessor_goes_from_the_whole_to_an_action, open_with_report, assessor)

/* Pinyin: initials, whole syllables, of a title and of a unit; Esc gives the whole list back. */
static const struct step pinyin[] = {
	{SIT, "jiaoyu", NULL},
	{SEE, N_("What I owe"), NULL},
	{PRESS, "0", "F10"},
	{CHOOSE, N_("All actions"), NULL},
	{SEE, "净水行动", NULL},
	{PRESS, "Enter Up Enter", "/"}, /* the last entry: this list */
	{CHOOSE, N_("Find by words"), ""},
	{SEE, N_("Find:"), NULL},
	{TYPE, "hyxd", NULL},
	{GONE, "净水行动", NULL},
	{MARKED, "护眼行动", NULL},
	{PRESS, "Esc", NULL},
	{SEE, "净水行动", NULL},
	{PRESS, "Enter Up Enter", "/"}, /* the last entry: this list */
	{CHOOSE, N_("Find by words"), ""},
	{SEE, N_("Find:"), NULL},
	{TYPE, "shuiwuju 净", NULL},
	{GONE, "护眼行动", NULL},
	{MARKED, "净水行动", NULL},
};
FLOW(an_action_is_found_by_pinyin, room_open, pinyin)

static const struct step search[] = {
	{SIT, "jiaoyu", NULL},	  {SEE, N_("What I owe"), NULL},
	{PRESS, "0", "F10"},	  {CHOOSE, N_("Search everything"), NULL},
	{SEE, N_("Find:"), NULL}, {TYPE, "水质", NULL},
	{SEE, "净水行动", NULL},  {PRESS, "Enter", NULL},
	{SEE, N_("Units"), NULL}, {SEE, "每季度公布水质", NULL},
	{PRESS, "Esc", NULL},	  {SEE, N_("Find:"), NULL},
	{PRESS, "0", "F10"},	  {GONE, N_("Main menu"), NULL},
};
FLOW(everything_is_searched, open_with_report, search)
