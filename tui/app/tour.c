/* Who has seen the tour is kept with the person's own settings. */
#include "tui/app/tour.h"

#include "core/i18n.h"
#include "db/people/store_setting.h"
#include "tui/app/session.h"
#include "tui/part/dialog.h"

#define TOUR_LINE(text) text,

const char *const tour_lines[] = {TOUR(TOUR_LINE)};
const size_t ntour_lines = sizeof tour_lines / sizeof tour_lines[0];

static const char seen[] = "seen", tour[] = "tour"; /* kind and name of the setting */

static void show(struct app *app)
{
	struct strbuf text = STRBUF_INIT;

	for (size_t i = 0; i < ntour_lines; i++)
		strbuf_printf(&text, "%s· %s", i ? "\n" : "", _(tour_lines[i]));
	dialog_notice(app, APP_TAG_ANYWHERE, _("First steps"), text.s);
	strbuf_free(&text);
}

/* Who cannot write (a full disk, a file that is only read) is not stopped by five lines every time.
 */
void tour_begin(struct app *app)
{
	const struct app_context *c = app_context(app);
	struct actor who = session_actor(c);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	const char *value = NULL;

	if (store_setting_get(c->store, &a, &who, seen, tour, &value, &e) == 0 && !value &&
	    store_setting_put(c->store, &who, seen, tour, "1", &e) == 0)
		show(app);
	arena_free(&a);
}
