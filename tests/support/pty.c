/*
 * A pseudo-terminal with a terminal emulator behind it. One function reads (pty_pump): everything
 * that waits calls it with the time that is left and looks at the screen again. What the emulator
 * answers (keys, replies to queries) goes back to the program at once.
 */
#include "tests/support/pty_state.h"

#include "tests/support/clock.h"
#include "tests/support/fatal.h"
#include "tests/support/patience.h"
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

enum { EMULATOR_COLS = 4 };

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
	struct patience patience = patience_of(1000.0 * p->seconds);
	int ms;

	while (nbytes > 0 && p->fd >= 0 && (ms = patience_left(&patience)) > 0) {
		ssize_t n = write(p->fd, bytes, nbytes);
		if (n > 0) {
			bytes += n;
			nbytes -= (size_t)n;
			continue;
		}
		struct pollfd fd = {p->fd, POLLIN | POLLOUT, 0};
		if (errno != EAGAIN || poll(&fd, 1, ms) < 0)
			return;
		if (fd.revents & (POLLIN | POLLHUP)) /* nobody may be left to read it */
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

bool pty_wait(struct pty *p, bool (*is_so)(struct pty *p, void *data), void *data)
{
	struct patience patience = patience_of(1000.0 * p->seconds);

	for (;;) {
		if (is_so(p, data))
			return true;
		int ms = patience_left(&patience);
		if (ms == 0 || p->fd < 0)
			return false;
		pty_pump(p, ms);
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

/* The other end can be asked how much is left to be read; of what is still on its way there only
 * poll() knows, which brings it in. */
static bool is_taken(int fd)
{
	struct pollfd coming = {.fd = fd, .events = POLLIN};
	int nbytes = 0;

	if (poll(&coming, 1, 0) > 0 && coming.revents & POLLIN)
		return false;
	return ioctl(fd, FIONREAD, &nbytes) != 0 || nbytes == 0;
}

void pty_wait_taken(struct pty *p)
{
	char name[64];
	struct patience patience = patience_of(1000.0 * p->seconds);

	if (p->fd < 0 || ptsname_r(p->fd, name, sizeof name) != 0)
		return;
	int fd = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
	while (fd >= 0 && !is_taken(fd) && patience_left(&patience) > 0)
		pty_pump(p, 1);
	if (fd >= 0)
		close(fd);
}

bool pty_wait_row(struct pty *p, int row, const char *text)
{
	return pty_wait(p, has_text, &(struct wanted){text, row});
}

int pty_wait_exit(struct pty *p)
{
	struct patience patience = patience_of(1000.0 * p->seconds);

	for (;;) {
		struct pollfd fds[] = {{p->pidfd, POLLIN, 0}, {p->fd, POLLIN, 0}};
		int ms = patience_left(&patience);
		if (ms == 0 || poll(fds, 2, ms) < 0)
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

void pty_resize(struct pty *p, int rows, int cols)
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};

	p->rows = rows;
	p->cols = cols;
	/* libvterm keeps the rows within which it scrolls where there are none any more, and moves
	 * rows by a negative count there. The program will paint all anew. */
	vterm_input_write(p->vt, "\033[r", 3);
	/* libvterm puts the right half of a wide character beyond a screen of one column, and moves
	 * cells by a negative count there. */
	vterm_set_size(p->vt, rows, cols < EMULATOR_COLS ? EMULATOR_COLS : cols);
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
