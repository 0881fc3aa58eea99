/* conflict_desk.h - two sessions over one file, each with a connection of its own, as two people or
 * two windows have it. */
#ifndef DUBAN_TESTS_TUI_CONFLICT_DESK_H
#define DUBAN_TESTS_TUI_CONFLICT_DESK_H

#include "core/model.h"
#include "tests/tui/screen.h"

extern struct screen mine, theirs; /* the file is the first one's */
extern struct view_args opened;	   /* with which both opened the form */

#define OK(call) cr_assert_eq((call), 0, "%s", mine.d.e.text)

/* A file and nobody at it, in English; the end of both. */
void conflict_begin(void);
void conflict_end(void);
/* The second session; the first one is screen_sit(&mine, …). */
void conflict_join(const char *login);

/* The milestone of the education office on action 4, as it is in the file; the way to its form. */
struct milestone_row conflict_milestone(void);
struct view_args conflict_milestone_args(void);

#endif
