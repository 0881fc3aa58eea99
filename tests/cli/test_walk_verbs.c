/*
 * Every verb, by every post, on what is the own unit's, what it works on with others, and what is
 * another's: through `duban session`, as sshd starts it. What core/rule/may.h has decides what must
 * come of it. Who may not gets its sentence, nothing in the file is changed, and the refusal is
 * told to those who read it; who may is not refused.
 */
#include "cli/verbs.h"
#include "tests/cli/walk.h"
#include "tests/cli/walk_verbs.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static struct walk w;

static void begin(void)
{
	walk_begin(&w);
}

static void end(void)
{
	walk_end(&w);
}

/* The verb that a line of the table begins with. */
static const struct verb *verb_of(const char *line)
{
	char *words = arena_strdup(&w.a, line), *save = NULL;
	const char *name = strtok_r(words, " ", &save), *sub = strtok_r(NULL, " ", &save);
	const struct verb *v = verb_find(name, sub);

	return v ? v : verb_find(name, NULL);
}

static unsigned acts_of(const struct walk_verb *line)
{
	return line->acts ? line->acts : verb_of(line->line)->acts;
}

static struct subject subject_of(const struct walk_verb *line, enum walk_side side)
{
	const struct walk_side_row *of = &walk_sides[side];

	if (line->about == ABOUT_NOBODY)
		return (struct subject){.unit = ""};
	return (struct subject){.unit_id = w.units[side],
				.unit = of->unit,
				.shared_with_actor =
					line->about == ABOUT_SHARED && side == SIDE_SHARED,
				.entered_by = w.officers[side]};
}

/* What the table of core says. */
static bool may_any(const struct actor *who, unsigned acts, const struct subject *what)
{
	for (int act = 0; act < ACT_COUNT; act++)
		if (acts >> act & 1 && may_quietly(who, (enum act)act, what))
			return true;
	return !acts;
}

static bool is_permitted(const struct walk_verb *line, const struct actor *who, enum walk_side side)
{
	const struct subject what = subject_of(line, side);

	return line->about == ABOUT_LIST ? may_ever_quietly(who, acts_of(line))
					 : may_any(who, acts_of(line), &what);
}

/* The sentence names one of the acts of the verb, in the words that people read; who may not even
 * read the thing is told that. */
static bool names_act(const char *text, unsigned acts)
{
	acts |= BY(READ);
	for (int act = 0; act < ACT_COUNT; act++)
		if (acts >> act & 1 &&
		    strstr(text, arena_printf(&w.a, "you may not %s", act_label((enum act)act))))
			return true;
	return strstr(text, "your unit takes no part in this action");
}

static void check_refused(const struct walk_verb *line, const char *what, const char *login)
{
	const char *told = walk_text(&w, "SELECT p.login || ' ' || a.act FROM access a LEFT JOIN "
					 "person p ON p.id = a.person_id ORDER BY a.id DESC "
					 "LIMIT 1");

	cr_expect_eq(w.d.r.status, err_exit_status(ERR_DENIED), "%s: %d %s", what, w.d.r.status,
		     w.d.r.err);
	cr_expect_str_eq(w.d.r.out, "", "%s: %s", what, w.d.r.out);
	cr_expect(names_act(w.d.r.err, acts_of(line) | verb_of(line->line)->acts), "%s: %s", what,
		  w.d.r.err);
	cr_expect_eq(walk_sum(&w), w.sum, "%s: it changed something", what);
	cr_expect_str_eq(told, arena_printf(&w.a, "%s refused", login), "%s: %s", what, told);
}

/* A list shows what may be read, and nothing else. */
static void check_list(const struct walk_verb *line, const struct actor *who, const char *what)
{
	bool shares = line->signs == SIGNS_SHARED || line->signs == SIGNS_MOST;

	for (int s = 0; s < SIDE_COUNT; s++) {
		const struct walk_side_row *of = &walk_sides[s];
		const struct subject it = {.unit_id = w.units[s],
					   .unit = of->unit,
					   .shared_with_actor = shares && s == SIDE_SHARED};
		const char *sign = line->signs == SIGNS_UNIT ? of->unit : of->sign;
		bool shown = strstr(w.d.r.out, sign), may_it = may_any(who, acts_of(line), &it);

		if (shown || line->signs != SIGNS_MOST)
			cr_expect_eq(shown, may_it, "%s: what is %s is %s", what, of->word,
				     shown ? "shown" : "not shown");
	}
}

static void walk_line(const struct walk_verb *line, const struct walker *walker,
		      enum walk_side side)
{
	struct actor who = walk_actor(&w, walker);
	const char *said = walk_fill(&w, line->line, side);
	const char *what =
		arena_printf(&w.a, "%s (%s): %s", walker->login, walk_sides[side].word, said);
	bool permitted = is_permitted(line, &who, side);
	int status = walk_send(&w, walker, said, line->input);

	if (permitted)
		cr_expect_eq(status, 0, "%s: %d %s", what, status, w.d.r.err);
	else
		check_refused(line, what, walker->login);
	if (status == 0 && line->about == ABOUT_LIST && line->signs)
		check_list(line, &who, what);
	if (status == 0)
		walk_put_back(&w);
}

static void walk_all(const struct walker *walker)
{
	for (int k = 0; k < walk_verbs_count; k++) {
		const struct walk_verb *line = &walk_verbs[k];
		int nsides = strchr(line->line, '{') ? SIDE_COUNT : 1;

		for (int s = 0; s < nsides; s++)
			walk_line(line, walker, (enum walk_side)s);
	}
}

Test(walk_verbs, there_is_a_line_for_each)
{
	for (int i = 0; i < nverbs; i++) {
		const struct verb *v = &verbs[i];
		bool found = v->flags & (VERB_HERE | VERB_HIDDEN);

		for (int k = 0; k < walk_verbs_count && !found; k++)
			found = verb_of(walk_verbs[k].line) == v;
		cr_expect(found, "%s %s: say in walk_verbs.c how it is said", v->name, v->sub);
	}
}

/* In two tests, which run side by side. */
Test(walk_verbs, do_what_the_table_of_rights_says, .init = begin, .fini = end)
{
	for (int i = 0; i < WALKERS; i += 2)
		walk_all(&walkers[i]);
}

Test(walk_verbs, do_what_the_table_of_rights_says_for_the_others, .init = begin, .fini = end)
{
	for (int i = 1; i < WALKERS; i += 2)
		walk_all(&walkers[i]);
}
