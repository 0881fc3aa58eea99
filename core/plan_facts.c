#include "core/plan_facts.h"
void plan_facts_read(struct reading *rd)
{
	(void)rd;
}
