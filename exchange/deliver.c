/*
 * deliver.c - a configured command as a child process. It need not read its input; its output is a
 * pipe of which the beginning is kept and the rest thrown away, so that it can write as much as it
 * likes. The kernel tells of its end and of the end of its time; a process that it left behind is
 * not waited for.
 */
#include "exchange/deliver.h"

#include "core/i18n.h"
#include "core/rule/notice.h"
#include "core/text/utf8.h"
#include "exchange/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

enum { KEPT_NBYTES = 4096 };

/* The word at *s as it is meant, *s behind it; NULL when a quote is open. */
static const char *take_word(struct arena *a, const char **s)
{
	char *word = arena_alloc(a, strlen(*s) + 1), *to = word;
	char quote = '\0';

	for (; **s && (quote || !strchr(" \t", **s)); (*s)++) {
		if (!quote && (**s == '"' || **s == '\''))
			quote = **s;
		else if (quote && **s == quote)
			quote = '\0';
		else
			*to++ = **s;
	}
	return quote ? NULL : word;
}

int deliver_words(struct arena *a, const char *command, const char ***argv, struct err *e)
{
	struct {
		const char **at;
		size_t n, cap;
	} words = {0};
	const char *s = command;

	while (*(s += strspn(s, " \t"))) {
		const char *word = take_word(a, &s);

		if (!word)
			return err_set(e, ERR_INPUT, _("a quotation mark is not closed in \"%s\""),
				       command);
		*(const char **)vec_push(a, &words) = word;
	}
	if (!words.n)
		return err_set(e, ERR_INPUT, _("no command is given"));
	*(const char **)vec_push(a, &words) = NULL;
	*argv = words.at;
	return 0;
}

/* -1 stands for what is not open. */
struct child {
	int input, output[2], process, timer;
	pid_t pid;
	char kept[KEPT_NBYTES];
	size_t nkept;
};

static void close_fd(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

static void close_all(struct child *c)
{
	close_fd(&c->input);
	close_fd(&c->output[0]);
	close_fd(&c->output[1]);
	close_fd(&c->process);
	close_fd(&c->timer);
}

static int open_all(struct child *c, const char *text, int seconds, struct err *e)
{
	struct itimerspec limit = {.it_value = {.tv_sec = seconds}};

	*c = (struct child){.output = {-1, -1}, .process = -1};
	c->input = child_input("notice", text, strlen(text));
	c->timer = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC);
	if (c->input >= 0 && c->timer >= 0 && pipe2(c->output, O_CLOEXEC | O_NONBLOCK) == 0 &&
	    timerfd_settime(c->timer, 0, &limit, NULL) == 0)
		return 0;
	err_set(e, ERR_IO, _("there is no room to start a command in: %s"), strerror(errno));
	close_all(c);
	return -1;
}

/* Takes what is there; false at the end of the output. */
static bool read_output(struct child *c)
{
	char rest[KEPT_NBYTES];
	size_t room = sizeof c->kept - c->nkept;
	ssize_t n = room ? read(c->output[0], c->kept + c->nkept, room)
			 : read(c->output[0], rest, sizeof rest);

	if (n > 0 && room)
		c->nkept += (size_t)n;
	return n > 0 || (n < 0 && (errno == EAGAIN || errno == EINTR));
}

/* Until the process or its time has ended. False: its time. */
static bool wait_for_end(struct child *c)
{
	enum { PROCESS, TIMER, OUTPUT, COUNT };

	for (;;) {
		struct pollfd fds[COUNT] = {{.fd = c->process, .events = POLLIN},
					    {.fd = c->timer, .events = POLLIN},
					    {.fd = c->output[0], .events = POLLIN}};

		if (poll(fds, COUNT, -1) < 0 && errno != EINTR)
			return false;
		if (fds[OUTPUT].revents && !read_output(c))
			close_fd(&c->output[0]);
		if (fds[PROCESS].revents)
			return true;
		if (fds[TIMER].revents)
			return false;
	}
}

static int reap(struct child *c)
{
	int status = 0;

	while (waitpid(c->pid, &status, 0) < 0)
		if (errno != EINTR)
			return DELIVERY_KILLED;
	return WIFEXITED(status) ? WEXITSTATUS(status) : DELIVERY_KILLED;
}

/* The first line that says something. What is no text is left out. */
static const char *first_line(struct arena *a, const struct child *c)
{
	const char *s = c->kept, *end = c->kept + c->nkept;
	struct err ignored = ERR_INIT;

	while (s < end) {
		const char *stop = memchr(s, '\n', (size_t)(end - s));
		size_t n = (size_t)((stop ? stop : end) - s), good = utf8_first_bad(s, n);
		const char *line = utf8_clean_line(a, s, good, &ignored);
		const char *to = line;

		for (int i = 0; line && *to && i < DELIVER_SAID_MAX; i++)
			to += utf8_cluster(to);
		if (line && to > line)
			return arena_strndup(a, line, (size_t)(to - line));
		s = stop ? stop + 1 : end;
	}
	return "";
}

/* What it wrote just before its end; what a process that it left behind writes is not waited for.
 */
static void drain(struct child *c)
{
	size_t before;

	do {
		before = c->nkept;
	} while (c->output[0] >= 0 && read_output(c) && c->nkept > before);
}

static void run(struct arena *a, struct child *c, const char *const argv[], struct delivery *d)
{
	const struct child_start start = {.argv = argv,
					  .input = c->input,
					  .output = c->output[1],
					  .errors = c->output[1],
					  .group = true};
	int failed = child_spawn(&c->pid, &start);

	close_fd(&c->output[1]);
	if (failed) {
		*d = (struct delivery){DELIVERY_NO_START, arena_strdup(a, strerror(failed))};
		return;
	}
	c->process = pidfd_open(c->pid, 0);
	bool ended = c->process >= 0 && wait_for_end(c);
	if (!ended)
		kill(-c->pid, SIGKILL);
	int status = reap(c);
	if (ended)
		drain(c);
	*d = (struct delivery){ended ? status : DELIVERY_TOO_LONG, first_line(a, c)};
}

int deliver(struct arena *a, const char *const argv[], const char *text, int seconds,
	    struct delivery *d, struct err *e)
{
	struct child c;

	if (open_all(&c, text, seconds, e))
		return -1;
	run(a, &c, argv, d);
	close_all(&c);
	return 0;
}
