/* Taking a file in from where the program runs, and the commands for where it does not. */
#include "tui/evidence/evidence_upload.h"

#include "core/i18n.h"
#include "core/text/utf8.h"
#include "db/people/store_unit.h"
#include "db/report/store_file.h"
#include "db/report/store_report.h"
#include "exchange/convert.h"
#include "exchange/upload.h"
#include "tui/app/session.h"

bool evidence_upload_is_remote(const struct app_context *c)
{
	return c->session->key_id != 0;
}

enum { ONE_LINE_COLS = 40 }; /* of the first half */

/* " --unit "NAME"" where the verb would not find out by itself whose it is. */
static const char *unit_option(struct arena *a, const struct app_context *c, int64_t unit_id)
{
	struct err unread = ERR_INIT;
	struct unit_row unit;

	if (unit_id == session_unit(c, 0) ||
	    store_unit_get(c->store, a, unit_id, &unit, &unread) < 0)
		return "";
	return arena_printf(a, " --unit \"%s\"", unit.name);
}

/* A report goes by its period. */
static const char *period_option(struct arena *a, const struct app_context *c, int64_t report_id)
{
	struct actor who = session_actor(c);
	struct err unread = ERR_INIT;
	struct report_row report;

	if (!report_id || store_report_get(c->store, a, &who, report_id, &report, &unread) < 0)
		return "";
	return arena_printf(a, " --period %s", report.period_code);
}

const char *evidence_upload_command(struct arena *a, const struct app_context *c,
				    const struct evidence_new *about, const char *action)
{
	const char *also = "";

	if (about->milestone_id)
		also = arena_printf(a, " --milestone %lld", (long long)about->milestone_id);
	else if (about->request_id)
		also = arena_printf(a, " --request %lld", (long long)about->request_id);
	else if (about->case_id)
		also = arena_printf(a, " --case %lld", (long long)about->case_id);
	const char *what = arena_printf(a, "ssh … evidence add %s%s%s%s", action,
					unit_option(a, c, about->unit_id),
					period_option(a, c, about->report_id), also);
	/* in two lines, as a shell takes them, where the screen would break it anywhere */
	return arena_printf(a, "%s%s --name A.pdf < A.pdf", what,
			    utf8_cols(what) > ONE_LINE_COLS ? " \\\n" : "");
}

/* A name that is kept stands between quotation marks of any shell as it is (file_name.h). */
const char *evidence_upload_fetch(struct arena *a, const struct app_context *c,
				  const struct evidence_row *v)
{
	return arena_printf(a, "%s evidence get %lld > \"%s\"",
			    evidence_upload_is_remote(c) ? "ssh …" : "duban", (long long)v->id,
			    v->file_name);
}

static int add_upload(const struct app_context *c, struct arena *a, const struct evidence_new *v,
		      const struct upload *u, struct evidence_row *row, unsigned *changes,
		      struct err *e)
{
	struct actor who = session_actor(c);
	struct file_new file = {.fd = u->fd, .nbytes = u->nbytes};

	if (convert_type(a, u->fd, &file.type, e) < 0)
		return -1;
	return store_file_add(c->store, &who, v, &file, a, row, changes, e);
}

int evidence_upload_add(const struct app_context *c, struct arena *a, const struct evidence_new *v,
			const char *path, struct evidence_row *row, unsigned *changes,
			struct err *e)
{
	struct actor who = session_actor(c);
	struct upload u;
	int64_t most;

	if (evidence_upload_is_remote(c))
		return err_set_field(e, ERR_INPUT, "file",
				     _("your files are on your own computer: send it from there "
				       "with the command that stands here"));
	if (store_file_room(c->store, &who, v->unit_id, &most, e) < 0 ||
	    upload_take_file(&u, path, store_file_folder(c->store, a), most, e) < 0)
		return -1;
	int result = add_upload(c, a, v, &u, row, changes, e);
	upload_close(&u);
	return result;
}
