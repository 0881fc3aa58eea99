/* The processes are children of the test, which listens to all of them. */
#include "tests/survive/crew.h"

#include "db/store_verify.h"

#include <criterion/criterion.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

void hand_tell(struct hand *h, enum hand_word word)
{
	char byte = (char)word;

	if (write(h->tell, &byte, 1) != 1)
		_exit(2);
}

pid_t hand_start(const char *path, int number, hand_work *work, int *in)
{
	struct hand h = {.e = ERR_INIT, .number = number};
	int ends[2];

	cr_assert_eq(pipe(ends), 0);
	pid_t pid = fork();
	cr_assert_geq(pid, 0);
	if (pid) {
		close(ends[1]);
		*in = ends[0];
		return pid;
	}
	close(ends[0]);
	h.tell = ends[1];
	if (store_open(path, &h.s, &h.e)) {
		fprintf(stderr, "process %d: %s\n", number, h.e.text);
		_exit(1);
	}
	int result = work(&h);
	store_close(h.s);
	_exit(result ? 1 : 0);
}

static void hear(struct crew *c, int number, const char *bytes, ssize_t n)
{
	for (ssize_t i = 0; i < n; i++) {
		int word = bytes[i];
		cr_assert(word >= 0 && word < HAND_WORDS);
		c->told[word]++;
		c->stored[number] += word == HAND_STORED;
	}
}

static void listen_to_all(struct crew *c, struct pollfd *p, int n)
{
	char bytes[256];

	for (int open = n; open > 0;) {
		cr_assert_gt(poll(p, (nfds_t)n, -1), 0);
		for (int i = 0; i < n; i++) {
			if (p[i].fd < 0 || !p[i].revents)
				continue;
			ssize_t got = read(p[i].fd, bytes, sizeof bytes);
			hear(c, i, bytes, got);
			if (got > 0)
				continue;
			close(p[i].fd);
			p[i].fd = -1;
			open--;
		}
	}
}

void crew_run(struct crew *c, struct fixture *f, int n, hand_work *work)
{
	struct pollfd *p = xcalloc((size_t)n, sizeof *p);
	pid_t *pids = xcalloc((size_t)n, sizeof *pids);

	cr_assert_leq(n, CREW_MOST);
	*c = (struct crew){.nfailed = 0};
	store_close(f->s); /* SQLite asks that no connection goes through a fork */
	f->s = NULL;
	for (int i = 0; i < n; i++) {
		pids[i] = hand_start(f->path, i, work, &p[i].fd);
		p[i].events = POLLIN;
	}
	listen_to_all(c, p, n);
	for (int i = 0; i < n; i++) {
		int status = 0;
		cr_assert_eq(waitpid(pids[i], &status, 0), pids[i]);
		c->nfailed += !WIFEXITED(status) || WEXITSTATUS(status);
	}
	free(pids);
	free(p);
	OK(f, store_open(f->path, &f->s, &f->e));
}

void crew_expect_whole(struct fixture *f)
{
	struct verify_findings found;

	OK(f, store_verify(f->s, &f->a, NULL, &found, &f->e));
	cr_expect_eq(found.n, 0, "%s", found.n ? found.at[0] : "");
}
