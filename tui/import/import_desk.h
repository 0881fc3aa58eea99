/*
 * import_desk.h - the desk on which a plan is reviewed before it is stored: the document as it was
 * read with all corrections, shared by the screens of the import. After every step it is kept in
 * the file under the person's name, so that a dropped line loses nothing; nothing of it is a plan
 * until import_desk_store(). Two windows of a person in the same review overwrite nothing: the one
 * that is late is kept beside the other, under a name of its own ("plan.txt (2)").
 */
#ifndef DUBAN_TUI_IMPORT_DESK_H
#define DUBAN_TUI_IMPORT_DESK_H

#include "core/model.h"
#include "core/plan/plan_diff.h"
#include "core/plan/plan_edit.h"
#include "tui/app/app.h"

#define IMPORT_DRAFTS "import:" /* how the drafts of reviews are named: then the file's name */
#define IMPORT_FACT_DRAFTS                                                                         \
	"import-fact:" /* what is typed in a form of it: then the review's draft */

/* Somebody knows better which action of a new edition is which of the plan that is there. */
struct import_pair {
	int64_t action_id; /* the row in the file, 0: none of them */
	size_t from;	   /* where the clause of the new one begins */
};

struct import_desk {
	struct plan_edit *edit;
	char *draft; /* where it is kept */
	char *code;  /* wished for the plan, "" where the store proposes one */
	VEC(struct import_pair) pairs;
	struct arena arena; /* of the pairs */
	char *update;	    /* code of the plan whose new edition this is, or "" */
	char *source;	    /* how the file was read where that is worth telling, or "" */
	int64_t saved_at;   /* UTC, 0: nothing is kept yet */
	int64_t version;    /* of the draft, as it was read or kept last */
	bool unkept;	    /* the last step could not be kept */
	size_t nsteps;	    /* of the plan's, as import_desk_stepped() saw them last */
};

/* Under which name the review of a file is kept: of a new plan, or of a new edition of the plan
 * with this code. Given. */
char *import_draft_name(const char *file, const char *update);

/* Reads a document. update: code of a plan, or "" for a new one. */
int import_desk_read(const struct app_context *c, const char *path, const char *update,
		     struct import_desk **desk, struct err *e);
/* Goes on with what was kept; ERR_NOT_FOUND when nothing is. */
int import_desk_resume(const struct app_context *c, const char *draft, struct import_desk **desk,
		       struct err *e);
void import_desk_free(struct import_desk *desk); /* NULL is fine */

/* The plan as it is now; see plan_edit_plan(). */
const struct plan *import_desk_plan(const struct import_desk *desk);

/* The code wished for the plan; checked and copied. */
int import_desk_set_code(struct import_desk *desk, const char *text, struct err *e);

/* After a step: where it failed, shows the error; else keeps the desk, says what was done and has
 * the screens of the import load their rows again. What cannot be kept is said, and … */
enum reply import_desk_stepped(struct import_desk *desk, struct app *app, int failed,
			       const struct err *e);
/* … tried again here: for settle(), and before the review is left. Whether all is kept. */
bool import_desk_settle(struct import_desk *desk, struct app *app);
/* Undo and redo as steps of their own; a sentence where there is nothing to take back. */
enum reply import_desk_undo(struct import_desk *desk, struct app *app);
enum reply import_desk_redo(struct import_desk *desk, struct app *app);

/* What a new edition changes, pairs said by hand included. In the arena. */
int import_desk_compare(const struct import_desk *desk, const struct app_context *c,
			struct arena *a, struct plan_diff **d, struct err *e);
/* The new action of an entry is that row of the file, 0: it is new. A step that can be said again,
 * not taken back. */
enum reply import_desk_pair(struct import_desk *desk, struct app *app, size_t from,
			    int64_t action_id);

/* Nothing of the review is kept any longer. */
int import_desk_drop(struct import_desk *desk, const struct app_context *c, struct err *e);
/* Stores everything in one transaction and drops the draft. *row in the arena. */
int import_desk_store(struct import_desk *desk, const struct app_context *c, struct arena *a,
		      struct plan_row *row, unsigned *changes, struct err *e);

#endif
