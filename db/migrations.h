/* migrations.h - the numbered scripts of db/migrations/, which the build turns into this table. */
#ifndef DUBAN_DB_MIGRATIONS_H
#define DUBAN_DB_MIGRATIONS_H

struct migration {
	int number;	  /* the schema's version after it: 1, 2, 3 … */
	const char *name; /* "schema" of 0001_schema.sql */
	const char *sql;
};

/* migrations_count of them, and a last one of zeroes. */
extern const struct migration migrations[];
extern const int migrations_count;

#endif
