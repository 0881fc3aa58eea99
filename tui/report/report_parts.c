/* Puts the parts of the other units into words. A draft is nobody's part yet; whoever may read one
 * sees its state, and it is not taken over. */
#include "tui/report/report_parts.h"

#include "core/decimal.h"
#include "core/i18n.h"
#include "core/text/utf8.h"

#include <string.h>

enum { GIST_COLS = 90 };

static const char *state_label(const struct report_part_row *p)
{
	return p->to_sign ? _("waits for its approving leader") : report_state_label(p->state);
}

static const char *debt_label(struct arena *a, const struct report_part_row *p)
{
	char since[DATE_TEXT];

	date_format(p->since, since);
	if (p->days > 0)
		return arena_printf(a,
				    Q_("%s, due since %s, %d day late",
				       "%s, due since %s, %d days late", (size_t)p->days),
				    state_label(p), since, p->days);
	return arena_printf(a, _("%s, due %s"), state_label(p), since);
}

const char *report_part_label(struct arena *a, const struct report_part_row *p)
{
	const char *state = state_label(p);

	if (p->owed && date_is_set(p->since))
		state = debt_label(a, p);
	else if (p->percent >= 0)
		state = arena_printf(a, _("%s, %d%%"), state, p->percent);
	return arena_printf(a, _("%s (%s): %s"), p->unit, role_label(p->role), state);
}

const char *report_parts_line(struct arena *a, const struct report_part_rows *parts,
			      int64_t unit_id)
{
	const char *text = "";

	for (size_t i = 0; i < parts->n; i++) {
		const struct report_part_row *p = &parts->at[i];

		if (p->unit_id != unit_id)
			text = arena_printf(a, "%s%s%s %s", text, *text ? " · " : "", p->unit,
					    state_label(p));
	}
	return text;
}

/* The beginning of what it says, in one line. */
static const char *gist(struct arena *a, const struct report_part_row *p)
{
	int cols;
	size_t nbytes = utf8_cut(p->done, GIST_COLS, &cols);
	char *text = arena_printf(a, p->done[nbytes] ? "%.*s…" : "%.*s", (int)nbytes, p->done);

	for (char *c = text; *c; c++)
		*c = *c == '\n' ? ' ' : *c;
	return text;
}

const char *report_parts_lines(struct arena *a, const struct report_part_rows *parts,
			       int64_t unit_id)
{
	const char *text = "";

	for (size_t i = 0; i < parts->n; i++) {
		const struct report_part_row *p = &parts->at[i];

		if (p->unit_id == unit_id)
			continue;
		text = arena_printf(a, "%s%s%s", text, *text ? "\n" : "", report_part_label(a, p));
		if (*p->done)
			text = arena_printf(a, "%s  %s", text, gist(a, p));
	}
	return text;
}

static bool is_handed_in(const struct report_part_row *p)
{
	return p->report_id && p->state != REPORT_DRAFT && p->state != REPORT_RETURNED;
}

const char *report_parts_gather(struct arena *a, const struct report_part_rows *parts,
				int64_t unit_id)
{
	const char *text = "";

	for (size_t i = 0; i < parts->n; i++) {
		const struct report_part_row *p = &parts->at[i];

		if (p->unit_id == unit_id || !is_handed_in(p) || !*p->done)
			continue;
		const char *line = arena_printf(a, _("%s: %s"), p->unit, p->done);
		text = arena_printf(a, "%s%s%s", text, *text ? "\n" : "", line);
	}
	return text;
}

const char *report_parts_put(struct arena *a, const char *text, const char *gathered, bool take)
{
	const char *at = strstr(text, gathered);

	if (take == (at != NULL))
		return arena_strdup(a, text);
	if (take)
		return arena_printf(a, "%s%s%s", text, *text ? "\n" : "", gathered);
	int before = (int)(at - text) - (at > text && at[-1] == '\n');
	return arena_printf(a, "%.*s%s", before, text, at + strlen(gathered));
}

/* False: it counts nothing. */
static bool add_volume(struct decimal *sum, const struct report_part_row *p, int64_t volume_id)
{
	struct decimal value;

	for (size_t i = 0; i < p->volumes.n; i++) {
		if (p->volumes.at[i].volume_id != volume_id ||
		    !decimal_parse(p->volumes.at[i].value, &value))
			continue;
		*sum = decimal_add(*sum, value);
		return true;
	}
	return false;
}

const char *report_parts_volume(struct arena *a, const struct report_part_rows *parts,
				int64_t unit_id, int64_t volume_id)
{
	struct decimal sum = {0};
	char text[DECIMAL_TEXT];
	bool any = false;

	for (size_t i = 0; i < parts->n; i++)
		if (parts->at[i].unit_id != unit_id && is_handed_in(&parts->at[i]))
			any |= add_volume(&sum, &parts->at[i], volume_id);
	return any ? arena_strdup(a, decimal_format(sum, text)) : "";
}

bool report_parts_delivers(const struct report_part_rows *parts, int64_t unit_id)
{
	for (size_t i = 0; i < parts->n; i++)
		if (parts->at[i].unit_id == unit_id)
			return parts->at[i].role != ROLE_COOP;
	return false;
}
