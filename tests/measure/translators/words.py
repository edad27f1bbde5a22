"""Words of five languages that translators type: other ways to say something, and what stands before names."""

SYNONYMS = {
    "fr": {"également": "aussi", "notamment": "en particulier", "afin de": "pour", "en vue de": "afin de",
           "appuyé": "soutenu", "a organisé": "a tenu", "renforcer": "consolider", "ainsi que": "et aussi",
           "dispensé": "donné", "élaboré": "établi", "en outre": "de plus"},
    "es": {"también": "asimismo", "a fin de": "para", "mediante": "por medio de", "apoyó": "respaldó",
           "organizó": "celebró", "fortalecer": "reforzar", "así como": "y también", "elaboró": "preparó",
           "además": "por otra parte"},
    "ru": {"также": "кроме того", "оказало": "предоставило", "провело": "организовало", "подготовило": "разработало",
           "в целях": "для", "в частности": "среди прочего", "совместно": "вместе", "были проведены": "состоялись"},
    "ar": {"كما": "وكذلك", "من أجل": "بغية", "دعم": "ساند", "نظم": "عقد", "بما في ذلك": "ومن ذلك", "أيضا": "كذلك",
           "تعزيز": "تقوية", "بهدف": "بغية"},
    "zh": {"支持": "协助", "举办": "举行", "以及": "和", "加强": "增强", "并": "而且", "开展": "进行", "编制": "拟订",
           "还": "也"},
}  # fmt: skip
"""Another word that means the same."""

ADDED = {
    "fr": " dans ce cadre", "es": " en este marco", "ru": " в этой связи", "ar": " في هذا الإطار", "zh": "，效果良好",
}  # fmt: skip
"""Words that say nothing new, put at the end of a sentence."""

INTO_PREPOSITION = {
    "fr": {"of": "de ", "to": "à ", "in": "dans "},
    "es": {"of": "de ", "to": "a "},
    "ru": {"in": "в ", "from": "из ", "with": "с ", "to": "в "},
    "ar": {"for": "ل", "with": "ب"},
    "zh": {},
}
"""What somebody who does not know the forms types before the plain name instead of each form."""

TWICE = {
    "fr": {"of": "de ", "to": "à ", "in": "en "},
    "es": {"of": "de ", "to": "a ", "in": "en "},
    "ru": {"in": "в ", "from": "из ", "with": "с "},
    "ar": {"for": "ل", "with": "ب", "in": "في "},
    "zh": {},
}
"""The preposition that a form has already, typed once more."""

UNKNOWN = {"fr": "l’organisme compétent", "es": "el organismo competente", "ru": "компетентный орган",
           "ar": "الهيئة المختصة", "zh": "主管机构"}  # fmt: skip
"""What no lexicon has, typed in the place of a name."""

COUNTRIES = {"fr": "au Pérou", "es": "en el Perú", "ru": "в Перу", "ar": "في بيرو", "zh": "秘鲁"}
NAMED = {"fr": "Pérou", "es": "Perú", "ru": "Перу", "ar": "بيرو", "zh": "秘鲁"}
"""A country that is put in the place of another one."""

COUNTED = {
    "fr": '{{{{ {fact} | counted(one="# personne") }}}}',
    "es": '{{{{ {fact} | counted(one="# persona") }}}}',
    "ru": '{{{{ {fact} | counted(one="# человек", few="# человека") }}}}',
    "ar": '{{{{ {fact} | counted(one="# شخص", other="# شخص") }}}}',
    "zh": '{{{{ {fact} | counted(one="# 人") }}}}',
}
"""Wording that lacks a plural category of the language (Chinese has the one that it lacks: other)."""

WITHOUT_SIGN = {
    "fr": '{{{{ {fact} | counted(one="une personne", many="de personnes", other="personnes") }}}}',
    "es": '{{{{ {fact} | counted(one="una persona", many="de personas", other="personas") }}}}',
    "ru": '{{{{ {fact} | counted(one="человек", few="человека", many="человек", other="человека") }}}}',
    "ar": '{{{{ {fact} | counted(zero="أشخاص", one="شخص", two="شخصان", few="أشخاص", many="شخصا", other="شخص") }}}}',
    "zh": '{{{{ {fact} | counted(other="人") }}}}',
}
"""Wording whose words stand without the sign of the figure."""
