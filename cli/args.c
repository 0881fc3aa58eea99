/*
 * The parser of the command line: a walk over argv that knows options, verbs and operands from the
 * table of verbs.h alone. The verb is the first word that is no option; options before it are the
 * common ones.
 */
#include "cli/args.h"

#include "cli/nearest.h"
#include "core/i18n.h"
#include "core/text/utf8.h"

#include <string.h>

struct parser {
	struct arena *arena;
	char **argv;
	int argc, i;
	struct args *args;
};

static int unknown_verb(const char *word, struct err *e)
{
	struct nearest n;

	nearest_begin(&n, word);
	for (int i = 0; i < nverbs; i++)
		if (!(verbs[i].flags & VERB_HIDDEN))
			nearest_offer(&n, verbs[i].name);
	if (n.word)
		return err_set(e, ERR_INPUT, _("there is no verb \"%s\"; did you mean \"%s\"?"),
			       word, n.word);
	return err_set(e, ERR_INPUT, _("there is no verb \"%s\"; `duban help` lists them"), word);
}

static int unknown_sub(struct arena *a, const char *name, const char *word, struct err *e)
{
	struct nearest n;
	struct strbuf list = STRBUF_INIT;
	const char *subs;

	nearest_begin(&n, word);
	for (int i = 0; i < nverbs; i++) {
		if (strcmp(verbs[i].name, name) != 0 || !*verbs[i].sub)
			continue;
		nearest_offer(&n, verbs[i].sub);
		strbuf_printf(&list, "%s%s", list.nbytes ? ", " : "", verbs[i].sub);
	}
	subs = arena_strdup(a, list.s ? list.s : "");
	strbuf_free(&list);
	if (!*word)
		return err_set(e, ERR_INPUT, _("\"%s\" needs a second word, one of: %s"), name,
			       subs);
	if (n.word)
		return err_set(e, ERR_INPUT, _("\"%s\" knows no \"%s\"; did you mean \"%s\"?"),
			       name, word, n.word);
	return err_set(e, ERR_INPUT, _("\"%s\" knows no \"%s\", only: %s"), name, word, subs);
}

/* Whether a verb has second words at all. */
static bool verb_has_subs(const char *name)
{
	for (int i = 0; i < nverbs; i++)
		if (strcmp(verbs[i].name, name) == 0 && *verbs[i].sub)
			return true;
	return false;
}

/* Whether what follows the verb is its operand although the name has second words too, as in
 * `receive CODE/NO` beside `receive list`. */
static bool verb_takes_operand(const struct verb *v)
{
	int min, max;

	verb_count_operands(v, &min, &max);
	return max != 0;
}

/* Keys are a person's: `person key add` is `key add`. */
static bool names_keys_of_person(const struct parser *p, int i)
{
	return i + 1 < p->argc && strcmp(p->argv[i], "person") == 0 &&
	       strcmp(p->argv[i + 1], "key") == 0;
}

/* Takes the verb at argv[i], and its second word when there is one. */
static int parse_verb(struct parser *p, const char *word, struct err *e)
{
	const char *next = p->i + 1 < p->argc ? p->argv[p->i + 1] : "";
	const struct verb *v;

	if (names_keys_of_person(p, p->i)) {
		p->i++;
		return parse_verb(p, next, e);
	}
	if (!verb_has_name(word))
		return unknown_verb(word, e);
	if (strcmp(word, "help") == 0 && names_keys_of_person(p, p->i + 1))
		p->i++;
	v = *next ? verb_find(word, next) : NULL;
	if (v) {
		p->i++;
		p->args->verb = v;
		return 0;
	}
	p->args->verb = verb_find(word, "");
	if (p->args->verb &&
	    (*next == '-' || !*next || !verb_has_subs(word) || verb_takes_operand(p->args->verb)))
		return 0;
	if (strcmp(next, "--help") == 0 || strcmp(next, "-h") == 0) {
		p->args->help = true;
		*vec_push(p->arena, &p->args->operands) = arena_strdup(p->arena, word);
		return 0;
	}
	next = utf8_clean_line(p->arena, next, strlen(next), e);
	return next ? unknown_sub(p->arena, word, *next == '-' ? "" : next, e) : -1;
}

static int unknown_option(const struct verb *v, const char *name, struct err *e)
{
	struct nearest n;
	const struct verb_option *o;

	nearest_begin(&n, name);
	for (int i = 0; (o = verb_option_at(v, i)); i++)
		nearest_offer(&n, o->name);
	if (n.word)
		return err_set(e, ERR_INPUT, _("there is no option --%s; did you mean --%s?"), name,
			       n.word);
	if (!v)
		return err_set(e, ERR_INPUT,
			       _("there is no option --%s before the verb; `duban help` lists "
				 "verbs and options"),
			       name);
	return err_set(e, ERR_INPUT,
		       _("there is no option --%s here; `duban help %s%s%s` lists them"), name,
		       v->name, *v->sub ? " " : "", v->sub);
}

/* The word that a value means: itself, or what people read for it. NULL when it is none. */
static const char *find_choice(const struct verb_option *o, const char *value)
{
	const char *word;

	for (int i = 0; (word = o->choice(i, false)); i++)
		if (strcmp(word, value) == 0 || strcmp(o->choice(i, true), value) == 0)
			return word;
	return NULL;
}

/* "lead, coop (cooperating)": words, with what people read where that is another one. */
static const char *list_choices(struct arena *a, const struct verb_option *o)
{
	const char *list = "", *word;

	for (int i = 0; (word = o->choice(i, false)); i++) {
		const char *label = o->choice(i, true);
		bool same = strcmp(word, label) == 0;

		list = arena_printf(a, "%s%s%s", list, i ? ", " : "",
				    same ? word : arena_printf(a, _("%s (%s)"), word, label));
	}
	return list;
}

static int take_choice(struct arena *a, const struct verb_option *o, const char **value,
		       struct err *e)
{
	const char *word = find_choice(o, *value);

	if (!word)
		return err_set_field(e, ERR_INPUT, o->name, _("\"%s\" is not one of %s"), *value,
				     list_choices(a, o));
	*value = word;
	return 0;
}

static int add_value(struct parser *p, const struct verb_option *o, const char *value,
		     struct err *e)
{
	struct arg_value *v;

	if (!(o->flags & OPTION_PATH)) {
		value = utf8_clean(p->arena, value, strlen(value), e);
		if (!value)
			return err_wrap(e, "--%s", o->name);
	}
	if (!(o->flags & OPTION_MANY) && args_has(p->args, o->name))
		return err_set(e, ERR_INPUT, _("--%s is given twice"), o->name);
	if (o->choice && take_choice(p->arena, o, &value, e) < 0)
		return -1;
	v = vec_push(p->arena, &p->args->values);
	v->option = o;
	v->value = value;
	return 0;
}

static int parse_option(struct parser *p, const char *word, struct err *e)
{
	const char *equals = strchr(word, '=');
	size_t nbytes = equals ? (size_t)(equals - word) : strlen(word);
	const char *name = utf8_clean_line(p->arena, word, nbytes, e);
	const struct verb_option *o;

	if (!name)
		return -1;
	o = verb_option_find(p->args->verb, name);
	if (!o)
		return unknown_option(p->args->verb, name, e);
	if (!o->value) {
		if (equals)
			return err_set(e, ERR_INPUT, _("--%s takes no value"), name);
		p->args->help = p->args->help || strcmp(name, "help") == 0;
		p->args->version = p->args->version || strcmp(name, "version") == 0;
		return add_value(p, o, "", e);
	}
	if (equals)
		return add_value(p, o, equals + 1, e);
	if (p->i + 1 >= p->argc)
		return err_set(e, ERR_INPUT, _("--%s needs a value: %s"), name, o->value);
	return add_value(p, o, p->argv[++p->i], e);
}

static int parse_operand(struct parser *p, const char *word, struct err *e)
{
	const struct verb *v = p->args->verb;
	const char *text = word;

	if (!v || !verb_operand_is_path(v, p->args->operands.n)) {
		text = utf8_clean(p->arena, word, strlen(word), e);
		if (!text)
			return -1;
	}
	if (!v)
		return parse_verb(p, text, e);
	*vec_push(p->arena, &p->args->operands) = text;
	return 0;
}

/* The n-th operand of a verb as usage names it, without the bracket of an optional one. */
static const char *operand_name(struct arena *a, const struct verb *v, size_t n)
{
	const char *s = v->operands;

	for (; n > 0; n--) {
		s += strcspn(s, " ");
		s += strspn(s, " ");
	}
	return arena_strndup(a, s, strcspn(s, " "));
}

static int check_complete(struct parser *p, struct err *e)
{
	const struct args *args = p->args;
	const struct verb *v = args->verb;
	int min, max;

	if (!v)
		return 0;
	verb_count_operands(v, &min, &max);
	if (args->operands.n < (size_t)min)
		return err_set(e, ERR_INPUT,
			       _("%s is missing; usage: duban %s%s%s %s (options: --help)"),
			       operand_name(p->arena, v, args->operands.n), v->name,
			       *v->sub ? " " : "", v->sub, v->operands);
	if (max >= 0 && args->operands.n > (size_t)max)
		return err_set(e, ERR_INPUT,
			       _("\"%s\" is too much; a text with blanks needs quotes around it"),
			       args->operands.at[max]);
	for (const struct verb_option *o = v->options; o->name; o++)
		if ((o->flags & OPTION_NEEDED) && !args_has(args, o->name))
			return err_set(e, ERR_INPUT, _("--%s %s is missing"), o->name, o->value);
	return 0;
}

static int parse_word(struct parser *p, const char *word, struct err *e)
{
	const char *clean;

	if (strcmp(word, "-h") == 0)
		return parse_option(p, "help", e);
	if (strncmp(word, "--", 2) == 0)
		return parse_option(p, word + 2, e);
	if (word[0] != '-' || !word[1])
		return parse_operand(p, word, e);
	clean = utf8_clean_line(p->arena, word, strlen(word), e);
	if (!clean)
		return -1;
	return err_set(e, ERR_INPUT, _("there is no option %s; options are written --name"), clean);
}

int args_parse(struct arena *a, int argc, char **argv, struct args *args, struct err *e)
{
	struct parser p = {a, argv, argc, 1, args};
	bool ended = false; /* by -- */

	*args = (struct args){0};
	for (; p.i < argc; p.i++) {
		int r;

		if (!ended && strcmp(argv[p.i], "--") == 0) {
			ended = true;
			continue;
		}
		r = ended ? parse_operand(&p, argv[p.i], e) : parse_word(&p, argv[p.i], e);
		if (r < 0)
			return -1;
		if (args->help || args->version)
			return 0;
	}
	return check_complete(&p, e);
}

const char *args_value(const struct args *args, const char *name)
{
	for (size_t i = 0; i < args->values.n; i++)
		if (strcmp(args->values.at[i].option->name, name) == 0)
			return args->values.at[i].value;
	return NULL;
}

bool args_has(const struct args *args, const char *name)
{
	return args_value(args, name) != NULL;
}

const char *args_operand(const struct args *args, size_t i)
{
	return i < args->operands.n ? args->operands.at[i] : NULL;
}

const char *args_peek(int argc, char **argv, const char *name)
{
	size_t n = strlen(name);

	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
		if (strncmp(argv[i], "--", 2) != 0 || strncmp(argv[i] + 2, name, n) != 0)
			continue;
		if (argv[i][2 + n] == '=')
			return argv[i] + 2 + n + 1;
		if (!argv[i][2 + n])
			return i + 1 < argc ? argv[i + 1] : NULL;
	}
	return NULL;
}
