/*
 * Whether sshd lets people into the account of the file by the keys that are known here, and by
 * nothing else. Where nobody logs in that way only the place of the program matters.
 */
#include "cli/doctor.h"

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

void doctor_judge_sshd(struct doctor *d, const struct sshd_config *c)
{
	size_t before = d->findings.n;

	if (!doctor_asks_for_keys(c))
		return doctor_say(
			d, DOCTOR_OK,
			_("sshd asks for no keys here: right where only %s works with the "
			  "file, else duban-setup(7) tells how"),
			d->owner);
	judge_command(d, sshd_config_value(c, "authorizedkeyscommand"));
	judge_user(d, sshd_config_value(c, "authorizedkeyscommanduser"));
	judge_ways_in(d, c);
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

static void check_program(struct doctor *d)
{
	char *program = realpath("/proc/self/exe", NULL);
	const char *weak = program ? doctor_weak_part(d->arena, program) : NULL;

	if (weak)
		doctor_say(d, DOCTOR_WARNING,
			   _("others than root can replace %s: install the program with `make "
			     "install`"),
			   weak);
	else
		doctor_say(d, DOCTOR_OK, _("only root can replace it"));
	free(program);
}

const struct doctor_check doctor_sshd_checks[] = {
	{"program", N_("The program"), check_program},
	{"account", N_("Its account"), doctor_check_account},
	{"sshd", N_("Log-in by key"), check_sshd},
	{NULL, NULL, NULL},
};
