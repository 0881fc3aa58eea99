/*
 * store_place.h - whether a database can live where its path is. Many processes share it through
 * memory that the kernel maps beside it and through locks; over a network neither is the same on
 * both ends, and what is entered there gets lost or the file breaks.
 */
#ifndef DUBAN_DB_STORE_PLACE_H
#define DUBAN_DB_STORE_PLACE_H

#include "core/err.h"

#include <stdbool.h>
#include <stdint.h>

struct store_place {
	uint64_t type;	     /* as statfs(2) numbers it */
	const char *network; /* the name of a file system of the network; NULL: it is none */
	int64_t free_bytes,
		nbytes; /* of the whole file system: left for this process, and in all */
	uint64_t device;
};

/* Of the file at this path, or of the folder where one could be made; ERR_IO. */
int store_place_read(const char *path, struct store_place *place, struct err *e);
/* ERR_STATE where it lies on a file system of the network; what cannot be read is left to the
 * opening. */
int store_place_check(const char *path, struct err *e);
/* The name of that type, when it is one of the network; NULL. */
const char *store_place_network(uint64_t type);

#endif
