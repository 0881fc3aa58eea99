/* Steps on what an action is to reach: levels with their targets, targets in words, volumes of
 * work. An entry that is put behind the last is a new one; its place in the text is not known. */
#include "core/plan/plan_edit_step.h"

#include "core/rule/entry_text.h"
#include "core/i18n.h"

#include <string.h>

/* The action, when its n entries of a kind reach up to `at`. */
static int check_index(const struct plan_action *action, size_t at, size_t n, struct err *e)
{
	return at < n ? 0
		      : err_set(e, ERR_NOT_FOUND, _("%s has only %zu entries of this kind"),
				plan_action_name(action), n);
}

/* A line that must say something; why: the sentence where it does not. */
static int read_needed(struct arena *a, const char *typed, const char *field, const char *why,
		       const char **out, struct err *e)
{
	const char *s = entry_line(a, typed, field, PLAN_LINE_MAX, e);

	if (!s)
		return -1;
	if (!*s)
		return err_set_field(e, ERR_INPUT, field, "%s", why);
	*out = s;
	return 0;
}

static int read_measure(struct arena *a, const char *typed, const char **measure, struct err *e)
{
	*measure = entry_line(a, typed, "measure", ENTRY_LINE_MAX, e);
	return *measure ? 0 : -1;
}

static bool same_level(const struct plan_indicator *x, const struct plan_indicator *y)
{
	if (strcmp(x->name, y->name) != 0 || strcmp(x->measure, y->measure) != 0 ||
	    x->targets.n != y->targets.n)
		return false;
	for (size_t i = 0; i < x->targets.n; i++) {
		const struct plan_target *s = &x->targets.at[i], *t = &y->targets.at[i];

		if (s->year != t->year || s->op != t->op || strcmp(s->value, t->value) != 0)
			return false;
	}
	return true;
}

int plan_edit_level(struct plan_edit *ed, size_t action, size_t at,
		    const struct plan_level_entry *entry, struct err *e)
{
	const struct plan_action *act = plan_step_action(ed, action, e);
	struct plan_indicator ind = {0};

	if (!act || check_index(act, at, act->indicators.n + 1, e) ||
	    read_needed(&ed->a, entry->name, "name", _("say what is measured"), &ind.name, e) ||
	    read_measure(&ed->a, entry->measure, &ind.measure, e) ||
	    plan_targets_parse(&ed->a, entry->targets, ind.measure, &ind, e))
		return -1;
	bool old = at < act->indicators.n;
	if (old)
		ind.span = act->indicators.at[at].span;
	if (old && same_level(&ind, &act->indicators.at[at]))
		return 0;
	struct plan_action *own = &plan_step_begin(ed)->actions.at[action];
	plan_own(&ed->a, &own->indicators);
	*(old ? &own->indicators.at[at] : vec_push(&ed->a, &own->indicators)) = ind;
	return plan_step_end(ed, NULL, old ? _("level of %s") : _("level added to %s"),
			     plan_action_name(own));
}

static bool same_words(const struct plan_words *x, const struct plan_words *y)
{
	if (strcmp(x->text, y->text) != 0 || x->years.n != y->years.n)
		return false;
	for (size_t i = 0; i < x->years.n; i++)
		if (x->years.at[i] != y->years.at[i])
			return false;
	return true;
}

int plan_edit_words(struct plan_edit *ed, size_t action, size_t at, const char *text,
		    const char *years, struct err *e)
{
	const struct plan_action *act = plan_step_action(ed, action, e);
	struct plan_words words = {0};

	if (!act || check_index(act, at, act->words.n + 1, e) ||
	    read_needed(&ed->a, text, "text", _("say in words what is to be reached"), &words.text,
			e) ||
	    plan_years_parse(&ed->a, years, &words, e))
		return -1;
	bool old = at < act->words.n;
	if (old)
		words.span = act->words.at[at].span;
	if (old && same_words(&words, &act->words.at[at]))
		return 0;
	struct plan_action *own = &plan_step_begin(ed)->actions.at[action];
	plan_own(&ed->a, &own->words);
	*(old ? &own->words.at[at] : vec_push(&ed->a, &own->words)) = words;
	return plan_step_end(ed, NULL,
			     old ? _("target in words of %s") : _("target in words added to %s"),
			     plan_action_name(own));
}

static int read_amount(struct arena *a, const char *typed, const char **value, struct err *e)
{
	*value = entry_narrow(a, typed, "value", e);
	if (!*value || plan_is_figure(*value))
		return *value ? 0 : -1;
	return err_set_field(e, ERR_INPUT, "value",
			     _("\"%s\" is not an amount; write a figure in digits, like 2000 or "
			       "1.5"),
			     *value);
}

int plan_edit_volume(struct plan_edit *ed, size_t action, size_t at,
		     const struct plan_volume_entry *entry, struct err *e)
{
	const struct plan_action *act = plan_step_action(ed, action, e);
	struct plan_volume v = {.measure = "", .what = ""};

	if (!act || check_index(act, at, act->volumes.n + 1, e) ||
	    read_amount(&ed->a, entry->value, &v.value, e) ||
	    read_measure(&ed->a, entry->measure, &v.measure, e) ||
	    read_needed(&ed->a, entry->what, "what", _("say what is to be done"), &v.what, e))
		return -1;
	const struct plan_volume *old = at < act->volumes.n ? &act->volumes.at[at] : NULL;
	if (old)
		v.span = old->span;
	if (old && !strcmp(old->value, v.value) && !strcmp(old->measure, v.measure) &&
	    !strcmp(old->what, v.what))
		return 0;
	struct plan_action *own = &plan_step_begin(ed)->actions.at[action];
	plan_own(&ed->a, &own->volumes);
	*(old ? &own->volumes.at[at] : vec_push(&ed->a, &own->volumes)) = v;
	return plan_step_end(ed, NULL, old ? _("volume of %s") : _("volume added to %s"),
			     plan_action_name(own));
}

int plan_edit_fact_drop(struct plan_edit *ed, size_t action, enum plan_fact kind, size_t at,
			struct err *e)
{
	const struct plan_action *act = plan_step_action(ed, action, e);

	if (!act || check_index(act, at,
				kind == PLAN_LEVEL   ? act->indicators.n
				: kind == PLAN_WORDS ? act->words.n
						     : act->volumes.n,
				e))
		return -1;
	struct plan_action *own = &plan_step_begin(ed)->actions.at[action];
	const char *name = plan_action_name(own);
	switch (kind) {
	case PLAN_LEVEL:
		plan_own(&ed->a, &own->indicators);
		plan_take_out(&own->indicators, at);
		return plan_step_end(ed, NULL, _("level taken out of %s"), name);
	case PLAN_WORDS:
		plan_own(&ed->a, &own->words);
		plan_take_out(&own->words, at);
		return plan_step_end(ed, NULL, _("target in words taken out of %s"), name);
	default:
		plan_own(&ed->a, &own->volumes);
		plan_take_out(&own->volumes, at);
		return plan_step_end(ed, NULL, _("volume taken out of %s"), name);
	}
}
