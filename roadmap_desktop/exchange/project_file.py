"""The roadmap as a Microsoft Project XML file (MSPDI, the schema http://schemas.microsoft.com/project).

A school day is a working day of eight hours. Lanes are summary tasks; the task's key is in its first text field, so
that it is known when it comes back. What must finish by a day has it as its deadline; a pin is a start that must be,
not before is a start no earlier than. Work that is counted by the calendar has a calendar without weekends.
"""

from __future__ import annotations

from datetime import date, timedelta
from xml.etree.ElementTree import Element, SubElement, tostring

from roadmap_desktop.exchange.exported import Exported, ExportedLane, ExportedTask
from roadmap_desktop.exchange.project_calendars import (
    BEGINS,
    DAY_MINUTES,
    ENDS,
    EVERY_DAY,
    calendar_uids,
    write_calendars,
)
from roadmap_desktop.exchange.project_xml import put
from roadmap_desktop.language import message
from roadmap_desktop.rules.length import Lag, LagUnit, Unit
from roadmap_desktop.rules.network import LinkKind

NAMESPACE = "http://schemas.microsoft.com/project"
KEY_FIELD = 188743731
"""The number of the first text field of tasks."""
_TYPES = {LinkKind.FF: 0, LinkKind.FS: 1, LinkKind.SF: 2, LinkKind.SS: 3}
_DAYS, _ELAPSED_DAYS, _WEEKS = 7, 8, 9
_AS_SOON_AS_POSSIBLE, _MUST_START_ON, _START_NO_EARLIER = 0, 2, 4
_WEEK = 5


def project(found: Exported) -> bytes:
    """The content of the project file."""
    root = Element("Project", xmlns=NAMESPACE)
    uids = calendar_uids(found)
    _write_head(root, found, uids)
    names = {key: found.calendar_names.get(key, key) for key in uids}
    names[EVERY_DAY] = found.language.say(message("Every day of the week"))
    write_calendars(root, found, names)
    numbers = {task.key: number for number, task in enumerate(found.tasks, 1)}
    tasks = SubElement(root, "Tasks")
    for row, (outline, item) in enumerate(_outline(found), 1):
        if isinstance(item, ExportedLane):
            _write_lane(tasks, item, row, outline, len(numbers))
        else:
            _write_task(tasks, item, row, outline, numbers, uids, found)
    _write_owners(root, found, numbers)
    content: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return content


def _outline(found: Exported) -> list[tuple[str, ExportedLane | ExportedTask]]:
    """Lanes and tasks in their order with their numbers in the outline."""
    rows: list[tuple[str, ExportedLane | ExportedTask]] = []
    for number, lane in enumerate(found.lanes, 1):
        rows.append((str(number), lane))
        rows += [(f"{number}.{place}", task) for place, task in enumerate(lane.tasks, 1)]
    return rows


def _write_head(root: Element, found: Exported, uids: dict[str, int]) -> None:
    made = found.made.replace(tzinfo=None, microsecond=0).isoformat()
    put(
        root,
        SaveVersion=14,
        Name=found.title,
        Title=found.title,
        CreationDate=made,
        LastSaved=made,
        ScheduleFromStart=1,
        StartDate=f"{found.starts_on}{BEGINS}",
        FinishDate=f"{found.last}{ENDS}",
        CalendarUID=min(uids.values()),
        DefaultStartTime="08:00:00",
        DefaultFinishTime="17:00:00",
        MinutesPerDay=DAY_MINUTES,
        MinutesPerWeek=DAY_MINUTES * _WEEK,
        DaysPerMonth=20,
        DurationFormat=_DAYS,
        HonorConstraints=1,
        NewTasksEffortDriven=0,
        WeekStartDay=1,
        StatusDate=f"{found.today}{ENDS}",
        CurrentDate=f"{found.today}{BEGINS}",
        NewTasksAreManual=0,
    )
    field = SubElement(SubElement(root, "ExtendedAttributes"), "ExtendedAttribute")
    put(field, FieldID=KEY_FIELD, FieldName="Text1", Alias="Id")


def _write_lane(tasks: Element, lane: ExportedLane, row: int, outline: str, most: int) -> None:
    first, last = min(task.start for task in lane.tasks), max(task.finish for task in lane.tasks)
    element = SubElement(tasks, "Task")
    put(
        element,
        UID=most + int(outline),
        ID=row,
        Name=lane.name,
        Type=1,
        IsNull=0,
        OutlineNumber=outline,
        OutlineLevel=1,
        Start=f"{first}{BEGINS}",
        Finish=f"{last}{ENDS}",
        Milestone=0,
        Summary=1,
    )


def _write_task(
    tasks: Element,
    task: ExportedTask,
    row: int,
    outline: str,
    numbers: dict[str, int],
    uids: dict[str, int],
    found: Exported,
) -> None:
    element = SubElement(tasks, "Task")
    place = {"UID": numbers[task.key], "ID": row, "Name": task.name, "Manual": 0, "Type": 1, "IsNull": 0}
    put(element, **place, OutlineNumber=outline, OutlineLevel=2)
    _write_dates(element, task, found)
    _write_constraint(element, task, uids)
    for each in task.predecessors:
        if each.key in numbers:
            _write_link(element, numbers[each.key], each.kind, each.lag)
    put(SubElement(element, "ExtendedAttribute"), FieldID=KEY_FIELD, Value=task.key)
    if task.baseline is not None:
        _write_baseline(element, task, task.baseline, found)


def _write_dates(element: Element, task: ExportedTask, found: Exported) -> None:
    """When it runs, what of it can slip and what is done; the format counts slack in tenths of minutes."""
    start, finish = _moments(task, task.start, task.finish)
    days = _working_days(task, task.start, task.finish, found)
    done = days * DAY_MINUTES * task.progress // 100
    put(
        element,
        Start=start,
        Finish=finish,
        Duration=_minutes(days * DAY_MINUTES),
        DurationFormat=_WEEKS if task.length.unit is Unit.WEEKS else _DAYS,
        EffortDriven=0,
        Estimated=0,
        Milestone=int(task.is_milestone),
        Summary=0,
        Critical=int(task.is_critical),
        FreeSlack=task.free_slack * DAY_MINUTES * 10,
        TotalSlack=task.total_slack * DAY_MINUTES * 10,
        PercentComplete=task.progress,
        ActualStart=f"{task.start}{BEGINS}" if task.started_on is not None else None,
        ActualFinish=finish if task.finished_on is not None else None,
        ActualDuration=_minutes(done),
        RemainingDuration=_minutes(days * DAY_MINUTES - done),
    )


def _write_constraint(element: Element, task: ExportedTask, uids: dict[str, int]) -> None:
    """What a person fixed about its dates, its calendar, and in words why it starts then."""
    kind, on = _constraint(task)
    put(
        element,
        ConstraintType=kind,
        CalendarUID=uids[_calendar(task)],
        ConstraintDate=on,
        Deadline=f"{task.must_finish_by}{ENDS}" if task.must_finish_by is not None else None,
        IgnoreResourceCalendar=1,
        Notes=task.why or None,
    )


def _write_link(task: Element, before: int, kind: LinkKind, lag: Lag) -> None:
    """A link; the format counts lags in tenths of minutes."""
    if lag.unit is LagUnit.CALENDAR_DAYS:
        tenths, lag_format = lag.calendar_days * 24 * 60 * 10, _ELAPSED_DAYS
    else:
        tenths, lag_format = lag.school_days * DAY_MINUTES * 10, _WEEKS if lag.unit is LagUnit.WEEKS else _DAYS
    link = SubElement(task, "PredecessorLink")
    put(link, PredecessorUID=before, Type=_TYPES[kind], CrossProject=0, LinkLag=tenths, LagFormat=lag_format)


def _write_baseline(task: Element, of: ExportedTask, dates: tuple[date, date], found: Exported) -> None:
    start, finish = _moments(of, *dates)
    days = _working_days(of, *dates, found)
    put(
        SubElement(task, "Baseline"),
        Number=0,
        Start=start,
        Finish=finish,
        Duration=_minutes(days * DAY_MINUTES),
        DurationFormat=_DAYS,
    )


def _write_owners(root: Element, found: Exported, numbers: dict[str, int]) -> None:
    owners = {owner: number for number, owner in enumerate(sorted({task.owner for task in found.tasks} - {""}), 1)}
    resources = SubElement(root, "Resources")
    for owner, number in owners.items():
        put(SubElement(resources, "Resource"), UID=number, ID=number, Name=owner, Type=1, IsNull=0)
    assignments = SubElement(root, "Assignments")
    owned = [task for task in found.tasks if task.owner]
    for number, task in enumerate(owned, 1):
        uids = {"UID": number, "TaskUID": numbers[task.key], "ResourceUID": owners[task.owner]}
        put(SubElement(assignments, "Assignment"), **uids, Units=1)


def _moments(task: ExportedTask, start: date, finish: date) -> tuple[str, str]:
    """Start and finish as moments; a milestone begins and ends as its day begins."""
    return f"{start}{BEGINS}", f"{finish}{BEGINS if task.is_milestone else ENDS}"


def _constraint(task: ExportedTask) -> tuple[int, str | None]:
    if task.started_on is not None:
        return _AS_SOON_AS_POSSIBLE, None
    if task.pinned_start is not None:
        return _MUST_START_ON, f"{task.start}{BEGINS}"
    if task.not_before is not None:
        return _START_NO_EARLIER, f"{task.not_before}{BEGINS}"
    return _AS_SOON_AS_POSSIBLE, None


def _calendar(task: ExportedTask) -> str:
    return EVERY_DAY if task.length.unit is Unit.CALENDAR_DAYS and not task.is_milestone else task.calendar


def _working_days(task: ExportedTask, start: date, finish: date, found: Exported) -> int:
    """The days that the task works on in its calendar, from start to finish."""
    if task.is_milestone:
        return 0
    if _calendar(task) == EVERY_DAY:
        return (finish - start + timedelta(days=1)).days
    return found.calendars[task.calendar].school_days_between(start, finish)


def _minutes(minutes: int) -> str:
    return f"PT{minutes // 60}H{minutes % 60}M0S"
