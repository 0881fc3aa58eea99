/* notice_json.h - a notice as JSON, for the command that carries it out of the file. */
#ifndef DUBAN_EXCHANGE_NOTICE_JSON_H
#define DUBAN_EXCHANGE_NOTICE_JSON_H

#include "core/rule/notice.h"

/* One object in one line: what the notice is, its lines with the reason of each (in the language of
 * the run), and the people of the unit with their telephone numbers. The caller frees it. */
char *notice_json(const struct notice_row *n, const struct notice_item_rows *items,
		  const struct person_rows *people);

#endif
