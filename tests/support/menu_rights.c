/* The table of what menus show to whom. */
#include "tests/support/menu_rights.h"

#define BY(act) (1u << ACT_##act)

const struct menu_right menu_rights[] = {
	{0, "work", "", 0, MENU_NOBODYS, "called as the first screen is"},
	{0, "plan", "All actions", BY(READ), MENU_NOBODYS, NULL},
	{0, "milestones", "Milestones", BY(READ), MENU_NOBODYS, NULL},
	{0, "indicators", "Indicators", BY(READ), MENU_NOBODYS, NULL},
	{0, "evidence", "Evidence", BY(READ), MENU_NOBODYS, NULL},
	{0, "came-in", "Notices and requests", BY(READ), MENU_NOBODYS, NULL},
	{0, "print", "Print and reports", BY(READ), MENU_NOBODYS, NULL},
	{0, "search", "Search everything", BY(READ), MENU_NOBODYS, NULL},
	{0, "admin", "Administration and choices", 0, MENU_NOBODYS, NULL},
	{0, "leave", "Leave", 0, MENU_NOBODYS, NULL},
	{'1', "home", "", 0, MENU_NOBODYS, "called as the first screen is"},
	{'1', "waiting", "Review what waits, one after the other", BY(REVIEW) | BY(SIGN),
	 MENU_NOBODYS, "asked for the own unit or for all"},
	{'6', "notices", "Notices and instructions", BY(READ), MENU_NOBODYS, NULL},
	{'6', "urge", "Urge who is late", BY(URGE), MENU_NOBODYS, NULL},
	{'6', "requests", "What was asked of the office", BY(READ), MENU_NOBODYS, NULL},
	{'6', "cases", "Cases to learn from", BY(READ), MENU_NOBODYS, NULL},
	{'6', "receive", "Tasks not received yet", BY(READ), MENU_NOBODYS, NULL},
	{'7', "print-list", "Print a task list", BY(READ), MENU_NOBODYS, NULL},
	{'7', "overview", "How the plan stands", BY(READ), MENU_NOBODYS, NULL},
	{'7', "heat", "Lamps by unit and section", BY(READ), MENU_NOBODYS, NULL},
	{'7', "print-heat", "Print units and sections", BY(READ), MENU_NOBODYS, NULL},
	{'7', "print-indicators", "Print the indicators", BY(READ), MENU_NOBODYS, NULL},
	{'7', "burden", "What is asked of units", BY(READ), MENU_NOBODYS, NULL},
	{'7', "vacant", "Tasks that nobody is there for", BY(READ), MENU_ANOTHERS, NULL},
	{'9', "plans", "Another plan", BY(READ), MENU_NOBODYS, "there is another one"},
	{'9', "posts", "Another post", 0, MENU_NOBODYS, "the person has another one"},
	{'9', "import", "Import a plan", BY(IMPORT), MENU_NOBODYS, NULL},
	{'9', "periods", "Reporting periods", BY(READ), MENU_ANOTHERS, NULL},
	{'9', "units", "Units", BY(READ) | BY(UNIT) | BY(PERSON) | BY(PERIOD), MENU_ANOTHERS, NULL},
	{'9', "people", "People and posts", BY(UNIT) | BY(PERSON) | BY(PERIOD), MENU_NOBODYS, NULL},
	{'9', "policy", "Rules for everybody", BY(READ), MENU_ANOTHERS, NULL},
	{'9', "calendar-days", "Holidays and days worked instead", BY(READ), MENU_ANOTHERS, NULL},
	{'9', "palette", "All that can be done, found by its name", 0, MENU_NOBODYS, NULL},
	{'9', "help", "Help", 0, MENU_NOBODYS, NULL},
	{'9', "whoami", "Who I am here", 0, MENU_NOBODYS, NULL},
	{'9', "unit", "The own unit", 0, MENU_NOBODYS, "the post has one"},
	{'a', "", "Open the action", BY(READ), MENU_NOBODYS, "not where it is open"},
	{'a', "", "Enter progress", BY(REPORT), MENU_OWN, NULL},
	{'a', "", "Take back what I did last", BY(REPORT), MENU_OWN, NULL},
	{'a', "", "Record evidence", BY(EVIDENCE), MENU_OWN, NULL},
	{'a', "", "Ask the office", BY(REQUEST), MENU_OWN, NULL},
	{'a', "", "Give an instruction", BY(INSTRUCT), MENU_NOBODYS, NULL},
	{'a', "", "Notices and instructions", BY(READ), MENU_NOBODYS, NULL},
	{'a', "", "Make it a pilot", BY(SELECT), MENU_NOBODYS, NULL},
};
const int menu_rights_count = sizeof menu_rights / sizeof *menu_rights;

bool menu_right_shown(const struct menu_right *m, const struct actor *who, int64_t unit_id,
		      int64_t another_id)
{
	const struct subject what = {.unit_id = m->whose == MENU_OWN	    ? unit_id
						: m->whose == MENU_ANOTHERS ? another_id
									    : 0,
				     .unit = ""};

	if (m->whose == MENU_OWN && !unit_id)
		return false;
	for (int act = 0; act < ACT_COUNT; act++)
		if (m->acts >> act & 1 && may_quietly(who, (enum act)act, &what))
			return true;
	return !m->acts;
}
