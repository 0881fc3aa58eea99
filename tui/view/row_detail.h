/*
 * row_detail.h - the row under the cursor of a list whole, for the pane that stands beside it on
 * wide screens: what the columns had to cut, and what they had no room for. Pure drawing over the
 * whole canvas. Tasks have task_detail.h, indicators indicator_detail.h.
 */
#ifndef DUBAN_TUI_ROW_DETAIL_H
#define DUBAN_TUI_ROW_DETAIL_H

#include "core/rule/lamp.h"
#include "core/model.h"
#include "db/people/store_key.h"
#include "db/plan/store_task.h"
#include "tui/draw/canvas.h"
#include "tui/view/peek.h"

void row_detail_milestone(const struct milestone_row *m, struct date today,
			  const struct lamp_rules *rules, struct canvas *c);
void row_detail_evidence(const struct evidence_row *v, struct canvas *c);
void row_detail_unit(const struct unit_row *u, struct canvas *c);
/* `posts` in words. */
void row_detail_person(const struct person_row *p, const char *posts, struct canvas *c);
void row_detail_key(const struct key_row *k, struct canvas *c);
/* An action of the plan with how its units stand (`line`), the course of one of them and the clause
 * from what was read of it. */
void row_detail_action(const struct action_row *action, const struct action_line *line,
		       const struct peek *peek, struct canvas *c);

#endif
