/*
 * convert_end.h - how duban-convert ends: the statuses it exits with and what each means. The
 * helper says nothing in words; duban has the sentences.
 */
#ifndef DUBAN_EXCHANGE_CONVERT_END_H
#define DUBAN_EXCHANGE_CONVERT_END_H

#define CONVERT_ENDS(X)                                                                            \
	X(CONVERT_DONE, 0)	 /* the text is on standard output */                              \
	X(CONVERT_DAMAGED, 80)	 /* not what it claims to be, or cut short */                      \
	X(CONVERT_TOO_LARGE, 81) /* it unpacks to more than is read of a document */               \
	X(CONVERT_TOO_DEEP, 82)	 /* elements in elements beyond all reason */                      \
	X(CONVERT_ENTITIES, 83)	 /* declarations of its own, which documents do not have */        \
	X(CONVERT_NO_TOOL, 84)	 /* the program for this kind is not installed */                  \
	X(CONVERT_USAGE, 85)	 /* called in a way it does not know */
#define CONVERT_ENUM(id, status) id = status,
enum convert_end { CONVERT_ENDS(CONVERT_ENUM) };
#undef CONVERT_ENUM

#endif
