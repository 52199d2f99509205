#include "desk/parts.h"

static struct ruling_of wait_for(struct str reason)
{
	return (struct ruling_of){RULING_WAIT, reason};
}

static struct ruling_of hold_for(struct str reason)
{
	return (struct ruling_of){RULING_HOLD, reason};
}

static bool has_word(const struct str_vec *list, struct str word)
{
	for (size_t i = 0; i < list->n; i++)
		if (str_eq_nocase(list->items[i], word))
			return true;
	return false;
}

/* A list splits at blanks, so that a topic of several words stands in it with hyphens: local-news.
 */
static struct str topic_key(struct arena *a, struct str topic)
{
	return str_replace(a, text_fold(a, topic), STR(" "), STR("-"));
}

static bool has_topic(struct arena *a, const struct conf *conf, const struct report_vec *reports)
{
	if (conf->topics.n == 0)
		return true;
	struct map topics = map_new(a);
	for (size_t i = 0; i < conf->topics.n; i++)
		(void)map_put(&topics, topic_key(a, conf->topics.items[i]), NULL);
	for (size_t i = 0; i < reports->n; i++)
		if (map_get(&topics, topic_key(a, reports->items[i].topic)))
			return true;
	return false;
}

/* The first of the words that the headline or a tag has; empty when there is none. */
static struct str find_muted(struct arena *a, const struct conf *conf, const struct draft *draft)
{
	struct span found;
	for (size_t i = 0; i < conf->mute.n; i++) {
		if (text_find_folded(a, draft->headline.text, conf->mute.items[i], &found))
			return conf->mute.items[i];
		for (size_t k = 0; k < draft->tag_count; k++)
			if (text_find_folded(a, draft->tags[k].name, conf->mute.items[i], &found))
				return conf->mute.items[i];
	}
	return STR("");
}

static struct str find_held_word(struct arena *a, const struct conf *conf, struct str text)
{
	struct span found;
	for (size_t i = 0; i < conf->hold_words.n; i++)
		if (text_find_folded(a, text, conf->hold_words.items[i], &found))
			return conf->hold_words.items[i];
	return STR("");
}

static bool holds_subjects(const struct conf *conf)
{
	return conf->hold.n > 0 && !has_word(&conf->hold, STR("none"));
}

/* Why a person must look first: the check failed, or the subject is one that people decide on. */
static struct ruling_of hold_or_publish(struct arena *a, const struct conf *conf,
	const struct check_result *check, const struct report_vec *reports)
{
	if (!check->passes) {
		const struct finding *worst = NULL;
		for (size_t i = 0; i < check->findings.n && !worst; i++)
			if (check->findings.items[i].tier == TIER_ERROR)
				worst = &check->findings.items[i];
		return hold_for(worst ? str_format(a, "the check found a fault (%.*s): %.*s",
									STR_ARG(worst->kind), STR_ARG(worst->explain))
							  : STR("the check found a fault"));
	}
	for (size_t i = 0; i < reports->n; i++) {
		const struct report *r = &reports->items[i];
		struct str text = str_format(a, "%.*s\n\n%.*s", STR_ARG(r->title), STR_ARG(r->text));
		struct str kind, word;
		if (holds_subjects(conf) && !sensitive_knows(r->language))
			return hold_for(str_format(a,
				"%.*s writes in a language whose sensitive words are not known: a person decides",
				STR_ARG(r->outlet)));
		if (sensitive_find(a, text, r->language, &conf->hold, &kind, &word))
			return hold_for(str_format(a, "about %.*s (\"%.*s\" at %.*s): a person decides",
				STR_ARG(kind), STR_ARG(word), STR_ARG(r->outlet)));
		word = find_held_word(a, conf, text);
		if (word.n)
			return hold_for(str_format(
				a, "has the word \"%.*s\" (rules.hold_words): a person decides", STR_ARG(word)));
	}
	return (struct ruling_of){RULING_PUBLISH, STR("")};
}

struct ruling_of desk_rule(struct arena *a, const struct conf *conf, struct str story,
	const struct draft *draft, const struct check_result *check, const struct report_vec *reports,
	int64_t published_today)
{
	bool is_pinned = has_word(&conf->pin, story);
	int64_t origins = (int64_t)story_origin_count(reports->items, reports->n);
	struct str muted = find_muted(a, conf, draft);
	if (muted.n)
		return wait_for(str_format(a, "has the muted word \"%.*s\" (rules.mute)", STR_ARG(muted)));
	if (!has_topic(a, conf, reports))
		return wait_for(STR("none of its sources has a topic that is published (rules.topics)"));
	if (!is_pinned && origins < conf->min_origins)
		return wait_for(str_format(a, "has %lld origin%s, %lld are wanted (rules.min_origins)",
			(long long)origins, origins == 1 ? "" : "s", (long long)conf->min_origins));
	struct ruling_of ruling = hold_or_publish(a, conf, check, reports);
	if (ruling.ruling == RULING_PUBLISH && !is_pinned && conf->daily_cap > 0 &&
		published_today >= conf->daily_cap)
		return wait_for(str_format(a, "%lld article%s published today already (rules.daily_cap)",
			(long long)published_today, published_today == 1 ? " was" : "s were"));
	return ruling;
}
