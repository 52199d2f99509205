#include "check/units.h"

/* What units measure and how much, in the languages' words (folded). Speed is in metres a second.
 */
static const struct {
	const char *forms;
	char dimension; /* length, mass, volume, area, speed, power, energy, data, percentage points */
	double size;
} units[] = {
	{" km kilometre kilometres kilometer kilometers kilometern kilomètre kilomètres kilómetro "
	 "kilómetros chilometro chilometri quilômetro quilômetros quilómetros kilometr kilometry "
	 "kilometrów километр километра километров км кілометр кілометри кілометрів ",
		'l', 1000},
	{" m metre metres meter meters metern mètre mètres metro metros metri metr metry metrów метр "
	 "метра метров м метри метрів ",
		'l', 1},
	{" cm centimetre centimetres centimeters zentimeter centimètres centímetros santimetre ", 'l',
		0.01},
	{" mm millimetres millimeters millimeter ", 'l', 0.001},
	{" mile miles meile meilen milla millas mil миль мили ", 'l', 1609.34},
	{" foot feet ft ", 'l', 0.3048},
	{" inch inches ", 'l', 0.0254},
	{" yard yards ", 'l', 0.9144},
	{" kg kilogram kilograms kilo kilos kilogramm kilogrammes kilogramos chili chilogrammi quilos "
	 "kilogramów килограмм килограммов кг кілограм кілограмів ",
		'm', 1},
	{" g gram grams gramm grammes gramos grammi грамм граммов грам грамів ", 'm', 0.001},
	{" t tonne tonnes ton tons tonnen tonelada toneladas tonnellata tonnellate tony тонна тонны "
	 "тонн тонни ",
		'm', 1000},
	{" lb lbs pound pounds pfund ", 'm', 0.4536},
	{" litre litres liter liters litern litro litros litri litrów литр литра литров літр літри "
	 "літрів ",
		'v', 1},
	{" gallon gallons ", 'v', 3.785},
	{" barrel barrels barils barriles barili barris vaten varil баррелей ", 'v', 159},
	{" ha hectare hectares hektar hectáreas ettari hektarów гектар гектаров гектарів ", 'a', 1e4},
	{" acre acres ", 'a', 4046.9},
	{" km² quadratkilometer ", 'a', 1e6},
	{" m² quadratmeter ", 'a', 1},
	{" mph ", 's', 0.44704},
	{" kmh km/h км/ч км/год ", 's', 0.27778},
	{" knots ", 's', 0.51444},
	{" watt watts ", 'p', 1},
	{" kw ", 'p', 1e3},
	{" mw megawatt megawatts ", 'p', 1e6},
	{" gw gigawatt gigawatts ", 'p', 1e9},
	{" kwh ", 'e', 1},
	{" mwh ", 'e', 1e3},
	{" gwh ", 'e', 1e6},
	{" mb ", 'd', 1},
	{" gb ", 'd', 1e3},
	{" tb ", 'd', 1e6},
	{" point points punkte punkten prozentpunkte prozentpunkten puntos punti pontos punten puan ",
		'%', 1},
};

/* What mentions of one currency have in common. */
static const struct {
	const char *forms, *code;
} currencies[] = {
	{" $ us$ usd dollar dollars dólar dólares dolares dollaro dollari dolar dolarów dolara dolary "
	 "доллар доллара долларов долар долара доларів долари ",
		"$"},
	{" € eur euro euros avro евро євро ", "€"},
	{" £ gbp pound pounds sterling pfund livre livres libra libras sterlina sterline фунт фунтов "
	 "фунтів ",
		"£"},
	{" ¥ jpy yen yens yuan yuans rmb cny иен юаней юанів ", "¥"},
	{" ₽ rub rouble roubles ruble rubles rubel rublo rublos rubli рублей рубля "
	 "рубль "
	 "руб "
	 "рублів ",
		"₽"},
	{" ₴ uah hryvnia hryvnias griwna гривна гривны гривен гривня гривні гривень грн ", "₴"},
	{" ₺ try lira liras lire lires tl лира лир лір ", "₺"},
	{" zł zl pln zloty zlotys złotych złote złoty ", "zł"},
	{" ₹ inr rupee rupees ", "₹"},
	{" chf franken franc francs ", "chf"},
};

static struct str last_word(struct str s)
{
	size_t blank = str_rfind_char(s, ' ');
	return blank == STR_NONE ? s : str_from(s, blank + 1);
}

struct str unit_currency(struct arena *a, struct str unit)
{
	struct str folded = str_trim(text_fold(a, unit)), last = last_word(folded);
	for (size_t i = 0; i < sizeof currencies / sizeof *currencies; i++)
		if (is_listed(currencies[i].forms, folded) || is_listed(currencies[i].forms, last))
			return str_c(currencies[i].code);
	/* "C$" and "A$" are dollars of their own; so is what no row knows. */
	return folded;
}

bool unit_measure(struct arena *a, struct str unit, struct measure *measure)
{
	struct str folded = str_trim(text_fold(a, unit)), last = last_word(folded);
	size_t slash = str_find_char(folded, '/', 0);
	for (size_t i = 0; unit.n && i < sizeof units / sizeof *units; i++)
		if (is_listed(units[i].forms, slash == STR_NONE ? last : folded)) {
			*measure = (struct measure){units[i].dimension, units[i].size};
			return true;
		}
	return false;
}
