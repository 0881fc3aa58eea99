/* Reads plan JSON. Every member is checked for its type and every text is cleaned as a document
 * would be; the path of the member being read is kept, so that an error names it. */
#include "exchange/plan_json.h"

#include "core/date.h"
#include "core/i18n.h"
#include "core/text/utf8.h"

#include <jansson.h>
#include <math.h>
#include <string.h>

enum { LONGEST_PATH = 96 };

struct reader {
	struct arena *a;
	struct plan *p;
	struct err *e;
	char path[LONGEST_PATH]; /* "actions[3].units[0]" */
};

static int wrong(struct reader *r, const char *name, const char *what)
{
	return err_set(r->e, ERR_FORMAT, _("the plan JSON has a wrong member %s%s%s: %s"), r->path,
		       *r->path ? "." : "", name, what);
}

/* A text member; null and a missing one are "". */
static int get_text(struct reader *r, const json_t *o, const char *name, const char **value)
{
	const json_t *m = json_object_get(o, name);
	char *clean;

	*value = "";
	if (!m || json_is_null(m))
		return 0;
	if (!json_is_string(m))
		return wrong(r, name, _("a text is wanted"));
	clean = utf8_clean(r->a, json_string_value(m), json_string_length(m), r->e);
	if (!clean)
		return err_wrap(r->e, "%s.%s", r->path, name);
	*value = clean;
	return 0;
}

static int get_int(struct reader *r, const json_t *o, const char *name, int least, int most,
		   int *value)
{
	const json_t *m = json_object_get(o, name);

	if (!m || json_is_null(m))
		return 0;
	if (!json_is_integer(m) || json_integer_value(m) < least || json_integer_value(m) > most)
		return wrong(r, name, _("a whole number is wanted"));
	*value = (int)json_integer_value(m);
	return 0;
}

/* A figure: a number, or a text where it is no JSON number; "printed" has the digits of the
 * document. */
static int get_figure(struct reader *r, const json_t *o, const char **value)
{
	const json_t *m = json_object_get(o, "value");

	if (json_is_string(json_object_get(o, "printed")))
		return get_text(r, o, "printed", value);
	if (json_is_integer(m)) {
		*value = arena_printf(r->a, "%" JSON_INTEGER_FORMAT, json_integer_value(m));
		return 0;
	}
	if (json_is_real(m) && fabs(json_real_value(m)) < 1e15) {
		*value = arena_printf(r->a, fabs(json_real_value(m)) < 1e-4 ? "%.10f" : "%.14g",
				      json_real_value(m));
		return 0;
	}
	if (json_is_string(m))
		return get_text(r, o, "value", value);
	return wrong(r, "value", _("a number is wanted"));
}

/* A place in the text; one outside it, or none, is empty. */
static struct plan_span get_span(const struct reader *r, const json_t *o, const char *name)
{
	const json_t *m = json_object_get(o, name);
	const json_t *from = json_array_get(m, 0), *to = json_array_get(m, 1);

	if (!json_is_integer(from) || !json_is_integer(to) || json_integer_value(from) < 0 ||
	    json_integer_value(from) > json_integer_value(to) ||
	    (uint64_t)json_integer_value(to) > r->p->nbytes)
		return (struct plan_span){0, 0};
	struct plan_span s = {(size_t)json_integer_value(from), (size_t)json_integer_value(to)};
	bool whole = ((unsigned char)r->p->text[s.from] & 0xC0) != 0x80 &&
		     ((unsigned char)r->p->text[s.to] & 0xC0) != 0x80;
	return whole ? s : (struct plan_span){0, 0};
}

typedef int read_entry(struct reader *r, const json_t *o, void *into);

/* Calls read for each object of the array `name` (none when it is missing), with its path. */
static int each(struct reader *r, const json_t *o, const char *name, read_entry *read, void *into)
{
	const json_t *m = json_object_get(o, name);
	size_t length = strlen(r->path);

	if (!m || json_is_null(m))
		return 0;
	if (!json_is_array(m))
		return wrong(r, name, _("a list is wanted"));
	for (size_t i = 0; i < json_array_size(m); i++) {
		const json_t *entry = json_array_get(m, i);

		snprintf(r->path + length, sizeof r->path - length, "%s%s[%zu]", length ? "." : "",
			 name, i);
		if (!json_is_object(entry))
			return err_set(
				r->e, ERR_FORMAT,
				_("the plan JSON has a wrong member %s: an object is wanted"),
				r->path);
		if (read(r, entry, into))
			return -1;
		r->path[length] = '\0';
	}
	return 0;
}

static int read_unit(struct reader *r, const json_t *o, void *into)
{
	struct plan_action *action = into;
	struct plan_unit *u = vec_push(r->a, &action->units);
	const char *role;

	if (get_text(r, o, "name", &u->name) || get_text(r, o, "role", &role))
		return -1;
	if (!*u->name)
		return wrong(r, "name", _("it is missing"));
	if (!role_parse(role, &u->role))
		return wrong(r, "role", _("lead, coop or shared is wanted"));
	u->span = get_span(r, o, "span");
	return 0;
}

static int read_target(struct reader *r, const json_t *o, void *into)
{
	struct plan_indicator *ind = into;
	struct plan_target *t = vec_push(r->a, &ind->targets);
	const char *op;

	if (get_int(r, o, "year", 1900, 2200, &t->year) || get_text(r, o, "op", &op) ||
	    get_figure(r, o, &t->value))
		return -1;
	if (!op_parse(op, &t->op))
		return wrong(r, "op", _(">=, <=, ~ or = is wanted"));
	return 0;
}

static int read_indicator(struct reader *r, const json_t *o, void *into)
{
	struct plan_action *action = into;
	struct plan_indicator *ind = vec_push(r->a, &action->indicators);

	ind->span = get_span(r, o, "span");
	return get_text(r, o, "name", &ind->name) || get_text(r, o, "unit", &ind->measure)
		       ? -1
		       : each(r, o, "targets", read_target, ind);
}

static int read_words(struct reader *r, const json_t *o, void *into)
{
	struct plan_action *action = into;
	struct plan_words *words = vec_push(r->a, &action->words);
	const json_t *years = json_object_get(o, "years");

	words->span = get_span(r, o, "span");
	if (get_text(r, o, "text", &words->text))
		return -1;
	for (size_t i = 0; i < json_array_size(years); i++) {
		const json_t *y = json_array_get(years, i);

		if (!json_is_integer(y) || json_integer_value(y) < 1900 ||
		    json_integer_value(y) > 2200)
			return wrong(r, "years", _("a list of years is wanted"));
		*vec_push(r->a, &words->years) = (int)json_integer_value(y);
	}
	return 0;
}

static int read_volume(struct reader *r, const json_t *o, void *into)
{
	struct plan_action *action = into;
	struct plan_volume *v = vec_push(r->a, &action->volumes);

	v->span = get_span(r, o, "span");
	return get_text(r, o, "unit", &v->measure) || get_text(r, o, "what", &v->what) ||
			       get_figure(r, o, &v->value)
		       ? -1
		       : 0;
}

/* YYYY-MM or YYYY-MM-DD of a day that exists, or none. */
static bool is_due(const char *s)
{
	char whole[DATE_TEXT];
	struct date d;

	if (!*s)
		return true;
	if (strlen(s) == strlen("2021-12"))
		snprintf(whole, sizeof whole, "%s-01", s);
	else
		snprintf(whole, sizeof whole, "%.10s", s);
	return strlen(s) < sizeof whole && date_parse(whole, &d);
}

static int read_action(struct reader *r, const json_t *o, void *into)
{
	struct plan *p = into;
	struct plan_action *action = vec_push(r->a, &p->actions);

	action->clause = get_span(r, o, "clause");
	if (get_text(r, o, "no", &action->no) || get_text(r, o, "section", &action->section) ||
	    get_text(r, o, "parent", &action->parent) || get_text(r, o, "title", &action->title) ||
	    get_text(r, o, "due", &action->due) ||
	    get_int(r, o, "line", 0, INT32_MAX, &action->line))
		return -1;
	if (!*action->title)
		return wrong(r, "title", _("it is missing"));
	if (!is_due(action->due))
		return wrong(r, "due", _("YYYY-MM or YYYY-MM-DD is wanted"));
	return each(r, o, "units", read_unit, action) ||
			       each(r, o, "indicators", read_indicator, action) ||
			       each(r, o, "qualitative", read_words, action) ||
			       each(r, o, "quantities", read_volume, action)
		       ? -1
		       : 0;
}

static int read_section(struct reader *r, const json_t *o, void *into)
{
	struct plan *p = into;
	struct plan_section *s = vec_push(r->a, &p->sections);

	return get_text(r, o, "no", &s->no) || get_text(r, o, "title", &s->title) ? -1 : 0;
}

static int read_doubt(struct reader *r, const json_t *o, void *into)
{
	struct plan *p = into;
	struct plan_doubt *d = vec_push(r->a, &p->doubts);
	const char *kind, *answer;

	d->action = -1;
	d->span = get_span(r, o, "span");
	if (get_text(r, o, "kind", &kind) || get_text(r, o, "answer", &answer) ||
	    get_text(r, o, "text", &d->text) || get_text(r, o, "proposal", &d->proposal) ||
	    get_text(r, o, "a", &d->a) || get_text(r, o, "b", &d->b) ||
	    get_int(r, o, "line", 0, INT32_MAX, &d->line) ||
	    get_int(r, o, "action", -1, (int)p->actions.n - 1, &d->action))
		return -1;
	if (!plan_doubt_parse(kind, &d->kind))
		return wrong(r, "kind", _("it is no kind of doubt"));
	if (*answer && !doubt_answer_parse(answer, &d->answer))
		return wrong(r, "answer", _("open, taken or left is wanted"));
	return 0;
}

static int read_plan(struct reader *r, const json_t *root, const char *file)
{
	struct plan *p = r->p;
	const char *rule;

	if (get_text(r, root, "text", &p->text))
		return -1;
	p->nbytes = strlen(p->text);
	if (get_text(r, root, "file", &p->file) || get_text(r, root, "title", &p->title) ||
	    get_text(r, root, "doc_no", &p->doc_no) || get_text(r, root, "issuer", &p->issuer) ||
	    get_text(r, root, "date", &p->date) || get_text(r, root, "lead_rule", &rule))
		return -1;
	if (!*p->file)
		p->file = arena_strdup(r->a, file);
	if (*rule && !lead_rule_parse(rule, &p->lead_rule))
		return wrong(r, "lead_rule", _("star, labelled, first or none is wanted"));
	if (!is_due(p->date))
		return wrong(r, "date", _("YYYY-MM-DD is wanted"));
	if (each(r, root, "sections", read_section, p) ||
	    each(r, root, "actions", read_action, p) || each(r, root, "doubts", read_doubt, p))
		return -1;
	if (p->actions.n == 0)
		return err_set(r->e, ERR_FORMAT, _("the plan JSON has no actions"));
	return 0;
}

bool plan_json_is(const char *bytes, size_t nbytes)
{
	static const char bom[] = "\xEF\xBB\xBF";
	size_t i = nbytes >= 3 && !memcmp(bytes, bom, 3) ? 3 : 0;

	while (i < nbytes && strchr(" \t\r\n", bytes[i]) && bytes[i])
		i++;
	if (i == nbytes || bytes[i] != '{')
		return false;
	for (i++; i < nbytes && bytes[i] && strchr(" \t\r\n", bytes[i]);)
		i++;
	return i < nbytes && (bytes[i] == '"' || bytes[i] == '}');
}

int plan_json_read(struct arena *a, const char *file, const char *bytes, size_t nbytes,
		   struct plan *p, struct err *e)
{
	struct reader r = {.a = a, .p = p, .e = e};
	size_t bom = nbytes >= 3 && !memcmp(bytes, "\xEF\xBB\xBF", 3) ? 3 : 0;
	json_error_t why;
	json_t *root = json_loadb(bytes + bom, nbytes - bom, 0, &why);
	int rc;

	*p = (struct plan){0};
	if (!root)
		return err_set(e, ERR_FORMAT, _("this is no JSON: line %d: %s"), why.line,
			       why.text);
	rc = json_is_object(root) ? read_plan(&r, root, file)
				  : err_set(e, ERR_FORMAT, _("the plan JSON is no object"));
	json_decref(root);
	return rc;
}
