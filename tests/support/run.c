/*
 * Running a program with three pipes. Writing its input and reading both outputs happen in one poll
 * loop with an end to its patience, so that neither side can block the other.
 */
#include "tests/support/run.h"

#include "core/mem.h"
#include "tests/support/clock.h"
#include "tests/support/fatal.h"
#include "tests/support/patience.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

const char *run_duban(void)
{
	const char *path = getenv("DUBAN");

	return path ? path : "build/duban";
}

void run_become(const char *program, const char *const *argv, const char *const *env,
		const char *dir)
{
	const char *words[128] = {program};
	size_t n = 1;

	for (; argv && *argv && n + 1 < sizeof words / sizeof words[0]; argv++)
		words[n++] = *argv;
	words[n] = NULL;
	for (; env && *env; env++) /* the strings stay: exec copies them */
		putenv((char *)(size_t)*env);
	signal(SIGPIPE, SIG_DFL);
	if (dir && chdir(dir) != 0)
		_exit(126);
	execvp(program, (char *const *)(size_t)words);
	_exit(127);
}

enum { IN, OUT, ERR, PIPES };

struct pipes {
	int ours[PIPES], theirs[PIPES];
};

static void open_pipes(struct pipes *p)
{
	for (int i = IN; i < PIPES; i++) {
		int ends[2];
		if (pipe2(ends, O_CLOEXEC) != 0)
			fatal_errno("pipe");
		p->theirs[i] = ends[i == IN ? 0 : 1];
		p->ours[i] = ends[i == IN ? 1 : 0];
		fcntl(p->ours[i], F_SETFL, O_NONBLOCK);
	}
}

static void close_one(int *fd)
{
	close(*fd);
	*fd = -1;
}

static pid_t start(const struct pipes *p, const struct run_how *how, const char *const *argv)
{
	pid_t pid = fork();

	if (pid < 0)
		fatal_errno("fork");
	if (pid > 0)
		return pid;
	for (int i = IN; i < PIPES; i++)
		dup2(p->theirs[i], i);
	run_become(how->program ? how->program : run_duban(), argv, how->env, how->dir);
}

static void feed(int *fd, const char **input, size_t *left)
{
	ssize_t n = *left ? write(*fd, *input, *left) : 0;

	if (n > 0) {
		*input += n;
		*left -= (size_t)n;
	}
	if (*left == 0 || (n < 0 && errno != EAGAIN))
		close_one(fd);
}

static void drain(int *fd, struct strbuf *b)
{
	char part[65536];
	ssize_t n = read(*fd, part, sizeof part);

	if (n > 0)
		strbuf_add(b, part, (size_t)n);
	else if (n == 0 || errno != EAGAIN)
		close_one(fd);
}

/* Until both outputs are at their end; false when patience ends first. */
static bool converse(struct pipes *p, const struct run_how *how, struct strbuf *out,
		     struct strbuf *err)
{
	const char *input = how->input ? how->input : "";
	size_t left = how->input_nbytes ? how->input_nbytes : strlen(input);
	struct patience patience = patience_of(1000.0 * (how->seconds ? how->seconds : 30));

	while (p->ours[OUT] >= 0 || p->ours[ERR] >= 0) {
		struct pollfd fds[PIPES] = {{p->ours[IN], POLLOUT, 0},
					    {p->ours[OUT], POLLIN, 0},
					    {p->ours[ERR], POLLIN, 0}};
		int ms = patience_left(&patience);
		if (ms == 0)
			return false;
		if (poll(fds, PIPES, ms) <= 0)
			continue;
		if (fds[IN].revents)
			feed(&p->ours[IN], &input, &left);
		if (fds[OUT].revents)
			drain(&p->ours[OUT], out);
		if (fds[ERR].revents)
			drain(&p->ours[ERR], err);
	}
	return true;
}

void run_argv(struct run *r, const struct run_how *how, const char *const *argv)
{
	struct strbuf out = STRBUF_INIT, err = STRBUF_INIT;
	struct rusage usage;
	struct pipes p;
	int status;

	signal(SIGPIPE, SIG_IGN);
	open_pipes(&p);
	double begin = clock_ms();
	pid_t pid = start(&p, how, argv);
	for (int i = IN; i < PIPES; i++)
		close(p.theirs[i]);
	bool ended = converse(&p, how, &out, &err);
	if (!ended)
		kill(pid, SIGKILL);
	for (int i = IN; i < PIPES; i++)
		if (p.ours[i] >= 0)
			close(p.ours[i]);
	if (wait4(pid, &status, 0, &usage) != pid)
		fatal_errno("wait4");
	*r = (struct run){
		.status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status),
		.timed_out = !ended,
		.out_nbytes = out.nbytes,
		.err_nbytes = err.nbytes,
		.max_rss_kib = usage.ru_maxrss,
		.ms = clock_ms() - begin,
	};
	r->out = strbuf_detach(&out);
	r->err = strbuf_detach(&err);
}

void run_words(struct run *r, const struct run_how *how, ...)
{
	const char *words[126];
	size_t n = 0;
	va_list ap;

	va_start(ap, how);
	while (n + 1 < sizeof words / sizeof words[0] && (words[n] = va_arg(ap, const char *)))
		n++;
	va_end(ap);
	words[n] = NULL;
	run_argv(r, how, words);
}

void run_free(struct run *r)
{
	free(r->out);
	free(r->err);
	*r = (struct run){0};
}
