/*
 * Signals. SIGHUP and SIGTERM become an event of the loop, so that drafts are kept; the ones that
 * end a process give the terminal back and then do what they always do.
 */
#include "tui/term/term_signal.h"

#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

static const int fatal[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};

static volatile sig_atomic_t hangup, resized, stop_asked;
static void (*restore_terminal)(void);

static void on_hangup(int signo)
{
	(void)signo;
	hangup = 1;
}

static void on_resize(int signo)
{
	(void)signo;
	resized = 1;
}

static void on_stop(int signo)
{
	(void)signo;
	stop_asked = 1;
}

static void on_fatal(int signo)
{
	signal(signo, SIG_DFL);
	if (restore_terminal)
		restore_terminal();
	raise(signo);
}

static void on_exit_restore(void)
{
	if (restore_terminal)
		restore_terminal();
}

/* Leaves alone what somebody else watches (a sanitizer, a debugger). */
static void catch_unwatched(int signo, void (*handler)(int))
{
	struct sigaction old, new = {.sa_handler = handler};

	if (sigaction(signo, NULL, &old) == 0 && old.sa_handler == SIG_DFL)
		sigaction(signo, &new, NULL);
}

void term_signal_begin(void (*restore)(void))
{
	static bool registered;
	struct sigaction end = {.sa_handler = on_hangup}, resize = {.sa_handler = on_resize},
			 stop = {.sa_handler = on_stop};

	hangup = resized = stop_asked = 0;
	restore_terminal = restore;
	sigaction(SIGHUP, &end, NULL);
	sigaction(SIGTERM, &end, NULL);
	sigaction(SIGWINCH, &resize, NULL);
	sigaction(SIGTSTP, &stop, NULL);
	for (size_t i = 0; i < sizeof fatal / sizeof fatal[0]; i++)
		catch_unwatched(fatal[i], on_fatal);
	if (!registered)
		atexit(on_exit_restore);
	registered = true;
}

void term_signal_end(void)
{
	/* The program is ending: a line that drops now, or Ctrl-C pressed once more, must not turn
	 * that into a death by signal. */
	static const int late[] = {SIGHUP, SIGTERM, SIGINT, SIGQUIT};

	restore_terminal = NULL;
	for (size_t i = 0; i < sizeof late / sizeof late[0]; i++)
		signal(late[i], SIG_IGN);
	signal(SIGWINCH, SIG_DFL);
	signal(SIGTSTP, SIG_DFL);
	for (size_t i = 0; i < sizeof fatal / sizeof fatal[0]; i++) {
		struct sigaction now;
		if (sigaction(fatal[i], NULL, &now) == 0 && now.sa_handler == on_fatal)
			signal(fatal[i], SIG_DFL);
	}
}

bool term_signal_hangup(void)
{
	return hangup;
}

static bool take_flag(volatile sig_atomic_t *flag)
{
	bool was_set = *flag;

	*flag = 0;
	return was_set;
}

bool term_signal_resized(void)
{
	return take_flag(&resized);
}

bool term_signal_stop_asked(void)
{
	return take_flag(&stop_asked);
}

bool term_signal_stop(void)
{
	struct sigaction old, stop = {.sa_handler = SIG_DFL};

	/* The leader of a session has no shell that could wake it again. */
	if (getpgrp() == getsid(0))
		return false;
	sigaction(SIGTSTP, &stop, &old);
	kill(0, SIGTSTP);
	sigaction(SIGTSTP, &old, NULL);
	return true;
}
