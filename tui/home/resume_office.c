/* People, their keys, units, the calendar, rules and exceptions: what was being typed about them.
 */
#include "tui/home/resume_office.h"

#include "core/i18n.h"
#include "core/rule/policy.h"
#include "db/people/store_key.h"
#include "db/people/store_person.h"
#include "db/people/store_unit.h"
#include "tui/app/session.h"

const char *resume_about_person(const struct app_context *c, struct arena *a,
				const struct resume_draft *d)
{
	(void)a;
	(void)d;
	return session_may(c, ACT_PERSON, 0) ? _("a new person") : NULL;
}

/* rest: the login */
const char *resume_about_key(const struct app_context *c, struct arena *a,
			     const struct resume_draft *d)
{
	struct err e = ERR_INIT;
	struct person_row row;

	if (!session_may(c, ACT_PERSON, 0) || store_person_find(c->store, a, d->rest, &row, &e) < 0)
		return NULL;
	return arena_printf(a, _("a key of %s"), row.name);
}

/* Nothing to say any more where somebody else has revoked it. */
const char *resume_about_revoking(const struct app_context *c, struct arena *a,
				  const struct resume_draft *d)
{
	struct err e = ERR_INIT;
	struct key_row row;

	if (!session_may(c, ACT_PERSON, 0) || store_key_get(c->store, a, d->id[0], &row, &e) < 0 ||
	    row.revoked_at)
		return NULL;
	return arena_printf(a, _("why a key of %s is revoked"), row.person);
}

const char *resume_about_exception(const struct app_context *c, struct arena *a,
				   const struct resume_draft *d)
{
	struct err e = ERR_INIT;
	struct unit_row unit;

	if (!session_may(c, ACT_PERIOD, 0) || store_unit_get(c->store, a, d->id[1], &unit, &e) < 0)
		return NULL;
	return arena_printf(a, _("more time to report for %s"), unit.name);
}

const char *resume_about_day(const struct app_context *c, struct arena *a,
			     const struct resume_draft *d)
{
	char day[DATE_TEXT];

	if (!session_may(c, ACT_POLICY, 0))
		return NULL;
	return d->id[0] ? arena_printf(a, _("the calendar: %s"),
				       date_format(date_from_days((int32_t)d->id[0]), day))
			: _("new days of the calendar");
}

const char *resume_about_policy(const struct app_context *c, struct arena *a,
				const struct resume_draft *d)
{
	enum policy_id rule = policy_find(d->rest);

	if (!session_may(c, ACT_POLICY, 0) || rule == POLICY_COUNT)
		return NULL;
	return arena_printf(a, _("the rule: %s"), _(policy_options[rule].label));
}

const char *resume_about_unit_name(const struct app_context *c, struct arena *a,
				   const struct resume_draft *d)
{
	struct err e = ERR_INIT;
	struct unit_row unit;

	if (!session_may(c, ACT_UNIT, 0) || store_unit_get(c->store, a, d->id[0], &unit, &e) < 0)
		return NULL;
	return arena_printf(a, _("the new name of %s"), unit.name);
}
