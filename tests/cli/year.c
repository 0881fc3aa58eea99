/* The player of a year: words with names in them become command lines, one run of the program
 * each. */
#include "tests/cli/year.h"

#include <criterion/criterion.h>
#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SECONDS = 20 };

void year_stop(const char *fmt, ...)
{
	char text[1024];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	cr_assert(false, "%s", text);
	abort();
}

/* Words */

static const char *kept(const struct year *y, const char *name)
{
	for (size_t i = y->kept.n; i-- > 0;)
		if (strcmp(y->kept.at[i].name, name) == 0)
			return y->kept.at[i].value;
	year_stop("nothing was kept as {%s}", name);
}

void year_keep(struct year *y, const char *name, const char *value)
{
	*vec_push(&y->a, &y->kept) = (struct year_number){name, value};
}

static void keep_number(struct year *y, const char *name)
{
	const char *digits = y->r.out + strcspn(y->r.out, "0123456789");
	size_t n = strspn(digits, "0123456789");

	cr_assert_gt(n, 0, "no number in: %s", y->r.out);
	year_keep(y, name, arena_strndup(&y->a, digits, n));
}

/* "7" or "7.4" */
static bool read_place(const char *s, int *action, int *place)
{
	*place = 0;
	return sscanf(s, "%d.%d", action, place) >= 1;
}

const struct year_part *year_part(const struct year *y, int action, int place)
{
	for (size_t i = 0; i < y->parts.n; i++)
		if (y->parts.at[i].action == action && y->parts.at[i].place == place)
			return &y->parts.at[i];
	year_stop("action %d has no unit %d", action, place);
}

/* "L7", "C7.4", or the name itself; what follows a blank does not count. NULL: no such unit. */
static struct year_unit *named_unit(const struct year *y, const char *s)
{
	size_t n = strcspn(s, " ");
	int action, place;

	if ((*s == 'L' || *s == 'C') && read_place(s + 1, &action, &place))
		return &y->units.at[year_part(y, action, place)->unit];
	for (size_t i = 0; i < y->units.n; i++)
		if (strlen(y->units.at[i].name) == n && strncmp(y->units.at[i].name, s, n) == 0)
			return &y->units.at[i];
	return NULL;
}

/* What stands for a name in braces. */
static const char *resolve(struct year *y, const char *name, const struct year_part *part)
{
	const struct year_unit *unit = named_unit(y, name + (*name == '@'));
	int action, place, more = 0;

	if (unit)
		return *name == '@' ? unit->login : unit->name;
	if (strcmp(name, "a") == 0)
		return part->name;
	if (strcmp(name, "u") == 0)
		return y->units.at[part->unit].name;
	if (strcmp(name, "N") == 0 || sscanf(name, "N+%d", &more) == 1)
		return arena_printf(&y->a, "%d", part->action + more);
	if (isdigit((unsigned char)*name) && read_place(name, &action, &place))
		return year_part(y, action, 0)->name;
	return kept(y, name);
}

const char *year_fill(struct year *y, const char *word, const struct year_part *part)
{
	struct strbuf b = STRBUF_INIT;

	for (const char *s = word; *s;) {
		size_t n = strcspn(s, "{");

		strbuf_add(&b, s, n);
		s += n;
		if (!*s)
			break;
		n = strcspn(s, "}");
		strbuf_puts(&b, resolve(y, arena_strndup(&y->a, s + 1, n - 1), part));
		s += n + 1;
	}
	const char *filled = arena_strdup(&y->a, b.s ? b.s : "");
	strbuf_free(&b);
	return filled;
}

size_t year_split(struct year *y, const char *text, const char **words)
{
	size_t n = 0;

	while (*text) {
		bool quoted = *text == '\'';
		size_t len = strcspn(text += quoted, quoted ? "'" : " ");

		cr_assert_lt(n + 1, (size_t)YEAR_WORDS, "%s", text);
		words[n++] = arena_strndup(&y->a, text, len);
		text += len + (quoted && text[len]);
		text += strspn(text, " ");
	}
	words[n] = NULL;
	return n;
}

/* Calls */

static void call(struct year *y, const char *login, const char *words, const struct year_part *part)
{
	const char *argv[YEAR_WORDS + 2];
	const char *env[] = {arena_printf(&y->a, "DUBAN_DB=%s", y->db),
			     arena_printf(&y->a, "DUBAN_NOW=%s", y->day), "DUBAN_CONFIG=", NULL};
	size_t n = year_split(y, words, argv);

	for (size_t i = 0; i < n; i++)
		argv[i] = year_fill(y, argv[i], part);
	if (login) {
		argv[n++] = "--as";
		argv[n++] = login;
	}
	argv[n] = NULL;
	run_free(&y->r);
	run_argv(&y->r, &(struct run_how){.env = env, .seconds = SECONDS}, argv);
	y->ncalls++;
}

/* NULL: the one who owns the file. */
static const char *login_of(const struct year *y, const char *who)
{
	const struct year_unit *unit = named_unit(y, who);

	if (unit)
		return unit->login;
	return strcmp(who, "owner") == 0 ? NULL : who;
}

const char *year_say(struct year *y, const char *who, const char *words)
{
	call(y, login_of(y, who), words, NULL);
	cr_assert_eq(y->r.status, 0, "%s %s: %s: status %d: %s", y->day, who, words, y->r.status,
		     y->r.err);
	return y->r.out;
}

static void check(struct year *y, const struct event *v, size_t line)
{
	cr_assert_eq(y->r.status, v->status, "line %zu, %s %s: %s: status %d\n%s%s", line + 1,
		     y->day, v->who, v->words, y->r.status, y->r.out, y->r.err);
	cr_assert(!v->says || strstr(v->status ? y->r.err : y->r.out, v->says),
		  "line %zu, %s %s: %s: does not say \"%s\" but:\n%s%s", line + 1, y->day, v->who,
		  v->words, v->says, y->r.out, y->r.err);
}

/* Whether a line leaves a part or a unit out: " -5.2", " -C5.2". */
static bool left_out(const struct year *y, const char *who, const struct year_part *part,
		     size_t unit)
{
	for (const char *s = strstr(who, " -"); s; s = strstr(s + 1, " -")) {
		const struct year_unit *named = named_unit(y, s + 2);
		int action, place;

		if (named ? named == &y->units.at[unit]
			  : part && read_place(s + 2, &action, &place) && part->action == action &&
				    part->place == place)
			return true;
	}
	return false;
}

/* Playing */

static const char *speaker(struct year *y, const char *who, size_t unit)
{
	return *who == '*' ? y->units.at[unit].login : arena_strndup(&y->a, who, strcspn(who, "*"));
}

static void play_units(struct year *y, const struct event *v, size_t line)
{
	for (size_t i = 0; i < y->units.n; i++) {
		const struct year_part part = {.unit = i, .name = ""};

		if (left_out(y, v->who, NULL, i))
			continue;
		call(y, speaker(y, v->who, i), v->words, &part);
		check(y, v, line);
	}
}

/* group: "parts", "leads", or the unit whose parts are meant. */
static void play_parts(struct year *y, const struct event *v, const char *group, size_t line)
{
	const struct year_unit *unit = named_unit(y, group);

	for (size_t i = 0; i < y->parts.n; i++) {
		const struct year_part *part = &y->parts.at[i];

		if ((unit && &y->units.at[part->unit] != unit) ||
		    (strncmp(group, "leads", 5) == 0 && part->place) ||
		    left_out(y, v->who, part, part->unit))
			continue;
		call(y, speaker(y, v->who, part->unit), v->words, part);
		check(y, v, line);
	}
}

static void play_one(struct year *y, const struct event *v, size_t line)
{
	call(y, login_of(y, v->who), v->words, NULL);
	check(y, v, line);
	if (v->keep)
		keep_number(y, v->keep);
}

/* "LIST | COLUMN=VALUE … | COLUMN" */
static void look_up(struct year *y, const struct event *v)
{
	const char *where = strchr(v->words, '|'), *column = strrchr(v->words, '|');
	const char *list = arena_strndup(&y->a, v->words, (size_t)(where - v->words));
	const char *like = arena_strndup(&y->a, where + 2, (size_t)(column - where - 2));

	year_keep(y, v->keep, year_cell(y, list, like, column + 2));
}

void year_play(struct year *y, const struct event *events, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct event *v = &events[i];

		if (v->day)
			y->day = v->day;
		const char *group = strchr(v->who, '*');

		if (*v->who == '?')
			look_up(y, v);
		else if (!group)
			play_one(y, v, i);
		else if (strncmp(group, "*units", 6) == 0)
			play_units(y, v, i);
		else
			play_parts(y, v, group + 1, i);
	}
}

void year_replace(struct year *y, const char *unit, const char *login)
{
	named_unit(y, unit)->login = login;
}

/* A thousand small writes, each synced, want a folder in memory where there is one. */
static void make_folder(struct tmp *tmp)
{
	static const char memory[] = "/dev/shm";
	char *before = xasprintf("%s", getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp");

	if (access(memory, W_OK | X_OK) == 0)
		setenv("TMPDIR", memory, 1);
	tmp_make(tmp);
	setenv("TMPDIR", before, 1);
	free(before);
}

void year_begin(struct year *y, const char *document, const char *day)
{
	static const char *const desks[] = {
		"person add office 方主任",  "person post office office",
		"person add office2 袁科长", "person post office2 office",
		"person add leader 严区长",  "person post leader leader",
	};

	*y = (struct year){.day = day};
	make_folder(&y->tmp);
	y->db = tmp_path(&y->tmp, "year.db");
	year_say(y, "owner", "init --name 管理员");
	for (size_t i = 0; i < sizeof desks / sizeof *desks; i++)
		year_say(y, "owner", desks[i]);
	year_say(y, "office", arena_printf(&y->a, "import %s --code year --yes", document));
	year_read_parts(y);
}

void year_end(struct year *y)
{
	run_free(&y->r);
	free(y->db);
	tmp_remove(&y->tmp);
	arena_free(&y->a);
}
