/*
 * doctor.h - what `duban doctor` looks at: one table of checks, each saying what it found and what
 * to change. The checks read and change nothing, and none depends on another.
 */
#ifndef DUBAN_CLI_DOCTOR_H
#define DUBAN_CLI_DOCTOR_H

#include "cli/cli.h"
#include "cli/sshd_config.h"

#include <shadow.h>
#include <sys/stat.h>

enum doctor_state { DOCTOR_OK, DOCTOR_WARNING, DOCTOR_WRONG };

struct doctor_finding {
	const char *id, *what; /* of its check; what: N_() */
	enum doctor_state state;
	const char *text; /* translated */
};

struct doctor {
	struct cli *cli;
	struct arena *arena;
	const char *root;  /* before the paths that doctor_host_checks look for; "" but in tests */
	const char *db;	   /* path of the file */
	bool has_db;	   /* it is there: … */
	struct stat file;  /* … it, … */
	const char *owner; /* … the login of its account; "" when the server knows none */
	const char *folder;
	struct sshd_config sshd; /* for that account, … */
	struct err sshd_unknown; /* … or why it is not known */
	struct {
		struct doctor_finding *at;
		size_t n, cap;
	} findings;
	const struct doctor_check *now; /* the check that runs */
};

struct doctor_check {
	const char *id, *what;
	void (*run)(struct doctor *d);
};

/* The checks by what they look at; each list ends with a NULL id. */
extern const struct doctor_check doctor_file_checks[], doctor_sshd_checks[], doctor_host_checks[];

/* Runs all of them over the file at this path. */
void doctor_run(struct doctor *d, struct cli *cli, const char *db);

/* Whether the settings of sshd for the account of the file are known; says why they are not. */
bool doctor_knows_sshd(struct doctor *d);
/* The part of the run that is about sshd, with its settings; and whether it asks for keys that are
 * known here at all. */
void doctor_judge_sshd(struct doctor *d, const struct sshd_config *c);
bool doctor_asks_for_keys(const struct sshd_config *c);
/* Of it: whether those keys get anybody into duban. */
void doctor_judge_entry(struct doctor *d, const struct sshd_config *c);

/* Whether the configuration of the sessions is root's alone to change, and the account's to read.
 */
void doctor_judge_config(struct doctor *d, const char *path);

/* Whether sshd starts sessions in the account of the file. */
void doctor_check_account(struct doctor *d);
/* The same of an account with this shell; its passwords' entry is NULL where it cannot be read.
 * `today` in days as date_to_days() counts. */
void doctor_judge_account(struct doctor *d, const char *shell, const struct spwd *s, int today,
			  const struct sshd_config *c);

/* What a check has found; texts are translated and put together here. */
void doctor_say(struct doctor *d, enum doctor_state state, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* Which part of an absolute path somebody else than root could replace; NULL: none, nor is any
 * missing. This is what sshd asks of a command that it runs. */
const char *doctor_weak_part(struct arena *a, const char *path);

#endif
