/* decimal.h - decimal figures kept as printed ("9.5", "38.00") and compared exactly; there is no
 * binary floating point in the model. At most 15 digits before and 6 after the point, 18 together.
 */
#ifndef DUBAN_CORE_DECIMAL_H
#define DUBAN_CORE_DECIMAL_H

#include <stdbool.h>
#include <stdint.h>

struct decimal {
	int64_t mant; /* value × 10^scale */
	int scale;    /* digits after the point, 0 to 6 */
};

#define DECIMAL_TEXT 32

/* The whole of s must be a figure: optional '-', digits, optional '.' and digits. */
bool decimal_parse(const char *s, struct decimal *d);
char *decimal_format(struct decimal d, char out[DECIMAL_TEXT]);
int decimal_cmp(struct decimal a, struct decimal b);
/* Exact, with the longer of the two scales; digits after the point go only where 64 bits do not
 * hold the sum with them. */
struct decimal decimal_add(struct decimal a, struct decimal b);
/* a/b in whole percent, rounded down, 0 to 999; 0 when b is not positive. */
int decimal_percent(struct decimal a, struct decimal b);

/* The measure as it is written behind a figure: "1/10万" is "/10万" there (9.5/10万). */
const char *decimal_measure(const char *measure);

#endif
