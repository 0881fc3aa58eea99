/* XML by libxml2, without entities, network or outsize trees. Office programs write no document
 * type declaration, so one is refused before it can multiply anything. */
#include "convert/xml.h"

#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

xmlDoc *xml_parse(const char *bytes, size_t nbytes, enum convert_end *end)
{
	xmlDoc *doc;
	xmlError *why;

	if (memmem(bytes, nbytes, "<!DOCTYPE", 9)) {
		*end = CONVERT_ENTITIES;
		return NULL;
	}
	xmlResetLastError();
	doc = xmlReadMemory(bytes, (int)nbytes, NULL, NULL,
			    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
				    XML_PARSE_NOCDATA);
	why = xmlGetLastError();
	if (doc && !doc->intSubset)
		return doc;
	*end = doc					    ? CONVERT_ENTITIES
	       : why && why->code == XML_ERR_INTERNAL_ERROR ? CONVERT_TOO_DEEP
							    : CONVERT_DAMAGED;
	xmlFreeDoc(doc);
	return NULL;
}

bool xml_is(const xmlNode *node, const char *name)
{
	return node && node->type == XML_ELEMENT_NODE &&
	       strcmp((const char *)node->name, name) == 0;
}

const xmlNode *xml_child(const xmlNode *parent, const char *name)
{
	const xmlNode *node = parent ? parent->children : NULL;

	while (node && !xml_is(node, name))
		node = node->next;
	return node;
}

const char *xml_attr(const xmlNode *node, const char *name)
{
	if (!node || node->type != XML_ELEMENT_NODE)
		return NULL;
	for (const xmlAttr *x = node->properties; x; x = x->next)
		if (strcmp((const char *)x->name, name) == 0)
			return x->children && x->children->content
				       ? (const char *)x->children->content
				       : "";
	return NULL;
}

long xml_attr_int(const xmlNode *node, const char *name, long otherwise)
{
	const char *value = xml_attr(node, name);
	char *end;
	long n;

	if (!value || !*value)
		return otherwise;
	n = strtol(value, &end, 10);
	return *end || n > 100000000 || n < -100000000 ? otherwise : n;
}

bool xml_on(const xmlNode *parent, const char *name)
{
	const xmlNode *child = xml_child(parent, name);
	const char *value = xml_attr(child, "val");

	return child && !(value && (!strcmp(value, "0") || !strcmp(value, "false")));
}
