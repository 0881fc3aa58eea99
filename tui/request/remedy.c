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
	char *ask;
	const struct view_ops *opens;
	struct view_args with; /* what that is opened with */
	char want[DATE_TEXT];
};

struct remedy_args {
	const char *text, *ask;
	const struct view_ops *opens;
	struct view_args with;
	struct date want;
};

static int remedy_open(struct view *v, const struct view_args *args, struct err *e)
{
	const struct remedy_args *more = args->more;
	struct remedy *r = v->state;

	(void)e;
	r->text = xstrdup(more->text);
	r->ask = xstrdup(more->ask);
	r->opens = more->opens;
	r->with = more->with;
	if (date_is_set(more->want))
		r->with.text = date_format(more->want, r->want);
	r->entries[ENTRY_ASK].text = r->ask;
	r->entries[1].text = _("Back");
	r->list = (struct menu_list){.entries = r->entries, .n = NENTRIES};
	return 0;
}

static void remedy_close(struct view *v)
{
	struct remedy *r = v->state;

	free(r->text);
	free(r->ask);
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

	if (event != MENU_CHOSEN)
		return event == MENU_PASS ? REPLY_PASS : REPLY_DONE;
	if (r->list.cursor != ENTRY_ASK)
		return REPLY_CLOSE;
	app_finish(app, NULL);
	app_push(app, r->opens, &r->with);
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

static int open_remedy(struct app *app, const struct remedy_args *more)
{
	return app_push(app, &view_remedy, &(struct view_args){.more = more});
}

/* `text` is what was refused, and why; "": nothing was yet. */
static int lead_to_waiting(struct app *app, int64_t id, const char *text)
{
	struct arena a = ARENA_INIT;
	struct err waits = ERR_INIT;

	(void)request_waits(&waits, id);
	const struct remedy_args more = {
		.text = *text ? arena_printf(&a, "%s\n%s", text, waits.text) : waits.text,
		.ask = arena_printf(&a, _("Open request %lld"), (long long)id),
		.opens = &view_request,
		.with = {.id = id}};
	int rc = open_remedy(app, &more);
	arena_free(&a);
	return rc;
}

int remedy_waits(struct app *app, int64_t request_id)
{
	return lead_to_waiting(app, request_id, "");
}

void remedy_tell(struct app *app, const struct err *e, const struct request_things *things)
{
	const struct app_context *c = app_context(app);
	enum request_kind kind = (enum request_kind)e->remedy;
	int64_t about = request_about(kind, things), waits;

	if (!has_remedy(app, e, things)) {
		app_error(app, e);
		return;
	}
	const struct remedy_args more = {
		.text = e->text,
		.ask = request_ask_label(kind),
		.opens = &view_request_form,
		.with = {.id = about, .id2 = things->unit_id, .tab = e->remedy},
		.want = things->want};
	const struct request_new r = request_ask_new(c, kind, about, things->unit_id);
	waits = request_ask_waiting(c, &r);
	if (waits)
		lead_to_waiting(app, waits, e->text);
	else
		open_remedy(app, &more);
}

void remedy_tell_form(struct form_page *p, struct view *v, struct app *app, const struct err *e,
		      const struct request_things *things)
{
	form_page_refused(p, v, app, e);
	if (has_remedy(app, e, things))
		remedy_tell(app, e, things);
}
