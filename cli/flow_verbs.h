/*
 * flow_verbs.h - which command takes which step of the state machines (flow.h): duban-flow(7) is
 * made from this table, and a test runs every command in every state by every post.
 */
#ifndef DUBAN_CLI_FLOW_VERBS_H
#define DUBAN_CLI_FLOW_VERBS_H

#include "core/rule/flow.h"

/* The command without "duban"; words in capitals stand for what the user gives, the ID behind
 * "request" for the number of what was asked. NULL when no command takes the step. */
const char *flow_verb(enum flow_object o, int step);

#endif
