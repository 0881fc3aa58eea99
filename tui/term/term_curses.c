/*
 * The terminal by ncurses; no other file includes it. A grid is compared with the one shown last,
 * and only the cells that differ are handed to curses, as wide characters, so that any locale
 * works. Keys are read as characters; sequences, pastes and signals become the one struct key.
 */
#define NCURSES_WIDECHAR 1
#include "tui/term/term.h"

#include "core/i18n.h"
#include "core/mem.h"
#include "core/utf8.h"
#include "tui/term/term_keys.h"
#include "tui/term/term_look.h"
#include "tui/term/term_probe.h"
#include "tui/term/term_signal.h"
#include "tui/term/term_wait.h"

#include <curses.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <termcap.h>
#include <termios.h>
#include <unistd.h>

enum {
	ESC = 27,
	ESC_DELAY_MS = 50, /* an Esc alone is known after this */
	BYTE_MS = 100,	   /* the rest of a character comes within this */
	PASTE_MS = 500,	   /* the rest of a paste too */
	PROBE_MS = 300,
	MOST_PASTE = 1 << 20,
	CODE_PASTE_BEGIN = 0x2000,
	CODE_PASTE_END,
	CODE_OWN = 0x3000 /* + mods << 8 + name */
};

/* One for the process, as curses has it. */
static struct curses_term {
	struct term term;
	SCREEN *screen;
	struct grid shown; /* cells NULL: nothing yet */
	cchar_t *line;	   /* room for the cells of a row */
	attr_t attrs[STYLE_COUNT];
	short pairs[STYLE_COUNT];
	int cursor_mode; /* -1: not known */
	bool pending;	 /* curses may hold characters that poll() does not see */
	struct strbuf paste;
} self;

static attr_t curses_attrs(unsigned attrs)
{
	return (attrs & DRAW_BOLD ? A_BOLD : 0) | (attrs & DRAW_DIM ? A_DIM : 0) |
	       (attrs & DRAW_UNDERLINE ? A_UNDERLINE : 0) | (attrs & DRAW_REVERSE ? A_REVERSE : 0);
}

static void prepare_colours(bool mono)
{
	short pair = 1;

	mono = mono || !has_colors() || start_color() == ERR || use_default_colors() == ERR;
	for (int i = 0; i < STYLE_COUNT; i++) {
		struct term_look look = term_look_of((enum style)i, mono ? 0 : COLORS);
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

static void drop_typed_blindly(void)
{
	tcflush(STDIN_FILENO, TCIFLUSH);
	flushinp();
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
		drop_typed_blindly();
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

/* As get_wch(), which would swallow what comes behind a byte that is no character. */
static int read_char(int timeout_ms, wint_t *c)
{
	mbstate_t state = {0};
	int code;

	timeout(timeout_ms);
	while ((code = getch()) != ERR) {
		*c = (wint_t)code;
		if (code > UCHAR_MAX)
			return KEY_CODE_YES;
		if (term_char_take(&state, (char)code, c))
			return OK;
		timeout(BYTE_MS);
	}
	return ERR;
}

/* Codes of curses for keys whose sequence only the terminal's description knows. */
static bool set_code(struct key *k, wint_t code)
{
	static const struct {
		wint_t code;
		enum key_name name;
		unsigned mods;
	} codes[] = {
		{KEY_UP, K_UP, 0},
		{KEY_DOWN, K_DOWN, 0},
		{KEY_LEFT, K_LEFT, 0},
		{KEY_RIGHT, K_RIGHT, 0},
		{KEY_HOME, K_HOME, 0},
		{KEY_END, K_END, 0},
		{KEY_PPAGE, K_PAGE_UP, 0},
		{KEY_NPAGE, K_PAGE_DOWN, 0},
		{KEY_DC, K_DELETE, 0},
		{KEY_IC, K_INSERT, 0},
		{KEY_ENTER, K_ENTER, 0},
		{KEY_BACKSPACE, K_BACKSPACE, 0},
		{KEY_BTAB, K_TAB, MOD_SHIFT},
	};

	if (code >= CODE_OWN) {
		*k = key_named((enum key_name)(code & 0xFF), (code - CODE_OWN) >> 8);
		return true;
	}
	if (code >= KEY_F(1) && code <= KEY_F(12)) {
		*k = key_named((enum key_name)(K_F1 + (code - KEY_F(1))), 0);
		return true;
	}
	for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
		if (codes[i].code == code) {
			*k = key_named(codes[i].name, codes[i].mods);
			return true;
		}
	}
	return false;
}

/* Everything up to the end of the paste. Line ends come as carriage returns. */
static void read_paste(struct key *k)
{
	wint_t c;
	int rc;

	strbuf_reset(&self.paste);
	while ((rc = read_char(PASTE_MS, &c)) != ERR) {
		char text[4];
		if (rc == KEY_CODE_YES && c == CODE_PASTE_END)
			break;
		if (rc == KEY_CODE_YES || self.paste.nbytes > MOST_PASTE)
			continue;
		int n = utf8_encode(c == '\r' ? '\n' : (uint32_t)c, text);
		strbuf_add(&self.paste, text, (size_t)n);
	}
	k->kind = INPUT_PASTE;
	k->paste = self.paste.s ? self.paste.s : "";
	k->paste_nbytes = self.paste.nbytes;
}

/* The rest of a sequence that nobody knows. */
static void skip_sequence(wint_t kind)
{
	wint_t c;

	while (read_char(0, &c) == OK)
		if (kind == 'O' || (c >= '@' && c <= '~'))
			return;
}

/* After an Esc: nothing (the key Esc), a character (Alt with it), or a sequence. */
static void read_after_esc(struct key *k)
{
	wint_t c;
	int rc = read_char(0, &c);

	if (rc == OK && (c == '[' || c == 'O')) {
		skip_sequence(c);
		return;
	}
	if (rc == OK && c != ESC) {
		*k = term_key_of_char((uint32_t)c, MOD_ALT);
		return;
	}
	if (rc == OK)
		unget_wch((wchar_t)c);
	else if (rc == KEY_CODE_YES)
		ungetch((int)c);
	*k = key_named(K_ESC, 0);
}

static void translate(struct key *k, int rc, wint_t c)
{
	if (rc == OK && c == ESC)
		read_after_esc(k);
	else if (rc == OK)
		*k = term_key_of_char((uint32_t)c, 0);
	else if (c == KEY_RESIZE)
		k->kind = INPUT_RESIZE;
	else if (c == CODE_PASTE_BEGIN)
		read_paste(k);
	else
		set_code(k, c);
}

static void curses_read(struct term *t, struct key *k, int timeout_ms)
{
	wint_t c = 0;
	int ready = self.pending ? 0 : term_wait_input(STDIN_FILENO, timeout_ms);

	(void)t;
	memset(k, 0, sizeof *k);
	k->kind = INPUT_TICK;
	int rc = ready < 0 ? ERR : read_char(ready > 0 ? BYTE_MS : 0, &c);
	if (rc == ERR) {
		bool was_pending = self.pending;
		self.pending = false;
		if (ready < 0 || (ready > 0 && term_wait_at_end(STDIN_FILENO)))
			k->kind = INPUT_HANGUP;
		else if (was_pending && timeout_ms != 0)
			curses_read(t, k, timeout_ms);
		return;
	}
	/* After an unknown sequence curses still holds its characters. */
	self.pending = self.pending || (rc == OK && c == ESC);
	translate(k, rc, c);
}

static void give_back(void)
{
	if (!self.screen)
		return;
	put_mode("\033[?2004l");
	endwin();
}

static bool curses_suspend(struct term *t)
{
	(void)t;
	if (getpgrp() == getsid(0))
		return false;
	give_back();
	bool stopped = term_signal_stop();
	put_mode("\033[?2004h");
	clearok(curscr, TRUE);
	refresh();
	return stopped;
}

static void curses_stop(struct term *t)
{
	(void)t;
	term_signal_end();
	give_back();
	forget_shown();
	strbuf_free(&self.paste);
	delscreen(self.screen);
	self.screen = NULL;
}

static void prepare_keys(void)
{
	size_t n;
	const struct term_sequence *s = term_sequences(&n);

	for (size_t i = 0; i < n; i++)
		define_key(s[i].bytes, CODE_OWN + (int)(s[i].mods << 8) + (int)s[i].name);
	define_key("\033[200~", CODE_PASTE_BEGIN);
	define_key("\033[201~", CODE_PASTE_END);
}

static void prepare_modes(void)
{
	cbreak(); /* takes Enter as it comes; raw() alone would not */
	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	set_escdelay(ESC_DELAY_MS);
	prepare_keys();
	put_mode("\033[?2004h");
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

struct term *term_curses_start(const struct term_settings *s, enum look *look, struct err *e)
{
	const char *no_color = getenv("NO_COLOR");

	if (check_terminal(e) < 0)
		return NULL;
	memset(&self, 0, sizeof self);
	*look = s->look;
	if (s->look_probe && term_probe_ambiguous(STDIN_FILENO, STDOUT_FILENO, PROBE_MS) == 2)
		*look = LOOK_WIDE;
	if (start_screen(e) < 0)
		return NULL;
	self.term.ops = &curses_ops;
	self.cursor_mode = -1;
	term_signal_begin(give_back);
	prepare_colours(s->mono || (no_color && *no_color));
	prepare_modes();
	return &self.term;
}
