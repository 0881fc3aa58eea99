/*
 * notices.c - issuing and sending of notices for the verbs. Sending comes after everything is in
 * the file, one notice after the other; a command that cannot be started or does not end in its
 * time is not tried again in the same run, so that a run takes no longer than it must.
 */
#include "cli/notices.h"

#include "db/cycle/store_send.h"
#include "db/store_log.h"
#include "exchange/deliver.h"
#include "exchange/notice_json.h"

#include <stdio.h>
#include <stdlib.h>

struct sending {
	int nsent, nfailed, nleft;
	bool stopped;
};

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

/* One notice. Returns whether another one is worth the trying. */
static int send_one(struct cli *cli, const char *const argv[], const struct person_rows *people,
		    int64_t id, struct sending *sending, struct err *e)
{
	int seconds = config_number(&cli->config, CONFIG_NOTICE_SECONDS);
	struct notice_item_rows items;
	const char *log_head;
	int64_t log_row = 0;
	struct delivery d;
	struct notice_row n;
	int got = store_send_begin(cli->store, &cli->who, id, &cli->arena, &n, &items, NULL, e);

	if (got <= 0)
		return got;
	if (store_log_hash(cli->store, &cli->arena, &log_row, &log_head, e) < 0)
		return -1;
	char *text = notice_json(&n, &items, people, log_row, log_head);
	int failed = deliver(&cli->arena, argv, text, seconds, &d, e);
	free(text);
	if (failed || store_send_end(cli->store, &cli->who, id, d.status, d.said, NULL, e) < 0)
		return -1;
	sending->nsent += d.status == 0;
	sending->nfailed += d.status != 0;
	sending->stopped = d.status == DELIVERY_NO_START || d.status == DELIVERY_TOO_LONG;
	if (d.status) {
		n.tried = true;
		n.delivery = d.status;
		n.delivery_said = d.said;
		fprintf(stderr, "duban: %s, %s: %s\n", notice_name(&cli->arena, &n), n.unit,
			notice_delivery_label(&cli->arena, &n));
	}
	return 0;
}

static int send_all(struct cli *cli, const char *const argv[], struct sending *sending,
		    struct err *e)
{
	struct person_rows people;
	struct unsent_ids ids;

	if (store_person_list(cli->store, &cli->arena, &people, e) < 0 ||
	    store_unsent_list(cli->store, &cli->arena, &cli->who, &ids, e) < 0)
		return -1;
	for (size_t i = 0; i < ids.n && !sending->stopped; i++) {
		if (send_one(cli, argv, &people, ids.at[i], sending, e) < 0)
			return -1;
		sending->nleft = (int)(ids.n - i - 1);
	}
	return 0;
}

int notices_send(struct cli *cli, struct err *e)
{
	const char *command = config_text(&cli->config, CONFIG_NOTICE_COMMAND);
	struct sending sending = {0};
	const char **argv;

	if (!*command)
		return 0;
	if (deliver_words(&cli->arena, command, &argv, e) < 0)
		return err_wrap(e, "notice.command");
	if (send_all(cli, argv, &sending, e) < 0)
		return -1;
	if (sending.nsent)
		printf(Q_("%d notice sent\n", "%d notices sent\n", sending.nsent), sending.nsent);
	if (sending.nfailed)
		fprintf(stderr,
			_("duban: %1$d not sent, %2$d not tried after that; they are tried again "
			  "by "
			  "the next `duban remind`\n"),
			sending.nfailed, sending.stopped ? sending.nleft : 0);
	return 0;
}
