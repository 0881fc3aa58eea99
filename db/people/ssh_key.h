/*
 * ssh_key.h - a public key of OpenSSH as it stands on a line of id_ed25519.pub: what it is, and
 * whether it can be trusted to stand for a person. Nothing outside db/ includes it.
 */
#ifndef DUBAN_DB_SSH_KEY_H
#define DUBAN_DB_SSH_KEY_H

#include "core/err.h"
#include "core/mem.h"

#include <stdbool.h>

enum {
	SSH_LINE_MAX = 16384,	  /* bytes of a line */
	SSH_RSA_BITS = 3072,	  /* the shortest RSA key that is taken */
	SSH_FINGERPRINT_TEXT = 51 /* bytes of "SHA256:" and 43 more, with the zero */
};

struct ssh_key {
	const char *type; /* "ssh-ed25519" */
	const char *blob; /* base64, as sshd gives it for %k */
	const char *name; /* what stands behind it, often user@computer; or "" */
	int bits;	  /* as `ssh-keygen -lf` counts them */
	char fingerprint[SSH_FINGERPRINT_TEXT]; /* as `ssh-keygen -lf` prints it */
};

/* Reads one line (clean UTF-8, no end of line). Texts in the arena. ERR_INPUT with the field "key"
 * and a sentence for each way in which it is no key, or not one that is taken: a private one, the
 * format of PuTTY, options before the type, a certificate, an old type, too short, cut off. */
int ssh_key_read(struct arena *a, const char *line, struct ssh_key *key, struct err *e);

/* For a text that is only coming in: whether what there is of it shows a private key; whether it
 * could still become a line of a public one, or a remark. */
bool ssh_key_is_private(const char *text);
bool ssh_key_may_begin(const char *text);

#endif
