/*
 * The distance of two words is the number of letters changed, left out, added or exchanged with
 * their neighbour. A word is close when at most every third letter of the longer one differs.
 */
#include "cli/nearest.h"

#include <stddef.h>
#include <string.h>

enum { WORD_MAX = 48 };

static int least(int a, int b, int c)
{
	int m = a < b ? a : b;

	return m < c ? m : c;
}

static int word_distance(const char *a, const char *b)
{
	int rows[3][WORD_MAX + 1];
	int na = (int)strlen(a), nb = (int)strlen(b);

	for (int j = 0; j <= nb; j++)
		rows[0][j] = j;
	for (int i = 1; i <= na; i++) {
		int *row = rows[i % 3], *before = rows[(i + 2) % 3], *first = rows[(i + 1) % 3];

		row[0] = i;
		for (int j = 1; j <= nb; j++) {
			int changed = a[i - 1] != b[j - 1];

			row[j] = least(row[j - 1] + 1, before[j] + 1, before[j - 1] + changed);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				row[j] = least(row[j], first[j - 2] + 1, row[j]);
		}
	}
	return rows[na % 3][nb];
}

void nearest_begin(struct nearest *n, const char *typed)
{
	*n = (struct nearest){typed, NULL, WORD_MAX};
}

void nearest_offer(struct nearest *n, const char *word)
{
	size_t na = strlen(n->typed), nb = strlen(word);
	size_t longer = na > nb ? na : nb;
	int distance;

	if (longer > WORD_MAX)
		return;
	distance = word_distance(n->typed, word);
	if (distance < n->distance && (size_t)distance * 3 <= longer + 1) {
		n->word = word;
		n->distance = distance;
	}
}
