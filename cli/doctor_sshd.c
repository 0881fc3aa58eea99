/*
 * Whether sshd lets people into the account of the file by the keys that are known here, and by
 * nothing else. Where nobody logs in that way only the place of the program matters.
 */
#include "cli/doctor.h"

#include "db/people/store_key.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

static bool is_word(const char *value, const char *word)
{
	return strcasecmp(value, word) == 0;
}

/* sshd runs it as root would: it must be root's along its whole path. */
static void judge_path(struct doctor *d, const char *path)
{
	char *real = realpath(path, NULL);
	const char *weak = doctor_weak_part(d->arena, real ? real : path);

	if (weak)
		doctor_say(d, DOCTOR_WRONG,
			   _("%1$s has to be there, belong to root and be writable by nobody else, "
			     "else sshd does not run %2$s: chown root %1$s, chmod go-w %1$s"),
			   weak, path);
	free(real);
}

static void judge_command(struct doctor *d, const char *command)
{
	const char *path = arena_strndup(d->arena, command, strcspn(command, " "));
	const char *words = strstr(command, " ssh-keys ");

	judge_path(d, path);
	if (!words || strcmp(words, " ssh-keys %u %t %k") != 0)
		doctor_say(d, DOCTOR_WRONG,
			   _("AuthorizedKeysCommand is \"%s\": it has to end with \"ssh-keys %%u "
			     "%%t %%k\""),
			   command);
}

static void judge_user(struct doctor *d, const char *user)
{
	if (strcmp(user, d->owner) != 0)
		doctor_say(d, DOCTOR_WRONG,
			   _("AuthorizedKeysCommandUser is \"%1$s\": it has to be %2$s, who alone "
			     "can read the file"),
			   user, d->owner);
}

/* Each of these is a way in beside the keys, or a way to more than a session: who has a certificate
 * of an authority that sshd trusts gets a shell. Without one nobody's principals are asked. */
static void judge_ways_in(struct doctor *d, const struct sshd_config *c)
{
	static const struct {
		const char *name, *shown, *wanted;
		bool is_default;
	} settings[] = {
		{"authorizedkeysfile", "AuthorizedKeysFile", "none", false},
		{"passwordauthentication", "PasswordAuthentication", "no", false},
		{"kbdinteractiveauthentication", "KbdInteractiveAuthentication", "no", false},
		{"trustedusercakeys", "TrustedUserCAKeys", "none", true},
		{"hostbasedauthentication", "HostbasedAuthentication", "no", true},
		{"gssapiauthentication", "GSSAPIAuthentication", "no", true},
	};

	for (size_t i = 0; i < sizeof settings / sizeof settings[0]; i++) {
		const char *value = sshd_config_value(c, settings[i].name);

		if (is_word(value, settings[i].wanted) || (settings[i].is_default && !*value))
			continue;
		doctor_say(d, DOCTOR_WRONG,
			   _("people can get in by another way than the keys known here: "
			     "write \"%1$s %2$s\" into the block \"Match User %3$s\""),
			   settings[i].shown, settings[i].wanted, d->owner);
	}
}

static bool passes_ours(struct arena *a, const char *patterns)
{
	static const char *const ours[] = {"DUBAN_NOW", "DUBAN_DB", "DUBAN_CONFIG"};
	char *rest = arena_strdup(a, patterns), *pattern;

	while ((pattern = strsep(&rest, " ")))
		for (size_t i = 0; *pattern && i < sizeof ours / sizeof ours[0]; i++)
			if (strcmp(pattern, "*") == 0 || strncmp(pattern, "DUBAN", 5) == 0 ||
			    (strpbrk(pattern, "*?") &&
			     strncmp(pattern, ours[i], strcspn(pattern, "*?")) == 0))
				return true;
	return false;
}

static void judge_environment(struct doctor *d, const struct sshd_config *c)
{
	const char *permit = sshd_config_value(c, "permituserenvironment");

	if (*permit && !is_word(permit, "no"))
		doctor_say(d, DOCTOR_WRONG,
			   _("variables of the account's own file reach the program: write "
			     "\"PermitUserEnvironment no\""));
	if (passes_ours(d->arena, sshd_config_value(c, "acceptenv")))
		doctor_say(d, DOCTOR_WRONG,
			   _("clients can set DUBAN_NOW, the day that is today: leave only "
			     "\"AcceptEnv LANG LC_*\""));
}

/* Unset it is 10: sshd turns others away at random, and nobody learns why. */
static void judge_rush(struct doctor *d, const struct sshd_config *c)
{
	enum { RUSH = 50 }; /* so many begin their day, or end a period, in the same minute */
	const char *most = sshd_config_value(c, "maxstartups");

	if (atoi(most) < RUSH)
		doctor_say(d, DOCTOR_WARNING,
			   _("sshd turns people away when many log in at once: write "
			     "\"MaxStartups 100:30:200\" above the first block \"Match\""));
}

bool doctor_asks_for_keys(const struct sshd_config *c)
{
	return strstr(sshd_config_value(c, "authorizedkeyscommand"), "ssh-keys") != NULL;
}

static void judge_refusal(struct doctor *d, const struct sshd_config *c)
{
	if (c->refused)
		doctor_say(d, doctor_asks_for_keys(c) ? DOCTOR_WRONG : DOCTOR_WARNING,
			   _("`sshd -T` fails, and with it the next start of sshd: %s"),
			   c->refused);
}

static bool has_live_keys(const struct doctor *d)
{
	struct err unread = ERR_INIT;

	return d->has_db && store_key_any_live(d->db, &unread) > 0;
}

void doctor_judge_sshd(struct doctor *d, const struct sshd_config *c)
{
	size_t before = d->findings.n;

	judge_refusal(d, c);
	if (!doctor_asks_for_keys(c) && has_live_keys(d))
		return doctor_say(
			d, DOCTOR_WARNING,
			_("keys are known here, but sshd does not ask for them, and nobody gets in "
			  "by one: write the block \"Match User %s\" as duban-setup(7) tells"),
			d->owner);
	if (!doctor_asks_for_keys(c))
		return doctor_say(
			d, DOCTOR_OK,
			_("sshd asks for no keys here: right where only %s works with the "
			  "file, else duban-setup(7) tells how"),
			d->owner);
	judge_command(d, sshd_config_value(c, "authorizedkeyscommand"));
	judge_user(d, sshd_config_value(c, "authorizedkeyscommanduser"));
	judge_ways_in(d, c);
	doctor_judge_entry(d, c);
	judge_environment(d, c);
	judge_rush(d, c);
	if (d->findings.n == before)
		doctor_say(d, DOCTOR_OK,
			   _("people get into %s by the keys known here, and only so"), d->owner);
}

bool doctor_knows_sshd(struct doctor *d)
{
	if (!*d->owner)
		doctor_say(d, DOCTOR_WARNING,
			   _("not looked at: it is not known whose account the file is in"));
	else if (d->sshd_unknown.code == ERR_NOT_FOUND)
		doctor_say(d, DOCTOR_OK, _("no sshd here: nobody comes from afar"));
	else if (d->sshd_unknown.code)
		doctor_say(d, DOCTOR_WARNING, _("%s; run this as root"), d->sshd_unknown.text);
	else
		return true;
	return false;
}

static void check_sshd(struct doctor *d)
{
	if (doctor_knows_sshd(d))
		doctor_judge_sshd(d, &d->sshd);
}

/* The program itself, and what it starts to read documents. */
static void check_program(struct doctor *d)
{
	const char *const paths[] = {
		"/proc/self/exe", arena_printf(d->arena, "%s" DUBAN_LIBEXECDIR, d->root),
		arena_printf(d->arena, "%s" DUBAN_LIBEXECDIR "/duban-convert", d->root)};
	size_t before = d->findings.n;
	const char *told = "";

	for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
		char *real = realpath(paths[i], NULL);
		const char *weak = real ? doctor_weak_part(d->arena, real) : NULL;

		free(real);
		if (!weak || strcmp(weak, told) == 0)
			continue;
		doctor_say(d, DOCTOR_WARNING,
			   _("others than root can replace %s: install the program with `make "
			     "install`"),
			   told = weak);
	}
	if (d->findings.n == before)
		doctor_say(d, DOCTOR_OK, _("only root can replace it"));
}

/* What sshd's command is told to read, and passes on to the sessions; else the server's. */
static void check_config(struct doctor *d)
{
	static const char option[] = " --config ";
	const char *told = strstr(sshd_config_value(&d->sshd, "authorizedkeyscommand"), option);

	if (told)
		told += sizeof option - 1;
	doctor_judge_config(d, told ? arena_strndup(d->arena, told, strcspn(told, " "))
				    : config_server_file());
}

const struct doctor_check doctor_sshd_checks[] = {
	{"program", N_("The program"), check_program},
	{"config", N_("Configuration"), check_config},
	{"account", N_("Its account"), doctor_check_account},
	{"sshd", N_("Log-in by key"), check_sshd},
	{NULL, NULL, NULL},
};
