/* The clock and the rights behind a transfer: see exchange/transfer.h. */
#include "cli/watch.h"

#include "db/people/store_key.h"
#include "exchange/transfer.h"

#include <time.h>

enum { ASK_MS = 1000, MINUTE_MS = 60000 };

static struct watch {
	struct cli *cli;
	int64_t moved_ms, asked_ms;
} self;

static int64_t clock_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static int check_idle(int64_t still_ms, struct err *e)
{
	int minutes = config_number(&self.cli->config, CONFIG_IDLE);

	if (!minutes || still_ms < (int64_t)minutes * MINUTE_MS)
		return 0;
	return err_set(e, ERR_IO,
		       Q_("nothing has come or gone for %d minute, so duban has ended; nothing "
			  "was changed",
			  "nothing has come or gone for %d minutes, so duban has ended; nothing "
			  "was changed",
			  minutes),
		       minutes);
}

static int ask(void *to, bool moved, struct err *e)
{
	struct watch *w = to;
	int64_t now = clock_ms();

	if (moved)
		w->moved_ms = now;
	if (!moved && check_idle(now - w->moved_ms, e) < 0)
		return -1;
	if (now - w->asked_ms < ASK_MS)
		return 0;
	w->asked_ms = now;
	return store_key_check(w->cli->store, &w->cli->who, e);
}

void watch_begin(struct cli *cli)
{
	static const struct transfer_watch watch = {.ask_ms = ASK_MS, .ask = ask, .to = &self};

	self = (struct watch){.cli = cli, .asked_ms = clock_ms()};
	transfer_watch_by(&watch);
}
