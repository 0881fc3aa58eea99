/*
 * import_screen.c - rows beside the document. A wide window shows both side by side, a narrow one
 * the rows above the text; the row under the cursor leads, the text follows.
 */
#include "tui/import/import_screen.h"

#include "core/i18n.h"
#include "tui/part/dialog.h"
#include "tui/import/import_text.h"

enum { SIDE_FROM = 72, FOOT_ROWS = 5, LOW_FOOT_ROWS = 3, FOOT_FROM = 14 };
enum { COL_MARK = 0, COL_TEXT, COL_NOTE };

static const struct list_column columns[] = {
	[COL_MARK] = {"", LIST_ID, 0, 10, 0, 0},
	[COL_TEXT] = {N_("what was read"), LIST_TEXT, 16, 0, 1, 0},
	[COL_NOTE] = {"", LIST_TEXT, 0, 20, 0, 1},
};

static void import_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	const struct import_row *r = &((const struct import_rows *)rows)->rows.at[row];

	cell->text = column == COL_MARK ? r->mark : column == COL_TEXT ? r->text : r->note;
	cell->style = column == COL_NOTE && r->style == STYLE_NORMAL ? STYLE_DIM : r->style;
}

static const struct list_spec import_spec = {
	.columns = columns,
	.ncolumns = sizeof columns / sizeof columns[0],
	.cell = import_cell,
	.empty = N_("Nothing here; the other tabs show what was read."),
};

void import_screen_init(struct import_screen *s, int head_rows)
{
	list_screen_init(&s->list, &import_spec);
	s->head_rows = head_rows;
	s->foot_rows = FOOT_ROWS;
}

void import_screen_set(struct import_screen *s, struct view *v, struct import_rows *rows)
{
	const char **find = arena_alloc(&v->arena, (rows->rows.n + 1) * sizeof *find);

	for (size_t i = 0; i < rows->rows.n; i++) {
		const struct import_row *r = &rows->rows.at[i];

		find[i] = arena_printf(&v->arena, "%s %s %s %s", r->mark, r->text, r->note,
				       r->detail);
	}
	s->rows = *rows;
	list_screen_set(&s->list, v, &s->rows, find, rows->rows.n);
}

const struct import_row *import_screen_current(const struct import_screen *s)
{
	int i = s->list.rows ? list_screen_current(&s->list) : -1;

	return i < 0 ? NULL : &s->rows.rows.at[i];
}

/* How the body below the head is shared out. */
struct parts {
	bool side; /* the document beside the rows; else below them and their foot */
	int cols;  /* of the rows and their foot */
	int list;  /* rows of the list */
	int foot;  /* rows of the foot with its rule, 0: none */
};

/* A plan that came as JSON may bring no document: then the rows have the whole width. */
static bool has_text(const struct import_screen *s)
{
	return import_desk_plan(s->desk)->nbytes > 0;
}

static struct parts share_out(const struct import_screen *s, int cols, int rows)
{
	bool text = has_text(s);
	struct parts p = {.side = text && cols >= SIDE_FROM, .cols = cols};

	if (rows >= FOOT_FROM)
		p.foot = (p.side ? s->foot_rows : LOW_FOOT_ROWS) + 1;
	if (p.side)
		p.cols = cols - cols * 9 / 20 - 1;
	p.list = p.side || !text ? rows - p.foot : (rows - p.foot) / 2;
	return p;
}

static void draw_foot(const struct import_row *r, struct canvas *c)
{
	canvas_hline(c, 0, 0, c->cols, STYLE_DIM);
	if (r)
		canvas_paragraph(c, 1, 1, c->cols - 2, c->rows - 1, STYLE_NORMAL,
				 *r->detail ? r->detail : r->text);
}

/* What is gone from a new edition stands in the one before alone. */
static const struct plan *document_of(const struct import_screen *s, const struct import_row *r)
{
	if (r->what == IMPORT_CHANGE && s->diff->entries.at[r->at].is == DIFF_NONE)
		return &s->diff->old->plan;
	return import_desk_plan(s->desk);
}

void import_screen_draw(const struct view *v, struct canvas *c)
{
	const struct import_screen *s = v->state;
	const struct import_row *r = import_screen_current(s);
	struct parts p = share_out(s, c->cols, c->rows);
	int x = c->cols - p.cols, below = p.list + p.foot;
	struct canvas list = canvas_sub(c, 0, x, p.list, p.cols);
	struct canvas foot = canvas_sub(c, p.list, x, p.foot, p.cols), text = {0};

	if (p.side) {
		text = canvas_sub(c, 0, 0, c->rows, x - 1);
		canvas_vline(c, 0, x - 1, c->rows, STYLE_DIM);
	} else if (has_text(s)) {
		text = canvas_sub(c, below + 1, 0, c->rows - below - 1, c->cols);
		canvas_hline(c, below, 0, c->cols, STYLE_DIM);
	}
	list_view_draw(v, &list);
	if (p.foot)
		draw_foot(r, &foot);
	if (r && has_text(s))
		import_text_draw(document_of(s, r), r->clause, r->place, &text);
}

/* The list is told how much of the body it has before a key may scroll it. */
static void fit_list(struct import_screen *s, const struct view *v)
{
	struct parts p = share_out(s, v->cols, v->rows - s->head_rows);

	s->list.other_rows = v->rows - p.list;
}

void import_screen_go(struct import_screen *s, const struct view *v, size_t row)
{
	fit_list(s, v);
	list_screen_go(&s->list, v, row);
}

enum reply import_screen_act(struct import_screen *s, struct view *v, struct app *app,
			     enum action a)
{
	fit_list(s, v);
	switch (a) {
	case DO_STEP_UNDO:
		return import_desk_undo(s->desk, app);
	case DO_STEP_REDO:
		return import_desk_redo(s->desk, app);
	case DO_DOCUMENT:
		if (has_text(s))
			dialog_text(app, 0, _("The document"), import_desk_plan(s->desk)->text,
				    true);
		else
			app_info(app, "%s",
				 _("This plan came as JSON without the text of its document."));
		return REPLY_DONE;
	default:
		return list_screen_act(&s->list, v, app, a);
	}
}

enum reply import_view_key(struct view *v, struct app *app, const struct key *k)
{
	fit_list(v->state, v);
	return list_view_key(v, app, k);
}

enum reply import_view_point(struct view *v, struct app *app, const struct point *at)
{
	fit_list(v->state, v);
	return list_view_point(v, app, at);
}

bool import_view_offers(const struct view *v, enum action a)
{
	const struct import_screen *s = v->state;

	switch (a) {
	case DO_STEP_UNDO:
		return plan_edit_undo_label(s->desk->edit) != NULL;
	case DO_STEP_REDO:
		return plan_edit_redo_label(s->desk->edit) != NULL;
	case DO_DOCUMENT:
		return has_text(s);
	case DO_ADD:
	case DO_EDIT:
		return false;
	default:
		return list_view_offers(v, a);
	}
}
