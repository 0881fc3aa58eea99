/* notices.c - issuing and sending of notices for the verbs. */
#include "cli/notices.h"

#include <stdio.h>

void notices_print_issued(struct cli *cli, const struct notice_rows *rows)
{
	char by[DATE_TEXT];

	for (size_t i = 0; i < rows->n; i++) {
		const struct notice_row *n = &rows->at[i];

		printf(Q_("notice %1$lld: %2$s to %3$s, %4$s, %5$d line, to be answered by %6$s\n",
			  "notice %1$lld: %2$s to %3$s, %4$s, %5$d lines, to be answered by %6$s\n",
			  n->nitems),
		       (long long)n->id, notice_name(&cli->arena, n), n->unit,
		       notice_level_label(n->level), n->nitems, date_format(n->answer_by, by));
	}
}

int notices_urge(struct cli *cli, const struct urge_filter *f, const char *text, struct err *e)
{
	struct notice_rows rows;

	if (store_urge(cli->store, &cli->who, f, text, &cli->arena, &rows, NULL, e) < 0)
		return -1;
	if (!rows.n)
		printf("%s\n", _("no notice is due"));
	notices_print_issued(cli, &rows);
	return notices_send(cli, e);
}

int notices_send(struct cli *cli, struct err *e)
{
	(void)cli;
	(void)e;
	return 0;
}
