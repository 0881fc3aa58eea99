/*
 * paper.h - a document before it is printed: a preview made by the same renderer as the paper, and
 * the menu from which it goes to the printer or into a file, wider or narrower. The screens that
 * print something have one: they make the document and add what is their own to the menu.
 */
#ifndef DUBAN_TUI_PAPER_H
#define DUBAN_TUI_PAPER_H

#include "core/plan/document.h"
#include "tui/app/session.h"
#include "tui/app/view.h"
#include "tui/part/menu.h"

/* Zero is empty and can be drawn. */
struct paper {
	const char *text;	 /* in the view's arena; "" or NULL: there is nothing to print */
	const char *name;	 /* proposed for a file, without ".txt"; in the arena too */
	VEC(const char *) lines; /* of the text, without line ends and form feeds */
	int width;		 /* columns of a line */
	int top, left;		 /* the corner that is seen */
	char *file;		 /* that is there already, while one is asked about it */
};

/* Tags of its questions; a screen's own are below. Entries of the menu that are a screen's own have
 * ids from PAPER_OWN on. */
enum { PAPER_TAG_MENU = 100, PAPER_TAG_PRINTER, PAPER_TAG_FILE, PAPER_TAG_REPLACE };
enum { PAPER_OWN = 10, PAPER_OWN_MOST = 4 };

void paper_init(struct paper *p, const struct session *session);
void paper_free(struct paper *p);
/* In a load(), behind all that may fail. NULL: there is nothing to print. */
void paper_set(struct paper *p, struct view *v, const struct document *d, const char *name);
/* Back to its first line. */
void paper_rewind(struct paper *p);

/* `empty`: the sentence where there is nothing to print. */
void paper_draw(const struct paper *p, struct canvas *c, const char *empty);
/* The menu with at most PAPER_OWN_MOST own entries behind the common ones. */
enum reply paper_menu(const struct paper *p, struct view *v, struct app *app,
		      const struct menu_entry *own, size_t nown);
/* Scrolling; REPLY_PASS for the rest. */
enum reply paper_act(struct paper *p, struct view *v, enum action a);
/* That there is more to the right than the window shows: view_ops.tells. */
bool paper_tells(const struct paper *p, const struct view *v, enum action a);
/* Answers to its questions; REPLY_PASS for an own entry of the menu too. */
enum reply paper_resume(struct paper *p, struct view *v, struct app *app,
			const struct view_result *r);

#endif
