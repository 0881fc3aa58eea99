/*
 * The preview scrolls over lines that were made for the paper, so nothing is wrapped here. A file
 * that is there already is replaced only when one says so; where a name would not do it is asked
 * for again.
 */
#include "tui/find/paper.h"

#include "core/i18n.h"
#include "print/file.h"
#include "print/spool.h"
#include "print/text.h"
#include "tui/import/folder.h"
#include "tui/part/dialog.h"

#include <stdlib.h>
#include <string.h>

enum { ENTRY_PRINTER, ENTRY_FILE, ENTRY_WIDTH, NCOMMON };
enum { NARROW = 80, WIDE = 132 };

void paper_init(struct paper *p, const struct session *session)
{
	*p = (struct paper){.width = session->print_width};
}

void paper_free(struct paper *p)
{
	free(p->file);
}

static void split_lines(struct paper *p, struct arena *a)
{
	char *copy = arena_strdup(a, p->text), *line, *rest = copy;

	p->lines.at = NULL;
	p->lines.n = p->lines.cap = 0;
	while ((line = strsep(&rest, "\n"))) {
		while (*line == '\f')
			line++;
		*vec_push(a, &p->lines) = line;
	}
}

void paper_set(struct paper *p, struct view *v, const struct document *d, const char *name)
{
	struct text_options o = {p->width, v->context->session->print_page_lines, false};
	struct strbuf out = STRBUF_INIT;

	if (d)
		text_render(&out, d, &o);
	p->text = d ? arena_strdup(&v->arena, out.s) : "";
	p->name = arena_strdup(&v->arena, name);
	strbuf_free(&out);
	split_lines(p, &v->arena);
}

void paper_rewind(struct paper *p)
{
	p->top = p->left = 0;
}

static bool is_empty(const struct paper *p)
{
	return !p->text || !p->text[0];
}

void paper_draw(const struct paper *p, struct canvas *c, const char *empty)
{
	if (is_empty(p)) {
		canvas_paragraph(c, 1, 2, c->cols - 4, c->rows - 1, STYLE_NORMAL, empty);
		return;
	}
	for (int y = 0; y < c->rows && p->top + y < (int)p->lines.n; y++)
		canvas_field(c, y, -p->left, c->cols + p->left, ALIGN_LEFT, STYLE_NORMAL,
			     p->lines.at[p->top + y]);
	canvas_more(c, p->top, (int)p->lines.n - p->top - c->rows);
}

enum reply paper_menu(const struct paper *p, struct view *v, struct app *app,
		      const struct menu_entry *own, size_t nown)
{
	const char *printer = v->context->session->printer;
	struct menu_entry entries[NCOMMON + PAPER_OWN_MOST] = {
		{_("print"), printer[0] ? printer : _("default printer"), ENTRY_PRINTER, false},
		{_("write into a file"), NULL, ENTRY_FILE, false},
		{p->width == WIDE ? _("narrow: 80 columns") : _("wide: 132 columns"), NULL,
		 ENTRY_WIDTH, false},
	};

	for (size_t i = 0; is_empty(p) && i <= ENTRY_FILE; i++) {
		entries[i].off = true;
		entries[i].note = _("nothing to print");
	}
	for (size_t i = 0; i < nown; i++)
		entries[NCOMMON + i] = own[i];
	menu_open(app, PAPER_TAG_MENU, _("Print"), entries, NCOMMON + nown);
	return REPLY_DONE;
}

static enum reply scroll(struct paper *p, const struct view *v, int down, int right)
{
	int last = (int)p->lines.n - v->rows, widest = p->width - v->cols;

	p->top += down;
	p->left += right;
	p->top = p->top > last ? last : p->top;
	p->top = p->top < 0 ? 0 : p->top;
	p->left = p->left > widest ? widest : p->left;
	p->left = p->left < 0 ? 0 : p->left;
	return REPLY_DONE;
}

bool paper_tells(const struct paper *p, const struct view *v, enum action a)
{
	return a == DO_RIGHT && !is_empty(p) && p->width > v->cols;
}

enum reply paper_act(struct paper *p, struct view *v, enum action a)
{
	switch (a) {
	case DO_UP:
		return scroll(p, v, -1, 0);
	case DO_DOWN:
		return scroll(p, v, 1, 0);
	case DO_PAGE_UP:
		return scroll(p, v, 1 - v->rows, 0);
	case DO_PAGE_DOWN:
		return scroll(p, v, v->rows - 1, 0);
	case DO_FIRST:
		return scroll(p, v, -1000000, 0);
	case DO_LAST:
		return scroll(p, v, 1000000, 0);
	case DO_LEFT:
		return scroll(p, v, 0, -8);
	case DO_RIGHT:
		return scroll(p, v, 0, 8);
	default:
		return REPLY_PASS;
	}
}

/* `refused`: why the last answer would not do, or NULL. */
static enum reply ask_file(struct app *app, const char *name, const struct err *refused)
{
	char *folder = folder_current();
	char *label = xasprintf(_("name of the file; without a folder it goes to %s"), folder);

	if (refused)
		dialog_ask_again(app, PAPER_TAG_FILE, _("Write into a file"), label, name, 200,
				 refused);
	else
		dialog_ask(app, PAPER_TAG_FILE, _("Write into a file"), label, name, 200);
	free(label);
	free(folder);
	return REPLY_DONE;
}

/* Hands the text on: to the printer named, or into the file named. */
static enum reply deliver(const struct paper *p, struct app *app, const char *where, bool file)
{
	struct err e = ERR_INIT;
	size_t nbytes = strlen(p->text);

	if (session_note_export(app_context(app), p->name, &e) < 0) {
		app_error(app, &e);
		return REPLY_DONE;
	}
	int rc = file ? print_write_file(where, p->text, nbytes, &e)
		      : spool_print(where, p->name, p->text, nbytes, &e);

	if (rc < 0 && file)
		ask_file(app, where, &e);
	else if (rc < 0)
		app_error(app, &e);
	else if (file)
		app_info(app, _("It is written into %s."), where);
	else
		app_info(app, "%s", _("The printer has it."));
	return REPLY_DONE;
}

/* Nothing is replaced unasked. */
static enum reply write_file(struct paper *p, struct app *app, const char *typed)
{
	char *folder = folder_current(), *where = folder_path(folder, typed);
	char at[TIME_TEXT];
	int64_t since;

	free(folder);
	free(p->file);
	p->file = where;
	if (!print_file_exists(where, &since))
		return deliver(p, app, where, true);
	char *text = xasprintf(_("There is a file %s already, since %s. What is in it is gone "
				 "when it is replaced."),
			       where, time_format_local(since, at));
	dialog_confirm(app, PAPER_TAG_REPLACE, _("Write into a file"), text, _("Replace it"),
		       _("Another name"));
	free(text);
	return REPLY_DONE;
}

static enum reply do_entry(struct paper *p, struct view *v, struct app *app, int64_t entry)
{
	struct err e = ERR_INIT;
	char *name;

	switch (entry) {
	case ENTRY_PRINTER:
		dialog_ask_optional(app, PAPER_TAG_PRINTER, _("Print"),
				    _("printer; empty: the default one"),
				    v->context->session->printer, 60);
		return REPLY_DONE;
	case ENTRY_FILE:
		if (session_files(v->context, "ssh … print > LIST.txt", &e) < 0) {
			app_error(app, &e);
			return REPLY_DONE;
		}
		name = xasprintf("%s.txt", p->name);
		ask_file(app, name, NULL);
		free(name);
		return REPLY_DONE;
	case ENTRY_WIDTH:
		p->width = p->width == WIDE ? NARROW : WIDE;
		p->left = 0;
		return REPLY_RELOAD;
	default:
		return REPLY_PASS;
	}
}

enum reply paper_resume(struct paper *p, struct view *v, struct app *app,
			const struct view_result *r)
{
	if (r->tag == PAPER_TAG_REPLACE && !r->ok && p->file)
		return ask_file(app, p->file, NULL);
	if (!r->ok)
		return REPLY_PASS;
	switch (r->tag) {
	case PAPER_TAG_MENU:
		return do_entry(p, v, app, r->id);
	case PAPER_TAG_PRINTER:
		return deliver(p, app, r->text, false);
	case PAPER_TAG_FILE:
		return write_file(p, app, r->text);
	case PAPER_TAG_REPLACE:
		return deliver(p, app, p->file, true);
	default:
		return REPLY_PASS;
	}
}
