/*
 * sshd_config.h - what sshd does for one account: as `sshd -T` says where that may be run, else by
 * reading the files, those that they include and the blocks of Match for that user. Nothing is
 * asked of a running sshd.
 */
#ifndef DUBAN_CLI_SSHD_CONFIG_H
#define DUBAN_CLI_SSHD_CONFIG_H

#include "core/err.h"
#include "core/mem.h"

struct sshd_setting {
	const char *name;  /* in small letters */
	const char *value; /* as written, words with one space between them */
};
struct sshd_config {
	VEC(struct sshd_setting) settings;
	const char
		*refused; /* what sshd says first where it refuses its files; NULL: it does not */
};

/* ERR_NOT_FOUND: there is no sshd here; ERR_IO: its files cannot be read. */
int sshd_config_read(struct arena *a, const char *user, struct sshd_config *c, struct err *e);
/* What the program, an sshd, says with -T. -1: it cannot be run, or it has refused its files. */
int sshd_config_ask(struct arena *a, const char *program, const char *user, struct sshd_config *c);
/* The same of one file and what it includes, relative to its folder. */
int sshd_config_read_file(struct arena *a, const char *file, const char *user,
			  struct sshd_config *c, struct err *e);
/* The value in force, "" when there is none. */
const char *sshd_config_value(const struct sshd_config *c, const char *name);

#endif
