/*
 * milestone_faces.h - what the three forms of the milestones share: the list, the month, the strip
 * of a year. One person looks at the same milestones in each; Tab goes from one to the next, in
 * place, with the same arguments.
 */
#ifndef DUBAN_TUI_MILESTONE_FACES_H
#define DUBAN_TUI_MILESTONE_FACES_H

#include "core/rule/lamp.h"
#include "tui/app/app.h"
#include "tui/draw/picture.h"

enum milestone_face { FACE_LIST, FACE_MONTH, FACE_STRIP, FACE_COUNT };

enum { FACES_ROWS = 1 }; /* of the body, at the top */

/* Whose milestones: as the arguments of view_milestone_list. */
struct milestone_scope {
	int64_t action_id, unit_id;
};

/* args.tab of view_milestone_list that asks for words at once. */
enum { MILESTONES_FIND = 1 };

/* The bar with the names of the three. */
void milestone_faces_draw(enum milestone_face face, struct canvas *c);
/* DO_FACE_NEXT and DO_FACE_PREV: opens the next, the previous one in the place of the view on top;
 * DO_FILTER the list, where words are looked for. REPLY_PASS for all else. */
enum reply milestone_faces_act(struct app *app, enum milestone_face face,
			       const struct milestone_scope *scope, enum action a);

/* A click on the bar does the same. */
enum reply milestone_faces_point(struct app *app, enum milestone_face face,
				 const struct milestone_scope *scope, const struct point *p);

/* How a milestone stands today. In the order of what is worse, least first. */
enum milestone_mark { MARK_DONE, MARK_OPEN, MARK_SOON, MARK_LATE, MARK_COUNT };
/* How its place in the order is written (milestone_order_label()): what breaks it stands out. */
int milestone_order_style(const struct milestone_row *m);
/* Its place in the stage plan from line y on: what it waits for, how often it was put off, what it
 * weighs; the lines that it took. */
int milestone_stage_draw(const struct milestone_row *m, struct canvas *c, int y);

/* How it stands, in a word or two: overdue, an extension asked for, its state. */
const char *milestone_stand_label(const struct milestone_row *m, struct date today);
bool milestone_is_late(const struct milestone_row *m, struct date today);
enum milestone_mark milestone_mark(const struct milestone_row *m, struct date today,
				   const struct lamp_rules *rules);
enum picture_sign milestone_mark_sign(enum milestone_mark mark);
int milestone_mark_style(enum milestone_mark mark);
/* "overdue", "due soon" …; translated. */
const char *milestone_mark_label(enum milestone_mark mark);
/* One line that says what the signs mean, and those of a strip too, with that of an order where one
 * is seen; what there is no room for is left out. */
void milestone_legend(struct canvas *c, int y, bool strip, bool order);
/* A milestone in one line: sign, date, title, whose. `today` as in date_short(). */
void milestone_line(const struct milestone_row *m, enum milestone_mark mark, struct date today,
		    struct canvas *c, int y, int x, bool with_action);

/* "new milestone": refused with a sentence where the person may not; asks for the action where
 * action_id is 0, and the answer comes to resume() with this tag. */
enum reply milestone_add(struct app *app, const struct milestone_scope *scope, int64_t action_id,
			 int tag);

#endif
