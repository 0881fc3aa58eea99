/*
 * session.h - who is working, with which post, in which plan: what all screens share. Its state is
 * only what the person has chosen; everything else is read anew when a screen loads.
 */
#ifndef DUBAN_TUI_SESSION_H
#define DUBAN_TUI_SESSION_H

#include "core/rule/lamp.h"
#include "core/rule/may.h"
#include "core/model.h"
#include "tui/app/app.h"
#include "tui/tui.h"

struct session {
	const struct person_row *person; /* with all posts in force; borrowed */
	struct post_row post;		 /* the active one; texts borrowed from person */
	const char *remote;
	int64_t key_id, session_id; /* as in struct tui_args, as the next */
	struct log_in before;
	const char *seat; /* which window of the person this is (seat.h); borrowed, never NULL */
	int64_t plan_id;  /* the plan one works in; 0: none is open yet */
	int nwaiting;	  /* reports that wait for the active post, as the frame last counted */
	struct lamp_rules rules; /* of the file, as the frame last read them */
	int same_limit; /* so many periods in a row without a change are pointed out; likewise */
	struct arena rules_arena; /* … and what they borrow */
	int print_width, print_page_lines;
	const char *printer;
	const char *const *send; /* as in struct tui_args */
};

/* Takes what main() handed in and chooses post and plan. The args must outlive it. -1: the person
 * has no post, or the store cannot be read. */
int session_begin(struct session *s, const struct tui_args *args, struct err *e);
void session_end(struct session *s);
/* Reads s->rules and s->same_limit anew: the office may have set others. On failure the ones that
 * are there stay. */
int session_load_rules(struct session *s, struct store *store, struct err *e);
/* Works with another post from now on; the plan is chosen anew where it has none of its unit's. */
int session_use_post(struct session *s, struct store *store, struct moment now,
		     const struct post_row *post, struct err *e);

/* Who acts now: the person with the active post alone. Cheap; ask at use, do not keep. */
struct actor session_actor(const struct app_context *c);
/* Whether the person is still let in, with this post: 0, or -1 and the sentence. See struct
 * app_context. */
int session_admitted(const struct app_context *c, struct err *e);
/* Whether the person still holds a post that they had when they came in: 1, 0, -1. */
int session_holds(const struct app_context *c, const struct post_row *post, struct err *e);
/* For app_context.successor. */
int session_successor(const struct app_context *c, struct store **s, struct err *e);
/* Whether files of this server are the person's to name: 0; -1 in a session over SSH, with the
 * command that does the same from the person's own computer. */
int session_files(const struct app_context *c, const char *command, struct err *e);
/* The unit of the active post, 0 for posts that have none (office, leader …); given a unit, that
 * one. */
int64_t session_unit(const struct app_context *c, int64_t unit_id);
/* Whether the active post could do this to things of that unit (a quiet may()). */
bool session_may(const struct app_context *c, enum act act, int64_t unit_id);
/* The same before a form opens: -1 with the sentence that says who can; where another post of the
 * same person can, with the one that says how to change to it. */
int session_demand(const struct app_context *c, enum act act, int64_t unit_id, struct err *e);
/* For app_context.refused. A note that cannot be written stays away: the person reads why the act
 * was refused. */
void session_note_refusal(const struct app_context *c, const char *where);
/* Before a document goes out; on failure it may not. */
int session_note_export(const struct app_context *c, const char *name, struct err *e);
/* The first screen of the active post. */
const struct view_ops *session_home(const struct session *s);

/* The plan one works in and its current period, as they are in the file now. */
struct scene {
	struct plan_row plan;	  /* id 0: there is none */
	struct period_row period; /* id 0: there is none */
	int nopen;		  /* open plans that this post may read */
};
int session_scene(const struct app_context *c, struct arena *a, struct scene *sc, struct err *e);

/* Whether the active post decides on reports: signs off, or reviews. */
bool session_decides(const struct app_context *c);
/* Whether a report waits for it: nobody decides on what they entered themselves, and what its unit
 * signs off waits for that first. */
struct session_report {
	enum report_state state;
	int64_t unit_id, entered_by_id;
	bool to_sign; /* of report_row */
};
bool session_waits(const struct app_context *c, const struct session_report *r);
/* The reports of a plan (0: none) that wait for it, oldest first. */
int session_waiting(const struct app_context *c, struct arena *a, int64_t plan_id,
		    struct report_rows *rows, struct err *e);

/* How things stand, for line 2 of the frame. */
struct session_counts {
	int owed, submitted, returned, overdue;
	int waiting; /* for a decision of the active post */
};
int session_counts(const struct app_context *c, struct arena *a, const struct scene *sc,
		   struct session_counts *n, struct err *e);

/* The frame: see struct app_context. */
int session_frame(const struct app_context *c, struct arena *a, struct frame_text *f,
		  struct err *e);

#endif
