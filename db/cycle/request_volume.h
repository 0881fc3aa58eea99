/* request_volume.h - the volumes that a correction asks for. Nothing outside db/ includes it. */
#ifndef DUBAN_DB_REQUEST_VOLUME_H
#define DUBAN_DB_REQUEST_VOLUME_H

#include "core/model.h"
#include "db/store_internal.h"

/* ERR_INPUT for one that is no volume in force of the action. */
int request_volumes_put(struct write *w, int64_t request_id, int64_t action_id,
			const struct report_volume_rows *rows, struct err *e);
/* Those in force. */
int request_volumes_read(struct store *s, struct arena *a, int64_t request_id,
			 struct report_volume_rows *rows, struct err *e);

#endif
