/*
 * tab_evidence.c - what proves that an action is carried out: documents, meetings, links, figures,
 * newest first, with the whole of the one under the cursor below.
 */
#include "tui/plan/action_tab.h"

#include "core/text/find.h"
#include "core/i18n.h"
#include "db/report/store_evidence.h"
#include "tui/evidence/evidence_cell.h"
#include "tui/evidence/evidence_withdraw.h"
#include "tui/part/menu.h"
#include "tui/app/session.h"

enum { TAG_MENU = 1, TAG_REASON };
enum { ENTRY_ADD, ENTRY_WITHDRAW };
enum { FOOT_ROWS = 5, MOST = 500 };

static const struct list_column evidence_columns[] = {
	[EVIDENCE_COL_ON] = {N_("date"), LIST_TEXT, 0, 0, 0, 0},
	[EVIDENCE_COL_KIND] = {N_("kind"), LIST_TEXT, 0, 0, 0, 0},
	[EVIDENCE_COL_TITLE] = {N_("title"), LIST_TEXT, 20, 0, 2, 0},
	[EVIDENCE_COL_REF] = {N_("number"), LIST_TEXT, 12, 0, 1, 2},
	[EVIDENCE_COL_UNIT] = {N_("unit"), LIST_TEXT, 0, 22, 0, 1},
};

static void tab_cell(const void *rows, size_t row, size_t column, struct list_cell *cell)
{
	evidence_cell(&((const struct evidence_rows *)rows)->at[row], column, cell);
}

static int64_t evidence_id(const void *rows, size_t row)
{
	return ((const struct evidence_rows *)rows)->at[row].id;
}

static const struct list_spec evidence_spec = {
	.columns = evidence_columns,
	.ncolumns = sizeof evidence_columns / sizeof evidence_columns[0],
	.cell = tab_cell,
	.id = evidence_id,
	.empty = N_(
		"No evidence yet. Enter records the first: a document by its number, a meeting, a "
		"link, a figure."),
};

static int evidence_load(struct view *v, struct store *store, struct err *e)
{
	struct action_screen *s = v->state;
	struct actor who = session_actor(v->context);
	struct evidence_rows *rows = arena_alloc(&v->arena, sizeof *rows);
	struct evidence_filter f = {.action_id = s->action_id};

	if (store_evidence_list(store, &v->arena, &who, &f, MOST, rows, e) < 0)
		return -1;
	evidence_sort(rows);
	const char **find = arena_alloc(&v->arena, (rows->n + 1) * sizeof *find);

	for (size_t i = 0; i < rows->n; i++) {
		const struct evidence_row *r = &rows->at[i];

		find[i] = arena_printf(&v->arena, "%s %s %s %s", r->doc_no, r->ref, r->file_name,
				       find_label(&v->arena, r->note));
	}
	s->rows = rows;
	action_set_rows(v, find, rows->n);
	return 0;
}

static const struct evidence_row *evidence_current(const struct action_screen *s)
{
	const struct evidence_rows *rows = s->rows;

	int i = action_row(s, ACTION_TAB_EVIDENCE);

	return i < 0 ? NULL : &rows->at[i];
}

static void draw_evidence(const struct evidence_row *r, struct canvas *c)
{
	char at[TIME_TEXT], file[EVIDENCE_FILE_TEXT];
	int y = canvas_paragraph(c, 0, 0, c->cols, c->rows, STYLE_NORMAL, r->title);

	y += canvas_paragraph(c, y, 0, c->cols, c->rows - y, STYLE_NORMAL,
			      r->blob_id ? evidence_file_text(r, file) : r->ref);
	y += canvas_paragraph(c, y, 0, c->cols, c->rows - y, STYLE_NORMAL, r->note);
	if (y < c->rows)
		canvas_printf(c, y, 0, STYLE_DIM, _("recorded %s by %s"),
			      time_format_local(r->added_at, at), r->added_by);
}

static void evidence_pane(const struct view *v, size_t row, struct canvas *c)
{
	const struct evidence_rows *rows = ((const struct action_screen *)v->state)->rows;

	draw_evidence(&rows->at[row], c);
}

static void evidence_foot(const struct view *v, size_t row, struct canvas *c)
{
	struct canvas foot = action_foot(c);

	evidence_pane(v, row, &foot);
}

static const struct list_around evidence_around = {
	.pane = evidence_pane,
	.foot_rows = FOOT_ROWS,
	.foot = evidence_foot,
	.name = "action-evidence",
};

static enum reply add_evidence(struct view *v, struct app *app)
{
	const struct action_screen *s = v->state;

	app_push(app, &view_evidence_form,
		 &(struct view_args){
			 .id = s->action_id,
			 .more = &(struct view_evidence_args){.unit_id = s->item.unit_id}});
	return REPLY_DONE;
}

static enum reply open_menu(struct view *v, struct app *app, const struct evidence_row *r)
{
	bool own = session_may(v->context, ACT_EVIDENCE, r->unit_id);
	const struct menu_entry entries[] = {
		{.text = _("Record another one"), .id = ENTRY_ADD},
		{.text = _("Withdraw this one"),
		 .id = ENTRY_WITHDRAW,
		 .off = !own,
		 .note = own ? NULL : r->unit},
	};

	menu_open(app, TAG_MENU, r->title[0] ? r->title : r->doc_no, entries,
		  sizeof entries / sizeof entries[0]);
	return REPLY_DONE;
}

static enum reply evidence_act(struct view *v, struct app *app, enum action a)
{
	const struct evidence_row *r = evidence_current(v->state);

	if (a == DO_ADD || (a == DO_OPEN && !r))
		return add_evidence(v, app);
	return a == DO_OPEN ? open_menu(v, app, r) : REPLY_PASS;
}

static enum reply evidence_resume(struct view *v, struct app *app, const struct view_result *r)
{
	const struct evidence_row *row = evidence_current(v->state);

	if (!r->ok || !row)
		return REPLY_PASS;
	if (r->tag == TAG_MENU && r->id == ENTRY_ADD)
		return add_evidence(v, app);
	if (r->tag == TAG_MENU)
		return evidence_ask_withdraw(app, TAG_REASON, row);
	return r->tag == TAG_REASON ? evidence_withdraw(app, r) : REPLY_PASS;
}

const struct action_tab_ops tab_evidence = {
	.list = &evidence_spec,
	.around = &evidence_around,
	.load = evidence_load,
	.act = evidence_act,
	.resume = evidence_resume,
};
