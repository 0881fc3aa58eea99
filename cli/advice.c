/* advice.c - sentences of several verbs about what the office has not done yet. */
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
