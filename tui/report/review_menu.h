/*
 * review_menu.h - the numbered menu over a report that is read: what the active post can decide on
 * it, first, and how else it can be looked at.
 */
#ifndef DUBAN_TUI_REVIEW_MENU_H
#define DUBAN_TUI_REVIEW_MENU_H

#include "tui/app/app.h"
#include "tui/report/review_paper.h"

/* The id of an entry: a step of enum report_step, or one of these. The first three are in the order
 * of enum review_against. */
enum {
	REVIEW_PLAIN = 100, /* the text alone */
	REVIEW_SUBMITTED,
	REVIEW_ACCEPTED,
	REVIEW_EDITIONS,   /* as reported, as accepted, as corrected */
	REVIEW_CORRECTION, /* ask the office for one */
	REVIEW_EVIDENCE,   /* record some that proves the report */
	REVIEW_SEVERAL,	   /* accept several reports at once */
	REVIEW_TYPED	   /* what one has typed oneself and not sent */
};

/* How the active post sends a report back: the office returns it, a unit's leader sends it back
 * inside the unit. */
enum report_step review_return_step(const struct app_context *c);

/* Where there is nothing to decide, the message line says why. False: there is no entry, and no
 * menu. */
bool review_menu_open(struct app *app, int tag, const char *title, const struct review_paper *p,
		      enum review_against against);

/* Whether it has any entry. */
bool review_menu_has(const struct app_context *c, const struct review_paper *p,
		     enum review_against against);

#endif
