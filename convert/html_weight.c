/* Weighing goes through the page once, without recursion: a page may be as deep as it likes. */
#include "convert/html_weight.h"

#include "convert/xml.h"

struct weight {
	size_t text, linked, links;
};

static struct weight *weight_of(struct arena *a, xmlNode *node)
{
	if (!node->_private)
		node->_private = arena_alloc(a, sizeof(struct weight));
	return node->_private;
}

static size_t count_text(const char *s)
{
	size_t n = 0;

	for (; s && *s; s++)
		n += (unsigned char)*s > ' ';
	return n;
}

/* The node is complete: its parent gets its part. */
static void add_to_parent(struct arena *a, xmlNode *node)
{
	struct weight *up = weight_of(a, node->parent);

	if (node->type == XML_TEXT_NODE) {
		up->text += count_text((const char *)node->content);
	} else if (node->type == XML_ELEMENT_NODE) {
		const struct weight *w = weight_of(a, node);
		bool link = xml_is(node, "a") && w->text > 0;

		up->text += w->text;
		up->linked += link ? w->text : w->linked;
		up->links += link ? 1 : w->links;
	}
}

void html_weigh(struct arena *a, xmlNode *root)
{
	xmlNode *node = root;

	weight_of(a, root);
	while (node) {
		if (node->type == XML_ELEMENT_NODE && node->children) {
			node = node->children;
			continue;
		}
		while (node != root && !node->next) {
			add_to_parent(a, node);
			node = node->parent;
		}
		if (node == root)
			return;
		add_to_parent(a, node);
		node = node->next;
	}
}

bool html_is_menu(const xmlNode *node)
{
	const struct weight *w = node->_private;

	return w && w->links >= 3 && w->linked * 5 >= w->text * 4;
}
