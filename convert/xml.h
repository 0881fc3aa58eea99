/*
 * xml.h - parts of office documents as trees. Elements and attributes are told by their local
 * names: the namespaces differ between the two editions of the standard, the names do not.
 */
#ifndef DUBAN_CONVERT_XML_H
#define DUBAN_CONVERT_XML_H

#include "exchange/convert_end.h"

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

/* Parses a part; NULL and *end when it is broken, too deep, or declares entities. xmlFreeDoc(). */
xmlDoc *xml_parse(const char *bytes, size_t nbytes, enum convert_end *end);

/* Whether it is an element of that name. */
bool xml_is(const xmlNode *node, const char *name);
/* The first child that is an element of that name, or NULL. A NULL parent has no children. */
const xmlNode *xml_child(const xmlNode *parent, const char *name);
/* Value of an attribute; NULL when it is not there, or there is no node. */
const char *xml_attr(const xmlNode *node, const char *name);
long xml_attr_int(const xmlNode *node, const char *name, long otherwise);
/* Whether the child of that name is there and not switched off by val="0" or "false". */
bool xml_on(const xmlNode *parent, const char *name);

#define XML_EACH(node, parent)                                                                     \
	for (const xmlNode *node = (parent) ? (parent)->children : NULL; node; node = node->next)

#endif
