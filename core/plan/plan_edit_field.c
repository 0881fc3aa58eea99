/* Steps that correct one text of the plan or of an action: title, number, date, deadline … Each
 * field is one function that turns what was typed into what is kept, or says what is wrong. */
#include "core/plan/plan_edit_step.h"

#include "core/date.h"
#include "core/rule/entry_text.h"
#include "core/i18n.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NO_MAX = 20 };

static const char *read_title(struct arena *a, const char *typed, struct err *e)
{
	const char *s = entry_line(a, typed, "title", PLAN_LINE_MAX, e);

	if (!s || *s)
		return s;
	err_set_field(e, ERR_INPUT, "title", _("a title is needed; say in a few words what it is"));
	return NULL;
}

static const char *read_date(struct arena *a, const char *typed, struct err *e)
{
	const char *s = entry_narrow(a, typed, "date", e);
	char text[DATE_TEXT];
	struct date d;

	if (!s || !*s)
		return s;
	return date_read(s, "date", &d, e) ? NULL : arena_strdup(a, date_format(d, text));
}

static const char **head_of(struct plan *p, enum plan_head_field field)
{
	switch (field) {
	case PLAN_TITLE:
		return &p->title;
	case PLAN_DOC_NO:
		return &p->doc_no;
	case PLAN_ISSUER:
		return &p->issuer;
	default:
		return &p->date;
	}
}

int plan_edit_head(struct plan_edit *ed, enum plan_head_field field, const char *text,
		   struct err *e)
{
	static const struct {
		const char *field, *label;
	} heads[] = {
		[PLAN_TITLE] = {"title", N_("title of the document")},
		[PLAN_DOC_NO] = {"doc_no", N_("number of the document")},
		[PLAN_ISSUER] = {"issuer", N_("issuer of the document")},
		[PLAN_DATE] = {"date", N_("date of the document")},
	};
	struct plan now = *plan_edit_plan(ed);
	const char *s = field == PLAN_TITLE ? read_title(&ed->a, text, e)
			: field == PLAN_DATE
				? read_date(&ed->a, text, e)
				: entry_line(&ed->a, text, heads[field].field, ENTRY_LINE_MAX, e);

	if (!s || !strcmp(s, *head_of(&now, field)))
		return s ? 0 : -1;
	*head_of(plan_step_begin(ed), field) = s;
	return plan_step_end(ed, NULL, "%s", _(heads[field].label));
}

/* "2022-12", "2022.12", "2022/12", "2022年12月", "2022年12月底前"; false when it is no month. */
static bool read_month(const char *s, struct date *month)
{
	static const char *const signs[] = {"-", ".", "/", "年"};
	static const char *const ends[] = {"", "月", "月底", "月底前", "月前", "月末"};
	const char *sign = s + strspn(s, "0123456789");
	char *end;
	size_t i = 0;

	if (sign - s != 4)
		return false;
	while (i < sizeof signs / sizeof *signs && strncmp(sign, signs[i], strlen(signs[i])) != 0)
		i++;
	if (i == sizeof signs / sizeof *signs)
		return false;
	sign += strlen(signs[i]);
	size_t digits = strspn(sign, "0123456789");
	long m = strtol(sign, &end, 10), y = strtol(s, NULL, 10);
	if (digits < 1 || digits > 2 || m < 1 || m > 12 || y < 1900 || y > 2200)
		return false;
	*month = (struct date){(int16_t)y, (int8_t)m, 1};
	for (i = 0; i < sizeof ends / sizeof *ends; i++)
		if (!strcmp(end, ends[i]))
			return true;
	return false;
}

static const char *read_due(struct arena *a, const char *typed, struct err *e)
{
	const char *s = entry_narrow(a, typed, "due", e);
	char text[DATE_TEXT];
	struct err no_date = ERR_INIT;
	struct date d;

	if (!s || !*s)
		return s;
	if (read_month(s, &d))
		return arena_strndup(a, date_format(d, text), strlen("2022-12"));
	if (!date_read(s, "due", &d, &no_date))
		return arena_strdup(a, date_format(d, text));
	err_set_field(e, ERR_INPUT, "due",
		      _("\"%s\" is no deadline; write the day or the month, like 2022-12-31 or "
			"2022-12, or leave it empty"),
		      s);
	return NULL;
}

static const char *read_no(struct plan_edit *ed, size_t i, const char *typed, struct err *e)
{
	const char *s = entry_line(&ed->a, typed, "no", NO_MAX, e);

	if (!s)
		return NULL;
	if (!*s) {
		err_set_field(e, ERR_INPUT, "no",
			      _("a number is needed: it is how everybody names the action"));
		return NULL;
	}
	if (!plan_no_is_taken(plan_edit_plan(ed), i, s))
		return s;
	err_set_field(e, ERR_INPUT, "no", _("another action has the number %s; give it another"),
		      s);
	return NULL;
}

static const char *read_section(struct plan_edit *ed, const char *typed, struct err *e)
{
	const struct plan *p = plan_edit_plan(ed);
	const char *s = entry_line(&ed->a, typed, "section", ENTRY_LINE_MAX, e);

	if (!s || !*s)
		return s;
	for (size_t i = 0; i < p->sections.n; i++)
		if (plan_same_no(p->sections.at[i].no, s))
			return p->sections.at[i].no;
	err_set_field(e, ERR_INPUT, "section",
		      _("the plan has no section %s; write the number of one of its headings, or "
			"leave it empty"),
		      s);
	return NULL;
}

/* A part stands in the section of its whole. */
static void set_section(struct plan *p, size_t i, const char *section)
{
	for (size_t k = i; k < p->actions.n && (k == i || plan_is_within(p, k, i)); k++)
		p->actions.at[k].section = section;
}

const char *plan_action_text(const struct plan_action *action, enum plan_action_field field)
{
	switch (field) {
	case PLAN_ACTION_NO:
		return action->no;
	case PLAN_ACTION_TITLE:
		return action->title;
	case PLAN_ACTION_DUE:
		return action->due;
	default:
		return action->section;
	}
}

static const char *read_field(struct plan_edit *ed, size_t i, enum plan_action_field field,
			      const char *text, struct err *e)
{
	switch (field) {
	case PLAN_ACTION_NO:
		return read_no(ed, i, text, e);
	case PLAN_ACTION_TITLE:
		return read_title(&ed->a, text, e);
	case PLAN_ACTION_DUE:
		return read_due(&ed->a, text, e);
	default:
		return read_section(ed, text, e);
	}
}

int plan_edit_action(struct plan_edit *ed, size_t action, enum plan_action_field field,
		     const char *text, struct err *e)
{
	const struct plan_action *now = plan_step_action(ed, action, e);
	const char *s = now ? read_field(ed, action, field, text, e) : NULL;

	if (!s || !strcmp(s, plan_action_text(now, field)))
		return s ? 0 : -1;
	const char *name = plan_action_name(now);
	struct plan *next = plan_step_begin(ed);
	switch (field) {
	case PLAN_ACTION_NO:
		plan_renumber(next, action, s);
		return plan_step_end(ed, NULL, _("number of %s"), name);
	case PLAN_ACTION_TITLE:
		next->actions.at[action].title = s;
		return plan_step_end(ed, NULL, _("title of %s"), name);
	case PLAN_ACTION_DUE:
		next->actions.at[action].due = s;
		return plan_step_end(ed, NULL, _("deadline of %s"), name);
	default:
		set_section(next, action, s);
		return plan_step_end(ed, NULL, _("section of %s"), name);
	}
}
