/* evidence_upload.h - files of evidence on the terminal: one that lies on the server is taken in;
 * in a session over SSH the files are on the person's own computer, and the commands that send and
 * fetch them there are told. */
#ifndef DUBAN_TUI_EVIDENCE_UPLOAD_H
#define DUBAN_TUI_EVIDENCE_UPLOAD_H

#include "core/rule/entry.h"
#include "tui/app/app.h"

/* Whether this is a session over SSH. */
bool evidence_upload_is_remote(const struct app_context *c);
/* The command that sends a file as evidence of what `about` names, of an action like "yx2021/3",
 * for the session that `c` is. In the arena. */
const char *evidence_upload_command(struct arena *a, const struct app_context *c,
				    const struct evidence_new *about, const char *action);
/* The command that fetches it. In the arena. */
const char *evidence_upload_fetch(struct arena *a, const struct app_context *c,
				  const struct evidence_row *v);
/* Records v with the file at the path; errors about the file have the field "file". */
int evidence_upload_add(const struct app_context *c, struct arena *a, const struct evidence_new *v,
			const char *path, struct evidence_row *row, unsigned *changes,
			struct err *e);

#endif
