/*
 * form_draft.h - what is being typed into a form, kept in the file under the person's name, so that
 * a dropped line, a kill or a return by the reviewer loses nothing. Forms that write use it.
 *
 * Two windows of one person may be in the same form. The one that is late overwrites nothing: its
 * text is kept beside the other's (under a second key) until the person says which one counts, and
 * the other can be brought back by undo in its fields.
 *
 * The row that the form was filled from is kept with it: what somebody else has written since is
 * told when this is saved (form_conflict.h), also days later.
 */
#ifndef DUBAN_TUI_FORM_DRAFT_H
#define DUBAN_TUI_FORM_DRAFT_H

#include "tui/app/app.h"
#include "tui/part/form.h"
#include "tui/part/form_row.h"

struct form_draft {
	char *key;		  /* form and thing: "report:14:3:7"; owned */
	const char *const *names; /* the fields that are kept; borrowed */
	size_t n;
	int64_t saved_at;    /* UTC of the last save, 0: none */
	int64_t version;     /* of the draft in the file, as last seen */
	char *focus;	     /* the field that had the focus then; owned */
	char *warning;	     /* that another window is in the same form, or NULL; owned */
	bool crossed;	     /* another window has changed it: the person is to be asked */
	int64_t other_at;    /* UTC of what that window has saved, as last seen */
	int64_t shown;	     /* version of the other's text that the person has been shown */
	bool second;	     /* something is kept under the second key */
	struct form_row row; /* that the form was filled from; no values: none */
	struct arena own;    /* of row */
};

/* Behind a key: the text of the window that was late. */
#define FORM_DRAFT_SECOND "|2"
/* Behind a key: what was being decided when somebody else had changed the row. */
#define FORM_DRAFT_MERGE  "|merge"

void form_draft_free(struct form_draft *d);
/* Fills the form from what was kept and puts the cursor where it was; saved_at tells whether there
 * was anything. */
int form_draft_load(struct form_draft *d, struct form *f, const struct app_context *c,
		    struct err *e);

enum form_kept {
	FORM_KEPT,    /* or there was nothing to keep */
	FORM_UNKEPT,  /* *e says why; what is typed is still to be kept */
	FORM_CROSSED, /* another window has changed it, now or earlier: form_draft_choose() */
	FORM_GONE /* another window has sent it or thrown it away; it is kept at the next save */
};
/* Keeps the fields as they are now, when one has changed since the last time. */
enum form_kept form_draft_save(struct form_draft *d, struct form *f, const struct app_context *c,
			       struct err *e);
/* For the question which text counts: where and when the other one was saved, and how both begin in
 * every field in which they differ, as it is now. In the arena. */
int form_draft_other(struct form_draft *d, const struct form *f, const struct app_context *c,
		     struct arena *a, const char **question, struct err *e);
/* The other window's text counts (theirs) or the one that stands here; undo brings the other.
 * ERR_CONFLICT: the other window has gone on since form_draft_other(), nothing is done. */
int form_draft_choose(struct form_draft *d, struct form *f, const struct app_context *c,
		      bool theirs, struct err *e);
/* It was handed in, or thrown away. */
int form_draft_drop(struct form_draft *d, const struct app_context *c, struct err *e);

#endif
