/*
 * home_lines.h - what came in for the active post and waits for it: new tasks, requests, answers,
 * notices. THE table of its sources stands in home_lines.c; each line is a sentence that says what
 * and why, and names the screen on which it is dealt with. The first screens show them above their
 * list (home_strip.h).
 */
#ifndef DUBAN_TUI_HOME_LINES_H
#define DUBAN_TUI_HOME_LINES_H

#include "tui/app/session.h"
#include "tui/view/views.h"

struct home_line {
	const char *text;	    /* translated; in the arena */
	int style;		    /* STYLE_NORMAL, STYLE_ERROR for what is late … */
	const struct view_ops *ops; /* where it is dealt with */
	struct view_args args;	    /* more: NULL */
	const char *news;	    /* as in home_lines_add_news(), or NULL */
};
struct home_lines {
	struct home_line *at;
	size_t n, cap;
};

/* Adds the lines of one source, none where nothing waits or the post has nothing to do with it; the
 * plan one works in is sc->plan (id 0: there is none). -1: it cannot be read, *e is filled. To add
 * a source: declare it here, give it a row in home_lines.c. */
typedef int home_source(const struct app_context *c, struct arena *a, const struct scene *sc,
			struct home_lines *lines, struct err *e);

home_source home_receipt;  /* tasks to be received; for the office: what is not received */
home_source home_notices;  /* notices to be answered; for the office: who is to be urged */
home_source home_vacant;   /* for the office: units that nobody is there for */
home_source home_late;	   /* for a unit: what it may still report for a closed period, or what
			    * came back too late for it */
home_source home_requests; /* requests that wait; for a unit: the answers to its own */
home_source home_reopened; /* for a unit: actions that were opened again */
home_source home_cases; /* cases that wait for the office; for a unit: the decisions on its own */
home_source home_calendar; /* for the office: holidays that are missing */

/* All of them, in the order of the table. */
int home_lines_load(const struct app_context *c, struct arena *a, const struct scene *sc,
		    struct home_lines *lines, struct err *e);
/* A line with these; everything it names is borrowed. */
void home_lines_add(struct arena *a, struct home_lines *lines, int style, const char *text,
		    const struct view_ops *ops, struct view_args args);

/* What happened before that moment (UTC) is news no more. */
int64_t home_news_since(const struct app_context *c);
/* An answer, which is there to be read and not to be dealt with: line->news is its name ("request
 * 7"). It is left out once the person has read it. Where this cannot be found out it is shown. */
void home_lines_add_news(const struct app_context *c, struct arena *a, struct home_lines *lines,
			 const struct home_line *line);
/* The person opens one of these. */
void home_lines_read(const struct app_context *c, const struct home_line *line);

#endif
