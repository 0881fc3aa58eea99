/*
 * form_page.h - a form as a whole screen: drawing, keys, the draft and the ways out, the same for
 * every view that is a form. The view says which fields there are and what submitting does:
 *
 *	static const struct form_page_ops page = {.begin = begin_form, .submit = save};
 *	static int form_load(v, s, e) { … return form_page_load(v, &page, e); }
 *	const struct view_ops view_x = {.name = …, .load = form_load, FORM_VIEW_OPS};
 */
#ifndef DUBAN_TUI_FORM_PAGE_H
#define DUBAN_TUI_FORM_PAGE_H

#include "tui/app/app.h"
#include "tui/part/form_draft.h"

/* What a form does beside being filled in. All but begin and submit may be left out. */
struct form_page_ops {
	/* Makes the form with form_page_begin() and sets the values that are known. Called again
	 * only after it, or the reading of the draft, has failed; fills *e, -1. */
	int (*begin)(struct view *v, struct err *e);
	/* The person submits: form_page_error(), form_page_done(), or a question first. */
	enum reply (*submit)(struct view *v, struct app *app);
	/* "Yes" to a question that the view itself has asked. */
	enum reply (*answer)(struct view *v, struct app *app, const struct view_result *r);
	/* The row that the form changes, as it is in the file now, in the arena; for a form that
	 * was filled by form_page_fill(). Where it takes nothing any more (row->shut) that is said
	 * above the fields, and handing in leads to what stands there by now. */
	int (*row)(struct view *v, struct arena *a, struct form_row *row, struct err *e);
	/* Saves once more after a conflict was settled; left out: submit. */
	enum reply (*again)(struct view *v, struct app *app);
	/* The person has changed a value, or what was typed earlier has been filled in: notes and
	 * values that follow from others. */
	void (*changed)(struct view *v);
};

/* The state of such a view begins with this; it is zeroed at first. */
struct form_page {
	const struct form_page_ops *ops;
	struct form *form; /* NULL until form_page_load() */
	struct arena own;  /* for labels and choices that are made at run time */
	struct form_draft draft;
	const char **names;   /* of the fields that are typed; owned */
	const char *shut;     /* why nothing typed here can be written any more, or NULL; in own */
	bool done;	      /* written, or thrown away: there is nothing to keep any more */
	enum err_code unkept; /* why it could not be kept, as the person has been told */
	bool leaving;	      /* the question which text counts stands in the way out */
};

/* Makes the form, from ops->begin(). What is typed is kept under the key (given, freed by the
 * page). */
void form_page_begin(struct form_page *p, const struct form_field *fields, size_t n,
		     const char *button, char *draft_key);
/* In begin(): the fields get the values of the row that they change. The view saves them with
 * form_page_row()->version. */
void form_page_fill(struct form_page *p, const struct form_row *row);
/* The row that was read when what stands in the form was begun, be it days ago. */
static inline const struct form_row *form_page_row(const struct form_page *p)
{
	return &p->draft.row;
}
/* For load(), or for open() where the form needs its arguments: the first time the form is begun
 * and what was typed earlier filled in; later ones leave it as it is. */
int form_page_load(struct view *v, const struct form_page_ops *ops, struct err *e);

/* For struct view_ops. Esc keeps the draft and closes the view. */
void form_view_draw(const struct view *v, struct canvas *c);
enum reply form_view_act(struct view *v, struct app *app, enum action a);
enum reply form_view_key(struct view *v, struct app *app, const struct key *k);
enum reply form_view_point(struct view *v, struct app *app, const struct point *at);
enum reply form_view_resume(struct view *v, struct app *app, const struct view_result *r);
void form_view_settle(struct view *v, struct app *app);
bool form_view_offers(const struct view *v, enum action a);
const char *form_view_help(const struct view *v);
void form_view_close(struct view *v);

/* All of them; FORM_VIEW_BUT_DRAW and FORM_VIEW_BUT_ACT are for a view with a draw() or act() of
 * its own that goes on to the one above. */
#define FORM_VIEW_REST                                                                             \
	.scope = SCOPE_FORM, .key = form_view_key, .point = form_view_point,                       \
	.resume = form_view_resume, .settle = form_view_settle, .offers = form_view_offers,        \
	.help = form_view_help, .close = form_view_close
#define FORM_VIEW_BUT_DRAW FORM_VIEW_REST, .act = form_view_act
#define FORM_VIEW_BUT_ACT  FORM_VIEW_REST, .draw = form_view_draw
#define FORM_VIEW_OPS	   FORM_VIEW_BUT_ACT, .act = form_view_act

/* Shows the error beside its field. */
void form_page_error(struct form_page *p, struct view *v, const struct err *e);
/* What the store has refused: as form_page_error(), but where somebody else was faster both are
 * shown, to be merged (form_conflict.h). */
void form_page_refused(struct form_page *p, struct view *v, struct app *app, const struct err *e);
/* It is written: drops the draft, tells the message and the changes, leaves with result.ok. */
void form_page_done(struct form_page *p, struct view *v, struct app *app, unsigned changes,
		    const char *message);

#endif
