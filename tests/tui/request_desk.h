/* request_desk.h - the education office asks the office for something in the invented district
 * (district.h), one thing of each kind, and what came of it. All functions stop the test when that
 * fails. */
#ifndef DUBAN_TESTS_TUI_REQUEST_DESK_H
#define DUBAN_TESTS_TUI_REQUEST_DESK_H

#include "core/model.h"
#include "tests/tui/screen.h"

/* Another person sits down, at 80x24, in the language that it is. */
void request_desk_sit(struct screen *s, const char *login);

/* Opens the form of a kind, about action 4, its milestone, or the third quarter. */
void request_desk_open(struct screen *s, enum request_kind kind);
/* What the open form shows of that. */
const char *request_desk_shown(enum request_kind kind);
/* Fills in all fields of the open form, the reason last. */
void request_desk_fill(struct screen *s, enum request_kind kind, const char *reason);
/* All of it, and hands it in. */
void request_desk_ask(struct screen *s, enum request_kind kind, const char *reason);

/* The first in its list of requests: the one that waits longest, else the one answered last; id 0:
 * there is none. */
struct request_row request_desk_first(struct screen *s);
/* Its milestone on 4, six days late. */
struct milestone_row request_desk_milestone(struct screen *s);

#endif
