/* report_place.c - finding the report that a command line means. Who does not say which unit means
 * the own one, who does not say which period the current one. */
#include "cli/report_place.h"

#include "cli/lookup.h"
#include "core/i18n.h"

int report_place_find(struct cli *cli, struct report_place *p, struct err *e)
{
	if (cli_open(cli, e) < 0 || lookup_task(cli, &p->action, &p->unit, e) < 0 ||
	    lookup_period(cli, p->action.plan_id, &p->period, e) < 0)
		return -1;
	if (store_report_find(cli->store, &cli->arena, &cli->who, p->action.id, p->unit.id,
			      p->period.id, &p->report, e) == 0)
		return 0;
	if (e->code != ERR_NOT_FOUND)
		return -1;
	*e = (struct err)ERR_INIT;
	p->report = (struct report_row){.done = "", .problems = "", .next = ""};
	return 0;
}

int report_place_need(struct cli *cli, struct report_place *p, struct err *e)
{
	if (report_place_find(cli, p, e) < 0)
		return -1;
	if (p->report.id)
		return 0;
	return err_set(e, ERR_NOT_FOUND, _("%s has entered no report on %s for %s"), p->unit.name,
		       lookup_action_name(cli, &p->action), p->period.code);
}

const char *report_place_name(struct cli *cli, const struct report_row *row)
{
	return arena_printf(&cli->arena, "%s/%s · %s · %s", row->plan_code, row->action_no,
			    row->unit, row->period_code);
}
