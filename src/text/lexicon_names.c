/* Words of names: titles, roles, nationalities, what organisations and places are called, first
 * names. Folded as lexicon_fold does. */
#include "text/lexicon.h"

static const struct lexicon_row rows[] = {
	{"en", CUE_HONORIFIC,
		"mr mrs ms miss dr sir dame lord lady prof professor rev reverend fr father sister "
		"saint gen lt col capt sgt maj cpl adm cmdr hon madam mx"},
	{"de", CUE_HONORIFIC, "herr herrn frau dr prof freiherr"},
	{"fr", CUE_HONORIFIC, "m mm mme mlle monsieur madame mademoiselle dr me maitre"},
	{"es", CUE_HONORIFIC, "sr sra srta senor senora don dona dr dra"},
	{"it", CUE_HONORIFIC, "signor signora signore dott dottor dottoressa don avv ing on"},
	{"pt", CUE_HONORIFIC, "sr sra senhor senhora dom dr dra"},
	{"nl", CUE_HONORIFIC, "meneer mevrouw dhr mw dr"},
	{"pl", CUE_HONORIFIC, "pan pani pana panu dr prof ks"},
	{"tr", CUE_HONORIFIC, "bay bayan sayin dr prof doc av"},
	{"ru", CUE_HONORIFIC, "господин госпожа г-н г-жа"},
	{"uk", CUE_HONORIFIC, "пан пані"},
	{"en", CUE_ROLE,
		"president president-elect minister premier chancellor secretary ambassador senator "
		"sen congressman congresswoman representative rep governor gov mayor judge justice "
		"king queen prince princess pope cardinal bishop archbishop general colonel captain "
		"major admiral commander sergeant lieutenant spokesman spokeswoman spokesperson chief "
		"director chairman chairwoman chairperson chair head leader founder co-founder ceo "
		"cfo executive manager coach trainer striker midfielder defender goalkeeper forward "
		"player singer actor actress author writer poet filmmaker journalist reporter editor "
		"correspondent analyst economist expert researcher scientist professor lawyer "
		"attorney prosecutor solicitor detective inspector superintendent constable sheriff "
		"officer adviser advisor aide deputy mp msp mep councillor lawmaker candidate "
		"commissioner envoy negotiator official president-designate treasurer speaker "
		"activist campaigner resident witness owner farmer doctor nurse teacher student "
		"engineer driver pilot teammate champion rival brother sister father mother wife "
		"husband son daughter strategist pollster historian epidemiologist virologist partner "
		"host anchor commentator columnist critic comedian rapper musician investor "
		"entrepreneur billionaire dictator emperor duke duchess crown taoiseach ayatollah "
		"imam rabbi sultan emir sheikh whistleblower counsel principal curator meteorologist "
		"seismologist firefighter ombudsman regulator opponent incumbent nominee "
		"politician surgeon physician novelist architect winger skipper boss paramedic soldier "
		"priest "
		"pianist"},
	{"de", CUE_ROLE,
		"prasident prasidentin bundesprasident bundeskanzler bundeskanzlerin kanzler "
		"kanzlerin minister ministerin aussenminister aussenministerin innenminister "
		"innenministerin finanzminister verteidigungsminister wirtschaftsminister "
		"justizminister gesundheitsminister verkehrsminister umweltministerin "
		"ministerprasident ministerprasidentin premierminister premierministerin "
		"staatsprasident us-prasident burgermeister burgermeisterin oberburgermeister "
		"oberburgermeisterin sprecher sprecherin regierungssprecher polizeisprecher chef "
		"chefin parteichef parteichefin vorsitzende vorsitzender vorsitzenden generalsekretar "
		"generalsekretarin trainer bundestrainer sturmer torwart kapitan konig konigin prinz "
		"papst kardinal bischof general oberst botschafter abgeordnete abgeordneter direktor "
		"direktorin leiter leiterin experte expertin professor richter staatsanwalt senator "
		"senatorin gouverneur fraktionschef kremlsprecher geschaftsfuhrer geschaftsfuhrerin "
		"vorstandschef"},
	{"fr", CUE_ROLE,
		"president presidente ministre premier chancelier chef cheffe maire depute deputee "
		"senateur senatrice porte-parole directeur directrice secretaire ambassadeur general "
		"colonel capitaine roi reine prince pape cardinal eveque juge procureur procureure "
		"avocat avocate entraineur selectionneur attaquant professeur ecrivain acteur actrice "
		"chanteur chanteuse commissaire leader patron patronne prefet prefete gouverneur"},
	{"es", CUE_ROLE,
		"presidente presidenta ministro ministra canciller alcalde alcaldesa diputado "
		"diputada senador senadora portavoz director directora secretario secretaria "
		"embajador embajadora general coronel capitan rey reina principe papa cardenal obispo "
		"juez jueza fiscal abogado abogada entrenador delantero profesor profesora escritor "
		"escritora actor actriz cantante lider gobernador gobernadora jefe jefa premier "
		"consejero consejera"},
	{"it", CUE_ROLE,
		"presidente ministro ministra premier sindaco sindaca deputato deputata senatore "
		"senatrice portavoce direttore direttrice segretario segretaria ambasciatore generale "
		"colonnello capitano re regina principe papa cardinale vescovo giudice procuratore "
		"avvocato allenatore attaccante professore scrittore attore attrice cantante leader "
		"governatore capo commissario"},
	{"pt", CUE_ROLE,
		"presidente ministro ministra premie primeiro-ministro prefeito prefeita deputado "
		"deputada senador senadora porta-voz diretor diretora secretario secretaria "
		"embaixador general coronel capitao rei rainha principe papa cardeal bispo juiz juiza "
		"procurador advogado advogada treinador tecnico atacante professor escritor ator "
		"atriz cantor cantora lider governador governadora chefe"},
	{"nl", CUE_ROLE,
		"president minister premier burgemeester kamerlid woordvoerder woordvoerster "
		"directeur secretaris ambassadeur generaal koning koningin prins paus kardinaal "
		"bisschop rechter trainer bondscoach aanvaller professor schrijver leider voorzitter "
		"baas chef commissaris"},
	{"pl", CUE_ROLE,
		"prezydent premier minister ministra burmistrz posel poslanka senator rzecznik "
		"rzeczniczka dyrektor sekretarz ambasador general pulkownik krol krolowa papiez "
		"kardynal biskup sedzia prokurator trener profesor pisarz aktor aktorka szef szefowa "
		"lider wojewoda przewodniczacy przewodniczaca marszalek prezes"},
	{"tr", CUE_ROLE,
		"cumhurbaskani basbakan bakan bakani baskan baskani belediye milletvekili sozcusu "
		"muduru sekreteri buyukelcisi general komutani kral kralice prens papa hakim savci "
		"avukat teknik direktor direktoru profesor yazar oyuncu lideri vali valisi"},
	{"ru", CUE_ROLE,
		"президент президента премьер премьер-министр министр министра глава мэр губернатор "
		"депутат сенатор пресс-секретарь директор секретарь посол генерал полковник король "
		"королева папа кардинал судья прокурор тренер профессор писатель актер актриса лидер "
		"канцлер председатель представитель спикер адвокат"},
	{"uk", CUE_ROLE,
		"президент президента прем'єр прем'єр-міністр міністр міністра глава голова мер "
		"губернатор депутат сенатор речник речниця директор секретар посол генерал полковник "
		"король королева папа суддя прокурор тренер професор письменник актор лідер канцлер "
		"представник спікер очільник"},
	{"en", CUE_ROLE_PART,
		"foreign prime deputy vice defence defense interior finance home justice health "
		"education energy trade economy labour labor transport environment culture "
		"agriculture housing treasury shadow acting former ex-president ex then-president "
		"interim chief senior first attorney press national security general police fire "
		"crime party opposition house state senate majority minority supreme court district "
		"federal executive managing human rights white assistant associate permanent "
		"joint lead co military army navy club league team head campaign city county village "
		"regional union government democratic republican conservative communications policy "
		"medical scientific research art film music political business company editorial "
		"special presidential late current incoming outgoing newly appointed elected longtime "
		"veteran"},
	{"de", CUE_ROLE_PART,
		"fruhere fruherer ehemalige ehemaliger stellvertretende stellvertretender "
		"amtierende neue neuer designierte"},
	{"", CUE_ROLE_PART, "us u.s. uk u.k. eu un u.n. nato"},
	{"", CUE_NO_NAME, "covid covid-19 ok tv ps"},
	{"", CUE_NO_NAME,
		"am pm et gb mb hd ip io cpu gpu ram usb lgbt lgbtq lgbtqi oem ist cet pc it wi-fi a.m. "
		"p.m."},
	{"en", CUE_PLACE,
		"alabama arkansas connecticut delaware georgia idaho indiana iowa kansas kentucky "
		"louisiana "
		"maine maryland massachusetts minnesota mississippi missouri montana nebraska oklahoma "
		"tennessee utah vermont wisconsin wyoming carolina dakota jersey hampshire york korea "
		"arabia "
		"zealand orleans indianapolis baltimore atlanta phoenix nashville pittsburgh cleveland "
		"calif n.y. n.j. n.c. s.c. n.h. n.m. d.c. l.a. r.i. wuhan tibet kashmir bengal punjab "
		"kurdistan lanka leone salvador rica emirates"},
	{"fr", CUE_NATION,
		"francais francaise russe russes ukrainien ukrainienne allemand allemande britannique "
		"americain americaine italien italienne espagnol espagnole polonais polonaise turc turque "
		"chinois chinoise israelien israelienne palestinien palestinienne iranien iranienne syrien "
		"syrienne belge suisse hongrois hongroise japonais japonaise bresilien canadien canadienne "
		"algerien marocain tunisien libanais egyptien europeen europeenne indien argentin"},
	{"fr", CUE_ROLE_PART, "etrangeres affaires defense interieur justice economie premier ancien"},
	{"fr", CUE_NO_NAME, "affaires etat interieur defense justice economie finances"},
	{"es", CUE_NATION,
		"ruso rusa ucraniano ucraniana aleman alemana frances francesa britanico britanica "
		"estadounidense italiano italiana espanol espanola polaco polaca turco turca chino china "
		"israeli palestino palestina irani sirio siria belga suizo hungaro japones japonesa "
		"brasileno "
		"brasilena argentino argentina mexicano mexicana colombiano colombiana venezolano "
		"venezolana "
		"cubano peruano chileno europeo europea"},
	{"es", CUE_ROLE_PART, "exteriores defensa interior justicia economia primer ex"},
	{"it", CUE_NATION,
		"russo russa ucraino ucraina tedesco tedesca francese britannico britannica statunitense "
		"americano americana italiano italiana spagnolo spagnola polacco polacca turco turca "
		"cinese "
		"israeliano israeliana palestinese iraniano iraniana siriano ungherese giapponese "
		"brasiliano "
		"europeo europea"},
	{"it", CUE_ROLE_PART, "esteri difesa interno giustizia economia primo ex"},
	{"pt", CUE_NATION,
		"russo russa ucraniano ucraniana alemao alema frances francesa britanico britanica "
		"americano "
		"americana italiano italiana espanhol espanhola polones turco turca chines chinesa "
		"israelense "
		"palestino iraniano sirio hungaro japones brasileiro brasileira portugues portuguesa "
		"argentino "
		"argentina europeu"},
	{"de", CUE_NATION,
		"russische ukrainische deutsche franzosische britische amerikanische italienische "
		"spanische "
		"polnische turkische chinesische israelische palastinensische iranische syrische belgische "
		"schweizer osterreichische ungarische japanische europaische"},
	{"de", CUE_NO_NAME,
		"prozent euro dollar millionen milliarden tausende hunderte dutzende uhr menschen "
		"personen"},
	{"en", CUE_NATION,
		"congressional parliamentary american british english scottish welsh irish french german "
		"italian spanish "
		"portuguese dutch belgian swiss austrian polish czech slovak hungarian romanian "
		"bulgarian greek turkish russian ukrainian belarusian moldovan georgian armenian "
		"azerbaijani azeri kazakh uzbek chinese japanese korean indian pakistani bangladeshi "
		"afghan iranian iraqi syrian lebanese israeli palestinian jordanian saudi emirati "
		"qatari kuwaiti yemeni omani egyptian libyan tunisian algerian moroccan sudanese "
		"ethiopian eritrean somali kenyan ugandan rwandan congolese nigerian ghanaian "
		"senegalese malian south north african asian european arab latin canadian mexican "
		"cuban haitian colombian venezuelan brazilian argentine argentinian chilean peruvian "
		"bolivian ecuadorian australian swedish norwegian danish finnish icelandic estonian "
		"latvian lithuanian serbian croatian bosnian albanian kosovar macedonian slovenian "
		"montenegrin cypriot maltese thai vietnamese indonesian malaysian philippine filipino "
		"singaporean taiwanese tibetan mongolian nepali burmese cambodian kurdish zionist "
		"muslim christian jewish catholic protestant islamic islamist sunni shia shiite hindu "
		"buddhist soviet nazi zimbabwean zambian tanzanian western eastern northern southern "
		"central republican democrat democratic conservative communist socialist liberal "
		"americans britons germans italians russians ukrainians turks poles greeks iranians "
		"iraqis syrians israelis palestinians saudis egyptians libyans africans asians "
		"europeans arabs canadians mexicans cubans colombians venezuelans brazilians "
		"australians swedes danes norwegians finns serbs croats albanians koreans indians "
		"pakistanis afghans chechens chechen kurds tatars muslims christians jews catholics "
		"protestants hindus republicans democrats conservatives liberals socialists "
		"communists californian texan hispanic hispanics latino latinos londoners londoner "
		"parisian hawaiian caucasian"},
	{"", CUE_ORGANISATION,
		"ltd inc corp co plc llc llp ag gmbh sa nv bv spa srl kg se ab asa oyj fc cf ac fk sc "
		"bc unicef nato holding holdings group groupe gruppe"},
	{"en", CUE_ORGANISATION,
		"council ministry university union police party court committee commission agency "
		"association federation foundation institute department bank company corporation "
		"airlines airways club league congress parliament senate army navy force forces "
		"college school hospital church authority board bureau centre center organisation "
		"organization society trust times post news network studios press alliance coalition "
		"front movement office service services assembly academy museum embassy consulate "
		"fund forum exchange observatory laboratory orchestra chamber tribunal brigade guard "
		"corps regiment intelligence motors systems technologies pharmaceuticals energy "
		"petroleum oil brothers partners insurance media telecom journal gazette herald "
		"tribune guardian telegraph magazine house cabinet treasury administration reserve "
		"secretariat united rovers athletic"},
	{"de", CUE_ORGANISATION,
		"ministerium bundesamt amt rat partei universitat hochschule polizei gericht "
		"bundesgerichtshof verband verein bank behorde gesellschaft stiftung institut "
		"kommission bundestag bundesrat landtag bundeswehr gewerkschaft fraktion klinikum "
		"zeitung rundfunk"},
	{"fr", CUE_ORGANISATION,
		"ministere universite conseil parti police cour tribunal commission agence "
		"association federation fondation institut banque assemblee senat parlement union "
		"societe compagnie syndicat comite hopital"},
	{"es", CUE_ORGANISATION,
		"ministerio universidad consejo partido policia corte tribunal comision agencia "
		"asociacion federacion fundacion instituto banco congreso senado parlamento union "
		"sindicato comite hospital ayuntamiento guardia gobierno"},
	{"it", CUE_ORGANISATION,
		"ministero universita consiglio partito polizia corte tribunale commissione agenzia "
		"associazione federazione fondazione istituto banca camera senato parlamento unione "
		"sindacato comitato ospedale comune carabinieri"},
	{"pt", CUE_ORGANISATION,
		"ministerio universidade conselho partido policia corte tribunal comissao agencia "
		"associacao federacao fundacao instituto banco congresso senado camara parlamento "
		"uniao sindicato comite hospital prefeitura"},
	{"nl", CUE_ORGANISATION,
		"ministerie universiteit raad partij politie rechtbank commissie bureau vereniging "
		"stichting instituut bank kamer unie"},
	{"pl", CUE_ORGANISATION,
		"ministerstwo ministerstwa uniwersytet rada partia policja sad komisja agencja "
		"stowarzyszenie fundacja instytut bank sejm senat unia komitet szpital"},
	{"tr", CUE_ORGANISATION,
		"bakanligi universitesi konseyi partisi polisi mahkemesi komisyonu ajansi dernegi "
		"federasyonu vakfi enstitusu bankasi meclisi birligi belediyesi mudurlugu kurumu "
		"kurulu sirketi holding baskanligi genelkurmay"},
	{"ru", CUE_ORGANISATION,
		"министерство мид минобороны университет совет партия полиция суд комиссия агентство "
		"ассоциация федерация фонд институт банк дума союз комитет больница кремль"},
	{"uk", CUE_ORGANISATION,
		"міністерство мзс міноборони університет рада партія поліція суд комісія агентство "
		"асоціація федерація фонд інститут банк союз комітет лікарня"},
	{"en", CUE_PLACE_WORD,
		"river lake street road avenue boulevard square island islands mount mountain "
		"mountains valley bay gulf strait sea ocean province region county district city town "
		"village airport port coast peninsula desert canal bridge park beach cape hill hills "
		"heights forest station stadium republic kingdom states emirates oblast"},
	{"de", CUE_PLACE_WORD, "strasse platz see meer"},
	{"fr", CUE_PLACE_WORD, "rue place avenue lac mer mont ile"},
	{"es", CUE_PLACE_WORD, "calle plaza rio lago mar isla"},
	{"it", CUE_PLACE_WORD, "via piazza lago mare isola"},
	{"tr", CUE_PLACE_WORD, "ili ilcesi caddesi sokagi golu denizi havalimani"},
	{"ru", CUE_PLACE_WORD, "область области район района край"},
	{"uk", CUE_PLACE_WORD, "область області район району"},
	{"", CUE_PLACE,
		"afghanistan albania algeria andorra angola argentina armenia australia austria "
		"azerbaijan bahrain bangladesh barbados belarus belgium belize benin bhutan bolivia "
		"bosnia botswana brazil brunei bulgaria burundi cambodia cameroon canada chad chile "
		"china colombia congo croatia cuba cyprus czechia denmark djibouti ecuador egypt "
		"eritrea estonia eswatini ethiopia fiji finland france gabon gambia germany ghana "
		"greece greenland guatemala guinea guyana haiti honduras hungary iceland india "
		"indonesia iran iraq ireland israel italy jamaica japan kazakhstan kenya kosovo "
		"kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein lithuania "
		"luxembourg madagascar malawi malaysia maldives mali malta mauritania mauritius "
		"mexico moldova monaco mongolia montenegro morocco mozambique myanmar namibia nepal "
		"netherlands nicaragua niger nigeria norway oman pakistan palestine panama paraguay "
		"peru philippines poland portugal qatar romania russia rwanda samoa senegal serbia "
		"singapore slovakia slovenia somalia spain sudan suriname sweden switzerland syria "
		"taiwan tajikistan tanzania thailand togo tonga tunisia turkey turkiye turkmenistan "
		"uganda ukraine uruguay uzbekistan venezuela vietnam yemen zambia zimbabwe england "
		"scotland wales britain america europe africa asia antarctica crimea gaza chechnya "
		"siberia donbas bavaria catalonia texas california florida ohio arizona alaska hawaii "
		"michigan pennsylvania virginia illinois oregon nevada colorado kabul algiers "
		"canberra vienna baku brussels sofia ottawa beijing bogota zagreb havana prague "
		"copenhagen cairo tallinn helsinki paris tbilisi berlin athens budapest reykjavik "
		"delhi jakarta tehran baghdad dublin jerusalem rome tokyo amman astana nairobi seoul "
		"riga beirut tripoli vilnius valletta chisinau rabat amsterdam abuja oslo islamabad "
		"manila warsaw lisbon doha bucharest moscow riyadh belgrade bratislava ljubljana "
		"madrid stockholm bern damascus taipei bangkok tunis ankara kyiv kiev london "
		"washington caracas hanoi istanbul minsk geneva munich hamburg frankfurt cologne "
		"milan naples turin barcelona seville valencia lyon marseille kharkiv odesa odessa "
		"lviv donetsk luhansk mariupol kherson izmir shanghai mumbai karachi lahore sydney "
		"melbourne toronto montreal chicago boston houston dallas miami seattle philadelphia "
		"detroit manchester liverpool birmingham leeds glasgow edinburgh cardiff belfast "
		"brooklyn manhattan hollywood aleppo rafah"},
	{"de", CUE_PLACE,
		"deutschland osterreich schweiz frankreich italien spanien polen russland ukraine "
		"turkei griechenland ungarn tschechien slowakei belgien niederlande danemark schweden "
		"norwegen finnland grossbritannien irland indien japan brasilien mexiko kanada "
		"agypten syrien irak libanon jordanien europa afrika asien amerika wien moskau kiew "
		"warschau prag brussel rom mailand athen kopenhagen zurich genf koln munchen bayern "
		"sachsen hessen thuringen brandenburg berlin hamburg bremen stuttgart dusseldorf "
		"leipzig dresden hannover nurnberg"},
	{"fr", CUE_PLACE,
		"allemagne france italie espagne pologne russie ukraine turquie grece belgique suisse "
		"autriche hongrie suede norvege danemark angleterre royaume-uni irlande inde chine "
		"japon bresil mexique egypte syrie irak liban maroc algerie tunisie libye europe "
		"afrique asie amerique moscou londres bruxelles varsovie geneve rome athenes pekin"},
	{"es", CUE_PLACE,
		"alemania francia italia espana polonia rusia ucrania turquia grecia belgica suiza "
		"austria suecia noruega inglaterra irlanda china japon brasil mexico egipto siria "
		"irak libano marruecos argelia europa africa asia america moscu londres bruselas "
		"varsovia ginebra roma atenas pekin colombia peru chile ecuador bolivia venezuela "
		"cuba bogota"},
	{"it", CUE_PLACE,
		"germania francia italia spagna polonia russia ucraina turchia grecia belgio svizzera "
		"austria ungheria svezia norvegia inghilterra irlanda cina giappone brasile messico "
		"egitto siria iraq libano europa africa asia mosca londra parigi berlino bruxelles "
		"varsavia ginevra roma milano napoli torino atene pechino"},
	{"pt", CUE_PLACE,
		"alemanha franca italia espanha polonia russia ucrania turquia grecia belgica suica "
		"china japao brasil mexico egito siria iraque libano europa africa asia moscou "
		"londres bruxelas lisboa brasilia"},
	{"nl", CUE_PLACE,
		"duitsland frankrijk italie spanje polen rusland oekraine turkije griekenland belgie "
		"zwitserland oostenrijk zweden nederland engeland china brussel parijs berlijn londen "
		"moskou amsterdam rotterdam"},
	{"pl", CUE_PLACE,
		"niemcy niemczech francja francji wlochy wloszech hiszpania polska polsce polski "
		"rosja rosji ukraina ukrainie ukrainy turcja turcji chiny usa moskwa moskwie warszawa "
		"warszawie krakow krakowie berlin berlinie bruksela brukseli kijow kijowie gdansk "
		"lodz wroclaw"},
	{"tr", CUE_PLACE,
		"turkiye rusya ukrayna almanya fransa italya ispanya yunanistan polonya suriye irak "
		"iran misir cin japonya abd ingiltere avrupa moskova kiev londra berlin bruksel "
		"ankara istanbul izmir antalya adana bursa gaziantep diyarbakir hatay"},
	{"ru", CUE_PLACE,
		"россия россии россию россией украина украины украине украину турция турции турцию "
		"сша китай китая китае германия германии франция франции польша польши польше "
		"великобритания великобритании израиль израиля израиле иран ирана иране сирия сирии "
		"грузия грузии беларусь беларуси белоруссии казахстан казахстана москва москвы москве "
		"москву киев киева киеве лондон лондоне берлин берлине париж париже вашингтон "
		"вашингтоне стамбул стамбуле анкара анкаре петербург петербурге крым крыма крыму "
		"европа европы европе"},
	{"uk", CUE_PLACE,
		"росія росії росію україна україни україні україну туреччина туреччини туреччині сша "
		"китай китаю німеччина німеччини німеччині франція франції польща польщі британія "
		"британії ізраїль ізраїлю іран ірану сирія москва москви москві київ києва києві "
		"лондон лондоні берлін берліні париж вашингтон стамбул стамбулі анкара львів львова "
		"львові харків харкова харкові одеса одеси одесі крим криму європа європи європі"},
	{"", CUE_FIRST_NAME,
		"james john robert michael william david richard joseph thomas charles christopher "
		"daniel matthew anthony mark donald steven stephen paul andrew joshua kenneth kevin "
		"brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric "
		"jonathan larry justin scott brandon benjamin samuel gregory alexander patrick frank "
		"raymond jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter "
		"kyle ethan jeremy walter christian keith roger terry sean gerald carl harold dylan "
		"arthur lawrence jordan jesse bryan billy bruce gabriel joe logan alan juan albert "
		"willie elijah wayne randy vincent mason roy ralph bobby russell bradley philip "
		"eugene boris nigel keir rishi tony gordon theresa liz barack bill hillary bernie "
		"nancy mitch ted marco mitt newt sarah mary patricia jennifer linda elizabeth barbara "
		"susan jessica karen lisa betty sandra margaret ashley kimberly emily donna michelle "
		"carol amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen amy "
		"angela shirley anna brenda pamela emma nicole helen samantha katherine christine "
		"debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce "
		"virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl "
		"hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean "
		"alice abigail sophia grace denise amber doris marilyn danielle beverly isabella "
		"diana natalie brittany charlotte marie kayla alexis lori jane kate claire fiona "
		"louise"},
	{"", CUE_FIRST_NAME,
		"hans klaus jurgen wolfgang dieter manfred uwe gunter olaf friedrich heinrich "
		"karl ludwig markus stefan matthias andreas sebastian florian jens lars sven torsten "
		"thorsten annalena ursula sabine petra monika heike birgit katrin katja anja julia "
		"lena leonie armin horst sigmar frank-walter jorg bjorn pierre jacques michel "
		"francois emmanuel nicolas laurent philippe alain bernard gerard thierry olivier "
		"marine segolene brigitte sylvie isabelle nathalie valerie sophie helene elisabeth "
		"camille lea chloe antoine julien guillaume bruno edouard raphael lionel kylian "
		"carlos luis javier miguel antonio francisco manuel pedro pablo alberto fernando "
		"jorge ricardo rafael andres diego alejandro mario sergio enrique gustavo santiago "
		"gabriela lucia carmen isabel ana pilar elena marta cristina rosa claudia daniela "
		"mariana nestor hugo evo giorgia giorgio matteo silvio paolo giuseppe giovanni luigi "
		"luca alessandro francesco stefano roberto lorenzo salvatore vincenzo simona federica "
		"chiara francesca giulia elly luiz joao paulo marcelo rodrigo fernanda juliana jair "
		"dilma rui jan piet kees hendrik willem geert pieter joost femke sigrid wouter lech "
		"jaroslaw andrzej mateusz piotr pawel krzysztof tomasz marcin michal wojciech "
		"radoslaw rafal zbigniew agnieszka malgorzata magdalena ewa katarzyna beata karol "
		"szymon recep hakan mehmet mustafa ahmet ali hasan huseyin murat ibrahim ismail osman "
		"yusuf omer fatma ayse emine hatice zeynep elif kemal ekrem mansur devlet bulent "
		"suleyman tayyip selahattin burak arda cem deniz serkan emre vladimir volodymyr "
		"sergei sergey dmitry dmitri alexei alexey aleksandr mikhail nikolai andrei andrey "
		"igor oleg ivan yuri viktor olga natalia natalya tatiana tatyana svetlana irina "
		"ekaterina yulia yuliya anastasia oleksandr serhiy serhii andriy andrii vitali "
		"vitaliy dmytro mykola mykhailo petro pavlo yevgeny konstantin kirill maxim roman "
		"ruslan taras kyrylo rustem iryna oksana сергей сергея владимир владимира дмитрий "
		"дмитрия алексей александр михаил николай андрей игорь олег иван юрий виктор борис "
		"мария ольга наталья татьяна светлана елена ирина анна екатерина юлия анастасия "
		"евгений константин кирилл максим роман руслан павел петр антон денис дональд джо "
		"эммануэль реджеп хакан сергій володимир дмитро олексій олександр михайло микола "
		"андрій ігор юрій віктор марія наталія тетяна світлана олена ірина катерина петро "
		"павло тарас кирило mohammed mohammad muhammad mohamed ahmed mahmoud hassan hussein "
		"abdullah abdul omar khalid yasser bashar yitzhak shimon ehud avigdor yoav itamar "
		"naftali yair isaac fatima aisha narendra rahul sonia amit arvind imran nawaz shehbaz "
		"asif benazir xi jinping shinzo fumio yoshihide kim moon park ban aung anwar "
		"ferdinand jacinda malcolm cyril nelson jomo uhuru yoweri"},
	{"", CUE_PARTICLE,
		"de del della di da dos das du des la le van von der den ter ten bin ibn ben al el "
		"abu zu zur af d' l' y e san ul ur"},
	{"en", CUE_OF_HEAD,
		"conference diocese convention bank university ministry department council house gulf "
		"republic strait straits bay "
		"isle isles city church court board bureau institute museum union association "
		"federation league academy organisation organization office state states kingdom "
		"chamber committee cape sea mount port school college society army party movement "
		"centers center centre congress commission parliament bishop archbishop archdiocese "
		"duke duchess prince princess earl statue tower secretary minister chief head "
		"director joint faculty agency group front battle treaty order rock valley town "
		"village district province governor"},
	{"en", CUE_NAME_END, "jr sr ii iii iv"},
	{"tr", CUE_NAME_END, "oglu"},
	{"en", CUE_IN, "in near outside across throughout inside"},
	{"de", CUE_IN, "in nach aus bei nahe"},
	{"fr", CUE_IN, "a en pres depuis vers"},
	{"es", CUE_IN, "en desde hacia cerca"},
	{"it", CUE_IN, "a in da verso"},
	{"pt", CUE_IN, "em no na desde"},
	{"nl", CUE_IN, "in naar uit bij nabij"},
	{"pl", CUE_IN, "w we do z pod"},
	{"ru", CUE_IN, "в во из под"},
	{"uk", CUE_IN, "в у із до з під"},
	{"en", CUE_NO_NAME,
		"honor honour god internet christmas easter ramadan thanksgiving halloween twitter i ok tv "
		"monday covid ceo cfo cto gdp dna aids hiv vip pm mp mps id url faq pdf dvd gps usd "
		"eur gmt utc bst est edt a.m p.m a.m. p.m. am nhs ad bc phd ba ma vs mr mrs read "
		"watch click subscribe photo image video getty advertisement breaking live updated "
		"exclusive opinion analysis editorial related reuters eid passover hanukkah "
		"new-year spring summer autumn winter fall morning internet democracy bible "
		"koran quran"},
	{"en", CUE_AUXILIARY, "is was has had have will would could can may did does are were 's"},
	{"de", CUE_AUXILIARY, "ist war hat hatte wird wurde will kann soll"},
	{"en", CUE_STOP,
		"the a an and or but nor so yet of in on at to for from by with as if is was were are "
		"be been being has have had will would could can may might must should shall do does "
		"did not no yes that this these those there here it its he she they we you i his her "
		"their our your my him them us me who whom whose which what when where why how while "
		"after before since until till during into onto over under between among through than "
		"then because although though about above across against along around behind below "
		"beneath beside besides beyond despite down except inside like near off out outside "
		"per plus regarding round throughout toward towards underneath unlike up upon via "
		"within without also too very just only even still already always never often "
		"sometimes however meanwhile moreover furthermore nevertheless instead otherwise "
		"therefore thus indeed perhaps maybe now later earlier again once twice all any both "
		"each every either neither few many more most much other others another some such "
		"several one two three four five six seven eight nine ten first second third last "
		"next same own let according asked speaking following amid given having nearly almost "
		"yesterday today tomorrow tonight dear well oh ok please thanks right don't didn't "
		"isn't it's that's he's she's we're they're i'm i've can't won't let's there's what's "
		"who's you're ultimately finally overall eventually reportedly apparently separately "
		"additionally similarly recently currently previously originally generally clearly "
		"obviously certainly likewise elsewhere whether anyone everyone someone nobody "
		"nothing everything something told said"},
	{"de", CUE_STOP,
		"der die das den dem des ein eine einer eines einem einen und oder aber doch denn "
		"wenn als wie weil dass ob von in im am an auf zu zum zur fur aus bei mit nach vor "
		"seit bis uber unter zwischen durch gegen ohne um es sie er wir ihr ich man sein "
		"seine seiner ihre ihrer ihrem ihren mein unser dieser diese dieses diesem diesen "
		"jener alle allen beide viele mehr nicht auch nur noch schon so dann da dort hier "
		"jetzt nun heute gestern morgen ist war waren sind wird werden wurde wurden hat haben "
		"hatte hatten kann soll nachdem wahrend jedoch zudem ausserdem dabei damit dafur "
		"deshalb trotz wegen laut angesichts insgesamt inzwischen zuvor bereits spater ende "
		"anfang mitte rund etwa mehrere einige keine kein"},
	{"fr", CUE_STOP,
		"le la les l' un une des du de d' et ou mais donc car ni que qui quoi dont quand "
		"comme si dans en a au aux pour par sur sous avec sans entre vers chez il elle ils "
		"elles on nous vous je tu ce cet cette ces son sa ses leur leurs mon ma mes notre nos "
		"est sont etait etaient ont avait sera c' s' n' j' qu' m' ne pas plus aussi tres "
		"apres avant depuis pendant selon malgre ainsi alors cependant toutefois pourtant "
		"enfin puis hier aujourd'hui demain ici tous toutes tout toute plusieurs quelques "
		"certains deux trois"},
	{"es", CUE_STOP,
		"el la los las un una unos unas y o pero sino que quien quienes cual cuando donde "
		"como si en a al de del para por con sin sobre entre hacia hasta desde segun tras "
		"durante contra ella ellos ellas nosotros yo tu usted su sus mi este esta estos estas "
		"ese esa esos esas aquel lo le les se es son fue fueron ha han habia sera no tambien "
		"mas muy ya ademas asi entonces embargo mientras aunque porque despues antes ayer hoy "
		"manana todos todas todo toda varios dos tres"},
	{"it", CUE_STOP,
		"il lo la i gli le l' un uno una un' e ed o ma che chi cui quando dove come se in a "
		"al allo alla ai agli alle di del dello della dei degli delle da dal dalla per con su "
		"sul sulla tra fra lui lei loro noi io tu suo sua suoi sue questo questa questi "
		"queste quello sono era erano ha hanno aveva sara non anche piu molto gia inoltre "
		"cosi allora mentre perche dopo prima ieri oggi domani tutti tutte tutto due tre "
		"secondo nel nella nei nelle dell' all' dall' nell' sull'"},
	{"pt", CUE_STOP,
		"o a os as um uma uns umas e ou mas que quem quando onde como se em no na nos nas de "
		"do da dos das para por pelo pela com sem sobre entre ate desde segundo apos durante "
		"contra ele ela eles elas eu voce seu sua seus suas este esta esse essa isso aquele "
		"sao foi foram tem havia sera nao sim tambem mais muito ja alem assim entao enquanto "
		"embora porque depois antes ontem hoje amanha todos todas tudo dois tres"},
	{"nl", CUE_STOP,
		"de het een en of maar want dus dat die wie wat waar wanneer hoe als in op aan te "
		"voor van uit bij met naar om over onder tussen door tegen zonder hij zij ze wij we "
		"ik jij u hun zijn haar deze dit is was waren wordt werd werden heeft hebben had zal "
		"niet ook meer nog al dan toen hier daar nu volgens sinds tot na gisteren vandaag "
		"morgen alle beide twee drie"},
	{"pl", CUE_STOP,
		"i a ale lub oraz ze ktory ktora ktore kiedy gdzie jak jesli w we na do z dla od "
		"przez przy nad pod po przed miedzy bez o u za on ona oni one my ja ty jego jej ich "
		"ten ta to te tym tego jest sa byl byla byli bylo bedzie nie tak tez takze juz "
		"jeszcze tylko bardzo wiec jednak wedlug podczas wczoraj dzis dzisiaj jutro wszyscy "
		"dwa trzy"},
	{"tr", CUE_STOP,
		"ve veya ile icin gibi kadar ama fakat ancak cunku bu su o bir her hic cok daha en de "
		"da ki mi ne kim nasil neden nerede olarak olan oldu ise gore sonra once biz ben sen "
		"siz onlar bugun dun yarin ayrica iki uc"},
	{"ru", CUE_STOP,
		"и а но или что кто где когда как если в во на с со к ко по из у за от до для при о "
		"об над под между без через он она они оно мы я ты вы его ее их этот эта это эти тот "
		"та те был была были было есть будет не нет да также уже еще только очень так поэтому "
		"однако после перед время согласно вчера сегодня завтра все два три ранее кроме около "
		"почти более среди"},
	{"uk", CUE_STOP,
		"і й та а але або що хто де коли як якщо в у на з із зі до по від для при про над під "
		"між без через він вона вони воно ми я ти ви його її їх цей ця це ці той був була "
		"були було є буде не ні так також вже ще тільки дуже тому однак після перед за згідно "
		"вчора сьогодні завтра всі два три раніше крім близько майже понад серед"},
};

const struct lexicon_table lexicon_names = {rows, sizeof rows / sizeof *rows};
