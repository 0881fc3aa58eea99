/* The view under test: each of its keys opens another dialog, and `app_seen` says what came of it.
 */
#include "tests/tui/app_desk.h"

#include "tests/support/canvas_dump.h"
#include "tui/part/dialog.h"
#include "tui/part/menu.h"

#include <stdio.h>
#include <string.h>

struct app_seen app_seen;
struct app_context app_desk_context;
struct keymap *app_desk_keys;
struct script *app_desk_script;
struct app *app;

struct page {
	const char *rows;
};

static int page_open(struct view *v, const struct view_args *args, struct err *e)
{
	(void)args;
	if (app_seen.fail_open)
		return err_set(e, ERR_DENIED, "you may not open this");
	view_set_title(v, "A page");
	return 0;
}

static int page_load(struct view *v, struct store *s, struct err *e)
{
	struct page *p = v->state;

	(void)s;
	app_seen.loads++;
	app_seen.by_others = v->reload_by_others;
	if (app_seen.fail_load)
		return err_set(e, ERR_BUSY, "the file is busy");
	p->rows = arena_printf(&v->arena, "load %d", app_seen.loads);
	return 0;
}

static void page_draw(const struct view *v, struct canvas *c)
{
	const struct page *p = v->state;

	canvas_printf(c, 0, 0, STYLE_NORMAL, "rows: %s", p->rows ? p->rows : "none");
	canvas_target(c, 2, 4, 3, 10, TARGET_ROW, 5);
}

static enum reply page_act(struct view *v, struct app *on, enum action a)
{
	static const struct menu_entry entries[] = {{.text = "first", .id = 7},
						    {.text = "second", .id = 8}};
	static const struct dialog_item items[] = {
		{"区教育局", "区教委", 1}, {"区民政局", NULL, 2}, {"区财政局", NULL, 3}};

	switch ((int)a) {
	case DO_REPORT_NEW:
		dialog_confirm(on, TAG_ASK, "Submit", "The report goes to the office.", "Submit",
			       NULL);
		return REPLY_DONE;
	case DO_OPEN:
		menu_open(on, TAG_MENU, "Item", entries, 2);
		return REPLY_DONE;
	case DO_EVIDENCE:
		dialog_choose(on, TAG_CHOOSE, "Unit", items, 3);
		return REPLY_DONE;
	case DO_EDIT:
		dialog_ask(on, TAG_LINE, "Rename", "Name", "old", 20);
		return REPLY_DONE;
	case DO_CLAUSE:
		dialog_text(on, 0, "Clause", "one\ntwo\n\fthree", true);
		return REPLY_DONE;
	case DO_ADD:
		app_push(on, v->ops, NULL);
		return REPLY_DONE;
	case DO_UNDO:
		app_unwind(on, "page");
		app_changed(on, CHANGE_A);
		return REPLY_DONE;
	default:
		return REPLY_PASS;
	}
}

static enum reply page_resume(struct view *v, struct app *on, const struct view_result *r)
{
	(void)v;
	(void)on;
	app_seen.result = *r;
	snprintf(app_seen.text, sizeof app_seen.text, "%s", r->text ? r->text : "");
	app_seen.result.text = NULL;
	return REPLY_DONE;
}

static enum reply page_point(struct view *v, struct app *on, const struct point *p)
{
	(void)v;
	(void)on;
	app_seen.point = *p;
	app_seen.points++;
	return point_on(p, TARGET_ROW) ? REPLY_DONE : REPLY_PASS;
}

static void page_settle(struct view *v, struct app *on)
{
	(void)v;
	(void)on;
	app_seen.settles++;
}

static void page_close(struct view *v)
{
	(void)v;
	app_seen.closes++;
}

static const struct view_ops page = {
	.name = "page",
	.scope = SCOPE_HOME,
	.depends = CHANGE_A,
	.state_size = sizeof(struct page),
	.open = page_open,
	.load = page_load,
	.draw = page_draw,
	.act = page_act,
	.point = page_point,
	.resume = page_resume,
	.settle = page_settle,
	.close = page_close,
};

static int frame_text(const struct app_context *c, struct arena *a, struct frame_text *f,
		      struct err *e)
{
	(void)c;
	(void)e;
	headline_add(&f->work, false, 1, "duban");
	headline_add(&f->work, false, 1, "健康青田 2021");
	headline_add(&f->work, true, HEADLINE_KEPT, "区教育局 · 王芳(填报)");
	headline_add(&f->work, true, 1, "2021-11-21");
	headline_add(&f->period, false, 1, "2021年第4季度");
	headline_add(&f->period, true, 1, arena_printf(a, "要报 %d", 12));
	return 0;
}

static int64_t data_version(struct store *s)
{
	(void)s;
	return app_seen.version;
}

void app_desk_begin(void)
{
	memset(&app_seen, 0, sizeof app_seen);
	app_desk_context = (struct app_context){.frame = frame_text, .data_version = data_version};
	app_desk_keys = keymap_new();
	app_desk_script = script_new(80, 24);
	app = app_new(&app_desk_context, app_desk_keys, script_term(app_desk_script), LOOK_NARROW);
	app_push(app, &page, NULL);
	script_run(app_desk_script, app);
}

void app_desk_end(void)
{
	app_free(app);
	script_free(app_desk_script);
	keymap_free(app_desk_keys);
}

bool app_press(const char *names)
{
	return script_press(app_desk_script, app, names);
}

bool app_shown(const char *text)
{
	return grid_has(app_grid(app), text);
}

const char *app_top_name(void)
{
	return app_top(app)->ops->name;
}
