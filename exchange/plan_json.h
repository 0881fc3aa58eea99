/*
 * plan_json.h - plans as JSON: the layout that `duban import --dry-run --format json` prints and
 * that `duban import` reads (duban-plan(5)). Beside the members of the layout a written plan
 * carries "text", "doubts" and, in every entry, its places in the text ("clause", "line", "span"),
 * so that a plan that was written and read again is the same plan.
 */
#ifndef DUBAN_EXCHANGE_PLAN_JSON_H
#define DUBAN_EXCHANGE_PLAN_JSON_H

#include "core/plan/plan.h"

#include <stdbool.h>

/* Writes the plan, indented, with a line end behind it. Figures are written as printed ("9.0"). */
void plan_json_write(const struct plan *p, struct strbuf *out);

/* Whether the bytes look like a JSON object: plan_read() or plan_json_read()? */
bool plan_json_is(const char *bytes, size_t nbytes);

/*
 * Reads plan JSON; what is missing is empty. Fails with ERR_FORMAT and a sentence that says where
 * (line of a syntax error, or the member: "actions[3].units[0].role"). Texts are cleaned as those
 * of a document; a place outside the text becomes an empty one. `file` is used where the object
 * names none.
 */
int plan_json_read(struct arena *a, const char *file, const char *bytes, size_t nbytes,
		   struct plan *p, struct err *e);

#endif
