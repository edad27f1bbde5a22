"""What is typed, by language: written down from the manuals, and not from what the rules have."""

from __future__ import annotations

SPELLINGS = {
    "en": ["labor", "center", "behavior", "program", "counterterrorism", "judgment", "enrollment", "defense",
           "traveling", "fulfill", "catalog", "neighboring"],
    "fr": ["coeur", "Etat", "oeuvre", "evenement", "voeux", "Egypte", "noeud", "main-d’oeuvre"],
    "es": ["sólo", "éste", "paises", "informacion", "periodo", "Africa", "genero", "organizacion"],
    "ru": ["отчёт", "ещё", "учёт", "её", "приём", "объём", "молодёжь", "осуждённых"],
    "zh": ["帐户", "其它", "做为", "部份", "恐怖份子", "聯合國"],
    "ar": ["الاجراءات", "انشاء", "الاطفال", "الانسان", "مسئول", "شئون", "الارهاب", "افريقيا"],
}  # fmt: skip
CAPITALS = {
    "en": [
        "the member states",
        "the secretary-general",
        "the general assembly",
        "the security council",
        "the government",
    ],
    "fr": [
        "les états membres",
        "le secrétaire général",
        "l’assemblée générale",
        "des nations unies",
        "le gouvernement",
    ],
    "es": ["los estados miembros", "el secretario general", "la asamblea general", "de las naciones unidas"],
    "ru": ["для Государств-членов", "у генерального секретаря", "на Генеральной ассамблее", "из совета безопасности"],
}
SHORT = {
    "en": ["the UN", "the U.N.", "the UNGA", "the UNSC", "ECOSOC"],
    "fr": ["l’AGNU", "l’ECOSOC", "l’O.N.U."],
    "es": ["la ONU", "la AGNU", "el ECOSOC", "las NN.UU."],
    "ru": ["ГА ООН", "ЭКОСОС", "Генсек", "Генассамблеи"],
}
ABBREVIATIONS = {
    "en": ["ICCPR", "NGOs", "CEDAW", "IDPs", "ODA"],
    "fr": ["les ONG", "le PIDCP", "la CEDAW", "l’APD"],
    "es": ["las ONG", "el PIDCP", "la CEDAW", "la AOD"],
    "ru": ["НПО", "МПГПП", "ОПР"],
}
OLD_NAMES = {
    "en": ["in Burma", "South Korea", "Swaziland", "Ivory Coast", "the Czech Republic", "Vietnam", "East Timor"],
    "fr": ["en Birmanie", "Corée du Sud", "Swaziland", "Turquie", "Vietnam", "Biélorussie", "Cap-Vert"],
    "es": ["en Birmania", "Corea del Sur", "Swazilandia", "Turquía", "Vietnam", "Bielorrusia", "Costa de Marfil"],
    "ru": ["в Бирме", "Южная Корея", "Киргизия", "Молдавия", "Белоруссия", "Свазиленд"],
    "zh": ["南韩", "象牙海岸", "扎伊尔", "俄国", "北韩"],
    "ar": ["بورما", "كوريا الجنوبية", "ساحل العاج", "سوازيلند", "فيتنام", "روسيا"],
}
GENDERED = {
    "en": ["the chairman", "manpower", "mankind", "policemen", "spokesman", "businessmen"],
    "fr": ["hommes d’affaires", "hommes politiques", "Mademoiselle"],
    "es": ["hombres de negocios", "los derechos del hombre", "señorita"],
    "ar": ["رجال الأعمال", "رجال الشرطة"],
}
REFERENCES = {
    "en": [
        "paragraph twelve",
        "the section above",
        "as mentioned above",
        "the previous paragraph",
        "see below",
        "aforementioned",
    ],
    "fr": ["le paragraphe ci-dessus", "voir plus haut", "section suivante", "le tableau ci-après", "susmentionnés"],
    "es": ["el párrafo anterior", "véase más arriba", "el cuadro siguiente", "antes mencionados", "sección anterior"],
    "ru": ["в пункте выше", "см. ниже", "вышеупомянутые", "в предыдущем разделе", "указанные выше"],
    "zh": ["见上文", "如上所述", "上述段", "见下文"],
    "ar": ["الفقرة أعلاه", "انظر أدناه", "الفقرة السابقة", "المذكورة أعلاه"],
}
LATIN = {
    "en": ["e.g.", "i.e.", "etc.", "don’t", "&", "and/or", "isn’t", "ibid."],
    "fr": ["etc.", "&", "et/ou", "p. ex."],
    "es": ["etc.", "&", "y/o", "p. ej."],
    "ru": ["и т.д.", "т.е.", "&", "и/или", "т.н.", "и др."],
    "ar": ["إلخ", "&", "و/أو"],
}
JOINTS = {
    "en": ["a office", "an programme", "a initiative", "an court", "the the"],
    "fr": ["de le Gouvernement", "à les États", "que il", "la action", "de {{ unodc }}"][:4],
    "es": ["de el Gobierno", "a el Estado", "de el plan", "a el tribunal", "y informes"],
    "ru": ["в Владивостоке", "с своими", "в всех", "о организации", "с странами"],
    "ar": ["لالحكومة", "لالدول", "الالحكومة"],
}
