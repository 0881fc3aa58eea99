/* advice.c - sentences of several verbs about what the calendar knows or lacks. */
#include "cli/advice.h"

#include "db/cycle/store_policy.h"

#include <stdio.h>

int advice_calendar(struct cli *cli, struct err *e)
{
	const struct subject everybody = {.unit = ""};
	struct calendar_day_rows days;

	if (!may_quietly(&cli->who, ACT_POLICY, &everybody))
		return 0;
	if (store_calendar_list(cli->store, &cli->arena, &days, e) < 0)
		return -1;
	const struct calendar c = calendar_of(&days);
	const char *text = calendar_advice(&cli->arena, &c, cli->now.today);
	if (*text)
		printf("%s\n", text);
	return 0;
}

void advice_rest(struct cli *cli, struct date d)
{
	struct calendar_day_rows days;
	struct err e = ERR_INIT;

	if (!date_is_set(d) || store_calendar_list(cli->store, &cli->arena, &days, &e) < 0)
		return;
	const struct calendar c = calendar_of(&days);
	const char *text = calendar_rest_note(&cli->arena, &c, d);
	if (*text)
		fprintf(stderr, "duban: %s\n", text);
}
