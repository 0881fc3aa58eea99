/* The public keys that people log in with over SSH, and what sshd asks about them. */
#include "cli/cli.h"
#include "cli/lookup.h"
#include "cli/rows.h"
#include "core/rule/entry.h"
#include "db/people/store_key.h"
#include "exchange/transfer.h"

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int verb_key_list(struct cli *cli, struct err *e)
{
	static const struct rows_column columns[] = {
		{"id", N_("ID"), COLUMN_NUMBER, false},
		{"login", N_("Login"), COLUMN_WORD, false},
		{"person", N_("Name"), COLUMN_WORD, true},
		{"type", N_("Type"), COLUMN_WORD, false},
		{"bits", N_("Bits"), COLUMN_NUMBER, true},
		{"fingerprint", N_("Fingerprint"), COLUMN_WORD, false},
		{"name", N_("Computer"), COLUMN_TEXT, false},
		{"added", N_("Added"), COLUMN_DATE, true},
		{"added_by", N_("Added by"), COLUMN_WORD, true},
		{"last", N_("Last log-in"), COLUMN_DATE, true},
		{"revoked", N_("Revoked"), COLUMN_DATE, false},
		{"revoked_by", N_("Revoked by"), COLUMN_WORD, true},
		{"reason", N_("Reason"), COLUMN_TEXT, false},
	};
	const char *login = cli_operand(cli, 0);
	struct person_row person = {0};
	struct key_rows keys;
	struct rows r;

	if (cli_open(cli, e) < 0 || (login && lookup_person(cli, login, &person, e) < 0))
		return -1;
	/* without a login: all for who manages people, else one's own */
	if (!login && !may_ever_quietly(&cli->who, 1u << ACT_PERSON))
		person = cli->person;
	if (store_key_list(cli->store, &cli->arena, &cli->who, person.id, &keys, e) < 0)
		return -1;
	ROWS_BEGIN(&r, cli, columns);
	rows_say_when_empty(&r, _("no key is known: the administrator adds one with `duban key "
				  "add LOGIN FILE`"));
	for (size_t i = 0; i < keys.n; i++) {
		const struct key_row *k = &keys.at[i];

		rows_number(&r, k->id);
		rows_text(&r, k->login);
		rows_text(&r, k->person);
		rows_text(&r, k->type);
		rows_number(&r, k->bits);
		rows_text(&r, k->fingerprint);
		rows_text(&r, k->name);
		rows_time(&r, k->added_at);
		rows_text(&r, k->added_by);
		rows_time(&r, k->last_at);
		rows_time(&r, k->revoked_at);
		rows_text(&r, k->revoked_by);
		rows_text(&r, k->revoked_reason);
	}
	return rows_end(&r, e);
}

/* All that comes, as far as it may be: one byte more tells that it is too much. */
static int read_text(int fd, const char *path, char *text, size_t *nbytes, struct err *e)
{
	struct transfer t = transfer_in(fd);
	ssize_t n;

	do {
		if (transfer_wait(&t, e) < 0)
			return -1;
		n = read(fd, text + *nbytes, KEY_TEXT_MAX + 1 - *nbytes);
		if (n < 0 && errno != EINTR)
			return err_set(e, ERR_IO, _("cannot read %s: %s"), path, strerror(errno));
		*nbytes += n > 0 ? (size_t)n : 0;
	} while (n != 0 && *nbytes <= KEY_TEXT_MAX);
	return 0;
}

static int read_keys(struct cli *cli, const char *path, char **text, size_t *nbytes, struct err *e)
{
	bool is_file = path && strcmp(path, "-") != 0;
	int fd = is_file ? open(path, O_RDONLY | O_CLOEXEC) : STDIN_FILENO, result;

	if (fd < 0)
		return err_set(e, errno == ENOENT ? ERR_NOT_FOUND : ERR_IO, _("cannot read %s: %s"),
			       path, strerror(errno));
	if (!is_file && isatty(STDIN_FILENO))
		fprintf(stderr, "%s\n",
			_("Paste the public key (one line, from the file that ends in .pub), then "
			  "press Enter and Ctrl-D:"));
	*text = arena_alloc(&cli->arena, KEY_TEXT_MAX + 2);
	*nbytes = 0;
	result = read_text(fd, is_file ? path : "-", *text, nbytes, e);
	if (is_file)
		close(fd);
	return result;
}

int verb_key_add(struct cli *cli, struct err *e)
{
	struct person_row person = {0};
	struct key_rows keys;
	size_t nbytes = 0;
	char *text = NULL;

	if (lookup_person(cli, cli_operand(cli, 0), &person, e) < 0 ||
	    read_keys(cli, cli_operand(cli, 1), &text, &nbytes, e) < 0 ||
	    store_key_add(cli->store, &cli->who, person.id, text, nbytes, &cli->arena, &keys, NULL,
			  e) < 0)
		return -1;
	for (size_t i = 0; i < keys.n; i++)
		printf(_("key %1$lld of %2$s: %3$s %4$s\n"), (long long)keys.at[i].id,
		       keys.at[i].person, keys.at[i].type, keys.at[i].fingerprint);
	return 0;
}

int verb_key_revoke(struct cli *cli, struct err *e)
{
	const char *reason;
	struct key_row key;
	int64_t id;

	if (entry_reason(&cli->arena, cli_option(cli, "reason"), &reason, e) < 0 ||
	    lookup_number(cli_operand(cli, 0), "ID", 1, INT64_MAX, &id, e) < 0 ||
	    cli_open(cli, e) < 0 ||
	    store_key_revoke(cli->store, &cli->who, id, reason, NULL, e) < 0 ||
	    store_key_get(cli->store, &cli->arena, id, &key, e) < 0)
		return -1;
	printf(_("the key %1$s of %2$s lets nobody in any more\n"), key.fingerprint, key.person);
	return 0;
}

/* sshd */

/* A path in the command of a key passes through sshd's quotation marks and a shell: what would
 * need care in either is refused, with NULL. Absolute, for sshd begins somewhere else. */
static const char *safe_path(struct cli *cli, const char *path, struct err *e)
{
	static const char plain[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./-+@";
	char *real = realpath(path, NULL);
	const char *safe;

	if (!real) {
		err_set(e, ERR_IO, _("cannot open %s: %s"), path, strerror(errno));
		return NULL;
	}
	safe = arena_strdup(&cli->arena, real);
	free(real);
	if (strspn(safe, plain) == strlen(safe))
		return safe;
	err_set(e, ERR_INPUT,
		_("%s cannot stand in a command of sshd: it may hold letters, digits "
		  "and \"_\", \".\", \"-\", \"+\", \"@\" only"),
		safe);
	return NULL;
}

/* " --db FILE", " --config FILE", as this run was told; or "". NULL: its path is not safe. */
static const char *passed_option(struct cli *cli, const char *name, struct err *e)
{
	const char *value = cli_option(cli, name), *path;

	if (!value)
		return "";
	path = safe_path(cli, value, e);
	return path ? arena_printf(&cli->arena, " --%s %s", name, path) : NULL;
}

static int print_key(struct cli *cli, const struct key_row *key, struct err *e)
{
	const char *program = safe_path(cli, "/proc/self/exe", e);
	const char *db = program ? passed_option(cli, "db", e) : NULL;
	const char *config = db ? passed_option(cli, "config", e) : NULL;

	if (!config)
		return -1;
	printf("restrict,pty,command=\"%s session%s%s --key %lld\" %s %s\n", program, db, config,
	       (long long)key->id, key->type, key->blob);
	return 0;
}

/* Keys open the account that the file belongs to, and no other. */
static bool is_account(struct cli *cli, const char *user)
{
	const struct passwd *pw = getpwnam(user);
	struct err unasked = ERR_INIT;

	return pw && store_owned_by(cli->db, pw->pw_uid, &unasked) == 0;
}

int verb_ssh_keys(struct cli *cli, struct err *e)
{
	struct key_row key;
	int got;

	if (cli_database(cli, &cli->db, e) < 0 || store_open(cli->db, &cli->store, e) < 0)
		return -1;
	if (!is_account(cli, cli_operand(cli, 0)))
		return 0;
	got = store_key_find(cli->store, &cli->arena, cli_operand(cli, 1), cli_operand(cli, 2),
			     &key, e);
	return got > 0 ? print_key(cli, &key, e) : got;
}
