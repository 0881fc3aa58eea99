/* change.h - what a write changed, as bits: views name those they depend on and are loaded again.
 */
#ifndef DUBAN_DB_CHANGE_H
#define DUBAN_DB_CHANGE_H

enum {
	CHANGE_PLAN = 1u << 0,
	CHANGE_UNIT = 1u << 1,
	CHANGE_ASSIGNMENT = 1u << 2,
	CHANGE_PERIOD = 1u << 3,
	CHANGE_REPORT = 1u << 4,
	CHANGE_MILESTONE = 1u << 5,
	CHANGE_EVIDENCE = 1u << 6,
	CHANGE_PERSON = 1u << 7,
	CHANGE_DRAFT = 1u << 8,
	CHANGE_POLICY = 1u << 9, /* rules, calendar */
	CHANGE_REQUEST = 1u << 10,
	CHANGE_NOTICE = 1u << 11,
	CHANGE_CASE = 1u << 12,
	CHANGE_OTHERS = 1u << 13, /* somebody else wrote: anything may have changed */
	CHANGE_ANY = ~0u
};

#endif
