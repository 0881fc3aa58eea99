/* nearest.h - what a person may have meant by a mistyped word. */
#ifndef DUBAN_CLI_NEAREST_H
#define DUBAN_CLI_NEAREST_H

/* The words offered one after the other: keeps the one closest to what was typed. */
struct nearest {
	const char *typed;
	const char *word; /* the closest so far, borrowed; NULL: none is close enough */
	int distance;
};

void nearest_begin(struct nearest *n, const char *typed);
void nearest_offer(struct nearest *n, const char *word);

#endif
