"""What is typed into wording, by language: written down by hand, and not taken from what the rules know."""

from __future__ import annotations

TAGS = ("en", "fr", "es", "ru", "zh", "ar")

NUMBER_WORDS = {
    "en": ["seven", "twelve", "twenty-five", "forty", "one hundred", "three thousand", "two million"],
    "fr": ["sept", "douze", "vingt-cinq", "quarante", "cent vingt", "trois mille", "deux millions"],
    "es": ["siete", "doce", "veinticinco", "cuarenta", "ciento veinte", "tres mil", "dos millones"],
    "ru": ["семь", "двенадцать", "двадцать пять", "пятью", "сорока", "трёх тысяч", "два миллиона"],
    "zh": ["七名", "十二个", "二十五名", "四十个", "一百二十名", "三千名", "两百万"],
    "ar": ["سبعة", "اثني عشر", "خمسة وعشرين", "أربعين", "مئة", "ثلاثة آلاف", "مليوني"],
}
NUMBERS = {tag: ["7", "12", "25", "40", "100" if tag in ("en", "ar") else "120", "3000", "2000000"] for tag in TAGS}
"""What the number words say."""

COUNTRIES = {
    "en": ["Kenya", "in Peru", "Viet Nam", "the Niger", "South Africa", "of France"],
    "fr": ["le Kenya", "au Pérou", "le Viet Nam", "du Niger", "en Afrique du Sud", "de la France"],
    "es": ["Kenya", "en el Perú", "Viet Nam", "del Níger", "Sudáfrica", "de Francia"],
    "ru": ["Кения", "в Перу", "Вьетнам", "в Нигере", "Южной Африке", "Франции"],
    "zh": ["肯尼亚", "秘鲁", "越南", "尼日尔", "南非", "法国"],
    "ar": ["كينيا", "في بيرو", "فييت نام", "النيجر", "جنوب أفريقيا", "فرنسا"],
}
AGENCIES = {
    "en": ["UNODC", "UNICEF", "the World Health Organization", "UN-Women", "the European Union"],
    "fr": ["l’ONUDC", "l’UNICEF", "l’Organisation mondiale de la Santé", "ONU-Femmes", "l’Union européenne"],
    "es": ["la UNODC", "el UNICEF", "la Organización Mundial de la Salud", "ONU-Mujeres", "la Unión Europea"],
    "ru": ["УНП ООН", "ЮНИСЕФ", "Всемирной организации здравоохранения", "структура «ООН-женщины»", "Европейский союз"],
    "zh": ["毒品和犯罪问题办公室", "儿基会", "世界卫生组织", "妇女署", "欧洲联盟"],
    "ar": ["اليونيسف", "منظمة الصحة العالمية", "هيئة الأمم المتحدة للمرأة", "الاتحاد الأوروبي",
           "مكتب الأمم المتحدة المعني بالمخدرات والجريمة"],
}  # fmt: skip
MONTHS = {
    "en": ["in January", "in June", "since October", "in December"],
    "fr": ["en janvier", "en juin", "depuis octobre", "en décembre"],
    "es": ["en enero", "en junio", "desde octubre", "en diciembre"],
    "ru": ["в январе", "июнь", "с октября", "декабря"],
    "zh": ["一月", "六月", "十月份", "十二月"],
    "ar": ["في كانون الثاني/يناير", "في حزيران/يونيه", "تشرين الأول/أكتوبر", "كانون الأول/ديسمبر"],
}
CURRENCIES = {
    "en": ["dollars", "euros", "US$", "€", "pounds sterling"],
    "fr": ["dollars", "euros", "€", "francs suisses", "livres sterling"],
    "es": ["dólares", "euros", "€", "francos suizos", "libras esterlinas"],
    "ru": ["долларов", "евро", "€", "рублей", "швейцарских франков"],
    "zh": ["美元", "欧元", "€", "英镑", "人民币"],
    "ar": ["دولار", "يورو", "€", "فرنك سويسري", "جنيه إسترليني"],
}
DIGITS = ["47", "1,250", "٤٧", "۴۷", "४७", "47", "𝟜𝟟"]
GLYPHS = ["②", "½", "²", "Ⅻ", "⑴", "⅜", "₃", "Ⅳ", "❷", "㊁"]
HIDDEN = ["\u202e", "\u202a", "\u2066", "\u200b", "\u2060", "\ufeff", "\u00ad", "ﬁ"]
LOOKALIKES = {
    "latin": {"a": "аａα", "o": "оοօ", "e": "еｅ", "i": "ıі", "c": "сｃ", "p": "рρ", "n": "ոｎ"},
    "cyrillic": {"а": "aα", "о": "oο", "е": "e", "с": "c", "р": "pρ", "и": "u"},
    "han": {"一": "ー⼀", "人": "⼈", "的": "dе", "和": "ა"},
    "arabic": {"ي": "ی", "ك": "ک", "ه": "ہ", "ا": "aا\u0672"},
}
SCRIPTS = {"en": "latin", "fr": "latin", "es": "latin", "ru": "cyrillic", "zh": "han", "ar": "arabic"}

QUALIFIERS = {
    "en": ["more than", "at least", "up to", "about", "nearly", "fewer than", "over"],
    "fr": ["plus de", "au moins", "jusqu’à", "environ", "près de", "moins de"],
    "es": ["más de", "al menos", "hasta", "unos", "cerca de", "menos de"],
    "ru": ["более", "не менее", "до", "около", "почти", "менее"],
    "zh": ["超过", "至少", "最多", "大约", "将近", "不到"],
    "ar": ["أكثر من", "ما لا يقل عن", "ما يصل إلى", "حوالي", "ما يقرب من", "أقل من"],
}
"""Words that stand before a figure; they are added to exact ones."""

TURNED = {
    "en": {"more than": ["no more than", "not more than", "less than", ""], "at least": ["at most", "not at least"]},
    "fr": {"plus de": ["pas plus de", "moins de", ""], "au moins": ["au plus", ""]},
    "es": {"más de": ["no más de", "menos de", ""], "al menos": ["como máximo", ""]},
    "ru": {"более": ["не более", "менее", ""], "не менее": ["не более", "менее"], "свыше": ["не свыше", ""]},
    "zh": {"超过": ["不超过", "不到", ""], "逾": ["不到", ""], "至少": ["至多", ""]},
    "ar": {"أكثر من": ["ليس أكثر من", "أقل من", ""],
           "يزيد على": ["لا يزيد على", ""], "ما لا يقل عن": ["ما لا يزيد على"]},
}  # fmt: skip
"""What turns the qualifier of a figure round, or takes it away."""

NEGATIONS = {
    "en": [(" has ", " has not "), (" should ", " should not "), (" not ", " "), (" was ", " was not ")],
    "fr": [(" a été ", " n’a pas été "), (" ont été ", " n’ont pas été "), (" pas ", " ")],
    "es": [(" ha ", " no ha "), (" fue ", " no fue "), (" se ", " no se "), (" no ", " ")],
    "ru": [(" были ", " не были "), (" была ", " не была "), (" не ", " "), (" было ", " не было ")],
    "zh": [("已", "未"), ("应", "不应"), ("不", ""), ("有", "没有")],
    "ar": [(" وقد ", " وما "), (" كما ", " ولم "), (" لم ", " "), (" لا ", " ")],
}
