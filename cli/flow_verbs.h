/*
 * flow_verbs.h - which command takes which step of the state machines (flow.h): duban-flow(7) is
 * made from this table, and a test runs every command in every state by every post.
 */
#ifndef DUBAN_CLI_FLOW_VERBS_H
#define DUBAN_CLI_FLOW_VERBS_H

#include "core/flow.h"

/* The command without "duban"; words in capitals stand for what the user gives. NULL when no
 * command takes the step. */
const char *flow_verb(enum flow_object o, int step);
/* Whether it goes by what a unit has asked: ID is that request's number, not the object's. */
bool flow_verb_answers(enum flow_object o, int step);

#endif
