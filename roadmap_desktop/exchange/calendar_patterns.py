"""The words of school calendars, as patterns over plain titles (lower case, "first" as 1, parts cut by " | ")."""

from __future__ import annotations

import re


def any_of(*choices: str) -> re.Pattern[str]:
    """A pattern for any of the choices, as whole words."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(choices)})(?![\w])")


_PUPILS = r"(?:students?|pupils?|children|learners|kids|scholars)"
_SCHOOL = r"(?:schools?|class(?:es)?|instruction|attendance|academic year|school year|lessons)"
_EMPLOYEES = r"(?:teachers?|staff|faculty|employees?|educators?|instructors?|paras?|administrators?|personnel)"
_SEASON = (
    r"(?:fall|autumn|thanksgiving|winter|christmas|holidays?|mid-? ?winter|midyear|mid-? ?year|february|presidents"
    r"|march|spring|easter|april|october|november|december|new years?|semester|trimester|quarter"
    r"|mid-? ?semester|mid-? ?term|harvest|columbus|hunting)"
)

FIRST_DAY = re.compile(
    r"^1 day(?: of \d{4}[-\d ]*)?$|"
    + any_of(
        rf"1 day (?:of|for) (?:the |all |our |returning |most )*(?:\d{{4}}[-\d ]*)?(?:new )?"
        rf"(?:{_SCHOOL}|{_PUPILS}|grades?)",
        r"1 day grades?",
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
    + any_of(
        rf"(?:last|final) day (?:of|for) (?:the |all |our |most )*(?:\d{{4}}[-\d ]*)?(?:{_SCHOOL}|{_PUPILS})",
        rf"(?:last|final) (?:{_PUPILS}|instructional|school|class|attendance) day",
        rf"{_PUPILS} (?:last|final) day",
        r"(?:school|classes|instruction|school year|academic year) (?:ends?|closes|concludes?)(?= *$| for summer)",
        r"end of (?:the )?(?:\d{4}[-\d ]*)?(?:school|academic) year",
        r"school(?:s (?:is|are))? out for (?:the )?summer",
    ).pattern
)

NOT_AN_END_OF_THE_YEAR = any_of(
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

RESUME = any_of(
    rf"(?:{_SCHOOL}|{_PUPILS}|school) (?:resumes?|re-?opens?|returns?|back|report back|come back)",
    rf"{_PUPILS} and {_EMPLOYEES} (?:return|resume)s?",
    r"(?:back|return|returning) to (?:school|class|classes)"
    r"(?! (?:nights?|bash|fair|party|events?|rally|picnic|supplies))",
    r"back in session",
    r"1 day back",
    r"school day resumes",
    rf"1 day (?:of|for) (?:{_SCHOOL}|{_PUPILS}) (?:after|following|in the new year)",
    rf"return of {_PUPILS}",
    r"resumption of (?:classes|school|instruction)",
)

NO_STUDENTS_PLAINLY = any_of(
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
FESTIVITY = (
    r"(?: (?:concerts?|part(?:y|ies)|programs?|parades?|bazaar|shop|shows?|performances?|assembl\w+|danc\w+|lunch\w*"
    r"|dinners?|celebrations?|tournaments?|camps?|classic|festivals?|fairs?|markets?|sing\w*|luncheons?|drives?|lights?"
    r"|spirit|plays?|events?|breakfasts?|homework|practices?|cards?|hours|schedules?))"
)
NO_STUDENTS = re.compile(
    NO_STUDENTS_PLAINLY.pattern
    + "|"
    + any_of(
        rf"(?:holidays?|vacation day|recess day)(?!{FESTIVITY})",
        r"days? off",
        r"(?:^|\| )(?:all )?closed",
        r"off day",
        r"cancelled classes",
    ).pattern
)

BREAK = any_of(
    rf"{_SEASON} (?:break|recess|vacation|holidays)(?!{FESTIVITY})",
    r"inter-? ?session",
    r"track(?:ed)?-? ?out",
    r"off-? ?track",
    r"school (?:break|recess|vacation)",
    r"^(?:break|recess|vacation)$",
)
AROUND_A_BREAK = any_of(
    r"(?:before|after|from|following|prior to|for) (?:the )?(?:\w+ )?(?:break|recess|vacation|holidays|intersession)",
    r"(?:break|recess|intersession|vacation) (?:camps?|academy|academies|enrichment|classes|programs?|registration"
    r"|sign-? ?ups?)",
)
BREAK_AFTER_THIS_DAY = any_of(
    r"(?:break|recess|vacation|holidays) (?:begins?|starts?) (?:at|after|upon)"
    r" (?:the )?(?:end|close|dismissal|school|last)"
)
BREAK_BEGINS = any_of(r"begins?", r"starts?", r"beginning", r"1 day")
BREAK_ENDS = any_of(r"ends?", r"last day", r"ending")

EARLY = any_of(
    r"early-? ?(?:release\w*|dismiss\w*|out|closings?|closure|close)",
    r"(?:release[ds]?|dismiss\w*|closing|closes?|out|leaves?|ends?)(?: \w+){0,4} early",
    r"\d+ ?-?(?:hours?|hrs?|h) early",
    r"half-? ?days?",
    r"1 \| 2 days?",
    r"(?:minimum|min|shortened|abbreviated|short|modified|reduced)-? ?(?:school )?days?",
    r"single session(?: days?)?",
    r"\d hour days?",
    r"noon (?:dismiss\w*|release)",
    r"(?:dismiss\w*|released?) (?:at|for students at) (?:noon|\d+)",
    r"(?:1|2|3)-? ?hours? (?:early|dismissal)",
)
NOT_EARLY = any_of(r"no early", r"early childhood", r"early registration")

STAFF_WORK = any_of(
    rf"(?:{_EMPLOYEES} |optional |mandatory |protected |district )*work-? ?days?",
    r"(?:pre|post)-? ?planning(?: days?)?",
    rf"{_EMPLOYEES} (?:planning|prep|preparation|work|training|development|collaboration|dev|record\w*|grading|data"
    r"|duty|flex|pd|learning|improvement|only)(?: days?)?",
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
STAFF_AROUND_SCHOOL = any_of(
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
STAFF_ONLY = any_of(
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
EVERYBODY = any_of(r"all students", r"k ?-? ?12", r"(?:pk|pre-?k|tk|grades? \w+|1) ?(?:-|to|through|thru|\|) ?12")
SHAPES_THE_DAY = re.compile(
    rf"{FIRST_DAY.pattern}|{LAST_DAY.pattern}|\b(?:1|last|final) day\b|{NO_STUDENTS_PLAINLY.pattern}|{EARLY.pattern}"
)

WHOLE_YEAR = any_of(r"school year", r"academic year")
