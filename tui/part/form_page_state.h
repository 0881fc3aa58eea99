/* form_page_state.h - what the files form_page*.c share; nobody else includes it. */
#ifndef DUBAN_TUI_FORM_PAGE_STATE_H
#define DUBAN_TUI_FORM_PAGE_STATE_H

#include "tui/part/form_page.h"

/* Behind those of the views. */
enum { TAG_WINDOWS = 9000, TAG_LOSE, TAG_CONFLICT };

/* form_page_row.c */

/* Sets p->shut: others may have handed in what stands here, and taken it back again. */
void form_page_look(struct view *v);
/* What cannot be written any more is not asked about first: what stands there by now is shown
 * beside it. False: it can be written. */
bool form_page_tell_shut(struct form_page *p, struct view *v, struct app *app);
/* After a conflict was settled. */
enum reply form_page_save_again(struct form_page *p, struct view *v, struct app *app);

#endif
