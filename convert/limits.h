/* limits.h - what duban-convert may use. Whatever a document makes it do ends here. */
#ifndef DUBAN_CONVERT_LIMITS_H
#define DUBAN_CONVERT_LIMITS_H

/* Memory, time and size of the output, and no new rights; for the program and for one that it
 * becomes. Returns -1 when the system refuses. */
int limits_set(void);
/* From here on nothing can be opened: no file, no socket. What is open stays. */
int limits_close_doors(void);

#endif
