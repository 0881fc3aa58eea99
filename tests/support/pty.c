/*
 * A pseudo-terminal with a terminal emulator behind it. One function reads (pty_pump): everything
 * that waits calls it with the time that is left and looks at the screen again. What the emulator
 * answers (keys, replies to queries) goes back to the program at once.
 */
#include "tests/support/pty.h"

#include "core/mem.h"
#include "core/utf8.h"
#include "tests/support/clock.h"
#include "tests/support/fatal.h"
#include "tests/support/run.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/pidfd.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vterm.h>

struct pty {
	VTerm *vt;
	VTermScreen *screen;
	int fd; /* -1 after the line was dropped or has ended */
	pid_t pid;
	int pidfd;
	bool reaped;
	int status;
	int rows, cols, seconds;
	bool cursor_visible;
	size_t bytes;
	double last_ms;
	struct strbuf row_text, screen_text;
};

static int on_prop(VTermProp prop, VTermValue *value, void *user)
{
	struct pty *p = user;

	if (prop == VTERM_PROP_CURSORVISIBLE)
		p->cursor_visible = value->boolean;
	return 1;
}

/* The program may read late: what does not fit waits here, and its output is read meanwhile. */
static void write_all(struct pty *p, const char *bytes, size_t nbytes);

static void on_output(const char *bytes, size_t nbytes, void *user)
{
	write_all(user, bytes, nbytes);
}

static const VTermScreenCallbacks callbacks = {.settermprop = on_prop};

static void make_screen(struct pty *p)
{
	p->vt = vterm_new(p->rows, p->cols);
	vterm_set_utf8(p->vt, 1);
	vterm_output_set_callback(p->vt, on_output, p);
	p->screen = vterm_obtain_screen(p->vt);
	vterm_screen_set_callbacks(p->screen, &callbacks, p);
	vterm_screen_enable_altscreen(p->screen, 1);
	vterm_screen_reset(p->screen, 1);
}

struct pty *pty_start(const struct pty_how *how)
{
	struct pty *p = xcalloc(1, sizeof *p);

	p->rows = how->rows ? how->rows : 24;
	p->cols = how->cols ? how->cols : 80;
	p->seconds = how->seconds ? how->seconds : 20;
	struct winsize size = {.ws_row = (unsigned short)p->rows,
			       .ws_col = (unsigned short)p->cols};
	p->pid = forkpty(&p->fd, NULL, NULL, &size);
	if (p->pid < 0)
		fatal_errno("forkpty");
	if (p->pid == 0) {
		setenv("TERM", "xterm-256color", 1);
		run_become(how->program ? how->program : run_duban(), how->argv, how->env,
			   how->dir);
	}
	fcntl(p->fd, F_SETFD, FD_CLOEXEC);
	fcntl(p->fd, F_SETFL, O_NONBLOCK);
	p->pidfd = pidfd_open(p->pid, 0);
	if (p->pidfd < 0)
		fatal_errno("pidfd_open");
	make_screen(p);
	return p;
}

static void reap(struct pty *p, int flags)
{
	int status;

	if (p->reaped || waitpid(p->pid, &status, flags) != p->pid)
		return;
	p->reaped = true;
	p->status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

void pty_hangup(struct pty *p)
{
	if (p->fd >= 0)
		close(p->fd);
	p->fd = -1;
}

void pty_end(struct pty *p)
{
	pty_hangup(p);
	kill(p->pid, SIGKILL);
	reap(p, 0);
	close(p->pidfd);
	vterm_free(p->vt);
	strbuf_free(&p->row_text);
	strbuf_free(&p->screen_text);
	free(p);
}

/* Reads what is there, after at most that many ms of waiting; false at the end or when nothing
 * came. */
static bool pty_pump(struct pty *p, int ms)
{
	char part[65536];
	struct pollfd fd = {p->fd, POLLIN, 0};

	if (p->fd < 0 || poll(&fd, 1, ms) <= 0)
		return false;
	ssize_t n = read(p->fd, part, sizeof part);
	if (n > 0) {
		p->last_ms = clock_ms();
		p->bytes += (size_t)n;
		vterm_input_write(p->vt, part, (size_t)n);
		return true;
	}
	if (n == 0 || (errno != EAGAIN && errno != EINTR)) /* EIO: nobody has the other end open */
		pty_hangup(p);
	return false;
}

static void write_all(struct pty *p, const char *bytes, size_t nbytes)
{
	double deadline = clock_ms() + 1000.0 * p->seconds;

	while (nbytes > 0 && p->fd >= 0 && clock_ms() < deadline) {
		ssize_t n = write(p->fd, bytes, nbytes);
		if (n > 0) {
			bytes += n;
			nbytes -= (size_t)n;
			continue;
		}
		struct pollfd fd = {p->fd, POLLIN | POLLOUT, 0};
		if (errno != EAGAIN || poll(&fd, 1, 1000) < 0)
			return;
		if (fd.revents & POLLIN)
			pty_pump(p, 0);
	}
}

void pty_send(struct pty *p, const char *bytes, size_t nbytes)
{
	write_all(p, bytes, nbytes);
}

void pty_type(struct pty *p, const char *text)
{
	write_all(p, text, strlen(text));
}

void pty_paste(struct pty *p, const char *text)
{
	vterm_keyboard_start_paste(p->vt);
	pty_type(p, text);
	vterm_keyboard_end_paste(p->vt);
}

static const struct {
	const char *name;
	VTermKey key;
} keys[] = {
	{"Up", VTERM_KEY_UP},	    {"Down", VTERM_KEY_DOWN},		{"Left", VTERM_KEY_LEFT},
	{"Right", VTERM_KEY_RIGHT}, {"Home", VTERM_KEY_HOME},		{"End", VTERM_KEY_END},
	{"PgUp", VTERM_KEY_PAGEUP}, {"PgDn", VTERM_KEY_PAGEDOWN},	{"Ins", VTERM_KEY_INS},
	{"Del", VTERM_KEY_DEL},	    {"Enter", VTERM_KEY_ENTER},		{"Tab", VTERM_KEY_TAB},
	{"Esc", VTERM_KEY_ESCAPE},  {"Backspace", VTERM_KEY_BACKSPACE},
};

static const struct {
	const char *prefix;
	VTermModifier mod;
} modifiers[] = {{"Ctrl-", VTERM_MOD_CTRL}, {"Alt-", VTERM_MOD_ALT}, {"Shift-", VTERM_MOD_SHIFT}};

static VTermModifier take_modifiers(const char **name)
{
	VTermModifier mod = VTERM_MOD_NONE;

	for (size_t i = 0; i < sizeof modifiers / sizeof modifiers[0]; i++) {
		size_t n = strlen(modifiers[i].prefix);
		if (strncmp(*name, modifiers[i].prefix, n) != 0)
			continue;
		mod |= modifiers[i].mod;
		*name += n;
	}
	return mod;
}

static VTermKey key_of(const char *name)
{
	int number = name[0] == 'F' ? atoi(name + 1) : 0;

	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
		if (strcmp(keys[i].name, name) == 0)
			return keys[i].key;
	return number >= 1 && number <= 12 ? (VTermKey)VTERM_KEY_FUNCTION(number) : VTERM_KEY_NONE;
}

void pty_key(struct pty *p, const char *name)
{
	const char *plain = name;
	VTermModifier mod = take_modifiers(&plain);
	VTermKey key = key_of(plain);

	if (key != VTERM_KEY_NONE) {
		vterm_keyboard_key(p->vt, key, mod);
		return;
	}
	if (mod == VTERM_MOD_NONE || plain[0] <= ' ' || plain[1]) {
		errno = EINVAL;
		fatal_errno("key \"%s\"", name);
	}
	if (mod & VTERM_MOD_ALT)
		pty_send(p, "\033", 1);
	pty_send(p, &(char){mod & VTERM_MOD_CTRL ? (char)(plain[0] & 0x1F) : plain[0]}, 1);
}

void pty_keys(struct pty *p, const char *name, int n)
{
	while (n-- > 0)
		pty_key(p, name);
}

bool pty_wait(struct pty *p, bool (*is_so)(struct pty *p, void *data), void *data)
{
	double deadline = clock_ms() + 1000.0 * p->seconds;

	for (;;) {
		if (is_so(p, data))
			return true;
		double rest = deadline - clock_ms();
		if (rest <= 0 || p->fd < 0)
			return false;
		pty_pump(p, (int)rest + 1);
	}
}

struct wanted {
	const char *text;
	int row; /* -1: any */
};

static bool has_text(struct pty *p, void *data)
{
	const struct wanted *w = data;

	if (w->row >= 0)
		return strstr(pty_row(p, w->row), w->text) != NULL;
	return pty_find(p, w->text, NULL, NULL);
}

static bool has_no_text(struct pty *p, void *data)
{
	return !has_text(p, data);
}

bool pty_wait_text(struct pty *p, const char *text)
{
	return pty_wait(p, has_text, &(struct wanted){text, -1});
}

bool pty_wait_no_text(struct pty *p, const char *text)
{
	return pty_wait(p, has_no_text, &(struct wanted){text, -1});
}

bool pty_wait_row(struct pty *p, int row, const char *text)
{
	return pty_wait(p, has_text, &(struct wanted){text, row});
}

int pty_wait_exit(struct pty *p)
{
	double deadline = clock_ms() + 1000.0 * p->seconds;

	for (;;) {
		struct pollfd fds[] = {{p->pidfd, POLLIN, 0}, {p->fd, POLLIN, 0}};
		double rest = deadline - clock_ms();
		if (rest <= 0 || poll(fds, 2, (int)rest + 1) < 0)
			return -1;
		if (fds[1].revents && pty_pump(p, 0))
			continue; /* its last words first */
		reap(p, WNOHANG);
		if (p->reaped)
			return p->status;
	}
}

bool pty_ended(const struct pty *p)
{
	return p->fd < 0;
}

void pty_settle(struct pty *p, int quiet_ms)
{
	while (pty_pump(p, quiet_ms))
		;
}

static void put_cp(struct strbuf *b, uint32_t cp)
{
	char text[4];

	strbuf_add(b, text, (size_t)utf8_encode(cp, text));
}

static VTermScreenCell cell_at(struct pty *p, int row, int col)
{
	VTermScreenCell cell = {0};

	vterm_screen_get_cell(p->screen, (VTermPos){.row = row, .col = col}, &cell);
	return cell;
}

static bool is_right_half(const VTermScreenCell *cell)
{
	return cell->chars[0] == (uint32_t)-1;
}

static void put_cell(struct strbuf *b, const VTermScreenCell *cell)
{
	if (is_right_half(cell))
		return;
	if (!cell->chars[0])
		strbuf_putc(b, ' ');
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i]; i++)
		put_cp(b, cell->chars[i]);
}

const char *pty_row(struct pty *p, int row)
{
	struct strbuf *b = &p->row_text;

	strbuf_reset(b);
	for (int col = 0; col < p->cols && row < p->rows; col++) {
		VTermScreenCell cell = cell_at(p, row, col);
		put_cell(b, &cell);
	}
	strbuf_puts(b, "");
	while (b->nbytes > 0 && b->s[b->nbytes - 1] == ' ')
		b->s[--b->nbytes] = '\0';
	return b->s;
}

const char *pty_screen(struct pty *p)
{
	strbuf_reset(&p->screen_text);
	for (int row = 0; row < p->rows; row++) {
		strbuf_puts(&p->screen_text, pty_row(p, row));
		strbuf_putc(&p->screen_text, '\n');
	}
	return p->screen_text.s;
}

bool pty_find(struct pty *p, const char *text, int *row, int *col)
{
	for (int r = 0; r < p->rows; r++) {
		const char *line = pty_row(p, r), *at = strstr(line, text);
		if (!at)
			continue;
		if (row)
			*row = r;
		if (col)
			*col = utf8_ncols(line, (size_t)(at - line));
		return true;
	}
	return false;
}

static int palette_index(const VTermColor *c, bool is_default)
{
	if (is_default)
		return -1;
	return VTERM_COLOR_IS_INDEXED(c) ? c->indexed.idx : -2;
}

struct pty_cell pty_cell(struct pty *p, int row, int col)
{
	VTermScreenCell cell = cell_at(p, row, col);
	struct strbuf b = STRBUF_INIT;
	struct pty_cell out = {
		.cols = is_right_half(&cell) ? 0 : cell.width,
		.bold = cell.attrs.bold,
		.reverse = cell.attrs.reverse,
		.underline = cell.attrs.underline != 0,
		.fg = palette_index(&cell.fg, VTERM_COLOR_IS_DEFAULT_FG(&cell.fg)),
		.bg = palette_index(&cell.bg, VTERM_COLOR_IS_DEFAULT_BG(&cell.bg)),
	};

	put_cell(&b, &cell);
	if (b.nbytes > 0 && b.nbytes < sizeof out.text)
		memcpy(out.text, b.s, b.nbytes + 1);
	strbuf_free(&b);
	return out;
}

void pty_cursor(struct pty *p, int *row, int *col, bool *visible)
{
	VTermPos pos;

	vterm_state_get_cursorpos(vterm_obtain_state(p->vt), &pos);
	if (row)
		*row = pos.row;
	if (col)
		*col = pos.col;
	if (visible)
		*visible = p->cursor_visible;
}

void pty_resize(struct pty *p, int rows, int cols)
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};

	p->rows = rows;
	p->cols = cols;
	vterm_set_size(p->vt, rows, cols);
	if (p->fd >= 0 && ioctl(p->fd, TIOCSWINSZ, &size) != 0)
		fatal_errno("TIOCSWINSZ");
}

void pty_signal(struct pty *p, int signal)
{
	kill(p->pid, signal);
}

pid_t pty_pid(const struct pty *p)
{
	return p->pid;
}

size_t pty_bytes(const struct pty *p)
{
	return p->bytes;
}

void pty_mark(struct pty *p)
{
	p->bytes = 0;
}

double pty_last_ms(const struct pty *p)
{
	return p->last_ms;
}
