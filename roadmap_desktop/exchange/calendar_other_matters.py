"""The words of what a calendar holds beside the school days: board, tests, holidays by name, events."""

from __future__ import annotations

import re

from roadmap_desktop.exchange.calendar_patterns import FESTIVITY, any_of

SUMMER = any_of(
    r"summer (?:school|session|camps?|programs?|break|vacation|academy|bridge|recess|learning|term|institute|hours"
    r"|reading|intensive|enrichment)\w*",
    r"esy",
    r"extended school year",
)
BOARD = any_of(
    r"(?:school )?board (?:regular |special |business |work |monthly |organizational |called )*(?:meetings?|workshops?"
    r"|work ?session|session|hearings?|retreat)",
    r"board of (?:education|trustees|directors|ed)",
    r"school (?:board|committee)(?! (?:elections?|candidates?|appreciation))",
    r"governing board",
    r"trustees meeting",
    r"boe",
)
OTHER_BOARD = any_of(r"pt[aos]a?", r"boosters?", r"foundation", r"advisory", r"alumni", r"yearbook")
NO_BOARD = any_of(r"no (?:school )?board (?:meetings?|workshops?)")
MAKE_UP = any_of(
    r"make-? ?up days?",
    r"(?:snow|weather|hurricane|storm|emergency|calamity|flex|contingency)(?: \w+){0,2} days?",
    r"if needed",
)
REPORT_CARD = any_of(
    r"report-? ?cards?", r"grades (?:posted|issued|available|go home|sent home|released|mailed)", r"grade reports?"
)
TESTING = re.compile(
    any_of(
        r"test(?:s|ing)?",
        r"exams?",
        r"finals(?: week)?",
        r"midterms",
        r"assessments?",
        r"screen(?:er|ers|ing)",
        r"progress monitoring",
        r"diagnostics?",
        r"benchmarks?",
        r"p?sat(?: (?:day|school day|nmsqt|10|8))?",
        r"act(?: day)?",
        r"eocs?",
        r"naep",
        r"staar",
        r"regents",
        r"nwea",
        r"map growth",
        r"wida",
    ).pattern
    + r"|^[a-z]{3,6} (?:writing|reading|ela|math|mathematics|science|algebra|biology|history|civics|geometry)\b"
)

CLOSED_EVERYWHERE = any_of(
    r"labor day",
    r"thanksgiving(?: day)?",
    r"day after thanksgiving",
    r"christmas(?: eve| day)?",
    r"new years?(?: eve| day)?",
    r"memorial day",
    r"(?:martin luther king|mlk|dr king|king)\b[\w ]*",
    r"independence day",
    r"4 of july",
    r"july 4",
    r"juneteenth",
)
FESTIVE = re.compile(
    rf"(?:christmas|thanksgiving|holiday|day){FESTIVITY}|\b(?:tree|feast|food|concert|parade|lunch\w*|tournament)\b"
)
HOLIDAY_IN_SOME_DISTRICTS = any_of(
    r"(?:presidents|washingtons birthday|lincolns birthday|veterans|columbus|indigenous peoples|election|patriots|cesar"
    r" chavez|pioneer|statehood|caesar chavez|flag|primary election)\b[\w ]*",
    r"good friday",
    r"easter(?: monday)?",
    r"rosh hashanah?",
    r"yom kippur",
    r"passover",
    r"eid[\w -]*",
    r"diwali",
    r"lunar new year",
    r"chinese new year",
    r"mardi gras",
    r"holy thursday",
)
NO_EFFECT = any_of(
    r"interims?",
    r"progress reports?",
    r"mid-? ?(?:quarter|term|trimester|semester|marking period)",
    r"deficienc\w+",
    r"open house",
    r"meet (?:the |your )?teachers?",
    r"meet and greet",
    r"orientation",
    r"graduations?",
    r"commencement",
    r"baccalaureate",
    r"prom",
    r"homecoming",
    r"pt[aos]a?",
    r"conferences?",
    r"picture(?:s| day| retakes?)?",
    r"registration",
    r"enrollment",
    r"concerts?",
    r"festivals?",
    r"fairs?",
    r"parades?",
    r"tournaments?",
    r"games?",
    r"vs",
    r"practices?",
    r"try-? ?outs?",
    r"field (?:trips?|day)",
    r"spirit (?:week|day|night)",
    r"fund-? ?raisers?",
    r"curriculum night",
    r"back to school night",
    r"family night",
    r"awards?",
    r"assembl(?:y|ies)",
    r"round-? ?up",
    r"(?:grades|marks) due",
    r"late (?:start|arrival)\w*",
    r"(?:2|1)-? ?hour delay",
    r"delayed (?:opening|start)",
    r"(?:remote|virtual|distance|e-?learning|asynchronous)(?: learning| instruction)?(?: days?)?",
    r"100 days?(?: of school)?",
    r"100 day",
    r"week",
    r"appreciation[\w ]*",
    r"daylight saving\w*",
    r"halloween",
    r"valentines day",
    r"part(?:y|ies)",
    r"parties",
    r"committee",
    r"council",
    r"meetings?",
    r"deadlines?",
    r"(?:schools?|classes|students) in session",
    r"school days?",
)
