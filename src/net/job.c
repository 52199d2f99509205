#include "net/job.h"

void job_list_append(struct job_list *list, struct job *job)
{
	job->next = NULL;
	if (list->last)
		list->last->next = job;
	else
		list->first = job;
	list->last = job;
}

void job_list_prepend(struct job_list *list, struct job *job)
{
	job->next = list->first;
	list->first = job;
	if (!list->last)
		list->last = job;
}

void job_list_remove(struct job_list *list, struct job *job)
{
	struct job *before = NULL;
	for (struct job *at = list->first; at != job; at = at->next)
		before = at;
	if (before)
		before->next = job->next;
	else
		list->first = job->next;
	if (list->last == job)
		list->last = before;
}

struct job *job_new(enum net_purpose purpose)
{
	struct arena a = {0};
	struct job *job = ARENA_NEW(&a, struct job);
	job->a = a;
	job->purpose = purpose;
	job->is_moved = true;
	job->reply.retry_after_s = job->reply.max_age_s = -1;
	return job;
}

void job_free(struct job *job)
{
	struct arena a = job->a;
	arena_free(&a);
}
