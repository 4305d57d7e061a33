"""How blocks share pages: nothing lost, nothing over the edge, no heading left behind."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.handouts.flow import Beside, Block, Break, Stack, fill

PAGE = 100.0


class Brick(Block):
    """A block that tells which one it is; even ones may part."""

    def __init__(self, height, names, *, clings=False, parts=False):
        super().__init__(height, before=2.0, after=1.0)
        self.names, self.clings, self.parts = names, clings, parts

    def split(self, room):
        if not self.parts or room < 10 or self.height - room < 10:
            return None
        return Brick(room, self.names[:1], parts=True), Brick(self.height - room, self.names[1:], parts=True)


bricks = st.lists(st.tuples(st.floats(1, 90), st.booleans(), st.booleans()), max_size=30).map(
    lambda rows: [
        Brick(height, [f"{n} begins", f"{n} ends"], clings=clings and height < 30, parts=parts and not clings)
        for n, (height, clings, parts) in enumerate(rows)
    ]
)


def _pages(blocks):
    pages = []
    while blocks:
        page, blocks = fill(blocks, PAGE, PAGE)
        pages.append(page)
    return pages


def _height(page):
    return sum(block.height for block in page) + 2.0 * max(len(page) - 1, 0)


@given(bricks)
def test_every_block_is_placed_once_and_in_order(blocks):
    placed = [name for page in _pages(blocks) for block in page for name in block.names]
    assert placed == [name for block in blocks for name in block.names]


@given(bricks)
def test_no_page_runs_over_and_none_is_empty(blocks):
    for page in _pages(blocks):
        assert page
        assert _height(page) <= PAGE + 0.1


@given(bricks)
def test_what_clings_is_never_last_on_a_page_that_has_anything_else(blocks):
    *earlier, _ = [*_pages(blocks), []]
    for page in earlier[:-1]:
        assert not page[-1].clings or all(block.clings for block in page)


def test_a_block_higher_than_a_page_is_placed_rather_than_tried_forever():
    assert [len(page) for page in _pages([Brick(30, ["a"]), Brick(250, ["b"]), Brick(30, ["c"])])] == [1, 1, 1]


def test_a_note_takes_the_last_row_of_what_it_explains_along():
    note = Brick(20, ["note"])
    note.follows = True
    rows = Stack([Brick(10, [str(n)]) for n in range(7)], page=PAGE)
    (first,), (last, with_it) = _pages([rows, note])
    assert (first.height, last.height) == (6 * 10 + 5 * 2, 10)
    assert with_it is note


def test_a_note_takes_what_it_explains_along_where_that_does_not_part():
    note = Brick(20, ["note"])
    note.follows = True
    assert [[b.names for b in page] for page in _pages([Brick(30, ["a"]), Brick(60, ["b"]), note])] == [
        [["a"]],
        [["b"], ["note"]],
    ]


def test_a_break_at_the_top_of_a_page_or_at_the_end_makes_no_page():
    one, other = Brick(10, ["one"]), Brick(10, ["other"])
    assert _pages([Break(), one, Break(), Break(), other, Break()]) == [[one], [other]]


def test_a_stack_that_should_stay_whole_parts_only_where_no_page_holds_it():
    small = Stack([Brick(30, ["a"]), Brick(30, ["b"])], page=PAGE, whole=PAGE)
    large = Stack([Brick(60, ["a"]), Brick(60, ["b"])], page=PAGE, whole=PAGE)
    assert small.split(40) is None
    assert large.split(80) is not None


def test_rows_under_a_header_are_not_left_alone():
    header = Brick(10, ["header"])
    rows = [Brick(10, [str(n)]) for n in range(6)]
    first, rest = Stack(rows, page=PAGE, header=header).split(66)
    assert rest.height == 10 + 2 + 20
    assert first.height + rest.height == 2 * 10 + 6 * 10 + 2 * 4
    assert Stack(rows, page=PAGE, header=header).split(25) is None


def test_columns_part_at_the_same_height_and_a_finished_one_stays_behind():
    short = Brick(20, ["short"])
    long = Brick(150, ["long begins", "long ends"], parts=True)
    first, rest = Beside([(0, short), (50, long)], page=PAGE).split(90)
    assert (first.height, rest.height) == (90, 60)


def test_columns_move_on_together_if_one_has_nothing_to_show_yet():
    stubborn, willing = Brick(60, ["stubborn"]), Brick(150, ["a", "b"], parts=True)
    assert Beside([(0, stubborn), (50, willing)], page=PAGE).split(40) is None
