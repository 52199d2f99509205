#include "check/forms.h"

/* English verbs and nouns whose forms no stemmer brings together: form, then the stem of the basic
 * form. Sorted by form. */
static const struct form {
	const char *form, *stem;
} forms[] = {
	{"ate", "eat"},
	{"beaten", "beat"},
	{"became", "becom"},
	{"been", "be"},
	{"began", "begin"},
	{"begun", "begin"},
	{"bit", "bite"},
	{"bled", "bleed"},
	{"blew", "blow"},
	{"blown", "blow"},
	{"bore", "bear"},
	{"born", "bear"},
	{"bought", "buy"},
	{"bound", "bind"},
	{"bred", "breed"},
	{"broke", "break"},
	{"broken", "break"},
	{"brought", "bring"},
	{"built", "build"},
	{"burnt", "burn"},
	{"came", "come"},
	{"caught", "catch"},
	{"children", "child"},
	{"chose", "choos"},
	{"chosen", "choos"},
	{"clung", "cling"},
	{"crept", "creep"},
	{"dealt", "deal"},
	{"did", "do"},
	{"does", "do"},
	{"done", "do"},
	{"drank", "drink"},
	{"drawn", "draw"},
	{"drew", "draw"},
	{"driven", "drive"},
	{"drove", "drive"},
	{"drunk", "drink"},
	{"dug", "dig"},
	{"eaten", "eat"},
	{"fallen", "fall"},
	{"fed", "feed"},
	{"feet", "foot"},
	{"fell", "fall"},
	{"felt", "feel"},
	{"fled", "flee"},
	{"flew", "fli"},
	{"flown", "fli"},
	{"flung", "fling"},
	{"forgave", "forgiv"},
	{"forgiven", "forgiv"},
	{"forgot", "forget"},
	{"forgotten", "forget"},
	{"fought", "fight"},
	{"found", "find"},
	{"froze", "freez"},
	{"frozen", "freez"},
	{"gave", "give"},
	{"given", "give"},
	{"goes", "go"},
	{"gone", "go"},
	{"got", "get"},
	{"gotten", "get"},
	{"grew", "grow"},
	{"grown", "grow"},
	{"had", "have"},
	{"has", "have"},
	{"heard", "hear"},
	{"held", "hold"},
	{"hid", "hide"},
	{"hidden", "hide"},
	{"hung", "hang"},
	{"kept", "keep"},
	{"knew", "know"},
	{"known", "know"},
	{"laid", "lay"},
	{"leapt", "leap"},
	{"learnt", "learn"},
	{"led", "lead"},
	{"left", "leav"},
	{"lent", "lend"},
	{"lit", "light"},
	{"lost", "lose"},
	{"made", "make"},
	{"meant", "mean"},
	{"men", "man"},
	{"met", "meet"},
	{"overcame", "overcom"},
	{"oversaw", "overse"},
	{"overthrew", "overthrow"},
	{"paid", "pay"},
	{"people", "person"},
	{"ran", "run"},
	{"rang", "ring"},
	{"ridden", "ride"},
	{"risen", "rise"},
	{"rode", "ride"},
	{"rose", "rise"},
	{"rung", "ring"},
	{"said", "say"},
	{"sang", "sing"},
	{"sank", "sink"},
	{"sat", "sit"},
	{"saw", "see"},
	{"seen", "see"},
	{"sent", "send"},
	{"shaken", "shake"},
	{"shone", "shine"},
	{"shook", "shake"},
	{"shot", "shoot"},
	{"shown", "show"},
	{"shrank", "shrink"},
	{"shrunk", "shrink"},
	{"slept", "sleep"},
	{"slid", "slide"},
	{"sold", "sell"},
	{"sought", "seek"},
	{"spent", "spend"},
	{"spoke", "speak"},
	{"spoken", "speak"},
	{"sprang", "spring"},
	{"stole", "steal"},
	{"stolen", "steal"},
	{"stood", "stand"},
	{"struck", "strike"},
	{"stuck", "stick"},
	{"sung", "sing"},
	{"sunk", "sink"},
	{"swam", "swim"},
	{"swept", "sweep"},
	{"swore", "swear"},
	{"sworn", "swear"},
	{"swum", "swim"},
	{"swung", "swing"},
	{"taken", "take"},
	{"taught", "teach"},
	{"thought", "think"},
	{"threw", "throw"},
	{"thrown", "throw"},
	{"told", "tell"},
	{"took", "take"},
	{"tore", "tear"},
	{"torn", "tear"},
	{"undergone", "undergo"},
	{"understood", "understand"},
	{"undertaken", "undertak"},
	{"undertook", "undertak"},
	{"underwent", "undergo"},
	{"was", "be"},
	{"went", "go"},
	{"wept", "weep"},
	{"were", "be"},
	{"withdrawn", "withdraw"},
	{"withdrew", "withdraw"},
	{"woke", "wake"},
	{"woken", "wake"},
	{"women", "woman"},
	{"won", "win"},
	{"wore", "wear"},
	{"worn", "wear"},
	{"wound", "wind"},
	{"written", "write"},
	{"wrote", "write"},
};

/* The first two bytes as one number. */
static int head_of(const char *form)
{
	return (unsigned char)form[0] << 8 | (unsigned char)form[1];
}

struct str form_stem(struct str form)
{
	size_t low = 0, high = sizeof(forms) / sizeof(*forms);
	int head = form.n > 1 ? head_of(form.p) : 0; /* most are told apart by it */
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = head_of(forms[middle].form) - head;
		order = order ? order : str_cmp(str_c(forms[middle].form), form);
		if (order == 0)
			return str_c(forms[middle].stem);
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return STR("");
}

size_t forms_of(struct str stem, struct str found[FORMS_OF_ONE])
{
	size_t n = 0;
	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms) && n < FORMS_OF_ONE; i++)
		if (str_eq(str_c(forms[i].stem), stem))
			found[n++] = str_c(forms[i].form);
	return n;
}

size_t form_count(void)
{
	return sizeof(forms) / sizeof(*forms);
}

struct str form_at(size_t i)
{
	return str_c(forms[i].form);
}
