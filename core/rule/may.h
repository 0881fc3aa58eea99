/*
 * may.h - who may do what: one function decides every act and says why not. The table of may.c is
 * the table of posts and acts that duban(1) prints and that a test walks.
 *
 * States (a closed period, a withdrawn unit …) are asked in flow.h; may() is about people.
 */
#ifndef DUBAN_CORE_MAY_H
#define DUBAN_CORE_MAY_H

#include "core/err.h"
#include "core/model.h"

/* How far a post's right reaches. */
enum reach {
	REACH_NONE,
	REACH_OWN,    /* its own unit's things, and for reading those it works on with others */
	REACH_BEHALF, /* any unit's, marked as entered on its behalf */
	REACH_ALL
};

/* id, word for programs and the log, sentence part for people ("may not …"),
 * reach of: reporter, approver, office, leader, assessor, admin */
#define ACTS(X)                                                                                    \
	X(ACT_READ, "read", N_("read this"), OWN, OWN, ALL, ALL, ALL, NONE)                        \
	X(ACT_REPORT, "report", N_("enter this unit's progress"), OWN, OWN, BEHALF, NONE, NONE,    \
	  NONE)                                                                                    \
	X(ACT_MILESTONE, "milestone", N_("change this unit's milestones"), OWN, OWN, BEHALF, NONE, \
	  NONE, NONE)                                                                              \
	X(ACT_EVIDENCE, "evidence", N_("record evidence for this unit"), OWN, OWN, BEHALF, NONE,   \
	  NONE, NONE)                                                                              \
	X(ACT_RECEIVE, "receive", N_("receive or contest this unit's assignments"), OWN, OWN,      \
	  BEHALF, NONE, NONE, NONE)                                                                \
	X(ACT_REQUEST, "request", N_("ask the office on behalf of this unit"), OWN, OWN, BEHALF,   \
	  NONE, NONE, NONE)                                                                        \
	X(ACT_ANSWER, "answer", N_("answer notices to this unit"), OWN, OWN, BEHALF, NONE, NONE,   \
	  NONE)                                                                                    \
	X(ACT_CASE, "case", N_("hand in cases of this unit"), OWN, OWN, BEHALF, NONE, NONE, NONE)  \
	X(ACT_SIGN, "sign", N_("sign off this unit's reports"), NONE, OWN, NONE, NONE, NONE, NONE) \
	X(ACT_REVIEW, "review", N_("accept or return reports"), NONE, NONE, ALL, NONE, NONE, NONE) \
	X(ACT_DECIDE, "decide", N_("decide what units ask"), NONE, NONE, ALL, NONE, NONE, NONE)    \
	X(ACT_URGE, "urge", N_("urge units"), NONE, NONE, ALL, NONE, NONE, NONE)                   \
	X(ACT_SELECT, "select", N_("choose pilots and cases"), NONE, NONE, ALL, NONE, NONE, NONE)  \
	X(ACT_POLICY, "policy", N_("set the rules and the calendar"), NONE, NONE, ALL, NONE, NONE, \
	  NONE)                                                                                    \
	X(ACT_IMPORT, "import", N_("import plans"), NONE, NONE, ALL, NONE, NONE, NONE)             \
	X(ACT_PLAN, "plan", N_("close plans"), NONE, NONE, ALL, NONE, NONE, NONE)                  \
	X(ACT_ASSIGN, "assign", N_("assign actions to units"), NONE, NONE, ALL, NONE, NONE, NONE)  \
	X(ACT_PERIOD, "period", N_("set reporting periods"), NONE, NONE, ALL, NONE, NONE, NONE)    \
	X(ACT_UNIT, "unit", N_("change units"), NONE, NONE, ALL, NONE, NONE, ALL)                  \
	X(ACT_INSTRUCT, "instruct", N_("give instructions"), NONE, NONE, NONE, ALL, NONE, NONE)    \
	X(ACT_SCORE, "score", N_("check and score"), NONE, NONE, ALL, NONE, ALL, NONE)             \
	X(ACT_PERSON, "person", N_("manage people and posts"), NONE, NONE, NONE, NONE, NONE, ALL)  \
	X(ACT_LOG, "log", N_("read the log"), OWN, OWN, ALL, ALL, ALL, ALL)                        \
	X(ACT_ACCESS, "access",                                                                    \
	  N_("read when others logged in, were refused, took something out"), NONE, NONE, ALL,     \
	  NONE, NONE, ALL)

#define MAY_ENUM(id, ...) id,
enum act { ACTS(MAY_ENUM) ACT_COUNT };

const char *act_word(enum act a);
/* "enter this unit's progress", translated. */
const char *act_label(enum act a);
enum reach act_reach(enum act a, enum post_role role);

/* Who acts: a person with the posts that count now. The terminal interface gives the active post
 * alone, a verb all of them (or the one named by --post). */
struct actor {
	int64_t person_id;
	const char *login, *name;
	const char *remote; /* address of the SSH client, or "" */
	int64_t key_id;	    /* the key that the session was opened with; 0: no key, the own login */
	const struct post_row *posts;
	int nposts;
	struct moment now;
};

/* On what: the unit whose thing it is (0: nobody's, the plan itself). */
struct subject {
	int64_t unit_id;
	const char *unit;	/* its name, for the sentence; may be "" */
	bool shared_with_actor; /* reading: a unit of the actor works on the same action */
	int64_t entered_by;	/* person whose entry is reviewed or scored; 0: nobody's */
};

/*
 * Whether `who` may do `act` to `what`. Returns the post by which (borrowed from who->posts), or
 * NULL with ERR_DENIED and the sentence: what, why, and who can. Nobody reviews, signs or scores
 * what they entered themselves.
 */
const struct post_row *may(const struct actor *who, enum act act, const struct subject *what,
			   struct err *e);

/* Whether a post of `who` reaches one of these acts (bits 1 << enum act; 0 needs none) at all, on
 * whatever. 0, or -1 with ERR_DENIED and the sentence. */
int may_ever(const struct actor *who, unsigned acts, struct err *e);
bool may_ever_quietly(const struct actor *who, unsigned acts);

/* As may() for a screen that only wants to know. */
bool may_quietly(const struct actor *who, enum act act, const struct subject *what);

#endif
