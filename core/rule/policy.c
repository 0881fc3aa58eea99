/*
 * policy.c - the rules that the office sets: reading their values and giving them to those who go
 * by them. Values are kept as texts, so that a file says what a person wrote and a later program
 * may know more.
 */
#include "core/rule/policy.h"

#include "core/i18n.h"
#include "core/text/utf8.h"

#include <stdlib.h>
#include <string.h>

#define POLICY_ROW(id, name, type, fallback, least, most, label, help)                             \
	[id] = {name, type, fallback, least, most, label, help},
const struct policy_option policy_options[POLICY_COUNT] = {POLICIES(POLICY_ROW)};

enum policy_id policy_find(const char *name)
{
	int i = 0;

	while (i < POLICY_COUNT && strcmp(policy_options[i].name, name) != 0)
		i++;
	return (enum policy_id)i;
}

/* A whole number in digits of either width; -1 when it is none. */
static int read_digits(const char *s)
{
	const char *end = s + strlen(s);
	int v = s == end ? -1 : 0;

	while (s < end) {
		uint32_t cp;
		s += utf8_decode(s, end, &cp);
		cp = utf8_halfwidth(cp);
		if (cp < '0' || cp > '9' || v > 99999)
			return -1;
		v = v * 10 + (int)(cp - '0');
	}
	return v;
}

static int read_number(struct arena *a, const struct policy_option *o, const char *text,
		       const char **value, struct err *e)
{
	int v = read_digits(text);

	if (v < o->least || v > o->most)
		return err_set_field(e, ERR_INPUT, o->name, _("\"%s\" is no number from %d to %d"),
				     text, o->least, o->most);
	*value = arena_printf(a, "%d", v);
	return 0;
}

static int read_rule(struct arena *a, enum policy_id id, const char *text, const char **value,
		     struct err *e)
{
	struct period_rule rule;

	if (period_rule_read(text, policy_options[id].name, id == POLICY_CLOSES, &rule, e) < 0)
		return -1;
	*value = period_rule_text(a, &rule);
	return 0;
}

int policy_read(struct arena *a, enum policy_id id, const char *text, const char **value,
		struct err *e)
{
	const struct policy_option *o = &policy_options[id];

	text = utf8_clean_line(a, text, strlen(text), e);
	if (!text)
		return -1;
	if (!*text)
		text = o->fallback;
	switch (o->type) {
	case POLICY_NUMBER:
		return read_number(a, o, text, value, e);
	case POLICY_FILES:
		return file_types_read(a, text, o->name, value, e);
	default:
		return read_rule(a, id, text, value, e);
	}
}

const char *policy_text(const struct policy *p, enum policy_id id)
{
	return p->text[id] ? p->text[id] : policy_options[id].fallback;
}

int policy_number(const struct policy *p, enum policy_id id)
{
	return atoi(policy_text(p, id));
}

const char *policy_meaning(struct arena *a, const struct policy *p, enum policy_id id)
{
	struct period_rule rule;
	struct err ignored = ERR_INIT;

	switch (policy_options[id].type) {
	case POLICY_FILES:
		return file_types_label(a, policy_text(p, id));
	case POLICY_RULE:
		if (period_rule_read(policy_text(p, id), "", id == POLICY_CLOSES, &rule,
				     &ignored) == 0)
			return period_rule_label(a, &rule);
		return "";
	default:
		return "";
	}
}

/* The default where a value is not understood, as one of a later program may not be. */
static struct period_rule rule_of(const struct policy *p, enum policy_id id)
{
	struct period_rule rule = {0};
	struct err ignored = ERR_INIT;

	if (period_rule_read(policy_text(p, id), "", true, &rule, &ignored) < 0)
		(void)period_rule_read(policy_options[id].fallback, "", true, &rule, &ignored);
	return rule;
}

struct period_rules policy_periods(const struct policy *p, enum period_kind kind)
{
	static const enum policy_id due[PERIOD_KIND_COUNT] = {[PERIOD_MONTH] = POLICY_DUE_MONTH,
							      [PERIOD_QUARTER] = POLICY_DUE_QUARTER,
							      [PERIOD_HALF] = POLICY_DUE_HALF,
							      [PERIOD_YEAR] = POLICY_DUE_YEAR};

	return (struct period_rules){.opens = rule_of(p, POLICY_OPENS),
				     .due = rule_of(p, due[kind]),
				     .closes = rule_of(p, POLICY_CLOSES)};
}

struct file_limits policy_files(const struct policy *p)
{
	return (struct file_limits){.file = (int64_t)policy_number(p, POLICY_FILE_SIZE) << 20,
				    .unit = (int64_t)policy_number(p, POLICY_FILE_UNIT) << 20,
				    .types = policy_text(p, POLICY_FILE_TYPES)};
}

struct lamp_rules policy_lamps(const struct policy *p, const struct calendar *c)
{
	return (struct lamp_rules){.soon_workdays = policy_number(p, POLICY_LAMP_SOON),
				   .behind_points = policy_number(p, POLICY_LAMP_BEHIND),
				   .returns = policy_number(p, POLICY_RETURNS),
				   .calendar = c};
}
