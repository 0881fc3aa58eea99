/* remedy.c - the question that a refusal becomes: the sentence, "ask for what lifts it", back. */
#include "tui/request/remedy.h"

#include "core/i18n.h"
#include "core/text/wrap.h"
#include "tui/part/menu.h"
#include "tui/view/views.h"

#include <stdlib.h>
#include <string.h>

enum { BOX_COLS = 64, NENTRIES = 2, ENTRY_ASK = 0 };

struct remedy {
	char *text;
	struct menu_entry entries[NENTRIES];
	struct menu_list list;
	struct view_args form; /* what the form is opened with */
};

struct remedy_args {
	const char *text;
	struct view_args form;
};

static int remedy_open(struct view *v, const struct view_args *args, struct err *e)
{
	const struct remedy_args *more = args->more;
	struct remedy *r = v->state;

	(void)e;
	r->text = xstrdup(more->text);
	r->form = more->form;
	r->entries[ENTRY_ASK].text = request_ask_label((enum request_kind)r->form.tab);
	r->entries[1].text = _("Back");
	r->list = (struct menu_list){.entries = r->entries, .n = NENTRIES};
	return 0;
}

static void remedy_close(struct view *v)
{
	free(((struct remedy *)v->state)->text);
}

static int text_rows(const struct remedy *r, int cols)
{
	return (int)wrap_count(r->text, cols - 2);
}

static void remedy_fit(const struct view *v, int *cols, int *rows)
{
	const struct remedy *r = v->state;

	if (*cols > BOX_COLS)
		*cols = BOX_COLS;
	if (*rows > text_rows(r, *cols) + 1 + NENTRIES)
		*rows = text_rows(r, *cols) + 1 + NENTRIES;
}

static void remedy_draw(const struct view *v, struct canvas *c)
{
	const struct remedy *r = v->state;
	int above = c->rows - NENTRIES;
	struct canvas menu = canvas_sub(c, above, 0, NENTRIES, c->cols);

	canvas_paragraph(c, 0, 1, c->cols - 2, above, STYLE_NORMAL, r->text);
	menu_list_draw(&r->list, &menu);
}

static enum reply answer(struct view *v, struct app *app, enum menu_event event)
{
	struct remedy *r = v->state;
	struct view_args form = r->form;

	if (event != MENU_CHOSEN)
		return event == MENU_PASS ? REPLY_PASS : REPLY_DONE;
	if (r->list.cursor != ENTRY_ASK)
		return REPLY_CLOSE;
	app_finish(app, NULL);
	app_push(app, &view_request_form, &form);
	return REPLY_DONE;
}

static enum reply remedy_act(struct view *v, struct app *app, enum action a)
{
	return answer(v, app, menu_list_act(&((struct remedy *)v->state)->list, a, NENTRIES));
}

static enum reply remedy_key(struct view *v, struct app *app, const struct key *k)
{
	return answer(v, app, menu_list_key(&((struct remedy *)v->state)->list, k, NENTRIES));
}

static enum reply remedy_point(struct view *v, struct app *app, const struct point *p)
{
	return answer(v, app, menu_list_point(&((struct remedy *)v->state)->list, p, NENTRIES));
}

static const struct view_ops view_remedy = {
	.name = "remedy",
	.title = N_("This cannot be done now"),
	.scope = SCOPE_MENU,
	.state_size = sizeof(struct remedy),
	.dialog = true,
	.open = remedy_open,
	.draw = remedy_draw,
	.act = remedy_act,
	.key = remedy_key,
	.point = remedy_point,
	.fit = remedy_fit,
	.close = remedy_close,
};

/* Whether there is something to ask for, by this post. */
static bool has_remedy(const struct app *app, const struct err *e,
		       const struct request_things *things)
{
	enum request_kind kind = (enum request_kind)e->remedy;

	return request_about(kind, things) &&
	       request_may_ask(app_context(app), kind, things->unit_id);
}

void remedy_tell(struct app *app, const struct err *e, const struct request_things *things)
{
	const struct remedy_args more = {e->text,
					 {.id = request_about((enum request_kind)e->remedy, things),
					  .id2 = things->unit_id,
					  .tab = e->remedy}};

	if (has_remedy(app, e, things))
		app_push(app, &view_remedy, &(struct view_args){.more = &more});
	else
		app_error(app, e);
}

void remedy_tell_form(struct form_page *p, struct view *v, struct app *app, const struct err *e,
		      const struct request_things *things)
{
	form_page_refused(p, v, app, e);
	if (has_remedy(app, e, things))
		remedy_tell(app, e, things);
}
