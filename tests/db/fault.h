/* fault.h - SQLite behind an engine that counts its calls and fails one of them, to see that a
 * write that breaks off anywhere leaves nothing behind. Without a fault it is SQLite. */
#ifndef DUBAN_TESTS_DB_FAULT_H
#define DUBAN_TESTS_DB_FAULT_H

#include "db/sql.h"

extern const struct sql_ops sql_fault;

/* The n-th call of prepare, step, begin or commit from now on fails with ERR_IO; 0: none does. */
void fault_set(int n);
/* Calls since fault_set(). */
int fault_calls(void);

#endif
