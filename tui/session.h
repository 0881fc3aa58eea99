/*
 * session.h - who is working at this terminal, and on what. One for each run; views reach it
 * through v->context->session.
 */
#ifndef DUBAN_TUI_SESSION_H
#define DUBAN_TUI_SESSION_H

#include "core/lamp.h"
#include "core/may.h"
#include "core/model.h"

struct session {
	struct person_row person; /* with all posts in force */
	size_t post;		  /* index of the active one */
	struct actor who;	  /* acts with the active post alone; give this to the store */
	struct lamp_rules rules;
	int64_t plan_id; /* the plan looked at; 0: all open ones */
};

/* Makes another post the active one (index into person.posts). */
void session_take_post(struct session *s, size_t post);
/* The active post's role and unit (0: none). */
enum post_role session_role(const struct session *s);
int64_t session_unit(const struct session *s);

#endif
