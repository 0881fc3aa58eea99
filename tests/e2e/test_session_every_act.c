/*
 * Every act of the table of rights, pressed through `duban session --key` by every post, on a thing
 * of its own unit and on another unit's. Who may do it has it in the file then, with the word of
 * the log and the unit; to who may not it is refused, or there is no way to it, and nothing is
 * written. The ways stand in act_ways.c and are the same for all.
 */
#include "core/mem.h"
#include "tests/e2e/act_ways.h"
#include "tests/e2e/room.h"
#include "tests/support/file_check.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 40, COLS = 110, SETTLE_MS = 60, DOWN_MAX = 20 };

/* Somebody in a session, and what they try. */
struct seat {
	struct room room;
	struct pty *p;
	enum post_role role;
	const struct act_way *way;
	const struct act_side *side;
	bool may_it;
};

static bool is_of_unit(enum post_role role)
{
	return role == POST_REPORTER || role == POST_APPROVER;
}

static bool may_it(const struct seat *s)
{
	enum { UNIT = 1, ANOTHER = 2 };
	const struct post_row post = {
		.role = s->role, .unit_id = is_of_unit(s->role) ? UNIT : 0, .unit = ""};
	const struct actor who = {.posts = &post, .nposts = 1};
	const struct subject what = {.unit_id = s->way->of_nobody		 ? 0
						: s->side == &act_sides[ACT_OWN] ? UNIT
										 : ANOTHER,
				     .unit = ""};

	return may_quietly(&who, s->way->act, &what);
}

/* What is looked for is waited for by who may; else all that was pressed has been seen to. */
static void settle(struct seat *s)
{
	pty_wait_taken(s->p);
	pty_settle(s->p, SETTLE_MS);
}

static bool sees(struct seat *s, const char *text)
{
	if (s->may_it)
		return pty_wait_text(s->p, text);
	settle(s);
	return pty_find(s->p, text, NULL, NULL);
}

static bool choose(struct seat *s, const char *text)
{
	char digit[2];

	settle(s);
	if (s->may_it ? !room_find_entry(s->p, text, digit) : !room_sees_entry(s->p, text, digit))
		return false;
	room_press(s->p, digit);
	return true;
}

static bool go_down_to(struct seat *s, const char *text)
{
	if (!sees(s, text))
		return false;
	settle(s);
	for (int i = 0; i < DOWN_MAX && !room_is_marked(s->p, text); i++) {
		room_press(s->p, "Down");
		settle(s);
	}
	return room_is_marked(s->p, text);
}

static bool go_to_field(struct seat *s, const char *label)
{
	if (!sees(s, "F9 submit") || !sees(s, label))
		return false;
	room_tab_to(s->p, label);
	return true;
}

/* Text is typed where there is a cursor for it: elsewhere its letters are keys. */
static bool type(struct seat *s, const char *text)
{
	settle(s);
	if (s->may_it ? !pty_wait(s->p, room_has_cursor, NULL) : !room_has_cursor(s->p, NULL))
		return false;
	pty_type(s->p, text);
	return true;
}

static bool press_key(struct seat *s, const char *name)
{
	settle(s);
	if (name[1])
		pty_key(s->p, name);
	else
		pty_type(s->p, name);
	return true;
}

static bool do_part(struct seat *s, const char *part)
{
	switch (*part) {
	case '>':
		return choose(s, part + 1);
	case '?': {
		char digit[2];
		settle(s);
		if (room_sees_entry(s->p, part + 1, digit))
			room_press(s->p, digit);
		return sees(s, "1 overview");
	}
	case '@':
		return go_down_to(s, part + 1);
	case '!':
		return sees(s, part + 1);
	case '#':
		return go_to_field(s, part + 1);
	case '=':
		return type(s, part + 1);
	default:
		return press_key(s, part);
	}
}

static char *way_of(const struct seat *s)
{
	const char *way = is_of_unit(s->role) && s->way->of_unit ? s->way->of_unit : s->way->way;
	struct strbuf b = STRBUF_INIT;

	for (; *way; way++) {
		if (*way == '~' || *way == '^')
			strbuf_puts(&b, *way == '~' ? s->side->sign : s->side->title);
		else
			strbuf_add(&b, way, 1);
	}
	return strbuf_detach(&b);
}

/* Out of menus and questions; a form is left by the main menu. */
static void go_out(struct seat *s)
{
	enum { DEEPEST = 6 };

	settle(s);
	for (int i = 0; i < DEEPEST && !pty_find(s->p, "0 main menu", NULL, NULL); i++) {
		pty_key(s->p, "Esc");
		settle(s);
	}
	pty_expect(s->p, "0 main menu");
}

/* The part that cannot be gone, which the caller frees; NULL: the way was gone to its end. */
static char *go(struct seat *s)
{
	char *way = way_of(s), *rest = way, *part, *stopped = NULL;

	pty_key(s->p, "F10");
	pty_expect(s->p, "Leave");
	while (!stopped && (part = strsep(&rest, ";"))) {
		part += strspn(part, " ");
		if (!do_part(s, part))
			stopped = xstrdup(part);
	}
	free(way);
	return stopped;
}

static char *last_log(const struct seat *s)
{
	return file_text(s->room.db, "SELECT max(id) FROM log");
}

struct wanted {
	const struct seat *s;
	const char *since;
};

/* The act stands in the log since, with the unit whose thing it was. */
static bool is_logged(struct pty *p, void *data)
{
	const struct wanted *w = data;
	const struct act_way *act = w->s->way;
	char *sql = xasprintf("SELECT 1 FROM log LEFT JOIN unit ON unit.id = log.unit_id"
			      " WHERE log.id > %s AND act = '%s'%s%s%s",
			      w->since, act->word, act->of_nobody ? "" : " AND unit.name = '",
			      act->of_nobody ? "" : w->s->side->unit, act->of_nobody ? "" : "'");
	char *found = file_text(w->s->room.db, sql);
	bool is_so = found != NULL;

	(void)p;
	free(found);
	free(sql);
	return is_so;
}

static char *name_of(const struct seat *s)
{
	return xasprintf("%s by %s on what is of %s", act_word(s->way->act),
			 post_role_word(s->role), s->side->unit);
}

static void expect_done(struct seat *s, const char *stopped, const char *since)
{
	char *name = name_of(s);

	cr_expect_null(stopped, "%s: no \"%s\":\n%s", name, stopped, pty_screen(s->p));
	if (!stopped && s->way->word)
		cr_expect(pty_wait(s->p, is_logged, &(struct wanted){s, since}),
			  "%s: no %s in the log:\n%s", name, s->way->word, pty_screen(s->p));
	free(name);
}

static void expect_refused(struct seat *s, const char *stopped, const char *since)
{
	char *name = name_of(s), *now;

	settle(s);
	now = last_log(s);
	cr_expect_str_eq(now, since, "%s: something is written:\n%s", name, pty_screen(s->p));
	cr_expect(stopped || s->way->word, "%s: it is shown:\n%s", name, pty_screen(s->p));
	free(now);
	free(name);
}

static void press_it(struct seat *s)
{
	char *since = last_log(s);

	s->may_it = may_it(s);
	char *stopped = go(s);
	(s->may_it ? expect_done : expect_refused)(s, stopped, since);
	free(stopped);
	free(since);
	go_out(s);
}

/* What both units have: on the action 3, and reports on 1. */
static void add_things(struct room *r, const char *login, const char *sign)
{
	char *milestone = xasprintf("%s节点", sign), *late = xasprintf("%s迟办", sign);
	char *evidence = xasprintf("%s佐证", sign), *example = xasprintf("%s案例", sign);
	char *words = xasprintf("%s批示", sign), *unit = xasprintf("区%s局", sign);

	room_must(r, login, "milestone", "add", "sx2021/3", milestone, "--due", "2021-12-10", NULL);
	room_must(r, login, "milestone", "add", "sx2021/3", late, "--due", "2021-11-10", NULL);
	room_must(r, login, "evidence", "add", "sx2021/3", "--kind", "note", "--title", evidence,
		  NULL);
	room_must(r, login, "case", "add", "sx2021/3", example, "--text", "经验", NULL);
	room_must(r, login, "request", "contest", "sx2021/1", "--about", "wording", "--reason",
		  "异议", NULL);
	room_must(r, login, "report", "sx2021/1", "--percent", "30", "--done", "进展", "--submit",
		  NULL);
	room_must(r, "leader", "notice", "instruct", "sx2021/3", words, "--unit", unit, NULL);
	free(milestone);
	free(late);
	free(evidence);
	free(example);
	free(words);
	free(unit);
}

static void sit_down(struct seat *s, enum post_role role)
{
	const char key[] = {(char)('1' + role), '\0'};

	*s = (struct seat){.role = role};
	room_open(&s->room);
	room_add_posts(&s->room, act_sides[ACT_OWN].unit);
	room_must(&s->room, NULL, "assign", "sx2021/1", act_sides[ACT_OWN].unit, "--role", "coop",
		  NULL);
	add_things(&s->room, "shuiwu", act_sides[ACT_OWN].sign);
	add_things(&s->room, "jiaoyu", act_sides[ACT_FOREIGN].sign);
	s->p = room_come(&s->room, key, "en", ROWS, COLS);
	pty_expect(s->p, "0 main menu");
}

ParameterizedTestParameters(session_every_act, is_done_by_those_who_may)
{
	static enum post_role roles[POST_ROLE_COUNT];

	for (int i = 0; i < POST_ROLE_COUNT; i++)
		roles[i] = (enum post_role)i;
	return cr_make_param_array(enum post_role, roles, POST_ROLE_COUNT);
}

ParameterizedTest(enum post_role *role, session_every_act, is_done_by_those_who_may)
{
	struct seat s;

	sit_down(&s, *role);
	for (size_t i = 0; i < (size_t)act_ways_count; i++) {
		s.way = &act_ways[i];
		for (int side = 0; side < (act_ways[i].of_nobody ? ACT_FOREIGN : ACT_SIDES);
		     side++) {
			s.side = &act_sides[side];
			press_it(&s);
		}
	}
	pty_end(s.p);
	room_close(&s.room);
}

Test(session_every_act, of_the_table_of_rights_has_a_way)
{
	for (int act = 0; act < ACT_COUNT; act++)
		cr_expect(act_has_way((enum act)act), "no way to \"%s\"", act_word((enum act)act));
}
