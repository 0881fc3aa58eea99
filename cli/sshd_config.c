/*
 * The first value of a setting counts, and one in a block of Match that fits goes before those
 * outside. Of the conditions only "User" and "all" are judged; a block with others is passed over.
 */
#include "cli/sshd_config.h"

#include "core/i18n.h"
#include "exchange/child.h"

#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/wait.h>
#include <unistd.h>

#define MAIN_FILE "/etc/ssh/sshd_config"
#define SPACE	  " \t\r\n"

enum { INCLUDE_DEPTH = 8 };

struct reading {
	struct arena *a;
	const char *user, *folder;
	struct sshd_config *matched, *general;
	bool in_match, fits; /* inside a block of Match, and one for this user */
	int depth;
};

const char *sshd_config_value(const struct sshd_config *c, const char *name)
{
	for (size_t i = 0; i < c->settings.n; i++)
		if (strcmp(c->settings.at[i].name, name) == 0)
			return c->settings.at[i].value;
	return "";
}

/* These may stand several times, and all count. */
static bool is_list(const char *name)
{
	static const char *const lists[] = {"acceptenv", "allowusers", "denyusers", "allowgroups",
					    "denygroups"};

	for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
		if (strcmp(name, lists[i]) == 0)
			return true;
	return false;
}

static void add_setting(struct arena *a, struct sshd_config *c, const char *name, const char *value)
{
	for (size_t i = 0; i < c->settings.n; i++) {
		struct sshd_setting *s = &c->settings.at[i];

		if (strcmp(s->name, name) != 0)
			continue;
		if (is_list(name))
			s->value = arena_printf(a, "%s %s", s->value, value);
		return;
	}
	*vec_push(a, &c->settings) = (struct sshd_setting){name, value};
}

/* "User duban,backup": one of the patterns fits. */
static bool fits_user(struct arena *a, const char *patterns, const char *user)
{
	char *rest = arena_strdup(a, patterns), *pattern;
	bool fits = false;

	while ((pattern = strsep(&rest, ","))) {
		if (*pattern == '!' && fnmatch(pattern + 1, user, 0) == 0)
			return false;
		fits |= fnmatch(pattern, user, 0) == 0;
	}
	return fits;
}

static void begin_match(struct reading *r, char *conditions)
{
	char *name = strsep(&conditions, SPACE);

	r->in_match = true;
	r->fits = strcasecmp(name, "all") == 0;
	if (conditions && !strpbrk(conditions, SPACE) && strcasecmp(name, "user") == 0)
		r->fits = fits_user(r->a, conditions, r->user);
}

static int read_file(struct reading *r, const char *file, struct err *e);

static int include(struct reading *r, const char *pattern, struct err *e)
{
	const char *path =
		*pattern == '/' ? pattern : arena_printf(r->a, "%s/%s", r->folder, pattern);
	bool in_match = r->in_match, fits = r->fits;
	glob_t found;
	int failed = 0;

	if (r->depth >= INCLUDE_DEPTH || glob(path, 0, NULL, &found) != 0)
		return 0;
	for (size_t i = 0; i < found.gl_pathc && !failed; i++) {
		r->depth++;
		failed = read_file(r, found.gl_pathv[i], e) < 0;
		r->depth--;
		r->in_match = in_match;
		r->fits = fits;
	}
	globfree(&found);
	return failed ? -1 : 0;
}

/* Letters of a name small; one space between words; no quotation marks, no comment. */
static void tidy(char *line)
{
	char *to = line;

	for (const char *s = line; *s && *s != '#'; s++) {
		if (*s == '"')
			continue;
		if (strchr(SPACE, *s) && (to == line || to[-1] == ' '))
			continue;
		*to++ = *s;
		if (strchr(SPACE, *s))
			to[-1] = ' ';
	}
	while (to > line && to[-1] == ' ')
		to--;
	*to = '\0';
	for (char *s = line; *s && *s != ' '; s++)
		if (*s >= 'A' && *s <= 'Z')
			*s = (char)(*s - 'A' + 'a');
}

static int read_line(struct reading *r, char *line, struct err *e)
{
	char *value;

	tidy(line);
	value = line + strcspn(line, " =");
	if (!*value)
		return 0;
	*value++ = '\0';
	value += strspn(value, " =");
	if (strcmp(line, "match") == 0) {
		begin_match(r, value);
		return 0;
	}
	if (r->in_match && !r->fits)
		return 0;
	if (strcmp(line, "include") == 0)
		return include(r, arena_strdup(r->a, value), e);
	add_setting(r->a, r->in_match ? r->matched : r->general, arena_strdup(r->a, line),
		    arena_strdup(r->a, value));
	return 0;
}

static int read_stream(struct reading *r, FILE *in, struct err *e)
{
	char *line = NULL;
	size_t room = 0;
	int failed = 0;

	while (!failed && getline(&line, &room, in) > 0)
		failed = read_line(r, line, e) < 0;
	free(line);
	return failed ? -1 : 0;
}

static int read_file(struct reading *r, const char *file, struct err *e)
{
	FILE *in = fopen(file, "re");
	int rc;

	if (!in)
		return err_set(e, errno == ENOENT ? ERR_NOT_FOUND : ERR_IO, _("cannot open %s: %s"),
			       file, strerror(errno));
	rc = read_stream(r, in, e);
	fclose(in);
	return rc;
}

int sshd_config_read_file(struct arena *a, const char *file, const char *user,
			  struct sshd_config *c, struct err *e)
{
	struct sshd_config general = {0};
	char *folder = arena_strdup(a, file), *slash = strrchr(folder, '/');
	struct reading r = {
		.a = a, .user = user, .folder = folder, .matched = c, .general = &general};

	*c = (struct sshd_config){0};
	if (slash)
		*slash = '\0';
	if (read_file(&r, file, e) < 0)
		return -1;
	for (size_t i = 0; i < general.settings.n; i++)
		if (!*sshd_config_value(c, general.settings.at[i].name))
			add_setting(a, c, general.settings.at[i].name,
				    general.settings.at[i].value);
	return 0;
}

/* Its first line; NULL when it says nothing. */
static const char *first_line(struct arena *a, FILE *in)
{
	char *line = NULL;
	size_t room = 0;
	const char *first = NULL;

	if (getline(&line, &room, in) > 0) {
		line[strcspn(line, "\r\n")] = '\0';
		first = arena_strdup(a, line);
	}
	free(line);
	return first;
}

/* Its exit status, -1 when it could not be started. */
static int run_sshd(const char *program, const char *const *argv, int out, int errors)
{
	struct child_start start = {
		.argv = argv, .program = program, .output = out, .errors = errors};
	int status = -1;
	pid_t pid;

	start.input = open("/dev/null", O_RDONLY | O_CLOEXEC);
	if (start.input < 0)
		return -1;
	if (child_spawn(&pid, &start) == 0)
		waitpid(pid, &status, 0);
	close(start.input);
	return status;
}

int sshd_config_ask(struct arena *a, const char *program, const char *user, struct sshd_config *c)
{
	const char *who = arena_printf(a, "user=%s,host=localhost,addr=127.0.0.1", user);
	const char *const argv[] = {"sshd", "-T", "-C", who, NULL};
	struct reading r = {.a = a, .user = user, .folder = "/", .matched = c, .general = c};
	struct err unread = ERR_INIT;
	int out_fd = child_input("sshd", "", 0), errors_fd = child_input("sshd", "", 0);
	FILE *out = out_fd >= 0 ? fdopen(out_fd, "r") : NULL;
	FILE *errors = errors_fd >= 0 ? fdopen(errors_fd, "r") : NULL;
	int status = -1;

	*c = (struct sshd_config){0};
	if (out && errors && access(program, X_OK) == 0)
		status = run_sshd(program, argv, out_fd, errors_fd);
	if (out)
		rewind(out);
	if (errors)
		rewind(errors);
	if (status == 0)
		read_stream(&r, out, &unread);
	else if (status != -1)
		c->refused = first_line(a, errors);
	if (out)
		fclose(out);
	if (errors)
		fclose(errors);
	return status == 0 ? 0 : -1;
}

int sshd_config_read(struct arena *a, const char *user, struct sshd_config *c, struct err *e)
{
	struct sshd_config asked;

	*c = (struct sshd_config){0};
	if (getuid() == 0 && sshd_config_ask(a, "/usr/sbin/sshd", user, c) == 0)
		return 0;
	asked = *c;
	if (sshd_config_read_file(a, MAIN_FILE, user, c, e) < 0)
		return -1;
	c->refused = asked.refused;
	return 0;
}
