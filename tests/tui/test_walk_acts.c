/*
 * What the interface offers, by every post, on what is its own unit's and what is another's: each
 * key and each entry of a menu that is offered is allowed by core/rule/may.h and done without a
 * refusal, what may.h and core/rule/flow.h allow is offered, and what is written then is what may.h
 * allows. The rights stand in walk_acts.c and walk_keys.c; the sources are read, so that nothing
 * new stays without a row.
 */
#include "core/rule/flow.h"
#include "db/store_internal.h"
#include "tests/support/file_check.h"
#include "tests/tui/screen.h"
#include "tests/tui/walk_acts.h"
#include "tests/tui/walk_views.h"
#include "tui/part/menu.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct screen s;
static struct walk_things things[WALK_SIDES];
static const char *home, *login;
static int refusals;

/* Where a walk stands. */
struct place_of_walk {
	const struct walk_view *v;
	enum walk_side side;
	enum action act;
};

static const struct walk_view instruction = {.name = "view_notice of an instruction",
					     .ops = &view_notice,
					     .id = offsetof(struct walk_things, instruction)};

static void count_refusal(const struct app_context *c, const char *where)
{
	(void)c;
	(void)where;
	refusals++;
}

static void sit(void)
{
	screen_sit(&s, login, 100, 40);
	s.context.refused = count_refusal;
}

static void begin(const char *who)
{
	login = who;
	screen_language("en");
	screen_begin(&s, "admin", 100, 40);
	walk_district_fill(&s.d, things);
	/* Nothing here is about what a machine that stops leaves. */
	cr_assert_eq(s.d.s->db->ops->script(s.d.s->db, "PRAGMA synchronous = OFF", &s.d.e), 0);
	screen_leave(&s);
	sit();
	home = screen_top(&s);
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(walk_acts, .timeout = 240);

static const char *name_of(const struct place_of_walk *p)
{
	return arena_printf(&s.d.a, "%s on %s of %s for %s", action_info(p->act)->name, p->v->name,
			    things[p->side].unit_name, login);
}

static bool may_any(unsigned acts, int64_t unit_id)
{
	const struct actor who = session_actor(&s.context);
	const struct subject what = {.unit_id = unit_id, .unit = ""};

	for (int act = 0; act < ACT_COUNT; act++)
		if (acts >> act & 1 && may_quietly(&who, (enum act)act, &what))
			return true;
	return !acts;
}

/* Whose things a screen shows: all actions are shown with the own unit's part. */
static int64_t unit_of(const struct place_of_walk *p)
{
	return p->v->ops == &view_plan ? session_unit(&s.context, 0) : things[p->side].unit;
}

/* Back to the first screen of the post; some acts end in leaving the program. */
static void go_home(void)
{
	if (app_top(s.app) && app_unwind(s.app, home) && strcmp(screen_top(&s), home) == 0)
		return;
	screen_leave(&s);
	sit();
}

/* False: it does not open, or what it shows may not be read. */
static bool open_view(const struct place_of_walk *p)
{
	struct view_args args = walk_view_args(p->v, &things[p->side]);
	int rc;

	go_home();
	refusals = 0;
	rc = app_push(s.app, p->v->ops, &args);
	script_run(s.script, s.app);
	return rc == 0 && !refusals && app_top(s.app);
}

static bool is_tried(const struct place_of_walk *p)
{
	enum scope scope = action_info(p->act)->scope;

	return scope_within(p->v->ops->scope, scope) && walk_key_of(p->act) &&
	       p->act != DO_LIST_MENU && p->act != DO_FILTER && p->act != DO_SORT;
}

/* What the key opens; NULL: no menu. */
static const struct menu_list *press(const struct place_of_walk *p)
{
	app_perform(s.app, p->act);
	script_run(s.script, s.app);
	return app_top(s.app) ? menu_shown(app_top(s.app)) : NULL;
}

static void check_key(const struct place_of_walk *p)
{
	const struct walk_key *key = walk_key_of(p->act);
	const struct actor who = session_actor(&s.context);
	bool offered = app_offers(app_top(s.app), p->act);
	bool may_it =
		key->of_unit ? may_any(key->acts, unit_of(p)) : may_ever_quietly(&who, key->acts);

	cr_expect(!offered || may_it, "%s is offered", name_of(p));
	if (key->always && p->v->ops == &view_action)
		cr_expect(offered || !may_it, "%s is not offered", name_of(p));
	press(p);
	/* Nothing leads to a screen of what may not be read. */
	if (may_any(1u << ACT_READ, things[p->side].unit))
		cr_expect(!offered || !refusals, "%s is offered and refused: %s", name_of(p),
			  app_top(s.app) ? app_message(s.app) : "");
}

static unsigned acts_of(const struct place_of_walk *p, const struct walk_act *w)
{
	const char *kind;

	if (w->object == WALK_NO_STEP)
		return w->acts;
	if (p->v == &instruction && w->step == NOTICE_CLOSE)
		return 1u << flow_other_act(FLOW_NOTICE, w->step, &kind);
	return 1u << flow_act((enum flow_object)w->object, w->step);
}

static int state_now(const struct place_of_walk *p, int object)
{
	static const char *const tables[FLOW_OBJECT_COUNT] = {
		[FLOW_REPORT] = "report",   [FLOW_MILESTONE] = "milestone",
		[FLOW_REQUEST] = "request", [FLOW_NOTICE] = "notice",
		[FLOW_CASE] = "example",
	};
	const struct walk_things *t = &things[p->side];
	struct view_args args = walk_view_args(p->v, t);
	int64_t id = object == FLOW_MILESTONE ? t->milestone : args.id;
	char *text =
		file_text(s.d.path, arena_printf(&s.d.a, "SELECT state FROM %s WHERE id = %lld",
						 tables[object], (long long)id));
	int state = flow_nstates((enum flow_object)object);

	while (state-- > 0 && strcmp(flow_state_word((enum flow_object)object, state), text) != 0)
		;
	free(text);
	return state;
}

static bool allows(const struct place_of_walk *p, const struct walk_act *w)
{
	struct err e = ERR_INIT;

	return w->object == WALK_NO_STEP ||
	       flow_step((enum flow_object)w->object, state_now(p, w->object), w->step, &e) >= 0;
}

/* What a menu of the screen shows, by rows of the table. */
static void check_entries(const struct place_of_walk *p, const struct menu_list *m, bool *seen)
{
	for (size_t i = 0; i < m->n; i++) {
		const struct walk_act *w = walk_act_of(p->v->ops, m->entries[i].text);

		cr_assert(w, "%s: \"%s\" has no row", name_of(p), m->entries[i].text);
		if (m->entries[i].off)
			continue;
		seen[w - walk_acts] = true;
		cr_expect(may_any(acts_of(p, w), unit_of(p)) && allows(p, w),
			  "%s: \"%s\" is offered", name_of(p), w->text);
	}
}

/* Everything that must be there is. */
static void check_missing(const struct place_of_walk *p, const bool *seen)
{
	for (int i = 0; i < walk_acts_count; i++) {
		const struct walk_act *w = &walk_acts[i];

		if (w->must == p->v->ops && !seen[i])
			cr_expect(!may_any(acts_of(p, w), unit_of(p)) || !allows(p, w),
				  "%s: \"%s\" is not offered", name_of(p), w->text);
	}
}

static long long last_log(void)
{
	char *text = file_text(s.d.path, "SELECT max(id) FROM log");
	long long id = text ? strtoll(text, NULL, 10) : 0;

	free(text);
	return id;
}

/* Rows of the log that were written since. */
static void check_written(const struct place_of_walk *p, long long since)
{
	for (long long id = since + 1; id <= last_log(); id++) {
		char *text = file_text(
			s.d.path, arena_printf(&s.d.a,
					       "SELECT act || ' ' || coalesce(unit_id, 0) FROM log "
					       "WHERE id = %lld",
					       id));
		char word[64];
		long long unit;

		cr_assert_eq(sscanf(text, "%63s %lld", word, &unit), 2, "%s", text);
		cr_expect(walk_acts_of_log(word), "%s: %s has no row", name_of(p), word);
		cr_expect(may_any(walk_acts_of_log(word), unit), "%s: it wrote %s", name_of(p),
			  text);
		free(text);
	}
}

/* A question that an entry asks gets its first answer, a reason is given. */
static void answer(void)
{
	if (!app_top(s.app) || !app_top(s.app)->ops->dialog || menu_shown(app_top(s.app)))
		return;
	screen_type(&s, "理由");
	screen_press(&s, "Enter");
}

/* Does what each entry says. Printing would leave files. */
static void choose_entries(const struct place_of_walk *p)
{
	for (size_t i = 0; i < 10; i++) {
		const char digit[] = {"1234567890"[i], '\0'};
		const struct menu_list *m = open_view(p) ? press(p) : NULL;
		long long since = last_log();

		if (!m || i >= m->n)
			return;
		if (m->entries[i].off ||
		    strncmp(walk_act_of(p->v->ops, m->entries[i].text)->file, "find/", 5) == 0)
			continue;
		screen_press(&s, digit);
		answer();
		cr_expect_eq(refusals, 0, "%s: entry %s is refused: %s", name_of(p), digit,
			     app_top(s.app) ? app_message(s.app) : "");
		check_written(p, since);
	}
}

/* First only what is offered; then it is done. */
static void walk_view(const struct walk_view *v, enum walk_side side, bool does)
{
	bool *seen = arena_alloc(&s.d.a, (size_t)walk_acts_count * sizeof *seen);
	struct place_of_walk p = {.v = v, .side = side};
	bool opened = false;

	if (v->refusals)
		return;
	for (int a = DO_NONE + 1; a < DO_COUNT; a++) {
		const struct menu_list *m;

		p.act = (enum action)a;
		if (!is_tried(&p) || !open_view(&p))
			continue;
		opened = true;
		if (!does)
			check_key(&p);
		m = open_view(&p) ? press(&p) : NULL;
		if (m && does)
			choose_entries(&p);
		else if (m)
			check_entries(&p, m, seen);
	}
	if (opened && !does)
		check_missing(&p, seen);
}

static void walk(const char *who)
{
	begin(who);
	for (int does = 0; does < 2; does++)
		for (int side = 0; side < WALK_SIDES; side++) {
			for (int i = 0; i < walk_views_count; i++)
				walk_view(&walk_views[i], (enum walk_side)side, does);
			walk_view(&instruction, (enum walk_side)side, does);
		}
	end();
}

#define WALK(who)                                                                                  \
	Test(walk_acts, of_##who)                                                                  \
	{                                                                                          \
		walk(#who);                                                                        \
	}
WALK(chen)
WALK(gu)
WALK(admin)
WALK(zhou)
WALK(yan)
WALK(si)

static void has_row(const char *file, const char *text)
{
	for (int i = 0; i < walk_acts_count; i++)
		if (strcmp(walk_acts[i].file, file) == 0 && strcmp(walk_acts[i].text, text) == 0)
			return;
	cr_expect_fail("%s: \"%s\" has no row in walk_acts.c", file, text);
}

Test(walk_acts, every_entry_of_the_sources_has_a_row)
{
	cr_expect_geq(walk_sources(has_row), 70, "the sources are written in another way now");
}

/* Of what is no moving, typing or answering. */
Test(walk_acts, every_key_has_a_row)
{
	for (int a = DO_NONE + 1; a < DO_COUNT; a++) {
		enum scope scope = action_info((enum action)a)->scope;

		if (scope == SCOPE_GLOBAL || scope == SCOPE_MOVE || scope == SCOPE_FORM ||
		    scope == SCOPE_FIELD || scope == SCOPE_MENU || scope == SCOPE_DIALOG)
			continue;
		cr_expect(walk_key_of((enum action)a), "%s has no row in walk_keys.c",
			  action_info((enum action)a)->name);
	}
}

Test(walk_acts, every_row_says_where)
{
	for (int i = 0; i < walk_acts_count; i++)
		cr_expect_neq(walk_acts[i].must != NULL, walk_acts[i].why != NULL, "%s",
			      walk_acts[i].text);
}
