/*
 * The terminal by ncurses; no other file includes it. A grid is compared with the one shown last,
 * and only the cells that differ are handed to curses, as wide characters, so that any locale
 * works. Keys are not read by curses (term_input.c), which knows only those of the terminal's
 * description and loses the rest of what it does not know.
 */
#define NCURSES_WIDECHAR 1
#include "tui/term/term.h"

#include "core/i18n.h"
#include "core/mem.h"
#include "core/text/utf8.h"
#include "tui/term/term_input.h"
#include "tui/term/term_keys.h"
#include "tui/term/term_look.h"
#include "tui/term/term_probe.h"
#include "tui/term/term_signal.h"

#include <curses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termcap.h>
#include <unistd.h>

enum { ESCAPE_MS = 50, ANSWER_MS = 40 };

/* One for the process, as curses has it. */
static struct curses_term {
	struct term term;
	SCREEN *screen;
	struct grid shown; /* cells NULL: nothing yet */
	cchar_t *line;	   /* room for the cells of a row */
	attr_t attrs[STYLE_COUNT];
	short pairs[STYLE_COUNT];
	int cursor_mode; /* -1: not known */
	struct term_input input;
	struct key answer; /* INPUT_LOOK that came before the first frame; else INPUT_TICK */
	bool mouse;	   /* is on */
	bool must_measure; /* the size may be another one now */
} self;

static attr_t curses_attrs(unsigned attrs)
{
	return (attrs & DRAW_BOLD ? A_BOLD : 0) | (attrs & DRAW_DIM ? A_DIM : 0) |
	       (attrs & DRAW_UNDERLINE ? A_UNDERLINE : 0) | (attrs & DRAW_REVERSE ? A_REVERSE : 0);
}

static void prepare_colours(enum theme theme, const struct term_looks *own)
{
	short pair = 1;

	if (!has_colors() || start_color() == ERR || use_default_colors() == ERR)
		theme = THEME_MONO;
	for (int i = 0; i < STYLE_COUNT; i++) {
		struct term_look look = term_look_of((enum style)i, theme, COLORS, own);
		bool is_plain = look.fg == NO_COLOUR && look.bg == NO_COLOUR;
		self.attrs[i] = curses_attrs(look.attrs);
		self.pairs[i] = 0;
		if (!is_plain && init_pair(pair, look.fg, look.bg) == OK)
			self.pairs[i] = pair++;
	}
}

static void make_cchar(cchar_t *out, const struct cell *cell)
{
	wchar_t text[CCHARW_MAX + 1] = L" ";
	const char *s = cell->text, *end = s + strlen(s);
	int style = cell->style & ~STYLE_SELECTED;
	bool selected = cell->style & STYLE_SELECTED;

	for (int i = 0; i < CCHARW_MAX && s < end; i++) {
		uint32_t cp;
		s += utf8_decode(s, end, &cp);
		text[i] = (wchar_t)cp;
		text[i + 1] = L'\0';
	}
	/* In a field that is in reverse already, what is selected stands out by not being so. */
	setcchar(out, text, selected ? A_REVERSE & ~self.attrs[style] : self.attrs[style],
		 selected ? 0 : self.pairs[style], NULL);
}

/* Hands over the cells of a row from the first to the last that differ. */
static void show_row(const struct grid *g, int y)
{
	const struct cell *now = &g->cells[y * g->cols];
	const struct cell *old = self.shown.cells ? &self.shown.cells[y * g->cols] : NULL;
	int from = 0, to = g->cols, n = 0;

	while (old && from < to && memcmp(&now[from], &old[from], sizeof *now) == 0)
		from++;
	while (old && to > from && memcmp(&now[to - 1], &old[to - 1], sizeof *now) == 0)
		to--;
	if (from == to)
		return;
	if (from > 0 && now[from].tail)
		from--;
	for (int x = from; x < to; x++)
		if (!now[x].tail)
			make_cchar(&self.line[n++], &now[x]);
	mvadd_wchnstr(y, from, self.line, n);
}

static void show_cursor(const struct grid *g)
{
	int mode = g->cursor_y >= 0;

	if (mode != self.cursor_mode)
		curs_set(mode);
	self.cursor_mode = mode;
	leaveok(stdscr, !mode); /* a cursor that is not seen need not be moved */
	if (mode)
		move(g->cursor_y, g->cursor_x);
}

static void forget_shown(void)
{
	grid_free(&self.shown);
	free(self.line);
	self.line = NULL;
}

static void curses_present(struct term *t, const struct grid *g)
{
	bool first = !self.shown.cells;

	(void)t;
	if (self.shown.cells && (self.shown.cols != g->cols || self.shown.rows != g->rows))
		forget_shown();
	if (!self.line)
		self.line = xcalloc((size_t)g->cols + 1, sizeof *self.line);
	for (int y = 0; y < g->rows; y++)
		show_row(g, y);
	show_cursor(g);
	if (first) /* before the frame is seen: a key that answers it counts */
		term_input_drop(&self.input, &self.answer);
	refresh();
	if (!self.shown.cells)
		grid_init(&self.shown, g->cols, g->rows, g->look);
	memcpy(self.shown.cells, g->cells, (size_t)g->cols * (size_t)g->rows * sizeof *g->cells);
}

static void curses_size(struct term *t, int *cols, int *rows)
{
	(void)t;
	getmaxyx(stdscr, *rows, *cols);
}

static void curses_redraw(struct term *t)
{
	(void)t;
	clearok(curscr, TRUE);
}

static void put_mode(const char *bytes)
{
	ssize_t n = write(STDOUT_FILENO, bytes, strlen(bytes));

	(void)n; /* a terminal that is gone is noticed by reading */
}

static void take_size(struct key *k)
{
	struct winsize size;

	k->kind = INPUT_RESIZE;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) < 0 || !size.ws_row || !size.ws_col)
		return;
	resizeterm(size.ws_row, size.ws_col);
	clearok(curscr, TRUE); /* nobody knows what the terminal did to its lines */
}

/* What signals ask for is an input like any other. */
static bool take_signal(struct term *t, struct key *k)
{
	bool stopped = term_signal_stop_asked() && t->ops->suspend(t);

	if (!term_signal_resized() && !stopped && !self.must_measure)
		return false;
	self.must_measure = false;
	take_size(k);
	return true;
}

static void curses_read(struct term *t, struct key *k, int timeout_ms)
{
	if (self.answer.kind == INPUT_LOOK) {
		*k = self.answer;
		self.answer.kind = INPUT_TICK;
		return;
	}
	if (take_signal(t, k))
		return;
	term_input_read(&self.input, k, timeout_ms);
	if (k->kind == INPUT_TICK)
		take_signal(t, k);
}

static void put_modes(bool on)
{
	put_mode(on ? "\033[?2004h" : "\033[?2004l");
	if (self.mouse)
		put_mode(on ? "\033[?1000h\033[?1006h" : "\033[?1006l\033[?1000l");
}

static void give_back(void)
{
	if (!self.screen)
		return;
	put_modes(false);
	endwin();
}

static bool curses_suspend(struct term *t)
{
	(void)t;
	if (getpgrp() == getsid(0))
		return false;
	give_back();
	bool stopped = term_signal_stop();
	put_modes(true);
	clearok(curscr, TRUE);
	refresh();
	self.must_measure = true; /* who is behind is not told of a new size */
	return stopped;
}

static void curses_stop(struct term *t)
{
	(void)t;
	term_signal_end();
	give_back();
	forget_shown();
	term_input_end(&self.input);
	term_keys_forget();
	delscreen(self.screen);
	self.screen = NULL;
}

/* A capability that is a text; NULL when the terminal has none. */
static const char *capability(const char *name)
{
	const char *s = tigetstr(name);

	return s && s != (const char *)-1 && *s ? s : NULL;
}

static void describe_keys(void)
{
	static const struct {
		const char *capability;
		enum key_name name;
	} known[] = {
		{"kcuu1", K_UP},     {"kcud1", K_DOWN},	  {"kcub1", K_LEFT},  {"kcuf1", K_RIGHT},
		{"khome", K_HOME},   {"kend", K_END},	  {"kpp", K_PAGE_UP}, {"knp", K_PAGE_DOWN},
		{"kich1", K_INSERT}, {"kdch1", K_DELETE}, {"kent", K_ENTER},
	};
	char name[8];

	for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
		if (capability(known[i].capability))
			term_keys_describe(capability(known[i].capability), known[i].name);
	for (int i = 0; i < 12; i++) {
		snprintf(name, sizeof name, "kf%d", i + 1);
		if (capability(name))
			term_keys_describe(capability(name), (enum key_name)(K_F1 + i));
	}
}

static void prepare_modes(bool mouse)
{
	cbreak(); /* takes Enter as it comes; raw() alone would not */
	raw();
	noecho();
	nonl();
	typeahead(-1); /* a frame that has begun is drawn to its end */
	describe_keys();
	self.mouse = mouse && capability("kmous");
	put_modes(true);
}

static int tell_unknown(const char *name, struct err *e)
{
	return err_set(e, ERR_TERMINAL,
		       _("the terminal \"%s\" (TERM) is not known here; try TERM=xterm duban"),
		       name);
}

/* Asked before anything is written to it; newterm() would lose memory when it fails. */
static int check_type(const char *name, struct err *e)
{
	if (tgetent(NULL, name) != 1)
		return tell_unknown(name, e);
	if (!tgetstr("cm", NULL))
		return err_set(e, ERR_TERMINAL,
			       _("the terminal \"%s\" (TERM) cannot move its cursor; use another "
				 "one, or the verbs of duban(1)"),
			       name);
	return 0;
}

static int check_terminal(struct err *e)
{
	const char *name = getenv("TERM");

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return err_set(
			e, ERR_TERMINAL,
			_("there is no terminal here; the verbs of duban(1) work without one"));
	if (!name || !*name)
		return err_set(e, ERR_TERMINAL,
			       _("the variable TERM is not set; try TERM=xterm duban"));
	return check_type(name, e);
}

static int start_screen(struct err *e)
{
	self.screen = newterm(NULL, stdout, stdin);
	return self.screen ? 0 : tell_unknown(getenv("TERM"), e);
}

static const struct term_ops curses_ops = {
	.read = curses_read,
	.present = curses_present,
	.size = curses_size,
	.redraw = curses_redraw,
	.suspend = curses_suspend,
	.stop = curses_stop,
};

static enum theme theme_of(enum theme asked)
{
	const char *no_color = getenv("NO_COLOR");

	return no_color && *no_color ? THEME_MONO : term_theme_of(asked, getenv("COLORFGBG"));
}

/* Most terminals answer within a few ms; the others may do so later. */
static enum look probe_look(void)
{
	struct key k;

	if (!term_probe_send(STDOUT_FILENO))
		return LOOK_ASCII;
	term_input_expect_report(&self.input);
	do
		term_input_read(&self.input, &k, ANSWER_MS);
	while (k.kind != INPUT_LOOK && k.kind != INPUT_TICK && k.kind != INPUT_HANGUP);
	if (k.kind != INPUT_LOOK)
		return LOOK_ASCII;
	return k.wide ? LOOK_WIDE : LOOK_NARROW;
}

struct term *term_curses_start(const struct term_settings *s, enum look *look, struct err *e)
{
	if (check_terminal(e) < 0)
		return NULL;
	memset(&self, 0, sizeof self);
	if (start_screen(e) < 0)
		return NULL;
	self.term.ops = &curses_ops;
	self.cursor_mode = -1;
	term_input_begin(&self.input, STDIN_FILENO, s->escape_ms ? s->escape_ms : ESCAPE_MS);
	term_signal_begin(give_back);
	prepare_colours(theme_of(s->theme), s->own);
	prepare_modes(s->mouse);
	*look = s->look_probe ? probe_look() : s->look;
	return &self.term;
}
