/* columns_balance.h - widths shared out by weight, set right by what stands in the cells. Behind
 * columns.c only. */
#ifndef DUBAN_PRINT_COLUMNS_BALANCE_H
#define DUBAN_PRINT_COLUMNS_BALANCE_H

#include "print/columns.h"

/* Lets columns with a weight give each other room, none kept with less than least[column], for
 * fewer lines in all and fewer short cells that break. The sum stays. */
void columns_balance(struct arena *a, struct columns *cs, const int *least);

#endif
