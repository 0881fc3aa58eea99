/*
 * Whether sshd starts anything in the account of the file. It does so by the account's shell, also
 * what a key is bound to; and it turns away who would come into an account that has expired, or
 * whose password was to be changed, which nobody has. And whether the configuration that sessions
 * there begin with is root's.
 */
#include "cli/doctor.h"

#include <grp.h>
#include <pwd.h>
#include <shadow.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

enum { GROUPS_MAX = 64 };

static void judge_shell(struct doctor *d, const char *shell)
{
	const char *path = *shell ? shell : "/bin/sh", *name = strrchr(path, '/');

	name = name ? name + 1 : path;
	if (access(path, X_OK) != 0 || strcmp(name, "nologin") == 0 || strcmp(name, "false") == 0)
		doctor_say(d, DOCTOR_WRONG,
			   _("its shell is %1$s, by which sshd can start nothing: usermod --shell "
			     "/bin/sh %2$s"),
			   path, d->owner);
}

/* The rules of pam_unix(8); without PAM sshd itself asks for the first, and for the lock. */
static void judge_shadow(struct doctor *d, const struct spwd *s, int today, bool pam)
{
	if (s->sp_expire >= 0 && today >= s->sp_expire)
		doctor_say(d, DOCTOR_WRONG,
			   _("it has expired, nobody gets in: chage --expiredate -1 %s"), d->owner);
	if (pam && (s->sp_lstchg == 0 ||
		    (s->sp_lstchg > 0 && s->sp_max >= 0 && today - s->sp_lstchg > s->sp_max)))
		doctor_say(d, DOCTOR_WRONG,
			   _("its password is to be changed, and till then nobody gets in: chage "
			     "--lastday $(date +%%F) --maxdays -1 %s"),
			   d->owner);
	if (!pam && s->sp_pwdp && *s->sp_pwdp == '!')
		doctor_say(d, DOCTOR_WRONG,
			   _("it is locked, and without \"UsePAM yes\" sshd takes no key then: "
			     "usermod --password '*' %s"),
			   d->owner);
}

void doctor_judge_account(struct doctor *d, const char *shell, const struct spwd *s, int today,
			  const struct sshd_config *c)
{
	size_t before = d->findings.n;

	judge_shell(d, shell);
	if (s)
		judge_shadow(d, s, today, strcasecmp(sshd_config_value(c, "usepam"), "yes") == 0);
	else
		doctor_say(
			d, DOCTOR_WARNING,
			_("not looked at: whether it has expired or is locked; run this as root"));
	if (d->findings.n == before)
		doctor_say(d, DOCTOR_OK, _("sshd can start sessions in it"));
}

static bool may_read(const struct doctor *d, const struct stat *st)
{
	const struct passwd *pw = getpwnam(d->owner);
	gid_t groups[GROUPS_MAX];
	int n = GROUPS_MAX;

	if (pw && pw->pw_uid == st->st_uid)
		return st->st_mode & S_IRUSR;
	if (pw && getgrouplist(d->owner, pw->pw_gid, groups, &n) >= 0)
		for (int i = 0; i < n; i++)
			if (groups[i] == st->st_gid)
				return st->st_mode & S_IRGRP;
	return st->st_mode & S_IROTH;
}

void doctor_judge_config(struct doctor *d, const char *path)
{
	size_t before = d->findings.n;
	struct stat st;

	if (!*path || stat(path, &st))
		return doctor_say(d, DOCTOR_OK, _("none for the whole server"));
	if (st.st_uid != 0 || (st.st_mode & 022))
		doctor_say(d, DOCTOR_WRONG,
			   _("others than root can change what sessions obey, and which command "
			     "carries notices out: chown root %1$s, chmod go-w %1$s"),
			   path);
	if (*d->owner && !may_read(d, &st))
		doctor_say(d, DOCTOR_WRONG,
			   _("%1$s cannot read it, and every log-in fails: chmod a+r %2$s"),
			   d->owner, path);
	if (d->findings.n == before)
		doctor_say(d, DOCTOR_OK, _("only root can change %s"), path);
}

void doctor_check_account(struct doctor *d)
{
	const struct passwd *pw;

	if (!doctor_knows_sshd(d))
		return;
	pw = doctor_asks_for_keys(&d->sshd) ? getpwnam(d->owner) : NULL;
	if (!pw)
		return doctor_say(d, DOCTOR_OK, _("nobody logs in to it by keys known here"));
	/* root alone is told of expiry and lock */
	doctor_judge_account(d, pw->pw_shell, getspnam(d->owner), date_to_days(d->cli->now.today),
			     &d->sshd);
}
