/*
 * Whether a key that is known here gets its owner into duban at all: settings of sshd that put
 * something else in the place of the program or take no key, and lists of who may come in. Of the
 * lists plain names and those with * and ? are judged; the rest is left to who reads it.
 */
#include "cli/doctor.h"

#include <fnmatch.h>
#include <grp.h>
#include <pwd.h>
#include <string.h>
#include <strings.h>

enum { GROUPS_MAX = 64 };

static bool is_either(const char *value, const char *one, const char *other)
{
	return !*value || strcasecmp(value, one) == 0 || strcasecmp(value, other) == 0;
}

/* "publickey,password publickey": several ways, of which one has to do. */
static bool has_way(struct arena *a, const char *value, const char *one, const char *other)
{
	char *rest = arena_strdup(a, value), *way;

	while ((way = strsep(&rest, " ")))
		if (is_either(way, one, other))
			return true;
	return false;
}

static void judge_settings(struct doctor *d, const struct sshd_config *c)
{
	static const struct {
		const char *name, *shown, *wanted, *too;
		bool has_ways;
		const char *why; /* N_() */
	} settings[] = {
		{"forcecommand", "ForceCommand", "none", "none", false,
		 N_("whoever logs in gets another command than duban, maybe a shell")},
		{"pubkeyauthentication", "PubkeyAuthentication", "yes", "yes", false,
		 N_("no key is taken, nobody gets in")},
		{"authenticationmethods", "AuthenticationMethods", "publickey", "any", true,
		 N_("a key alone is not enough, nobody gets in")},
		{"permittty", "PermitTTY", "yes", "yes", false,
		 N_("the terminal interface opens for nobody")},
	};

	for (size_t i = 0; i < sizeof settings / sizeof settings[0]; i++) {
		const char *value = sshd_config_value(c, settings[i].name);
		const char *wanted = settings[i].wanted, *too = settings[i].too;

		if (is_either(value, wanted, too) ||
		    (settings[i].has_ways && has_way(d->arena, value, wanted, too)))
			continue;
		doctor_say(d, DOCTOR_WRONG,
			   _("%1$s: write \"%2$s %3$s\" into the block \"Match User %4$s\""),
			   _(settings[i].why), settings[i].shown, wanted, d->owner);
	}
}

enum fit { FITS_NOT, FITS, FITS_MAYBE };

struct names {
	const char *at[GROUPS_MAX];
	size_t n;
};

/* "dub*", "duban@10.0.0.*": where a name is followed by a computer, it has to fit as well. */
static enum fit fit_pattern(struct arena *a, const char *pattern, const char *name)
{
	const char *host = strrchr(pattern, '@');
	const char *user = host ? arena_strndup(a, pattern, (size_t)(host - pattern)) : pattern;

	if (strpbrk(user, "!\\[@"))
		return FITS_MAYBE;
	if (fnmatch(user, name, 0) != 0)
		return FITS_NOT;
	return host ? FITS_MAYBE : FITS;
}

static enum fit fit_list(struct arena *a, const char *patterns, const struct names *names)
{
	char *rest = arena_strdup(a, patterns), *pattern;
	enum fit best = names->n ? FITS_NOT : FITS_MAYBE;

	while ((pattern = strsep(&rest, " ")))
		for (size_t i = 0; *pattern && i < names->n; i++) {
			enum fit fit = fit_pattern(a, pattern, names->at[i]);

			if (fit == FITS)
				return FITS;
			if (fit == FITS_MAYBE)
				best = FITS_MAYBE;
		}
	return best;
}

static struct names groups_of(struct doctor *d)
{
	const struct passwd *pw = getpwnam(d->owner);
	struct names names = {.n = 0};
	gid_t ids[GROUPS_MAX];
	int n = GROUPS_MAX;

	if (!pw || getgrouplist(d->owner, pw->pw_gid, ids, &n) < 0)
		return names;
	for (int i = 0; i < n; i++) {
		const struct group *group = getgrgid(ids[i]);

		if (group)
			names.at[names.n++] = arena_strdup(d->arena, group->gr_name);
	}
	return names;
}

static void judge_lists(struct doctor *d, const struct sshd_config *c)
{
	static const struct {
		const char *name, *shown;
		bool of_groups;
		enum fit wrong;
		const char *change; /* N_() */
	} lists[] = {
		{"denyusers", "DenyUsers", false, FITS, N_("take it out of there")},
		{"allowusers", "AllowUsers", false, FITS_NOT, N_("add it there")},
		{"denygroups", "DenyGroups", true, FITS, N_("take its group out of there")},
		{"allowgroups", "AllowGroups", true, FITS_NOT, N_("add its group there")},
	};
	const struct names user = {{d->owner}, 1}, groups = groups_of(d);

	for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
		const char *value = sshd_config_value(c, lists[i].name);
		enum fit fit = fit_list(d->arena, value, lists[i].of_groups ? &groups : &user);

		if (!*value)
			continue;
		if (fit == lists[i].wrong)
			doctor_say(d, DOCTOR_WRONG,
				   _("\"%1$s %2$s\" keeps %3$s out, nobody gets in: %4$s"),
				   lists[i].shown, value, d->owner, _(lists[i].change));
		else if (fit == FITS_MAYBE)
			doctor_say(d, DOCTOR_WARNING,
				   _("not looked at: whether \"%1$s %2$s\" lets %3$s in; look "
				     "yourself"),
				   lists[i].shown, value, d->owner);
	}
}

void doctor_judge_entry(struct doctor *d, const struct sshd_config *c)
{
	judge_settings(d, c);
	judge_lists(d, c);
}
