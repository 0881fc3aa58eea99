/* Clients of the server: ssh to its end, and ssh on a terminal. */
#include "tests/ssh/server.h"

#include "core/mem.h"
#include "tests/support/fatal.h"
#include "tests/support/file_check.h"
#include "tests/support/patience.h"

#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/pidfd.h>
#include <sys/stat.h>
#include <unistd.h>

enum { WORDS_MAX = 40, CLIENT_SECONDS = 100, END_MS = 20000 };

struct words {
	const char *at[WORDS_MAX];
	size_t n;
	char *key;
};

static void begin_words(struct words *w, const struct server *s, const char *key)
{
	*w = (struct words){.key = server_key_path(s, key, "")};
	w->at[w->n++] = "-F";
	w->at[w->n++] = s->ssh_config;
	w->at[w->n++] = "-i";
	w->at[w->n++] = w->key;
}

static void add_words(struct words *w, va_list ap)
{
	while (w->n + 2 < WORDS_MAX && (w->at[w->n] = va_arg(ap, const char *)))
		w->n++;
}

int server_run(struct server *s, const struct run_how *how, const char *key, ...)
{
	struct run_how all = how ? *how : (struct run_how){0};
	struct words w;
	va_list ap;

	begin_words(&w, s, key);
	va_start(ap, key);
	add_words(&w, ap);
	va_end(ap);
	w.at[w.n] = NULL;
	all.program = all.program ? all.program : "ssh";
	all.seconds = all.seconds ? all.seconds : CLIENT_SECONDS;
	run_free(&s->r);
	run_argv(&s->r, &all, w.at);
	free(w.key);
	return s->r.status;
}

int server_say(struct server *s, const char *key, const char *line)
{
	return server_run(s, NULL, key, "duban", line, NULL);
}

const char *server_must(struct server *s, const char *key, const char *line)
{
	cr_assert_eq(server_say(s, key, line), 0, "%s: status %d: %s", line, s->r.status, s->r.err);
	return s->r.out;
}

/* sshd gives terminals to the group tty; where the machine has not done so, root alone can. */
static bool sshd_has_terminals(void)
{
	int fd = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
	const char *name = fd >= 0 && unlockpt(fd) == 0 ? ptsname(fd) : NULL;
	const struct group *tty = getgrnam("tty");
	struct stat st;
	bool has = name && stat(name, &st) == 0 && tty && st.st_gid == tty->gr_gid;

	close(fd);
	return has || getuid() == 0;
}

struct pty *server_sit(struct server *s, const char *key, ...)
{
	struct words w;
	struct pty *p;
	va_list ap;

	if (!sshd_has_terminals())
		cr_skip_test("sshd can use the terminals of this machine as root only");
	begin_words(&w, s, key);
	w.at[w.n++] = "-tt";
	va_start(ap, key);
	add_words(&w, ap);
	va_end(ap);
	w.at[w.n++] = "duban";
	w.at[w.n] = NULL;
	p = pty_start(&(struct pty_how){
		.program = "ssh", .argv = w.at, .dir = s->room.tmp.dir, .seconds = CLIENT_SECONDS});
	free(w.key);
	return p;
}

void server_leave(struct pty *p)
{
	pty_key(p, "Ctrl-Q");
	pty_expect(p, "Leave duban?");
	room_press(p, "2");
	cr_expect_eq(pty_wait_exit(p), 0, "%s", pty_screen(p));
}

int server_last_session(struct server *s)
{
	char *process =
		file_text(s->room.db, "SELECT process FROM session ORDER BY id DESC LIMIT 1");
	int pidfd = process ? pidfd_open((pid_t)strtol(process, NULL, 10), 0) : -1;

	cr_assert_geq(pidfd, 0, "no process \"%s\"", process);
	free(process);
	return pidfd;
}

void server_wait_end(int pidfd)
{
	struct patience patience = patience_of(END_MS);
	struct pollfd fd = {pidfd, POLLIN, 0};
	int ms;

	while (!fd.revents && (ms = patience_left(&patience)) > 0)
		poll(&fd, 1, ms);
	cr_expect(fd.revents, "the session has not ended");
	close(pidfd);
}
