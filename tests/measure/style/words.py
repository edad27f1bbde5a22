"""What is typed, by language: written from the manuals and from how texts go wrong, not from what the rules have."""

from __future__ import annotations

SPELLINGS = {
    "en": ["labor", "center", "behavior", "program", "counterterrorism", "acknowledgment", "enrollment", "defense",
           "traveling", "fulfill", "catalog", "neighboring", "organisation", "recognise", "emphasised", "analyze",
           "licence holders are licenced", "harmonisation", "utilise", "co-operation", "cooperation and coördination",
           "programs", "colour and color", "paralyze", "favorable", "theater", "mobilisation", "prioritise",
           "criminalisation", "minimise"],
    "fr": ["coeur", "Etat", "oeuvre", "evenement", "voeux", "Egypte", "noeud", "main-d’oeuvre", "Etats Membres",
           "Ethiopie", "oeuvres", "soeurs", "manoeuvre", "A cet égard", "Ecole", "Equateur"],
    "es": ["sólo", "éste", "paises", "informacion", "Africa", "genero", "organizacion", "aquéllos", "tambien",
           "politica", "prision", "administracion", "ningun", "traves", "Mexico", "ademas"],
    "ru": ["отчёт", "ещё", "учёт", "её", "приём", "объём", "молодёжь", "осуждённых", "учёные", "надёжный", "самолёт",
           "причём", "твёрдый", "вовлечённость", "подчёркивает", "путём"],
    "zh": ["帐户", "其它", "做为", "部份", "恐怖份子", "聯合國", "帐号", "犯罪份子", "国际組織", "發展",
           "重覆", "按排"],
    "ar": ["الاجراءات", "انشاء", "الاطفال", "الانسان", "مسئول", "شئون", "الارهاب", "افريقيا", "الامم", "اعداد",
           "الامن", "الى", "اطار"],
}  # fmt: skip
CAPITALS = {
    "en": ["the member states", "the secretary-general", "the general assembly", "the security council",
           "the Member states", "the Secretary-general", "the General assembly", "all Member states",
           "the economic and social council", "several Member states"],
    "fr": ["les états membres", "le secrétaire général", "l’assemblée générale", "des nations unies",
           "les Etats membres", "le Secrétaire Général", "l’Assemblée Générale", "le conseil de sécurité",
           "les États membres"],
    "es": ["los estados miembros", "el secretario general", "la asamblea general", "de las naciones unidas",
           "las Naciones unidas", "el Secretario general", "la Asamblea general", "el consejo de seguridad"],
    "ru": ["для Государств-членов", "у генерального секретаря", "на Генеральной ассамблее", "из совета безопасности",
           "для Государств-Членов", "из Генеральной ассамблеи", "у Генерального Секретаря",
           "для генеральной ассамблеи"],
}  # fmt: skip
GOVERNMENTS = {
    "en": [("Government of", "government of"), ("Member States", "member states"), ("Member State", "member state")],
    "fr": [("Gouvernement", "gouvernement"), ("États Membres", "états membres"), ("États", "états")],
    "es": [("Gobierno d", "gobierno d"), ("Estados Miembros", "estados miembros"), ("Estados", "estados")],
    "ru": [
        ("Правительств", "правительств"),
        ("государств-членов", "Государств-членов"),
        ("государства-члены", "Государства-члены"),
        ("государствам-членам", "Государствам-членам"),
    ],
}
"""What has a capital or none in United Nations documents, and the other way."""

SHORT = {
    "en": ["the UN", "the U.N.", "the UNGA", "the UNSC", "ECOSOC", "the UN system", "the UN’s", "UN Member States",
           "the UNSG", "the SG"],
    "fr": ["l’AGNU", "l’ECOSOC", "l’O.N.U.", "le SGNU"],
    "es": ["la ONU", "la AGNU", "el ECOSOC", "las NN.UU.", "la O.N.U.", "NNUU"],
    "ru": ["ГА ООН", "ЭКОСОС", "Генсек", "Генассамблеи", "СБ ООН", "Генсека", "Генассамблея", "Совбез"],
}  # fmt: skip
ABBREVIATIONS = {
    "en": ["ICCPR", "NGOs", "CEDAW", "IDPs", "ODA", "the HDI", "CSOs", "SMEs", "the MTR", "the PSC", "FGM", "R&D"],
    "fr": ["les ONG", "le PIDCP", "la CEDAW", "l’APD", "les PME", "le PIB", "les OSC", "la RCT", "les TIC", "les PMA"],
    "es": ["las ONG", "el PIDCP", "la CEDAW", "la AOD", "las PYME", "el PIB", "las OSC", "las TIC", "los PMA"],
    "ru": ["НПО", "МПГПП", "ОПР", "ВВП", "МСП", "ИКТ", "ОГО", "НРС", "ПИИ"],
}
INTRODUCED = {
    "en": ["the Coastal Survey Board (CSB)", "the Prison Bakers Union (PBU)", "the Harbour Records Office (HRO)",
           "the Lamp Keepers Guild (LKG)"],
    "fr": ["le Conseil des levés côtiers (CLC)", "l’Union des boulangers des prisons (UBP)",
           "le Bureau des archives portuaires (BAP)"],
    "es": ["la Junta de Estudios Costeros (JEC)", "la Unión de Panaderos Penitenciarios (UPP)",
           "la Oficina de Archivos Portuarios (OAP)"],
    "ru": ["Совет береговой съемки (СБС)", "Союз тюремных пекарей (СТП)", "Бюро портовых архивов (БПА)"],
}  # fmt: skip
"""Bodies with a short name that is said once and never used."""

OLD_NAMES = {
    "en": ["in Burma", "South Korea", "Swaziland", "Ivory Coast", "the Czech Republic", "Vietnam", "East Timor",
           "North Korea", "Cape Verde", "Macedonia", "Turkey", "Moldova", "Syria", "Laos"],
    "fr": ["en Birmanie", "Corée du Sud", "Swaziland", "Turquie", "Vietnam", "Biélorussie", "Cap-Vert",
           "Corée du Nord", "Timor oriental", "Macédoine", "République tchèque", "Moldavie"],
    "es": ["en Birmania", "Corea del Sur", "Swazilandia", "Turquía", "Vietnam", "Bielorrusia", "Costa de Marfil",
           "Corea del Norte", "Timor Oriental", "Macedonia", "República Checa", "Moldavia"],
    "ru": ["в Бирме", "Южная Корея", "Киргизия", "Молдавия", "Белоруссия", "Свазиленд", "Северная Корея",
           "Кабо-Верде и Берег Слоновой Кости", "Македония"],
    "zh": ["南韩", "象牙海岸", "扎伊尔", "俄国", "北韩", "缅甸联邦和斯威士兰", "东帝汶", "捷克共和国"],
    "ar": ["بورما", "كوريا الجنوبية", "ساحل العاج", "سوازيلند", "فيتنام", "روسيا", "كوريا الشمالية", "مقدونيا"],
}  # fmt: skip
GENDERED = {
    "en": [
        "the chairman",
        "manpower",
        "mankind",
        "policemen",
        "spokesman",
        "businessmen",
        "firemen",
        "chairmanship",
        "fishermen",
        "man-made",
    ],
    "fr": [
        "hommes d’affaires",
        "hommes politiques",
        "Mademoiselle",
        "les droits de l’homme d’affaires",
        "hommes de loi",
    ],
    "es": ["hombres de negocios", "los derechos del hombre", "señorita", "el hombre de la calle", "hombres de Estado"],
    "ar": ["رجال الأعمال", "رجال الشرطة", "رجال القانون"],
}
REFERENCES = {
    "en": ["paragraph twelve", "the section above", "as mentioned above", "the previous paragraph", "see below",
           "aforementioned", "paragraph 12", "para. 14 above", "section III", "paras. 3–5", "table 2",
           "the table below",
           "the following section", "as noted earlier in paragraph 7", "see paragraph 9"],
    "fr": ["le paragraphe ci-dessus", "voir plus haut", "section suivante", "le tableau ci-après", "susmentionnés",
           "le paragraphe 12", "par. 14 ci-dessus", "la section III", "tableau 2", "voir ci-dessous",
           "le paragraphe précédent", "voir par. 9"],
    "es": ["el párrafo anterior", "véase más arriba", "el cuadro siguiente", "antes mencionados", "sección anterior",
           "el párrafo 12", "véase el párr. 14", "la sección III", "cuadro 2", "véase más adelante", "susodichos",
           "párrs. 3 a 5"],
    "ru": ["в пункте выше", "см. ниже", "вышеупомянутые", "в предыдущем разделе", "указанные выше", "в пункте 12",
           "пункты 3–5 выше", "в разделе III", "таблица 2", "см. выше", "упомянутые ранее"],
    "zh": ["见上文", "如上所述", "上述段", "见下文", "第12段", "上文第14段", "第三节", "表2", "见下表", "如前所述"],
    "ar": ["الفقرة أعلاه", "انظر أدناه", "الفقرة السابقة", "المذكورة أعلاه", "الفقرة 12", "الفقرات 3-5 أعلاه",
           "الفرع ثالثا", "الجدول 2", "كما ورد أعلاه"],
}  # fmt: skip
LATIN = {
    "en": ["e.g.", "i.e.", "etc.", "don’t", "&", "w/o", "isn’t", "ibid.", "can’t", "viz.", "it’s", "won’t", "vs.",
           "approx.", "didn’t"],
    "fr": ["etc.", "&", "et/ou", "p. ex.", "par ex.", "c.-à-d.", "càd"],
    "es": ["etc.", "&", "y/o", "p. ej.", "por ej.", "o sea, etc.", "p.ej."],
    "ru": ["и т.д.", "т.е.", "&", "и/или", "т.н.", "и др.", "и т. п.", "т. е.", "напр.", "и пр."],
    "zh": ["etc.", "e.g.", "&", "和/或", "i.e."],
    "ar": ["إلخ", "&", "و/أو", "الخ", "إلخ."],
}  # fmt: skip
JOINTS = {
    "en": ["a office", "an programme", "a initiative", "an court", "the the", "a old harbour", "an prison",
           "a independent body", "an school", "a economic plan"],
    "fr": ["de le Gouvernement", "à les États", "que il", "la action", "de les prisons", "à le directeur", "si il",
           "le enfant", "que elle", "de eux", "la école"],
    "es": ["de el Gobierno", "a el Estado", "de el plan", "a el tribunal", "y informes", "u otros y iglesias",
           "o ocho", "de el mar", "a el capitán", "y instituciones", "o organismos"],
    "ru": ["в Владивостоке", "с своими", "в всех", "о организации", "с странами", "в Франции", "с всеми",
           "к всем", "о образовании", "с столицей"],
    "ar": ["لالحكومة", "لالدول", "الالحكومة", "لالأطفال", "لالسجون", "الالمكتب"],
}  # fmt: skip
UNFINISHED = {
    "en": ["[to be completed]", "[to be confirmed]", "TBC", "TBD", "[insert date]", "TODO", "XXX", "???"],
    "fr": ["[à compléter]", "[à confirmer]", "TODO", "XXX", "???"],
    "es": ["[por completar]", "[por confirmar]", "TODO", "XXX", "???"],
    "ru": ["[будет дополнено]", "[уточнить]", "TODO", "XXX", "???"],
    "zh": ["[待补充]", "[待定]", "TODO", "XXX", "???", "【待补】"],
    "ar": ["[يستكمل لاحقا]", "[يحدد فيما بعد]", "TODO", "XXX", "???"],
}
PER_CENT = {
    "en": ["%", "percent", "per-cent", "12%", "7 %", "pct"],
    "ru": ["%", "12%", "7 %"],
    "ar": ["%", "٪", "12%"],
}
TITLES = {
    "en": ["The Work Of The Courts In Remote Areas", "THE WORK OF THE COURTS IN REMOTE AREAS", "Training And Advice"],
    "fr": ["L’Activité Des Tribunaux Dans Les Régions Isolées", "L’ACTIVITÉ DES TRIBUNAUX", "Formation Et Conseils"],
    "es": ["La Labor De Los Tribunales En Zonas Remotas", "LA LABOR DE LOS TRIBUNALES", "Formación Y Asesoramiento"],
    "ru": ["Работа Судов В Отдаленных Районах", "РАБОТА СУДОВ В ОТДАЛЕННЫХ РАЙОНАХ", "Обучение И Консультации"],
}
QUOTES = {
    "en": [("«", "»"), ('"', '"'), ("„", "“"), ("”", "“"), ("‚", "‘")],
    "fr": [('"', '"'), ("„", "“"), ("<<", ">>"), ("”", "“")],
    "es": [("«", "»"), ('"', '"'), ("„", "“"), ("”", "“")],
    "ru": [('"', '"'), ("“", "”"), ("”", "“"), ("<<", ">>")],
    "zh": [("«", "»"), ('"', '"'), ("„", "“"), ("「", "」"), ("”", "“")],
    "ar": [("«", "»"), ('"', '"'), ("“", "”"), ("„", "“")],
}
"""Quotation marks that the language does not have, the first and the last."""

SIGNS = {
    "zh": {"，": ",", "；": ";", "：": ":", "。": ".", "（": "(", "）": ")", "、": ","},
    "ar": {"،": ",", "؛": ";", "؟": "?"},
}
"""Signs of the language and those of the keyboard."""

ENGLISH = ["the courts of the region", "with the support of", "and other officials", "as well as", "in order to",
           "the training was held", "under the new law", "which was adopted by"]  # fmt: skip

VAGUE = {
    "en": ["several", "many", "a number of"],
    "fr": ["plusieurs", "de nombreux", "maints"],
    "es": ["varios", "muchos", "numerosos"],
    "ru": ["несколько", "много", "многие"],
    "zh": ["若干", "许多", "好几"],
    "ar": ["عدة", "كثير من", "بعض"],
}
"""Words in the place of a number that say none."""

DENIED = {
    "en": [],
    "fr": [(" a été ", " n’a pas été "), (" ont été ", " n’ont pas été "), (" est ", " n’est pas "),
           (" étaient ", " n’étaient pas "), (" aucun ", " un ")],
    "es": [(" ha ", " no ha "), (" fue ", " no fue "), (" se ", " no se "), (" eran ", " no eran "), (" no ", " "),
           (" puede ", " no puede ")],
    "ru": [(" были ", " не были "), (" была ", " не была "), (" не ", " "), (" было ", " не было "),
           (" следует ", " не следует "), (" будет ", " не будет ")],
    "zh": [("已", "未"), ("应当", "不应"), ("没有", "有"), ("可以", "不可以"), ("能够", "不能"), ("未", "已")],
    "ar": [(" وقد ", " ولم "), (" لم ", " "), (" لا ", " "), (" يجوز ", " لا يجوز "), (" ينبغي ", " لا ينبغي ")],
}  # fmt: skip
"""Words that deny, and those that do not."""

SYMBOLS = ["E/CN15/2019/9", "E/CN.15/19/9", "A/2019/146", "A/RES/72-193", "E/2019/", "S/19/123", "E/CN.15/0019/3",
           "A/RES/1972/193"]  # fmt: skip
"""What no document can have as its symbol: no point before a number, no year, no session, a number that lacks."""

RENDERINGS = {
    "fr": [("crime prevention", "prévention du crime", "lutte contre la délinquance"),
           ("member states", "États Membres", "pays adhérents"),
           ("technical assistance", "assistance technique", "aide des spécialistes")],
    "es": [("crime prevention", "prevención del delito", "lucha contra la criminalidad"),
           ("member states", "Estados Miembros", "países afiliados"),
           ("technical assistance", "asistencia técnica", "ayuda de expertos")],
    "ru": [("technical assistance", "технической помощи", "экспертной поддержки"),
           ("member states", "государствам-членам", "странам мира"),
           ("criminal justice", "уголовного правосудия", "карательного судопроизводства")],
    "zh": [("crime prevention", "预防犯罪", "遏制违法"), ("member states", "会员国", "成员方"),
           ("technical assistance", "技术援助", "专家帮助")],
    "ar": [("crime prevention", "منع الجريمة", "مكافحة الانحراف"),
           ("member states", "الدول الأعضاء", "البلدان المنتسبة"),
           ("technical assistance", "المساعدة التقنية", "العون الفني")],
}  # fmt: skip
"""Phrases of the original that come again, with the words that they have in every text, and others."""

TOTAL = {"en": "Total", "fr": "Total", "es": "Total", "ru": "Итого", "zh": "共计", "ar": "المجموع"}
