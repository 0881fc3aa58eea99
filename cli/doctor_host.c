/* The machine around the file: texts, terminals, time, what runs by the clock, what the kernel
 * offers. */
#include "cli/confine.h"
#include "cli/doctor.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static void check_locale(struct doctor *d)
{
	locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);

	if (!utf8)
		return doctor_say(d, DOCTOR_WRONG,
				  _("there is no locale C.UTF-8: install the package of the C "
				    "library's locales (libc-bin)"));
	freelocale(utf8);
	if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		doctor_say(d, DOCTOR_WARNING,
			   _("the locale of this account is not UTF-8: write LANG=C.UTF-8 into "
			     "/etc/default/locale"));
	else
		doctor_say(d, DOCTOR_OK, _("UTF-8"));
}

static bool has_terminal(const struct doctor *d, const char *name)
{
	static const char *const folders[] = {"/etc/terminfo", "/lib/terminfo",
					      "/usr/share/terminfo"};

	for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++)
		if (access(arena_printf(d->arena, "%s%s/%c/%s", d->root, folders[i], *name, name),
			   R_OK) == 0)
			return true;
	return false;
}

static void check_terminals(struct doctor *d)
{
	static const char *const names[] = {
		"xterm", "xterm-256color", "linux", "screen", "screen-256color",
		"tmux",	 "tmux-256color",  "vt100", "putty",
	};
	struct strbuf missing = STRBUF_INIT;

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (!has_terminal(d, names[i]))
			strbuf_printf(&missing, " %s", names[i]);
	if (missing.nbytes)
		doctor_say(d, DOCTOR_WARNING,
			   _("not described here:%s; who has such a terminal cannot open the "
			     "interface: install the packages ncurses-base and ncurses-term"),
			   missing.s);
	else
		doctor_say(d, DOCTOR_OK, _("the usual ones are described here"));
	strbuf_free(&missing);
}

static void check_zone(struct doctor *d)
{
	tzset();
	if (timezone == 0 && !daylight)
		doctor_say(d, DOCTOR_WARNING,
			   _("%s: periods close at midnight there; if that is not yours, "
			     "`timedatectl set-timezone Asia/Shanghai` or the like"),
			   tzname[0]);
	else
		doctor_say(d, DOCTOR_OK, _("periods close at midnight of %s"), tzname[0]);
}

static bool is_enabled(const struct doctor *d, const char *timer)
{
	return access(arena_printf(d->arena, "%s/etc/systemd/system/timers.target.wants/%s",
				   d->root, timer),
		      F_OK) == 0;
}

/* The units of etc/systemd run in this account, and know nothing of a file of another one. */
static const char timers_account[] = "duban";

static void check_timers(struct doctor *d)
{
	static const char *const timers[] = {"duban-backup.timer", "duban-check.timer",
					     "duban-remind.timer"};
	size_t before = d->findings.n;

	if (*d->owner && strcmp(d->owner, timers_account) != 0)
		return doctor_say(
			d, DOCTOR_OK,
			_("those of systemd work for the account %s: for a file of %s let "
			  "cron run `duban backup`"),
			timers_account, d->owner);
	if (access(arena_printf(d->arena, "%s/run/systemd/system", d->root), F_OK) != 0)
		return doctor_say(d, DOCTOR_WARNING,
				  _("no systemd runs here: let cron run `duban backup`, `duban "
				    "check` and `duban remind`"));
	for (size_t i = 0; i < sizeof timers / sizeof timers[0]; i++)
		if (!is_enabled(d, timers[i]))
			doctor_say(d, DOCTOR_WARNING, _("%1$s is off: systemctl enable --now %1$s"),
				   timers[i]);
	if (d->findings.n == before)
		doctor_say(d, DOCTOR_OK, _("on"));
}

static void check_confinement(struct doctor *d)
{
	if (strcmp(config_text(&d->cli->config, CONFIG_CONFINE), "never") == 0)
		doctor_say(d, DOCTOR_WARNING,
			   _("switched off: write confine = \"auto\"; into the configuration"));
	else if (confine_version() == 0)
		doctor_say(d, DOCTOR_WARNING,
			   _("this kernel has no Landlock, or it is off: a session keeps what the "
			     "account may read; Linux 5.13 and newer have it"));
	else
		doctor_say(d, DOCTOR_OK, _("sessions give up what they do not need"));
}

const struct doctor_check doctor_host_checks[] = {
	{"confinement", N_("Confinement"), check_confinement},
	{"timers", N_("Timers"), check_timers},
	{"locale", N_("Characters"), check_locale},
	{"terminals", N_("Terminals"), check_terminals},
	{"zone", N_("Time zone"), check_zone},
	{NULL, NULL, NULL},
};
