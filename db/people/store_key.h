/*
 * store_key.h - the public keys that people log in with over SSH: the key is the person. A key is
 * revoked, never taken away, and one that was revoked is never taken again. See store.h.
 */
#ifndef DUBAN_DB_STORE_KEY_H
#define DUBAN_DB_STORE_KEY_H

#include "db/store.h"

#include <stdbool.h>
#include <stddef.h>

struct key_row {
	int64_t id, person_id;
	const char *login, *person;
	bool active; /* the person is let in */
	const char *type, *blob, *fingerprint;
	int bits;
	const char *name;		   /* which of the person's computers, "" when not said */
	int64_t added_at, revoked_at;	   /* UTC; 0: it is live */
	const char *added_by, *revoked_by; /* names, "" by nobody */
	const char *revoked_reason;
	int64_t last_at; /* UTC of the last log-in with it that is told; 0: none. Of lists alone */
};
struct key_rows {
	struct key_row *at;
	size_t n, cap;
};

enum { KEY_TEXT_MAX = 65536 }; /* bytes of a file of keys */

/*
 * Reads a text of public keys of OpenSSH, one a line (empty lines and those that begin with # count
 * for nothing), and makes all of them keys of the person, or none. For who manages people
 * (ACT_PERSON). *rows gets the new ones. ERR_INPUT, field "key", tells what is wrong with which
 * line; ERR_EXISTS whose a key is already, or by whom and why it was revoked.
 */
int store_key_add(struct store *s, const struct actor *who, int64_t person_id, const char *text,
		  size_t nbytes, struct arena *a, struct key_rows *rows, unsigned *changes,
		  struct err *e);
/* 1: in the file at this path, which may be of an older version, is a key that lets somebody in,
 * 0: there is none. */
int store_key_any_live(const char *path, struct err *e);
/* A person's keys (0: everybody's), live ones first. One's own, or with ACT_PERSON. */
int store_key_list(struct store *s, struct arena *a, const struct actor *who, int64_t person_id,
		   struct key_rows *rows, struct err *e);
/* It lets nobody in any more: sessions that run with it end at their next act. With ACT_PERSON. */
int store_key_revoke(struct store *s, const struct actor *who, int64_t id, const char *reason,
		     unsigned *changes, struct err *e);

/* Of a text that is being put in, before it is kept anywhere: whether it is a private key, or a
 * part of one; whether it could become lines of public ones. */
bool store_key_is_private(const char *text);
bool store_key_may_begin(const char *text);

/* The key of a number, whatever became of it; ERR_NOT_FOUND. */
int store_key_get(struct store *s, struct arena *a, int64_t id, struct key_row *row, struct err *e);
/* What sshd asks for: the key with this type and base64, by whom a person who is let in can log in
 * now. 1, 0 when there is none, -1 and *e. */
int store_key_find(struct store *s, struct arena *a, const char *type, const char *blob,
		   struct key_row *row, struct err *e);
/* Whether the actor may still act here: the person is let in, the key, if there is one, is live,
 * and one of the posts that they act by, if any, has not ended. 0, or -1 and ERR_DENIED with a
 * sentence that says why not; ERR_STATE when the file was replaced by another. Every write asks all
 * of it, of posts the one that it takes. */
int store_key_check(struct store *s, const struct actor *who, struct err *e);
/* Whether a person who is let in still holds such a post: 1, 0, -1. */
int store_post_held(struct store *s, int64_t person_id, const struct post_row *post, struct err *e);

#endif
