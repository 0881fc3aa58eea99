/*
 * pty.h - the real program on a pseudo-terminal: keys go in, a terminal emulator (libvterm) keeps
 *the screen that comes out. Everything waits for something to be seen, with a deadline, never for a
 *time.
 *
 *	struct pty *p = pty_start(&(struct pty_how){.rows = 24, .cols = 80, .env = env});
 *	pty_expect(p, "我要报的");
 *	pty_key(p, "Down");
 *	pty_type(p, "45");
 *	pty_end(p);
 *
 * Trouble of the harness itself (no pseudo-terminal) aborts.
 */
#ifndef DUBAN_TESTS_PTY_H
#define DUBAN_TESTS_PTY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct pty;

struct pty_how {
	const char *program;	 /* NULL: the built duban (run_duban) */
	const char *const *argv; /* without the program's name, ends in NULL; NULL: none */
	const char *const *env;	 /* as in run.h; TERM is xterm-256color unless given here */
	const char *dir;	 /* to run in, or NULL */
	int rows, cols;		 /* 0: 24 and 80 */
	int seconds;		 /* deadline of every wait; 0: 20 */
};

struct pty_cell {
	char text[32]; /* UTF-8; " " for an empty cell, "" for the right half of a wide one */
	int cols;
	bool bold, reverse, underline;
	int fg, bg; /* index of the palette; -1 the default, -2 a colour of its own */
};

struct pty *pty_start(const struct pty_how *how);
/* Hangs up, ends the program if it still runs, frees everything. */
void pty_end(struct pty *p);

/* Bytes as they are: text as if typed. */
void pty_type(struct pty *p, const char *text);
void pty_send(struct pty *p, const char *bytes, size_t nbytes);
/* A key by its name in key.h, as the terminal would send it in its present mode: Up Down Left Right
 * Home End PgUp PgDn Ins Del Enter Tab Backspace Esc F1 … F12, with Ctrl- Alt- Shift- before it (in
 * this order); a letter or sign with Ctrl- or Alt-. Unknown names abort. */
void pty_key(struct pty *p, const char *name);
/* The same, n times. */
void pty_keys(struct pty *p, const char *name, int n);
/* Text as a paste: within the marks of bracketed paste when the program has asked for them. */
void pty_paste(struct pty *p, const char *text);

/* Read what comes until it is so; false when the deadline passes or the program ends without it. */
bool pty_wait_text(struct pty *p, const char *text);
bool pty_wait_no_text(struct pty *p, const char *text);
bool pty_wait_row(struct pty *p, int row, const char *text);
bool pty_wait(struct pty *p, bool (*is_so)(struct pty *p, void *data), void *data);
/* Until the program has read all that was sent to it. */
void pty_wait_taken(struct pty *p);
/* Until the program has ended: exit status, or 128 + signal; -1 at the deadline. */
int pty_wait_exit(struct pty *p);
/* Whether the program has closed its end, as far as was read. */
bool pty_ended(const struct pty *p);
/* Until nothing came for that long; for measurements of what follows a key
 * and to type at a person's pace, not to wait for something. */
void pty_settle(struct pty *p, int quiet_ms);

/* A row or the whole screen (rows end in \n) without the blanks at line ends. Valid until the next
 * call of the same function. */
const char *pty_row(struct pty *p, int row);
const char *pty_screen(struct pty *p);
/* Row and column of a text that is on the screen; false when it is not. */
bool pty_find(struct pty *p, const char *text, int *row, int *col);
struct pty_cell pty_cell(struct pty *p, int row, int col);
void pty_cursor(struct pty *p, int *row, int *col, bool *visible);

void pty_resize(struct pty *p, int rows, int cols);
void pty_signal(struct pty *p, int signal);
/* The line drops: the terminal is gone, the program gets SIGHUP and an end of input. */
void pty_hangup(struct pty *p);
pid_t pty_pid(const struct pty *p);

/* Bytes that the program has sent since the start or the last mark. */
size_t pty_bytes(const struct pty *p);
void pty_mark(struct pty *p);
/* When the program's last byte came, in ms of clock.h. */
double pty_last_ms(const struct pty *p);

/* For Criterion: the whole screen is in the message. */
#define pty_expect(p, text)                                                                        \
	cr_assert(pty_wait_text((p), (text)), "no \"%s\" on the screen:\n%s", (text), pty_screen(p))
#define pty_expect_gone(p, text)                                                                   \
	cr_assert(pty_wait_no_text((p), (text)), "still \"%s\" on the screen:\n%s", (text),        \
		  pty_screen(p))

#endif
