"""The words of school calendars, as patterns over plain titles (lower case, "first" as 1, parts cut by " | ")."""

from __future__ import annotations

import re


def _any(*choices: str) -> re.Pattern[str]:
    """A pattern for any of the choices, as whole words."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(choices)})(?![\w])")


_PUPILS = r"(?:students?|pupils?|children|learners|kids|scholars)"
_SCHOOL = r"(?:schools?|class(?:es)?|instruction|attendance|academic year|school year|lessons)"
_EMPLOYEES = r"(?:teachers?|staff|faculty|employees?|educators?|instructors?|paras?|administrators?|personnel)"
_SEASON = (
    r"(?:fall|autumn|thanksgiving|winter|christmas|holidays?|mid-? ?winter|midyear|mid-? ?year|february|presidents"
    r"|march|spring|easter|april|october|november|december|new years?|semester|mid-? ?semester|mid-? ?term|harvest"
    r"|columbus|hunting)"
)

FIRST_DAY = re.compile(
    r"^1 day(?: of \d{4}[-\d ]*)?$|"
    + _any(
        rf"1 day (?:of|for) (?:the |all |our |returning |most )*(?:\d{{4}}[-\d ]*)?(?:new )?"
        rf"(?:{_SCHOOL}|{_PUPILS}|grades?)",
        rf"1 (?:{_PUPILS}|instructional|school|class|attendance) day",
        rf"{_PUPILS} (?:and {_EMPLOYEES} )?1 day",
        rf"{_PUPILS} (?:1 )?(?:report|start|begin)s?(?: (?:to|in|at))?(?: (?:school|class|classes|campus))?"
        r"(?= *$| for\b)",
        r"(?:school|classes|instruction|school year|academic year|class) (?:begins?|starts?|opens?|commences?)"
        r"(?= *$| for| on\b)",
        r"(?:start|beginning) of (?:the )?(?:\d{4}[-\d ]*)?(?:new )?(?:school|classes|instruction|academic)(?: year)?",
        r"opening day(?: of school)?",
    ).pattern
)

LAST_DAY = re.compile(
    r"^(?:last|final) day$|"
    + _any(
        rf"(?:last|final) day (?:of|for) (?:the |all |our |most )*(?:\d{{4}}[-\d ]*)?(?:{_SCHOOL}|{_PUPILS})",
        rf"(?:last|final) (?:{_PUPILS}|instructional|school|class|attendance) day",
        rf"{_PUPILS} (?:last|final) day",
        r"(?:school|classes|instruction|school year|academic year) (?:ends?|closes|concludes?)(?= *$| for summer)",
        r"end of (?:the )?(?:\d{4}[-\d ]*)?(?:school|academic) year",
        r"school(?:s (?:is|are))? out for (?:the )?summer",
    ).pattern
)

NOT_AN_END_OF_THE_YEAR = _any(
    r"before",
    r"prior",
    r"until",
    r"after",
    r"summer (?:school|session)",
    r"to (?:register|withdraw|drop|add|enroll|apply|order|submit|pay|purchase|buy|turn)",
    r"semesters?",
    r"quarters?",
    r"trimesters?",
    r"weeks?",
    r"break",
    r"ramadan",
    r"late",
    r"delay\w*",
)
"""A part with one of these speaks of another first or last day."""

STAFF = re.compile(rf"^(?!.*\b{_PUPILS}\b).*\b{_EMPLOYEES}\b")
"""A part that speaks of staff and not of students."""

RESUME = _any(
    rf"(?:{_SCHOOL}|{_PUPILS}|school) (?:resumes?|re-?opens?|returns?|back|report back|come back)",
    rf"{_PUPILS} and {_EMPLOYEES} (?:return|resume)s?",
    r"(?:back|return|returning) to (?:school|class|classes)",
    r"back in session",
    r"1 day back",
    r"school day resumes",
    rf"1 day (?:of|for) (?:{_SCHOOL}|{_PUPILS}) (?:after|following|in the new year)",
    rf"return of {_PUPILS}",
)

NO_STUDENTS_PLAINLY = _any(
    r"no (?:school|classes|class|students?|pupils?|instruction)(?! (?:board|bus|buses|lunch|meals|uniforms?|supplies))",
    rf"no {_PUPILS}",
    rf"no {_PUPILS} attendance",
    rf"{_PUPILS}(?: and {_EMPLOYEES})? (?:holidays?|off|away|out|stay home|do not attend|dont attend"
    r"|not in attendance)",
    r"(?:schools?|campus(?:es)?|district|buildings)(?: (?:and|\|) (?:district )?offices?)?"
    r" (?:is |are |will be )?closed",
    r"school holidays?",
    rf"non-? ?(?:{_PUPILS}|school|attendance|instructional|contact) days?",
    rf"(?:{_PUPILS}|pupil|child)-? ?free days?",
    rf"(?:without|wo) (?:{_PUPILS}|school|classes)",
    r"(?:school|classes) (?:is |are )?not in session",
    r"school out",
)
_HOLIDAY_FOLLOWED_BY = (
    r"(?: (?:concerts?|part(?:y|ies)|programs?|parades?|bazaar|shop|shows?|performances?|assembl\w+|danc\w+|lunch\w*"
    r"|dinners?|celebrations?|tournaments?|camps?|classic|festivals?|fairs?|markets?|sing\w*|luncheons?|drives?|lights?"
    r"|spirit|plays?|events?|breakfasts?|homework|practices?|cards?|hours|schedules?))"
)
NO_STUDENTS = re.compile(
    NO_STUDENTS_PLAINLY.pattern
    + "|"
    + _any(
        rf"(?:holidays?|vacation day|recess day)(?!{_HOLIDAY_FOLLOWED_BY})",
        r"days? off",
        r"(?:^|\| )(?:all )?closed",
        r"off day",
        r"cancelled classes",
    ).pattern
)

BREAK = _any(
    rf"{_SEASON} (?:break|recess|vacation|holidays)(?!{_HOLIDAY_FOLLOWED_BY})",
    r"inter-? ?session",
    r"track(?:ed)?-? ?out",
    r"off-? ?track",
    r"school (?:break|recess|vacation)",
    r"^(?:break|recess|vacation)$",
)
AROUND_A_BREAK = _any(
    r"(?:before|after|from|following|prior to|for) (?:the )?(?:\w+ )?(?:break|recess|vacation|holidays|intersession)",
    r"(?:break|recess|intersession|vacation) (?:camps?|academy|academies|enrichment|classes|programs?|registration"
    r"|sign-? ?ups?)",
)
BREAK_AFTER_THIS_DAY = _any(
    r"(?:break|recess|vacation|holidays) (?:begins?|starts?) (?:at|after|upon)"
    r" (?:the )?(?:end|close|dismissal|school|last)"
)
BREAK_BEGINS = _any(r"begins?", r"starts?", r"beginning", r"1 day")
BREAK_ENDS = _any(r"ends?", r"last day", r"ending")

EARLY = _any(
    r"early-? ?(?:release\w*|dismiss\w*|out|closings?|closure|close)",
    r"(?:release[ds]?|dismiss\w*|closing|closes?|out|leaves?|ends?)(?: \w+){0,4} early",
    r"\d+ ?-?(?:hours?|hrs?|h) early",
    r"half-? ?days?",
    r"1 \| 2 days?",
    r"(?:minimum|min|shortened|abbreviated|short|modified|reduced)-? ?(?:school )?days?",
    r"noon (?:dismiss\w*|release)",
    r"(?:dismiss\w*|released?) (?:at|for students at) (?:noon|\d+)",
    r"(?:1|2|3)-? ?hours? (?:early|dismissal)",
)
NOT_EARLY = _any(r"no early", r"early childhood", r"early registration")

STAFF_WORK = _any(
    rf"(?:{_EMPLOYEES} |optional |mandatory |protected |district )*work-? ?days?",
    r"(?:pre|post)-? ?planning(?: days?)?",
    rf"{_EMPLOYEES} (?:planning|prep|preparation|work|training|development|collaboration|record\w*|grading|data|duty"
    r"|flex|pd|learning|improvement|only)(?: days?)?",
    rf"(?:{_EMPLOYEES} )?in-? ?service(?: days?)?",
    r"planning days?",
    r"professional[ -](?:development|learning|growth|study|work|duty|preparation)(?: days?)?",
    r"(?:pd|pdd|pl|plc|pld) days?",
    r"pd",
    r"institute days?",
    r"superintendents? conference days?",
    r"(?:records?|grading|curriculum|data|school improvement|flex|teacher quality) days?",
    r"convocation",
    r"staff days?",
)
STAFF_AROUND_SCHOOL = _any(
    r"after school",
    r"evening",
    r"late (?:start|arrival)",
    r"delay\w*",
    r"students (?:attend|in attendance|present)",
    r"pm only",
    r"virtual meeting",
    r"meetings?",
    r"faculty meeting",
)
STAFF_ONLY = _any(
    r"(?:1|last|final) (?:contract |work |duty )?day(?: of (?:school|work|contract))?"
    rf" for (?:all )?(?:new |\d+ month )?{_EMPLOYEES}",
    rf"(?:new |returning |all )*{_EMPLOYEES} (?:report|return|start|begin|back|last day|final day|1 day)\w*",
    rf"return of (?:all )?{_EMPLOYEES}",
    rf"new {_EMPLOYEES}(?: \w+)? (?:orientation|induction|academy|training)",
    r"contract (?:begins|ends|year)",
    rf"{_EMPLOYEES} (?:check-? ?out|check-? ?in|orientation)",
)

COHORT = re.compile(
    r"\b(?:seniors?|kindergarten(?:ers)?|kinder|pre-?k(?:indergarten)?|preschool|pk|head start|freshm[ae]n"
    r"|(?:6|9|12) graders?|new students?)\b(?!-|(?: ?\||-)? ?(?:to|through|thru|and|-) ?\d| ?\| ?\d)"
)
EVERYBODY = _any(r"all students", r"k ?-? ?12", r"(?:pk|pre-?k|tk|grades? \w+|1) ?(?:-|to|through|thru|\|) ?12")
SHAPES_THE_DAY = re.compile(
    rf"{FIRST_DAY.pattern}|{LAST_DAY.pattern}|\b(?:1|last|final) day\b|{NO_STUDENTS_PLAINLY.pattern}|{EARLY.pattern}"
)

SUMMER = _any(
    r"summer (?:school|session|camps?|programs?|break|vacation|academy|bridge|recess|learning|term|institute|hours"
    r"|reading|intensive|enrichment)\w*",
    r"esy",
    r"extended school year",
)
BOARD = _any(
    r"(?:school )?board (?:regular |special |business |work |monthly |organizational |called )*(?:meetings?|workshops?"
    r"|work ?session|session|hearings?|retreat)",
    r"board of (?:education|trustees|directors|ed)",
    r"school (?:board|committee)",
    r"governing board",
    r"trustees meeting",
    r"boe",
)
MAKE_UP = _any(
    r"make-? ?up days?",
    r"(?:snow|weather|hurricane|storm|emergency|calamity|flex|contingency)(?: \w+){0,2} days?",
    r"if needed",
)
WHOLE_YEAR = _any(r"school year", r"academic year")

REPORT_CARD = _any(
    r"report-? ?cards?", r"grades (?:posted|issued|available|go home|sent home|released|mailed)", r"grade reports?"
)
TESTING = re.compile(
    _any(
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

CLOSED_EVERYWHERE = _any(
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
    rf"(?:christmas|thanksgiving|holiday|day){_HOLIDAY_FOLLOWED_BY}|\b(?:tree|feast|food|concert|parade|lunch\w*|tournament)\b"
)
HOLIDAY_IN_SOME_DISTRICTS = _any(
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
NO_EFFECT = _any(
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
    r"(?:remote|virtual|distance|e-?learning)(?: learning)? days?",
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
