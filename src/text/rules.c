#include "text/rules.h"

/* Function words: articles, pronouns, prepositions, conjunctions, auxiliaries, and adverbs without
 * meaning of their own. Folded. The languages behind the first eleven have only what telling them
 * apart needs. */
static const struct rules rows[] = {
	{.code = "en",
		.stemmer = "english",
		.stop =
			" a about above after again against all also although always am among an and another "
			"any "
			"anyone anything are aren't around as at away back be became because become been "
			"before being below between both but by came can can't cannot come could couldn't did "
			"didn't do does doesn't doing don't done down during each either else even ever every "
			"everyone everything few for from further get gets getting give go goes going gone "
			"got had hadn't has hasn't have haven't having he he'd he'll he's hence her here "
			"here's hers herself him himself his how however i i'd i'll i'm i've if in indeed "
			"instead into is isn't it it'd it'll it's its itself just last least less let let's "
			"like made make many may maybe me meanwhile might mine more moreover most much must "
			"my myself neither never nevertheless next no nobody none nor not nothing now of off "
			"often on once one only onto or other others otherwise our ours ourselves out over "
			"own per perhaps quite rather really said same say says seem seems several shall she "
			"she'd she'll she's should shouldn't since so some somebody someone something "
			"sometimes soon still such than that that's the their theirs them themselves then "
			"thence there there's therefore these they they'd they'll they're they've thing "
			"things this those though through throughout thus to together too toward towards "
			"under until unless up upon us very via was wasn't we we'd we'll we're we've well "
			"went were weren't what what's whatever when where whereas whether which while who "
			"who's whoever whole whom whose why will with within without won't would wouldn't yes "
			"yet you you'd you'll you're you've your yours yourself yourselves ",
		.before_name =
			" mr mrs ms mx messrs mmes dr drs prof profs rev revs fr st ste mt ft gen lt col "
			"maj sgt capt cpl pvt cmdr adm brig supt insp det hon sen sens gov govs rep reps "
			"pres amb atty asst assoc dept esp vs v cf eg e.g ie i.e viz ca approx lt.col "
			"maj.gen lt.gen brig.gen pfc ens rt ",
		.before_number = " no nos p pp vol vols fig figs ch sec sect art para pt ed op est "
						 "jan feb mar apr jun jul aug sep sept oct nov dec c ",
		.other =
			" inc ltd co corp llc plc bros jr sr al a.m p.m u.s u.k u.n e.u d.c l.a u.s.a "
			"u.a.e "
			"a.d b.c ph.d m.d b.a m.a mon tue tues wed thu thur thurs fri sat sun ave blvd rd "
			"sq ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss "
			"mo mont neb nev okla ore pa tenn tex va vt wash wis wyo n.y n.j n.c s.c n.h n.m n.d "
			"s.d r.i w.va min max hr hrs sec secs ft in lb lbs oz mph km cm mm kg bn tn univ "
			"assn natl intl govt gov't admin dist jan feb mar apr jun jul aug sep sept oct nov "
			"dec "},
	{.code = "de",
		.stemmer = "german",
		.stop =
			" aber alle allem allen aller alles als also am an andere anderem anderen anderer "
			"anderes "
			"anders auch auf aus bei beide beiden beim bereits bevor bin bis bisher bist da dabei "
			"dadurch dafur dafür dagegen daher damit danach daneben dann daran darauf daraus darf "
			"darin darum darunter das dass dasselbe davon davor dazu dein deine dem demnach den "
			"denen denn dennoch der deren derer des deshalb dessen desto die dies diese dieselbe "
			"diesem diesen dieser dieses dir doch dort du durch durfen dürfen eben ein eine einem "
			"einen einer eines einige einigen einiger einmal er erst es etwa etwas euch euer fast "
			"für ganz gar gegen gegenuber gegenüber gehabt gewesen geworden gibt hab habe haben "
			"hat hatte hätte hatten hätten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren "
			"ihrer ihres im immer in indem ins inzwischen irgend ist ja je jede jedem jeden jeder "
			"jedes jedoch jemand jene jenem jenen jener jenes jetzt kann kaum kein keine keinem "
			"keinen keiner keines konnen können konnte könnte konnten könnten lassen machen man "
			"manche mehr mein meine mich mir mit mochte möchte mochten musse müsse mussen müssen "
			"muss musste mussten müsste nach nachdem neben nicht nichts nie niemand noch nun nur "
			"ob oder ohne obwohl per pro schon sehr sei seien sein seine seinem seinen seiner "
			"seines seit seitdem selbst sich sie sind so sobald sogar solche solchem solchen "
			"solcher soll sollen sollte sollten sondern sonst soweit sowie sowohl statt trotz "
			"trotzdem uber über um und uns unser unsere unserem unseren unserer unter viel viele "
			"vielen vieler vom von vor während war ware wäre waren wären warum was weder wegen "
			"weil weiter weitere weiteren welche welchem welchen welcher welches wenig wenige "
			"wenn wer werde werden wie wieder will wir wird wo wobei wollen wollte wollten worden "
			"wurde würde wurden würden zu zudem zum zur zwar zwischen ",
		.before_name =
			" dr prof hr fr herr dipl ing mag st hl frhr gen oberst lt hptm bzw sog vgl ca "
			"evtl ggf inkl exkl einschl bzgl betr zzgl insb insbes bspw sen bgm z.b d.h u.a "
			"i.d.r o.ä u.u v.a mio mrd tsd ",
		.before_number =
			" nr nrn s bd abs art kap abb tab aufl ziff jan feb mär apr jun jul aug sep sept "
			"okt nov dez ",
		.other = " co inc jr sen gmbh str geb gest verh std min sek uhr v.chr "
				 "n.chr chr a.d o.g ggü zit ebd jh jhd k.o ",
		.has_dotted_ordinals = true},
	{.code = "fr",
		.stemmer = "french",
		.stop =
			" à afin ai ainsi alors après as au aucun aucune aujourd'hui auprès auquel aussi "
			"autant autre "
			"autres aux avaient avait avant avec avoir ayant c ce ceci cela celle celles celui "
			"cent "
			"cependant certain certaine certaines certains ces cet cette ceux chacun chaque chez "
			"ci "
			"comme comment contre d dans de déjà depuis derrière des dès dont donc du durant elle "
			"elles "
			"en encore entre envers es est et étaient était étant été être eu eux fait faire fut "
			"hors "
			"ici il ils j je jusqu jusque l la là laquelle le lequel les lesquels leur leurs lors "
			"lorsqu lorsque lui m ma mais malgré me même mêmes mes moi moins mon n ne ni non nos "
			"notre "
			"nous on ont or ou où outre par parce parmi pas pendant peu peut peuvent plus "
			"plusieurs "
			"pour pourquoi près puis puisqu puisque qu quand que quel quelle quelles quelque "
			"quelques "
			"quels qui quoi quoique s sa sans se selon sera serait seront ses si sien soit son "
			"sont "
			"sous sur t ta tandis te tel telle telles tels tes toi ton toujours tous tout toute "
			"toutes "
			"très trop tu un une vers via voici voilà vont vos votre vous y ",
		.before_name = " m mm mme mmes mlle mlles dr pr prof me st ste mgr gén col cdt cap p.ex cf "
					   "env max min ",
		.before_number = " n no art p pp vol t chap fig janv févr avr juil sept oct nov déc av ",
		.other = " j.-c inc cie sté bd av ",
		.elided = " l d j m n s t c qu lorsqu puisqu jusqu quoiqu quelqu "},
	{.code = "es",
		.stemmer = "spanish",
		.stop =
			" a acá ahí ahora al algo alguien algún alguna algunas alguno algunos allá allí ambos "
			"ante antes "
			"aquel aquella aquellas aquellos aquí así aún aunque bajo bien cada casi como cómo con "
			"contra cual cuál cuales cualquier cuando cuándo cuanto cuya cuyo de de del desde "
			"después "
			"donde dónde dos durante e el él ella ellas ello ellos en entonces entre era eran eres "
			"es "
			"esa esas ese eso esos esta está estaba estaban estamos están estar estas este esto "
			"estos "
			"fue fueron ha había habían haber hace hacia han has hasta hay he hoy incluso la las "
			"le les "
			"lo los luego más me mediante mi mientras mis mismo misma mismos mucho muchos muy nada "
			"ni ningún ninguna no nos nosotros nuestra nuestro nunca o os otra otras otro otros "
			"para "
			"pero poco por porque pues puede pueden que qué quien quién quienes se sea según ser "
			"será "
			"si sí sido siempre sin sino sobre son su sus suya suyo tal también tampoco tan tanto "
			"te "
			"tenía tiene tienen toda todas todavía todo todos tras tu tú tus un una unas uno unos "
			"usted ustedes y ya yo ",
		.before_name =
			" sr sra srta sres dr dra d dª dña prof gral cnel cap tte lic ing mons st sto sta "
			"vs p.ej aprox avda fdo excmo ",
		.before_number =
			" núm n.º no pág págs p pp art vol cap tel ene feb mar abr jun jul ago sept oct "
			"nov dic ",
		.other = " ee.uu ee uu s.a s.l ud uds cía inc jr a.m p.m a.c d.c "},
	{.code = "it",
		.stemmer = "italian",
		.stop =
			" a abbiamo ad agli ai al alcuna alcune alcuni alla alle allo allora altra altre altri "
			"altro "
			"anche ancora anni appena aveva avevano avere c che chi ci ciascuno ciò cioè circa col "
			"come con contro cosa cosi così cui d da dagli dai dal dall dalla dalle dallo davanti "
			"degli "
			"dei del dell della delle dello dentro di dopo dove due dunque durante e è ed era "
			"erano "
			"essere essi fa fatto fino forse fra fu furono già gli ha hai hanno ho i il in infatti "
			"infine inoltre insieme invece io l la le lei li lo loro lui ma mai me meno mentre mi "
			"mia "
			"mio molta molte molti molto ne né negli nei nel nell nella nelle nello nessun nessuno "
			"noi "
			"non nostra nostro o od ogni oggi oltre oppure ora per perché però più poco poi presso "
			"prima proprio può qual quale quali qualche quando quanto quasi quei quell quella "
			"quelle "
			"quelli quello questa queste questi questo qui quindi s sarà se sé secondo sempre "
			"senza si "
			"sì sia siano siamo solo sono sopra sotto sta stata state stati stato su sua subito "
			"sue "
			"sugli sui sul sull sulla sulle sullo suo suoi tale tra tutta tutte tutti tutto un una "
			"uno un' v verso vi via voi ",
		.before_name =
			" sig sigg sig.ra dott dott.ssa dr prof prof.ssa ing avv on sen gen col cap mons don "
			"s ss vs cfr es p.es ca ",
		.before_number =
			" n nr art pag pagg p pp vol cap gen feb mar apr mag giu lug ago sett ott nov "
			"dic tel ",
		.other = " s.p.a s.r.l a.c d.c u.s inc ",
		.elided =
			" l d c n s v m t un all dall dell nell sull coll quell quest sant bell dov com cos "
			"anch nessun ciascun alcun tutt mezz gl "},
	{.code = "pt",
		.stemmer = "portuguese",
		.stop = " a à ainda além algo alguém algum alguma algumas alguns ali ante antes ao aos "
				"após aquela "
				"aquelas aquele aqueles aqui aquilo as às assim até cada com como contra cuja cujo "
				"da das de "
				"dela delas dele deles depois desde dessa desse desta deste disso disto do dos "
				"durante e é "
				"ela elas ele eles em embora enquanto então entre era eram essa essas esse esses "
				"esta está "
				"estamos estão estar estas estava estavam este estes estou eu foi foram for fosse "
				"há isso "
				"isto já la lhe lhes logo mais mas me mesma mesmas mesmo mesmos meu meus minha "
				"muita muitas "
				"muito muitos na nada não nas nem nenhum nenhuma nessa nesse nesta neste ninguém "
				"no nos nós "
				"nossa nosso num numa nunca o onde os ou outra outras outro outros para pela pelas "
				"pelo "
				"pelos per perante pode podem pois por porém porque qual quais qualquer quando "
				"quanto que "
				"quem quê se seja sem sempre ser será seu seus si sido só sob sobre sua suas tal "
				"também tão "
				"tem têm tendo ter teu teve tinha tinham toda todas todo todos tu tua tudo última "
				"um uma "
				"umas uns você vocês vos ",
		.before_name =
			" sr sra srs sras dr dra drs prof profa eng gen cel cap ten exmo d s sto sta st vs "
			"p.ex aprox av ",
		.before_number =
			" n nº núm art pág págs p pp vol cap tel jan fev mar abr mai jun jul ago set out "
			"nov dez ",
		.other = " s.a ltda cia inc jr a.c d.c e.u.a eua "},
	{.code = "nl",
		.stemmer = "dutch",
		.stop = " aan achter af al alle alleen alles als altijd ander andere anderen beide ben bij "
				"binnen "
				"blijkt boven buiten daar daarbij daardoor daarna daarom dan dat de deed deze die "
				"dit doch "
				"doen door dus echter een eens eerst elk elkaar en enkele er erg ergens geen "
				"geweest had "
				"hadden heb hebben hebt heeft hem hen het hier hij hoe hun ieder iemand iets ik in "
				"inmiddels "
				"is ja je jij jou jouw jullie kan kon konden kunnen langs maar me meer mee men met "
				"mij mijn "
				"mocht moet moeten moest na naar naast nadat niemand niet niets nog nooit nu of om "
				"omdat "
				"onder ons onze ook op over per pas sinds slechts sommige te tegen terwijl tevens "
				"toch toen "
				"tot tussen tijdens u uit uw van vanaf veel verder via volgens voor vooral waar "
				"waarbij "
				"waarom waren was wat we wel welk welke werd werden wie wij wil worden wordt ze "
				"zelf zich "
				"zij zijn zo zoals zonder zou zouden zowel zullen zulke ",
		.before_name =
			" dhr mevr mw mr dr drs prof ir ing ds st gen kol kapt bijv bv m.b.t o.a d.w.z "
			"t.a.v i.v.m ca evt resp vgl z.g zgn ",
		.before_number =
			" nr nrs art blz p pp vol dl jan feb mrt apr jun jul aug sept okt nov dec tel ",
		.other = " co inc jr m.i n.v b.v a.u.b v.chr n.chr o.l.v t.g.v "},
	{.code = "pl",
		.stop =
			" a aby ale ani aż bardzo bez bo bowiem by być był była było były będą będzie ci cię "
			"co coś "
			"czy czyli dla do gdy gdyż gdzie go i ich ile im inne innych iż ja jak jako je jednak "
			"jego "
			"jej jemu jest jeszcze jeśli jeżeli już każdy kiedy kto która które którego której "
			"który "
			"których którym którymi którzy ku lecz lub ma mają mi między mimo mną mnie może można "
			"mu my "
			"na nad nam nami nas nawet nich nie niego niej nim nimi niż no o ob od oraz po pod "
			"podczas "
			"ponad ponieważ poza pozostałe przeciw przed przede przez przy się są swoich swoim "
			"swoje "
			"swój ta tak także tam te tego tej ten też to tu tych tylko tym tymi u w we wam was "
			"wobec "
			"wraz wszystkich wszystkie wszystko wśród z za zaś ze że żeby został została zostały ",
		.before_name =
			" dr prof hab inż mgr lek gen płk ppłk mjr kpt por sierż ks bp abp św o p pp ul al "
			"pl os im np tzw tzn tj m.in ok wg ds red zob por ",
		.before_number = " nr str s r t ust art pkt poz tel ok godz ",
		.other = " r w wiek m.in tys mln mld zł gr ha km kg godz min sek n.e p.n.e sp z.o.o ",
		.has_dotted_ordinals = true},
	{.code = "ru",
		.stemmer = "russian",
		.stop = " а без более бы был была были было быть в вам вами вас весь во вот все всего всей "
				"всем всех "
				"всё вы где да даже для до его ее её если есть еще ещё же за здесь и из изза или "
				"им ими их "
				"к как какая какие какой ко когда который которая которое которые которого которой "
				"которых "
				"которым кто ли либо лишь между меня мне много может можно мой моя мы на над надо "
				"нам нами "
				"нас не него нее неё нет ни них но ну о об однако он она они оно от очень перед по "
				"под пока "
				"после потому при про раз с сам самый свою своей своего своих себе себя со так "
				"также такие "
				"такой там те тем тех то того тоже той только том тот ту ты у уже чего чей чем "
				"через что "
				"чтоб чтобы чуть эта эти этим этих это этого этой этом этот эту я является ",
		.before_name =
			" г гг г-н г-жа гн гжа ул пр просп пл д им св акад проф доц ген полк подп майор "
			"капит кап лейт т.е т.н т.к см ср напр о-в оз р пос дер обл р-н тов ",
		.before_number =
			" № стр с п пп ст рис табл гл т янв февр мар апр июн июл авг сент окт нояб дек тел ",
		.other = " др пр г гг в вв руб коп тыс млн млрд трлн кв км кг см мин сек ч чел экз н.э "
				 "до.н.э "},
	{.code = "uk",
		.stop = " а або адже але б без би був була були було бути в вам вас весь ви від він вона "
				"вони воно все "
				"всі всіх втім вже від г где де для до його її же з за завдяки зі і із інших й іх "
				"їх їм "
				"їхній їхніх його коли кому крім лише між мене ми міг може можна мій на над нам "
				"нас навіть "
				"не нею них ні ніж ну о об однак один ось перед після по під поки про при проти "
				"саме свої "
				"своє своєї свого себе собі та так також такий там те тепер ти тим тих то тоді "
				"того тому у "
				"хоча хто це цей ці цих цього цієї ця через чи чим що щоб щодо як яка який яких "
				"які якого "
				"якої якщо я є ",
		.before_name =
			" п пп пан м смт с вул просп пл буд ім св акад проф доц ген полк т.зв т.к див напр "
			"р обл о ",
		.before_number =
			" № стор с п ст рис табл гл т січ лют бер квіт трав черв лип серп вер жовт лист "
			"груд тел ",
		.other = " ін р рр ст грн тис млн млрд трлн кв км кг см хв год н.е "},
	{.code = "tr",
		.stemmer = "turkish",
		.stop = " acaba altında ama ancak artık asla aslında ayrıca az bana bazı belki ben benim "
				"beri bile bir "
				"biri birkaç birçok biz bize bizim bu buna bunda bundan bunlar bunu bunun burada "
				"böyle bütün "
				"çok çünkü da daha dahi de değil diğer diye dolayı dolayısıyla en gibi göre hala "
				"hangi hatta "
				"hem henüz hep hepsi her herhangi herkes hiç hiçbir için ile ilgili ise işte "
				"itibaren kadar "
				"karşı karşın kendi kendisi ki kim kimse madem mı mi mu mü nasıl ne neden nedenle "
				"nerede o "
				"olan olarak oldu olduğu olduğunu olmak olması olsa olsun olup on ona ondan onlar "
				"onları "
				"onların onu onun oysa öyle rağmen sadece sanki şayet şey siz sizin sonra şu şunu "
				"tarafından "
				"tüm üzere var vardı ve veya ya yani yapılan yerine yine yok yoksa zaten ",
		.before_name = " dr prof doç yrd av sn bay öğr alb gen bkz örn yak ",
		.before_number = " no nr s sf ss cilt md tel ",
		.other = " vb vs vd a.ş ltd şti t.c m.ö m.s mah cad sok blv apt ",
		.has_dotted_ordinals = true},
	{.code = "sv",
		.stop = " att och det som är på för av med den inte till ett har de om var jag från vi när "
				"efter också "
				"men han hon sig nu ska kan så eller mot hade under blev skulle vid "},
	{.code = "da",
		.stop = " at og det er som på for af med den ikke til et har de om var jeg fra vi når "
				"efter også men "
				"han hun sig nu skal kan så eller mod havde blev ville ved hvad være bliver "},
	{.code = "no",
		.stop = " at og det er som på for av med den ikke til et har de om var jeg fra vi når "
				"etter også men "
				"han hun seg nå skal kan så eller mot hadde ble ville ved hva være blir "},
	{.code = "fi",
		.stop = " ja on ei se että oli hän ovat mutta myös kun ole tai niin joka mukaan kuin sen "
				"ne olla jos "
				"vain ennen jälkeen kanssa mitä sekä "},
	{.code = "cs",
		.stop = " a je v na se že s z do o to i by ale jako který která které pro po jsou jeho od "
				"také ve byl "
				"byla bylo než podle jsem při už kdy až "},
	{.code = "sk",
		.stop = " a je v na sa že s z do o to i by ale ako ktorý ktorá ktoré pre po sú jeho od "
				"tiež vo bol bola "
				"bolo než podľa som pri už keď až "},
	{.code = "hu",
		.stop = " a az és hogy nem is egy volt meg ez de csak már ha vagy mint azt ki el szerint "
				"lesz még között "
				"után "},
	{.code = "ro",
		.stop = " și şi în de la a că cu pe nu din care este sunt pentru au mai fost ca sau după "
				"prin fi lui "
				"această acest dar "},
	{.code = "id",
		.stop = " yang dan di dengan untuk dari pada ini itu tidak dalam adalah akan ke juga oleh "
				"sebagai bahwa "
				"mereka telah "},
	{.code = "bg",
		.stop = " на и да се в за от е не са че с по това като ще ли до си след също беше който "
				"която които "
				"към при "},
	{.code = "sr",
		.stop = " и је у да се на за су од са не који која које али као то из би до био била по "
				"након "},
	{.code = "be",
		.stop = " і на што не з ён у па для гэта як але таксама яго былі быў каб якія пра за "},
	{.code = NULL, .stop = " ", .before_name = " ", .before_number = " ", .other = " "},
};

const struct rules *rules_all(void)
{
	return rows;
}

const struct rules *rules_of(struct str language)
{
	const struct rules *r = rows;
	while (r->code && !str_eq(language, str_c(r->code)))
		r++;
	return r;
}
