/* notice_send.h - notices leave the file while one goes on working. */
#ifndef DUBAN_TUI_NOTICE_SEND_H
#define DUBAN_TUI_NOTICE_SEND_H

#include "tui/app/app.h"

/* Starts the sending of what was issued, in a process of its own that is not waited for; nothing to
 * do where no command is configured. What comes of it stands in the notices. */
void notice_send(struct app *app);

#endif
