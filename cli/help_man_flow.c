/*
 * The generated sections of duban-flow(7), as mdoc(7): for each object its steps with the command
 * and the posts that may; then for each state what it allows and what comes of it, and what is
 * refused, in the sentence that people read, with what a unit can ask for then.
 */
#include "cli/flow_verbs.h"
#include "cli/help.h"
#include "core/rule/request.h"

#include <stdio.h>
#include <string.h>

static const struct flow_rule *find_rule(enum flow_object o, int from, int step)
{
	size_t n;
	const struct flow_rule *rules = flow_rules(o, &n);

	for (size_t i = 0; i < n; i++)
		if (rules[i].from == from && rules[i].step == step)
			return &rules[i];
	return NULL;
}

/* "duban receive CODE/NO": words in capitals are arguments. */
static void print_command(const char *command)
{
	printf(".Ic duban");
	for (const char *s = command; *s; s += strspn(s, " ")) {
		size_t n = strcspn(s, " ");

		if (*s >= 'A' && *s <= 'Z')
			printf(" Ar %.*s", (int)n, s);
		else if (*s == '-')
			printf(" Fl \\&%.*s", (int)n - 1, s + 1);
		else
			printf(" Ic %.*s", (int)n, s);
		s += n;
	}
	putchar('\n');
}

static void print_posts(enum act act)
{
	const char *before = "";

	for (int r = 0; r < POST_ROLE_COUNT; r++) {
		const char *reach = help_reach_label(act_reach(act, (enum post_role)r));

		if (!reach)
			continue;
		printf("%s%s (%s)", before, post_role_label((enum post_role)r), reach);
		before = _(", ");
	}
	putchar('\n');
}

/* What each step is, by which command, and who may: the same in every state. */
static void print_steps(enum flow_object o)
{
	printf(".Bl -tag -width Ds -compact\n");
	for (int step = 0; step < flow_nsteps(o); step++) {
		const char *kind;
		enum act other;

		printf(".It ");
		help_print_mdoc(flow_step_label(o, step));
		putchar('\n');
		if (flow_verb(o, step)) {
			print_command(flow_verb(o, step));
			printf(".br\n");
		}
		print_posts(flow_act(o, step));
		other = flow_other_act(o, step, &kind);
		if (other == ACT_COUNT)
			continue;
		printf(".br\n");
		help_print_mdoc(kind);
		printf(": ");
		print_posts(other);
	}
	printf(".El\n");
}

static void print_allowed(enum flow_object o, int from)
{
	for (int step = 0; step < flow_nsteps(o); step++) {
		const struct flow_rule *rule = find_rule(o, from, step);

		if (!rule)
			continue;
		printf(".It ");
		help_print_mdoc(flow_step_label(o, step));
		printf(" \\(-> ");
		help_print_mdoc(flow_state_label(o, rule->to));
		putchar('\n');
	}
}

/* Whether an earlier step of the state is refused with the same sentence. */
static bool is_said(enum flow_object o, int from, int before, const char *text)
{
	for (int step = 0; step < before; step++) {
		struct err e = ERR_INIT;

		if (flow_step(o, from, step, &e) < 0 && strcmp(e.text, text) == 0)
			return true;
	}
	return false;
}

static void print_refused_steps(enum flow_object o, int from, int first, const char *text)
{
	printf(".It ");
	for (int step = first; step < flow_nsteps(o); step++) {
		struct err e = ERR_INIT;

		if (flow_step(o, from, step, &e) >= 0 || strcmp(e.text, text) != 0)
			continue;
		if (step > first)
			printf(" / ");
		help_print_mdoc(flow_step_label(o, step));
	}
	putchar('\n');
}

static void print_refused(enum flow_object o, int from)
{
	for (int step = 0; step < flow_nsteps(o); step++) {
		struct err e = ERR_INIT;
		const struct verb *v;

		if (flow_step(o, from, step, &e) >= 0 || is_said(o, from, step, e.text))
			continue;
		print_refused_steps(o, from, step, e.text);
		help_print_mdoc(e.text);
		putchar('\n');
		v = e.remedy ? verb_find("request", request_kind_word((enum request_kind)e.remedy))
			     : NULL;
		if (v)
			printf(".Pq Ic duban request %s\n", v->sub);
	}
}

static void print_state(enum flow_object o, int from)
{
	printf(".Pp\n.Em ");
	help_print_mdoc(flow_state_label(o, from));
	if (strcmp(flow_state_word(o, from), flow_state_label(o, from)) != 0)
		printf("\n.Pq Cm %s", flow_state_word(o, from));
	printf("\n.Bl -tag -width Ds -compact\n");
	print_allowed(o, from);
	print_refused(o, from);
	printf(".El\n");
}

void help_print_man_flow(void)
{
	for (int i = 0; i < FLOW_OBJECT_COUNT; i++) {
		enum flow_object o = (enum flow_object)i;

		printf(".Ss ");
		help_print_mdoc(flow_object_label(o));
		putchar('\n');
		print_steps(o);
		for (int from = 0; from < flow_nstates(o); from++)
			print_state(o, from);
	}
}
