/* The player of a year: words with names in them become command lines, one run of the program
 * each. */
#include "tests/cli/year.h"

#include <criterion/criterion.h>
#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS_MAX = 48, SECONDS = 20 };

/* The table of the year itself is wrong. */
static void stop(const char *fmt, ...) __attribute__((format(printf, 1, 2), noreturn));
static void stop(const char *fmt, ...)
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
	stop("nothing was kept as {%s}", name);
}

static void keep(struct year *y, const char *name)
{
	const char *digits = y->r.out + strcspn(y->r.out, "0123456789");
	size_t n = strspn(digits, "0123456789");

	cr_assert_gt(n, 0, "no number in: %s", y->r.out);
	*vec_push(&y->a, &y->kept) = (struct year_number){name, arena_strndup(&y->a, digits, n)};
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
	stop("action %d has no unit %d", action, place);
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

static const char *fill(struct year *y, const char *word, const struct year_part *part)
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

static size_t split(struct year *y, const char *text, const char **words)
{
	size_t n = 0;

	for (const char *s = text; *s;) {
		size_t len = strcspn(s, " ");

		cr_assert_lt(n + 1, (size_t)WORDS_MAX, "%s", text);
		words[n++] = arena_strndup(&y->a, s, len);
		s += len + strspn(s + len, " ");
	}
	words[n] = NULL;
	return n;
}

/* Calls */

static void call(struct year *y, const char *login, const char *words, const struct year_part *part)
{
	const char *argv[WORDS_MAX + 2];
	const char *env[] = {arena_printf(&y->a, "DUBAN_DB=%s", y->db),
			     arena_printf(&y->a, "DUBAN_NOW=%s", y->day), "DUBAN_CONFIG=", NULL};
	size_t n = split(y, words, argv);

	for (size_t i = 0; i < n; i++)
		argv[i] = fill(y, argv[i], part);
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

/* Lists */

/* The cell of a row of TSV; columns from 0. In the arena. */
static const char *cell_at(struct arena *a, const char *row, size_t column)
{
	for (; column > 0; column--)
		row += strcspn(row, "\t\n") + 1;
	return arena_strndup(a, row, strcspn(row, "\t\n"));
}

static size_t column_of(struct year *y, const char *head, const char *name)
{
	size_t n = strcspn(head, "\n"), column = 0;

	for (const char *s = head; s < head + n; s += strcspn(s, "\t\n") + 1, column++)
		if (strcmp(cell_at(&y->a, s, 0), name) == 0)
			return column;
	stop("no column \"%s\" in: %.*s", name, (int)n, head);
}

static bool row_fits(struct year *y, const char *head, const char *row, const char *where)
{
	const char *words[WORDS_MAX];
	size_t n = split(y, where, words);

	for (size_t i = 0; i < n; i++) {
		const char *equals = strchr(words[i], '=');
		size_t column = column_of(
			y, head, arena_strndup(&y->a, words[i], (size_t)(equals - words[i])));

		if (strcmp(cell_at(&y->a, row, column), fill(y, equals + 1, NULL)) != 0)
			return false;
	}
	return true;
}

static const char *read_list(struct year *y, const char *words)
{
	const char *text = arena_printf(&y->a, "%s --format tsv", words);

	return arena_strdup(&y->a, year_say(y, "office", text));
}

static const char *next_row(const char *row)
{
	return row + strcspn(row, "\n") + (strchr(row, '\n') != NULL);
}

void year_for_each(struct year *y, const char *list, const char *where, const char *who,
		   const char *words)
{
	const char *head = read_list(y, list);
	size_t id = column_of(y, head, "id");

	for (const char *row = next_row(head); *row; row = next_row(row)) {
		if (!row_fits(y, head, row, where))
			continue;
		*vec_push(&y->a, &y->kept) = (struct year_number){"id", cell_at(&y->a, row, id)};
		year_say(y, who, words);
	}
}

size_t year_count(struct year *y, const char *words, const char *where)
{
	const char *head = read_list(y, words);
	size_t n = 0;

	for (const char *row = next_row(head); *row; row = next_row(row))
		n += row_fits(y, head, row, where);
	return n;
}

const char *year_cell(struct year *y, const char *words, const char *where, const char *column)
{
	const char *head = read_list(y, words), *found = NULL;

	for (const char *row = next_row(head); *row; row = next_row(row)) {
		if (!row_fits(y, head, row, where))
			continue;
		cr_assert_null(found, "%s: several rows with %s", words, where);
		found = cell_at(&y->a, row, column_of(y, head, column));
	}
	cr_assert_not_null(found, "%s: no row with %s:\n%s", words, where, head);
	return found;
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
		keep(y, v->keep);
}

/* "LIST | COLUMN=VALUE … | COLUMN" */
static void look_up(struct year *y, const struct event *v)
{
	const char *where = strchr(v->words, '|'), *column = strrchr(v->words, '|');
	const char *list = arena_strndup(&y->a, v->words, (size_t)(where - v->words));
	const char *like = arena_strndup(&y->a, where + 2, (size_t)(column - where - 2));

	*vec_push(&y->a, &y->kept) =
		(struct year_number){v->keep, year_cell(y, list, like, column + 2)};
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

/* The beginning */

static size_t find_unit(struct year *y, const char *name)
{
	for (size_t i = 0; i < y->units.n; i++)
		if (strcmp(y->units.at[i].name, name) == 0)
			return i;
	*vec_push(&y->a, &y->units) = (struct year_unit){name, NULL};
	return y->units.n - 1;
}

static void add_officers(struct year *y)
{
	for (size_t i = 0; i < y->units.n; i++) {
		struct year_unit *unit = &y->units.at[i];

		if (unit->login)
			continue;
		unit->login = arena_printf(&y->a, "u%02zu", i + 1);
		year_say(y, "owner",
			 arena_printf(&y->a, "person add %s 联络员%zu", unit->login, i + 1));
		year_say(y, "owner",
			 arena_printf(&y->a, "person post %s reporter --unit %s", unit->login,
				      unit->name));
	}
}

void year_read_parts(struct year *y)
{
	const char *head = read_list(y, "list"), *last = "";
	size_t action = column_of(y, head, "action"), unit = column_of(y, head, "unit"),
	       role = column_of(y, head, "role");
	int nactions = 0, place = 0;

	y->parts.n = 0;
	for (const char *row = next_row(head); *row; row = next_row(row)) {
		struct year_part part = {.name = cell_at(&y->a, row, action)};

		if (strcmp(part.name, last) != 0)
			nactions++, place = 0;
		last = part.name;
		part.action = nactions;
		part.place = strcmp(cell_at(&y->a, row, role), "lead") == 0 ? 0 : ++place;
		part.unit = find_unit(y, cell_at(&y->a, row, unit));
		*vec_push(&y->a, &y->parts) = part;
	}
	cr_assert_eq(nactions, YEAR_ACTIONS);
	add_officers(y);
}

void year_replace(struct year *y, const char *unit, const char *login)
{
	named_unit(y, unit)->login = login;
}

size_t year_count_parts(const struct year *y, size_t unit)
{
	size_t n = 0;

	for (size_t i = 0; i < y->parts.n; i++)
		n += y->parts.at[i].unit == unit;
	return n;
}

void year_begin(struct year *y, const char *document, const char *day)
{
	static const char *const desks[] = {
		"person add office 方主任",  "person post office office",
		"person add office2 袁科长", "person post office2 office",
		"person add leader 严区长",  "person post leader leader",
	};

	*y = (struct year){.day = day};
	tmp_make(&y->tmp);
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
