/* The application: keys to views and back, dialogs and their answers, loading, failing, the frame.
 */
#include "tui/app/app.h"

#include "core/utf8.h"
#include "tests/support/canvas_dump.h"
#include "tests/tui/script_term.h"
#include "tui/part/dialog.h"
#include "tui/app/help.h"
#include "tui/part/menu.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

enum { CHANGE_A = 1, CHANGE_B = 2 };
enum { TAG_ASK = 1, TAG_MENU, TAG_CHOOSE, TAG_LINE };

/* What happened to the views of the test, in the order of happening. */
static struct {
	int loads, settles, closes;
	bool fail_load, fail_open;
	struct view_result result;
	char text[64];
	int64_t version, now_ms;
	bool by_others;
	struct point point;
	int points;
} seen;

struct page {
	const char *rows;
};

static int page_open(struct view *v, const struct view_args *args, struct err *e)
{
	(void)args;
	if (seen.fail_open)
		return err_set(e, ERR_DENIED, "you may not open this");
	view_set_title(v, "A page");
	return 0;
}

static int page_load(struct view *v, struct store *s, struct err *e)
{
	struct page *p = v->state;

	(void)s;
	seen.loads++;
	seen.by_others = v->reload_by_others;
	if (seen.fail_load)
		return err_set(e, ERR_BUSY, "the file is busy");
	p->rows = arena_printf(&v->arena, "load %d", seen.loads);
	return 0;
}

static void page_draw(const struct view *v, struct canvas *c)
{
	const struct page *p = v->state;

	canvas_printf(c, 0, 0, STYLE_NORMAL, "rows: %s", p->rows ? p->rows : "none");
	canvas_target(c, 2, 4, 3, 10, TARGET_ROW, 5);
}

static enum reply page_act(struct view *v, struct app *app, enum action a)
{
	static const struct menu_entry entries[] = {{.text = "first", .id = 7},
						    {.text = "second", .id = 8}};
	static const struct dialog_item items[] = {
		{"区教育局", "区教委", 1}, {"区民政局", NULL, 2}, {"区财政局", NULL, 3}};

	switch ((int)a) {
	case DO_REPORT_NEW:
		dialog_confirm(app, TAG_ASK, "Submit", "The report goes to the office.", "Submit",
			       NULL);
		return REPLY_DONE;
	case DO_OPEN:
		menu_open(app, TAG_MENU, "Item", entries, 2);
		return REPLY_DONE;
	case DO_EVIDENCE:
		dialog_choose(app, TAG_CHOOSE, "Unit", items, 3);
		return REPLY_DONE;
	case DO_EDIT:
		dialog_ask(app, TAG_LINE, "Rename", "Name", "old", 20);
		return REPLY_DONE;
	case DO_CLAUSE:
		dialog_text(app, 0, "Clause", "one\ntwo\n\fthree", true);
		return REPLY_DONE;
	case DO_ADD:
		app_push(app, v->ops, NULL);
		return REPLY_DONE;
	case DO_UNDO:
		app_unwind(app, "page");
		app_changed(app, CHANGE_A);
		return REPLY_DONE;
	default:
		return REPLY_PASS;
	}
}

static enum reply page_resume(struct view *v, struct app *app, const struct view_result *r)
{
	(void)v;
	(void)app;
	seen.result = *r;
	snprintf(seen.text, sizeof seen.text, "%s", r->text ? r->text : "");
	seen.result.text = NULL;
	return REPLY_DONE;
}

static enum reply page_point(struct view *v, struct app *app, const struct point *p)
{
	(void)v;
	(void)app;
	seen.point = *p;
	seen.points++;
	return point_on(p, TARGET_ROW) ? REPLY_DONE : REPLY_PASS;
}

static void page_settle(struct view *v, struct app *app)
{
	(void)v;
	(void)app;
	seen.settles++;
}

static void page_close(struct view *v)
{
	(void)v;
	seen.closes++;
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
	return seen.version;
}

static struct app_context context;
static struct keymap *keys;
static struct script *script;
static struct app *app;

static void begin(void)
{
	memset(&seen, 0, sizeof seen);
	context = (struct app_context){.frame = frame_text, .data_version = data_version};
	keys = keymap_new();
	script = script_new(80, 24);
	app = app_new(&context, keys, script_term(script), LOOK_NARROW);
	app_push(app, &page, NULL);
	script_run(script, app);
}

static void end(void)
{
	app_free(app);
	script_free(script);
	keymap_free(keys);
}

TestSuite(app, .init = begin, .fini = end);

static bool press(const char *names)
{
	return script_press(script, app, names);
}

static bool shown(const char *text)
{
	return grid_has(app_grid(app), text);
}

static const char *top_name(void)
{
	return app_top(app)->ops->name;
}

Test(app, draws_the_frame_around_the_body)
{
	cr_expect_eq(grid_find(app_grid(app), "健康青田 2021"), 0);
	cr_expect_eq(grid_find(app_grid(app), "2021-11-21"), 0);
	cr_expect_eq(grid_find(app_grid(app), "2021年第4季度"), 1);
	cr_expect_eq(grid_find(app_grid(app), "── A page ──"), 2);
	cr_expect_eq(grid_find(app_grid(app), "rows: load 1"), 3);
	cr_expect_eq(grid_find(app_grid(app), "F1 help"), 23);
}

Test(app, fits_every_size_and_says_when_it_cannot)
{
	static const struct {
		int cols, rows;
	} sizes[] = {{80, 24}, {60, 20}, {132, 43}, {200, 60}, {40, 10}, {47, 13}};

	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		script_resize(script, sizes[i].cols, sizes[i].rows);
		script_run(script, app);
		cr_expect(shown("rows: load"), "%dx%d", sizes[i].cols, sizes[i].rows);
		cr_expect(shown("Esc back") && shown("区教育局"));
	}
	script_resize(script, 20, 5);
	script_run(script, app);
	cr_expect(shown("The window is too") && !shown("rows"));
	script_resize(script, 1, 1);
	cr_expect(script_run(script, app));
}

Test(app, an_answer_comes_back_to_the_view_that_asked)
{
	press("e");
	cr_expect(shown("The report goes to the office."));
	cr_expect(shown("> 1 Cancel <"), "the safe answer is marked");
	press("Enter");
	cr_expect_eq(seen.result.tag, TAG_ASK);
	cr_expect_not(seen.result.ok);
	press("e Right Enter");
	cr_expect(seen.result.ok);
	press("e ２");
	cr_expect(seen.result.ok);
	press("e Esc");
	cr_expect_not(seen.result.ok);
	cr_expect_str_eq(top_name(), "page");
}

Test(app, menus_are_chosen_by_digit_or_arrows)
{
	press("Enter 2");
	cr_expect(seen.result.ok && seen.result.tag == TAG_MENU && seen.result.id == 8);
	press("Enter Down Up Enter");
	cr_expect(seen.result.choice == 0 && seen.result.id == 7);
	press("Enter Backspace");
	cr_expect_not(seen.result.ok);
}

Test(app, choosing_narrows_as_one_types)
{
	press("v");
	script_text(script, "财");
	script_run(script, app);
	cr_expect(shown("区财政局") && shown("1 found"));
	cr_expect_eq(grid_find(app_grid(app), "区民政局"), -1);
	press("Enter");
	cr_expect(seen.result.ok && seen.result.id == 3);
	cr_expect_str_eq(seen.text, "区财政局");
	press("v q m z Enter");
	cr_expect_eq(seen.result.id, 2);
	press("v j w Enter");
	cr_expect_eq(seen.result.id, 1, "by another name");
	press("v x x Enter");
	cr_expect_str_eq(top_name(), "choose");
	press("Ctrl-U");
	cr_expect(shown("3 found"));
	press("x Esc");
	cr_expect_str_eq(top_name(), "page", "Esc leaves, whatever was typed");
}

Test(app, a_line_is_asked_for)
{
	press("F2 Ctrl-U");
	script_text(script, "新名");
	press("Enter");
	cr_expect(seen.result.ok && seen.result.tag == TAG_LINE);
	cr_expect_str_eq(seen.text, "新名");
}

Test(app, a_line_that_is_needed_is_not_left_empty)
{
	press("F2 Ctrl-U Enter");
	cr_expect_str_eq(top_name(), "ask");
	cr_expect(shown("please write something here"));
	press("x Enter");
	cr_expect(seen.result.ok);
	dialog_ask_optional(app, TAG_LINE, "Print",
			    "The name of the printer as the system knows it; leave this empty for "
			    "the one that is used when nothing else is said",
			    "", 20);
	script_run(script, app);
	cr_expect(shown("the one that is used when nothing else is said"));
	press("Enter");
	cr_expect(seen.result.ok);
	cr_expect_str_eq(seen.text, "");
}

Test(app, texts_are_read_page_by_page)
{
	press("c");
	cr_expect(shown("one") && shown("three"));
	press("PgDn End Home Right Up Down Esc");
	cr_expect_str_eq(top_name(), "page");
}

Test(app, loads_again_only_what_depends_on_the_change)
{
	cr_expect_eq(seen.loads, 1);
	app_changed(app, CHANGE_B);
	script_run(script, app);
	cr_expect_eq(seen.loads, 1);
	app_changed(app, CHANGE_A | CHANGE_B);
	script_run(script, app);
	cr_expect_eq(seen.loads, 2);
	cr_expect(shown("rows: load 2"));
	press("F5");
	cr_expect_eq(seen.loads, 3);
}

Test(app, views_that_are_not_seen_load_when_they_are)
{
	press("a");
	cr_expect_eq(seen.loads, 2);
	app_changed(app, CHANGE_A);
	script_run(script, app);
	cr_expect_eq(seen.loads, 3, "only the upper one is seen");
	press("Esc");
	cr_expect_eq(seen.loads, 4);
}

Test(app, a_failed_load_keeps_the_old_rows_and_says_why)
{
	seen.fail_load = true;
	press("F5");
	cr_expect(shown("rows: load 1"));
	cr_expect(shown("! the file is busy"));
	seen.fail_load = false;
	press("F5");
	cr_expect(shown("rows: load 3"));
	cr_expect_not(shown("busy"));
}

Test(app, a_view_that_cannot_open_leaves_the_stack_as_it_was)
{
	seen.fail_open = true;
	press("a");
	cr_expect_eq(app_depth(app), 1);
	cr_expect(shown("! you may not open this"));
	cr_expect_str_eq(app_message(app), "you may not open this");
}

Test(app, others_changes_are_noticed_when_it_is_quiet)
{
	press("Down");
	script_run(script, app); /* settles */
	seen.version++;
	script_run(script, app);
	cr_expect_eq(seen.loads, 2);
	script_run(script, app);
	cr_expect_eq(seen.loads, 2);
}

Test(app, nothing_is_presented_when_nothing_happens)
{
	script_run(script, app);
	int frames = script_frames(script);

	for (int i = 0; i < 5; i++)
		script_run(script, app);
	cr_expect_eq(script_frames(script), frames);
	press("Z Z Z");
	cr_expect_eq(script_frames(script), frames, "keys that do nothing draw nothing");
}

Test(app, a_batch_of_keys_is_drawn_once)
{
	script_run(script, app);
	int frames = script_frames(script);

	press("Enter Down Down Up Esc Enter Esc");
	cr_expect_eq(script_frames(script), frames + 1);
}

Test(app, keys_that_arrive_together_find_a_view_with_its_rows)
{
	int loads = seen.loads;

	press("a a Down");
	cr_expect_eq(seen.loads, loads + 2, "each was loaded before it got a key");
}

Test(app, drafts_are_kept_when_the_line_drops)
{
	press("a");
	seen.settles = 0;
	script_hangup(script);
	cr_expect_not(script_run(script, app));
	cr_expect_eq(seen.settles, 2, "both views are asked");
}

Test(app, back_in_the_first_view_asks_before_it_leaves)
{
	cr_expect(press("Esc"));
	cr_expect(shown("Leave duban?"));
	cr_expect(press("Enter"));
	cr_expect_str_eq(top_name(), "page");
	cr_expect_not(press("Backspace 2"));
}

Test(app, a_handler_may_take_its_own_view_off)
{
	press("a a");
	cr_expect_eq(app_depth(app), 3);
	press("Esc u");
	cr_expect_eq(app_depth(app), 2, "the view named is on top already");
	cr_expect_eq(seen.closes, 1);
}

Test(app, help_shows_the_keys_of_the_view_below)
{
	struct err e = ERR_INIT;

	cr_assert_eq(keymap_bind(keys, "report-new", "Ctrl-R", &e), 0);
	press("F1");
	cr_expect(shown("enter progress") && shown("Ctrl-R"));
	press("2");
	cr_expect(shown("past due, or returned twice"));
	press("F1");
	cr_expect_str_eq(top_name(), "page");
}

Test(app, full_width_keys_act)
{
	press("？");
	cr_expect_str_eq(top_name(), "help");
	press("Esc ｅ");
	cr_expect_str_eq(top_name(), "question");
}

static int64_t now_ms(void)
{
	return seen.now_ms;
}

Test(app, others_changes_are_noticed_between_keys_too)
{
	context.clock_ms = now_ms;
	seen.now_ms = 5000;
	script_press(script, app, "F5");
	cr_expect_not(seen.by_others);
	int loads = seen.loads;
	seen.version++;
	seen.now_ms += 400;
	script_keys(script, "F7");
	app_step(app, 0);
	seen.now_ms += 700;
	script_keys(script, "F7");
	app_step(app, 0);
	cr_expect_eq(seen.loads, loads + 1);
	cr_expect(seen.by_others, "it was somebody else");
	script_press(script, app, "F5");
	cr_expect_not(seen.by_others, "it was the person");
}

Test(app, a_click_means_what_lay_there_in_the_last_frame)
{
	script_mouse(script, MOUSE_PRESS, 3 + 3, 6);
	script_run(script, app);
	cr_expect_eq(seen.points, 1);
	cr_expect(seen.point.kind == TARGET_ROW && seen.point.index == 5);
	cr_expect(seen.point.y == 1 && seen.point.x == 2);
	script_mouse(script, MOUSE_PRESS, 15, 60); /* nothing there */
	script_run(script, app);
	cr_expect_eq(seen.points, 1);
	/* Another screen has come in between: it is not what was clicked. */
	script_keys(script, "a");
	script_mouse(script, MOUSE_PRESS, 3 + 3, 6);
	script_run(script, app);
	cr_expect_eq(app_depth(app), 2);
	cr_expect_eq(seen.points, 1);
}

Test(app, hints_are_done_by_a_click)
{
	int y = app_grid(app)->rows - 1, x = 0;
	const struct target *t = NULL;

	while (x < 80 && (!(t = grid_target_at(app_grid(app), y, x)) || t->index != DO_HELP))
		x++;
	cr_assert_lt(x, 80);
	script_mouse(script, MOUSE_PRESS, y, x);
	script_run(script, app);
	cr_expect_eq(app_depth(app), 2);
}

Test(app, a_question_is_answered_by_a_click_on_a_button_only)
{
	struct target button = {0};

	script_press(script, app, "e");
	cr_expect_eq(app_depth(app), 2);
	for (size_t i = 0; i < app_grid(app)->ntargets; i++)
		if (app_grid(app)->targets[i].kind == TARGET_BUTTON &&
		    app_grid(app)->targets[i].index == 1)
			button = app_grid(app)->targets[i];
	cr_assert_eq(button.kind, TARGET_BUTTON);
	script_mouse(script, MOUSE_PRESS, 3 + 3, 6); /* a row, covered by the question */
	script_mouse(script, MOUSE_PRESS, 1, 1);
	script_mouse(script, MOUSE_WHEEL_DOWN, button.y, button.x);
	script_mouse(script, MOUSE_DOUBLE, button.y, button.x); /* of a click on something else */
	script_run(script, app);
	cr_expect_eq(app_depth(app), 2);
	cr_expect_eq(seen.points, 0);
	script_mouse(script, MOUSE_PRESS, button.y, button.x + 1);
	script_run(script, app);
	cr_expect_eq(app_depth(app), 1);
	cr_expect(seen.result.ok && seen.result.tag == TAG_ASK);
}

Test(app, an_entry_of_a_menu_is_chosen_by_a_click)
{
	struct target entry = {0};

	script_press(script, app, "Enter");
	for (size_t i = 0; i < app_grid(app)->ntargets; i++)
		if (app_grid(app)->targets[i].kind == TARGET_ENTRY)
			entry = app_grid(app)->targets[i];
	script_mouse(script, MOUSE_PRESS, entry.y, entry.x + 3);
	script_mouse(script, MOUSE_DOUBLE, entry.y, entry.x + 3);
	script_run(script, app);
	cr_expect(seen.result.ok && seen.result.id == 8);
	cr_expect_eq(seen.points, 0, "the second half of the click is nothing");
}

Test(app, the_wheel_moves_as_the_arrows_do)
{
	script_press(script, app, "Enter"); /* a menu of two */
	script_mouse(script, MOUSE_WHEEL_DOWN, 0, 0);
	script_run(script, app); /* three down in a menu of two that goes round */
	script_press(script, app, "Enter");
	cr_expect(seen.result.ok && seen.result.id == 8);
}

Test(app, the_terminals_answer_changes_the_look)
{
	struct key k = {.kind = INPUT_LOOK, .wide = true};

	script_key(script, &k);
	script_run(script, app);
	cr_expect_eq(app_grid(app)->look, LOOK_WIDE);
	cr_expect_eq(utf8_cols("★"), 2);
	k.wide = false;
	script_key(script, &k);
	script_run(script, app);
	cr_expect_eq(app_grid(app)->look, LOOK_NARROW);
	cr_expect_eq(utf8_cols("★"), 1);
}
