/*
 * server.h - a real sshd on a free port of this machine, set up as duban-setup(7) tells, over the
 * file of a room (tests/e2e/room.h): people come in with ssh and a key of their own. The account is
 * that of who runs the tests: root's, or an ordinary one, whose sshd has no rights beyond it. What
 * a key must not allow - forwarding of any kind - this sshd would allow.
 *
 *	SERVER(s);
 *	server_must(&s, "jiaoyu", "list --format json");
 *	struct pty *p = server_sit(&s, "jiaoyu", NULL);
 *	pty_expect(p, "What I owe");
 *	pty_end(p);
 *	server_close(&s);
 */
#ifndef DUBAN_TESTS_SSH_SERVER_H
#define DUBAN_TESTS_SSH_SERVER_H

#include "tests/e2e/room.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <sys/types.h>

struct server {
	struct room room;
	const char *account;
	char *log, *ssh_config;
	int port;
	pid_t pid;
	int pidfd;
	struct run r; /* of the last client */
};

/* What is not as usual; each may be NULL. */
struct server_how {
	const char *config; /* lines of duban.conf */
	const char *sshd;   /* lines of sshd_config, that come first and so count */
	bool clock;	    /* sessions go by server_pass() */
};

/* Why there can be no server here; NULL when there can be one. */
const char *server_missing(void);
/* The room of room_open(), with keys "office" (who runs the tests), "jiaoyu", "shuiwu" for these
 * people and "stranger" for nobody. */
void server_open(struct server *s, const struct server_how *how);
/* Waits until all sessions have ended; a report of a sanitizer in one fails the test. */
void server_close(struct server *s);

#define SERVER_WITH(s, ...)                                                                        \
	struct server s;                                                                           \
	if (server_missing())                                                                      \
		cr_skip_test("%s", server_missing());                                              \
	server_open(&(s), &(struct server_how){__VA_ARGS__})
#define SERVER(s) SERVER_WITH(s, .config = NULL)

/* A new key of a name; and the same for a person of the file: NULL is who runs the tests. */
void server_make_key(const struct server *s, const char *name);
void server_add_key(struct server *s, const char *name, const char *login);
/* Its file, or with ".pub" that of the public half; the caller frees it. */
char *server_key_path(const struct server *s, const char *name, const char *end);

/* A client with a key: words are options, then "duban" (the server) and what is asked of it. `how`
 * may be NULL; without a program it is ssh. Returns the status, the rest is in s->r. */
int server_run(struct server *s, const struct run_how *how, const char *key, ...)
	__attribute__((sentinel));
/* `ssh duban LINE`; the other fails the test when that fails, and returns what came. */
int server_say(struct server *s, const char *key, const char *line);
const char *server_must(struct server *s, const char *key, const char *line);

/* The interface on a terminal of 24 x 80, through `ssh -tt OPTION… duban`. */
struct pty *server_sit(struct server *s, const char *key, ...) __attribute__((sentinel));

/* As the person does, and until ssh has ended with success. */
void server_leave(struct pty *p);

/* The clock of all sessions is so many minutes ahead. */
void server_pass(const struct server *s, int minutes);

/* The process of the interface that was begun last, to be waited for with server_wait_end(). */
int server_last_session(struct server *s);
/* Until it has ended; closes it. */
void server_wait_end(int pidfd);

/* A port of this machine that nobody had a moment ago. */
int server_free_port(void);

/* What sshd has said so far; the caller frees it. */
char *server_log(const struct server *s);

#endif
