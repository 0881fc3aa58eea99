/* Two sessions over one file. */
#include "tests/tui/conflict_desk.h"

#include "db/report/store_milestone.h"

#include <criterion/criterion.h>

struct screen mine, theirs;
struct view_args opened;

void conflict_join(const char *login)
{
	theirs.d = mine.d;
	theirs.look = LOOK_NARROW;
	theirs.d.a = (struct arena)ARENA_INIT;
	OK(store_open(mine.d.path, &theirs.d.s, &mine.d.e));
	screen_sit(&theirs, login, 80, 24);
}

void conflict_begin(void)
{
	screen_language("en");
	screen_begin(&mine, "admin", 80, 24);
	screen_leave(&mine);
}

void conflict_end(void)
{
	screen_leave(&theirs);
	store_close(theirs.d.s);
	arena_free(&theirs.d.a);
	screen_end(&mine);
}

struct milestone_row conflict_milestone(void)
{
	struct milestone_filter f = {.action_id = district_action(&mine.d, "4"),
				     .unit_id = district_unit(&mine.d, "区教育局")};
	struct milestone_rows rows = {0};

	OK(store_milestone_list(mine.d.s, &mine.d.a, NULL, &f, &rows, &mine.d.e));
	return rows.at[0];
}

struct view_args conflict_milestone_args(void)
{
	return (struct view_args){.id = district_action(&mine.d, "4"),
				  .id2 = conflict_milestone().id};
}
