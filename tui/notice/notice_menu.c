/* notice_menu.c - from the menu of an action to its notices; a leader gives an instruction on it.
 */
#include "tui/notice/notice_menu.h"

#include "core/i18n.h"
#include "tui/app/session.h"
#include "tui/view/views.h"

/* Beside the actions and other entries of the menu. */
enum { ENTRY_NOTICES = 10200, ENTRY_INSTRUCT };

size_t notice_menu_entries(const struct app_context *c, struct menu_entry *entries)
{
	size_t n = 0;

	if (session_may(c, ACT_INSTRUCT, 0))
		entries[n++] =
			(struct menu_entry){_("Give an instruction"), NULL, ENTRY_INSTRUCT, false};
	entries[n++] =
		(struct menu_entry){_("Notices and instructions"), NULL, ENTRY_NOTICES, false};
	return n;
}

bool notice_menu_do(struct app *app, const struct item *it, int64_t entry)
{
	if (entry != ENTRY_NOTICES && entry != ENTRY_INSTRUCT)
		return false;
	app_push(app, entry == ENTRY_NOTICES ? &view_notices : &view_instruct,
		 &(struct view_args){.id = it->action_id, .id2 = it->unit_id});
	return true;
}
