/* store_send.h - notices on their way out of the file, by the command that the configuration names.
 * Running it is the caller's; the store knows what is still to be sent and keeps what came of it.
 * See store.h. */
#ifndef DUBAN_DB_STORE_SEND_H
#define DUBAN_DB_STORE_SEND_H

#include "core/rule/notice.h"
#include "db/store.h"

/* Notices that wait for an answer and that no command has taken: ids, in the order of units. */
struct unsent_ids {
	int64_t *at;
	size_t n, cap;
};
int store_unsent_list(struct store *s, struct arena *a, const struct actor *who,
		      struct unsent_ids *ids, struct err *e);
/* Takes one of them, so that no other run sends it too: 1, and the notice with its lines; 0 when
 * another has it or it needs none any more; -1. Whoever may urge or instruct may send. */
int store_send_begin(struct store *s, const struct actor *who, int64_t id, struct arena *a,
		     struct notice_row *n, struct notice_item_rows *items, unsigned *changes,
		     struct err *e);
/* What came of it: status as of struct notice_row. */
int store_send_end(struct store *s, const struct actor *who, int64_t id, int status,
		   const char *said, unsigned *changes, struct err *e);

#endif
