/* Files of evidence as the rest of the program sees them: whether one may come, and giving it back.
 * Recording one is store_evidence_write.c's. */
#include "db/report/store_file.h"

#include "core/i18n.h"
#include "db/cycle/store_policy.h"
#include "db/people/store_unit.h"
#include "db/report/blob.h"

#include <stdio.h>
#include <string.h>

int store_file_room(struct store *s, const struct actor *who, int64_t unit_id, int64_t *most,
		    struct err *e)
{
	struct arena a = ARENA_INIT;
	struct policy policy;
	struct unit_row unit;
	int result = store_unit_get(s, &a, unit_id, &unit, e);

	if (result == 0 &&
	    (!may(who, ACT_EVIDENCE, &(struct subject){.unit_id = unit_id, .unit = unit.name}, e) ||
	     store_policy_load(s, &a, &policy, e)))
		result = -1;
	if (result == 0)
		*most = policy_files(&policy).file;
	arena_free(&a);
	return result;
}

const char *store_file_folder(const struct store *s, struct arena *a)
{
	const char *slash = strrchr(s->path, '/');

	if (!slash)
		return ".";
	return slash == s->path ? "/" : arena_strndup(a, s->path, (size_t)(slash - s->path));
}

int store_file_read(struct store *s, const struct evidence_row *row, file_take *take, void *to,
		    struct err *e)
{
	struct blob b = {.id = row->blob_id, .nbytes = row->nbytes};

	if (!b.id)
		return err_set(e, ERR_NOT_FOUND,
			       _("evidence %lld is recorded by reference: there is no file of it "
				 "here"),
			       (long long)row->id);
	snprintf(b.sha256, sizeof b.sha256, "%s", row->sha256);
	return blob_check(s->db, &b, e) ? -1 : blob_each(s->db, b.id, take, to, e);
}
